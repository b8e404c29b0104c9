"""Which column means what: titles in both languages, and those that other programs write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop.domain.plan import Task
from desktop.i18n import LANGUAGES, N_, catalog

Mapped = Mapping[int, str]
"""Field by the place of its column."""
_TITLES = {
    "wbs": N_("WBS code"), "level": N_("Outline level"), "name": N_("Task name"), "duration": N_("Duration"),
    "start": N_("Start"), "finish": N_("Finish"), "predecessors": N_("Predecessors"), "resources": N_("Resources"),
    "percent_complete": N_("% complete"),
}  # fmt: skip
_SYNONYMS = {
    "row": "id 标识号 序号 编号 no. #",
    "wbs": "wbs wbs编码 wbs代码 大纲数字 outlinenumber",
    "level": "outlinelevel 大纲级别 大纲级 level 级别 层级",
    "name": "taskname name task activityname 任务名称 名称 任务 工作名称 活动名称 工作内容",
    "duration": "duration originalduration 工期 持续时间 计划工期 工期(天)",
    "start": "start startdate 开始 开始时间 开始日期 计划开始 计划开始时间 plannedstart",
    "finish": "finish finishdate end enddate 完成 完成时间 完成日期 结束 结束时间 结束日期 计划完成 plannedfinish",
    "predecessors": "predecessors predecessor 前置任务 紧前任务 紧前工作 前置",
    "resources": "resourcenames resources resource assignedto 资源名称 资源 负责人员",
    "percent_complete": "%complete percentcomplete complete 完成百分比 %完成 进度 完成率 完成比例",
    "milestone": "milestone 里程碑", "deadline": "deadline 期限 最后期限", "notes": "notes note remarks 备注 说明",
    "deliverable": "deliverable 可交付成果 交付物", "priority": "priority 优先级",
    "constraint": "constrainttype constraint 限制类型 约束类型", "constraint_date": "constraintdate 限制日期 约束日期",
}  # fmt: skip
PLAIN = (
    "milestone", "deadline", "notes", "deliverable", "priority", "constraint", "constraint_date", "actual_start",
    "actual_finish", "mode", "active", "wbs_code", "work",
)  # fmt: skip
"""Fields of a task that are read as they are written."""


def guessed(header: Sequence[str]) -> dict[int, str]:
    """The field of every column whose title is known; of two with one meaning the first."""
    known = _known()
    found: dict[int, str] = {}
    for column, title in enumerate(header):
        name = known.get(_folded(title))
        if name and name not in found.values():
            found[column] = name
    return found


def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in LANGUAGES:
        words = catalog(language)
        known |= {_folded(words(title)): name for name, title in _TITLES.items()}
        for name in PLAIN:
            known.setdefault(_folded(words(Task.info.specs[name].title)), name)
    for name, titles in _SYNONYMS.items():
        for title in titles.split():
            known.setdefault(_folded(title), name)
    return known


def _folded(title: str) -> str:
    return re.sub(r"[\s_]", "", title).casefold().translate(str.maketrans("（）％", "()%"))
