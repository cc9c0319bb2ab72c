"""How a withdrawal is told in one language: in a sentence, and in the word that marks a work where lists still hold it."""

from __future__ import annotations

from library.catalogue.catalogue import Placed
from library.catalogue.model_parts import Withdrawn
from library.words.translations import Words


def mark(placed: Placed, words: Words) -> str:
    """Empty for a work that is offered."""
    withdrawn = placed.work.withdrawn
    if withdrawn is None:
        return ""
    match withdrawn.because:  # spelt out, so that translators' tools find the words
        case "superseded":
            return words.say("Superseded")
        case "retracted":
            return words.say("Retracted")
    return words.say("Withdrawn")


def said(withdrawn: Withdrawn, words: Words) -> str:
    """When and why a work was withdrawn, in a sentence."""
    say, day = words.say, words.date(withdrawn.on)
    match withdrawn.because:
        case "mistake":
            return say("Withdrawn on %(date)s: it was published here by mistake.", date=day)
        case "superseded":
            return say("Withdrawn on %(date)s: another publication has replaced it.", date=day)
        case "retracted":
            return say("Withdrawn on %(date)s: those who published it took it back.", date=day)
    return say("Withdrawn on %(date)s.", date=day)
