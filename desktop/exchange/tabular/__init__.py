"""Tables of a spreadsheet program: the plan and every register, to and from .xlsx and .csv."""

from desktop.exchange.tabular.csv_file import write_csv
from desktop.exchange.tabular.workbook import write_workbook

__all__ = ["write_csv", "write_workbook"]
