"""Cyrillic in Latin letters: the tables letter by letter, capitals, and any text."""

from __future__ import annotations

import unicodedata

import iuliia
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from library.citations.references.romanisation import is_cyrillic, romanise

LANGUAGES = st.sampled_from(["ru", "kk", "kk-KZ", "ky", "tg", "uk", "be", "mn", ""])


# -- the tables ------------------------------------------------------------------------------


def test_every_letter_of_the_russian_alphabet_is_as_journals_print_it() -> None:
    assert [romanise(letter, "ru") for letter in "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"] == [
        "a",
        "b",
        "v",
        "g",
        "d",
        "e",
        "e",
        "zh",
        "z",
        "i",
        "i",
        "k",
        "l",
        "m",
        "n",
        "o",
        "p",
        "r",
        "s",
        "t",
        "u",
        "f",
        "kh",
        "ts",
        "ch",
        "sh",
        "shch",
        '"',
        "y",
        "'",
        "e",
        "yu",
        "ya",
    ]


def test_russian_letters_are_those_of_another_table_of_bs_2979() -> None:
    """Letter by letter only: iuliia makes -y of a final -ий, and does not know words in capitals."""
    alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    for letter in alphabet + alphabet.upper():
        assert romanise(letter, "ru") == iuliia.BS_2979_ALT.translate(letter)


def test_every_letter_of_the_official_kazakh_alphabet_has_its_latin_one() -> None:
    pairs = dict(zip("АӘБДЕФГҒХҺІИЙЖКЛМНҢОӨПҚРСШТУҰҮВЫЗ", "AÄBDEFGĞHHIİİJKLMNÑOÖPQRSŞTUŪÜVYZ"))
    assert {letter: romanise(letter, "kk") for letter in pairs} == pairs
    assert len(set(pairs.values())) == 31


@pytest.mark.parametrize(
    ("small", "capital", "made"), [("і", "І", "ıI"), ("и", "И", "iİ"), ("й", "Й", "iİ"), ("ы", "Ы", "yY"), ("ұ", "Ұ", "ūŪ")]
)
def test_a_kazakh_i_keeps_its_dot_or_lack_of_it(small: str, capital: str, made: str) -> None:
    assert romanise(small + capital, "kk") == made


@pytest.mark.parametrize(
    ("text", "language", "latin"),
    [
        ("Қазақстан Республикасы", "kk", "Qazaqstan Respublikasy"),
        ("Бұрыңғы өткен заманда, бір данышпан кісі", "kk", "Būryñğy ötken zamanda, bır danyşpan kısı"),
        ("қорқып, — «Бұл маған келген бала» үйіне", "kk", "qorqyp, — «Būl mağan kelgen bala» üiıne"),
        ("ащы, тұщы", "kk", "aşşy, tūşşy"),
        ("Якорь, Ёлка, Юрист, цирк, чек, объект, эссе", "kk", "İakor, İolka, İurist, tsirk, tşek, obekt, esse"),
        (
            "Формирование профессиональных компетенций будущих педагогов",
            "ru",
            "Formirovanie professional'nykh kompetentsii budushchikh pedagogov",
        ),
        ("Международный журнал", "ru", "Mezhdunarodnyi zhurnal"),
        ("Достоевский", "ru", "Dostoevskii"),
        ("подъезд", "ru", 'pod"ezd'),
        ("Әл-Фараби", "ru", "Äl-Farabi"),
        ("Қырғыз тілі", "ky", "Qyrğyz tili"),
        ("Тоҷикистон, забони тоҷикӣ, Ӯзбекистон", "tg", "Tojikiston, zaboni tojikī, Ūzbekiston"),
        ("Беларусь, Мінск, Быкаў", "be", "Belarus', Minsk, Bykaŭ"),
        ("Україна, Європа, ґанок", "uk", "Ukraina, Ievropa, ganok"),
        ("Улаанбаатар, Өвөр", "mn", "Ulaanbaatar, Övör"),
    ],
)
def test_words_are_written_as_expected(text: str, language: str, latin: str) -> None:
    assert romanise(text, language) == latin


