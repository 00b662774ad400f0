"""Kopsis SMK Purwawarna: school goods. Also some of the food of Mina Segara and Kopwan Melati."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_village import shop_set

PI = math.pi


# ---------------------------------------------------------------- school goods
def cover(name, c, c2):
    return P.surf(name, c, c2, nscale=0.4, rough=0.5, bump=((6, 0.012),))


def book(loc, rot, mat, label=None, w=15.0, d=20.5, t=0.9):
    """Exercise book lying flat, its spine on the left; label: paper on the front cover."""
    page = P.surf("pages", "#f3eddf", "#e2d8c2", nscale=2, rough=0.9, bump=((8, 0.02),))
    M = P.xf(loc, (0, 0, rot))
    for me, m, p in ((P.box(w, d, 0.09, 0.03), mat, (0, 0, 0)), (P.box(w - 0.3, d - 0.3, t - 0.18, 0.03), page, (-0.08, 0, 0.09)), (P.box(w, d, 0.09, 0.03), mat, (0, 0, t - 0.09))):
        P.obj(me, mat=m).matrix_world = M @ P.xf(p)
    P.obj(P.sweep([(-w / 2 - 0.02, -d / 2, t / 2), (-w / 2 - 0.02, d / 2, t / 2)], t / 2, 18, smooth=0, flat=(0.5, 1.0)), mat=mat).matrix_world = M
    if label:
        X, Y = np.meshgrid(np.linspace(-4.4, 4.4, 2), np.linspace(-1.0, 6.6, 2), indexing="ij")
        P.obj(P.gridmesh(np.stack([X, Y, 0 * X + t + 0.015], -1)), mat=label).matrix_world = M


def pencil(M, paint, length=15.5, r=0.37):
    """Six-sided pencil along +z from the origin, its point on top."""
    wood = P.surf("pencilwood", "#dcb98a", "#c79f6c", nscale=2, rough=0.7, bump=((6, 0.03),))
    lead = P.surf("lead", "#2b2b2d", rough=0.4)
    ring = P.surf("ferrule", "#b9bcbd", "#9a9fa1", rough=0.3, metal=1.0)
    rub = P.surf("pinkrub", "#d98f88", "#cc7d76", rough=0.8)
    parts = [P.withmat(P.sweep([(0, 0, 1.6), (0, 0, length - 1.9)], r, 6, smooth=0), paint),
             P.withmat(P.lathe([(r * 0.97, length - 2.0), (r * 0.36, length - 0.6)], 24, 0), wood),
             P.withmat(P.lathe([(r * 0.37, length - 0.62), (0.03, length)], 20, 0), lead),
             P.withmat(P.lathe([(r, 0.8), (r * 1.08, 0.9), (r * 1.0, 1.2), (r * 1.08, 1.5), (r, 1.7)], 24, 1), ring),
             P.withmat(P.lathe([(0, 0), (r * 0.8, 0.03), (r * 0.97, 0.3), (r * 0.97, 0.9)], 24, 2), rub)]
    P.obj(P.join(parts, "pencil")).matrix_world = M


def paint(name, c, c2):
    return P.surf(name, c, c2, nscale=0.4, rough=0.28, coat=0.4, coat_rough=0.1)


@scene("kopsis-smk-purwawarna/buku-tulis")
def buku_tulis():
    shop_set(("#b7bfc6", "#a3adb5", "#c6cdd2"), wood=("#c39a68", "#86603a"))
    colours = (("#2f5f8a", "#295478"), ("#c4543f", "#b14936"), ("#e0b14a", "#d0a03b"), ("#4d7a57", "#436c4c"), ("#7a5a8a", "#6b4e7a"), ("#2f5f8a", "#295478"), ("#c4543f", "#b14936"))
    ms = [cover(f"cov{c[0]}", *c) for c in colours]
    lb = G.paper("s_ear", "ear", "#f3eddf", "#2f5f8a", "#c4543f", w=1040, h=900)
    z = 0.05
    for i in range(9):
        book((-4 + rnd(-0.5, 0.5), 4 + rnd(-0.5, 0.5), z), 0.30 + rnd(-0.08, 0.08), ms[(i * 3) % 5], t=0.92)
        z += 0.93
    book((-3.6, 3.6, z), 0.16, ms[0], lb)
    book((12.0, -6.5, 0.05), -0.32, ms[2], None)
    book((11.0, -7.0, 0.97), -0.12, ms[3], G.paper("s_hills", "hills", "#f3eddf", "#3d6447", "#d0a03b", w=1040, h=900))
    pencil(P.xf((17.2, -12.6, 2.26), (0, PI / 2, 0.0)) @ P.xf((0, 0, -13)), paint("p_red", "#b8392f", "#a93027"))
    P.camera((6, -62, 40), (2.6, 0.6, 4.6), 60, 5.6, focus=(-1, -5, 7))
    return dict(exposure=0.35)
