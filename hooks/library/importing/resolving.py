"""What the registration agency of a DOI answers: CSL JSON, which Crossref, DataCite and others give alike.

By content negotiation, https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request

from library.citations.citation import doi_address
from library.importing import values
from library.importing.entries import Reading, Unreadable
from library.importing.reading import csl_json

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
SECONDS = 30
_LIMIT = 5_000_000


def read(doi: str) -> Reading:
    """The entry of a DOI. Raises Unreadable where there is no network, no such DOI, or another answer than hoped for."""
    if said := values.fault("doi", doi):
        raise Unreadable(said, "a DOI is 10., a registrant number, a slash and a name, as in doi:10.56289/ijcsrp.156")
    address = doi_address(doi)
    by_hand = f"where there is one: curl -L -H 'Accept: {MEDIA_TYPE}' '{address}' > answer.json, and then: library import answer.json"
    asked = urllib.request.Request(address, headers={"Accept": MEDIA_TYPE, "User-Agent": "library-import"})
    try:
        with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
            text = answer.read(_LIMIT + 1).decode("utf-8")
    except urllib.error.HTTPError as error:
        if error.code == 404:
            raise Unreadable(f"no agency knows the DOI {doi}", "compare it with the document, letter by letter") from None
        raise Unreadable(f"{address} answered {error.code}", f"try it again later, or save the answer {by_hand}") from None
    except (OSError, ValueError) as error:
        raise Unreadable(
            f"{address} cannot be asked: {getattr(error, 'reason', error)}", f"without a network here, save the answer {by_hand}"
        ) from None
    try:
        json.loads(text)
    except ValueError:
        raise Unreadable(
            f"{address} answered with something that is no JSON", f"look at it in a browser, or save the answer {by_hand}"
        ) from None
    reading = csl_json.read(text, f"doi:{doi}")
    for entry in reading.entries:
        entry.line, entry.doi = 0, entry.doi or doi
    return reading
