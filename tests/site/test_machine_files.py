"""What built sites hold for programs, read back as other people's programs read it.

Each module that makes such files has tests of its own; here it is their whole: that the
files are where pages, manifests and each other say they are, and agree with the records.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import http.server
import itertools
import json
import re
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.robotparser import RobotFileParser
from zipfile import ZipFile

import bibtexparser
import extruct
import feedparser
import pytest
import rispy
import signposting
from jsonschema import Draft202012Validator
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import FACETS, LIST_LENGTH, Indexes, index
from library.catalogue.kinds import KINDS
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.citing import Citing, offered
from library.citations.formats import FORMATS
from library.citations.paths import METADATA_LICENCE, of_datacite
from library.engine import read
from lxml import etree, html
from resync.client import Client
from signposting import find_signposting_html, find_signposting_linkset
from sites import LANGUAGES, ROOT, SITE_URL, Built, configuration, mkdocs

pytestmark = pytest.mark.slow

PREFIXES = {language: "" if language == "en" else f"{language}/" for language in LANGUAGES}
ENDINGS = ("bib", "biblatex.bib", "ris", "json", "csv")
PART_LIMIT = 5_000_000
RS = "{http://www.openarchives.org/rs/terms/}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "application/atom+xml"

_READ_ALL = """
const read = require(process.argv[1]), fs = require("fs");
(async () => {
  const found = [];
  for (const path of JSON.parse(fs.readFileSync(0, "utf8"))) found.push(await read.loadFromString(fs.readFileSync(path, "utf8")));
  process.stdout.write(JSON.stringify(found));
})();
"""


class Head:
    """What the tests ask of a page."""

    def __init__(self, text: str) -> None:
        page = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        self.language: str = page.get("lang")
        self.metas = [(meta.get("name") or meta.get("property"), meta.get("content")) for meta in page.xpath("//meta[@name or @property]")]
        self.links = [dict(link.attrib) for link in page.xpath("//head/link")]
        self.json_ld: list[str] = page.xpath('//script[@type="application/ld+json"]/text()')
        self.coins: list[str] = page.xpath('//span[@class="Z3988"]/@title')
        self.cards = [
            (card.xpath("string((.//h3/a | a)/@href)").rstrip("/").rsplit("/", 1)[-1], card.xpath('.//span[@class="Z3988"]/@title'))
            for card in page.xpath('//li[contains(concat(" ", @class, " "), " lib-card ")] | //ol[@class="lib-titles"]/li')
        ]
        self.ids = set(page.xpath("//@id"))
        self.guessed = page.xpath('//time[@datetime] | //*[contains(@class, "byline")]')
        self.moved = bool(page.xpath('//meta[@http-equiv="refresh"]'))

    def named(self, name: str) -> list[str]:
        return [content for found, content in self.metas if found == name]

    @property
    def citation_tags(self) -> list[str]:
        return [name for name, _ in self.metas if name.startswith("citation_")]


@cache
def _instead() -> Mapping[str, tuple[str, ...]]:
    return read(ROOT).settings.editions_instead


@dataclass(frozen=True)
class Made:
    """A built site and the records that it was made of."""

    site: Built
    catalogue: Catalogue

    @cached_property
    def indexes(self) -> Indexes:
        return index(self.catalogue)

    @cached_property
    def citations(self) -> dict[str, list[Citation]]:
        """By work; addresses in them are those of the site."""
        citing = Citing(self.catalogue, SITE_URL)
        return {work_id: list(citing.of_work(placed)) for work_id, placed in self.catalogue.works.items()}

    @cached_property
    def listed(self) -> list[Placed]:
        """The works that lists hold: those that nobody withdrew."""
        return [placed for placed in self.catalogue.works.values() if placed.work.withdrawn is None]

    @cached_property
    def files(self) -> set[str]:
        return {path.relative_to(self.site.folder).as_posix() for path in self.site.folder.rglob("*") if path.is_file()}

    @cached_property
    def heads(self) -> dict[str, Head]:
        return {path: Head(self.site.text(path)) for path in self.site.pages}

    @cached_property
    def work_pages(self) -> dict[str, tuple[Placed, str]]:
        """Works and languages by the path of the page."""
        return {
            f"{PREFIXES[language]}{placed.address}/index.html": (placed, language)
            for placed in self.catalogue.works.values()
            for language in LANGUAGES
        }

    @cached_property
    def list_pages(self) -> dict[str, str]:
        """The feed of every list by the path of each of its pages; empty for a list of one work."""
        found = {}
        paths = {"publications": ("feed.xml", len(self.listed))}
        paths |= {
            shelf.path: (f"{shelf.path}/feed.xml" if shelf.has_feed else "", len(shelf.works))
            for facet in FACETS
            for shelf in self.indexes.shelves[facet.path].values()
        }
        for language, (path, (feed, number)) in itertools.product(LANGUAGES, paths.items()):
            prefix = PREFIXES[language]
            address = f"{prefix}{feed}" if feed else ""
            found[f"{prefix}{path}/index.html"] = address
            found |= {f"{prefix}{path}/{page}/index.html": address for page in range(2, (number - 1) // LIST_LENGTH + 2)}
        return found

    @cached_property
    def lists(self) -> dict[str, list[str]]:
        """Keys of the citations of every list of several works, an issue's and the journal's too, and of the library, by path without an ending.

        A list names each work once, the library every edition.
        """
        works = {f"{shelf.path}/works": shelf.works for facet in FACETS for shelf in self.indexes.shelves[facet.path].values()}
        if self.catalogue.journal:
            works["journal/works"] = [placed for placed in self.listed if placed.in_journal]
        works |= {
            f"journal/{issue.id}/works": [placed for placed in self.listed if placed.issue is issue]
            for issue in self.catalogue.issues.values()
        }
        works = {path: held for path, held in works.items() if len(held) > 1}
        first = self.catalogue.languages[0]
        found = {path: [self.citations[placed.work.id][self.offered(placed, first)].key for placed in held] for path, held in works.items()}
        return found | {"exports/library": [citation.key for placed in self.listed for citation in self.citations[placed.work.id]]}

    def described(self, path: str) -> Citation:
        """The edition that a work's page describes: the one in its language, where there is one."""
        placed, language = self.work_pages[path]
        return self.citations[placed.work.id][self.offered(placed, language)]

    def offered(self, placed: Placed, language: str) -> int:
        """The place of that edition in the record, as the project's own mkdocs.yml says."""
        return offered(placed.work.editions, language, _instead().get(language, ()))

    def leads_somewhere(self, address: str) -> bool:
        """Whether an address is on another site, or is a file or a page of this one."""
        if not address.startswith(SITE_URL):
            return bool(re.match(r"https?://", address))
        path = address.removeprefix(SITE_URL).partition("#")[0]
        return (f"{path}index.html" if path == "" or path.endswith("/") else path) in self.files

    def astray(self, addresses: Iterable[str]) -> list[str]:
        return sorted({address for address in addresses if not self.leads_somewhere(address)})

    def keys(self, path: str) -> list[str]:
        """Keys of the citations in a file, in its order."""
        text = (self.site.folder / path).read_bytes().decode("utf-8-sig")  # tables begin with a byte order mark
        if path.endswith(".bib"):
            return re.findall(r"^@\w+\{([^,\s]+),$", text, re.MULTILINE)
        if path.endswith(".ris"):
            return [record["id"] for record in rispy.loads(text)]
        if path.endswith(".json"):
            return [entry["id"] for entry in json.loads(text)]
        return [row["key"] for row in csv.DictReader(text.splitlines(keepends=True))]


