"""What every format is read into: one neutral entry for each publication, with the line that it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from library.importing.texts import plain


@dataclass(frozen=True)
class Named:
    """A person by parts, or ``whole``: the name of a body, or of a person that is not divided.

    ``identifiers`` are pairs of scheme and bare identifier, as in the authority file.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    whole: str = ""
    is_body: bool = False
    identifiers: tuple[tuple[str, str], ...] = ()
    affiliation: str = ""
    printed: str = ""
    """The name as it was read, where it was divided without a comma to show the place."""
    other_names: tuple[tuple[str, str], ...] = ()
    """Of a body, pairs of language and name, where the source gives it in several languages."""

    @property
    def text(self) -> str:
        """``Facer, Rex L, II``, or the whole name."""
        return self.whole or ", ".join(part for part in (self.family, self.given, self.suffix) if part)


@dataclass
class Entry:
    """A publication as a file tells of it. Empty text or list: not told.

    ``kind`` is a key of ``kinds.KINDS``; ``called`` what the format calls it (``@incollection``). ``title_language`` and
    ``abstract_language`` are as written, or empty. ``people`` are pairs of role (``author``, ``editor``, ``translator`` …)
    and name. ``issued`` is a date as written. ``siblings`` are pairs of the key of another edition of the same work and its
    relation, as in ``citations.citation.Sibling``. ``in_own_journal`` is true of what the library's own journal exports.
    ``set_title`` is the title of the set that a book is a volume of, ``own_number`` the number of a report, a law or an article. ``rest`` are pairs of a field's name and its value for which records
    have no field, ``remarks`` what the reader of the format noticed.
    """

    file: str
    line: int
    key: str
    kind: str = "other"
    called: str = ""
    genre: str = ""
    title: str = ""
    title_supplied: bool = False
    other_titles: dict[str, str] = field(default_factory=dict)
    language: str = ""
    people: list[tuple[str, Named]] = field(default_factory=list)
    and_others: bool = False
    issued: str = ""
    publisher: str = ""
    issuer: str = ""
    place: str = ""
    series: str = ""
    series_number: str = ""
    container: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    extent: str = ""
    isbn: list[str] = field(default_factory=list)
    issn: list[str] = field(default_factory=list)
    doi: str = ""
    address: str = ""
    document: str = ""
    licence: str = ""
    abstract: str = ""
    abstract_language: str = ""
    abstract_supplied: bool = False
    summaries: dict[str, str] = field(default_factory=dict)
    keywords: list[str] = field(default_factory=list)
    in_own_journal: bool = False
    set_title: str = ""
    edition: str = ""
    own_number: str = ""
    responsibility: str = ""
    volumes: str = ""
    original_title: str = ""
    original_language: str = ""
    original_issued: str = ""
    event: str = ""
    event_place: str = ""
    event_date: str = ""
    degree: str = ""
    further_languages: list[str] = field(default_factory=list)
    siblings: list[tuple[str, str]] = field(default_factory=list)
    work: str = ""
    rest: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def keep(self, name: str, value: str) -> None:
        """Remembers a value that has no field, for the record's ``note``."""
        if text := plain(value):
            self.rest.append((name, text))


@dataclass(frozen=True)
class Broken:
    """A piece of a file that is no entry: where it begins, how it begins, and what is wrong."""

    file: str
    line: int
    quoted: str
    why: str


@dataclass
class Reading:
    """All of a file: its entries, what of it is broken, and remarks on it as a whole."""

    entries: list[Entry] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class Unreadable(Exception):
    """A file of which nothing can be taken: what is wrong with it, and what to do."""

    def __init__(self, said: str, hint: str) -> None:
        self.said, self.hint = said, hint
        super().__init__(f"{said}; {hint}")
