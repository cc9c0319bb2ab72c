"""Makes the citations of editions from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from library.catalogue import documents, hosts, titles
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.languages import INTERNATIONAL, chosen, text_in
from library.catalogue.model import WORK_TYPES_IN_ISSUES, Edition, Journal, SerialTitle
from library.catalogue.model_parts import Original
from library.catalogue.names import Name, cited_name
from library.catalogue.titles import Shown
from library.citations import funding
from library.citations.citation import Citation, Corrected, Other, Sibling
from library.citations.proper_names import ProperNames

Instead = Mapping[str, tuple[str, ...]]
"""By a page's language those of the editions that its readers would rather have where there is none in it, best first."""


class Citing:
    """Makes citations from a catalogue; ``site_url`` ends in a slash."""

    def __init__(self, catalogue: Catalogue, site_url: str, instead: Instead = MappingProxyType({})) -> None:
        self.catalogue = catalogue
        self.site_url = site_url
        self.instead = instead
        self.names = ProperNames(catalogue)
        # What stands beside a document in no language of the site is in the one that most services and readers know.
        self._fallback = INTERNATIONAL if INTERNATIONAL in catalogue.languages else catalogue.languages[0]
        self._made: dict[str, tuple[Citation, ...]] = {}

    def of_work(self, placed: Placed) -> tuple[Citation, ...]:
        """A citation for every edition, in the order of the record; made once for all languages."""
        made = self._made.get(placed.work.id)
        if made is None:
            made = self._made[placed.work.id] = tuple(self.of_edition(placed, edition) for edition in placed.work.editions)
        return made

    def offered(self, placed: Placed, language: str) -> int:
        """Place in the record, from 0, of the edition that pages in a language offer to cite."""
        return offered(placed.work.editions, language, self.instead.get(language, ()))

    def of_edition(self, placed: Placed, edition: Edition) -> Citation:
        work, catalogue = placed.work, self.catalogue
        issued = catalogue.issued_of(placed, edition)
        language, title, supplied = cited_title(placed, edition)
        words = edition.language if edition.language in catalogue.languages else self._fallback
        spelt = edition.language or self._fallback  # names have spellings also in languages that are none of the site's
        people = self._contributors(placed, edition, issued)
        whole = hosts.standing(catalogue, placed)
        publisher = edition.publisher or catalogue.issuer_of(placed) or (whole.publisher if whole else None)
        publishing = self._name(publisher, spelt, issued) if publisher else None
        series = work.series
        issue = placed.issue
        document = documents.offered(catalogue, placed, edition)
        original = edition.original or Original()
        abstract = titles.summary(work, words)
        if edition.abstract:
            abstract = Shown(edition.abstract, edition.language or language, supplied=False)
        licence = catalogue.vocabularies["licences"][edition.licence] if edition.licence else None
        kind = hosts.kind(catalogue, placed)
        return Citation(
            key=edition.citation_key,
            work=work.id,
            kind=kind,
            type=work.type,
            genre=self._genre(placed, kind),
            title=f"[{title}]" if supplied else title,
            title_language=language,
            supplied=supplied,
            other_titles=tuple(
                (tag, f"[{text}]" if tag in work.supplied.title else text) for tag, text in work.title.items() if tag != language
            ),
            language=edition.language or "",
            authors=tuple(self._name(creator.party, spelt, issued, creator.name) for creator in work.creators),
            and_others=work.and_others is not None,
            editors=people["editor"] or tuple(self._name(one.party, spelt, issued, one.name) for one in (whole.editors if whole else ())),
            translators=people["translator"],
            responsibility=edition.responsibility or "",
            issued=issued,
            publisher=publishing.inverted if publishing else "",
            publishing=publishing,
            place=edition.place or (issue.place if issue else None) or (whole.place if whole else ""),
            container=whole.title(edition.language or language) if whole else self._container(placed, edition.language or language),
            container_english=whole.titles.get(INTERNATIONAL, "") if whole else self._container(placed, INTERNATIONAL),
            container_short=whole.abbreviation if whole else self._abbreviation(placed),
            volume=whole.volume if whole else (issue.volume if issue else None) or "",
            number=whole.number if whole else (issue.number if issue else None) or "",
            pages=edition.pages or "",
            extent=edition.extent,
            series=catalogue.vocabularies["series"][series.id].label[words] if series else "",
            series_number=(series.number if series else None) or "",
            isbn=edition.isbn,
            issn=whole.issn if whole else catalogue.journal.issn if placed.in_journal and catalogue.journal else (),
            doi=edition.doi or "",
            identifiers=tuple((one.scheme, one.value) for one in edition.identifiers),
            url=f"{self.site_url}{placed.address}/",
            anchor=f"edition-{edition.language or 'und'}",
            address=edition.address or "",
            document=document,
            document_url=f"{self.site_url}{document.path}" if document else "",
            read_here=edition.text is not None,
            formats=edition.formats,
            licence=edition.licence or "",
            licence_url=licence.url if licence else "",
            words=words,
            abstract=abstract.text,
            abstract_language=abstract.language,
            abstract_supplied=abstract.supplied,
            keywords=edition.keywords
            + tuple(catalogue.vocabularies["themes"][theme].label[words] for theme in work.themes)
            + tuple(catalogue.vocabularies["countries"][code].label[words] for code in work.coverage.countries),
            added=placed.added,
            changed=placed.changed,
            withdrawn=work.withdrawn.on if work.withdrawn else None,
            because=(work.withdrawn.because if work.withdrawn else None) or "",
            replaced_by=self._other(catalogue.works[work.withdrawn.replaced_by]) if work.withdrawn and work.withdrawn.replaced_by else None,
            replaces=tuple(map(self._other, catalogue.replaced.get(work.id, ()))),
            corrected=tuple(Corrected(each.day, *chosen(each.what, INTERNATIONAL)) for each in work.corrected),
            siblings=tuple(self._sibling(placed, edition, other) for other in work.editions if other is not edition),
            former_keys=edition.former_keys,
            proper_names=self.names.in_title(title) if language.partition("-")[0] == INTERNATIONAL else (),
            host=f"{self.site_url}{whole.placed.address}/" if whole and whole.placed else "",
            host_isbn=whole.isbn if whole else (),
            event=work.event.title if work.event else "",
            event_place=(work.event.place if work.event else None) or "",
            event_date=work.event.date if work.event else None,
            degree=work.degree or "",
            further_languages=edition.also_in,
            edition=edition.edition or "",
            own_number=edition.number or "",
            volumes=edition.volumes,
            original_title=original.title or "",
            original_language=original.language or "",
            original_date=original.issued,
            funding=tuple(funding.of_edition(catalogue, placed, edition, spelt, issued)),
            credits=funding.credit_lines(catalogue, placed, words),
        )

    def _genre(self, placed: Placed, kind: str) -> str:
        """What it is in English words, where the kind of a reference does not say it: a report's type, a thesis's degree."""
        if placed.in_journal:
            return ""
        own = placed.work.type not in (kind, *WORK_TYPES_IN_ISSUES)
        return placed.work.degree or (self.catalogue.vocabularies["types"][placed.work.type].label["en"] if own or kind == "report" else "")

    def _contributors(self, placed: Placed, edition: Edition, issued: Issued | None) -> dict[str, tuple[Name, ...]]:
        """Editors and translators of this edition, by role."""
        words = edition.language or self._fallback
        found: dict[str, list[Name]] = {"editor": [], "translator": []}
        for contributor in placed.work.contributors:
            if contributor.role in found and (not contributor.editions or edition.language in contributor.editions):
                found[contributor.role].append(self._name(contributor.party, words, issued, contributor.name))
        return {role: tuple(names) for role, names in found.items()}

    def _sibling(self, placed: Placed, edition: Edition, other: Edition) -> Sibling:
        relation = "other-language"
        if edition.translation_of == other.language and other.language:
            relation = "translation-of"
        elif other.translation_of == edition.language and edition.language:
            relation = "translated-as"
        _, title, supplied = cited_title(placed, other)
        return Sibling(
            other.citation_key,
            other.language or "",
            f"[{title}]" if supplied else title,
            relation,
            other.doi or "",
            f"{self.site_url}{placed.address}/#edition-{other.language or 'und'}",
        )

    def _other(self, placed: Placed) -> Other:
        edition = placed.work.editions[original(placed.work.editions)]
        _, title, supplied = cited_title(placed, edition)
        withdrawn = placed.work.withdrawn
        return Other(
            edition.citation_key,
            f"[{title}]" if supplied else title,
            edition.doi or "",
            f"{self.site_url}{placed.address}/",
            withdrawn.on if withdrawn else None,
            (withdrawn.because if withdrawn else None) or "",
        )

    def _name(self, party_id: str, language: str, when: Issued | None, printed: str | None = None) -> Name:
        return cited_name(self.catalogue.vocabularies["parties"][party_id], language, when, printed)

    def _container(self, placed: Placed, language: str) -> str:
        """The journal's title at that date, in the language where a source prints it so, else in English."""
        journal = self.catalogue.journal
        if not placed.in_journal or journal is None:
            return ""
        title = title_at(journal, placed.issued).title
        return title.get(language) or _in_english(title)

    def _abbreviation(self, placed: Placed) -> str:
        """The journal's abbreviation, which is that of its present title; empty for what came out under a former one."""
        journal = self.catalogue.journal
        if not placed.in_journal or journal is None or title_at(journal, placed.issued) is not journal.titles[0]:
            return ""
        return journal.abbreviation or ""


