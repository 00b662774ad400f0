#!/usr/bin/env python3
"""Draws the pictures of tests/data/avif and has them written by programs that people use, each with an encoder of its own
or its own build of one.

    pip install pillow                        # 13.0.0, libavif 1.4.2
    apt-get install libavif-bin imagemagick ffmpeg   # avifenc 0.11.1, ImageMagick 6.9.11-60, FFmpeg 5.1.9
    npm install sharp @jsquash/avif           # 0.35.5; 2.1.1, which is Squoosh's
    NODE_PATH=.../node_modules tools/avif/make.py

No camera and no other picture has a part in them. Versions are those that wrote what is committed.
"""
import io
import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).parents[2] / "tests/data/avif"
RED, GREEN, BLUE, YELLOW = (220, 40, 40), (40, 180, 60), (40, 60, 200), (240, 220, 40)

SHARP = """
const sharp = require('sharp');
const [from, to, options, exif] = process.argv.slice(1);
const gps = {IFD0: {Orientation: '6'}, IFD3: {GPSLatitudeRef: 'S', GPSLatitude: '6/1 54/1 0/1'}};
const image = sharp(from).avif(JSON.parse(options));
(exif ? image.withExif(gps) : image).toFile(to);
"""

SQUOOSH = """
import {readFile, writeFile} from 'node:fs/promises';
const [package_, from, to, width, height] = process.argv.slice(2);
const codec = (await import(package_ + '/codec/enc/avif_enc.js')).default;
const wasmBinary = await readFile(package_ + '/codec/enc/avif_enc.wasm');
const options = (await import(package_ + '/meta.js')).defaultOptions;
const encoder = await codec({wasmBinary});
const pixels = new Uint8Array(await readFile(from));
await writeFile(to, encoder.encode(pixels, Number(width), Number(height), options));
"""


def corners(width=96, height=64):
    """Red and green above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    for colour, left, top in [(RED, 0, 0), (GREEN, 1, 0), (BLUE, 0, 1), (YELLOW, 1, 1)]:
        image.paste(colour, (left * width // 2, top * height // 2, (left + 1) * width // 2, (top + 1) * height // 2))
    return image


def see_through():
    """Nothing on the left, half of it at the upper right."""
    image = corners().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 48, 64))
    image.paste(GREEN + (128,), (48, 0, 96, 32))
    return image


def pillow(image, **options):
    file = io.BytesIO()
    image.save(file, "AVIF", **options)
    return file.getvalue()


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    place = tags.get_ifd(0x8825)
    place[1], place[2] = "S", (6.0, 54.0, 0.0)
    return tags


class Work:
    """Pictures as PNG in a folder that goes, and what programs make of them."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def png(self, image, name="in.png"):
        path = self.folder / name
        image.save(path)
        return str(path)

    def run(self, *command):
        out = self.folder / "out.avif"
        out.unlink(missing_ok=True)
        subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return out.read_bytes()

    def avifenc(self, images, *options):
        files = [self.png(image, f"{index}.png") for index, image in enumerate(images)]
        return self.run("avifenc", "-s", "4", *options, *files, self.folder / "out.avif")

    def magick(self, image, *options):
        return self.run("convert-im6.q16", self.png(image), *options, self.folder / "out.avif")

    def ffmpeg(self, image, *options):
        return self.run("ffmpeg", "-y", "-i", self.png(image), *options, self.folder / "out.avif")

    def sharp(self, image, options="{}", *more):
        return self.run("node", "-e", SHARP, self.png(image), self.folder / "out.avif", options, *more)

    def squoosh(self, image):
        script, pixels = self.folder / "squoosh.mjs", self.folder / "pixels"
        script.write_text(SQUOOSH)
        pixels.write_bytes(image.convert("RGBA").tobytes())
        package = Path(os.environ["NODE_PATH"]) / "@jsquash/avif"
        return self.run("node", script, package, pixels, self.folder / "out.avif", *image.size)


def main():
    FOLDER.mkdir(exist_ok=True)
    flat = Image.new("RGB", (64, 64), (200, 100, 50))
    gray = Image.new("RGB", (64, 64), (148,) * 3)
    with tempfile.TemporaryDirectory() as folder:
        work = Work(folder)
        files = {
            "plain.avif": pillow(corners(), quality=80),
            "alpha.avif": pillow(see_through(), quality=90),
            "turned-exif.avif": pillow(corners().transpose(Image.Transpose.ROTATE_90), quality=80, exif=exif(6)),
            "odd.avif": pillow(corners(93, 61), quality=80, subsampling="4:2:2"),
            "sharp.avif": work.sharp(corners()),
            "sharp-deep.avif": work.sharp(corners(), '{"bitdepth": 12, "chromaSubsampling": "4:2:0"}'),
            "sharp-exif.avif": work.sharp(corners(), "{}", "exif"),
            "magick.avif": work.magick(corners(), "-quality", "80"),
            "squoosh.avif": work.squoosh(corners()),
            "ffmpeg.avif": work.ffmpeg(corners(), "-c:v", "libaom-av1", "-crf", "10", "-pix_fmt", "yuv420p"),
            "turned.avif": work.avifenc([corners()], "--irot", "0", "--imir", "0"),
            "cut.avif": work.avifenc([corners()], "--crop", "48,0,48,32", "-y", "420"),
            "lossless.avif": work.avifenc([corners()], "--lossless"),
            "gray.avif": work.avifenc([corners()], "-y", "400"),
            "deep.avif": work.avifenc([corners()], "-d", "10", "-y", "420", "-r", "limited"),
            "television.avif": work.avifenc([corners()], "-y", "422", "--nclx", "1/13/1", "-r", "limited"),
            "grid.avif": work.avifenc([corners(128, 128)], "--grid", "2x2"),
            "premultiplied.avif": work.avifenc([see_through()], "--premultiply", "--min", "0", "--max", "10"),
            "animated.avif": work.avifenc([corners(), flat.resize((96, 64)), gray.resize((96, 64))]),
            "p3.avif": work.avifenc([flat], "--nclx", "12/13/6"),
            "pq.avif": work.avifenc([gray], "--nclx", "9/16/9", "-d", "10"),
            "hlg.avif": work.avifenc([gray.point(lambda level: level + 43)], "--nclx", "9/18/9", "-d", "10"),
        }
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)
        print(name, len(data))


main()
