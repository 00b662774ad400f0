"""Anyam Saung Awi: baskets, trays and shades of bamboo, rattan and pandan."""
import math

import numpy as np

import parts as P
import weave as W
from parts import rnd
from scenes import scene
from scenes_craft import leaf, leafmat

PI = math.pi


# ---------------------------------------------------------------- materials
def rattan():
    return W.splint("rattan", ("#8f5f30", "#a9743c", "#bd8849", "#c89a5c"), rough=0.42, gloss=0.35, aged=0.35)


def pandan():
    return W.splint("pandan", ("#7a2f2a", "#c9b27c", "#d3c08c", "#cdbf92"), rough=0.6, aged=0.2)


def awi_set(wallc=("#d9c7a6", "#cbb690", "#e2d3b6"), y=62, rad=10.5, fill=0.32, side=-1, top="light"):
    P.world("#efe6d8", fill)
    P.window((side * 122, -5, 78), (0, 5, 5), radiance=rad, color=(1.0, 0.95, 0.87))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.55)
    if top == "light":
        m = P.wood("w_awi", "#c3a07a", "#8f6a45", rough=0.6)
    else:
        m = P.wood("w_teak", "#8e6140", "#4c3020", rough=0.5)
    P.table(m, d=y + 45, y0=-45)


# ---------------------------------------------------------------- shapes
def besek(loc, rot=0.0, half=9.0, h=7.0, lid=True, sc=1.0, mat=None):
    mat = mat or W.bamboo()
    low = W.strips(W.square_lid(half, h), mat, "besek")
    P.obj(low, (loc[0], loc[1], loc[2] + h * sc + 0.12), (PI, 0, rot), sc)
    if lid:
        top = W.strips(W.square_lid(half + 0.45, h * 0.72), mat, "lid")
        P.obj(top, (loc[0], loc[1], loc[2] + (h * 0.28 + 0.55) * sc), (0, 0, rot), sc)


def lid_alone(loc, rot, half=9.45, h=5.0, mat=None):
    return P.obj(W.strips(W.square_lid(half, h), mat or W.bamboo(), "lid"), loc, rot)


def tray(loc, R=20.0, depth=3.2, rot=(0, 0, 0), w=0.72, mat=None):
    return P.obj(W.strips(W.tampah(R, depth, w), mat or W.bamboo(), "tampah"), loc, rot)


def basket(loc, R=13.0, H=15.0, rot=0.0, handle=True, rows=None, mat=None, belly=0.16, foot=0.78):
    """Round rattan basket: round stakes, round weavers, twisted rim and handle."""
    mat = mat or rattan()

    def S(u, v):
        th = 2 * PI * np.asarray(u)
        v = np.asarray(v)
        r = R * (foot + (1 - foot) * v ** 0.8 + belly * np.sin(PI * np.clip(v, 0, 1)) * 0.8)
        return np.stack([r * np.cos(th), r * np.sin(th), 0.5 + (H - 0.5) * v + 0 * th], -1)

    rows = rows or int(H / 0.62)
    items = W.tube_weave(S, 30, rows, A=0.27, F=W.plain, warp=(0.62, 0.5), weft=(0.66, 0.56), sub=8, rods=True)
    th = np.linspace(0, 2 * PI, 160, endpoint=False)
    for z, r, t in ((H + 0.25, R * 1.0, 44), (0.4, R * foot * 1.03, 36)):
        items += W.rope(np.stack([r * np.cos(th), r * np.sin(th), z + 0 * th], -1), 0.75, 3, t, True, smooth=0)
    items += W.rope(np.stack([R * 0.985 * np.cos(th), R * 0.985 * np.sin(th), H + 0.95 + 0 * th], -1), 0.5, 2, 40, True, smooth=0)
    # the bottom: rings of cane
    for k in range(int(R * foot / 0.62)):
        r = R * foot - k * 0.62
        items.append(W.strip(np.stack([r * np.cos(th), r * np.sin(th), 0.5 + 0.06 * np.cos(15 * th + PI * k)], -1), np.stack([0 * th, 0 * th, 1 + 0 * th], -1), 0.6, 0.5, None, True, True))
    if handle:
        a = np.linspace(0, PI, 40)
        top = np.stack([R * 1.0 * np.cos(a), 0 * a, H * 0.4 + (H * 1.25) * np.sin(a) ** 0.8], -1)
        items += W.rope(top, 0.95, 3, 13, smooth=1)
    return P.obj(W.strips(items, mat, "basket", 8), loc, (0, 0, rot))


