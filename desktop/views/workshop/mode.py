"""A workshop in one window, from F5 to Escape: what it changes, and how all of it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer

from desktop.domain.rejection import Rejected
from desktop.i18n import ntr, tr
from desktop.models.room import RoomWorkspace
from desktop.views.banner import NOTICE
from desktop.views.look import TEXT_SIZES, text_size
from desktop.views.pages import find_entry
from desktop.views.settings import ROOM, TEXT_SIZE, THEME
from desktop.views.theme import CONTRAST_THEME
from desktop.views.workshop.awake import Awake
from desktop.views.workshop.clock import Clock
from desktop.views.workshop.notes import PresenterNotes
from desktop.views.workshop.screens import Screens, places

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.program import Document

LARGER = 1.5
"""How much larger text is for those who sit at the back."""
FITS = QSize(1280, 720)
"""Of a screen on which everything has room with text of 200 per cent."""
FIRST_PAGE = "plan"


class Workshop(QObject):
    """What holds while others look on. It is over with :meth:`end`, which leaves the window to be built anew."""

    def __init__(self, window: MainWindow, document: Document, screens: Screens | None = None) -> None:
        """Raises ``report_hidden_project``."""
        super().__init__(window)
        session = document.workspace.session
        self.began = session.now()
        self.name = f"{self.began:%Y-%m-%d %H:%M}"
        self.workspace = RoomWorkspace(session, self.name, self)
        self.workspace.elsewhere = document.workspace.elsewhere
        self.states: dict[str, Any] = {}
        """Layout of the pages, which is nobody's but the workshop's."""
        self.clock = Clock(self)
        self.screens = screens or Screens(self)
        self._window, self._document = window, document
        view = window.view
        page = view.page if view is not None else None
        self.came_from = (view.page_key if view is not None else "", page.current() if page is not None else "")
        """Page and record that were in front."""
        self._steps_shown = window.menus.undo_history.isChecked()
        self._stood = window.saveGeometry(), window.geometry(), window.windowState()
        self._notes: PresenterNotes | None = None
        self._awake = Awake()
        settings = window.program.settings
        self._usual = text_size(settings)
        self._box = places(self.screens.now())[0].box
        settings.lend({TEXT_SIZE: larger(self._usual, self._box), THEME: CONTRAST_THEME, ROOM: 1})
        self._awake.keep(tr("Workshop"))
        self.screens.changed.connect(self.take_places, Qt.ConnectionType.QueuedConnection)

    @property
    def title(self) -> str:
        return tr("Workshop {name}", name=self.name)

    @staticmethod
    def first_page(key: str, current: str) -> tuple[str, str]:
        """Page and record to begin with: those that are in front, where they are for others to see."""
        entry = find_entry(key)
        return (key, current) if entry is not None and entry.shared else (FIRST_PAGE, "")

    def take_places(self) -> None:
        """The window goes to the projector and the notes stay on the laptop, with the screens there are now."""
        front, aside = places(self.screens.now())
        window = self._window
        if front.box.size() != self._box.size():
            window.program.settings.keep(TEXT_SIZE, larger(self._usual, front.box))  # lent, as it is now
            window.program.dress()
        self._box = front.box
        if not (window.isFullScreen() and window.geometry() == front.box):
            window.setWindowState(window.windowState() & ~(Qt.WindowState.WindowFullScreen))
            if front.screen is not None and window.windowHandle() is not None:
                window.windowHandle().setScreen(front.screen)
            window.setGeometry(front.box)
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        if aside is None:
            self._put_notes_away()
        else:
            if self._notes is None:
                self._notes = PresenterNotes(window, self._document.workspace, self.clock)
            self._notes.stand_on(aside)
        window.activateWindow()  # the keys are the room's

    @property
    def notes(self) -> PresenterNotes | None:
        """What the presenter reads on another screen; None where there is no other."""
        return self._notes

    def _put_notes_away(self) -> None:
        if self._notes is not None:
            self._notes.close()
            self._notes.deleteLater()
            self._notes = None

    def end(self) -> None:
        """Give everything back: screen, look, window. What was entered stays in the project."""
        self.screens.changed.disconnect(self.take_places)
        self._put_notes_away()
        self._awake.let_go()
        self.clock.stop()
        self._window.program.settings.take_back()
        self.put_window_back()

    def put_window_back(self) -> None:
        """The window where it stood: before it shows again what is not for everybody, and when it has its old size."""
        kept, box, state = self._stood
        window = self._window
        window.restoreGeometry(kept)  # never off the screens that there are now
        whole = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        if not state & whole and any(place.box.contains(box.center()) for place in self.screens.now()):
            window.setGeometry(box)

    def tell(self) -> None:
        """Say, when it is over, what was entered, and offer to look at it."""
        window, count = self._window, len(self.workspace.session.undo_steps)
        if self._steps_shown:
            window.menus.undo_history.trigger()
        if not count:
            return
        sentence = ntr("{title}: {n} step was entered.", "{title}: {n} steps were entered.", count, title=self.title)
        window.banner.show_sentence(sentence, NOTICE)
        window.banner.offer(tr("Review it…"), window.commands.review_workshop)


def larger(percent: int, screen: QRect) -> int:
    """The size of text for the room: as much larger as everything still has its place on that screen."""
    room = min(screen.width() * 200 // FITS.width(), screen.height() * 200 // FITS.height())
    return max(TEXT_SIZES[0], min(round(percent * LARGER), room, TEXT_SIZES[-1]))


def begin(window: MainWindow) -> None:
    """Begin a workshop on the open project, where its client may see it; later than the event that asks for it."""
    document = window.document
    if document is None or window.workshop is not None or window.is_busy or not window.commit_editor():
        window.menus.refresh()
        return
    try:
        made = Workshop(window, document)
    except Rejected as refusal:
        window.show_refusal(refusal)
        window.menus.refresh()
        return
    if window.menus.undo_history.isChecked():
        window.menus.undo_history.trigger()
    window.banner.dismiss()
    window.workshop = made
    QTimer.singleShot(0, window, window.workshop_door.show)
