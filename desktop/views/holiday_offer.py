"""Says quietly that the program knows a newer list of holidays than the project; nothing moves by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.plan import Calendar
from desktop.domain.scheduling.holidays import china_version, outdated
from desktop.i18n import tr
from desktop.views.banner import NOTICE
from desktop.views.settings import HOLIDAYS

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

REMEMBERED = 200
"""Projects for which it is remembered that the offer was made."""


def show_holidays(window: MainWindow, calendar: str = "") -> None:
    """Open the preview for ``calendar``, or for the one that the person is on, or else that of the project."""
    if window.document is None:
        return
    page = window.view.page if window.view else None
    if not calendar and page is not None and page.key == "calendar":
        calendar = page.current()
    from desktop.views.holidays import HolidayDialog  # a window opens without it

    read, folder = window.program.read_holidays, window.files.folder()
    HolidayDialog(window.document, read, folder, window, calendar=calendar).open()


def offer_holidays(window: MainWindow) -> None:
    """Once for each project and list: say that there is a newer one, unless something else is being said."""
    document = window.document
    if document is None or document.read_only or window.banner.kind:
        return
    project, settings = document.workspace.project, window.program.settings
    known = settings.mapping(HOLIDAYS)
    calendars = outdated(project) if known.get(project.profile.id) != china_version() else []
    if not calendars:
        return
    known.pop(project.profile.id, None)
    settings.keep(HOLIDAYS, dict([*known.items(), (project.profile.id, china_version())][-REMEMBERED:]))
    name = project.get(Calendar, calendars[0]).name
    facts = {"name": name[:120], "version": china_version()}
    if len(calendars) == 1:
        sentence = tr("The calendar “{name}” has an older list of holidays than this program ({version}). "
                      "No date has been moved.", **facts)  # fmt: skip
    else:
        sentence = tr("{n} calendars, “{name}” among them, have an older list of holidays than this program "
                      "({version}). No date has been moved.", n=len(calendars), **facts)  # fmt: skip
    window.banner.show_sentence(sentence, NOTICE)
    window.banner.offer(tr("Show what would change…"), lambda: show_holidays(window, calendars[0]))
