"""Moving a risk on the matrix, and what happens when it occurs."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.records import consequences
from desktop.domain.control import Issue
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.risks import Risk, RiskMove
from desktop.i18n import N_

sentences(
    risk_has_issue=N_("“{name}” has already become issue {issue}. Nothing was changed; open that issue instead."),
)

IMPACTS = ("impact_schedule", "impact_cost", "impact_quality", "impact_reputation")
SEVERITY_FROM = ((20, "critical"), (12, "high"), (6, "medium"), (0, "low"))
"""Severity of the issue by the score that the risk had."""


@dataclass(frozen=True)
class MoveRisk:
    """Give a risk another place on the matrix, and write the move with its reason into its log.

    The matrix shows the greatest of the four impacts. Raising it raises the one that is greatest
    (the schedule's where none was assessed); lowering it lowers every impact that is above the
    new one: in both cases the risk lies where it was put, and no impact grows that was not shown.
    """

    risk: str
    probability: int
    impact: int
    reason: str = ""
    label: str = N_("Move {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        risk = tx.project.get(Risk, self.risk)
        if (risk.probability, risk.impact) == (self.probability, self.impact):
            return {"name": risk.event}
        move = RiskMove(
            moved_at=tx.now,
            probability_from=risk.probability, impact_from=risk.impact,
            probability_to=self.probability, impact_to=self.impact,
            reason=self.reason,
        )  # fmt: skip
        fields = impacts_moved(risk, self.impact) | {"probability": self.probability}
        tx.update(Risk, risk.id, **fields, moves=(*risk.moves, move))
        return {"name": risk.event}


def impacts_moved(risk: Risk, impact: int) -> dict[str, Any]:
    """The impacts that change so that the greatest one is ``impact``; see :class:`MoveRisk`."""
    assessed = {name: value for name in IMPACTS if (value := getattr(risk, name)) is not None}
    if not assessed:
        return {IMPACTS[0]: impact}
    greatest = max(assessed, key=lambda name: assessed[name])
    if assessed[greatest] < impact:
        return {greatest: impact}
    return {name: impact for name, value in assessed.items() if value > impact}


@dataclass(frozen=True)
class ExplainMove:
    """Write the reason of the last move of a risk into its log."""

    risk: str
    reason: str
    label: str = N_("Reason for moving {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        risk = tx.project.get(Risk, self.risk)
        if not risk.moves:
            raise Rejected("gone")
        last = dataclasses.replace(risk.moves[-1], reason=self.reason.strip())
        tx.update(Risk, risk.id, moves=(*risk.moves[:-1], last))
        return {"name": risk.event}


@dataclass(frozen=True)
class RiskOccurred:
    """Turn a risk that has happened into an issue, linked both ways.

    The risk keeps its assessment, its moves and its texts and is only marked as occurred; the issue
    takes over what is known. Private notes are not copied, and the issue is as visible as the risk was.
    """

    risk: str
    label: str = N_("{name} has occurred")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        risk = tx.project.get(Risk, self.risk)
        for issue in tx.project.table(Issue).values():
            if issue.risk == risk.id:
                raise Rejected("risk_has_issue", name=risk.event, issue=issue.code)
        severity = next(code for least, code in SEVERITY_FROM if (risk.score or 0) >= least)
        made = tx.add(
            Issue,
            problem=risk.event, category=risk.category, owner=risk.owner, tasks=risk.tasks, tags=risk.tags,
            severity=severity, priority="high" if severity in {"high", "critical"} else "medium",
            impact_days=risk.exposure_days, impact_cost=risk.exposure_likely, root_cause=risk.cause,
            response=risk.contingency_plan, raised_on=tx.now.date(), risk=risk.id, audience=risk.audience,
            links=(risk.ref,),
        )  # fmt: skip
        fields = consequences(tx, risk, {"status": "occurred", "links": (*risk.links, made.ref)})
        tx.update(Risk, risk.id, **fields)
        return {"name": risk.event}
