"""Cells of the plan on the clipboard: as Excel reads them, as a table for a mail, and exactly for ourselves.

Texts stay what they are: between cells nothing is guarded. A text that a spreadsheet would take for a formula is marked
as text in the HTML, which Excel and WPS prefer when they paste.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData

from desktop.models.plan_columns import NUMBER_OF
from desktop.views.records.clipboard import tab_separated

MIME = "application/x-pilotage-tasks+json"
INDENT = "    "
"""In front of a name, for every level of the outline."""
LARGEST = 50_000_000
"""Bytes of our own format that are looked at."""
_FORMULA = re.compile(r"\s*[=+\-@](?!\s*[\d.,]+\s*%?$)")
_AS_TEXT = " style='mso-number-format:\"\\@\"'"
_BREAK = "<br style='mso-data-placement:same-cell'>"


@dataclass(frozen=True, slots=True)
class Clip:
    """Cells of one plan. ``texts`` are what an editor would start from."""

    project: str
    ids: tuple[str, ...]
    columns: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    whole: bool
    """Whether the rows were taken from end to end: tasks, not cells."""
    cut: bool = False


def make_mime(clip: Clip, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """``rows`` as they are shown; with ``titles``, if any, above them."""
    made = QMimeData()
    made.setText(tab_separated([titles, *rows] if titles else rows))
    head = f"<tr>{''.join(f'<th>{html.escape(title)}</th>' for title in titles)}</tr>" if titles else ""
    body = "".join(f"<tr>{''.join(_cell(text) for text in row)}</tr>" for row in rows)
    made.setHtml(f"<table>{head}{body}</table>")
    made.setData(MIME, QByteArray(json.dumps(_facts(clip)).encode()))
    return made


def _cell(text: str) -> str:
    inner = text.lstrip(" ")
    shown = "&nbsp;" * (len(text) - len(inner)) + html.escape(inner).replace("\n", _BREAK)
    return f"<td{_AS_TEXT if _FORMULA.match(text) else ''}>{shown}</td>"


def _facts(clip: Clip) -> Mapping[str, object]:
    return {
        "project": clip.project, "ids": clip.ids, "columns": clip.columns, "texts": clip.texts,
        "whole": clip.whole, "cut": clip.cut,
    }  # fmt: skip


def read_clip(mime: QMimeData) -> Clip | None:
    """Our own cells from the clipboard, or None where there are none or they cannot be read."""
    if not mime.hasFormat(MIME):
        return None
    data = mime.data(MIME).data()
    if len(data) > LARGEST:
        return None
    try:
        facts = json.loads(bytes(data).decode())
        clip = Clip(
            str(facts["project"]), tuple(map(str, facts["ids"])), tuple(map(str, facts["columns"])),
            tuple(tuple(map(str, row)) for row in facts["texts"]), bool(facts["whole"]), bool(facts["cut"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    known = all(column in NUMBER_OF for column in clip.columns)
    return clip if known and clip.columns and clip.texts else None
