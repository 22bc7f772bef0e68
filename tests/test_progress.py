"""Work reports how far it is to whoever listens, and to nobody afterwards."""

from cqviewer.progress import heard_by, report


def test_reports_are_heard_while_somebody_listens() -> None:
    heard: list[tuple[int, int]] = []
    report(1, 3)
    with heard_by(lambda part, parts: heard.append((part, parts))):
        report(2, 3)
    report(3, 3)
    assert heard == [(2, 3)]


def test_an_inner_listener_hears_alone_and_an_error_ends_its_hearing() -> None:
    outer: list[int] = []
    inner: list[int] = []
    with heard_by(lambda part, _parts: outer.append(part)):
        try:
            with heard_by(lambda part, _parts: inner.append(part)):
                report(1, 2)
                raise ValueError
        except ValueError:
            report(2, 2)
    assert (inner, outer) == ([1], [2])
