from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.views.problem import LOG_FILE, LOG_LIMIT, ProblemHook, log, outline, start_log
from desktop.views.problem_dialog import ProblemDialog

SECRET = "Merger of Client & Sons"


@pytest.fixture
def hook(qtbot: QtBot, tmp_path: Path) -> Iterator[ProblemHook]:
    before, before_threads = sys.excepthook, threading.excepthook
    start_log(tmp_path)
    made = ProblemHook()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before, before_threads
    for dialog in shown():
        dialog.close()
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.setLevel(logging.NOTSET)


def shown() -> list[ProblemDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ProblemDialog)]


def fail() -> None:
    raise ValueError(SECRET)


def report(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def caught() -> BaseException:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def test_a_failure_is_shown_and_logged_without_what_was_typed(hook: ProblemHook, qtbot: QtBot, tmp_path: Path) -> None:
    report(caught())
    qtbot.waitUntil(lambda: len(shown()) == 1)
    shown()[0].copy_details()
    copied = QGuiApplication.clipboard().text()
    written = (tmp_path / LOG_FILE).read_text(encoding="utf-8")
    for text in (copied, written):
        assert "ValueError" in text
        assert "test_problem.py" in text
        assert SECRET not in text
        assert str(Path.home()) not in text


def test_a_failure_that_repeats_is_shown_once(hook: ProblemHook, qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(28):
        report(caught())
    qtbot.waitUntil(lambda: len(shown()) == 1)
    qtbot.wait(20)
    assert len(shown()) == 1
    assert (tmp_path / LOG_FILE).read_text(encoding="utf-8").count("again") == 27


def test_another_failure_is_shown_too(hook: ProblemHook, qtbot: QtBot) -> None:
    report(caught())
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        report(error)
    qtbot.waitUntil(lambda: len(shown()) == 2)


def test_a_failing_slot_does_not_end_the_program(hook: ProblemHook, qtbot: QtBot) -> None:
    class Sender(QObject):
        sent = Signal()

    later: list[int] = []
    sender = Sender()
    sender.sent.connect(fail)
    sender.sent.connect(lambda: later.append(1))
    with qtbot.captureExceptions():  # pytest-qt would report it as its own failure
        sys.excepthook = hook.handle
        sender.sent.emit()
    qtbot.waitUntil(lambda: len(shown()) == 1)
    assert later == [1]


def test_a_failure_in_another_thread_is_shown_in_the_window(hook: ProblemHook, qtbot: QtBot) -> None:
    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(shown()) == 1)


def test_causes_are_outlined_without_messages() -> None:
    try:
        try:
            fail()
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        text = outline(type(error), error.__traceback__, error)
    assert text.index("RuntimeError") < text.index("caused by") < text.index("ValueError")
    assert SECRET not in text


def test_a_long_log_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_bytes(b"x" * (LOG_LIMIT + 1))
    start_log(tmp_path)
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    assert (tmp_path / LOG_FILE).stat().st_size < 1000
    assert (tmp_path / "pilotage.old.log").stat().st_size == LOG_LIMIT + 1


def test_no_log_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where a folder should be")
    start_log(tmp_path / "log")
    log.info("said into the void")
