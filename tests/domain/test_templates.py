from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.changes import Transaction
from desktop.domain.plan import Calendar, Dependency, ProjectProfile, Task, WeekDay
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.templates import Template, lay_out, templates
from desktop.domain.validation import validate
from desktop.i18n import LANGUAGES

NOW = dt.datetime(2026, 11, 23, 8)  # a Monday


def project_of(template: Template, language: str) -> Project:
    tx = Transaction(Project(), now=NOW, author="")
    week = tuple(WeekDay(weekday=day, bands="08:00-12:00 13:00-17:00" if day < 5 else "") for day in range(7))
    calendar = tx.add(Calendar, name="Week", week=week)
    tx.add(ProjectProfile, name="P", start=NOW, calendar=calendar.id)
    lay_out(tx, template, language, 480)
    return tx.project


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", templates(), ids=lambda template: template.key)
def test_a_template_is_a_sound_plan_in_both_languages(template: Template, language: str) -> None:
    project = project_of(template, language)
    for record in project.all():
        validate(project, record, None)
    plan = schedule(project)
    assert not plan.cycles
    tasks = project.table(Task)
    order = project.outline.order
    assert [tasks[identity].name for identity in order] == [step.name[language] for step in template.steps]
    assert list(project.outline.depth) == [step.level for step in template.steps]
    summaries = [identity for identity in order if project.is_summary(identity)]
    assert summaries == [i for i, step in zip(order, template.steps, strict=True) if step.days is None]
    assert all(tasks[identity].milestone == (plan.of(identity).start == plan.of(identity).finish) for identity in order)


def test_links_keep_type_and_lag() -> None:
    (template,) = [item for item in templates() if item.key == "fit-out"]
    project = project_of(template, "en")
    names = {task.id: task.name for task in project.table(Task).values()}
    found = {
        (names[link.predecessor], names[link.successor]): (link.type, link.lag)
        for link in project.table(Dependency).values()
    }
    assert found["Working drawings", "Permits"] == ("SS", 5 * 480)
    assert found["Concept approved", "Working drawings"] == ("FS", 0)


def test_the_first_task_starts_with_the_project() -> None:
    for template in templates():
        project = project_of(template, "en")
        assert schedule(project).start == NOW
