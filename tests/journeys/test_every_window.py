"""Every page and every dialog in both languages, at the normal and at the double text size."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSize, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

import desktop.views
from desktop.app import Application
from desktop.domain.commands.plan import CaptureBaseline, SetWbsCodes
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.imports import APPROXIMATED, READ, Finding
from desktop.domain.plan import CalendarException, Resource, Task, WbsLevel
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.room import RoomWorkspace
from desktop.views.calendars.exceptions import ExceptionDialog
from desktop.views.calendars.work_weeks import Stretch, WorkWeekDialog
from desktop.views.control import ControlPage
from desktop.views.diagrams import DiagramsPage
from desktop.views.dialog import Dialog
from desktop.views.main_window import MainWindow
from desktop.views.pages import ENTRIES
from desktop.views.plan import PlanPage
from desktop.views.plan.levelling_dialog import LevellingDialog
from desktop.views.problem_dialog import ProblemDialog
from desktop.views.program import STANDARD, NewProject
from desktop.views.settings import LANGUAGE, TEXT_SIZE
from tests.journeys.visible import clipped, english
from tests.shell import window_in

KEYS = [entry.key for entry in ENTRIES if entry]
SIZES = (100, 200)
ROOM = QSize(1200, 640)
"""What a screen of 1280 × 720 leaves for a dialog."""
TODAY = dt.date(2026, 11, 23)


def fill(window: MainWindow) -> None:
    """A little of everything, in Chinese, so that any English on the screen is the program's own."""
    workspace = window.workspace
    assert workspace is not None
    for key, fields in {
        "person": {"name": "王芳", "role": "项目负责人", "organisation": "明光食品"},
        "risk": {"event": "吊装设备晚到", "probability": 3},
        "action": {"title": "确认到货日期", "due": TODAY},
        "decision": {"title": "是否更换供应商", "needed_by": TODAY},
        "issue": {"problem": "图纸版本不一致"},
        "meeting": {"title": "周例会", "starts_at": dt.datetime(2026, 11, 23, 10)},
        "communication": {"subject": "电话沟通", "happened_at": dt.datetime(2026, 11, 23, 9), "follow_up": TODAY},
        "resource": {"name": "吊车"},
        "task": {"name": "基础施工"},
    }.items():
        assert workspace.do(AddRecord(key, fields)), window.banner.text


