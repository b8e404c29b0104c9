"""What happens when the program itself fails: a line in the log, a dialog once, and work goes on.

The log never holds what a project says: no titles, names, notes, amounts or paths. It has ids,
counts, durations and classes of errors, so that it can be sent to somebody without a second thought.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

import desktop

LOG_FILE = "pilotage.log"
LOG_LIMIT = 1_000_000
"""Bytes after which the log is put aside; one older log is kept."""
ROOT = str(Path(desktop.__file__).resolve().parent.parent)

log = logging.getLogger("desktop")


def start_log(folder: Path) -> None:
    """Write the log to ``folder``; without one, when the disk will not have it."""
    log.setLevel(logging.INFO)
    log.propagate = False
    handler: logging.Handler = logging.NullHandler()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / LOG_FILE
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".old.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    log.addHandler(handler)
    log.info("start: %s", versions())


def versions() -> str:
    """Program, Python, Qt and system, for the log and for a report of a problem."""
    import platform

    system = f"{platform.system()} {platform.release()}"
    return f"Pilotage {desktop.__version__}, Python {platform.python_version()}, Qt {qVersion()}, {system}"


def outline(kind: type[BaseException], trace: TracebackType | None, error: BaseException | None = None) -> str:
    """Where an error came from, without any message: messages may quote what a person typed."""
    lines = []
    for frame in traceback.extract_tb(trace):
        name = frame.filename.removeprefix(ROOT).lstrip("\\/")
        if Path(name).is_absolute():
            name = Path(name).name
        lines.append(f"  {name}:{frame.lineno} {frame.name}")
    cause = error.__cause__ or error.__context__ if error else None
    if cause is not None:
        lines += ["caused by", outline(type(cause), cause.__traceback__, cause)]
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *lines])


class ProblemHook(QObject):
    """The one exception hook. Slots and paint events that raise end here, and the program keeps running."""

    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._dialogs: list[QObject] = []
        # Queued: a dialog must not open in the middle of a paint, nor in another thread.
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread

    def _handle_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self.handle(facts.exc_type, facts.exc_value, facts.exc_traceback)

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error; show it the first time that this one happens."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = outline(kind, trace, error)
        known = report in self._seen
        self._seen.add(report)
        log.error("%s%s", "again: " if known else "", report.splitlines()[0] if known else report)
        if not known:
            self.happened.emit(report)

    def _show(self, report: object) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.views.problem_dialog import ProblemDialog

        dialog = ProblemDialog(str(report), QApplication.activeWindow())
        self._dialogs.append(dialog)  # a dialog without a parent has no other owner
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self._dialogs.clear()
