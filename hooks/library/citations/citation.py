"""One format-neutral citation per edition: what any reference format needs, nothing of how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from library.catalogue.dates import Issued
from library.catalogue.document_numbers import CLASSES, NAMES
from library.catalogue.documents import Document
from library.catalogue.names import Name
from library.citations.funding import Funding
from library.citations.kinds import KINDS


@dataclass(frozen=True)
class Sibling:
    """Another edition of the same work.

    ``relation`` is ``translation-of`` (this one was made from it), ``translated-as`` (it was
    made from this one), or ``other-language`` where no source says which came first.
    """

    key: str
    language: str
    title: str
    relation: str
    doi: str
    url: str


@dataclass(frozen=True)
class Other:
    """The original edition of another work: the one in the place of a withdrawn work, or a work that was withdrawn for this one.

    ``withdrawn`` and ``because`` are as a citation has them.
    """

    key: str
    title: str
    doi: str
    url: str
    withdrawn: Issued | None = None
    because: str = ""

    @property
    def address(self) -> str:
        """The DOI where there is one, else the page."""
        return doi_address(self.doi) or self.url


@dataclass(frozen=True)
class Corrected:
    """A correction of the document: its day, and what was put right, in English where it is told in it, else in another language."""

    day: Issued
    language: str
    what: str


@dataclass(frozen=True)
class Citation:
    """The fields of a reference to one edition. Empty text or tuple: not known.

    ``kind`` is a row of ``kinds.KINDS``; ``type`` the catalogue's own type, ``genre`` its name in English where the kind does not say it.
    ``title`` is as a reference shows it, so in square brackets where a cataloguer supplied
    it; ``title_language`` is its language also where the document's is not stated.
    ``other_titles`` are pairs of language and title in the site's other languages, in
    brackets where supplied. ``container`` is the title of the journal or book that it
    stands in, in the document's language where a source prints one, ``container_english`` in English, ``container_short`` a journal's
    abbreviation where it bore the title that this belongs to; ``host`` is the address of the whole's own page and ``host_isbn`` its
    ISBNs; ``editors`` are also those of the whole. ``pages`` is ``11-31``; ``doi``,
    ``isbn`` and ``issn`` are bare; ``url`` is the landing page, absolute; ``anchor`` where
    the edition stands on it; ``address`` is the document elsewhere on the web; ``document`` the
    file where the site holds it, ``document_url`` its absolute address; ``read_here`` whether
    its text stands on the landing page. ``proper_names`` are names
    that stand in an English title, as written there: formats whose styles change case protect them. ``licence`` is an SPDX id, ``licence_url`` its text.
    ``former_keys`` are those that it had once, by which others may cite it still.
    ``edition`` is the edition statement, ``own_number`` that of a report, standard, law or article, ``volumes`` how many a set has;
    ``original_title``, ``original_language`` and ``original_date`` are those of what it was translated from.
    ``withdrawn`` is the day on which the work was withdrawn, ``because`` why (``mistake``, ``superseded``, ``retracted`` or
    empty), ``replaced_by`` what stands in its place; ``replaces`` are works that were withdrawn for this one; ``corrected`` are
    corrections of the document, as the record has them.
    ``credits`` are the sentences by which the document's projects name their funding, without full stops.
    ``words`` is the language of the site in which what stands beside the document is written: keywords, series.
    ``abstract`` is in it where the record has a summary in it, in ``abstract_language`` in any case;
    ``abstract_supplied``: the library wrote it, the document does not print it.
    """

    key: str
    work: str
    kind: str
    type: str
    genre: str
    title: str
    title_language: str
    supplied: bool
    other_titles: tuple[tuple[str, str], ...]
    language: str
    authors: tuple[Name, ...]
    and_others: bool
    editors: tuple[Name, ...]
    translators: tuple[Name, ...]
    responsibility: str
    issued: Issued | None
    publisher: str
    publishing: Name | None
    place: str
    container: str
    container_english: str
    container_short: str
    volume: str
    number: str
    pages: str
    extent: int | None
    series: str
    series_number: str
    isbn: tuple[str, ...]
    issn: tuple[str, ...]
    doi: str
    url: str
    anchor: str
    address: str
    document: Document | None
    document_url: str
    read_here: bool
    formats: tuple[str, ...]
    licence: str
    licence_url: str
    words: str
    abstract: str
    abstract_language: str
    abstract_supplied: bool
    keywords: tuple[str, ...]
    added: Issued
    changed: Issued
    withdrawn: Issued | None = None
    because: str = ""
    replaced_by: Other | None = None
    replaces: tuple[Other, ...] = ()
    corrected: tuple[Corrected, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    proper_names: tuple[str, ...] = ()
    former_keys: tuple[str, ...] = ()
    host: str = ""
    host_isbn: tuple[str, ...] = ()
    event: str = ""
    event_place: str = ""
    event_date: Issued | None = None
    degree: str = ""
    further_languages: tuple[str, ...] = ()
    edition: str = ""
    own_number: str = ""
    volumes: int | None = None
    original_title: str = ""
    original_language: str = ""
    original_date: Issued | None = None
    funding: tuple[Funding, ...] = ()
    credits: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def in_a_whole(self) -> bool:
        """Whether it is a part of a journal, book or collection that is known; a volume of a set is a book by itself."""
        return KINDS[self.kind].part and bool(self.container)

    @property
    def isbns(self) -> tuple[str, ...]:
        """Its own, or those of what it is a part of."""
        return self.isbn or self.host_isbn

    @property
    def places(self) -> tuple[str, ...]:
        """Places of publication, of which a document may print several."""
        parts = tuple(part.strip() for part in self.place.split("; "))
        return parts if len(parts) > 1 and all(parts) else (self.place,) if self.place else ()

    @property
    def original(self) -> tuple[str, str]:
        """Title and language of what it was translated from: of another edition, or of what its record names."""
        source = self.translated_from
        return (self.original_title or source.title, source.language) if source else (self.original_title, self.original_language)

    @property
    def translated_from(self) -> Sibling | None:
        """The edition that this one was translated from, where a source says so."""
        return next((sibling for sibling in self.siblings if sibling.relation == "translation-of"), None)

    @property
    def bare_title(self) -> str:
        """The title without the brackets of a supplied one."""
        return self.title[1:-1] if self.supplied else self.title

    @property
    def classes(self) -> tuple[str, ...]:
        """Its class marks, each behind the name of the classification: ``UDC 351/354``."""
        return tuple(f"{NAMES[scheme]} {value}" for scheme, value in self.identifiers if scheme in CLASSES)

    @property
    def further_identifiers(self) -> tuple[tuple[str, str], ...]:
        """Scheme and value of the identifiers besides DOI, ISBN and ISSN."""
        return tuple(found for found in self.identifiers if found[0] not in CLASSES)

    @property
    def location(self) -> str:
        """Where the document itself can be read: its own address, or the page that holds it; empty where nowhere."""
        return self.address or (self.url if self.document or self.read_here else "")


def doi_address(doi: str) -> str:
    """The address of a bare DOI, whose characters an address may not all hold (``<``, ``#``, ``%``); empty for none."""
    return "https://doi.org/" + quote(doi, safe="/:;().,-_~!*$+=@'") if doi else ""


def described(issued: Issued) -> str:
    """The year as descriptions have it: ``2018–2020``, ``2018–``, ``[2019?]``, ``cop. 2019``, ``[199-]`` (ISBD, A.4.4; GOST R 7.0.100-2018, 5.5.4)."""
    if issued.mark == "X":
        return f"[{issued.edtf.replace('X', '-')}]"
    if issued.mark == "c":
        return f"cop. {issued.year}"
    if issued.mark or not issued.begins or issued.edtf.endswith("/"):
        return f"[{issued.year}?]"
    if not issued.is_span:
        return str(issued.year)
    if issued.end is None:
        return f"{issued.year}–"
    return str(issued.year) if issued.end.year == issued.year else f"{issued.year}–{issued.end.year}"
