"""What a column of the plan says, in a sentence: for the heading, the choice of columns and the side panel."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.i18n import N_, tr

MEANINGS: Mapping[str, str] = {
    "indicators": N_("What is special about the task: complete, held by a date, late, noted. A press on a lock, clock "
                     "or pencil shows what holds it."),
    "wbs": N_("The place in the work breakdown. A code of your own may replace the counted one."),
    "duration": N_("Working time from start to finish, by the calendar in force: 3d, 4h, 2w; 3ed runs through nights "
                   "and weekends; 0 is a milestone; 5d? is an estimate."),
    "start": N_("When work begins. A typed date becomes “start no earlier than”; links may still push it later."),
    "finish": N_("When work ends. A typed date changes the duration."),
    "predecessors": N_("What the task waits for: 12FS+2d; 15SS. FS, SS, FF and SF say which ends are linked, then "
                       "comes the lag."),
    "successors": N_("What waits for the task."),
    "driving": N_("Of the predecessors, those that hold the task where it is."),
    "percent_complete": N_("How much of the duration lies behind. It brings an actual start; 100 an actual finish."),
    "physical_percent": N_("How much of the result is there, whatever time it took; for earned value only."),
    "resources": N_("Who works on it, with units: Anna 50%; Li Lei."),
    "total_float": N_("How far the task can slip without delaying the project or a date that has to be kept. Below "
                      "nought, it is too late already."),
    "free_float": N_("How far the task can slip without delaying any other task."),
    "interfering_float": N_("Total float that is not free: using it delays other tasks, but not the project."),
    "critical": N_("Whether a delay of the task delays the project, by the rule of this project."),
    "early_start": N_("The earliest start that what comes before allows."),
    "early_finish": N_("The earliest finish that what comes before allows."),
    "late_start": N_("The latest start that does not delay the project."),
    "late_finish": N_("The latest finish that does not delay the project."),
    "deadline": N_("When it should be finished. It moves nothing; a later finish is marked, and the float falls "
                   "below nought."),
    "deadline_margin": N_("Working time between the finish and the deadline; below nought, it is missed."),
    "constraint": N_("A bound for the dates. Without one the task goes where its links put it."),
    "constraint_date": N_("The date of the constraint."),
    "pinned": N_("The task keeps its constraint date even where its links say otherwise."),
    "mode": N_("Whether links move the task, or it stays where it was put by hand."),
    "manual_start": N_("Where a task that is scheduled by hand was put."),
    "manual_finish": N_("Until when a task that is scheduled by hand was put."),
    "external_start": N_("Before this, what another project delivers does not let the task start."),
    "external_finish": N_("After this, another project that waits for the task is late."),
    "calendar": N_("Working time of this task alone; otherwise that of the project counts."),
    "effective_calendar": N_("The working time by which the task is really planned."),
    "ignore_resource_calendar": N_("Leave of those who work on it does not delay the task."),
    "estimated": N_("The duration is still a guess; it shows with a question mark."),
    "milestone": N_("A moment, not work: it takes no time."),
    "actual_start": N_("When work really began. From then on links do not move the start."),
    "actual_finish": N_("When the task was really finished."),
    "remaining_duration": N_("Working time that is still to come."),
    "stop": N_("Up to here the task was worked on before it was interrupted."),
    "resume": N_("From here on the rest of the work goes on."),
    "parts": N_("How many parts the task has; between them work rests."),
    "work": N_("Hours of people and equipment in all: duration × units."),
    "actual_work": N_("Hours that were worked."),
    "remaining_work": N_("Hours that are still to be worked."),
    "overtime_work": N_("Hours of the work that lie outside working time, and cost as such."),
    "task_type": N_("Which of units, work and duration stays when another one changes."),
    "effort_driven": N_("People who join share the work that is left, so that it takes less time."),
    "level_of_effort": N_("Support that lasts as long as what it is linked to; it is never critical."),
    "active": N_("An inactive task stays in the plan, but counts for nothing."),
    "priority": N_("Which task keeps its place when resources are levelled: 1000 first, 0 last."),
    "levelling_delay": N_("How long levelling holds the task back behind its links."),
    "overloaded": N_("Whether somebody on the task has more to do than time, while it lasts."),
    "cost": N_("Cost of those who work on it, and fixed cost."),
    "fixed_cost": N_("Cost that nobody's work explains, such as a licence."),
    "fixed_cost_accrual": N_("When the fixed cost falls due: at the start, at the end, or bit by bit."),
    "actual_cost": N_("What was spent by now."),
    "remaining_cost": N_("What is still to be spent."),
    "baseline_start": N_("The start that was agreed."),
    "baseline_finish": N_("The finish that was agreed."),
    "start_variance": N_("Working time by which it starts later than agreed; below nought, earlier."),
    "finish_variance": N_("Working time by which it finishes later than agreed; below nought, earlier."),
    "duration_variance": N_("Working time by which it takes longer than agreed."),
    "work_variance": N_("Hours more than agreed."),
    "cost_variance": N_("Cost more than agreed."),
    "pv": N_("Planned value: what should have been done by the status date, at agreed cost."),
    "ev": N_("Earned value: what was done by the status date, at agreed cost."),
    "ac": N_("Actual cost: what was spent by the status date."),
    "sv": N_("Schedule variance, EV − PV: below nought, less was done than planned."),
    "cv": N_("Cost variance, EV − AC: below nought, it cost more than it is worth."),
    "spi": N_("Schedule performance, EV ÷ PV: below 1, slower than planned."),
    "cpi": N_("Cost performance, EV ÷ AC: below 1, dearer than planned."),
    "bac": N_("Budget at completion: the agreed cost."),
    "eac": N_("Estimate at completion: what it will cost if it goes on like this."),
    "etc": N_("Estimate to complete: what is still to be spent."),
    "vac": N_("Variance at completion, BAC − EAC."),
    "tcpi": N_("The cost performance that is needed from now on to keep the budget."),
    "ev_method": N_("By what the value of a task under way is measured."),
    "optimistic": N_("Duration if all goes well; with the pessimistic one it gives the expected duration (PERT)."),
    "pessimistic": N_("Duration if much goes wrong; with the optimistic one it gives the expected duration (PERT)."),
    "expected": N_("What the duration comes to on average: (optimistic + 4 × duration + pessimistic) ÷ 6."),
    "deviation": N_("How far the duration will usually be off: (pessimistic − optimistic) ÷ 6, one standard "
                    "deviation."),
    "owner": N_("Who answers for the task, whoever works on it."),
    "deliverable": N_("What is there when the task is done."),
    "audience": N_("Who may read the task in reports and files: private, the team, or the client."),
}  # fmt: skip


def meaning_of(key: str) -> str:
    """The sentence in the language of the interface; empty where a title says it all."""
    return tr(MEANINGS[key]) if key in MEANINGS else ""
