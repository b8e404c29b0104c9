"""What a person types is text: in no field of any register does it become markup, or push the window apart."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.record import Kind
from desktop.domain.registry import RECORD_TYPES
from desktop.views.main_window import MainWindow
from desktop.views.pages import ENTRIES
from desktop.views.program import STANDARD, NewProject
from tests.journeys.visible import shown

TEXTS = {
    "markup": "<b>bold</b> <img src='/etc/hostname'> R&D <10 days &amp; more",
    "formula": '=HYPERLINK("http://example.com";"x")',
    "emoji": "👷🏽‍♀️ 龘𠮷 العربية \u202e abc",
    "long Latin": "x" * 50_000,
    "long Chinese": "长" * 50_000,
}
ENTRY_TYPES = ("client", "person", "calendar", "task", "resource", "risk", "communication", "meeting", "decision",
               "action", "issue")  # fmt: skip


def fields(key: str, text: str) -> dict[str, object]:
    """``text`` in every field of a record type that takes text, and what else it needs."""
    specs = RECORD_TYPES[key].info.columns()
    filled: dict[str, object] = {spec.name: text for spec in specs if spec.kind in (Kind.TEXT, Kind.LONG_TEXT)}
    filled |= {spec.name: (text,) for spec in specs if spec.kind is Kind.TEXTS}
    if "happened_at" in RECORD_TYPES[key].info.specs:
        filled["happened_at"] = dt.datetime(2026, 11, 23, 9)
    return filled


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_stays_text_everywhere(program: Application, tmp_path: Path, qtbot: QtBot, text: str) -> None:
    window = program.new_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    answers = NewProject("P", "", dt.date(2026, 11, 23), STANDARD, "both", "CNY", tmp_path / "P.pilotage")
    window.files._create(answers)
    assert window.workspace is not None
    for key in ENTRY_TYPES:
        assert window.workspace.do(AddRecord(key, fields(key, text))), (key, window.banner.text)
    profile = window.workspace.project.profile
    renamed = {name: value for name, value in fields("project", text).items() if name != "currency"}
    assert window.workspace.do(SetFields("project", (profile.id,), renamed)), window.banner.text
    for entry in ENTRIES:
        if entry is not None:
            window.go_to(entry.key)
            first = next(iter(window.workspace.project.rows(entry.records[0])), "") if entry.records else ""
            window.go_to(f"{entry.records[0]}/{first}" if first else entry.key)
            judge(window, text, entry.key)
    for opener in (
        window.commands.show_history,
        window.commands.show_palette,
        window.commands.log_contact,
        window.commands.show_account,
    ):
        opener()
        for dialog in [item for item in window.findChildren(QLabel) if item.window() is not window]:
            assert not is_markup(dialog, text)
        for child in window.children():
            if hasattr(child, "reject"):
                child.reject()
    window.close_project()
    assert window.minimumSizeHint().width() <= 1280


def judge(window: MainWindow, text: str, where: str) -> None:
    size = window.minimumSizeHint()
    assert (size.width() <= 1280, size.height() <= 720) == (True, True), (where, size)
    for widget in shown(window):
        assert not (isinstance(widget, QLabel) and is_markup(widget, text)), (where, widget.text())
        tip = widget.toolTip()
        assert not ("<" in text and text[:20] in tip and QtGui.Qt.mightBeRichText(tip)), (where, tip[:200])


def is_markup(label: QLabel, text: str) -> bool:
    """Whether a label would read ``text`` as markup."""
    return text[:20] in label.text() and label.textFormat() != Qt.TextFormat.PlainText and "<" in text
