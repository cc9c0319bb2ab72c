"""Numbers of a document besides DOI, ISBN and ISSN: identifiers that lead to it, and the class marks that it prints."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, model_validator

from library.catalogue.values import Model, Text, wrong
from library.catalogue.visible import foreign

Scheme = Literal["handle", "urn", "ark", "udc", "bbk"]

CLASSES = ("udc", "bbk")
"""What tells of the subject: marks of the Universal Decimal Classification, and of the Russian one for libraries."""

NAMES = {"handle": "Handle", "urn": "URN", "ark": "ARK", "udc": "UDC", "bbk": "BBK"}

_FORMS = {
    "handle": (r"[0-9]+(?:\.[0-9A-Za-z]+)*/[^\s<>\"]+", "20.500.12592/k3n5b"),
    "urn": (r"urn:[a-z0-9][a-z0-9-]{0,31}:[^\s<>\"]+", "urn:nbn:de:101:1-201102033592"),
    "ark": (r"ark:/?[0-9]{5,}/[^\s<>\"]+", "ark:/12148/btv1b8449691v"),
    "udc": (r"[0-9(\"+=][0-9A-Za-zА-Яа-я.,:;/()\"'+=*\[\] -]*", "351/354(574)"),
    "bbk": (r"[0-9А-Я][0-9A-Za-zА-Яа-я.,:;/()\"'+=*\[\] -]*", "67.401"),
}
"""RFC 3650 and 8141, the ARK specification; signs of both classifications."""

_PREFIX = re.compile(
    r"https?://(?:hdl\.handle\.net|nbn-resolving\.(?:org|de)|n2t\.net|[^/]+(?=/ark:))/|hdl:|(?:udc|удк|әож|bbk|ббк|кбж|lbc)[\s:]+",
    re.IGNORECASE,
)
_RESOLVERS = {"handle": "https://hdl.handle.net/", "ark": "https://n2t.net/"}


class DocumentNumber(Model):
    """An identifier of the document, or a class mark that it prints."""

    scheme: Scheme = Field(
        description="handle, urn or ark: an identifier that leads to it; udc or bbk: the mark of its class.", examples=["udc"]
    )
    value: Text = Field(description="The number alone, as printed.", examples=["351/354(574)"])

    @model_validator(mode="after")
    def _has_the_form(self) -> DocumentNumber:
        form, example = _FORMS[self.scheme]
        if (letter := foreign(self.value)) and self.scheme not in CLASSES:
            said = f'"{self.value}" has a letter that no identifier has: {letter}'
            raise wrong("bad-identifier", said, "type it anew in Latin letters, digits and plain hyphens")
        if found := _PREFIX.match(self.value):
            raise wrong("bad-identifier", f'"{self.value}" has a prefix', f"write what stands behind it: {self.value[found.end() :]}")
        if not re.fullmatch(form, self.value, re.IGNORECASE if self.scheme != "bbk" else 0):
            raise wrong("bad-identifier", f'"{self.value}" has not the form of the scheme "{self.scheme}"', f"write it as in {example}")
        return self


def address(scheme: str, value: str) -> str:
    """Where an identifier leads; empty for what nothing resolves for all."""
    if scheme == "urn":
        return f"https://nbn-resolving.org/{value}" if value.lower().startswith("urn:nbn:") else ""
    return f"{_RESOLVERS[scheme]}{value}" if scheme in _RESOLVERS else ""
