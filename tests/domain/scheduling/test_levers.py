"""What would bring a task forward; gains are counted by hand on the calendar of June 2026."""

from __future__ import annotations

import pytest

from desktop.domain.plan import Assignment, Resource
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.levers import levers, say_lever
from desktop.i18n import catalog
from tests.domain.scheduling.building import DAY, at, calendar, link, project, task


def found(identity, *records, **profile):
    whole = project(*records, **profile)
    return whole, levers(schedule(whole), whole, identity)


def sentences(identity, *records, **profile):
    whole, all_levers = found(identity, *records, **profile)
    return [say_lever(lever, whole, catalog("en")) for lever in all_levers]


def test_shortening_helps_only_until_another_path_takes_over():
    # A needs 10 days, C beside it 8: beyond two days less, C holds B.
    said = sentences("B", task("A", 10), task("C", 8), task("B", 1), link("A>B"), link("C>B"))
    assert "Shorten “A” by 2d: gains 2d." in said
    assert not any("“C”" in sentence for sentence in said)


def test_no_more_than_half_is_taken_away_and_the_greatest_gain_comes_first():
    _, all_levers = found("C", task("A", 2), task("B", 4), task("C", 1), link("A>B"), link("B>C"))
    shortened = [(lever.task, lever.gain) for lever in all_levers if lever.code == "shorten"]
    assert shortened == [("B", 2 * DAY), ("A", DAY), ("C", DAY // 2)]


def test_lag():
    assert "Remove the lag of 3d between “A” and “B”: gains 3d." in sentences(
        "B", task("A"), task("B", 1), link("A>B", lag_days=3)
    )


def test_a_share_of_a_duration_in_elapsed_time():
    # Six times eight hours, by the clock: A ends Monday 17:00, B waits until Wednesday 17:00 and starts on Thursday.
    held = link("A>B", lag_percent=600, lag_unit="ed")
    assert "Remove the lag of 2ed between “A” and “B”: gains 2d." in sentences("B", task("A"), task("B"), held)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (
            {"constraint": "snet", "constraint_date": at("06-04 08:00")},
            "Drop the constraint “Start no earlier than” of “B”: gains 2d.",
        ),
        (
            {"constraint": "mso", "constraint_date": at("06-04 08:00"), "pinned": True},
            "Drop the constraint “Must start on” of “B”: gains 2d.",
        ),
        (
            {"mode": "manual", "manual_start": at("06-04 08:00"), "manual_finish": at("06-04 17:00")},
            "Schedule “B” automatically instead of by hand: gains 2d.",
        ),
        # Two days of 24 hours behind Tuesday 08:00 is Thursday 08:00.
        ({"levelling_delay": 2880}, "Remove the levelling delay of 2ed from “B”: gains 2d."),
    ],
)
def test_what_holds_the_task_itself(held, sentence):
    # A fills Monday, so B could be done on Tuesday; it is done on Thursday.
    assert sentence in sentences("B", task("A"), task("B", 1, **held), link("A>B"))


def test_constraint_of_the_summary():
    records = (task("S", constraint="snet", constraint_date=at("06-03 08:00")), task("A", 1, parent="S"))
    assert "Drop the constraint “Start no earlier than” of “S”: gains 2d." in sentences("A", *records)


def test_work_on_a_day_off():
    # Four days from Thursday 4 June to Tuesday 9; with Saturday worked, to Monday.
    office = calendar("Office")
    records = (office, task("A", 4, constraint="snet", constraint_date=at("06-04 08:00")))
    assert "Work on 2026-06-06, a day off in the calendar “Office”: gains 1d." in sentences(
        "A", *records, calendar="Office"
    )


def test_resources_that_begin_later():
    person = Resource(id="P", name="P", number=1)
    assigned = Assignment(id="a", number=1, task="A", resource="P", units=100, work=DAY, delay=DAY)
    assert "Let the resources of “A” begin 1d sooner: gains 1d." in sentences("A", task("A"), person, assigned)


def test_a_shorter_task_that_would_only_start_later():
    # A ends Friday; X (4 days) must not finish before it, so it starts on Tuesday, and B with it.
    # X in two days would start on Thursday: B is two days later.
    records = (task("A", 5), task("X", 4), task("B", 6), link("A FF X"), link("X SS B"))
    said = sentences("B", *records)
    assert said[-1] == (
        "Do not shorten “X”: links hold its finish, so it would only start later; by 2d shorter it costs 2d."
    )


def test_the_plan_is_not_touched_and_what_is_done_is_not_proposed():
    done = task("A", 5, actual_start=at("06-01 08:00"), actual_finish=at("06-05 17:00"), percent_complete=100)
    records = (done, task("B", 2), link("A>B"))
    whole = project(*records)
    before = list(whole.all())
    assert {lever.task for lever in levers(schedule(whole), whole, "B")} == {"B"}
    assert list(whole.all()) == before


def test_gains_are_measured_in_calculated_dates():
    # The file stored other dates; A of five days, which drives B, can be shortened by half.
    stored = {"recorded_start": at("06-01 08:00"), "recorded_finish": at("06-30 17:00")}
    said = sentences("B", task("A", 5, **stored), task("B", 2, **stored), link("A>B"), date_source="stored")
    assert "Shorten “A” by 2.5d: gains 2.5d." in said
