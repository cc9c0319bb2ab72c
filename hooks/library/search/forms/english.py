"""Forms of English words that no ending tells: irregular verbs and nouns, comparatives."""

from __future__ import annotations

import re

_VERBS = """
arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|blow blew blown
break broke broken|breed bred|bring brought|broadcast broadcasted|build built|burn burnt|buy bought|catch caught|choose chose chosen
come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forecast forecasted|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|learn learnt|lend lent
lose lost|make made|mean meant|meet met|mislead misled|misunderstand misunderstood|overcome overcame|oversee oversaw overseen
overtake overtook overtaken|pay paid|prove proven|rebuild rebuilt|repay repaid|ride rode ridden|ring rang rung|rise rose risen
run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk
sing sang sung|sit sat|sleep slept|speak spoke spoken|spell spelt|spend spent|spin spun|stand stood|steal stole stolen|stick stuck
strike struck stricken|strive strove striven|swear swore sworn|swim swam|take took taken|teach taught|tell told|think thought|throw threw thrown
undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn
weave wove woven|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|rewrite rewrote rewritten
"""
"""Principal parts. A part that is more often another word is out: left, the side; found, that of founders, stays, since it finds more."""

_NOUNS = """
person people|life lives|basis bases|analysis analyses|business businesses|businessman businessmen|businesswoman businesswomen
child children|man men|woman women|foot feet|tooth teeth|goose geese|mouse mice|wife wives|knife knives|half halves|shelf shelves
self selves|thief thieves|leaf leaves|wolf wolves|datum data|medium media|curriculum curricula|memorandum memoranda|referendum referenda
symposium symposia|forum fora|formula formulae|bacterium bacteria|stratum strata|stimulus stimuli|nucleus nuclei|alumnus alumni
focus foci|syllabus syllabi|corpus corpora|index indices|appendix appendices|matrix matrices|axis axes|oasis oases|synthesis syntheses
emphasis emphases|parenthesis parentheses|diagnosis diagnoses|thesis theses|spokesman spokesmen|chairman chairmen|ombudsman ombudsmen
statesman statesmen|policeman policemen|layman laymen|workman workmen|craftsman craftsmen|freshman freshmen|serviceman servicemen
countryman countrymen|salesman salesmen|ox oxen|penny pence
"""

_COMPARED = """
good better best|bad worse worst|far farther farthest|little less least|much more most
"""

_ADJECTIVES = (
    "big bright broad busy cheap clean clear clever close cold cool dark deep dry early easy fair fast few fine firm flat fresh full great "
    "happy hard healthy heavy high hot kind large late light long loud low narrow near new nice old poor quick quiet rich safe sharp short "
    "simple slow small smart smooth soft strong sweet tall thick thin tight tough warm weak wealthy wide wise young"
)
"""Those that are compared by -er and -est, where the forms are no nouns (leader of lead, officer of office)."""


def _compared(word: str) -> str:
    if word.endswith("e"):
        return f"{word} {word}r {word}st"
    if word.endswith("y"):
        return f"{word} {word[:-1]}ier {word[:-1]}iest"
    stem = word + word[-1] if re.fullmatch("[^aeiou]+[aeiou][gntd]", word) else word
    return f"{word} {stem}er {stem}est"


def _groups() -> dict[str, tuple[str, ...]]:
    """Each word's group; the third person and the participle in -ing stem with the first form."""
    lines = [group for lines in (_VERBS, _NOUNS, _COMPARED) for line in lines.split("\n") for group in line.split("|")]
    lines += [_compared(word) for word in _ADJECTIVES.split()]
    groups: dict[str, tuple[str, ...]] = {}
    for line in lines:
        group = tuple(line.split())
        for word in group:
            groups[word] = groups.get(word, ()) + group
    return groups


GROUPS = _groups()
_ENDED = re.compile("(?:'s|(?:(?<=[sxzo])|(?<=[cs]h))es|(?<!new)s|ing)$")


def english_forms(word: str) -> tuple[str, ...]:
    """The other forms of an irregular word: those of *held* and *holding* are *hold*, *held*."""
    if word in GROUPS:
        return GROUPS[word]
    bare = _ENDED.sub("", word)
    if bare == word or len(bare) < 2:
        return ()
    doubled = bare[:-1] if bare[-1:] == bare[-2:-1] else bare
    return GROUPS.get(bare) or GROUPS.get(bare + "e") or GROUPS.get(doubled) or ()
