"""Templates are laid out for people, and their line breaks are not printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from library.pages.template_lines import TemplateLines
from library.pages.templates import environment
from library.words.translations import Words

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
TEMPLATES = sorted(path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*.html"))

NEIGHBOURS = {
    "a statement after the end of another": re.compile(r"\{% end\w+ %\}\s*\{%"),
    "an element after the end of another": re.compile(r"</(?:p|div|li|ul|ol|dt|dd|section|h\d|tr|th|td)>\s*<[a-z]"),
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_line_of_a_template_is_no_longer_than_120_characters(template: str) -> None:
    lines = (OVERRIDES / template).read_text("utf-8").splitlines()
    assert not {number: len(line) for number, line in enumerate(lines, 1) if len(line) > 120}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_line_of_a_template_has_one_statement_or_block_element(template: str) -> None:
    lines = (OVERRIDES / template).read_text("utf-8").splitlines()
    found = {number: what for number, line in enumerate(lines, 1) for what, pattern in NEIGHBOURS.items() if pattern.search(line)}
    assert not found


def printed(source: str, **values: object) -> str:
    made = Environment(extensions=[TemplateLines], undefined=StrictUndefined, autoescape=True)
    name = "page.html"
    return made.from_string(made.preprocess(source, name)).render(values)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ul>\n  {% for x in (1, 2) %}\n    <li>{{ x }}</li>\n  {% endfor %}\n</ul>\n", "<ul><li>1</li><li>2</li></ul>"),
        ('<a>1</a>{{ " " }}\n<a>2</a>', "<a>1</a> <a>2</a>"),
        ("<p>\n  two words\n  and two more\n</p>", "<p>two words and two more</p>"),
        ('<img\n  src="a"\n  alt=""\n>', '<img src="a" alt="">'),
        ('<rect\n  x="1"\n/>', '<rect x="1"/>'),
        ('<li\n  {% if yes %} class="b"{% endif %}\n  {% if no %} class="c"{% endif %}\n  id="i"\n>x</li>', '<li class="b" id="i">x</li>'),
        ('<p class="a\n  {% if yes %}b{% endif %}">1 < 2\n</p>', '<p class="a b">1 < 2</p>'),
        ('<p title="a > b"\n  id="i">\nx</p>', '<p title="a > b" id="i">x</p>'),
        ("<pre>{{ text }}</pre>", "<pre>1\n  2</pre>"),
        ("<script>\n  f(function(){\n  g();\n  })\n</script>", "<script>f(function(){\ng(); })</script>"),
    ],
)
def test_line_breaks_print_nothing_but_between_words_and_attributes(source: str, expected: str) -> None:
    assert printed(source, yes=True, no=False, text="1\n  2") == expected


def test_an_error_still_names_the_line_of_the_template(tmp_path: Path) -> None:
    text = '<div>\n  {{ _(\n    "Some "\n    "words"\n  ) }}\n\n  <p\n    id="x"\n  >\n    {{ nowhere }}\n  </p>\n</div>\n'
    (tmp_path / "page.html").write_text(text, "utf-8")
    with pytest.raises(UndefinedError) as raised:
        environment(tmp_path, Words("en", tmp_path)).get_template("page.html").render()
    lines = [(entry.path.name if isinstance(entry.path, Path) else "", entry.lineno + 1) for entry in raised.traceback]
    assert ("page.html", text[: text.index("{{ nowhere")].count("\n") + 1) in lines


def test_only_pages_are_joined() -> None:
    made = Environment(extensions=[TemplateLines])
    assert made.preprocess("<urlset>\n</urlset>", "sitemap.xml") == "<urlset>\n</urlset>"


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_class_of_a_template_calls_anything_a_byline(template: str) -> None:
    """Zotero's translation server takes the text of such an element for the work's authors."""
    assert "byline" not in (OVERRIDES / template).read_text("utf-8")
