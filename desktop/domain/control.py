"""What goes wrong and what is done about it."""

from __future__ import annotations

import datetime as dt

from desktop.domain import record as f
from desktop.domain.communication import PRIORITY
from desktop.domain.record import CLIENT, PRIVATE, Record, choices, record
from desktop.domain.risks import CATEGORY
from desktop.i18n import N_

SEVERITY = choices(low=N_("Low"), medium=N_("Medium"), high=N_("High"), critical=N_("Critical", "severity"))
RESPONSE_STATUS = choices(on_track=N_("On track"), at_risk=N_("At risk"), off_track=N_("Off track"))
ISSUE_STATUS = choices(
    open=N_("Open", "status"), in_progress=N_("In progress"), escalated=N_("Escalated"), resolved=N_("Resolved"),
    closed=N_("Closed", "status"),
)  # fmt: skip
CLOSED_ISSUE = frozenset({"resolved", "closed"})


@record("issue", number="I", title=N_("Issue"), plural=N_("Issues"), name="problem",
        purpose=N_("What has gone wrong and needs an owner, a date and an answer."))  # fmt: skip
class Issue(Record):
    """Something that has happened and needs an answer."""

    problem: str = f.text(N_("Problem"), required=True, audience=CLIENT, hint=N_("What is wrong, causing what"))
    category: str = f.choice(N_("Category"), CATEGORY, audience=CLIENT)
    severity: str = f.choice(N_("Severity"), SEVERITY, default="medium", audience=CLIENT)
    priority: str = f.choice(N_("Priority"), PRIORITY, default="medium", audience=CLIENT)
    impact_days: int | None = f.integer(
        N_("Impact on schedule"), unit=N_("working days"), section=N_("Effects"), audience=CLIENT
    )
    impact_cost: int | None = f.money(N_("Impact on cost"))
    raised_by: str | None = f.link(N_("Raised by"), to="person", section=N_("Ownership and dates"), audience=CLIENT)
    raised_on: dt.date | None = f.date(N_("Raised on"), audience=CLIENT)
    owner: str | None = f.link(N_("Owner"), to="person", expected=True, audience=CLIENT)
    target: dt.date | None = f.date(N_("Target date"), expected=True, audience=CLIENT)
    response_status: str = f.choice(N_("Response status"), RESPONSE_STATUS, default="on_track", audience=CLIENT)
    root_cause: str = f.long_text(N_("Root cause"), section=N_("Response"), audience=CLIENT)
    response: str = f.long_text(N_("Response actions"), audience=CLIENT)
    escalated_to: str | None = f.link(N_("Escalated to"), to="person", section=N_("Escalation"))
    escalated_on: dt.date | None = f.date(N_("Escalated on"))
    escalation_reply: str = f.long_text(N_("Reply to the escalation"))
    resolution: str = f.long_text(N_("Resolution"), section=N_("Resolution"), audience=CLIENT)
    status: str = f.choice(N_("Status"), ISSUE_STATUS, default="open", required=True, audience=CLIENT)
    risk: str | None = f.link(N_("Came from risk"), to="risk")
    tasks: tuple[str, ...] = f.links(N_("Linked tasks"), to="task", audience=CLIENT)
    private_note: str = f.long_text(N_("Private note"), audience=PRIVATE)

    @property
    def is_open(self) -> bool:
        return self.status not in CLOSED_ISSUE
