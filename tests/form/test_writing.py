"""The one form of records: the writer in Python and the one of the form, held to the same cases and to every record."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.formatting import formatted, records
from library.catalogue.kinds import KINDS
from library.catalogue.loading import load
from library.catalogue.shapes import kind_of, shape, shapes
from library.catalogue.writing import layout, scalar, write
from library.catalogue.yaml_texts import Builder
from library.commands import main
from library.form.configuration import configuration

HERE = Path(__file__).resolve().parent
CASES: list[dict[str, Any]] = yaml.load((HERE / "writing.yml").read_text("utf-8"), yaml.BaseLoader)
FOLDERS = (HERE.parents[1] / "catalogue", HERE.parent / "small_catalogue" / "catalogue", HERE.parent / "kept_catalogue")


def of_the_form(cases: list[dict[str, Any]]) -> list[str]:
    """What the form's writer makes of cases."""
    return answers("writer_answers.mjs", cases)


def answers(script: str, cases: list[dict[str, Any]]) -> list[str]:
    asked = "\n".join(json.dumps(case) for case in cases)
    done = subprocess.run(["node", HERE / script], input=asked, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def data_in(text: str) -> Any:
    builder = Builder("", letters=False)
    data = builder.build(text)
    assert builder.problems == []
    return data


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_is_written_as_it_says(case: dict[str, Any]) -> None:
    before = layout(case["before"]) if "before" in case else None
    made = write(case["data"], case.get("shape", {}), before)
    assert made == case["after"]
    assert data_in(made) == case["data"]


@pytest.mark.long
def test_the_form_writes_the_cases_alike(form_packages: None) -> None:
    asked = [{"before": case.get("before"), "data": case["data"], "shape": case.get("shape", {})} for case in CASES]
    assert of_the_form(asked) == [case["after"] for case in CASES]


def every_record() -> Iterator[tuple[str, str]]:
    """Kind and YAML of each file of three catalogues."""
    for folder in FOLDERS:
        for path, kind in records(folder):
            text = path.read_text("utf-8")
            yaml_text = text.split("\n---", 1)[0].removeprefix("---\n") + "\n" if path.suffix == ".md" else text
            builder = Builder("")
            if builder.build(yaml_text) and not builder.problems:
                yield kind, yaml_text


@pytest.mark.long
def test_the_form_writes_every_record_as_python_does(form_packages: None) -> None:
    """As it was, and as a new file; read by the form's own reader, too."""
    asked, expected = [], []
    for kind, text in every_record():
        data, order = data_in(text), dict(shape(kind))
        for before in (text, None):
            asked.append({"before": before, "data": data, "shape": order})
            expected.append(write(data, order, layout(before) if before else None))
        asked.append({"before": text, "shape": order})
        expected.append(expected[-2])
    assert len(asked) > 300
    assert of_the_form(asked) == expected


@pytest.mark.costly
def test_writing_what_was_written_changes_nothing() -> None:
    for kind, text in every_record():
        once = formatted(text, kind, "")
        assert isinstance(once, str)
        assert data_in(once) == data_in(text)
        assert formatted(once, kind, "") == once


TEXTS = (
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp")), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@given(TEXTS)
def test_any_text_is_read_back(text: str) -> None:
    assert data_in(f"a: {scalar(text)}\nb: [{scalar(text, brackets=True)}]\n") == {"a": text, "b": [text]}


@given(
    st.dictionaries(
        st.sampled_from(["title", "note", "x"]), st.one_of(TEXTS, st.lists(TEXTS, min_size=1), st.just({"en": "T"})), min_size=1
    )
)
def test_any_record_is_read_back(data: dict[str, Any]) -> None:
    assert data_in(write(data, {})) == data


def test_the_command_names_what_it_changes_and_checks_without_changing(tmp_path: Path) -> None:
    record = tmp_path / "catalogue" / "knowledge-products" / "a.yml"
    record.parent.mkdir(parents=True)
    record.write_text('type: book\nid: "a"\n')
    asked = CliRunner().invoke(main, ["format", "--check", str(tmp_path / "catalogue")])
    assert (asked.exit_code, record.read_text()) == (1, 'type: book\nid: "a"\n')
    assert "catalogue/knowledge-products/a.yml: has another form" in asked.output
    done = CliRunner().invoke(main, ["format", str(tmp_path / "catalogue")])
    assert done.exit_code == 0
    assert record.read_text() == "id: a\ntype: book\n"
    assert [path.name for path in record.parent.iterdir()] == ["a.yml"]


def test_a_file_that_cannot_be_read_is_named_and_left_alone(tmp_path: Path) -> None:
    record = tmp_path / "catalogue" / "knowledge-products" / "a.yml"
    record.parent.mkdir(parents=True)
    record.write_text("id: a: b\n")
    done = CliRunner().invoke(main, ["format", str(tmp_path / "catalogue")])
    assert done.exit_code == 1
    assert "catalogue/knowledge-products/a.yml:1:" in done.output
    assert record.read_text() == "id: a: b\n"


def test_what_holds_nothing_is_kept() -> None:
    data = {"title": {}, "note": [], "names": [{}, {"family": ""}]}
    made = write(data, {})
    assert made == "title: {}\nnote: []\nnames:\n  - {}\n  - family: ''\n"


def test_a_field_that_cannot_be_written_is_told_and_the_file_left_alone(tmp_path: Path) -> None:
    record = tmp_path / "catalogue" / "knowledge-products" / "a.yml"
    record.parent.mkdir(parents=True)
    record.write_text('"a: b": c\n')
    done = CliRunner().invoke(main, ["format", str(tmp_path / "catalogue")])
    assert done.exit_code == 1
    assert "catalogue/knowledge-products/a.yml:1:1: unknown-field" in done.output
    assert record.read_text() == '"a: b": c\n'


@pytest.mark.long
def test_the_form_takes_no_part_of_a_file_for_the_whole(form_packages: None) -> None:
    asked = "import { parse } from './form/writer.js'; parse('id: a\\ntitle: [b\\nissued: 2024\\n');"
    done = subprocess.run(["node", "--input-type=module", "-e", asked], cwd=HERE.parents[1], capture_output=True, text=True)
    assert done.returncode != 0
    assert "YAMLParseError" in done.stderr


def as_the_form_names_them(folder: Path) -> Iterator[tuple[Path, str]]:
    """Files of a catalogue, each with the format that the form's configuration has for it."""
    made = configuration(load(folder), {"name": "test-repo"}, "catalogue", "en", str)
    for collection in made["collections"]:
        for each in collection.get("files", [collection]):
            if "file" in each:
                yield folder / each["file"].removeprefix("catalogue/"), each["format"]
            elif not each["name"].startswith("case-texts"):
                for path in sorted((folder / each["folder"].removeprefix("catalogue/")).glob(f"*.{each['extension']}")):
                    if "." not in path.stem:
                        yield path, each["format"]


@pytest.mark.long
@pytest.mark.parametrize("folder", FOLDERS[:2], ids=["library", "small"])
def test_opening_and_saving_a_file_changes_no_byte(form_packages: None, folder: Path) -> None:
    kinds, asked, expected = shapes(), [], []
    for path, format_ in as_the_form_names_them(folder):
        text = path.read_text("utf-8") if path.is_file() else ""
        in_form = formatted(text, kind_of(path.relative_to(folder).as_posix()), "") if path.suffix == ".yml" and text else text
        if text and isinstance(in_form, str):
            asked.append({"text": in_form, "format": format_, "shapes": kinds})
            expected.append(in_form)
    assert len(asked) > 30
    assert answers("records_answers.mjs", asked) == expected


@pytest.mark.long
def test_a_new_record_of_each_kind_is_laid_out_by_its_own_shape_and_names_its_own_schema(form_packages: None) -> None:
    folder, kinds, asked = FOLDERS[1], shapes(), []
    for kind in KINDS:
        path = max((folder / kind.collection).glob("*.yml"), key=lambda one: one.stat().st_size)
        asked.append({"text": path.read_text("utf-8"), "format": f"record-{kind.name}", "shapes": kinds, "added": "another"})
    for kind, case, made in zip(KINDS, asked, answers("records_answers.mjs", asked), strict=True):
        data = data_in(case["text"]) | {"id": "another"}
        assert made == f"# yaml-language-server: $schema=../schemas/{kind.name}.json\n{write(data, shape(kind.name))}"
