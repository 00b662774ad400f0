"""Render the demo pictures:  python render.py [--draft] [--out DIR] name ...  (no name: all)"""
import argparse
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np
from PIL import Image, ImageFilter

import parts
import scenes

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def finish(png, jpg, size, limit=480_000):
    """Light falloff in the corners, a little grain, JPEG below limit bytes, no metadata."""
    im = Image.open(png).convert("RGB")
    if im.size != size:
        im = im.resize(size, Image.LANCZOS).filter(ImageFilter.UnsharpMask(1.2, 45, 2))
    a = np.asarray(im).astype(np.float32) / 255
    h, w = a.shape[:2]
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j]
    a *= (1 - 0.10 * np.clip((x * x + y * y) / 2, 0, 1) ** 1.5)[..., None]
    g = np.random.default_rng(3).normal(size=(h, w, 1)) * 0.008
    a = np.clip(a + g, 0, 1)
    im = Image.fromarray((a * 255 + 0.5).astype(np.uint8))
    for q in (90, 88, 85, 82, 78, 74, 70):
        im.save(jpg, "JPEG", quality=q, optimize=True, progressive=True)
        if os.path.getsize(jpg) < limit:
            break


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("names", nargs="*")
    ap.add_argument("--draft", action="store_true")
    ap.add_argument("--out")
    ap.add_argument("--scale", type=float, default=1.0, help="render smaller, then enlarge")
    ap.add_argument("--samples", type=int, default=16)
    ap.add_argument("--fast", action="store_true", help="fewer bounces of light")
    ap.add_argument("--kilobytes", type=int, default=480, help="the most that a picture may take")
    a = ap.parse_args()
    for n in scenes.load(a.names):
        t = time.time()
        fn = scenes.SCENES[n]
        parts.reset()
        parts.seed(sum(map(ord, n)))
        opt = fn() or {}
        w, h = opt.pop("size", (1600, 1200))
        tb = time.time() - t
        tmp = os.path.join(os.environ.get("TMPDIR", "/tmp"), n.replace("/", "_") + ".png")
        if a.draft:
            parts.render(tmp, w // 4, h // 4, 8, fast=a.fast, **opt)
            print("DRAFT", tmp, f"build {tb:.1f}s total {time.time() - t:.1f}s", flush=True)
            continue
        parts.render(tmp, int(w * a.scale), int(h * a.scale), a.samples, fast=a.fast, **opt)
        coop, pic = n.split("/")
        out = a.out or os.path.join(ROOT, "content", coop, "foto")
        os.makedirs(out, exist_ok=True)
        jpg = os.path.join(out, pic + ".jpg")
        finish(tmp, jpg, (w, h), a.kilobytes * 1000)
        print("DONE", jpg, os.path.getsize(jpg), f"{time.time() - t:.0f}s", flush=True)


main()
