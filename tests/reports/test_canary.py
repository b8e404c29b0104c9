"""Nothing internal leaves: marked texts in every field that is not the reader's, looked for in every byte."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from desktop.domain.clientview import open_field
from desktop.domain.display import money_text
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.record import Kind, Part, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.reporting import StatusReport
from desktop.domain.scheduling import schedule
from desktop.reports.kinds import KINDS, Wishes, build
from desktop.reports.language import LANGUAGES
from desktop.reports.pdf import print_report
from tests.reports.reading import contents, poppler_text, text_of

AS_OF = dt.date(2026, 6, 12)
OPEN_DAY = dt.date(2026, 6, 15)
AUDIENCES = {"client": ("team", "private"), "team": ("private",)}
"""Who reads, and whose records are withheld from them."""


@dataclass
class Planter:
    """Fills records with texts, days and amounts of which none comes twice."""

    reader: str
    secrets: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    count: int = 0

    def mark(self, secret: bool) -> str:
        """A text of six characters: short enough to stand on one line nearly everywhere."""
        self.count += 1
        text = f"{'QX' if secret else 'OK'}{self.count:04d}"
        (self.secrets if secret else self.shown).append(text)
        return text

    def value(self, spec: Spec, secret: bool, links: Mapping[str, str]) -> Any:
        self.count += 1
        if spec.kind in (Kind.TEXT, Kind.LONG_TEXT):
            return self.mark(secret)
        if spec.kind is Kind.TEXTS:
            return (self.mark(secret), self.mark(secret))
        if spec.kind is Kind.MONEY:
            amount = 700_000_000 + self.count * 1_037
            if secret:
                self.secrets += [str(amount), money_text(amount, 2), money_text(amount, 2).replace(",", "")]
            return amount
        if spec.kind is Kind.DATE and secret:
            return self.day()
        if spec.kind is Kind.MOMENT and secret:
            return dt.datetime.combine(self.day(), dt.time(8))
        if spec.kind is Kind.LINK:
            return links.get(spec.to)
        if spec.kind is Kind.LINKS:
            return (links[spec.to],) if spec.to in links else ()
        if spec.kind is Kind.CHOICE and spec.choices:
            return next(iter(spec.choices))
        if spec.kind in (Kind.DATE, Kind.MOMENT):
            return OPEN_DAY if spec.kind is Kind.DATE else dt.datetime.combine(OPEN_DAY, dt.time(8))
        return spec.default

    def day(self) -> dt.date:
        """A day of the 2060s, each once."""
        day = dt.date(2060, 1, 1) + dt.timedelta(self.count)
        self.secrets.append(day.isoformat())
        return day

    def part(self, kind: type[Part], secret: bool) -> Part:
        return kind(**{n: self.value(s, secret or s.audience != "client", {}) for n, s in kind.specs.items()})

    def record(self, kind: type[Record], audience: str, links: Mapping[str, str]) -> Record:
        hidden = audience in AUDIENCES[self.reader]
        fields: dict[str, Any] = {}
        for spec in kind.info.specs.values():
            if spec.name in KEPT or (kind.info.key, spec.name) in KEPT_OF:
                continue
            secret = hidden or not open_field(kind.info.key, spec, self.reader)
            if spec.kind is Kind.ROWS:
                fields[spec.name] = (self.part(spec.part, secret),) if spec.part else ()
            else:
                fields[spec.name] = self.value(spec, secret, links)
        made = kind(id=f"{kind.info.key}-{audience}", audience=audience, **fields)
        return made.replace(**FITTING.get(kind.info.key, {}))


KEPT = {"number", "audience", "created_at", "changed_at"}
"""Not planted: what identifies a record, and who may see it."""
KEPT_OF = {
    # Dates and calendars that the scheduler needs; texts of theirs are planted where the test says so.
    ("calendar", "week"), ("calendar", "exceptions"), ("calendar", "work_weeks"), ("calendar", "base"),
    ("task", "parent"), ("task", "manual_start"), ("task", "manual_finish"), ("task", "resume"), ("task", "stop"),
    ("task", "splits"), ("task", "duration_unit"), ("task", "actual_finish"), ("task", "recorded_start"),
    ("task", "recorded_finish"), ("task", "calendar"), ("dependency", "lag_unit"), ("baseline", "tasks"),
    ("project", "calendar"), ("project", "finish"), ("project", "status_date"), ("project", "schedule_from"),
}  # fmt: skip
FITTING: Mapping[str, Mapping[str, Any]] = {
    # What the reports show first: open, scored, overdue, decided.
    "risk": {"probability": 5, "impact_cost": 5, "status": "responding", "kind": "threat"},
    "action": {"status": "open", "due": dt.date(2026, 6, 1)},
    "decision": {"status": "pending", "needed_by": dt.date(2026, 6, 1)},
    "issue": {"status": "open"},
    # One that was issued to the client before and gives its codes and days to the new one.
    "report": {"status": "issued", "period_to": dt.date(2026, 6, 5), "status_date": dt.date(2026, 6, 5)},
}


def planted(reader: str) -> tuple[Project, Planter]:
    """A project with a record of every type for every audience, each linked to what the reader may not see."""
    plant = Planter(reader)
    records: list[Record] = []
    for audience in ("client", "team", "private"):
        for key, kind in RECORD_TYPES.items():
            if key == "project":
                continue
            # A client's record points at withheld people and at its own tasks.
            links = {other: f"{other}-{audience}" for other in RECORD_TYPES} | {"person": "person-private"}
            links |= {"client": "client-client", "project": "project-client"}
            records.append(plant.record(kind, audience, links))
    for audience in ("private", "team", "client"):  # what is said of the ratings of the next report
        said = plant.record(StatusReport, audience, {"task": "task-client"})
        records.append(said.replace(id=f"report-next-{audience}", status="draft", status_date=AS_OF))
    profile = plant.record(ProjectProfile, "client", {"client": "client-client", "person": "person-private"})
    records.append(profile.replace(start=dt.datetime(2026, 6, 1, 8), status_date=AS_OF, minutes_per_day=480))
    return Project(list(_wired(records))), plant


def _wired(records: list[Record]) -> Iterator[Record]:
    """Tasks below a withheld summary, dependencies to withheld tasks, ids that exist."""
    known = {(item.info.key, item.id) for item in records}
    for item in records:
        changes: dict[str, Any] = {}
        for spec in item.info.specs.values():
            if spec.kind is Kind.LINK and (value := getattr(item, spec.name)) and (spec.to, value) not in known:
                changes[spec.name] = None
        if item.ref == "task/task-client":
            changes["parent"] = "task-private"
        if item.info.key == "dependency":
            changes |= {"predecessor": "task-private", "successor": "task-client"}
        yield item.replace(**changes) if changes else item


@pytest.fixture(scope="module", params=AUDIENCES)
def field_of_traps(request: pytest.FixtureRequest) -> tuple[Project, Planter]:
    return planted(request.param)


def test_there_is_something_to_find(field_of_traps: tuple[Project, Planter]) -> None:
    project, plant = field_of_traps
    assert len(plant.secrets) > (250 if plant.reader == "client" else 120)
    assert len(set(plant.secrets)) == len(plant.secrets)
    assert {item.audience for item in project.all()} == {"client", "team", "private"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_secret_is_in_any_byte(field_of_traps: tuple[Project, Planter], kind: str, language: str) -> None:
    project, plant = field_of_traps
    pdf = print_report(
        build(
            project, schedule(project), kind=kind, language=language, audience=plant.reader, today=AS_OF,
            wishes=Wishes(sheets=2),
        )
    )  # fmt: skip
    streams = b"\n".join(contents(pdf))
    texts = text_of(pdf), poppler_text(pdf) or ""
    for secret in plant.secrets:
        assert secret.encode() not in streams, secret
        assert secret.encode("utf-16-be") not in streams, secret
        assert not any(secret in text for text in texts), secret


def test_what_is_released_is_there(field_of_traps: tuple[Project, Planter]) -> None:
    """The same search finds what it should: otherwise the test above could not fail."""
    project, plant = field_of_traps
    report = build(project, schedule(project), kind="status", language="en", audience=plant.reader, today=AS_OF)
    text = text_of(print_report(report))
    for key, name in (
        ("risk", "event"), ("risk", "response"), ("action", "title"), ("decision", "recommendation"),
        ("issue", "problem"), ("communication", "shared_note"), ("task", "name"), ("task", "wbs_code"),
    ):  # fmt: skip
        expected = getattr(project.rows(key)[f"{key}-client"], name)
        assert expected in plant.shown
        assert expected in text, (key, name)


def test_a_new_field_is_withheld_until_its_declaration_says_otherwise() -> None:
    for key, kind in RECORD_TYPES.items():
        for spec in kind.info.specs.values():
            if open_field(key, spec, "client") and spec.audience != "client":
                # The structural ones: units, order, flags. No text, no money, no person among them.
                assert spec.kind in (Kind.INTEGER, Kind.CHOICE, Kind.FLAG, Kind.LINK, Kind.ROWS), (key, spec.name)
    assert not open_field("risk", Spec(title="New", kind=Kind.TEXT, name="new"), "client")

