"""The order of titles and names, held against ICU through Node."""

from __future__ import annotations

import functools
import itertools
import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.words.collation import initial, sort_key

KAZAKH = [
    "Әлем",
    "Алем",
    "Абай",
    "Әбу",
    "Айна",
    "Әйел",
    "Ана",
    "Әнші",
    "Баға",
    "Бөлім",
    "Ғылым",
    "Гүл",
    "Гауһар",
    "Ғалам",
    "Дала",
    "Егін",
    "Ел",
    "Ёлка",
    "Жаңа",
    "Жер",
    "Зерттеу",
    "Зәкір",
    "Из",
    "Иса",
    "Игі",
    "Іс",
    "Ін",
    "Ілім",
    "Қазақ",
    "Құқық",
    "Қала",
    "Кала",
    "Кітап",
    "Көл",
    "Қол",
    "Лала",
    "Мемлекет",
    "Наз",
    "Ңағыз",
    "Нан",
    "Оқу",
    "Өмір",
    "Олжа",
    "Өзен",
    "Ому",
    "Пайда",
    "Рухани",
    "Сала",
    "Тіл",
    "Ұлт",
    "Үкімет",
    "Ура",
    "Ұя",
    "Үй",
    "Уақыт",
    "Фонд",
    "Хал",
    "Һәм",
    "Ханым",
    "Цирк",
    "Чек",
    "Шаңырақ",
    "Щит",
    "Ыдыс",
    "Іні",
    "Ысу",
    "Ізгі",
    "Эра",
    "Юрта",
    "Яблоко",
    "әлем",
    "ғылым",
    "қазақ",
    "өмір",
    "үкімет",
    "һәм",
    "іс",
]
RUSSIAN = [
    "ёж",
    "еж",
    "Ёж",
    "Еж",
    "елка",
    "ёлка",
    "Елка",
    "Ёлка",
    "елки",
    "ёлки",
    "ели",
    "Ельник",
    "Ёмкость",
    "емкость",
    "если",
    "Жук",
    "Дом",
    "ещё",
    "еще",
    "Ещё",
    "Берег",
    "берёг",
    "береги",
    "все",
    "всё",
    "Всё",
    "Все",
    "всем",
    "Йод",
    "йод",
    "Иод",
    "иод",
    "Игра",
    "игра",
    "Икра",
    "Яблоко",
    "яблоко",
    "Ябеда",
    "Ягода",
    "Анна",
    "анна",
    "Аня",
    "Борис",
    "бор",
    "Бор",
    "бора",
    "Въезд",
    "Вьюга",
    "Объём",
    "Объем",
    "объект",
    "подъезд",
    "Щука",
    "Шум",
    "Чай",
    "Цирк",
    "Эхо",
    "Юг",
    "Ыр",
    "Ъ",
    "Ь",
    "Ы",
    "Э",
    "Мир",
    "мир",
    "Мiр",
    "Небо",
    "нёбо",
    "небо",
    "мёд",
    "мед",
    "медь",
    "мёда",
    "меда",
]
KOREAN = [
    "가",
    "각",
    "간",
    "갈",
    "감",
    "강",
    "개",
    "거",
    "공무원",
    "공무원제도",
    "공직",
    "교육",
    "교육훈련",
    "국가",
    "까",
    "꽃",
    "나라",
    "나무",
    "다리",
    "따뜻",
    "라디오",
    "마음",
    "바다",
    "빠르다",
    "사람",
    "쌀",
    "아이",
    "원스톱",
    "윤리",
    "인사",
    "자료",
    "짜다",
    "차",
    "카드",
    "타자",
    "파도",
    "하늘",
    "한국",
    "한글",
    "힣",
    "값",
    "갑",
    "갓",
]
LATIN = [
    "apple",
    "Apple",
    "APPLE",
    "zebra",
    "Zebra",
    "email",
    "Émile",
    "Emile",
    "emile",
    "émile",
    "Eva",
    "Éva",
    "evá",
    "eva",
    "naive",
    "naïve",
    "Naive",
    "Naïve",
    "resume",
    "résumé",
    "Resume",
    "Résumé",
    "resumé",
    "coop",
    "zoo",
    "Ångström",
    "Angstrom",
    "angstrom",
    "Ostrava",
    "Östrava",
    "ostrava",
    "Zürich",
    "Zurich",
    "zurich",
    "cote",
    "coté",
    "côte",
    "côté",
    "Cote",
    "Coté",
    "Côte",
    "Côté",
    "a",
    "A",
    "b",
    "B",
    "aa",
    "Aa",
    "AA",
    "ab",
]


@functools.cache
def icu_order(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The words as ICU's collator for the language sorts them."""
    script = (
        "const words = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        f"process.stdout.write(JSON.stringify(words.sort(new Intl.Collator('{language}', {{numeric: true}}).compare)));"
    )
    done = subprocess.run(["node", "-e", script], input=json.dumps(words), capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))


def our_order(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: sort_key(word, language)))


def words(known: list[str], language: str) -> tuple[str, ...]:
    """Each word once, in an order that is neither alphabet's.

    In lists of other languages than Kazakh the letters і and ұ stand where the Kazakh
    alphabet has them (see ``collation``); ICU's root has і after и and ұ after ү, so words
    with them are left out there.
    """
    chosen = {word for word in known if language == "kk" or not set(word.lower()) & set("іұ")}
    return tuple(sorted(chosen, key=lambda word: (word[::-1], word)))


