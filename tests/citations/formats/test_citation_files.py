"""Files of citations that the reader's browser makes: held to those that the build makes, by Node."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.citations.citing import Citing
from library.citations.formats import BIBTEX, FORMATS, ExportFormat, table, workbook
from library.citations.lists import lists, with_files
from library.citations.texts import ExportTexts
from library.machines.changes import last_change
from library.search import files
from library.search.lists import list_files
from library.search.numbering import numbering
from library.search.references import editions_file, formats_file
from renew_golden import SITE

EVERY_FORMAT = pytest.mark.parametrize("made", FORMATS, ids=lambda made: made.ending)
WANTED = ("kk", "ru", "en")
"""Languages of the editions that a page in the first of them offers."""
RUNNER = Path(__file__).parent / "run_citation_files.js"


class Asked:
    """What the browser makes of a catalogue: works with several editions cut, and every list composed in every format."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.indexes = index(catalogue)
        self.citing = Citing(catalogue, SITE, {WANTED[0]: WANTED[1:]})
        self.texts = ExportTexts(catalogue, self.citing)
        self.works = list(catalogue.works.values())
        self.lists = dict(with_files(catalogue, self.indexes))
        done = subprocess.run(
            ["node", str(RUNNER)], input=json.dumps(self._question()), capture_output=True, text=True, encoding="utf-8", check=True
        )
        answer = json.loads(done.stdout)
        files_asked = [(placed.work.id, made.ending) for placed in self.works for made in FORMATS]
        self.cut = dict(zip(files_asked, answer["files"], strict=True))
        self.composed = dict(zip(map(tuple, self.lists_asked), answer["lists"], strict=True))

    @property
    def lists_asked(self) -> list[tuple[str, str, bool]]:
        return [
            (path, ending, every)
            for path in self.lists
            for ending in (*(made.ending for made in FORMATS), "xlsx")
            for every in (False, True)
        ]

    def _question(self) -> dict[str, Any]:
        numbered = numbering(self.indexes)
        taken = list(numbered.works)
        written = [formats_file(numbered), editions_file(numbered), *list_files(self.catalogue, self.indexes, numbered)]
        for number in range(files.number_of_bundles(taken, files.REFERENCES)):
            works = files.bundled(taken, number, files.REFERENCES)
            written += [
                files.bundle(f"citations/{made.ending}", number, numbered.stamp, [self.texts.of(made, placed) for placed in works])
                for made in FORMATS
            ]
        return {
            "index": {file.path.removeprefix(f"{files.FOLDER}/"): file.text for file in written},
            "files": [
                # Fetching a text takes the mark away with which a table begins.
                {"text": made.join(self.texts.of(made, placed)).removeprefix("\ufeff"), "ending": made.ending}
                for placed in self.works
                for made in FORMATS
            ],
            "lists": self.lists_asked,
            "wanted": WANTED,
        }


@pytest.fixture(scope="module", params=["small_catalogue", "real_catalogue"])
def asked(request: pytest.FixtureRequest) -> Asked:
    return Asked(request.getfixturevalue(request.param))


@pytest.mark.costly
@EVERY_FORMAT
def test_a_works_file_is_taken_apart_into_its_editions(asked: Asked, made: ExportFormat) -> None:
    for placed in asked.works:
        found = asked.cut[placed.work.id, made.ending]
        assert tuple(found["entries"]) == asked.texts.of(made, placed)
        assert found["type"] == made.media_type


@EVERY_FORMAT
def test_an_edition_alone_is_its_entry(asked: Asked, made: ExportFormat) -> None:
    for placed in asked.works:
        for citation, text in zip(asked.citing.of_work(placed), asked.cut[placed.work.id, made.ending]["alone"], strict=True):
            assert text == made.join([made.entry(citation)])


@EVERY_FORMAT
def test_a_list_is_composed_as_the_build_would_write_its_file(asked: Asked, made: ExportFormat) -> None:
    assert asked.lists
    for path, works in asked.lists.items():
        found = asked.composed[path, made.ending, True]
        assert found["text"] == made.join([text for placed in works for text in asked.texts.of(made, placed)]), path
        assert found["copied"] == found["text"].removeprefix("\ufeff")
        assert found["type"] == made.media_type


@EVERY_FORMAT
def test_a_list_names_each_work_once_in_the_edition_that_the_page_offers(asked: Asked, made: ExportFormat) -> None:
    for path, works in asked.lists.items():
        offered = [asked.texts.of(made, placed)[asked.citing.offered(placed, WANTED[0])] for placed in works]
        assert asked.composed[path, made.ending, False]["text"] == made.join(offered), path


def test_the_file_of_a_list_is_what_the_sites_first_language_offers(asked: Asked) -> None:
    for path, works in asked.lists.items():
        [[*parts]] = asked.texts.divided(BIBTEX, works, once=True)
        first = asked.catalogue.languages[0]
        assert parts == [(asked.texts.of(BIBTEX, placed)[asked.citing.offered(placed, first)],) for placed in works], path


def test_lists_know_their_works_editions_and_the_day_of_the_last_change(asked: Asked) -> None:
    for path, works in asked.lists.items():
        found = asked.composed[path, "bib", False]
        assert (found["works"], found["editions"]) == (len(works), sum(len(placed.work.editions) for placed in works))
        assert found["day"] == str(max(placed.changed for placed in works)) == str(last_change(works))


def test_a_workbook_of_the_browser_is_that_of_the_build(asked: Asked) -> None:
    for path, works in asked.lists.items():
        found = asked.composed[path, "xlsx", True]
        rows = [table.values(citation) for placed in works for citation in asked.citing.of_work(placed)]
        browsers, builds = (zipfile.ZipFile(io.BytesIO(data)) for data in (base64.b64decode(found["text"]), workbook.workbook(rows)))
        assert browsers.testzip() is None
        assert {name: browsers.read(name) for name in browsers.namelist()} == {name: builds.read(name) for name in builds.namelist()}
        assert found["type"] == workbook.MEDIA_TYPE
        assert [line.split("\t")[0] for line in found["copied"].split("\n")] == ["key", *(row[0] for row in rows)]


def test_lists_of_one_work_have_no_files(asked: Asked) -> None:
    every = dict(lists(asked.catalogue, asked.indexes))
    assert {path for path, works in every.items() if len(works) > 1} == set(asked.lists) < set(every)
