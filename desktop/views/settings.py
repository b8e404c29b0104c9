"""What the program remembers about this person on this computer, in one small JSON file.

Nothing about a project's content is kept here beyond what the list of recent files shows. A damaged
file is set aside, and one that may not be read now is left alone; neither keeps the program from
starting. What cannot be written is remembered until the program ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

APPLICATION = "pilotage"
FILE = "settings.json"
RECENT_LIMIT = 12
LONGEST_NAME = 200
"""Characters of a name that the list of recent files keeps, and shows."""
LONGEST_PATH = 32_767
"""Characters; what Windows allows, and more than others do."""
LARGEST = 4_000_000
"""Bytes; anything larger was not written by this program."""

LANGUAGE, THEME, TEXT_SIZE = "language", "theme", "text_size"
ROOM = "room"
"""1 while others look on; lent, never kept."""
AUTHOR, BACKUP_FOLDER, PROJECT_FOLDER = "author", "backup_folder", "project_folder"
CALENDAR, CURRENCY = "calendar", "currency"
WEEK_START = "week_start"
RECENT, WINDOWS, PAGES = "recent", "windows", "pages"
OPEN = "open"
"""Page in front by the file of every project that is open now: what is left of it says that the program broke off."""
PLAN_VIEWS = "plan_views"
"""Views of the plan under a name, by id: those of this person, and ours where they were saved otherwise."""
PLAN_MODULES = "plan_modules"
"""Parts of plans that are used again, by id: content of this person's, not a look."""
HOLIDAYS = "holidays"
"""Version of the list of holidays that was last offered, by project."""
LAYOUT_KEYS = (WINDOWS, PAGES, OPEN, PLAN_VIEWS, TEXT_SIZE, THEME)
"""What ``--safe-mode`` forgets: all that decides how a window and its pages look."""
FORMAT, FORMAT_KEY = 1, "format"
"""Raised when a value comes to mean something else under the same name. Values under unknown names are kept anyway."""

DAMAGED, UNREADABLE = "damaged", "unreadable"
"""What may be wrong with the file."""
PAUSES = (0.05, 0.1)
"""Seconds between attempts to read a file that another program holds for a moment."""
_GONE = object()


