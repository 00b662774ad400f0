#!/usr/bin/env bash
# Saving a photo as AVIF takes the orientation out of the caller's EXIF, so that the files saved after it lie down.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check Pillow==13.0.0
py/bin/pip freeze | grep -iE '^pillow=='

cat <<'END'
AVIF has a field of its own for the way up, so Pillow moves the orientation there, out of the very object that was
handed over. One EXIF object given to AVIF, then WebP, then JPEG: the last two have lost their orientation. With AVIF
last all three have it.
END

cat >save.py <<'END'
import io

from PIL import Image

ORIENTATION = 0x0112


def saved(*formats):
    photo = Image.new("RGB", (64, 32), "green")
    exif = photo.getexif()
    exif[ORIENTATION] = 6
    found = []
    for kind in formats:
        file = io.BytesIO()
        photo.save(file, kind, exif=exif)
        found.append(f"{kind} {Image.open(file).getexif().get(ORIENTATION)}")
    return ", ".join(found)


print(saved("AVIF", "WEBP", "JPEG"))
print(saved("WEBP", "JPEG", "AVIF"))
END
py/bin/python save.py | tee seen

diff - seen <<'END'
AVIF 6, WEBP None, JPEG None
WEBP 6, JPEG 6, AVIF 6
END
