"""Forms of Russian words that Snowball's stemmer parts: it takes the end of a noun for that of a verb (орган, журнал, опыт,
состав), leaves vowels that come and go (уровень, уровня), and parts the classes of verbs (участвовать, участвует).

A word is read as each kind of word that its end allows, and the forms of that kind which have stems of their own are given;
with what grammar has no rule for as groups. After A. A. Zaliznyak's *Грамматический словарь русского языка*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_GROUPS = """
год года лет|гг годы|век веков вв|человек человека человеку человеком люди людьми людей|день дня дню днем дне дни дней дням днями днях
друг друга друзья друзей друзьям|гражданин гражданина граждане граждан гражданам|ребенок ребенка дети детей детям детьми
имя имени именам имен имена|время времени времена временам времен|мать матери матерей|дочь дочери|сын сына сыновья
окно окна окон|число числа чисел|письмо письма писем|звено звена звеньев звенья|сестра сестры сестер|земля земли земель
брат брата братья братьев|лист листа листья листьев|стул стула стулья|наем найма|заем займа займы|палец пальца
образец образца|обычай обычая обычаев|случай случая случае случаев|китай китая китае китаем|уругвай уругвая|парагвай парагвая
чай чая|край края крае краев|урожай урожая|египет египта египте|печать печати|подпись подписи|запись записи|летопись летописи
рукопись рукописи|мораль морали|прием приема приему|объем объема объему|подъем подъема подъему|компьютер компьютера компьютеры
режим режима режиму|кувейт кувейта кувейте кувейту|бруней брунея брунеем|эритрея эритреи эритреей|гвинея гвинеи гвинеей|мальдивы мальдив|век века|статья статьи статей
судья судьи судей|семья семьи семей|идея идеи идей|музей музея музеем музеев|этика этики
высокий высокого высок выше высший высшего высочайший|широкий широкого широк шире широчайший|малый малого меньше меньший меньшего
хороший хорошего лучше лучший лучшего|плохой плохого хуже худший|большой большого больше больший|близкий ближе ближайший ближайшего
краткий краткого кратчайший|мелкий мельчайший|новый нового новейший новейшего|важный важного важнейший важнейшего
крупный крупного крупнейший крупнейшего|ранний раньше|поздний позже|далекий дальше|глубокий глубокого глубже глубочайший
служащий служащего служащие служащих служащ|подходящий подходящего подходящ|настоящий настоящего|руководящий руководящего
идти идет идут идущий шел шла шли|быть будет будут будущий|есть ест едят|мочь может могут мог могла|хотеть хочет хотят
взять возьмет возьмут взял взятый взят|достичь достигнуть достигнет достигнут достиг достигла достигли достигнутый
помочь поможет помогут помог помогла|принять примет примут принял принята принято принятый
понять поймет поймут понял понятый|занять займет займут занял занятый занято|начать начнет начнут начал начато начатый
создать создаст создадут создал создан созданный создана создано|дать даст дадут дал дан данный дана дано
передать передаст передадут передал передан переданный|издать издаст издадут издал издан изданный издана
стать станет станут стал стала стали|остаться останется останутся остался осталась|встать встанет встал
жить живет живут жил жила живущий|пить пьет пьют пил|бить бьет бьют бил
"""
"""Forms that no rule below gives."""

_ROOTS = """
вести ведет ведут вел вела вели веденный веден|нести несет несут нес несла несли несенный несен|везти везет везут вез везла
расти растет растут рос росла росли|йти йдет йдут шел шла шли шедший йденный йден|идти идет идут шел шла шедший
казать кажет кажут казал казанный|писать пишет пишут писал писанный|искать ищет ищут искал|звать зовет зовут звал званный
брать берет берут брал бранный|слать шлет шлют слал сланный|ждать ждет ждут ждал|рвать рвет рвут рвал рванный
давать дает дают давал даваемый|дать даст дадут дал данный дан|ставать стает стают ставал|стать станет станут стал
знавать знает знают знавал|крыть кроет кроют крыл крытый|мыть моет моют мыл мытый|нять нимет нимут нял нятый нят
нять ймет ймут нял нятый|чать чнет чнут чал чатый чат|жать жмет жмут жал жатый|лечь влечет влекут влек влекла|влечь влечет влекут влек влеченный
мереть мрет мерла|переть прет пер|сесть сядет сядут сел|честь чтет чтут чел чла чтенный|смотреть смотрит смотрят смотрел смотренный
висеть висит висят висел|ехать едет едут ехал|быть будет будут был|бить бьет бьют бил битый
лить льет льют лил литый|пить пьет пьют пил|жить живет живут жил житый|стоять стоит стоят стоял
держать держит держат держал держанный|лежать лежит лежат лежал|слышать слышит слышат слышал слышанный|двигать движет движут двигал
"""
"""Roots whose present and past differ; what stands before them is a prefix."""

_PREFIXES = frozenset(
    [
        "по",
        "про",
        "при",
        "пере",
        "вы",
        "в",
        "во",
        "на",
        "за",
        "у",
        "о",
        "об",
        "обо",
        "от",
        "ото",
        "под",
        "подо",
        "с",
        "со",
        "до",
        "из",
        "изо",
        "ис",
        "раз",
        "разо",
        "рас",
        "воз",
        "вос",
        "вз",
        "взо",
        "не",
        "недо",
        "пре",
        "пред",
        "предо",
        "преду",
        "соот",
        "произ",
        "вопро",
        "обна",
        "сопро",
        "распро",
        "повы",
        "подраз",
    ]
)

# -- kinds of words -----------------------------------------------------------------------------

_HARD = "бвгджзклмнпрстфхцчшщ"
_ADJECTIVE = "(?:ый|ий|ая|ое|ые|ие|ого|его|ому|ему|ой|ей|ую|ым|им|ыми|ими|ых|их|ом|ем)"

_NOUN = re.compile(f"^(.*?[аеиоуыэюя].*?[{_HARD}])(а|у|ом|е|ы|и|о|ов|ам|ами|ах|ой|ях|ь|ью|ей|ю|я|ем|ям|ями|)$")
_NO_NOUN = re.compile("(?:[ыи]й|[ое]го|[ое]му|[ыи]х|[ыи]ми?|ую|юю|ая|яя|ое|ее|[иы]е|[аяуе]ет|[ую]т|[^с]ть)$")
"""Ends of adjectives and verbs."""
_LIKE_VERB = re.compile("(?:[аеиыя][лнтв]|[оеаи]м|[ое]в)$")
"""Ends of bare nouns that Snowball takes for those of verbs and of cases."""
_SOFT = frozenset(["ь", "ью", "и", "ей", "ю", "я", "ем", "е", "ям", "ями", "ях"])
_HARD_ONLY = frozenset(["", "а", "у", "ом", "ы", "о", "ов", "ам", "ами", "ах", "ой", "и", "е"])
_OVA = re.compile(
    f"^(.{{2,}})(?:ова(?:ть|л[аио]?|в|вш{_ADJECTIVE}|н[аоы]?|нн{_ADJECTIVE})|у(?:ю|ет|ют|ем|ешь|я|ющ{_ADJECTIVE}|ем{_ADJECTIVE}))$"
)
_PASSIVE = re.compile(f"^(.{{3,}}(?<!ств)(?<!рем))([аея])нн{_ADJECTIVE}$")
_SHORT = re.compile("^(.{4,})([аея])н[аоы]$|^(.{4,})([ея])н$")
_ITI = re.compile(f"^(.{{3,}})(?:ить|ил[аио]?|ит|ят|(?<=[жшщч])ат|ив|ивш{_ADJECTIVE}|ишь|[яа]щ{_ADJECTIVE}|им{_ADJECTIVE})$")
_ETI = re.compile(f"^(.{{2,}}е)(?:ть|ет|ют|ющ{_ADJECTIVE})$")
_NUTI = re.compile("^(.{3,})н(?:уть|ет|ут|ул[аио]?|ув)$")
_OPENED = re.compile(f"^(.{{2,}}[{_HARD}й])к(?:а|и|у|е|ой|ам|ами|ах|о|ом)$")
_SOFTENED = re.compile(f"^(.+[{_HARD}])н(?:я|ю|ем|е|и|ей|ям|ями|ях)$")
_SUPERLATIVE = re.compile(f"^(.{{3,}})ейш{_ADJECTIVE}$")
_SHORTENED = re.compile(f"^(.{{2,}}[{_HARD}])ен$")
_REFLEXIVE = re.compile("(?:ся|сь)$")
_DECLINED = re.compile(f"(?<=[тнмш]){_ADJECTIVE}$")


def _nouns(word: str) -> Iterator[str]:
    """Bare, with a vowel, and in a plural: the ends between which Snowball tells nouns from verbs."""
    match = None if _NO_NOUN.search(word) else _NOUN.match(word)
    if not match:
        return
    base, ending = match.groups()
    if ending or _LIKE_VERB.search(word):
        yield base
        if ending in _SOFT:
            yield from (base + "ь", base + "и")
        if ending in _HARD_ONLY:
            yield base + "ам"
    if ending in ("ов", "ем", "ам", "ом"):  # сист-ем or систем: the word itself may be bare
        yield word + "ам"


def _fleeting(word: str) -> Iterator[str]:
    if match := _SOFTENED.match(word):
        yield match[1] + "ень"
    elif word.endswith("ень") and len(word) > 5:
        yield from (word[:-3] + "ня", word[:-3] + "ней")
    if match := _OPENED.match(word):
        yield match[1].removesuffix("й").removesuffix("ь") + "ек"
    elif word.endswith("ек") and len(word) > 4:
        yield word[:-2] + ("йка" if word[-3] in "аеиоуыэюя" else "ка")


def _adjectives(word: str) -> Iterator[str]:
    if match := _SUPERLATIVE.match(word):
        yield match[1] + "ый"
    elif match := _SHORTENED.match(word):
        yield from (match[1] + "ный", match[1] + "ьный")


def _verbs(word: str) -> Iterator[str]:
    word = _REFLEXIVE.sub("", word)
    if match := _OVA.match(word):
        yield from (match[1] + end for end in ("овать", "ует", "уют", "уем", "уемый", "ованный"))
    elif match := _PASSIVE.match(word):
        base = match[1] + match[2]
        yield from (base + "нный", base + "на", base + "н")
        yield from _infinitives(match[1], match[2])
    elif match := _SHORT.match(word):
        base = (match[1] or match[3]) + (match[2] or match[4])
        yield from (base + "нный", base + "н")
        yield from _infinitives(base[:-1], base[-1])
    elif match := _ITI.match(word):
        yield from (match[1] + "ить", match[1] + ("ат" if match[1][-1] in "жшщч" else "ят"))
        for base in _mutated(match[1]):
            yield from (base + "ен", base + "енный")
    elif match := _ETI.match(word):
        yield from (match[1] + end for end in ("ть", "ет", "ют", "л", "ющий"))
    if match := _NUTI.match(word):
        yield from (match[1] + end for end in ("нуть", "нет", "нут"))


_MUTATED = {
    "с": ("ш",),
    "д": ("ж", "жд"),
    "т": ("ч", "щ"),
    "з": ("ж",),
    "в": ("вл",),
    "п": ("пл",),
    "м": ("мл",),
    "б": ("бл",),
    "ст": ("щ",),
}
_UNMUTATED = {
    "ш": ("с",),
    "ж": ("д", "з"),
    "жд": ("д",),
    "ч": ("т",),
    "щ": ("т", "ст"),
    "вл": ("в",),
    "пл": ("п",),
    "мл": ("м",),
    "бл": ("б",),
}


def _mutated(base: str) -> Iterator[str]:
    """The base of a verb in -ить as it stands before -ен: with -с- повысить, with -ш- повышен."""
    end = base[-2:] if base[-2:] in _MUTATED else base[-1:]
    yield from (base[: -len(end)] + other for other in _MUTATED.get(end, (end,)))


def _infinitives(base: str, vowel: str) -> Iterator[str]:
    if vowel == "е":
        found = [base[: -len(end)] + other for end in (base[-2:], base[-1:]) for other in _UNMUTATED.get(end, ())]
        yield from (each + "ить" for each in [base, *found])


def _rooted(word: str) -> Iterator[str]:
    bare = _REFLEXIVE.sub("", word)
    if bare not in ROOTS and (declined := _DECLINED.sub("ый", bare)) != bare:
        bare = declined
    for at in range(len(bare) - 1):
        if not at or bare[:at] in _PREFIXES:
            for form in ROOTS.get(bare[at:], ()):
                yield bare[:at] + form


def _grouped(lines: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in re.split(r"[|\n]", lines):
        for word in group.split():
            found[word] = found.get(word, ()) + tuple(group.split())
    return found


GROUPS = _grouped(_GROUPS)
ROOTS = _grouped(_ROOTS)
KINDS: tuple[Callable[[str], Iterator[str]], ...] = (_nouns, _fleeting, _adjectives, _verbs, _rooted)


def russian_forms(word: str) -> Iterable[str]:
    """Other forms of a word, those of every kind that it may be; no word of three letters but those of the groups."""
    yield from GROUPS.get(word, ())
    if len(word) > 3:
        for kind in KINDS:
            yield from kind(word)
