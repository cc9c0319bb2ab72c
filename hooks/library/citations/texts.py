"""Every citation's text in every format: made once, then joined into the files of works and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from library.catalogue.catalogue import Catalogue, Placed
from library.citations import paths as citation_paths
from library.citations.citing import Citing
from library.citations.formats import FORMATS, PART_LIMIT, ExportFormat, parts


class ExportTexts:
    """Texts by the format's ending and the work's id, one for each edition; made when first asked for."""

    def __init__(self, catalogue: Catalogue, citing: Citing) -> None:
        self.catalogue = catalogue
        self.citing = citing

    @cached_property
    def texts(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        return {
            format_.ending: {
                work_id: tuple(format_.entry(citation) for citation in self.citing.of_work(placed))
                for work_id, placed in self.catalogue.works.items()
            }
            for format_ in FORMATS
        }

    @cached_property
    def sizes(self) -> Mapping[str, Mapping[str, int]]:
        """Bytes of each work's texts, and some for what joins them."""
        return {
            ending: {work_id: sum(len(text.encode()) + 16 for text in texts) for work_id, texts in of_format.items()}
            for ending, of_format in self.texts.items()
        }

    def make(self) -> None:
        """Makes everything now, before processes part."""
        _ = self.sizes

    def of(self, format_: ExportFormat, placed: Placed) -> tuple[str, ...]:
        return self.texts[format_.ending][placed.work.id]

    def divided(self, format_: ExportFormat, works: Iterable[Placed]) -> list[list[tuple[str, ...]]]:
        """The works' texts in the parts of a list's file, mostly one."""
        return parts(self.of(format_, placed) for placed in works)

    def links(self, path: str, works: Iterable[Placed]) -> tuple[tuple[str, str], ...]:
        """Labels and addresses of a list's files, every part of them; ``path`` is without an ending."""
        works = tuple(works)
        found = []
        for format_ in FORMATS:
            sizes = self.sizes[format_.ending]
            # Hardly a list is so long; only then are its parts made to be counted.
            long = sum(sizes[placed.work.id] for placed in works) > PART_LIMIT // 2
            for number in range(1, (len(self.divided(format_, works)) if long else 1) + 1):
                found.append((format_.label if number == 1 else f"{format_.label} {number}", citation_paths.of_part(path, number, format_)))
        return tuple(found)
