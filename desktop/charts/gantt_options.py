"""What a Gantt chart shows: every choice that is kept with a layout or wished for on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.domain.plan import Task
from desktop.domain.record import Kind, Spec

NOTHING, NAME_TEXT, RESOURCE_TEXT, DATE_TEXT = "", "name", "resources", "dates"
PERCENT_TEXT, DURATION_TEXT, WBS_TEXT, FLOAT_TEXT = "percent", "duration", "wbs", "float"
TEXTS = (
    NOTHING, NAME_TEXT, RESOURCE_TEXT, DATE_TEXT, PERCENT_TEXT, DURATION_TEXT, WBS_TEXT, FLOAT_TEXT,
)  # fmt: skip
"""What can be written beside and inside bars."""
NEWEST = "newest"
"""The baseline in force, whichever that is."""
CRITICAL_COLOUR, STATUS_COLOUR, OWNER_COLOUR, RISK_COLOUR, PHASE_COLOUR = "critical", "status", "owner", "risk", "phase"
COLOURS = (CRITICAL_COLOUR, STATUS_COLOUR, OWNER_COLOUR, RISK_COLOUR, PHASE_COLOUR)
FIELD = "field:"
"""Before the name of a choice field of the task, by which bars can be coloured too."""
PLAN_LINE, BASELINE_LINE = "plan", "baseline"
"""What a progress line tells the progress by; nothing for no line."""
MOST_BASELINES = 3
LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class GanttOptions:
    """What is shown."""

    label: str = RESOURCE_TEXT
    """Text on the right of bars, one of ``TEXTS``."""
    label_left: str = NOTHING
    label_inside: str = NOTHING
    links: bool = True
    critical: bool = True
    colour: str = CRITICAL_COLOUR
    """What the colours of bars stand for: a code of ``colouring``."""
    baselines: tuple[str, ...] = (NEWEST,)
    """Ids of baselines, or :data:`NEWEST`; the first is the one that differences are told from."""
    variance: bool = True
    """How far the finish has moved from the first baseline."""
    total_float: bool = False
    badges: bool = True
    """Open risks and issues, late actions and notes, behind the bars."""
    overloads: bool = False
    """Who needs somebody that is needed too much, behind the bars."""
    would_be: bool = True
    """Where tasks that are planned by hand would lie if they were not."""
    deadlines: bool = True
    constraints: bool = True
    non_working: bool = True
    progress_line: str = NOTHING
    relations: bool = True
    """What is linked with the selection, on a screen."""
    whole_path: bool = False
    """Whether all the way, or only the next tasks."""
    fade: bool = False
    """Whether what is not linked with the selection steps back."""
    legend: bool = True
    today: dt.datetime | None = None
    pixels: bool = True
    """Whether edges lie on whole units, as a screen wants; paper is fine without."""


def colour_fields() -> Mapping[str, Spec]:
    """Choice fields of the task by which bars can be coloured, by the code of the option."""
    specs = Task.info.specs.values()
    shown = (spec for spec in specs if spec.kind is Kind.CHOICE and not spec.internal and spec.name != "audience")
    return {FIELD + spec.name: spec for spec in shown}


SWITCHES = tuple(each.name for each in fields(GanttOptions) if each.type == "bool" and each.name != "pixels")
"""Options that are on or off."""


def to_state(options: GanttOptions) -> dict[str, object]:
    """What is kept of a layout, JSON-able."""
    state: dict[str, object] = {name: getattr(options, name) for name in SWITCHES}
    state |= {name: getattr(options, name) for name in _CHOICES}
    return state | {"colour": options.colour, "baselines": list(options.baselines)}


def from_state(state: object, usual: GanttOptions) -> GanttOptions:
    """``usual`` with what :func:`to_state` gave; whatever does not fit is left as usual."""
    if not isinstance(state, Mapping):
        return usual
    found: dict[str, Any] = {name: state[name] for name in SWITCHES if isinstance(state.get(name), bool)}
    for name, allowed in _CHOICES.items():
        if isinstance(state.get(name), str) and state[name] in allowed:
            found[name] = state[name]
    colour = state.get("colour")
    if isinstance(colour, str) and (colour in COLOURS or colour in colour_fields()):
        found["colour"] = colour
    chosen = state.get("baselines")
    if isinstance(chosen, (list, tuple)) and all(isinstance(each, str) and len(each) <= LONGEST_ID for each in chosen):
        found["baselines"] = tuple(dict.fromkeys(chosen))[:MOST_BASELINES]
    return replace(usual, **found)


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "label": TEXTS, "label_left": TEXTS, "label_inside": TEXTS,
    "progress_line": (NOTHING, PLAN_LINE, BASELINE_LINE),
}  # fmt: skip
