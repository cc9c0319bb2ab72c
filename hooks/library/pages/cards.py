"""A work in a list: what its card shows, ready to print in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from library.catalogue import hosts, titles
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.model import Edition
from library.catalogue.model_parts import Creator
from library.words.labels import Labels


@dataclass(frozen=True)
class Badge:
    """An edition's language in short: ``RU``; the full name for those who hear or hover."""

    code: str
    name: str


@dataclass(frozen=True)
class CardView:
    """A work in a list. ``makers`` is empty where no creator is stated, ``summary`` where there is none.

    ``title_language`` and ``summary_language`` are set where the text is not in the page's language.
    """

    id: str
    path: str
    title: str
    title_language: str
    supplied: bool
    makers: str
    kind: str
    date: str
    badges: tuple[Badge, ...]
    summary: str
    summary_language: str
    place: str


class CardViews:
    """Makes cards of works in one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.words = labels.words
        self.language = labels.language
        self.catalogue: Catalogue = labels.catalogue
        self._roles: dict[tuple[str, int], str] = {}

    def card(self, placed: Placed) -> CardView:
        work, say = placed.work, self.words.say
        names = [self.labels.creator(creator, placed.issued) for creator in self._makers(placed)]
        if work.and_others:
            names.append(say("and others"))
        makers = ", ".join(names)
        if names and not work.creators:
            makers += f"{self.words.before_bracket}({self._role('editor', len(names)).lower()})"
        title, summary = titles.title(work, self.language), titles.summary(work, self.language)
        return CardView(
            id=work.id,
            path=placed.address,
            title=title.text,
            title_language=title.language_beside(self.language),
            supplied=title.supplied,
            makers=makers,
            kind=self.labels.type(work.type),
            date=self._date(placed.issued),
            badges=tuple(self._badge(edition) for edition in work.editions),
            summary=summary.text,
            summary_language=summary.language_beside(self.language),
            place=self._place(placed),
        )

    def _makers(self, placed: Placed) -> tuple[Creator, ...]:
        """Who stands under the title: the creators, and failing them the editors."""
        work = placed.work
        return work.creators or tuple(other for other in work.contributors if other.role == "editor")

    def _badge(self, edition: Edition) -> Badge:
        if edition.language is None:
            return Badge("–", self.words.say("Language not stated"))
        tags = [edition.language, *edition.also_in]
        return Badge("/".join(tags).upper(), ", ".join(self.labels.language_list(tags)))

    def _date(self, issued: Issued | None) -> str:
        return self.words.date(issued) if issued else self.words.say("Year not stated")

    def _place(self, placed: Placed) -> str:
        """The issue that an article stands in, or the title of what else a work stands in."""
        if whole := hosts.standing(self.catalogue, placed):
            return self.words.say(
                "In: %(title)s", title=whole.title(self.language, *(edition.language or "" for edition in placed.work.editions))
            )
        if not placed.in_journal:
            return ""
        if placed.issue is None:
            return self.words.say("Journal, issue not stated")
        return self.words.say("Journal, issue %(number)s", number=placed.issue.id)

    def _role(self, role: str, number: int) -> str:
        made = self._roles.get((role, number))
        if made is None:
            made = self._roles[role, number] = self._roles_of(number)[role]
        return made

    def _roles_of(self, number: int) -> Mapping[str, str]:
        plural = self.words.plural
        return {  # spelt out, so that translators' tools find the words
            "editor": plural("Editor", "Editors", number),
            "translator": plural("Translator", "Translators", number),
            "supervisor": plural("Supervisor", "Supervisors", number),
            "partner": plural("Partner", "Partners", number),
            "funder": plural("Funder", "Funders", number),
            "sponsor": plural("Sponsor", "Sponsors", number),
            "preparer": self.words.say("Prepared by"),
        }
