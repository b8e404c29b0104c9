"""Named parts of the registers, as of a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.filters import filters, missing, named, named_together
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES

TODAY = dt.date(2026, 6, 10)


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(offset)


@pytest.mark.parametrize(
    ("key", "name", "fields", "belongs"),
    [
        ("action", "overdue", {"due": day(-1)}, True),
        ("action", "overdue", {"due": day(0)}, False),
        ("action", "overdue", {"due": day(-1), "status": "verified"}, False),
        ("action", "overdue", {}, False),
        ("action", "week", {"due": day(0)}, True),
        ("action", "week", {"due": day(6)}, True),
        ("action", "week", {"due": day(7)}, False),
        ("action", "stuck", {"redated": 2}, True),
        ("action", "stuck", {"redated": 1}, False),
        ("risk", "high", {"probability": 3, "impact_cost": 5}, True),
        ("risk", "high", {"probability": 3, "impact_cost": 4, "impact_quality": 1}, False),
        ("risk", "high", {"probability": 5, "impact_cost": 5, "status": "closed"}, False),
        ("risk", "unanswered", {"probability": 5, "impact_cost": 3}, True),
        ("risk", "unanswered", {"probability": 5, "impact_cost": 3, "owner": "x"}, True),
        ("risk", "unanswered", {"probability": 5, "impact_cost": 3, "owner": "x", "strategy": "avoid"}, False),
        ("risk", "unanswered", {"probability": 5, "impact_cost": 3, "kind": "opportunity"}, False),
        ("risk", "unanswered", {"probability": 2, "impact_cost": 3}, False),
        ("risk", "review", {"next_review": day(0)}, True),
        ("risk", "review", {"next_review": day(1)}, False),
        ("risk", "unassessed", {"probability": 3}, True),
        ("action", "third_party", {"side": "third_party"}, True),
        ("action", "third_party", {"side": "third_party", "status": "done"}, False),
        ("action", "third_party", {"side": "client"}, False),
        ("communication", "week", {"follow_up": day(1)}, True),
        ("communication", "overdue", {"follow_up": day(-1)}, True),
        ("communication", "overdue", {"follow_up": day(-1), "follow_up_done": True}, False),
        ("communication", "waiting", {"follow_up": day(30)}, True),
        ("decision", "overdue", {"needed_by": day(-1), "status": "deferred"}, True),
        ("decision", "overdue", {"needed_by": day(-1), "status": "decided"}, False),
        ("issue", "overdue", {"target": day(-1)}, True),
        ("issue", "off_track", {"response_status": "off_track"}, True),
        ("issue", "off_track", {"severity": "critical"}, True),
        ("issue", "off_track", {"severity": "critical", "status": "closed"}, False),
        ("issue", "at_risk", {"severity": "high"}, True),
        ("issue", "at_risk", {"response_status": "on_track"}, False),
        ("issue", "cost", {"category": "cost"}, True),
        ("issue", "cost", {"category": "scope"}, False),
        ("meeting", "unconfirmed", {"starts_at": dt.datetime(2026, 6, 9, 10)}, True),
        ("meeting", "coming", {"starts_at": dt.datetime(2026, 6, 10, 10)}, True),
        ("person", "contact", {"next_contact": day(0)}, True),
        ("action", "incomplete", {"due": day(1)}, True),  # no owner
        ("action", "incomplete", {"due": day(1), "owner": "x"}, False),
        ("client", "for_client", {}, True),
        ("issue", "private", {"audience": "private"}, True),
    ],
)
def test_who_belongs(key: str, name: str, fields: dict[str, Any], belongs: bool) -> None:
    kind = RECORD_TYPES[key]
    found = named(kind, name)
    assert found is not None
    assert found.test(kind(id="x", **fields), TODAY) is belongs


@pytest.mark.parametrize("kind", RECORD_TYPES.values(), ids=lambda kind: kind.info.key)
def test_every_record_type_has_filters_with_names_of_their_own(kind: type[Record]) -> None:
    names = [item.name for item in filters(kind)]
    assert len(names) == len(set(names)) and "for_client" in names
    empty = kind(id="x")
    for item in filters(kind):
        assert isinstance(item.test(empty, TODAY), bool)


def test_expected_fields_that_are_empty_are_missing() -> None:
    kind = RECORD_TYPES["risk"]
    assert [spec.name for spec in missing(kind(id="x", cause="c"))] == ["effect", "probability", "owner"]


def test_filters_can_be_asked_for_together() -> None:
    kind = RECORD_TYPES["action"]
    chosen = named_together(kind, "overdue+us+nonsense")
    assert [item.name for item in chosen] == ["overdue", "us"]
    late = kind(id="x", due=day(-1), side="us")  # type: ignore[call-arg]
    assert all(item.test(late, TODAY) for item in chosen)
