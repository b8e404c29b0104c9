"""Start float, finish float or the smaller of both."""

from __future__ import annotations

import pytest

from desktop.domain.changes import Change
from desktop.domain.plan import ProjectProfile
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, plan, project, task

# By hand from Monday to Thursday; B lasts until Friday of the next week, ten days in all.
MANUAL = task("M", 4, mode="manual", manual_start=at("06-01 08:00"), manual_finish=at("06-04 17:00"))
HELD = [task("S"), task("X", 1, parent="S"), task("Y", 4, parent="S", deadline=at("06-04 17:00")), task("B", 10)]


@pytest.mark.parametrize(("rule", "days"), [("smallest", 6), ("start", 6), ("finish", 6)])
def test_all_rules_agree_where_a_task_is_as_long_late_as_early(rule, days):
    assert plan(MANUAL, task("B", 10), float_rule=rule).of("M").total_float == days * DAY


@pytest.mark.parametrize(("rule", "days"), [("smallest", 0), ("start", 0), ("finish", 6)])
def test_the_rule_decides_where_starts_have_other_float_than_finishes(rule, days):
    # X ends on Monday and may end on Friday week; Y must end on Thursday. Start float of S is Y's, none;
    # finish float of S is from Thursday to X's late finish on Friday week: six days.
    assert plan(*HELD, float_rule=rule).of("S").total_float == days * DAY


def test_a_changed_rule_counts_at_once():
    whole = project(*HELD)
    before = schedule(whole)
    assert before.of("S").total_float == 0
    profile = whole.profile.replace(float_rule="finish")
    change = Change("project", profile.id, whole.put("project", profile.id, profile), profile)
    assert isinstance(profile, ProjectProfile)
    assert schedule(whole, before, (change,)).of("S").total_float == 6 * DAY
