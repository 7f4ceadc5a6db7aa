"""Bytes -> text: which encoding, and what had to be repaired."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import LoadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""")
# the WHATWG Encoding Standard reads these labels as windows-1252
_LATIN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"}


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text and notes on how it was decoded.

    A byte order mark decides; then UTF-8 if it is valid; then the charset that the container or the page declares;
    then what the bytes look like: windows-1252 where nearly all are ASCII, since the other readings of single-byte
    text differ only in rare letters.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = error
    if len(data) - broken.start <= 3 and broken.reason == "unexpected end of data":
        return data[: broken.start].decode("utf-8"), ("cut off inside a character",)
    head = data[:4096]
    found = _XML.match(head) or _META.search(head)
    for label in (declared, found[1].decode("ascii") if found else None):
        if not label or label.lower() in ("utf-8", "utf8"):
            continue
        name = "windows-1252" if label.lower() in _LATIN else label
        try:
            return data.decode(name), (f"decoded as {name}",)
        except (LookupError, UnicodeDecodeError):
            continue
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") <= 1 + len(damaged) // 2000:
        return damaged, (f"{damaged.count(chr(0xFFFD))} bytes were not UTF-8",)
    if sum(byte > 127 for byte in data[:65536]) * 20 < len(data[:65536]):
        return data.decode("windows-1252", "replace"), ("encoding guessed: windows-1252",)
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:65536]).best()
    name = best.encoding if best else "windows-1252"
    return data.decode(name, "replace"), (f"encoding guessed: {name}",)


def decode_line(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode one record of a text stream: UTF-8, else windows-1252."""
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace"), ("decoded as windows-1252",)


_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"wOF", "a font"),
    (b"ID3", "audio"),
    (b"OggS", "audio or video"),
    (b"RIFF", "audio, video or an image"),
)


def refuse_binary(head: bytes) -> None:
    """Raise :class:`LoadError` when the first bytes of a file cannot be text."""
    if any(head.startswith(mark) for mark, _ in _BOMS):
        return
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise LoadError(f"not text: the file is {name}")
    zeros = head.count(0)
    if zeros and zeros > len(head) // 1000:
        raise LoadError(f"not text: {zeros} zero bytes among the first {len(head)}")
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    if control > len(head) // 10:
        raise LoadError(f"not text: {control} control characters among the first {len(head)} bytes")
