"""A part of the plan is kept under a name and put in again, in this plan or another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.plan import Dependency, Task
from desktop.i18n import CHINESE, set_language
from desktop.views.plan.module_name_dialog import ModuleNameDialog
from desktop.views.plan.modules_dialog import ModulesDialog
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_hands import steps
from tests.plan_window import CTRL, SHIFT, Person, english, me, opened
from tests.plans import snapshot

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
D = TypeVar("D", bound=QWidget)


def front(kind: type[D]) -> D:
    QApplication.processEvents()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def kept(me: Person, name: str) -> None:
    """Design, with all below it, is kept under a name."""
    me.select("design")
    me.page.plan_actions.save_module.trigger()
    dialog = front(ModuleNameDialog)
    assert dialog.name.text() == "Design"
    dialog.name.setText(name)
    me.key(KEY.Key_Return, to=dialog.name)


def chosen(me: Person) -> ModulesDialog:
    me.page.activateWindow()
    me.grid.setFocus()
    QApplication.processEvents()
    me.key(KEY.Key_Insert, CTRL | SHIFT, to=me.grid)
    return front(ModulesDialog)


def names(me: Person) -> list[str]:
    return [me.project.get(Task, identity).name for identity in me.project.outline.order]


def test_keep_it_and_put_it_below_another_task_by_keys_in_one_step(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    kept(me, "Design of a floor")
    assert (snapshot(me.project), steps(me)) == (before, 0)
    me.select("move")
    dialog = chosen(me)
    assert dialog.current is not None and dialog.current.module.name == "Design of a floor"
    top = dialog.preview.topLevelItem(0)
    assert top is not None and top.childCount() == 3
    me.key(KEY.Key_Return, to=dialog.tree)
    assert names(me)[-4:] == ["Design", "Floor plan", "Lighting", "Collect offers"]
    assert steps(me) == 1
    assert me.project.get(Task, me.grid.current_id()).name == "Design"
    assert me.project.outline.wbs[me.project.outline.row[me.grid.current_id()]] == "4"
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.workspace.redo()
    assert len(me.project.table(Dependency)) == len(before["dependency"]) + 2


def test_escape_changes_nothing(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.select("design")
    me.page.plan_actions.save_module.trigger()
    me.key(KEY.Key_Escape, to=front(ModuleNameDialog).name)
    assert not me.page.modules.store.own()
    dialog = chosen(me)
    me.key(KEY.Key_Escape, to=dialog.tree)
    assert (snapshot(me.project), steps(me)) == (before, 0)


def test_phases_of_templates_are_there_from_the_start_and_found_by_their_tasks(opened: Opened) -> None:
    me = opened()
    me.select("brief")
    dialog = chosen(me)
    assert not dialog.remove.isEnabled()
    dialog.line.setText("kick-off")
    shown = [line.text(0) for line in dialog._lines() if not line.isHidden()]
    assert shown and dialog.current is not None
    assert any("Kick-off" in str(task.fields["name"]) for task in dialog.current.module.tasks)
    dialog.line.setText("nothing is called so")
    assert not dialog.ok.isEnabled()
    assert dialog.told.text() == "No module is called like this."
    dialog.line.setText("")
    module = dialog.current.module if dialog.current else None
    assert module is not None
    count = len(me.project.table(Task))
    dialog.ok.click()
    assert len(me.project.table(Task)) == count + len(module.tasks)


def test_one_that_is_deleted_comes_back_and_a_name_is_taken_once(opened: Opened) -> None:
    me = opened()
    kept(me, "Floor")
    kept(me, "Floor")
    assert [one.module.name for one in me.page.modules.store.own()] == ["Floor"]
    dialog = chosen(me)
    dialog.remove.click()
    assert not me.page.modules.store.own()
    dialog.remove.click()
    assert [one.module.name for one in me.page.modules.store.own()] == ["Floor"]
    dialog.reject()


def test_nothing_is_clipped(me: Person) -> None:
    me.select("design")
    me.page.plan_actions.save_module.trigger()
    asked = front(ModuleNameDialog)
    assert clipped(asked) == []
    asked.accept()
    dialog = chosen(me)
    assert clipped(dialog) == []
    dialog.reject()


def test_all_of_it_is_told_in_chinese(opened: Opened) -> None:
    set_language(CHINESE)
    me = opened()
    me.select("design")
    me.page.plan_actions.save_module.trigger()
    own = frozenset(word for task in me.project.table(Task).values() for word in task.name.split())
    own |= {"Save", "Cancel"}  # Qt's own words, which its own catalogue translates in the program
    asked = front(ModuleNameDialog)
    assert not english_words(asked, own)
    asked.accept()
    dialog = chosen(me)
    assert not english_words(dialog, own)
    dialog.reject()
