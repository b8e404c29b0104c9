"""Texts in CSV files that a spreadsheet program would take for formulas, and back."""

from __future__ import annotations

GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins like this would be calculated; an apostrophe in front keeps it a text."""


def guarded(text: str) -> str:
    """``text`` with an apostrophe in front where it needs one, or where it would be taken for one that has."""
    return "'" + text if text.lstrip("'").startswith(GUARDED) else text


def unguarded(text: str) -> str:
    """What :func:`guarded` was given; an apostrophe that guards nothing belongs to the text."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(GUARDED) else text
