"""Every scheduling field says what it means: on its heading, in the choice of columns, in the side panel, by a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.i18n import CHINESE, set_language
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_meanings import MEANINGS, meaning_of
from desktop.views.plan.column_tree import ColumnTree
from desktop.views.plan.details.field import TaskField
from tests.plan_hands import steps
from tests.plan_window import SHIFT, Person, english, opened

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
TIP, WHATS_THIS = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.WhatsThisRole)


def test_every_meaning_belongs_to_a_column() -> None:
    assert MEANINGS.keys() <= NUMBER_OF.keys()
    scheduling = {column.key for column in COLUMNS if column.group in ("dates", "float", "progress")}
    assert not {key for key in scheduling if not meaning_of(key)} - {"status"}


def test_a_heading_says_what_its_column_means(opened: Opened) -> None:
    me = opened()
    for role in (TIP, WHATS_THIS):
        told = me.page.model.headerData(NUMBER_OF["free_float"], Qt.Orientation.Horizontal, role)
        assert "How far the task can slip without delaying any other task." in told
    assert "\n" not in str(me.page.model.headerData(NUMBER_OF["name"], Qt.Orientation.Horizontal, TIP))


def test_the_key_tells_of_the_current_column_and_changes_nothing(opened: Opened) -> None:
    me = opened()
    me.select("plan", column="duration")
    me.key(KEY.Key_F1, SHIFT)
    assert me.page.meaning.said.startswith("Duration\nWorking time from start to finish")
    assert "3ed runs through nights" in QToolTip.text()
    assert not steps(me)


def test_the_key_tells_of_the_field_that_is_being_edited(opened: Opened) -> None:
    set_language(CHINESE)
    me = opened()
    me.select("plan")
    me.page.door.enter()
    field = next(each for each in me.page.panel.findChildren(TaskField) if each.name == "deadline")
    field.editor.focus_widget().setFocus()
    QApplication.processEvents()
    me.key(KEY.Key_F1, SHIFT, to=QApplication.focusWidget())
    assert me.page.meaning.said == "期限\n应当完成的日期。它不移动任务；晚于它会有标记，浮动时间变为负数。"
    assert "应当完成的日期" in field.toolTip()


def test_the_choice_of_columns_says_it_too(opened: Opened) -> None:
    me = opened()
    tree = ColumnTree([column.key for column in COLUMNS])
    me.bot.addWidget(tree)
    told = {item.data(0, Qt.ItemDataRole.UserRole): item.toolTip(0) for item in tree._items.values()}
    assert "without delaying any other task" in told["free_float"]
