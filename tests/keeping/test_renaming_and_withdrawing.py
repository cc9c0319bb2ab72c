"""Renaming, withdrawing and restoring: every record that names a work or term follows, and nothing is done by half."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from amounts import marked
from catalogues import SMALL, SpoiltCatalogue
from click.testing import CliRunner, Result
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.lasting import lasting_pages
from library.catalogue.indexes import index
from library.catalogue.kinds import BY_NAME
from library.catalogue.kinds import KINDS as RECORDS
from library.catalogue.loading import load
from library.commands import main
from library.keeping import changes as changing
from library.keeping.changes import Refused
from library.keeping.renaming import KINDS, rename
from library.keeping.withdrawing import restore
from library.pages.redirects import moved

WORK = "knowledge-products/gylym-and-government.yml"
RENAMED = "knowledge-products/science-and-government.yml"
STUDY = "knowledge-products/russian-study.yml"
ISSUE = "journal/issues/10.yml"
PARTIES = "vocabularies/parties.yml"
WITHDRAWN = "knowledge-products/withdrawn-report.yml"


def called(copy: SpoiltCatalogue, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--catalogue", str(copy.folder)])


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def renamed(copy: SpoiltCatalogue, kind: str, old: str, new: str) -> Catalogue:
    done = called(copy, "rename", kind, old, new)
    assert done.exit_code == 0, done.output
    return load(copy.folder)


# -- works -------------------------------------------------------------------------------


@pytest.mark.parametrize("work_id", marked(sorted(load(SMALL).works), 6))
def test_any_work_can_be_renamed_and_leads_on_from_its_former_address(catalogue_copy: SpoiltCatalogue, work_id: str) -> None:
    before = load(catalogue_copy.folder)
    after = renamed(catalogue_copy, "work", work_id, "another-name")
    assert set(after.works) == {*before.works, "another-name"} - {work_id}
    assert f"/{before.works[work_id].address}/" in after.works["another-name"].work.former_addresses
    assert set(after.texts) == {("another-name" if work == work_id else work, tag) for work, tag in before.texts}


@pytest.mark.parametrize(
    ("kind", "old"), [(kind.name, max(load(SMALL).of_kind(kind.name))) for kind in RECORDS if load(SMALL).of_kind(kind.name)]
)
def test_a_record_of_any_kind_can_be_renamed_and_leads_on(catalogue_copy: SpoiltCatalogue, kind: str, old: str) -> None:
    before = load(catalogue_copy.folder)
    naming = {(filed.kind.name, filed.id) for filed in before.naming.get((kind, old), ())}
    former = before.of_kind(kind)[old].address
    after = renamed(catalogue_copy, kind, old, "another-name")
    new = after.of_kind(kind)["another-name"]
    assert (new.former, new.first_id, new.record.path.stem) == ((former,), old, "another-name")
    assert {(filed.kind.name, filed.id) for filed in after.naming.get((kind, "another-name"), ())} == naming
    assert (former, new.address) in moved(after, index(after))
    # The way back leaves no double, and the register of what was published finds both addresses.
    again = renamed(catalogue_copy, kind, "another-name", old).of_kind(kind)[old]
    assert again.former_ids == ("another-name",)
    assert {f"/{former}/", f"/{new.address}/"} <= set(lasting_pages(load(catalogue_copy.folder)))


def test_an_id_of_a_record_is_refused_where_it_is_taken_or_unknown(catalogue_copy: SpoiltCatalogue) -> None:
    assert "did you mean" in called(catalogue_copy, "rename", "event", "bare-evnt", "x").output
    assert "is taken" in called(catalogue_copy, "rename", "event", "bare-event", "sample-forum-2023").output


def test_a_former_id_of_two_records_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("events/bare-event.yml", "former_ids: [sample-forum-2023]\n")
    found = catalogue_copy.problem("duplicate-id", "events/bare-event.yml", "sample-forum-2023")
    assert 'is that of "sample-forum-2023"' in found.message


@pytest.mark.parametrize(("kind", "vocabulary"), [("tag", "tags"), ("framework", "frameworks"), ("indicator", "indicators")])
def test_terms_of_further_vocabularies_are_renamed(catalogue_copy: SpoiltCatalogue, kind: str, vocabulary: str) -> None:
    old = next(iter(load(catalogue_copy.folder).vocabularies[vocabulary]))
    after = renamed(catalogue_copy, kind, old, "another-name")
    assert after.vocabularies[vocabulary]["another-name"].former_ids == (old,)


def test_a_work_takes_its_translations_and_its_documents_with_it(catalogue_copy: SpoiltCatalogue) -> None:
    renamed(catalogue_copy, "work", "one-window", "single-window")
    after = renamed(catalogue_copy, "work", "russian-study", "study-of-ethics")
    names = files(catalogue_copy.folder)
    assert {"case-studies/single-window.md", "case-studies/single-window.kk.md", "files/study-of-ethics.ru.pdf"} <= names.keys()
    assert not any("one-window" in name or "russian-study" in name for name in names)
    assert after.works["study-of-ethics"].work.editions[0].file == "study-of-ethics.ru.pdf"


def test_records_that_name_a_work_name_it_by_its_new_id(catalogue_copy: SpoiltCatalogue) -> None:
    after = renamed(catalogue_copy, "work", "aelem-public-service", "service-of-the-world")
    assert after.works["gylym-and-government"].work.related == ("service-of-the-world",)
    assert catalogue_copy.text(WORK) == (SMALL / WORK).read_text("utf-8").replace("[aelem-public-service]", "[service-of-the-world]")


def test_comments_and_all_other_lines_stay(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", "# As the title page has it.\nissued: 2019-05")
    before = catalogue_copy.text(WORK)
    renamed(catalogue_copy, "work", "gylym-and-government", "science-and-government")
    expected = before.replace("id: gylym-and-government", "id: science-and-government").rstrip("\n")
    assert catalogue_copy.text(RENAMED) == f"{expected}\nformer_addresses:\n  - /publications/gylym-and-government/\n"


def test_a_work_that_gets_its_first_id_back_leads_to_itself_no_more(catalogue_copy: SpoiltCatalogue) -> None:
    renamed(catalogue_copy, "work", "gylym-and-government", "science-and-government")
    after = renamed(catalogue_copy, "work", "science-and-government", "gylym-and-government")
    assert after.works["gylym-and-government"].work.former_addresses == ("/publications/science-and-government/",)


def test_an_article_is_renamed_in_its_issue(catalogue_copy: SpoiltCatalogue) -> None:
    after = renamed(catalogue_copy, "work", "pay-and-ethics", "fair-pay")
    assert after.issues["10"].articles[0].id == "fair-pay"
    assert after.works["fair-pay"].work.former_addresses == ("/journal/10/pay-and-ethics/",)


# -- terms -------------------------------------------------------------------------------


@pytest.mark.costly
@pytest.mark.parametrize("kind", marked([kind for kind in KINDS if kind != "work" and kind not in BY_NAME], 4))
def test_any_term_can_be_renamed_wherever_it_is_named(catalogue_copy: SpoiltCatalogue, kind: str) -> None:
    vocabulary = load(catalogue_copy.folder).vocabularies[KINDS[kind]]
    for old in [term for term in vocabulary if kind not in ("person", "body") or vocabulary[term].kind == kind]:
        after = renamed(catalogue_copy, kind, old, f"{old}-anew")
        assert old not in after.vocabularies[KINDS[kind]]
        assert after.vocabularies[KINDS[kind]][f"{old}-anew"].former_ids == (old,)


def test_a_person_is_named_anew_in_every_role_and_nothing_else_changes(catalogue_copy: SpoiltCatalogue) -> None:
    before = files(catalogue_copy.folder)
    after = renamed(catalogue_copy, "person", "seitova-aigul", "seitova-a")
    assert [creator.party for creator in after.works["gylym-and-government"].work.creators] == ["seitova-a", "manas"]
    assert [other.party for other in after.works["russian-study"].work.contributors] == ["seitova-a", "de-la-cruz-maria"]
    changed = {name for name, data in files(catalogue_copy.folder).items() if before.get(name) != data}
    assert {name for name in before if b"seitova-aigul" in before[name]} == changed


def test_a_broad_theme_is_followed_by_its_finer_ones_and_by_the_glossary(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(
        "vocabularies/glossary.yml",
        "- {en: ethics, ru: этика, kk: этика, ko: 윤리,\n   exceptions: [{at: 'themes:digitalisation', why: It is a test.}]}\n",
    )
    after = renamed(catalogue_copy, "theme", "digitalisation", "going-digital")
    assert after.vocabularies["themes"].ancestors("open-data") == ("going-digital",)
    assert "{at: themes:going-digital, why" in catalogue_copy.text("vocabularies/glossary.yml")


def test_a_sorted_vocabulary_stays_sorted(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(
        "vocabularies/audiences.yml",
        "# Sorted.\n"
        + "".join(
            f"\n- id: {term}\n  label: {{en: {term}, ru: {term}, kk: {term}, ko: {term}}}\n"
            for term in ("citizens", "government-organisations", "students")
        ),
    )
    renamed(catalogue_copy, "audience", "citizens", "the-public")
    after = load(catalogue_copy.folder)
    assert list(after.vocabularies["audiences"]) == ["government-organisations", "students", "the-public"]
    assert catalogue_copy.text("vocabularies/audiences.yml").startswith("# Sorted.\n")


# -- what is refused -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (
            ("rename", "work", "gylym-and-goverment", "x"),
            '"gylym-and-goverment" is not the id of a work',
            'did you mean "gylym-and-government"?',
        ),
        (("rename", "work", "gylym-and-government", "russian-study"), 'the id "russian-study" is taken', "choose another id"),
        (("rename", "work", "gylym-and-government", "Not An Id"), '"Not An Id" cannot be an id', "small Latin letters"),
        (("rename", "person", "sample-hub", "x"), '"sample-hub" is not the id of a person', ""),
        (("rename", "theme", "ethics", "pay"), 'the id "pay" is taken', "choose another id"),
        (("withdraw", "nothing", "--because", "mistake"), '"nothing" is not the id of a work', "write the id of a record"),
        (("withdraw", "gylym-and-government", "--because", "mistake", "--on", "May"), '"May"', "as precise as"),
        (("withdraw", "gylym-and-government", "--because", "mistake", "--reason", "xx=Why"), '"xx" is not in', ""),
        (
            ("withdraw", "gylym-and-government", "--because", "superseded", "--replaced-by", "gylym-and-government"),
            "not the id of another",
            "",
        ),
        (("restore", "gylym-and-government"), '"gylym-and-government" is not withdrawn', "nothing has to be restored"),
    ],
)
def test_what_cannot_be_is_told_with_its_remedy_and_nothing_changes(
    catalogue_copy: SpoiltCatalogue, words: tuple[str, ...], said: str, hint: str
) -> None:
    before = files(catalogue_copy.folder)
    done = called(catalogue_copy, *words)
    assert done.exit_code == 1, done.output
    assert said in done.output and hint in done.output and "Nothing was changed." in done.output
    assert files(catalogue_copy.folder) == before


def test_a_catalogue_with_problems_is_mended_first(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "themes: [training]", "themes: [trainin]")
    before = files(catalogue_copy.folder)
    done = called(catalogue_copy, "rename", "work", "gylym-and-government", "science")
    assert done.exit_code == 1 and "unknown-term" in done.output
    assert files(catalogue_copy.folder) == before


@pytest.mark.parametrize("words", [("rename", "work", "russian-study", "study"), ("withdraw", "russian-study", "--because", "mistake")])
def test_a_dry_run_shows_the_difference_and_writes_nothing(catalogue_copy: SpoiltCatalogue, words: tuple[str, ...]) -> None:
    before = files(catalogue_copy.folder)
    done = called(catalogue_copy, *words, "--dry-run")
    assert done.exit_code == 0
    assert "+++ catalogue/knowledge-products/" in done.output and "nothing was written" in done.output
    assert files(catalogue_copy.folder) == before
    assert [path.name for path in catalogue_copy.folder.parent.iterdir()] == ["catalogue"]


# -- whole or not at all -----------------------------------------------------------------------


@pytest.mark.parametrize("at", marked(range(1, 9), 3))
def test_what_fails_on_the_way_is_undone(catalogue_copy: SpoiltCatalogue, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    before = files(catalogue_copy.folder)
    made = rename(load(catalogue_copy.folder), "work", "russian-study", "study")
    person = rename(load(catalogue_copy.folder), "person", "seitova-aigul", "seitova-a")
    replace, calls = os.replace, []

    def failing(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == at:
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    monkeypatch.setattr(changing.os, "replace", failing)
    for each in (made, person):
        if at <= len(each.after) + len(each.moves) - sum(text is None for text in each.after.values()):
            calls.clear()
            with pytest.raises(OSError, match="No space left"):
                each.carry_out()
            assert files(catalogue_copy.folder) == before


def test_a_file_that_was_changed_meanwhile_is_not_written_over(catalogue_copy: SpoiltCatalogue) -> None:
    made = rename(load(catalogue_copy.folder), "person", "seitova-aigul", "seitova-a")
    catalogue_copy.append(WORK, "note:\n  - Written meanwhile.\n")
    before = files(catalogue_copy.folder)
    with pytest.raises(Refused, match="changed meanwhile") as refused:
        made.carry_out()
    assert [problem.code for problem in refused.value.problems] == ["changed-meanwhile"]
    assert files(catalogue_copy.folder) == before


# -- withdrawing -------------------------------------------------------------------------------


def test_a_work_is_withdrawn_and_restored_to_the_letter(catalogue_copy: SpoiltCatalogue) -> None:
    before = catalogue_copy.text(WORK)
    words = ("--because", "superseded", "--replaced-by", "russian-study", "--reason", "en=A new study: better.", "--on", "2026-05-01")
    assert called(catalogue_copy, "withdraw", "gylym-and-government", *words).exit_code == 0
    added = "withdrawn:\n  on: 2026-05-01\n  because: superseded\n  replaced_by: russian-study\n  reason:\n    en: 'A new study: better.'\n"
    assert catalogue_copy.text(WORK) == before + added
    assert load(catalogue_copy.folder).works["gylym-and-government"].work.withdrawn.replaced_by == "russian-study"
    assert called(catalogue_copy, "restore", "gylym-and-government").exit_code == 0
    assert catalogue_copy.text(WORK) == before


def test_an_article_is_withdrawn_in_its_issue(catalogue_copy: SpoiltCatalogue) -> None:
    assert called(catalogue_copy, "withdraw", "pay-and-ethics", "--because", "retracted").exit_code == 0
    after = load(catalogue_copy.folder)
    assert after.works["pay-and-ethics"].work.withdrawn.because == "retracted"
    assert len(after.issues["10"].articles) == len(load(SMALL).issues["10"].articles)


def test_what_is_not_withdrawn_cannot_be_restored(small_catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refused:
        restore(small_catalogue, "pay-and-ethics")
    [problem] = refused.value.problems
    line = (SMALL / ISSUE).read_text("utf-8").splitlines().index("  - id: pay-and-ethics") + 1
    assert (problem.code, problem.path, problem.line) == ("not-withdrawn", f"catalogue/{ISSUE}", line)


def test_today_is_the_day_where_none_is_said(catalogue_copy: SpoiltCatalogue) -> None:
    assert called(catalogue_copy, "withdraw", "gylym-and-government", "--because", "mistake").exit_code == 0
    assert str(load(catalogue_copy.folder).works["gylym-and-government"].work.withdrawn.on) >= "2026"


def test_a_reason_says_its_language(catalogue_copy: SpoiltCatalogue) -> None:
    done = called(catalogue_copy, "withdraw", "gylym-and-government", "--because", "mistake", "--reason", "No language")
    assert done.exit_code == 2 and "does not say its language" in done.output
