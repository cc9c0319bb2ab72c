"""The values that fields hold: texts, dates, identifiers, ids of terms. Each checks itself.

Values arrive as text (see ``records``) and get their types here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from html.entities import html5
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema
from stdnum import isbn as stdnum_isbn
from stdnum import isni as stdnum_isni
from stdnum import issn as stdnum_issn
from stdnum.exceptions import ValidationError as StdnumError

from library.catalogue import web_addresses
from library.catalogue.dates import Issued, WrongDate, parse_dated, parse_issued
from library.catalogue.problems import nearest
from library.catalogue.visible import foreign


def wrong(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """A failed check: ``code`` as in the guide, what is wrong, how to mend it."""
    # Pydantic formats messages with {}; values from records must not be taken for places.
    return PydanticCustomError(code, "{said}", {"said": message, "hint": hint})


# -- texts ---------------------------------------------------------------------------

_MARKUP = re.compile(r"<[A-Za-z/!?]|javascript:|&(?:#\d+|#x[0-9A-Fa-f]+|(?P<named>[A-Za-z][A-Za-z0-9]*));", re.IGNORECASE)


def _plain(text: str) -> str:
    if not text.strip():
        raise wrong("empty-value", "the field is written but empty", "what is not known is left out: delete the field")
    for found in _MARKUP.finditer(text):
        if found["named"] and f"{found['named']};" not in html5:
            continue  # "AT&T;" is no entity
        raise wrong(
            "markup",
            f'"{found[0]}" looks like HTML or script; records hold plain text',
            "write the character itself (&, —, é); leave out tags",
        )
    return " ".join(text.split())


Text = Annotated[str, AfterValidator(_plain)]
"""Plain text in one language or none; never HTML."""


def dividing_sign(text: str) -> str:
    """The first sign in a keyword at which reference managers would make two of it; empty for none."""
    return next((sign for sign in text if sign in ",;，、；"), "")


def _keyword(text: str) -> str:
    if sign := dividing_sign(text):
        said = f'"{text}" has a "{sign}", at which programs divide keywords'
        raise wrong("divided-keyword", said, "write each keyword as a value of its own")
    return text


Keyword = Annotated[Text, AfterValidator(_keyword)]
"""A word that stands among others in one field of a file."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def _identifier(text: str) -> str:
    if not _ID.match(text) or len(text) > 80:
        raise wrong(
            "bad-id",
            f'"{text}" cannot be an id',
            "use small Latin letters, digits and single hyphens, 80 at most, as in e-hrm-central-asia",
        )
    return text


Id = Annotated[str, AfterValidator(_identifier)]


@dataclass(frozen=True)
class From:
    """Marks a value that must be the id of a term of the named vocabulary."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(self.vocabulary)
        if known is None or value in known:
            return value
        raise wrong("unknown-term", f'"{value}" is not in {known.where}', self._hint(value, known))

    def _hint(self, value: str, known: Collection[str]) -> str:
        """The id that was meant: by a usual confusion, by the label, or by its letters."""
        meant = _CONFUSED.get(self.vocabulary, {}).get(value.lower()) or _by_case_or_label(value, known)
        if meant:
            return f'did you mean "{meant}"?'
        # Two letters are always near some code.
        return (nearest(value, known) if len(value) > 2 else "") or _WAYS_ON.get(
            self.vocabulary, "write an id of that file; a new one is added there first, with its labels, as the guide tells"
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "x-vocabulary": self.vocabulary}


@dataclass(frozen=True)
class Names:
    """Marks a value that must be the id of a record: of a ``work``, or of a kind in ``kinds``. Only the whole catalogue can check it."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "x-record": self.kind}


_CONFUSED: Mapping[str, Mapping[str, str]] = {
    "languages": {
        "kz": "kk",
        "kr": "ko",
        "kg": "ky",
        "ua": "uk",
        "ge": "ka",
        "am": "hy",
        "by": "be",
        "tj": "tg",
        "cn": "zh",
        "jp": "ja",
        "eng": "en",
        "rus": "ru",
        "kaz": "kk",
        "kor": "ko",
    },
    "countries": {"uk": "GB", "en": "GB", "kk": "KZ", "ko": "KR", "ky": "KG", "ka": "GE", "hy": "AM", "be": "BY"},
}
"""Codes of countries written for languages and the other way round, and other usual slips."""


