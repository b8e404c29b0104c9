"""An arrangement of rows as JSON, and back: what is remembered of it must survive anything a file may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_filters import Condition, is_known
from desktop.models.plan_groups import GROUPS
from desktop.models.plan_order import Arrangement, SortKey

MOST, LONGEST = 30, 500
"""Conditions, keys and groups that are taken back, and characters of a text."""
MOST_GROUPS = 3


def to_state(asked: Arrangement) -> dict[str, object]:
    """JSON-able."""
    return {
        "filter": [[each.column, each.operator, each.text] for each in asked.conditions],
        "sort": [[key.column, key.descending] for key in asked.sort],
        "flat": asked.flat,
        "groups": list(asked.groups),
    }


def from_state(state: object) -> Arrangement:
    """What :func:`to_state` gave; what does not fit, or is not known any more, is left out."""
    if not isinstance(state, Mapping):
        return Arrangement()
    conditions: list[Condition] = []
    sort: list[SortKey] = []
    for each in _rows(state.get("filter"), 3):
        if all(isinstance(part, str) and len(part) <= LONGEST for part in each):
            condition = Condition(*each)
            if is_known(condition) and condition not in conditions:
                conditions.append(condition)
    for column, descending in _rows(state.get("sort"), 2):
        fits = isinstance(column, str) and column in NUMBER_OF and isinstance(descending, bool)
        if fits and column not in {key.column for key in sort}:
            sort.append(SortKey(column, descending))
    groups = [each for each in _list(state.get("groups")) if isinstance(each, str) and each in GROUPS]
    return Arrangement(
        tuple(conditions), tuple(sort), state.get("flat") is True, tuple(dict.fromkeys(groups))[:MOST_GROUPS]
    )


def _list(value: object) -> list[Any]:
    return value[:MOST] if isinstance(value, list) else []


def _rows(value: object, length: int) -> list[Any]:
    return [each for each in _list(value) if isinstance(each, list) and len(each) == length]