def bag(loc, rot=0.0, w=15.0, d=5.5, H=24.0, mat=None, bands=True, sc=1.0):
    """Pandan shopping bag with two rope handles."""
    mat = mat or pandan()
    sd = int(rnd(0, 999))

    def S(u, v):
        th = 2 * PI * np.asarray(u)
        v = np.asarray(v)
        e = 0.55 + 0.25 * v
        c, s = np.cos(th), np.sin(th)
        a = w * (0.88 + 0.13 * v)
        b = d * (1.05 - 0.25 * v ** 2 + 0.12 * np.sin(PI * np.clip(v, 0, 1)))
        x = a * np.sign(c) * np.abs(c) ** e
        y = b * np.sign(s) * np.abs(s) ** e
        Q = np.stack([x, y, 0.2 + H * v + 0 * th], -1)
        k = np.clip(v * 1.2, 0, 1)[..., None] if np.ndim(v) else v
        return Q + P.noise3(Q, 0.10, sd, 2)[..., None] * np.array([0.25, 0.5, 0.1]) * k

    nu, nv = 92, 30

    def tones(kind, i):
        if bands and kind == 1 and i in (7, 8, 11, 12, 13, 14, 17, 18):
            return 0.0
        if bands and kind == 0 and i % 23 in (10, 11, 12, 13):
            return 0.0
        return rnd(0.42, 1)

    items = W.tube_weave(S, nu, nv, A=0.07, F=W.twill, weft=(H / nv * 0.97, 0.08), warp=(0.7, 0.08), cover=0.97, sub=4, tones=tones)
    u = np.linspace(0, 1, 220, endpoint=False)
    for dz, o in ((0.0, 1.0), (-0.75, 1.0)):
        rim = S(u, np.full_like(u, 1.0))
        rim[:, 2] += dz
        rim[:, :2] *= 1.012
        items += W.rope(rim, 0.52, 2, 70, True, tone=0.5, smooth=0)
    for y in (-1, 1):
        b = d * 0.80
        hx = w * 0.45
        pts = [(-hx, y * (b + 0.5), H * 0.80), (-hx, y * (b + 0.45), H * 1.0), (-hx * 0.95, y * b * 0.9, H * 1.25), (-hx * 0.5, y * b * (0.5 if y < 0 else 0.8), H * 1.45),
               (hx * 0.5, y * b * (0.5 if y < 0 else 0.8), H * 1.45), (hx * 0.95, y * b * 0.9, H * 1.25), (hx, y * (b + 0.45), H * 1.0), (hx, y * (b + 0.5), H * 0.80)]
        items += W.rope(pts, 0.62, 3, 26, tone=0.6)
    P.obj(P.box(w * 1.55, d * 1.55, 0.3, 0.1), (loc[0], loc[1], loc[2] + 0.1), (0, 0, rot), sc, mat=P.surf("bagfloor", "#b8a575", rough=0.8))
    return P.obj(W.strips(items, mat, "bag", 8), loc, (0, 0, rot), sc)


def shade_items(R=13.0, H=22.0, n=44, turn=0.42, w=0.75):
    """Onion-shaped open lampshade: strips leaning left and right, and hoops."""
    def prof(v):
        return R * (0.30 + 0.72 * np.sin(PI * np.clip(v, 0, 1) ** 0.8) ** 0.75 + 0.16 * (1 - v))

    out = []
    v = np.linspace(0, 1, 140)
    for sg in (-1, 1):
        for i in range(n):
            th = 2 * PI * (i + (0.5 if sg > 0 else 0)) / n + sg * turn * 2 * PI * v
            r = prof(v)
            off = 0.06 * sg * W.plain(v * n * turn * 2 * 1.0 + i)
            p = np.stack([(r + off) * np.cos(th), (r + off) * np.sin(th), H * v], -1)
            out.append(W.strip(p, np.stack([np.cos(th), np.sin(th), 0.3 * (v - 0.5)], -1), w * (0.45 + 0.6 * r / R), 0.07, rnd(0.3, 1)))
    for q, h in ((0.0, 1.2), (0.012, 1.2), (0.33, 0.5), (0.66, 0.5), (1.0, 1.0)):
        out.append(W.hoop(float(prof(np.array(q))) + (0.15 if q != 0.012 else -0.1), H * q + 0.2, h, 0.2, tone=0.2))
    return out


