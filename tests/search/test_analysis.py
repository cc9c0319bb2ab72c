"""Words are analysed alike at build time and in the browser, and as readers of four languages expect."""

from __future__ import annotations

import gzip
import json
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from amounts import amount
from hypothesis import given
from hypothesis import settings as given_settings
from hypothesis import strategies as st
from library.citations.references.romanisation import romanise
from library.press.shortened import script
from library.search.analysis import Analyser, fold, load_rules, tokens

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "overrides" / "assets" / "javascripts" / "search"
ANALYSIS = ("rules", "letters", "stems", "kazakh", "korean", "likeness", "layouts", "shortened")
RULES = load_rules(SCRIPTS / "rules.js")
RUNNER = Path(__file__).with_name("analysis_runner.js")
LANGUAGES = ("en", "ru", "kk", "ko")
ANALYSERS = {language: Analyser(language, RULES) for language in LANGUAGES}


def in_browser(*calls: tuple[object, ...]) -> list:
    """What the browser's functions give for ``(name, argument, …)``, in order."""
    done = subprocess.run(["node", str(RUNNER)], input=json.dumps(calls), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


Browser = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser's function at a time, in a Node that waits for the next; for many calls at once ``in_browser`` is quicker."""
    with subprocess.Popen(["node", str(RUNNER), "lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as node:

        def call(*name_and_arguments: object) -> Any:
            node.stdin.write(json.dumps([name_and_arguments]) + "\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())[0]

        yield call
        node.stdin.close()


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif value is not None:
        yield str(value)


@pytest.fixture(scope="module")
def all_texts() -> list[str]:
    """Every text of both catalogues, whatever it is for."""
    found: list[str] = []
    for folder in (ROOT / "catalogue", ROOT / "tests" / "small_catalogue" / "catalogue"):
        for path in sorted(folder.rglob("*.yml")):
            found += texts_of(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
        found += [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))]
    return found


@pytest.fixture(scope="module")
def all_words(all_texts: list[str]) -> list[str]:
    return sorted({token for text in all_texts for token in tokens(text)})


# -- letters and words ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("за́мок", "замок"),
        ("й", "й"),
        ("\u0438\u0306", "й"),
        ("ÄÖÜ ß", "aou ss"),
        ("Şğ ñ ı İ", "sg n i i"),
        ("ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі"),
        ("\u1112\u1161\u11ab", "한"),
        ("ＨＲＭ", "hrm"),
        ("don’t ʼ ´ `", "don't ' ' '"),
        ("soft\u00adware", "software"),
        ("one‑stop", "one-stop"),
        ("Łódź Øster", "lodz oster"),
        ("№ ²", "no 2"),
    ],
)
def test_fold_makes_ways_of_writing_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One-stop shops", "one stop onestop shops"),
        ("e-HRM", "e hrm ehrm"),
        ("IT-компания", "it компания itкомпания"),
        ("COVID-19", "covid 19 covid19"),
        ("employees’ work, employee’s", "employees work employee's"),
        ("O'Brien", "o'brien"),
        ("об'єкт", "об єкт"),
        ("ISBN 978-601-7269-99-9, 0-306-40615-X", "isbn 9786017269999 030640615x"),
        ("2409-5532", "2409 5532 24095532"),
        ("OECD국가의 21세기", "oecd 국가의 21 세기"),
        ("e-정부", "e 정부"),
        ("公務員 制度", "公 務 員 制 度"),
        ("10.56289/ijcsrp.156", "10 56289 ijcsrp 156"),
        ("— «…» -", ""),
        ("мемлекеттік қызмет", "мемлекеттік қызмет"),
    ],
)
def test_tokens_are_the_words_in_order(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()


ASSIGNED = st.characters(exclude_categories=("Cn", "Cs", "Co"))
"""Characters of Python's Unicode; the browser's is newer and may know more."""
MIXED = st.text(st.one_of(st.sampled_from("aAbеЁйқҒ가힣ᄒ漢1'’-‑́ .İßΣ"), ASSIGNED), max_size=30)


@given(MIXED)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(MIXED)
def test_a_token_is_its_own_only_token(text: str) -> None:
    assert all(tokens(token) == [token] for token in tokens(text))


@pytest.mark.costly
@given(st.lists(MIXED, min_size=40, max_size=80))
@given_settings(max_examples=amount(6, 500))
def test_the_browser_finds_the_same_words_in_any_text(texts: list[str]) -> None:
    calls = [(name, text) for text in texts for name in ("fold", "tokens")]
    assert in_browser(*calls) == [result for text in texts for result in (fold(text), tokens(text))]


@pytest.mark.slow
def test_the_browser_reads_every_character_alike() -> None:
    assigned = [chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    text = " ".join(f"x{letter}y {letter} б{letter}" for letter in assigned if not "\u4e00" < letter < "\u9ffe")
    assert in_browser(("fold", text), ("tokens", text)) == [fold(text), tokens(text)]


@pytest.mark.costly
def test_the_browser_finds_the_same_words_in_the_catalogue(all_texts: list[str]) -> None:
    assert in_browser(*(("tokens", text) for text in all_texts)) == [tokens(text) for text in all_texts]


@pytest.mark.slow
def test_the_browser_gives_every_word_the_same_stem(all_words: list[str]) -> None:
    # Endings upon endings, so that the deeper rules are passed as well.
    longer = [
        word + ending for word in all_words[::5] for ending in ("s", "isation", "'s", "ами", "ость", "ларының", "дағы", "ғаны", "етін")
    ]
    words = sorted({*all_words, *(word for word in longer if tokens(word) == [word])})
    for language in LANGUAGES:
        stem = ANALYSERS[language].stem
        assert in_browser(*(("stem", word, language) for word in words)) == [stem(word) for word in words]


@pytest.mark.costly
def test_the_browser_skips_the_same_words(all_words: list[str]) -> None:
    for language in LANGUAGES:
        skipped = in_browser(*(("isStopword", word, language) for word in all_words))
        assert skipped == [ANALYSERS[language].is_stopword(word) for word in all_words]
        assert any(skipped)


def test_stop_words_are_written_as_tokens_are() -> None:
    words = [word for lines in RULES["stopWords"].values() for line in lines for word in line.split()]
    assert [token for word in words for token in tokens(word)] == words


@pytest.mark.parametrize(
    ("word", "language"), [("state", "en"), ("may", "en"), ("it", "en"), ("мемлекет", "kk"), ("власть", "ru"), ("정부", "ko")]
)
def test_a_word_that_may_be_a_subject_is_no_stop_word(word: str, language: str) -> None:
    assert not ANALYSERS[language].is_stopword(word)


# -- English and Russian ------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "organisation organization organisations organisational organising organized",
        "behaviour behavior behavioural behavioral",
        "labour labor",
        "centre center centres centers",
        "programme program programmes programs",
        "analyse analyze analysis analysing analyzing",
        "defence defense",
        "counsellor counselor",
        "centralisation centralization centralised",
        "dialogue dialog dialogues",
        "catalogue catalogs cataloguing",
        "judgement judgment",
        "fulfil fulfill",
        "enrolment enrollment",
        "modelling modeling",
        "practise practice",
        "woman women women's",
        "crisis crises",
        "criterion criteria",
        "supervise supervision",
        "employee employees employee's",
        "ageing aging",
        "incentivise incentivize",
        "prioritise prioritize",
        "skilful skillful",
        "paediatric pediatric",
    ],
)
def test_spellings_and_forms_of_an_english_word_share_a_stem(words: str) -> None:
    assert len({ANALYSERS["en"].stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("international", "internal"),
        ("our", "or"),
        ("exercise", "exert"),
        ("hour", "horde"),
        ("promise", "prom"),
        ("contour", "contort"),
    ],
)
def test_different_english_words_keep_their_stems(one: str, other: str) -> None:
    assert ANALYSERS["en"].stem(one) != ANALYSERS["en"].stem(other)


