"""Moving a risk on the matrix, and its occurrence."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.commands.records import AddRecord
from desktop.domain.commands.risks import MoveRisk, RiskOccurred
from desktop.domain.control import Issue
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk, RiskMove
from desktop.domain.session import Session

NOW = dt.datetime(2026, 6, 10, 9, 30)


def session(**risk: Any) -> Session:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    made = Session(Project([profile]), clock=lambda: NOW)
    made.execute(AddRecord("risk", {"id": "r", "event": "Data come late", **risk}))
    return made


def risk_of(made: Session) -> Risk:
    return made.project.table(Risk)["r"]


def impacts(made: Session) -> tuple[int | None, ...]:
    risk = risk_of(made)
    return risk.impact_schedule, risk.impact_cost, risk.impact_quality, risk.impact_reputation


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ((None, None, None, None), 4, (4, None, None, None)),  # nothing assessed: the schedule
        ((2, 4, None, 1), 5, (2, 5, None, 1)),  # raised: the greatest grows
        ((2, 4, 3, 1), 2, (2, 2, 2, 1)),  # lowered: whatever lies above comes down
        ((3, 3, None, None), 3, (3, 3, None, None)),
    ],
)
def test_the_risk_lies_where_it_was_put(before: tuple[Any, ...], to: int, after: tuple[Any, ...]) -> None:
    names = ("impact_schedule", "impact_cost", "impact_quality", "impact_reputation")
    made = session(probability=2, **dict(zip(names, before, strict=True)))
    made.execute(MoveRisk("r", 5, to))
    assert impacts(made) == after
    assert (risk_of(made).probability, risk_of(made).impact) == (5, to)


def test_every_move_is_written_down_with_its_reason() -> None:
    made = session(probability=2, impact_cost=3)
    made.execute(MoveRisk("r", 4, 5, "Supplier warned us"))
    move = RiskMove(
        moved_at=NOW, probability_from=2, impact_from=3, probability_to=4, impact_to=5, reason="Supplier warned us"
    )
    assert risk_of(made).moves == (move,)
    made.undo()
    assert risk_of(made).moves == () and impacts(made) == (None, 3, None, None)
    made.redo()
    assert risk_of(made).moves == (move,)


def test_putting_it_where_it_lies_is_no_step() -> None:
    made = session(probability=2, impact_cost=3)
    assert made.execute(MoveRisk("r", 2, 3)) is None


def test_off_the_scale_is_refused() -> None:
    made = session()
    with pytest.raises(Rejected) as refused:
        made.execute(MoveRisk("r", 6, 3))
    assert refused.value.code == "range" and risk_of(made).moves == ()


def test_an_occurred_risk_becomes_an_issue_with_link_and_history() -> None:
    made = session(probability=4, impact_cost=4, contingency_plan="Use last year's", exposure_days=5,
                   cause="Two systems", private_note="We saw it coming", audience="client")  # fmt: skip
    made.execute(MoveRisk("r", 5, 4, "worse"))
    made.execute(RiskOccurred("r"))
    risk = risk_of(made)
    (issue,) = made.project.table(Issue).values()
    assert (risk.status, len(risk.moves), risk.links) == ("occurred", 1, (issue.ref,))
    assert (issue.problem, issue.risk, issue.links) == ("Data come late", "r", (risk.ref,))
    assert (issue.root_cause, issue.response, issue.impact_days) == ("Two systems", "Use last year's", 5)
    assert (issue.severity, issue.raised_on, issue.audience) == ("critical", NOW.date(), "client")  # 5 × 4
    assert issue.private_note == ""
    with pytest.raises(Rejected) as refused:
        made.execute(RiskOccurred("r"))
    assert refused.value.code == "risk_has_issue" and refused.value.facts["issue"] == issue.code
    made.undo()
    assert not made.project.table(Issue) and risk_of(made).status == "identified"
