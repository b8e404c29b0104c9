"""Which column means what: titles in both languages, and those that other programs and other people write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from desktop.domain.plan import Task
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.tables import REGISTERS, TASKS
from desktop.i18n import LANGUAGES, N_, catalog

LOOKED_AT = 12
"""Rows at the top among which the header is looked for: people write a title above it."""
_TITLES = {
    "wbs": N_("WBS code"), "level": N_("Outline level"), "name": N_("Task name"), "duration": N_("Duration"),
    "start": N_("Start"), "finish": N_("Finish"), "predecessors": N_("Predecessors"), "resources": N_("Resources"),
    "percent_complete": N_("% complete"),
}  # fmt: skip
_ROW = N_("Row number in the file")
_SYNONYMS = {
    "row": "id 标识号 序号 编号 no. #",
    "wbs": "wbs wbs编码 wbs代码 大纲数字 outlinenumber",
    "level": "outlinelevel 大纲级别 大纲级 level 级别 层级",
    "name": "taskname name task activityname activity 任务名称 名称 任务 工作名称 活动名称 工作内容 作业名称",
    "duration": "duration originalduration 工期 持续时间 计划工期 工期(天) 原定工期",
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
_ANYWHERE = {
    "number": "id no no. # 编号 序号 号码 number code",
    "status": "status state 状态 当前状态 处理状态",
    "owner": "owner assignee responsible assignedto 负责人 责任人 经办人 跟进人 主责人",
    "due": "due duedate deadline targetdate 截止日期 完成期限 到期日 要求完成日期 计划完成日期 期限",
    "target": "due duedate deadline target 截止日期 完成期限 计划解决日期",
    "needed_by": "due deadline 截止日期 决策期限", "subject": "subject title topic 主题 标题 事项",
    "priority": "priority 优先级 紧急程度", "category": "category type 类别 分类",
    "tags": "tags labels 标签", "raised_on": "raised opened created dateraised 提出日期 提出时间 发现日期",
    "title": "title name subject summary 标题 名称 事项 主题 内容", "detail": "details description 描述 详情 说明",
    "name": "name fullname 姓名 名称", "email": "email mail e-mail 邮箱 电子邮箱 电子邮件",
    "phone": "phone mobile telephone tel 电话 手机 联系电话 联系方式", "organisation": "company organization 单位 公司",
    "job_title": "jobtitle position 职务 职位", "role": "role 角色 项目角色", "wechat": "wechat 微信 微信号",
    "place": "location where 地点", "participants": "attendees participants 参与人 参加人 与会人员",
    "event": "risk riskevent riskdescription description 风险 风险描述 风险名称 风险事件",
    "cause": "cause 原因 风险原因", "effect": "effect consequence impactdescription 后果 影响描述",
    "probability": "probability likelihood 概率 可能性 发生概率",
    "response": "response mitigation responseplan 应对措施 应对", "strategy": "strategy 应对策略 策略",
    "problem": "issue problem description 问题 问题描述", "resolution": "resolution solution 解决方案 处理结果",
    "happened_at": "date when 日期 时间 联系时间", "starts_at": "date when 日期 时间 会议时间",
    "question": "question 决策问题", "outcome": "outcome 决定 决策结果", "evidence": "evidence 证据",
}  # fmt: skip
"""What other registers call their columns, where a record type has such a field."""


def fields_of(key: str) -> dict[str, str]:
    """What a column of the list ``key`` can be, with translatable titles, in the order of its form."""
    if key == TASKS:
        plain = {name: Task.info.specs[name].title for name in PLAIN}
        return {"row": _ROW, **_TITLES, **plain}
    info = RECORD_TYPES[key].info
    return {"number": info.specs["number"].title} | {spec.name: spec.title for spec in info.columns()}


def required_of(key: str) -> tuple[str, ...]:
    """Fields without a column of which nothing can be read."""
    return ("name",) if key == TASKS else (RECORD_TYPES[key].info.name_field,)


def guessed(header: Sequence[str], key: str = TASKS) -> dict[int, str]:
    """The field of every column whose title is known; of two with one meaning the first."""
    own, known = _titles_of(key), _known(key)
    found: dict[int, str] = {}
    for names in (own, known):  # what we write ourselves goes before what others may mean
        for column, title in enumerate(header):
            name = names.get(folded(title))
            if name and column not in found and name not in found.values():
                found[column] = name
    return dict(sorted(found.items()))


def guessed_key(rows: Sequence[Sequence[str]], title: str = "") -> str:
    """The list that a sheet holds: named by its title, else the one that knows most of its columns."""
    for key in (TASKS, *REGISTERS):
        info = RECORD_TYPES[key].info
        names = {folded(catalog(language)(text)) for language in LANGUAGES for text in (info.title, info.plural)}
        if folded(title) in names:
            return key
    scores = {key: _score(rows, key) for key in (TASKS, *REGISTERS)}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] > scores[TASKS] else TASKS


def header_of(rows: Sequence[Sequence[str]], key: str) -> int:
    """Position of the header: the row, among the first, that has most titles that are known."""
    counts = [len(guessed(row, key)) for row in rows[:LOOKED_AT]]
    return max(range(len(counts)), key=lambda at: counts[at], default=0)


def _score(rows: Sequence[Sequence[str]], key: str) -> int:
    """How many titles are known; a list that cannot be read for want of a name knows none."""
    header = guessed(rows[header_of(rows, key)], key) if rows else {}
    return len(header) if set(required_of(key)) <= set(header.values()) else 0


@cache
def _titles_of(key: str) -> dict[str, str]:
    """Our own titles, in both languages."""
    known: dict[str, str] = {}
    for language in LANGUAGES:
        words = catalog(language)
        for name, title in fields_of(key).items():
            known.setdefault(folded(words(title)), name)
    return known


@cache
def _known(key: str) -> dict[str, str]:
    known: dict[str, str] = {}
    fields = fields_of(key)
    for name, titles in (_SYNONYMS if key == TASKS else _ANYWHERE).items():
        for title in titles.split() if name in fields else ():
            known.setdefault(folded(title), name)
    if key != TASKS:  # the name of the list stands for the name of its records: "Risk", 风险
        info = RECORD_TYPES[key].info
        known |= {folded(catalog(language)(info.title)): info.name_field for language in LANGUAGES}
    return known


def folded(title: str) -> str:
    """``title`` without what two people write differently."""
    return re.sub(r"[\s_*]", "", title).casefold().translate(str.maketrans("（）％：", "()%:")).rstrip(":")
