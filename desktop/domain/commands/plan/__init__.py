"""Commands on the plan: outline, dates and progress, links, resources, baselines, calendars."""

from desktop.domain.commands.plan.assignments import AddToTask, AssignResources, ReplaceResource, TakeFromTask
from desktop.domain.commands.plan.baselines import CaptureBaseline
from desktop.domain.commands.plan.calendars import ApplyHolidays
from desktop.domain.commands.plan.dates import (
    AS_BEFORE,
    FINISH_NO_EARLIER,
    FINISH_ON,
    LOGIC,
    MANUAL,
    NO_EARLIER,
    PIN,
    MoveTask,
    ResizeTask,
    SetDuration,
    SetManual,
    SetProgress,
    ToggleMilestone,
)
from desktop.domain.commands.plan.levelling import AcceptMoves, ClearLevelling
from desktop.domain.commands.plan.links import AddLink, LinkTasks, RejoinLink, SetLink, SetPredecessors, UnlinkTasks
from desktop.domain.commands.plan.moving import MoveDates, StretchTasks
from desktop.domain.commands.plan.on_track import ProgressAsPlanned
from desktop.domain.commands.plan.outline import (
    ABOVE,
    BELOW,
    CHILD,
    FIRST_CHILD,
    AddTask,
    DeleteTasks,
    IndentTasks,
    MoveTasks,
    OutdentTasks,
    ShiftTasks,
)
from desktop.domain.commands.plan.recurring import AddRecurringTask, ChangeRecurringTask, Repeated
from desktop.domain.commands.plan.releasing import ReleaseDates
from desktop.domain.commands.plan.rescheduling import RescheduleUnfinished
from desktop.domain.commands.plan.rules import task_consequences
from desktop.domain.commands.plan.splitting import JoinParts, PutPart, SplitTask
from desktop.domain.commands.plan.wbs import FreezeWbsCodes, SetWbsCodes

__all__ = [
    "ABOVE", "AS_BEFORE", "BELOW", "CHILD", "FINISH_NO_EARLIER", "FINISH_ON", "FIRST_CHILD", "LOGIC", "MANUAL",
    "NO_EARLIER", "PIN", "AcceptMoves", "AddLink", "AddRecurringTask", "AddTask", "AddToTask", "ApplyHolidays",
    "AssignResources", "CaptureBaseline", "ChangeRecurringTask", "ClearLevelling", "DeleteTasks", "FreezeWbsCodes",
    "IndentTasks", "JoinParts", "LinkTasks", "MoveDates", "MoveTask", "MoveTasks", "OutdentTasks",
    "ProgressAsPlanned", "PutPart", "RejoinLink", "ReleaseDates", "Repeated", "ReplaceResource",
    "RescheduleUnfinished", "ResizeTask", "SetDuration", "SetLink", "SetManual", "SetPredecessors", "SetProgress",
    "SetWbsCodes", "ShiftTasks", "SplitTask", "StretchTasks", "TakeFromTask", "ToggleMilestone", "UnlinkTasks",
    "task_consequences",
]  # fmt: skip
