"""XML from anywhere, fed to a reader piece by piece: no DTD, no entity, no tree in memory."""

from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

PIECE_BYTES = 65_536


class UnsafeXml(ValueError):
    """The file defines entities or a DTD."""


class BrokenXml(ValueError):
    """The file is no XML, or its reader found a value that cannot be."""


class Reader(Protocol):
    """Takes the events of a parser; what it raises other than ValueError goes through."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...

    def data(self, text: str) -> None: ...

    def end(self, tag: str) -> None: ...

    def close(self) -> None: ...


class Refused(Exception):
    """Base of the refusals a reader raises itself: these go through as they are."""


def feed(content: bytes, reader: Reader) -> None:
    """Feed the content to the reader. Raises UnsafeXml, BrokenXml, or the reader's own Refused."""
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        for start in range(0, len(content), PIECE_BYTES):
            parser.feed(content[start : start + PIECE_BYTES])
        parser.close()
    except DefusedXmlException as error:
        raise UnsafeXml(type(error).__name__) from None
    except Refused:
        raise
    except (ParseError, ValueError, LookupError) as error:  # LookupError: an encoding nobody knows
        raise BrokenXml(type(error).__name__) from None
