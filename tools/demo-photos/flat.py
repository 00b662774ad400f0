"""Draw what needs no scene, a cooperative's logo and its printed QRIS sheet:  python flat.py   (needs Pillow and segno)

The code on the sheet is made up like all numbers of the demo: its national number is ID0000000000058.
"""
import io
import os

import segno
from PIL import Image, ImageDraw

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
LARGER = 4  # drawn larger and made smaller again, for smooth edges
QRIS = (
    "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000580215CONTOH0000000580303UMI"
    "51440014ID.CO.QRIS.WWW0215ID00000000000580303UMI5204549953033605802ID5913KOPWAN MELATI"
    "6013KAB. SUMEDANG61054539162070703A016304F36E"
)


def cloud(size):
    """Batik Sawala: a cloud of three bumps in five shades, the lightest outside."""
    side = size * LARGER
    image = Image.new("RGB", (side, side), "#fbf7ef")
    pen = ImageDraw.Draw(image)
    shades = ["#c6d8ec", "#8fb3d9", "#5a8bc0", "#2f66a3", "#1f4e8c"]
    base = side * 0.66
    for step, shade in enumerate(shades):
        inset = step * side * 0.036
        for x, y, radius in ((0.30, 0.56, 0.20), (0.52, 0.44, 0.27), (0.73, 0.58, 0.18)):
            r = radius * side - inset
            pen.ellipse([x * side - r, y * side - r, x * side + r, y * side + r], fill=shade)
    pen.rectangle([0, base, side, side], fill="#fbf7ef")
    for step, shade in enumerate(shades[1:4]):
        top = base + (step + 0.7) * side * 0.045
        inset = (step + 1) * side * 0.07
        pen.rounded_rectangle([0.10 * side + inset, top, 0.91 * side - inset, top + side * 0.02], side * 0.01, fill=shade)
    return image.resize((size, size), Image.LANCZOS)


def sheet(width, height):
    """Kopwan Melati: a printed code on a table, a little askew, as a phone sees it."""
    code = segno.make(QRIS, error="m", micro=False)
    png = io.BytesIO()
    code.save(png, kind="png", scale=12, border=4)
    picture = Image.open(png).convert("RGB")
    paper = Image.new("RGB", (picture.width + 120, picture.height + 260), "#fffdf8")
    paper.paste(picture, (60, 170))
    pen = ImageDraw.Draw(paper)
    pen.rectangle([0, 0, paper.width, 110], fill="#a33b5e")
    pen.text((60, 26), "KOPWAN MELATI", fill="#fffdf8", font_size=56)
    pen.text((60, picture.height + 190), "NMID: ID0000000000058", fill="#3b2a20", font_size=36)
    table = Image.new("RGB", (width, height), "#b98d62")
    grain = ImageDraw.Draw(table)
    for y in range(0, height, 150):
        grain.rectangle([0, y, width, y + 4], fill="#a57a51")
    turned = paper.convert("RGBA").rotate(2.5, expand=True, resample=Image.BICUBIC)
    table.paste(turned, ((width - turned.width) // 2, (height - turned.height) // 2), turned)
    return table


def main():
    photos = lambda slug, name: os.path.join(ROOT, "content", slug, "foto", name)
    for path in (photos("batik-sawala", "logo.png"), photos("kopwan-melati", "qris.jpg")):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    cloud(512).save(photos("batik-sawala", "logo.png"), optimize=True)
    sheet(1200, 1500).save(photos("kopwan-melati", "qris.jpg"), quality=88, optimize=True)


if __name__ == "__main__":
    main()
