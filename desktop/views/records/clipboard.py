"""Rows of a register on the clipboard: as Excel reads them, as a table for a mail, with their ids for ourselves."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData, QStringListModel

MIME = "application/x-pilotage-records+json"
"""``{"key": record type, "ids": [...]}``."""


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Tab-separated text with Excel's quoting, so that line breaks stay in their cell."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def empty_mime() -> QMimeData:
    """For the clipboard, which keeps what it is given to the end of the process, when Python is gone already.

    An object that Python made would crash there, so Qt makes it.
    """
    model = QStringListModel([""])
    made = model.mimeData([model.index(0)])
    for name in made.formats():
        made.removeFormat(name)
    return made


def make_mime(key: str, ids: Sequence[str], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """The same rows in three ways: with titles as text and as HTML, by id in our own format."""
    made = empty_mime()
    made.setText(tab_separated([titles, *rows]))
    head = "".join(f"<th>{html.escape(title)}</th>" for title in titles)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    made.setHtml(f"<table><tr>{head}</tr>{body}</table>")
    made.setData(MIME, QByteArray(json.dumps({"key": key, "ids": list(ids)}).encode()))
    return made
