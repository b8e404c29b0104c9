"""GanttProject files (``.gan``), read."""

from desktop.exchange.gan.reader import read_gan

__all__ = ["read_gan"]
