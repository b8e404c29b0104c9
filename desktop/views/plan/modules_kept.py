"""The modules of this person, kept with the settings and not with any project, and those that come with the program."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from desktop.domain.modules import Module, from_state, phases, to_state
from desktop.domain.templates import templates
from desktop.i18n import ENGLISH, words
from desktop.views.plan.kept_entries import KeptEntries
from desktop.views.settings import PLAN_MODULES

MOST_MODULES = 200


@dataclass(frozen=True, slots=True)
class KeptModule:
    """One module with where it comes from: a template, or "" for the person's own."""

    id: str
    module: Module
    template: str = ""


class ModuleStore(KeptEntries):
    """The modules of this person."""

    key = PLAN_MODULES

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
        self._drop(kept.id)

    def bring_back(self, kept: KeptModule) -> None:
        """Take the last removal back."""
        self._keep(self._kept() | {kept.id: to_state(kept.module)})
