"""Files of citations that the reader's browser makes: held to those that the build makes, by Node."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.citations.citing import Citing
from library.citations.formats import FORMATS, ExportFormat
from library.citations.lists import lists, with_files
from library.citations.texts import ExportTexts
from library.search import files
from library.search.lists import list_files
from library.search.numbering import numbering
from library.search.references import formats_file
from renew_golden import SITE

EVERY_FORMAT = pytest.mark.parametrize("made", FORMATS, ids=lambda made: made.ending)
RUNNER = Path(__file__).parent / "run_citation_files.js"


class Asked:
    """What the browser makes of a catalogue: works with several editions cut, and every list composed in every format."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.indexes = index(catalogue)
        self.citing = Citing(catalogue, SITE)
        self.texts = ExportTexts(catalogue, self.citing)
        self.works = list(catalogue.works.values())
        self.lists = dict(with_files(catalogue, self.indexes))
        done = subprocess.run(
            ["node", str(RUNNER)], input=json.dumps(self._question()), capture_output=True, text=True, encoding="utf-8", check=True
        )
        answer = json.loads(done.stdout)
        files_asked = [(placed.work.id, made.ending) for placed in self.works for made in FORMATS]
        self.cut = dict(zip(files_asked, answer["files"], strict=True))
        self.composed = dict(zip(((path, made.ending) for path in self.lists for made in FORMATS), answer["lists"], strict=True))

    def _question(self) -> dict[str, Any]:
        numbered = numbering(self.indexes)
        taken = list(numbered.works)
        written = [formats_file(numbered), *list_files(self.catalogue, self.indexes, numbered)]
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
            "lists": [(path, made.ending) for path in self.lists for made in FORMATS],
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
def test_an_edition_alone_is_its_entry_and_leads_to_no_other(asked: Asked, made: ExportFormat) -> None:
    for placed in asked.works:
        for citation, text in zip(asked.citing.of_work(placed), asked.cut[placed.work.id, made.ending]["alone"], strict=True):
            if not made.sibling_fields:
                assert text == made.join([made.entry(citation)])
                continue
            [alone] = bibtexparser.parse_string(text).entries
            [whole] = bibtexparser.parse_string(made.entry(citation)).entries
            kept = {field.key: field.value for field in whole.fields if field.key not in made.sibling_fields}
            assert {field.key: field.value for field in alone.fields} == kept
            assert text == made.join([made.entry(replace(citation, siblings=()))]) or citation.siblings


@EVERY_FORMAT
def test_a_list_is_composed_as_the_build_would_write_its_file(asked: Asked, made: ExportFormat) -> None:
    assert asked.lists
    for path, works in asked.lists.items():
        found = asked.composed[path, made.ending]
        assert found["text"] == made.join([text for placed in works for text in asked.texts.of(made, placed)]), path
        assert found["type"] == made.media_type


def test_lists_of_one_work_have_no_files(asked: Asked) -> None:
    every = dict(lists(asked.catalogue, asked.indexes))
    assert {path for path, works in every.items() if len(works) > 1} == set(asked.lists) < set(every)
