"""Diagrams by keys and mouse: renaming, adding, moving and linking boxes, undone, refused and given up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.clientview import AUDIENCES
from desktop.domain.commands import plan as commands
from desktop.domain.commands.plan import DeleteTasks, UnlinkTasks
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.workspace import Workspace
from desktop.views.diagrams import DiagramsPage
from desktop.views.diagrams.canvas import Canvas
from desktop.views.diagrams.network_view import NetworkView
from desktop.views.diagrams.picture_dialog import DiagramPictureDialog
from tests.journeys.visible import clipped
from tests.plans import office, session_of, snapshot

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class Hands:
    """One page of diagrams, and what can be done to it."""

    def __init__(self, page: DiagramsPage, bot: QtBot) -> None:
        self.page, self.bot, self.workspace = page, bot, page.workspace
        self.refusals: list[Rejected] = []
        self.workspace.rejected.connect(self.refusals.append)

    @property
    def view(self) -> Canvas:
        return self.page.view

    def task(self, identity: str) -> Task:
        return self.workspace.project.get(Task, identity)

    def point(self, task: str) -> QPoint:
        found = self.view.diagram()
        assert found is not None
        box = found.box(task)
        assert box is not None
        self.view.bring(task)
        return self.view.in_view(box).center().toPoint()

    def press(self, task: str) -> None:
        self.bot.mouseClick(self.view.viewport(), LEFT, pos=self.point(task))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(QApplication.focusWidget() or self.view, key, held)

    def carry(self, task: str, to: QPoint, *, drop: bool = True) -> None:
        start, port = self.point(task), self.view.viewport()
        QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 6):
            QTest.mouseMove(port, start + (to - start) * (step / 5))
        if drop:
            QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, to)


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    page = DiagramsPage(Workspace(session_of(office())))
    page.resize(1400, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.view.setFocus()
    yield Hands(page, qtbot)
    set_language(ENGLISH)


def test_nothing_is_laid_out_out_of_sight_and_what_was_asked_for_is_in_sight_then(hands: Hands) -> None:
    page, view = hands.page, hands.page.wbs
    page.hide()
    page.resize(420, 320)
    view.set_options(replace(view.options, closed=frozenset()))
    view.choose("drive")
    assert hands.workspace.do(commands.AddTask("Sweep", "drive", "below"))
    view.choose("survey")
    view.choose("drive")
    assert view._chart is None
    page.show()
    hands.bot.waitExposed(page)
    box = view.diagram().box("drive")
    assert box is not None and QRectF(view.viewport().rect()).contains(view.in_view(box))


def test_a_box_is_renamed_in_place(hands: Hands) -> None:
    before = snapshot(hands.workspace.project)
    hands.press("survey")
    hands.key(KEY.Key_F2)
    line = hands.page.wbs.line
    assert line.isVisible()
    assert line.selectedText() == "Survey the old office"
    line.setText("Measure")
    hands.key(KEY.Key_Escape)
    assert snapshot(hands.workspace.project) == before  # given up
    hands.key(KEY.Key_F2)
    line.setText("Measure")
    hands.key(KEY.Key_Return)
    assert hands.task("survey").name == "Measure"
    assert hands.workspace.undo()
    assert snapshot(hands.workspace.project) == before


def test_typing_on_a_box_replaces_its_name_and_so_does_an_input_method(hands: Hands) -> None:
    hands.press("wishes")
    hands.key(KEY.Key_X)
    assert hands.page.wbs.line.text().lower() == "x"
    hands.key(KEY.Key_Escape)
    hands.press("wishes")
    composed = QInputMethodEvent("xu", [])
    QApplication.sendEvent(hands.view, composed)
    line = hands.page.wbs.line
    assert line.isVisible()
    chosen = QInputMethodEvent()
    chosen.setCommitString("需求")
    QApplication.sendEvent(line, chosen)
    hands.key(KEY.Key_Return)
    assert hands.task("wishes").name == "需求"


def test_boxes_are_added_moved_and_deleted_by_keys(hands: Hands) -> None:
    before = snapshot(hands.workspace.project)
    hands.press("survey")
    hands.key(KEY.Key_Return)
    hands.page.wbs.line.setText("Count the desks")
    hands.key(KEY.Key_Return)
    project = hands.workspace.project
    added = hands.view.current
    assert project.children("brief") == ("survey", added, "wishes", "agreed")
    hands.page.earlier.trigger()
    assert project.children("brief")[0] == added
    hands.page.outdent.trigger()
    assert project.children(None)[1] == added
    hands.page.indent.trigger()
    assert project.children("brief")[-1] == added
    hands.page.delete.trigger()
    assert project.find(Task, added) is None
    assert hands.view.current == "agreed"
    for _ in range(6):  # added, named, earlier, outdent, indent, deleted
        assert hands.workspace.undo()
    assert snapshot(project) == before


def test_a_box_is_dragged_into_another_and_back_by_undo(hands: Hands) -> None:
    before = snapshot(hands.workspace.project)
    target = hands.point("design")
    hands.carry("wishes", target)
    assert hands.task("wishes").parent == "design"
    assert hands.view.current == "wishes"
    assert hands.workspace.undo()
    assert snapshot(hands.workspace.project) == before
    assert hands.refusals == []


def test_a_drag_can_be_given_up_and_never_goes_into_itself(hands: Hands) -> None:
    before = snapshot(hands.workspace.project)
    hands.carry("wishes", hands.point("design"), drop=False)
    assert hands.page.wbs.is_dragging
    assert hands.page.wbs.drop() is not None
    hands.key(KEY.Key_Escape)
    assert not hands.page.wbs.is_dragging
    QTest.mouseRelease(hands.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, hands.point("design"))
    hands.carry("design", hands.point("plan"))
    assert snapshot(hands.workspace.project) == before


def test_a_move_that_the_plan_forbids_is_refused_with_a_sentence(hands: Hands) -> None:
    before = snapshot(hands.workspace.project)
    hands.press("brief")
    hands.page.indent.trigger()  # nothing stands before it
    assert [refusal.code for refusal in hands.refusals] == ["cannot_indent"]
    assert snapshot(hands.workspace.project) == before


def test_summaries_open_and_close_by_knob_and_key(hands: Hands) -> None:
    wbs = hands.page.wbs
    box = wbs.diagram().box("design")
    assert box is not None
    knob = wbs.diagram().knob(box)
    assert knob is not None
    hands.bot.mouseClick(wbs.viewport(), LEFT, pos=wbs.in_view(knob).center().toPoint())
    assert wbs.diagram().box("plan") is None
    hands.press("design")
    hands.key(KEY.Key_Space)
    assert wbs.diagram().box("plan") is not None
    hands.page.close_all.trigger()
    assert wbs.diagram().box("survey") is None
    assert wbs.reveal("survey")
    assert wbs.diagram().box("survey") is not None


def test_zoom_keeps_what_lies_under_the_pointer(hands: Hands) -> None:
    wbs = hands.page.wbs
    hands.page.resize(700, 500)
    wbs.set_zoom(2.0)
    wbs.horizontalScrollBar().setValue(200)
    point = QPointF(300, 200)
    before = wbs.on_sheet(point)
    event = QWheelEvent(
        point, wbs.mapToGlobal(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(wbs.viewport(), event)
    after = wbs.on_sheet(point)
    assert wbs.zoom > 2.0
    assert after == pytest.approx(before, abs=1.5)
    wbs.fit()
    width, height = wbs.sheet_size()
    assert width * wbs.zoom <= wbs.viewport().width() + 1
    assert height * wbs.zoom <= wbs.viewport().height() + 1


def test_the_network_is_walked_and_linked(hands: Hands) -> None:
    before = snapshot(hands.workspace.project)
    hands.page.part_actions[1].trigger()
    network = hands.page.network
    hands.press("survey")
    hands.key(KEY.Key_Right)
    assert hands.view.current == "agreed"
    network.fit()
    hands.carry("wishes", hands.point("light"))
    links = {(link.predecessor, link.successor) for link in hands.workspace.project.table(Dependency).values()}
    assert ("wishes", "light") in links
    assert hands.workspace.undo()
    hands.carry("wishes", hands.point("light"), drop=False)
    assert network.is_drawing
    hands.key(KEY.Key_Escape)
    QTest.mouseRelease(hands.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, hands.point("light"))
    assert snapshot(hands.workspace.project) == before
    hands.carry("open", hands.point("survey"))  # a circle
    assert [refusal.code for refusal in hands.refusals] == ["cycle"]
    assert snapshot(hands.workspace.project) == before


def test_a_network_too_long_to_be_read_is_fitted_to_the_height_at_the_current_task(hands: Hands) -> None:
    """Asked again, the whole is shown all the same."""
    before = "open"
    for number in range(60):
        hands.workspace.do(commands.AddTask(f"Step {number}", fields={"id": f"step{number}"}))
        hands.workspace.do(commands.AddLink(before, f"step{number}"))
        before = f"step{number}"
    hands.page.show_part(1)
    network = hands.page.network
    hands.bot.waitUntil(lambda: network.diagram() is not None and len(network.diagram().boxes) > 60)  # type: ignore[union-attr]
    network.choose("step30")
    width, height = network.sheet_size()
    room = network.viewport().size()
    assert room.width() / width < 0.3  # as a whole it would be a band of dots
    hands.page.fit.trigger()
    assert network.zoom == pytest.approx(max(0.3, min(1.0, room.height() / height)))
    made = network.diagram()
    assert made is not None
    box = made.box("step30")
    assert box is not None
    assert network.viewport().rect().contains(network.in_view(box).toRect())
    hands.page.fit.trigger()
    assert network.zoom == pytest.approx(max(0.05, room.width() / width), rel=0.01)
    hands.page.fit.trigger()
    assert network.zoom >= 0.3


def test_a_link_is_selected_and_deleted(hands: Hands) -> None:
    hands.page.show_part(1)
    network = hands.page.network
    network.fit()
    made = network.diagram()
    assert made is not None
    at = next(at for at, link in enumerate(made._graph.links) if link.predecessor == "pack")
    (ax, ay), (bx, by) = made.routes[at][0], made.routes[at][-1]
    left, top = network._origin()
    point = QPoint(round((ax + bx) / 2 * network.zoom + left), round((ay + by) / 2 * network.zoom + top))
    hands.bot.mouseClick(network.viewport(), LEFT, pos=point)
    assert network.link == made._graph.links[at].id
    hands.page.delete.trigger()
    assert hands.workspace.project.find(Dependency, made._graph.links[at].id) is None
    assert hands.workspace.undo()


def test_the_scopes_of_the_network(hands: Hands) -> None:
    hands.page.show_part(1)
    hands.press("plan")
    hands.page.scopes.setCurrentIndex(2)
    hands.page.scopes.activated.emit(2)
    made = hands.page.network.diagram()
    assert made is not None
    assert "brief" not in made.place
    assert {"agreed", "plan", "light", "offers"} <= set(made.place)
    assert "open" not in made.place  # three links away
    assert hands.page.reveal("open")
    made = hands.page.network.diagram()
    assert made is not None
    assert "open" in made.place


def test_the_same_task_is_current_in_both_views_and_in_the_plan(hands: Hands) -> None:
    asked: list[object] = []
    hands.page.navigate.connect(asked.append)
    hands.press("offers")
    hands.page.show_part(1)
    assert hands.view.current == "offers"
    hands.key(KEY.Key_Return)
    assert asked == ["task/offers"]


def test_an_empty_plan_offers_the_first_task(qtbot: QtBot) -> None:
    project = office()
    for task in list(project.table(Task)):
        project.put("task", task, None)
    page = DiagramsPage(Workspace(session_of(project)))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    assert page.stack.currentWidget() is page.empty
    page.empty.pressed.emit()
    assert len(page.workspace.project.table(Task)) == 1
    assert page.stack.currentWidget() is page.wbs


def test_the_layout_is_kept_and_survives_nonsense(hands: Hands, qtbot: QtBot) -> None:
    hands.page.wbs.set_options(replace(hands.page.wbs.options, across=2, fact="percent", closed=frozenset({"move"})))
    state = hands.page.save_state()
    other = DiagramsPage(hands.workspace)
    qtbot.addWidget(other)
    other.restore_state(state)
    assert other.wbs.options == hands.page.wbs.options
    other.restore_state({"across": "many", "fact": 3, "closed": "move", "scope": [], "steps": "x", "part": None})
    assert other.wbs.options == hands.page.wbs.options


SECRET = "canary-in-the-notes"


@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize("audience", ["client", "team"])
def test_the_diagram_leaves_as_a_file_for_its_reader(hands: Hands, tmp_path: Path, part: int, audience: str) -> None:
    survey = hands.task("survey")
    hands.workspace.project.put("task", "survey", survey.replace(name="调研旧办公室 <b>&", notes=SECRET))
    hidden = hands.task("light").replace(name="Hidden lighting", audience="team")
    hands.workspace.project.put("task", "light", hidden)
    hands.page.show_part(part)
    hands.page.picture.trigger()
    (dialog,) = hands.page.window().findChildren(DiagramPictureDialog)
    hands.bot.addWidget(dialog)
    dialog.readers.show_at(AUDIENCES.index(audience))
    for at, suffix in enumerate(("pdf", "png", "svg")):
        dialog.kind.show_at(at)
        target = tmp_path / f"diagram.{suffix}"
        dialog.save(target)
        hands.bot.waitUntil(lambda target=target: target.exists() and dialog.busy.isHidden(), timeout=20_000)
    assert (tmp_path / "diagram.png").read_bytes().startswith(b"\x89PNG")
    drawing = ElementTree.parse(tmp_path / "diagram.svg")
    labels = " ".join(element.get("aria-label", "") for element in drawing.iter())
    document = pypdfium2.PdfDocument(tmp_path / "diagram.pdf")
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    for said in (labels, text):
        assert "调研旧办公室" in said
        assert SECRET not in said
        assert ("Hidden lighting" in said) == (audience == "team")
    for path in tmp_path.iterdir():
        assert SECRET.encode() not in path.read_bytes()


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize("size", [1, 2])
def test_nothing_is_clipped(qtbot: QtBot, qapp: QApplication, language: str, size: float) -> None:
    set_language(language)
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    qapp.setFont(large)
    try:
        page = DiagramsPage(Workspace(session_of(office())))
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        for at in (0, 1):
            page.show_part(at)
            qtbot.wait(10)
            assert clipped(page) == []
    finally:
        qapp.setFont(usual)
        set_language(ENGLISH)


# -- the network without a mouse ------------------------------------------------------------------------


def walk(hands: Hands) -> NetworkView:
    """The network in front, the keys in it, at the floor plan: it waits for the brief, and two wait for it."""
    hands.page.show_part(1)
    network = hands.page.network
    network.setFocus()
    network.choose("plan")
    return network


def test_links_are_chosen_and_removed_by_keys(hands: Hands) -> None:
    network = walk(hands)
    before = snapshot(hands.workspace.project)
    told: list[object] = []
    hands.page.said.connect(told.append)
    seen = []
    for _ in range(4):
        hands.key(KEY.Key_K, CTRL | ALT)
        seen.append(network.link)
    assert seen == ["agreed-plan", "plan-light", "plan-offers", "agreed-plan"]
    assert "Brief agreed → Floor plan" in str(told[0]) and "Floor plan → Lighting" in str(told[1])
    hands.key(KEY.Key_K, CTRL | ALT)
    hands.key(KEY.Key_Delete)
    assert hands.workspace.project.find(Dependency, "plan-light") is None
    step = hands.workspace.next_undo
    assert step is not None and step.label == "Remove a link"
    hands.workspace.undo()
    assert snapshot(hands.workspace.project) == before
    network.choose("plan")
    hands.key(KEY.Key_K, CTRL | ALT)
    hands.key(KEY.Key_Left)  # goes on to the brief: the link is no longer meant
    assert (network.current, network.link) == ("agreed", "")


def test_delete_without_a_link_says_how_to_choose_one(hands: Hands) -> None:
    network = walk(hands)
    before = snapshot(hands.workspace.project)
    hands.key(KEY.Key_Delete)
    assert [refusal.code for refusal in hands.refusals] == ["no_link_chosen"]
    hands.workspace.do(UnlinkTasks(("survey",)))
    hands.workspace.do(UnlinkTasks(("wishes",)))
    network.rebuild()
    network.choose("survey")
    hands.key(KEY.Key_K, CTRL | ALT)
    assert hands.refusals[-1].code == "no_link"
    hands.workspace.undo()
    hands.workspace.undo()
    assert snapshot(hands.workspace.project) == before


def test_tasks_are_linked_by_keys_and_escape_leaves_no_trace(hands: Hands) -> None:
    network = walk(hands)
    before = snapshot(hands.workspace.project)
    network.choose("light")
    hands.key(KEY.Key_F2, CTRL)
    assert network.is_linking
    hands.key(KEY.Key_Escape)
    assert not network.is_linking
    network.choose("pack")
    hands.key(KEY.Key_F2, CTRL)
    network.choose("light")
    hands.page.grab()  # the line to be is drawn
    hands.key(KEY.Key_F2, CTRL)
    links = hands.workspace.project.predecessors("light")
    assert {link.predecessor for link in links} == {"plan", "pack"}
    hands.key(KEY.Key_F2, CTRL)  # from the lighting back to what it waits for now
    network.choose("pack")
    hands.key(KEY.Key_F2, CTRL)
    assert [refusal.code for refusal in hands.refusals] == ["cycle"]
    assert not network.is_linking
    hands.workspace.undo()
    assert snapshot(hands.workspace.project) == before


def test_the_tasks_are_not_walked_over_for_every_frame(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    network = walk(hands)
    made, asked = network.diagram(), []
    found = Project.find
    monkeypatch.setattr(Project, "find", lambda self, kind, one: asked.append(one) or found(self, kind, one))
    for _ in range(5):
        assert network.diagram() is made
    assert asked == []
    hands.workspace.do(DeleteTasks(("light",)))
    assert network.diagram() is None  # a task that was placed is gone
    asked.clear()
    assert network.diagram() is None
    assert asked == []
    network.rebuild()
    assert network.diagram() is not None
