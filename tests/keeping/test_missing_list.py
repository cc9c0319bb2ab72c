"""``library check`` and ``library missing``, as they are called."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from bare import BARE, add_bare
from catalogues import SMALL, SpoiltCatalogue
from click.testing import CliRunner, Result
from library.commands import main


def called(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def bare(catalogue_copy: SpoiltCatalogue) -> SpoiltCatalogue:
    return add_bare(catalogue_copy)


def test_a_check_counts_what_is_missing_and_ends_well(bare: SpoiltCatalogue) -> None:
    done = called("check", bare.folder)
    assert done.exit_code == 0
    assert "Not yet: title en 3, ru 1, kk 3, ko 4; summary" in done.output and "remark:" not in done.output


def test_a_check_names_each_where_it_is_asked(bare: SpoiltCatalogue) -> None:
    done = called("check", bare.folder, "--remarks")
    assert done.exit_code == 0
    assert 'catalogue/knowledge-products/bare-study.yml:3:1: not-yet: bare-study: no title in "en"' in done.output


def test_a_check_of_whole_records_says_nothing_of_it() -> None:
    assert "Not yet" not in called("check", SMALL).output
    rows = called("missing", "--catalogue", SMALL).stdout.splitlines()
    assert rows and all(re.search(r"catalogue/(events|alliances|projects|learning)/", row) for row in rows)


def test_the_list_for_translators_is_of_one_language_and_shows_what_there_is(bare: SpoiltCatalogue) -> None:
    done = called("missing", "--catalogue", bare.folder, "--language", "kk")
    assert f'{BARE}: no title in "kk" (ru: Государственная служба без прикрас)' in done.output
    assert '"ko"' not in done.output


def test_the_table_is_read_back_with_a_row_for_each_text(bare: SpoiltCatalogue, tmp_path: Path) -> None:
    done = called("missing", "--catalogue", bare.folder, "-l", "kk", "-l", "ko", "--csv", tmp_path / "missing.csv")
    assert done.exit_code == 0
    rows = list(csv.DictReader((tmp_path / "missing.csv").read_text("utf-8-sig").splitlines()))
    rows = [row for row in rows if "/" not in row["id"]]
    assert len(rows) == 15
    assert {row["language"] for row in rows} == {"kk", "ko"}
    [title] = [row for row in rows if (row["id"], row["field"], row["language"]) == (BARE, "title", "ko")]
    assert (title["shown"], title["shown_language"], title["text"]) == ("Государственная служба без прикрас", "ru", "")


def test_a_text_that_a_spreadsheet_would_reckon_is_written_as_text(bare: SpoiltCatalogue, tmp_path: Path) -> None:
    bare.replace("knowledge-products/bare-study.yml", "Государственная служба без прикрас", "=1+1")
    called("missing", "--catalogue", bare.folder, "--csv", tmp_path / "missing.csv")
    rows = list(csv.DictReader((tmp_path / "missing.csv").read_text("utf-8-sig").splitlines()))
    assert [row["shown"] for row in rows if row["id"] == BARE and row["field"] == "title"] == [" =1+1"] * 3


def test_a_language_that_the_site_does_not_have_is_refused(bare: SpoiltCatalogue) -> None:
    done = called("missing", "--catalogue", bare.folder, "--language", "kz")
    assert done.exit_code == 2
    assert '"kz" is no language of the site: en, ru, kk, ko' in done.output


def test_the_list_is_told_to_programs_with_nothing_else_on_the_standard_output(bare: SpoiltCatalogue, tmp_path: Path) -> None:
    done = called("missing", "--catalogue", bare.folder, "-l", "kk", "--json", "--csv", tmp_path / "missing.csv")
    told = json.loads(done.stdout)
    assert done.exit_code == 0 and told["count"] == len(told["missing"])
    [title] = [gap for gap in told["missing"] if (gap["id"], gap["field"]) == (BARE, "title")]
    assert title == {
        "id": BARE,
        "field": "title",
        "language": "kk",
        "shown_language": "ru",
        "shown": "Государственная служба без прикрас",
        "file": "catalogue/knowledge-products/bare-study.yml",
        "line": 3,
    }
    assert (tmp_path / "missing.csv").is_file()
