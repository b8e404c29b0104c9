"""What a person needs next is loaded while the start page is still looked at.

Whatever knows Qt is loaded in the thread of the interface, a module at a time (see ``views/qt_classes.py``). Only what
knows nothing of Qt is loaded in a thread of its own.
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
import threading
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from desktop.views.qt_classes import make_classes, make_classes_once
from desktop.views.slices import Slices, Steps

APART = ("desktop.store.checkout", "desktop.domain", "desktop.charts", "desktop.reports.kinds", "numpy")
"""What knows nothing of Qt, in the order in which it is needed; all modules of a package."""
WITH_QT = (
    "desktop.models", "desktop.views.project_view", "desktop.views.overview", "desktop.views.plan",
    "desktop.views.resources", "desktop.views.control", "desktop.views.reports", "desktop.views.risks",
    "desktop.views.communication", "desktop.views.calendars", "desktop.views.diagrams", "desktop.views.project_page",
    "desktop.views",
)  # fmt: skip
"""What knows Qt, likewise; dialogs come last."""
PATIENCE = 50
"""Milliseconds between two looks whether the thread has come to its end."""


class WarmUp(QObject):
    """Begins at once and ends by itself, or with :meth:`end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        make_classes_once()
        self._needed = threading.Event()
        """Somebody else loads the rest, or nobody needs it any more."""
        self._slices = Slices(self)
        self._timer = QTimer(self)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._thread = threading.Thread(target=self._load_apart)
        self._thread.start()

    def _load_apart(self) -> None:
        for _ in loading(APART):
            if self._needed.is_set():
                return

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()
            self._slices.begin(self._load_with_qt(), _nothing, at_once=False)

    def _load_with_qt(self) -> Steps:
        for _ in loading(WITH_QT):
            yield
        make_classes()  # of modules of Qt that came along

    def make_way(self) -> None:
        """What knows nothing of Qt is needed now: the thread ends, and the module that it loads is waited for.

        Two threads that load modules which load each other, as those of libraries do, may each get half of one.
        """
        self._needed.set()
        self._thread.join()

    def end(self) -> None:
        """Nothing more is loaded: half an import must not be torn apart, so the one under way is waited for."""
        self._timer.stop()
        self._slices.call_off()
        self.make_way()


def loading(names: tuple[str, ...]) -> Iterator[str]:
    """Import modules, and all those in packages, one from step to step."""
    for name in names:
        with contextlib.suppress(ImportError):  # said where it is needed
            module = importlib.import_module(name)
            yield name
            if name.startswith("desktop."):
                for found in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{name}."):
                    if found.name not in sys.modules:
                        with contextlib.suppress(ImportError):
                            importlib.import_module(found.name)
                        yield found.name


def load_all() -> None:
    """All of it at once."""
    make_classes()
    for _ in loading(APART + WITH_QT):
        pass


def _nothing(_: object) -> None:
    """Nothing is to be done."""
