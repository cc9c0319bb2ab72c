"""Checks that need more than one field, record or file to be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from stdnum import isbn as stdnum_isbn

from library.catalogue import covers
from library.catalogue.authorities import IDENTIFIERS, identifiers
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.letters import decomposed
from library.catalogue.model import WORK_TYPES_IN_ISSUES, Work
from library.catalogue.problems import Problem, nearest
from library.catalogue.records import Keys, Record
from library.catalogue.vocabularies import Vocabulary, site_languages

CITATION_ENDINGS = ("bib", "biblatex.bib", "ris", "json", "csv")
"""Endings of the files of citations, which lie beside a work's documents; a test holds them to the formats there are."""


def label_problems(vocabulary: Vocabulary, context: Mapping[str, Vocabulary]) -> list[Problem]:
    """Labels that lack a language of the site, or have one that is no language."""
    found: list[Problem] = []
    holders: dict[tuple[str, str], str] = {}
    for term in vocabulary.terms.values():
        record, number = vocabulary.stands[term.id]
        if vocabulary.name == "parties":
            found += _shared_identifiers(record, number, term, holders)
            for which, name in enumerate(term.names):
                if term.kind == "body":
                    found += text_languages(record, (number, "names", which), "label", name.label, context)
                    if name.since and name.until and name.until < name.since:
                        found.append(
                            record.problem(
                                (number, "names", which, "until"),
                                "bad-date",
                                f"the name was used until {name.until}, before it began in {name.since}",
                                "compare the two dates with the source",
                            )
                        )
            found += _party_problems(record, number, term)
            continue
        for name in ("label", "plural", "scope"):
            texts = getattr(term, name)
            if texts is not None:
                found += text_languages(record, (number,), name, texts, context)
        found += _unknown_languages(record, (number,), "searched_as", getattr(term, "searched_as", None) or (), context)
    return found


