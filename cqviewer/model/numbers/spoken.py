"""Words by which sentences say how a figure moved: it rose, fell, doubled, halved."""

import re

RISES = (
    "rose|rises|risen|rising|rise|grew|grows|grown|growing|grow|increased|increases|"
    "increasing|increase|gained|climbed|expanded|up|augmenté|progressé|hausse|增长|上升|提高|增加|"
    "上涨"
)
FALLS = (
    "fell|falls|fallen|falling|fall|declined|declines|declining|decline|decreased|"
    "decreases|decreasing|decrease|dropped|drop|shrank|contracted|lost|down|baissé|reculé|"
    "diminué|baisse|下降|降低|减少|下跌|萎缩"
)
WORD_BEGINS, WORD_ENDS = r"(?<![^\W\d_一-鿿])", r"(?![^\W\d_一-鿿])"
"""Patterns around a word: no letter is next to it, except of Chinese, which has no spaces."""
FOLDS = [
    (
        re.compile(r"\bdoubl(?:ed|ing|es?)\b|\bdoublée?s?\b|\btwofold\b|\btwice\b|翻了?一?番|翻倍"),
        100,
    ),
    (re.compile(r"\b(?:tripl|trebl)(?:ed|ing|es?)\b|\btriplée?s?\b|\bthreefold\b"), 200),
    (re.compile(r"\bquadrupl(?:ed|ing|es?)\b|\bquadruplée?s?\b|\bfourfold\b|翻两番"), 300),
    (re.compile(r"\bhalv(?:ed|ing|es?)\b|\bdivisée?s? par deux\b|减半"), -50),
]
"""Patterns of words in small letters, with the per cent by which what they are said of rose."""
