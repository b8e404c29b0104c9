"""The control page: what it shows of a plan worked out by hand, by mouse and by keys, in both languages."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import CaptureBaseline, DeleteTasks, SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Baseline, BaselineTask, ProjectProfile
from desktop.domain.project import Project
from desktop.domain.session import Session
from desktop.i18n import tr
from desktop.models.tables import Content
from desktop.models.workspace import Workspace
from desktop.views.control import ControlPage
from desktop.views.control.baseline_details import BaselineDetails
from desktop.views.control.table import ResultView
from desktop.views.plan import PlanPage
from desktop.views.plan.baseline_dialog import BaselineDialog
from desktop.views.project_view import ProjectView
from tests.clock import Clock
from tests.conftest import deliver_deletions
from tests.domain.scheduling.building import DAY, MONDAY, at, calendar, link, task
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.views.records.conftest import Hands

Show = Callable[..., None]
ABBREVIATIONS = frozenset(
    {"BAC", "PV", "EV", "AC", "SV", "CV", "SPI", "CPI", "EAC", "ETC", "VAC", "TCPI", "ES", "AT", "IEAC", "PD", "DCMA",
     "FS", "CPLI", "BEI", "Gone"}
)  # fmt: skip
"""Written alike in both languages; the last is the name of a task."""
JUNE_3 = dt.date(2026, 6, 3)


def project(*, agreed: bool = True) -> Project:
    """a, two days from June 1, done; b, three days after it, agreed for two. As of Wednesday June 3; 100 a day."""
    rows = (
        BaselineTask(task="a", name="a", start=at("06-01 08:00"), finish=at("06-02 17:00"), duration=2 * DAY,
                     cost=200_00),
        BaselineTask(task="b", name="b", start=at("06-03 08:00"), finish=at("06-04 17:00"), duration=2 * DAY,
                     cost=200_00),
        BaselineTask(task="gone", name="Gone", start=at("06-03 08:00"), finish=at("06-03 17:00"), duration=DAY),
    )  # fmt: skip
    done = {"percent_complete": 100, "actual_start": at("06-01 08:00"), "actual_finish": at("06-02 17:00")}
    records = [
        ProjectProfile(id="p", number=1, name="Plan", start=MONDAY, status_date=JUNE_3, calendar="c", currency="CNY",
                       progress_rule="as_planned"),
        calendar("c"), task("a", 2, rank=1, fixed_cost=200_00, **done), task("b", 3, rank=2, fixed_cost=300_00),
        link("a>b"),
    ]  # fmt: skip
    baseline = Baseline(id="bl", number=1, name="Agreed", tasks=rows)
    return Project([*records, baseline] if agreed else records)


@pytest.fixture
def workspace(qapp: QApplication, clock: Clock) -> Workspace:
    return Workspace(Session(project(), clock=clock))


@pytest.fixture
def page(workspace: Workspace, show: Show) -> ControlPage:
    made = ControlPage(workspace)
    show(made)
    return made


def texts(view: ResultView, at: int) -> list[str]:
    return [row[at] for row in view.results.texts()]


def figures(page: ControlPage) -> dict[str, str]:
    return {row[0].partition(" (")[0]: row[1] for row in page.earned.figures.results.texts()}


# -- earned value -------------------------------------------------------------------------------------


def test_figures(page: ControlPage) -> None:
    """Planned: a and a day of b, of which nothing is done. Earned: a, for what it was to cost."""
    found = figures(page)
    assert found["Planned value"] == "300.00 CNY"
    assert found["Earned value"] == "200.00 CNY"
    assert found["Schedule performance index"] == "0.67"
    assert found["Cost performance index"] == "1.00"
    assert page.earned.title.text() == "As of 2026-06-03, against “Agreed”, in cost."
    assert page.earned.note.text() == ""


def test_the_curve_and_its_table_say_the_same(page: ControlPage) -> None:
    view = page.earned.curve_view
    assert view is not None and page.earned.picture.currentWidget() is view
    assert texts(page.earned.curve_table, 0) == [f"2026-06-0{day}" for day in range(1, 6)]
    assert texts(page.earned.curve_table, 1)[:4] == [f"{amount}.00 CNY" for amount in (100, 200, 300, 400)]
    day = dt.date(2026, 6, 1).toordinal()
    xs, ys = view.lines["planned"].getData()
    assert (list(xs), list(ys)) == ([day + after for after in range(6)], [0, 100, 200, 300, 400, 400])
    xs, ys = view.lines["earned"].getData()
    assert (list(xs), list(ys)) == ([day, day + 1, day + 2, day + 3], [0, 100, 200, 200])
    xs, ys = view.lines["forecast"].getData()
    # What was to be done on the 3rd and was not comes with the day after.
    assert (list(xs), list(ys)) == ([day + 3, day + 4, day + 5], [200, 400, 500])


def test_figures_by_task(page: ControlPage, qtbot: QtBot) -> None:
    """a went as planned; of b a day was planned, half of its 200, and nothing is done."""
    by_task = page.earned.scope.segment_box(1).center().toPoint()
    qtbot.mouseClick(page.earned.scope, Qt.MouseButton.LeftButton, pos=by_task)
    table = page.earned.tasks
    assert [column.title for column in table.results.columns][2:] == [
        "BAC", "PV", "EV", "AC", "SV", "CV", "SPI", "CPI", "EAC", "VAC",
    ]  # fmt: skip
    a, b = table.results.texts()
    assert a[1:8] == ["a", *["200.00 CNY"] * 4, "0.00 CNY", "0.00 CNY"]
    assert b[1:9] == ["b", "200.00 CNY", "100.00 CNY", *["0.00 CNY"] * 2, "-100.00 CNY", "0.00 CNY", "0.00"]
    assert b[9:] == ["–", "–", "–"]  # nothing was spent
    went: list[object] = []
    page.navigate.connect(went.append)
    table.opened.emit(table.results.row(1))
    assert went == ["task/b"]
    content = table.results.content("By task")
    assert (content.headings[2], content.headings[8], content.rows[1][3]) == ("BAC (CNY)", "SPI", 100.0)


def test_pointing_at_a_day_tells_its_values(page: ControlPage) -> None:
    view = page.earned.curve_view
    assert view is not None
    box = view.plot.getViewBox()
    assert view._when.text() == "2026-06-03"
    view._point_at(box.mapViewToScene(QPointF(dt.date(2026, 6, 3).toordinal(), 100)))
    assert (view._when.text(), view._values["planned"].text(), view._values["forecast"].text()) == (
        "2026-06-02", "200.00 CNY", "–",
    )  # fmt: skip
    view._point_at(QPointF(-100, -100))
    assert view._when.text() == "2026-06-03"


def test_keys_lead_from_the_curve_to_the_table_and_back(page: ControlPage, qtbot: QtBot) -> None:
    page.parts.setFocus()
    qtbot.keyClick(page.parts, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.earned.picture.currentWidget() is page.earned.curve_table
    assert page.earned.curve_table.hasFocus()
    qtbot.keyClick(page.earned.curve_table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.earned.picture.currentWidget() is page.earned.curve_view


def test_another_period(page: ControlPage, qtbot: QtBot) -> None:
    month = page.earned.periods.segment_box(2).center().toPoint()
    qtbot.mouseClick(page.earned.periods, Qt.MouseButton.LeftButton, pos=month)
    assert texts(page.earned.curve_table, 0) == ["2026-06-30"]
    assert texts(page.earned.curve_table, 4) == ["500.00 CNY"]


def test_the_page_keeps_up_and_waits_while_it_is_not_looked_at(page: ControlPage, workspace: Workspace) -> None:
    workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 4)}))
    assert figures(page)["Planned value"] == "400.00 CNY"
    page.hide()
    workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 2)}))
    assert figures(page)["Planned value"] == "400.00 CNY"
    page.show()
    assert figures(page)["Planned value"] == "200.00 CNY"


def test_what_the_figures_rest_on_is_told(page: ControlPage, workspace: Workspace) -> None:
    workspace.do(SetFields("project", ("p",), {"status_date": None}))
    assert "as of today" in page.earned.note.text()
    assert page.earned.title.text().startswith("As of 2026-06-10")
    workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 5, 1)}))
    assert "Less than 5 %" in page.earned.note.text()
    assert figures(page)["Schedule performance index"] == "–"


# -- what changed ---------------------------------------------------------------------------------------


def test_what_changed(page: ControlPage) -> None:
    """b is a day longer than agreed, from Wednesday to Friday."""
    page.show_part(1)
    table = page.changes.table
    titles = [column.title for column in table.results.columns]
    assert texts(table, 1) == ["a", "b", "Gone"]
    assert texts(table, 2) == ["As agreed", "Changed", "Removed"]
    b = list(table.results.texts())[1]
    place = titles.index
    told = [b[place(f"{name} variance")] for name in ("Start", "Finish", "Duration")]
    assert told == ["0d", "+1d", "+1d"]
    assert b[place("Cost variance")] == "+100.00"
    assert (b[place("Finish before")], b[place("Finish after")]) == ("2026-06-04", "2026-06-05")
    assert page.changes.sentences.text() == (
        "The plan finishes on 2026-06-05, 1d later than in “Agreed” (2026-06-04). "
        "Tasks finishing later: 1, removed: 1. The plan costs 100.00 CNY more."
    )


def test_parts_of_the_comparison(page: ControlPage, qtbot: QtBot) -> None:
    page.show_part(1)
    names = []
    for at_part in range(6):
        box = page.changes.parts.segment_box(at_part).center().toPoint()
        qtbot.mouseClick(page.changes.parts, Qt.MouseButton.LeftButton, pos=box)
        names.append(texts(page.changes.table, 1))
    assert names == [["a", "b", "Gone"], ["b"], ["b"], [], [], ["Gone"]]


def test_a_baseline_against_another(page: ControlPage, workspace: Workspace) -> None:
    page.show_part(1)
    workspace.do(CaptureBaseline("Second"))
    newest = page.book.baselines()[0]
    assert [page.changes.before.itemText(at) for at in range(2)] == ["Second", "Agreed"]
    page.reveal("bl")
    page.changes.after.setCurrentIndex(page.changes.after.findData(newest.id))
    workspace.do(SetDuration(("b",), 9 * DAY))  # the comparison is of two baselines and stays
    assert "1d later than in “Agreed”" in page.changes.sentences.text()
    assert page.reveal(newest.id)
    assert page.changes.before.identity == newest.id
    assert not page.reveal("b")


def test_baselines_are_named_and_deleted(page: ControlPage, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(CaptureBaseline("Second"))
    page.reveal("bl")
    page.details_action.trigger()
    (dialog,) = page.findChildren(BaselineDetails)
    assert dialog.form.identity == "bl"
    dialog.close()
    page.delete_action.trigger()
    assert [item.name for item in page.book.baselines()] == ["Second"]
    assert page.changes.before.identity == page.book.baselines()[0].id
    page.delete_action.trigger()
    assert page.changes.stack.currentWidget() is page.changes.empty
    assert not page.delete_action.isEnabled()
    workspace.undo()
    assert page.delete_action.isEnabled()
    assert page.changes.stack.currentWidget() is not page.changes.empty


def test_a_row_leads_to_its_task(page: ControlPage, hands: Hands) -> None:
    page.show_part(1)
    went: list[object] = []
    page.navigate.connect(went.append)
    page.changes.table.setFocus()
    page.changes.table.select_row(1)
    hands.press(Qt.Key.Key_Return)
    page.changes.table.select_row(2)  # deleted: there is nowhere to go
    hands.press(Qt.Key.Key_Return)
    assert went == ["task/b"]


# -- health ---------------------------------------------------------------------------------------------


def test_measures_and_their_tasks(page: ControlPage, workspace: Workspace, hands: Hands) -> None:
    """One link with a lead: the measure fails, names b, and leads there with two presses of Enter."""
    workspace.do(SetFields("dependency", ("aFSb",), {"lag": -DAY}))
    workspace.do(SetFields("task", ("a",), {"percent_complete": 0, "actual_start": None, "actual_finish": None}))
    page.show_part(2)
    health = page.health
    rows = [row[:4] + row[5:] for row in health.measures.results.texts()]
    assert rows[1] == ["2", "Links with a lead", "100 %", "≤ 0 %", "✗ failed"]
    assert rows[4] == ["5", "Tasks with a hard constraint", "0 %", "≤ 5 %", "✓ passed"]
    assert "not assessed" in health.verdict.text() or "failed" in health.verdict.text()
    went: list[object] = []
    page.navigate.connect(went.append)
    health.measures.setFocus()
    health.measures.select_row(1)
    assert health.found.text() == "Links with a lead"
    assert health.meaning.text().startswith("A lead lets a task begin")
    assert texts(health.tasks, 1) == ["b"]
    hands.press(Qt.Key.Key_Return)
    assert health.tasks.hasFocus()
    hands.press(Qt.Key.Key_Return)
    assert went == ["task/b"]


def test_the_lighter_profile(page: ControlPage, workspace: Workspace) -> None:
    workspace.do(SetDuration(("b",), 11 * DAY))
    page.show_part(2)
    long_ones = next(at for at, row in enumerate(page.health.measures.results.texts()) if row[0] == "8")
    assert list(page.health.measures.results.texts())[long_ones][2] == "0 %"
    page.health.profiles.setFocus()
    QApplication.processEvents()
    page.health.profiles._choose(1)
    assert list(page.health.measures.results.texts())[long_ones][2] == "100 %"


def test_the_measure_stays_chosen_when_the_plan_changes(page: ControlPage, workspace: Workspace) -> None:
    page.show_part(2)
    page.health.measures.select_row(4)
    workspace.do(SetFields("task", ("b",), {"constraint": "mso", "constraint_date": at("06-08 08:00")}))
    assert page.health.found.text() == "Tasks with a hard constraint"
    assert texts(page.health.tasks, 1) == ["b"]
    workspace.do(DeleteTasks(("b",)))
    assert texts(page.health.tasks, 1) == []


# -- the page -------------------------------------------------------------------------------------------


def test_a_finding_opens_its_task_in_the_plan(workspace: Workspace, show: Show) -> None:
    view = ProjectView(workspace, {})
    show(view)
    page = view.show_page("control")
    assert isinstance(page, ControlPage)
    page.show_part(1)
    page.changes.table.opened.emit(page.changes.table.results.row(1))
    assert isinstance(view.page, PlanPage)
    assert view.page.current() == "b"
    QApplication.processEvents()


def test_without_a_baseline_the_page_offers_one(qapp: QApplication, clock: Clock, show: Show) -> None:
    workspace = Workspace(Session(project(agreed=False), clock=clock))
    page = ControlPage(workspace)
    show(page)
    assert page.earned.stack.currentWidget() is page.earned.empty
    page.earned.empty.button.click()
    (dialog,) = page.findChildren(BaselineDialog)
    dialog.accept()
    assert page.earned.stack.currentWidget() is not page.earned.empty
    assert figures(page)["Budget at completion"] == "500.00 CNY"


def test_an_empty_plan(qapp: QApplication, clock: Clock, show: Show) -> None:
    empty = Project([ProjectProfile(id="p", number=1, name="P", start=MONDAY)])
    page = ControlPage(Workspace(Session(empty, clock=clock)))
    show(page)
    for at_part in range(3):
        page.show_part(at_part)
        QApplication.processEvents()
    assert page.health.verdict.text().startswith("No measure failed")
    assert not page.health.tasks.results.rowCount()


def test_layout_is_kept_and_nonsense_survived(page: ControlPage, workspace: Workspace) -> None:
    page.show_part(2)
    page.health.profiles.show_at(1)
    page.earned._choose_period(2)
    state = page.save_state()
    other = ControlPage(workspace)
    other.restore_state(state)
    assert other.part is other.health and other.health.profile == "consulting"
    assert other.save_state() == state
    for nonsense in ({}, {"part": 7, "earned": 3, "health": []}, {"earned": {"period": ["x"], "table": "yes"}},
                     {"health": {"profile": {}}}):  # fmt: skip
        ControlPage(workspace).restore_state(nonsense)


def test_copying_a_table(page: ControlPage) -> None:
    page.show_part(1)
    page.copy_action.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[1] for line in lines] == ["Task name", "a", "b", "Gone"]


def test_every_part_in_both_languages(workspace: Workspace, show: Show, language: str) -> None:
    workspace.do(SetFields("task", ("a",), {"name": "基础施工"}))
    workspace.do(SetFields("task", ("b",), {"name": "设备安装"}))
    workspace.do(SetFields("baseline", ("bl",), {"name": "合同"}))
    page = ControlPage(workspace)
    show(page)
    for at_part in range(3):
        page.show_part(at_part)
        QApplication.processEvents()
        assert clipped(page) == []
        if tr("Undo") == "撤销":
            assert english_words(page, ABBREVIATIONS) == []


def test_all_that_can_be_used_has_a_name(page: ControlPage) -> None:
    for part in page.panels:
        for table in part.tables():
            assert table.accessibleName()
    for widget in (page.parts, page.earned.periods, page.earned.baseline, page.earned.table_button, page.changes.before,
                   page.changes.after, page.changes.parts, page.health.profiles, page.earned.curve_view):  # fmt: skip
        assert widget is not None and widget.accessibleName()
    assert page.earned.curve_view is not None
    assert "Planned value (PV) 300.00 CNY" in page.earned.curve_view.accessibleDescription()


def test_the_page_brings_the_plotting_library_only_when_a_curve_is_shown() -> None:
    code = (
        "import sys; import desktop.views.control; import desktop.models.control; "
        "print([name for name in ('pyqtgraph', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"




def test_a_table_goes_into_a_file_with_numbers(page: ControlPage) -> None:
    wanted: list[Content] = []
    page.table_wanted.connect(wanted.append)
    page.earned.toggle_table()
    page.earned.curve_table.setFocus()
    page.export_action.trigger()
    page.show_part(1)
    page.export_action.trigger()
    curve, changes = wanted
    assert curve.title == "S-curve as a table"
    assert curve.headings[:2] == ("Until", "Planned value (PV) (CNY)")
    assert [row[:2] for row in curve.rows[:2]] == [(dt.date(2026, 6, 1), 100.0), (dt.date(2026, 6, 2), 200.0)]
    assert curve.rows[-1][2] is None  # nothing is earned after the status date
    b = dict(zip(changes.headings, changes.rows[1], strict=True))
    assert (b["Finish variance (days)"], b["Cost variance (CNY)"], b["Change"]) == (1.0, 100.0, "Changed")


def test_the_window_writes_the_table(program: Application, qtbot: QtBot, tmp_path: Path) -> None:
    window = program.new_window()
    with qtbot.waitExposed(window):
        window.show()
    window.open_sample()
    window.go_to("control:changes")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ControlPage)
    for name in ("variances.csv", "variances.xlsx", "variances"):
        page.export_action.trigger()
        (dialog,) = window.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        dialog.deleteLater()
        deliver_deletions()
    assert sorted(path.name for path in tmp_path.glob("variances*")) == ["variances.csv", "variances.xlsx"]
    assert "Initiation" in (tmp_path / "variances.csv").read_text(encoding="utf-8-sig")
