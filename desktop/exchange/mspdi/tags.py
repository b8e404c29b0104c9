"""Which elements of MSPDI we model, which follow from others, and which say nothing at their usual value.

Everything else is kept as it is.
"""

from __future__ import annotations

TASK_KNOWN = frozenset(
    {
        "UID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Priority",
        "Start", "Finish", "Duration", "DurationFormat", "ManualStart", "ManualFinish", "ManualDuration", "Work",
        "Stop", "Resume", "EffortDriven", "Estimated", "Milestone", "Summary", "FixedCost", "PercentComplete",
        "ActualStart", "ActualFinish", "ActualDuration", "ActualCost", "ActualWork", "RemainingDuration",
        "ConstraintType", "CalendarUID", "ConstraintDate", "Deadline", "LevelingDelay", "LevelingDelayFormat",
        "IgnoreResourceCalendar", "Notes", "PhysicalPercentComplete", "PredecessorLink", "Baseline",
        "FixedCostAccrual", "EarnedValueMethod",
    }
)  # fmt: skip
TASK_DERIVED = frozenset(
    {
        "ResumeValid", "OverAllocated", "Critical", "EarlyStart", "EarlyFinish", "LateStart", "LateFinish",
        "StartVariance", "FinishVariance", "WorkVariance", "FreeSlack", "TotalSlack", "StartSlack", "FinishSlack",
        "PercentWorkComplete", "Cost", "OvertimeCost", "OvertimeWork", "ActualOvertimeCost", "ActualOvertimeWork",
        "RegularWork", "RemainingCost", "RemainingWork", "RemainingOvertimeCost", "RemainingOvertimeWork", "ACWP",
        "CV", "SV", "BCWS", "BCWP", "WBSLevel", "DisplayAsSummary", "FreeformDurationFormat",
    }
)  # fmt: skip
"""Computed again by whoever opens the file; kept by nobody."""
TASK_DEFAULTS = {
    "Recurring": "0", "IsSubproject": "0", "IsSubprojectReadOnly": "0", "ExternalTask": "0", "LevelAssignments": "1",
    "LevelingCanSplit": "1", "HideBar": "0", "Rollup": "0", "IsPublished": "1",
    "CommitmentType": "0", "ActualWorkProtected": "PT0H0M0S", "ActualOvertimeWorkProtected": "PT0H0M0S",
}  # fmt: skip
BASELINE_KNOWN = frozenset({"Number", "Start", "Finish", "Duration", "Work", "Cost"})
BASELINE_DEFAULTS = {"DurationFormat": "7", "Interim": "0", "EstimatedDuration": "0"}
SILENT = frozenset(
    {
        "GUID", "CreateDate", "CreationDate", "Rollup", "HideBar", "LevelAssignments",
        "LevelingCanSplit", "CanLevel", "WorkGroup", "IsEnterprise", "Recurring", "ExternalTask", "IsSubproject",
        "IsSubprojectReadOnly", "IsPublished",
    }
)  # fmt: skip
"""Kept without a word: no person misses them."""

RESOURCE_KNOWN = frozenset(
    {
        "UID", "ID", "Name", "Type", "IsNull", "Initials", "MaterialLabel", "Group", "EmailAddress", "MaxUnits",
        "StandardRate", "OvertimeRate", "CostPerUse", "CalendarUID", "Notes", "IsCostResource",
        "AccrueAt",
    }
)  # fmt: skip
RESOURCE_DERIVED = frozenset(
    {
        "PeakUnits", "OverAllocated", "Start", "Finish", "Work", "RegularWork", "OvertimeWork", "ActualWork",
        "RemainingWork", "ActualOvertimeWork", "RemainingOvertimeWork", "PercentWorkComplete", "Cost", "OvertimeCost",
        "ActualCost", "ActualOvertimeCost", "RemainingCost", "RemainingOvertimeCost", "WorkVariance", "CostVariance",
        "SV", "CV", "ACWP", "BCWS", "BCWP", "ActualWorkProtected", "ActualOvertimeWorkProtected",
    }
)  # fmt: skip
RESOURCE_DEFAULTS = {
    "WorkGroup": "0", "CanLevel": "1", "StandardRateFormat": "2", "OvertimeRateFormat": "2",
    "IsGeneric": "0", "IsInactive": "0", "IsEnterprise": "0", "BookingType": "0", "IsBudget": "0",
}  # fmt: skip
ASSIGNMENT_KNOWN = frozenset(
    {
        "UID", "TaskUID", "ResourceUID", "Units", "Work", "ActualWork", "OvertimeWork", "ActualOvertimeWork", "Delay",
        "LevelingDelay", "LevelingDelayFormat", "WorkContour", "Cost", "ActualCost", "TimephasedData",
        "CostRateTable",
    }
)  # fmt: skip
ASSIGNMENT_DERIVED = frozenset(
    {
        "PercentWorkComplete", "ActualFinish", "ActualOvertimeCost", "ActualStart", "ACWP",
        "CostVariance", "CV", "Finish", "FinishVariance", "WorkVariance", "Milestone", "Overallocated",
        "OvertimeCost", "PeakUnits", "RegularWork", "RemainingCost", "RemainingOvertimeCost",
        "RemainingOvertimeWork", "RemainingWork", "Start", "Stop", "Resume", "StartVariance", "Summary", "SV",
        "VAC", "BCWS", "BCWP", "ActualWorkProtected", "ActualOvertimeWorkProtected",
    }
)  # fmt: skip
ASSIGNMENT_DEFAULTS = {
    "Confirmed": "0", "HasFixedRateUnits": "1",
    "FixedMaterial": "0", "LinkedFields": "0", "ResponsePending": "0", "UpdateNeeded": "0", "BookingType": "0",
    "RateScale": "0",
}  # fmt: skip
