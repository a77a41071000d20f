"""A font made here: every character is blank and half as wide as the type is high.

With it what is painted under the text does not depend on the machine's fonts, and no glyph
hides a pixel. Tables as in the OpenType specification, only those that FreeType asks for.
"""

import struct

FAMILY = "Curator Blank"
UNITS, ADVANCE, ASCENT, DESCENT = 1000, 500, 1000, 300
_LAST = 0x2FFF


def blank_font() -> bytes:
    """Return the font as the bytes of a TrueType file."""
    tables = {
        b"cmap": _cmap(),
        b"glyf": b"\0\0",
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            0x00010000, 0x00010000, 0, 0x5F0F3CF5, 3, UNITS, 0, 0,
            0, -DESCENT, ADVANCE, ASCENT, 0, 8, 2, 0, 0,
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x00010000, ASCENT, -DESCENT, 0, ADVANCE, 0, 0, 0,
            1, 0, 0, 0, 0, 0, 0, 0, 1,
        ),
        b"hmtx": struct.pack(">HhH", ADVANCE, 0, 0),
        b"loca": struct.pack(">HHH", 0, 0, 0),
        b"maxp": struct.pack(">IH13H", 0x00010000, 2, *[0] * 13),
        b"name": _name(),
        b"post": struct.pack(">IIhhIIIII", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    return _file(tables)


def _cmap() -> bytes:
    """One table of format 4 in which every character has glyph 1."""
    count = _LAST - 0x20 + 1
    body = struct.pack(">4H", 4, 4, 1, 0)
    body += struct.pack(">HHH", _LAST, 0xFFFF, 0)
    body += struct.pack(">HH", 0x20, 0xFFFF) + struct.pack(">HH", 0, 1)
    body += struct.pack(">HH", 4, 0) + struct.pack(f">{count}H", *[1] * count)
    return struct.pack(">HHHHI3H", 0, 1, 3, 1, 12, 4, 6 + len(body), 0) + body


def _name() -> bytes:
    texts = {1: FAMILY, 2: "Regular", 4: FAMILY, 6: FAMILY.replace(" ", "")}
    records, strings = b"", b""
    for identifier, text in texts.items():
        data = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, identifier, len(data), len(strings))
        strings += data
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + strings


def _file(tables: dict[bytes, bytes]) -> bytes:
    offset = 12 + 16 * len(tables)
    head, body = struct.pack(">IHHHH", 0x00010000, len(tables), 128, 3, 16), b""
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        head += struct.pack(">4sIII", tag, _checksum(padded), offset + len(body), len(data))
        body += padded
    return head + body


def _checksum(data: bytes) -> int:
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF
