"""Why a task is where it is."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.plan import Assignment, CalendarException, Resource
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.explain import REASONS, say, why
from desktop.i18n import catalog
from tests.domain.scheduling.building import at, calendar, link, project, task

A, B = task("A", 5, rank=1), task("B", 2, rank=2)


def reasons(identity, *records, **profile):
    whole = project(*records, **profile)
    return [say(reason, whole, catalog("en")) for reason in why(schedule(whole), whole, identity)]


CRITICAL = "It is critical: any delay of it delays the end of the project, or breaks a date."


@pytest.mark.parametrize(
    ("dependency", "sentence"),
    [
        (link("A>B"), "It waits for “A” to finish on 2026-06-05 17:00."),
        (link("A>B", lag_days=2), "It waits for “A” to finish on 2026-06-05 17:00, and 2d more."),
        (link("A>B", lag_days=-1), "It may start 1d before “A” finishes on 2026-06-05 17:00."),
        (link("A SS B", lag_days=4), "It waits for “A” to start on 2026-06-01 08:00, and 4d more."),
        (link("A FF B"), "It cannot finish before “A” finishes on 2026-06-05 17:00."),
        (link("A SF B", lag_days=5), "It cannot finish before “A” starts on 2026-06-01 08:00, and 5d more."),
        (link("A>B", lag_percent=50), "It waits for “A” to finish on 2026-06-05 17:00, and 2.5d more."),
    ],
)
def test_links(dependency, sentence):
    assert reasons("B", A, B, dependency)[0] == sentence


def test_first_task():
    assert reasons("A", A, B, link("A>B")) == [
        "Nothing holds it back: it starts with the project, on 2026-06-01 08:00.", CRITICAL
    ]  # fmt: skip


def test_float_of_a_task_that_is_not_critical():
    near = "That is little: in this project a float of up to 5d counts as near-critical."
    assert reasons("B", A, B)[-2:] == [
        "It is not critical: it can slip by 3d without delaying another task or the project.", near
    ]  # fmt: skip
    assert reasons("B", A, B, near_critical_limit=0)[-1].startswith("It is not critical: it can slip by 3d")
    assert reasons("B", A, B, task("C"), link("B>C"))[-2] == (
        "It is not critical: it can slip by 2d without delaying the project or breaking a date."
    )
    # C waits for D too, which ends a day later than B: one of B's two days is free.
    assert reasons("B", A, B, task("C"), task("D", 3), link("B>C", 1), link("D>C", 2))[-2] == (
        "It is not critical: it can slip by 2d without delaying the project or breaking a date, and by 1d of these "
        "without delaying another task."
    )
    assert reasons("B", A, B, critical_limit=2400)[-1] == (
        "It is critical because its float of 3d is within the limit of the project."
    )


def test_dates_that_people_fixed():
    done = B.replace(actual_start=at("06-01 08:00"), actual_finish=at("06-02 17:00"), percent_complete=100)
    assert reasons("B", A, done) == [
        "It was finished on 2026-06-02 17:00.",
        "It is finished, so it is no longer critical.",
    ]
    manual = B.replace(mode="manual", manual_start=at("06-03 08:00"))
    assert reasons("B", A, manual)[0] == "It was put there by hand; links do not move it."
    pinned = B.replace(constraint="mso", constraint_date=at("06-03 08:00"), pinned=True)
    assert reasons("B", A, pinned, link("A>B"))[0] == (
        "It is pinned: “Must start on”, 2026-06-03 08:00, whatever the tasks before it say."
    )
    later = B.replace(constraint="snet", constraint_date=at("06-03 08:00"))
    assert reasons("B", A, later)[0] == "It has the constraint “Start no earlier than”, 2026-06-03 08:00."


def test_progress():
    started = B.replace(actual_start=at("06-01 08:00"), percent_complete=50)
    assert reasons("B", A, started, status_date=dt.date(2026, 6, 4))[:2] == [
        "It was started on 2026-06-01 08:00.",
        "What remains goes on after the status date, 2026-06-04.",
    ]
    assert reasons("B", A, B, status_date=dt.date(2026, 6, 4))[0] == (
        "What has not been done lies after the status date, 2026-06-04."
    )


def test_summaries_and_what_they_hold():
    records = [task("S", constraint="snet", constraint_date=at("06-03 08:00")), task("X", 1, parent="S")]
    assert reasons("X", *records)[0] == "“S”, which contains it, may not start before 2026-06-03 08:00."
    assert reasons("S", *records) == [
        "It starts with “X”, the first task within it.",
        "It ends with “X”, the last task within it.",
        "It is critical because “X” within it is.",
    ]


def test_time_without_work_is_named():
    rare = calendar("Mondays only", working=1)
    assert reasons("B", A, B.replace(calendar="Mondays only"), rare, link("A>B"))[1] == (
        "Until 2026-06-08 08:00 there is no working time in the calendar “Mondays only”."
    )


def test_delay_and_as_late_as_possible():
    assert "Levelling delays it by 2ed." in reasons("B", A, B.replace(levelling_delay=2880), link("A>B"))
    assert reasons("B", A, B.replace(constraint="alap"))[0] == (
        "It is scheduled as late as possible without delaying the project."
    )


def test_which_date_a_task_is_too_late_for():
    # A ends on Friday 5 June, B on Tuesday 9 June.
    milestone = task("M", 0, milestone=True, deadline=at("06-05 17:00"))
    assert reasons("A", A, B, milestone, link("A>B", 1), link("B>M", 2))[-1] == (
        "It is critical: it is 2d too late for the deadline of “M”, 2026-06-05 17:00."
    )
    late = B.replace(constraint="snlt", constraint_date=at("06-03 08:00"))
    assert reasons("A", A, late, link("A>B"))[-1] == (
        "It is critical: it is 3d too late for “B”, which has “Start no later than”, 2026-06-03 08:00."
    )
    # Where dates are honoured, B stays on its date, and its own float is none.
    assert reasons("A", A, late, link("A>B"), constraint_rule="pinned")[-1] == (
        "It is critical: it is 3d too late for “B”, which stays on 2026-06-03 08:00 in any case."
    )


def test_critical_by_the_rule_of_the_project():
    assert reasons("A", A, B, critical_rule="longest_path")[-1] == (
        "It is critical: it lies on the longest path, which drives the end of the project."
    )
    assert reasons("B", A, B, critical_rule="each_path")[-1] == (
        "It is critical: any delay of it delays the end of the chain of tasks that it belongs to."
    )
    late = B.replace(deadline=at("06-01 17:00"))
    assert reasons("B", A, late, critical_rule="longest_path")[-1] == (
        "It is 1d too late for a date that has to be kept, but by the rules of this project it is not critical."
    )


def test_inactive_outside_and_circles():
    assert reasons("B", A, B.replace(active=False), link("A>B")) == [
        "It is inactive: it takes no part in the schedule, and nothing waits for it."
    ]
    outside = B.replace(mode="manual", manual_start=at("06-03 08:00"), foreign='{"mspdi":{"outside":["x.mpp","2"]}}')
    assert reasons("B", A, outside)[0] == (
        "It stands for a task of another project, whose dates are kept as they were read."
    )
    found = reasons("A", A, B, link("A>B", 1), link("B>A", 2))
    assert "A link from “B” is left out of the schedule: it leads back in a circle." in found


def test_from_the_finish_and_as_stored():
    assert reasons("A", A, B, link("A>B"), schedule_from="finish", finish=at("06-19 17:00"))[0] == (
        "The project is scheduled from its finish: it lies as late as what follows it allows."
    )
    stored = A.replace(recorded_start=at("06-03 08:00"), recorded_finish=at("06-09 17:00"))
    assert reasons("A", stored, date_source="stored")[0].endswith(
        "Pilotage would begin it on 2026-06-01 08:00; what follows explains that."
    )


def test_only_time_that_nobody_could_work_is_called_so():
    # Of a link to the finish the start is counted back from there: no calendar keeps the task waiting.
    found = reasons("B", A, task("B", 4), link("A FF B"))
    assert found[1].startswith("Links hold its finish, not its start")
    assert not any("no working time" in reason for reason in found)


def test_people_who_cannot_work_or_join_later():
    away = CalendarException(start=dt.date(2026, 6, 8), finish=dt.date(2026, 6, 12))
    rested = calendar("R", "08:00-12:00 13:00-17:00", 5, away)
    work = {"work": 960}
    for resource, assignment, sentence in (
        (Resource(id="r", name="r", calendar="R"), Assignment(id="a", task="B", resource="r", **work),
         "Until 2026-06-15 08:00 nobody who is assigned to it can work on it."),
        (Resource(id="r", name="r"), Assignment(id="a", task="B", resource="r", delay=480, **work),
         "Its resources join 1d after it could begin."),
    ):  # fmt: skip
        assert reasons("B", A, B.replace(**work), resource, assignment, rested, link("A>B"))[1] == sentence


def test_leave_that_makes_a_task_take_longer_is_named():
    away = CalendarException(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 3))
    rested = calendar("Li", "08:00-12:00 13:00-17:00", 5, away)
    given = [rested, Resource(id="r", name="r", calendar="Li"), Assignment(id="a", task="A", resource="r")]
    # Monday and Thursday instead of Monday and Tuesday: two working days later.
    told = "Who works on it is not there all the time (calendar “Li”): it takes 2d longer for that, "
    assert f"{told}until 2026-06-04 17:00." in reasons("A", task("A", 2), *given)
    # More work than time is no leave.
    more = Assignment(id="a", task="A", resource="r", work=4 * 480)
    assert not any("there all the time" in reason for reason in reasons("A", task("A", 2), *given[:2], more))
    assert not any("there all the time" in reason for reason in reasons("A", task("A", 1), *given))


def test_every_reason_has_chinese_words():
    words = catalog("zh_CN")
    assert all(words(sentence) != sentence for sentence in REASONS.values())


def test_external_date():
    held = task("A", 2, external_start=at("06-10 08:00"))
    assert reasons("A", held)[0] == "What another project delivers does not let it start before 2026-06-10 08:00."
