"""Works in Markdown, and ``llms.txt``, which tells programs that read texts where everything is (https://llmstxt.org/).

A work has one copy, not one for each language of the site: what differs between its pages are the
words beside the facts, and titles and summaries in four languages take less room than four files of
the same facts. The words are those of the site's first language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.catalogue.document_numbers import NAMES
from library.catalogue.figures import as_shown
from library.catalogue.indexes import FACETS
from library.catalogue.languages import chosen
from library.catalogue.model import Edition
from library.citations import paths as citation_paths
from library.citations.citation import doi_address
from library.machines import additions
from library.machines.feeds import latest
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.labels import Labels, facet_titles
from library.words.withdrawals import said

ENDING = "md"
MEDIA_TYPE = "text/markdown"
LLMS = "llms.txt"

NEWEST = 20
"""Works that llms.txt names: it is to be read at one go."""

_SIGNS = re.compile(r"[\\`*_\[\]#]")
_HEADING = re.compile(r"^#{1,6}(?=\s)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")


def path_of(placed: Placed) -> str:
    """Path of a work's copy below the site's root."""
    return f"{citation_paths.of_work(placed)}.{ENDING}"


def plain(text: str) -> str:
    """Text as Markdown that shows it as it is: no sign in it becomes markup, and it stands on one line."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _SIGNS.sub(lambda found: f"\\{found[0]}", text)


def address(url: str) -> str:
    """An address as Markdown shows it as a link."""
    return f"<{url.replace('<', '%3C').replace('>', '%3E').replace(' ', '%20')}>"