@pytest.mark.parametrize(
    "word", ["exercise", "supervise", "raise", "enterprise", "advertise", "arise", "franchise", "otherwise", "four", "genre"]
)
def test_words_that_only_look_british_are_left(word: str) -> None:
    assert ANALYSERS["en"]._latin.respelt(word) == word


@pytest.mark.parametrize(
    "words",
    [
        "служба службы службе службой",
        "государственный государственная государственного",
        "реформа реформ реформы",
        "Узбекистан Узбекистана Узбекистане Узбекистаном",
        "Казахстан Казахстане",
        "Беларусь Беларуси Беларусью",
        "Корея Кореи Корее Корею",
        "оценка оценок оценки оценкой",
        "рынок рынка рынку",
        "отец отца",
        "лист листа листе",
    ],
)
def test_forms_of_a_russian_word_share_a_stem(words: str) -> None:
    for language in ("ru", "en", "ko"):
        assert len({ANALYSERS[language].stem(word) for word in words.lower().split()}) == 1


@pytest.mark.parametrize("words", ["стан станция", "рус руководство", "срок сорок", "кора корея", "оценка цена"])
def test_words_that_are_not_forms_of_each_other_keep_stems_of_their_own(words: str) -> None:
    assert len({ANALYSERS["ru"].stem(word) for word in words.split()}) == 2