@pytest.fixture(scope="module")
def made_sites(small_site: Built, real_site: Built, small_catalogue: Catalogue, real_catalogue: Catalogue) -> dict[str, Made]:
    return {"small": Made(small_site, small_catalogue), "real": Made(real_site, real_catalogue)}


@pytest.fixture(scope="module", params=["small", "real"])
def made(request: pytest.FixtureRequest, made_sites: dict[str, Made]) -> Made:
    """Each site in turn."""
    return made_sites[request.param]


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(inner)


def endings_of(path: str) -> tuple[str, ...]:
    """Formats of the files at a path: a list's is in BibTeX, the library has them all."""
    return ENDINGS if path == "exports/library" else ENDINGS[:1]


def bare_title(citation: Citation) -> str:
    """A supplied title without its brackets: readers show it as it is."""
    return citation.title[1:-1] if citation.supplied else citation.title


def author(name: Name) -> str:
    """Readers of heads divide a name at its first comma, so a suffix stands behind the given name."""
    return name.literal or ", ".join(part for part in (name.family, " ".join(part for part in (name.given, name.suffix) if part)) if part)


def values(found: Any) -> list[str]:
    """html-metadata gives a text for one element, a list for more, nothing for none."""
    return [] if found is None else found if isinstance(found, list) else [found]


# -- files of citations ------------------------------------------------------------------


def test_formats_are_those_that_were_promised() -> None:
    assert tuple(format_.ending for format_ in FORMATS) == ENDINGS


def test_every_work_has_its_files_with_all_editions_and_no_others(made: Made) -> None:
    expected = {}
    for work_id, citations in made.citations.items():
        placed = made.catalogue.works[work_id]
        for address, name in ((placed.address, work_id), *placed.former):
            for ending in ENDINGS:
                expected[f"{address}/{name}.{ending}"] = [citation.key for citation in citations]
    found = {
        path
        for path in made.files
        if re.fullmatch(r"(?:publications|journal/[^/]+)/[^/]+/.+\.(?:bib|ris|csv|json)", path) and not path.endswith("/linkset.json")
    }
    assert found == set(expected)
    assert {path: keys for path in found if (keys := made.keys(path)) != expected[path]} == {}


