"""Every citation's text in every format: made once, then joined into the files of works and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from library.catalogue.catalogue import Catalogue, Placed
from library.citations import paths as citation_paths
from library.citations.citing import Citing
from library.citations.formats import FORMATS, LIST_FORMATS, PART_LIMIT, ExportFormat, parts

Texts = Mapping[str, tuple[str, ...]]
"""Of one work: by the format's ending a text for each edition."""


class ExportTexts:
    """Texts by work; made when first asked for, or taken in from an earlier build."""

    def __init__(self, catalogue: Catalogue, citing: Citing) -> None:
        self.catalogue = catalogue
        self.citing = citing
        self.made: dict[str, Texts] = {}
        self._sizes: dict[tuple[str, str], int] = {}

    def of_work(self, placed: Placed) -> Texts:
        made = self.made.get(placed.work.id)
        if made is None:
            citations = self.citing.of_work(placed)
            made = self.made[placed.work.id] = {
                format_.ending: tuple(format_.entry(citation) for citation in citations) for format_ in FORMATS
            }
        return made

    def of(self, format_: ExportFormat, placed: Placed, once: bool = False) -> tuple[str, ...]:
        """A work's texts, one for each edition; ``once``: of that alone which pages in the site's first language offer."""
        every = self.of_work(placed)[format_.ending]
        return (every[self.citing.offered(placed, self.catalogue.languages[0])],) if once else every

    def size(self, format_: ExportFormat, placed: Placed) -> int:
        """Bytes of a work's texts, and some for what joins them."""
        key = (format_.ending, placed.work.id)
        made = self._sizes.get(key)
        if made is None:
            made = self._sizes[key] = sum(len(text.encode()) + 16 for text in self.of(format_, placed))
        return made

    def divided(self, format_: ExportFormat, works: Iterable[Placed], once: bool = False) -> list[list[tuple[str, ...]]]:
        """The works' texts in the parts of a list's file, mostly one."""
        return parts(self.of(format_, placed, once) for placed in works)

    def of_list(self, path: str, works: Sequence[Placed]) -> tuple[tuple[str, str], ...]:
        """Labels and addresses of the files that the page of a list at an address offers: its own, or those of its only work."""
        if citation_paths.has_files(works):
            return self.links(citation_paths.of_list(path), works, LIST_FORMATS, once=True)
        return tuple(link for placed in works for link in citation_paths.links(citation_paths.of_work(placed)))

    def links(
        self, path: str, works: Iterable[Placed], formats: Sequence[ExportFormat] = FORMATS, once: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """Labels and addresses of files of works, every part of them; ``path`` is without an ending."""
        works = tuple(works)
        found = []
        for format_ in formats:
            found += [
                (format_.label if number == 1 else f"{format_.label} {number}", citation_paths.of_part(path, number, format_))
                for number in range(1, self.number_of_parts(format_, works, once) + 1)
            ]
        return tuple(found)

    def number_of_parts(self, format_: ExportFormat, works: tuple[Placed, ...], once: bool = False) -> int:
        """Files that a list has in a format. Only long lists are measured for it."""
        if len(works) * USUAL < PART_LIMIT // 2 or sum(self.size(format_, placed) for placed in works) < PART_LIMIT // 2:
            return 1
        return len(self.divided(format_, works, once))


USUAL = 6_000
"""Bytes that the texts of hardly a work reach, and no list of works on average: a short list need not be measured."""
