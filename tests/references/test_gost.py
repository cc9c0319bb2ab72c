"""References by GOST, held against golden/gost.txt, which was read line by line against the standards.

In that file ⍽ stands for a no-break space and {day} for the day of access. It is not renewed
by a script: a changed line is written there by hand, after reading the standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

import pytest
from awkward import texts
from catalogues import TESTS, Citations
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.references import gost
from library.citations.references.gost_names import direct, initials, inverted
from library.citations.references.gost_terms import ENGLISH, KAZAKH, KOREAN, RUSSIAN, terms_for
from library.citations.references.text import ACCESSED, Reference

NBSP = "\u00a0"
FORMS = {"short": gost.short, "full": gost.full}
FORM = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def person(name: str) -> Name:
    """A person from ``Family, Given, Suffix``."""
    family, given_name, suffix = [*name.split(", "), "", ""][:3]
    return Name(family, given_name, suffix)


def people(*names: str) -> tuple[Name, ...]:
    return tuple(map(person, names))


def body(name: str) -> Name:
    return Name(literal=name)


def cited(**known: object) -> Citation:
    """A citation of which only the given fields are known; a Russian report where they do not say."""
    unknown: dict[str, object] = {
        "key": "key",
        "work": "work",
        "kind": "report",
        "type": "report",
        "title": "Заглавие",
        "language": "ru",
        "supplied": False,
        "and_others": False,
        "issued": None,
        "publishing": None,
        "extent": None,
        "document": None,
        "read_here": False,
        "abstract_supplied": False,
        "withdrawn": None,
        "added": Issued(2024),
        "changed": Issued(2024),
        "url": "https://library.example/publications/work/",
    }
    many = {"other_titles", "authors", "editors", "translators", "isbn", "issn", "formats", "keywords", "siblings", "proper_names"}
    given_fields = {"title_language": known.get("language", "ru"), **known}
    return Citation(
        **{
            field.name: given_fields.get(field.name, unknown.get(field.name, () if field.name in many else ""))
            for field in fields(Citation)
        }
    )


def article(**known: object) -> Citation:
    return cited(**{"kind": "article", "type": "article", **known})


def book(**known: object) -> Citation:
    return cited(**{"kind": "book", "type": "book", **known})


NURMAGAMBETOV, IVANOVA = "Нурмагамбетов, Алихан Сергеевич", "Иванова, Мария Петровна"
RU_JOURNAL = {"container": "Международный журнал реформ", "issued": Issued(2021, 6), "volume": "6", "number": "2", "pages": "5-19"}
EN_JOURNAL = {"language": "en", "container": "Journal of Civil Service", "issued": Issued(2021, 12), "volume": "5", "number": "2"}
PRINT, ELECTRONIC, BOTH = ("print",), ("electronic",), ("print", "electronic")

CASES = {
    # Articles
    "ru article, two authors, DOI, address": article(
        title="Реформа государственной службы",
        authors=people(NURMAGAMBETOV, IVANOVA),
        doi="10.1234/abc.5",
        issn=("1234-5679",),
        address="https://example.org/a/5",
        **RU_JOURNAL,
    ),
    "ru article, one author, nothing of its form known": article(title="Этика службы", authors=people(IVANOVA), **RU_JOURNAL),
    "ru article, printed only": article(title="Этика службы", authors=people(IVANOVA), formats=PRINT, **RU_JOURNAL),
    "ru article, DOI that is the address": article(
        title="Этика службы", authors=people(IVANOVA), doi="10.1234/abc.6", address="https://doi.org/10.1234/ABC.6", **RU_JOURNAL
    ),
    "ru article, three authors": article(
        title="Оценка и оплата", authors=people(NURMAGAMBETOV, IVANOVA, "Бейсенов, Қайрат Өмірұлы"), **RU_JOURNAL
    ),
    "ru article, four authors": article(
        title="Оценка и оплата", authors=people(NURMAGAMBETOV, IVANOVA, "Ким, Анна", "Facer, Rex L, II"), **RU_JOURNAL
    ),
    "ru article, five authors": article(
        title="Оценка и оплата", authors=people(NURMAGAMBETOV, IVANOVA, "Ким, Анна", "Facer, Rex L, II", "Perry, James L."), **RU_JOURNAL
    ),
    "ru article, others not named": article(title="Оценка и оплата", authors=people(IVANOVA), and_others=True, **RU_JOURNAL),
    "ru article without volume and number": article(
        title="Первые шаги", authors=people(IVANOVA), container="Вестник службы", issued=Issued(2015, 10, 7), pages="3"
    ),
    "ru article, only the month known": article(
        title="Первые шаги", authors=people(IVANOVA), container="Вестник службы", issued=Issued(2015, 10)
    ),
    "ru article, number in words": article(
        title="Первые шаги", authors=people(IVANOVA), container="Вестник службы", issued=Issued(2015), number="спец. вып."
    ),
    "kk article": article(
        language="kk",
        title="Мемлекеттік қызмет реформасы",
        authors=people("Сәтбаева, Әлия Ғалымқызы", "Өмірұлы, Ұлан Һарун"),
        container="Мемлекеттік қызмет журналы",
        issued=Issued(2020),
        volume="3",
        number="1",
        pages="11-31",
        address="https://example.org/kk/1",
    ),
    "kk article, five authors": article(
        language="kk",
        title="Мемлекеттік қызмет",
        authors=people("Ғалымов, Ілияс", "Қасымов, Ұлан", "Ңай, Үміт", "Әуезов, Мұхтар", "Һан, Өмір"),
        container="Мемлекеттік қызмет журналы",
        issued=Issued(2020),
        number="1",
    ),
    "kk article, day of issue": article(
        language="kk", title="Алғашқы қадамдар", authors=people("Әуезов, Мұхтар"), container="Хабаршы", issued=Issued(2019, 9, 30)
    ),
    "en article, three authors, one with a suffix": article(
        title="Pay and Ethics",
        authors=people("Harrow, Jane Q, III", "de la Cruz, María José", "Kim, Min-jun"),
        pages="11-31",
        doi="10.5555/sjcs.21",
        **EN_JOURNAL,
    ),
    "en article, five authors": article(
        title="Pay and Ethics",
        authors=people("Kim, Pan Suk", "Harrow, Jane", "Knox, Colin", "O’Connor, Karl", "Perry, James L."),
        **EN_JOURNAL,
    ),
    "en book review": article(type="book-review", title="Book Review", authors=people("O’Neill-Brown, Seán"), pages="90", **EN_JOURNAL),
    "ru commentary without author, title ending in a guillemet": article(type="commentary", title="Мы говорим «Открыто»", **RU_JOURNAL),
    "ru article, title ending in a question mark": article(title="Что делать?", authors=people(IVANOVA), **RU_JOURNAL),
    "ko article, Hangul names": article(
        language="ko",
        title="공정한 보수",
        authors=people("김, 민준", "이, 서연"),
        container="인사행정학회보",
        issued=Issued(2022),
        volume="21",
        number="3",
        pages="1-28",
        doi="10.1234/ko.1",
    ),
    "ko article, five authors, month": article(
        language="ko",
        title="공정한 보수",
        authors=people("김, 민준", "이, 서연", "박, 지후", "최, 유진", "정, 하은"),
        container="인사행정",
        issued=Issued(2022, 3),
    ),
    # Books
    "ru book, one author, words of the title page": book(
        title="Государственная служба в странах Центральной Азии",
        authors=people("Әуезов, Мұхтар"),
        responsibility="под редакцией А. Байменова",
        editors=people("Байменов, Алихан Мухамедьевич"),
        place="Астана",
        publisher="Региональный хаб",
        issued=Issued(2019),
        extent=210,
        isbn=("978-601-269-093-4",),
        address="https://example.org/b",
    ),
    "ru book, four authors, series": book(
        title="Служба",
        authors=people(NURMAGAMBETOV, IVANOVA, "Ким, Анна", "Жан, Жан-Поль"),
        place="Астана",
        publisher="Хаб",
        issued=Issued(2019),
        extent=48,
        series="Библиотека службы",
        series_number="5",
        formats=PRINT,
    ),
    "ru book, editor only": book(
        title="Служба", editors=people("Байменов, Алихан Мухамедьевич"), place="Астана", publisher="Хаб", issued=Issued(2019), extent=48
    ),
    "ru book, two editors": book(
        title="Служба", editors=people("Байменов, Алихан Мухамедьевич", IVANOVA), place="Астана", issued=Issued(2019)
    ),
    "ru book, no place": book(title="Служба", authors=people(IVANOVA), publisher="Хаб", issued=Issued(2019)),
    "ru book, place only": book(title="Служба", authors=people(IVANOVA), place="Астана"),
    "ru book, no date, no place, no publisher": book(title="Служба", authors=people(IVANOVA), extent=7),
    "ru title alone": book(title="Служба"),
    "ru title alone, ending in a question mark in guillemets": book(title="Роман «Что делать?»"),
    "en book, two ISBN, editor": book(
        language="en",
        title="Public Service in Transition",
        authors=people("Harrow, Jane Q, III", "Kim, Min-jun"),
        editors=people("de la Cruz, María José"),
        place="Singapore",
        publisher="Harrow Press & Sons",
        issued=Issued(2022),
        extent=579,
        isbn=("978-1-23456-789-7", "978-1-23456-790-3"),
        doi="10.5555/sample.2022",
        address="https://doi.org/10.5555/sample.2022",
        formats=BOTH,
    ),
    "en book, others not named": book(
        language="en", title="Public Service", authors=people("Harrow, Jane"), and_others=True, publisher="Harrow Press Inc.", formats=PRINT
    ),
    # Reports and the like
    "ru report of a body": cited(
        title="Отчёт за первый год",
        authors=(body("Региональный хаб в сфере государственной службы"),),
        place="Астана",
        publisher="Региональный хаб",
        issued=Issued(2014),
        formats=ELECTRONIC,
    ),
    "en survey report of two bodies, series with number": cited(
        type="survey-report",
        language="en",
        title="Third Needs Survey: Results",
        authors=(body("Civil Service Hub"), body("UNDP")),
        publisher="Civil Service Hub",
        issued=Issued(2018, 11, 30),
        extent=64,
        series="Needs surveys",
        series_number="3",
        formats=PRINT,
    ),
    "ru research paper of a person and a body": cited(
        type="research-paper",
        title="Мотивация служащих",
        authors=(person(IVANOVA), body("Институт службы")),
        issued=Issued(2020),
        editors=people("Ким, Анна"),
    ),
    "kk research paper, editor and translator": cited(
        type="research-paper",
        language="kk",
        title="Қызметшілер әдебі",
        authors=people("Бейсенов, Қайрат Өмірұлы", "Ющенко-Жукова, Елена Юрьевна"),
        editors=people("de la Cruz, María José"),
        translators=people("Сейтова, Әйгүл Өмірқызы"),
        place="Нұр-Сұлтан",
        publisher="Үлгі институты",
        issued=Issued(2022),
        extent=52,
        formats=PRINT,
    ),
    "ru comparative study, two translators": cited(
        type="comparative-study",
        title="Оплата труда",
        authors=people("Perry, James L."),
        translators=people(IVANOVA, "Ким, Анна"),
        issued=Issued(2020),
    ),
    "ru case study on the page, single name": cited(
        type="case-study", title="Одно окно: кейс-стади", authors=people("Манас"), publisher="Хаб", issued=Issued(2023, 4), read_here=True
    ),
    "ru case study, supplied title": cited(
        type="case-study", title="[Одно окно]", supplied=True, authors=people("Chachkhunashvili"), publisher="Хаб", issued=Issued(2023)
    ),
    "en country profile, language not stated, no date": cited(
        type="country-profile",
        language="",
        title_language="en",
        title="Country Profile: Norway",
        publisher="Civil Service Hub",
        series="Country profiles",
    ),
    "en policy paper, two authors": cited(
        type="policy-paper",
        language="en",
        title="Open Data. What Next?",
        authors=people("Facer, Rex L, II", "Yang, Shiqiu"),
        publisher="Hub",
        issued=Issued(2023, 2),
    ),
    "ko guide by a foreigner, translated": cited(
        type="methodological-guide",
        language="ko",
        title="공정한 보수 안내서",
        authors=people("de la Cruz, María José"),
        translators=people("김, 민준"),
        publisher="표본 인사행정허브",
        issued=Issued(2021),
        extent=48,
        formats=ELECTRONIC,
    ),
    "ko book, editor, printed": book(
        language="ko",
        title="인사행정론",
        editors=people("이, 서연"),
        place="서울",
        publisher="박영사",
        issued=Issued(2018),
        extent=512,
        formats=PRINT,
    ),
    "ky report": cited(
        language="ky",
        title="Мамлекеттик кызмат",
        authors=people("Жумагулов, Бакыт Эсенович"),
        place="Бишкек",
        issued=Issued(2017),
        extent=30,
        formats=PRINT,
    ),
    "uz report in Cyrillic, five authors": cited(
        language="uz-Cyrl",
        title="Давлат хизмати",
        authors=people("Каримов, А.", "Суюнов, А.", "Ўктамов, Ў.", "Қодиров, Қ.", "Ҳакимов, Ҳ."),
        issued=Issued(2017),
    ),
    "hy report": cited(
        language="hy",
        title="Քաղաքացիական ծառայություն",
        authors=people("Բադալյան, Մանվել"),
        issued=Issued(2016),
        extent=12,
        formats=ELECTRONIC,
    ),
    "ka report, letters without capitals": cited(
        language="ka", title="საჯარო სამსახური", authors=people("ტყეშელაშვილი, მაია"), issued=Issued(2016), extent=12
    ),
    "fr article": article(
        language="fr",
        title="La fonction publique : où va-t-elle ?",
        authors=people("Dupont, Jean-Claude"),
        container="Revue d’administration",
        issued=Issued(2012),
        number="4",
        pages="7-9",
    ),
    "zh report, names in their own order": cited(
        language="zh", title="公务员制度", authors=people("杨, 世秋"), publisher="出版社", issued=Issued(2011)
    ),
    "kk report in Latin letters": cited(language="kk-Latn", title="Memlekettik qyzmet", authors=people("Áýezov, Muhtar"), extent=9),
    "ru report, titles with markup": cited(title="R&D <b>«на 100%»</b> & {№ 1}", authors=people(IVANOVA), issued=Issued(2020)),
    "ru report, title ending in a question mark": cited(title="Кому служить?", publisher="Хаб", issued=Issued(2020)),
    "ru report, title ending in an ellipsis": cited(title="О службе…", issued=Issued(2020)),
}


def shown(reference: Reference) -> str:
    """As the golden file writes it."""
    return reference.text.replace(NBSP, "⍽").replace(ACCESSED, "{day}")


def golden() -> dict[tuple[str, str], str]:
    """Expected references by case and form."""
    found = {}
    case = ""
    for line in (TESTS / "golden" / "gost.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            form, _, text = line.strip().partition(" ")
            assert (case, form) not in found
            found[case, form] = text.strip()
        elif line and not line.startswith("#"):
            case = line
    return found


GOLDEN = golden()


# -- golden references ---------------------------------------------------------------------------


@pytest.mark.parametrize(("case", "form"), [(case, form) for case in CASES for form in FORMS])
def test_a_reference_is_the_golden_one(case: str, form: str) -> None:
    assert shown(FORMS[form](CASES[case])) == GOLDEN[case, form]


def test_every_golden_reference_has_a_case() -> None:
    assert {case for case, _ in GOLDEN} == set(CASES)


def test_golden_references_are_of_every_type_and_language() -> None:
    assert {citation.type for citation in CASES.values()} == {
        "article",
        "book",
        "book-review",
        "case-study",
        "commentary",
        "comparative-study",
        "country-profile",
        "methodological-guide",
        "policy-paper",
        "report",
        "research-paper",
        "survey-report",
    }
    assert {citation.language for citation in CASES.values()} >= {"en", "ru", "kk", "ko", ""}


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Алихан Мухамедьевич", "А. М."),
        ("Қайрат Өмірұлы", "Қ. Ө."),
        ("Әлия", "Ә."),
        ("Ғалым", "Ғ."),
        ("Ұлан", "Ұ."),
        ("Үміт", "Ү."),
        ("Ілияс", "І."),
        ("Һарун", "Һ."),
        ("Ңай", "Ң."),
        ("Жан-Поль", "Ж.-П."),
        ("Rex L", "R. L."),
        ("James L.", "J. L."),
        ("L.", "L."),
        ("Pan Suk", "P. S."),
        ("Min-jun", "M.-J."),
        ("K. Kh.", "K. Kh."),
        ("А.С.", "А. С."),
        ("Ж.-П.", "Ж.-П."),
        ("Md. Mustafizur", "Md. M."),
        ("ST.", "ST."),
        ("Ильхам Гейдар оглы", "И. Г. оглы"),
        ("Ludwig van", "L. van"),
        ("D’Arcy", "D."),
        ("ʻIolani", "I."),
        ("bell", "B."),
        ("E\u0301tienne", "E\u0301."),
        ("И\u0306осиф Ян", "И\u0306. Я."),
        ("მაია", "მ."),
        ("Մանվել", "Մ."),
        ("민준", "민준"),
        ("محمد علي", "محمد علي"),
        ("'Abd", "A."),
        ("123", ""),
        ("", ""),
    ],
)
def test_given_names_become_initials(whole: str, short: str) -> None:
    assert initials(whole).replace(NBSP, " ") == short


@pytest.mark.parametrize(
    ("name", "heading", "statement"),
    [
        (person(NURMAGAMBETOV), "Нурмагамбетов⍽А.⍽С.", "А.⍽С.⍽Нурмагамбетов"),
        (person("Facer, Rex L, II"), "Facer⍽R.⍽L., II", "R.⍽L.⍽Facer⍽II"),
        (person("de la Cruz, María José"), "de la Cruz⍽M.⍽J.", "M.⍽J.⍽de la Cruz"),
        (person("O'Connor, Karl"), "O'Connor⍽K.", "K.⍽O'Connor"),
        (person("Манас"), "Манас", "Манас"),
        (person("김, 민준"), "김민준", "김민준"),
        (person("김, Min-jun"), "김⍽M.-J.", "M.-J.⍽김"),
        (person("Kim, 123"), "Kim", "Kim"),
        (Name(family="Harrow", suffix="III"), "Harrow, III", "Harrow III"),
        (body("Хаб, отдел"), "Хаб, отдел", "Хаб, отдел"),
    ],
)
def test_a_name_has_its_order(name: Name, heading: str, statement: str) -> None:
    assert (inverted(name).replace(NBSP, "⍽"), direct(name).replace(NBSP, "⍽")) == (heading, statement)


@given(letter=st.characters(categories=("Lu", "Lt")), marks=st.text(st.characters(categories=("Mn", "Mc")), max_size=3))
@example(letter="И", marks="\u0306")
def test_an_initial_keeps_its_marks(letter: str, marks: str) -> None:
    assert initials(f"{letter}{marks}bc") == f"{letter.title()}{marks}."


@given(given_name=texts(max_size=40))
def test_initials_have_no_spaces_to_spare(given_name: str) -> None:
    assert not re.search(r"  |\u00a0\u00a0|^[ \u00a0]|[ \u00a0]$", initials(given_name))


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields_known", "terms"),
    [
        ({"language": "ru"}, RUSSIAN),
        ({"language": "kk"}, KAZAKH),
        ({"language": "en"}, ENGLISH),
        ({"language": "ko"}, KOREAN),
        ({"language": "en-GB"}, ENGLISH),
        ({"language": "ru", "title": "Latin"}, RUSSIAN),
        ({"language": "", "title_language": "kk"}, KAZAKH),
        ({"language": "kk-Latn", "title": "Qyzmet"}, ENGLISH),
        ({"language": "kk-Cyrl", "title": "Қызмет"}, KAZAKH),
        ({"language": "tg", "title": "Хизмати давлатӣ"}, RUSSIAN),
        ({"language": "mn", "title": "Төрийн алба"}, RUSSIAN),
        ({"language": "tr", "title": "Kamu hizmeti"}, ENGLISH),
        ({"language": "ar", "title": "الخدمة المدنية"}, ENGLISH),
    ],
)
def test_words_are_in_the_language_of_the_document(fields_known: dict[str, object], terms: object) -> None:
    assert terms_for(cited(**fields_known)) is terms


@pytest.mark.parametrize("terms", [RUSSIAN, KAZAKH])
def test_cyrillic_words_have_no_latin_letter(terms: object) -> None:
    words = [value for field in fields(terms) if field.name != "locale" for value in [getattr(terms, field.name)]]
    text = re.sub(r"\{\w*\}", "", " ".join(" ".join(value) if isinstance(value, tuple) else value for value in words))
    assert [sign for sign in text if sign.isascii() and sign.isalpha()] == []


@FORM
@pytest.mark.parametrize("language", ["ru", "kk", "ky", "tg"])
def test_a_cyrillic_document_has_no_latin_terms(form: Callable[[Citation], Reference], language: str) -> None:
    citation = article(**{**RU_JOURNAL, "language": language, "authors": people(*["Иванова, Мария"] * 5), "formats": PRINT})
    assert re.findall("[A-Za-z]", form(citation).text) == []


# -- rules that hold for any citation --------------------------------------------------------------


def faults(text: str) -> list[str]:
    """Signs that no description has."""
    return re.findall(r"[ \u00a0]{2,}|[ \u00a0][.,]|,,|\.[ \u00a0]\.|\.\.|,\.|\( | \)|[?!…]\.|//[ \u00a0]*(?:\.|$)|None|\{\}", text)


@FORM
@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_citation_has_a_reference_without_faults(
    which: str, form: Callable[[Citation], Reference], request: pytest.FixtureRequest
) -> None:
    citations: Citations = request.getfixturevalue(which)
    for citation in citations.values():
        text = form(citation).text
        assert citation.title in text
        assert text.endswith(".")
        assert faults(text.replace(citation.title, "Title")) == [], text
        assert (ACCESSED in text) == ("URL: " in text)
        assert all(" ".join(value.split()) in text for value in (citation.doi, citation.container) if value)
        assert not re.search(r"<|>", re.sub("&[a-z0-9#]+;", "", str(form(citation).html)))


@FORM
def test_golden_references_have_no_faults(form: Callable[[Citation], Reference]) -> None:
    for citation in CASES.values():
        assert faults(form(citation).text.replace(citation.title, "Title")) == []


UNKNOWN: dict[str, object] = {
    "authors": (),
    "editors": (),
    "translators": (),
    "responsibility": "",
    "issued": None,
    "publisher": "",
    "place": "",
    "volume": "",
    "number": "",
    "pages": "",
    "extent": None,
    "series": "",
    "series_number": "",
    "isbn": (),
    "issn": (),
    "doi": "",
    "address": "",
    "formats": (),
}


@FORM
@given(unknown=st.sets(st.sampled_from(sorted(UNKNOWN))), case=st.sampled_from(sorted(CASES)), others=st.booleans())
def test_whatever_is_unknown_is_left_out_cleanly(form: Callable[[Citation], Reference], unknown: set[str], case: str, others: bool) -> None:
    known = {field.name: getattr(CASES[case], field.name) for field in fields(Citation)}
    citation = cited(**{**known, "title": "Заглавие", **{name: UNKNOWN[name] for name in unknown}, "and_others": others})
    text = form(citation).text
    assert faults(text) == []
    assert text.endswith(".")


@FORM
@given(title=texts())
@example(title="<i>&amp;</i>")
@example(title="Что делать?")
def test_any_title_is_read_back(form: Callable[[Citation], Reference], title: str) -> None:
    reference = form(article(**{**RU_JOURNAL, "title": title}))
    assert " ".join(title.split()) in " ".join(reference.text.split())
    assert "<" not in reference.html and ">" not in reference.html


@FORM
@given(text=texts(max_size=60))
@example(text="{0}")
@example(text="Inc.")
def test_any_text_is_escaped(form: Callable[[Citation], Reference], text: str) -> None:
    reference = form(
        book(title="T", authors=(Name(text, text),), publisher=text, place=text, series=text, series_number=text, responsibility=text)
    )
    assert "<" not in reference.html and ">" not in reference.html
    assert " ".join(text.split()) in " ".join(reference.text.split())


@FORM
def test_what_is_not_known_is_not_invented(form: Callable[[Citation], Reference]) -> None:
    assert form(cited()).text == "Заглавие."


def test_a_description_has_no_italics(small_citations: Citations) -> None:
    assert not any("<i>" in form(citation).html for form in FORMS.values() for citation in small_citations.values())


# -- address, DOI and type of content ----------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["https://doi.org/10.1234/a(b)c", "http://dx.doi.org/10.1234/A(B)C", "https://doi.org/10.1234/a%28b%29c"]
)
@FORM
def test_a_doi_is_not_printed_twice(form: Callable[[Citation], Reference], address: str) -> None:
    text = form(cited(doi="10.1234/a(b)c", address=address)).text
    assert "URL" not in text
    assert ACCESSED not in text


@FORM
def test_the_page_about_a_document_is_not_the_document(form: Callable[[Citation], Reference]) -> None:
    assert "URL" not in form(cited(read_here=False)).text
    assert "URL: https://library.example/publications/work/ (" in form(cited(read_here=True)).text


@pytest.mark.parametrize(
    ("known", "content"),
    [
        ({"formats": PRINT}, "Текст : непосредственный"),
        ({"formats": ELECTRONIC}, "Текст : электронный"),
        ({"formats": BOTH}, ""),
        ({"formats": ()}, ""),
        ({"formats": PRINT, "doi": "10.1234/5"}, "Текст : электронный"),
        ({"formats": BOTH, "address": "https://example.org/"}, "Текст : электронный"),
    ],
)
def test_the_type_of_content_is_told_where_it_is_known(known: dict[str, object], content: str) -> None:
    text = gost.full(cited(**known)).text
    assert (content in text) if content else ("Текст" not in text)


def test_a_body_never_heads_a_description() -> None:
    citation = cited(authors=(body("Хаб"),))
    assert (gost.short(citation).text, gost.full(citation).text) == ("Заглавие / Хаб.", "Заглавие / Хаб.")


@pytest.mark.parametrize(
    ("volume", "number", "issue"),
    [
        ("6", "2", "Т. 6, № 2"),
        ("", "2", "№ 2"),
        ("6", "", "Т. 6"),
        ("XII", "1/2", "Т. XII, № 1/2"),
        ("", "спец. вып.", "Спец. вып."),
        ("6", "спец. вып.", "Т. 6, спец. вып."),
        ("", "S1", "№ S1"),
        ("", "", ""),
    ],
)
def test_a_number_has_its_term_unless_it_brings_one(volume: str, number: str, issue: str) -> None:
    assert RUSSIAN.issue(volume, number).replace(NBSP, " ") == issue
