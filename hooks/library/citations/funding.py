"""Who funded a work, as far as its record or that of a project that names the work says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from library.catalogue import titles
from library.catalogue.catalogue import Catalogue, Filed, Placed
from library.catalogue.dates import Issued
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.model import Edition
from library.catalogue.names import Name, cited_name


@dataclass(frozen=True)
class Funding:
    """A funder with the number of its award and the English title of the project, each empty where none is known.

    ``supplied`` where no source prints that title in English.
    """

    funder: Name
    award: str = ""
    project: str = ""
    supplied: bool = False

    @property
    def project_title(self) -> str:
        """In square brackets where a cataloguer supplied it."""
        return f"[{self.project}]" if self.supplied else self.project


def of_edition(catalogue: Catalogue, placed: Placed, edition: Edition, language: str, issued: Issued | None) -> Iterator[Funding]:
    """Funders that the record of the work names, then those of its projects; ``language`` is that of the names."""
    parties = catalogue.vocabularies["parties"]
    for one in placed.work.contributors:
        if one.role == "funder" and (not one.editions or edition.language in one.editions):
            yield Funding(cited_name(parties[one.party], language, issued, one.name))
    for project in projects(catalogue, placed):
        title = titles.of_texts(project.value.title, project.value.supplied.title, INTERNATIONAL)
        for each in project.value.funders:
            yield Funding(cited_name(parties[each.party], language, issued), each.award or "", title.text, title.supplied)


def credit_lines(catalogue: Catalogue, placed: Placed, language: str) -> tuple[str, ...]:
    """The sentences by which works of its projects name their funding, in the language or else in English, without full stops."""
    found = (project.value.credit for project in projects(catalogue, placed) if project.value.credit)
    return tuple((texts.get(language) or text_in(texts, INTERNATIONAL)).rstrip(" .") for texts in found)


def projects(catalogue: Catalogue, placed: Placed) -> Iterator[Filed]:
    """The projects that name a work, in their order."""
    return (filed for filed in catalogue.naming.get(("work", placed.work.id), ()) if filed.kind.name == "project")
