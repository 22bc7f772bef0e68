"""The folder of the checkout, and Python code in a process of its own, which runs there."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]


def run_python(
    code: str,
    *arguments: str,
    folder: Path = CHECKOUT,
    env: Mapping[str, str] | None = None,
    timeout: float | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run code with arguments in a folder; return its exit status and what it wrote."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=env,
        timeout=timeout,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
