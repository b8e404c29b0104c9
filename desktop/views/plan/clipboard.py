"""Cells of the plan on the clipboard: as Excel reads them, as a table for a mail, and exactly for ourselves.

Texts stay what they are: between cells nothing is guarded. A text that a spreadsheet would take for a formula is marked
as text in the HTML, which Excel and WPS prefer when they paste.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData

from desktop.domain.changes import new_id
from desktop.domain.commands.plan.kept import Kept
from desktop.domain.project import Project
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.records.clipboard import empty_mime

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
    depths: tuple[int, ...] = ()
    """Levels of the rows, from nought."""
    token: str = ""
    """By which what was copied is found again in this process."""


class _Last:
    """What was copied last: the clipboard itself holds texts only."""

    token = ""
    kept: Kept | None = None


def keep(project: Project, ids: Sequence[str]) -> str:
    """Remember tasks and what is below them; returns the token of the clip."""
    _Last.token = new_id()
    _Last.kept = Kept.of(project, ids)
    return _Last.token


def kept_of(clip: Clip) -> Kept | None:
    """The tasks of a clip, where they were copied in this process and nothing else was since."""
    return _Last.kept if clip.token and clip.token == _Last.token else None


class ClipWriter:
    """Rows on their way to the clipboard, one after the other; with ``titles``, if any, above them."""

    def __init__(self, titles: Sequence[str] = ()) -> None:
        self.ids: list[str] = []
        self._text = io.StringIO()
        self._rows = csv.writer(self._text, dialect="excel-tab", lineterminator="\n")
        self._html: list[str] = []
        self._exact: list[str] = []
        if titles:
            self._rows.writerow(titles)
            self._html.append(f"<tr>{''.join(f'<th>{html.escape(title)}</th>' for title in titles)}</tr>")

    def add(self, identity: str, shown: Sequence[str], exact: Sequence[str]) -> None:
        """Take one row as it is shown, and as an editor would start from it."""
        self.ids.append(identity)
        self._rows.writerow(shown)
        self._html.append(f"<tr>{''.join(map(_cell, shown))}</tr>")
        self._exact.append(json.dumps([*exact]))

    def mime(self, clip: Clip) -> QMimeData:
        """The rows in three ways; ``clip`` says whose they are."""
        made = empty_mime()
        made.setText(self._text.getvalue())
        made.setHtml(f"<table>{''.join(self._html)}</table>")
        facts = json.dumps(_facts(clip))[:-1]
        made.setData(MIME, QByteArray(f'{facts}, "texts": [{", ".join(self._exact)}]}}'.encode()))
        return made


def _cell(text: str) -> str:
    inner = text.lstrip(" ")
    shown = "&nbsp;" * (len(text) - len(inner)) + html.escape(inner).replace("\n", _BREAK)
    return f"<td{_AS_TEXT if _FORMULA.match(text) else ''}>{shown}</td>"


def _facts(clip: Clip) -> Mapping[str, object]:
    return {
        "project": clip.project, "ids": clip.ids, "columns": clip.columns,
        "whole": clip.whole, "cut": clip.cut, "depths": clip.depths, "token": clip.token,
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
            tuple(max(0, int(depth)) for depth in facts["depths"]), str(facts["token"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    width = len(clip.columns)
    known = all(column in NUMBER_OF for column in clip.columns) and all(len(row) == width for row in clip.texts)
    return clip if known and clip.columns and clip.texts else None