# -- Kazakh ---------------------------------------------------------------------------------

SAME = """
қызмет қызметі қызметін қызметінің қызметке қызметпен қызметте қызметтегі қызметтер қызметтеріне қызметтегілердің
қызметші қызметшілер қызметшілерді қызметшілердің қызметшісі
қызметкер қызметкері қызметкерлердің
мемлекет мемлекетінің мемлекеттер мемлекеттерде мемлекеттердегі мемлекеттің мемлекетіміз
мемлекеттік мемлекеттігі
кітап кітабы кітабына кітаптар кітапты кітапқа
басқару басқарудың басқаруға басқаруды басқарудағы басқарады басқарған басқаратын басқарылады
басқарушылық басқарушылығы
бағалау бағалаудың бағалауды бағалайды бағаланады бағаланған бағаланатын
зерттеу зерттеулер зерттеуінің зерттелген зерттеген
көрсету көрсетеді көрсетілетін көрсетілген көрсеткен
даму дамуы дамуын дамуға дамыған
ел елі елдер елдің елдерінде елдеріндегі еліміз еліміздің
іс ісі істер істеріне іске
заң заңы заңдар заңның заңға
сала саласы саланың салалар саласындағы саладағы
орган органы органдар органының органдарындағы органға
орын орны орнында орындар орынға
халық халқы халқының халықтың халыққа халықпен
құқық құқығы құқықтары құқығының
жұмыс жұмысы жұмысының жұмысқа жұмыстар
өзгеріс өзгерістер өзгерістерді
кеңес кеңесі кеңестің
баға бағасы бағаны бағалар
тұлға тұлғаның тұлғаны тұлғалар
қабілет қабілеті қабілетін қабілеттер
процесс процесі процестер процестің
модель моделі модельдер модельдің
педагог педагогы педагогтар
тәртіп тәртібі тәртібін тәртіптер
қауіп қауіпі қауіптер қаупі
жоспар жоспары жоспарлардағы
бюджет бюджеті бюджеттің бюджеттен
университет университеті университеттерінде
инновация инновациялар инновациясы инновацияларды
министрлік министрлігі министрлігінің
әкімшілік әкімшілігі әкімшілігіндегі
Қазақстан Қазақстанның Қазақстанда Қазақстандағы Қазақстанды Қазақстаннан
Қырғызстан Қырғызстандағы Қырғызстанда Қырғызстанның
Өзбекстан Өзбекстаннан Өзбекстанға Өзбекстанның
Тәжікстан Тәжікстанның
Әзербайжан Әзербайжанның Әзербайжанмен
Грузия Грузияның Грузияда Грузиядағы
Ресей Ресейдің Ресейде Ресейдегі
Корея Кореяның Кореяда
Беларусь Беларусьтің Беларусьте Беларусьтегі
Украина Украинаның Украинада
Канада Канаданың
Қытай Қытайдың Қытайдағы
"""
APART = """
қызмет қызметші
қызмет қызметкер
қызметші қызметкер
мемлекет мемлекеттік
басқару басқарма
басқарушы басқарушылық
қолдану қолдау
қолдану қолданба
тиімді тиімсіз
тиімді тиімділік
құрылым құру
құрал құру
орталық орта
өзге өзгеріс
білім білік
есеп ес
саясат саяси
заң зат
қазақ қазақстан
өзбек өзбекстан
шығыс шығу
шығын шығу
соғыс соғу
сауда сау
пайда пай
гендер ген
тұлға тұл
баға бағалау
реформа реформалау
арна арналған
жауап жауапкершілік
негіз негізгі
елдік ел
орган орын
қала қалу
жоба жобалық
талап талай
"""


