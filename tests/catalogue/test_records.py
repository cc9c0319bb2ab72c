"""Files that cannot be read as records, and what a record remembers of its file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from catalogues import SMALL, SpoiltCatalogue
from library.catalogue.records import SIZE_LIMIT, read
from library.catalogue.yaml_texts import DEPTH_LIMIT

WORK = "knowledge-products/gylym-and-government.yml"
TEXT = "case-studies/one-window.md"


# -- values stay text ------------------------------------------------------------------


def test_values_stay_the_text_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "guesses.yml"
    path.write_text("a: NO\nb: 010\nc: 12:30\nd: 2019-05-31\ne: ~\nf: 1e3\ng: yes\nh: 0x1F\ni: .inf\nj: =\nk: <<\n", "utf-8")
    record, problems = read(path, "guesses.yml")
    assert problems == []
    assert list(record.data.values()) == ["NO", "010", "12:30", "2019-05-31", "~", "1e3", "yes", "0x1F", ".inf", "=", "<<"]


def test_norway_stays_a_country(small_catalogue) -> None:
    assert small_catalogue.works["unknown-year"].work.coverage.countries == ("NO",)


def test_a_value_knows_its_line_and_column() -> None:
    record, _ = read(SMALL / WORK, WORK)
    lines = (SMALL / WORK).read_text("utf-8").split("\n")
    line, column = record.place(("editions", 1, "place"))
    assert lines[line - 1][column - 1 :] == "Нур-Султан"


def test_a_list_is_placed_at_its_name() -> None:
    record, _ = read(SMALL / WORK, WORK)
    lines = (SMALL / WORK).read_text("utf-8").split("\n")
    line, column = record.place(("themes",))
    assert lines[line - 1][column - 1 :] == "themes: [training, open-data]"


def test_a_value_that_is_not_there_is_placed_at_what_would_hold_it() -> None:
    record, _ = read(SMALL / WORK, WORK)
    assert record.place(("editions", 1, "isbn", 3)) == record.place(("editions", 1))


def test_front_matter_counts_lines_from_the_top_of_the_file() -> None:
    record, _ = read(SMALL / TEXT, TEXT)
    lines = (SMALL / TEXT).read_text("utf-8").split("\n")
    assert lines[record.place(("issued",))[0] - 1] == "issued: 2023-04"


def test_the_body_begins_at_the_line_the_record_says() -> None:
    record, _ = read(SMALL / TEXT, TEXT)
    lines = (SMALL / TEXT).read_text("utf-8").split("\n")
    assert lines[record.body_line - 1] == record.body.split("\n")[0] == "# Одно окно"


def test_windows_line_ends_are_read_like_any_other(catalogue_copy: SpoiltCatalogue) -> None:
    for name in (WORK, TEXT):
        catalogue_copy.write(name, catalogue_copy.text(name).replace("\n", "\r\n"))
    assert catalogue_copy.problems() == []


# -- files that cannot be read -----------------------------------------------------------


def test_a_repeated_key_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "themes: [training, open-data]", "themes: [training]\nthemes: [open-data]")
    found = catalogue_copy.problem("repeated-key", WORK, "themes: [open-data]")
    assert '"themes"' in found.message


def test_a_tab_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  regions: [central-asia]", "\tregions: [central-asia]")
    found = catalogue_copy.problem("tab", WORK, "\tregions")
    assert "two spaces" in found.hint


def test_a_tab_inside_front_matter_is_found_at_its_line(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(TEXT, "  countries: [KZ]", "\tcountries: [KZ]")
    catalogue_copy.problem("tab", TEXT, "\tcountries")


def test_a_tab_at_the_end_of_a_value_is_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", "issued: 2019-05\t")
    assert catalogue_copy.problems() == []


def test_text_that_is_not_utf_8_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WORK)
    before, after = text.split("Наука и государство")
    catalogue_copy.write(WORK, before.encode() + "Наука и государство".encode("cp1251") + after.encode())
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{WORK}")]
    assert problems[0].line == before.count("\n") + 1
    assert "0xcd" in problems[0].message
    assert "UTF-8" in problems[0].hint


def test_utf_16_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(WORK, catalogue_copy.text(WORK).encode("utf-16"))
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-encoding"]


def test_a_byte_order_mark_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(WORK, b"\xef\xbb\xbf" + catalogue_copy.text(WORK).encode())
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("bad-encoding", 1, 1)]
    assert "byte order mark" in problems[0].message


@pytest.mark.parametrize("control", ["\x00", "\x08", "\x0b", "\x1b", "\x7f", "\u2028", "\ue000", "\ue001", "\ufffe", "\uffff"])
def test_a_control_character_is_a_problem(catalogue_copy: SpoiltCatalogue, control: str) -> None:
    catalogue_copy.replace(WORK, "How science serves", f"How science{control}serves")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{WORK}")]
    assert problems[0].line == catalogue_copy.text(WORK).split("How science")[0].count("\n") + 1
    assert f"U+{ord(control):04X}" in problems[0].message


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\e", r"\L", r"\x07", r"\u200b\ue001", r"\ue000", r"\U0000e002", r"\ufffe", r"\uFFFF"])
def test_a_control_character_written_as_an_escape_is_a_problem(catalogue_copy: SpoiltCatalogue, escape: str) -> None:
    catalogue_copy.replace(WORK, "  en: How science serves government.", f'  en: "How science{escape}serves government."')
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{WORK}")]


def test_a_next_line_character_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  en: How science serves government.", "  en: 'How science\x85 serves government.'")
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-encoding"]


@pytest.mark.parametrize("content", ["", "\n\n", "# Only a comment.\n", "---\n", "{}\n", "[]\n", "''\n", "just words\n"])
def test_a_file_without_fields_is_a_problem(catalogue_copy: SpoiltCatalogue, content: str) -> None:
    catalogue_copy.write(WORK, content)
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [("empty-file", f"catalogue/{WORK}", 1)]


def test_a_list_instead_of_fields_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(WORK, "- id: gylym-and-government\n")
    assert catalogue_copy.problem("wrong-shape", WORK, "- id").message


def test_text_that_is_not_yaml_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  ru: Наука и государство", "  ru: Наука: государство")
    found = catalogue_copy.problem("not-yaml", WORK, ": государство")
    assert "quotes" in found.hint


def test_a_second_document_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(WORK, "---\nid: another\n")
    catalogue_copy.problem("two-documents", WORK, "---\nid: another")


def test_a_tag_that_would_run_code_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", "issued: !!python/object/apply:os.system ['true']")
    found = catalogue_copy.problem("tag", WORK, "!!python")
    assert "python/object/apply:os.system" in found.message


@pytest.mark.parametrize("tag", ["!!python/object:os.PathLike {}", "!!str 2019", "!include ../journal/journal.yml", "!!binary aGVsbG8="])
def test_any_tag_is_a_problem(catalogue_copy: SpoiltCatalogue, tag: str) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", f"issued: {tag}")
    catalogue_copy.problem("tag", WORK, tag)


def test_an_anchor_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "themes: [training, open-data]", "themes: &same [training, open-data]")
    found = catalogue_copy.problem("alias", WORK, "&same")
    assert "&same" in found.message


def test_an_alias_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "issuer: sample-hub", "issuer: *nothing")
    found = catalogue_copy.problem("alias", WORK, "*nothing")
    assert "*nothing" in found.message


def test_an_alias_bomb_is_refused_in_less_than_a_second(catalogue_copy: SpoiltCatalogue) -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    catalogue_copy.write(WORK, "\n".join(lines))
    started = time.perf_counter()
    catalogue_copy.problem("alias", WORK, "&a0 ")
    assert time.perf_counter() - started < 1


def test_a_file_of_five_megabytes_is_refused_unread(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(WORK, b"#" * 5_000_000)
    started = time.perf_counter()
    found = catalogue_copy.problem("file-too-large", WORK)
    assert time.perf_counter() - started < 1
    assert "5,000,000 bytes" in found.message
    assert "catalogue/files/" in found.hint


def test_a_translation_of_five_megabytes_is_refused(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("case-studies/one-window.kk.md", "Бір терезе. " * 250_000)
    catalogue_copy.problem("file-too-large", "case-studies/one-window.kk.md")


def test_a_vocabulary_may_be_larger_than_a_record(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("vocabularies/parties.yml", "\n# " + "x" * SIZE_LIMIT + "\n")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("name", ["vocabularies/parties.yml", "vocabularies/parties/a.yml"])
def test_a_vocabulary_that_is_too_large_is_to_be_divided(
    catalogue_copy: SpoiltCatalogue, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    size = max(len(path.read_bytes()) for path in catalogue_copy.path("vocabularies").iterdir())
    monkeypatch.setattr("library.catalogue.records.VOCABULARY_LIMIT", size)
    catalogue_copy.write(name, catalogue_copy.text("vocabularies/parties.yml") + "# " + "x" * size + "\n")
    found = catalogue_copy.problem("file-too-large", name)
    assert f"a file of a vocabulary has at most {size:,}" in found.message
    assert "vocabularies/parties/" in found.hint


def test_a_large_record_under_the_limit_is_read(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WORK)
    catalogue_copy.write(WORK, text + "# " + "x" * (SIZE_LIMIT - len(text.encode()) - 2))
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_in_less_than_a_second(catalogue_copy: SpoiltCatalogue, opening: str) -> None:
    catalogue_copy.write(WORK, "deep: " + "[" * 100_000 if opening == "[" else opening * 100_000)
    started = time.perf_counter()
    problems = catalogue_copy.problems()
    assert time.perf_counter() - started < 1
    assert [problem.path for problem in problems] == [f"catalogue/{WORK}"]
    assert problems[0].code in ("too-deep", "not-yaml")


def test_nesting_is_refused_past_its_limit_only(tmp_path: Path) -> None:
    def codes(depth: int) -> list[str]:
        path = tmp_path / "deep.yml"
        path.write_text("a: " + "[" * depth + "x" + "]" * depth, "utf-8")
        return [problem.code for problem in read(path, "deep.yml")[1]]

    assert codes(DEPTH_LIMIT - 1) == []
    assert codes(DEPTH_LIMIT + 1) == ["too-deep"]


def test_a_case_study_without_front_matter_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TEXT, "# Only text\n")
    found = catalogue_copy.problem("no-front-matter", TEXT, "# Only text")
    assert "---" in found.hint


def test_front_matter_that_never_ends_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TEXT, "---\nid: one-window\n")
    catalogue_copy.problem("no-front-matter", TEXT, "---")


def test_a_list_as_a_field_name_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", "[a, b]: 2019-05")
    assert [problem.code for problem in catalogue_copy.problems()] == ["not-yaml"]


def test_a_folder_named_like_a_record_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("knowledge-products/folder.yml").mkdir()
    catalogue_copy.problem("stray-file", "knowledge-products/folder.yml")


# -- links -------------------------------------------------------------------------------


def test_a_link_that_leads_out_of_the_catalogue_is_a_problem(catalogue_copy: SpoiltCatalogue, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(catalogue_copy.text(WORK), "utf-8")
    catalogue_copy.path(WORK).unlink()
    catalogue_copy.path(WORK).symlink_to(outside)
    found = catalogue_copy.problem("outside", WORK)
    assert "link" in found.message


def test_a_translation_that_is_a_link_out_of_the_catalogue_is_a_problem(catalogue_copy: SpoiltCatalogue, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for publication", "utf-8")
    translation = catalogue_copy.path("case-studies/one-window.kk.md")
    translation.unlink()
    translation.symlink_to(secret)
    catalogue_copy.problem("outside", "case-studies/one-window.kk.md")


def test_a_document_that_is_a_link_out_of_the_catalogue_is_a_problem(catalogue_copy: SpoiltCatalogue, tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"%PDF-1.4 not for publication")
    document = catalogue_copy.path("files/held-book.en.pdf")
    document.unlink()
    document.symlink_to(secret)
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("outside", "catalogue/knowledge-products/held-book.yml")]
    assert "held-book.en.pdf" in problems[0].message


def test_a_link_that_leads_nowhere_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("knowledge-products/nowhere.yml").symlink_to("gone.yml")
    assert [problem.path for problem in catalogue_copy.problems()] == ["catalogue/knowledge-products/nowhere.yml"]


def test_a_link_to_itself_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("knowledge-products/round.yml").symlink_to("round.yml")
    assert [problem.path for problem in catalogue_copy.problems()] == ["catalogue/knowledge-products/round.yml"]


def test_a_link_inside_the_catalogue_is_read(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("schemas").mkdir(exist_ok=True)
    catalogue_copy.path(WORK).rename(catalogue_copy.path("schemas/moved.yml"))
    catalogue_copy.path(WORK).symlink_to("../schemas/moved.yml")
    assert catalogue_copy.problems() == []
