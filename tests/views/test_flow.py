"""Widgets side by side: a line may keep its height whatever stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views.flow import Flow


def test_a_line_is_as_high_as_it_has_to_be_at_least(qtbot: QtBot) -> None:
    flow, label = Flow(spacing=4), QLabel("low")
    qtbot.addWidget(flow)
    flow.add(label)
    low = label.sizeHint().height()
    assert flow.heightForWidth(300) == flow.sizeHint().height() == low
    flow.least = low + 10
    assert flow.heightForWidth(300) == flow.sizeHint().height() == flow.minimumSizeHint().height() == low + 10
    flow.resize(300, low + 10)
    flow.show()
    assert label.y() == 5  # in the middle of its line
