"""The figures of a small project, counted by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.communication import Action, Communication, Decision, Meeting
from desktop.domain.contacts import Contact, contacts
from desktop.domain.control import Issue
from desktop.domain.forecast import working_days
from desktop.domain.overview import Figures, by_attention, figures, passing
from desktop.domain.people import Person
from desktop.domain.plan import Baseline, BaselineTask, Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rating import AMBER, DIMENSIONS, GREEN, GREY, LETTERS, RED, TITLES
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.domain.scheduling import schedule

TODAY = dt.date(2026, 6, 10)  # a Wednesday
START = dt.datetime(2026, 6, 1, 8)  # a Monday
DAY = 480
PROFILE = ProjectProfile(id="p", name="P", start=START)


def at(day: int, hour: int = 17, month: int = 6) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)


def measure(*records: Record, **profile: Any) -> Figures:
    project = Project([PROFILE.replace(**profile), *records])
    return figures(project, schedule(project), TODAY)


def plan() -> list[Record]:
    """Analysis 5 d (1-5 June), Build 10 d (8-19 June), Review 2 d beside it (8-9 June), milestone 19 June."""
    return [
        Task(id="s", name="All", rank=1),
        Task(id="a", name="Analysis", parent="s", rank=1, duration=5 * DAY, percent_complete=100, actual_start=START,
             actual_finish=at(5)),
        Task(id="b", name="Build", parent="s", rank=2, duration=10 * DAY, percent_complete=20, actual_start=at(8, 8)),
        Task(id="r", name="Review", parent="s", rank=3, duration=2 * DAY),
        Task(id="m", name="Go-live", parent="s", rank=4, duration=0, milestone=True),
        Task(id="x", name="Given up", parent="s", rank=5, duration=90 * DAY, active=False),
        Dependency(id="1", predecessor="a", successor="b"),
        Dependency(id="2", predecessor="a", successor="r"),
        Dependency(id="3", predecessor="b", successor="m"),
    ]  # fmt: skip


def baseline(finish: dt.datetime) -> Baseline:
    rows = (
        BaselineTask(task="b", finish=finish),
        BaselineTask(task="m", finish=finish),
        BaselineTask(task="r", finish=at(9)),
    )
    return Baseline(id="bl", number=1, name="B", tasks=rows)


def test_the_plan_in_figures() -> None:
    found = measure(*plan(), baseline(at(17)), tolerance_days=1).plan
    assert (found.tasks, found.done, found.finish, found.target) == (4, 1, at(19), dt.date(2026, 6, 17))
    assert found.has_baseline and (found.variance, found.tolerance) == (2, 1)  # Thursday and Friday
    assert found.percent == (5 * 100 + 10 * 20) // 17  # days done of 17 planned
    assert found.late == ("r",)  # it should have ended on Tuesday the 9th and has not begun
    assert found.slipped == ("b", "m")
    assert found.critical == ("b", "m")  # the chain that ends last; what is finished delays nothing
    assert [found.part(name) for name in ("critical", "late", "slipped", "deadline", "nonsense")] == [
        ("b", "m"), ("r",), ("b", "m"), (), (),
    ]  # fmt: skip


def test_without_a_baseline_the_planned_finish_is_the_target() -> None:
    found = measure(*plan(), planned_finish=dt.date(2026, 6, 19)).plan
    assert (found.has_baseline, found.target, found.variance) == (False, dt.date(2026, 6, 19), 0)
    assert measure(*plan(), planned_finish=dt.date(2026, 6, 23)).plan.variance == -2  # Monday and Tuesday
    assert measure(*plan()).plan.variance is None


def test_half_a_day_late_is_late_and_half_a_day_early_is_not_early() -> None:
    project = Project([PROFILE])
    planned = schedule(project)
    assert working_days(project, planned, at(5), at(8, 12)) == 1  # Friday evening to Monday noon
    assert working_days(project, planned, at(8, 12), at(5)) == 0
    assert working_days(project, planned, at(5), at(8)) == 1
    assert working_days(project, planned, at(8), at(5)) == -1


def test_coming_milestones_with_their_slip() -> None:
    records = [*plan(), Task(id="far", name="Far", rank=9, duration=0, milestone=True, constraint="snet",
                             constraint_date=dt.datetime(2026, 9, 8, 8))]  # fmt: skip
    (found,) = measure(*records, baseline(at(17))).milestones  # 8 September is 90 days ahead
    assert (found.task, found.baseline, found.forecast) == ("m", dt.date(2026, 6, 17), dt.date(2026, 6, 19))
    assert (found.variance, found.overdue) == (2, False)


@pytest.mark.parametrize(
    ("finish", "tolerance", "code"),
    [
        (at(19), None, GREEN),
        (at(22), None, GREEN),  # a day early
        (at(18), None, AMBER),  # a day late, nothing agreed
        (at(18), 1, GREEN),
        (at(17), 1, AMBER),  # two days, up to twice the tolerance
        (at(16), 1, RED),
        (at(18), 0, RED),
    ],
)
def test_the_schedule_is_rated_against_the_agreed_tolerance(
    finish: dt.datetime, tolerance: int | None, code: str
) -> None:
    assert measure(*plan(), baseline(finish), tolerance_days=tolerance).ratings["schedule"].code == code


def test_a_missed_deadline_is_amber_and_no_plan_is_grey() -> None:
    late = Task(id="d", name="D", rank=9, duration=DAY, deadline=at(1, 12), constraint="snet", constraint_date=at(2, 8))
    found = measure(*plan(), late, planned_finish=dt.date(2026, 6, 19))
    assert found.plan.missed_deadlines == ("d",) and found.ratings["schedule"].code == AMBER
    assert measure().ratings["schedule"].code == GREY and measure(*plan()).ratings["schedule"].code == GREY


def risk(identity: str, probability: int | None = None, impact: int | None = None, **more: Any) -> Risk:
    return Risk(id=identity, event=identity, probability=probability, impact_cost=impact, **more)


@pytest.mark.parametrize(
    ("risks", "code"),
    [
        ([], GREY),
        ([risk("a")], GREY),
        ([risk("a", 2, 2)], GREEN),
        ([risk("a", 5, 5, kind="opportunity"), risk("b", 1, 1)], GREEN),
        ([risk("a", 5, 5, status="closed"), risk("b", 1, 1)], GREEN),
        ([risk("a", 3, 5)], RED),
        ([risk("a", 3, 5, owner="w", strategy="avoid")], AMBER),
        ([risk("a", 3, 5, owner="w", strategy="avoid"), risk("b", 4, 4, owner="w")], RED),
    ],
)
def test_risks_are_rated_by_whether_high_ones_are_answered(risks: list[Risk], code: str) -> None:
    assert measure(*risks).ratings["risk"].code == code


def test_other_dimensions_are_rated_by_their_issues() -> None:
    issues = [
        Issue(id="1", problem="1", category="cost", response_status="off_track"),
        Issue(id="2", problem="2", category="scope", severity="high"),
        Issue(id="3", problem="3", category="quality"),
        Issue(id="4", problem="4", category="quality", severity="critical", status="closed"),
    ]
    found = measure(*issues)
    assert [found.ratings[name].code for name in DIMENSIONS] == [GREY, RED, AMBER, GREEN, GREY, GREY]
    assert [found.ratings[name].target for name in DIMENSIONS] == [
        "plan", "issue:off_track+cost", "issue:at_risk+scope", "issue:open+quality", "risk", "issue",
    ]  # fmt: skip
    assert found.overall.code == RED and measure().overall.code == GREY
    calm = measure(Risk(id="r", event="1", probability=1, impact_schedule=1))
    assert (calm.ratings["risk"].code, calm.ratings["schedule"].code) == (GREEN, GREY)
    assert calm.overall.code == GREY  # one small risk says nothing about a plan that nobody can compare
    assert TITLES.keys() == LETTERS.keys() == {RED, AMBER, GREEN, GREY}


def test_the_nearest_of_equal_risks_comes_first() -> None:
    risks = [
        risk("later", 3, 3, proximity="later"),
        risk("now", 3, 3, proximity="now"),
        risk("none"),
        risk("top", 5, 2),
    ]
    assert [item.id for item in by_attention(risks)] == ["top", "now", "later", "none"]


def test_both_sides_promises_by_due_date() -> None:
    def action(identity: str, side: str, day: int, **more: Any) -> Action:
        return Action(id=identity, number=int(identity), title=identity, side=side, due=dt.date(2026, 6, day), **more)

    found = measure(
        action("1", "us", 16), action("2", "us", 9), action("3", "us", 8), action("4", "us", 17),
        action("5", "client", 10), action("6", "client", 1, status="done"),
        Action(id="7", number=7, title="7", side="client"),
    ).actions  # fmt: skip
    ids = {side: [[item.id for item in part] for part in (of.open, of.overdue, of.week)] for side, of in found.items()}
    assert ids == {
        "us": [["3", "2", "1", "4"], ["3", "2"], ["1"]],
        "client": [["5", "7"], [], ["5"]],
        "third_party": [[], [], []],
    }


def test_tomorrows_follow_up_is_waiting() -> None:
    log = Communication(id="1", number=1, subject="Today", happened_at=at(10, 9), follow_up=dt.date(2026, 6, 11))
    missed = log.replace(id="2", number=2, follow_up=dt.date(2026, 6, 9))
    found = measure(log, missed, log.replace(id="3", follow_up_done=True), log.replace(id="4", follow_up=None))
    assert [item.id for item in found.follow_ups_coming] == ["1"]
    assert [item.id for item in found.follow_ups_overdue] == ["2"]


def test_decisions_issues_and_contacts_past_their_day() -> None:
    found = measure(
        Decision(id="d1", number=1, title="d1", needed_by=dt.date(2026, 6, 12)),
        Decision(id="d2", number=2, title="d2", needed_by=dt.date(2026, 6, 9)),
        Decision(id="d3", number=3, title="d3", needed_by=dt.date(2026, 6, 9), status="decided", outcome="yes"),
        Issue(id="i1", problem="i1", target=dt.date(2026, 6, 9)),
        Person(id="w", name="W", next_contact=TODAY),
        Person(id="v", name="V", next_contact=dt.date(2026, 6, 11)),
        risk("r1", 1, 1, next_review=TODAY),
    )
    assert [item.id for item in found.decisions] == ["d2", "d1"]
    assert [item.id for item in found.decisions_overdue] == ["d2"]
    assert [item.id for item in found.issues_overdue] == ["i1"] and [item.id for item in found.issues] == ["i1"]
    assert [item.id for item in found.contacts_due] == ["w"] and [item.id for item in found.risks_review] == ["r1"]


def test_a_filter_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        passing([], Risk, "nonsense", TODAY)


def test_last_and_next_contact_of_everybody() -> None:
    project = Project(
        [
            PROFILE,
            Person(id="w", name="W", next_contact=dt.date(2026, 7, 1)),
            Person(id="v", name="V"),
            Person(id="u", name="U"),
            Communication(id="c1", subject="1", happened_at=at(3), participants=("w",), follow_up=dt.date(2026, 6, 12)),
            Communication(id="c2", subject="2", happened_at=at(20), participants=("w",)),  # still to come
            Communication(
                id="c3", subject="3", happened_at=at(1), participants=("w", "v"), follow_up=TODAY, follow_up_done=True
            ),
            Meeting(id="m1", title="M", starts_at=at(5), invited=("w", "v"), attended=("v",)),
            Meeting(id="m2", title="N", starts_at=at(11), invited=("v",)),
        ]
    )
    known = contacts(project, dt.datetime(2026, 6, 10, 12))
    assert known == {
        "w": Contact(at(3), dt.date(2026, 6, 12)),
        "v": Contact(at(5), dt.date(2026, 6, 11)),
        "u": Contact(None, None),
    }
    assert known["v"].is_due(dt.date(2026, 6, 11)) and not known["v"].is_due(TODAY) and not known["u"].is_due(TODAY)
