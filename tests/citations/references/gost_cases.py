"""Citations made for references by GOST, and the golden references that they have."""

from __future__ import annotations

from dataclasses import fields

import pytest
from catalogues import TESTS
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.references import gost
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
