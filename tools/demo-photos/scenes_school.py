"""Kopsis SMK Purwawarna: school goods. Also some of the food of Mina Segara and Kopwan Melati."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_batik import dyed, tote
from scenes_craft import bowl, plate, pot
from scenes_dairy import bottle
from scenes_veg import chilli
from scenes_village import banana_leaf, banana_mat, shop_set

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


def school_motif(n=700, rep=3):
    """Rings, triangles and short strokes on a lattice, in four colours on cream."""
    Y, X = np.meshgrid((np.arange(n) + 0.5) / n * rep, (np.arange(n) + 0.5) / n * rep, indexing="ij")
    pal = [G.srgb(c) for c in ("#f1ead9", "#2f5f8a", "#c4543f", "#dba63a", "#4d7a57")]
    im = np.ones((n, n, 3)) * pal[0]
    for ox, oy, c, kind in ((0.25, 0.25, 1, 0), (0.75, 0.25, 3, 1), (0.25, 0.75, 2, 1), (0.75, 0.75, 4, 0), (0.5, 0.0, 2, 2), (0.0, 0.5, 1, 2), (0.5, 0.5, 3, 2), (0.0, 0.0, 4, 2)):
        u, v = (X - ox + 0.5) % 1 - 0.5, (Y - oy + 0.5) % 1 - 0.5
        if kind == 0:
            r = np.hypot(u, v)
            hit = (r < 0.14) & (r > 0.075) | (r < 0.03)
        elif kind == 1:
            hit = (v > -0.10) & (v < 0.12 - 2 * np.abs(u)) & ~((v > -0.055) & (v < 0.03 - 2 * np.abs(u)))
        else:
            hit = (np.abs(u - v) < 0.025) & (np.abs(u + v) < 0.13)
        im[hit] = pal[c]
    return im.astype(np.float32)


@scene("kopsis-smk-purwawarna/tas-kain")
def tas_kain():
    P.world("#e6e8ea", 0.38)
    P.window((-115, -60, 60), (0, 0, 22), radiance=11, color=(1.0, 0.95, 0.88))
    P.wall("#a9b8c0", "#98a8b0", y=5.2, c3="#b8c5cc", bump=0.45)
    tote(dyed("tas_school", school_motif(), 27))
    P.camera((14, -120, 34), (0.5, 0, 27.5), 56, 6.0, focus=(0, -3, 22))
    return dict(exposure=0.3)


def drinking_bottle(loc, rot, body, label=None, cap="#c9cccd"):
    """Steel bottle, 24 cm high, with a screw cap and a carrying loop."""
    steel = P.surf("bsteel", cap, "#b2b6b8", nscale=0.6, rough=0.32, rvar=0.08, metal=1.0, bump=((3, 0.004),))
    lid = P.surf("blid", "#3a4146", "#333a3e", nscale=0.5, rough=0.5, bump=((8, 0.01),))
    parts = [P.withmat(P.lathe([(0, 0.05), (2.9, 0.05), (3.3, 0.0), (3.45, 0.2), (3.46, 0.9), (3.42, 1.0)], 96, 2), steel),
             P.withmat(P.lathe([(3.44, 1.0), (3.52, 1.05), (3.52, 1.6), (3.52, 15.4), (3.5, 17.0), (3.2, 18.4), (2.55, 19.2), (2.42, 19.6)], 120, 3), body),
             P.withmat(P.lathe([(2.36, 19.4), (2.42, 19.6), (2.42, 20.3), (2.3, 20.35)], 96, 1), steel),
             P.withmat(P.lathe([(2.2, 20.2), (2.62, 20.3), (2.68, 20.5), (2.68, 22.8), (2.5, 23.3), (1.6, 23.5), (0, 23.5)], 120, 2,
                               lambda Q, T, t: Q * np.stack([1 + 0.012 * np.sin(36 * T) * ((Q[..., 2] > 20.7) & (Q[..., 2] < 22.7))] * 2 + [1 + 0 * T], -1)), lid),
             P.withmat(P.sweep([(-2.0, 0, 23.0), (-2.05, 0, 24.3), (-1.0, 0, 25.5), (1.0, 0, 25.5), (2.05, 0, 24.3), (2.0, 0, 23.0)], 0.42, 16, flat=(1.5, 0.7)), lid)]
    M = P.xf(loc, (0, 0, rot))
    P.obj(P.join(parts, "drinking bottle")).matrix_world = M
    if label:
        T, Z = np.meshgrid(np.linspace(-0.85, 0.85, 70) - PI / 2, np.linspace(4.6, 12.2, 30), indexing="ij")
        P.obj(P.gridmesh(np.stack([3.55 * np.cos(T), 3.55 * np.sin(T), Z], -1)), mat=label).matrix_world = M


def coated(name, c, c2):
    return P.surf(name, c, c2, nscale=0.4, rough=0.42, rvar=0.05, bump=((14, 0.006),), coat=0.15, coat_rough=0.3)


@scene("kopsis-smk-purwawarna/botol-minum")
def botol_minum():
    shop_set(("#c9bfae", "#b8ad9a", "#d6cdbd"), wood=("#b98c5e", "#7a5434"))
    blue, red = coated("b_blue", "#2c5f86", "#285677"), coated("b_red", "#c2553f", "#b34c38")
    drinking_bottle((-3.5, 1, 0.05), 0.15, blue, G.paper("b_shoot", "shoot", "#2c5f86", "#f1ead9", w=1000, h=1270, rough=0.5))
    drinking_bottle((7.5, 6.5, 0.05), -0.5, red, G.paper("b_stripes", "stripes", "#c2553f", "#f6e6c4", w=1000, h=1270, rough=0.5))
    book((-15, 10, 0.05), 0.25, cover("cov_y", "#e0b14a", "#d0a03b"))
    book((-15.4, 9.6, 0.98), 0.12, cover("cov_g", "#4d7a57", "#436c4c"))
    P.camera((3, -70, 24), (0.4, 1, 12.4), 60, 5.0, focus=(-3, -2.5, 12))
    return dict(exposure=0.35)


def ruler(M, length=20.6, w=3.0, t=0.22):
    """Wooden ruler along x, lying flat, with strokes at each half centimetre."""
    n, m = 1236, 180
    Y, X = np.mgrid[0:m, 0:n]
    im = np.ones((m, n, 3)) * G.srgb("#e3c07f")
    cm = X / 60 - 0.3
    k = np.round(cm * 2) / 2
    tall = np.where(np.abs(k * 2 % 10) < 0.1, 70, np.where(np.abs(k % 1) < 0.1, 52, 30))
    im[(np.abs(cm - k) * 60 < 2.2) & (Y < tall) & (k >= 0) & (k <= 20)] = G.srgb("#4a3522")
    wood = P.surf("rulerwood", "#dcb878", "#cca562", nscale=0.8, rough=0.5)
    P.obj(P.box(length, w, t, 0.05), mat=wood).matrix_world = M
    U, V = np.meshgrid(np.linspace(-length / 2 + 0.05, length / 2 - 0.05, 2), np.linspace(-w / 2 + 0.05, w / 2 - 0.05, 2), indexing="ij")
    P.obj(P.gridmesh(np.stack([U, V, 0 * U + t + 0.012], -1)), mat=P.imgmat("ruler", im.astype(np.float32), rough=0.45)).matrix_world = M


@scene("kopsis-smk-purwawarna/alat-tulis")
def alat_tulis():
    shop_set(("#c2c9b8", "#b0b8a5", "#d0d6c7"), wood=("#c39a68", "#86603a"))
    mug = P.glaze("s_cup", "#86553b", "#e9e2d0", "#d9cfb8", line=1.6, speck=("#6b4a2f", 2.4, 0.2), rough=0.16)
    x0, y0 = -3.0, 3.0
    P.obj(pot([(3.6, 0), (4.1, 0.2), (4.5, 2.6), (4.5, 7.4), (4.35, 9.4), (4.45, 10.2)], 0.34, 0.7), (x0, y0, 0.05), mat=mug)
    colours = (("red", "#b8392f", "#a93027"), ("blue", "#2c5f9a", "#285486"), ("yellow", "#e3b23c", "#d6a330"), ("green", "#3f7d54", "#386f4b"), ("violet", "#72508a", "#66467c"), ("orange", "#d9772f", "#cc6a26"))
    for i in range(11):
        a = i * 2.39996
        q = 1.1 + 1.9 * (i / 10) ** 0.6
        bx, by, tx, ty = 0.55 * q * math.cos(a + 0.6), 0.55 * q * math.sin(a + 0.6), 1.22 * q * math.cos(a), 1.22 * q * math.sin(a)
        ex, ey = -math.atan((ty - by) / 10.0), math.atan((tx - bx) / 10.0)
        c = colours[i % 6]
        pencil(P.xf((x0 + bx, y0 + by, 0.9), (ex, ey, 0)) @ P.xf((0, 0, 0), (0, 0, rnd(0, 1))), paint("p_" + c[0], *c[1:]), rnd(14.6, 17.0))
    ruler(P.xf((6.0, -7.4, 0.05), (0, 0, 0.16)))
    rub = P.surf("rubber", "#eeece6", "#e2dfd6", nscale=1, rough=0.85, bump=((5, 0.02),))
    sleeve = P.surf("sleeve", "#2f5f8a", "#295478", nscale=0.6, rough=0.55)
    M = P.xf((11.0, -1.2, 0.05), (0, 0, -0.4))
    P.obj(P.box(5.4, 2.3, 1.25, 0.22), mat=rub).matrix_world = M
    P.obj(P.box(3.6, 2.36, 1.31, 0.06), mat=sleeve).matrix_world = M @ P.xf((0.9, 0, -0.03))
    pencil(P.xf((-12.0, -6.6, 0.42), (0, PI / 2, 0.9)), paint("p_yellow", *colours[2][1:]), 15.0)
    P.camera((3, -60, 30), (0.9, -0.8, 6.8), 69, 5.0, focus=(-1, -2, 8))
    return dict(exposure=0.35)


# ---------------------------------------------------------------- food
def fish_label(name, bg, fg, w=1400, h=900):
    """A label without words: a frame, a fish and two waves below it."""
    Y, X = np.mgrid[0:h, 0:w]
    X, Y = (X - w / 2) / h, (h / 2 - Y) / h
    im = np.ones((h, w, 3)) * G.srgb(bg)
    e = np.minimum(w / h / 2 - np.abs(X), 0.5 - np.abs(Y))
    im[(e > 0.045) & (e < 0.06)] = G.srgb(fg)
    y = Y - 0.08
    t = np.clip((X + 0.34) / 0.56, 0, 1)
    body = (np.abs(y) < 0.155 * np.sin(t * PI) ** 0.75) & (X > -0.34) & (X < 0.22)
    tail = (X > 0.16) & (X < 0.36) & (np.abs(y) < 0.02 + 0.75 * (X - 0.17)) & (np.abs(y) > 1.5 * (X - 0.29))
    eye = np.hypot(X + 0.23, y - 0.03) < 0.022
    gill = np.abs(np.hypot(X + 0.36, y) - 0.225) < 0.008
    im[(body & ~eye & ~gill) | tail] = G.srgb(fg)
    for k, half in enumerate((0.36, 0.22)):
        im[(np.abs(Y + 0.20 + 0.085 * k - 0.022 * np.cos(X * 22 + k * PI)) < 0.014) & (np.abs(X) < half)] = G.srgb(fg)
    return P.imgmat(name, im.reshape(h // 2, 2, w // 2, 2, 3).mean((1, 3)).astype(np.float32))


def floss(n=7):
    """Tufts of dry brown fish fibre."""
    out = []
    for i in range(n):
        m = P.surf(f"floss{i % 3}", *(("#a9713a", "#8a5526"), ("#bd8648", "#9a6431"), ("#8f5a2a", "#6f411c"))[i % 3], nscale=1.5, rough=0.8, orand=0.25, bump=((5, 0.04),))
        ms = []
        for _ in range(12):
            a, q = rnd(0, 2 * PI), rnd(0.25, 0.7)
            c = np.array([rnd(-0.3, 0.3), rnd(-0.3, 0.3), rnd(-0.15, 0.15)])
            d = np.array([math.cos(a), math.sin(a), rnd(-0.4, 0.4)])
            k = np.array([-d[1], d[0], rnd(-0.6, 0.6)]) * rnd(-0.35, 0.35)
            ms.append(P.withmat(P.sweep([c - d * q, c - d * q * 0.3 + k, c + d * q * 0.4 - k * 0.6, c + d * q], (0.02, rnd(0.04, 0.075), 0.02), 5, smooth=1), m))
        out.append(P.join(ms, "tuft"))
    return out


def floss_mat():
    return P.surf("flossfill", "#a9713a", "#7d4b20", "#bd8648", nscale=3.0, rough=0.85, bump=((3, 0.25), (8, 0.15)))


WIDE = [(4.2, 0.0), (4.9, 0.1), (5.3, 0.7), (5.4, 2.0), (5.4, 10.6), (5.2, 11.6), (4.6, 12.4), (4.6, 13.0)]


@scene("mina-segara/abon-ikan")
def abon_ikan():
    shop_set(("#9fb4b8", "#8ea4a8", "#b0c3c6"), wood=("#b98c5e", "#7a5434"))
    P.cloth(46, 30, P.linen("l_abon", "#d9d0ba", "#b5a98c"), (2, 1, 0.1), -0.14, amp=0.9, folds=7, sd=14, flat=((-5, 3, 7), (9, -4, 8)))
    lb = fish_label("m_fish", "#f1ead9", "#2f5d6b")
    bottle((-5.5, 3, 0.3), 10.4, floss_mat(), "cloth", lb, 0.1, prof=WIDE, band=(2.6, 7.2), arc=1.9)
    bottle((5.5, 11, 0.3), 10.6, floss_mat(), "cloth", lb, -0.25, prof=WIDE, band=(2.6, 7.2), arc=1.9)
    P.obj(plate(7.6, 1.5), (8.0, -3.6, 0.3), mat=P.glaze("abon_p", "#86553b", "#e9e2d0", "#d9cfb8", line=0.55, drip=0.1, speck=("#6b4a2f", 2.4, 0.2), rough=0.16))
    G.mound(floss(), (8.0, -3.6, 1.0), 4.9, 2.6, 0.95, floss_mat(), oval_=0.85, rot=0.3, power=1.5, thin=0.1, tilt=0.6)
    P.camera((4, -58, 27), (1.4, 1, 6.2), 64, 4.5, focus=(-2, -4, 6))
    return dict(exposure=0.45)


def shrimp_block(w, d, h):
    """A pressed block of fermented shrimp, its faces grainy and a little uneven."""
    me = P.box(w, d, h, 0.22, 0.07)
    import bmesh

    bm = bmesh.new()
    bm.from_mesh(me)
    bmesh.ops.subdivide_edges(bm, edges=list(bm.edges), cuts=9, use_grid_fill=True)
    sd = int(rnd(0, 999))
    co = np.array([v.co[:] for v in bm.verts])
    n = P.noise3(co, 0.35, sd, 3) * 0.10 + P.noise3(co, 1.4, sd + 1, 2) * 0.05
    for v, k in zip(bm.verts, n):
        v.co.x += float(k)
        v.co.y += float(k) * 0.7
        v.co.z += float(k) * 0.6
    bm.to_mesh(me)
    bm.free()
    me.polygons.foreach_set("use_smooth", np.ones(len(me.polygons), dtype=bool))
    return me


@scene("mina-segara/terasi")
def terasi():
    shop_set(("#a3a08a", "#908d77", "#b3b09b"), wood=("#b98c5e", "#7a5434"))
    P.obj(banana_leaf(52, 12.5), (0, 1, 0.05), (0, 0, 0.22), mat=banana_mat())
    P.obj(banana_leaf(42, 10.0, 4), (6, -4, 0.0), (0, 0, -0.35), mat=banana_mat())
    m = P.surf("shrimp", "#5f3328", "#45231c", "#7a4636", nscale=1.3, rough=0.72, rvar=0.14, bump=((0.9, 0.14), (3, 0.10), (9, 0.06)), orand=0.18, speck=("#a06a55", 3.0, 0.26))
    z = 0.7
    for x, y, zz, a in ((-8.6, 4.4, z, 0.25), (0.4, 5.2, z, 0.05), (-4.6, 4.6, z + 3.55, 0.4)):
        P.obj(shrimp_block(8.2, 5.6, 3.6), (x, y, zz), (0, 0, a), mat=m)
    # the block in front is being cut; two slices have fallen over
    P.obj(shrimp_block(5.4, 5.4, 3.6), (-5.8, -3.8, z), (0, 0, -0.12), mat=m)
    for x, y, a, e in ((0.2, -4.2, -0.25, 0.0), (3.0, -4.8, -0.4, 0.42)):
        P.obj(shrimp_block(1.2, 5.2, 3.5), (x, y, z), (0, e, a), mat=m)
    P.obj(shrimp_block(1.2, 5.0, 3.4), (7.0, -5.4, z + 0.7), (0, PI / 2 - 0.08, -0.2), mat=m)
    for _ in range(16):
        s = rnd(0.3, 0.75)
        P.obj(P.box(s, s * rnd(0.6, 1), s * 0.7, 0.05, 0.06), (rnd(-3.0, 9.5), rnd(-8.8, -7.0), 1.0), (0, 0, rnd(0, 6)), mat=m)
    for i, (x, y, a) in enumerate(((11.6, 2.6, 0.5), (13.2, 0.8, 0.1), (12.2, 4.8, 0.9))):
        P.obj(chilli(rnd(8.0, 9.5), 0.7, rnd(0.6, 1.1)), (x - 1.5, y, 1.45), (PI / 2 + 0.12, 0, a))
    P.camera((4, -56, 30), (0.8, 0.0, 3.4), 64, 5.0, focus=(-1, -3, 4))
    return dict(exposure=0.6)


def candy_sheet(M, length, r, mat, sd):
    """A sweet in paper: a short roll along x whose ends are twisted and fan out."""
    g = np.random.default_rng(sd)
    U, T = np.meshgrid(np.linspace(-1, 1, 90), np.linspace(0, 2 * PI, 64, endpoint=False), indexing="ij")
    A = np.abs(U)
    R = r * np.interp(A, [0, 0.44, 0.54, 0.62, 0.68, 0.82, 1.0], [1.0, 0.98, 0.74, 0.24, 0.20, 0.55, 0.98])
    fan = np.clip((A - 0.66) / 0.34, 0, 1)
    flat = 1 - 0.62 * fan
    T2 = T + np.sign(U) * 1.6 * np.clip((A - 0.5) / 0.2, 0, 1)
    wave = np.sin(7 * T + g.uniform(0, 6)) * (0.16 * fan + 0.10 * np.exp(-(((A - 0.56) / 0.07) ** 2)))
    R = R * (1 + wave)
    Q = np.stack([U * length / 2 * (1 - 0.03 * fan * np.sin(3 * T)), R * np.cos(T2), R * np.sin(T2) * flat], -1)
    Q[..., 1:] *= (1 + 0.05 * P.noise3(Q, 0.9, sd, 2))[..., None]
    P.obj(P.gridmesh(Q, wrap_v=True, name="sweet"), mat=mat).matrix_world = M


def wax_paper(name, c, c2):
    return P.surf(name, c, c2, nscale=0.7, rough=0.34, rvar=0.08, bump=((1.2, 0.10), (5, 0.03)), coat=0.2, coat_rough=0.25, sss=0.12)


@scene("kopwan-melati/dodol")
def dodol():
    shop_set(("#c9a9a0", "#b8978d", "#d6b9b1"), wood=("#b98c5e", "#7a5434"))
    P.cloth(46, 32, P.linen("l_dodol", "#e6dcc6", "#c4b698"), (1, 0, 0.1), 0.16, amp=0.9, folds=7, sd=23, flat=((-2, 1.5, 12), (12, -8, 5)))
    P.obj(plate(11.0, 1.9), (-2, 1.5, 0.3), mat=P.glaze("dodol_p", "#86553b", "#6f8c78", "#4d7060", line=0.6, drip=0.1, rough=0.14, streak=0.5))
    ms = [wax_paper("wx" + a, a, b) for a, b in (("#b8413a", "#a53730"), ("#e0ae4a", "#d09d3a"), ("#4f8060", "#457354"), ("#efe4cc", "#e2d5b8"))]
    n = 0
    for lay, (count, rad, z) in enumerate(((9, 6.0, 2.0), (4, 1.9, 2.1), (6, 4.0, 3.75), (3, 1.6, 5.3))):
        for i in range(count):
            a = 2 * PI * i / count + 0.5 * lay
            turn = a + PI / 2 + rnd(-0.35, 0.35) + (0.6 if lay else 0.0)
            M = P.xf((-2 + rad * math.cos(a), 1.5 + rad * math.sin(a), z), (rnd(0, 6), rnd(-0.08, 0.08), turn))
            candy_sheet(M, rnd(5.0, 5.5), 1.0, ms[(n * 3 + lay) % 4], n)
            n += 1
    # one is unwrapped: the dark, shining sweet on its paper
    X, Y = np.meshgrid(np.linspace(-3.4, 3.4, 50), np.linspace(-3.0, 3.0, 50), indexing="ij")
    Z = 0.12 + 0.45 * np.maximum(0, P.noise3(np.stack([X, Y, 0 * X], -1), 0.35, 7, 3)) * np.clip(np.hypot(X, Y) / 2.2 - 0.5, 0, 1) + 0.10 * (np.abs(X) / 3.4) ** 4 * 3
    P.obj(P.gridmesh(np.stack([X, Y, Z], -1), name="paper"), (11.6, -7.6, 0.35), (0, 0, 0.5), mat=ms[3])
    toffee = P.surf("toffee", "#5a2c12", "#46200c", nscale=0.8, rough=0.22, bump=((0.8, 0.08), (3, 0.03)), sss=0.2, sssr=(0.5, 0.2, 0.06), coat=0.5, coat_rough=0.12)
    P.obj(P.box(3.2, 1.7, 1.5, 0.35, 0.06), (11.4, -7.4, 0.5), (0, 0, 0.55), mat=toffee)
    P.obj(P.box(1.5, 1.7, 1.5, 0.35, 0.06), (14.2, -6.2, 0.45), (0, 0, 0.2), mat=toffee)
    P.camera((4, -54, 30), (1.9, -0.8, 2.6), 68, 5.0, focus=(-1, -4, 4))
    return dict(exposure=0.4)


def banana_chip(sd):
    """A thin fried slice, 3.6 cm wide: pale heart with a ring of seeds, browner rim, warped by the heat."""
    g = np.random.default_rng(sd)
    tone = (("#f7d254", "#f0c640"), ("#fadc6e", "#f3d058"), ("#f0c23c", "#e6b430"))[sd % 3]
    body = P.surf(f"chip{sd % 3}", *tone, nscale=2.0, rough=0.5, rvar=0.1, bump=((3, 0.05), (9, 0.03)), orand=0.16, sss=0.25, sssr=(0.5, 0.3, 0.1))
    heart = P.surf("chipheart", "#e0ac3e", "#cc9430", nscale=3.0, rough=0.55, bump=((5, 0.06),), orand=0.16)
    rim = P.surf("chiprim", "#d9a53c", "#c48a2e", nscale=2.0, rough=0.55, orand=0.2)
    p1, p2, bend, oval_ = g.uniform(0, 6), g.uniform(0, 6), g.uniform(0.10, 0.20), g.uniform(0.86, 1.0)

    def warp(Q):
        r, t = np.hypot(Q[..., 0], Q[..., 1]), np.arctan2(Q[..., 1], Q[..., 0])
        z = Q[..., 2] + bend * r * r * (0.55 + 0.5 * np.cos(2 * t + p1)) + 0.05 * r * np.sin(5 * t + p2)
        k = 1 + 0.035 * np.sin(3 * t + p2)
        return np.stack([Q[..., 0] * k, Q[..., 1] * k * oval_, z], -1)

    def disc(rs, zs):
        T = np.linspace(0, 2 * PI, 40, endpoint=False)
        R, TT = np.meshgrid(rs, T, indexing="ij")
        Z = np.broadcast_to(np.asarray(zs)[:, None], R.shape)
        return P.gridmesh(warp(np.stack([R * np.cos(TT), R * np.sin(TT), Z], -1)), wrap_v=True)

    top, low = 0.08, -0.08
    ms = [P.withmat(disc([0, 0.25, 0.5], [top] * 3), heart), P.withmat(disc([0.5, 0.9, 1.3, 1.66], [top] * 4), body),
          P.withmat(disc([1.66, 1.78, 1.8, 1.78, 1.66], [top, top * 0.8, 0, low * 0.8, low]), rim),
          P.withmat(disc([1.66, 1.2, 0.5], [low] * 3), body), P.withmat(disc([0.5, 0.25, 0], [low] * 3), heart)]
    return P.join(ms, "chip")


@scene("kopwan-melati/keripik-pisang")
def keripik_pisang():
    shop_set(("#a9b8a2", "#97a790", "#b9c6b2"), wood=("#b98c5e", "#7a5434"))
    P.cloth(46, 32, P.linen("l_chip", "#c9b48e", "#a28a62", weave=6), (1, 0, 0.1), -0.16, amp=0.9, folds=7, sd=33, flat=((-2, 2, 9), (11, -7, 5)))
    P.obj(bowl(9.4, 6.4), (-2, 2, 0.3), mat=P.glaze("chip_b", "#86553b", "#3f6f78", "#2f5660", line=1.6, rough=0.13, streak=0.5))
    cs = [banana_chip(i) for i in range(9)]
    G.mound(cs, (-2, 2, 5.3), 7.0, 3.3, 2.3, P.surf("chipbase", "#b98a30", rough=0.9), tilt=0.75, thin=0.0, power=1.8, layers=2.2)
    G.strew(cs, [(9.6, -6.4), (12.8, -4.4), (8.0, -9.4), (13.4, -8.4), (5.2, -6.4)], 0.75, flip=0.0)
    P.obj(cs[2], (11.2, -7.4, 0.95), (0.22, 0.16, 1.0))
    P.camera((4, -54, 31), (2.0, -0.8, 4.4), 66, 5.0, focus=(-1, -4, 6))
    return dict(exposure=0.55)
