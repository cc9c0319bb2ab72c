"""Each format as other programs write it: every value has its place in the record."""

from __future__ import annotations

import io
import json
import urllib.error
import urllib.request

import pytest
from importing import Importing

RIS = """\
TY  - JOUR
A1  - Kim, Min-jun
A1  - OECD
T1  - Fields & servants: the role of hedges
JO  - Journal of Hedges
JF  - Journal of Hedges
Y1  - 2016/09//
VL  - 231
IS  - 4
SP  - 206
EP  - 217
SN  - 01678809
KW  - Ethics
KW  - Hedges
KW  - WINDBREAKS, shelterbelts, etc.
L3  - 10.5555/hedges.2016
UR  - https://example.org/hedges
DB  - Some Database
ER  -
"""

CROSSREF = {
    "status": "ok",
    "message": {
        "DOI": "10.5555/BOOK.1",
        "type": "monograph",
        "title": ["Managing &lt;i&gt;People&lt;/i&gt;"],
        "subtitle": ["A Study"],
        "author": [
            {"given": "Jane Q", "family": "Somebody Else", "ORCID": "http://orcid.org/0000-0002-1825-0097", "sequence": "first"},
            {"name": "World Organisation", "sequence": "additional", "affiliation": [{"name": "Geneva"}]},
        ],
        "publisher": "Harrow Press & Sons",
        "published-print": {"date-parts": [[2019, 4]]},
        "ISBN": ["http://id.crossref.org/isbn/9785699120147"],
        "license": [{"URL": "https://creativecommons.org/licenses/by/4.0/", "content-version": "vor"}],
        "language": "en",
        "abstract": "<jats:title>Abstract</jats:title><jats:p>Of people.</jats:p>",
        "funder": [{"name": "Somebody rich"}],
        "score": 1,
    },
}

DATACITE = {
    "data": {
        "id": "10.5555/report.1",
        "attributes": {
            "doi": "10.5555/report.1",
            "titles": [{"title": "О кадрах", "lang": "ru"}, {"title": "On staff", "lang": "en", "titleType": "TranslatedTitle"}],
            "creators": [
                {
                    "name": "Сейтова, Әйгүл",
                    "nameType": "Personal",
                    "givenName": "Әйгүл Өмірқызы",
                    "familyName": "Сейтова",
                    "nameIdentifiers": [],
                    "affiliation": ["Университет"],
                }
            ],
            "publisher": "Sample Civil Service Hub",
            "publicationYear": 2021,
            "dates": [{"date": "2021-03-05", "dateType": "Issued"}],
            "language": "ru",
            "types": {"resourceTypeGeneral": "Report", "resourceType": "Policy paper"},
            "subjects": [{"subject": "Ethics"}],
            "descriptions": [{"description": "Кратко о кадрах.", "descriptionType": "Abstract", "lang": "ru"}],
            "rightsList": [{"rightsIdentifier": "cc-by-4.0"}],
            "sizes": ["48 pages"],
            "url": "https://example.org/report",
        },
    }
}


def test_ris_of_a_database(importing: Importing) -> None:
    work = importing.work(RIS, "some.ris")
    [edition] = work.editions
    assert work.title == {"en": "Fields & servants: the role of hedges"}
    assert [creator.party for creator in work.creators] == ["kim-min-jun", "oecd"]
    assert (str(work.issued), edition.pages, edition.doi, edition.address) == (
        "2016-09",
        "206-217",
        "10.5555/hedges.2016",
        "https://example.org/hedges",
    )
    assert work.themes == ("ethics",)
    assert work.host is not None and (work.type, work.host.title) == ("article", {"en": "Journal of Hedges"})
    assert (work.host.volume, work.host.number, work.host.issn) == ("231", "4", ("0167-8809",))
    assert (edition.keywords, work.note) == (("Hedges",), ("keyword: WINDBREAKS, shelterbelts, etc.", "DB: Some Database"))


def test_a_keyword_that_programs_would_divide_stands_in_the_note(importing: Importing) -> None:
    told = importing.told(RIS, "some.ris")
    assert 'keyword: "WINDBREAKS, shelterbelts, etc." has a ",", at which programs divide keywords; it stands in the note' in told


