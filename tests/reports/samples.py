"""A client project with something in every register, as of a Friday in June 2026."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.communication import Action, Communication, Decision
from desktop.domain.control import Issue
from desktop.domain.people import Client, Person
from desktop.domain.plan import (
    Assignment,
    Baseline,
    BaselineTask,
    Calendar,
    Dependency,
    ProjectProfile,
    Resource,
    Task,
    WeekDay,
)
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.risks import Risk

AS_OF = dt.date(2026, 6, 12)
WORKDAY = "08:00-12:00 13:00-17:00"
DAY = 480


def day(month: int, number: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, month, number, hour)


PEOPLE = {
    "chen": {"name": "陈思远", "side": "ours", "role": "项目经理 Project manager"},
    "li": {"name": "李佳宁", "side": "ours", "role": "技术负责人"},
    "wang": {"name": "王建国", "side": "client", "role": "信息部主任"},
    "zhao": {"name": "赵敏", "side": "client", "role": "仓储经理"},
    "smith": {"name": "Helen Smith", "side": "supplier", "role": "Delivery lead, ScanTech Ltd"},
}

# name, parent, days, predecessor, per cent, milestone, deliverable
TASKS: tuple[tuple[str, str, str, int, str, int, bool, str], ...] = (
    ("p1", "", "启动与需求 Initiation and requirements", 0, "", 0, False, ""),
    ("t1", "p1", "项目启动会 Kick-off", 1, "", 100, False, ""),
    ("t2", "p1", "现场调研 Site survey of three warehouses", 8, "t1", 100, False, "三个仓库的现状报告 As-is report"),
    ("t3", "p1", "需求规格说明书 Requirements specification", 10, "t2", 100, False, ""),
    ("m1", "p1", "需求确认 Requirements signed off", 0, "t3", 100, True, ""),
    ("p2", "", "设计 Design", 0, "", 0, False, ""),
    ("t4", "p2", "总体方案 Solution design", 10, "m1", 100, False, ""),
    ("t5", "p2", "接口设计（ERP、WMS、手持终端）Interface design", 8, "t4", 60, False, ""),
    ("t6", "p2", "数据迁移方案 Data migration plan", 6, "t4", 50, False, ""),
    ("m2", "p2", "方案评审通过 Design approved by the steering committee", 0, "t5,t6", 0, True, ""),
    ("p3", "", "实施 Build", 0, "", 0, False, ""),
    ("t7", "p3", "入库模块配置 Inbound module", 15, "m2", 0, False, ""),
    ("t8", "p3", "出库与拣选模块 Outbound and picking", 18, "m2", 0, False, ""),
    ("t9", "p3", "手持终端程序 Handheld application", 20, "m2", 0, False, ""),
    ("t10", "p3", "系统联调 Integration test", 10, "t7,t8,t9", 0, False, ""),
    ("m3", "p3", "联调完成 Integration complete", 0, "t10", 0, True, ""),
    ("p4", "", "上线 Go-live", 0, "", 0, False, ""),
    ("t11", "p4", "用户培训 User training", 5, "m3", 0, False, ""),
    ("t12", "p4", "用户验收测试 User acceptance test", 8, "m3", 0, False, ""),
    ("t13", "p4", "数据迁移与切换 Migration and cut-over", 3, "t12,t11", 0, False, ""),
    ("m4", "p4", "一号仓上线 Warehouse 1 live", 0, "t13", 0, True, ""),
)


def plan_records() -> list[Record]:
    """Tasks, links, resources and a baseline that is two to four days earlier than the plan."""
    found: list[Record] = []
    links = 0
    for row, (key, parent, name, days, before, percent, milestone, deliverable) in enumerate(TASKS):
        actual = key in {"t1", "t2", "t3", "m1", "t4"}
        dates = ACTUALS.get(key, (None, None))
        found.append(
            Task(
                id=key, number=row + 1, name=name, parent=parent or None, rank=row * 100, duration=days * DAY,
                milestone=milestone, percent_complete=percent, deliverable=deliverable,
                actual_start=dates[0], actual_finish=dates[1] if actual else None, owner="li",
                deadline=day(9, 30, 17) if key == "m4" else None, fixed_cost=days * 480_000 or None,
                actual_cost=days * 510_000 if actual and days else None,
                notes="Internal calculation, never for the client.",
                # A day less than the rest of its eight days: 2.2 from Monday on, after the evening of the status date.
                remaining_duration=1056 if key == "t5" else None,
            )
        )  # fmt: skip
        for predecessor in filter(None, before.split(",")):
            links += 1
            found.append(Dependency(id=f"d{links}", number=links, predecessor=predecessor, successor=key))
    found += [
        Resource(id="res1", number=1, name="李佳宁", person="li"),
        Resource(id="res2", number=2, name="开发组 Developers", max_units=300),
        Assignment(id="as1", number=1, task="t5", resource="res1"),
        Assignment(id="as2", number=2, task="t9", resource="res2", units=200),
    ]
    return found


ACTUALS = {
    "t1": (day(4, 13), day(4, 13, 17)),
    "t2": (day(4, 14), day(4, 23, 17)),
    "t3": (day(4, 24), day(5, 12, 17)),
    "m1": (day(5, 12, 17), day(5, 12, 17)),
    "t4": (day(5, 13), day(6, 9, 17)),
    "t5": (day(6, 3), None),
    "t6": (day(6, 4), None),
}

BASELINE = {
    "t1": (day(4, 13), day(4, 13, 17)), "t2": (day(4, 14), day(4, 23, 17)), "t3": (day(4, 24), day(5, 8, 17)),
    "m1": (day(5, 8, 17), day(5, 8, 17)), "t4": (day(5, 11), day(5, 22, 17)), "t5": (day(5, 25), day(6, 10, 17)),
    "t6": (day(5, 25), day(6, 1, 17)), "m2": (day(6, 10, 17), day(6, 10, 17)), "t7": (day(6, 11), day(7, 1, 17)),
    "t8": (day(6, 11), day(7, 6, 17)), "t9": (day(6, 11), day(7, 8, 17)), "t10": (day(7, 9), day(7, 22, 17)),
    "m3": (day(7, 22, 17), day(7, 22, 17)), "t11": (day(7, 23), day(7, 29, 17)), "t12": (day(7, 23), day(8, 3, 17)),
    "t13": (day(8, 4), day(8, 6, 17)), "m4": (day(8, 6, 17), day(8, 6, 17)),
}  # fmt: skip

RISKS: tuple[dict[str, Any], ...] = (
    {
        "event": "手持终端交付推迟 Handheld devices arrive late", "cause": "供应商芯片短缺，交期已两次调整",
        "effect": "联调推迟两周，旺季前无法上线", "category": "supplier", "probability": 4, "impact_schedule": 5,
        "proximity": "1m", "strategy": "mitigate", "response": "向第二家供应商租用 20 台；每周一确认交期",
        "owner": "li", "status": "responding", "next_review": dt.date(2026, 6, 19), "audience": "client",
    },
    {
        "event": "The ERP interface of the client is undocumented", "cause": "The former integrator left none",
        "effect": "rework of the interfaces and a longer integration test", "category": "technical",
        "probability": 3, "impact_schedule": 4, "impact_cost": 3, "proximity": "now", "strategy": "avoid",
        "response": "Workshop with the ERP team; record the messages of one week before design ends",
        "owner": "chen", "status": "responding", "next_review": dt.date(2026, 6, 16), "audience": "client",
    },
    {
        "event": "仓库主数据质量不足", "cause": "货位编码多年未清理", "effect": "迁移后库存差异",
        "category": "data", "probability": 3, "impact_quality": 3, "proximity": "3m", "strategy": "mitigate",
        "response": "七月前清理；迁移前抽样核对 5%", "owner": "zhao", "status": "watching",
        "next_review": dt.date(2026, 7, 1), "audience": "client",
    },
    {
        "event": "Second warehouse may join the pilot", "kind": "opportunity", "category": "scope", "probability": 2,
        "impact_schedule": 3, "proximity": "later", "strategy": "enhance", "response": "Keep the configuration generic",
        "owner": "chen", "status": "assessed", "audience": "client",
    },
    {
        "event": "关键用户在旺季抽不出时间培训", "cause": "旺季加班", "effect": "验收走过场", "category": "client",
        "probability": 2, "impact_quality": 4, "proximity": "3m", "strategy": "accept", "owner": "wang",
        "status": "assessed", "audience": "client", "next_review": dt.date(2026, 7, 10),
    },
    {
        "event": "Old scanner licences expire", "category": "legal", "probability": 2, "impact_cost": 2,
        "status": "closed", "strategy": "transfer", "owner": "smith", "audience": "client",
    },
    {
        "event": "我方架构师可能离职 Our architect may leave", "cause": "猎头接触", "effect": "设计返工",
        "category": "resource", "probability": 3, "impact_schedule": 5, "strategy": "mitigate", "owner": "chen",
        "response": "留任谈话", "status": "responding", "audience": "team",
    },
)  # fmt: skip

ACTIONS: tuple[dict[str, Any], ...] = (
    {
        "title": "提供 ERP 接口测试账号 Provide ERP test accounts", "side": "client", "owner": "wang",
        "promised_to": "li", "due": dt.date(2026, 6, 5), "original_due": dt.date(2026, 5, 29), "redated": 1,
        "priority": "urgent",
        "status": "in_progress", "audience": "client",
    },
    {
        "title": "确认仓库一的旺季窗口期", "detail": "给出八月可停产切换的两个周末", "side": "client", "owner": "zhao",
        "due": dt.date(2026, 6, 10), "priority": "high", "audience": "client",
    },
    {
        "title": "Send the interface specification, version 0.9", "side": "us", "owner": "li", "promised_to": "wang",
        "due": dt.date(2026, 6, 11), "priority": "high", "status": "blocked",
        "blocked_by": "Waits for the test accounts", "audience": "client",
    },
    {
        "title": "编制培训计划", "side": "us", "owner": "chen", "due": dt.date(2026, 6, 26), "audience": "client",
    },
    {
        "title": "Confirm the delivery date of 60 handheld devices", "side": "third_party", "owner": "smith",
        "due": dt.date(2026, 6, 19), "audience": "client",
    },
    {
        "title": "交付现状报告", "side": "us", "owner": "li", "due": dt.date(2026, 4, 24), "status": "done",
        "done_on": dt.date(2026, 4, 23), "evidence": "邮件 2026-04-23", "audience": "client",
    },
    {
        "title": "Recalculate our margin", "side": "us", "owner": "chen", "due": dt.date(2026, 6, 1),
        "audience": "team",
    },
)  # fmt: skip

DECISIONS: tuple[dict[str, Any], ...] = (
    {
        "title": "手持终端型号 Handheld model", "question": "采用 ScanTech T5 还是沿用现有型号？",
        "recommendation": "采用 T5：扫描速度快 40%，三年总成本低 12%", "needed_by": dt.date(2026, 6, 10),
        "decision_maker": "wang", "consequence": "每推迟一周，上线推迟一周", "audience": "client",
    },
    {
        "title": "Cut-over weekend", "question": "Which weekend may warehouse 1 stand still?",
        "recommendation": "8–9 August", "needed_by": dt.date(2026, 6, 19), "decision_maker": "zhao",
        "consequence": "The next window is after the season, in November", "audience": "client",
    },
    {
        "title": "项目范围不含二号仓", "outcome": "一期只上线一号仓", "rationale": "控制旺季风险", "status": "decided",
        "decided_on": dt.date(2026, 4, 30), "decision_maker": "wang", "confirmation": "confirmed", "audience": "client",
    },
)  # fmt: skip

ISSUES: tuple[dict[str, Any], ...] = (
    {
        "problem": "测试环境磁盘已满，接口联调中断 The test server is full and stops the interface test",
        "category": "technical", "severity": "high", "raised_on": dt.date(2026, 6, 9), "owner": "li",
        "target": dt.date(2026, 6, 16), "response_status": "at_risk", "response": "客户信息部扩容 500 GB；临时清理日志",
        "audience": "client",
    },
    {
        "problem": "Two of five key users were absent from the design review", "category": "scope",
        "severity": "medium",
        "raised_on": dt.date(2026, 5, 28), "owner": "zhao", "target": dt.date(2026, 6, 8), "response": "Second session",
        "audience": "client",
    },
)  # fmt: skip

CONTACTS: tuple[dict[str, Any], ...] = (
    {
        "happened_at": day(6, 11, 14), "channel": "meeting", "participants": ("chen", "wang", "zhao"),
        "subject": "第八次项目例会 Status meeting 8",
        "shared_note": "一、接口测试账号仍未开通，王主任答应本周内解决。\n"
        "二、确认手持终端选型需要在下周指导委员会上决定。",
        "private_note": "王主任对费用很敏感。", "follow_up": dt.date(2026, 6, 15), "audience": "client",
    },
    {
        "happened_at": day(6, 9, 10), "channel": "call", "direction": "incoming", "participants": ("smith", "li"),
        "subject": "Delivery of handheld devices", "shared_note": "ScanTech expects the chips in week 26.",
        "follow_up": dt.date(2026, 6, 10), "audience": "client",
    },
    {
        "happened_at": day(6, 4, 9), "channel": "email", "direction": "outgoing", "participants": ("chen", "wang"),
        "subject": "正式通知：测试账号延误", "shared_note": "按合同第 5.2 条书面提醒。", "formal_notice": True,
        "follow_up": dt.date(2026, 6, 8), "follow_up_done": True, "audience": "client",
    },
)  # fmt: skip


def make_project(**profile: Any) -> Project:
    """The project; ``profile`` replaces fields of its own record."""
    facts: dict[str, Any] = {
        "name": "华东仓储管理系统升级 East China WMS upgrade", "project_code": "HD-2026", "client": "cl",
        "phase": "executing",
        "manager": "chen", "client_manager": "zhao", "sponsor": "wang", "start": day(4, 13), "status_date": AS_OF,
        "calendar": "cal", "contract": "fixed_price", "budget": 96_000_000, "contingency": 8_000_000,
        "tolerance_days": 5, "report_number": 7,
    }  # fmt: skip
    records: list[Record] = [
        ProjectProfile(id="prj", number=1, **(facts | profile)),
        Client(id="cl", number=1, name="华东物流集团 East China Logistics", health="strained"),
        Calendar(id="cal", number=1, name="五天制", week=tuple(WeekDay(weekday=n, bands=WORKDAY) for n in range(5))),
        *(Person(id=key, number=n, **facts) for n, (key, facts) in enumerate(PEOPLE.items(), 1)),
        *plan_records(),
        Baseline(
            id="bl", number=1, name="合同基准", taken_at=day(4, 10),
            tasks=tuple(
                BaselineTask(task=key, start=start, finish=finish, cost=1_000_000)
                for key, (start, finish) in BASELINE.items()
            ),
        ),
    ]  # fmt: skip
    registers = {Risk: RISKS, Action: ACTIONS, Decision: DECISIONS, Issue: ISSUES, Communication: CONTACTS}
    for kind, many in registers.items():
        records += [kind(id=f"{kind.info.key}{n}", number=n, **facts) for n, facts in enumerate(many, 1)]
    return Project(records)
