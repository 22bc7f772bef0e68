"""Messages arrive whole and in order, however a connection cuts them up."""

import socket
from collections.abc import Iterator

import pytest

from cqviewer.worker.protocol import Inbox, frame, read_answer, read_request, write

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """Yield both ends of a connection."""
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def test_a_message_that_comes_in_pieces_is_given_when_it_is_whole(ends: Ends) -> None:
    inbox = Inbox(ends[1])
    message = frame(7, write((True, "done")))
    for at in range(len(message) - 1):
        ends[0].sendall(message[at : at + 1])
        assert inbox.receive() == []
    ends[0].sendall(message[-1:])
    ((number, body),) = inbox.receive()
    assert (number, read_answer(body)) == (7, (True, "done"))


def test_messages_that_come_together_are_told_apart(ends: Ends) -> None:
    inbox = Inbox(ends[1])
    bodies = [write((len, (text,), {})) for text in ("", "a", "bc")]
    messages = b"".join(frame(at, body) for at, body in enumerate(bodies))
    ends[0].sendall(messages[:-3])
    first = inbox.receive()
    ends[0].sendall(messages[-3:])
    received = [*first, *inbox.receive()]
    assert [number for number, _ in received] == [0, 1, 2]
    assert [read_request(body)[1] for _, body in received] == [("",), ("a",), ("bc",)]


def test_an_empty_body_is_a_message(ends: Ends) -> None:
    ends[0].sendall(frame(3, b""))
    assert Inbox(ends[1]).receive() == [(3, b"")]


def test_the_end_of_the_other_side_is_told(ends: Ends) -> None:
    ends[0].close()
    with pytest.raises(EOFError):
        Inbox(ends[1]).receive()


def test_what_has_not_come_yet_is_not_waited_for(ends: Ends) -> None:
    ends[1].setblocking(False)
    with pytest.raises(BlockingIOError):
        Inbox(ends[1]).receive()
