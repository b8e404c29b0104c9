"""The reports there are: by name for the command line, built from a snapshot, published whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.charts.gantt_options import GanttOptions
from desktop.domain.clientview import AUDIENCES, released
from desktop.domain.costing.load import overloads
from desktop.domain.display import date_text
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.reported import judgements, reported
from desktop.domain.scheduling import Schedule
from desktop.i18n import N_
from desktop.publish import publish_bytes
from desktop.reports.blocks import Block, GanttBlock, Heading, Meta, PageBreak, Paragraph, Report
from desktop.reports.columns import Source
from desktop.reports.ganttplan import lay_out
from desktop.reports.language import LANGUAGES, Speech
from desktop.reports.plancontent import options_for
from desktop.reports.registers import (
    action_section,
    communication_section,
    decision_section,
    issue_section,
    risk_section,
)  # fmt: skip
from desktop.reports.status import status_page

sentences(
    report_kind=N_("There is no report “{value}”. Nothing was written; the reports are: {known}."),
    report_language=N_("“{value}” is not a report language. Nothing was written; the languages are: {known}."),
    report_audience=N_("“{value}” is not an audience. Nothing was written; the audiences are: {known}."),
)

@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be chosen about a report besides its reader and language."""

    sections: tuple[str, ...] | None = None
    """Names of :data:`SECTIONS` behind the page of a status report, in their order there; None for all."""
    sheets: int = 1
    """Sheets across that the Gantt chart runs over; 1 fits it to the page."""
    look: GanttOptions | None = None
    """What the Gantt chart shows; None for the usual."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under a heading of the first level."""

    title: str
    make: Callable[[Source, Wishes], tuple[Block, ...]]
    keys: tuple[str, ...]
    """Record types that it shows."""


def _gantt(source: Source, wishes: Wishes) -> tuple[Block, ...]:
    words = source.words
    heading = Heading(words.label(N_("Gantt chart")))
    columns = (N_("WBS"), N_("Task name"), N_("Start"), N_("Finish"), "%")
    plan = lay_out(
        source.project, source.schedule, words=words.first, columns=tuple(map(words.label, columns)),
        say=words, options=_allowed(wishes.look, source.audience), overloaded=overloaded_tasks(source, wishes.look),
        as_of=source.as_of, sheets=wishes.sheets,
    )  # fmt: skip
    if not plan.lines:
        return heading, Paragraph(words("The plan has no tasks yet."), "muted")
    return heading, GanttBlock(plan)


def overloaded_tasks(source: Source, look: GanttOptions | None) -> frozenset[str]:
    """Tasks that need somebody who is needed too much: for the team alone, and where that is wished for."""
    if look is None or not look.overloads or source.audience == CLIENT:
        return frozenset()
    return frozenset(task for one in overloads(source.project, source.schedule) for task in one.tasks)


def _allowed(look: GanttOptions | None, audience: str) -> GanttOptions | None:
    """``look`` as paper wants it, with what the reader may see of it."""
    return None if look is None else replace(options_for(look, audience), today=None, pixels=False)


SECTIONS: Mapping[str, Section] = {
    "decisions": Section(N_("Decisions"), lambda source, _: decision_section(source), ("decision",)),
    "actions": Section(N_("Action list"), lambda source, _: action_section(source), ("action",)),
    "risks": Section(N_("Risk register"), lambda source, _: risk_section(source), ("risk",)),
    "issues": Section(N_("Issue log"), lambda source, _: issue_section(source), ("issue",)),
    "communication": Section(
        N_("Communication log"), lambda source, _: communication_section(source), ("communication",)
    ),
    "gantt": Section(N_("Gantt chart"), _gantt, ("task",)),
}


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report by its name; ``section`` is set where it is one section alone."""

    title: str
    section: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Record types that may show in it, for the list of what goes out."""
        if self.section:
            return SECTIONS[self.section].keys
        return ("person", *(key for section in SECTIONS.values() for key in section.keys))


