"""Edits that tests make and the program makes in other ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.commands.records import SetFields
from desktop.domain.commands.together import Together


def set_each(key: str, fields_by_id: Mapping[str, Mapping[str, Any]]) -> Together:
    """Different fields of different records in one step."""
    return Together(tuple(SetFields(key, (identity,), fields) for identity, fields in fields_by_id.items()))
