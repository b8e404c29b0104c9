"""Issuing reports: frozen, numbered, taken back by one undo."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop.domain.commands.records import DeleteRecords, SetFields
from desktop.domain.commands.reporting import IssueReport, JudgeRating
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.reported import judgements, reported
from desktop.domain.reporting import ReportRating, StatusReport
from desktop.domain.session import Session

DAY = dt.date(2026, 6, 12)
AMBER = ReportRating(
    dimension="risk", proposed="amber", shown="amber", reason="One is high", path="Rent", path_date=None
)
FIRST = IssueReport(
    number=8, version=1, period_from=dt.date(2026, 6, 6), period_to=DAY, status_date=DAY, language="en",
    headline="On the way", ratings=(AMBER,), milestones=(), issued_to="Zhao", file_name="a.pdf", sha256="1" * 64,
)  # fmt: skip


@pytest.fixture
def session() -> Session:
    profile = ProjectProfile(id="p", number=1, name="Port", start=dt.datetime(2026, 6, 1, 8), report_number=7)
    return Session(Project([profile]), clock=lambda: dt.datetime(2026, 6, 12, 17))


def reports(session: Session) -> list[tuple[int, int, str, str]]:
    table = session.project.table(StatusReport).values()
    return [(item.number, item.version, item.language, item.status) for item in table]


def test_issuing_adds_a_record_and_counts_in_one_step(session: Session) -> None:
    session.execute(FIRST)
    (record,) = session.project.table(StatusReport).values()
    assert (record.code, record.status, record.issued_on, record.audience) == ("SR-008", "issued", DAY, "team")
    assert session.project.profile.report_number == 8
    session.undo()
    assert reports(session) == []
    assert session.project.profile.report_number == 7


def test_a_correction_replaces_and_another_language_stands_beside(session: Session) -> None:
    session.execute(FIRST)
    assert session.execute(FIRST) is None  # the same document
    session.execute(dataclasses.replace(FIRST, version=2, sha256="2" * 64))
    session.execute(dataclasses.replace(FIRST, language="zh", sha256="3" * 64))
    assert reports(session) == [(8, 1, "en", "replaced"), (8, 2, "en", "issued"), (8, 1, "zh", "issued")]
    assert reported(session.project, DAY, "en").version == 3
    assert reported(session.project, DAY + dt.timedelta(7), "en").number == 9


@pytest.mark.parametrize("lack", [{"reason": " "}, {"path": ""}])
def test_amber_without_reason_or_path_is_not_issued(session: Session, lack: dict[str, str]) -> None:
    with pytest.raises(Rejected, match="report_unexplained"):
        session.execute(dataclasses.replace(FIRST, ratings=(dataclasses.replace(AMBER, **lack),)))
    assert reports(session) == []


def test_an_issued_report_stays_as_it_was_received(session: Session) -> None:
    session.execute(FIRST)
    (identity,) = session.project.table(StatusReport)
    with pytest.raises(Rejected, match="report_issued"):
        session.execute(SetFields("report", (identity,), {"headline": "Better"}))
    with pytest.raises(Rejected, match="report_issued"):
        session.execute(DeleteRecords("report", (identity,)))
    session.execute(SetFields("report", (identity,), {"tags": ("board",)}))


def test_another_rating_needs_a_reason(session: Session) -> None:
    with pytest.raises(Rejected, match="rating_without_reason"):
        session.execute(JudgeRating("risk", DAY, "green", reason="  "))
    session.execute(JudgeRating("risk", DAY, "green", reason="Settled today"))
    session.execute(JudgeRating("cost", DAY, path="Ask for money"))
    assert list(judgements(session.project, DAY)) == ["cost", "risk"]
    session.execute(JudgeRating("risk", DAY))  # as proposed after all
    assert list(judgements(session.project, DAY)) == ["cost"]
    assert len(session.project.table(StatusReport)) == 1


def test_what_was_said_holds_for_one_report(session: Session) -> None:
    session.execute(JudgeRating("risk", DAY, "green", reason="Settled"))
    later = DAY + dt.timedelta(7)
    assert judgements(session.project, later)  # not issued yet
    session.execute(FIRST)
    assert judgements(session.project, DAY)  # the same report in another language
    assert not judgements(session.project, later)
    session.execute(JudgeRating("cost", later, path="Ask"))
    assert list(judgements(session.project, later)) == ["cost"]
