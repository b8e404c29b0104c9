"""Whatever people do to a plan, Project's file of it has the same dates when it is read again."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import mspdi_bytes, read_mspdi, task_numbers
from tests.plans import plan_commands, session_of

NOW = dt.datetime(2026, 6, 30, 12)
SHOWN = ("id", "duration", "constraint", "constraint_date", "pinned", "mode", "actual_start", "percent_complete")
RULES = st.sampled_from(("as_planned", "retained", "override"))
STATUS = st.none() | st.integers(-3, 40).map(lambda days: dt.date(2026, 6, 1) + dt.timedelta(days))


@settings(max_examples=40)
@given(st.data(), RULES, STATUS)
def test_dates_survive(data: Any, rule: str, status: dt.date | None) -> None:
    session = session_of()
    profile = session.project.profile.replace(progress_rule=rule, status_date=status)
    session.project.put(ProjectProfile.info.key, profile.id, profile)
    for _ in range(data.draw(st.integers(1, 12))):
        try:
            session.execute(data.draw(plan_commands(session.project)))
        except Rejected:
            continue
    project = session.project
    # Work that begins after the day until which it is reported is a contradiction, solved in many ways.
    assume(not any(t.actual_start and status and t.actual_start.date() >= status for t in project.table(Task).values()))
    planned = schedule(project)
    content, _ = mspdi_bytes(project, planned, NOW)
    with TemporaryDirectory() as folder:
        path = Path(folder, "plan.xml")
        path.write_bytes(content)
        back = read_mspdi(path).project()
    again, by_uid = schedule(back), {task.source_uid: task.id for task in back.table(Task).values()}
    numbers = task_numbers(project)
    assert len(by_uid) == len(numbers)
    for identity, uid in numbers.items():
        note(str({name: getattr(project.get(Task, identity), name) for name in SHOWN}))
        ours, theirs = planned.of(identity), again.of(by_uid[uid])
        assert (theirs.start, theirs.finish) == (ours.start, ours.finish), project.get(Task, identity).name
    assert [back.wbs(identity) for identity in back.outline.order] == [project.wbs(i) for i in project.outline.order]
    root = ElementTree.fromstring(re.sub(rb' xmlns="[^"]*"', b"", content))
    assert len({row.findtext("UID") for row in root.iterfind("Tasks/Task")}) == len(numbers) + 1
