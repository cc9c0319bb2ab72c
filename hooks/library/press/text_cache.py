"""Texts kept from build to build: formatted references, the words of works; what has not changed is not made again."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path


def fingerprint(*parts: str) -> str:
    """A key that is the same for the same texts only."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


class TextCache:
    """Texts by group (a style, a language) and key; without a folder they are kept in memory only.

    A group's texts lie in one file, ``GROUP.cache``: a digest of what follows in the
    first line, then a JSON object. Files are replaced whole, so that builds at the same time
    do each other no harm: the last one's file stays. A file that is not whole is taken for
    none. A key must say all that the text depends on.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._kept: dict[str, dict[str, str]] = {}
        self._used: dict[str, set[str]] = {}
        self._changed: set[str] = set()

    def find(self, group: str, key: str) -> str | None:
        """The text, which counts as used from now on; None where it is not kept."""
        kept = self._kept.get(group)
        if kept is None:
            kept = self._open(group)
        text = kept.get(key)
        if text is not None:
            self._used[group].add(key)
        return text

    def keep(self, group: str, made: Iterable[tuple[str, str]]) -> None:
        """Takes pairs of key and text; they are on disk after ``save``."""
        kept = self._kept.get(group)
        if kept is None:
            kept = self._open(group)
        for key, text in made:
            kept[key] = text
            self._used[group].add(key)
            self._changed.add(group)

    def save(self, whole: bool = False) -> None:
        """Writes what is new. After a whole catalogue, what nothing asked for is forgotten.

        Where nothing can be written nothing is: the next build then takes longer.
        """
        for group, kept in self._kept.items():
            used = self._used[group]
            if whole and len(used) < len(kept):
                self._kept[group] = kept = {key: text for key, text in kept.items() if key in used}
                self._changed.add(group)
            if group in self._changed and self.folder is not None:
                self._write(self.folder, group, kept)
        self._changed.clear()

    def _open(self, group: str) -> dict[str, str]:
        kept = self._kept[group] = _read(self.folder / f"{group}.cache") if self.folder is not None else {}
        self._used[group] = set()
        return kept

    def _write(self, folder: Path, group: str, kept: dict[str, str]) -> None:
        body = json.dumps(kept, ensure_ascii=False).encode()
        written = folder / f"{group}-{secrets.token_hex(8)}.part"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            written.write_bytes(_digest(body) + b"\n" + body)
            os.replace(written, folder / f"{group}.cache")
        except OSError:
            with suppress(OSError):
                written.unlink()


def _digest(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).hexdigest().encode()


def _read(path: Path) -> dict[str, str]:
    """The texts in a file; none where it is missing or not as it was written."""
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    return json.loads(body) if digest == _digest(body) else {}
