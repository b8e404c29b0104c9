"""What a person keeps under names with the settings, and not with any project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from desktop.views.settings import Settings

LONGEST_NAME = 60


@dataclass
class KeptEntries:
    """Entries by id; without settings they last as long as the page."""

    key: ClassVar[str]
    """Where they are among the settings."""

    settings: Settings | None = None
    _memory: dict[str, Any] = field(default_factory=dict)

    def _kept(self) -> dict[str, Any]:
        return self.settings.mapping(self.key) if self.settings is not None else dict(self._memory)

    def _keep(self, kept: Mapping[str, Any]) -> None:
        if self.settings is not None:
            self.settings.keep(self.key, dict(kept))
        else:
            self._memory = dict(kept)

    def _drop(self, identity: str) -> None:
        self._keep({each: entry for each, entry in self._kept().items() if each != identity})
