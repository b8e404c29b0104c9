"""What the palette finds: by the words of other programs, in both languages, the exact phrase first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.i18n import CHINESE, ENGLISH, RESOURCES, catalog, read_entries, source_text
from desktop.views.command_palette import CommandPalette, rank
from desktop.views.command_words import WORDS
from desktop.views.main_window import MainWindow
from desktop.views.settings import LANGUAGE
from tests.journeys.visible import clipped


@pytest.fixture(params=[ENGLISH, CHINESE])
def window(request: pytest.FixtureRequest, program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    program.settings.keep(LANGUAGE, request.param)
    program.dress()
    made = program.new_window()
    with qtbot.waitExposed(made):
        made.show()
    made.open_sample()
    qtbot.waitUntil(lambda: made.view is not None, timeout=30_000)
    made.go_to("plan")
    yield made


def found(window: MainWindow, typed: str) -> tuple[CommandPalette, list[str]]:
    """The palette, and what it offers for a text, the marked one first."""
    window.commands.show_palette()
    (palette,) = [one for one in window.findChildren(CommandPalette) if one.isVisible()]
    line, tree = palette.findChild(QLineEdit), palette.findChild(QTreeWidget)
    assert isinstance(line, QLineEdit) and isinstance(tree, QTreeWidget)
    line.insert(typed)
    return palette, [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("set baseline", "Capture a baseline…"), ("save baseline", "Capture a baseline…"),
        ("设置基准", "Capture a baseline…"), ("基线", "Capture a baseline…"),
        ("save picture", "The chart as a picture…"), ("chart as", "The chart as a picture…"),
        ("recalculate", "Reckon again"),
    ],
)  # fmt: skip
def test_commands_are_found_by_the_words_of_other_programs(window: MainWindow, typed: str, command: str) -> None:
    palette, names = found(window, typed)
    known = catalog(palette_language(window))(command).removesuffix("…")
    assert names[0] == known
    palette.reject()


def palette_language(window: MainWindow) -> str:
    return window.program.settings.text(LANGUAGE, ENGLISH, (ENGLISH, CHINESE))


def test_levels_of_the_outline_are_found(window: MainWindow) -> None:
    palette, names = found(window, "大纲级别")
    level = catalog(palette_language(window))("Show outline level {n}", n=1)
    assert level in names[:9]
    palette.reject()


def test_a_miss_says_so_and_enter_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    palette, names = found(window, "xyzzy")
    assert not names
    assert palette.nothing.isVisible() and "xyzzy" in palette.nothing.text()
    assert not clipped(palette)
    line = palette.findChild(QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_what_was_typed_stands_before_the_same_words_here_and_there() -> None:
    names = ("Chart of baselines", "The chart as a picture", "Chart as a table", "chart as")
    ranked = sorted(names, key=lambda name: rank("chart as", name) or 0)
    assert ranked == ["chart as", "Chart as a table", "The chart as a picture", "Chart of baselines"]


def test_every_command_with_other_words_is_there() -> None:
    known = {source_text(key) for key in read_entries(RESOURCES / "i18n" / f"{CHINESE}.ts")}
    assert set(WORDS) <= known
