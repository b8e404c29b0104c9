"""What the program remembers about this person on this computer, in one small JSON file.

Nothing about a project's content is kept here beyond what the list of recent files shows. A file
that cannot be read is set aside and never keeps the program from starting; a file that cannot be
written costs the memory of the layout, nothing else.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

APPLICATION = "pilotage"
FILE = "settings.json"
RECENT_LIMIT = 12
LARGEST = 4_000_000
"""Bytes; anything larger was not written by this program."""

LANGUAGE, THEME, TEXT_SIZE = "language", "theme", "text_size"
AUTHOR, BACKUP_FOLDER, PROJECT_FOLDER = "author", "backup_folder", "project_folder"
CALENDAR, CURRENCY = "calendar", "currency"
WEEK_START = "week_start"
RECENT, WINDOWS, PAGES = "recent", "windows", "pages"
PLAN_VIEWS = "plan_views"
"""Views of the plan under a name, by id: those of this person, and ours where they were saved otherwise."""
HOLIDAYS = "holidays"
"""Version of the list of holidays that was last offered, by project."""
LAYOUT_KEYS = (WINDOWS, PAGES, TEXT_SIZE)
"""What ``--safe-mode`` forgets."""


class Settings:
    """A dictionary on disk. Reading always gives something usable; writing is atomic.

    Two running programs share the file: each write starts from what the file holds now, so that
    one program's recent files survive the other's.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.damaged = False
        """Whether the file could not be read and was set aside."""
        self._values = self._read()

    # -- values -----------------------------------------------------------------------------------

    def text(self, key: str, default: str = "", allowed: Sequence[str] = ()) -> str:
        """A string, one of ``allowed`` when given."""
        value = self._values.get(key)
        if not isinstance(value, str) or (allowed and value not in allowed):
            return default
        return value

    def number(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            return default
        return value

    def mapping(self, key: str) -> dict[str, Any]:
        """A copy of a dictionary, empty when there is none."""
        value = self._values.get(key)
        return dict(value) if isinstance(value, dict) else {}

    def listing(self, key: str) -> list[dict[str, Any]]:
        """A copy of a list of dictionaries; whatever else the list holds is left out."""
        value = self._values.get(key)
        return [dict(item) for item in value if isinstance(item, dict)] if isinstance(value, list) else []

    def keep(self, key: str, value: object) -> None:
        """Remember ``value`` (JSON-able) from now on."""
        self.keep_all({key: value})

    def keep_all(self, values: Mapping[str, object]) -> None:
        """Remember several values with one write."""
        if all(self._values.get(key, self) == value for key, value in values.items()):
            return
        self._values = self._read() | dict(values)
        self._write()

    def forget(self, keys: Sequence[str]) -> None:
        """Return some values to their defaults."""
        self._values = {key: value for key, value in self._read().items() if key not in keys}
        self._write()

    # -- recent files -----------------------------------------------------------------------------

    def recent(self) -> list[dict[str, Any]]:
        """Recent files, last opened first: ``path``, ``name``, ``client``, ``opened`` (ISO moment)."""
        return [item for item in self.listing(RECENT) if isinstance(item.get("path"), str) and item["path"]]

    def remember_file(self, path: Path, name: str, client: str, opened: str) -> None:
        """Put a file at the head of the recent files."""
        self._values = self._read()
        entry = {"path": str(path), "name": name, "client": client, "opened": opened}
        others = [item for item in self.recent() if item["path"] != entry["path"]]
        self._values[RECENT] = [entry, *others][:RECENT_LIMIT]
        self._write()

    def forget_file(self, path: str) -> None:
        """Take a file off the recent files; the file itself stays where it is."""
        self._values = self._read()
        self._values[RECENT] = [item for item in self.recent() if item["path"] != path]
        self._write()

    # -- the file ---------------------------------------------------------------------------------

    def _read(self) -> dict[str, Any]:
        try:
            if self._path.stat().st_size > LARGEST:
                raise ValueError
            values = json.loads(self._path.read_bytes())
            if isinstance(values, dict):
                return values
            raise ValueError
        except OSError:
            return dict(getattr(self, "_values", {}))
        except (ValueError, RecursionError):
            self.damaged = True
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".damaged.json"))
            return dict(getattr(self, "_values", {}))

    def _write(self) -> None:
        temporary = ""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(self._values, out, ensure_ascii=True, indent=1)
            Path(temporary).replace(self._path)
        except OSError:
            if temporary:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink(missing_ok=True)
