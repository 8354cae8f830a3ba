"""Writes compound files and Word documents, as small as they can be, and as wrong as is asked."""

import struct
from collections.abc import Mapping, Sequence

END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SECTOR, SMALL, CUTOFF = 512, 64, 4096
FIRST = 1024
"""Where the text begins in the stream `WordDocument`."""
SUMMARY, MORE = "\5SummaryInformation", "\5DocumentSummaryInformation"

Run = tuple[int, int, bytes]
"""Characters from where to where, and what they look like."""


def padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)


class Blocks:
    """Blocks of one size, and the table that says which of them follow each other."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.data = b""
        self.table: list[int] = []

    def put(self, data: bytes) -> int:
        """Add *data*, and return the number of its first block."""
        start, blocks = len(self.table), padded(data, self.size)
        count = len(blocks) // self.size
        self.table += [*range(start + 1, start + count), END] if count else []
        self.data += blocks
        return start if count else END


def entry(name: str, kind: int, place: tuple[int, int], *, right: int, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le")
    fields = (raw, len(raw) + 2, kind, 1, FREE, right, child, b"", 0, 0, 0, *place, 0)
    return struct.pack("<64sHBBIII16sIQQIII", *fields)


def compound(streams: Mapping[str, bytes], storages: Sequence[str] = ()) -> bytes:
    """Write a compound file that holds *streams*, and *storages* with nothing in them."""
    sectors, smalls = Blocks(SECTOR), Blocks(SMALL)
    places = [
        ((smalls if len(data) < CUTOFF else sectors).put(data), len(data))
        for data in streams.values()
    ]
    small = sectors.put(smalls.data), len(smalls.data)
    table = struct.pack(f"<{len(smalls.table)}I", *smalls.table)
    small_table = sectors.put(table + b"\xff" * (-len(table) % SECTOR))
    named = [*zip(streams, places, strict=True), *((name, None) for name in storages)]
    directory = entry("Root Entry", 5, small, right=FREE, child=1 if named else FREE)
    for number, (name, place) in enumerate(named, 1):
        right = number + 1 if number < len(named) else FREE
        directory += entry(name, 2 if place else 1, place or (0, 0), right=right)
    start = sectors.put(directory)
    return header((start, small_table, -(-len(table) // SECTOR)), sectors) + lists(sectors)


def header(places: tuple[int, int, int], sectors: Blocks) -> bytes:
    """Write the header, and all sectors but those of the table of sectors."""
    start, small_table, smalls = places
    tables, at = tables_of(sectors)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, len(tables))
    head += struct.pack("<IIIIIII", start, 0, CUTOFF, small_table, smalls, at, int(at != END))
    return head + struct.pack("<109I", *(tables + [FREE] * 109)[:109]) + sectors.data


def tables_of(sectors: Blocks) -> tuple[list[int], int]:
    """Return where the table of sectors goes, and where the list of those that do not fit."""
    first = len(sectors.table)
    count = -(-(first + 2) // (SECTOR // 4 - 1))
    tables = list(range(first, first + count))
    return tables, first + count if len(tables) > 109 else END


def lists(sectors: Blocks) -> bytes:
    """Write the table of sectors, and the list of its sectors that do not fit in the header."""
    tables, at = tables_of(sectors)
    numbers = [*sectors.table, *[TABLE] * len(tables), *[TABLE - 1] * (at != END)]
    numbers += [FREE] * (len(tables) * SECTOR // 4 - len(numbers))
    more = struct.pack(f"<{len(tables[109:])}I", *tables[109:]).ljust(SECTOR - 4, b"\xff")
    end = more + struct.pack("<I", END) if at != END else b""
    return struct.pack(f"<{len(numbers)}I", *numbers) + end


def page(runs: Sequence[Run]) -> bytes:
    """Write one page of what characters look like."""
    edges = [start for start, _, _ in runs] + [runs[-1][1]]
    places, end, looks = b"", SECTOR - 2, bytearray(SECTOR)
    for _, _, look in runs:
        if look:
            end -= (len(look) + 2) // 2 * 2
            looks[end : end + 1 + len(look)] = bytes((len(look),)) + look
        places += bytes((end // 2 if look else 0,))
    head = struct.pack(f"<{len(edges)}I", *edges) + places
    return head + bytes(looks[len(head) : -1]) + bytes((len(runs),))


def styled(runs: Sequence[tuple[int, int, int]]) -> bytes:
    """Write one page of which paragraphs have which style."""
    edges = [start for start, _, _ in runs] + [runs[-1][1]]
    head = struct.pack(f"<{len(edges)}I", *edges)
    places, looks, end = b"", bytearray(SECTOR), SECTOR - 2
    for _, _, style in runs:
        end -= 4
        looks[end : end + 4] = struct.pack("<BBH", 0, 1, style)
        places += bytes((end // 2,)) + bytes(12)
    head += places
    return head + bytes(looks[len(head) : -1]) + bytes((len(runs),))


def style(kind: int, base: int, look: bytes) -> bytes:
    """Write a style; kind 1 is of paragraphs, 2 of characters."""
    data = struct.pack("<HHHHH", 0, base << 4 | kind, 0, 0, 0) + struct.pack("<HHH", 1, 65, 0)
    data += struct.pack("<HH", 2, 0) if kind == 1 else b""
    return data + padded(struct.pack("<H", len(look)) + look, 2)


def sheet(*styles: bytes) -> bytes:
    head = struct.pack("<HH14x", len(styles), 10)
    return (
        struct.pack("<H", len(head))
        + head
        + b"".join(struct.pack("<H", len(each)) + each for each in styles)
    )


def streams(  # noqa: PLR0913  # all that can be wrong
    *pieces: str | bytes,
    parts: Sequence[int] = (),
    looks: Sequence[Run] = (),
    styles: bytes = b"",
    paragraphs: Sequence[tuple[int, int, int]] = (),
    prm: Mapping[int, int] = {},
    shared: Sequence[bytes] = (),
    head: tuple[int, int, int] = (0xA5EC, 0xC1, 0x0200),
) -> dict[str, bytes]:
    """Write the streams of a document of *pieces*: bytes are those of one for a character.

    *looks* are of bytes of the text, *prm* of pieces by their number.
    """
    text, table, at = b"", [], [0]
    for number, piece in enumerate(pieces):
        is_narrow = isinstance(piece, bytes)
        raw = piece if is_narrow else piece.encode("utf-16-le", "surrogatepass")
        place = FIRST + len(text)
        table.append((0, 2 * place | 1 << 30 if is_narrow else place, prm.get(number, 0)))
        at.append(at[-1] + len(raw) // (1 if is_narrow else 2))
        text += raw
    main = padded(bytes(FIRST) + text, SECTOR)
    listed = {}
    for name, of, made in (("looks", looks, page), ("paragraphs", paragraphs, styled)):
        if of:
            runs = [(FIRST + start, FIRST + end, what) for start, end, what in of]
            listed[name] = struct.pack("<III", runs[0][0], runs[-1][1], len(main) // SECTOR)
            main += made(runs)
    clx = b"".join(b"\1" + struct.pack("<H", len(look)) + look for look in shared)
    plc = struct.pack(f"<{len(at)}I", *at) + b"".join(struct.pack("<HIH", *each) for each in table)
    blocks = {
        1: styles,
        12: listed.get("looks", b""),
        13: listed.get("paragraphs", b""),
        33: clx + b"\2" + struct.pack("<I", len(plc)) + plc,
    }
    places, tables = [(0, 0)] * 93, b""
    for number, block in blocks.items():
        places[number] = len(tables), len(block)
        tables += block
    counts = [*(parts or (at[-1],)), *[0] * 8][:8]
    fib = struct.pack("<HH6xH", head[0], head[1], head[2]).ljust(0x20, b"\0")
    fib += struct.pack("<H28xH12x8i", 14, 22, *counts).ljust(2 + 28 + 2 + 88, b"\0")
    fib += struct.pack("<H", 93) + b"".join(struct.pack("<II", *place) for place in places)
    return {"WordDocument": fib.ljust(FIRST, b"\0") + main[FIRST:], "1Table": tables}


def told(kind: int, value: str | bytes | int) -> bytes:
    """Write the value of a property: 30 is a text of a code page, 31 of Unicode, 64 a time."""
    if isinstance(value, int):
        return struct.pack("<IQ", kind, value) if kind == 64 else struct.pack("<IHxx", kind, value)
    raw = value if isinstance(value, bytes) else value.encode("utf-16-le") + b"\0\0"
    count = len(raw) // 2 if kind == 31 else len(raw)
    return padded(struct.pack("<II", kind, count) + raw, 4)


def properties(*sets: Mapping[int, bytes]) -> bytes:
    """Write a property set, or more of them in one stream."""
    heads, bodies, at = b"", b"", 28 + 20 * len(sets)
    for properties_ in sets:
        places, values = b"", b""
        for number, value in properties_.items():
            places += struct.pack("<II", number, 8 + 8 * len(properties_) + len(values))
            values += value
        body = struct.pack("<II", 8 + len(places) + len(values), len(properties_)) + places + values
        heads += bytes(16) + struct.pack("<I", at + len(bodies))
        bodies += body
    return struct.pack("<HHI16xI", 0xFFFE, 0, 2, len(sets)) + heads + bodies


OPENING = b"The h\xe1rbour office opens at eightseven.\r"
REST = "Ворота \x13 PAGE \x147\x15.\rOld\x07Boats\x07\x07"
SAMPLE = compound(
    {
        **streams(
            OPENING,
            REST,
            "Note.\r",
            "Top\r",
            parts=(len(OPENING) + len(REST), 6, 4),
            looks=[
                (0, 4, b"\x3c\x08\x00"),
                (4, 28, b"\x01\x08\x01"),
                (28, 33, b"\x00\x08\x01"),
                (33, 99, b""),
            ],
        ),
        SUMMARY: properties(
            {
                1: told(2, 1252),
                2: told(30, b"Boats\0"),
                4: told(30, b"Ada\0"),
                12: told(64, 126_000_000_000_000_000),
            }
        ),
    }
)
"""A small document with everything in it that can be told wrong."""
