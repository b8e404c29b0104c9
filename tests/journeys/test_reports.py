"""Two weeks of reporting in the whole window: issue, edit, issue again, and take it back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt

from desktop.domain.commands.records import SetFields
from desktop.domain.communication import Action
from desktop.domain.control import Issue
from desktop.domain.plan import ProjectProfile
from desktop.domain.reporting import StatusReport
from desktop.i18n import CHINESE, words
from desktop.views.reports import ReportsPage
from desktop.views.start import StartPage
from tests.journeys.test_story import LEFT, Person, person

__all__ = ["person"]

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def issued(person: Person) -> list[StatusReport]:
    return [item for item in person.project.table(StatusReport).values() if item.status == "issued"]


def issue(person: Person, target: Path) -> str:
    """Export by key and answer what is asked; returns the text of the first page."""
    page, before = person.page(ReportsPage), len(issued(person))
    page.setFocus()
    person.press(Key.Key_E, CTRL)
    while page.ratings.asking:  # what is amber or red and not said yet, one after the other
        person.wait(lambda: page.ratings.editor is not None or not page.ratings.asking, 60_000)
        if page.ratings.editor is not None:
            person.type("Freeze the scope")
            person.press(Key.Key_Return)
    person.answer_file(target)
    person.wait(lambda: len(issued(person)) > before, 60_000)
    return PdfReader(target).pages[0].extract_text()


def test_a_second_report_is_set_beside_the_first(person: Person, tmp_path: Path) -> None:
    start = person.window.centralWidget().findChild(StartPage)
    assert isinstance(start, StartPage)
    person.qtbot.mouseClick(start.sample_button, LEFT)
    assert len(issued(person)) == 2
    with person.qtbot.waitSignal(person.window.view.page_changed):  # type: ignore[union-attr]
        person.press(Key.Key_5, CTRL)
    page = person.page(ReportsPage)
    person.wait(page.export_action.isEnabled, 60_000)
    issue(person, tmp_path / "12.pdf")
    first = issued(person)[-1]
    assert (first.number, person.project.profile.report_number) == (12, 12)
    assert {row.dimension: row.shown for row in first.ratings}["scope"] == "green"

    # A week later the scope is in trouble.
    workspace = person.window.workspace
    assert workspace is not None
    day = (first.status_date or dt.date.min) + dt.timedelta(7)
    worse = {"category": "scope", "response_status": "at_risk"}
    some = next(item.id for item in person.project.table(Issue).values() if item.is_open and item.audience == "client")
    workspace.do(SetFields(ProjectProfile.info.key, (person.project.profile.id,), {"status_date": day}))
    with person.qtbot.waitSignal(page.press.printed, timeout=60_000):
        workspace.do(SetFields(Issue.info.key, (some,), worse))
    person.wait(lambda: page.ratings.buttons["scope"].accessibleName().endswith(words()("Amber", "rating")), 60_000)
    text = issue(person, tmp_path / "13.pdf")
    second = issued(person)[-1]
    assert second.number == 13
    shown = {row.dimension: row for row in second.ratings}["scope"]
    assert (shown.shown, shown.path) == ("amber", "Freeze the scope")
    assert "Freeze the scope" in text
    assert "上次预测" in text
    assert "13" in page._notice.text()
    assert ("签发" in page._notice.text()) == (words().language == CHINESE)

    # One step back takes the record, and nothing else.
    actions = dict(person.project.table(Action))
    person.press(Key.Key_Z, CTRL)
    assert [item.number for item in issued(person)] == [10, 11, 12]
    assert person.project.profile.report_number == 12
    assert dict(person.project.table(Action)) == actions
    assert (tmp_path / "13.pdf").exists()
