#!/usr/bin/env bash
# exif-be-gone and piexif take the place out of a phone's photo and leave the video behind it, which names the place again.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check install piexif==1.1.3 pillow==13.0.0
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exif-be-gone@1.5.1
npm ls --depth 0 | sed -n 's/^.── //p'
python/bin/pip --disable-pip-version-check freeze | grep -i -E '^(piexif|pillow)='

cat <<'END'
Phones save the seconds around a photo as a video behind it in the same file (motion photo); players of video read the
place from its box `©xyz`. Both removers end with a JPEG without EXIF, of which all of the video is left, sound and place
with it. Pillow, which writes the pixels anew, leaves nothing.
END

cat >make.py <<'END'
import io
import struct

import piexif
from PIL import Image

def box(name, content):
    return struct.pack(">I", len(content) + 8) + name + content

place = b"-07.0000+107.0000/"
picture = io.BytesIO()
south = {piexif.GPSIFD.GPSLatitudeRef: b"S", piexif.GPSIFD.GPSLatitude: ((7, 1), (0, 1), (0, 1))}
Image.new("RGB", (64, 48), (200, 120, 40)).save(picture, "JPEG", exif=piexif.dump({"GPS": south}))
user_data = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(place), 0x15C7) + place))
video = box(b"ftyp", b"mp42\0\0\0\0isommp42") + box(b"moov", user_data) + box(b"mdat", b"suara")
with open("phone.jpg", "wb") as file:
    file.write(picture.getvalue() + video)
piexif.remove("phone.jpg", "piexif.jpg")
Image.open("phone.jpg").save("pillow.jpg")
END
python/bin/python make.py
node_modules/.bin/exif-be-gone phone.jpg exif-be-gone.jpg >/dev/null

for file in phone piexif exif-be-gone pillow; do
  has() { grep --quiet --text --fixed-strings -e "$1" "$file.jpg" && echo yes || echo no; }
  echo "$file.jpg: EXIF $(has Exif), video $(has ftypmp42), place $(has -07.0000+107)"
done | tee seen

diff - seen <<'END'
phone.jpg: EXIF yes, video yes, place yes
piexif.jpg: EXIF no, video yes, place yes
exif-be-gone.jpg: EXIF no, video yes, place yes
pillow.jpg: EXIF no, video no, place no
END
