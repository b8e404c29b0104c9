"""What the Gantt chart shows is chosen in its menu, by hand, and comes back with the layout."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from desktop.charts.gantt_options import NAME_TEXT, NEWEST, PLAN_LINE
from desktop.charts.legend import LegendEntry
from desktop.charts.shapes import Polyline, Rect
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import DeleteRecords, SetFields
from desktop.domain.control import Issue
from desktop.domain.plan import Baseline, Task
from desktop.domain.project import Project
from desktop.domain.resource_names import Share
from desktop.domain.risks import Risk
from desktop.i18n import tr
from desktop.views.plan.mark_tips import mark_tip
from desktop.views.plan.paths_dialog import PathsDialog
from desktop.views.theme import CONTRAST_THEME, DARK_THEME, LIGHT_THEME, apply_theme
from tests.journeys.visible import clipped
from tests.plan_window import Person, english, opened, reader
from tests.plans import office, snapshot

__all__ = ["english", "opened", "reader"]

Opened = Callable[..., Person]


def chart_menu(me: Person) -> list[QAction | None]:
    return list(next(actions for title, actions in me.page.menus() if title.replace("&", "").startswith(tr("Chart"))))


def entry(me: Person, *path: str) -> QAction:
    """An action of the chart's menu by the texts on the way to it."""
    actions = chart_menu(me)
    for number, text in enumerate(path):
        found = next(each for each in actions if each is not None and each.text() == text)
        if number + 1 == len(path):
            return found
        inner = found.menu()
        assert isinstance(inner, QMenu)
        actions = list(inner.actions())
    raise AssertionError(path)


def test_baselines_are_chosen_by_name_and_remembered(opened: Opened, reader: str) -> None:
    me = opened()
    for name in ("One", "Two", "Three & more", "Four"):
        assert me.workspace.do(commands.CaptureBaseline(name))
    titles = [each.text() for each in me.page.plan_actions.look.entries(me.page.plan_actions.look.baselines)]
    assert titles == [tr("None", "baseline"), tr("The newest one"), "Four", "Three && more", "Two", "One"]
    assert me.chart.options.baselines == (NEWEST,)
    menu = tr("Baselines")
    entry(me, menu, "One").trigger()
    entry(me, menu, "Two").trigger()
    assert len(me.chart.options.baselines) == 3
    assert len(me.chart.look.facts.baselines) == 3
    assert not entry(me, menu, "Four").isEnabled()  # three at once are all that a row has room for
    entry(me, menu, tr("The newest one")).trigger()
    assert entry(me, menu, "Four").isEnabled()
    me.page.grab()
    state = json.loads(json.dumps(me.page.save_state()))
    entry(me, menu, tr("None", "baseline")).trigger()
    assert me.chart.options.baselines == () and entry(me, menu, tr("None", "baseline")).isChecked()
    me.page.restore_state(state)
    assert len(me.chart.options.baselines) == 2
    assert entry(me, menu, "One").isChecked() and not entry(me, menu, "Four").isChecked()
    me.page.grab()


def test_a_deleted_baseline_is_no_longer_shown(opened: Opened, reader: str) -> None:
    me = opened()
    me.workspace.do(commands.CaptureBaseline("One"))
    me.workspace.do(commands.CaptureBaseline("Two"))
    entry(me, tr("Baselines"), "Two").trigger()
    entry(me, tr("Baselines"), tr("The newest one")).trigger()
    newest = me.project.baseline
    assert newest is not None and len(me.chart.look.facts.baselines) == 1
    me.workspace.do(DeleteRecords("baseline", (newest.id,)))
    assert len(me.project.table(Baseline)) == 1
    assert me.chart.look.facts.baselines == ()
    assert entry(me, tr("Baselines"), tr("None", "baseline")).isChecked()
    me.workspace.undo()
    assert len(me.chart.look.facts.baselines) == 1


def test_texts_are_chosen_for_each_side(opened: Opened, reader: str) -> None:
    me = opened()
    for place, option in (
        (tr("Left of bars"), "label_left"),
        (tr("Inside bars"), "label_inside"),
        (tr("Right of bars"), "label"),
    ):
        entry(me, tr("Text at bars"), place, tr("Task name")).trigger()
        assert getattr(me.chart.options, option) == NAME_TEXT
        assert entry(me, tr("Text at bars"), place, tr("Task name")).isChecked()
    texts = me.chart.frame.scene(me.chart.viewport().width(), me.chart.viewport().height()).texts()
    assert texts.count("Floor plan") >= 2
    me.page.grab()


