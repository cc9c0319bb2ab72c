"""The staff's form in a browser, with the catalogue in the browser's own file system, where a test fills it and reads it back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

FILL = """async files => {
  const top = await navigator.storage.getDirectory();
  const repository = await top.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop();
    let folder = repository;
    for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
    const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        found[path + name] = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
      }
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test"), "");
  return found;
}"""
TALL = {"width": 1280, "height": 40_000}
"""Fields are drawn when they come into sight: in a window as high as this all of them are."""


# Words of the form's own, which speaks English where its fields speak Kazakh.
ADD, BROWSE, INSERT, SAVE, ENTER = (
    re.compile(words) for words in ("Add|Добавить", "Browse|Обзор", "Insert|Вставить", "Save|Сохранить", "Test|тестовым|테스트")
)

ENTERED = re.compile("^(Collections|Коллекции|컬렉션)$")


class Form:
    """What an editor does, a line each. Fields are named by their place in the record: ``editions.0.language``."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, collection: str) -> None:
        self.page.get_by_role("option", name=re.compile(rf"^{re.escape(collection)}\b")).or_(
            self.page.get_by_text(collection, exact=True)
        ).first.click()

    def record(self, title: str) -> None:
        self.page.get_by_role("row").filter(has_text=title).first.click()
        self.all_in_sight()

    def new(self) -> None:
        self.page.get_by_role("button", name="New", exact=False).first.click()
        self.all_in_sight()

    def file(self, label: str) -> None:
        self.page.get_by_text(label, exact=True).last.click()
        self.all_in_sight()

    def all_in_sight(self) -> None:
        self.page.get_by_role("button", name=SAVE).first.wait_for()
        self.page.set_viewport_size(TALL)

    def field(self, place: str) -> Locator:
        return self.page.locator(f'[data-key-path="{place}"]')

    def value(self, place: str) -> str:
        return self.field(place).get_by_role("textbox").first.input_value()

    def write(self, place: str, text: str) -> None:
        self.field(place).get_by_role("textbox").first.fill(text)

    def choose(self, place: str, *labels: str) -> None:
        """Picks terms by what the form calls them."""
        field = self.field(place)
        for label in labels:
            choice = field.get_by_role("radio", name=label, exact=True).or_(field.get_by_role("checkbox", name=label, exact=True))
            field.get_by_role("combobox").or_(choice).first.wait_for()
            if choice.count():
                choice.click()
                continue
            field.get_by_role("combobox").last.click()
            self.page.get_by_role("option").first.wait_for()
            self.page.keyboard.type(label.rpartition("(")[2].rstrip(")"))
            self.page.get_by_role("option", name=label, exact=True).last.click()

    def add(self, place: str) -> None:
        """Adds an item to a list, or a part that may be missing."""
        field = self.field(place)
        field.wait_for()
        if field.get_attribute("data-field-type") == "list":
            field.get_by_role("button", name=ADD).last.click()
        else:
            field.get_by_role("checkbox", name=ADD).first.click()

    def attach(self, place: str, file: Path) -> None:
        """Chooses a file of the editor's computer."""
        self.field(place).get_by_role("button", name=BROWSE).first.click()
        dialog = self.page.get_by_role("dialog").last
        dialog.locator("input[type=file]").last.set_input_files(file)
        dialog.get_by_role("button", name=INSERT).click()
        self.field(place).get_by_text(file.name).first.wait_for()

    def name_file(self, name: str) -> None:
        self.page.get_by_role("textbox", name=re.compile("Slug")).fill(name)

    def home(self) -> None:
        """Comes back another time: the form reads its files anew."""
        self.page.goto("about:blank")
        self.page.goto(self.address)
        self.page.get_by_role("button", name=ENTER).or_(self.page.get_by_text(ENTERED)).first.wait_for()
        if (enter := self.page.get_by_role("button", name=ENTER)).count():
            enter.click()

    def save(self) -> None:
        """Saves the record, and waits until the form says that it has."""
        self.page.get_by_role("button", name=SAVE).first.click()
        self.page.get_by_text(re.compile("saved")).first.wait_for()
        self.page.set_viewport_size({"width": 1280, "height": 900})

    def files(self) -> dict[str, bytes]:
        found: Mapping[str, str] = self.page.evaluate(READ)
        return {path: text.encode("latin-1") for path, text in found.items()}


@contextmanager
def opened(browser: Browser, address: str, files: Mapping[str, str], language: str = "en") -> Iterator[Form]:
    """The form with some files in its repository. Fails where it asks another host or where an error is told."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=language)
    page = context.new_page()
    page.set_default_timeout(60_000)
    others: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: None if request.url.startswith((address, "blob:", "data:")) else others.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" and not _icon(message) else None)
    page.goto(f"{address}admin/config.en.json")
    page.evaluate(FILL, dict(files))
    form = Form(page, f"{address}admin/?language={language}")
    form.home()
    try:
        yield form
        assert others == []
        assert errors == []
    finally:
        context.close()


def _icon(message: ConsoleMessage) -> bool:
    """Whether it tells of the icon that browsers ask every host for."""
    return message.location["url"].endswith("/favicon.ico")


def texts_of(folder: Path) -> dict[str, str]:
    """The records and texts of a catalogue, by their paths in the repository."""
    return {
        f"catalogue/{path.relative_to(folder).as_posix()}": path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".yml", ".md") and "schemas" not in path.parts
    }
