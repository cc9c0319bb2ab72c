"""Pictures kept from build to build, so that an unchanged work's is not drawn again."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from library.press.text_cache import fingerprint

__all__ = ["PictureCache", "fingerprint"]


class PictureCache:
    """Bytes by key, a file each; without a folder nothing is kept.

    A key must say all that the picture depends on. Files are replaced whole, and one that is
    not whole is taken for none. Builds at the same time do each other no
    harm. Where nothing can be written nothing is: the next build then takes longer.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._used: set[str] = set()
        if folder is not None:
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)

    def find(self, key: str) -> bytes | None:
        """The picture, which counts as used from now on; None where it is not kept."""
        self._used.add(key)
        if self.folder is None:
            return None
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        return data if _whole(data) else None

    def keep(self, key: str, data: bytes) -> None:
        if self.folder is None:
            return
        written = self.folder / f"{key}-{secrets.token_hex(4)}.part"
        try:
            written.write_bytes(data)
            os.replace(written, self.folder / key)
        except OSError:
            with suppress(OSError):
                written.unlink()

    def forget_unused(self) -> None:
        """After a whole catalogue: removes what nothing asked for."""
        if self.folder is None:
            return
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self._used:
                    path.unlink()


def _whole(data: bytes) -> bool:
    """True for a PNG that ends as one, or a WebP as long as it says."""
    return data.endswith(b"IEND\xaeB`\x82") or (data[:4] == b"RIFF" and len(data) == 8 + int.from_bytes(data[4:8], "little"))
