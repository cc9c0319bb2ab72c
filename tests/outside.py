"""Programs of others that several tests start, so that they cost little."""

from __future__ import annotations

import shutil

BROWSER = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""Chromium without a window: pages are drawn by the same engine as with one, for half of the processor time."""

JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For programs that run for seconds: compiling their code well costs more than it saves."""
