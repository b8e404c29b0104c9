"""Other words for commands, by which the palette finds them too: those of other programs, and everyday ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QAction

from desktop.i18n import CHINESE, RESOURCES, read_entries, source_text, words

PLAIN = "plain"
"""Property of an action whose text changes: what it is called in general."""
SOURCE = "source"
"""Property of an action whose text is put together: the English text that it is made of."""

WORDS: Mapping[str, str] = {
    "Capture a baseline…": "set baseline, save baseline, 设置基准, 设置基线, 保存基线, 基线, 基准计划",
    "Baselines": "基线",
    "Compare with the baseline": "variance, tracking gantt, 基线, 跟踪甘特图",
    "The chart as a picture…": "save picture, export image, png, svg, screenshot, 保存图片, 导出图片, 截图",
    "Print the plan…": "pdf, page setup, print preview, 打印预览, 页面设置",
    "Export for other programs…": "save as, microsoft project, excel, xml, csv, 另存为, 导出",
    "Import a table…": "open excel, csv, xlsx, 导入",
    "Save a copy…": "save as, 另存为",
    "Make a restore point": "save, snapshot, backup, 保存, 备份",
    "Restore points and backups…": "versions, revert, 版本, 恢复",
    "Level resources…": "levelling, leveling, smoothing, 调配, 平衡, 资源平衡",
    "Link tasks": "predecessor, dependency, 关联, 前置任务, 紧前",
    "Unlink tasks": "remove dependency, 取消关联",
    "Indent": "demote, subtask, 升降级, 子任务",
    "Outdent": "promote",
    "Expand all": "show all subtasks, outline, 大纲, 所有子任务",
    "Collapse all": "hide subtasks, outline, 大纲",
    "Show outline level {n}": "outline level, expand to level, subtasks, 大纲级别, 大纲层次, 展开到",
    "Fit the plan": "entire project, whole plan, zoom all, 完整项目, 整个项目",
    "Reckon again": "calculate project, recalculate, 重算, 计算项目",
    "Reschedule unfinished work": "update project, move, 更新项目",
    "As planned by the status date": "mark on track, update tasks, on schedule, 跟踪时标记, 按进度, 更新任务",
    "Progress of the whole plan as planned": "mark on track, update project, on schedule, 按计划更新, 更新项目",
    "Status date…": "reporting date, data date, update as of, 状态日期, 数据日期, 报告日期",
    "Try something out (what-if)": "scenario, variant, simulate, what if, 方案, 情景, 假设, 模拟",
    "Release the date": "remove constraint, unpin, as soon as possible, 取消限制, 越早越好",
    "Dates against the links…": "conflict, scheduling conflict, planning wizard, 冲突, 日程冲突, 计划向导",
    "Against the plan": "progress line, front line, 前锋线, 进度线",
    "Against the baseline": "progress line, front line, 前锋线, 进度线",
    "Insert a module…": "template, fragment, subproject, reuse, insert subproject, 模板, 片段, 子项目, 复用",
    "Save as a module…": "template, fragment, reuse, 模板, 片段, 复用",
    "Milestone": "mark as milestone, zero duration",
    "Schedule by hand": "manually schedule, auto schedule, 手动计划, 自动计划",
    "Calendars and working time…": "change working time, holidays, shifts, 更改工作时间, 班次",
    "Find": "search, 搜索",
    "Show all tasks": "clear filter, no filter, 清除筛选",
    "Group": "group by, 分组依据",
    "Choose columns…": "insert column, hide column, fields, 域, 字段",
    "Why is it there?": "task inspector, task drivers, explain, 任务检查器, 任务驱动",
    "Paths to this task": "task path, driving predecessors, 任务路径",
    "Findings in the plan…": "check, errors, health, warnings, 检查, 错误",
    "Split the task…": "interrupt, 中断",
    "Preferences…": "options, settings, 选项, 设置",
    "Keyboard shortcuts": "hotkeys, keys, 热键, 键盘",
    "Mouse and keys": "help, gestures, how to, 帮助, 操作说明",
    "Larger text": "zoom interface, font size, 字号",
    "Undo history": "undo list, 撤销",
    "Undo": "撤销",
}
"""By the English text of the command; phrases parted by commas, in both languages."""


def phrases_of(source: str) -> tuple[str, ...]:
    """The phrases for a command by its English text."""
    return tuple(phrase.strip() for phrase in WORDS.get(source, "").split(",") if phrase.strip())


@lru_cache
def english_texts() -> dict[str, str]:
    """English texts by their Chinese."""
    return {text: source_text(key) for key, text in read_entries(RESOURCES / "i18n" / f"{CHINESE}.ts").items()}


def english_of(action: QAction) -> str:
    """The English text of a command, or its own where that is not known."""
    source, text = action.property(SOURCE), str(action.property(PLAIN) or action.text())
    return str(source) if source else english_texts().get(text, text) if words().is_chinese else text
