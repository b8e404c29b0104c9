"""Builds ``chenghai.pilotage``, the sample project, from the tables below.

    python resources/samples/build.py

A consulting firm runs phase 1 of a data platform for a bank: planned, under way, a little late. All names
are invented. Private and internal texts are planted all over it; tests look for them in client reports.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.domain.baselines import captured
from desktop.domain.communication import Action, AgendaItem, Communication, Decision, Meeting, Option
from desktop.domain.control import Issue
from desktop.domain.people import Client, Person
from desktop.domain.plan import (
    Assignment, Baseline, Calendar, Dependency, ProjectProfile, Resource, Task, WeekDay,
)  # fmt: skip
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Record
from desktop.domain.reporting import DIMENSION, ReportMilestone, ReportRating, StatusReport
from desktop.domain.risks import Risk, RiskMove
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.holidays import china_exceptions

FILE = Path(__file__).with_name("chenghai.pilotage")
NAMESPACE = uuid.UUID("5f0c7a52-0d5c-4b8e-9f3e-6f1f0d7c1c11")
MADE = dt.datetime(2026, 8, 31, 9, 0)
TODAY = dt.date(2026, 11, 20)
DAY = 480


def identity(key: str) -> str:
    """The same id on every build."""
    return uuid.uuid5(NAMESPACE, key).hex


def day(text: str) -> dt.date:
    """``11-20`` of the project's year, or a full ISO day."""
    return dt.date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def at(text: str, hour: int = 8, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(hour, minute))


