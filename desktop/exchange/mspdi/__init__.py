"""Microsoft Project XML, read and written."""

from desktop.exchange.mspdi.numbers import task_numbers
from desktop.exchange.mspdi.outside import outside_of
from desktop.exchange.mspdi.reader import read_mspdi
from desktop.exchange.mspdi.whole import span_of, whole_project_dates
from desktop.exchange.mspdi.writer import mspdi_bytes, write_mspdi

__all__ = ["mspdi_bytes", "outside_of", "read_mspdi", "span_of", "task_numbers", "whole_project_dates", "write_mspdi"]
