"""References by GOST, which no CSL style of today gives: a short reference and a full description.

- The short form is a reference behind the text by GOST R 7.0.5-2008: areas end in full stops
  and the heading names up to three authors.
- The full form is a description by GOST R 7.0.100-2018 with a heading by GOST R 7.0.80-2023:
  a dash stands before each area, with a no-break space so that it never opens a line.
- DOI, address and day of access follow GOST R 7.0.108-2022.

Words are in the document's language (see ``terms_for``). A document of one to three authors
stands under them; of four authors all stand behind the title, of five or more the first three
and *and others*. A body never heads a description. What the catalogue does not know is left
out: it cannot tell that a document bears no date or place, which is what ``[б. г.]`` and
``[б. м.]`` say. The short form leaves out series, ISBN, ISSN and type of content, as the
standard allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from library.catalogue.document_numbers import CLASSES, NAMES
from library.catalogue.names import Name
from library.catalogue.pages import with_dash
from library.citations.citation import Citation, described
from library.citations.kinds import KINDS
from library.citations.references.gost_names import direct, inverted
from library.citations.references.gost_terms import NBSP, Terms, terms_for
from library.citations.references.text import ACCESSED, Reference, plain

_STOPS = (".", "?", "!", "…", "。", "？", "！", "؟", "։")
_FULL_STOPS = (".", "…", "。", "։")
_DASH = f"{NBSP}– "
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)


def short(citation: Citation) -> Reference:
    """The short reference: ``Иванова М. П. Заглавие // Журнал. 2021. Т. 6, № 2. С. 5–19. DOI: 10.1234/5.``"""
    terms = terms_for(citation)
    heads = _heads(citation)
    title = _with_statements(citation, _statements(citation, terms, with_persons=not heads))
    heading = ", ".join(inverted(name) for name in heads)
    doi = f"DOI: {citation.doi}" if citation.doi else ""
    if citation.in_a_whole:
        areas = [f"{title} // {_whole(citation, terms)}", *_place_in_whole(citation, terms), doi, _address(citation, terms)]
    else:
        areas = [title, _edition(citation), _imprint(citation), _extent(citation, terms), doi, _address(citation, terms)]
    return plain(_joined([_headed(heading, areas[0]), *areas[1:]], " "))


def full(citation: Citation) -> Reference:
    """The full description: ``Иванова, М. П. Заглавие / М. П. Иванова. – Астана : Хаб, 2021. – 48 с.``"""
    terms = terms_for(citation)
    title = _with_statements(citation, _statements(citation, terms, with_persons=True))
    heading = "".join(inverted(name, ",") for name in _heads(citation)[:1])
    doi = f"DOI {citation.doi}" if citation.doi else ""
    if citation.in_a_whole:
        part = _joined([_headed(heading, title), doi, _content(citation, terms)], _DASH, closed=False)
        areas = [
            f"{part} // {_whole(citation, terms)}",
            *_place_in_whole(citation, terms),
            *_numbers("ISBN", citation.isbns if citation.kind != "article" else ()),
            *_numbers("ISSN", citation.issn),
            *_further(citation),
            _address(citation, terms),
        ]
    else:
        areas = [
            _headed(heading, title),
            _edition(citation),
            _imprint(citation),
            _extent(citation, terms),
            _series(citation, terms),
            *_numbers("ISBN", citation.isbns),
            doi,
            *_further(citation),
            _address(citation, terms),
            _content(citation, terms),
        ]
    return plain(" ".join([_joined(areas, _DASH), *_classes(citation, terms)]))


def _heads(citation: Citation) -> tuple[Name, ...]:
    """The one to three persons under whom the document stands; none where there are more, or others unnamed."""
    persons = tuple(name for name in citation.authors if not name.literal)
    return persons if len(persons) <= 3 and not citation.and_others else ()


def _statements(citation: Citation, terms: Terms, with_persons: bool) -> Iterable[str]:
    """Statements of responsibility: authors, bodies, then the title page's words or else editors and translators."""
    persons = [direct(name) for name in citation.authors if not name.literal]
    bodies = [_folded(name.literal) for name in citation.authors if name.literal]
    if persons and with_persons:
        yield terms.named(persons, citation.and_others)
    if bodies:
        yield terms.named(bodies, citation.and_others and not persons)
    if citation.responsibility:
        yield _folded(citation.responsibility)
    else:
        # The editors of a book or of proceedings stand behind its title, those of an issue behind the article's.
        if not _in_book(citation):
            yield terms.edited([direct(name) for name in citation.editors])
        yield terms.translated([direct(name) for name in citation.translators])
    if citation.kind == "thesis":
        yield _folded(citation.publisher)


def _with_statements(citation: Citation, statements: Iterable[str]) -> str:
    said = " ; ".join(filter(None, statements))
    title = _folded(citation.title)
    volumes = terms_for(citation).volumes.format(citation.volumes) if citation.volumes else ""
    for more in (citation.degree, citation.own_number if citation.kind != "article" else "", volumes):
        title += f" : {_folded(more)}" if more else ""
    if not citation.in_a_whole and citation.container and citation.kind == "book":
        volume = terms_for(citation).issue(citation.volume, citation.number)
        title = (
            f"{_stopped(_folded(citation.container))} {volume} : {title}" if volume else f"{_stopped(_folded(citation.container))} {title}"
        )
    return f"{title} / {said}" if said else title


