"""WARC files (CC-NEWS and other crawls): responses and plain-text conversions -> raw documents."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pipeline.errors import LoadError
from pipeline.load.containers import DAMAGE, Member
from pipeline.load.options import LoadOptions
from pipeline.load.text import decode
from pipeline.records import Failure, RawDocument
from pipeline.timestamps import moment

_KINDS = {"response", "resource", "conversion"}


def read_warc(member: Member, options: LoadOptions) -> Iterator[RawDocument | Failure]:
    """Yield a document per page; responses that are no page (status, content type) as failures with the reason."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    limit = options.limits.record
    number = 0
    try:
        for record in ArchiveIterator(member.stream):
            if record.rec_type not in _KINDS:
                continue
            number += 1
            where = f"{member.uri}#{number}"
            headers = record.rec_headers
            identity = (headers.get_header("WARC-Record-ID") or "").strip("<>") or None
            kind, _, parameters = (_header(record, "Content-Type") or "").partition(";")
            kind = kind.strip().lower()
            reason = ""
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            if status != "200":
                reason = f"HTTP status {status}"
            elif kind and not kind.startswith("text/") and "html" not in kind:
                reason = f"content type {kind}"
            data = b"" if reason else record.content_stream().read(limit + 1)
            if len(data) > limit:
                reason = f"refused: one document of more than {limit:,} bytes"
            if not reason and not data.strip():
                reason = "empty response"
            if reason:
                yield Failure(where, identity, "load", "LoadError", reason)
                continue
            charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'") or None
            text, notes = decode(data, charset)
            plain = record.rec_type == "conversion" or kind == "text/plain"
            yield RawDocument(
                source_uri=where,
                record_id=identity,
                media="text" if plain else "html",
                content=text.replace("\r\n", "\n").replace("\r", "\n"),
                url=headers.get_header("WARC-Target-URI"),
                fetched_at=moment(headers.get_header("WARC-Date")),
                notes=notes,
            )
    except ArchiveLoadFailed as error:
        raise LoadError(f"damaged after {number} records: {error}") from error
    except (*DAMAGE, ValueError, AttributeError, TypeError, io.UnsupportedOperation) as error:
        # AttributeError and TypeError: warcio on records whose headers lack an address or a length
        raise LoadError(f"damaged after {number} records: {error or type(error).__name__}") from error


def _header(record: object, name: str) -> str | None:
    http = getattr(record, "http_headers", None)
    found = http.get_header(name) if http else getattr(record, "rec_headers").get_header(name)  # noqa: B009
    return str(found) if found else None