def test_the_progress_line_is_drawn_and_kept(opened: Opened, reader: str) -> None:
    me = opened()
    me.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 5), "progress_rule": "as_planned"}))
    entry(me, tr("Progress line"), tr("Against the plan")).trigger()
    assert me.chart.options.progress_line == PLAN_LINE
    drawn = [shape for shape in me.chart.frame.foreground(2000, 600) if isinstance(shape, Polyline)]
    assert len(drawn) == 1 and len(drawn[0].points) > 5
    me.page.grab()
    state = json.loads(json.dumps(me.page.save_state()))
    entry(me, tr("Progress line"), tr("None", "progress line")).trigger()
    me.page.restore_state(state)
    assert me.chart.options.progress_line == PLAN_LINE


def test_progress_is_dragged_over_a_weekend_in_working_time(opened: Opened, reader: str) -> None:
    me = opened()
    # The floor plan runs from Thu 06-04 to Wed 06-10; its second day ends on Friday.
    bar = me.bar("plan")
    saturday = QPointF(bar.left + me.days(2.5), bar.bottom + 1)
    me.drag(QPointF(bar.left, bar.bottom + 1), saturday)
    assert me.task("plan").percent_complete == 40
    assert me.bar("plan").progress_x == pytest.approx(bar.left + me.days(2), abs=2)
    me.workspace.undo()
    assert me.task("plan").percent_complete == 0


# -- badges ---------------------------------------------------------------------------------------


def with_registers() -> Project:
    records = [
        Risk(id="r1", number=1, event="Late data", tasks=("plan", "light")),
        Risk(id="r2", number=2, event="Strike & storm", tasks=("plan",)),
        Issue(id="i1", number=1, problem="No lamps", tasks=("light",)),
    ]
    task = office().get(Task, "drive").replace(notes="Mind the <b>bridge</b>")
    kept = {record.id: record for record in office().all()} | {record.id: record for record in [*records, task]}
    return Project(kept.values())


def badge_place(me: Person, task: str, kind: str) -> QPointF:
    me.page.resize(1400, 1200)  # high enough for every row in large letters
    me.page.grab()
    mark = next(each for each in me.chart.frame.marks if (each.task, each.kind) == (task, f"badge_{kind}"))
    return QPointF(mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2)


def test_a_badge_leads_to_its_record_and_of_several_a_menu_asks_which(opened: Opened, reader: str) -> None:
    me = opened(with_registers())
    me.chart.set_scale(replace(me.chart.scale, start=dt.datetime(2026, 6, 1), scale=12))
    gone: list[object] = []
    me.page.navigate.connect(gone.append)
    before = snapshot(me.project)
    place = badge_place(me, "light", "issue")
    me.press(place)
    me.release(place)
    assert gone == ["issue/i1"]
    place = badge_place(me, "plan", "risk")
    me.press(place)
    me.release(place)
    menu = me.page.badges.menu
    assert menu is not None and [each.data() for each in menu.actions()] == ["risk/r1", "risk/r2"]
    assert menu.actions()[1].text() == "R-002  Strike && storm"
    me.key(Qt.Key.Key_Escape, to=menu)
    assert gone == ["issue/i1"]
    place = badge_place(me, "drive", "note")
    me.press(place)
    me.release(place)
    assert not me.page.panel.isHidden() and me.grid.current_id() == "drive"
    assert snapshot(me.project) == before and me.chart.gesture is None


def test_what_is_linked_with_a_task_is_listed_by_keys_too(opened: Opened, reader: str) -> None:
    me = opened(with_registers())
    me.select("light")
    me.page.plan_actions.items.trigger()
    menu = me.page.badges.menu
    assert menu is not None and [each.data() for each in menu.actions()] == ["risk/r1", "issue/i1"]
    gone: list[object] = []
    me.page.navigate.connect(gone.append)
    me.key(Qt.Key.Key_Down, to=menu)
    me.key(Qt.Key.Key_Return, to=menu)
    assert gone == ["risk/r1"]
    me.select("pack")
    me.page.plan_actions.items.trigger()
    assert me.page.badges.menu is not None and not me.page.badges.menu.actions()[0].isEnabled()
    me.key(Qt.Key.Key_Escape, to=me.page.badges.menu)


