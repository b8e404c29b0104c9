"""Tables of a spreadsheet program: the plan and every register to .xlsx and .csv, tables of tasks from them."""

from desktop.exchange.tabular.csv_file import write_csv
from desktop.exchange.tabular.plan import read_table
from desktop.exchange.tabular.workbook import write_workbook

__all__ = ["read_table", "write_csv", "write_workbook"]
