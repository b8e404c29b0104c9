"""Figures turned into lines of cards, in the language of the interface."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from desktop.domain.communication import Action
from desktop.domain.control import RESPONSE_STATUS
from desktop.domain.display import date_text
from desktop.domain.overview import Figures
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.rating import AMBER, DIMENSIONS, GREEN, GREY, RED, TITLES
from desktop.i18n import ntr, tr
from desktop.models.cells import one_line
from desktop.views.overview.card import Line

LISTED = 5
"""Records named on a card; a figure tells how many there are."""
MILESTONES = 7
ROLES = {RED: "red", AMBER: "amber", GREEN: "green", GREY: "muted"}
"""Colour roles of the words for ratings."""
RATED = {"off_track": RED, "at_risk": AMBER, "on_track": GREEN}
"""Ratings by response status of an issue."""


def count(label: str, number: int, target: str, *, alarm: str = "") -> Line:
    """A figure; ``alarm`` colours it when it is not zero."""
    return Line(label, str(number), target, alarm if alarm and number else "text")


def late(days: int | None) -> tuple[str, str]:
    """Words and colour role for a variance in working days."""
    if days is None:
        return "", "text"
    if days > 0:
        return ntr("{n} day late", "{n} days late", days), "red"
    if days < 0:
        return ntr("{n} day early", "{n} days early", -days), "green"
    return tr("on time"), "green"


def schedule_lines(found: Figures) -> list[Line]:
    """Forecast against what was agreed."""
    plan = found.plan
    if not plan.tasks:
        return []
    words, role = late(plan.variance)
    within = plan.variance is not None and plan.variance <= (plan.tolerance or 0)
    agreed = tr("baseline {date}", date=date_text(plan.target)) if plan.has_baseline else ""
    if not plan.has_baseline and plan.target:
        agreed = tr("planned {date}", date=date_text(plan.target))
    allowed = ntr("tolerance {n} day", "tolerance {n} days", plan.tolerance) if plan.tolerance is not None else ""
    return [
        Line(tr("Forecast finish"), date_text(plan.finish.date()), "plan", strong=True),
        Line(
            tr("Against the agreed date"), words or "–", "plan", "text" if role == "red" and within else role,
            detail=" · ".join(filter(None, (agreed, allowed))),
        ),
        Line(tr("Complete"), f"{plan.percent}%", "plan",
             detail=tr("{done} of {all} tasks", done=plan.done, all=plan.tasks)),
        count(tr("Critical tasks"), len(plan.critical), "plan:critical"),
        count(tr("Overdue tasks"), len(plan.late), "plan:late", alarm="red"),
        count(tr("Later than in the baseline"), len(plan.slipped), "plan:slipped", alarm="amber"),
        count(tr("Deadlines that will be missed"), len(plan.missed_deadlines), "plan:deadline", alarm="red"),
    ]  # fmt: skip


def milestone_lines(found: Figures) -> list[Line]:
    """What comes in the next three months."""
    lines = []
    for item in found.milestones[:MILESTONES]:
        words, role = late(item.variance)
        before = tr("baseline {date}", date=date_text(item.baseline)) if item.baseline else ""
        detail = " · ".join(filter(None, (before, words)))
        lines.append(Line(item.name, date_text(item.forecast), f"task/{item.task}", _tone(item.overdue, role), detail))
    if len(found.milestones) > MILESTONES:
        lines.append(count(tr("All of the next 90 days"), len(found.milestones), "plan:milestones"))
    return lines


def _tone(overdue: bool, role: str) -> str:
    return "red" if overdue else "amber" if role == "red" else "text"


def action_lines(project: Project, found: Figures) -> list[Line]:
    """Counts, both sides, then what is late first."""
    if not project.table(Action):
        return []
    sides = found.actions
    overdue = _by_due(action for side in sides.values() for action in side.overdue)
    waiting = _by_due(action for side in sides.values() for action in side.week)
    lines = [
        count(tr("Overdue"), len(overdue), "action:overdue", alarm="red"),
        count(tr("Due within 7 days"), len(waiting), "action:week"),
    ]
    for side, title in (("us", tr("Ours")), ("client", tr("The client's")), ("third_party", tr("Third parties'"))):
        part = sides[side]
        if side == "third_party" and not part.open:
            continue
        lines.append(
            Line(title, tr("{n} open", n=len(part.open)), f"action:{side}",
                 detail=tr("{late} overdue · {week} due within 7 days", late=len(part.overdue), week=len(part.week)),
                 strong=True)
        )  # fmt: skip
    return lines + [_action(project, found, action) for action in (overdue + waiting)[:LISTED]]


def _by_due(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: (action.due or dt.date.max, action.number))


def _action(project: Project, found: Figures, action: Action) -> Line:
    overdue = action.due is not None and action.due < found.today
    return Line(action.title, date_text(action.due), f"action/{action.id}", "red" if overdue else "text",
                _name(project, action.owner))  # fmt: skip


def _name(project: Project, person: str | None) -> str:
    found = project.find(Person, person)
    return found.name if found else tr("nobody named")


def follow_up_lines(project: Project, found: Figures) -> list[Line]:
    """Promised follow-ups, then contacts promised to people."""
    late_ones, coming, contacts = found.follow_ups_overdue, found.follow_ups_coming, found.contacts_due
    lines = []
    if late_ones or coming:
        lines.append(count(tr("Overdue"), len(late_ones), "communication:overdue", alarm="red"))
        lines.append(count(tr("Due within 7 days"), len(coming), "communication:week"))
    if contacts:
        lines.append(count(tr("People to contact"), len(contacts), "person:contact", alarm="amber"))
    for entry in (*late_ones, *coming)[:LISTED]:
        people = [person.name for key in entry.participants if (person := project.find(Person, key))]
        role = "red" if entry in late_ones else "text"
        lines.append(
            Line(entry.subject, date_text(entry.follow_up), f"communication/{entry.id}", role,
                 tr(", ", "list").join(people))
        )  # fmt: skip
    for person in contacts[:LISTED]:
        lines.append(Line(tr("Contact promised: {name}", name=one_line(person.name)), date_text(person.next_contact),
                          f"person/{person.id}", "amber"))  # fmt: skip
    return lines


def decision_lines(project: Project, found: Figures) -> list[Line]:
    """Decisions not taken yet, the earliest first."""
    if not found.decisions:
        return []
    lines = [
        count(tr("Pending", "decisions"), len(found.decisions), "decision:open"),
        count(tr("Overdue"), len(found.decisions_overdue), "decision:overdue", alarm="red"),
    ]
    for item in found.decisions[:LISTED]:
        role = "red" if item in found.decisions_overdue else "text"
        maker = _name(project, item.decision_maker)
        lines.append(Line(item.title, date_text(item.needed_by), f"decision/{item.id}", role, maker))
    return lines


def risk_lines(project: Project, found: Figures) -> list[Line]:
    """Counts, then the risks that deserve attention first."""
    if not found.risks:
        return []
    lines = [
        count(tr("Open risks"), len(found.risks), "risk:open"),
        count(tr("High", "risks"), len(found.risks_high), "risk:high", alarm="red"),
        count(tr("Reviews due"), len(found.risks_review), "risk:review", alarm="amber"),
    ]
    if found.risks_unassessed:
        lines.append(count(tr("Not assessed"), len(found.risks_unassessed), "risk:unassessed", alarm="amber"))
    for risk in found.risks[:LISTED]:
        role = "red" if risk in found.risks_high else "text"
        lines.append(Line(risk.event, str(risk.score or "–"), f"risk/{risk.id}", role, _name(project, risk.owner)))
    return lines


def issue_lines(project: Project, found: Figures) -> list[Line]:
    """Counts, then open issues, the earliest target first."""
    if not found.issues:
        return []
    lines = [
        count(tr("Open issues"), len(found.issues), "issue:open"),
        count(tr("Overdue"), len(found.issues_overdue), "issue:overdue", alarm="red"),
    ]
    for item in found.issues[:LISTED]:
        role = "red" if item in found.issues_overdue else "text"
        answer = tr(RESPONSE_STATUS[item.response_status]) if item.response_status in RESPONSE_STATUS else ""
        detail = " · ".join(filter(None, (_name(project, item.owner), answer)))
        sign = RATED.get(item.response_status, "")
        lines.append(Line(item.problem, date_text(item.target), f"issue/{item.id}", role, detail, sign))
    return lines


def rating_lines(found: Figures) -> Sequence[Line]:
    """One line per dimension with its sign, its word and the reason for it."""
    made = []
    for name, title in DIMENSIONS.items():
        rating = found.ratings[name]
        reason = tr(rating.reason, **rating.facts)
        word = tr(TITLES[rating.code])
        made.append(Line(tr(title), word, rating.target, ROLES[rating.code], reason, rating.code))
    return made
