"""One way to say no: a code with facts, turned into a sentence in the user's language.

Every sentence says what happened, whether the data is safe, and what to do. Whatever layer
refuses something raises :class:`Rejected`; views and the command line call :func:`explain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop.i18n import N_


class Term(str):
    """A fact that is itself a word of the program (a field title, a choice): translated too."""

    __slots__ = ()


class Rejected(Exception):
    """A request that cannot be done; nothing has changed. ``facts`` fill the sentence of ``code``."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


SENTENCES: dict[str, str] = {
    # Records
    "required": N_("“{field}” cannot be empty. Nothing was changed; please enter a value."),
    "choice": N_("“{value}” is not one of the values of “{field}”. Nothing was changed."),
    "range": N_("“{field}” must lie between {low} and {high}. Nothing was changed."),
    "type": N_("“{value}” cannot be read as “{field}”. Nothing was changed."),
    "date_unreadable": N_("“{value}” is not a date that exists. Nothing was changed; try 2026-06-30, 6/30 or +5d."),
    "duration_unreadable": N_("“{value}” is not a duration. Nothing was changed; try 3d, 4h, 2w or 3ed."),
    "number_unreadable": N_("“{value}” is not a whole number. Nothing was changed."),
    "money_unreadable": N_("“{value}” is not an amount of money. Nothing was changed."),
    "text_too_long": N_("The text for “{field}” is longer than {limit} characters. Nothing was changed."),
    "text_unreadable": N_("The text for “{field}” contains characters that cannot be stored. Nothing was changed."),
    "missing_link": N_("“{field}” refers to something that is no longer in the project. Nothing was changed."),
    "unknown_name": N_("Nothing named “{value}” was found for “{field}”. Nothing was changed."),
    "gone": N_("This item is no longer in the project. Nothing was changed."),
    "in_use": N_("“{name}” is still used by “{user}”. Nothing was deleted; change that first."),
    "strategy_kind": N_("This strategy does not fit the kind of risk. Nothing was changed; choose another one."),
    "decided_without_outcome": N_("A decision that is decided needs an outcome. Nothing was changed."),
    "decision_final": N_("“{name}” has been decided and stays as it is. Nothing was changed; supersede it instead."),
    "report_issued": N_(
        "Report {number} has been issued and stays as the client received it. Nothing was changed; "
        "issue a new version instead."
    ),
    # Plan
    "cycle": N_("These tasks would wait for each other in a circle: {tasks}. Nothing was changed."),
    "own_summary": N_("“{summary}” contains “{task}”, so the two cannot be linked. Nothing was changed."),
    "linked_summary": N_(
        "“{task}” is linked with “{summary}”, so it cannot become a part of it. Nothing was changed; "
        "remove the link first."
    ),
    "self_link": N_("“{task}” cannot depend on itself. Nothing was changed."),
    "duplicate_link": N_("“{predecessor}” and “{successor}” already have this link. Nothing was changed."),
    "into_itself": N_("“{task}” cannot be moved into itself. Nothing was changed."),
    "cannot_indent": N_("“{task}” has no task above it to belong to. Nothing was changed."),
    "nothing_above": N_("“{task}” has no task above it at its level to change places with. Nothing was changed."),
    "nothing_below": N_("“{task}” has no task below it at its level to change places with. Nothing was changed."),
    "cannot_outdent": N_("“{task}” is already at the top level. Nothing was changed."),
    "summary_is_derived": N_("The dates of “{task}” follow from its sub-tasks. Nothing was changed; edit those."),
    "no_working_time": N_("The calendar “{calendar}” has no working time. Nothing was changed; add working hours."),
    "calendar_bands": N_("“{value}” is not working time. Nothing was changed; write 08:00-12:00 13:00-17:00."),
    "calendar_circle": N_("The calendar “{calendar}” would be derived from itself. Nothing was changed."),
    "predecessors_unreadable": N_(
        "“{value}” cannot be read as predecessors. Nothing was changed; write 12 or 12FS+2d;15SS."
    ),
    "unknown_task": N_("There is no task {value}. Nothing was changed."),
    "actual_after_status": N_("An actual date cannot lie after the status date {date}. Nothing was changed."),
    "finish_before_start": N_("The finish cannot lie before the start. Nothing was changed."),
    "nothing_to_undo": N_("There is nothing to undo."),
    "nothing_to_redo": N_("There is nothing to redo."),
    "read_only": N_("This project is open for reading only. Nothing was changed; save a copy to edit it."),
    "unexpected": N_("Something went wrong inside the program. Nothing was changed; your data is safe."),
}
"""Sentences by code. Other layers add theirs with :func:`sentences`."""


def sentences(**more: str) -> None:
    """Add the sentences of one module; a code may be defined once."""
    taken = SENTENCES.keys() & more.keys()
    if taken:
        raise ValueError(f"sentence defined twice: {sorted(taken)}")
    SENTENCES.update(more)


def reason(rejected: Rejected, words: Callable[..., str]) -> str:
    """As :func:`explain`, for one of many that are refused: without the word that nothing was changed."""
    unchanged = re.escape(words(N_("Nothing was changed.")).rstrip(".。"))
    before, *after = re.split(f"{unchanged}[.;。；，]? ?", explain(rejected, words), maxsplit=1)
    rest = "".join(after)
    return (before + rest[:1].upper() + rest[1:]).strip()


def explain(rejected: Rejected, words: Callable[..., str]) -> str:
    """The sentence for ``rejected`` in the language of ``words``."""
    facts = {name: words(value) if isinstance(value, Term) else value for name, value in rejected.facts.items()}
    sentence = SENTENCES.get(rejected.code, SENTENCES["unexpected"])
    return words(sentence, **facts)
