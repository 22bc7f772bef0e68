"""Parts of a document that are unpacked one by one, so that who receives many waits for none."""

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

import msgspec

from cqviewer.evidence.document import Part


class Packed(Sequence[Part]):
    """The parts of a document as MessagePack; each is decoded when it is asked for."""

    def __init__(self, parts: Iterable[Part]) -> None:
        """Pack some parts."""
        encoder, data = msgspec.msgpack.Encoder(), bytearray()
        self._ends = array("Q", [0])
        for part in parts:
            data += encoder.encode(part)
            self._ends.append(len(data))
        self._data = bytes(data)

    def __len__(self) -> int:
        """Return the number of parts."""
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> Part: ...
    @overload
    def __getitem__(self, at: slice) -> list[Part]: ...
    def __getitem__(self, at: int | slice) -> Part | list[Part]:
        """Return the part at a place, or those of a slice."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        part = memoryview(self._data)[self._ends[place] : self._ends[place + 1]]
        return _DECODER.decode(part)


_DECODER = msgspec.msgpack.Decoder(Part)
