"""Resources, roles with work of their own, and assignments of an XER file as records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.plan import Assignment, Rate, Resource
from desktop.domain.shares import WHOLE, exact_fields
from desktop.exchange.incoming import fresh, resource_name, source_number
from desktop.exchange.notes import plain_text
from desktop.exchange.xer.cells import Cells
from desktop.exchange.xer.read_calendars import CalendarTable
from desktop.exchange.xer.read_tasks import TaskTable
from desktop.exchange.xer.tables import Tables
from desktop.i18n import N_

KINDS = {"RT_Labor": "person", "RT_Equip": "equipment", "RT_Mat": "material"}
PRICES = {"B": "cost_per_qty2", "C": "cost_per_qty3", "D": "cost_per_qty4", "E": "cost_per_qty5"}

ROLES = N_("Roles that have work and no resource yet, read as resources: {n}")
ORPHANS = N_("Assignments of an activity or resource that is not in the file, left out: {n}")
UNITS = N_("Resource availability that changes over time; the first is used: {n}")


class ResourceReader:
    """Reads RSRC, RSRCRATE, ROLES and TASKRSRC; ``calendars`` go with the id of the project's; ``digits`` are
    the decimals of the currency.
    """

    def __init__(
        self, tables: Tables, findings: Findings, make_id: Callable[[], str],
        calendars: tuple[CalendarTable, str], digits: int,
    ) -> None:  # fmt: skip
        self._tables, self._findings, self._make_id = tables, findings, make_id
        (self._calendars, self._project_calendar), self._digits = calendars, digits
        self.resources: dict[str, Resource] = {}
        """By number; roles by ``role`` and number."""

    def read_resources(self) -> list[Resource]:
        rates: dict[str, list[Cells]] = {}
        for raw in self._tables.of("RSRCRATE"):
            rates.setdefault(raw.get("rsrc_id", ""), []).append(Cells(raw, self._findings, "RSRCRATE"))
        rows = self._tables.of("RSRC")
        names = {row.get("rsrc_id", ""): " ".join(row.get("rsrc_name", "").split()) for row in rows}
        for raw in rows:
            number = raw.get("rsrc_id", "")
            row = Cells(raw, self._findings, names[number])
            self.resources.setdefault(number, self._resource(row, names, rates.get(number, [])))
        return list(self.resources.values())

    def _resource(self, row: Cells, names: dict[str, str], rates: list[Cells]) -> Resource:
        rates = sorted(rates, key=lambda rate: rate.moment("start_date") or dt.datetime.min)
        first = rates[0] if rates else Cells({}, self._findings)
        units = {round(amount * 100) for rate in rates if (amount := rate.number("max_qty_per_hr")) is not None}
        if len(units) > 1:
            self._findings.note(APPROXIMATED, UNITS, row.name)
        share = first.number("max_qty_per_hr")
        calendar = self._calendars.id_of(row.text("clndr_id"))
        number = row.text("rsrc_id")
        return Resource(
            **fresh(self._make_id()),
            name=row.name or resource_name(number),
            kind=row.code("rsrc_type", KINDS, "person"),
            initials=row.text("rsrc_short_name"),
            group=names.get(row.text("parent_rsrc_id"), ""),
            email=row.text("email_addr"),
            max_units=100 if share is None else max(0, min(1_000_000, round(share * 100))),
            calendar=None if calendar == self._project_calendar else calendar,
            standard_rate=self._price(first, "cost_per_qty"),
            rates=tuple(self._rates(rates)),
            notes=memo(row.row.get("rsrc_notes", "")),
            source_uid=source_number(number),
        )

    def _rates(self, rates: list[Cells]) -> list[Rate]:
        found = []
        for position, row in enumerate(rates):
            moment = row.moment("start_date")
            day = moment.date() if moment and position else None
            price = self._price(row, "cost_per_qty")
            if position and price is not None:
                found.append(Rate(table="A", start=day, standard_rate=price, overtime_rate=None, cost_per_use=None))
            for table, column in PRICES.items():
                price = self._price(row, column)
                if price is not None:
                    found.append(Rate(table=table, start=day, standard_rate=price, overtime_rate=None,
                                      cost_per_use=None))  # fmt: skip
        return found

    def _price(self, row: Cells, column: str) -> int | None:
        found = row.money(column, self._digits)
        return None if found is None else max(0, min(found, 10**12))

    def read_assignments(self, tasks: TaskTable) -> list[Assignment]:
        """All assignments; work of a role that nobody fills yet goes to the role."""
        made = []
        for raw in self._tables.of("TASKRSRC"):
            row = Cells(raw, self._findings, "TASKRSRC")
            task = tasks.by_number.get(row.text("task_id"))
            resource = self._who(row)
            if task is None or resource is None:
                self._findings.note(NOT_READ, ORPHANS, row.text("taskrsrc_id"))
                continue
            made.append(self._assignment(row, task.id, resource))
        return made

    def _assignment(self, row: Cells, task: str, resource: Resource) -> Assignment:
        done = (row.amount("act_reg_qty") or 0) + (row.amount("act_ot_qty") or 0)
        share = row.number("target_qty_per_hr") if not done else row.number("remain_qty_per_hr")
        rest, planned = row.amount("remain_qty"), row.amount("target_qty")
        works = resource.kind != "material"
        spent = (row.money("act_reg_cost", self._digits) or 0) + (row.money("act_ot_cost", self._digits) or 0)
        left = row.money("remain_cost", self._digits) or 0
        return Assignment(
            **fresh(self._make_id()),
            task=task,
            resource=resource.id,
            **exact_fields(WHOLE if not share else max(0, min(10_000 * WHOLE, round(share * WHOLE)))),
            work=((done + rest if rest is not None else planned) or None) if works else None,
            overtime_work=(row.amount("act_ot_qty") or None) if works else None,
            actual_work=(done or None) if works else None,
            delay=row.amount("target_lag_drtn_hr_cnt") or 0,
            cost=(spent + left) or None,
            actual_cost=spent or None,
        )

    def _who(self, row: Cells) -> Resource | None:
        found = self.resources.get(row.text("rsrc_id"))
        if found is not None or row.text("rsrc_id"):
            return found
        number = row.text("role_id")
        key = f"role {number}"
        if key not in self.resources:
            role = next((item for item in self._tables.of("ROLES") if item.get("role_id", "") == number), None)
            if role is None:
                return None
            name = " ".join(role.get("role_name", "").split()) or resource_name(number)
            self._findings.note(APPROXIMATED, ROLES, name)
            self.resources[key] = Resource(
                **fresh(self._make_id()), name=name, initials=" ".join(role.get("role_short_name", "").split())
            )
        return self.resources[key]


def memo(text: str) -> str:
    """A note without HTML; P6 doubles its quotation marks and may put marks of an encoding before it."""
    return plain_text(text.replace('""', '"').lstrip("\ufeff?\u00ef\u00bb\u00bf ")).strip()
