"""The files of the index: facets, words, spelling, what can be taken away."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogues import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue import titles
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import NOT_STATED, index
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.formats import FORMATS
from library.citations.references import formatted
from library.citations.texts import ExportTexts
from library.press.output import OutputFile
from library.press.text_cache import TextCache
from library.search import facets, files, index_files
from library.search.facets import SEARCH_FACETS, packed
from library.search.files import REFERENCES, number_of_bundles
from library.search.numbering import Numbering, numbering
from library.search.references import TAKEN_STYLES, bundle, frame
from library.search.words import divided, front_coded, letters, together
from library.words.labels import Labels
from library.words.translations import Words

OVERRIDES = ROOT / "overrides"
RULES = OVERRIDES / index_files.RULES


def labels_of(catalogue: Catalogue, language: str) -> Labels:
    return Labels(catalogue, index(catalogue), Words(language, OVERRIDES / "locales"))


def word_files(catalogue: Catalogue, language: str, kept: TextCache | None = None) -> dict[str, dict]:
    labels = labels_of(catalogue, language)
    made = index_files.of_language(labels, numbering(labels.indexes), RULES, kept or TextCache(None))
    return {file.path: json.loads(file.data) for file in made}


def unpacked(text: str) -> Iterator[int]:
    """A second reader of packed numbers, written from the words of their description."""
    number, digits = -1, ""
    for letter in text:
        if letter.isdigit():
            digits += letter
            continue
        number += int(digits) if letter == "," else "abcdefghijklmnopqrstuvwxyz".index(letter) + 1
        digits = ""
        yield number


# -- numbers ------------------------------------------------------------------------------


def test_works_are_numbered_from_the_oldest_to_the_newest(real_catalogue: Catalogue) -> None:
    found = index(real_catalogue)
    assert [placed.work.id for placed in numbering(found).works] == [placed.work.id for placed in reversed(found.newest)]


def test_the_stamp_changes_with_a_work_and_with_their_order(small_catalogue: Catalogue) -> None:
    works = numbering(index(small_catalogue)).works
    stamps = {Numbering(works).stamp, Numbering(works[1:]).stamp, Numbering((works[1], works[0], *works[2:])).stamp}
    assert len(stamps) == 3
    assert Numbering(works).stamp == Numbering(tuple(works)).stamp


@given(st.sets(st.integers(0, 5000)))
def test_packed_numbers_are_read_back(numbers: set[int]) -> None:
    assert list(unpacked(packed(sorted(numbers)))) == sorted(numbers)


@pytest.mark.parametrize("long", [facets.LONG, 3])
def test_each_value_of_a_facet_has_the_works_of_its_page(either_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, long: int) -> None:
    monkeypatch.setattr(facets, "LONG", long)
    found = index(either_catalogue)
    numbered = numbering(found)
    made = {file.path: json.loads(file.data) for file in facets.facet_files(either_catalogue, found, numbered)}
    content = made.pop(files.FACETS)
    assert content["works"] == sum(placed.work.withdrawn is None for placed in either_catalogue.works.values())
    assert sorted(made) == sorted(files.of_facet(name) for name in content["long"])
    for name, path in SEARCH_FACETS.items():
        whole = made[files.of_facet(name)]["values"] if name in content["long"] else content["facets"][name]
        assert works_by_value(whole, numbered) == {
            term.lower(): {placed.work.id for placed in shelf.works} for term, shelf in found.shelves[path].items()
        }


def works_by_value(packed_values: dict[str, str], numbered: Numbering) -> dict[str, set[str]]:
    read: dict[str, set[str]] = {}
    for values, packed_numbers in packed_values.items():
        for value in values.split("/"):
            read.setdefault(value, set()).update(numbered.works[number].work.id for number in unpacked(packed_numbers))
    return read


def test_the_first_values_of_a_long_facet_are_those_with_most_works(small_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "LONG", 3)
    monkeypatch.setattr(facets, "FIRST", 2)
    found = index(small_catalogue)
    numbered = numbering(found)
    *_, first = facets.facet_files(small_catalogue, found, numbered)
    read = works_by_value(json.loads(first.data)["facets"]["theme"], numbered)
    shelves = found.shelves["themes"]
    assert len(read) == 2
    assert all(read[term] == {placed.work.id for placed in shelves[term].works} for term in read)
    fewest = min(map(len, read.values()))
    assert all(len(shelf.works) <= fewest for term, shelf in shelves.items() if term not in read)


def test_a_long_facet_is_named_in_each_language(small_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "LONG", 3)
    labels = labels_of(small_catalogue, "ru")
    made = {file.path: json.loads(file.data)["values"] for file in facets.label_files(labels, numbering(labels.indexes))}
    listed = made[files.of_labels("ru", "theme")]
    shelves = labels.indexes.shelves["themes"]
    assert {term: label for term, label, _ in listed} == {term: labels.term("themes", term) for term in shelves}
    vocabulary = small_catalogue.vocabularies["themes"]
    assert [narrower for _, _, narrower in listed] == [int(bool(vocabulary[term].broader)) for term, _, _ in listed]


def test_what_can_be_read_online_is_told_apart_from_what_is_electronic(small_catalogue: Catalogue) -> None:
    shelf = index(small_catalogue).shelf("access", "online")
    ids = {placed.work.id for placed in shelf.works}
    assert "held-book" in ids
    assert "withdrawn-report" not in ids
    without = {placed.work.id: placed for placed in index(small_catalogue).shelf("access", NOT_STATED).works}
    assert not ids & set(without)
    assert any("electronic" in edition.formats for placed in without.values() for edition in placed.work.editions)


# -- words --------------------------------------------------------------------------------


def postings(files: dict[str, dict], language: str, term: str) -> dict[int, int]:
    """Weights by work's number of a term, wherever it lies."""
    for path, content in files.items():
        if f"/{language}/words/" in path and term in content["terms"]:
            found, number = {}, -1
            for posting in content["terms"][term][1:]:
                number += posting // 16
                found[number] = posting % 16
            return found
    return {}


