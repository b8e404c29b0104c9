"""Keeps the screen from going dark: by what the system offers, and quietly not at all where it offers nothing."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
CONNECTION = "pilotage-awake"
PATIENCE = 500
"""Milliseconds that the desktop has for an answer."""
CONTINUOUS, SYSTEM_REQUIRED, DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
"""Windows' own numbers for SetThreadExecutionState."""


class Awake:
    """Asks once, and gives it back once. A program that ends takes its wish along in any case."""

    def __init__(self) -> None:
        self._is_asked = False
        self._child: subprocess.Popen[bytes] | None = None

    def keep(self, reason: str) -> None:
        """Keep the screen on; ``reason`` is what the desktop tells whoever asks it."""
        with contextlib.suppress(Exception):  # nothing here is worth a word in front of a client
            if sys.platform == "win32":
                _tell_windows(CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED)
            elif sys.platform == "darwin":
                self._child = subprocess.Popen(["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())])
            else:
                self._is_asked = _ask_desktop(reason)

    def let_go(self) -> None:
        """The screen may go dark again."""
        with contextlib.suppress(Exception):
            if sys.platform == "win32":
                _tell_windows(CONTINUOUS)
            elif self._child is not None:
                self._child.terminate()
                self._child.wait(PATIENCE / 1000)
            elif self._is_asked:
                _leave_desktop()
        self._child, self._is_asked = None, False


def _tell_windows(state: int) -> None:
    import ctypes

    ctypes.windll.kernel32.SetThreadExecutionState(state)  # type: ignore[attr-defined,unused-ignore]


def _ask_desktop(reason: str) -> bool:
    """Ask the desktop's screen saver over a connection of our own to the session's bus; whether there is a bus."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
    message = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
    message.setArguments(["Pilotage", reason])
    bus.call(message, QDBus.CallMode.Block, PATIENCE)
    return True


def _leave_desktop() -> None:
    """What was asked for holds as long as the connection over which it was asked."""
    from PySide6.QtDBus import QDBusConnection

    QDBusConnection.disconnectFromBus(CONNECTION)
