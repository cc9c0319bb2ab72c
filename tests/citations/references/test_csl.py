"""References in citation styles, as pandoc makes them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from amounts import amount
from awkward import texts
from catalogues import Citations
from csl_cases import AUEZOV, FACER, GOLDEN, IVANOVA, KIM, LEE, cases, golden_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.references import csl, styles
from library.citations.references.text import ACCESSED, Reference
from library.press.text_cache import TextCache

NAMES = [style.id for style in csl.STYLES]
QUOTES = re.compile("[\"'“”‘’«»„‚‹›《》]")
MakeCitation = Callable[..., Citation]


def made(citation: Citation) -> dict[str, str]:
    """The reference as text in each style."""
    return {style: reference.text for (_, style), reference in csl.render([citation], TextCache(None)).items()}


@pytest.fixture(scope="module")
def tried(small_citations: Citations) -> dict[tuple[str, str], Reference]:
    """References to all cases of the golden file, by key and style."""
    return csl.render(cases(small_citations), TextCache(None))


def keyed(one_citation: MakeCitation, key: str, **fields: object) -> Citation:
    """A citation under a key of its own."""
    return replace(one_citation(**fields), key=key)


class CountingPandoc:
    """Counts the runs of pandoc that make references."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.items: list[int] = []
        run = csl._references

        def counted(which: csl._Run, path: Path, wanted: list[csl._Missing]) -> list[str]:
            self.items.append(len(wanted))
            return run(which, path, wanted)

        monkeypatch.setattr(csl, "_references", counted)


# -- all of it -----------------------------------------------------------------------------------


@pytest.mark.costly
def test_the_cases_give_the_golden_file(small_citations: Citations) -> None:
    assert golden_text(cases(small_citations)) == GOLDEN.read_text("utf-8")


@pytest.mark.slow
def test_every_edition_of_the_library_has_a_reference_in_every_style(real_citations: Citations) -> None:
    references = csl.render(real_citations.values(), TextCache(None), whole=True)
    assert set(references) == {(key, style) for key in real_citations for style in NAMES}
    for (key, style), reference in references.items():
        assert folded(real_citations[key].title) in folded(reference.text), (key, style)


@pytest.mark.slow
def test_html_holds_italics_and_escaped_text_only(tried: dict[tuple[str, str], Reference]) -> None:
    for reference in tried.values():
        rest = str(reference.html).replace("<i>", "").replace("</i>", "")
        assert not re.search(r"[<>]", rest)
        assert not re.search(r"&(?!(?:amp|lt|gt|#34|#39);)", rest)
        assert unescape(rest) == reference.text
        assert str(reference.html).count("<i>") == str(reference.html).count("</i>")


@pytest.mark.slow
def test_no_place_holder_is_left(tried: dict[tuple[str, str], Reference]) -> None:
    for reference in tried.values():
        assert set(re.findall("[\ue000-\uf8ff]", reference.text)) <= {ACCESSED}
        assert "et al. et al." not in reference.text


@pytest.mark.slow
def test_references_are_tidy(tried: dict[tuple[str, str], Reference]) -> None:
    for where, reference in tried.items():
        assert not re.search(r"  |\.\.|,,| ,|,\.|\(\)|\[\]|;;|^\s|\s$|^[0-9]+\.", reference.text), (where, reference.text)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "ko"])
def test_no_english_word_stands_in_a_reference_in_another_language(tried: dict[tuple[str, str], Reference], language: str) -> None:
    ours = {where: made.text for where, made in tried.items() if re.match(rf"(book|article|report)-.*{language}$", where[0])}
    assert len(ours) >= 12
    words = re.compile(
        r"accessed|retrieved|available|\bcited|\bin\b|\bfrom\b|internet|\beds?\b|edited|editor|trans|\band\b|et al"
        r"|n\.d\.|no date|\bp\. ?\d",
        re.IGNORECASE,
    )
    names = re.compile(r"https?:\S+|Sample Journal of Civil Service|Public Service in Transition")
    assert {key: text for key, text in ours.items() if words.search(names.sub("", text))} == {}


# -- text stays text -------------------------------------------------------------------------------


def folded(text: str) -> str:
    """Text without what citation processors set anew: quotes, the kind of a space before ? ! ;, capitals, a full stop at the end."""
    return QUOTES.sub("", text).replace("\u202f", " ").casefold().rstrip(" .,:;!?")