def test_the_pointer_is_told_what_a_mark_means(opened: Opened, reader: str) -> None:
    me = opened(with_registers())
    me.chart.set_scale(replace(me.chart.scale, start=dt.datetime(2026, 6, 1), scale=12))
    me.workspace.do(SetFields("task", ("offers",), {"deadline": dt.datetime(2026, 6, 12, 17)}))
    me.workspace.do(commands.MoveTask("pack", dt.datetime(2026, 6, 24, 8)))
    me.page.resize(1400, 1200)
    me.page.grab()
    tips = {(mark.task, mark.kind): mark_tip(me.chart, mark) for mark in me.chart.frame.marks}
    assert "2026-06-12 17:00" in tips["offers", "deadline"] and "2026-06-16" in tips["offers", "deadline"]
    assert tips["pack", "constraint"] == f"{tr('Start no earlier than')}: 2026-06-24 08:00"
    assert tips["plan", "badge_risk"].splitlines()[1:] == ["R-001  Late data", "R-002  Strike & storm"]
    assert tips["drive", "badge_note"] == "Mind the <b>bridge</b>"
    place = badge_place(me, "drive", "note").toPoint()
    view = me.chart.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert "&lt;b&gt;" in QToolTip.text()  # a note is never taken for markup


def test_overallocated_tasks_are_marked_when_the_answer_has_come(opened: Opened, reader: str, qtbot: QtBot) -> None:
    me = opened()
    for task in ("survey", "wishes"):
        me.workspace.do(commands.AssignResources(task, (Share("Anna", 100, "anna"),)))
    entry(me, tr("Show"), tr("Overallocated resources")).trigger()
    me.page.grab()
    qtbot.waitUntil(lambda: me.chart.plan.figures.overloaded("survey") is True, timeout=10_000)
    me.page.grab()
    marked = {mark.task for mark in me.chart.frame.marks if mark.kind == "badge_overload"}
    assert marked == {"survey", "wishes"}
    gone: list[object] = []
    me.page.navigate.connect(gone.append)
    place = badge_place(me, "survey", "overload")
    me.press(place)
    me.release(place)
    assert gone == ["resource/anna"]


# -- relations and paths --------------------------------------------------------------------------


def drawn_relations(me: Person) -> dict[str, set[str]]:
    frame = me.chart.frame
    list(frame.content(2000, 700))
    shapes = list(me.chart.look.relation_shapes(frame, 2000, 700))
    found: dict[str, set[str]] = {"lines": set(), "frames": set(), "veils": set()}
    for shape in shapes:
        if isinstance(shape, Polyline) and shape.role == "relation":
            found["lines"].add(shape.ref.partition("/")[2])
        elif isinstance(shape, Polyline):
            row = frame.row_at(shape.points[0][1] + 6)
            found["frames"].add(f"{shape.role} {me.page.model.ids[row]}")
        elif isinstance(shape, Rect):
            found["veils"].add(me.page.model.ids[frame.row_at(shape.y + 1)])
    return found


def test_what_is_linked_with_the_selection_is_framed_and_the_rest_fades(opened: Opened, reader: str) -> None:
    me = opened()
    me.select("agreed")
    found = drawn_relations(me)
    assert found["frames"] == {"predecessor survey", "predecessor wishes", "successor plan"}
    assert found["lines"] == {"survey-agreed", "wishes-agreed", "agreed-plan"}
    assert found["veils"] == set()
    entry(me, tr("Links of the selection"), tr("All the way, not only the next tasks")).trigger()
    entry(me, tr("Links of the selection"), tr("Fade what is not linked")).trigger()
    found = drawn_relations(me)
    assert "successor open" in found["frames"]
    assert {"brief", "design", "move"} == found["veils"]
    me.page.grab()
    # The pointer on a bar asks for that task.
    me.hover(me.body("drive"))
    assert drawn_relations(me)["frames"] == {"predecessor pack", "successor open"}
    me.chart.hand.leave()
    entry(me, tr("Links of the selection"), tr("Mark predecessors and successors")).trigger()
    assert drawn_relations(me) == {"lines": set(), "frames": set(), "veils": set()}


