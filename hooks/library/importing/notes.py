"""What an entry tells and no field takes: for the record's ``note``, with remarks for whoever imports."""

from __future__ import annotations

from library.catalogue.problems import part
from library.catalogue.yaml_texts import TEXT_LIMIT
from library.importing.texts import plain, within


class Notes:
    """``kept`` are the texts of the note, ``remarks`` what is told in the report."""

    def __init__(self, remarks: list[str]) -> None:
        self.kept: list[str] = []
        self.remarks = remarks

    def keep(self, name: str, value: str, why: str = "") -> None:
        """A value goes into the note under its field's name, if that has one; ``why`` its own field does not take it is told."""
        for piece in within(plain(value), TEXT_LIMIT - 200):
            note = f"{name}: {piece}" if name else piece
            if note not in self.kept:
                self.kept.append(note)
        if why:
            field, said = str(name), why
            self.remarks.append(part(f"{field}: {said}; it stands in the note"))
