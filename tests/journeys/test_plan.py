"""The story of a planner: everything by keys and mouse on the real page, undone and redone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import plan as commands
from desktop.domain.plan import Dependency
from desktop.i18n import CHINESE, ENGLISH
from tests.plan_window import ALT, CTRL, SHIFT, Person, english, opened, reading
from tests.plans import DAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


@pytest.mark.parametrize(("language", "new_task", "size"), [(ENGLISH, "New task", 1), (CHINESE, "新任务", 2)])
def test_the_story_by_keys_and_mouse(
    opened: Opened, qapp: QApplication, language: str, new_task: str, size: float
) -> None:
    with reading(qapp, language, size):
        tell_the_story(opened(), new_task)


def tell_the_story(me: Person, new_task: str) -> None:
    before = snapshot(me.project)

    # Rename a task: click its name, type over it.
    me.set_cell("survey", "name", "Measure the old office")
    assert me.task("survey").name == "Measure the old office"
    assert me.grid.current_id() == "wishes"  # Enter moves down

    # Add a sub-task below the wishes; its name is open for typing.
    me.select("wishes")
    me.key(KEY.Key_Return, CTRL)
    editor = me.editor()
    assert editor is not None and editor.selectedText() == new_task
    me.type("Ask the client")
    me.key(KEY.Key_Return)
    added = me.page.model.ids[me.row("wishes") + 1]
    assert me.task(added).name == "Ask the client"
    assert me.project.wbs(added) == "1.3"

    # Indent it under the wishes.
    me.select(added)
    me.key(KEY.Key_Right, ALT | SHIFT)
    assert me.task(added).parent == "wishes"
    assert me.project.wbs(added) == "1.2.1"

    # Type a duration.
    me.set_cell(added, "duration", "4d")
    assert me.task(added).duration == 4 * DAY

    # Link it behind the survey by keys, and draw a second link by mouse.
    me.select("survey", added)
    me.key(KEY.Key_F2, CTRL)
    assert ("survey", added, "FS") in me.links()
    me.drag(me.finish_handle("light"), me.start_edge("pack"))
    assert ("light", "pack", "FS") in me.links()

    # Drag the bar of the offers two days to the right: held not to start earlier.
    was = me.dates("offers").start
    me.drag(me.body("offers"), me.body("offers") + QPointF(me.days(2), 0))
    assert me.task("offers").constraint == "snet"
    wanted = was + dt.timedelta(days=2)
    monday = wanted + dt.timedelta(days=(7 - wanted.weekday()) % 7 if wanted.weekday() > 4 else 0)
    assert me.dates("offers").start == monday

    # Resize, and say how far the survey has come.
    finish = me.dates("light").finish
    me.drag(me.finish_edge("light"), me.finish_edge("light") + QPointF(me.days(1), 0))
    assert me.dates("light").finish > finish
    bar = me.bar("survey")
    me.drag(QPointF(bar.left, bar.bottom + 1), QPointF(bar.left + bar.width / 2, bar.bottom + 1))
    assert me.task("survey").percent_complete == 50
    assert me.task("survey").actual_start == dt.datetime(2026, 6, 1, 8)

    # Undo everything, redo everything.
    assert not me.refusals
    after = snapshot(me.project)
    steps = len(me.workspace.session.undo_steps)
    assert steps == 9
    for _ in range(steps):
        assert me.workspace.undo()
    assert snapshot(me.project) == before
    assert list(me.page.model.ids) == list(me.project.outline.order)
    for _ in range(steps):
        assert me.workspace.redo()
    assert snapshot(me.project) == after
    assert list(me.page.model.ids) == list(me.project.outline.order)


def test_a_circle_is_refused_with_the_names_of_its_tasks(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.drag(me.finish_handle("offers"), me.start_edge("plan"))
    assert [refusal.code for refusal in me.refusals] == ["cycle"]
    assert "Floor plan" in str(me.refusals[0].facts["tasks"])
    assert "Collect offers" in str(me.refusals[0].facts["tasks"])
    assert snapshot(me.project) == before
    assert not me.workspace.session.undo_steps


def test_a_circle_typed_as_predecessor_keeps_the_editor_open(opened: Opened) -> None:
    me = opened()
    me.set_cell("plan", "predecessors", "2.3")
    editor = me.editor()
    assert editor is not None and editor.text() == "2.3"
    assert "Floor plan" in me.grid.delegate.explanation
    assert not me.refusals  # said at the cell, not a second time by the window
    me.key(KEY.Key_Escape)
    assert me.editor() is None
    assert not me.workspace.session.undo_steps


GESTURES: dict[str, Callable[[Person], tuple[QPointF, QPointF]]] = {
    "move": lambda me: (me.body("offers"), me.body("offers") + QPointF(me.days(3), 0)),
    "finish": lambda me: (me.finish_edge("plan"), me.finish_edge("plan") + QPointF(me.days(3), 0)),
    "start": lambda me: (me.start_edge("plan"), me.start_edge("plan") + QPointF(me.days(2), 0)),
    "progress": lambda me: (
        QPointF(me.bar("plan").left, me.bar("plan").bottom + 1),
        QPointF(me.bar("plan").right, me.bar("plan").bottom + 1),
    ),
    "link": lambda me: (me.finish_handle("light"), me.start_edge("pack")),
    "band": lambda me: (QPointF(5, 5), QPointF(400, 300)),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_escape_leaves_no_trace(opened: Opened, gesture: str) -> None:
    me = opened()
    before, selected = snapshot(me.project), me.grid.selected_ids()
    start, end = GESTURES[gesture](me)
    if gesture != "band":
        me.select("plan")
        selected = me.grid.selected_ids()
    me.press(start)
    me.move(end)
    assert me.chart.gesture is not None
    me.page.grab()  # everything is painted while it is under way
    me.key(KEY.Key_Escape, to=me.chart)
    assert me.chart.gesture is None
    me.release(end)
    assert snapshot(me.project) == before
    assert not me.workspace.session.undo_steps
    assert not me.workspace.session.redo_steps
    if gesture == "band":
        assert me.grid.selected_ids() == selected


@pytest.mark.parametrize("gesture", [name for name in GESTURES if name != "band"])
def test_each_gesture_is_one_step(opened: Opened, gesture: str) -> None:
    me = opened()
    before = snapshot(me.project)
    me.drag(*GESTURES[gesture](me))
    assert len(me.workspace.session.undo_steps) == 1
    after = snapshot(me.project)
    assert after != before
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.workspace.redo()
    assert snapshot(me.project) == after


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [("finish", "start", "FS"), ("start", "start", "SS"), ("finish", "finish", "FF"), ("start", "finish", "SF")],
)
def test_the_ends_that_are_joined_say_the_type(opened: Opened, start: str, end: str, kind: str) -> None:
    me = opened()
    source = me.finish_handle("survey") if start == "finish" else me.start_handle("survey")
    target = me.start_edge("light") if end == "start" else me.finish_edge("light")
    me.drag(source, target)
    assert ("survey", "light", kind) in me.links()


def test_dropping_a_link_on_paper_makes_none(opened: Opened) -> None:
    me = opened()
    bar = me.bar("light")
    me.drag(me.finish_handle("light"), QPointF(bar.right + 200, bar.middle))
    assert not me.workspace.session.undo_steps


def test_a_link_is_selected_by_a_click_and_deleted(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.AddLink("survey", "light"))
    link = next(iter(each.id for each in me.project.predecessors("light") if each.predecessor == "survey"))
    me.page.grab()
    line = next(each for each in me.chart.frame.lines if each.ref == f"dependency/{link}")
    (ax, ay), (bx, _) = line.points[-2:]  # level, left of the bar
    at = QPointF((ax + bx) / 2, ay)
    me.press(at)
    me.release(at)
    assert me.chart.selected_link == link
    me.key(KEY.Key_Delete, to=me.chart)
    assert link not in me.project.table(Dependency)
    me.workspace.undo()
    assert link in me.project.table(Dependency)


def test_keys_of_the_outline(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_Up, ALT | SHIFT)
    assert list(me.project.children("design")) == ["light", "plan", "offers"]
    assert me.grid.selected_ids() == ["light"]
    me.key(KEY.Key_Down, ALT | SHIFT)
    assert list(me.project.children("design")) == ["plan", "light", "offers"]
    me.key(KEY.Key_BracketLeft, CTRL)
    assert me.task("light").parent is None
    me.key(KEY.Key_BracketRight, CTRL)
    assert me.task("light").parent == "design"
    me.key(KEY.Key_M, CTRL | SHIFT)
    assert me.task("light").milestone and me.task("light").duration == 0
    me.key(KEY.Key_Delete)
    assert "light" not in me.project.outline.row
    me.select("pack", "drive")
    me.key(KEY.Key_F2, CTRL | SHIFT)
    assert ("pack", "drive", "FS") not in me.links()
    me.select("move")
    me.key(KEY.Key_Left)
    assert me.page.model.facts(me.row("move")).closed
    me.key(KEY.Key_Right)
    assert not me.page.model.facts(me.row("move")).closed
    me.key(KEY.Key_Insert)
    assert me.task(me.project.children(None)[2]).name == "New task"
    me.key(KEY.Key_Escape)
    assert me.project.children(None)[2] == "move"


def test_enter_on_the_last_row_adds_a_task(opened: Opened) -> None:
    me = opened()
    me.select("open")
    count = me.page.model.rowCount()
    me.key(KEY.Key_Return)
    assert me.page.model.rowCount() == count + 1
    me.type("Party")
    me.key(KEY.Key_Return)
    assert me.page.model.text(count, 2) == "Party"


def test_keys_typed_in_a_cell_stay_in_the_cell(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_F2)
    me.key(KEY.Key_Home)
    me.key(KEY.Key_Delete)
    me.key(KEY.Key_Insert)
    me.key(KEY.Key_Return)
    assert me.task("light").name == "ighting"
    assert len(me.workspace.session.undo_steps) == 1


def test_leaving_a_cell_commits_it(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.type("Lamps")
    me.select("plan")  # a click elsewhere
    assert me.task("light").name == "Lamps"
    me.select("light", column="duration")
    me.type("3")
    me.press(me.body("offers"))  # a click on the chart
    me.release(me.body("offers"))
    assert me.task("light").duration == 3 * DAY
    me.select("light")
    me.type("Nothing of this")
    me.key(KEY.Key_Escape)
    assert me.task("light").name == "Lamps"


def test_a_bad_entry_stays_with_its_explanation_when_one_clicks_away(opened: Opened) -> None:
    me = opened()
    me.select("light", column="duration")
    me.type("soon")
    me.select("plan")
    editor = me.editor()
    assert editor is not None and editor.text() == "soon"
    assert "soon" in me.grid.delegate.explanation
    assert me.task("light").duration == 2 * DAY
    me.key(KEY.Key_A, CTRL)
    me.type("3d")
    me.key(KEY.Key_Return)
    assert me.task("light").duration == 3 * DAY
    assert me.editor() is None


def test_unknown_people_are_offered_not_made(opened: Opened) -> None:
    me = opened()
    me.set_cell("light", "resources", "Bob")
    assert me.editor() is not None
    assert "Bob" in me.grid.delegate.explanation
    assert len(me.project.rows("resource")) == 1
    button = me.grid.delegate.confirm
    assert button.isVisible()
    button.click()
    assert me.editor() is None
    assert me.page.model.text(me.row("light"), 8) == "Bob"
    assert len(me.workspace.session.undo_steps) == 1


def test_rows_are_dragged_to_another_place_and_another_summary(opened: Opened) -> None:
    me = opened()
    drag_row(me, "light", "drive", level=1)
    assert list(me.project.children("move")) == ["pack", "light", "drive", "open"]
    assert me.grid.selected_ids() == ["light"]
    drag_row(me, "light", "design", level=0)
    assert me.task("light").parent is None
    assert list(me.project.children(None)) == ["brief", "light", "design", "move"]
    assert len(me.workspace.session.undo_steps) == 2


def drag_row(me: Person, identity: str, before: str, level: int, *, drop: bool = True) -> None:
    """Drag a selected row to the gap in front of another; ``level`` says how far to the right."""
    me.select(identity)
    view = me.grid.viewport()
    start = me.grid.visualRect(me.page.model.index(me.row(identity), 2)).center()
    left = me.grid.columnViewportPosition(2)
    end = me.grid.visualRect(me.page.model.index(me.row(before), 2)).topLeft()
    end.setX(left + me.grid.metrics.indent * level + me.grid.metrics.indent // 2)
    me.bot.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    me.bot.mouseMove(view, (start + end) / 2)
    me.bot.mouseMove(view, end)
    assert me.grid.row_drag is not None
    me.page.grab()
    if drop:
        me.bot.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_escape_ends_the_drag_of_a_row(opened: Opened) -> None:
    me = opened()
    drag_row(me, "light", "drive", level=1, drop=False)
    me.key(KEY.Key_Escape, to=me.grid)
    assert me.grid.row_drag is None
    assert not me.workspace.session.undo_steps


def test_a_summary_is_not_dropped_into_itself(opened: Opened) -> None:
    me = opened()
    drag_row(me, "design", "light", level=1)
    assert not me.workspace.session.undo_steps
    assert list(me.project.children(None)) == ["brief", "design", "move"]


def test_an_empty_plan_says_what_it_is_for_and_fills(opened: Opened) -> None:
    from desktop.domain.plan import ProjectProfile
    from desktop.domain.project import Project

    me = opened(Project([ProjectProfile(id="p", number=1, name="Empty", start=dt.datetime(2026, 6, 1, 8))]))
    assert me.page.stack.currentWidget() is me.page.empty
    me.page.empty.button.click()
    assert me.page.stack.currentWidget() is me.page.splitter
    me.type("First things first")
    me.key(KEY.Key_Return)
    me.key(KEY.Key_Escape)  # no more names follow
    QApplication.processEvents()
    assert [task.name for task in me.project.rows("task").values()] == ["First things first"]  # type: ignore[attr-defined]
    me.workspace.undo()
    me.workspace.undo()
    assert me.page.stack.currentWidget() is me.page.empty


def test_one_edit_elsewhere_shows_at_once(opened: Opened) -> None:
    me = opened()
    left = me.bar("open").left
    me.workspace.do(commands.SetDuration(("pack",), 5 * DAY))
    assert me.bar("open").left > left


def test_a_closed_summary_opens_under_a_dragged_row(opened: Opened) -> None:
    me = opened()
    me.page.model.toggle("move")
    me.select("light")
    view = me.grid.viewport()
    start = me.grid.visualRect(me.page.model.index(me.row("light"), 2)).center()
    over = me.grid.visualRect(me.page.model.index(me.row("move"), 2)).center()
    me.bot.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    me.bot.mouseMove(view, start + QPoint(0, 12))
    me.bot.mouseMove(view, over)
    me.bot.waitUntil(lambda: not me.page.model.facts(me.row("move")).closed, timeout=5000)
    me.key(KEY.Key_Escape, to=me.grid)
    assert not me.workspace.session.undo_steps


def test_the_grid_follows_a_dragged_row_at_its_edge(opened: Opened) -> None:
    me = opened()
    for number in range(60):
        me.workspace.do(commands.AddTask(f"Task {number}"))
    me.select("plan")
    view = me.grid.viewport()
    start = me.grid.visualRect(me.page.model.index(me.row("plan"), 2)).center()
    me.bot.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    me.bot.mouseMove(view, start + QPoint(0, 12))
    me.bot.mouseMove(view, QPoint(start.x(), view.height() - 3))
    me.bot.waitUntil(lambda: me.grid.verticalScrollBar().value() > 100, timeout=5000)
    me.workspace.undo()  # the plan changes under the hand: the drag ends
    assert me.grid.row_drag is None
    me.bot.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert list(me.project.children("design")) == ["plan", "light", "offers"]


def test_a_row_dropped_into_a_closed_summary_comes_last_in_it(opened: Opened) -> None:
    me = opened()
    me.page.model.toggle("brief")
    drag_row(me, "light", "design", level=1)  # between the closed brief and the design, one level in
    assert list(me.project.children("brief")) == ["survey", "wishes", "agreed", "light"]
