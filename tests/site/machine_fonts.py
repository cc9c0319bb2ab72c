"""Machines that have some fonts and no others."""

from __future__ import annotations

import subprocess
from pathlib import Path


def fonts_alone(folder: Path, families: tuple[str, ...]) -> Path:
    """A configuration for fontconfig, by which a program finds these families and no others."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for family in families:
        listed = subprocess.run(["fc-list", f":family={family}", "file"], capture_output=True, text=True, check=True).stdout
        files = [Path(line.rstrip(": ")) for line in listed.splitlines() if line]
        assert files, f"{family} is not installed; scripts/test installs it"
        for file in files:
            (fonts / file.name).symlink_to(file)
    path = folder / "fonts.conf"
    path.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>", "utf-8")
    return path