def stems(line: str) -> list[str]:
    return [ANALYSERS["kk"].stem(fold(word)) for word in line.split()]


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_forms_of_a_kazakh_word_share_a_stem(line: str) -> None:
    assert len(set(stems(line))) == 1, stems(line)


@pytest.mark.parametrize("line", APART.strip().splitlines())
def test_different_kazakh_words_keep_their_stems(line: str) -> None:
    one, other = stems(line)
    assert one != other


@pytest.mark.parametrize("line", APART.strip().splitlines())
def test_different_kazakh_words_are_not_filed_together(line: str) -> None:
    one, other = line.split()
    for asked, filed in ((one, other), (other, one)):
        assert ANALYSERS["kk"].stem(asked) not in dict(ANALYSERS["kk"].terms(filed))


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("кітабы", "кітап"),
        ("басқарушылығы", "басқарушылық"),
        ("халқы", "халық"),
        ("орнында", "орын"),
        ("елдеріндегі", "ел"),
        ("жылғы", "жыл"),
        ("команда", "команда"),
        ("пошта", "пошта"),
        ("екі", "екі"),
        ("су", "су"),
    ],
)
def test_a_kazakh_stem_is_the_word_where_the_letters_tell(word: str, stem: str) -> None:
    assert ANALYSERS["kk"].stem(word) == stem


@given(st.text("аәбгғдеиікқлмнңоөпрстуұүшы", min_size=1, max_size=14))
def test_a_kazakh_stem_is_never_empty_nor_longer_by_much(word: str) -> None:
    assert 0 < len(ANALYSERS["kk"].stem(word)) <= len(word) + 1


# -- Korean ---------------------------------------------------------------------------------


def test_a_korean_word_stands_under_each_of_its_ends() -> None:
    assert ANALYSERS["ko"].terms("기후변화를") == [("기후변화를", 1.0), ("후변화를", 0.6), ("변화를", 0.6), ("화를", 0.6)]
    assert ANALYSERS["ko"].terms("정부") == [("정부", 1.0)]
    assert ANALYSERS["kk"].terms("кітабы") == [("кітап", 1.0)]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("공무원은", "공무원"),
        ("공무원들에게는", "공무원"),
        ("정책을", "정책"),
        ("정부의", "정부"),
        ("한국에서", "한국"),
        ("평가와", "평가"),
        ("방법으로", "방법"),
        ("사회적으로", "사회"),
        ("디지털로", "디지털"),
        ("개혁하는", "개혁"),
        ("국가란", "국가"),
        ("관리했다", "관리"),
        ("정부부터", "정부"),
        ("개혁이란", "개혁"),
    ],
)
def test_a_korean_word_loses_its_particles(word: str, form: str, browser: Browser) -> None:
    assert form in browser("withoutParticle", word)


@pytest.mark.parametrize("word", ["전문가", "평가", "정부", "reform", "реформа", "국가"])
def test_what_is_no_particle_stays(word: str, browser: Browser) -> None:
    assert browser("withoutParticle", word) == []


