"""Chinese input methods over the cells of the plan: what is composed opens the editor and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.commands.records import AddRecord
from desktop.i18n import CHINESE, ENGLISH
from desktop.models.plan_columns import NUMBER_OF
from tests.plan_window import Person, english, large_page, opened, reading
from tests.plans import snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


@pytest.fixture(params=[(ENGLISH, 1), (CHINESE, 2)], ids=str)
def me(request: pytest.FixtureRequest, opened: Opened, qapp: QApplication) -> Iterator[Person]:
    language, size = request.param
    with reading(qapp, language, size):
        yield large_page(opened(), size)


def compose(me: Person, preedit: str, commit: str = "") -> None:
    """What an input method tells the widget that has the keys."""
    target: QWidget = QApplication.focusWidget() or me.grid
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(target, event)
    QApplication.processEvents()


def test_a_composition_over_a_cell_replaces_its_text(me: Person) -> None:
    me.select("light")
    assert me.grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    compose(me, "z")
    editor = me.editor()
    assert editor is not None and editor.text() == ""  # what stood there is selected and gives way
    assert QApplication.focusWidget() is me.grid  # other keys would break the composition off
    compose(me, "zhao ming")
    assert not me.workspace.session.undo_steps
    compose(me, "", "照明")
    assert QApplication.focusWidget() is editor and editor.text() == "照明"
    compose(me, "she ji")
    compose(me, "", "设计")
    assert editor.text() == "照明设计"
    me.key(KEY.Key_Return)
    assert me.task("light").name == "照明设计"
    assert len(me.workspace.session.undo_steps) == 1
    assert me.grid.current_id() == "offers"


def test_a_text_that_comes_without_composition_is_not_lost(me: Person) -> None:
    me.select("light")
    compose(me, "", "灯")  # one key of an input method for punctuation, or a hand-written letter
    editor = me.editor()
    assert editor is not None and editor.text() == "灯"
    me.key(KEY.Key_Return)
    assert me.task("light").name == "灯"


def test_a_composition_that_is_given_up_leaves_the_cell_as_it_was(me: Person) -> None:
    before = snapshot(me.project)
    me.select("light")
    compose(me, "zh")
    compose(me, "")  # Escape, as the input method tells it
    assert me.editor() is None
    compose(me, "zh")
    me.key(KEY.Key_Escape, to=me.grid)  # Escape where the input method leaves it to us
    assert me.editor() is None
    assert snapshot(me.project) == before and not me.refusals
    me.type("Lamp")  # and the cell can be edited as ever
    me.key(KEY.Key_Return)
    assert me.task("light").name == "Lamp"


def test_escape_behind_a_commit_restores_the_cell(me: Person) -> None:
    before = snapshot(me.project)
    me.select("light")
    compose(me, "zhao")
    compose(me, "", "照")
    me.key(KEY.Key_Escape)
    assert me.editor() is None and snapshot(me.project) == before


def test_a_click_elsewhere_while_composing_does_no_harm(me: Person) -> None:
    before = snapshot(me.project)
    me.select("light")
    compose(me, "zhao")
    me.select("plan")
    assert me.editor() is None and not me.refusals
    assert me.task("light").name == "Lighting" and snapshot(me.project) == before
    assert me.grid.current_id() == "plan"


def test_editors_of_several_parts_take_what_is_composed(me: Person) -> None:
    me.workspace.do(AddRecord("person", {"name": "王芳"}))
    me.grid.show_columns([("name", 0), ("owner", 0)])
    me.select("light", column="owner")
    compose(me, "wang")
    compose(me, "wang f")
    compose(me, "", "王芳")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit) and line.text() == "王芳"


def test_nothing_happens_over_a_cell_that_cannot_be_edited(me: Person) -> None:
    before = snapshot(me.project)
    me.select("light", column="total_float")
    compose(me, "zhao")
    compose(me, "", "照")
    me.type("x")
    assert me.grid.delegate.editor is None
    assert me.grid.currentIndex().column() == NUMBER_OF["total_float"] and me.grid.current_id() == "light"
    assert snapshot(me.project) == before
