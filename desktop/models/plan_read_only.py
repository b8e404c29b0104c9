"""Why a cell of the plan cannot be typed into, in a sentence that says what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, Term, sentences
from desktop.i18n import N_
from desktop.models.plan_column import BASELINE, COST, DATES, FLOAT, IMPORTED, PROGRESS, REGISTER, VALUE, WORK, Column

sentences(
    cell_of_summary=N_("“{field}” of “{task}” is the sum of its sub-tasks. Nothing was changed; edit those."),
    cell_calculated=N_(
        "“{field}” is calculated. Nothing was changed; change the duration, the links or the constraint of the task."
    ),
    cell_of_status=N_("“{field}” follows from dates and progress. Nothing was changed; enter the progress."),
    cell_of_work=N_("“{field}” follows from the work of the resources. Nothing was changed; change their assignments."),
    cell_of_cost=N_(
        "“{field}” follows from work, rates and fixed cost. Nothing was changed; change those or the actual cost."
    ),
    cell_of_baseline=N_(
        "“{field}” compares with a baseline, which is never edited. Nothing was changed; capture a new baseline."
    ),
    cell_of_value=N_(
        "“{field}” follows from baseline, progress and cost. Nothing was changed; enter progress or actual cost."
    ),
    cell_of_register=N_("“{field}” counts open items of a register. Nothing was changed; edit them on their page."),
    cell_of_import=N_("“{field}” is what the imported file recorded. Nothing was changed; it stays for comparison."),
    cell_of_links=N_(
        "“{field}” tells links of the task. Nothing was changed; type into “{other}” of the task that waits."
    ),
    cell_of_outline=N_("“{field}” follows from the outline. Nothing was changed; indent, outdent or move the task."),
    cell_elsewhere=N_("“{field}” follows from “{other}”. Nothing was changed; type into that."),
    cell_of_marks=N_(
        "Marks tell what is special about the task. Nothing was changed; change its fields in the details."
    ),
    cell_given=N_("“{field}” is kept by the program. Nothing was changed."),
    cell_in_details=N_("“{field}” cannot be typed into a cell. Nothing was changed; open the details of the task."),
)

_BY_KEY: Mapping[str, str] = {
    "indicators": "cell_of_marks", "outline_level": "cell_of_outline", "summary_task": "cell_of_outline",
    "successors": "cell_of_links", "successors_by_number": "cell_of_links", "predecessor_names": "cell_of_links",
    "successor_names": "cell_of_links", "driving": "cell_calculated", "initials": "cell_elsewhere",
    "effective_calendar": "cell_elsewhere", "status": "cell_of_status",
    "number": "cell_given", "created_at": "cell_given", "created_by": "cell_given", "changed_at": "cell_given",
    "changed_by": "cell_given",
}  # fmt: skip
_BY_GROUP: Mapping[str, str] = {
    DATES: "cell_calculated", FLOAT: "cell_calculated", PROGRESS: "cell_of_status", WORK: "cell_of_work",
    COST: "cell_of_cost", BASELINE: "cell_of_baseline", VALUE: "cell_of_value", REGISTER: "cell_of_register",
    IMPORTED: "cell_of_import",
}  # fmt: skip
_OTHERS: Mapping[str, str] = {"initials": N_("Resources"), "effective_calendar": N_("Task calendar")}
_DATES_OF_SUMMARY = frozenset({"duration", "start", "finish"})


def why_read_only(column: Column, task: Task, *, summary: bool) -> Rejected | None:
    """The refusal for a cell that nobody types into; None where it can be edited."""
    if column.editable(summary):
        return None
    if summary and column.meaning is not None:
        if column.key in _DATES_OF_SUMMARY:
            return Rejected("summary_is_derived", task=task.name)
        if column.key == "percent_complete":
            return Rejected("summary_progress", task=task.name)
        return Rejected("cell_of_summary", field=Term(column.title), task=task.name)
    code = _BY_KEY.get(column.key) or _BY_GROUP.get(column.group, "cell_in_details")
    return Rejected(code, field=Term(column.title), other=Term(_OTHERS.get(column.key, N_("Predecessors"))))