# -- capitals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Щука", "Shchuka"),
        ("ЩУКА", "SHCHUKA"),
        ("ЦОН", "TSON"),
        ("ЦОНы", "TSONy"),
        ("США", "SSHA"),
        ("ПЛАЩ", "PLASHCH"),
        ("Я", "Ya"),
        ("Ю. Я.", "Yu. Ya."),
        ("Ю.Я.", "Yu.Ya."),
        ("СЕМЬЯ", "SEM'YA"),
        ("HR-Центр", "HR-Tsentr"),
        ("ИТЦ", "ITTS"),
        ("НИИ «Ясень»", "NII «Yasen'»"),
        ("ЩЁ", "SHCHE"),
        ("щЁ", "shchE"),
        ("XЮ", "XYU"),
        ("Ю́НЕСКО", "YÚNESKO"),
    ],
)
def test_a_large_letter_is_as_large_as_its_word(text: str, latin: str) -> None:
    assert romanise(text, "ru") == latin


@pytest.mark.parametrize(
    ("text", "latin"), [("ЮНЕСКО", "İUNESKO"), ("Юрист", "İurist"), ("ЩИТ", "ŞŞİT"), ("ІСКЕР", "ISKER"), ("Іскер", "Isker")]
)
def test_a_large_kazakh_letter_is_as_large_as_its_word(text: str, latin: str) -> None:
    assert romanise(text, "kk") == latin


# -- what is not Cyrillic, marks -----------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "Reform 2.0", "e\u0301te\u0301", "국가공무원", "«—» № 5 😀", "日本 ﷺ \u202e", "ǅ İ ı ß"])
def test_what_is_not_cyrillic_stays_as_it_is(text: str) -> None:
    assert not is_cyrillic(text)
    assert romanise(text, "ru") == romanise(text, "kk") == text


def test_marks_are_composed_first() -> None:
    assert romanise(unicodedata.normalize("NFD", "йод, ёж"), "ru") == "iod, ezh"
    assert romanise("за\u0301мок", "ru") == "zámok"


def test_a_kazakh_sign_alone_is_not_lost() -> None:
    assert romanise("Ь", "kk") == "'"
    assert romanise("объ", "kk") == "ob"


# -- any text ----------------------------------------------------------------------------------

MIXED = st.text(st.one_of(st.characters(min_codepoint=0x400, max_codepoint=0x52F), st.characters(exclude_categories=("Cs",))), min_size=1)


@given(text=MIXED, language=LANGUAGES)
@example(text="\u2de0\ua640\U0001e030ᲀꙮ", language="ru")
def test_no_cyrillic_letter_is_left(text: str, language: str) -> None:
    made = romanise(text, language)
    assert [letter for letter in made if letter.isalpha() and unicodedata.name(letter, "").startswith("CYRILLIC")] == []
    assert not is_cyrillic(made)
    assert made


@given(text=MIXED, language=LANGUAGES, again=LANGUAGES)
def test_romanising_twice_is_romanising_once(text: str, language: str, again: str) -> None:
    made = romanise(text, language)
    assert romanise(made, again) == made


@given(words=st.lists(st.text("абвЩюяӘіҰ", min_size=1, max_size=8), min_size=1, max_size=5), language=st.sampled_from(["ru", "kk"]))
def test_words_are_romanised_one_by_one(words: list[str], language: str) -> None:
    assert romanise(" ".join(words), language).split() == [romanise(word, language) for word in words]


@given(text=st.text("абвгдежзщюя ,.«»", min_size=1), language=LANGUAGES)
def test_a_text_in_capitals_is_the_capitals_of_its_small_letters(text: str, language: str) -> None:
    kazakh = language.startswith("kk")
    small = romanise(text, language)
    loud = romanise(text.upper(), language)
    if all(len(word) > 1 for word in text.replace(",", " ").replace(".", " ").replace("«", " ").replace("»", " ").split()):
        assert loud == (small.replace("i", "İ") if kazakh else small).upper()
