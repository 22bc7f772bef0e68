"""Texts are read out without the signs of their keys."""

import pytest

from cqviewer.ui.style.access_keys import without_key


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("&Open…", "Open…"),
        ("Fit pa&ge", "Fit page"),
        ("打开(&O)…", "打开…"),
        ("Ports && piers", "Ports & piers"),
        ("Plain (all)", "Plain (all)"),
    ],
)
def test_only_the_sign_of_the_key_goes(text: str, said: str) -> None:
    assert without_key(text) == said
