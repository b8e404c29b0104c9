"""Hears what goes wrong in silence: exceptions in slots, in threads and in virtual methods, and what Qt warns of."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QAbstractItemModel, QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

HARMLESS = ("This plugin does not support",)
"""The headless platform says this of every window."""


def holders(keys: str) -> str:
    """The actions that claim ``keys``."""
    wanted = QKeySequence(keys)
    return "; ".join(
        f"{each.text()} of {each.parent()} on {[str(one) for one in each.associatedObjects()]}"
        for widget in QApplication.topLevelWidgets()
        for each in widget.findChildren(QAction)
        if wanted in each.shortcuts()
    )


class Watch:
    """``heard`` are the complaints since they were taken last."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._testers: dict[int, tuple[QAbstractItemModel, QAbstractItemModelTester]] = {}

    def take(self) -> list[str]:
        heard, self.heard = self.heard, []
        return heard

    def test_models(self, root: QObject) -> None:
        """Have every model below ``root`` looked at with each change that it announces."""
        self._testers = {key: kept for key, kept in self._testers.items() if isValid(kept[0])}
        for model in root.findChildren(QAbstractItemModel):
            if id(model) not in self._testers and type(model).__module__.startswith("desktop."):
                tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
                tester.setUseFetchMore(False)
                self._testers[id(model)] = (model, tester)

    @contextmanager
    def listening(self) -> Iterator[Watch]:
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._raised
        threading.excepthook = lambda given: self._raised(given.exc_type, given.exc_value, given.exc_traceback)
        sys.unraisablehook = lambda given: self._raised(given.exc_type, given.exc_value, given.exc_traceback)
        handler = qInstallMessageHandler(self._said)
        try:
            yield self
        finally:
            self._testers.clear()
            qInstallMessageHandler(handler)
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

    def _raised(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.heard.append("".join(traceback.format_exception(kind, error, trace)))

    def _said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            self.heard.append(f"{kind.name}: {text}")
            if "mbiguous" in text:
                self.heard.append(holders(text.rpartition(": ")[2]))
