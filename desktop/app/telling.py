"""What is said once, after the start: that settings were damaged, or cannot be kept, or not where they should be, or
were forgotten as asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.i18n import tr, words
from desktop.views.banner import NOTICE
from desktop.views.settings import DAMAGED, UNREADABLE, Settings

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


def sentences_of(settings: Settings, *, safe_mode: bool = False, elsewhere: Path | None = None) -> list[str]:
    """What the person should know about the settings; nothing where all is well.

    ``elsewhere`` is the folder of a portable program that cannot be written to.
    """
    said = []
    if elsewhere is not None:
        said.append(
            tr(
                "Nothing can be written to {path}, so settings, backups and the log are kept in your own folders on "
                "this computer.",
                path=elsewhere,
            )
        )
    if settings.trouble == DAMAGED:
        kept = settings.damaged_file
        said.append(
            tr("The settings were damaged, so Pilotage starts with its standard ones. Your projects are not affected.")
        )
        if kept.is_file():
            said.append(tr("The damaged file is kept: {path}", path=kept))
    elif settings.trouble == UNREADABLE:
        said.append(
            tr(
                "The settings cannot be read now, so Pilotage starts with its standard ones and leaves the file as it "
                "is. Your projects are not affected."
            )
        )
    elif (refusing := settings.refusing()) is not None:
        said.append(
            tr(
                "Settings and recent files cannot be kept, because nothing may be written to {path}. Everything else "
                "works, and your projects are not affected.",
                path=refusing,
            )
        )
    if safe_mode:
        said.append(
            tr(
                "Safe mode: windows, pages, views of the plan, colours and text size are as after installation. Your "
                "projects, recent files and other settings are unchanged."
            )
        )
        if settings.earlier_file.is_file():
            said.append(tr("What was set before is kept: {path}", path=settings.earlier_file))
    return said


def tell_at_start(window: MainWindow, settings: Settings, *, safe_mode: bool, elsewhere: Path | None = None) -> None:
    """Say it in ``window``, below what is said there already; behind a refusal once that is put away."""
    said = sentences_of(settings, safe_mode=safe_mode, elsewhere=elsewhere)
    if not said:
        return
    sentence = (" " if not words().is_chinese else "").join(said)

    def tell() -> None:
        before = [window.banner.text] if window.banner.kind == NOTICE else []
        window.banner.show_sentence("\n".join([*before, sentence]), NOTICE)

    if window.banner.kind in ("", NOTICE):
        tell()
    else:
        window.banner.closed.connect(tell, Qt.ConnectionType.SingleShotConnection)
