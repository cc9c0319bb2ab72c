"""A work in a list: what its card shows, ready to print in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from library.catalogue import access, hosts, titles
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.model import Edition
from library.catalogue.model_parts import Creator
from library.catalogue.titles import Shown
from library.words.labels import Labels
from library.words.withdrawals import mark


@dataclass(frozen=True)
class Badge:
    """An edition's language in short: ``RU``, and in full for those who hover; where it is not stated, that in words."""

    code: str
    name: str


@dataclass(frozen=True)
class CardView:
    """A work in a list. ``makers`` is empty where no creator is stated, ``summary`` where there is none.

    ``languages`` names the languages of the editions for those who listen. ``readable`` says that it can be read online, and in which languages where not in all of its own; else it is empty.
    ``withdrawn`` marks a work that another has replaced, in a word.
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
    languages: str
    summary: str
    summary_language: str
    place: str
    readable: str
    withdrawn: str


class CardViews:
    """Makes cards of works in one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.words = labels.words
        self.language = labels.language
        self.catalogue: Catalogue = labels.catalogue
        self._roles: dict[tuple[str, int], str] = {}
        self._titles: dict[str, Shown] = {}

    def card(self, placed: Placed) -> CardView:
        work, say = placed.work, self.words.say
        names = [self.labels.creator(creator, placed.issued) for creator in self._makers(placed)]
        if work.and_others:
            names.append(say("and others"))
        makers = ", ".join(names)
        if names and not work.creators:
            makers += f"{self.words.before_bracket}({self._role('editor', len(names)).lower()})"
        title, summary = self.title(placed), titles.summary(work, self.language)
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
            languages=", ".join(
                self.labels.languages_in_sentence([tag for edition in work.editions for tag in (edition.language or "", *edition.also_in)])
            ),
            summary=summary.text,
            summary_language=summary.language_beside(self.language),
            place=self._place(placed),
            readable=self._readable(placed),
            withdrawn=mark(placed, self.words),
        )

    def title(self, placed: Placed) -> Shown:
        """The title that is shown in this language: its card, its page and those of related works ask for it."""
        made = self._titles.get(placed.work.id)
        if made is None:
            made = self._titles[placed.work.id] = titles.title(placed.work, self.language)
        return made

    def _makers(self, placed: Placed) -> tuple[Creator, ...]:
        """Who stands under the title: the creators, and failing them the editors."""
        work = placed.work
        return work.creators or tuple(other for other in work.contributors if other.role == "editor")

    def _badge(self, edition: Edition) -> Badge:
        if edition.language is None:
            return Badge(self.words.say("language not stated"), "")
        tags = [edition.language, *edition.also_in]
        return Badge("/".join(tags).upper(), ", ".join(self.labels.language_list(tags)))

    def _readable(self, placed: Placed) -> str:
        if not access.of_work(placed):
            return ""
        editions = placed.work.editions
        held = [edition.language or "" for edition in editions if access.of_edition(edition)]
        if len(held) == len(editions):
            return self.words.say("Can be read online")
        return self.words.say("Can be read online: %(languages)s", languages=", ".join(self.labels.languages_in_sentence(held)))

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