@pytest.mark.costly
@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_every_word_of_a_title_leads_to_its_work(language: str, real_catalogue: Catalogue) -> None:
    from library.search.analysis import Analyser, load_rules, tokens

    files = word_files(real_catalogue, language)
    analyser = Analyser(language, load_rules(RULES))
    numbers = numbering(index(real_catalogue)).numbers
    works = [placed for placed in real_catalogue.works.values() if placed.work.withdrawn is None]
    for placed in random.Random(4).sample(works, min(25, len(works))):
        for token in tokens(titles.title(placed.work, language).text):
            if not analyser.is_stopword(token):
                term = analyser.terms(token)[0][0]
                assert postings(files, language, term).get(numbers[placed.work.id], 0) >= 12, (placed.work.id, token)


@pytest.mark.costly
def test_a_word_of_the_title_weighs_more_than_one_of_the_summary(kept_catalogue: Catalogue) -> None:
    from library.search.analysis import Analyser, load_rules

    files = word_files(kept_catalogue, "en")
    found = postings(files, "en", Analyser("en", load_rules(RULES)).stem("motivation"))
    number = numbering(index(kept_catalogue)).numbers["motivation-public-servants-pakistan"]
    assert found[number] > min(found.values())


@pytest.mark.costly
def test_terms_lie_in_the_file_of_their_longest_listed_beginning(real_catalogue: Catalogue) -> None:
    for language in ("en", "ko"):
        files = word_files(real_catalogue, language)
        shards = files[f"search/index/{language}/words.json"]["shards"]
        for path, content in files.items():
            for term in content.get("terms", ()):
                _, first = max((len(prefix), group[0]) for group in shards for prefix in group if letters(term).startswith(prefix))
                assert path.endswith(f"/{'-'.join(f'{ord(letter):04x}' for letter in first)}.json"), term


@given(st.dictionaries(st.text("абв", min_size=1, max_size=6), st.integers(1, 40), max_size=60))
def test_division_loses_no_term_and_keeps_to_the_limit(terms: dict[str, int]) -> None:
    entries = {term: ["", *range(number)] for term, number in terms.items()}
    shards = divided(entries, limit=300)
    assert {term: entry for shard in shards.values() for term, entry in shard.items()} == entries
    assert all(term.startswith(prefix) for prefix, shard in shards.items() for term in shard)


def test_small_neighbours_lie_in_one_file() -> None:
    shards = {prefix: {prefix: ["x" * size]} for prefix, size in {"a": 9, "b": 9, "ca": 9, "cb": 9, "d": 80, "e": 9}.items()}
    assert together(shards, limit=60) == [["a", "b"], ["ca", "cb"], ["d"], ["e"]]


def test_a_long_division_goes_on_to_the_next_letter() -> None:
    shards = divided({f"a{letter}": ["x" * 50] for letter in "bcd"} | {"a": ["x"]}, limit=100)
    assert sorted(shards) == ["a", "ab", "ac", "ad"]


@given(st.dictionaries(st.text(st.characters(categories=["Ll", "Lo"]), min_size=1, max_size=40), st.integers(1, 999)))
def test_front_coded_words_are_read_back(words: dict[str, int]) -> None:
    words = dict(sorted(words.items()))
    read, before = {}, ""
    for piece in filter(None, front_coded(words).split(" ")):
        word, _, count = piece.partition("\t")
        before = before[: int(word[0], 36)] + word[1:]
        read[before] = int(count or 1)
    assert read == words


def test_an_issuer_does_not_make_its_name_lead_to_every_work(kept_catalogue: Catalogue) -> None:
    files = word_files(kept_catalogue, "en")
    assert len(postings(files, "en", "astana")) < len(kept_catalogue.works) / 4


