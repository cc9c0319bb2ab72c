"""Where sentences that people are told stand in the source: rooms, calls, and names of what is a sentence already."""

from __future__ import annotations

from collections.abc import Mapping

ROOMS = (
    "catalogue",
    "keeping",
    "importing",
    "asked",
    "preview",
    "form/files.py",
    "citations/instead.py",
    "site_settings.py",
    "doorway.py",
    "words/rules",
    "commands.py",
    "telling.py",
)
"""Where problems are made, and what is told beside them."""

SINKS: Mapping[str, tuple[int, ...]] = {
    "Problem": (4, 5),
    "problem": (2, 3),
    "wrong": (1, 2),
    "Odd": (2, 3),
    "Finding": (2, 3),
    "UnreadableCover": (0,),
    "WrongDate": (0,),
    "phrase": (0,),
    "carried_out": (2,),
    "part": (0,),
    "Unreadable": (0, 1),
    "Broken": (3,),
    "keep": (2,),
    "ClickException": (0,),
    "BadParameter": (0,),
    "UsageError": (0,),
    "WrongForm": (0,),
    "Unknown": (0,),
    "NotKept": (0,),
    "WrongOrder": (0,),
    "Refused": (0,),
}
"""Calls whose arguments are told to people, by the name of what is called: the places of message and hint."""

TOLD = {"said", "message", "hint", "error", "owner", "remark"}
"""Names of what is itself a sentence of ours, although it cannot be seen here which."""
