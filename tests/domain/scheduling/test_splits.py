"""Split tasks: parts with gaps, moved as a pattern."""

from __future__ import annotations

from desktop.domain.plan import Split
from desktop.domain.scheduling import to_datetime
from tests.domain.scheduling.building import DAY, at, floats, link, plan, span, task

# Two days on, one day off, three days on, recorded in March.
PATTERN = (
    Split(start=at("03-02 08:00"), finish=at("03-03 17:00")),
    Split(start=at("03-05 08:00"), finish=at("03-09 17:00")),
)


def parts(planned, identity):
    return [f"{to_datetime(a):%m-%d %H:%M} - {to_datetime(b):%m-%d %H:%M}" for a, b in planned.parts(identity)]


def test_the_pattern_moves_with_the_task():
    planned = plan(task("A", 5, splits=PATTERN), task("B", 1), link("A>B"))
    assert parts(planned, "A") == ["06-01 08:00 - 06-02 17:00", "06-04 08:00 - 06-08 17:00"]
    assert span(planned, "A") == "06-01 08:00 - 06-08 17:00"
    assert planned.of("A").duration == 5 * DAY
    assert span(planned, "B") == "06-09 08:00 - 06-09 17:00"


def test_late_dates_keep_the_gap():
    planned = plan(task("A", 5, splits=PATTERN), task("B", 8))
    assert floats(planned, "A") == (2, 2)
    assert planned.of("A").late_start == at("06-03 08:00")
    assert planned.of("A").late_finish == at("06-10 17:00")


def test_a_changed_duration_changes_the_last_part():
    longer, shorter, short = (plan(task("A", days, splits=PATTERN)) for days in (6, 4, 2))
    assert parts(longer, "A")[-1] == "06-04 08:00 - 06-09 17:00"
    assert parts(shorter, "A")[-1] == "06-04 08:00 - 06-05 17:00"
    assert parts(short, "A") == ["06-01 08:00 - 06-02 17:00"], "the gap is gone with the work behind it"


def test_remaining_work_that_was_put_off():
    later = task(
        "A", 4, actual_start=at("06-01 08:00"), percent_complete=50, remaining_duration=2 * DAY,
        stop=at("06-02 17:00"), resume=at("06-08 08:00"),
    )  # fmt: skip
    planned = plan(later, progress_rule="as_planned")
    assert parts(planned, "A") == ["06-01 08:00 - 06-02 17:00", "06-08 08:00 - 06-09 17:00"]


def test_only_gaps_before_remaining_work_count_for_late_dates():
    started = task(
        "A", 5, splits=PATTERN, actual_start=at("06-01 08:00"), percent_complete=60, remaining_duration=2 * DAY
    )  # fmt: skip
    planned = plan(started, progress_rule="as_planned")
    assert span(planned, "A") == "06-01 08:00 - 06-08 17:00"
    # Two days remain, on Friday and Monday; the gap lies behind.
    assert planned.network.tail[0] == 2 * DAY


def test_whole_tasks_have_one_part():
    assert parts(plan(task("A", 2)), "A") == ["06-01 08:00 - 06-02 17:00"]
