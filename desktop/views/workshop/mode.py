"""A workshop in one window, from F5 to Escape: what it changes, and how all of it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer

from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from desktop.domain.shown import Shown
from desktop.i18n import ntr, tr
from desktop.models.room import RoomWorkspace
from desktop.models.workspace import Run, Stopped
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
LOOK = 20
"""Milliseconds between two looks at where the window is."""
WHOLE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
"""A window that has the screen to itself."""


class Workshop(QObject):
    """What holds while others look on. It is over with :meth:`end`, which leaves the window to be built anew."""

    def __init__(self, window: MainWindow, document: Document, shown: Shown) -> None:
        """``shown`` is what may be seen of the project of ``document``."""
        super().__init__(window)
        session = document.workspace.session
        self.name = f"{session.now():%Y-%m-%d %H:%M}"
        self.workspace = RoomWorkspace(session, self.name, shown, self)
        self.workspace.elsewhere = document.workspace.elsewhere
        self.states: dict[str, Any] = {}
        """Layout of the pages, which is nobody's but the workshop's."""
        self.clock = Clock(self)
        self.screens = Screens(self)
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
        self.is_over = False
        """Whether it has been left: the window is on its way back."""
        self.is_shown = False
        """Whether the window is built for the room: before that nothing of it goes to the projector."""
        window.built.connect(self._take_the_stage)

    @property
    def title(self) -> str:
        return tr("Workshop {name}", name=self.name)

    @staticmethod
    def first_page(key: str, current: str) -> tuple[str, str]:
        """Page and record to begin with: those that are in front, where they are for others to see."""
        entry = find_entry(key)
        return (key, current) if entry is not None and entry.shared else (FIRST_PAGE, "")

    def _take_the_stage(self) -> None:
        """The window has been built for the room."""
        view = self._window.view
        if not self.is_shown and view is not None and view.workspace is self.workspace:
            self.is_shown = True
            self._window.repaint()  # it goes along as it is seen now
            self.screens.changed.connect(self.take_places, Qt.ConnectionType.QueuedConnection)
            self.take_places()

    def take_places(self) -> None:
        """The window goes to the projector and the notes stay on the laptop, with the screens there are now."""
        front, aside = places(self.screens.now())
        window = self._window
        if front.box.size() != self._box.size():
            size = larger(self._usual, front.box)
            if size != text_size(window.program.settings):
                window.program.settings.keep(TEXT_SIZE, size)  # lent, as it is now
                window.program.dress_softly()
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
        self.is_over = True
        self._window.built.disconnect(self._take_the_stage)
        if self.is_shown:
            self.screens.changed.disconnect(self.take_places)
        self._put_notes_away()
        self._awake.let_go()
        self.clock.stop()
        self._window.program.settings.take_back()
        self.put_window_back()

    def put_window_back(self) -> None:
        """The window where it stood, or on the laptop where that was the projector."""
        kept, box, state = self._stood
        window = self._window
        window.restoreGeometry(kept)  # never off the screens that there are now
        front, aside = places(self.screens.now())
        if aside is not None and front.box.contains(box.center()):
            window.setWindowState(window.windowState() & ~WHOLE)
            if aside.screen is not None and window.windowHandle() is not None:
                window.windowHandle().setScreen(aside.screen)
            box = QRect(QPoint(), box.size().boundedTo(aside.box.size()))
            box.moveCenter(aside.box.center())
            window.setGeometry(box)
        elif not state & WHOLE and any(place.box.contains(box.center()) for place in self.screens.now()):
            window.setGeometry(box)

    def come_home(self) -> None:
        """Once the window is off the projector, which takes the desktop a moment, have it built for the team again."""
        window = self._window
        if window.workshop is not self:  # it was closed meanwhile
            return
        front, aside = places(self.screens.now())
        if aside is not None and front.box.contains(window.geometry().center()):
            QTimer.singleShot(LOOK, self, self.come_home)
            return
        window.built.connect(self._come_to_rest)
        window.workshop_door.show_for_team(self)

    def _come_to_rest(self) -> None:
        self._window.built.disconnect(self._come_to_rest)
        self.put_window_back()
        self.tell()
        self._window.notices.tell_what_was_held_back()
        self.deleteLater()

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
    """Begin a workshop on the open project, where its client may see it; later than the event that asks for it.

    What may be seen is worked out beside the window, which goes on showing what it showed until it can be stopped.
    """
    document, edits = window.document, window.long_edits
    if document is None or edits is None or window.workshop is not None or window.is_busy or not window.commit_editor():
        window.menus.refresh()
        return
    if window.files.errands.is_on:  # it names files, and what it comes to is said when it ends
        window.banner.show_sentence(
            tr("A file is still being read or written. Please begin the workshop when that is done."), NOTICE
        )
        window.menus.refresh()
        return
    try:
        with edits.begin(saying=tr("Preparing the workshop …")) as run:
            shown = _worked_out(document.workspace.session, run)
    except Stopped:
        window.menus.refresh()
        return
    except Rejected as refusal:
        window.show_refusal(refusal)
        window.menus.refresh()
        return
    made = Workshop(window, document, shown)
    if window.menus.undo_history.isChecked():
        window.menus.undo_history.trigger()
    window.banner.dismiss()
    window.workshop = made
    QTimer.singleShot(0, window, window.workshop_door.show)


def _worked_out(session: Session, run: Run) -> Shown:
    """What may be seen of the project, worked out in another thread while nothing is edited."""
    project, planned = session.project.snapshot(), session.schedule
    found: list[Shown] = []
    run(lambda: found.append(Shown(project, planned)), may_stop=True)
    return found[0]
