"""A whole plan in a few pixels: where its lines lie, and that a row is never outside the picture."""

from __future__ import annotations

import datetime as dt

from desktop.charts.condensed import Condensed
from desktop.charts.shapes import Rect
from desktop.charts.timescale import Timescale
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule

START = dt.datetime(2026, 6, 1, 8)


def plan(count: int) -> Project:
    tasks = [Task(id=f"t{n}", name=f"{n}", rank=n, duration=480 * (1 + n % 5)) for n in range(count - 1)]
    tasks.append(Task(id="m", name="Done", rank=count, milestone=True, duration=0))
    return Project([ProjectProfile(id="p", number=1, name="x", start=START), *tasks])


def rects(project: Project, height: float) -> list[Rect]:
    made = schedule(project)
    ids = list(project.outline.order)
    scale = Timescale(dt.datetime(2026, 6, 1), 10)
    shapes = Condensed(project, made, ids, scale, top=20, bottom=20 + height).shapes(0, len(ids))
    return [shape for shape in shapes if isinstance(shape, Rect)]


def test_every_task_is_a_line_at_its_dates() -> None:
    found = rects(plan(4), 40)
    assert [(rect.role, rect.y) for rect in found] == [
        ("bar", 20), ("bar", 30), ("critical", 40), ("milestone", 48),
    ]  # fmt: skip
    # Monday 8:00 to Wednesday 17:00 on a scale of ten a day.
    assert (round(found[2].x, 2), round(found[2].x + found[2].width, 2)) == (3.33, 27.08)


def test_ten_thousand_rows_stay_in_the_picture() -> None:
    found = rects(plan(10_000), 30)
    assert len(found) == 10_000
    assert all(rect.y >= 20 and rect.y + rect.height <= 50 and rect.width >= 1 for rect in found)