class MarkdownCopies:
    """Makes copies in the words of one language, that of ``labels``."""

    def __init__(self, labels: Labels, site: Site) -> None:
        self.labels = labels
        self.words = labels.words
        self.language = labels.language
        self.catalogue = labels.catalogue
        self.site = site

    # -- a work ----------------------------------------------------------------------------

    def work(self, placed: Placed) -> OutputFile:
        """The copy of a work: its facts, titles, summaries and editions, and the texts that are published with the record."""
        say, work = self.words.say, placed.work
        parts = [f"# {plain(titles.title(work, self.language).marked)}", *self._state(placed), _list(self._facts(placed))]
        parts += [_heading(say("Titles")), _list(self._texts(work.title, work.supplied.title))]
        if work.summary:
            parts += [_heading(say("Summaries")), _list(self._texts(work.summary, work.supplied.summary))]
        parts += [_heading(say("Editions")), *(_list(self._edition(placed, edition)) for edition in work.editions)]
        for language, text in self.catalogue.texts_of(work).items():
            text = as_shown(text, self.catalogue.figures_of(work))
            parts += [_heading(say("Text"), self.labels.vocabulary("languages", language)), _within(text, language)]
        return OutputFile(path_of(placed), "\n\n".join(part for part in parts if part) + "\n")

    def _state(self, placed: Placed) -> Iterator[str]:
        """That it was withdrawn, what stands in its place, and corrections of the document."""
        say, withdrawn = self.words.say, placed.work.withdrawn
        if withdrawn:
            yield plain(said(withdrawn, self.words))
        if withdrawn and withdrawn.replaced_by:
            other = self.catalogue.works[withdrawn.replaced_by]
            yield f"{say('In its place:')} {address(self.site.address(other.address, self.language))}"
        for correction in placed.work.corrected:
            _, what = chosen(correction.what, self.language, *self.catalogue.languages)
            yield plain(f"{say('Corrected on %(date)s:', date=self.words.date(correction.day))} {what}")

    def _facts(self, placed: Placed) -> Iterator[tuple[str, str]]:
        say, work, labels = self.words.say, placed.work, self.labels
        issuer = self.catalogue.issuer_of(placed)
        yield say("Type"), plain(labels.type(work.type))
        yield say("Date of issue"), plain(self.words.date(placed.issued)) if placed.issued else say("not stated")
        makers = [labels.creator(creator, placed.issued) for creator in work.creators]
        yield say("Authors"), plain("; ".join([*makers, *([say("and others")] if work.and_others else [])])) or say("not stated")
        for helper in work.contributors:
            yield self._role(helper.role), plain(labels.creator(helper, placed.issued))
        yield say("Issued by"), plain(labels.party(issuer, placed.issued)) if issuer else ""
        if placed.in_journal:
            number = say("Issue %(number)s", number=placed.issue.id) if placed.issue else say("Issue not stated")
            yield say("Journal"), plain(number)
        if work.series:
            yield say("Series"), plain(", ".join(part for part in (labels.term("series", work.series.id), work.series.number) if part))
        yield say("Themes"), self._terms("themes", work.themes) or say("not stated")
        yield say("Countries discussed"), self._terms("countries", work.coverage.countries) or say("not stated")
        yield say("Regions discussed"), self._terms("regions", work.coverage.regions)
        yield say("Cross-cutting concerns"), plain("; ".join(labels.vocabulary("tags", each.tag) for each in work.tags))
        yield say("Address"), " ".join(address(self.site.address(placed.address, tag)) for tag in self.site.languages)
        yield say("Record"), address(f"{self.site.url}{citation_paths.of_record(placed)}")

    def _role(self, role: str) -> str:
        say = self.words.say
        return {
            "editor": say("Editor"),
            "translator": say("Translator"),
            "supervisor": say("Supervisor"),
            "partner": say("Partner"),
            "funder": say("Funder"),
            "sponsor": say("Sponsor"),
            "preparer": say("Prepared by"),
        }[role]

    def _terms(self, facet: str, terms: Iterable[str]) -> str:
        return plain("; ".join(self.labels.term(facet, term) for term in terms))

    def _texts(self, texts: Mapping[str, str], supplied: Collection[str]) -> Iterator[tuple[str, str]]:
        """Texts by language, in square brackets where they were supplied."""
        for language, text in texts.items():
            yield self.labels.vocabulary("languages", language), plain(f"[{text}]" if language in supplied else text)

    def _edition(self, placed: Placed, edition: Edition) -> Iterator[tuple[str, str]]:
        say = self.words.say
        name = self.labels.vocabulary("languages", edition.language) if edition.language else say("Language not stated")
        yield say("Language"), plain(name)
        yield say("Printed title"), plain(edition.title or "")
        yield say("Date of issue"), plain(self.words.date(edition.issued)) if edition.issued else ""
        yield say("Publisher"), plain(self.labels.party(edition.publisher, edition.issued or placed.issued)) if edition.publisher else ""
        yield say("Place"), plain(edition.place or "")
        yield say("Pages"), plain(edition.pages or "")
        yield "ISBN", plain(", ".join(edition.isbn))
        yield "DOI", address(doi_address(edition.doi)) if edition.doi else ""
        for one in edition.identifiers:
            yield NAMES[one.scheme], plain(one.value)
        yield say("Address"), address(edition.address) if edition.address else ""
        yield say("Licence"), plain(self.labels.vocabulary("licences", edition.licence)) if edition.licence else say("not stated")
        yield say("Citation key"), plain(edition.citation_key)

    # -- the library -----------------------------------------------------------------------

    def llms(self) -> OutputFile:
        """``llms.txt``: what the library is, where its lists and data are, and its newest works in Markdown."""
        say, site = self.words.say, self.site
        number = self.words.plural("%(num)s publication", "%(num)s publications", len(self.labels.indexes.newest))
        languages = say("Languages")
        names = ", ".join(site.autonyms[tag] for tag in site.languages)
        parts = [
            f"# {plain(site.names[self.language])}",
            f"> {plain(number)}. {languages}: {plain(names)}.",
            plain(
                say(
                    "Each publication has a copy in Markdown beside its page: at the same address, named by its id, with the ending md. "
                    "What is not known is said to be not stated. Square brackets mark titles and summaries that the library supplied."
                )
            ),
            _heading(say("Lists")),
            _links(self._lists()),
            _heading(say("Data")),
            _links(self._data()),
        ]
        works = latest(self.labels.indexes.newest)[:NEWEST]
        if works:
            parts += [_heading(say("New in the library")), _links(self._new(works))]
        return OutputFile(LLMS, "\n\n".join(parts) + "\n")

    def _lists(self) -> Iterator[tuple[str, str, str]]:
        say, named = self.words.say, facet_titles(self.words.say)
        paths = [("publications", say("All publications")), (additions.PATH, say("New in the library")), ("titles", say("Titles A–Z"))]
        paths += [(facet.path, named[facet.path]) for facet in FACETS]
        if self.catalogue.journal:
            paths.append(("journal", say("Journal")))
        for path, title in paths:
            yield title, self.site.address(path, self.language), ""

    def _data(self) -> Iterator[tuple[str, str, str]]:
        say, url = self.words.say, self.site.url
        yield say("Read-only API"), f"{url}{citation_paths.API}index.json", "JSON"
        yield say("All publications"), f"{url}{citation_paths.API}works.csv", "CSV"
        yield say("All publications"), f"{url}{citation_paths.LIBRARY}.bib", "BibTeX"
        yield say("For machines"), self.site.address("machines", self.language), ""

    def _new(self, works: Iterable[Placed]) -> Iterator[tuple[str, str, str]]:
        for placed in works:
            summary = titles.summary(placed.work, self.language).text
            yield titles.title(placed.work, self.language).marked, f"{self.site.url}{path_of(placed)}", summary


def _within(text: str, language: str) -> str:
    """A text as a part of the copy: its headings stand below the part's own, and no two texts have the same footnote."""
    text = _FOOTNOTE.sub(rf"[^{language}-\1]", text)
    return _HEADING.sub(lambda found: "#" * min(len(found[0]) + 2, 6), text).strip()


def _heading(*parts: str) -> str:
    return f"## {': '.join(parts)}"


def _list(rows: Iterable[tuple[str, str]]) -> str:
    """A list of labels and what they say; rows that say nothing are left out."""
    return "\n".join(f"- {label}: {text}" for label, text in rows if text)


def _links(rows: Iterable[tuple[str, str, str]]) -> str:
    """A list of links with notes, as llms.txt has it."""
    return "\n".join(f"- [{plain(title)}]({url})" + (f": {plain(note)}" if note else "") for title, url, note in rows)
