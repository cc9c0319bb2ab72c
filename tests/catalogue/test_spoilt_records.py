"""Any bytes in a record's file are read, or named as problems."""

from __future__ import annotations

import shutil

import pytest
from catalogues import SMALL, SpoiltCatalogue, citations, guided_codes
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError
from library.citations.formats import FORMATS

WORK = "knowledge-products/gylym-and-government.yml"
TEXT = "case-studies/one-window.md"


EDITS = st.lists(
    st.tuples(
        st.integers(0, 1_600),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from(
                [
                    b"\n",
                    b"\r",
                    b": ",
                    b"- ",
                    b"  ",
                    b"\t",
                    b"---\n",
                    b"&a ",
                    b"*a",
                    b"!!x ",
                    b"|\n",
                    b">-",
                    b'"',
                    b"'",
                    b"#",
                    b"{",
                    b"}",
                    b"[",
                    b"]",
                    b"<b>",
                    b"\x00",
                    b"\xff",
                    b"\xed\xa0\x80",
                    b"\xef\xbb\xbf",
                    b"\xc2\x85",
                    b"~",
                    b"? ",
                    b"...\n",
                    b"%YAML 9.9\n",
                    b'"\\ud800"',
                    b'"\\x00"',
                    "é".encode(),
                    "\u202e".encode(),
                    "😀".encode(),
                ]
            ),
        ),
    ),
    min_size=1,
    max_size=4,
)
FUZZED = [
    WORK,
    TEXT,
    "case-studies/one-window.kk.md",
    "journal/issues/1.yml",
    "journal/journal.yml",
    "vocabularies/parties.yml",
    "vocabularies/themes.yml",
]


@pytest.fixture(scope="module")
def mutated(tmp_path_factory: pytest.TempPathFactory) -> SpoiltCatalogue:
    """One copy for all examples; each writes its file back afterwards."""
    folder = tmp_path_factory.mktemp("mutated") / "catalogue"
    shutil.copytree(SMALL, folder)
    return SpoiltCatalogue(folder)


@pytest.mark.slow
@given(name=st.sampled_from(FUZZED), edits=EDITS)
@example(name=WORK, edits=[(0, 40, b"\xff\xfe")])
@example(name="vocabularies/parties.yml", edits=[(0, 1_600, b"")])
def test_any_bytes_are_read_or_named_as_problems(mutated: SpoiltCatalogue, name: str, edits: list[tuple[int, int, bytes]]) -> None:
    spoilt = mutated.path(name).read_bytes()
    for start, length, put in edits:
        spoilt = spoilt[:start] + put + spoilt[start + length :]
    _loads_or_names_its_problems(mutated, name, spoilt)


VALUES = [
    "",
    "x",
    "yes",
    "en",
    "2019",
    "-1",
    "[]",
    "[a]",
    "[[a]]",
    "{}",
    "{a: b}",
    "{en: x}",
    "[{id: x}]",
    "[{a: [b]}]",
    "sample-hub",
    "NO",
    '""',
    "'<b>'",
    "|\n    two\n    lines",
    "article",
    "KZ",
    "../../etc/passwd",
    "😀",
]


@pytest.mark.slow
@given(
    name=st.sampled_from(FUZZED),
    line=st.integers(0, 120),
    key=st.sampled_from(["", "id", "kind", "names", "for", "x"]),
    value=st.sampled_from(VALUES),
    delete=st.booleans(),
)
def test_any_shape_is_read_or_named_as_problems(mutated: SpoiltCatalogue, name: str, line: int, key: str, value: str, delete: bool) -> None:
    lines = mutated.text(name).split("\n")
    at = line % len(lines)
    indent = lines[at].partition(":")[0]
    if key:
        indent = indent[: len(indent) - len(indent.lstrip(" -"))] + key
    lines[at : at + 1] = [] if delete else [f"{indent}: {value}"]
    _loads_or_names_its_problems(mutated, name, "\n".join(lines).encode())


def _loads_or_names_its_problems(mutated: SpoiltCatalogue, name: str, spoilt: bytes) -> None:
    known = guided_codes()
    sound = mutated.path(name).read_bytes()
    mutated.write(name, spoilt)
    try:
        loaded = load(mutated.folder)
    except CatalogueError as error:
        assert error.problems
        for problem in error.problems:
            assert (mutated.folder.parent / problem.path).exists(), problem
            assert problem.code in known and problem.message, problem
            assert problem.line >= 0 and problem.column >= 0
            str(problem).encode()
    else:
        # What is accepted can be sorted and cited, so that no page fails later.
        index(loaded)
        for citation in citations(loaded).values():
            for made in FORMATS:
                made.entry(citation)
    finally:
        mutated.write(name, sound)