def test_every_list_has_its_files_with_its_works(made: Made) -> None:
    expected = {f"{path}.{ending}": keys for path, keys in made.lists.items() for ending in endings_of(path)}
    found = {
        path
        for path in made.files
        if re.search(r"(?:^exports/library|/works)(?:-\d+)?\.(?:biblatex\.bib|bib|ris|json|csv)$", path) and not path.startswith("api/")
    }
    parts: dict[str, list[str]] = {}
    for path in sorted(found, key=lambda path: [int(number) for number in re.findall(r"-(\d+)\.", path)]):
        parts.setdefault(re.sub(r"-\d+(?=\.)", "", path), []).extend(made.keys(path))
    assert set(parts) == set(expected)
    assert [path for path, keys in parts.items() if sorted(keys) != sorted(expected[path])] == []
    assert [path for path in found if (made.site.folder / path).stat().st_size >= PART_LIMIT] == []


def test_entries_lead_only_to_entries_of_their_own_file(made: Made) -> None:
    for path in made.files:
        if path.endswith(".biblatex.bib"):
            text = made.site.text(path)
            related = {key for keys in re.findall(r"^\s*related\s*=\s*\{([^}]*)\}", text, re.MULTILINE) for key in keys.split(",")}
            assert related <= set(made.keys(path)), path


@pytest.mark.parametrize("ending", ["bib", "biblatex.bib"])
def test_the_whole_library_is_read_without_a_failed_block(made: Made, ending: str) -> None:
    named = [row["path"] for row in json.loads(made.site.text("exports/manifest.json"))["files"]]
    parts = [path for path in named if re.fullmatch(rf"exports/library(-\d+)?\.{ending}", path)]
    read = bibtexparser.parse_string("\n".join(map(made.site.text, parts)))
    assert read.failed_blocks == []
    keys = [entry.key for entry in read.entries]
    assert len(set(keys)) == len(keys)
    assert keys == made.lists["exports/library"]