def test_particles_fall_one_after_the_other(browser: Browser) -> None:
    assert browser("withoutParticle", "정부에서는") == ["정부에서", "정부"]


# -- writing in another script ------------------------------------------------------------------

ALIKE = """
государственная gosudarstvennaya gosudarstvennaja gosudarstvennaia
мемлекеттік memlekettik memlekettık
Қазақстан Kazakhstan Qazaqstan Казахстан Kazahstan
Байменов Baimenov Baymenov Bajmenov
Жусупова Zhussupova Jusupova Zhusupova
Хасанов Khassanov Hasanov Khasanov
қызмет qyzmet kyzmet qızmet
жүйе zhuye jüie juye
ғылым gylym ghylym ğylym
Щербаков Shcherbakov Scherbakov
Тоқаев Tokayev Tokaev Toqaev
Александр Aleksandr Alexandr
Ахметов Akhmetov Ahmetov Axmetov
Жамбыл Zhambyl Jambyl Джамбыл Dzhambyl
өңір onir öñir ongir
экономика ekonomika
цифрландыру tsifrlandyru cifrlandyru
Қырғызстан Kyrgyzstan Кыргызстан Qyrgyzstan
Дәурен Dauren Dawren Däuren
"""


@pytest.mark.parametrize("line", ALIKE.strip().splitlines())
def test_ways_to_romanise_a_word_give_one_key(line: str, browser: Browser) -> None:
    keys = [browser("skeleton", word) for word in line.split()]
    assert len(set(keys)) == 1, keys


@pytest.mark.parametrize(("one", "other"), [("реформа", "форма"), ("Karimov", "Kasymov"), ("закон", "сакон"), ("служба", "дружба")])
def test_different_words_have_different_keys(one: str, other: str, browser: Browser) -> None:
    assert browser("skeleton", one) != browser("skeleton", other)


def test_what_has_neither_alphabet_has_no_key(browser: Browser) -> None:
    assert browser("skeleton", "정부") == browser("skeleton", "") == ""


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_references_in_latin_letters_have_the_keys_of_their_words(language: str, all_words: list[str]) -> None:
    kazakh = set("әғқңөұүһі")
    words = [word for word in all_words if all("а" <= letter <= "я" or letter in kazakh for letter in word)]
    cyrillic = [word for word in words if bool(kazakh & set(word)) == (language == "kk")]
    keys = in_browser(*(("skeleton", word) for word in cyrillic))
    romanised = in_browser(*(("skeleton", romanise(word, language)) for word in cyrillic))
    unlike = [(word, romanise(word, language)) for word, key, other in zip(cyrillic, keys, romanised) if key != other]
    # Latin letters do not always tell (Kazakh уәж, Russian схема); all but a few do.
    assert len(unlike) <= len(cyrillic) // 100, unlike[:20]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ujcelfhcndtyyfz", "государственная"),
        ("rhdandnjs", "공무원"),
        ("wjdcor", "정책"),
        ("сшмшд", "civil"),
        ("ㅎㅐㅐㅇ", "good"),
        ("ㅊㅑ퍄ㅣ", "civil"),
        ("vtvktrtn", "мемлекет"),
        ("ekfr", "닭"),
        ("ekfrdl", "닭이"),
        ("dhksfy", "완료"),
        ("dhlrnr", "외국"),
        ("tkfkd", "사랑"),
        ("rkqt", "값"),
        ("qkfrek", "밝다"),
    ],
)
def test_a_word_typed_on_another_layout_is_read(typed: str, meant: str, browser: Browser) -> None:
    assert meant in browser("otherLayouts", typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ujcelfhcndtyyfz cke;,f", "государственная служба"),
        ("vtvktrtnn3r 0spvtn", "мемлекеттік қызмет"),
        ("-43h", "өңір"),
        ("2021 ujl", "2021 год"),
        ("rhdandnjs dbsfl", "공무원 윤리"),
        ("Rnadmf", "꿈을"),
        ("Wjdqn", "정부"),
        ("сшмшд ыукмшсу", "civil service"),
        ("ntcn vs[fys", "тест мыханы"),
    ],
)
def test_a_query_typed_on_another_layout_is_read(typed: str, meant: str, browser: Browser) -> None:
    assert meant in browser("otherLayoutsOfQuery", typed)