# ---------------------------------------------------------------- pictures
@scene("anyam-saung-awi/besek")
def pic_besek():
    awi_set()
    P.cloth(60, 40, P.linen("l_awi", "#c9b48f", "#a48d66", weave=8), (2, 0, 0.1), 0.15, amp=0.7, folds=6, sd=4, flat=((-6, 4, 15), (14, 12, 14), (12, -10, 9)))
    besek((-8, 4, 0.25), 0.35)
    besek((15, 13, 0.25), -0.25, 8.0, 6.2)
    # an open one with a leaf and its lid leaning on it
    besek((11.5, -9, 0.25), 0.75, 6.0, 4.6, lid=False)
    g = leafmat("l_pisang", "#5d8a3a", "#41702c")
    for i in range(3):
        P.obj(leaf(12, 3.6, curl=0.25, fold=0.15, nu=26), (7.0 + i * 2.2, -11.5 + i * 0.6, 3.0 + i * 0.4), (0.1, -0.28, 0.55 + 0.28 * i), mat=g)
    P.camera((5, -66, 38), (2.0, 1.5, 4.2), 62, 5.0, focus=(-4, -6, 6))
    return dict(exposure=0.3)


@scene("anyam-saung-awi/tampah")
def pic_tampah():
    awi_set(("#b9805f", "#a86f50", "#c59274"), top="dark", y=48)
    tray((-6, 21, 17.4), 17.5, 3.0, (PI / 2 - 0.20, 0.3, 0.12))
    tray((9, -3, 0.3), 15, 2.6, (0, 0, 0.5), 0.66)
    g = P.surf("rice", "#f2ead6", "#e6d9ba", nscale=2, rough=0.45, sss=0.3, sssr=(0.5, 0.4, 0.3), orand=0.1)
    gr = P.withmat(P.lathe([(0, -0.36), (0.09, -0.3), (0.13, 0), (0.1, 0.28), (0, 0.36)], 8, 2), g)
    ms, tr = [], []
    for i in range(1500):
        q = 6.2 * math.sqrt(rnd()) * rnd(0.5, 1)
        a = rnd(0, 2 * PI)
        h = 1.7 * max(0.0, 1 - (q / 6.0) ** 1.5)
        ms.append(gr)
        tr.append(P.xf((q * math.cos(a) - 1, q * math.sin(a), 0.35 + h * rnd(0.75, 1.0)), (PI / 2 + rnd(-0.5, 0.5), 0, rnd(0, 6))))
    big = P.lathe([(0, 1.6), (2, 1.35), (4, 0.55), (5.2, 0.1), (5.4, 0)], 60, 2)
    P.obj(big, (8, -3, 0.35), mat=g)
    o = P.obj(P.join(ms, "rice", tr), (9, -3, 0.3))
    P.camera((4, -84, 38), (0.5, 4, 13.5), 52, 5.6, focus=(2, 5, 10))
    return dict(exposure=0.35)


@scene("anyam-saung-awi/keranjang-rotan")
def pic_keranjang():
    awi_set(("#d3cbb9", "#c4baa4", "#ddd6c6"), y=65)
    basket((-4, 4, 0.1), 13, 14, 0.35)
    basket((19, 14, 0.1), 9.5, 9, 0.2, handle=False)
    P.cloth(34, 26, P.linen("l_krm", "#ded3bd", "#b9aa8c"), (15, -8, 0.05), 0.4, amp=1.2, folds=8, sd=35)
    P.camera((5, -82, 36), (2.5, 3, 12.4), 56, 5.0, focus=(-2, -6, 10))
    return dict(exposure=0.3)