@pytest.mark.slow
@settings(max_examples=amount(6, 100), suppress_health_check=list(HealthCheck))
@given(titles=st.lists(texts(max_size=200), min_size=20, max_size=60))
def test_any_title_and_publisher_are_printed_as_text(one_citation: MakeCitation, titles: list[str]) -> None:
    given_titles = [keyed(one_citation, f"k{number}", title=title, publisher=f"P{title}P") for number, title in enumerate(titles)]
    references = csl.render(given_titles, TextCache(None))
    for citation in given_titles:
        for style in NAMES:
            text = references[citation.key, style].text
            assert folded(citation.title) in folded(text) + " ", (style, citation.title, text)
            assert folded(citation.publisher) in folded(text), (style, citation.title, text)


@pytest.mark.slow
@settings(max_examples=amount(4, 100), suppress_health_check=list(HealthCheck))
@given(bodies=st.lists(texts(max_size=60), min_size=20, max_size=40))
def test_any_body_is_printed_whole(one_citation: MakeCitation, bodies: list[str]) -> None:
    named = [Name(literal=f"X{body}X") for body in bodies]
    given_bodies = [keyed(one_citation, f"k{number}", authors=(name,), and_others=False) for number, name in enumerate(named)]
    references = csl.render(given_bodies, TextCache(None))
    for citation in given_bodies:
        for style in NAMES:
            assert folded(citation.authors[0].literal) in folded(references[citation.key, style].text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "title",
    [
        '<i>Italic</i> <b>bold</b> <sc>x</sc> <span class="nocase">y</span>',
        "$x^2$ and `code` \\alpha{}",
        "*a* _b_ **c** ~~d~~ [e](f) H~2~O 2^10^",
        "<script>alert(1)</script> &amp; &lt;",
        "שלום עולם",
        "مرحبا بالعالم",
        "👩\u200d💻 e\u0301 \u202eabc\u202c",
        "a" * 500,
        "@key [@other] ^1^ # % \\",
        "1. One",
    ],
)
def test_markup_in_a_title_is_text(one_citation: MakeCitation, title: str) -> None:
    for text in made(one_citation(title=title, title_language="de")).values():
        assert QUOTES.sub("", title) in QUOTES.sub("", text)


@pytest.mark.slow
def test_an_address_is_printed_as_it_is(one_citation: MakeCitation) -> None:
    address = "https://example.org/a_b/c%20d?x=1&y=2'3\"4<5>*6*#z~"
    for text in made(one_citation("oneill2020rd-en", address=address)).values():
        assert address in text


@pytest.mark.slow
def test_quotes_in_a_title_in_quotes_become_inner_ones(small_citations: Citations) -> None:
    assert "«„Открыто“, — сказал он»" in made(small_citations["anon2021open"])["chicago"]


@pytest.mark.slow
def test_titles_in_other_languages_keep_their_letters(one_citation: MakeCitation) -> None:
    citation = one_citation("harrow2021pay", title="De la réforme des administrations", language="en", title_language="fr")
    assert all("De la réforme des administrations" in text for text in made(citation).values())
    assert "De La Réforme" in made(one_citation("harrow2021pay", title="De la réforme des administrations"))["chicago"]


@pytest.mark.slow
def test_supplied_titles_keep_their_brackets(small_citations: Citations) -> None:
    citation = small_citations["oneill2020rd-ru"]
    assert all(re.search(r"\[НИОКР.*😀\]", text) for text in made(citation).values())


# -- each as if it stood alone ---------------------------------------------------------------------


@pytest.mark.slow
def test_a_reference_is_the_same_in_any_company(one_citation: MakeCitation) -> None:
    fields = {"authors": (FACER,), "and_others": False, "issued": Issued(2020), "doi": ""}
    alike = [keyed(one_citation, f"facer2020-{number}", title=f"Title {number}", **fields) for number in range(4)]
    alike += [
        keyed(one_citation, "facer2020-other", **fields | {"authors": (Name("Facer", "Robert"),)}),
        keyed(one_citation, "facer2020-same", title="Title 0", **fields),
        *(keyed(one_citation, key, **fields | {"authors": (), "issued": None}) for key in ("nobody1", "nobody2")),
    ]
    together = csl.render(alike, TextCache(None))
    alone: dict[tuple[str, str], Reference] = {}
    for citation in alike:
        alone |= csl.render([citation], TextCache(None))
    assert together == alone
    assert together == csl.render(reversed(alike), TextCache(None))
    assert not any("2020a" in reference.text or "———" in reference.text for reference in together.values())


