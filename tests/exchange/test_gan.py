"""GanttProject's files: what they say is what the records hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.plan import Dependency, Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.validation import validate
from desktop.exchange.gan import read_gan


def test_a_file_of_ganttproject(corpora: Path) -> None:
    found = read_gan(corpora / "gan" / "cvra_planning.gan")
    project = found.project()
    for record in project.all():
        validate(project, record)
    tasks = {task.source_uid: task for task in project.table(Task).values()}
    assert len(tasks) == 18
    assert (tasks[9].name, tasks[9].duration, tasks[9].percent_complete) == ("State of the art", 15 * 480, 60)
    assert tasks[3].milestone
    assert len(project.table(Dependency)) == 9
    assert schedule(project).of(tasks[20].id).start == dt.datetime(2017, 10, 10, 8)  # as the file has it


@pytest.mark.parametrize(
    "content",
    ["", "<project", "<project/>", '<!DOCTYPE p [<!ENTITY a "b">]><project><tasks>&a;</tasks></project>',
     "<project><tasks>" + "<task>" * 500 + "</task>" * 500 + "</tasks></project>"],
)  # fmt: skip
def test_what_is_no_plan_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "plan.gan"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Rejected):
        read_gan(path)


def test_damage_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "plan.gan"
    path.write_text(
        '<project><calendars><date year="x" month="13" date="99"/></calendars><tasks><task id="1" name="" start="x" '
        'duration="many" complete="300"><depend id="1"/><depend id="9"/></task><task id="1" duration="99999999999"/>'
        "</tasks></project>",
        encoding="utf-8",
    )
    assert len(read_gan(path).project().table(Task)) == 2