def test_node_sorts_by_the_rules_of_each_language() -> None:
    # Without its full data ICU would sort all languages by the root's rules, and every test here be worth little.
    script = "process.stdout.write(JSON.stringify(Intl.Collator.supportedLocalesOf(['en', 'ru', 'kk', 'ko'])))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["en", "ru", "kk", "ko"]


@pytest.mark.parametrize(
    ("language", "known"),
    [
        pytest.param("kk", KAZAKH, id="kk"),
        pytest.param("ru", RUSSIAN, id="ru"),
        pytest.param("ko", KOREAN, id="ko"),
        pytest.param("en", LATIN, id="en"),
    ],
)
def test_words_of_a_language_stand_in_icu_order(language: str, known: list[str]) -> None:
    chosen = words(known, language)
    assert our_order(chosen, language) == icu_order(chosen, language)


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_words_of_all_scripts_mixed_stand_in_icu_order(language: str) -> None:
    chosen = words(KAZAKH + RUSSIAN + KOREAN + LATIN, language)
    assert our_order(chosen, language) == icu_order(chosen, language)


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_the_words_of_the_librarys_titles_stand_in_icu_order(kept_catalogue, language: str) -> None:
    titles = [text for placed in kept_catalogue.works.values() for text in placed.work.title.values()]
    found = {word for text in titles for word in text.split() if word.isalpha()}
    chosen = words(sorted(found), language)
    assert len(chosen) > 1_000
    assert our_order(chosen, language) == icu_order(chosen, language)


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_kazakh_letters_stand_in_their_own_alphabets_order_in_every_list(language: str) -> None:
    alphabet = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    assert "".join(sorted(set(alphabet), key=lambda letter: sort_key(letter, language))) == alphabet


def test_yo_is_a_letter_of_its_own_in_kazakh_and_a_kind_of_ye_in_russian() -> None:
    pair = ["ель", "ёж"]
    assert sorted(pair, key=lambda word: sort_key(word, "ru")) == ["ёж", "ель"]
    assert sorted(pair, key=lambda word: sort_key(word, "kk")) == ["ель", "ёж"]


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_titles_under_one_letter_stand_together(language: str) -> None:
    letters = [initial(word, language) for word in our_order(tuple(KAZAKH + RUSSIAN + KOREAN + LATIN), language)]
    runs = [letter for letter, _ in itertools.groupby(letters)]
    assert len(runs) == len(set(runs)), runs


def test_a_kazakh_title_stands_where_its_alphabet_has_it(small_catalogue) -> None:
    titles = [placed.work.title["kk"] for placed in small_catalogue.works.values()]
    ordered = sorted(titles, key=lambda title: sort_key(title, "kk"))
    # By code point Ә would come after Я, and Ғ before it.
    assert ordered.index("Әлемнің мемлекеттік қызметі") < ordered.index("Бір терезе: кейс-стади") < ordered.index("Ғылым және мемлекет")
    assert ordered.index("Ғылым және мемлекет") < ordered.index("Елдік профиль: Норвегия")


def test_brackets_and_quotes_count_for_nothing() -> None:
    titles = ["[Базовое исследование]", "«Баланс»", "Берег", '"Бор"', "(Буква)"]
    assert sorted(set(titles), key=lambda title: sort_key(title, "ru")) == titles


def test_digits_come_before_letters() -> None:
    assert min(["Aa", "21st century", "가", "Яя"], key=lambda title: sort_key(title, "en")) == "21st century"


def test_a_shorter_title_stands_before_the_same_with_more_words() -> None:
    titles = ["Public service", "Public service delivery", "Public services", "Publications"]
    assert sorted(set(titles), key=lambda title: sort_key(title, "en")) == titles


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Әлем", "Ә"),
        ("ғылым", "Ғ"),
        ("Яблоко", "Я"),
        ("Ёлка", "Е"),
        ("ёлка", "Е"),
        ("Йод", "Й"),
        ("[Базовое]", "Б"),
        ("«Открыто»", "О"),
        ("Émile", "E"),
        ("zebra", "Z"),
        ("가나", "ㄱ"),
        ("까치", "ㄱ"),
        ("힣", "ㅎ"),
        ("싸움", "ㅅ"),
        ("21st century", "#"),
        ("", "#"),
        ("— Да", "Д"),
        ("e-HRM", "E"),
        ("😀 Smile", "S"),
    ],
)
def test_a_title_stands_under_its_first_letter(text: str, letter: str) -> None:
    assert initial(text, "ru") == letter


@pytest.mark.parametrize("text", ["Ωμέγα", "Ωmega", "საქართველო A", "日本 Japan", "العربية Arabic"])
def test_a_title_in_a_script_without_an_alphabet_here_stands_apart(text: str) -> None:
    assert initial(text, "en") == "#"


@given(st.lists(st.text(max_size=20), max_size=8), st.sampled_from(["en", "ru", "kk", "ko"]))
def test_any_texts_have_one_order(texts: list[str], language: str) -> None:
    def ordered(some: list[str]) -> list[str]:
        return sorted(some, key=lambda text: sort_key(text, language))

    assert ordered(texts) == ordered(texts[::-1])


@given(st.text(max_size=20), st.sampled_from(["en", "ru", "kk", "ko"]))
def test_any_text_has_an_initial(text: str, language: str) -> None:
    assert len(initial(text, language)) >= 1


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_numbers_stand_by_their_value(language: str) -> None:
    titles = [
        "2 days",
        "10 years",
        "Volume",
        "Volume 1",
        "Volume 2",
        "Volume 2, part 3",
        "Volume 9",
        "Volume 10",
        "Volume 20",
        "Volume 100",
    ]
    assert sorted(set(titles), key=lambda title: sort_key(title, language)) == titles
