"""Plans of other programs, by the suffix of their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.imports import Imported


def read_foreign(path: Path) -> Imported:
    """The plan in ``path``: Primavera's where it is called so, else Microsoft Project's XML.

    Raises :class:`Rejected` where the file as a whole cannot be read.
    """
    if path.suffix.lower() == ".xer":
        from desktop.exchange.xer import read_xer

        return read_xer(path)
    if path.suffix.lower() == ".gan":
        from desktop.exchange.gan import read_gan

        return read_gan(path)
    from desktop.exchange.mspdi import read_mspdi

    return read_mspdi(path)
