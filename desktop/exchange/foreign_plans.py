"""Plans of other programs, by the suffix of their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.progress import UNWATCHED, Progress

if TYPE_CHECKING:
    from desktop.domain.imports import Imported


def read_foreign(path: Path, progress: Progress = UNWATCHED) -> Imported:
    """The plan in ``path``: what its suffix says, else Microsoft Project's XML.

    Raises :class:`Rejected` where the file as a whole cannot be read, and Stopped.
    """
    if path.suffix.lower() == ".xer":
        from desktop.exchange.xer import read_xer

        return read_xer(path)
    if path.suffix.lower() == ".gan":
        from desktop.exchange.gan import read_gan

        return read_gan(path, progress=progress)
    if path.suffix.lower() in (".xlsx", ".csv"):
        from desktop.exchange.tabular import read_table

        return read_table(path)
    from desktop.exchange.mspdi import read_mspdi

    return read_mspdi(path, progress=progress)