@pytest.mark.slow
def test_many_references_are_made_in_several_runs(one_citation: MakeCitation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csl, "_AT_ONCE", 3)
    runs = CountingPandoc(monkeypatch)
    many = [keyed(one_citation, f"k{number}", title=f"Title {number}.") for number in range(8)]
    references = csl.render(many, TextCache(None))
    assert sorted(runs.items) == [2] * 4 + [3] * 8
    for citation in many:
        assert all(citation.title in references[citation.key, style].text for style in NAMES)


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_korean_names_are_whole_and_family_name_first(one_citation: MakeCitation) -> None:
    text = made(one_citation("delacruz2021guide", authors=(KIM, LEE), translators=()))
    assert [text[style].partition(" (")[0] for style in ("apa", "harvard")] == ["김철수, & 이영희.", "김철수 및 이영희"]
    assert text["chicago"].startswith("김철수 및 이영희. 2021.")
    assert text["vancouver"].startswith("김철수, 이영희. ")


@pytest.mark.slow
def test_kazakh_initials_are_right(one_citation: MakeCitation) -> None:
    text = made(one_citation("seitova2015world", authors=(AUEZOV, Name("Қасымов", "Ғалым Өмірұлы"))))
    assert text["apa"].startswith("Әуезов, М. О., & Қасымов, Ғ. Ө. (2015)")
    assert text["vancouver"].startswith("Әуезов МО, Қасымов ҒӨ. ")


@pytest.mark.slow
def test_a_family_name_of_several_words_stays_whole(one_citation: MakeCitation) -> None:
    for family in ("de la Cruz", "Toktomamat kyzy", "von der Leyen"):
        for style, text in made(one_citation(authors=(Name(family, "Ana"),), and_others=False)).items():
            assert text.startswith(family), style


@pytest.mark.slow
def test_a_suffix_is_printed(small_citations: Citations) -> None:
    text = made(replace(small_citations["harrow2017design"], authors=(Name("Harrow", "Jane Q", "III"),)))
    starts = {
        "apa": "Harrow, J. Q., III. (",
        "chicago": "Harrow, Jane Q., III. 2017",
        "harvard": "Harrow, J.Q., III (",
        "vancouver": "Harrow JQ III. ",
    }
    assert {style: text[style][: len(start)] for style, start in starts.items()} == starts


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "words", "number"),
    [*(("en", "et al.", number) for number in (1, 2, 6, 7, 25)), ("ru", "и др.", 2), ("kk", "және т.б.", 1), ("ko", "외", 3)],
)
def test_others_whom_the_source_does_not_name_are_said(one_citation: MakeCitation, language: str, words: str, number: int) -> None:
    authors = tuple(Name(f"Family{letter}", "Given") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:number])
    shown = {"apa": 19, "chicago": 3 if number >= 6 else 5, "harvard": 1 if number >= 3 else 2, "vancouver": 6}
    for style, text in made(one_citation(authors=authors, and_others=True, language=language, editors=())).items():
        assert len(re.findall("Family[A-Z]", text)) == min(number, shown[style]), text
        assert re.search(rf"{re.escape(words)}", text), text
        assert "…" not in text


@pytest.mark.slow
def test_a_publisher_that_is_the_author_is_not_named_twice_by_apa(small_citations: Citations) -> None:
    text = made(small_citations["scsh2020pay-en"])
    assert [text[style].count("Sample Civil Service Hub") for style in ("apa", "chicago", "harvard", "vancouver")] == [1, 2, 2, 2]


@pytest.mark.slow
def test_the_editor_of_an_authored_book_is_labelled_after_the_name_in_vancouver(small_citations: Citations) -> None:
    assert "Transition. de la Cruz MJ, editor. Singapore" in made(small_citations["harrow2022public"])["vancouver"]


# -- where and when it was read --------------------------------------------------------------------


@pytest.mark.slow
def test_a_doi_stands_for_the_address_and_needs_no_day(small_citations: Citations) -> None:
    for style, text in made(small_citations["harrow2021pay"]).items():
        assert ("doi:10.5555/sjcs.21" if style == "vancouver" else "https://doi.org/10.5555/sjcs.21") in text
        assert text.count("http") == (style != "vancouver")
        assert ACCESSED not in text