def test_ris_without_an_end_is_quoted_and_the_next_is_taken(importing: Importing) -> None:
    told = importing.told(f"TY  - BOOK\nTI  - Cut off\n{RIS}", "some.ris")
    assert "some.ris:1: not taken: the record has no line ER  - at its end" in told
    assert "some.ris:3: taken with remarks: " in told


def test_crossref(importing: Importing) -> None:
    work = importing.work(json.dumps(CROSSREF), "some.json")
    [edition] = work.editions
    assert (work.type, work.title, str(work.issued)) == ("book", {"en": "Managing People: A Study"}, "2019-04")
    assert [(creator.party, creator.affiliation) for creator in work.creators] == [
        ("harrow-jane", None),  # by her ORCID, whatever the name
        ("world-organisation", "Geneva"),
    ]
    assert work.creators[0].name == "Jane Q Somebody Else"
    assert (edition.publisher, edition.isbn, edition.doi, edition.licence) == (
        "harrow-press",
        ("9785699120147",),
        "10.5555/book.1",
        "CC-BY-4.0",
    )
    assert (edition.abstract, work.summary) == ("Abstract Of people.", {})
    assert 'funder: [{"name": "Somebody rich"}]' in work.note


def test_datacite(importing: Importing) -> None:
    work = importing.work(json.dumps(DATACITE), "some.json")
    [edition] = work.editions
    assert (work.type, work.title, work.supplied.title) == ("policy-paper", {"ru": "О кадрах", "en": "On staff"}, ("en",))
    assert (work.creators[0].party, work.creators[0].affiliation, work.issuer) == ("seitova-aigul", "Университет", "sample-hub")
    assert (str(work.issued), edition.extent, edition.licence, work.themes) == ("2021-03-05", 48, "CC-BY-4.0", ("ethics",))


def test_items_of_csl_json_are_told_with_their_lines(importing: Importing) -> None:
    items = [{"type": "book", "title": f"Title of book {number}", "issued": {"date-parts": [[2000]]}} for number in range(3)]
    told = importing.told("[" + ",\n".join(map(json.dumps, items)) + "]", "some.json")
    assert [line.partition(": ")[0] for line in told.splitlines() if line.startswith("some.json")] == [f"some.json:{n}" for n in (1, 2, 3)]


# -- by DOI ---------------------------------------------------------------------------------------------


def test_a_doi_is_asked_of_its_agency(importing: Importing, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(request: urllib.request.Request, timeout: float) -> io.BytesIO:
        asked.append((request.full_url, request.headers["Accept"]))
        return io.BytesIO(json.dumps({"type": "book", "title": "Asked for", "DOI": "10.5555/asked"}).encode())

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    done = importing.call("doi:10.5555/ASKED")
    assert asked == [("https://doi.org/10.5555/asked", "application/vnd.citationstyles.csl+json")]
    assert "doi:10.5555/asked: taken with remarks: catalogue/knowledge-products/asked.yml" in done.output
    assert "provenance:\n  - url: https://doi.org/10.5555/asked" in importing.copy.text("knowledge-products/asked.yml")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (urllib.error.URLError("Name or service not known"), "cannot be asked: Name or service not known"),
        (urllib.error.HTTPError("", 404, "", {}, None), "no agency knows the DOI 10.5555/asked"),  # type: ignore[arg-type]
        (urllib.error.HTTPError("", 503, "", {}, None), "answered 503"),  # type: ignore[arg-type]
    ],
)
def test_without_an_answer_it_is_told_how_to_save_one(
    importing: Importing, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def refuse(request: urllib.request.Request, timeout: float) -> io.BytesIO:
        raise error

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    done = importing.call("doi:10.5555/asked")
    assert done.exit_code == 1 and said in done.output and "Nothing of it was taken." in done.output


def test_what_is_no_doi_is_told(importing: Importing) -> None:
    assert '"10.x" is not a DOI' in importing.call("doi:10.x").output
