"""Labels, names and links in one language: what every view is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from library.catalogue import access, titles
from library.catalogue.authorities import Party, PersonName
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.indexes import FACETS, NOT_STATED, Indexes
from library.catalogue.languages import text_in
from library.catalogue.model_parts import Named
from library.catalogue.names import body_name, in_latin
from library.catalogue.namesakes import namesakes
from library.catalogue.terms import Term
from library.words.collation import sort_key
from library.words.translations import Words

FACET_BY_PATH = {facet.path: facet for facet in FACETS}


@dataclass(frozen=True)
class Link:
    """A text that may lead somewhere. ``path`` is below the language's root; empty: no link.

    ``language`` is set where the text is in another language than the page's.
    """

    text: str
    path: str = ""
    language: str = ""


class Labels:
    """Looks labels up for one language of the site."""

    def __init__(self, catalogue: Catalogue, indexes: Indexes, words: Words) -> None:
        self.catalogue = catalogue
        self.indexes = indexes
        self.words = words
        self.language = words.language

    def term(self, facet: str, term: str) -> str:
        """The label of a facet's term: a vocabulary's label, a name, or a year."""
        if term == NOT_STATED:
            return not_stated(self.words.say)[facet]
        if facet == "years":
            return term
        if facet == "formats":
            return format_labels(self.words.say)[term]
        if facet == "access":
            return access_labels(self.words.say)[term]
        if FACET_BY_PATH[facet].of_parties:
            return self._apart(self.party(term), term)
        found: Term = self.catalogue.vocabularies[FACET_BY_PATH[facet].vocabulary][term]
        if facet == "types" and found.plural:
            return found.plural[self.language]
        return found.label[self.language]

    def link(self, facet: str, term: str) -> Link:
        """The term's label, leading to its list."""
        return Link(self.term(facet, term), f"{facet}/{term.lower()}")

    def type(self, type_id: str) -> str:
        """What kind of publication a work is, in the singular."""
        return self.vocabulary("types", type_id)

    def vocabulary(self, name: str, term: str) -> str:
        found: Term = self.catalogue.vocabularies[name][term]
        return found.label[self.language]

    def language_in_sentence(self, tag: str) -> str:
        """The name of a language within a sentence, where only English gives it a capital."""
        name = self.vocabulary("languages", tag)
        return name if self.language == "en" else name.lower()

    def languages_in_sentence(self, tags: Sequence[str]) -> list[str]:
        """Names of languages within a sentence; an empty tag is a language that no source states."""
        return [self.language_in_sentence(tag) if tag else self.words.say("language not stated") for tag in tags]

    def language_list(self, tags: Sequence[str]) -> tuple[str, ...]:
        """Names of languages one after the other: in Russian and Kazakh only the first begins with a capital.

        An empty tag is a language that no source states.
        """
        small = self.languages_in_sentence(tags)
        return tuple(name[:1].upper() + name[1:] if not number else name for number, name in enumerate(small))

    def party(self, party_id: str, when: Issued | None = None) -> str:
        """A person's name as printed, or a body's name in this language at that date."""
        party: Party = self.catalogue.vocabularies["parties"][party_id]
        name = party.names[0]
        if isinstance(name, PersonName):
            return person_name(name)
        label = body_name(party, when).label
        return text_in(label, self.language, *self.catalogue.languages)

    def creator(self, creator: Named, when: Issued | None) -> str:
        """A person or body as this document prints them; a body by its name in this language where that is in other letters."""
        own = self.party(creator.party, when)
        person = self.catalogue.vocabularies["parties"][creator.party].kind == "person"
        return creator.name if creator.name and (person or in_latin(creator.name) == in_latin(own)) else own

    def heading(self, party_id: str) -> str:
        """The name under which a list files a party: family name first."""
        party: Party = self.catalogue.vocabularies["parties"][party_id]
        name = party.names[0]
        if isinstance(name, PersonName):
            parts = (name.family, name.given, name.suffix)
            return self._apart((" " if name.family_first else ", ").join(part for part in parts if part), party_id)
        return self.party(party_id)

    def _apart(self, name: str, party_id: str) -> str:
        """A name, and behind it what tells its bearer from another of the same name."""
        told = self.namesakes.get(party_id)
        return f"{name}{self.words.before_bracket}({told})" if told else name

    @cached_property
    def namesakes(self) -> Mapping[str, str]:
        """What tells persons of one name apart, by id."""
        return namesakes(self.catalogue, self.indexes)

    @cached_property
    def title_keys(self) -> dict[str, tuple[object, ...]]:
        """Sort keys of all titles, made once per language."""
        return {
            work_id: sort_key(titles.title(placed.work, self.language).text, self.language)
            for work_id, placed in self.catalogue.works.items()
        }

    def sort(self, facet: str, terms: list[str]) -> list[str]:
        """Terms in this language's alphabetical order, years newest first, kinds of access the nearest first."""
        if facet == "access":
            return [term for term in (access.ONLINE, *access.KINDS, NOT_STATED) if term in terms]
        if facet == "years":
            return sorted(terms, key=lambda term: (term == NOT_STATED, 0 if term == NOT_STATED else -int(term)))
        text = self.heading if FACET_BY_PATH[facet].of_parties else lambda term: self.term(facet, term)
        return sorted(terms, key=lambda term: (term == NOT_STATED, sort_key(text(term), self.language)))


