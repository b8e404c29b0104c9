"""Every contact, meeting, decision and promise with the client."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop.domain import record as f
from desktop.domain.people import CHANNEL
from desktop.domain.record import CLIENT, PRIVATE, Part, Record, choices, part, record
from desktop.i18n import N_

DIRECTION = choices(incoming=N_("Incoming"), outgoing=N_("Outgoing"), mutual=N_("Mutual"))
TONE = choices(positive=N_("Positive"), neutral=N_("Neutral"), concerned=N_("Concerned"), escalating=N_("Escalating"))
MEETING_TYPE = choices(
    kickoff=N_("Kick-off"), status=N_("Status meeting"), steering=N_("Steering committee"), workshop=N_("Workshop"),
    review=N_("Review"), retro=N_("Retrospective"), one_to_one=N_("One to one"), other=N_("Other"),
)  # fmt: skip
PURPOSE = choices(inform=N_("Inform"), discuss=N_("Discuss"), decide=N_("Decide"))
MINUTES_STATUS = choices(draft=N_("Draft"), sent=N_("Sent"), confirmed=N_("Confirmed"))
DECISION_STATUS = choices(
    proposed=N_("Proposed"), pending=N_("Pending"), decided=N_("Decided"), deferred=N_("Deferred"),
    superseded=N_("Superseded"), revoked=N_("Revoked"),
)  # fmt: skip
FORUM = choices(
    sponsor=N_("Sponsor"), steering=N_("Steering committee"), pm=N_("Project manager"),
    client_pm=N_("Client project manager"), change_board=N_("Change control board"), team=N_("Team"),
)  # fmt: skip
CONFIRMATION = choices(
    not_needed=N_("Not needed"), awaited=N_("Awaited"), confirmed=N_("Confirmed"), disputed=N_("Disputed")
)
PARTY = choices(us=N_("Us"), client=N_("Client"), third_party=N_("Third party"))
PRIORITY = choices(low=N_("Low"), medium=N_("Medium"), high=N_("High"), urgent=N_("Urgent"))
ACTION_STATUS = choices(
    open=N_("Open", "status"), in_progress=N_("In progress"), blocked=N_("Blocked"), done=N_("Done"),
    verified=N_("Verified"), cancelled=N_("Cancelled"),
)  # fmt: skip
CLOSED_ACTION = frozenset({"done", "verified", "cancelled"})


@record("communication", number="C", title=N_("Communication"), plural=N_("Communication log"), name="subject",
        purpose=N_("Every contact with the client: who, when, what was said, and what follows from it."))  # fmt: skip
class Communication(Record):
    """One contact. What may be shared and what stays private are two texts, kept apart."""

    happened_at: dt.datetime | None = f.moment(N_("When"), required=True, audience=CLIENT)
    duration: int | None = f.minutes(N_("Duration", "meeting"), low=0, unit="m", audience=CLIENT)
    direction: str = f.choice(N_("Direction"), DIRECTION, default="mutual", required=True, audience=CLIENT)
    channel: str = f.choice(N_("Channel"), CHANNEL, default="meeting", required=True, audience=CLIENT)
    participants: tuple[str, ...] = f.links(N_("Participants"), to="person", expected=True, audience=CLIENT)
    subject: str = f.text(N_("Subject"), required=True, audience=CLIENT)
    shared_note: str = f.long_text(N_("Shared note"), section=N_("What was said"), audience=CLIENT)
    private_note: str = f.long_text(N_("Private note"), audience=PRIVATE)
    tone: str = f.choice(N_("Tone"), TONE, audience=PRIVATE)
    follow_up: dt.date | None = f.date(N_("Follow-up"), section=N_("What follows"), audience=CLIENT)
    follow_up_done: bool = f.flag(N_("Follow-up done"), audience=CLIENT)
    formal_notice: bool = f.flag(N_("Formal notice"), audience=CLIENT)
    meeting: str | None = f.link(N_("Meeting"), to="meeting")


@part
class AgendaItem(Part):
    """One point of an agenda with its minutes."""

    topic: str = f.text(N_("Topic"))
    purpose: str = f.choice(N_("Purpose"), PURPOSE, default="discuss")
    minutes: str = f.long_text(N_("Minutes", "meeting"))
    owner: str | None = f.link(N_("Owner"), to="person")


@record("meeting", number="M", title=N_("Meeting"), plural=N_("Meetings"),
        purpose=N_("Meetings with agenda, attendance and minutes that the client confirms."))  # fmt: skip
class Meeting(Record):
    """A meeting with agenda, attendance and minutes."""

    title: str = f.text(N_("Title"), required=True, audience=CLIENT)
    type: str = f.choice(N_("Type"), MEETING_TYPE, default="status", audience=CLIENT)
    starts_at: dt.datetime | None = f.moment(N_("When"), expected=True, audience=CLIENT)
    duration: int | None = f.minutes(N_("Duration", "meeting"), low=0, unit="m", audience=CLIENT)
    place: str = f.text(N_("Where"), audience=CLIENT)
    chair: str | None = f.link(N_("Chair"), to="person", section=N_("People"), audience=CLIENT)
    scribe: str | None = f.link(N_("Scribe"), to="person", audience=CLIENT)
    invited: tuple[str, ...] = f.links(N_("Invited"), to="person", audience=CLIENT)
    attended: tuple[str, ...] = f.links(N_("Attended"), to="person", audience=CLIENT)
    apologies: tuple[str, ...] = f.links(N_("Apologies"), to="person", audience=CLIENT)
    agenda: tuple[AgendaItem, ...] = f.rows(
        N_("Agenda"), of=AgendaItem, section=N_("Agenda and minutes"), audience=CLIENT
    )
    minutes: str = f.long_text(N_("Minutes", "meeting"), audience=CLIENT)
    private_note: str = f.long_text(N_("Private note"), audience=PRIVATE)
    minutes_status: str = f.choice(N_("Minutes status"), MINUTES_STATUS, default="draft", audience=CLIENT)
    next_meeting: dt.datetime | None = f.moment(N_("Next meeting"), audience=CLIENT)


@part
class Option(Part):
    """An alternative that was weighed."""

    name: str = f.text(N_("Name"))
    pros: str = f.long_text(N_("Pros"))
    cons: str = f.long_text(N_("Cons"))
    cost: int | None = f.money(N_("Cost"))
    time: str = f.text(N_("Time"))


@record("decision", number="DEC", title=N_("Decision"), plural=N_("Decisions"),
        purpose=N_("What was decided or must be: by whom, by when, and why."))  # fmt: skip
class Decision(Record):
    """A decision. Once decided it is not edited but superseded."""

    title: str = f.text(N_("Title"), required=True, audience=CLIENT)
    question: str = f.long_text(N_("Question"), audience=CLIENT)
    context: str = f.long_text(N_("Context"), audience=CLIENT)
    options: tuple[Option, ...] = f.rows(N_("Options"), of=Option)
    recommendation: str = f.long_text(N_("Recommendation"), audience=CLIENT)
    outcome: str = f.long_text(N_("Outcome"), section=N_("Decision"), audience=CLIENT)
    rationale: str = f.long_text(N_("Rationale"), audience=CLIENT)
    status: str = f.choice(N_("Status"), DECISION_STATUS, default="pending", required=True, audience=CLIENT)
    needed_by: dt.date | None = f.date(N_("Needed by"), expected=True, audience=CLIENT)
    decided_on: dt.date | None = f.date(N_("Decided on"), audience=CLIENT)
    effective_from: dt.date | None = f.date(N_("Effective from"), audience=CLIENT)
    decision_maker: str | None = f.link(N_("Decision maker"), to="person", expected=True, audience=CLIENT)
    forum: str = f.choice(N_("Forum"), FORUM, audience=CLIENT)
    impact_scope: str = f.text(N_("Impact on scope"), section=N_("Effects"), audience=CLIENT)
    impact_days: int | None = f.integer(N_("Impact on time"), unit=N_("working days"), audience=CLIENT)
    impact_cost: int | None = f.money(N_("Impact on cost"))
    impact_quality: str = f.text(N_("Impact on quality"), audience=CLIENT)
    consequence: str = f.long_text(N_("Consequence of delay"), audience=CLIENT)
    supersedes: str | None = f.link(
        N_("Supersedes"), to="decision", section=N_("Trail and confirmation"), audience=CLIENT
    )
    source: str | None = f.link(N_("Source meeting"), to="meeting")
    confirmation: str = f.choice(N_("Client confirmation"), CONFIRMATION, default="not_needed", audience=CLIENT)
    confirmed_on: dt.date | None = f.date(N_("Confirmed on"), audience=CLIENT)
    evidence: str = f.text(N_("Evidence"))

    @property
    def is_open(self) -> bool:
        return self.status in {"proposed", "pending", "deferred"}

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.status == "decided" and not self.outcome.strip():
            yield "outcome", "decided_without_outcome"


@record("action", number="A", title=N_("Action item"), plural=N_("Action items"),
        purpose=N_("Who does what by when, on both sides: every promise is an action with a side."))  # fmt: skip
class Action(Record):
    """A promise of either side: one person, one date."""

    title: str = f.text(N_("Action"), required=True, audience=CLIENT, hint=N_("Start with a verb"))
    detail: str = f.long_text(N_("Detail"), audience=CLIENT)
    owner: str | None = f.link(N_("Owner"), to="person", expected=True, audience=CLIENT)
    side: str = f.choice(N_("Side"), PARTY, default="us", required=True, audience=CLIENT)
    due: dt.date | None = f.date(N_("Due"), expected=True, audience=CLIENT)
    status: str = f.choice(N_("Status"), ACTION_STATUS, default="open", required=True, audience=CLIENT)
    priority: str = f.choice(N_("Priority"), PRIORITY, default="medium", audience=CLIENT)
    promised_to: str | None = f.link(
        N_("Promised to"), to="person", section=N_("Promise and completion"), audience=CLIENT
    )
    raised_on: dt.date | None = f.date(N_("Raised on"), audience=CLIENT)
    original_due: dt.date | None = f.date(N_("Original due date"), audience=CLIENT)
    redated: int = f.integer(N_("Times re-dated"), default=0, low=0)
    blocked_by: str = f.text(N_("Blocked by"), audience=CLIENT)
    done_on: dt.date | None = f.date(N_("Done on"), audience=CLIENT)
    evidence: str = f.text(N_("Evidence of completion"), audience=CLIENT)
    reminder: dt.date | None = f.date(N_("Reminder"))
    private_note: str = f.long_text(N_("Private note"), audience=PRIVATE)

    @property
    def is_open(self) -> bool:
        return self.status not in CLOSED_ACTION
