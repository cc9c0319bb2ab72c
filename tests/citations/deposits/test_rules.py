"""The rules that stand in for the schemas of DataCite and DOAJ find what breaks them."""

from __future__ import annotations

import pytest
from deposit_files import golden_deposits
from lxml import etree
from rules import DATACITE, DATACITE_NAMESPACE, DOAJ, violations

GOOD = golden_deposits()


def broken(name: str, old: str, new: str) -> list[str]:
    """What is wrong with a good file after a change."""
    assert GOOD[name].count(old) >= 1
    root = etree.fromstring(GOOD[name].replace(old, new, 1).encode())
    return list(violations(root, DATACITE, DATACITE_NAMESPACE) if name.startswith("datacite") else violations(root, DOAJ))


@pytest.mark.parametrize("name", [name for name in GOOD if not name.startswith("crossref")])
def test_a_good_file_breaks_none(name: str) -> None:
    assert broken(name, "\n", "\n") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<publicationYear>2021</publicationYear>", ""),
        ("<publicationYear>2021", "<publicationYear>(:unkn)"),
        (
            "</creatorName>\n<givenName>Кайрат Омарович</givenName>\n<familyName>Бейсенов</familyName>",
            "</creatorName>\n<familyName>Бейсенов</familyName>\n<givenName>Кайрат Омарович</givenName>",
        ),
        ('relationType="HasTranslation"', 'relationType="TranslatedAs"'),
        (' relationType="HasTranslation"', ""),
        ('contributorType="Editor"', 'contributorType="editor"'),
        ("<subjects>", "<keywords/>\n<subjects>"),
        ("<subjects>", "text<subjects>"),
        ("<creators>", '<creators type="all">'),
        ("<language>ru</language>", "<language>ru</language>\n<language>kk</language>"),
        ("<language>ru</language>", '<language xmlns="">ru</language>'),
        ("kernel-4.6/", "kernel-4.5/"),
    ],
)
def test_a_fault_in_a_datacite_record_is_found(old: str, new: str) -> None:
    assert broken("datacite-russian-study.xml", old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<journalTitle>Sample Journal of Civil Service</journalTitle>", ""),
        ("<fullTextUrl", "<keywords/>\n<fullTextUrl"),
        ("2021-12-15", "15.12.2021"),
        ('language="eng"', 'language="en"'),
        ("https://orcid.org/", ""),
        (
            "<affiliationId>1</affiliationId>\n<orcid_id>https://orcid.org/0000-0002-1825-0097</orcid_id>",
            "<orcid_id>https://orcid.org/0000-0002-1825-0097</orcid_id>\n<affiliationId>1</affiliationId>",
        ),
    ],
)
def test_a_fault_in_a_doaj_record_is_found(old: str, new: str) -> None:
    assert broken("doaj-10.xml", old, new)
