"""Small projects to build, change and build again, without MkDocs."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from library import doorway, engine
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError
from library.site import Result
from library.unchanged import Finished

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "small_catalogue" / "catalogue"


@dataclass
class Project:
    """A copy of a catalogue with the project's own pages and templates."""

    folder: Path

    def build(self, into: str = "site", *, kept: bool = True, **options: object) -> Result:
        """Builds into a folder; with ``kept`` false from nothing, but for references and drawn pictures, which cost minutes.

        Where nothing is said to have changed, nothing may be made.
        """
        finished = self.finished(into)
        unchanged = kept and finished.unchanged()
        configuration = engine.read(self.folder)
        watched = tuple(map(str, configuration.sources))
        inputs = finished.look(watched)
        settings = configuration.settings
        if not kept:
            settings = replace(settings, cache=self._other_cache())
        result = doorway.make(
            settings, engine.printed(configuration), self.folder / into, strict=True, fresh=True, **{"processes": 1, **options}
        )
        if unchanged and not options.get("anew"):
            assert (result.made, result.written, result.deleted) == (0, [], []), "told before that nothing had changed"
        counts = (result.pages, len(result.files) - result.pages, result.made + result.kept)
        finished.keep(inputs, watched, configuration.environment, self.folder / into, result.files, counts)
        return result

    def finished(self, into: str = "site") -> Finished:
        return Finished(self.folder / ".cache", "test", into)

    def _other_cache(self) -> Path:
        cache = self.folder / ".cache-from-nothing"
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir()
        for name in ("references", "share", "templates"):
            if (self.folder / ".cache" / name).is_dir():
                shutil.copytree(self.folder / ".cache" / name, cache / name)
        return cache

    def tree(self, into: str = "site") -> dict[str, bytes]:
        """All files of a built site."""
        root = self.folder / into
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def records(self) -> list[Path]:
        return sorted((self.folder / "catalogue" / "knowledge-products").glob("*.yml"))