def test_paths_are_shown_in_the_chart_until_they_are_cleared(opened: Opened, reader: str) -> None:
    me = opened()
    me.select("pack")
    actions = me.page.plan_actions
    assert not actions.clear_paths.isEnabled()
    actions.path_bands.trigger()
    paths = me.chart.look.facts.paths
    assert paths["survey"] == paths["pack"] == 1 and paths["wishes"] == 2 and "drive" not in paths
    me.page.grab()
    me.workspace.do(commands.SetDuration(("wishes",), 6 * 480))  # now the wishes drive
    assert me.chart.look.facts.paths["wishes"] == 1
    me.page.grab()
    actions.clear_paths.trigger()
    assert me.chart.look.facts.paths == {} and not actions.clear_paths.isEnabled()
    actions.paths.trigger()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PathsDialog) and each.isVisible())
    dialog.bands.click()
    assert me.chart.look.path_target == "pack" and not dialog.isVisible()
    me.workspace.do(commands.DeleteTasks(("pack",)))
    assert me.chart.look.facts.paths == {}
    me.page.grab()


# -- colours and legend ---------------------------------------------------------------------------


def test_colours_and_legend_follow_what_is_in_sight(opened: Opened, reader: str, qtbot: QtBot) -> None:
    me = opened()
    me.page.resize(1400, 1200)  # in a low window with large letters the legend gives way to the rows
    me.page.grab()
    qtbot.waitUntil(lambda: bool(me.page.legend.entries))
    usual = {each.sign for each in me.page.legend.entries}
    assert "critical" in usual and not [each for each in usual if each.startswith("class")]
    entry(me, tr("Colour bars by"), tr("Phase")).trigger()
    me.page.grab()
    qtbot.waitUntil(lambda: {"Brief", "Design", "Move"} <= {each.title for each in me.page.legend.entries})
    assert "Brief" in me.page.legend.accessibleDescription()
    assert me.page.legend.isVisible() and not clipped(me.page.legend)
    entry(me, tr("Show"), tr("Legend")).trigger()
    assert not me.page.legend.isVisible()
    entry(me, tr("Show"), tr("Legend")).trigger()
    me.page.grab()
    qtbot.waitUntil(me.page.legend.isVisible)
    me.page.model.set_closed(["brief", "design", "move"], True)
    me.page.grab()
    qtbot.waitUntil(lambda: "task" not in {each.sign for each in me.page.legend.entries})
    state = json.loads(json.dumps(me.page.save_state()))
    entry(me, tr("Colour bars by"), tr("What is critical")).trigger()
    me.page.restore_state(state)
    assert me.chart.options.colour == "phase"


def test_what_finds_no_room_in_the_legend_is_said_by_its_tip(opened: Opened, reader: str) -> None:
    me = opened()
    me.page.resize(1400, 1200)
    entries = [LegendEntry(f"class{n}", f"Somebody {n} & <Sons>", ()) for n in range(60)]
    me.page.legend.show_entries(entries)
    assert me.page.legend.height() <= me.page.height() * 0.2
    tip = me.page.legend.toolTip()
    assert "Somebody 59 &amp; &lt;Sons&gt;" in tip and "Somebody 0 " not in tip
    line = me.page.legend.fontMetrics().height()
    assert me.page.legend.sizeHint().height() > 2 * line  # there is room for more than one line
    me.page.legend.grab()
    me.page.legend.show_entries(entries[:1])
    assert not me.page.legend.toolTip()


@pytest.mark.parametrize("theme", [LIGHT_THEME, DARK_THEME, CONTRAST_THEME])
def test_every_choice_of_the_menu_is_drawn_in_every_theme(opened: Opened, qapp: QApplication, theme: str) -> None:
    apply_theme(qapp, theme)
    me = opened(with_registers())
    me.workspace.do(commands.CaptureBaseline("One"))
    me.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 5)}))
    look = me.page.plan_actions.look
    for menu in (look.colours, look.progress_line, *look.texts.values()):
        for action in look.entries(menu):
            action.trigger()
            me.page.grab()
    for action in look.switches.values():
        action.trigger()
        me.page.grab()
    apply_theme(qapp, LIGHT_THEME)
