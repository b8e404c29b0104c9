"""Which screen is the projector, and which the laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

NARROW = 0.45
"""Share of the laptop's screen that the notes take at first."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen."""

    box: QRect
    is_main: bool
    """Whether it is the one that the desktop calls its own: on a laptop, the laptop."""
    screen: QScreen | None = None


class Screens(QObject):
    """The screens that are connected; ``changed`` when one comes or goes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.changed)
        app.screenRemoved.connect(self.changed)
        app.primaryScreenChanged.connect(self.changed)

    def now(self) -> Sequence[Place]:
        main = QGuiApplication.primaryScreen()
        return [Place(each.geometry(), each is main, each) for each in QGuiApplication.screens()]


def places(screens: Sequence[Place]) -> tuple[Place, Place | None]:
    """Where the window goes, and where the notes: to the projector and the laptop; without notes on a single screen.

    Screens that show the same are one.
    """
    main = next((each for each in screens if each.is_main), screens[0])
    others = [each for each in screens if each is not main and not each.box.intersects(main.box)]
    return (others[0], main) if others else (main, None)