def project(folder: Path, catalogue: Path = SMALL) -> Project:
    """A project in an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(catalogue, folder / "catalogue")
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("offline_zip: true", "offline_zip: false")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return Project(folder)


# -- edits ---------------------------------------------------------------------------------------


def _edit(path: Path, pattern: str, change: Callable[[re.Match[str]], str], chance: random.Random) -> str:
    """Changes one of the places in a file that a pattern fits."""
    text = path.read_text("utf-8")
    found = list(re.finditer(pattern, text, re.MULTILINE))
    if not found:
        return "nothing to change"
    one = chance.choice(found)
    path.write_text(text[: one.start()] + change(one) + text[one.end() :], "utf-8")
    return f"{path.name}: {one[0].strip()[:40]}"


def title(made: Project, chance: random.Random) -> str:
    return _edit(
        chance.choice(made.records()),
        r"^(title:\n(?:  \w\w: .*\n)*?  (?:en|ru|kk|ko): )([^'\"\n>|]+)$",
        lambda one: f"{one[1]}{one[2]} {chance.randrange(99)}",
        chance,
    )


def day(made: Project, chance: random.Random) -> str:
    return _edit(chance.choice(made.records()), r"^issued: .*$", lambda one: f"issued: {chance.randrange(2001, 2020)}", chance)


def name_of_a_person(made: Project, chance: random.Random) -> str:
    path = made.folder / "catalogue" / "vocabularies" / "parties.yml"
    return _edit(path, r"family: (\w+)", lambda one: f"family: {one[1]}{chance.choice('abc')}", chance)


def label(made: Project, chance: random.Random) -> str:
    path = made.folder / "catalogue" / "vocabularies" / f"{chance.choice(['themes', 'countries', 'types', 'series', 'regions'])}.yml"
    return _edit(path, r"^(    (?:en|ru|kk|ko): )([^'\"\n>|]+)$", lambda one: f"{one[1]}{one[2]}{chance.choice(['', ' x', ' y'])}", chance)


def template(made: Project, chance: random.Random) -> str:
    path = chance.choice(sorted((made.folder / "overrides" / "library").glob("*.html")))
    return _edit(path, r"<p\b", lambda one: f'<p data-edit="{chance.randrange(99)}"', chance)


def words(made: Project, chance: random.Random) -> str:
    path = made.folder / "overrides" / "locales" / chance.choice(["ru", "kk", "ko"]) / "LC_MESSAGES" / "messages.po"
    return _edit(
        path,
        r'^msgid "(Themes|Newest publications|Publications|Countries)"\nmsgstr "(.*)"$',
        lambda one: f'msgid "{one[1]}"\nmsgstr "{one[2]}!"',
        chance,
    )


def written_page(made: Project, chance: random.Random) -> str:
    path = chance.choice(sorted((made.folder / "docs").glob("*.md")))
    path.write_text(path.read_text("utf-8") + f"\nOne more line, {chance.randrange(99)}.\n", "utf-8")
    return path.name


def style(made: Project, chance: random.Random) -> str:
    path = made.folder / "overrides" / "assets" / "stylesheets" / "library.css"
    path.write_text(path.read_text("utf-8") + f"\n.edit-{chance.randrange(99)} {{ color: red }}\n", "utf-8")
    return path.name


def setting(made: Project, chance: random.Random) -> str:
    path = made.folder / "mkdocs.yml"
    return _edit(path, r'SITE_URL, "[^"]*"', lambda one: f'SITE_URL, "https://library-{chance.randrange(9)}.example.org/"', chance)


def deletion(made: Project, chance: random.Random) -> str:
    """A record that no other names goes, as long as some are left."""
    texts = "\n".join(path.read_text("utf-8") for path in (made.folder / "catalogue").rglob("*.*") if path.suffix in (".yml", ".md"))
    free = [
        path
        for path in made.records()
        if len(re.findall(rf"\b{re.escape(path.stem)}\b", texts)) == 1 and "file:" not in path.read_text("utf-8")
    ]
    if len(free) < 4:
        return "too few records are left"
    path = chance.choice(free)
    path.unlink()
    return f"{path.name} deleted"


def addition(made: Project, chance: random.Random) -> str:
    """A neighbour is copied, with an id, titles and citation keys of its own."""
    source = chance.choice(
        [path for path in made.records() if not re.search("doi:|isbn:|file:|cover:|former_addresses:|withdrawn:", path.read_text("utf-8"))]
    )
    name = f"added-{chance.randrange(10_000)}"
    text = re.sub(r"^id: .*$", f"id: {name}", source.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"citation_key: *(\S+)", lambda one: f"citation_key: {name.replace('-', '')}{chance.randrange(10_000)}", text)
    text = re.sub(r"^(    ?(?:  title|  en|en|ru|kk|ko): )([^'\"\n>|]+)$", rf"\1\2 {name}", text, flags=re.MULTILINE)
    (source.parent / f"{name}.yml").write_text(text, "utf-8")
    return f"{name}.yml added"


def rename(made: Project, chance: random.Random) -> str:
    texts = "\n".join(path.read_text("utf-8") for path in (made.folder / "catalogue").rglob("*.*") if path.suffix in (".yml", ".md"))
    free = [
        path
        for path in made.records()
        if len(re.findall(rf"\b{re.escape(path.stem)}\b", texts)) == 1 and not re.search("file:|former_addresses:", path.read_text("utf-8"))
    ]
    if not free:
        return "nothing to rename"
    path = chance.choice(free)
    name = f"renamed-{chance.randrange(10_000)}"
    text = re.sub(r"^id: .*$", f"id: {name}", path.read_text("utf-8"), flags=re.MULTILINE)
    (path.parent / f"{name}.yml").write_text(text.rstrip() + f"\n\nformer_addresses: [/publications/{path.stem}/]\n", "utf-8")
    path.unlink()
    return f"{path.name} renamed {name}.yml"


def withdrawal(made: Project, chance: random.Random) -> str:
    """A record is withdrawn in favour of another, or offered again."""
    path, other = chance.sample(made.records(), 2)
    text = path.read_text("utf-8")
    offered = re.sub(r"^withdrawn:.*\n(?: .*\n)*", "", text, flags=re.MULTILINE)
    if offered == text:
        offered = f"{text.rstrip()}\nwithdrawn: {{on: 2026-12-02, because: superseded, replaced_by: {other.stem}}}\n"
    path.write_text(offered, "utf-8")
    return f"{path.name} withdrawn or offered again"


def text_left_out(made: Project, chance: random.Random) -> str:
    """A title or summary that is there in other languages."""
    path, field, tag = chance.choice(made.records()), chance.choice(["title", "summary"]), chance.choice(["en", "ru", "kk", "ko"])
    text = re.sub(rf"^({field}:\n(?:  \w\w: .*\n)*?)  {tag}: .*\n", r"\1", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    text = re.sub(rf"^(  {field}: \[[^\]\n]*?)(?:, {tag}\b|\b{tag}, )", r"\1", text, count=1, flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    return f"{path.name} without its {field} in {tag}"


def lawful_edit(made: Project, chance: random.Random) -> str:
    """A random edit that leaves a lawful catalogue; one that does not is undone, and another is tried."""
    folder = made.folder / "catalogue"
    while True:
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        told = chance.choice(EDITS)(made, chance)
        try:
            load(folder)
        except CatalogueError:
            for path in folder.rglob("*"):
                if path.is_file() and path not in before:
                    path.unlink()
            for path, data in before.items():
                path.write_bytes(data)
            continue
        return told


EDITS = (
    *(title, title, day, name_of_a_person, label, template, words, written_page, style, setting, deletion, addition, rename),
    *(withdrawal, withdrawal, text_left_out, text_left_out),
)
