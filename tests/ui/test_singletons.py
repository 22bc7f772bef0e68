"""What Python returns without a reference of its own outlives any number of Qt calls."""

import sys

import pytest

from tests.checkout import run_python

CALLS = """
import cqviewer.ui
from PySide6.QtCore import QObject, Signal
class Teller(QObject):
    told = Signal()
    def hear(self): pass
teller = Teller()
for _ in range(100_000):
    teller.told.connect(teller.hear)
    teller.told.emit()
    teller.told.disconnect(teller.hear)
    teller.setObjectName('x')
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal in this Python")
@pytest.mark.parametrize("one", [None, True, False, NotImplemented, Ellipsis], ids=repr)
def test_no_number_of_calls_can_use_one_up(one: object) -> None:
    assert sys.getrefcount(one) > 1 << 40


def test_a_hundred_thousand_calls_end_well() -> None:
    ended = run_python(CALLS)
    assert (ended.returncode, ended.stderr) == (0, "")