@pytest.mark.parametrize("query", ["", "   ", "2021", "!!! ???", "정부 reform-2"])
def test_what_no_layout_gives_is_not_guessed(query: str, browser: Browser) -> None:
    assert browser("otherLayoutsOfQuery", query) == []


@pytest.mark.costly
@given(st.lists(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6), min_size=20, max_size=40))
@given_settings(max_examples=amount(5, 500))
def test_hangul_typed_as_latin_and_back_is_the_same(words: list[str]) -> None:
    # Keys of doubled consonants are lost where the shift key was; those words are left out.
    keys = in_browser(*(("otherLayouts", word) for word in words))
    back = in_browser(*(("otherLayouts", typed[0] if typed else "") for typed in keys))
    plain = [not set(unicodedata.normalize("NFD", word)) & set("\u1101\u1104\u1108\u110a\u110d\u1164\u1168\u11a9\u11bb") for word in words]
    assert all(word in read for word, read, sure in zip(words, back, plain) if sure)


# -- distance ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "limit", "steps"),
    [
        ("reform", "reform", 2, 0),
        ("reform", "refrom", 2, 1),
        ("reform", "rform", 2, 1),
        ("reform", "reforms", 2, 1),
        ("kitten", "sitting", 3, 3),
        ("kitten", "sitting", 2, 3),
        ("ca", "abc", 3, 3),
        ("", "ab", 2, 2),
        ("정책", "정첵", 2, 1),
        ("정책", "저책", 2, 1),
        ("공무원", "곰무원", 2, 1),
        ("a", "abcdefgh", 2, 3),
    ],
)
def test_distance_counts_the_slips(one: str, other: str, limit: int, steps: int, browser: Browser) -> None:
    assert browser("distance", one, other, limit) == browser("distance", other, one, limit) == steps


WORD = st.text("abcа가각", max_size=7)


@pytest.mark.costly
@given(st.lists(st.tuples(WORD, WORD, st.integers(0, 4)), min_size=30, max_size=60))
@given_settings(max_examples=amount(8, 500))
def test_distance_is_that_of_the_whole_table_or_above_the_limit(pairs: list[tuple[str, str, int]]) -> None:
    assert in_browser(*(("distance", *pair) for pair in pairs)) == [min(_distance(one, other), limit + 1) for one, other, limit in pairs]


def _distance(one: str, other: str) -> int:
    """Optimal string alignment by the definition, without stopping early."""
    a, b = (unicodedata.normalize("NFD", word) for word in (one, other))
    table = {(row, 0): row for row in range(len(a) + 1)} | {(0, column): column for column in range(len(b) + 1)}
    for row in range(1, len(a) + 1):
        for column in range(1, len(b) + 1):
            steps = [table[row - 1, column] + 1, table[row, column - 1] + 1, table[row - 1, column - 1] + (a[row - 1] != b[column - 1])]
            if row > 1 and column > 1 and a[row - 2 : row] == b[column - 2 : column][::-1]:
                steps.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(steps)
    return table[len(a), len(b)]


# -- what the scripts weigh -----------------------------------------------------------------------


def test_the_scripts_stay_small() -> None:
    assert _packed(SCRIPTS / f"{name}.js" for name in ANALYSIS) < 10 * 1024
    for path in sorted((SCRIPTS / "stemmers").glob("*.js")):
        assert _packed([path]) < 6 * 1024


def _packed(paths: Iterable[Path]) -> int:
    """Bytes over the wire, without the comments for those who read the source."""
    return sum(len(gzip.compress(script(path.read_text("utf-8")).encode(), 9)) for path in paths)