@pytest.mark.slow
def test_a_document_that_can_be_read_nowhere_has_no_address(small_citations: Citations) -> None:
    for text in made(small_citations["seitova2015world"]).values():
        assert "http" not in text
        assert ACCESSED not in text


@pytest.mark.slow
def test_the_day_of_access_has_its_place(one_citation: MakeCitation) -> None:
    text = made(one_citation("oneill2020rd-en"))
    assert f"(Accessed: {ACCESSED})." in text["harvard"]
    assert f"[cited {ACCESSED}]" in text["vancouver"]
    assert ACCESSED not in text["apa"] + text["chicago"]
    undated = made(one_citation("oneill2020rd-en", issued=None))
    assert f"Retrieved {ACCESSED}, from https://" in undated["apa"]
    assert f"Accessed {ACCESSED}. https://" in undated["chicago"]


@pytest.mark.parametrize(
    ("language", "style", "locale"),
    [
        ("en", "harvard", "en_GB"),
        ("en", "apa", "en_US"),
        ("kk", "harvard", "kk_KZ"),
        ("ru", "vancouver", "ru_RU"),
        ("ky", "harvard", "en_GB"),
        ("", "apa", "en_US"),
    ],
)
def test_the_day_is_written_in_the_language_of_the_reference(one_citation: MakeCitation, language: str, style: str, locale: str) -> None:
    assert csl.date_locale(one_citation(language=language), style) == locale


# -- nothing invented -------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_is_not_known_is_not_printed(one_citation: MakeCitation) -> None:
    bare = one_citation("scshndnorway", genre="", publisher="", publishing=None, authors=())
    assert made(bare) == {
        "apa": "Country Profile: Norway. (n.d.).",
        "chicago": "Country Profile: Norway. n.d.",
        "harvard": "Country Profile: Norway (no date).",
        "vancouver": "Country Profile: Norway.",
    }


@pytest.mark.slow
def test_an_article_without_volume_is_no_preprint(small_citations: Citations) -> None:
    assert not any("reprint" in text for text in made(small_citations["manas2019article"]).values())


def test_an_item_has_no_empty_field(small_citations: Citations) -> None:
    for citation in small_citations.values():
        assert all(csl.item(citation).values())


# -- kept from build to build -----------------------------------------------------------------------


