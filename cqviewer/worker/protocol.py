"""Messages between the window and its worker process.

Each is its length, the number of the call that it belongs to, and then a pickled value. Only the
two ends of one program talk here.
"""

import pickle
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from socket import socket

Request = tuple[Callable[..., object], tuple[object, ...], dict[str, object]]
"""A function of a module, its arguments, and those that have names."""
Answer = tuple[bool, object]
"""Whether a call was done, and what it returned or else the exception that it raised."""


class ProgressReport(NamedTuple):
    """How far a call has come: the number of the part that is begun, and of all parts."""

    part: int
    parts: int


_HEAD: Final = struct.Struct("!QQ")
_CHUNK: Final = 1 << 20


def write(message: Request | Answer | ProgressReport) -> bytes:
    """Return the body of a message; whatever pickle raises if it cannot be sent."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def frame(number: int, body: bytes) -> bytes:
    """Return a message of a call as it is sent."""
    return _HEAD.pack(len(body), number) + body


def read_request(body: bytes) -> Request:
    """Return the request in the body of a message; whatever pickle raises if it cannot be read."""
    request: Request = pickle.loads(body)  # noqa: S301 - from this program's own other end
    return request


def read_answer(body: bytes) -> Answer | ProgressReport:
    """Return the answer in the body of a message; whatever pickle raises if it cannot be read."""
    answer: Answer | ProgressReport = pickle.loads(body)  # noqa: S301 - as above
    return answer


class Inbox:
    """Collects what a socket receives until messages are whole."""

    def __init__(self, connection: "socket") -> None:
        """Receive from one end of a connection."""
        self._connection = connection
        self._data = bytearray()

    def receive(self) -> list[tuple[int, bytes]]:
        """Receive once; return number and body of each message that is whole by now.

        EOFError if the other end has gone.
        """
        data = self._connection.recv(_CHUNK)
        if not data:
            raise EOFError
        self._data += data
        messages = []
        while len(self._data) >= _HEAD.size:
            size, number = _HEAD.unpack_from(self._data)
            end = _HEAD.size + size
            if len(self._data) < end:
                break
            messages.append((number, bytes(self._data[_HEAD.size : end])))
            del self._data[:end]
        return messages
