"""The reports page: what is seen is what is exported, and nothing of it holds up the window."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QColor, QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import SetFields
from desktop.domain.commands.reporting import JudgeRating
from desktop.domain.plan import ProjectProfile
from desktop.domain.rejection import Rejected
from desktop.domain.reporting import StatusReport
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.workspace import Workspace
from desktop.reports import kinds
from desktop.reports.blocks import Lamp, RagRow
from desktop.views.reports import ReportsPage
from desktop.views.reports.outgoing import RecordButton
from desktop.views.reports.press import Printed
from tests.reports.samples import AS_OF, make_project

WAIT = 20_000


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print at once: what a person needs the pause for, a test does not do."""
    monkeypatch.setattr("desktop.views.reports.page.PAUSE", 0)


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    """Risk is amber, and the way back to green is said: what may go to a client."""
    made = Workspace(Session(make_project()))
    assert made.do(JudgeRating("risk", AS_OF, path="Rent devices"))
    return made


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> Iterator[ReportsPage]:
    """A page that shows its first report."""
    made = ReportsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitSignal(made.press.printed, timeout=WAIT):
        made.show()
    yield made
    made.press.call_off()
    QThreadPool.globalInstance().waitForDone()


def shown(page: ReportsPage) -> Printed:
    assert page.preview.printed is not None
    return page.preview.printed


def reprinted(page: ReportsPage, qtbot: QtBot, **choices: str) -> Printed:
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        page.choices.choose(**choices)
    return shown(page)


def test_the_first_report_is_the_status_for_the_client_in_the_clients_language(page: ReportsPage) -> None:
    order = shown(page).order
    assert (order.kind, order.audience, order.language) == ("status", "client", "both")
    assert page.preview.count == len(PdfReader(io.BytesIO(shown(page).pdf)).pages)


def test_pages_in_sight_are_drawn(page: ReportsPage, qtbot: QtBot) -> None:
    def drawn() -> None:
        picture = page.preview.grab().toImage()
        box = page.preview.page_box(0)
        # the blue rule under the title, somewhere in the upper part of the sheet
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(box.left() + 60, box.left() + 120, 6)
            for y in range(max(box.top(), 0), box.top() + 150)
        }
        assert QColor("#1f5fbf").name() in colours

    qtbot.waitUntil(drawn, timeout=WAIT)


