"""Figures turned into lines of cards, in the language of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.communication import Action
from desktop.domain.display import date_text
from desktop.domain.overview import Figures
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.rating import AMBER, DIMENSIONS, GREEN, RED
from desktop.i18n import ntr, tr
from desktop.views.overview.card import Line

LISTED = 5
"""Records named on a card; the figure above them tells how many there are."""


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
    for item in found.milestones[: LISTED + 2]:
        words, role = late(item.variance)
        before = tr("baseline {date}", date=date_text(item.baseline)) if item.baseline else ""
        detail = " · ".join(filter(None, (before, words)))
        lines.append(Line(item.name, date_text(item.forecast), f"task/{item.task}", _tone(item.overdue, role), detail))
    return lines


def _tone(overdue: bool, role: str) -> str:
    return "red" if overdue else "amber" if role == "red" else "text"


def action_lines(project: Project, found: Figures) -> list[Line]:
    """Both sides, what is late first."""
    lines = []
    for side, title in (("us", tr("Ours")), ("client", tr("The client's")), ("third_party", tr("Third parties'"))):
        part = found.actions[side]
        if side == "third_party" and not part.open:
            continue
        lines.append(
            Line(title, tr("{n} open", n=len(part.open)), f"action:{side}" if side != "third_party" else "action",
                 detail=tr("{late} overdue · {week} due within 7 days", late=len(part.overdue), week=len(part.week)),
                 strong=True)
        )  # fmt: skip
    overdue = [action for side in found.actions.values() for action in side.overdue]
    waiting = [action for side in found.actions.values() for action in side.week]
    lines += [_action(project, found, action) for action in (overdue + waiting)[:LISTED]]
    return lines


def _action(project: Project, found: Figures, action: Action) -> Line:
    owner = project.find(Person, action.owner)
    overdue = action.due is not None and action.due < found.today
    return Line(action.title, date_text(action.due), f"action/{action.id}", "red" if overdue else "text",
                owner.name if owner else tr("nobody named"))  # fmt: skip


def follow_up_lines(project: Project, found: Figures) -> list[Line]:
    """Promised follow-ups, then contacts promised to people."""
    lines = []
    for entry in (*found.follow_ups_overdue, *found.follow_ups_coming)[: LISTED + 2]:
        names = ", ".join(person.name for key in entry.participants if (person := project.find(Person, key)))
        overdue = entry.follow_up is not None and entry.follow_up < found.today
        role = "red" if overdue else "text"
        lines.append(Line(entry.subject, date_text(entry.follow_up), f"communication/{entry.id}", role, names))
    for person in found.contacts_due[:LISTED]:
        lines.append(Line(tr("Contact promised: {name}", name=person.name), date_text(person.next_contact),
                          f"person/{person.id}", "amber"))  # fmt: skip
    return lines


def decision_lines(project: Project, found: Figures) -> list[Line]:
    """Decisions not taken yet, the earliest first."""
    lines = []
    for item in found.decisions[:LISTED]:
        maker = project.find(Person, item.decision_maker)
        overdue = item.needed_by is not None and item.needed_by < found.today
        lines.append(
            Line(item.title, date_text(item.needed_by), f"decision/{item.id}", "red" if overdue else "text",
                 maker.name if maker else tr("nobody named"))
        )  # fmt: skip
    return lines


def risk_lines(project: Project, found: Figures) -> list[Line]:
    """Counts, then the risks that deserve attention first."""
    lines: list[Line] = []
    if found.risks:
        lines = [
            count(tr("Open risks"), len(found.risks), "risk:open"),
            count(tr("Reviews due"), len(found.risks_review), "risk:review", alarm="amber"),
        ]
    if found.risks_unassessed:
        lines.append(count(tr("Not assessed"), len(found.risks_unassessed), "risk:unassessed", alarm="amber"))
    for risk in found.risks[:LISTED]:
        owner = project.find(Person, risk.owner)
        high = risk in found.risks_high
        lines.append(
            Line(risk.event, str(risk.score or "–"), f"risk/{risk.id}", "red" if high else "text",
                 owner.name if owner else tr("nobody named"))
        )  # fmt: skip
    return lines


def issue_lines(project: Project, found: Figures) -> list[Line]:
    """Open issues, the earliest target first."""
    lines = []
    for item in found.issues[:LISTED]:
        owner = project.find(Person, item.owner)
        overdue = item in found.issues_overdue
        sign = {"off_track": RED, "at_risk": AMBER, "on_track": GREEN}.get(item.response_status, "")
        lines.append(
            Line(item.problem, date_text(item.target), f"issue/{item.id}", "red" if overdue else "text",
                 owner.name if owner else tr("nobody named"), sign)
        )  # fmt: skip
    return lines


def rating_lines(found: Figures) -> Sequence[Line]:
    """One line per dimension with its sign and the reason for it."""
    targets = {"schedule": "plan", "risk": "risk:high"}
    made = []
    for name, title in DIMENSIONS.items():
        rating = found.ratings[name]
        reason = tr(rating.reason, **rating.facts)
        made.append(Line(tr(title), "", targets.get(name, "issue:open"), detail=reason, rating=rating.code))
    return made
