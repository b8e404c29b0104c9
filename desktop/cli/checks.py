"""The command that says whether all is well with a file and the plan in it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.cli import refuse
from desktop.cli.commands import DONE, Opened, line_of, opened_file
from desktop.cli.differences import difference_lines
from desktop.domain.rejection import Rejected, explain, sentences
from desktop.i18n import N_, tr, words

if TYPE_CHECKING:
    from desktop.domain.health import Measure

SOMETHING_WRONG = 1

sentences(
    profile_unknown=N_("“{name}” is not a profile of the health check. Nothing was done; there are {known}."),
)


def check(chosen: argparse.Namespace) -> int:
    """``pilotage check FILE [--profile dcma|consulting]``.

    The health of the schedule is advice and leaves the exit code alone, unless a profile was asked for.
    """
    from desktop.domain.health import DCMA, FAIL, PROFILES, check_health

    if chosen.profile and chosen.profile not in PROFILES:
        raise Rejected("profile_unknown", name=chosen.profile, known=tr(", ", "list").join(PROFILES))
    profile = PROFILES.get(chosen.profile, DCMA)
    try:
        with opened_file(chosen.file) as opened:
            found = list(_problems(opened))
            measures = check_health(opened.project, opened.schedule, profile)
            health = [_measured(measure, opened) for measure in measures]
    except Rejected as rejected:
        if not chosen.file.is_file() or rejected.code == "format_unknown":
            raise
        refuse(rejected)
        return SOMETHING_WRONG
    for line in found:
        print(line)
    if not found:
        print(tr("Nothing wrong was found."))
    print(tr("Health of the schedule ({profile}):", profile=tr(profile.title)))
    for line in health:
        print(line)
    failed = bool(chosen.profile) and any(measure.verdict == FAIL for measure in measures)
    return SOMETHING_WRONG if found or failed else DONE


def _measured(measure: Measure, opened: Opened) -> str:
    """A measure as one line, with the first of its tasks."""
    from desktop.domain.health import PASS, sentence
    from desktop.domain.plan import Task

    number = "" if measure.number is None else str(measure.number)
    names = [opened.project.get(Task, identity).name for identity in measure.tasks[:5]]
    shown = tr(", ", "list").join(names) + (" …" if len(measure.tasks) > 5 else "")
    line = f"{number:>2} {sentence(measure, words())}"
    return f"{line}: {shown}" if shown and measure.verdict != PASS else line


def _problems(opened: Opened) -> Iterator[str]:
    """What is wrong with the file, with what it says, and with the plan in it."""
    from desktop.domain.imports import APPROXIMATED, NOT_READ
    from desktop.domain.scheduling.findings import describe

    if opened.file is not None:
        yield from (explain(warning, words()) for warning in opened.file.warnings if warning.code != "file_protected")
        for damage in opened.file.verify():
            yield tr("Damaged: {what}", what="/".join(filter(None, (damage.key, damage.id))) or opened.file.path.name)
    yield from (line_of(finding) for finding in opened.findings if finding.kind in (NOT_READ, APPROXIMATED))
    yield from (describe(warning, opened.project, words()) for warning in opened.schedule.warnings)
    yield from difference_lines(opened.project, opened.schedule)
