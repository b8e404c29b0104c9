"""Named parts of a register: what is overdue, due this week, high, still to be reviewed.

The figures of the overview and of the reports count with these, and a click on a figure shows
exactly the records that it counted. Filters that any declaration allows (open, incomplete, for
the client, private) exist for every record type without being listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.record import CLIENT, PRIVATE, Record, Spec
from desktop.domain.risks import CATEGORY
from desktop.i18n import N_

Test = Callable[[Any, dt.date], bool]
"""Whether a record belongs, as of a day."""

WEEK = 7
HIGH_SCORE = 15
"""Risks from this score on are high: the upper right corner of the matrix."""
RATED_CATEGORIES = ("cost", "scope", "quality", "resource")
"""Categories of issues that a status report rates."""


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A part of a register that has a name."""

    name: str
    title: str
    test: Test
    quiet: bool = False
    """A register offers it only while it is on: figures elsewhere lead to it."""


def late(day: dt.date | None, today: dt.date) -> bool:
    """Whether ``day`` lies before ``today``."""
    return day is not None and day < today


def soon(day: dt.date | None, today: dt.date) -> bool:
    """Whether ``day`` is ``today`` or one of the six days after it."""
    return day is not None and today <= day < today + dt.timedelta(WEEK)


def missing(record: Record) -> tuple[Spec, ...]:
    """Expected fields that are still empty."""
    return tuple(
        spec for spec in record.info.specs.values() if spec.expected and not _given(getattr(record, spec.name))
    )


def _given(value: Any) -> bool:
    return value is not None and value not in ("", ())


def _overdue(field: str) -> NamedFilter:
    return NamedFilter("overdue", N_("Overdue"), lambda item, today: item.is_open and late(getattr(item, field), today))


def _due_week(field: str) -> NamedFilter:
    return NamedFilter(
        "week", N_("Due within 7 days"), lambda item, today: item.is_open and soon(getattr(item, field), today)
    )


def _waiting(item: Any) -> bool:
    return item.follow_up is not None and not item.follow_up_done


def _day(moment: dt.datetime | None) -> dt.date:
    """A meeting without a time is still to come."""
    return moment.date() if moment else dt.date.max


def _reached(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day <= today


def is_high(risk: Any) -> bool:
    """An open risk in the upper right corner of the matrix."""
    return bool(risk.is_open) and (risk.score or 0) >= HIGH_SCORE


def is_unanswered(risk: Any) -> bool:
    """A high threat for which nobody is named or nothing was chosen to be done."""
    return is_high(risk) and risk.kind == "threat" and not (risk.owner and risk.strategy)


def is_off_track(issue: Any) -> bool:
    """An open issue whose answer has failed, or that is critical."""
    return bool(issue.is_open) and (issue.response_status == "off_track" or issue.severity == "critical")


def is_at_risk(issue: Any) -> bool:
    """An open issue whose answer is in danger, or that is severe."""
    return bool(issue.is_open) and (issue.response_status == "at_risk" or issue.severity == "high")


def _of_category(code: str) -> NamedFilter:
    return NamedFilter(code, CATEGORY[code], lambda item, _: bool(item.category == code), quiet=True)


_OWN: Mapping[str, tuple[NamedFilter, ...]] = {
    "risk": (
        NamedFilter("high", N_("High"), lambda risk, _: is_high(risk)),
        NamedFilter("unanswered", N_("High without owner or response"), lambda risk, _: is_unanswered(risk)),
        NamedFilter("review", N_("Review due"), lambda risk, today: risk.is_open and _reached(risk.next_review, today)),
        NamedFilter("unassessed", N_("Not assessed"), lambda risk, _: risk.is_open and risk.score is None),
        NamedFilter("threat", N_("Threats"), lambda risk, _: risk.kind == "threat"),
        NamedFilter("opportunity", N_("Opportunities"), lambda risk, _: risk.kind == "opportunity"),
    ),
    "action": (
        _overdue("due"),
        _due_week("due"),
        NamedFilter("us", N_("Ours"), lambda action, _: action.is_open and action.side == "us"),
        NamedFilter("client", N_("The client's"), lambda action, _: action.is_open and action.side == "client"),
        NamedFilter(
            "third_party", N_("Third parties'"), lambda action, _: action.is_open and action.side == "third_party"
        ),
        NamedFilter("stuck", N_("Re-dated twice or more"), lambda action, _: action.is_open and action.redated >= 2),
    ),
    "communication": (
        NamedFilter("waiting", N_("Follow-up waiting"), lambda log, _: _waiting(log)),
        NamedFilter(
            "overdue", N_("Follow-up overdue"), lambda log, today: _waiting(log) and late(log.follow_up, today)
        ),
        NamedFilter(
            "week", N_("Follow-up within 7 days"), lambda log, today: _waiting(log) and soon(log.follow_up, today)
        ),
        NamedFilter("formal", N_("Formal notices"), lambda log, _: log.formal_notice),
    ),
    "decision": (
        _overdue("needed_by"),
        _due_week("needed_by"),
        NamedFilter("awaited", N_("Confirmation awaited"), lambda decision, _: decision.confirmation == "awaited"),
    ),
    "issue": (
        _overdue("target"),
        _due_week("target"),
        NamedFilter("escalated", N_("Escalated"), lambda issue, _: issue.is_open and issue.status == "escalated"),
        NamedFilter("off_track", N_("Off track or critical"), lambda issue, _: is_off_track(issue)),
        NamedFilter("at_risk", N_("At risk or severe"), lambda issue, _: is_at_risk(issue)),
        *(_of_category(code) for code in RATED_CATEGORIES),
    ),
    "meeting": (
        NamedFilter("coming", N_("Coming"), lambda meeting, today: _day(meeting.starts_at) >= today),
        NamedFilter(
            "unconfirmed",
            N_("Minutes not confirmed"),
            lambda meeting, today: _day(meeting.starts_at) < today and meeting.minutes_status != "confirmed",
        ),
    ),
    "person": (
        NamedFilter("contact", N_("Contact due"), lambda person, today: _reached(person.next_contact, today)),
        NamedFilter("clients", N_("Client side"), lambda person, _: person.side == "client"),
    ),
}


def filters(kind: type[Record]) -> tuple[NamedFilter, ...]:
    """All named filters of a record type, the general ones around its own."""
    found = list(_OWN.get(kind.info.key, ()))
    if hasattr(kind, "is_open"):
        found.insert(0, NamedFilter("open", N_("Open", "status"), lambda item, _: item.is_open))
    if any(spec.expected for spec in kind.info.specs.values()):
        found.append(NamedFilter("incomplete", N_("Incomplete"), lambda item, _: bool(missing(item))))
    found.append(NamedFilter("for_client", N_("Visible to the client"), lambda item, _: item.audience == CLIENT))
    found.append(NamedFilter("private", N_("Private", "filter"), lambda item, _: item.audience == PRIVATE))
    return tuple(found)


def named(kind: type[Record], name: str) -> NamedFilter | None:
    """The filter of this name, or None."""
    return next((item for item in filters(kind) if item.name == name), None)


def named_together(kind: type[Record], names: str) -> tuple[NamedFilter, ...]:
    """Filters joined with ``+`` (``overdue+us``), all of which a record must pass; unknown names are left out."""
    found = (named(kind, name) for name in names.split("+"))
    return tuple(item for item in found if item is not None)