@pytest.mark.slow
def test_an_unchanged_catalogue_needs_no_run_of_pandoc(small_citations: Citations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = csl.render(small_citations.values(), TextCache(tmp_path), whole=True)
    runs = CountingPandoc(monkeypatch)
    assert csl.render(small_citations.values(), TextCache(tmp_path), whole=True) == first
    assert runs.items == []


@pytest.mark.slow
def test_a_changed_citation_alone_is_made_anew(
    small_citations: Citations, one_citation: MakeCitation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csl.render(small_citations.values(), TextCache(tmp_path), whole=True)
    runs = CountingPandoc(monkeypatch)
    changed = [*[*small_citations.values()][:-1], one_citation("manas2019article", title="Another title")]
    references = csl.render(changed, TextCache(tmp_path), whole=True)
    assert runs.items == [1] * 4
    assert "Another title" in references["manas2019article", "apa"].text
    csl.render([small_citations["manas2019article"]], TextCache(tmp_path))
    assert runs.items == [1] * 8


@pytest.mark.slow
def test_what_no_style_prints_makes_nothing_anew(one_citation: MakeCitation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    csl.render([one_citation()], TextCache(tmp_path))
    runs = CountingPandoc(monkeypatch)
    csl.render([one_citation(abstract="Another", keywords=("another",), changed=Issued(2030, 1, 1))], TextCache(tmp_path))
    assert runs.items == []


@pytest.mark.slow
@pytest.mark.parametrize("what", ["version", "pandoc", "words", "others"])
def test_whatever_a_reference_depends_on_makes_it_anew(
    one_citation: MakeCitation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    csl.render([one_citation()], TextCache(tmp_path))
    runs = CountingPandoc(monkeypatch)
    citation = one_citation()
    if what == "version":
        monkeypatch.setattr(csl, "_VERSION", "another")
    elif what == "pandoc":
        path = csl._pandoc()[0]
        monkeypatch.setattr(csl, "_pandoc", lambda: (path, "pandoc 99"))
    elif what == "words":
        prepared = csl.prepared
        monkeypatch.setattr(csl, "prepared", lambda *which: prepared(*which) + "<!-- -->")
    else:
        citation = one_citation(and_others=False)
    csl.render([citation], TextCache(tmp_path))
    assert runs.items == [1] * 4


# -- pandoc missing or failing ------------------------------------------------------------------------


def failing(monkeypatch: pytest.MonkeyPatch, command: str, folder: Path) -> None:
    """Puts a program of our own in pandoc's place."""
    path = folder / "pandoc"
    path.write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(csl, "_pandoc", lambda: (str(path), "pandoc 0"))


@pytest.mark.slow
@pytest.mark.parametrize("command", ["echo 'no such locale' >&2; exit 23", "echo nonsense", "echo '{}'", "echo '{\"blocks\": []}'"])
def test_a_failing_pandoc_stops_the_build_and_keeps_nothing(
    one_citation: MakeCitation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    failing(monkeypatch, f"cat >/dev/null; {command}", tmp_path)
    with pytest.raises(csl.PandocError, match=r"1 references in .*harrow2022public") as caught:
        csl.render([one_citation()], TextCache(tmp_path / "cache"))
    assert "pyproject.toml" in str(caught.value)
    assert not (tmp_path / "cache").exists()


@pytest.mark.slow
def test_a_pandoc_that_never_answers_is_given_up_and_names_what_it_was_at(
    one_citation: MakeCitation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, "exec sleep 60", tmp_path)
    monkeypatch.setattr(csl, "LONGEST", 0.05)
    with pytest.raises(csl.PandocError, match=r"no answer for 1 references in .*harrow2022public.* within 0.05 seconds"):
        csl.render([one_citation()], TextCache(tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()


def test_an_element_of_pandoc_that_is_not_known_stops_the_build() -> None:
    with pytest.raises(KeyError):
        csl._html([{"t": "Math", "c": [{"t": "InlineMath"}, "x"]}])


@pytest.mark.slow
def test_a_missing_pandoc_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise OSError("No pandoc was found")

    monkeypatch.setattr("pypandoc.get_pandoc_path", missing)
    csl._pandoc.cache_clear()
    with pytest.raises(csl.PandocError, match=r"pip install .*pypandoc-binary"):
        csl._pandoc()
    csl._pandoc.cache_clear()


# -- the styles ----------------------------------------------------------------------------------------


def test_the_styles_stand_alone_and_are_credited() -> None:
    for style in csl.STYLES:
        text = (styles.FOLDER / style.file).read_text("utf-8")
        assert 'rights license="http://creativecommons.org/licenses/by-sa/3.0/"' in text
        assert "independent-parent" not in text
        assert style.file in (styles.FOLDER / "README.md").read_text("utf-8")


def test_a_style_that_our_changes_do_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "apa.csl").write_text("<style><citation></citation></style>", "utf-8")
    monkeypatch.setattr(styles, "FOLDER", tmp_path)
    with pytest.raises(styles.StyleError, match=r"apa\.csl"):
        styles._alone.__wrapped__(csl.STYLES[0])


@pytest.mark.slow
def test_the_words_added_are_read_by_pandoc_without_a_warning(small_citations: Citations, tmp_path: Path) -> None:
    items = json.dumps([csl.item(small_citations["seitova2015world"])])
    for style in csl.STYLES:
        for locale in ("kk-KZ", "ru-RU", "ko-KR"):
            path = tmp_path / "style.csl"
            path.write_text(styles.prepared(style, locale, 2), "utf-8")
            done = subprocess.run(
                [csl._pandoc()[0], "-f", "csljson", "-t", "plain", "--citeproc", f"--csl={path}", "-M", f"lang={locale}"],
                input=items,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=True,
            )
            assert done.stderr == ""


@pytest.mark.slow
def test_authors_of_two_scripts_share_a_reference(one_citation: MakeCitation) -> None:
    text = made(one_citation("harrow2021pay", authors=(FACER, KIM, IVANOVA), and_others=False))
    assert text["apa"].startswith("Facer, R. L., II, 김철수, & Иванова, М. П. (2021).")
    assert text["chicago"].startswith("Facer, Rex L., II, 김철수, and Мария Петровна Иванова. 2021.")