_WAYS_ON = {
    "languages": "that file has BCP 47 tags, as in kk",
    "countries": "that file has ISO 3166-1 codes of two capitals, as in KZ",
}


def _by_case_or_label(value: str, known: Collection[str]) -> str | None:
    """The id that differs in case only, or whose term has the value as its label in some language."""
    folded = value.casefold()
    terms: Mapping[str, Any] = getattr(known, "terms", {})
    for term_id, term in terms.items():
        labels = (getattr(term, "label", None) or {}).values()
        if folded == term_id.casefold() or folded in (label.casefold() for label in labels):
            return term_id
    return None


Language = Annotated[str, From("languages")]
Languages = tuple[Language, ...]
Texts = Annotated[Mapping[Language, Text], Field(min_length=1)]
"""The same text in several languages: BCP 47 tag, then the text."""


# -- numbers and identifiers ---------------------------------------------------------


def _date(value: Any) -> Issued:
    if value == "":
        raise wrong("empty-value", "the field is written but empty", "what is not known is left out: delete the field")
    try:
        return parse_issued(str(value))
    except WrongDate as error:
        raise wrong("bad-date", str(error), "as precise as the title page: 2019, 2019-05 or 2019-05-31") from None


class _DateSchema:
    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_date)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "minimum": 1, "maximum": 9999}


Date = Annotated[Issued, _DateSchema()]


def _dated(value: Any) -> Issued:
    if value == "":
        raise wrong("empty-value", "the field is written but empty", "what is not known is left out: delete the field")
    try:
        return parse_dated(str(value))
    except WrongDate as error:
        hint = "as precise as the title page: 2019, 2019-05 or 2019-05-31; 2018/2020 for a span, 2019~ for about 2019"
        raise wrong("bad-date", str(error), hint) from None


_ONE_DATE = r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\d{2}(\dX|XX)"
DATED_PATTERN = rf"^(c\d{{4}}|{_ONE_DATE}|({_ONE_DATE}|\.\.)?/({_ONE_DATE}|\.\.)?)$"
"""What editors hold a date of issue against."""


class _DatedSchema(_DateSchema):
    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_dated)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": DATED_PATTERN, "minimum": 1, "maximum": 9999}


Dated = Annotated[Issued, _DatedSchema()]
"""A date of issue: also spans, about, copyright years, seasons (EDTF level 1)."""


def _day(value: Any) -> Issued:
    hint = "write year, month and day, as in 2026-11-22"
    if value == "":
        raise wrong("empty-value", "the field is written but empty", hint)
    try:
        day = parse_issued(str(value))
    except WrongDate as error:
        raise wrong("bad-date", str(error), hint) from None
    if not day.day:
        raise wrong("bad-date", f'"{value}" is no whole day', hint)
    return day


class _DaySchema(_DateSchema):
    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_day)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


Day = Annotated[Issued, _DaySchema()]
"""A date with year, month and day."""

_DOI = re.compile(r'10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s{}"\\^`|]+\Z')
"""With ``<`` and ``>``, which DOIs of about 1996 to 2004 have (ANSI/NISO Z39.56, SICI)."""


def _doi(text: str) -> str:
    if re.match(r"(?i)(https?://|doi:|dx\.)", text):
        raise wrong("bad-doi", f'"{text}" has a prefix', "write the bare DOI, as in 10.56289/ijcsrp.156")
    if letter := foreign(text):
        raise wrong(
            "bad-doi", f'"{text}" has a letter that no DOI has: {letter}', "type it anew in Latin letters, digits and plain hyphens"
        )
    if not _DOI.match(text):
        raise wrong("bad-doi", f'"{text}" is not a DOI', "a DOI is 10., a registrant number, a slash and a name, as in 10.56289/ijcsrp.156")
    if text.endswith((".", ",", ";", ":")):
        raise wrong("bad-doi", f'"{text}" ends in a "{text[-1]}"', "the sentence around it had the sign: strike it")
    return text.lower()


_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
"""What is typed and printed for a hyphen in numbers; they are kept with a plain one."""


