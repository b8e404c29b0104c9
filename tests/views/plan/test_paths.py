"""The list of paths to a task: what it says, and the way from it to a task."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.plan import UnlinkTasks
from desktop.views.plan.paths_dialog import PathsDialog
from tests.plan_window import Person

Opened = Callable[..., Person]


def listed(dialog: PathsDialog) -> list[tuple[str, str, str, list[str]]]:
    found = []
    for number in range(dialog.tree.topLevelItemCount()):
        group = dialog.tree.topLevelItem(number)
        assert group is not None
        tasks = [group.child(row).text(0) for row in range(group.childCount())]
        found.append((group.text(0), group.text(1), group.text(2), tasks))
    return found


def test_paths_to_the_end_of_the_office_move(opened: Opened) -> None:
    person = opened()
    person.select("open")
    person.page.plan_actions.paths.trigger()
    QApplication.processEvents()
    (dialog,) = person.page.window().findChildren(PathsDialog)
    # Survey (3 days) and wishes (2) lead to the brief, then five, four, two days and one; lighting leads nowhere.
    assert listed(dialog) == [
        ("Path 1: drives it", "0d", "",
         ["Survey the old office", "Brief agreed", "Floor plan", "Collect offers", "Pack", "Drive", "Open the doors"]),
        ("Path 2: joins “Brief agreed”", "1d", "1d", ["Collect wishes"]),
    ]  # fmt: skip
    wanted: list[object] = []
    person.page.navigate.connect(wanted.append)
    group = dialog.tree.topLevelItem(1)
    assert group is not None
    dialog.tree.setCurrentItem(group)
    person.bot.keyClick(dialog.tree, Qt.Key.Key_Down)
    person.bot.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert wanted == ["task/wishes"]
    assert not dialog.isVisible()


def test_a_task_that_waits_for_nothing(opened: Opened) -> None:
    person = opened()
    person.workspace.do(UnlinkTasks(("open",)))
    person.select("open")
    person.page.plan_actions.paths.trigger()
    QApplication.processEvents()
    (dialog,) = person.page.window().findChildren(PathsDialog)
    assert [tasks for *_, tasks in listed(dialog)] == [["Open the doors"]]
