#!/usr/bin/env python3
"""Colours of photos as another program sees them, for `tests/photo_files.rs`.

    python3 tools/colours/reference.py DATA tests/photo_colours.json

DATA is a folder with an INDEX.json that lists photos below `exif/`, `photos/` and `bad/`. Each one that Pillow opens is
turned as its EXIF says, brought to sRGB by LittleCMS, or from a PNG's gamma as browsers do, laid on white, and averaged
in at most 4 x 4 fields, from the top left, six hexadecimal digits a field: as it is, as a WebP and as a JPEG of
Pillow's own, since both formats halve the colours of strong edges. Only these figures are kept, no picture. Needs
Pillow with LittleCMS.
"""
import io
import json
import pathlib
import sys

from PIL import Image, ImageCms

Image.MAX_IMAGE_PIXELS = 120_000_000
FIELDS = 4
SRGB = ImageCms.createProfile("sRGB")


def upright(image):
    """Turned by EXIF alone: what only XMP says, browsers ignore too."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif", b""))
    except (SyntaxError, ValueError):
        return image
    turns = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_270",
             7: "TRANSVERSE", 8: "ROTATE_90"}
    turn = turns.get(exif.get(0x0112))
    return image.transpose(Image.Transpose[turn]) if turn else image


def in_srgb(image):
    """RGB or RGBA by the photo's own profile; one that is of another kind than the pixels counts as none."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda level: level / 257).convert("L")
    if image.mode in ("P", "PA", "LA", "1") or "transparency" in image.info:
        image = image.convert("RGBA")
    if profile:
        try:
            alpha = image.getchannel("A") if image.mode == "RGBA" else None
            flat = image.convert("RGB") if alpha else image
            flat = ImageCms.profileToProfile(flat, io.BytesIO(profile), SRGB, outputMode="RGB")
            if alpha:
                flat.putalpha(alpha)
            return flat
        except ImageCms.PyCMSError:
            pass
    image = image.convert("RGBA" if image.mode == "RGBA" else "RGB")
    gamma = image.info.get("gamma")
    return from_gamma(image, gamma) if gamma and "srgb" not in image.info else image


def from_gamma(image, gamma):
    """Samples that were raised to that power (`gAMA`), as sRGB encodes them. W3C PNG, 11.3.2.2."""

    def level(sample):
        linear = (sample / 255) ** (1 / gamma)
        return round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))

    keep = list(range(256)) if image.mode == "RGBA" else []
    return image.point([level(sample) for sample in range(256)] * 3 + keep)


def on_white(image):
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    return image


def encoded(image, **options):
    file = io.BytesIO()
    image.save(file, quality=95, **options)
    return Image.open(file)


def fields(image):
    size = (min(FIELDS, image.width), min(FIELDS, image.height))
    return image.resize(size, Image.Resampling.BOX).tobytes().hex()


def figures(image):
    small = image.copy()
    small.thumbnail((640, 40_000))
    versions = [image, encoded(small, format="WEBP"), encoded(on_white(small), format="JPEG", subsampling="4:2:0")]
    return " ".join(fields(on_white(version)) for version in versions)


def main():
    data, target = map(pathlib.Path, sys.argv[1:])
    colours = {}
    for name in sorted(file["file"] for file in json.loads((data / "INDEX.json").read_text())["files"]):
        if name.split("/")[0] not in ("exif", "photos", "bad"):
            continue
        try:
            with Image.open(data / name) as image:
                image.load()
                image = in_srgb(upright(image))
            colours[name] = f"{image.width} x {image.height}: {figures(image)}"
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            print(f"{name}: {error}", file=sys.stderr)
    target.write_text(json.dumps(colours, indent=1) + "\n")


main()
