"""Names of bodies in references, in all styles: as documents print them, never as the library translated them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.names import body_name
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.references import STYLES, formatted
from library.press.text_cache import TextCache
from markupsafe import Markup
from renew_golden import SITE

ENGLISH, RUSSIAN = "Sample Regional Hub of Civil Service", "Примерный региональный хаб государственной службы"
KAZAKH, KOREAN = "Үлгі өңірлік мемлекеттік қызмет хабы", "표본 인사행정 지역허브"


def put_out_in(catalogue: Catalogue, language: str, supplied: tuple[str, ...] | None = None) -> Citation:
    """A report that the hub puts out under its former name, in a language; ``supplied`` are languages of the name that no source prints."""
    placed = catalogue.works["withdrawn-report"]
    edition = placed.work.editions[0].model_copy(update={"language": language})
    turned: Placed = replace(placed, work=placed.work.model_copy(update={"editions": (edition,)}))
    catalogue = replace(catalogue, works={**catalogue.works, placed.work.id: turned})
    if supplied is not None:
        parties = catalogue.vocabularies["parties"]
        hub = parties["sample-hub"]
        names = tuple(name.model_copy(update={"supplied": supplied}) for name in hub.names)
        terms = {**parties.terms, hub.id: hub.model_copy(update={"names": names})}
        catalogue = replace(catalogue, vocabularies={**catalogue.vocabularies, "parties": replace(parties, terms=terms)})
    [citation] = Citing(catalogue, SITE).of_work(turned)
    return citation


def texts_of(citation: Citation) -> dict[str, str]:
    made = formatted([citation], TextCache(None))[citation.key]
    return {one.style.id: Markup(one.html).striptags().replace("\u00a0", " ") for one in made}


@pytest.mark.parametrize(("language", "name"), [("en", ENGLISH), ("ru", RUSSIAN), ("kk", ENGLISH), ("ko", ENGLISH)])
def test_a_name_that_the_library_translated_stands_in_no_reference(small_catalogue: Catalogue, language: str, name: str) -> None:
    made = texts_of(put_out_in(small_catalogue, language))
    assert set(made) == {style.id for style in STYLES} - ({"romanised"} if language in ("en", "ko") else set())
    for style, text in made.items():
        if style == "romanised":  # which has the English name of every body
            assert ENGLISH in text
        else:
            assert name in text, style
            assert [other for other in (ENGLISH, RUSSIAN, KAZAKH, KOREAN) if other != name and other in text] == []


@pytest.mark.parametrize(("supplied", "name"), [((), KAZAKH), (("ru", "ko"), KAZAKH), (("kk",), ENGLISH), (("kk", "en"), KAZAKH)])
def test_the_english_name_takes_its_place_unless_that_is_supplied_too(
    small_catalogue: Catalogue, supplied: tuple[str, ...], name: str
) -> None:
    citation = put_out_in(small_catalogue, "kk", supplied)
    assert citation.publisher == name
    for style, text in texts_of(citation).items():
        assert style == "romanised" or name in text, style


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_no_citation_names_a_body_as_the_library_alone_does(
    which: str, request: pytest.FixtureRequest, small_catalogue: Catalogue, real_catalogue: Catalogue
) -> None:
    parties = (small_catalogue if which == "small_citations" else real_catalogue).vocabularies["parties"]
    met = 0
    for citation in request.getfixturevalue(which).values():
        for name in (*citation.authors, *citation.editors, *citation.translators, *filter(None, [citation.publishing])):
            if parties[name.party].kind == "body":
                then = body_name(parties[name.party], citation.issued)
                if citation.language in then.supplied and "en" not in then.supplied:
                    met += 1
                    assert (name.literal, name.latin) == (then.label["en"], None)
    assert met or which == "real_citations"
