#!/usr/bin/env python3
"""Changes that cataloguers make: python tests/lawful_changes.py FOLDER [CATALOGUE]

Writes a copy of the library's records (or of CATALOGUE) to FOLDER, in which each kind of lawful
change was made. ``LIBRARY_CATALOGUE=FOLDER`` then tries the tests that are marked ``library`` on
it. Records are chosen by what they are, never by their ids, so it works for any catalogue
that has the themes and parties of one; all that is added is made up, and says so.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS.parent / "hooks"))

from babel import Locale
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.kinds import KINDS
from library.catalogue.loading import load

FURTHER_LANGUAGES = ("fr", "ar", "mn", "th", "pl", "sw", "is")
"""Of which the first that the vocabulary lacks is added: a Latin script first, then one that runs from right to left."""

DAY = "2026-12-01"
SUPPLIED = {"en": "A made-up {}", "ru": "Выдуманная запись: {}", "kk": "Ойдан шығарылған жазба: {}", "ko": "지어낸 기록: {}"}


class Changing:
    """A copy of a catalogue, changed file by file; ``before`` is what it was."""

    def __init__(self, source: Path, folder: Path) -> None:
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("schemas"))
        self.folder = folder
        self.before: Catalogue = load(source)
        self.languages = self.before.languages
        self.taken: set[str] = set()

    def all(self) -> None:
        """Each kind of change, once at least. What is renamed comes last: the others look for files by their old names."""
        self.add_terms()
        self.add_publication()
        self.add_bare_publication()
        self.add_case_study()
        if self.before.journal:
            self.add_issue()
        self.add_documents()
        self.withdraw()
        self.mend_titles()
        self.rename()

    # -- what is added -------------------------------------------------------------------

    def add_terms(self) -> None:
        """New terms of every vocabulary that grows with the collection; of each one that is used, and one that is not yet."""
        self.person, self.theme, self.narrower, self.type, self.series = (
            self.free(vocabulary, f"new-{name}")
            for vocabulary, name in (
                ("parties", "person"),
                ("themes", "theme"),
                ("themes", "narrower-theme"),
                ("types", "type"),
                ("series", "series"),
            )
        )
        self.language = next(tag for tag in FURTHER_LANGUAGES if tag not in self.before.vocabularies["languages"])
        people = (self.person, self.free("parties", "new-person-without-works"))
        self.append(
            "parties",
            "".join(
                f"\n- id: {party}\n  kind: person\n  names:\n    - family: New\n      given: Person\n  source: made up\n"
                for party in people
            ),
        )
        self.append("themes", self.term(self.theme) + self.term(self.narrower, f"broader: {self.theme}"))
        self.append("themes", self.term(self.free("themes", "new-theme-without-works")))
        self.append("types", self.term(self.type) + self.texts("plural", "types", 2) + self.texts("scope", "type", 2))
        self.append("series", self.term(self.series))
        name = Locale.parse(self.language).get_display_name
        labels = "".join(f"    {tag}: {name(tag)}\n" for tag in self.languages)
        self.append("languages", f"\n- id: {self.language}\n  autonym: {name(self.language)}\n  label:\n{labels}")

    def add_publication(self) -> None:
        """A record with all the new terms, and a document in the new language."""
        work = self.free_work("made-up-publication")
        file = self.document(f"{work}.{self.language}.pdf")
        self.write(
            f"knowledge-products/{work}.yml",
            f"id: {work}\ntype: {self.type}\n\n{self.described(work)}\nissued: {DAY}\ncreators:\n  - party: {self.person}\n"
            f"themes: [{self.narrower}, {self.theme}]\nseries:\n  id: {self.series}\n  number: 1\n"
            f"editions:\n  - citation_key: {self.key('publication')}\n    language: {self.language}\n    title: Titre imprimé\n    file: {file}\n"
            f"added: {DAY}\nprovenance:\n  - url: https://www.example.org/made-up\n",
        )

    def add_bare_publication(self) -> None:
        """A record of what no record is without: one title, in the language of the document, and nothing about it."""
        work = self.free_work("made-up-bare-publication")
        self.write(
            f"knowledge-products/{work}.yml",
            f"id: {work}\ntype: {self.type}\ntitle:\n  ru: Выдуманная запись без подробностей\n"
            f"editions:\n  - citation_key: {self.key('bare')}\n    language: ru\n"
            f"added: {DAY}\nprovenance:\n  - url: https://www.example.org/made-up\n",
        )

    def add_case_study(self) -> None:
        """Published as text in two languages, with a translator."""
        work = self.free_work("made-up-case-study")
        text = "# {0}\n\n{0} **{0}**.[^1]\n\n| {0} | {0} |\n| --- | --- |\n| 1 | 2 |\n\n[^1]: {0}.\n"
        self.write(
            f"case-studies/{work}.md",
            f"---\nid: {work}\ntype: case-study\n\n{self.described(work)}\nissued: 2026\ncontributors:\n  - party: {self.person}\n    role: translator\n"
            f"    editions: [ru]\nthemes: [{self.theme}]\neditions:\n"
            f"  - citation_key: {self.key('case-en')}\n    language: en\n    text: here\n"
            f"  - citation_key: {self.key('case-ru')}\n    language: ru\n    translation_of: en\n    text: here\n"
            f"added: {DAY}\nprovenance:\n  - url: https://www.example.org/made-up\n---\n\n{text.format('Difficulty')}",
        )
        self.write(f"case-studies/{work}.ru.md", text.format("Трудность"))

    def add_issue(self) -> None:
        """With three articles: one in the new language, one with a DOI, one of which little is known."""
        known = {*self.before.issues, *self.before.journal.missing_issues}
        number = max((int(issue) for issue in known if issue.isdigit()), default=0) + 1
        further = (
            ("article", f"    language: {self.language}\n", f"    creators:\n      - party: {self.person}\n"),
            ("commentary", "    language: en\n        doi: 10.5555/made-up.1\n        pages: 1-9\n", ""),
            ("book-review", "", ""),
        )
        articles = ""
        for place, (kind, edition, creators) in enumerate(further, start=1):
            work = self.free_work(f"made-up-article-{place}")
            articles += (
                f"  - id: {work}\n    type: {kind}\n{indented(self.described(work), 4)}{creators}    themes: [{self.narrower}]\n"
                f"    editions:\n      - citation_key: {self.key(f'article-{place}')}\n{'    ' + edition if edition else ''}"
                f"    provenance:\n      - url: https://www.example.org/made-up\n"
            )
        self.write(
            f"journal/issues/{number}.yml",
            f"id: {number}\nissued: {DAY}\n{self.texts('summary', 'issue')}supplied:\n  summary: [{', '.join(self.languages)}]\n"
            f"complete: yes\nadded: {DAY}\nprovenance:\n  - url: https://www.example.org/made-up\narticles:\n{articles}",
        )

    # -- what is changed -----------------------------------------------------------------

    def add_documents(self) -> None:
        """A PDF to an edition in each language of the site, and to one whose language no source states, where there are such."""
        for language in (*self.languages, None):
            for placed in self.records(lambda work: all(not edition.file for edition in work.editions)):
                editions = [edition for edition in placed.work.editions if edition.language == language]
                if editions and not (placed.work.withdrawn or placed.work.id in self.taken):
                    file = self.document(f"{placed.work.id}.{language}.pdf" if language else f"{placed.work.id}.pdf")
                    self.insert(placed, rf"^( +)(?:- )?citation_key: {re.escape(editions[0].citation_key)}$", f"file: {file}", deeper=True)
                    self.taken.add(placed.work.id)
                    break

    def withdraw(self) -> None:
        """The newest publication, which stands on the home page, and the oldest."""
        offered = [placed for placed in self.records() if placed.issued and not placed.work.withdrawn and placed.work.id not in self.taken]
        offered.sort(key=lambda placed: str(placed.issued))
        for placed in {placed.work.id: placed for placed in (*offered[:1], *offered[-1:])}.values():
            self.insert(
                placed,
                r"^()editions:$",
                f"withdrawn:\n  on: {DAY}\n{indented(self.texts('reason', 'withdrawal'), 2).rstrip()}",
                before=True,
            )
            self.taken.add(placed.work.id)

    def mend_titles(self) -> None:
        """Every third title in English, word by word another."""
        for placed in list(self.records())[::3]:
            title = f"Mended title of record {len(self.taken)} of the library"
            path, text = self.text(placed)
            path.write_text(re.sub(r"^(title:\n  en:).*\n(?:    .*\n)*", rf"\1 {title}\n", text, count=1, flags=re.MULTILINE), "utf-8")
            self.taken.add(f"title of {placed.work.id}")

    def rename(self) -> None:
        """Every record outside the journal's issues: what a test knows by its id it finds no more."""
        renamed = {placed.work.id: f"{placed.work.id[:70].rstrip('-')}-renamed" for placed in self.records()}
        for placed in self.records():
            old, new = placed.work.id, renamed[placed.work.id]
            path, text = self.text(placed)
            text = re.sub(rf"^id: {old}$", f"id: {new}", text, count=1, flags=re.MULTILINE)
            former = [*placed.work.former_addresses, f"/{placed.address}/"]
            text = re.sub(r"^former_addresses:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
            text = re.sub(r"^editions:$", f"former_addresses: [{', '.join(former)}]\neditions:", text, count=1, flags=re.MULTILINE)
            path.write_text(text, "utf-8")
            for file in path.parent.glob(f"{old}.*"):
                file.rename(file.with_name(f"{new}{file.name.removeprefix(old)}"))
        others = (path for kind in KINDS for path in self.folder.glob(f"{kind.collection}/*.yml"))
        for path in [*self.folder.glob("[kc]*/*.*"), *self.folder.glob("journal/*/*.yml"), *others]:
            text = path.read_text("utf-8")
            naming = r"^ *(?:related|works|host):.*\n(?:(?: *- |    ).*\n)*"
            path.write_text(re.sub(naming, lambda found: renamed_in(found[0], renamed), text, flags=re.MULTILINE), "utf-8")

    # -- parts of records ----------------------------------------------------------------

    def records(self, fits=lambda work: True) -> Iterator[Placed]:
        """Works with a file of their own, in the order of the files."""
        return (placed for placed in self.before.works.values() if not placed.issue and fits(placed.work))

    def free(self, vocabulary: str, wanted: str) -> str:
        """An id like the one wanted that the vocabulary does not have."""
        return first_free(wanted, self.before.vocabularies[vocabulary])

    def free_work(self, wanted: str) -> str:
        return first_free(wanted, self.before.works)

    def key(self, wanted: str) -> str:
        keys = {edition.citation_key for placed in self.before.works.values() for edition in placed.work.editions}
        return first_free(f"madeup2026{wanted}", keys)

    def described(self, what: str) -> str:
        tags = ", ".join(self.languages)
        return f"{self.texts('title', what)}{self.texts('summary', what)}supplied:\n  title: [{tags}]\n  summary: [{tags}]\n"

    def texts(self, field: str, what: str, indent: int = 0) -> str:
        """A field with a text in every language of the site."""
        texts: Mapping[str, str] = {tag: SUPPLIED.get(tag, SUPPLIED["en"]).format(what.replace("-", " ")) for tag in self.languages}
        return indented(f"{field}:\n" + "".join(f"  {tag}: '{text}'\n" for tag, text in texts.items()), indent)

    def term(self, term: str, *fields: str) -> str:
        return f"\n- id: {term}\n" + "".join(f"  {field}\n" for field in fields) + self.texts("label", term, 2)

    def document(self, name: str) -> str:
        self.write(f"files/{name}", pdf())
        return name

    # -- files ---------------------------------------------------------------------------

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def append(self, vocabulary: str, text: str) -> None:
        path = self.folder / "vocabularies" / f"{vocabulary}.yml"
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")

    def text(self, placed: Placed) -> tuple[Path, str]:
        path = self.folder / placed.record.path.relative_to(self.before.folder)
        return path, path.read_text("utf-8")

    def insert(self, placed: Placed, line: str, added: str, *, deeper: bool = False, before: bool = False) -> None:
        """Lines beside the first one that a pattern finds, as deep as it or, in an entry of a list, as what stands in the entry."""
        path, text = self.text(placed)
        found = re.search(line, text, re.MULTILINE)
        assert found, f"{path.name} has no line {line}"
        part = indented(added, len(found[1]) + 2 * deeper) + "\n"
        at = found.start() if before else found.end() + 1
        path.write_text(text[:at] + part + text[at:], "utf-8")


def indented(text: str, spaces: int) -> str:
    return "".join(f"{' ' * spaces}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


def renamed_in(text: str, renamed: Mapping[str, str]) -> str:
    return re.sub(r"[a-z0-9]+(?:-[a-z0-9]+)*", lambda found: renamed.get(found[0], found[0]), text)


def first_free(wanted: str, taken: Iterable[str]) -> str:
    """The text, or the text with the first number that makes it another than those that are taken."""
    known = {text.casefold() for text in taken}
    candidates = (wanted, *(f"{wanted}-{number}" for number in range(2, len(known) + 3)))
    return next(text for text in candidates if text.casefold() not in known)


def pdf() -> bytes:
    """A whole PDF of one empty page, with the table of where its objects stand."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(made),
    )


def changed_copy(source: Path, folder: Path) -> Changing:
    """Writes the changed copy of a catalogue to a folder that is not there yet."""
    changing = Changing(source, folder)
    changing.all()
    return changing


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    changed_copy(Path(sys.argv[2]) if len(sys.argv) == 3 else TESTS.parent / "catalogue", Path(sys.argv[1]))