def offered(editions: Sequence[Edition], language: str, instead: Sequence[str] = ()) -> int:
    """Place of the edition that a page in a language offers to cite.

    It is the edition in the page's language; else in the first of the languages ``instead``
    that has one; else the original, where translations say which that is; else the first.
    """
    places = {edition.language: place for place, edition in enumerate(editions)}
    return next((places[tag] for tag in (language, *instead) if tag in places), original(editions))


def original(editions: Sequence[Edition]) -> int:
    """Place of the edition that the first one was, at however many removes, translated from; mostly 0, the first itself."""
    places = {edition.language: place for place, edition in enumerate(editions) if edition.language}
    found, seen = 0, set[int]()
    while found not in seen:
        seen.add(found)
        found = places.get(editions[found].translation_of or "", found)
    return found


def title_at(journal: Journal, when: Issued | None) -> SerialTitle:
    """The title that a serial had at a date; the present one where the date is not known."""
    for titled in reversed(journal.titles):
        if when and titled.until and when.year <= titled.until.year:
            return titled
    return journal.titles[0]


def _in_english(texts: Mapping[str, str]) -> str:
    """The English text, or the first where there is none."""
    return text_in(texts, INTERNATIONAL)


def cited_title(placed: Placed, edition: Edition) -> tuple[str, str, bool]:
    """Language and text of the title that a reference to the edition shows, and whether it is supplied.

    An edition's own title is the printed one. Otherwise the work's title in the edition's
    language; where the language is not stated, the first title that is printed, and failing
    that the first.
    """
    work = placed.work
    if edition.title:
        return edition.language or next(iter(work.title)), edition.title, False
    shown = titles.title(work, edition.language or titles.first_printed(work))
    return shown.language, shown.text, shown.supplied
