"""Everything that the window says can be translated."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support import written_suggester

WRITTEN = {"CURATOR_SUGGEST_MODULE": written_suggester.MODULE}
"""Nothing more is suggested than what the documents bring along."""


def test_that_nothing_in_the_window_stays_english_in_another_language(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.pseudo_window", tmp_path],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), **WRITTEN},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {}
