"""Kopi Rancawangi: coffee on dark wood, in late light."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_craft import bowl, cup, leaf, leafmat, plate, pot
from scenes_dairy import JAR, alu, bottle, glass_of_milk

PI = math.pi


def coffee_set(wallc=("#6b5a48", "#574838", "#7a6852"), y=58, rad=11.0, fill=0.30, side=-1):
    P.world("#e6dccf", fill)
    P.window((side * 120, -2, 76), (0, 5, 4), radiance=rad, color=(1.0, 0.93, 0.84))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.5)
    P.table(P.wood("w_coffee", "#9a6f4a", "#4f3321", rough=0.55, worn=0.25, grey="#7d6a56"), d=y + 45, y0=-45, plank=14, edge=0.3, gap=0.18)


def jute():
    return P.linen("l_jute", "#b9a27c", "#8c744f", weave=5)


def beans(n=7):
    return [G.bean() for _ in range(n)]


def coffee_leaves(spots, size=(7.0, 9.0)):
    m = leafmat("l_coffee", "#2f5a2c", "#214620", "#7d9a5e")
    for x, y, z, a, tilt in spots:
        L = rnd(*size)
        P.obj(leaf(L, L * 0.21, curl=rnd(0.2, 0.55), nu=30, nv=11, fold=0.22), (x, y, z), (rnd(-0.15, 0.15), tilt, a), mat=m)


@scene("kopi-rancawangi/kopi-arabika")
def arabika():
    coffee_set()
    lb = G.paper("k_bean", "bean", "#efe4cd", "#4a2c18")
    P.cloth(48, 32, jute(), (2, 1, 0.1), 0.16, amp=0.9, folds=7, sd=5, flat=((-4, 4, 8), (9, -6, 9)))
    G.Pouch(13.5, 22, 8.0, 0.78).put((-4.5, 4, 0.3), 0.16, G.kraft(), lb, (7.6, 9.9), 4.2, seam=P.surf("bagband", "#3f2a1c", "#352215", nscale=1, rough=0.6))
    b = beans()
    dark = P.surf("beanbase", "#22130a", rough=0.9)
    G.mound(b, (8.5, -4.5, 0.3), 5.6, 2.5, 1.0, dark, oval_=0.8, rot=-0.5, power=1.3)
    G.strew(b, [(1.2, -9.0), (3.4, -11.8), (-3.0, -8.6), (14.8, -9.4), (16.6, -5.8), (9.5, -12.8), (-6.6, -10.4), (15.5, 1.2), (5.6, -13.4)], 0.55)
    P.obj(cup(7.0, 4.0, 1), (15.5, 12, 0.3), (0, 0, 0.5), mat=P.glaze("k_cup", "#86553b", "#e9dfc8", "#d6c6a4", line=2.0, speck=("#6b4a2f", 2.4, 0.2), rough=0.16))
    P.camera((4, -64, 25), (2.4, 1, 9.4), 58, 4.5, focus=(-3, -2, 8))
    return dict(exposure=0.6)


@scene("kopi-rancawangi/kopi-bubuk")
def bubuk():
    coffee_set(("#b9a88c", "#a6947a", "#c6b79c"))
    P.cloth(44, 30, P.linen("l_natk", "#d3c6ac", "#ab9b7c"), (3, 2, 0.1), -0.18, amp=0.9, folds=7, sd=14, flat=((-4, 3, 6), (10, -5, 8)))
    lb = G.paper("k_jar", "bean", "#efe4cd", "#4a2c18", w=1400, h=900)
    big = [(4.2, 0.0), (4.9, 0.1), (5.3, 0.7), (5.4, 2.0), (5.4, 10.6), (5.2, 11.6), (4.6, 12.4), (4.6, 13.0)]
    bottle((-4.5, 3, 0.3), 9.6, G.ground_mat(), None, lb, 0.1, prof=big, band=(2.6, 7.2), arc=1.9)
    bottle((8.5, 10.5, 0.3), 10.8, G.ground_mat(), "cloth", lb, -0.25, prof=big, band=(2.6, 7.2), arc=1.9)
    wood = P.wood("w_spoon", "#b98a58", "#7d5732", rough=0.5)
    gm = G.ground_mat()
    U, T = np.meshgrid(np.linspace(0, 1, 60), np.linspace(0, 2 * PI, 120, endpoint=False), indexing="ij")
    Q = np.stack([6.0 * U * np.cos(T), 4.6 * U * np.sin(T), 2.3 * (1 - U ** 1.15)], -1)
    Q[..., :2] *= (1 + 0.10 * P.noise3(Q * [1, 1, 0], 0.5, 3, 3))[..., None]
    Q[..., 2] += (P.noise3(Q, 0.8, 8, 3) * 0.22 + P.noise3(Q, 3.0, 9, 2) * 0.06) * (1 - U)
    P.obj(P.gridmesh(Q, wrap_v=True), (9.0, -5.0, 0.32), mat=gm)
    crumb = P.withmat(P.lathe([(0, -0.1), (0.1, -0.06), (0.12, 0.03), (0.06, 0.1), (0, 0.1)], 7, 1), gm)
    for _ in range(420):
        a, q = rnd(0, 2 * PI), 0.80 + abs(float(P.RNG.normal())) * 0.22
        P.obj(crumb, (9 + 6.0 * q * math.cos(a), -5 + 4.6 * q * math.sin(a), 0.42), (rnd(0, 6), rnd(0, 6), 0), rnd(0.4, 1.3))
    G.spoon((7.5, -6.0, 2.55), 0.5, -0.12, 12.5, 2.4, 1.7, 0.8, wood, gm)
    G.strew(beans(4), [(-1.5, -8.0), (-4.4, -9.8), (0.6, -11.0), (-8.8, -7.2), (17.2, 2.2)], 0.5)
    P.camera((4, -58, 25), (1.8, 1, 6.2), 62, 4.5, focus=(-2, -4, 6))
    return dict(exposure=0.6)


@scene("kopi-rancawangi/kopi-honey")
def honey():
    coffee_set(("#8a7350", "#76613f", "#9a845f"))
    P.cloth(46, 32, P.linen("l_honey", "#d8c8a4", "#b09c74"), (0, 2, 0.1), 0.12, amp=0.9, folds=7, sd=23, flat=((-4, 4, 8), (10, -3, 8)))
    lb = G.paper("k_cherry", "cherry", "#f1e5cb", "#9c2a22", "#4d6b35")
    G.Pouch(13.5, 22, 8.0, 0.78).put((-4.5, 4, 0.3), -0.12, G.kraft("kraft2", "#d9c6a2", "#c9b48c"), lb, (7.6, 9.9), 4.2)
    P.obj(bowl(5.6, 4.0), (10.5, 1.5, 0.3), mat=P.glaze("k_b", "#86553b", "#c98b36", "#a9631f", line=1.3, rough=0.12, streak=0.5))
    ch = [G.cherry(rnd(0.74, 0.86)) for _ in range(5)]
    ln = [(0, 1.2), (1.8, 1.3), (3.6, 2.4), (4.6, 3.4), (5.1, 4.3), (7, 4.5)]
    n = 62
    c = P.pack([0.80] * n, [(10.5 + rnd(-3, 3), 1.5 + rnd(-3, 3), 3 + i * 0.22) for i in range(n)], 0, ln, (10.5, 1.5))
    for i in range(n):
        P.obj(ch[i % 5], c[i], (rnd(-PI, PI), rnd(-1, 1), rnd(0, 6)), rnd(0.92, 1.05))
    for x, y in ((3.0, -8.2), (5.4, -9.6), (1.0, -10.6), (16.4, -7.0), (8.4, -7.8)):
        P.obj(ch[int(rnd(0, 5))], (x, y, 1.0), (rnd(0.9, 2.2), rnd(-0.5, 0.5), rnd(0, 6)))
    coffee_leaves(((5.2, -6.0, 0.8, 3.6, -0.12), (12.2, -7.5, 0.7, -0.3, -0.1), (13.5, 3.5, 4.3, 0.5, -0.25), (7.8, 4.0, 4.3, 2.5, -0.3)))
    b = [P.withmat(m, P.surf("honeybean", "#c9a266", "#b0854a", "#8f5f35", nscale=1.0, rough=0.45, orand=0.25, coat=0.3, bump=((4, 0.02),))) for m in beans(4)]
    G.mound(b, (-10.5, -8.5, 0.3), 2.9, 1.0, 0.95, P.surf("hb", "#6a4828", rough=0.9), oval_=0.9, power=1.3)
    P.camera((4, -66, 26), (1.4, 1, 9.2), 57, 4.5, focus=(-3, -2, 7))
    return dict(exposure=0.6)


def husk(sd):
    """Dried cherry skin: a crumpled half shell."""
    g = np.random.default_rng(sd)
    nu, nt = 16, 34
    U, T = np.meshgrid(np.linspace(0.02, 1, nu), np.linspace(0, 2 * PI, nt, endpoint=False), indexing="ij")
    ph = U * g.uniform(1.6, 2.3)
    r = 0.72 * (1 + 0.22 * np.cos(T * 2 + g.uniform(0, 6)) * U)
    Q = np.stack([r * 1.25 * np.sin(ph) * np.cos(T), r * 0.8 * np.sin(ph) * np.sin(T), -0.62 * np.cos(ph)], -1)
    Q += P.noise3(Q, 1.9, sd, 3)[..., None] * 0.16 * Q / (np.linalg.norm(Q, axis=-1, keepdims=True) + 0.2)
    Q[..., 2] += 0.10 * np.sin(T * 3 + sd) * U
    return P.gridmesh(Q, wrap_v=True, name="husk")


@scene("kopi-rancawangi/cascara")
def cascara():
    coffee_set(("#a98a6b", "#967657", "#b99b7d"))
    P.cloth(44, 30, P.linen("l_casc", "#c9c0ae", "#a0957f"), (0, 1, 0.1), -0.14, amp=0.9, folds=7, sd=33, flat=((-4, 3, 8), (11, 4, 5)))
    m = P.surf("husk", "#6b2c1c", "#431a12", "#8d4527", nscale=1.3, rough=0.6, rvar=0.12, bump=((2.4, 0.10), (7, 0.04)), orand=0.5, coat=0.12, coat_rough=0.4)
    hs = [P.withmat(husk(i), m) for i in range(9)]
    P.obj(bowl(8.4, 6.0), (-4, 2.5, 0.3), mat=P.glaze("casc_b", "#a06848", "#efe4cc", "#dccaa6", line=2.0, speck=("#6b4a2f", 2.2, 0.2), rough=0.14))
    G.mound(hs, (-4, 2.5, 5.0), 6.6, 2.6, 1.35, P.surf("huskbase", "#2c120b", rough=1), thin=0.0, power=2.2)
    for x, y in ((5.0, -7.5), (7.5, -9.6), (2.6, -10.8), (10.2, -6.6), (6.0, -11.8), (-9.5, -9.4), (13.5, -8.2), (-12.6, -7.4), (0.0, -9.0)):
        P.obj(hs[int(rnd(0, 9))], (x, y, 1.0), (rnd(-0.5, 0.5) + PI * (rnd() < 0.5), rnd(-0.4, 0.4), rnd(0, 6)), rnd(0.9, 1.15))
    tea = P.surf("casctea", "#6f220c", "#7d2a0f", nscale=0.3, rough=0.05, rvar=0.02, sss=0.12, sssr=(0.6, 0.2, 0.05), coat=0.4)
    glass_of_milk((11.0, 4.5, 0.3), 6.6, 8.4, tea)
    coffee_leaves(((12.5, -2.4, 1.1, 0.2, -0.16), (10.6, -2.2, 0.7, 2.7, -0.15)))
    P.camera((4, -54, 29), (1.2, 0.6, 4.4), 62, 4.8, focus=(-3, -4, 6))
    return dict(exposure=0.4)


@scene("kopi-rancawangi/kopi-tubruk")
def tubruk():
    coffee_set(("#5f6a5c", "#4d574a", "#6e7a69"))
    P.cloth(40, 30, jute(), (1, 1, 0.1), 0.2, amp=0.8, folds=6, sd=44, flat=((-2.5, 0, 8), (11, 5, 5)))
    wh = P.glaze("tub_s", "#a06848", "#efe6d4", "#e0d2b6", line=0.55, drip=0.1, rough=0.14)
    P.obj(plate(7.6, 1.5), (-2.5, 0, 0.3), mat=wh)
    glass_of_milk((-2.5, 0, 1.15), 8.0, 9.8, G.coffee_mat())
    foam = P.surf("crema", "#8a5a30", "#5d3819", "#a8784a", nscale=1.4, rough=0.5, bump=((4, 0.06),))
    P.obj(P.lathe([(2.35, 8.03), (2.7, 8.07), (3.02, 8.12), (3.1, 8.2)], 96, 1), (-2.5, 0, 1.15), mat=foam)
    G.spoon((3.6, -2.6, 1.75), -0.75, -0.02, 10.5, 1.7, 1.15, 0.5, alu())
    sugar = P.surf("gula", "#8a5426", "#6d3d18", "#a5703c", nscale=0.8, rough=0.75, bump=((1.5, 0.1), (6, 0.04)), sss=0.1)
    P.obj(plate(5.0, 1.2), (12.0, 6.5, 0.3), mat=P.glaze("tub_t", "#86553b", "#6f8c78", "#4d7060", line=0.5, drip=0.1, rough=0.12, streak=0.5))
    for x, y, z, a in ((11.0, 6.0, 1.1, 0.2), (13.4, 7.0, 1.1, 1.0), (12.0, 8.0, 1.1, 2.0), (12.1, 6.8, 2.75, 0.6)):
        P.obj(P.box(2.0, 1.8, 1.6, 0.25, 0.10), (x, y, z), (0, 0, a), mat=sugar)
    G.strew(beans(5), [(-11.5, -6.0), (-9.4, -8.2), (-12.8, -9.0), (8.8, -8.8), (11.0, -7.2), (-7.0, -10.2), (12.4, -10.2)], 0.5)
    P.camera((5, -52, 27), (1.4, 1.0, 5.0), 64, 4.8, focus=(-2, -3, 7))
    return dict(exposure=0.45)


@scene("kopi-rancawangi/sampul")
def sampul():
    air = "#9db3b3"
    P.world("#dfe3dc", 0.75)
    G.daylight((0.75, 0.35, -0.52), 3.6, (1.0, 0.88, 0.70))
    G.sky("#efe2c4", "#b9cdd6", strength=1.15, glow=(-900, 420, 1500, "#fff0cf"))
    near = G.greenery("h_near", "#2c4a22", "#43642c", "#5f7d3a", air, 4200, 0.014, 3)
    mid = G.greenery("h_mid", "#29462b", "#3a5935", "#4d6b40", air, 3600, 0.008, 3)
    G.ridge(620, 4, near, 3, 1700, 500, base=-260, vary=15, freq=0.010)
    G.ridge(1500, 70, mid, 11, 2600, 900, base=-320, vary=36, freq=0.0042)
    G.ridge(2500, 210, mid, 21, 3800, 1200, base=-360, vary=60, freq=0.0026)
    G.ridge(3800, 400, mid, 31, 5200, 1500, base=-400, vary=120, freq=0.0016)
    P.table(P.wood("w_coffee", "#9a6f4a", "#4f3321", rough=0.55, worn=0.35, grey="#7d6a56"), d=52, y0=-40, plank=14, edge=0.4, gap=0.25)
    P.cloth(40, 22, jute(), (-8, -14, 0.1), 0.1, amp=0.8, folds=7, sd=51, flat=((-9, -12, 7), (9, -12, 9)))
    P.obj(plate(8.0, 1.5), (-9, -12, 0.3), mat=P.glaze("ks_s", "#86553b", "#e9dfc8", "#d6c6a4", line=0.55, drip=0.1, speck=("#6b4a2f", 2.4, 0.2), rough=0.16))
    P.obj(cup(7.2, 4.4, 1), (-9, -12, 1.15), (0, 0, -0.45), mat=P.glaze("k_cup", "#86553b", "#e9dfc8", "#d6c6a4", line=2.0, speck=("#6b4a2f", 2.4, 0.2), rough=0.16))
    G.drink(4.0, 6.2, G.coffee_mat(), (-9, -12, 1.15), P.surf("crema", "#8a5a30", "#5d3819", "#a8784a", nscale=1.4, rough=0.5, bump=((4, 0.06),)))
    b = beans()
    G.mound(b, (9.5, -12.5, 0.2), 6.4, 2.4, 1.0, P.surf("beanbase", "#22130a", rough=0.9), oval_=0.75, rot=0.2, power=1.3)
    G.strew(b, [(0.6, -20.5), (-3.0, -22.0), (3.6, -22.8), (18.4, -17.0), (20.6, -12.6), (-19.5, -18.8), (1.5, -7.4), (24, -15)], 0.45)
    ch = [G.cherry(rnd(0.74, 0.86)) for _ in range(4)]
    for i, (x, y) in enumerate(((21.8, -8.0), (23.6, -9.4), (23.2, -7.0), (20.0, -6.2), (25.8, -8.2), (22.8, -8.2))):
        P.obj(ch[i % 4], (x, y, 0.9 + (1.3 if i == 5 else 0)), (rnd(0, 3), rnd(-0.6, 0.6), rnd(0, 6)))
    coffee_leaves(((24.5, -6.0, 0.5, 0.5, -0.15), (20.5, -5.0, 0.5, 2.6, -0.2), (26.0, -8.0, 0.5, -0.4, -0.12)))
    G.Pouch(13.5, 21, 8.0, 0.78).put((-23.5, -2, 0.1), 0.2, G.kraft(), G.paper("k_bean", "bean", "#efe4cd", "#4a2c18"), (7.6, 9.9), 4.0)
    P.camera((1, -88, 20), (-0.5, 2, 13.2), 48, 7.0, focus=(-6, -14, 6))
    return dict(size=(1600, 900), exposure=0.35)
