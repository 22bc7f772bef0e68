"""Starting the worker process, and the socket that reaches it."""

import socket
import subprocess
import sys
from pathlib import Path


class WorkerProcess:
    """A worker process that runs, with this end of its connection."""

    def __init__(self) -> None:
        """Start the process; OSError if that is impossible."""
        self.connection, theirs = socket.socketpair()
        try:
            self._process = _start(theirs)
        except OSError:
            self.connection.close()
            raise
        finally:
            theirs.close()
        self.connection.setblocking(False)

    def kill(self) -> None:
        """End the process, whatever it is doing; `wait` or `has_ended` follow later."""
        self.connection.close()
        self._process.kill()

    def has_ended(self) -> bool:
        """Return whether the process is gone, without waiting for that."""
        return self._process.poll() is not None

    def wait(self) -> int:
        """Wait for the end of the process; return its exit status."""
        return self._process.wait()


def _start(connection: socket.socket) -> "subprocess.Popen[bytes]":
    """Start a process whose standard input is a connection."""
    command = [sys.executable, "--worker"]  # cqviewer itself, frozen; see cqviewer.cli
    if not getattr(sys, "frozen", False):
        folder = str(Path(__file__).resolve().parents[2])
        serve = "from cqviewer.worker.serve import main; main()"
        code = f"import sys; sys.path.append({folder!r}); {serve}"
        command = [sys.executable, "-P", "-c", code]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE if sys.platform == "win32" else connection.fileno(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=0,  # the window decides what Ctrl+C in a terminal ends
    )
    if sys.platform == "win32":  # there a socket is not inherited, but described to the process
        assert process.stdin is not None
        with process.stdin:
            process.stdin.write(connection.share(process.pid))
    return process
