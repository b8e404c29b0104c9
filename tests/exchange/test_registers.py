"""Registers out to tables and back: what was exported changes nothing, and a copy of it is the same register."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.domain.clientview import open_field
from desktop.domain.commands.imports import ImportRegister
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.communication import Action, AgendaItem, Decision, Meeting
from desktop.domain.part_text import parts_text, read_parts
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.record import TEAM, Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.domain.tables import REGISTERS, TableWishes
from desktop.exchange.tabular import OpenTable, write_csv, write_workbook
from desktop.exchange.tabular.sheets import LEFT_OUT
from desktop.i18n import LANGUAGES, catalog
from tests.plans import office, session_of
from tests.strategies import FIXED, fields

NOW = dt.datetime(2026, 6, 3, 10)
RULED = {"risk": {"strategy": ""}, "decision": {"status": "pending"}}
"""Fields that depend on others."""
PLAIN = st.text(st.characters(categories=("L", "N"), max_codepoint=0x9FFF), min_size=1, max_size=12)


def registers() -> list[str]:
    return [key for key in RECORD_TYPES if key not in LEFT_OUT and key != "report"]


def test_every_register_can_be_read() -> None:
    """A register that is declared later must be added here too, or be left out on purpose."""
    assert set(REGISTERS) == set(registers())


@st.composite
def full_project(draw: st.DrawFn, key: str) -> Project:
    """Some people, meetings and risks to link to, and a few records of ``key`` with anything in their fields."""
    project = office()
    facts: dict[str, Any]
    for number, name in enumerate(("李雷", "Han Meimei", "Smith, John", "李雷"), 1):
        facts = {"id": f"p{number}", "number": number, "name": name}
        project.put("person", facts["id"], Person(**facts))
    for other, name in (("meeting", "周会；第一次"), ("risk", "Late, very late"), ("decision", "Which?")):
        kind: Any = RECORD_TYPES[other]
        facts = {"id": f"{other}1", "number": 1, kind.info.name_field: name}
        if other == key:
            continue
        project.put(other, facts["id"], kind(**facts))
    kind = RECORD_TYPES[key]
    for number in range(1, draw(st.integers(1, 2)) + 1):
        made = draw(fields(kind, project)) | RULED.get(key, {})
        made = {name: value for name, value in made.items() if name not in FIXED}
        made |= {"id": f"x{number}", "number": 10 + number, "audience": draw(st.sampled_from(("team", "client")))}
        project.put(key, made["id"], kind(**made))
    return project


SUFFIXES, TONGUES = st.sampled_from((".xlsx", ".csv")), st.sampled_from(LANGUAGES)


@pytest.mark.parametrize("key", REGISTERS)
@settings(max_examples=8, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data(), suffix=SUFFIXES, language=TONGUES)
def test_what_comes_back_unchanged_changes_nothing(key: str, suffix: str, language: str, data: st.DataObject) -> None:
    project = data.draw(full_project(key))
    with TemporaryDirectory() as folder:
        found, _ = through_a_file(project, key, Path(folder, f"a{suffix}"), language).intake(
            TableWishes(key=key), project, NOW
        )
    assert [(fate.reason, fate.fields, fate.problems) for fate in found.fates if fate.verdict != "unchanged"] == []
    assert len(found.fates) == len(project.rows(key))
    assert (found.added, found.updated) == ((), {})


@pytest.mark.parametrize("key", REGISTERS)
@settings(max_examples=8, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data(), suffix=SUFFIXES, language=TONGUES)
def test_an_empty_register_is_filled_with_the_same(key: str, suffix: str, language: str, data: st.DataObject) -> None:
    project = data.draw(full_project(key))
    for identity, record in list(project.rows(key).items()):
        project.put(key, identity, record.replace(**plain_fields(record, data)))
    empty = Project([record for record in project.all() if record.info.key != key or record.id.startswith("p")])
    with TemporaryDirectory() as folder:
        table = through_a_file(project, key, Path(folder, f"a{suffix}"), language)
        found, _ = table.intake(TableWishes(key=key), empty, NOW)
    assert [fate.problems for fate in found.fates if fate.problems] == []
    if key != "person":
        assert [fate.verdict for fate in found.fates] == ["added"] * len(project.rows(key))
    session = session_of(empty)
    session.execute(ImportRegister(key, found.added, found.updated, "a"))
    again = {record.number: record for record in session.project.rows(key).values()}
    for record in project.rows(key).values():
        other = again[record.number]
        for spec in record.info.columns():
            if open_field(key, spec, TEAM):
                assert named(project, spec, record) == named(session.project, spec, other), spec.name


def through_a_file(project: Project, key: str, path: Path, language: str) -> OpenTable:
    words = catalog(language)
    if path.suffix == ".csv":
        write_csv(project, schedule(project), path, words, key=key)
    else:
        write_workbook(project, schedule(project), path, words)
    return OpenTable(path)


def plain_fields(record: Record, data: st.DataObject) -> dict[str, Any]:
    """Texts without what a register would tidy (spaces side by side), and no links to namesakes."""
    made: dict[str, Any] = {}
    for name, spec in record.info.specs.items():
        value = getattr(record, name)
        if name in FIXED:
            continue
        if not value and spec.default:
            made[name] = spec.default  # what an empty cell of a new record means
        elif spec.kind in (Kind.TEXT, Kind.LONG_TEXT) and value:
            made[name] = data.draw(PLAIN)
        elif spec.kind is Kind.TEXTS:
            made[name] = tuple(data.draw(PLAIN) for _ in value)
        elif spec.kind is Kind.LINK and value == "p4":
            made[name] = "p1"
        elif spec.kind is Kind.LINKS:
            made[name] = tuple(dict.fromkeys("p1" if item == "p4" else item for item in value))
        elif spec.kind is Kind.MINUTES and value:
            made[name] = value % 100_000 // 480 * 480
        elif spec.kind is Kind.ROWS:
            made[name] = ()
    return made


def named(project: Project, spec: Spec, record: Record) -> Any:
    """A value with names in the place of ids, because a copy has ids of its own."""
    value = getattr(record, spec.name)
    if spec.kind is Kind.LINK:
        found = project.rows(spec.to).get(value)
        return found.name_text if found else None
    if spec.kind is Kind.LINKS:
        return sorted(project.rows(spec.to)[item].name_text for item in value)
    return value


def csv_table(tmp_path: Path, text: str, name: str = "a.csv") -> OpenTable:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return OpenTable(path)


def take_in(session: Session, table: OpenTable, wishes: TableWishes) -> dict[str, int]:
    found, findings = table.intake(wishes, session.project, NOW)
    session.execute(ImportRegister(wishes.key, found.added, found.updated, table.name))
    return {item.sentence: item.count for item in findings}


ACTIONS = """责任人,行动项,截止日期,状态,可见范围
李雷,确认到货日期,2026/6/30,进行中,
王芳,Send the drawings,30.06.2026,Done,客户
,没有负责人,soon,,
李雷,,2026-07-01,,
"""


def test_a_list_of_somebody_else(tmp_path: Path) -> None:
    project = office()
    facts: dict[str, Any] = {"id": "lei", "number": 1, "name": "李雷"}
    project.put("person", "lei", Person(**facts))
    session, table = session_of(project), csv_table(tmp_path, ACTIONS)
    assert table.settled(TableWishes()).key == "action"
    counts = take_in(session, table, TableWishes(key="action"))
    rows = [(item.title, item.owner, item.due, item.status, item.audience) for item in session.project.table(Action)
            .values()]  # fmt: skip
    assert rows == [
        ("确认到货日期", "lei", dt.date(2026, 6, 30), "in_progress", "team"),
        ("Send the drawings", None, dt.date(2026, 6, 30), "done", "client"),
        ("没有负责人", None, None, "open", "team"),
    ]
    assert counts["Records added: {n}"] == 3
    assert counts["Rows left out: {n}"] == 1  # what nobody can call by a name
    assert counts["Cells that could not be read: {n}"] == 2  # 王芳, soon
    assert len(session.undo_steps) == 1
    session.undo()
    assert not session.project.table(Action)


def test_people_who_are_not_known_can_come_too(tmp_path: Path) -> None:
    session, table = session_of(), csv_table(tmp_path, ACTIONS)
    found, _ = table.intake(TableWishes(key="action"), session.project, NOW)
    assert found.unknown_people == ("李雷", "王芳")
    take_in(session, table, TableWishes(key="action", new_people=True))
    people = {item.id: item.name for item in session.project.table(Person).values()}
    assert sorted(people.values()) == ["李雷", "王芳"]
    assert [people.get(item.owner or "") for item in session.project.table(Action).values()] == ["李雷", "王芳", None]
    session.undo()
    assert not session.project.table(Person)


def test_rows_find_their_records(tmp_path: Path) -> None:
    session = session_of()
    for title in ("First", "Second", "Third", "Third"):
        session.execute(AddRecord("action", {"title": title, "due": dt.date(2026, 6, 9), "detail": "kept"}))
    text = "编号,行动项,截止日期,详情\nA-001,First,2026-06-09,\n2,Second,2026-06-19,\n2,Again,,\nA-099,New,,\n"
    found, findings = csv_table(tmp_path, text).intake(TableWishes(key="action"), session.project, NOW)
    assert [fate.verdict for fate in found.fates] == ["unchanged", "updated", "skipped", "added"]
    (changed,) = found.updated.values()
    # A promise that moves keeps its first date and is counted, as by hand.
    assert changed == {"due": dt.date(2026, 6, 19), "original_due": dt.date(2026, 6, 9), "redated": 1}
    assert [item.count for item in findings if item.sentence == "Rows left out: {n}"] == [1]
    cleared, _ = csv_table(tmp_path, text).intake(TableWishes(key="action", clears=True), session.project, NOW)
    assert [fields["detail"] for fields in cleared.updated.values()] == ["", ""]
    text = "行动项,详情\nfirst,new\nThird,new\n"
    found, _ = csv_table(tmp_path, text).intake(TableWishes(key="action"), session.project, NOW)
    assert [fate.verdict for fate in found.fates] == ["updated", "skipped"]
    assert found.fates[1].reason is not None
    assert found.fates[1].reason.code == "row_ambiguous"
    found, _ = csv_table(tmp_path, text).intake(TableWishes(key="action", match="new"), session.project, NOW)
    assert [fate.verdict for fate in found.fates] == ["added", "added"]


def test_rules_hold_for_tables_too(tmp_path: Path) -> None:
    session = session_of()
    session.execute(AddRecord("decision", {"title": "Paint", "status": "decided", "outcome": "Blue"}))
    session.execute(
        SetFields("decision", (next(iter(session.project.rows("decision"))),), {"confirmation": "confirmed"})
    )
    text = "编号,标题,结论,状态\n1,Paint,Red,decided\n,Door,,Decided\n"
    table = csv_table(tmp_path, text)
    found, _ = table.intake(TableWishes(key="decision", columns={0: "number", 1: "title", 2: "outcome", 3: "status"}),
                            session.project, NOW)  # fmt: skip
    assert [(fate.verdict, fate.reason and fate.reason.code) for fate in found.fates] == [
        ("skipped", "decision_final"), ("skipped", "decided_without_outcome"),
    ]  # fmt: skip


def test_agendas_come_back() -> None:
    people: dict[str, Any] = {"id": "lei", "number": 1, "name": "李雷"}
    project = Project([*office().all(), Person(**people)])
    items = (
        AgendaItem(topic="Budget | costs \\ more", purpose="decide", minutes="one\ntwo", owner="lei"),
        AgendaItem(topic="Next", purpose=""),
        AgendaItem(topic="Only a topic"),
    )
    spec = RECORD_TYPES["meeting"].info.specs["agenda"]
    for language in LANGUAGES:
        assert read_parts(project, spec, parts_text(project, spec, items, catalog(language)), NOW.date()) == items
    with pytest.raises(Rejected):
        read_parts(project, spec, "a | b | c | d | e", NOW.date())


def test_a_link_to_a_row_that_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    """A decision that was taken needs an outcome: the second row breaks the rule, the first one names it."""
    text = "Title,Status,Supersedes,Outcome\nNew way,Pending,Old way,\nOld way,Decided,,\nThird way,Pending,New way,\n"
    session, table = session_of(), csv_table(tmp_path, text)
    counts = take_in(session, table, TableWishes(key="decision"))
    made = {item.title: item for item in session.project.table(Decision).values()}
    assert set(made) == {"New way", "Third way"}
    assert made["New way"].supersedes is None
    assert made["Third way"].supersedes == made["New way"].id
    assert (counts["Rows left out: {n}"], counts["Cells that could not be read: {n}"]) == (1, 1)


def test_a_cell_without_a_letter_makes_nobody(tmp_path: Path) -> None:
    """A zero byte, a control sign, a soft mark: something stands there, but no name."""
    text = "Action,Owner\nAsk,\x7f\nWait,\u200b\n"
    session, table = session_of(), csv_table(tmp_path, text)
    take_in(session, table, TableWishes(key="action", new_people=True))
    assert [item.title for item in session.project.table(Action).values()] == ["Ask", "Wait"]
    assert all(person.name.strip() for person in session.project.table(Person).values())


def test_a_cell_with_thousands_of_names_is_read(tmp_path: Path) -> None:
    """Names may have commas in them; trying every run of them would not end."""
    project = office()
    for number, name in enumerate(("李雷", "Smith, John"), 1):
        facts: dict[str, Any] = {"id": f"p{number}", "number": number, "name": name}
        project.put("person", facts["id"], Person(**facts))
    names = ", ".join(["李雷", "Smith, John"] * 4_000)
    session, table = session_of(project), csv_table(tmp_path, f'Title,Invited\nKick-off,"{names}"\n')
    take_in(session, table, TableWishes(key="meeting"))
    (meeting,) = session.project.table(Meeting).values()
    assert meeting.invited == ("p1", "p2")
