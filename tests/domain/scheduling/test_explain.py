"""Why a task is where it is."""

from __future__ import annotations

import datetime as dt

import pytest

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
    assert reasons("B", A, B)[-1] == "It can slip by 3d without delaying any other task."
    assert reasons("B", A, B, task("C"), link("B>C"))[-1] == "It can slip by 2d without delaying the project."
    assert reasons("B", A, B.replace(deadline=at("06-01 17:00")))[-1] == (
        "It is critical: it is 1d too late for a date that has to be kept."
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
    assert reasons("B", A, manual)[0] == "It was put there by hand."
    pinned = B.replace(constraint="mso", constraint_date=at("06-03 08:00"), pinned=True)
    assert reasons("B", A, pinned, link("A>B"))[0] == (
        "It is pinned: “Must start on” 2026-06-03 08:00, whatever the tasks before it say."
    )
    later = B.replace(constraint="snet", constraint_date=at("06-03 08:00"))
    assert reasons("B", A, later)[0] == "It has the constraint “Start no earlier than” 2026-06-03 08:00."


def test_progress():
    started = B.replace(actual_start=at("06-01 08:00"), percent_complete=50)
    assert reasons("B", A, started, status_date=dt.date(2026, 6, 4))[:2] == [
        "It was started on 2026-06-01 08:00.",
        "The work that remains cannot go on before 2026-06-04, the status date.",
    ]
    assert reasons("B", A, B, status_date=dt.date(2026, 6, 4))[0] == (
        "Nothing that has not been done can lie before the status date, 2026-06-04."
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


def test_every_reason_has_chinese_words():
    words = catalog("zh_CN")
    assert all(words(sentence) != sentence for sentence in REASONS.values())


def test_external_date():
    held = task("A", 2, external_start=at("06-10 08:00"))
    assert reasons("A", held)[0] == "What another project delivers does not let it start before 2026-06-10 08:00."