KINDS: Mapping[str, ReportKind] = {
    "status": ReportKind(N_("Status report")),
    "risks": ReportKind(N_("Risk register"), "risks"),
    "actions": ReportKind(N_("Action list"), "actions"),
    "decisions": ReportKind(N_("Decisions"), "decisions"),
    "issues": ReportKind(N_("Issue log"), "issues"),
    "communication": ReportKind(N_("Communication log"), "communication"),
    "gantt": ReportKind(N_("Gantt chart"), "gantt"),
}


def build(
    project: Project, schedule: Schedule, *, kind: str, language: str, audience: str, today: dt.date,
    wishes: Wishes | None = None,
) -> Report:  # fmt: skip
    """The report ``kind`` as data. ``project`` is not touched and may be a snapshot.

    Raises ``report_kind``, ``report_language``, ``report_audience`` and ``report_hidden_project``.
    """
    _known("report_kind", kind, KINDS)
    _known("report_language", language, LANGUAGES)
    _known("report_audience", audience, AUDIENCES)
    wishes = wishes or Wishes()
    source = source_of(project, schedule, language=language, audience=audience, today=today)
    chosen = KINDS[kind]
    if chosen.section:
        blocks: tuple[Block, ...] = SECTIONS[chosen.section].make(source, wishes)
    else:
        blocks = _status(source, wishes)
    title = " – ".join((source.words(chosen.title), source.project.profile.name))
    return Report(title, blocks, language, audience, meta_of(source), landscape=bool(chosen.section))


def source_of(project: Project, schedule: Schedule, *, language: str, audience: str, today: dt.date) -> Source:
    """What a report is made of. Of earlier reports only numbers, codes and days are taken past the gate.

    Raises ``report_hidden_project``.
    """
    out = released(project, audience)
    as_of = out.profile.status_date or today
    said = judgements(out, as_of) if judgements(project, as_of) else {}
    told = reported(project, as_of, language)
    return Source(out, schedule, audience, Speech(language), as_of, told, said)


def _known(code: str, value: str, known: Sequence[str] | Mapping[str, object]) -> None:
    if value not in known:
        raise Rejected(code, value=value[:40], known=", ".join(known))


def _status(source: Source, wishes: Wishes) -> tuple[Block, ...]:
    blocks: list[Block] = [status_page(source)]
    chosen = [name for name in SECTIONS if wishes.sections is None or name in wishes.sections]
    for name in chosen:
        if name in (chosen[0], "gantt"):  # the registers follow each other, the chart has pages of its own
            blocks.append(PageBreak(landscape=True))
        blocks += SECTIONS[name].make(source, wishes)
    return tuple(blocks)


def meta_of(source: Source) -> Meta:
    profile, each = source.project.profile, [replace(source, words=one) for one in source.words.apart()]
    page = source.words.label(N_("Page {page} of {pages}"), page="{page}", pages="{pages}")
    author = source.text(profile, "manager")
    return Meta(profile.name, author, source.as_of, source.words.tag, page, "\n".join(map(_foot, each)))


def _foot(source: Source) -> str:
    """What stands in the foot of every page, in one language."""
    words, profile = source.words, source.project.profile
    reader = source.text(profile, "client") if source.audience == CLIENT else words("the project team")
    parts = [
        words("Classification: {name}", name=source.text(profile, "confidentiality")),
        words("Prepared for: {name}", name=reader or words("the client")),
        words("Status date: {date}", date=date_text(source.as_of)),
        profile.name,
    ]
    if source.audience != CLIENT:
        parts.insert(0, words("Internal – not for the client"))
    return "   |   ".join(parts)


def write_report(
    project: Project, schedule: Schedule, *, kind: str, language: str, audience: str, path: Path, today: dt.date,
    cancelled: Callable[[], bool] | None = None, wishes: Wishes | None = None,
) -> Path:  # fmt: skip
    """Build, print and publish a report; returns where it is. Safe to call off the interface thread on a snapshot.

    Raises :class:`Rejected` for unknown names, for ``cancelled``, and for disks that are full or protected;
    the file at ``path`` is then what it was before.
    """
    from desktop.reports.pdf import print_report

    report = build(
        project, schedule, kind=kind, language=language, audience=audience, today=today, wishes=wishes
    )
    publish_bytes(path, print_report(report, cancelled))
    return path
