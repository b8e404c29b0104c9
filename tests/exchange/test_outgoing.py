"""What leaves for a client: nothing that is not marked for one, in any kind of file, and the dates as agreed."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.plan import Assignment, Calendar, Dependency, Task, WeekDay
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, PRIVATE, TEAM, Kind, Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import read_mspdi
from desktop.exchange.outgoing import copy_for, write_foreign
from desktop.exchange.tabular.sheets import LEFT_OUT
from desktop.i18n import catalog
from tests.plans import office

NOW = dt.datetime(2026, 6, 3, 10)
EN = catalog("en")
MONEY = 987_654_321


def written(project: Project, folder: Path, audience: str) -> str:
    """Everything that stands in all files for ``audience``, unpacked."""
    dates, texts = schedule(project), []
    lists = [key for key in RECORD_TYPES if key not in LEFT_OUT]
    for name, key in [("a.xlsx", "task"), ("a.xml", "task"), ("a.ics", "task"), *((f"{k}.csv", k) for k in lists)]:
        write_foreign(project, dates, folder / name, EN, now=NOW, audience=audience, key=key)
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(folder / name) as packed:
                texts += [packed.read(item).decode("utf-8", "replace") for item in packed.namelist()]
        else:
            texts.append((folder / name).read_text(encoding="utf-8"))
    return "\n".join(texts).replace("\r\n ", "")  # a calendar breaks its lines


def marked(kind: type[Record], identity: str, audience: str) -> Record:
    """A record with a canary in every field that is not for the client, and a plain word in the others."""
    fields: dict[str, Any] = {"id": identity, "number": 7, "audience": audience}
    for name, spec in kind.info.specs.items():
        word = "plain" if spec.audience == CLIENT and audience == CLIENT else f"CANARY-{kind.info.key}-{name}"
        if name in ("currency", "recurrence", "bands", "foreign", "audience", "created_by", "changed_by"):
            continue
        if spec.kind in (Kind.TEXT, Kind.LONG_TEXT):
            fields[name] = word
        elif spec.kind is Kind.TEXTS and name != "links":
            fields[name] = (word,)
        elif spec.kind is Kind.MONEY and spec.audience != CLIENT:
            fields[name] = MONEY
        elif spec.required and spec.kind is Kind.DATE:
            fields[name] = NOW.date()
        elif spec.required and spec.kind is Kind.MOMENT:
            fields[name] = NOW
    return kind(**fields)


def full() -> Project:
    """A plan with a record of every type, each once for the client, the team and nobody else."""
    project = office()
    records: list[Record] = [item for item in project.all() if not isinstance(item, Task)]
    for task in project.table(Task).values():
        records.append(task.replace(notes="CANARY-notes", actual_cost=MONEY, fixed_cost=MONEY, foreign=""))
    for key, kind in RECORD_TYPES.items():
        if key not in ("project", "dependency", "assignment", "baseline"):
            records += [marked(kind, f"{key}{audience}", audience) for audience in (CLIENT, TEAM, PRIVATE)]
    records.append(Assignment(id="x", task="survey", resource="resourceteam", audience=CLIENT))
    records.append(Dependency(id="y", predecessor="taskteam", successor="open", audience=CLIENT))
    return Project(records)


def test_no_internal_word_reaches_a_client(tmp_path: Path) -> None:
    text = written(full(), tmp_path, CLIENT)
    assert "plain" in text
    assert "CANARY" not in text
    assert str(MONEY) not in text
    assert f"{MONEY / 100:,.2f}" not in text
    assert f"{MONEY / 100}" not in text


def test_the_canaries_sing_where_they_may(tmp_path: Path) -> None:
    text = written(full(), tmp_path, TEAM)
    assert "CANARY-risk-fallback" in text
    assert "CANARY-person-email" in text
    assert "CANARY-notes" in text


def test_a_project_that_is_not_for_the_client_is_not_written(tmp_path: Path) -> None:
    project = office()
    project.put("project", "p", project.profile.replace(audience=TEAM))
    for name in ("a.xlsx", "a.csv", "a.ics", "a.xml"):
        with pytest.raises(Rejected) as refused:
            write_foreign(project, schedule(project), tmp_path / name, EN, now=NOW, audience=CLIENT)
        assert refused.value.code == "report_hidden_project"
    assert not list(tmp_path.iterdir())


def test_a_client_sees_the_dates_that_were_agreed(tmp_path: Path) -> None:
    """A calendar of four hours a day is the team's, a levelling delay too, and one task is withheld."""
    project = office()
    week = tuple(WeekDay(weekday=day, bands="08:00-12:00" if day < 5 else "") for day in range(7))
    project.put("calendar", "half", Calendar(id="half", number=1, name="Half days", audience=TEAM, week=week))
    project.put("task", "plan", project.get(Task, "plan").replace(calendar="half"))
    project.put("task", "pack", project.get(Task, "pack").replace(levelling_delay=3 * 1440))
    project.put("task", "wishes", project.get(Task, "wishes").replace(duration=4 * 480, audience=TEAM))
    dates = schedule(project)
    findings = write_foreign(project, dates, tmp_path / "a.xml", EN, now=NOW, audience=CLIENT)
    again = read_mspdi(tmp_path / "a.xml").project()
    theirs = schedule(again)
    shown = {again.get(Task, identity).name: theirs.of(identity) for identity in again.outline.order}
    expected = {task.name: dates.of(task.id) for task in project.table(Task).values() if task.id != "wishes"}
    assert {name: (at.start, at.finish) for name, at in shown.items()} == {
        name: (at.start, at.finish) for name, at in expected.items()
    }
    held = next(item for item in findings if item.sentence.startswith("Tasks held at their dates"))
    # "Brief agreed" waited for the withheld task; what comes after it follows from it again.
    assert held.items == ("Brief agreed", "Floor plan", "Pack")
    assert any(item.sentence.startswith("Records left out") and item.count for item in findings)


def test_a_task_that_is_planned_by_hand_keeps_its_dates() -> None:
    """The dates by which it is planned are the team's; where it stands is what was agreed."""
    project = office()
    by_hand = project.get(Task, "survey").replace(
        mode="manual", manual_start=dt.datetime(2026, 6, 8, 8), manual_finish=dt.datetime(2026, 6, 10, 17)
    )
    project.put("task", "survey", by_hand)
    dates = schedule(project)
    copy, _ = copy_for(project, dates, CLIENT)
    theirs = schedule(copy)
    assert theirs.of("survey").start == dates.of("survey").start == dt.datetime(2026, 6, 8, 8)
    assert {task: theirs.of(task).finish for task in copy.outline.order} == {
        task: dates.of(task).finish for task in copy.outline.order
    }


def test_nothing_is_held_where_nothing_is_withheld() -> None:
    project = office()
    copy, findings = copy_for(project, schedule(project), CLIENT)
    assert {task.mode for task in copy.table(Task).values()} == {"auto"}
    assert findings == ()
