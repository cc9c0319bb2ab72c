"""What a rule found: a text, the rule and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

from library.catalogue.problems import Problem
from library.words.rules.texts import Text


@dataclass(frozen=True)
class Finding:
    """One fault in one text. ``rule`` is the heading of a paragraph in ``overrides/locales/README.md``."""

    text: Text
    rule: str
    message: str
    hint: str = ""
    remark: bool = False
    """True of what is a matter of taste: told, and no reason to refuse a change."""

    def problem(self) -> Problem:
        """The finding as the check of the catalogue tells it, with file, line and column."""
        line, column = self.text.place()
        shown = f"{self.text.id}, {self.text.part}, {self.text.language}"
        return Problem(self.text.path, line, column, self.rule, f"{self.message} ({shown})", self.hint)
