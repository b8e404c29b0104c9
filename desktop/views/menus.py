"""The menus that every window has. The command palette and the shortcut list are made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.i18n import CHINESE, ENGLISH, N_, tr, words
from desktop.views.command_words import PLAIN
from desktop.views.corner import Corner
from desktop.views.icons import icon
from desktop.views.labels import em, plain_tooltip
from desktop.views.letters import lettered, titled
from desktop.views.settings import THEME
from desktop.views.theme import CONTRAST_THEME, DARK_THEME, LIGHT_THEME, SYSTEM, THEMES

if TYPE_CHECKING:
    from desktop.domain.changes import ChangeSet
    from desktop.views.main_window import MainWindow
    from desktop.views.page import Page
    from desktop.views.workshop.commands import WorkshopCommands

Keys = Sequence[str | QKeySequence.StandardKey]
Standard = QKeySequence.StandardKey
LONGEST_NAME = 60

THEME_TITLES: Mapping[str, str] = {
    SYSTEM: N_("Like the system"),
    LIGHT_THEME: N_("Light"),
    DARK_THEME: N_("Dark"),
    CONTRAST_THEME: N_("High contrast"),
}
LANGUAGE_TITLES: Mapping[str, str] = {CHINESE: "中文", ENGLISH: "English"}
"""Each in its own language, so that whoever needs it finds it."""


class Menus(QObject):
    """All window-wide commands of one window, in its menu bar and its tool bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._needs_project: list[QAction] = []
        self._kept_apart: list[QAction] = []
        """What is nobody's but the person's: out of sight while others look on."""
        self.workshop: WorkshopCommands | None = None
        """While one goes on."""
        self._page_menus: list[QMenu] = []
        self._pictures: list[tuple[QAction, str]] = []
        bar = window.menuBar()
        self._fill_file(lettered(bar.addMenu(tr("&File"))))
        self._fill_edit(lettered(bar.addMenu(tr("&Edit"))))
        self._fill_view(lettered(bar.addMenu(tr("&View"))))
        if window.workshop is not None:
            from desktop.views.workshop.commands import WorkshopCommands

            self.workshop = WorkshopCommands(window, lettered(bar.addMenu(titled(N_("Workshop"), "W"))))
        self._help = lettered(bar.addMenu(tr("&Help")))
        self._fill_help(self._help)
        self.tool_bar = self._make_tool_bar()
        self._corner = Corner(window, self.tool_bar, (self.undo, self.redo, self.log_contact, self.palette))
        for action in self._kept_apart:
            action.setVisible(window.workshop is None)
        self.refresh()

    # -- making -----------------------------------------------------------------------------------

    def _add(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[[], object],
        keys: Keys = (),
        picture: str = "",
        *,
        project: bool = False,
        apart: bool = False,
    ) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts(bindings(keys))
        action.triggered.connect(slot)
        menu.addAction(action)
        if picture:
            self._pictures.append((action, picture))
        if project:
            self._needs_project.append(action)
        if apart:
            self._kept_apart.append(action)
        return action

    def _fill_file(self, menu: QMenu) -> None:
        window, do = self._window, self._window.commands
        self._kept_apart.append(menu.menuAction())
        self._add(menu, tr("New project…"), do.new_project, (Standard.New,), "new")
        self._add(menu, tr("Open…"), do.choose_file, (Standard.Open,), "open")
        self.recent = menu.addMenu(tr("Open recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self.recent.triggered.connect(self._open_recent)
        self._add(menu, tr("Open the sample project"), window.open_sample, (), "sample")
        menu.addSeparator()
        self._add(
            menu, tr("Make a restore point"), do.make_restore_point, (Standard.Save,), "restore-point", project=True
        )
        self._add(menu, tr("Restore points and backups…"), do.show_kept, (), "history", project=True)
        self._add(menu, tr("Save a copy…"), do.save_copy, ("Ctrl+Shift+S",), "copy", project=True)
        menu.addSeparator()
        self._add(menu, tr("Import a table…"), do.import_table, (), "import", project=True)
        self._add(menu, tr("Export for other programs…"), do.export, (), "export", project=True)
        self._add(menu, tr("Holidays…"), do.show_holidays, (), "calendars", project=True)
        self.account = self._add(menu, tr("Import report…"), do.show_account, (), "import", project=True)
        menu.addSeparator()
        self._add(menu, tr("Close the project"), window.close_project, ("Ctrl+W",), "close", project=True)
        leave = self._add(menu, tr("Quit"), QCoreApplication.quit, (Standard.Quit, "Ctrl+Q"))
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self, menu: QMenu) -> None:
        window, do = self._window, self._window.commands
        self.undo = self._add(menu, tr("Undo"), window.undo, (Standard.Undo,), "undo")
        self.redo = self._add(menu, tr("Redo"), window.redo, (Standard.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), "redo")
        self.undo_history = self._add(
            menu, tr("Undo history"), do.toggle_undo_history, ("Ctrl+Alt+Z",), "history", project=True
        )
        self.undo_history.setCheckable(True)
        title = tr("Undo the workshop…")
        self._add(menu, title, do.review_workshop, (), "history", project=True, apart=True)
        self._add(menu, tr("History…"), do.show_history, (), "clock", project=True, apart=True)
        menu.addSeparator()
        self.log_contact = self._add(
            menu, tr("Log a contact…"), do.log_contact, ("Ctrl+Shift+K",), "log-contact",
            project=True, apart=True,
        )  # fmt: skip
        menu.addSeparator()
        keys = (Standard.Preferences, "Ctrl+,")
        self.preferences = self._add(menu, tr("Preferences…"), do.show_preferences, keys, "settings", apart=True)
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _fill_view(self, menu: QMenu) -> None:
        window, do = self._window, self._window.commands
        self.pages = menu.addMenu(tr("Go to"))
        self.pages.triggered.connect(self._go)
        self.palette = self._add(menu, tr("Find a command…"), do.show_palette, ("Ctrl+K",), "command")
        menu.addSeparator()
        self._add(menu, tr("Larger text"), window.look.enlarge_text, (Standard.ZoomIn, "Ctrl+="), "text-size")
        self._add(menu, tr("Smaller text"), window.look.reduce_text, (Standard.ZoomOut,))
        self._add(menu, tr("Normal text size"), window.look.reset_text, ("Ctrl+Shift+0",))
        theme = window.program.settings.text(THEME, SYSTEM, THEMES)
        titles = {name: tr(title) for name, title in THEME_TITLES.items()}
        self._themes = add_choice(menu.addMenu(tr("Colours")), titles, theme)
        self._themes.triggered.connect(self._choose_theme)
        self._languages = add_choice(menu.addMenu(tr("Language")), LANGUAGE_TITLES, words().language)
        self._languages.triggered.connect(self._choose_language)
        menu.addSeparator()
        self.full_screen = self._add(menu, tr("Full screen"), do.toggle_full_screen, ("F11",), "full-screen")
        self.full_screen.setCheckable(True)
        text = tr("Workshop mode") if window.workshop is None else tr("Leave the workshop")
        self.workshop_mode = self._add(menu, text, window.workshop_door.toggle, ("F5",), "meetings", project=True)
        self.workshop_mode.setCheckable(True)

    def _fill_help(self, menu: QMenu) -> None:
        do = self._window.commands
        self._add(menu, tr("Mouse and keys"), do.show_mouse_and_keys, ("F1",), "help")
        self._add(menu, tr("Keyboard shortcuts"), do.show_shortcuts, ("Ctrl+/",), "keyboard")
        self._add(menu, tr("Open the folder with the log"), do.open_log_folder, (), "folder", apart=True)
        menu.addSeparator()
        about = self._add(menu, tr("About Pilotage"), do.show_about, (), "info")
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _make_tool_bar(self) -> QToolBar:
        bar = QToolBar(tr("Tool bar"), self._window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(em(1.15), em(1.15)))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addAction(self.undo)
        bar.addAction(self.redo)
        bar.addSeparator()
        bar.addAction(self.log_contact)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addAction(self.palette)
        for action in (self.log_contact, self.palette):
            button = bar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._window.addToolBar(bar)
        return bar

    def dress(self) -> None:
        """Give the commands their pictures: after the first paint, which shows none of them."""
        for action, picture in self._pictures:
            action.setIcon(icon(picture))
        self._pictures.clear()
        self.fit()  # pictures need less room than the words that stood for them

    # -- keeping up -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Enable what can be done now; name the steps that undo and redo would take."""
        workspace = self._window.workspace
        for action in self._needs_project:
            action.setEnabled(workspace is not None)
        self.workshop_mode.setChecked(self._window.workshop is not None)
        self.fit()
        self._name(self.undo, tr("Undo"), tr("Undo: {step}"), workspace.next_undo if workspace else None)
        self._name(self.redo, tr("Redo"), tr("Redo: {step}"), workspace.next_redo if workspace else None)
        for action in (self.log_contact, self.palette):
            action.setToolTip(name_with_key(action))

    def fit(self) -> None:
        """Give the tools their line, or the corner of the menu bar in a low window."""
        self._corner.fit(wanted=self._window.workspace is not None and self._window.workshop is None)

    def _name(self, action: QAction, plain: str, named: str, step: ChangeSet | None) -> None:
        action.setEnabled(step is not None)
        action.setProperty(PLAIN, plain)
        text = named.format(step=step_name(step)) if step else plain
        action.setText(text.replace("&", "&&"))
        action.setToolTip(name_with_key(action))

    def show_pages(self, entries: Sequence[tuple[str, str, str]]) -> None:
        """List the workspaces (key, title, icon), the first nine with Ctrl and a digit."""
        self.pages.clear()
        for position, (key, title, picture) in enumerate(entries, 1):
            action = self.pages.addAction(icon(picture), title)
            action.setData(key)
            if position <= 9:
                action.setShortcut(QKeySequence(f"Ctrl+{position}"))
        self.pages.menuAction().setVisible(bool(entries))

    def show_page_menus(self, page: Page | None) -> None:
        """Show the menus of the page in front, before the help menu."""
        bar = self._window.menuBar()
        for menu in self._page_menus:
            bar.removeAction(menu.menuAction())
            menu.deleteLater()
        self._page_menus = []
        for title, actions in page.menus() if page else ():
            menu = QMenu(title, bar)
            add_all(menu, actions)
            bar.insertMenu(self._help.menuAction(), menu)
            self._page_menus.append(menu)

    # -- submenus ---------------------------------------------------------------------------------

    def _fill_recent(self) -> None:
        self.recent.clear()
        for entry in self._window.program.settings.recent():
            action = self.recent.addAction(str(entry.get("name") or entry["path"]).replace("&", "&&"))
            action.setToolTip(entry["path"])
            action.setData(entry["path"])
        if self.recent.isEmpty():
            self.recent.addAction(tr("None yet")).setEnabled(False)

    def _open_recent(self, action: QAction) -> None:
        if action.data():
            self._window.open_file(action.data())

    def _go(self, action: QAction) -> None:
        self._window.go_to(action.data())

    def _choose_theme(self, action: QAction) -> None:
        self._window.look.choose_theme(action.data())

    def _choose_language(self, action: QAction) -> None:
        self._window.look.choose_language(action.data())


def bindings(keys: Keys) -> list[QKeySequence]:
    """Shortcuts by text or by what the system calls them, each once, without keys that few keyboards have."""
    found: list[QKeySequence] = []
    for key in keys:
        for one in [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key):
            text = one.toString()
            usual = ("+" in text or re.fullmatch(r"F(\d|1[0-2])", text)) and "Backspace" not in text
            if one not in found and usual:
                found.append(one)
    return found


def step_name(step: ChangeSet) -> str:
    """What a step of the history is called, such as ``Rename “Design”``; cut where a name is very long."""
    name = words()(step.label, **step.facts) if step.facts else tr(step.label)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def plain_name(action: QAction) -> str:
    """Text of an action as prose, without the mark of its mnemonic and the dots of a dialog."""
    text = re.sub(r"\(&\w\)", "", action.text()).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.removesuffix("…")


def name_with_key(action: QAction) -> str:
    """Name of an action with its first shortcut: what a tooltip says."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = plain_name(action)
    return plain_tooltip(f"{name}  ({key})" if key else name)


def add_choice(menu: QMenu, titles: Mapping[str, str], current: str) -> QActionGroup:
    """A submenu in which one of several values is chosen; the data of each action is its value."""
    group = QActionGroup(menu)
    for value, title in titles.items():
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.setData(value)
        group.addAction(action)
    return group


def add_all(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    """Put actions into a menu; None separates. While it is open each has a letter."""
    lettered(menu)
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)


def walk(bar: QMenuBar) -> Iterator[tuple[str, QAction]]:
    """(menu title, action) for every command of the menus, submenus included, in reading order."""
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and top.isVisible():
            yield from _walk_menu(plain_name(top), menu)


def _walk_menu(title: str, menu: QMenu) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            if action.isVisible():
                yield from _walk_menu(f"{title} › {plain_name(action)}", inner)
        elif not action.isSeparator() and action.text() and action.isVisible():
            yield title, action
