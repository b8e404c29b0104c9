"""Pilotage 领航: a project manager's desktop companion for running a project for a client."""

__version__ = "0.1.0"