@scene("anyam-saung-awi/kap-lampu")
def pic_kap():
    P.world("#8fa0b5", 0.14)
    P.window((-150, -30, 60), (0, 5, 20), radiance=2.6, color=(0.80, 0.88, 1.0))
    P.wall("#8d6f58", "#7b5e48", y=34, c3="#9a7c63", bump=0.5)
    P.table(P.wood("w_teak", "#8e6140", "#4c3020", rough=0.5), d=80, y0=-45)
    m = W.splint("awi_lit", ("#b07c3e", "#cf9f5a", "#dfb774", "#e8c98c"), rough=0.5, through=0.35)
    z = 20.0
    P.obj(W.strips(shade_items(13, 21), m, "shade", 8), (1, 4, z))
    bulb = P.bpy.data.lights.new("bulb", "POINT")
    bulb.energy, bulb.color, bulb.shadow_soft_size = 42000, (1.0, 0.66, 0.34), 2.2
    o = P.link(P.bpy.data.objects.new("bulb", bulb))
    o.location = (1, 4, z + 8.5)
    e = P.Nodes("bulbglass")
    e.set(Base_Color=(1, 0.8, 0.5, 1), Emission_Color=(1.0, 0.62, 0.28, 1), Emission_Strength=14.0)
    b = P.obj(P.lathe([(0, -3.0), (1.6, -2.7), (2.6, -1.2), (2.7, 0.2), (1.7, 2.2), (1.3, 3.6), (0, 3.7)], 40, 3), (1, 4, z + 8.5), mat=e.mat)
    b.visible_shadow = False
    wire = P.surf("cord", "#1d1a18", rough=0.6)
    P.obj(P.sweep([(1, 4, z + 12), (1, 4, z + 22), (1.05, 4, z + 40), (1, 4, z + 70)], 0.28, 10), mat=wire)
    P.obj(P.lathe([(0, 3.2), (0.6, 3.1), (1.5, 2.4), (1.6, 0), (1.5, -2.2), (0, -2.2)], 32, 2), (1, 4, z + 13.5), mat=wire)
    besek((-19, 5, 0.1), 0.4, 6.2, 5.0)
    basket((21, 8, 0.1), 6.6, 6.4, 0.1, handle=False)
    P.camera((3, -88, 24), (1, 4, 21.5), 54, 4.0, focus=(1, -8, 28))
    return dict(exposure=0.55)


@scene("anyam-saung-awi/tas-pandan")
def pic_tas():
    awi_set(("#cfc6ad", "#bfb598", "#dad2bb"), y=62)
    bag((-5, 5, 0.1), 0.18)
    P.cloth(36, 28, P.linen("l_teal", "#6f8580", "#4f655f"), (19, 2, 0.05), 0.35, amp=1.2, folds=8, sd=21, flat=((17, 4, 9),))
    tray((18, 1, 0.9), 9.5, 2.0, (0.03, -0.05, 0.3), 0.6)
    P.camera((6, -94, 34), (2.0, 3, 16.8), 54, 5.0, focus=(-4, -2, 14))
    return dict(exposure=0.3)


@scene("anyam-saung-awi/sampul")
def pic_sampul():
    awi_set(("#c99d7d", "#b98b6a", "#d5af92"), y=56, top="dark", rad=11)
    tray((-27, 29, 19.0), 19.5, 3.2, (PI / 2 - 0.22, 0.3, 0.25))
    bag((27, 14, 0.1), -0.2, 13.0, 4.8, 20.0)
    basket((-3, 14, 0.1), 11.5, 13, 0.3)
    besek((-28, -3, 0.1), 0.4, 8.2, 6.4)
    besek((11, -9, 0.1), -0.35, 6.4, 5.0)
    besek((11, -9, 6.9), 0.1, 4.6, 3.8)
    tray((-9, -13, 0.2), 9.0, 1.9, (0, 0, 0.5), 0.6)
    P.camera((2, -112, 42), (0.5, 4, 15.0), 46, 5.0, focus=(0, -4, 10))
    return dict(size=(1600, 900), exposure=0.3)