def _in_book(citation: Citation) -> bool:
    """Whether it stands in a whole that is no journal."""
    return citation.in_a_whole and citation.kind != "article"


def _whole(citation: Citation, terms: Terms) -> str:
    """Title of what it stands in; of a book also the conference and the editors: ``Сборник : конференция (Астана, 2019) / ред. …``"""
    title = _folded(citation.container)
    if not _in_book(citation):
        return title
    if citation.event and citation.event.casefold() not in title.casefold():
        when = ", ".join(filter(None, (citation.event_place, str(citation.event_date.year) if citation.event_date else "")))
        title += f" : {_folded(citation.event)}" + (f" ({when})" if when else "")
    editors = terms.edited([direct(name) for name in citation.editors])
    return f"{title} / {editors}" if editors else title


def _headed(heading: str, text: str) -> str:
    return f"{_stopped(heading)} {text}" if heading else text


def _edition(citation: Citation) -> str:
    """The edition statement, which opens an area."""
    return citation.edition[:1].upper() + _folded(citation.edition[1:])


def _imprint(citation: Citation) -> str:
    """Place, publisher and year, as far as known; the colon has its spaces in both forms. A thesis has its institution behind the title."""
    publisher = "" if citation.kind == "thesis" else _folded(citation.publisher)
    where = " : ".join(filter(None, (" ; ".join(map(_folded, citation.places)), publisher)))
    return ", ".join(filter(None, (where, described(citation.issued) if citation.issued else "")))


def _place_in_whole(citation: Citation, terms: Terms) -> Iterable[str]:
    if not _in_book(citation):
        return _in_issue(citation, terms)
    return _edition(citation), _imprint(citation), terms.issue(citation.volume, citation.number), _pages(citation, terms)


def _pages(citation: Citation, terms: Terms) -> str:
    return terms.pages.format(with_dash(citation.pages)) if citation.pages else ""


def _in_issue(citation: Citation, terms: Terms) -> Iterable[str]:
    """Year, issue and pages; without an issue the day of the year, by which the article can be found."""
    issue = terms.issue(citation.volume, citation.number)
    if citation.issued:
        yield described(citation.issued)
        if not issue:
            yield terms.day_of_issue(citation.issued)
    yield issue
    yield _pages(citation, terms)
    yield terms.article.format(_folded(citation.own_number)) if citation.own_number and not citation.pages else ""


def _extent(citation: Citation, terms: Terms) -> str:
    """The number of pages; of an article that stands in no known journal, its pages there."""
    if citation.extent:
        return terms.extent.format(citation.extent)
    return _pages(citation, terms)


def _series(citation: Citation, terms: Terms) -> str:
    if not citation.series:
        return ""
    number = f" ; {terms.in_series(citation.series_number)}" if citation.series_number else ""
    return f"({_folded(citation.series)}{number})"


def _numbers(scheme: str, values: Iterable[str]) -> Iterable[str]:
    return (f"{scheme} {value}" for value in values)


def _further(citation: Citation) -> Iterable[str]:
    """Handle, URN and ARK, as the area of identifiers has them; the last two name themselves."""
    return (value if scheme in ("urn", "ark") else f"{NAMES[scheme]} {value}" for scheme, value in citation.further_identifiers)


def _classes(citation: Citation, terms: Terms) -> Iterable[str]:
    """Class marks, which stand behind a description (GOST R 7.0.100-2018, of records; GOST R 7.0.4-2020, of the names)."""
    return (f"{terms.classes[CLASSES.index(scheme)]} {value}." for scheme, value in citation.identifiers if scheme in CLASSES)


def _address(citation: Citation, terms: Terms) -> str:
    """Where the document can be read, and when a reader saw it; empty where the DOI says the same."""
    location = citation.location
    if not location or (citation.doi and _RESOLVER.sub("", unquote(location)).casefold() == citation.doi.casefold()):
        return ""
    return f"URL: {location} ({terms.accessed}: {ACCESSED})"


def _content(citation: Citation, terms: Terms) -> str:
    """Type of content and means of access, where the catalogue knows which one was described.

    Of a document that is both printed and electronic it does not, unless the reference
    leads to the electronic one.
    """
    if not KINDS[citation.kind].text:
        return ""
    if citation.location or citation.doi or citation.formats == ("electronic",):
        return terms.electronic
    return terms.unmediated if citation.formats == ("print",) else ""


def _folded(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _stopped(text: str, stops: tuple[str, ...] = _STOPS) -> str:
    """With a full stop, unless one of the signs stands there already."""
    return text if text.endswith(stops) else f"{text}."


def _joined(areas: Iterable[str], before: str, closed: bool = True) -> str:
    """Areas that are not empty, each but the last with a full stop; the last one where ``closed``.

    The sign "full stop and dash" keeps its stop after ? and !, and loses it only after another
    stop (GOST R 7.0.100-2018, 4.6).
    """
    *others, last = filter(None, areas)
    text = "".join(f"{_stopped(area, _FULL_STOPS if before == _DASH else _STOPS)}{before}" for area in others) + last
    return _stopped(text) if closed else text
