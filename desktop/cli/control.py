"""Commands that hold the plan against what was agreed: variance and earned value."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.cli.commands import DONE, opened_file, print_json
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, tr, words

if TYPE_CHECKING:
    from desktop.domain.earned_value import Curve, Performance
    from desktop.domain.project import Project
    from desktop.domain.variance import Comparison

sentences(
    period_unknown=N_("“{name}” is not a period. Nothing was done; there are {known}."),
    day_unreadable=N_("“{name}” is not a date such as 2026-06-30. Nothing was done."),
)


def variance(chosen: argparse.Namespace) -> int:
    """``pilotage variance FILE [--baseline NAME] [--against NAME] [--json]``."""
    from desktop.domain.baselines import baseline_named
    from desktop.domain.variance import compare

    with opened_file(chosen.file) as opened:
        project = opened.project
        before = baseline_named(project, chosen.baseline)
        after = baseline_named(project, chosen.against) if chosen.against else None
        found = compare(project, opened.schedule, before, after)
        if chosen.json:
            from desktop.exchange.control_json import variance_document

            print_json(variance_document(project, found))
        else:
            for line in _variances(project, found):
                print("\t".join(line))
    sys.stdout.flush()
    return DONE


def _variances(project: Project, found: Comparison) -> Iterator[list[str]]:
    """One task a line, tabs between; the whole plan comes first."""
    from desktop.domain.variance import COLUMNS, name_text

    outline, profile = project.outline, project.profile
    yield [tr("WBS"), tr("Task name"), *(tr(column.title) for column in COLUMNS)]
    yield ["", profile.name, *(column.text(found.whole, profile, words()) for column in COLUMNS)]
    for one in found.tasks:
        row = outline.row.get(one.task)
        wbs, depth = ("", 0) if row is None else (outline.wbs[row], outline.depth[row])
        yield [wbs, "  " * depth + name_text(one, words()), *(c.text(one, profile, words()) for c in COLUMNS)]


def earned_value(chosen: argparse.Namespace) -> int:
    """``pilotage earned-value FILE [--baseline NAME] [--status DATE] [--period day|week|month] [--json]``.

    Without a status date in the plan or on the command line it is today.
    """
    from desktop.domain.baselines import baseline_named
    from desktop.domain.earned_value import PERIODS, Performance, curve, period_for

    if chosen.period and chosen.period not in PERIODS:
        raise Rejected("period_unknown", name=chosen.period, known=tr(", ", "list").join(PERIODS))
    with opened_file(chosen.file) as opened:
        project = opened.project
        agreed = baseline_named(project, chosen.baseline)
        status = _day(chosen.status) if chosen.status else project.profile.status_date or dt.date.today()
        found = Performance(project, opened.schedule, agreed, status)
        points = curve(found, chosen.period or period_for(found))
        if chosen.json:
            from desktop.exchange.control_json import earned_value_document

            print_json(earned_value_document(project, found, points))
        else:
            for line in _performance(project, found, points):
                print("\t".join(line))
    sys.stdout.flush()
    return DONE


def _performance(project: Project, found: Performance, points: Curve) -> Iterator[list[str]]:
    """Figures with a sentence each, then the curve, a period a line."""
    from desktop.domain.earned_value import SERIES, amount_text, shown, title_of

    profile = project.profile
    yield [title_of(found, words())]
    for one in shown(found.of(), points.earned_schedule(), points.period, profile, words()):
        yield [tr(one.figure.title), one.text, tr(one.figure.meaning)]
    yield []
    yield [tr("Until", "period"), *(tr(title) for title in SERIES.values())]
    for at, edge in enumerate(points.edges[1:]):
        values = [getattr(points, name)[at] for name in SERIES]
        texts = ["" if value is None else amount_text(value, points.basis, profile, words()) for value in values]
        yield [(edge - dt.timedelta(1)).isoformat(), *texts]


def _day(text: str) -> dt.date:
    from desktop.domain.reading import YEARS

    try:
        day = dt.date.fromisoformat(text.strip())
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise Rejected("day_unreadable", name=text[:40])
    return day