def _checked(name: str, validate: Any, shape: str) -> Any:
    def check(text: str) -> str:
        if "://" in text or text.lower().startswith(f"{name.lower()}:"):
            raise wrong(f"bad-{name.lower()}", f'"{text}" has a prefix', f"write the bare {name}: {shape}")
        text = _HYPHENS.sub("-", text)
        if letter := foreign(text):
            said = f'"{text}" has a letter that no {name} has: {letter}'
            raise wrong(f"bad-{name.lower()}", said, "type it anew in plain digits and hyphens, and X as a Latin letter")
        try:
            validate(text)
        except StdnumError:
            raise wrong(
                f"bad-{name.lower()}",
                f'"{text}" is not a valid {name}: {shape}',
                "compare it with the document, digit by digit; leave it out if the document itself is wrong",
            ) from None
        return text

    return check


Doi = Annotated[Text, AfterValidator(_doi)]
Isbn = Annotated[Text, AfterValidator(_checked("ISBN", stdnum_isbn.validate, "10 or 13 digits with a right check digit"))]
Issn = Annotated[
    Text,
    AfterValidator(_checked("ISSN", stdnum_issn.validate, "8 characters with a right check digit")),
    AfterValidator(stdnum_issn.format),
]
Isni = Annotated[
    Text,
    AfterValidator(_checked("ISNI", stdnum_isni.validate, "16 characters with a right check digit")),
    AfterValidator(stdnum_isni.compact),
]

_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}\Z")
_ROR_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, in which a ROR is counted."""


def _ror(text: str) -> str:
    """The last two digits are 98 less the remainder by 97 of the rest and two zeros (ISO 7064 MOD 97-10)."""
    if "://" in text or text.lower().startswith("ror.org"):
        raise wrong("bad-ror", f'"{text}" has a prefix', "write what stands behind https://ror.org/, as in 05dxps055")
    if text != text.lower():
        raise wrong("bad-ror", f'"{text}" has capitals', f"write it small: {text.lower()}")
    valid = bool(_ROR.match(text))
    if valid:
        number = 0
        for digit in text[:7]:
            number = number * 32 + _ROR_DIGITS.index(digit)
        valid = int(text[7:]) == 98 - number * 100 % 97
    if not valid:
        raise wrong(
            "bad-ror",
            f'"{text}" is not a valid ROR: 0, six letters or digits, and two right check digits',
            "write what stands behind https://ror.org/, as in 05dxps055",
        )
    return text


Ror = Annotated[Text, AfterValidator(_ror)]


def _orcid(text: str) -> str:
    """With hyphens. ORCID has two ranges of the ISNIs for its own
    (https://support.orcid.org/hc/en-us/articles/360006897674-Structure-of-the-ORCID-Identifier)."""
    digits = stdnum_isni.compact(text)
    if not any(first <= digits[:15] <= last for first, last in _ORCIDS):
        raise wrong("bad-orcid", f'"{text}" is an ISNI outside the ranges of ORCID', "write it under isni")
    return stdnum_isni.format(digits).replace(" ", "-")


_ORCIDS = (("000000015000000", "000000035000000"), ("000900000000000", "000900100000000"))


def _viaf(text: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{1,21}", text):
        raise wrong("bad-viaf", f'"{text}" is not a VIAF number', "digits only: what stands behind https://viaf.org/viaf/")
    return text


Orcid = Annotated[
    Text, AfterValidator(_checked("ORCID", stdnum_isni.validate, "16 characters with a right check digit")), AfterValidator(_orcid)
]
Viaf = Annotated[Text, AfterValidator(_viaf)]


def _url(text: str) -> str:
    said, hint = web_addresses.fault(text)
    if said:
        raise wrong("bad-url", f'"{text[:200]}" {said}', hint)
    return text


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]+", value):
        raise wrong("bad-number", f'"{value}" is not a whole number', "digits only, as in 579")
    return value


def _decimal(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", value):
        raise wrong("bad-number", f'"{value}" is not a number', "digits, with a point before decimals, as in 38 or 7.4")
    return value


WholeNumber = Annotated[int, BeforeValidator(_digits)]
Number = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})]
Url = Annotated[str, AfterValidator(_url)]
CitationKey = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9:_./+-]{1,119}$")]


class Model(BaseModel):
    """Frozen, and strict about names: a silent ``theme:`` for ``themes:`` would lose a work."""

    # What checks a model is made when it first checks one: most builds read few kinds of records anew.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


@cache
def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Names as written in YAML, in the settled order of the fields."""
    return tuple(info.alias or name for name, info in model.model_fields.items())