def test_what_is_exported_is_what_is_shown(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    with qtbot.waitSignal(page.press.written, timeout=WAIT):
        page.export(target)
    assert target.read_bytes() == shown(page).pdf
    assert page.folder_action.isEnabled()


def test_the_folder_of_the_export_can_be_opened(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    with qtbot.waitSignal(page.press.written, timeout=WAIT):
        page.export(tmp_path / "report.pdf")
    page.folder_action.trigger()
    assert [Path(name) for name in opened] == [tmp_path]


def test_asking_where_does_not_stop_the_window(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.export_action.trigger()  # returns at once
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(page.press.written, timeout=WAIT):
        dialog.fileSelected.emit(str(tmp_path / "chosen.pdf"))
        dialog.close()
    assert (tmp_path / "chosen.pdf").exists()


def test_a_disk_that_refuses_is_told_in_a_sentence(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.workspace.rejected, timeout=WAIT) as told:
        page.export(tmp_path / "nowhere" / "report.pdf")
    (refusal,) = told.args or [None]
    assert isinstance(refusal, Rejected)
    assert refusal.code == "folder_missing"


def test_another_reader_is_another_report(page: ReportsPage, qtbot: QtBot) -> None:
    before = shown(page).pdf
    assert reprinted(page, qtbot, audience="team").pdf != before
    assert page.choices.audience == "team"


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_kind_can_be_chosen(page: ReportsPage, qtbot: QtBot, kind: str) -> None:
    if kind != page.choices.kind:
        assert reprinted(page, qtbot, kind=kind).order.kind == kind
    assert page.preview.count >= 1


def test_an_edit_is_printed_while_the_page_is_looked_at(page: ReportsPage, qtbot: QtBot) -> None:
    profile = page.workspace.project.profile
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        page.workspace.do(SetFields("project", (profile.id,), {"name": "Renamed"}))
    assert b"Renamed" in shown(page).pdf  # in the document's properties


def test_a_project_that_is_not_the_clients_is_not_shown_to_one(page: ReportsPage, qtbot: QtBot) -> None:
    profile = page.workspace.project.profile
    with qtbot.waitSignal(page.press.failed, timeout=WAIT):
        page.workspace.do(SetFields("project", (profile.id,), {"audience": "team"}))
    assert page.preview.printed is None
    assert not page.export_action.isEnabled()
    reprinted(page, qtbot, audience="team")
    assert page.export_action.isEnabled()


def test_what_is_new_to_the_client_is_named_once(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    names = [button.text() for button in page.outgoing.findChildren(RecordButton)]
    assert any("DEC-001" in name for name in names)
    with qtbot.waitSignal(page.press.written, timeout=WAIT):
        page.export(tmp_path / "report.pdf")
    qtbot.waitUntil(lambda: not any(b.isVisible() for b in page.outgoing.findChildren(RecordButton)), timeout=WAIT)
    state = page.save_state()
    again = ReportsPage(page.workspace)
    qtbot.addWidget(again)
    again.restore_state(state)
    again._show_outgoing()
    assert not again.outgoing.findChildren(RecordButton)


def test_a_new_record_opens_when_pressed(page: ReportsPage, qtbot: QtBot) -> None:
    button = page.outgoing.findChildren(RecordButton)[0]
    with qtbot.waitSignal(page.navigate) as asked:
        button.click()
    assert asked.args == ["decision/decision1"]


def test_pages_can_be_walked_through(page: ReportsPage) -> None:
    view = page.preview
    assert view.page == 1
    assert not page.previous_action.isEnabled()
    page.next_action.trigger()
    assert view.page == 2
    view.go_to(view.count)
    assert view.page == view.count
    assert not page.next_action.isEnabled()
    page.previous_action.trigger()
    assert view.page == view.count - 1


def test_zoom_keeps_what_lies_under_the_pointer(page: ReportsPage) -> None:
    view = page.preview
    at = QPoint(500, 400)
    before = view.page_box(0)
    share = (at.y() - before.top()) / before.height()
    event = QWheelEvent(
        QPointF(at), QPointF(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.wheelEvent(event)
    after = view.page_box(0)
    assert after.height() > before.height()
    assert (at.y() - after.top()) / after.height() == pytest.approx(share, abs=0.01)


def test_the_view_can_fit_width_and_page(page: ReportsPage) -> None:
    view = page.preview
    page.zoom_in_action.trigger()
    assert view.fit == "free"
    page.fit_width_action.trigger()
    widest = max(view.page_box(number).width() for number in range(view.count))
    assert view.viewport().width() - 60 < widest < view.viewport().width()
    page.fit_page_action.trigger()
    assert all(view.page_box(number).height() < view.viewport().height() for number in range(view.count))


def test_only_the_newest_wish_is_delivered(page: ReportsPage, qtbot: QtBot) -> None:
    arrived: list[str] = []

    def keep(printed: object) -> None:
        assert isinstance(printed, Printed)
        arrived.append(printed.order.kind)

    page.press.printed.connect(keep)
    for kind in ("risks", "actions", "gantt"):
        page.choices.choose(kind=kind)
        page.print_now()
    qtbot.waitUntil(lambda: arrived[-1:] == ["gantt"], timeout=WAIT)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert arrived[-1] == "gantt"
    assert shown(page).order.kind == "gantt"


def test_work_that_is_stopped_leaves_what_was_shown(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shown(page)
    entered, leave = threading.Event(), threading.Event()
    build = kinds.build

    def slow(*arguments: object, **facts: object) -> object:
        entered.set()
        assert leave.wait(20)
        return build(*arguments, **facts)  # type: ignore[arg-type]

    monkeypatch.setattr(kinds, "build", slow)
    page.print_now()
    assert entered.wait(20)
    page.waiting.show()  # what a second without a result does
    assert page.waiting.stop.isVisible()
    page.waiting.stop.click()
    leave.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert shown(page) is before
    assert not page.waiting.stop.isVisible()


def test_a_fault_in_printing_reaches_the_report_of_problems(
    page: ReportsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_facts: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(kinds, "build", broken)
    with qtbot.captureExceptions() as found, qtbot.waitSignal(page.press.broken, timeout=WAIT):
        page.print_now()
    assert [kind for kind, _, _ in found] == [ZeroDivisionError]


def test_a_page_may_go_while_its_report_is_being_printed(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, leave = threading.Event(), threading.Event()
    build = kinds.build

    def slow(*arguments: object, **facts: object) -> object:
        entered.set()
        assert leave.wait(20)
        return build(*arguments, **facts)  # type: ignore[arg-type]

    monkeypatch.setattr(kinds, "build", slow)
    made = ReportsPage(workspace)
    made.print_now()
    assert entered.wait(20)
    made.deleteLater()
    del made
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    leave.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


@pytest.mark.parametrize("name", ['a/b\\c:d*e?f"g<h>i|j', "\x00\n", "." * 80, "名" * 200, ""])
def test_any_project_name_makes_a_file_name(page: ReportsPage, qtbot: QtBot, name: str, tmp_path: Path) -> None:
    profile = page.workspace.project.profile
    fields = {"short_name": "", "project_code": "", "name": name.strip("\x00\n") or "x"}
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        page.workspace.do(SetFields("project", (profile.id,), fields))
    made = page.file_name()
    assert made.endswith(".pdf")
    assert len(made) < 140
    (tmp_path / made).write_bytes(b"")


def test_choices_are_remembered(page: ReportsPage, qtbot: QtBot, workspace: Workspace) -> None:
    reprinted(page, qtbot, kind="gantt", language="zh", audience="team")
    state = page.save_state()
    again = ReportsPage(workspace)
    qtbot.addWidget(again)
    again.restore_state(state)
    assert (again.choices.kind, again.choices.language, again.choices.audience) == ("gantt", "zh", "team")


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"choices": 7},
        {"choices": {"kind": "x", "language": 3, "audience": None, "left_out": "gantt", "sheets": "9"}},
        {"folder": 5, "shown": {"a": 1}, "fit": []},
        {"shown": [1, None, "risk/risk1"], "folder": "/does/not/exist"},
        {"choices": {"sheets": 10**9, "left_out": [1, "gantt"]}},
    ],
)
def test_any_remembered_state_is_survived(workspace: Workspace, qtbot: QtBot, state: dict[str, object]) -> None:
    made = ReportsPage(workspace)
    qtbot.addWidget(made)
    made.restore_state(state)
    assert made.choices.kind in kinds.KINDS


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_page_speaks_both_languages(workspace: Workspace, qtbot: QtBot, language: str) -> None:
    set_language(language)
    try:
        made = ReportsPage(workspace)
        qtbot.addWidget(made)
        assert made.export_action.text() == {"en": "Export as PDF…", "zh_CN": "导出为 PDF…"}[language]
        assert made.menus()[0][1][0] is made.export_action
    finally:
        set_language(ENGLISH)


def test_the_report_can_be_asked_for_by_name(workspace: Workspace, qtbot: QtBot) -> None:
    made = ReportsPage(workspace)
    qtbot.addWidget(made)
    made.apply_filter("gantt")
    assert made.choices.kind == "gantt"
    assert ProjectProfile.info.key not in made.choices.keys


# -- issuing ------------------------------------------------------------------------------------


def issued(workspace: Workspace) -> list[StatusReport]:
    return [item for item in workspace.project.table(StatusReport).values() if item.status == "issued"]


def exported(page: ReportsPage, qtbot: QtBot, target: Path) -> bytes:
    with qtbot.waitSignal(page.press.written, timeout=WAIT):
        page.export(target)
    return target.read_bytes()


def test_what_a_client_receives_is_recorded_once_and_said(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    pdf = exported(page, qtbot, tmp_path / "report.pdf")
    (record,) = issued(page.workspace)
    assert record.sha256 == hashlib.sha256(pdf).hexdigest()
    assert (record.number, record.file_name, record.status_date) == (8, "report.pdf", AS_OF)
    assert record.audience == "team"
    assert {row.dimension: row.shown for row in record.ratings}["risk"] == "amber"
    assert {row.name: row.forecast for row in record.milestones}[
        "方案评审通过 Design approved by the steering committee"
    ] == dt.date(2026, 6, 17)
    assert page.workspace.project.profile.report_number == 8
    assert "8" in page._notice.text()
    assert page._notice.isVisible()
    exported(page, qtbot, tmp_path / "again.pdf")
    assert len(issued(page.workspace)) == 1  # the same document
    page.workspace.undo()
    assert issued(page.workspace) == []
    assert page.workspace.project.profile.report_number == 7
    assert not page._notice.isVisible()


@pytest.mark.parametrize("choices", [{"audience": "team"}, {"kind": "risks"}])
def test_nothing_else_is_recorded(page: ReportsPage, qtbot: QtBot, tmp_path: Path, choices: dict[str, str]) -> None:
    reprinted(page, qtbot, **choices)
    exported(page, qtbot, tmp_path / "report.pdf")
    assert issued(page.workspace) == []
    assert not page._notice.isVisible()


def test_the_second_report_shows_which_way_it_went(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    reprinted(page, qtbot, language="en")
    exported(page, qtbot, tmp_path / "first.pdf")
    workspace = page.workspace
    profile = workspace.project.profile
    # A week later nothing at all is high any more: from amber to green.
    workspace.do(SetFields("project", (profile.id,), {"status_date": AS_OF + dt.timedelta(7)}))
    high = tuple(item.id for item in workspace.project.table(Risk).values() if (item.score or 0) >= 15)
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        workspace.do(SetFields("risk", high, {"probability": 1}))
    text = PdfReader(io.BytesIO(shown(page).pdf)).pages[0].extract_text()
    assert "Last forecast" in text
    assert "Last report: Amber" in " ".join(text.split())
    order = shown(page).order
    report = kinds.build(
        order.project, order.schedule, kind="status", language="en", audience="client", today=order.today
    )
    lights = {light.dimension: light for block in report.walk() if isinstance(block, RagRow) for light in block.lights}
    assert lights["Risk"].previous == Lamp("amber", "Amber")
    assert (lights["Risk"].now.rating, lights["Risk"].trend) == ("green", "up")
    assert shown(page).issue is not None
    assert shown(page).issue.number == 9  # type: ignore[union-attr]


def test_a_rating_is_changed_only_with_a_reason(page: ReportsPage, qtbot: QtBot) -> None:
    page.ratings.buttons["schedule"].click()
    editor = page.ratings.editor
    assert editor is not None
    editor.shown.setCurrentIndex(editor.shown.findData("red"))
    editor.apply_button.click()
    assert "needs a reason" in editor.problem.text()
    assert page.ratings.editor is editor
    editor.reason.setText("The hall is closed")
    editor.path.setText("It opens again")
    editor.until.setText("2026-07-01")
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        editor.apply_button.click()
    text = PdfReader(io.BytesIO(shown(page).pdf)).pages[0].extract_text()
    assert "The hall is closed" in text
    assert "2026-07-01" in text


def test_a_client_is_told_how_amber_becomes_green_before_the_export(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        page.workspace.do(JudgeRating("risk", AS_OF))  # nothing is said any more
    page.export(tmp_path / "refused.pdf")
    page.export_action.trigger()
    assert page.findChild(QFileDialog) is None
    editor = page.ratings.editor
    assert editor is not None
    editor.apply_button.click()
    assert editor.problem.text()
    editor.path.setText("Rent devices")
    editor.apply_button.click()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None, timeout=WAIT)  # it goes on by itself
    assert not (tmp_path / "refused.pdf").exists()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def test_not_now_leaves_everything(page: ReportsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        page.workspace.do(JudgeRating("risk", AS_OF))
    page.export_action.trigger()
    assert page.ratings.editor is not None
    page.ratings.editor.cancel_button.click()
    assert page.ratings.editor is None
    assert not page.ratings.asking
    assert page.findChild(QFileDialog) is None


def test_what_the_gantt_chart_shows_is_chosen_printed_and_remembered(page: ReportsPage, qtbot: QtBot) -> None:
    page.choices.choose(kind="status")
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        page.choices.choose(kind="gantt")
    look = page.choices.look
    assert look.isVisible() and look.look.related is None  # paper has no selection
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        next(each for each in look.look.entries(look.look.colours) if each.data() == "owner").trigger()
    with qtbot.waitSignal(page.press.printed, timeout=WAIT):
        look.look.switches["constraints"].trigger()
    assert (look.options.colour, look.options.constraints, look.options.badges) == ("owner", True, False)
    assert page.choices.wishes.look == look.options
    state = page.choices.state()
    look.restore({"colour": 7})
    assert look.options.colour == "critical"
    page.choices.restore(state)
    assert (look.options.colour, look.options.constraints) == ("owner", True)
    assert look.look.switches["constraints"].isChecked()
    page.choices.choose(kind="risks")
    assert not look.isVisible()


def test_what_is_said_of_one_rating_is_kept_when_another_is_opened(page: ReportsPage) -> None:
    page.ratings.buttons["schedule"].click()
    editor = page.ratings.editor
    assert editor is not None
    editor.shown.setCurrentIndex(editor.shown.findData("red"))
    page.ratings.buttons["risk"].click()  # red needs a reason: it is told, and stays
    assert page.ratings.editor is editor
    assert editor.problem.text()
    assert page.ratings.buttons["schedule"].isChecked()
    editor.reason.setText("The hall is closed")
    page.ratings.buttons["risk"].click()
    assert page.ratings.editor is not editor
    reports = page.workspace.project.table(StatusReport).values()
    assert ("red", "The hall is closed") in {(each.shown, each.reason) for one in reports for each in one.ratings}
    left = len(page.workspace.session.undo_steps)
    assert not page.workspace.settle()
    assert len(page.workspace.session.undo_steps) == left


def test_what_is_said_of_a_rating_is_taken_or_told_before_the_window_closes(page: ReportsPage) -> None:
    page.ratings.buttons["schedule"].click()
    editor = page.ratings.editor
    assert editor is not None
    editor.until.setText("someday")
    left = page.workspace.settle()
    assert [(each.refusal.code, each.place) for each in left] == [("date_unreadable", editor.until)]
    editor.cancel_button.click()
    assert not page.workspace.settle()