@pytest.mark.costly
def test_other_words_of_a_term_lead_to_its_works(kept_catalogue: Catalogue) -> None:
    from library.search.analysis import Analyser, load_rules

    files = word_files(kept_catalogue, "ru")
    numbers = numbering(index(kept_catalogue)).numbers
    georgia = {numbers[placed.work.id] for placed in index(kept_catalogue).shelf("countries", "GE").works}
    assert georgia <= set(postings(files, "ru", Analyser("ru", load_rules(RULES)).stem("грузинский")))


# -- what has not changed is left alone -----------------------------------------------------


def test_a_change_of_one_work_touches_its_words_only(catalogue_copy, small_catalogue: Catalogue, tmp_path: Path) -> None:
    from library.catalogue.loading import load
    from library.search import terms

    kept = TextCache(tmp_path)
    before = word_files(small_catalogue, "en", kept)
    catalogue_copy.replace("knowledge-products/korean-guide.yml", "Guide", "Handbook")
    changed = load(catalogue_copy.folder)
    made = []
    original = terms.terms_of
    terms.terms_of = lambda texts, analyser: made.append(1) or original(texts, analyser)
    try:
        after = word_files(changed, "en", TextCache(tmp_path))
    finally:
        terms.terms_of = original
    assert len(made) == 1
    was, now = ({term: entry for file in files.values() for term, entry in file.get("terms", {}).items()} for files in (before, after))
    differing = {term for term in was.keys() | now.keys() if was.get(term) != now.get(term)}
    assert {"guid", "handbook"} <= differing
    assert len(differing) < len(was) / 20
    assert after == word_files(changed, "en")


def test_kept_terms_are_not_taken_where_a_rule_has_changed(small_catalogue: Catalogue, tmp_path: Path) -> None:
    rules = tmp_path / "rules.js"
    rules.write_text(RULES.read_text("utf-8"), "utf-8")
    labels = labels_of(small_catalogue, "en")
    list(index_files.of_language(labels, numbering(labels.indexes), rules, TextCache(tmp_path)))
    rules.write_text(rules.read_text("utf-8").replace('"a an and ', '"a an and guide '), "utf-8")
    made = index_files.of_language(labels, numbering(labels.indexes), rules, TextCache(tmp_path))
    assert not any("guid" in json.loads(file.data).get("terms", ()) for file in made)


# -- what can be taken away -----------------------------------------------------------------


def test_joined_pieces_are_the_file_that_a_format_writes(real_catalogue: Catalogue) -> None:
    citing = Citing(real_catalogue, "https://library.example.org/")
    texts = ExportTexts(real_catalogue, citing)
    works = list(real_catalogue.works.values())[:5]
    for format_ in FORMATS:
        entries = [entry for placed in works for entry in texts.of(format_, placed)]
        before, between, after = frame(format_)
        assert before + between.join(entries) + after == format_.join(entries), format_.label


def bundles(catalogue: Catalogue, numbered: Numbering, citing: Citing, citations: list[Citation]) -> list[OutputFile]:
    texts, references = ExportTexts(catalogue, citing), formatted(citations, TextCache(None))
    numbers = range(number_of_bundles(numbered.works, REFERENCES))
    return [file for number in numbers for file in bundle(numbered, number, texts, citing, references)]


@pytest.mark.costly
def test_every_work_has_a_reference_in_every_style_that_is_offered(small_catalogue: Catalogue) -> None:
    citing = Citing(small_catalogue, "https://library.example.org/")
    citations = [citation for placed in small_catalogue.works.values() for citation in citing.of_work(placed)]
    numbered = numbering(index(small_catalogue))
    made = bundles(small_catalogue, numbered, citing, citations)
    for style in TAKEN_STYLES:
        files = [json.loads(file.data)["items"] for file in made if f"/references/{style}/" in file.path]
        items = [item for file in files for item in file]
        assert len(items) == len(numbered.works)
        assert all(len(file) <= REFERENCES for file in files)
        for placed, editions in zip(numbered.works, items, strict=True):
            assert sorted(language or "" for language, _ in editions) == sorted(edition.language or "" for edition in placed.work.editions)
            assert all(html for _, html in editions)


@pytest.mark.costly
def test_a_translation_comes_after_its_original(small_catalogue: Catalogue) -> None:
    citing = Citing(small_catalogue, "https://library.example.org/")
    citations = [citation for placed in small_catalogue.works.values() for citation in citing.of_work(placed)]
    numbered = numbering(index(small_catalogue))
    made = bundles(small_catalogue, numbered, citing, citations)
    items = [item for file in made if "/references/gost/" in file.path for item in json.loads(file.data)["items"]]
    assert items[numbered.numbers["russian-study"]][0][0] == "ru"
