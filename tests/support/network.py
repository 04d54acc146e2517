"""Keeps the tests off the network."""

import sys

_FORBIDDEN = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}


def block() -> None:
    """Refuse every use of the network from here on, for the whole process."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event in _FORBIDDEN:
            raise RuntimeError(f"a test reached for the network: {event} {arguments[1:]}")

    sys.addaudithook(refuse)