@pytest.fixture(params=[(ENGLISH, 100), (ENGLISH, 200), (CHINESE, 100), (CHINESE, 200)], ids=str)
def window(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    language, size = request.param
    made = window_in(program, qtbot, language, size)
    made.files._create(NewProject("冷库改造", "明光食品", TODAY, STANDARD, "both", "CNY", tmp_path / "冷库.pilotage"))
    fill(made)
    yield made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def judge(widget: QDialog | MainWindow) -> None:
    """Nothing untranslated, nothing cut off."""
    settle()
    if tr("Undo") == "撤销":
        assert english(widget) == []
    assert clipped(widget) == []


def test_the_start_page(program: Application, qtbot: QtBot) -> None:
    for language in (ENGLISH, CHINESE):
        for size in SIZES:
            program.settings.keep_all({LANGUAGE: language, TEXT_SIZE: size})
            program.dress()
            made = program.new_window()
            made.resize(1280, 720)
            judge(made)
            made.close()


def test_every_page(window: MainWindow) -> None:
    for key in KEYS:
        window.go_to(key)
        judge(window)


def plan_page(window: MainWindow) -> PlanPage:
    window.go_to("plan")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    return page


def capture_baseline(window: MainWindow) -> None:
    page = plan_page(window)
    page.plan_actions.baseline.trigger()


def name_view(window: MainWindow) -> None:
    plan_page(window).views.ask_name()


def add_recurring(window: MainWindow) -> None:
    page = plan_page(window)
    page.plan_actions.recurring.trigger()


def show_paths(window: MainWindow) -> None:
    page = plan_page(window)
    page.grid.select_id(page.model.ids[-1])
    page.plan_actions.paths.trigger()


def show_findings(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    deadline = {"name": "验收", "deadline": dt.datetime(2026, 11, 20, 17)}
    assert workspace.do(AddRecord("task", deadline))
    page = plan_page(window)
    page.plan_actions.findings.trigger()


def choose_columns(window: MainWindow) -> None:
    plan_page(window).column_actions.choose.trigger()


def insert_column(window: MainWindow) -> None:
    plan_page(window).column_actions.insert.trigger()


def change_codes(window: MainWindow) -> None:
    page = plan_page(window)
    levels = (WbsLevel(kind="upper", text=""), WbsLevel(text="WP", length=2, separator="-"), WbsLevel(text=""))
    page.workspace.do(SetWbsCodes("P-", levels))
    page.wbs_actions.renumber.trigger()


def level_resources(window: MainWindow) -> None:
    """One person is needed for two days and twice for one, in a plan of three days: one task waits, one cannot."""
    workspace = window.workspace
    assert workspace is not None
    resource = next(iter(workspace.project.table(Resource)))
    for number, days in enumerate((3, 2, 1, 1)):
        assert workspace.do(AddRecord("task", {"name": f"设备安装 {number}", "duration": 480 * days}))
        task = list(workspace.project.table(Task))[-1]
        assert not number or workspace.do(AddRecord("assignment", {"task": task, "resource": resource}))
    page = plan_page(window)
    page.plan_actions.level.trigger()
    (dialog,) = [one for one in window.findChildren(LevellingDialog) if one.isVisible()]
    loop = QEventLoop()
    dialog.leveller.measured.connect(loop.quit)
    dialog.stop.click()
    loop.exec()
    assert dialog.model.rowCount()
    assert dialog.left.topLevelItemCount()


def show_baseline(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.do(CaptureBaseline("合同基准"))
    window.go_to("control")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ControlPage)
    page.details_action.trigger()


def choose_point(window: MainWindow) -> None:
    window.go_to("control")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ControlPage)
    page.since_action.trigger()


def edit_calendars(window: MainWindow) -> None:
    page = plan_page(window)
    page.plan_actions.calendars.trigger()


def edit_exception(window: MainWindow) -> None:
    day = CalendarException(name="停工", start=TODAY, finish=TODAY, bands="", recurrence="FREQ=YEARLY", source="user")
    ExceptionDialog(day, window).open()


def edit_work_week(window: MainWindow) -> None:
    week = Stretch("夏季", TODAY, TODAY, ((0, "07:00-13:00"), (1, "")))
    WorkWeekDialog(week, dict.fromkeys(range(7), ""), 0, window).open()


def import_table(window: MainWindow) -> None:
    assert window.document is not None
    path = window.document.path.with_name("风险.csv")
    path.write_text(
        "编号,风险事件,概率,责任人,下次评审\n,设备晚到,4,李雷,3/4/2026\n,图纸晚到,很高,,\n", encoding="utf-8"
    )
    window.open_file(path)


def go_to_date(window: MainWindow) -> None:
    plan_page(window).axis_actions.ask_date()


def print_plan(window: MainWindow) -> None:
    """The plan on paper."""
    plan_page(window).paper_actions.print.trigger()


def picture_of_plan(window: MainWindow) -> None:
    """The chart as a picture."""
    plan_page(window).paper_actions.picture.trigger()


def picture_of_diagram(window: MainWindow) -> None:
    """The diagram in front as a file."""
    window.go_to("diagrams")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, DiagramsPage)
    page.picture.trigger()


def paste_cells(window: MainWindow) -> None:
    """More cells than are pasted unseen, one of them with a duration that cannot be read."""
    page = plan_page(window)
    page.grid.select_id(page.model.ids[0], NUMBER_OF["name"])
    lines = [f"第{number}步\t{number}天" for number in range(1, 15)]
    QApplication.clipboard().setText("\r\n".join([*lines, "最后一步\t很久"]))
    page.cell_actions.paste.trigger()


def save_module(window: MainWindow) -> None:
    page = plan_page(window)
    page.grid.select_id(page.model.ids[0])
    page.plan_actions.save_module.trigger()


def paste_outline(window: MainWindow) -> None:
    QApplication.clipboard().setText("一、准备\n  调研\n  访谈\n二、交付\n  培训\n")
    plan_page(window).cell_actions.paste_outline.trigger()


def review_workshop(window: MainWindow) -> None:
    """One step was entered before others, and a record of another was changed since."""
    workspace = window.workspace
    assert workspace is not None
    room = RoomWorkspace(workspace.session, "2026-11-23 10:00", parent=window)
    assert room.do(AddRecord("issue", {"id": "lift", "problem": "电梯未到"}))
    assert room.do(AddRecord("issue", {"id": "noise", "problem": "噪声"}))
    assert workspace.do(SetFields("issue", ("noise",), {"severity": "high"}))
    window.commands.review_workshop()