class Builder:
    """Collects records with running numbers and authorship."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self._numbers: dict[str, int] = {}

    def add(self, kind: type[Any], key: str, /, **fields: Any) -> str:
        number = self._numbers[kind.info.key] = self._numbers.get(kind.info.key, 0) + 1
        stamp = {"created_at": MADE, "created_by": "林浩", "changed_at": MADE, "changed_by": "林浩"}
        made = kind(**({"id": identity(f"{kind.info.key}/{key}"), "number": number} | stamp | fields))
        self.records.append(made)
        return str(made.id)


def ref(kind: str, key: str) -> str:
    return identity(f"{kind}/{key}")


PEOPLE = [
    # key, name, side, organisation, role, job title, power, interest, attitude now, wanted, channel
    ("lin", "林浩 Lin Hao", "ours", "衡远咨询 Hengyuan", "项目经理 Project manager", "高级顾问", 3, 5, "leading", "leading", "video"),
    ("wei", "魏宁 Wei Ning", "ours", "衡远咨询 Hengyuan", "数据架构师 Data architect", "首席架构师", 2, 5, "supportive", "supportive", "video"),
    ("anna", "Anna Keller", "ours", "衡远咨询 Hengyuan", "质量顾问 Quality adviser", "Partner", 4, 3, "supportive", "supportive", "email"),
    ("zhao", "赵敏 Zhao Min", "ours", "衡远咨询 Hengyuan", "开发负责人 Development lead", "技术经理", 2, 5, "supportive", "supportive", "wechat"),
    ("sun", "孙悦 Sun Yue", "ours", "衡远咨询 Hengyuan", "测试负责人 Test lead", "测试经理", 2, 4, "supportive", "supportive", "wechat"),
    ("chen", "陈国栋 Chen Guodong", "client", "澄海银行 Chenghai Bank", "发起人 Sponsor", "副行长", 5, 3, "supportive", "leading", "meeting"),
    ("huang", "黄丽华 Huang Lihua", "client", "澄海银行 Chenghai Bank", "客户项目经理 Client project manager", "科技部副总经理", 4, 5, "supportive", "leading", "wechat"),
    ("wu", "吴强 Wu Qiang", "client", "澄海银行 Chenghai Bank", "运维负责人 Operations", "数据中心主任", 4, 2, "resistant", "supportive", "call"),
    ("zhou", "周婷 Zhou Ting", "client", "澄海银行 Chenghai Bank", "零售业务代表 Retail banking", "零售部经理", 3, 4, "neutral", "supportive", "meeting"),
    ("ma", "马骏 Ma Jun", "client", "澄海银行 Chenghai Bank", "风险管理部代表 Risk management", "风险部高级经理", 4, 3, "neutral", "supportive", "email"),
    ("xu", "徐婳 Xu Hua", "client", "澄海银行 Chenghai Bank", "数据治理专员 Data governance", "主管", 2, 5, "leading", "leading", "wechat"),
    ("tang", "唐喆 Tang Zhe", "client", "澄海银行 Chenghai Bank", "信息安全 Information security", "安全官", 4, 2, "neutral", "neutral", "email"),
    ("li", "李堃 Li Kun", "client", "澄海银行 Chenghai Bank", "采购 Procurement", "采购经理", 3, 1, "unaware", "neutral", "email"),
    ("gao", "高翔 Gao Xiang", "supplier", "云帆科技 Yunfan Tech", "平台供应商 Platform supplier", "交付总监", 3, 3, "neutral", "supportive", "call"),
    ("olivia", "Olivia Brown", "other", "Meridian Audit", "外部审计 External audit", "Senior manager", 3, 2, "neutral", "neutral", "email"),
]  # fmt: skip

# key, parent, name, days (0 = milestone, None = summary), predecessors, resources, per cent done, actual start, owner
TASKS: list[tuple[str, str, str, float | None, str, str, int, str, str]] = [
    ("1", "", "项目启动 Initiation", None, "", "", 0, "", "lin"),
    ("1.1", "1", "合同签署 Contract signed", 0, "", "", 100, "08-31", "lin"),
    ("1.2", "1", "项目章程 Project charter", 5, "1.1", "lin", 100, "08-31", "lin"),
    ("1.3", "1", "相关方访谈 Stakeholder interviews", 8, "1.1", "lin wei", 100, "09-01", "lin"),
    ("1.4", "1", "启动会 Kick-off meeting", 1, "1.2 1.3", "lin huang", 100, "09-14", "lin"),
    ("1.5", "1", "章程批准 Charter approved", 0, "1.4", "", 100, "09-14", "chen"),
    ("2", "", "需求与现状 Requirements", None, "", "", 0, "", "wei"),
    ("2.1", "2", "业务需求调研 Business requirements", 10, "1.5", "wei zhou", 100, "09-15", "wei"),
    ("2.2", "2", "数据源盘点 Source inventory", 12, "1.5", "xu", 100, "09-15", "xu"),
    ("2.3", "2", "数据质量评估 Data quality assessment", 8, "2.2", "xu anna", 100, "10-09", "xu"),
    ("2.4", "2", "安全与合规要求 Security and compliance", 6, "2.1", "tang", 100, "09-29", "tang"),
    ("2.5", "2", "需求规格说明书 Requirements specification", 7, "2.1 2.3SS+2d", "wei", 100, "10-13", "wei"),
    ("2.6", "2", "需求评审 Requirements review", 2, "2.5 2.4", "wei huang", 100, "10-22", "huang"),
    ("2.7", "2", "需求基准确认 Requirements signed off", 0, "2.6", "", 100, "10-23", "huang"),
    ("3", "", "方案设计 Design", None, "", "", 0, "", "wei"),
    ("3.1", "3", "总体架构 Architecture", 8, "2.6", "wei", 100, "10-26", "wei"),
    ("3.2", "3", "数据标准 Data standards", 10, "2.3 2.6", "xu", 100, "10-26", "xu"),
    ("3.3", "3", "数据模型 Data model", 10, "3.1SS+4d", "wei xu", 90, "10-30", "wei"),
    ("3.4", "3", "接口设计 Interface design", 8, "3.1", "zhao", 70, "11-06", "zhao"),
    ("3.5", "3", "安全方案 Security design", 6, "3.1", "tang wei", 100, "11-05", "tang"),
    ("3.6", "3", "报表原型 Report prototypes", 7, "3.3SS+8d", "zhou zhao", 30, "11-16", "zhou"),
    ("3.7", "3", "设计评审 Design review", 2, "3.3 3.4 3.5", "wei huang wu", 0, "", "huang"),
    ("3.8", "3", "设计基准 Design baselined", 0, "3.7", "", 0, "", "chen"),
    ("4", "", "平台采购与环境 Platform and environments", None, "", "", 0, "", "gao"),
    ("4.1", "4", "招标与评标 Tender", 15, "2.1", "li", 100, "09-29", "li"),
    ("4.2", "4", "供应商合同 Supplier contract", 5, "4.1", "li", 100, "10-27", "li"),
    ("4.3", "4", "服务器到货 Hardware delivered", 20, "4.2", "gao", 60, "11-03", "gao"),
    ("4.4", "4", "机房与网络准备 Data centre and network", 10, "4.3FF", "wu", 40, "11-09", "wu"),
    ("4.5", "4", "平台安装 Platform installation", 6, "4.3 4.4", "gao rack", 0, "", "gao"),
    ("4.6", "4", "开发测试环境可用 Environments ready", 0, "4.5", "", 0, "", "wu"),
    ("5", "", "开发 Build", None, "", "", 0, "", "zhao"),
    ("5.1", "5", "数据采集 Ingestion", None, "", "", 0, "", "zhao"),
    ("5.1.1", "5.1", "核心系统接入 Core banking feed", 12, "3.8 4.6", "zhao dev", 0, "", "zhao"),
    ("5.1.2", "5.1", "信贷系统接入 Lending feed", 8, "5.1.1SS+4d", "dev", 0, "", "zhao"),
    ("5.1.3", "5.1", "外部数据接入 External data", 6, "5.1.1", "dev", 0, "", "zhao"),
    ("5.2", "5", "数据加工 Processing", None, "", "", 0, "", "zhao"),
    ("5.2.1", "5.2", "数据清洗规则 Cleansing rules", 8, "3.2 4.6", "xu dev", 0, "", "xu"),
    ("5.2.2", "5.2", "主题模型实现 Subject models", 15, "5.1.1SS+5d 5.2.1", "zhao dev", 0, "", "zhao"),
    ("5.2.3", "5.2", "指标计算 Metrics", 8, "5.2.2", "dev", 0, "", "zhao"),
    ("5.3", "5", "数据服务 Data services", None, "", "", 0, "", "zhao"),
    ("5.3.1", "5.3", "统一接口 Unified API", 10, "5.2.2SS+6d 3.4", "zhao", 0, "", "zhao"),
    ("5.3.2", "5.3", "经营看板 Management dashboards", 10, "3.6 5.2.3FS-3d", "dev", 0, "", "zhou"),
    ("5.4", "5", "开发完成 Build complete", 0, "5.1.2 5.1.3 5.3.1 5.3.2", "", 0, "", "zhao"),
    ("6", "", "测试 Test", None, "", "", 0, "", "sun"),
    ("6.1", "6", "测试方案 Test plan", 5, "3.7", "sun", 0, "", "sun"),
    ("6.2", "6", "测试数据脱敏 Masked test data", 6, "6.1 4.6", "sun xu", 0, "", "xu"),
    ("6.3", "6", "系统测试 System test", 10, "5.4 6.2", "sun", 0, "", "sun"),
    ("6.4", "6", "性能测试 Performance test", 5, "6.3SS+5d", "sun rack", 0, "", "sun"),
    ("6.5", "6", "安全测试 Security test", 5, "6.3SS+5d", "tang", 0, "", "tang"),
    ("6.6", "6", "用户验收测试 User acceptance test", 8, "6.3 6.4", "zhou ma", 0, "", "huang"),
    ("6.7", "6", "验收签字 Acceptance signed", 0, "6.5 6.6", "", 0, "", "chen"),
    ("7", "", "上线 Go-live", None, "", "", 0, "", "huang"),
    ("7.1", "7", "用户培训 User training", 6, "6.3", "anna zhou", 0, "", "anna"),
    ("7.2", "7", "数据迁移演练 Migration rehearsal", 4, "6.6FS-2d", "zhao wu", 0, "", "wu"),
    ("7.3", "7", "上线切换 Cut-over", 2, "7.2 6.7 7.1", "zhao wu", 0, "", "wu"),
    ("7.4", "7", "正式上线 Go-live", 0, "7.3", "", 0, "", "chen"),
    ("7.5", "7", "稳定运行支持 Hypercare", 15, "7.4", "zhao sun", 0, "", "zhao"),
    ("8", "", "收尾 Closing", None, "", "", 0, "", "lin"),
    ("8.1", "8", "知识移交 Handover", 5, "7.5FS-5d", "wei", 0, "", "wei"),
    ("8.2", "8", "经验教训 Lessons learned", 2, "7.5", "lin anna", 0, "", "lin"),
    ("8.3", "8", "结项报告 Closing report", 3, "8.1 8.2", "lin", 0, "", "lin"),
    ("8.4", "8", "项目结束 Project closed", 0, "8.3", "", 0, "", "chen"),
]  # fmt: skip

# What went otherwise than planned: task -> (actual start, actual finish or "", remaining days or None)
ACTUALS: dict[str, tuple[str, str, float | None]] = {
    "1.1": ("08-31", "08-31", None), "1.2": ("08-31", "09-04", None), "1.3": ("09-01", "09-11", None),
    "1.4": ("09-14", "09-14", None), "1.5": ("09-14", "09-14", None), "2.1": ("09-15", "09-28", None),
    "2.2": ("09-15", "10-08", None), "2.3": ("10-09", "10-19", None), "2.4": ("09-29", "10-12", None),
    "2.5": ("10-13", "10-21", None), "2.6": ("10-22", "10-23", None), "2.7": ("10-23", "10-23", None),
    "3.1": ("10-26", "11-05", None), "3.2": ("10-26", "11-09", None), "3.5": ("11-06", "11-18", None),
    "4.1": ("09-29", "10-26", None), "4.2": ("10-27", "11-02", None),
    "3.3": ("10-30", "", 2), "3.4": ("11-06", "", 3), "3.6": ("11-16", "", 5),
    "4.3": ("11-03", "", 12), "4.4": ("11-09", "", 7),
}  # fmt: skip

RESOURCES = [
    ("lin", "林浩 Lin Hao", "person", 100, "lin", 90000), ("wei", "魏宁 Wei Ning", "person", 100, "wei", 110000),
    ("anna", "Anna Keller", "person", 50, "anna", 180000), ("zhao", "赵敏 Zhao Min", "person", 100, "zhao", 85000),
    ("sun", "孙悦 Sun Yue", "person", 100, "sun", 70000), ("dev", "开发组 Developers", "person", 400, None, 60000),
    ("huang", "黄丽华 Huang Lihua", "person", 50, "huang", None), ("wu", "吴强 Wu Qiang", "person", 50, "wu", None),
    ("zhou", "周婷 Zhou Ting", "person", 50, "zhou", None), ("ma", "马骏 Ma Jun", "person", 30, "ma", None),
    ("xu", "徐婳 Xu Hua", "person", 100, "xu", None), ("tang", "唐喆 Tang Zhe", "person", 50, "tang", None),
    ("li", "李堃 Li Kun", "person", 50, "li", None), ("gao", "云帆科技 Yunfan Tech", "person", 200, "gao", None),
    ("rack", "测试服务器 Test servers", "equipment", 100, None, 20000),
]  # fmt: skip

RISKS: list[dict[str, Any]] = [
    dict(key="source", cause="核心系统历史数据缺少统一编码 Core data lacks common codes",
         event="数据清洗工作量超出估计 Cleansing takes far longer than estimated",
         effect="开发推迟两到三周 Build slips two to three weeks", category="data", probability=4, schedule=4, cost=3,
         proximity="1m", strategy="mitigate", response="先做三个主题的试清洗，按结果调整计划 Trial cleansing of three subjects first",
         trigger="试清洗错误率高于 5% Error rate above 5 %", owner="xu", status="responding", residual=(3, 3),
         tasks="5.2.1 5.2.2", review="11-27", audience="client",
         note="徐婳一个人扛着，客户没有第二个懂编码的人。"),
    dict(key="hardware", cause="进口部件清关时间不定 Customs clearance is unpredictable",
         event="服务器到货推迟 Servers arrive late", effect="测试环境不可用，开发等待 No environments, build waits",
         category="supplier", probability=3, schedule=5, cost=2, proximity="now", strategy="transfer",
         response="合同约定违约金；先租用云上环境 Penalty clause; rent a cloud environment meanwhile",
         trigger="12-04 前未清关 Not cleared by 4 December", owner="gao", status="responding", residual=(2, 3),
         tasks="4.3 4.5", review="11-25", audience="client"),
    dict(key="ops", cause="运维团队年底封网 Year-end network freeze", event="机房准备被中断 Room preparation interrupted",
         effect="平台安装推迟 Installation slips", category="client", probability=4, schedule=3, proximity="1m",
         strategy="avoid", response="十二月上旬前完成网络变更 Finish network changes before mid-December",
         trigger="封网通知 Freeze notice", owner="wu", status="watching", tasks="4.4 4.5", review="11-24", audience="client",
         note="吴强私下反对这个项目，需要陈行长出面。"),
    dict(key="scope", cause="业务部门不断提出新报表 New reports keep being asked for",
         event="范围蔓延 Scope creep", effect="看板开发超期、验收争议 Dashboards late, acceptance disputed", category="scope",
         probability=3, schedule=3, cost=3, quality=2, proximity="3m", strategy="mitigate",
         response="冻结首期 20 张报表，其余走变更 Freeze the first 20 reports, the rest by change request",
         owner="zhou", status="assessed", tasks="3.6 5.3.2", review="12-01", audience="client"),
    dict(key="people", cause="两名开发人员可能被调往其他项目 Two developers may be moved",
         event="开发人手不足 Developers missing", effect="数据加工推迟 Processing slips", category="resource", probability=2,
         schedule=4, proximity="3m", strategy="mitigate", response="提前培养替补 Train stand-ins", owner="zhao",
         status="watching", tasks="5.2.2", review="12-08", audience="team",
         note="公司内部另一个项目出价更高。"),
    dict(key="privacy", cause="个人信息保护要求变化 Privacy rules change", event="脱敏方案返工 Masking must be redone",
         effect="测试推迟一周 Test slips a week", category="legal", probability=2, schedule=3, quality=3, reputation=4,
         proximity="3m", strategy="mitigate", response="安全官每两周复核 Fortnightly review by security", owner="tang",
         status="assessed", tasks="6.2", review="12-10", audience="client"),
    dict(key="performance", cause="查询量估计不足 Query load underestimated", event="性能不达标 Performance misses its target",
         effect="上线推迟 Go-live slips", category="technical", probability=2, schedule=3, cost=3, quality=4, reputation=3,
         proximity="3m", strategy="mitigate", response="十二月做压力原型 Load prototype in December", owner="wei",
         status="assessed", tasks="6.4", residual=(1, 3), review="12-15", audience="client"),
    dict(key="spring", cause="春节前后人员休假 Leave around Spring Festival", event="验收测试无人参加 No testers for acceptance",
         effect="验收推迟到三月 Acceptance slips to March", category="schedule", probability=4, schedule=2, proximity="3m",
         strategy="avoid", response="节前锁定测试人员名单 Fix the list of testers before the holiday", owner="huang",
         status="identified", tasks="6.6", review="12-18", audience="client"),
    dict(key="contract", cause="付款条款未覆盖变更 Payment terms do not cover changes",
         event="变更费用收不回 Changes go unpaid", effect="项目毛利下降 Margin falls", category="cost", probability=3, cost=4,
         proximity="3m", strategy="escalate", response="补充协议 Supplementary agreement", owner="anna", status="responding",
         review="11-30", audience="team", note="毛利只剩 12%。"),
    dict(key="turnover", cause="客户项目经理可能轮岗 Client manager may rotate", event="客户方对接人更换 Client contact changes",
         effect="决策变慢 Decisions slow down", category="client", probability=2, schedule=2, reputation=2, proximity="later",
         strategy="accept", response="重要决定留书面记录 Keep decisions in writing", owner="lin", status="watching",
         review="12-22", audience="team"),
    dict(key="reuse", kind="opportunity", cause="信贷系统已有质量规则库 Lending already has a rule library",
         event="规则可以复用 Rules can be reused", effect="清洗提前一周 Cleansing a week earlier", category="data",
         probability=3, schedule=3, cost=2, proximity="1m", strategy="exploit",
         response="徐婳与信贷团队十一月对接 Work with the lending team in November", owner="xu", status="responding",
         tasks="5.2.1", review="11-27", audience="client"),
    dict(key="phase2", kind="opportunity", cause="零售部对看板满意 Retail likes the dashboards",
         event="二期立项 Phase 2 is approved", effect="后续合同 Follow-on contract", category="external", probability=2, cost=4,
         proximity="later", strategy="enhance", response="结项时演示效益 Show benefits at closing", owner="lin",
         status="identified", review="12-30", audience="private",
         note="不要在客户面前提。"),
]  # fmt: skip

CONTACTS: list[dict[str, Any]] = [
    dict(key="c01", when=("08-31", 10, 0), channel="meeting", people="lin chen huang", subject="合同签署 Contract signing",
         shared="双方签署合同，确认里程碑与付款节点。\nContract signed; milestones and payment points confirmed.", tone="positive"),
    dict(key="c02", when=("09-03", 14, 0), channel="site_visit", people="lin wei wu", subject="机房踏勘 Data centre visit",
         shared="机柜位置已确认，需要增加一路供电。\nRack position agreed; a second power feed is needed.",
         private="吴强态度冷淡，觉得项目增加运维负担。", tone="concerned"),
    dict(key="c03", when=("09-14", 9, 30), channel="meeting", people="lin wei anna chen huang wu zhou ma xu",
         subject="项目启动会 Kick-off", shared="目标、范围、进度与沟通机制获得一致。\nGoals, scope, schedule and rhythm agreed.",
         tone="positive", meeting="kickoff"),
    dict(key="c04", when=("09-28", 15, 0), channel="video", people="wei zhou", subject="零售报表需求 Retail reporting needs",
         shared="零售部确认首期 20 张报表。\nRetail confirms 20 reports for phase 1.", tone="positive"),
    dict(key="c05", when=("10-09", 16, 20), channel="wechat", people="lin huang", subject="周报收悉 Weekly report received",
         direction="incoming", shared="客户项目经理确认收到第 5 期周报，无意见。\nReport 5 received, no remarks."),
    dict(key="c06", when=("10-19", 10, 0), channel="call", people="zhao gao", subject="服务器交期 Server delivery",
         shared="供应商确认 11 月 30 日前到货。\nSupplier confirms delivery by 30 November.", tone="neutral"),
    dict(key="c07", when=("10-23", 14, 0), channel="meeting", people="lin wei huang zhou ma tang",
         subject="需求评审 Requirements review", shared="需求基准确认，遗留 2 项由客户在 10 月 30 日前答复。\n"
         "Requirements baselined; two open points to be answered by the client by 30 October.", tone="positive", meeting="review"),
    dict(key="c08", when=("10-30", 17, 40), channel="email", people="lin ma", subject="遗留问题答复 Answers to open points",
         direction="incoming", shared="风险部确认指标口径。\nRisk management confirms metric definitions."),
    dict(key="c09", when=("11-06", 11, 0), channel="call", people="lin wu", subject="年底封网 Year-end freeze",
         shared="封网时间为 12 月 18 日至 1 月 4 日，网络变更须提前申请。\n"
         "Freeze from 18 December to 4 January; changes must be requested before.",
         private="可能需要陈行长协调。", tone="concerned", follow="11-23"),
    dict(key="c10", when=("11-10", 9, 0), channel="email", people="anna olivia", subject="外部审计安排 External audit",
         shared="外部审计一月进场，需要数据血缘说明。\nAudit starts in January and needs lineage documents.",
         direction="incoming", follow="11-27"),
    dict(key="c11", when=("11-18", 15, 30), channel="meeting", people="lin wei huang tang", subject="安全方案评审 Security review",
         shared="安全方案通过，密钥管理由客户负责。\nSecurity design approved; the client keeps the keys.", tone="positive"),
    dict(key="c12", when=("11-17", 16, 0), channel="call", people="lin gao", subject="清关延误 Customs delay",
         shared="部分部件在海关查验，到货可能推迟一周。\nSome parts are held at customs; delivery may slip a week.",
         private="高翔说其实是付款晚了。", tone="escalating", follow="11-20", formal=True),
    dict(key="c13", when=("11-18", 10, 0), channel="meeting", people="lin huang zhou xu", subject="第 11 周例会 Weekly meeting 11",
         shared="设计评审定于 11 月 26 日。客户在 11 月 24 日前确认主题模型。\n"
         "Design review on 26 November. The client confirms the subject model by 24 November.", tone="neutral",
         meeting="weekly", follow="11-24"),
    dict(key="c14", when=("11-20", 9, 15), channel="wechat", people="lin huang", subject="设计评审参会人 Attendees of the review",
         direction="outgoing", shared="请客户确认评审参会人。\nPlease confirm who attends the review.", follow="11-23"),
    dict(key="c15", when=("11-20", 11, 0), channel="call", people="anna chen", subject="高层沟通 Sponsor call", audience="private",
         shared="", private="陈行长对进度不满意，但支持提前租用云环境。", tone="concerned"),
]  # fmt: skip

ACTIONS: list[tuple[str, str, str, str, str, str, str, str]] = [
    # key, title, owner, side, due, status, audience, source contact
    ("a01", "确认评审参会人 Confirm attendees of the review", "huang", "client", "11-23", "open", "client", "c14"),
    ("a02", "确认主题模型 Confirm the subject model", "xu", "client", "11-24", "in_progress", "client", "c13"),
    ("a03", "提交网络变更申请 Request the network change", "wu", "client", "11-18", "open", "client", "c09"),
    ("a04", "提供第二路供电 Provide the second power feed", "wu", "client", "11-13", "blocked", "client", "c02"),
    ("a05", "提交云环境报价 Quote the cloud environment", "zhao", "us", "11-19", "in_progress", "client", "c12"),
    ("a06", "编写数据血缘说明 Write the lineage document", "wei", "us", "12-11", "open", "client", "c10"),
    ("a07", "发送设计评审材料 Send papers for the review", "wei", "us", "11-24", "in_progress", "client", "c13"),
    ("a08", "催办清关文件 Chase customs papers", "gao", "third_party", "11-25", "open", "client", "c12"),
    ("a09", "答复指标口径 Answer metric definitions", "ma", "client", "10-30", "done", "client", "c07"),
    ("a10", "更新风险登记册 Update the risk register", "lin", "us", "11-20", "done", "client", "c13"),
    ("a11", "试清洗三个主题 Trial cleansing of three subjects", "xu", "client", "11-27", "open", "client", ""),
    ("a12", "起草补充协议 Draft the supplementary agreement", "anna", "us", "11-30", "open", "team", ""),
    ("a13", "评估开发替补 Assess stand-in developers", "zhao", "us", "12-04", "open", "team", ""),
    ("a14", "准备陈行长的单独汇报 Prepare a private briefing", "lin", "us", "11-26", "open", "private", "c15"),
]  # fmt: skip

# number, status date, headline, ratings: dimension -> (shown, reason, path to green, green again by)
REPORTS: list[tuple[int, str, str, dict[str, tuple[str, str, str, str]]]] = [
    (10, "11-06", "架构完成，详细设计按计划进行。\nThe architecture is done; detailed design is on plan.", {
        "schedule": ("green", "比基准晚 2 个工作日，在容差内 2 working days late, within tolerance", "", ""),
        "scope": ("amber", "零售部提出 9 张新报表 Retail asks for nine more reports",
                  "冻结首期 20 张，其余走变更 Freeze the first 20, the rest by change request", "11-20"),
        "risk": ("green", "没有高风险 No high risks", "", "")}),
    (11, "11-13", "数据模型接近完成；服务器按期发运。\nThe data model is nearly done; the servers have been shipped.", {
        "schedule": ("green", "比基准晚 4 个工作日，在容差内 4 working days late, within tolerance", "", ""),
        "scope": ("amber", "新报表尚未走变更 New reports are not yet change requests",
                  "冻结首期 20 张，其余走变更 Freeze the first 20, the rest by change request", "11-20"),
        "risk": ("green", "没有高风险 No high risks", "", "")}),
]  # fmt: skip
# milestone -> forecast in report 10, in report 11
FORECASTS = {
    "3.8": ("11-17", "11-20"), "4.6": ("12-07", "12-09"), "5.4": ("2027-01-29", "2027-02-02"),
    "6.7": ("2027-03-02", "2027-03-04"), "7.4": ("2027-03-08", "2027-03-10"), "8.4": ("2027-04-06", "2027-04-08"),
}  # fmt: skip


def add_people(b: Builder) -> None:
    for key, name, side, organisation, role, title, power, interest, now, wanted, channel in PEOPLE:
        b.add(Person, key, name=name, side=side, organisation=organisation, role=role, job_title=title, power=power,
              interest=interest, attitude=now, attitude_wanted=wanted, channel=channel, consent=True,
              email=f"{key}@example.com", next_contact=day("11-27") if key in {"chen", "huang"} else None,
              strategy="先小范围演示，再请其发言。" if key == "wu" else "")  # fmt: skip
    b.add(Client, "bank", name="澄海银行 Chenghai Bank", industry="银行 Banking", account_manager=ref("person", "anna"),
          health="strained", report_language="both", tax_id="91440300MA5FXH2K7Q",
          data_rules="客户数据不出行 Client data never leaves the bank")  # fmt: skip


def add_plan(b: Builder) -> None:
    week = tuple(WeekDay(weekday=i, bands="08:00-12:00 13:00-17:00") for i in range(5))
    b.add(Calendar, "china", name="中国大陆 Mainland China", week=week, exceptions=china_exceptions((2026, 2027)))
    b.add(
        ProjectProfile, "main", name="澄海银行数据中台一期 Chenghai Bank Data Platform, Phase 1",
        project_code="HY-2026-017", short_name="数据中台 Data platform", client=ref("client", "bank"), phase="executing",
        sponsor=ref("person", "chen"), manager=ref("person", "lin"), client_manager=ref("person", "huang"),
        start=at("08-31"), planned_finish=day("2027-04-30"), status_date=TODAY, calendar=ref("calendar", "china"),
        contract="fixed_price", currency="CNY", budget=486_000_000, contingency=30_000_000, tolerance_days=10,
        tolerance_cost=5, progress_rule="retained", report_number=11,
        objectives=("建成统一数据平台，覆盖五个主题 A single data platform with five subjects",
                    "经营看板日更 Management dashboards refreshed daily"),
        success_criteria=("核心指标差错率低于 0.1% Error rate of core metrics below 0.1 %",
                          "T+1 数据八点前可用 T+1 data ready by 8:00"),
        headline="设计接近完成；服务器清关延误可能使开发推迟一周，需客户决定是否租用云环境。\n"
                 "Design is nearly done; a customs delay may move the build by a week: please decide on renting a "
                 "cloud environment.",
    )  # fmt: skip
    for rank, (key, parent, name, days, before, _, done, _, owner) in enumerate(TASKS, 1):
        started, finished, remaining = ACTUALS.get(key, ("", "", None))
        morning = bool(days) or not before  # a milestone is reached when the work before it ends
        b.add(
            Task, key, name=name, parent=ref("task", parent) if parent else None, rank=rank * 65536,
            milestone=days == 0, duration=round((days or 0) * DAY), owner=ref("person", owner),
            percent_complete=done, actual_start=at(started, 8 if morning else 17) if started else None,
            actual_finish=at(finished, 17 if days or before else 8) if finished else None,
            remaining_duration=None if remaining is None else round(remaining * DAY),
            deadline=at("2027-03-31", 17) if key == "7.4" else None,
            notes="报价时少算了三天。" if key == "3.4" else "",
        )  # fmt: skip
    for key, _, _, _, before, resources, _, _, _ in TASKS:
        for item in before.split():
            name, kind, lag = split_link(item)
            b.add(Dependency, f"{name}-{key}", predecessor=ref("task", name), successor=ref("task", key), type=kind,
                  lag=lag * DAY)  # fmt: skip
        for name in resources.split():
            b.add(Assignment, f"{key}-{name}", task=ref("task", key), resource=ref("resource", name))


def split_link(text: str) -> tuple[str, str, int]:
    """``2.3SS+2d`` as (task, type, days)."""
    for kind in ("FS", "SS", "FF", "SF"):
        name, found, rest = text.partition(kind)
        if found:
            return name, kind, int(rest.rstrip("d") or 0)
    return text, "FS", 0


def add_resources(b: Builder) -> None:
    for key, name, kind, units, person, rate in RESOURCES:
        b.add(Resource, key, name=name, kind=kind, max_units=units, standard_rate=rate,
              person=ref("person", person) if person else None)  # fmt: skip


def add_baseline(b: Builder) -> None:
    """The plan before anything happened, approved at the kick-off."""
    clean = [
        record.replace(percent_complete=0, actual_start=None, actual_finish=None, remaining_duration=None)
        if isinstance(record, Task)
        else record.replace(status_date=None) if isinstance(record, ProjectProfile) else record
        for record in b.records
    ]  # fmt: skip
    plan = Project(clean)
    rows = captured(plan, schedule(plan))
    b.add(Baseline, "signed", name="启动会基准 Kick-off baseline", taken_at=at("09-14", 17), approved_on=day("09-14"),
          approved_by=ref("person", "chen"), tasks=rows)  # fmt: skip


def add_risks(b: Builder) -> None:
    for item in RISKS:
        probability, residual = item["probability"], item.get("residual", (None, None))
        moved = RiskMove(moved_at=at("11-13", 16), probability_from=probability - 1 or 1, impact_from=item.get("schedule"),
                         probability_to=probability, impact_to=item.get("schedule"), reason="例会评审 Weekly review")  # fmt: skip
        b.add(
            Risk, item["key"], cause=item["cause"], event=item["event"], effect=item["effect"],
            kind=item.get("kind", "threat"), category=item["category"], probability=probability,
            impact_schedule=item.get("schedule"), impact_cost=item.get("cost"), impact_quality=item.get("quality"),
            impact_reputation=item.get("reputation"), proximity=item["proximity"], strategy=item["strategy"],
            response=item["response"], trigger=item.get("trigger", ""), owner=ref("person", item["owner"]),
            status=item["status"], residual_probability=residual[0], residual_impact=residual[1],
            tasks=tuple(ref("task", key) for key in item.get("tasks", "").split()), next_review=day(item["review"]),
            last_review=day("11-13"), private_note=item.get("note", ""), audience=item["audience"],
            fallback="改用二手服务器。" if item["key"] == "hardware" else "",
            exposure_likely=48_000_000 if item["key"] == "hardware" else None,
            moves=(moved,) if item["key"] in {"source", "hardware"} else (),
        )  # fmt: skip


def add_communication(b: Builder) -> None:
    b.add(Meeting, "kickoff", title="项目启动会 Kick-off", type="kickoff", starts_at=at("09-14", 9, 30), duration=120,
          place="澄海大厦 18 楼 Chenghai Tower 18F", chair=ref("person", "huang"), scribe=ref("person", "lin"),
          attended=tuple(ref("person", k) for k in "lin wei anna chen huang wu zhou ma xu".split()),
          minutes="目标、范围、进度与沟通机制获得一致。", minutes_status="confirmed", audience="client",
          agenda=(AgendaItem(topic="目标与范围 Goals and scope", purpose="decide"),
                  AgendaItem(topic="沟通机制 Communication rhythm", purpose="discuss")))  # fmt: skip
    b.add(Meeting, "review", title="需求评审 Requirements review", type="review", starts_at=at("10-23", 14), duration=150,
          place="澄海大厦 18 楼 Chenghai Tower 18F", chair=ref("person", "huang"), scribe=ref("person", "lin"),
          attended=tuple(ref("person", k) for k in "lin wei huang zhou ma tang".split()),
          apologies=(ref("person", "wu"),), minutes="需求基准确认，遗留 2 项。", minutes_status="confirmed", audience="client")  # fmt: skip
    b.add(Meeting, "weekly", title="第 11 周例会 Weekly meeting 11", type="status", starts_at=at("11-18", 10), duration=60,
          place="视频 Video", chair=ref("person", "lin"), scribe=ref("person", "lin"),
          attended=tuple(ref("person", k) for k in "lin huang zhou xu".split()),
          minutes="设计评审定于 11 月 26 日。", minutes_status="sent", next_meeting=at("11-25", 10), audience="client",
          private_note="周婷明显没有准备。")  # fmt: skip
    for item in CONTACTS:
        b.add(
            Communication, item["key"], happened_at=at(item["when"][0], *item["when"][1:]), channel=item["channel"],
            direction=item.get("direction", "mutual"), subject=item["subject"], shared_note=item["shared"],
            private_note=item.get("private", ""), tone=item.get("tone", ""),
            participants=tuple(ref("person", key) for key in item["people"].split()),
            follow_up=day(item["follow"]) if "follow" in item else None, formal_notice=item.get("formal", False),
            meeting=ref("meeting", item["meeting"]) if "meeting" in item else None, audience=item.get("audience", "client"),
        )  # fmt: skip
    for key, title, owner, side, due, status, audience, source in ACTIONS:
        done = day("11-20") if status == "done" else None
        b.add(Action, key, title=title, owner=ref("person", owner), side=side, due=day(due), status=status,
              audience=audience, raised_on=day("11-18"), done_on=done, priority="high" if key in {"a03", "a05"} else "medium",
              original_due=day("10-16") if key == "a04" else None, redated=2 if key == "a04" else 0,
              blocked_by="等待物业批准 Waiting for the landlord" if status == "blocked" else "",
              links=(f"communication/{ref('communication', source)}",) if source else (),
              private_note="已经口头催过三次。" if key == "a03" else "")  # fmt: skip


def add_decisions(b: Builder) -> None:
    b.add(Decision, "cloud", title="是否租用云环境 Rent a cloud environment?", question="服务器到货前是否先租用云上开发环境？"
          "\nRent a cloud environment until the servers arrive?", recommendation="租用两个月 Rent for two months",
          context="清关延误一周以上 Customs delay of more than a week", status="pending", needed_by=day("11-25"),
          decision_maker=ref("person", "chen"), forum="sponsor", impact_days=-5, impact_cost=18_000_000,
          consequence="开发推迟到 12 月中旬 The build starts in mid-December", audience="client",
          options=(Option(name="租用 Rent", pros="不等待 No waiting", cons="费用 Cost", cost=18_000_000),
                   Option(name="等待 Wait", pros="无费用 No cost", cons="推迟一周 A week late")))  # fmt: skip
    b.add(Decision, "reports", title="首期报表范围 Reports in phase 1", question="首期做哪些报表？Which reports are in phase 1?",
          outcome="首期 20 张，其余走变更 20 reports, the rest by change request", rationale="工期与预算 Time and budget",
          status="decided", needed_by=day("09-30"), decided_on=day("09-28"), decision_maker=ref("person", "huang"),
          forum="client_pm", confirmation="confirmed", confirmed_on=day("09-30"), audience="client")  # fmt: skip
    b.add(Decision, "keys", title="密钥由谁管理 Who keeps the keys", outcome="客户安全部 Client security",
          rationale="监管要求 Regulation", status="decided", needed_by=day("11-13"), decided_on=day("11-13"),
          decision_maker=ref("person", "tang"), forum="team", confirmation="awaited", audience="client")  # fmt: skip
    b.add(Decision, "model", title="主题模型范围 Subjects of the model", question="五个主题是否包含外部数据？"
          "\nDo the five subjects include external data?", recommendation="包含 Include", status="pending",
          needed_by=day("11-18"), decision_maker=ref("person", "huang"), forum="client_pm",
          consequence="数据模型无法定稿 The data model cannot be finished", audience="client")  # fmt: skip
    b.add(Decision, "discount", title="是否给予折扣 Grant a discount?", question="最多让 3%，超过需要合伙人批准。",
          status="proposed", needed_by=day("12-15"), decision_maker=ref("person", "anna"), forum="team", audience="team")  # fmt: skip
    b.add(Issue, "power", problem="机房只有一路供电 Only one power feed in the room", category="technical", severity="high",
          priority="high", impact_days=5, raised_by=ref("person", "wei"), raised_on=day("09-03"), owner=ref("person", "wu"),
          target=day("11-27"), response_status="off_track", response="物业加急施工 Landlord works at short notice",
          root_cause="图纸与现场不符 Drawings differ from the room", status="escalated", audience="client",
          tasks=(ref("task", "4.4"),), escalated_to=ref("person", "chen"), escalated_on=day("11-16"))  # fmt: skip
    b.add(Issue, "codes", problem="客户号有三种编码 Three codes for a customer", category="data", severity="medium",
          raised_by=ref("person", "xu"), raised_on=day("10-15"), owner=ref("person", "xu"), target=day("12-04"),
          response="建立对照表 Build a mapping table", status="in_progress", audience="client", tasks=(ref("task", "5.2.1"),))  # fmt: skip
    b.add(Issue, "access", problem="开发账号审批过慢 Access takes too long", category="client", severity="low",
          raised_by=ref("person", "zhao"), raised_on=day("11-02"), owner=ref("person", "tang"), target=day("11-12"),
          resolution="改为部门级审批 Approved by department", status="resolved", audience="client")  # fmt: skip
    b.add(Issue, "overtime", problem="团队连续三周加班 Three weeks of overtime", category="resource",
          severity="medium", raised_by=ref("person", "zhao"), raised_on=day("11-16"), owner=ref("person", "lin"),
          target=day("11-30"), status="open", audience="team")  # fmt: skip


def add_reports(b: Builder) -> None:
    """Two reports that the client has, and what the project manager says of the ratings of the next one."""
    signed = next(record for record in b.records if isinstance(record, Baseline))
    agreed = {row.task: row.finish.date() for row in signed.tasks if row.task and row.finish}
    names = {record.id: record.name for record in b.records if isinstance(record, Task)}
    for at_report, (number, on, headline, shown) in enumerate(REPORTS):
        rows = tuple(
            ReportMilestone(task=task, name=names[task], baseline=agreed[task], forecast=day(told[at_report]))
            for key, told in FORECASTS.items() for task in [ref("task", key)]
        )
        name = f"数据中台 Data platform 状态报告 {day(on)} both.pdf"
        b.add(StatusReport, f"issued-{number}", number=number, period_from=day(on) - dt.timedelta(6), period_to=day(on),
              status_date=day(on), language="both", reader="client", headline=headline, status="issued",
              ratings=tuple(_rating(key, *shown.get(key, ("grey", "", "", ""))) for key in DIMENSION),
              milestones=rows, issued_on=day(on), issued_to="黄丽华 Huang Lihua", file_name=name,
              sha256=hashlib.sha256(name.encode()).hexdigest())  # fmt: skip
    path = "租用云上环境；试清洗结果 11-27 评审 Rent a cloud environment; review the trial cleansing on 27 November"
    b.add(StatusReport, "next", number=12, status_date=TODAY, audience=CLIENT,
          ratings=(_rating("risk", "", "", path, "12-04"),))  # fmt: skip


def _rating(name: str, shown: str, reason: str, path: str, until: str) -> ReportRating:
    """As proposed in every case."""
    return ReportRating(
        dimension=name, proposed=shown, shown=shown, reason=reason, path=path,
        path_date=day(until) if until else None,
    )  # fmt: skip


def build() -> Project:
    """The sample project, the same on every call."""
    b = Builder()
    add_people(b)
    add_resources(b)
    add_plan(b)
    add_baseline(b)
    add_risks(b)
    add_communication(b)
    add_decisions(b)
    add_reports(b)
    return Project(b.records)


def main() -> None:
    from desktop.store.files import ProjectFile

    FILE.unlink(missing_ok=True)
    ProjectFile.create(FILE, build()).close()
    print(FILE)


if __name__ == "__main__":
    main()
