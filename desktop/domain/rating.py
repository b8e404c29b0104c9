"""Proposed red, amber, green per dimension: computed from evidence, against what was agreed.

Green is within tolerance, amber is beyond it but recoverable by the project manager, red needs a
decision above. The rules are written here so that a report can print them:

- schedule: green while the forecast is within the agreed tolerance, amber up to twice the tolerance
  or with a missed deadline, red beyond. Where no tolerance was agreed, any slip is amber;
- risk: red while a high risk (score 15 or more) has no owner or no response, amber while there is
  a high risk at all;
- cost, scope, quality, resources: the worst open issue of that category: red when it is off track
  or critical, amber when it is at risk or high; green when issues or risks of that category are
  kept and none is bad; grey when nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.control import Issue
from desktop.domain.filters import is_at_risk, is_high, is_off_track, is_unanswered
from desktop.domain.forecast import Forecast
from desktop.domain.project import Project
from desktop.domain.reporting import DIMENSION, RATING
from desktop.domain.risks import Risk
from desktop.i18n import N_

RED, AMBER, GREEN, GREY = "red", "amber", "green", "grey"
WORST_FIRST = (RED, AMBER, GREEN, GREY)

DIMENSIONS: Mapping[str, str] = DIMENSION
"""What a status report rates, in its order."""
TITLES: Mapping[str, str] = RATING
LETTERS: Mapping[str, str] = {
    RED: N_("R", "rating"), AMBER: N_("A", "rating"), GREEN: N_("G", "rating"), GREY: N_("–", "rating"),
}  # fmt: skip
"""Colour never speaks alone: a rating is a colour, a letter and a shape."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A proposed status with the reason for it: a translatable sentence to be filled with ``facts``."""

    code: str
    reason: str
    facts: Mapping[str, object] = field(default_factory=dict)
    target: str = ""
    """Where the evidence is: key of a register or of the plan, its named filters behind a colon."""


def ratings(project: Project, plan: Forecast) -> Mapping[str, Rating]:
    """A proposal for every dimension."""
    found = {"schedule": rate_schedule(plan), "risk": rate_risks(project)}
    return {name: found.get(name) or rate_category(project, name) for name in DIMENSIONS}


def worst(proposals: Mapping[str, Rating]) -> Rating:
    """The worst proposal that is known; grey when none is, and never green while nobody knows the schedule."""
    found = min(proposals.values(), key=lambda rating: WORST_FIRST.index(rating.code))
    return proposals["schedule"] if found.code == GREEN else found  # it is green too, or grey


def rate_schedule(plan: Forecast) -> Rating:
    """See the rules above; days are working days."""
    if not plan.tasks:
        return Rating(GREY, N_("There is no plan yet."), target="plan")
    if plan.variance is None:
        return Rating(GREY, N_("No baseline or planned finish to compare with."), target="plan")
    days, allowed, late = plan.variance, plan.tolerance, "plan:slipped" if plan.slipped else "plan"
    facts = {"days": days, "tolerance": allowed}
    if days > 0 and allowed is None:
        return Rating(AMBER, N_("Forecast {days} working days late; no tolerance was agreed."), facts, late)
    if days > 2 * (allowed or 0):
        return Rating(RED, N_("Forecast {days} working days late, tolerance {tolerance}."), facts, late)
    if days > (allowed or 0):
        return Rating(AMBER, N_("Forecast {days} working days late, tolerance {tolerance}."), facts, late)
    if plan.missed_deadlines:
        missed = {"count": len(plan.missed_deadlines)}
        return Rating(AMBER, N_("Deadlines that will be missed: {count}."), missed, "plan:deadline")
    if days > 0:
        return Rating(GREEN, N_("Forecast {days} working days late, within the tolerance of {tolerance}."), facts, late)
    if days < 0:
        return Rating(GREEN, N_("Forecast {days} working days early."), {"days": -days}, "plan")
    return Rating(GREEN, N_("Forecast on the agreed date."), target="plan")


def rate_risks(project: Project) -> Rating:
    """Threats that are open; an opportunity endangers nothing."""
    threats = [risk for risk in project.table(Risk).values() if risk.is_open and risk.kind == "threat"]
    high = [risk for risk in threats if is_high(risk)]
    unanswered = [risk for risk in high if is_unanswered(risk)]
    if unanswered:
        count = {"count": len(unanswered)}
        return Rating(RED, N_("High risks without owner or response: {count}."), count, "risk:unanswered")
    if high:
        count = {"count": len(high)}
        return Rating(AMBER, N_("High risks, all with owner and response: {count}."), count, "risk:high+threat")
    if not threats:
        return Rating(GREY, N_("No open risks are written down."), target="risk")
    if all(risk.score is None for risk in threats):
        return Rating(GREY, N_("No open risk is assessed."), target="risk:unassessed")
    return Rating(GREEN, N_("No high risks."), target="risk:open")


def rate_category(project: Project, category: str) -> Rating:
    """The open issues of one category."""
    issues = [issue for issue in project.table(Issue).values() if issue.is_open and issue.category == category]
    red = [issue for issue in issues if is_off_track(issue)]
    amber = [issue for issue in issues if is_at_risk(issue)]
    if red:
        count, target = {"count": len(red)}, f"issue:off_track+{category}"
        return Rating(RED, N_("Open issues that are off track or critical: {count}."), count, target)
    if amber:
        count, target = {"count": len(amber)}, f"issue:at_risk+{category}"
        return Rating(AMBER, N_("Open issues that are at risk or severe: {count}."), count, target)
    if issues:
        return Rating(GREEN, N_("No open issue endangers it."), target=f"issue:open+{category}")
    if any(risk.category == category for risk in project.table(Risk).values()):
        return Rating(GREEN, N_("No open issue endangers it."), target="issue")
    return Rating(GREY, N_("Nothing is written down about it."), target="issue")
