#!/usr/bin/env python3
"""Draws the pictures of tests/data/heic and writes them as HEIC.

    pip install pillow pillow-heif     # libheif 1.23.6 with x265 wrote those that are committed
    tools/heic/make.py [GRID]          # GRID: a HEIC in tiles with EXIF, of which grid.heic is made

No camera and no other picture has a part in them. What libheif's Python package cannot write (how a picture is cut and
turned) is put into the tables of the file afterwards.
"""
import io
import struct
import sys
from pathlib import Path

import pillow_heif
from PIL import Image

FOLDER = Path(__file__).parents[2] / "tests/data/heic"
RED, GREEN, BLUE, YELLOW = (220, 40, 40), (40, 180, 60), (40, 60, 200), (240, 220, 40)


def corners():
    """96 x 64: red and green above, blue and yellow below."""
    image = Image.new("RGB", (96, 64))
    image.paste(RED, (0, 0, 48, 32))
    image.paste(GREEN, (48, 0, 96, 32))
    image.paste(BLUE, (0, 32, 48, 64))
    image.paste(YELLOW, (48, 32, 96, 64))
    return image


def heic_of(image, quality=80, **options):
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=quality, **options)
    return file.getvalue()


def deep():
    """Ten bits for each channel."""
    levels = b"".join(struct.pack("<3H", *(level * 257 for level in pixel)) for pixel in corners().getdata())
    file = io.BytesIO()
    pillow_heif.from_bytes(mode="RGB;16", size=(96, 64), data=levels).save(file, quality=80)
    return file.getvalue()


def boxes(data, at, end):
    while at < end:
        size, name = struct.unpack(">I4s", data[at : at + 8])
        yield name, data[at : at + size]
        at += size


def box(name, content):
    return struct.pack(">I4s", len(content) + 8, name) + content


def with_properties(data, added):
    """The file with more properties, boxes as they stand, of the picture that is shown."""
    outer = dict(boxes(data, 0, len(data)))
    meta = outer[b"meta"]
    inner = list(boxes(meta, 12, len(meta)))
    tables = dict(inner)
    pitm = tables[b"pitm"]
    primary = struct.unpack(">H", pitm[12:14])[0]
    parts = dict(boxes(tables[b"iprp"], 8, len(tables[b"iprp"])))
    count = len(list(boxes(parts[b"ipco"], 8, len(parts[b"ipco"]))))
    ipma, at, owners = parts[b"ipma"], 16, b""
    for _ in range(struct.unpack(">I", ipma[12:16])[0]):
        item, has = struct.unpack(">HB", ipma[at : at + 3])
        numbers = ipma[at + 3 : at + 3 + has]
        at += 3 + has
        if item == primary:
            numbers += bytes(0x80 | (count + 1 + index) for index in range(len(added)))
        owners += struct.pack(">HB", item, len(numbers)) + numbers
    ipco = box(b"ipco", parts[b"ipco"][8:] + b"".join(added))
    iprp = box(b"iprp", ipco + box(b"ipma", ipma[8:16] + owners))
    moved = moved_by(tables[b"iloc"], len(iprp) - len(tables[b"iprp"]))
    new = {b"iprp": iprp, b"iloc": moved}
    meta = box(b"meta", meta[8:12] + b"".join(new.get(name, content) for name, content in inner))
    return b"".join(meta if name == b"meta" else content for name, content in boxes(data, 0, len(data)))


def moved_by(iloc, step):
    """The table of places, where what lies in the file has moved."""
    iloc = bytearray(iloc)
    version, (first, second) = iloc[8], iloc[12:14]
    offset_bytes, length_bytes, base_bytes, index_bytes = first >> 4, first & 15, second >> 4, second & 15
    at = 16
    for _ in range(struct.unpack(">H", iloc[14:16])[0]):
        in_file = version == 0 or iloc[at + 3] & 15 == 0
        at += (4 if version == 0 else 6) + base_bytes
        extents = struct.unpack(">H", iloc[at : at + 2])[0]
        at += 2
        for _ in range(extents):
            at += index_bytes if version else 0
            if in_file:
                place = int.from_bytes(iloc[at : at + offset_bytes], "big") + step
                iloc[at : at + offset_bytes] = place.to_bytes(offset_bytes, "big")
            at += offset_bytes + length_bytes
    return bytes(iloc)


def irot(quarters):
    """Quarter turns against the clock."""
    return box(b"irot", bytes([quarters]))


def imir(axis):
    """0: top to bottom, 1: left to right."""
    return box(b"imir", bytes([axis]))


def clap(width, height, right, down):
    """That much of the picture, its middle so far from the picture's."""
    return box(b"clap", struct.pack(">4IiIiI", width, 1, height, 1, right, 1, down, 1))


def main():
    FOLDER.mkdir(exist_ok=True)
    plain = heic_of(corners())
    see_through = corners().convert("RGBA")
    see_through.paste((0, 0, 0, 0), (0, 0, 48, 64))
    files = {
        "plain.heic": plain,
        "turned.heic": with_properties(plain, [irot(0), imir(0)]),
        "cut.heic": with_properties(plain, [clap(48, 32, 24, -16)]),
        "alpha.heic": heic_of(see_through),
        "gray.heic": heic_of(corners().convert("L")),
        "deep.heic": deep(),
        "p3.heic": heic_of(Image.new("RGB", (64, 64), (200, 100, 50)), 95, color_primaries=12,
                           transfer_characteristics=13, matrix_coefficients=6, full_range_flag=1),
    }
    if len(sys.argv) > 1:
        # As an iPhone has it: turned by the file, and EXIF says 6 all the same.
        grid = with_properties(Path(sys.argv[1]).read_bytes(), [irot(3)])
        files["grid.heic"] = grid.replace(b"\x01\x12\0\x03\0\0\0\x01\0\x01", b"\x01\x12\0\x03\0\0\0\x01\0\x06")
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)
        print(name, len(data))


main()