def _shared_identifiers(record: Record, number: int, party: Any, holders: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Identifiers that an earlier party has already; ``holders`` are the parties so far, by scheme and identifier."""
    for scheme, value in identifiers(party).items():
        holder = holders.setdefault((scheme, value), party.id)
        if holder != party.id:
            yield record.problem(
                (number, scheme),
                "repeated-value",
                f'the {scheme.upper()} "{value}" is already that of "{holder}"',
                "one identifier is one person or body: merge the two entries, or mend one of the identifiers",
            )


def _party_problems(record: Record, number: int, party: Any) -> Iterator[Problem]:
    """Identifiers without a source, and spellings of a person's name that nothing tells apart."""
    for scheme in IDENTIFIERS:
        if getattr(party, scheme, None) and not party.source:
            yield record.problem(
                (number, scheme),
                "no-source",
                f"the {scheme.upper()} has no source",
                "say in source: where the identifier was read; one that is only probable is left out",
            )
    if party.kind == "person":
        seen: set[str] = set()
        for which, name in enumerate(party.names):
            if which and not name.languages:
                yield record.problem(
                    (number, "names", which),
                    "no-language",
                    "this further spelling of the name has no languages",
                    "add languages: with those of the documents that print it so, as in languages: [ru]",
                )
            for language in name.languages:
                if language in seen:
                    yield record.problem(
                        (number, "names", which, "languages"),
                        "repeated-value",
                        f'"{language}" has two spellings of the name',
                        "keep one; other forms seen go under variants",
                    )
                seen.add(language)


def text_languages(record: Record, at: Keys, name: str, texts: Mapping[str, str], context: Mapping[str, Vocabulary]) -> list[Problem]:
    """Languages of the site in which a text is missing, and tags that are no language."""
    problems = [
        record.problem(
            (*at, name),
            "missing-language",
            f'{name} has no text in "{language}"',
            "every title, summary and label exists in all languages of the site",
        )
        for language in site_languages(context)
        if language not in texts
    ]
    return problems + _unknown_languages(record, at, name, texts, context)


def glossary_problems(record: Record, number: int, words: Mapping[str, str], context: Mapping[str, Vocabulary]) -> list[Problem]:
    """Languages of the site in which an entry of the glossary has no word."""
    return [
        record.problem((number,), "missing-language", f'the entry has no word in "{language}"', "write the word that the field uses in it")
        for language in site_languages(context)
        if language not in words
    ]


def _unknown_languages(record: Record, at: Keys, name: str, texts: Iterable[str], context: Mapping[str, Vocabulary]) -> list[Problem]:
    known = context["languages"]
    return [
        record.problem(
            (*at, name, language),
            "bad-language",
            f'"{language}" is not a language tag of vocabularies/languages.yml',
            nearest(language, known) or "BCP 47 tags: en, ru, kk, ko",
        )
        for language in texts
        if language not in known
    ]


# -- texts of case studies -------------------------------------------------------------

_TAG = re.compile(r"<(?:[A-Za-z/!?])|\]\(\s*(?:javascript|data|vbscript):", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")


_NESTED = re.compile(r"\s*(?:[-*+]\s+|>\s*){12,}(?=[^\s*+-])|\[{20}")
"""Deeper than any text goes; thousands of levels would exhaust the Markdown parser. A rule of
hyphens or asterisks across the page is none."""


def markdown_problems(name: str, text: str, first_line: int) -> list[Problem]:
    """HTML and script in the Markdown of a case study; code spans may show them."""
    deep = [
        Problem(
            name,
            first_line + number,
            1,
            "too-deep",
            "more than eleven levels of lists or quotations in one line",
            "no text goes that deep: take the marks away",
        )
        for number, line in enumerate(text.split("\n"))
        if _NESTED.match(line)
    ]
    return deep + [
        Problem(
            name,
            first_line + number,
            found.start() + 1,
            "markup",
            f'"{found[0]}" begins HTML or script; case studies are plain Markdown',
            "use Markdown (**bold**, [text](https://…)), or `code marks` to show a tag",
        )
        for number, line in enumerate(text.split("\n"))
        if (found := _TAG.search(_CODE.sub(lambda code: " " * len(code[0]), line)))
    ]


def stray_translations(record: Record, work: Work, here: list[str]) -> list[Problem]:
    """Files ``<id>.<language>.md`` that no edition of the work announces, or that the body stands in for."""
    return [
        Problem(
            record.name.replace(record.path.name, path.name),
            0,
            0,
            "stray-translation",
            f'"{work.id}" has no place for a text in this language: no edition says "text: here", or the record holds it',
            "add the edition to the record, or delete one of the two texts",
        )
        for path in sorted(record.path.parent.glob(f"{work.id}.*.md"))
        if path.stem.split(".", 1)[1] not in (here[1:] if record.body.strip() else here)
    ]


# -- across records ----------------------------------------------------------------------


def across(catalogue: Catalogue, whole: bool = True, others: Iterable[Placed] = ()) -> list[Problem]:
    """Every problem that only the whole catalogue shows.

    Where it is not ``whole``, records are missing that could not be read: a work that is
    named but not there is then no problem of its own. ``others`` are works that cannot stand in
    the catalogue, such as copies with an id that is taken: what they repeat is told all the same.
    """
    problems: list[Problem] = []
    works = [*catalogue.works.values(), *others]
    for placed in catalogue.works.values():
        for check in _OF_A_WORK:
            problems += check(catalogue, placed)
        if whole:
            problems += _related(catalogue, placed)
    if whole:
        problems += _unnamed_files(catalogue)
    problems += _repeated(
        works, "duplicate-key", "the citation key", _keys, "keys are unique in the whole library and never regenerated; choose another"
    )
    problems += _repeated(works, "same-work", "the DOI", _dois, "one work is one record: merge the two")
    problems += _repeated(works, "same-work", "the ISBN", _isbns, "one work is one record: merge the two")
    problems += _repeated(
        works,
        "same-work",
        "title and year",
        _title_and_year,
        "one work is one record: merge them; if they are two, tell them apart in the titles",
    )
    problems += _repeated(catalogue.works.values(), "address-taken", "the address", _addresses, "an address leads to one work only")
    return problems


def _texts(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for name in ("title", "summary"):
        yield from text_languages(placed.record, placed.keys, name, getattr(placed.work, name), catalogue.vocabularies)
    if withdrawn := placed.work.withdrawn:
        yield from text_languages(placed.record, (*placed.keys, "withdrawn"), "reason", withdrawn.reason, catalogue.vocabularies)


def _supplied(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for name in ("title", "summary"):
        for number, language in enumerate(getattr(placed.work.supplied, name)):
            if language not in getattr(placed.work, name):
                yield placed.record.problem(
                    (*placed.keys, "supplied", name, number),
                    "supplied-nothing",
                    f'there is no {name} in "{language}" that could be supplied',
                    f"write the {name}, or strike the language",
                )


def _printed_nowhere(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Titles that are said to be printed although no edition is in their language."""
    languages = {edition.language for edition in placed.work.editions}
    if None in languages:
        return
    for language in placed.work.title:
        if language not in languages and language not in placed.work.supplied.title:
            yield placed.record.problem(
                (*placed.keys, "title", language),
                "not-printed",
                f'no edition is in "{language}", so no document prints this title',
                f"add {language} to supplied: title",
            )


def _related(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for number, other in enumerate(placed.work.related):
        if other not in catalogue.works or other == placed.work.id:
            yield placed.record.problem(
                (*placed.keys, "related", number),
                "unknown-work",
                f'"{other}" is not the id of another work',
                nearest(other, catalogue.works) or "write the id of a record",
            )


def _files(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for number, edition in enumerate(placed.work.editions):
        if not edition.file:
            continue
        if edition.file in _own_files(placed):
            yield placed.record.problem(
                (*placed.keys, "editions", number, "file"),
                "file-name",
                f'"{edition.file}" is the name of a file that the library makes beside the page',
                f"name the document otherwise, as in {placed.work.id}-table.{edition.file.rsplit('.', 1)[-1]}",
            )
        path = catalogue.folder / "files" / edition.file
        if path.is_file() and not path.resolve().is_relative_to(catalogue.folder.resolve()):
            yield placed.record.problem(
                (*placed.keys, "editions", number, "file"),
                "outside",
                f"catalogue/files/{edition.file} is a link that leads out of the catalogue",
                "put the document itself there",
            )
        elif not path.is_file():
            yield placed.record.problem(
                (*placed.keys, "editions", number, "file"),
                "missing-file",
                f"catalogue/files/{edition.file} does not exist",
                "add the file in the same pull request, or leave the field out",
            )


def _cover(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    if not placed.work.cover:
        return
    path = covers.source_of(catalogue, placed)
    if not path.is_file():
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "missing-file",
            f"catalogue/files/{placed.work.cover} does not exist",
            "add the picture in the same pull request, or leave the field out",
        )
        return
    if not path.resolve().is_relative_to(catalogue.folder.resolve()):
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "outside",
            f"catalogue/files/{placed.work.cover} is a link that leads out of the catalogue",
            "put the picture itself there",
        )
        return
    try:
        covers.size_of(path)
    except covers.UnreadableCover as error:
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "unreadable-cover",
            f"catalogue/files/{placed.work.cover} cannot be shown: {error}",
            "save the picture as JPEG, PNG or WebP, or leave the field out",
        )


def _own_files(placed: Placed) -> set[str]:
    """Names of the files that the library itself puts into the folder of a work."""
    stems = [placed.work.id, *(f"{placed.work.id}.{edition.language or 'und'}" for edition in placed.work.editions)]
    return {f"{stem}.{ending}" for stem in stems for ending in CITATION_ENDINGS}


def _unnamed_files(catalogue: Catalogue) -> Iterator[Problem]:
    """Documents that no record names, so that nobody would find them."""
    named = {edition.file for placed in catalogue.works.values() for edition in placed.work.editions}
    named |= {placed.work.cover for placed in catalogue.works.values()}
    folder = catalogue.folder / "files"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith(".") and path.relative_to(folder).as_posix() not in named:
            yield Problem(
                path.relative_to(catalogue.folder.parent).as_posix(),
                0,
                0,
                "stray-file",
                "no record names this document",
                "add a line file: to the edition that it is (cover: for a picture of a cover), or delete the document",
            )


def _twice_named(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """The same theme, country or creator twice in one list: it would be counted and cited twice."""
    work = placed.work
    lists: tuple[tuple[Keys, list[Any]], ...] = (
        (("themes",), list(work.themes)),
        (("coverage", "countries"), list(work.coverage.countries)),
        (("coverage", "regions"), list(work.coverage.regions)),
        (("audiences",), list(work.audiences)),
        (("related",), list(work.related)),
        (("creators",), [creator.party for creator in work.creators]),
        (("contributors",), [(other.party, other.role) for other in work.contributors]),
        *((("contributors", number, "editions"), list(other.editions)) for number, other in enumerate(work.contributors)),
    )
    for keys, values in lists:
        for number, value in enumerate(values):
            if value in values[:number]:
                name = value if isinstance(value, str) else " as ".join(value)
                yield placed.record.problem(
                    (*placed.keys, *keys, number),
                    "repeated-value",
                    f'{".".join(map(str, keys))}: "{name}" is written twice',
                    "keep one of the two",
                )


def _articles(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    if placed.in_journal != (placed.work.type in WORK_TYPES_IN_ISSUES):
        where = "in the journal" if placed.in_journal else "outside the journal"
        yield placed.record.problem(
            (*placed.keys, "type"),
            "wrong-type",
            f'a work of type "{placed.work.type}" stands {where}',
            f"the journal holds {', '.join(WORK_TYPES_IN_ISSUES)}; the other folders hold the other types",
        )


def _editions(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    if placed.record.path.suffix == ".md":
        return
    for number, edition in enumerate(placed.work.editions):
        if edition.text:
            yield placed.record.problem(
                (*placed.keys, "editions", number, "text"),
                "text-without-markdown",
                '"text: here" stands in a record that holds no Markdown',
                "only case studies (.md) carry their text",
            )


def _unread_text(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    here = [(number, edition) for number, edition in enumerate(placed.work.editions) if edition.text]
    if placed.record.body.strip() and not here:
        yield placed.record.problem(
            (*placed.keys, "editions"),
            "text-without-edition",
            'there is Markdown under the fields, but no edition says "text: here"',
            "add text: here to the edition in the language of the text",
        )
    for number, edition in here:
        if edition.language is None:
            yield placed.record.problem(
                (*placed.keys, "editions", number, "text"),
                "text-without-edition",
                '"text: here" stands in an edition without a language',
                "a text that is published here is in some language: add it",
            )


def _keys(placed: Placed) -> Iterator[tuple[str, Keys]]:
    for number, edition in enumerate(placed.work.editions):
        yield edition.citation_key.lower(), ("editions", number, "citation_key")


def _dois(placed: Placed) -> Iterator[tuple[str, Keys]]:
    for number, edition in enumerate(placed.work.editions):
        if edition.doi:
            yield edition.doi, ("editions", number, "doi")


def _isbns(placed: Placed) -> Iterator[tuple[str, Keys]]:
    for number, edition in enumerate(placed.work.editions):
        for which, isbn in enumerate(edition.isbn):
            yield stdnum_isbn.compact(isbn, convert=True), ("editions", number, "isbn", which)


def _title_and_year(placed: Placed) -> Iterator[tuple[str, Keys]]:
    year = placed.issued.year if placed.issued else ""
    makers = ""
    if placed.work.type in ("book-review", "commentary"):
        # Journals print "Book Review" over every one of them.
        makers = " ".join(creator.party for creator in placed.work.creators)
    language = "en" if "en" in placed.work.title else next(iter(placed.work.title))
    yield f"{normalised(placed.work.title[language])} {year} {makers}".strip(), ("title", language)


def _addresses(placed: Placed) -> Iterator[tuple[str, Keys]]:
    yield f"/{placed.address}/", ("id",)
    for number, address in enumerate(placed.work.former_addresses):
        yield address, ("former_addresses", number)


def _former_addresses(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Former addresses that no work can have had, or that are those of pages the library makes itself."""
    own = {f"/journal/{issue}/" for issue in catalogue.issues} | {"/publications/", "/journal/", f"/{placed.address}/"}
    for number, address in enumerate(placed.work.former_addresses):
        if address in own or not address.startswith(("/publications/", "/journal/")):
            yield placed.record.problem(
                (*placed.keys, "former_addresses", number),
                "address-taken",
                f'"{address}" is the address of a page of the library',
                "write the address that the work itself once had, without a language: /publications/… or /journal/…",
            )


def normalised(title: str) -> str:
    """Letters and digits of a title, without case, accents and punctuation."""
    plain = "".join(letter for letter in decomposed(unicodedata.normalize("NFKC", title)) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def _repeated(
    works: Iterable[Placed], code: str, what: str, values: Callable[[Placed], Iterator[tuple[str, Keys]]], hint: str
) -> Iterator[Problem]:
    first: dict[str, Any] = {}
    for placed in works:
        for value, keys in values(placed):
            other = first.setdefault(value, placed)
            if other is not placed or code == "duplicate-key" and first[value] is placed and _twice(placed, value):
                yield placed.record.problem(
                    (*placed.keys, *keys), code, f'{what} "{value}" is already that of "{other.work.id}" ({other.record.name})', hint
                )


def _twice(placed: Placed, key: str) -> bool:
    return sum(edition.citation_key.lower() == key for edition in placed.work.editions) > 1


def _days(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """When the work was added: feeds, harvesters and catalogues of readers are told so."""
    work = placed.work
    if work.added is None and placed.issue is None:
        yield placed.record.problem(
            (*placed.keys, "id"),
            "not-dated",
            "the record does not say when it was added",
            f'add a line "added:" with today\'s date, as in added: {_SAMPLE_DAY}',
        )
    added = work.added or (placed.issue.added if placed.issue else None)
    if added and work.revised and work.revised < added:
        yield placed.record.problem(
            (*placed.keys, "revised"), "bad-date", f"revised on {work.revised}, before it was added on {added}", "compare the two days"
        )


_SAMPLE_DAY = "2026-11-22"


def _translations(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Editions that are said to be translated from an edition that there is not, or in the end from themselves."""
    source_of = {edition.language: edition.translation_of for edition in placed.work.editions if edition.language}
    for number, edition in enumerate(placed.work.editions):
        source = edition.translation_of
        if source is None:
            continue
        at = (*placed.keys, "editions", number, "translation_of")
        if source == edition.language:
            yield placed.record.problem(
                at,
                "unknown-edition",
                "the edition is said to be translated from itself",
                "write the language of the edition it was made from, or leave the field out",
            )
        elif source not in source_of:
            yield placed.record.problem(
                at,
                "unknown-edition",
                f'there is no other edition in "{source}" that it could be translated from',
                "add that edition, or leave the field out",
            )
        elif edition.language and edition.language in (chain := _sources(source, source_of)):
            circle = " from ".join([edition.language, *chain[: chain.index(edition.language) + 1]])
            yield placed.record.problem(
                at,
                "unknown-edition",
                f"the translations go in a circle: {circle}",
                "leave the field out of the edition that was written first",
            )


def _sources(language: str, source_of: Mapping[str, str | None]) -> list[str]:
    """The language, what its edition was translated from, and so on, until nothing is said or a language comes again."""
    chain: list[str] = []
    following: str | None = language
    while following and following not in chain:
        chain.append(following)
        following = source_of.get(following)
    return chain


def _helped_editions(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    languages = {edition.language for edition in placed.work.editions}
    for number, contributor in enumerate(placed.work.contributors):
        for which, language in enumerate(contributor.editions):
            if language not in languages:
                yield placed.record.problem(
                    (*placed.keys, "contributors", number, "editions", which),
                    "unknown-edition",
                    f'no edition is in "{language}"',
                    "write the language of an edition of this work",
                )


_OF_A_WORK = (
    _days,
    _translations,
    _helped_editions,
    _texts,
    _supplied,
    _printed_nowhere,
    _files,
    _cover,
    _articles,
    _editions,
    _unread_text,
    _former_addresses,
    _twice_named,
)
"""Checks of one work with what it refers to."""