def test_documents_that_citations_name_are_on_the_site(made: Made) -> None:
    records = rispy.loads((made.site.folder / "exports/library.ris").read_text("utf-8"))
    named = {record["file_attachments1"] for record in records if "file_attachments1" in record}
    with (made.site.folder / "exports/library.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    named |= {row["document_url"] for row in rows if row["document_url"]} | {row["url"] for row in rows}
    assert made.astray(named) == []


@pytest.mark.parametrize(("manifest", "library"), [("exports/manifest.json", True), ("exports/lists.json", False)])
def test_manifests_name_count_and_measure_every_file(made: Made, manifest: str, library: bool) -> None:
    read = json.loads(made.site.text(manifest))
    assert read["licence"] == METADATA_LICENCE
    assert (METADATA_LICENCE["id"], METADATA_LICENCE["url"]) == ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
    types = {format_.label: (format_.ending, format_.media_type) for format_ in FORMATS}
    works = {citation.key: citation.work for citations in made.citations.values() for citation in citations}
    for row in read["files"]:
        data = (made.site.folder / row["path"]).read_bytes()
        assert (row["bytes"], row["sha256"]) == (len(data), hashlib.sha256(data).hexdigest()), row["path"]
        keys = made.keys(row["path"])
        assert (row["editions"], row["works"]) == (len(keys), len({works[key] for key in keys})), row["path"]
        ending, media_type = types[row["format"]]
        assert row["path"].endswith(f".{ending}")
        assert row["media_type"] == media_type
    named = [row["path"] for row in read["files"]]
    assert len(set(named)) == len(named)
    assert {re.sub(r"-\d+(?=\.)", "", path) for path in named} == {
        f"{path}.{ending}" for path in made.lists for ending in endings_of(path) if (path == "exports/library") == library
    }
    parts = {
        path
        for path in made.files
        if re.search(r"(?:^exports/library|/works)(?:-\d+)?\.(?:bib|biblatex\.bib|ris|json|csv)$", path)
        and not path.startswith("api/")
        and path.startswith("exports/library") == library
    }
    assert set(named) == parts


# -- heads of pages ----------------------------------------------------------------------


def read_by_html_metadata(made: Made) -> dict[str, dict[str, Any]]:
    """What the reader behind Wikimedia's citation service finds in each work's page; Node starts once."""
    done = subprocess.run(
        ["node", "-e", _READ_ALL, str(ROOT / "tests" / "node_modules" / "html-metadata")],
        capture_output=True,
        text=True,
        input=json.dumps([str(made.site.folder / path) for path in made.work_pages]),
        check=True,
        timeout=300,
    )
    return dict(zip(made.work_pages, json.loads(done.stdout), strict=True))


def can_be_read(placed: Placed) -> bool:
    """Whether a work is a document: neither withdrawn, nor a country profile that can be read nowhere."""
    document = any(edition.file or edition.address or edition.doi or edition.text for edition in placed.work.editions)
    return not placed.work.withdrawn and (document or placed.work.type != "country-profile")


def test_html_metadata_reads_the_edition_of_each_page(made: Made) -> None:
    scholarly = 0
    for path, found in read_by_html_metadata(made).items():
        placed, language = made.work_pages[path]
        citation = made.described(path)
        assert found["openGraph"]["type"] == ("book" if citation.kind == "book" else "article"), path
        assert found["general"]["lang"] == language
        assert found["jsonLd"]["@context"] == "https://schema.org"
        assert ("highwirePress" in found) == can_be_read(placed), path
        tags = found.get("highwirePress")
        if tags is None:
            continue
        scholarly += 1
        assert tags["title"] == bare_title(citation), path
        assert values(tags.get("author")) == [author(name) for name in citation.authors], path
        assert tags.get("publication_date", "")[:4] == (f"{citation.issued.year:04d}" if citation.issued else ""), path
        assert tags["language"] == (citation.language or "und"), path
        assert tags["abstract_html_url"] == SITE_URL + path.removesuffix("index.html")
        if language in [edition.language for edition in placed.work.editions]:
            assert tags["language"] == language, path
    assert scholarly > 2 * len(made.catalogue.works)


def test_extruct_reads_the_edition_of_each_page(made: Made) -> None:
    for path in made.work_pages:
        citation = made.described(path)
        read = extruct.extract(made.site.text(path), syntaxes=["json-ld", "dublincore", "opengraph"], errors="strict")
        found: dict[str, list[str]] = {}
        for element in read["dublincore"][0]["elements"] + read["dublincore"][0]["terms"]:
            if "content" in element:
                found.setdefault(element["name"], []).append(element["content"])
        assert found["DC.title"] == [bare_title(citation)], path
        assert found.get("DC.creator", []) == [name.inverted for name in citation.authors], path
        assert found.get("DCTERMS.issued", []) == ([str(citation.issued)] if citation.issued else []), path
        assert found["DC.language"] == [citation.language or "und"], path
        assert dict(read["opengraph"][0]["properties"])["og:type"] != "website"
        [graph] = read["json-ld"]
        editions = {node["@id"]: node for node in graph["@graph"]}
        node = editions[f"{citation.url}#{citation.anchor}"]
        assert node.get("inLanguage", "") == citation.language, path
        assert node.get("datePublished", "") == str(citation.issued or ""), path
        assert [party["@id"].rsplit("/", 2)[-2] for party in node.get("author", [])] == [name.party for name in citation.authors], path


def test_every_page_has_one_graph_whose_addresses_lead_somewhere(made: Made) -> None:
    led: set[str] = set()
    for path, head in made.heads.items():
        if head.moved or path.endswith("404.html"):
            assert head.json_ld == [], path
            continue
        assert len(head.json_ld) == 1, path
        graph = json.loads(head.json_ld[0])
        assert graph["@graph"][0]["inLanguage"] == head.language, path
        led |= {text for text in texts_in(graph) if text.startswith(SITE_URL)}
    assert made.astray(led) == []


def test_editions_stand_on_the_page_where_their_anchors_say(made: Made) -> None:
    for path, (placed, _) in made.work_pages.items():
        assert {citation.anchor for citation in made.citations[placed.work.id]} <= made.heads[path].ids, path


def test_only_pages_of_documents_have_citation_tags(made: Made) -> None:
    with_tags = {path for path, head in made.heads.items() if head.citation_tags}
    assert with_tags == {path for path, (placed, _) in made.work_pages.items() if can_be_read(placed)}
    other = {path for path, head in made.heads.items() if "website" not in head.named("og:type")} - set(made.work_pages)
    assert {
        path.removeprefix(PREFIXES[made.heads[path].language]).split("/")[0]
        for path in other
        if not made.heads[path].moved and not path.endswith("404.html")
    } <= {"people"}


def test_a_pdf_is_named_on_the_page_beside_which_it_lies_and_that_describes_its_edition(made: Made) -> None:
    """Beside the page of its language, or, where the site has none in it or no source states one, beside the English page."""
    expected: dict[str, list[str]] = {}
    for path, (placed, language) in made.work_pages.items():
        edition = placed.work.editions[made.offered(placed, language)]
        beside = edition.language if edition.language in LANGUAGES else LANGUAGES[0]
        if (edition.file or "").endswith(".pdf") and beside == language and not placed.work.withdrawn:
            expected[path] = [f"{SITE_URL}{path.removesuffix('index.html')}{edition.file}"]
    found = {path: named for path, head in made.heads.items() if (named := head.named("citation_pdf_url"))}
    assert found == expected
    for [pdf] in found.values():
        assert (made.site.folder / pdf.removeprefix(SITE_URL)).read_bytes()[:5] == b"%PDF-"


def test_cards_of_lists_and_issues_have_coins_and_pages_of_works_have_none(made: Made) -> None:
    issues = {f"{PREFIXES[language]}journal/{issue.id}/index.html" for issue in made.catalogue.issues.values() for language in LANGUAGES}
    assert set(made.list_pages) | issues <= set(made.heads)
    for path, head in made.heads.items():
        assert len(head.coins) == sum(len(spans) for _, spans in head.cards), path
        for work_id, spans in head.cards:
            placed = made.catalogue.works[work_id]
            assert len(spans) == (0 if placed.work.withdrawn else 1), f"{work_id} on {path}"
            for span in spans:
                read = parse_qs(span, strict_parsing=True)
                citation = made.described(f"{PREFIXES[head.language]}{placed.address}/index.html")
                assert read.get("rft.atitle", read.get("rft.btitle")) == [bare_title(citation)], path
                assert f"{SITE_URL}{placed.address}/" in read["rft_id"]
        if path in made.list_pages or path in issues:
            assert head.cards, path
        if path in made.work_pages:
            assert not head.coins, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_titles_offers_each_work_once(made: Made, language: str) -> None:
    pages = [head for path, head in made.heads.items() if path.startswith(f"{PREFIXES[language]}titles/")]
    offered = [work_id for head in pages for work_id, spans in head.cards if spans]
    assert sorted(offered) == sorted(placed.work.id for placed in made.catalogue.works.values() if not placed.work.withdrawn)


def test_no_page_of_a_work_lets_zotero_guess_a_date_or_an_author(made: Made) -> None:
    """It takes the first time of a page for the date of an undated work, and a byline for its authors."""
    assert [path for path in made.work_pages if made.heads[path].guessed] == []


# -- signposting -------------------------------------------------------------------------


class Answer:
    """What a server would answer with a file of the site."""

    status_code = 200

    def __init__(self, url: str, file: Path, media_type: str) -> None:
        self.url, self.text = url, file.read_text("utf-8")
        self.headers = {"Content-Type": media_type}

    def raise_for_status(self) -> None:
        pass


def told(found: Iterable[Any]) -> set[tuple[str, str, str]]:
    return {(str(signpost.rel), str(signpost.target), str(signpost.type or "")) for signpost in found}


def test_signposts_lead_somewhere_and_both_levels_agree(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def get(url: str, **_: Any) -> Answer:
        path = str(url).removeprefix(SITE_URL)
        if path.endswith("/"):
            return Answer(str(url), made.site.folder / path / "index.html", "text/html; charset=utf-8")
        return Answer(str(url), made.site.folder / path, "application/linkset+json")

    for module in (signposting.htmllinks, signposting.linkset):
        monkeypatch.setattr(module.requests, "get", get)
    led: set[str] = set()
    for placed in made.catalogue.works.values():
        pdfs = {f"{SITE_URL}{path}" for path in made.files if path.endswith(".pdf") and f"{placed.address}/" in path}
        linkset = f"{SITE_URL}{placed.address}/linkset.json"
        second = find_signposting_linkset(linkset)
        contexts = json.loads((made.site.folder / placed.address / "linkset.json").read_text("utf-8"))["linkset"]
        led |= {text for text in texts_in(contexts) if text.startswith("http")}
        for language in LANGUAGES:
            page = f"{SITE_URL}{PREFIXES[language]}{placed.address}/"
            first = told(find_signposting_html(page))
            assert ("linkset", linkset, "application/linkset+json") in first
            assert first - {("linkset", linkset, "application/linkset+json")} == told(second.for_context(page)), page
            assert {rel for rel, _, _ in first} >= {"cite-as", "describedby", "type", "linkset"}
            assert {target for rel, target, _ in first if rel == "item"} == pdfs, page
            described = {target.rsplit(".", 1)[-1] for rel, target, _ in first if rel == "describedby"}
            assert described >= ({"bib", "ris", "json", "csv"} if language == "en" else {"json"})
            collections = {target for rel, target, _ in first if rel == "collection"}
            assert bool(collections) == (placed.in_journal or placed.work.series is not None)
            led |= {target for _, target, _ in first}
    assert made.astray(led) == []


def test_every_page_of_a_work_leads_to_its_copy_in_markdown(made: Made) -> None:
    named = {}
    for path, (placed, _) in made.work_pages.items():
        links = [link["href"] for link in made.heads[path].links if link.get("type") == "text/markdown"]
        assert links == [f"{SITE_URL}{placed.address}/{placed.work.id}.md"], path
        named[links[0].removeprefix(SITE_URL)] = placed
    assert set(named) == {path for path in made.files if path.endswith(".md") and not path.startswith("assets/")}
    told = re.findall(r"\]\((https:[^)]+)\)", made.site.text("llms.txt"))
    assert told and made.astray(told) == []


# -- feeds, OPDS, ResourceSync -----------------------------------------------------------


def read_feed(made: Made, path: str) -> Any:
    """A feed that the reader finds nothing wrong with, and whose own address is right."""
    parsed = feedparser.parse((made.site.folder / path).read_bytes(), response_headers={"content-type": f"{ATOM}; charset=utf-8"})
    assert not parsed.bozo, f"{path}: {parsed.bozo_exception}"
    assert parsed.version == "atom10"
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [f"{SITE_URL}{path}"]
    assert parsed.feed.language == next(language for language in reversed(LANGUAGES) if path.startswith(PREFIXES[language]))
    return parsed


def links_of(parsed: Any) -> Iterator[Any]:
    yield from parsed.feed.links
    for entry in parsed.entries:
        yield from entry.links


def test_every_feed_is_read_and_leads_somewhere(made: Made) -> None:
    feeds = {path for path in made.files if path.endswith("feed.xml")}
    lists = set(made.list_pages.values()) - {""}
    kinds = [kind.collection for kind in KINDS if made.catalogue.of_kind(kind.name)]
    sections = ["new", *(["journal"] if made.catalogue.journal else []), *kinds]
    assert feeds == {*lists, *(f"{prefix}{path}/feed.xml" for prefix in PREFIXES.values() for path in sections)}
    led, enclosed = set(), set()
    for path in feeds:
        parsed = read_feed(made, path)
        assert [link for link in parsed.feed.links if link.rel == "alternate"], path
        for link in links_of(parsed):
            if link.rel == "alternate":
                assert link.href.startswith(SITE_URL) and link.href.partition("#")[0].endswith("/"), path
            if link.rel == "enclosure":
                enclosed.add(link.href.removeprefix(SITE_URL))
                assert int(link.length) == (made.site.folder / link.href.removeprefix(SITE_URL)).stat().st_size
            led.add(link.href)
    assert made.astray(led) == []
    assert enclosed == {path for path in made.files if path.endswith(".pdf")}


def test_lists_announce_their_feed(made: Made) -> None:
    journal = {f"{prefix}journal/index.html": f"{prefix}journal/feed.xml" for prefix in PREFIXES.values() if made.catalogue.journal}
    new = {f"{prefix}new/index.html": f"{prefix}new/feed.xml" for prefix in PREFIXES.values()}
    held = [kind.collection for kind in KINDS if made.catalogue.of_kind(kind.name)]
    records = {f"{prefix}{name}/index.html": f"{prefix}{name}/feed.xml" for prefix in PREFIXES.values() for name in held}
    expected = made.list_pages | journal | new | records
    for path, head in made.heads.items():
        announced = [link["href"] for link in head.links if link.get("rel") == "alternate" and link.get("type") == ATOM]
        assert made.astray(announced) == [], path
        if path in expected:
            assert announced == ([f"{SITE_URL}{expected[path]}"] if expected[path] else []), path


def test_opds_catalogues_lead_from_one_to_the_next(made: Made) -> None:
    documents = {f"{SITE_URL}{path}" for path in made.files if path.endswith(".pdf")}
    for language in LANGUAGES:
        folder = f"{PREFIXES[language]}opds"
        here = {path for path in made.files if path.startswith(f"{folder}/")}
        reached, waiting, fetched = set(), [f"{folder}/index.xml"], set()
        while waiting:
            path = waiting.pop()
            reached.add(path)
            for link in links_of(read_feed(made, path)):
                assert made.leads_somewhere(link.href), f"{path}: {link.href}"
                if link.rel == "http://opds-spec.org/acquisition/open-access":
                    fetched.add(link.href)
                if "profile=opds-catalog" in link.type and link.href.removeprefix(SITE_URL) not in {*reached, *waiting}:
                    waiting.append(link.href.removeprefix(SITE_URL))
        assert reached == here
        assert {address for address in fetched if address.startswith(SITE_URL)} == documents


def test_resource_lists_measure_the_files_as_they_are(made: Made) -> None:
    expected = {f"api/v1/works/{placed.work.id}.json" for placed in made.catalogue.works.values() if not placed.work.withdrawn}
    expected |= {path for path in made.files if path.endswith(".pdf")}
    expected |= {of_datacite(placed) for placed in made.catalogue.works.values() if placed.issued and not placed.work.withdrawn}
    measured = {}
    for entry in etree.parse(str(made.site.folder / "resourcesync/resourcelist.xml")).getroot().iter(f"{MAP}url"):
        path = entry.findtext(f"{MAP}loc").removeprefix(SITE_URL)
        data = (made.site.folder / path).read_bytes()
        told_ = entry.find(f"{RS}md")
        assert (told_.get("length"), told_.get("hash")) == (str(len(data)), f"sha-256:{hashlib.sha256(data).hexdigest()}"), path
        assert made.astray(link.get("href") for link in entry.iter(f"{RS}ln")) == []
        measured[path] = told_
    assert set(measured) == expected


# -- the API, deposits, what a host and a crawler read ---------------------------------


def test_the_api_is_as_its_published_schemas_say_and_leads_somewhere(made: Made) -> None:
    validators: dict[str, Draft202012Validator] = {}
    led: set[str] = set()
    files = sorted(path for path in made.files if re.fullmatch(r"api/v1/(?!schema/).*\.json", path))
    for path in files:
        data = json.loads(made.site.text(path))
        if data["schema"] not in validators:
            schema = json.loads(made.site.text(data["schema"].removeprefix(SITE_URL)))
            Draft202012Validator.check_schema(schema)
            validators[data["schema"]] = Draft202012Validator(schema)
        assert [error.message for error in validators[data["schema"]].iter_errors(data)] == [], path
        led |= {text for text in texts_in(data) if text.startswith(SITE_URL)}
    pattern = json.loads(made.site.text("api/v1/index.json"))["record"]
    led.remove(pattern)
    assert made.astray(led | {pattern.replace("{id}", work_id) for work_id in made.catalogue.works}) == []
    assert {f"{SITE_URL}{path}" for path in files} <= led | {pattern.replace("{id}", work_id) for work_id in made.catalogue.works} | {
        f"{SITE_URL}api/v1/index.json",
        *(f"{SITE_URL}api/v1/works/{name}.json" for placed in made.catalogue.works.values() for _, name in placed.former),
    }


def test_the_table_of_works_has_a_row_for_each(made: Made) -> None:
    with (made.site.folder / "api/v1/works.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == list(made.catalogue.works)
    assert [row["title_ko"] for row in rows] == [placed.work.title.get("ko", "") for placed in made.catalogue.works.values()]
    assert made.astray(address for row in rows for address in (row["url"], row["record"], *row["files"].split("; ")) if address) == []


def test_deposits_of_issues_are_read(made: Made) -> None:
    allowed = {f"journal/{issue.id}/{name}.xml" for issue in made.catalogue.issues.values() for name in ("crossref", "doaj")}
    deposits = {path for path in made.files if re.fullmatch(r"journal/[^/]+/(crossref|doaj)\.xml", path)}
    assert deposits <= allowed
    for path in deposits:
        root = etree.parse(str(made.site.folder / path)).getroot()
        articles = made.catalogue.issues[path.split("/")[1]].articles
        if path.endswith("doaj.xml"):
            assert 0 < len(root.findall(".//{*}record")) <= len(articles)
            continue
        dois = {edition.doi for article in articles for edition in made.catalogue.works[article.id].work.editions if edition.doi}
        assert {doi.text for doi in root.iterfind(".//{*}journal_article/{*}doi_data/{*}doi")} == dois
        assert made.astray(resource.text for resource in root.iterfind(".//{*}resource")) == []
    for path in made.files:
        if path.endswith(".datacite.xml"):
            assert etree.parse(str(made.site.folder / path)).getroot().tag.endswith("}resource")


def test_sitemaps_have_days_that_have_come(made: Made) -> None:
    works = [placed.work for placed in made.catalogue.works.values()]
    days = {str(day) for work in works for day in (work.added, work.revised, work.withdrawn and work.withdrawn.on) if day}
    days |= {str(issue.added) for issue in made.catalogue.issues.values()}
    days |= {str(filed.changed) for records in made.catalogue.filed.values() for filed in records.values()}
    newest = max(days)
    dated = 0
    for language in LANGUAGES:
        for url in etree.parse(str(made.site.folder / f"sitemap-{language}.xml")).getroot().iter(f"{MAP}url"):
            changed = url.findtext(f"{MAP}lastmod")
            if changed is not None:
                dated += 1
                assert date.fromisoformat(changed).isoformat() == changed <= newest, url.findtext(f"{MAP}loc")
    assert dated > 4 * len(works)


def test_robots_may_read_everything_and_are_told_of_the_sitemaps(made: Made) -> None:
    robots = RobotFileParser()
    robots.parse(made.site.text("robots.txt").splitlines())
    assert all(robots.can_fetch("any", f"{SITE_URL}{path}") for path in ("", "ru/journal/", "api/v1/works.json", "exports/library.bib"))
    assert f"{SITE_URL}sitemap.xml" in (robots.site_maps() or [])
    assert made.astray(robots.site_maps() or []) == []


def test_hosts_are_told_what_each_file_is(made: Made) -> None:
    text = made.site.text("hosting/nginx.conf")
    rules = [
        (re.compile(pattern), re.search(r'default_type "([^"]+?)(?:; charset=utf-8)?";', body))
        for pattern, body in re.findall(r'^location ~ "([^"]+)" \{\n(.*?)^\}$', text, re.MULTILINE | re.DOTALL)
    ]
    folder = urlsplit(SITE_URL).path
    types = {
        path: next((media_type[1] for pattern, media_type in rules if media_type and pattern.search(f"{folder}{path}")), "")
        for path in made.files
    }
    own = re.compile(
        r"(?:api|schemas|assets|search)/|.*(?:linkset|manifest|lists|datapackage)\.json$"
    )  # no reference formats, whatever their endings
    for format_ in FORMATS:
        found = {types[path] for path in made.files if path.endswith(f".{format_.ending}") and not own.match(path)}
        assert found == {format_.media_type}, format_.label
    others = {
        r"/linkset\.json": "application/linkset+json",
        r"\.datacite\.xml": "application/vnd.datacite.datacite+xml",
        r"feed\.xml": ATOM,
        r"/(?:publications|journal)/.*\.md": "text/markdown",
        r"/llms\.txt": "text/plain",
        r"/opds/.*\.xml": f"{ATOM};profile=opds-catalog",
        r"exports/lists\.json": "application/json",
    }
    for ending, media_type in others.items():
        assert {types[path].split("; ")[0] for path in made.files if re.search(f"{ending}$", f"/{path}")} == {media_type}
    headers = made.site.text("_headers").splitlines()
    assert headers[headers.index(f"{folder}feed.xml") + 1] == f"  Content-Type: {ATOM}; charset=utf-8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_machines_names_what_there_is(made: Made, language: str) -> None:
    path = f"{PREFIXES[language]}machines/index.html"
    page = html.document_fromstring(made.site.text(path).encode(), parser=html.HTMLParser(encoding="utf-8"))
    written = page.xpath("//main//code/text() | //body//td/code/text()")
    for format_ in FORMATS:
        assert f".{format_.ending}" in written
        assert format_.media_type in written
    addresses = [text for text in page.xpath("//section/dl//code/text()") if text.startswith("/")]
    assert len(addresses) >= 15
    assert [address for address in addresses if "<" not in address and address.removeprefix("/") not in made.files] == []
    hrefs = page.xpath("//section//a/@href[not(contains(., '://'))]")
    assert [href for href in hrefs if not (made.site.folder / path).parent.joinpath(href).resolve().is_file()] == []


# -- building again ----------------------------------------------------------------------

DAY, OTHER_DAY = date(2031, 5, 17), date(2032, 12, 3)
ACCESSED = re.compile(r'<span data-accessed="dots"[^>]*>([^<]*)</span>')


@dataclass(frozen=True)
class Again:
    """The small site under an address of this machine: built on two days in folders of their own.
    That one day makes the same bytes on any machine is shown where two machines are compared."""

    url: str
    first: Built
    later: Built


def epoch(day: date) -> str:
    return str(int(datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()))


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Again]:
    folders = [tmp_path_factory.mktemp("again") for _ in range(2)]
    handler = functools.partial(_Quiet, directory=str(folders[0] / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    url = f"http://127.0.0.1:{server.server_port}/"

    def build(folder: Path, day: date) -> Built:
        config = folder / "mkdocs.yml"
        if not config.exists():
            configuration(folder, ROOT / "tests" / "small_catalogue" / "catalogue")
        done = mkdocs("build", "--strict", config=config, SITE_URL=url, SOURCE_DATE_EPOCH=epoch(day))
        assert done.returncode == 0, done.stdout + done.stderr
        return Built(folder / "site", done.stdout + done.stderr)

    with ThreadPoolExecutor(2) as pool:
        first, later = pool.map(build, folders, [DAY, OTHER_DAY])
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield Again(url, first, later)
    server.shutdown()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


def tree(site: Built) -> dict[str, bytes]:
    return {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}


def unpacked(site: Built) -> dict[str, bytes]:
    """A site's files, and in place of each zip the files in it, as ``library-en.zip!/index.html``."""
    files = tree(site)
    for path in [path for path in files if path.endswith(".zip")]:
        with ZipFile(BytesIO(files.pop(path))) as packed:
            files |= {f"{path}!/{name}": packed.read(name) for name in packed.namelist()}
    return files


def test_another_day_of_building_changes_nothing(again: Again) -> None:
    first, later = unpacked(again.first), unpacked(again.later)
    assert set(first) == set(later)
    assert [path for path in first if first[path] != later[path]] == []
    days = {day for path in first if path.endswith(".html") for day in ACCESSED.findall(first[path].decode())}
    assert days and not days & {f"{DAY:%d.%m.%Y}", f"{OTHER_DAY:%d.%m.%Y}"}, (
        "the day of access is the record's, until the reader's browser puts in its own"
    )


def test_a_harvester_gets_exactly_the_files_and_is_then_in_sync(again: Again, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the client writes down its state in the folder it runs in
    listed = {
        entry.findtext(f"{MAP}loc").removeprefix(again.url)
        for entry in etree.parse(str(again.first.folder / "resourcesync/resourcelist.xml")).getroot().iter(f"{MAP}url")
    }
    assert len(listed) > 30

    harvester = Harvester(again.url, tmp_path / "copy")
    harvester.baseline_or_audit()
    assert harvester.misses == []
    assert tree(Built(tmp_path / "copy", "")) == {path: (again.first.folder / path).read_bytes() for path in listed}
    assert harvester.reports[-1]["created"] == len(listed)
    harvester.baseline_or_audit(audit_only=True)
    assert harvester.reports[-1] == {"in_sync": True, "audit": True, "same": len(listed), "created": 0, "updated": 0, "deleted": 0}


class Harvester(Client):
    """A client that keeps what it reports."""

    def __init__(self, url: str, into: Path) -> None:
        super().__init__(hashes=("sha-256",))
        self.set_mappings([url, str(into)])
        self.reports: list[dict[str, Any]] = []
        self.misses: list[str] = []
        self.logger.info = lambda message, *_: self.misses.append(message) if "mismatch" in message or "does not match" in message else None

    def log_status(self, **report: Any) -> None:
        self.reports.append(report)
