"""Tables of a spreadsheet program: the plan and every register to .xlsx and .csv, and back."""

from desktop.exchange.tabular.csv_file import write_csv
from desktop.exchange.tabular.opened import OpenTable, read_table
from desktop.exchange.tabular.preview import preview
from desktop.exchange.tabular.workbook import write_workbook

__all__ = ["OpenTable", "preview", "read_table", "write_csv", "write_workbook"]
