"""Parts of a document that are unpacked one by one, so that who receives many waits for none."""

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

import msgspec

from cqviewer.evidence.document import DocumentPart


class Packed(Sequence[DocumentPart]):
    """The parts of a document as MessagePack; each is decoded when it is asked for."""

    def __init__(self, parts: Iterable[DocumentPart]) -> None:
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
    def __getitem__(self, at: int) -> DocumentPart: ...
    @overload
    def __getitem__(self, at: slice) -> list[DocumentPart]: ...
    def __getitem__(self, at: int | slice) -> DocumentPart | list[DocumentPart]:
        """Return the part at a place, or those of a slice."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        part = memoryview(self._data)[self._ends[place] : self._ends[place + 1]]
        return _DECODER.decode(part)


_DECODER = msgspec.msgpack.Decoder(DocumentPart)