OPENERS: dict[str, Callable[[MainWindow], object]] = {
    "NewProjectDialog": lambda window: window.commands.new_project(),
    "KeptDialog": lambda window: window.commands.show_kept(),
    "HistoryDialog": lambda window: window.commands.show_history(),
    "PreferencesDialog": lambda window: window.commands.show_preferences(),
    "CommandPalette": lambda window: window.commands.show_palette(),
    "ShortcutsDialog": lambda window: window.commands.show_shortcuts(),
    "MouseAndKeys": lambda window: window.commands.show_mouse_and_keys(),
    "AboutDialog": lambda window: window.commands.show_about(),
    "QuickEntry": lambda window: window.commands.log_contact(),
    "HolidayDialog": lambda window: window.commands.show_holidays(),
    "CalendarEditor": edit_calendars,
    "PointDialog": choose_point,
    "ExceptionDialog": edit_exception,
    "WorkWeekDialog": edit_work_week,
    "AccountDialog": lambda window: window.commands.show_account(),
    "ExportDialog": lambda window: window.commands.export(),
    "TableDialog": import_table,
    "file dialog": lambda window: window.commands.choose_file(),
    "ProblemDialog": lambda window: ProblemDialog("", window).open(),
    "BaselineDialog": capture_baseline,
    "BaselineDetails": show_baseline,
    "RecurringDialog": add_recurring,
    "ViewDialog": name_view,
    "LevellingDialog": level_resources,
    "PathsDialog": show_paths,
    "FindingsDialog": show_findings,
    "GoToDate": go_to_date,
    "ColumnDialog": choose_columns,
    "ColumnPicker": insert_column,
    "WbsDialog": change_codes,
    "ModulesDialog": lambda window: plan_page(window).modules.choose(),
    "ModuleNameDialog": save_module,
    "StatusDateDialog": lambda window: plan_page(window).plan_actions.hands.ask_status_date(),
    "PaperDialog": print_plan,
    "PictureDialog": picture_of_plan,
    "DiagramPictureDialog": picture_of_diagram,
    "PasteDialog": paste_cells,
    "OutlineDialog": paste_outline,
    "WorkshopReview": review_workshop,
}
NAMES = frozenset(
    {"Python", "SQLite", "SQLAlchemy", "PySide", "Essentials", "alembic", "reportlab", "numpy", "pyqtgraph",
     "pypdfium", "defusedxml", "UTF", "GBK", "Big", "JSON"}
)  # fmt: skip
"""What the About box says the program is made of, and code pages."""


@pytest.mark.parametrize("name", OPENERS)
def test_every_dialog_of_the_window(window: MainWindow, name: str) -> None:
    OPENERS[name](window)
    (dialog,) = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    dialog.resize(ROOM)
    settle()
    QThreadPool.globalInstance().waitForDone(3000)  # what was begun in a thread is looked at as it ends
    settle()
    if tr("Undo") == "撤销" and not isinstance(dialog, QFileDialog):
        assert english(dialog, NAMES) == []
    if not isinstance(dialog, QFileDialog):  # Qt's own
        assert clipped(dialog) == []
        assert dialog.size() == ROOM  # its buttons are on the screen
    dialog.close()


def test_every_section_of_the_details(window: MainWindow) -> None:
    page = plan_page(window)
    page.grid.select_id(page.model.ids[-1])
    page.plan_actions.go_to_details.trigger()
    for key in page.panel.sections():
        page.panel.show_tab(key)
        judge(window)


def test_findings_are_worded(window: MainWindow) -> None:
    from desktop.views.account import AccountDialog

    findings = [Finding(READ, "Tasks: {n}", 12), Finding(APPROXIMATED, "Tasks: {n}", 3, ("甲", "乙", "丙"))]
    dialog = AccountDialog(tr("Import report"), tr("Import report"), findings, window)
    dialog.open()
    judge(dialog)
    dialog.close()


def test_no_dialog_is_left_out() -> None:
    """A dialog that nobody opens in both languages here is one that nobody has looked at."""
    for module in pkgutil.walk_packages(desktop.views.__path__, "desktop.views."):
        importlib.import_module(module.name)
    kinds = list(Dialog.__subclasses__())
    for kind in kinds:  # grows while it is read
        kinds += kind.__subclasses__()
    assert {kind.__name__ for kind in kinds if not kind.__subclasses__()} - set(OPENERS) == set()
