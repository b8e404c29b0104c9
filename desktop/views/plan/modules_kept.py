"""The modules of this person, kept with the settings and not with any project, and those that come with the program."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.modules import Module, from_state, phases, to_state
from desktop.domain.templates import templates
from desktop.i18n import ENGLISH, words
from desktop.views.settings import PLAN_MODULES, Settings

MOST_MODULES = 200
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class KeptModule:
    """One module with where it comes from: a template, or "" for the person's own."""

    id: str
    module: Module
    template: str = ""


@dataclass
class ModuleStore:
    """Without settings they last as long as the page."""

    settings: Settings | None = None
    _memory: dict[str, Any] = field(default_factory=dict)

    def _kept(self) -> dict[str, Any]:
        return self.settings.mapping(PLAN_MODULES) if self.settings is not None else dict(self._memory)

    def _keep(self, kept: Mapping[str, Any]) -> None:
        if self.settings is not None:
            self.settings.keep(PLAN_MODULES, dict(kept))
        else:
            self._memory = dict(kept)

    def own(self) -> list[KeptModule]:
        """The person's own by name. What a damaged file holds is left out."""
        found = [
            KeptModule(identity, module)
            for identity, state in list(self._kept().items())[:MOST_MODULES]
            if (module := from_state(state)) is not None
        ]
        return sorted(found, key=lambda one: one.module.name.casefold())

    def ours(self, minutes_per_day: int) -> list[KeptModule]:
        """The phases of the templates, in their order."""
        language = words().language
        return [
            KeptModule(f"{template.key}/{number}", module, template.name.get(language, template.name[ENGLISH]))
            for template in templates()
            for number, module in enumerate(phases(template, language, minutes_per_day))
        ]

    def add(self, module: Module) -> None:
        """Keep a module, in the place of the own one that has its name."""
        alike = next((one.id for one in self.own() if one.module.name == module.name), None)
        self._keep(self._kept() | {alike or uuid.uuid4().hex: to_state(module)})

    def remove(self, kept: KeptModule) -> None:
        self._keep({identity: state for identity, state in self._kept().items() if identity != kept.id})

    def bring_back(self, kept: KeptModule) -> None:
        """Take the last removal back."""
        self._keep(self._kept() | {kept.id: to_state(kept.module)})