def person_name(name: PersonName) -> str:
    """A name in the order in which its bearer writes it."""
    parts = (name.family, name.given) if name.family_first else (name.given, name.family)
    full = " ".join(part for part in parts if part)
    return f"{full} {name.suffix}" if name.suffix else full


def not_stated(say: Callable[..., str]) -> dict[str, str]:
    """What stands for an unknown term, by the facet's address."""
    return {
        "years": say("Year not stated"),
        "languages": say("Language not stated"),
        "formats": say("Format not stated"),
        "access": say("No file or address known"),
    }


def format_labels(say: Callable[..., str]) -> dict[str, str]:
    return {"print": say("Printed edition"), "electronic": say("Electronic edition")}


def access_labels(say: Callable[..., str]) -> dict[str, str]:
    """Kinds of access to a document, in words."""
    return {
        access.ONLINE: say("Can be read online"),
        access.FILE: say("File in this library"),
        access.PAGE: say("Text on its page"),
        access.ELSEWHERE: say("On another website"),
    }


def frequency_labels(say: Callable[..., str]) -> dict[str, str]:
    """How often something appears, within a sentence."""
    return {
        "annual": say("once a year"),
        "biannual": say("twice a year"),
        "quarterly": say("four times a year"),
        "periodic": say("from time to time"),
        "irregular": say("irregularly"),
    }


def facet_titles(say: Callable[..., str]) -> dict[str, str]:
    """Titles of the facets' pages, by address."""
    return {
        "themes": say("Themes"),
        "countries": say("Countries"),
        "regions": say("Regions"),
        "languages": say("Languages"),
        "types": say("Types of publication"),
        "series": say("Series"),
        "access": say("Access"),
        "formats": say("Formats"),
        "people": say("Persons and bodies"),
        "years": say("Years"),
    }


def facet_intros(say: Callable[..., str]) -> dict[str, str]:
    """What each facet's page says of itself, by address."""
    return {
        "themes": say(
            "What the publications are about. A publication may have several themes; a broad theme holds those of its finer ones."
        ),
        "countries": say("Countries that the publications discuss, as far as the sources say."),
        "regions": say("Regions and groups of countries that the publications discuss."),
        "languages": say(
            "Languages in which the documents themselves exist. The library adds titles and summaries in its own languages as far as it has them."
        ),
        "types": say("Kinds of publication."),
        "series": say("Series that publications belong to."),
        "access": say("Which publications can be read online, and where."),
        "formats": say(
            "In what form the publications were issued, as far as the sources say. What can be read online is listed under “Access”."
        ),
        "people": say("Authors, editors, partners and publishers. Names of persons are given as the documents print them."),
        "years": say("Years of issue, the newest first."),
    }