class Settings:
    """A dictionary on disk. Reading always gives something usable; writing is atomic.

    Two running programs share the file: each write starts from what the file holds now, so that
    one program's recent files survive the other's.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.trouble = ""
        """``damaged`` (set aside as :attr:`damaged_file`), ``unreadable`` (left alone), or nothing."""
        self._values: dict[str, Any] = {}
        self._unsaved: dict[str, object] = {}
        """Changes that the file does not hold yet."""
        self._lent: dict[str, object] = {}
        """What stands in for kept values for a while; the file never knows of it."""
        self._values = self._read()

    @property
    def folder(self) -> Path:
        return self._path.parent

    @property
    def damaged_file(self) -> Path:
        """Where a file is put that holds no settings."""
        return self._path.with_suffix(".damaged.json")

    @property
    def earlier_file(self) -> Path:
        """A copy of what the file held before much of it was forgotten."""
        return self._path.with_suffix(".before-safe-mode.json")

    @property
    def newer_file(self) -> Path:
        """A copy of what a newer version of the program wrote."""
        return self._path.with_suffix(".newer.json")

    def refusing(self) -> Path | None:
        """The file or folder that keeps settings from being kept; None where it is tried and works."""
        if self._is_protected():
            return self._path
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder, prefix=".settings-"):
                return None
        except OSError:
            return self.folder

    def _is_protected(self) -> bool:
        """Whether somebody wants the file to stay as it is; replacing it would not ask."""
        return os.path.lexists(self._path) and not os.access(self._path, os.W_OK)

    # -- values -----------------------------------------------------------------------------------

    def lend(self, values: Mapping[str, object]) -> None:
        """Let ``values`` stand in for what is kept, until :meth:`take_back`; changes of them are lent, too."""
        self._lent = dict(values)

    def take_back(self) -> None:
        """Everything is as it was kept."""
        self._lent = {}

    def _value(self, key: str) -> object:
        return self._lent[key] if key in self._lent else self._values.get(key)

    def text(self, key: str, default: str = "", allowed: Sequence[str] = ()) -> str:
        """A string, one of ``allowed`` when given."""
        value = self._value(key)
        if not isinstance(value, str) or (allowed and value not in allowed):
            return default
        return value

    def number(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``."""
        value = self._value(key)
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
        lent = {key: value for key, value in values.items() if key in self._lent}
        self._lent |= lent
        values = {key: value for key, value in values.items() if key not in lent}
        if not all(self._values.get(key, self) == value for key, value in values.items()):
            self._change(values)

    def forget(self, keys: Sequence[str]) -> None:
        """Return some values to their defaults."""
        self._change(dict.fromkeys(keys, _GONE))

    def begin_safely(self) -> None:
        """Forget how windows and pages look; what that was is kept in :attr:`earlier_file`."""
        if any(key in self._values for key in LAYOUT_KEYS):
            self._copy_to(self.earlier_file)
        self.forget(LAYOUT_KEYS)

    # -- recent files -----------------------------------------------------------------------------

    def recent(self) -> list[dict[str, Any]]:
        """Recent files, last opened first: ``path``, ``name``, ``client``, ``opened`` (ISO moment)."""
        found: list[dict[str, Any]] = []
        for item in self.listing(RECENT):
            path = item.get("path")
            if isinstance(path, str) and 0 < len(path) <= LONGEST_PATH and len(found) < RECENT_LIMIT:
                shown = {key: str(item.get(key) or "")[:LONGEST_NAME] for key in ("name", "client", "opened")}
                found.append(item | shown)
        return found

    def remember_file(self, path: Path, name: str, client: str, opened: str) -> None:
        """Put a file at the head of the recent files."""
        self._refresh()
        entry = {"path": str(path), "name": name, "client": client, "opened": opened}
        others = [item for item in self.recent() if item["path"] != entry["path"]]
        self._change({RECENT: [entry, *others][:RECENT_LIMIT]})

    def forget_file(self, path: str) -> None:
        """Take a file off the recent files; the file itself stays where it is."""
        self._refresh()
        self._change({RECENT: [item for item in self.recent() if item["path"] != path]})

    # -- the file ---------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Take in what another running program wrote; our own unsaved changes stand over it."""
        together = self._read() | self._unsaved
        self._values = {key: value for key, value in together.items() if value is not _GONE}

    def _change(self, values: Mapping[str, object]) -> None:
        self._unsaved |= values
        self._refresh()
        if self.trouble != UNREADABLE and not self._is_protected() and self._write():
            self._unsaved = {}

    def _read(self) -> dict[str, Any]:
        """What the file holds; what is known already where it is not there, or holds no settings."""
        try:
            content = self._content()
            values = json.loads(content)
            if not isinstance(values, dict):
                raise ValueError
        except (FileNotFoundError, NotADirectoryError):
            if self.trouble == UNREADABLE:
                self.trouble = ""
            return dict(self._values)
        except OSError:  # locked, or not ours to read: writing now would take away what it holds
            self.trouble = UNREADABLE
            return dict(self._values)
        except (ValueError, RecursionError):
            self.trouble = DAMAGED
            with contextlib.suppress(OSError):
                self._path.replace(self.damaged_file)
            return dict(self._values)
        if self.trouble == UNREADABLE:
            self.trouble = ""
        written = values.get(FORMAT_KEY)
        if isinstance(written, int) and written > FORMAT:
            self._copy_to(self.newer_file)
        return values

    def _content(self) -> bytes:
        for pause in (*PAUSES, 0.0):
            try:
                if self._path.stat().st_size > LARGEST:
                    raise ValueError
                return self._path.read_bytes()
            except PermissionError:
                if not pause:
                    raise
                time.sleep(pause)
        raise AssertionError("unreachable")

    def _copy_to(self, place: Path) -> None:
        with contextlib.suppress(OSError):
            shutil.copyfile(self._path, place)

    def _write(self) -> bool:
        """Whether the file now holds the values; whole or not at all, whenever the power fails."""
        temporary = ""
        try:
            content = self._packed()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            Path(temporary).replace(self._path)
        except OSError:
            if temporary:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink(missing_ok=True)
            return False
        return True

    def _packed(self) -> bytes:
        """The values as they are written; layouts of the projects longest not seen give way to the limit."""
        values = {**self._values, FORMAT_KEY: FORMAT}
        while len(content := json.dumps(values, ensure_ascii=True, indent=1).encode()) > LARGEST:
            pages = self.mapping(PAGES) if values.get(PAGES) else {}
            if not pages:
                break
            self._values[PAGES] = values[PAGES] = dict(list(pages.items())[1:])
        return content
