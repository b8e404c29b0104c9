"""Risks: threats and opportunities, assessed and answered."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from desktop.domain import record as f
from desktop.domain.record import CLIENT, Part, Record, choices, part, record
from desktop.i18n import N_, Words

RISK_KIND = choices(threat=N_("Threat"), opportunity=N_("Opportunity"))
CATEGORY = choices(
    scope=N_("Scope"), schedule=N_("Schedule"), cost=N_("Cost"), quality=N_("Quality"), resource=N_("Resource"),
    technical=N_("Technical"), supplier=N_("Supplier"), client=N_("Client"), legal=N_("Legal"), data=N_("Data"),
    safety=N_("Safety"), external=N_("External"),
)  # fmt: skip
PROXIMITY = choices(now=N_("Now"), **{"1m": N_("Within 1 month"), "3m": N_("Within 3 months"), "later": N_("Later")})
STRATEGY = choices(
    avoid=N_("Avoid"), mitigate=N_("Mitigate"), transfer=N_("Transfer"), exploit=N_("Exploit"),
    enhance=N_("Enhance"), share=N_("Share"), accept=N_("Accept"), escalate=N_("Escalate"),
)  # fmt: skip
STRATEGIES_BY_KIND = {
    "threat": ("avoid", "mitigate", "transfer", "share", "accept", "escalate"),
    "opportunity": ("exploit", "enhance", "share", "accept", "escalate"),
}
RISK_STATUS = choices(
    identified=N_("Identified"), assessed=N_("Assessed"), responding=N_("Responding"), watching=N_("Watching"),
    occurred=N_("Occurred"), closed=N_("Closed", "status"), rejected=N_("Rejected", "risk"),
)  # fmt: skip
CLOSED_RISK = frozenset({"occurred", "closed", "rejected"})
LEVELS = (1, 2, 3, 4, 5)
PROBABILITY_ANCHORS = ("≤ 10 %", "10–30 %", "30–50 %", "50–70 %", "> 70 %")
"""What the five steps of probability mean."""
IMPACT_WORDS = (N_("Very low"), N_("Low"), N_("Medium"), N_("High"), N_("Very high"))


def impact_anchors(tolerance_days: int | None, words: Words) -> tuple[str, ...]:
    """What the five steps of impact mean, in working days of delay.

    They are set by the tolerance agreed for the project: step 3 uses it up, step 4 takes twice as
    much, step 5 more. Without a tolerance that can be divided so, words stand for them.
    """
    if tolerance_days is None or tolerance_days < 3:
        return tuple(words(word) for word in IMPACT_WORDS)
    limits = (math.ceil(tolerance_days / 4), math.ceil(tolerance_days / 2), tolerance_days, 2 * tolerance_days)
    return (*(words(N_("≤ {n} d"), n=limit) for limit in limits), words(N_("> {n} d"), n=limits[-1]))


def _strategies(risk: Risk) -> tuple[str, ...]:
    return STRATEGIES_BY_KIND.get(risk.kind, tuple(STRATEGY))


@part
class RiskMove(Part):
    """One move of a risk on the matrix, with the reason given for it."""

    moved_at: dt.datetime | None = f.moment(N_("When"))
    probability_from: int | None = f.scale(N_("Probability from"), low=1, high=5)
    impact_from: int | None = f.scale(N_("Impact from"), low=1, high=5)
    probability_to: int | None = f.scale(N_("Probability to"), low=1, high=5)
    impact_to: int | None = f.scale(N_("Impact to"), low=1, high=5)
    reason: str = f.text(N_("Reason"))


@record(
    "risk", number="R", title=N_("Risk"), plural=N_("Risks"), name="event",
    purpose=N_("What may happen and matters: because of a cause, an event may happen, leading to an effect."),
)  # fmt: skip
class Risk(Record):
    """A threat or an opportunity: because of ``cause``, ``event`` may happen, leading to ``effect``."""

    cause: str = f.long_text(N_("Cause"), expected=True, audience=CLIENT)
    event: str = f.text(N_("Risk event"), required=True, audience=CLIENT)
    effect: str = f.long_text(N_("Effect"), expected=True, audience=CLIENT)
    kind: str = f.choice(N_("Kind"), RISK_KIND, default="threat", required=True, audience=CLIENT)
    category: str = f.choice(N_("Category"), CATEGORY, audience=CLIENT)
    probability: int | None = f.scale(
        N_("Probability"), low=1, high=5, expected=True, section=N_("Assessment"), audience=CLIENT
    )
    impact_schedule: int | None = f.scale(N_("Impact on schedule"), low=1, high=5, audience=CLIENT)
    impact_cost: int | None = f.scale(N_("Impact on cost"), low=1, high=5, audience=CLIENT)
    impact_quality: int | None = f.scale(N_("Impact on quality"), low=1, high=5, audience=CLIENT)
    impact_reputation: int | None = f.scale(N_("Impact on reputation"), low=1, high=5, audience=CLIENT)
    exposure_min: int | None = f.money(N_("Exposure, minimum"))
    exposure_likely: int | None = f.money(N_("Exposure, likely"))
    exposure_max: int | None = f.money(N_("Exposure, maximum"))
    exposure_days: int | None = f.integer(N_("Exposure in days"), low=0, unit=N_("working days"))
    proximity: str = f.choice(N_("Proximity"), PROXIMITY, audience=CLIENT)
    residual_probability: int | None = f.scale(N_("Residual probability"), low=1, high=5, audience=CLIENT)
    residual_impact: int | None = f.scale(N_("Residual impact"), low=1, high=5, audience=CLIENT)
    target_score: int | None = f.integer(N_("Target score"), low=1, high=25)
    strategy: str = f.choice(
        N_("Response strategy"), STRATEGY, allowed=_strategies, section=N_("Response"), audience=CLIENT
    )
    response: str = f.long_text(N_("Response actions"), audience=CLIENT)
    contingency_plan: str = f.long_text(N_("Contingency plan"), audience=CLIENT)
    fallback: str = f.long_text(N_("Fallback plan"))
    trigger: str = f.text(N_("Trigger condition"), audience=CLIENT)
    trigger_date: dt.date | None = f.date(N_("Trigger date"), audience=CLIENT)
    owner: str | None = f.link(
        N_("Risk owner"), to="person", expected=True, section=N_("Ownership and review"), audience=CLIENT
    )
    action_owner: str | None = f.link(N_("Action owner"), to="person", audience=CLIENT)
    status: str = f.choice(N_("Status"), RISK_STATUS, default="identified", required=True, audience=CLIENT)
    last_review: dt.date | None = f.date(N_("Last review"))
    next_review: dt.date | None = f.date(N_("Next review"), audience=CLIENT)
    tasks: tuple[str, ...] = f.links(N_("Linked tasks"), to="task", audience=CLIENT)
    private_note: str = f.long_text(N_("Private note"), audience="private")
    moves: tuple[RiskMove, ...] = f.rows(N_("Move log"), of=RiskMove, internal=True)

    @property
    def impact(self) -> int | None:
        """The greatest assessed impact, or None when none is assessed."""
        impacts = (self.impact_schedule, self.impact_cost, self.impact_quality, self.impact_reputation)
        return max((item for item in impacts if item is not None), default=None)

    @property
    def score(self) -> int | None:
        """Probability times impact, 1 to 25; None until both are assessed."""
        impact = self.impact
        return None if impact is None or self.probability is None else impact * self.probability

    @property
    def residual_score(self) -> int | None:
        """What is left after the response, 1 to 25."""
        if self.residual_probability is None or self.residual_impact is None:
            return None
        return self.residual_probability * self.residual_impact

    @property
    def is_open(self) -> bool:
        return self.status not in CLOSED_RISK

    def statement(self, words: Words) -> str:
        """Cause, event and effect as one sentence; parts that nobody has written yet are left out."""
        cause, event, effect = (part.strip().rstrip(".。；;") for part in (self.cause, self.event, self.effect))
        if cause and effect:
            return words(
                N_("Because of {cause}, {event} may happen, leading to {effect}."),
                cause=cause,
                event=event,
                effect=effect,
            )
        if cause:
            return words(N_("Because of {cause}, {event} may happen."), cause=cause, event=event)
        if effect:
            return words(N_("{event} may happen, leading to {effect}."), event=event, effect=effect)
        return words(N_("{event} may happen."), event=event)

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.strategy and self.strategy not in _strategies(self):
            yield "strategy", "strategy_kind"
