"""KDMP Sukamandiri and KSP Daya Tani: goods of a village shop, and savings."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_batik import sheet
from scenes_craft import bowl, clay, leafmat, plant_pot, plate, pot, sansevieria, saucer, soil
from scenes_dairy import bottle
from scenes_veg import chilli, heap, potato, potato_mat, tomato

PI = math.pi


def shop_set(wallc=("#a9b3a0", "#98a38f", "#b8c1ae"), y=60, rad=10.5, fill=0.34, side=-1, wood=("#b98c5e", "#7a5434")):
    P.world("#e6e4da", fill)
    P.window((side * 122, -2, 80), (0, 5, 5), radiance=rad, color=(1.0, 0.95, 0.87))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.5)
    P.table(P.wood("w_shop", *wood, rough=0.6, worn=0.35, grey="#8d7f6c"), d=y + 45, y0=-45, plank=15, edge=0.35, gap=0.2)


# ---------------------------------------------------------------- shapes
def grains():
    m = P.surf("rice", "#efe9da", "#e3dac4", nscale=1.5, rough=0.4, rvar=0.06, sss=0.5, sssr=(0.3, 0.27, 0.2), orand=0.10)
    out = []
    for i in range(5):
        a = 0.08 + 0.02 * i
        pts = [(0.33 * math.cos(t), 0.10 * math.sin(t) * a * 6, 0) for t in np.linspace(PI, 0, 6)]
        out.append(P.withmat(P.sweep(pts, (0.03, 0.085, 0.105, 0.105, 0.085, 0.03), 8, smooth=1), m))
    return out


def rice_base():
    return P.surf("ricebase", "#d9cfb6", "#c4b897", nscale=4, rough=0.7, bump=((4, 0.1),))


def woven_sack(name, c, c2):
    """Plastic ribbon weave, white with a faint grid."""
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    s = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]})
    a = m.math("SINE", m.math("MULTIPLY", s.outputs[0], 2 * PI * 2.2))
    b = m.math("SINE", m.math("MULTIPLY", s.outputs[2], 2 * PI * 2.2))
    w = m.math("MULTIPLY", a, b)
    c0 = m.mix(m.step(w, -0.3, 0.5), P.col(c2), P.col(c))
    c0 = m.mix(0.25, c0, m.ramp(m.noise(0.2, detail=4), [(0.3, (0.7, 0.68, 0.62, 1)), (0.7, (1, 1, 1, 1))]), "MULTIPLY")
    m.set(Base_Color=c0, Roughness=0.48, Specular_IOR_Level=0.4)
    m.set(Normal=m.bump(w, 0.03, m.bump(m.noise(0.5, detail=3), 0.15)))
    P._cache[name] = m.mat
    return m.mat


def egg(r=2.15):
    m = P.surf("egg_b", "#c98d62", "#b97b52", "#d6a27c", nscale=0.5, rough=0.5, rvar=0.06, bump=((12, 0.006),), orand=0.28, sss=0.12, sssr=(0.6, 0.3, 0.2), speck=("#8a5433", 3.0, 0.10))
    th = np.linspace(0, PI, 44)
    z = -np.cos(th) * r * 1.30
    rr = r * np.sin(th) * (1 - 0.115 * np.sin(z / (r * 1.3) * PI / 2) - 0.02)
    return P.withmat(P.lathe(np.stack([rr, z], -1), 64, 0, name="egg"), m)


def tray(nx=6, ny=5, p=4.9):
    """Pressed paper tray for eggs; the cells lie at whole multiples of p."""
    w, d = nx * p, ny * p
    X, Y = np.meshgrid(np.linspace(-w / 2 - 0.5, w / 2 + 0.5, nx * 22), np.linspace(-d / 2 - 0.5, d / 2 + 0.5, ny * 22), indexing="ij")
    cx, cy = np.cos(2 * PI * (X / p - (nx % 2 == 0) * 0.5)), np.cos(2 * PI * (Y / p - (ny % 2 == 0) * 0.5))
    Z = 2.0 - 0.95 * (cx + cy)
    Z = 0.35 + np.minimum(Z, 3.2) + 0.10 * P.noise3(np.stack([X, Y, 0 * X], -1), 0.8, 3, 3)
    e = np.minimum(w / 2 + 0.5 - np.abs(X), d / 2 + 0.5 - np.abs(Y))
    Z = np.where(e < 0.9, 2.2 + 0.05 * np.sin(X * 2), Z)
    Z = np.where(e < 0.25, 1.6, Z)
    m = P.surf("pulp", "#9c968c", "#89837a", "#a9a398", nscale=1.5, rough=0.95, bump=((3, 0.08), (10, 0.04)))
    o = P.obj(P.gridmesh(np.stack([X, Y, Z], -1), name="tray"), mat=m)
    s = o.modifiers.new("s", "SOLIDIFY")
    s.thickness = 0.25
    cells = [((i - (nx - 1) / 2) * p, (j - (ny - 1) / 2) * p) for i in range(nx) for j in range(ny)]
    return o, cells


def banana_leaf(L, W, sd=1):
    """Part of a banana leaf lying flat: strong middle rib, fine side veins, a torn edge."""
    U, V = np.meshgrid(np.linspace(0, 1, 160), np.linspace(-1, 1, 90), indexing="ij")
    g = np.random.default_rng(sd)
    torn = np.zeros_like(U)
    for _ in range(4):
        u0, s, wd, dp = g.uniform(0.08, 0.92), g.choice((-1, 1)), g.uniform(0.004, 0.009), g.uniform(0.15, 0.35)
        torn = np.maximum(torn, np.exp(-(((U - u0) / wd) ** 2)) * dp * (V * s > 0))
    half = W * (1 - 0.55 * np.abs(U - 0.45) ** 2.2 * 2.0)
    Y = V * half * (1 - torn * np.abs(V))
    X = (U - 0.5) * L + np.abs(V) * 0.10 * W
    Z = 0.25 + 0.030 * np.abs(Y) ** 1.3 * 0.5 + 0.03 * np.sin(U * 130) * np.abs(V) ** 0.5 + 0.5 * np.maximum(0, P.noise3(np.stack([X, Y, 0 * X], -1), 0.12, sd, 2))
    Z += 0.18 * np.exp(-((V / 0.03) ** 2))
    return P.gridmesh(np.stack([X, Y, Z], -1), name="banana")


def banana_mat():
    if "bananaleaf" in P._cache:
        return P._cache["bananaleaf"]
    m = P.Nodes("bananaleaf")
    uv = m.n("SeparateXYZ", {0: m.tc.outputs["UV"]})
    v = m.math("ABSOLUTE", m.math("SUBTRACT", uv.outputs[1], 0.5))
    line = m.math("SINE", m.math("MULTIPLY", m.math("SUBTRACT", uv.outputs[0], m.math("MULTIPLY", v, 0.10)), 520.0))
    c = m.ramp(m.noise(0.25, detail=4), [(0.3, P.col("#2c5228")), (0.7, P.col("#426b33"))])
    c = m.mix(m.math("MULTIPLY", m.step(line, 0.2, 1.0), 0.18), c, P.col("#6f9150"))
    c = m.mix(m.step(v, 0.022, 0.010), c, P.col("#b9cc85"))
    c = m.mix(m.math("MULTIPLY", m.step(m.math("ADD", v, m.math("MULTIPLY", m.noise(0.8), 0.12)), 0.53, 0.57), 0.7), c, P.col("#8a7a3c"))
    m.set(Base_Color=c, Roughness=0.38, Coat_Weight=0.15, Coat_Roughness=0.3, Subsurface_Weight=0.15, Subsurface_Radius=(0.2, 0.4, 0.1), Subsurface_Scale=0.4)
    m.set(Normal=m.bump(line, 0.015, m.bump(m.noise(0.5, detail=3), 0.12)))
    P._cache["bananaleaf"] = m.mat
    return m.mat


def sugar_block(r=4.6, h=3.3):
    """Palm sugar cast in half a coconut shell: flat side up at z=h, dome below."""
    sd = int(rnd(0, 999))
    prof = [(0, 0), (r * 0.42, 0.02), (r * 0.78, h * 0.24), (r * 0.97, h * 0.66), (r, h * 0.93), (r * 0.95, h), (r * 0.5, h - 0.06), (0, h - 0.14)]
    return P.lathe(prof, 90, 3, lambda Q, T, t: Q * (1 + 0.035 * P.noise3(Q, 0.35, sd, 3))[..., None], "sugar")


def sugar_mat():
    return P.surf("aren", "#97602f", "#744019", "#b98349", nscale=0.8, rough=0.78, rvar=0.14, bump=((0.7, 0.16), (2.2, 0.12), (7, 0.06), (16, 0.03)), sss=0.12, sssr=(0.5, 0.2, 0.08), orand=0.3, speck=("#4f2a10", 1.8, 0.16))


def basket(r=9.0, h=9.0, flare=1.15, mat=None):
    """Basket of split bamboo: strips that go over and under the ribs."""
    n = 34
    rows = int(h / 0.85)
    nz = rows * 8
    th = np.linspace(0, 2 * PI, n * 10, endpoint=False)
    z = np.linspace(0, h, nz)
    T, Z = np.meshgrid(th, z, indexing="ij")
    row = np.floor(Z / h * rows * 0.9999)
    f = (Z / h * rows) % 1
    R = r * (0.86 + (flare - 0.86) * (Z / h) ** 0.8)
    R = R + 0.20 * np.sin(n / 2 * T * 2 / 2 + PI * row) * np.sin(np.clip(f, 0.02, 0.98) * PI) ** 0.6 + 0.12 * (np.sin(f * PI) ** 0.5 - 0.6)
    side = P.gridmesh(np.stack([R * np.cos(T), R * np.sin(T), Z], -1), wrap_u=True, name="basket")
    rt = r * flare
    ms = [P.withmat(side, mat), P.withmat(P.lathe([(0, 0.15), (r * 0.86, 0.15), (r * 0.9, 0.4)], 60, 1), mat)]
    a = np.linspace(0, 2 * PI, 120)
    for k, (dr, dz) in enumerate(((0.1, 0.0), (-0.1, 0.35), (0.25, 0.4))):
        ms.append(P.withmat(P.sweep(np.stack([(rt + dr) * np.cos(a), (rt + dr) * np.sin(a), h + dz + 0.08 * np.sin(9 * a + k * 2)], -1), 0.34, 10, smooth=0), mat))
    return P.join(ms, "basket")


def bamboo_mat():
    return P.surf("splitbamboo", "#c49a5c", "#a07840", "#8a6232", nscale=1.3, rough=0.6, bump=((1.5, 0.06), (7, 0.03)))


def coin(r=1.25, t=0.2):
    """A coin with a raised rim and a plain flower in its middle, thickness t."""
    U, T = np.meshgrid(np.r_[np.linspace(0, 0.86, 40), np.linspace(0.88, 1, 12)], np.linspace(0, 2 * PI, 96, endpoint=False), indexing="ij")
    rel = 0.035 * (np.clip((U - 0.88) / 0.03, 0, 1)) * np.clip((1.0 - U) / 0.02, 0, 1)
    pet = 0.34 + 0.16 * np.abs(np.cos(2.5 * T))
    rel = rel + 0.022 * np.clip((pet - U) / 0.04, 0, 1) - 0.022 * np.clip((0.14 - U) / 0.03, 0, 1) + 0.014 * (np.abs(U - 0.70) < 0.025) * (np.cos(24 * T) > 0)
    up = np.stack([r * U * np.cos(T), r * U * np.sin(T), t / 2 - 0.02 + rel], -1)
    dn = up * [1, -1, -1]
    edge = P.lathe([(r * 0.99, -t / 2 + 0.01), (r, -t / 2 + 0.03), (r, t / 2 - 0.03), (r * 0.99, t / 2 - 0.01)], 180, 0, lambda Q, T_, t_: Q * np.stack([1 + 0.004 * np.sin(60 * T_)] * 2 + [1 + 0 * T_], -1))
    return P.join([P.gridmesh(up, wrap_v=True), P.gridmesh(dn, wrap_v=True), edge], "coin")


def metal(name, a, b):
    return P.surf(name, a, b, nscale=1.4, rough=0.3, rvar=0.12, metal=1.0, bump=((3, 0.006),), orand=0.16)


# ---------------------------------------------------------------- pictures
@scene("kdmp-sukamandiri/beras")
def beras():
    shop_set()
    P.cloth(50, 34, P.linen("l_rice", "#b9a27c", "#8c744f", weave=5), (3, -2, 0.1), 0.12, amp=0.9, folds=7, sd=9, flat=((-6, 6, 13), (13, -7, 9), (0.5, -15.5, 7)))
    s = G.Pouch(24, 36, 12.5, 0.86)
    s.put((-7, 6, 0.25), 0.12, woven_sack("sack", "#efece2", "#d6d1c2"), G.paper("v_ear", "ear", "#f3efe2", "#3f6b3a", "#c5922f"), (14.5, 18.85), 7.5,
          seam=P.surf("sackband", "#3f6b3a", "#355c31", nscale=1, rough=0.6, bump=((5, 0.03),)))
    gr = grains()
    P.obj(bowl(7.6, 5.4), (13.5, -4.5, 0.3), mat=P.glaze("v_b", "#a06848", "#4d7a86", "#39626f", line=1.8, rough=0.12, streak=0.5))
    G.mound(gr, (13.5, -4.5, 4.5), 6.4, 2.4, 0.46, rice_base(), thin=0.0, power=2.0, tilt=0.6, layers=1.6)
    G.mound(gr, (0.5, -15.5, 0.28), 4.6, 0.9, 0.46, None, oval_=0.7, rot=0.2, power=1.0, tilt=0.35, thin=0.7, layers=0.8)
    P.camera((5, -104, 38), (2.2, 0, 15.6), 60, 5.0, focus=(-2, -5, 14))
    return dict(exposure=0.35)


@scene("kdmp-sukamandiri/gula-aren")
def gula_aren():
    shop_set(("#8a7a5c", "#77694d", "#9a8a6b"))
    P.obj(banana_leaf(52, 12.5), (0, 1, 0.05), (0, 0, 0.22), mat=banana_mat())
    P.obj(banana_leaf(44, 10.5, 4), (6, -5, 0.0), (0, 0, -0.35), mat=banana_mat())
    m = sugar_mat()
    b = [sugar_block(rnd(4.4, 4.8), rnd(3.1, 3.4)) for _ in range(4)]
    z = 0.75
    h = 3.25
    # dome up: turned over around x, so that the flat side rests below
    for i, (x, y, zz, e) in enumerate(((-8.5, 4.5, z + h, (PI, 0.0, 0)), (0.8, 6.2, z + h, (PI, 0.02, 1)), (-3.4, -2.2, z + h, (PI, -0.02, 2)), (-4.0, 2.9, z + 2 * h - 0.05, (PI + 0.10, 0.06, 3)))):
        P.obj(b[i % 4], (x, y, zz), e, mat=m)
    # one leans on the others and shows its flat side
    P.obj(b[1], (6.4, 2.4, 3.0), (0.98, 0.0, 0.42), mat=m)
    crumb = [P.withmat(P.box(rnd(0.7, 1.3), rnd(0.6, 1.1), rnd(0.5, 0.9), 0.12, 0.12), m) for _ in range(6)]
    for x, y, s in ((8.6, -5.8, 1.6), (10.6, -4.6, 1.0), (6.6, -7.0, 0.8), (11.8, -6.6, 0.6), (5.2, -5.6, 0.5), (9.8, -7.6, 0.5), (12.8, -4.6, 0.4), (7.8, -8.4, 0.35), (4.4, -7.6, 0.3)):
        P.obj(crumb[int(rnd(0, 6))], (x, y, 0.65), (rnd(-0.3, 0.3), rnd(-0.3, 0.3), rnd(0, 6)), s)
    P.camera((4, -54, 30), (0.8, 0.4, 3.6), 58, 5.0, focus=(-1, -3, 5))
    return dict(exposure=0.55)


@scene("kdmp-sukamandiri/telur")
def telur():
    shop_set(("#c3b497", "#b3a384", "#d0c3a8"))
    P.cloth(50, 34, P.linen("l_egg", "#8c98a0", "#66727c"), (2, 0, 0.1), -0.1, amp=0.8, folds=7, sd=19, flat=((-3, 3, 16), (13, -12, 6)))
    rot = 0.24
    o, cells = tray()
    M = P.xf((-3, 4, 0.35), (0, 0, rot))
    o.matrix_world = M
    es = [egg(rnd(2.08, 2.2)) for _ in range(4)]
    gone = {(5, 0), (4, 0), (5, 1)}
    for k, (x, y) in enumerate(cells):
        if (k // 5, k % 5) in gone:
            continue
        e = P.obj(es[k % 4])
        e.matrix_world = M @ P.xf((x, y, 3.35 + rnd(-0.1, 0.1)), (PI * (rnd() < 0.3) + rnd(-0.09, 0.09), rnd(-0.09, 0.09), rnd(0, 6)), rnd(0.97, 1.02))
    for i, (x, y, a) in enumerate(((12.5, -10.5, 0.5), (17.4, -8.2, 2.2), (8.4, -14.4, 1.2))):
        P.obj(es[i], (x, y, 2.35), (PI / 2 - 0.10, 0, a))
    P.camera((5, -74, 42), (1.2, -0.6, 2.6), 56, 5.6, focus=(-1, -8, 5))
    return dict(exposure=0.35)


def jar_of(loc, content, sc=1.0, rot=0.0, fill=10.4):
    big = [(4.2, 0.0), (4.9, 0.1), (5.3, 0.7), (5.4, 2.0), (5.4, 10.6), (5.2, 11.6), (4.6, 12.4), (4.6, 13.0)]
    bottle(loc, fill, content, "cloth", None, rot, prof=big, sc=sc)


@scene("kdmp-sukamandiri/sampul")
def sampul():
    P.world("#e6e4da", 0.36)
    P.window((-150, -60, 95), (0, 10, 30), w=120, h=150, radiance=11, color=(1.0, 0.94, 0.85))
    P.wall("#9fae9f", "#8e9e8f", y=38, c3="#afbcad", bump=0.5)
    wd = P.wood("w_shop", "#b98c5e", "#7a5434", rough=0.6, worn=0.35, grey="#8d7f6c")
    P.table(wd, w=240, d=62, y0=-24, plank=15, edge=0.35, gap=0.2)
    zs = 40.0
    for y in (13.5, 26.0):
        P.obj(P.box(150, 12.2, 2.4, 0.3), (rnd(-2, 2), y, zs), mat=wd)
    for x in (-58, 0, 58):
        P.obj(P.box(3.2, 26, 3.0, 0.3), (x, 20, zs - 3.2), mat=wd)
        P.obj(P.box(3.2, 3.2, zs - 2, 0.3), (x, 30, 0), mat=wd)
    top = zs + 2.45
    rice = P.surf("ricefill", "#efe9da", "#ddd3bc", nscale=5, rough=0.6, bump=((6, 0.08),))
    bn = P.surf("mung", "#6f7f3c", "#56652c", nscale=6, rough=0.5, bump=((5, 0.12),))
    chl = P.surf("peanut", "#c08a5a", "#a36c40", nscale=3, rough=0.6, bump=((3, 0.2),))
    for i, (x, c, f) in enumerate(((-50, rice, 10.6), (-37, bn, 9.0), (-24, chl, 10.2), (-11, G.ground_mat(), 9.6))):
        jar_of((x, 17 + rnd(-1, 1), top), c, 0.95, rnd(-0.4, 0.4), f)
    body = P.surf("tinred", "#8a3226", "#7a2a20", nscale=0.4, rough=0.38, rvar=0.06, coat=0.3, coat_rough=0.2)
    bodyg = P.surf("tingreen", "#4a6448", "#425b41", nscale=0.4, rough=0.38, rvar=0.06, coat=0.3, coat_rough=0.2)
    G.tin(4.8, 12, body, body, G.paper("v_hills", "hills", "#efe3cc", "#7a2e20", "#c5812f", w=1300, h=1150), (6, 17, top), 0.2)
    G.tin(4.8, 12, bodyg, bodyg, G.paper("t_shoot", "shoot", "#efe9d6", "#3f5a38", w=1300, h=1300), (18, 18, top), -0.2)
    bm = bamboo_mat()
    P.obj(basket(9.0, 8.5, 1.15, bm), (39, 18, top), mat=None)
    es = [egg() for _ in range(3)]
    heap(es, 20, 2.3, (39, 18), 5, top + 4, tilt=PI, floor=top + 3.2, line=[(0, top + 3), (7, top + 3.1), (8.6, top + 5), (9.6, top + 8.4), (10.0, top + 8.6), (13, top + 8.4)])
    # on the counter: sacks, baskets
    s = G.Pouch(23, 33, 13, 0.86)
    s.put((-42, 8, 0.1), 0.14, woven_sack("sack", "#efece2", "#d6d1c2"), G.paper("v_ear", "ear", "#f3efe2", "#3f6b3a", "#c5922f"), (14, 18.2), 6.5, seam=P.surf("sackband", "#3f6b3a", "#355c31", nscale=1, rough=0.6))
    ju = P.linen("l_sackj", "#a98f66", "#7d6543", weave=4)
    open_sack((-15, 9, 0.1), 10.5, 17, ju, rice, grains())
    P.obj(basket(11.0, 10, 1.18, bm), (12, 7, 0.1), (0, 0, 0.4))
    toms = [tomato(rnd(3.0, 3.4), 5 + i % 3) for i in range(3)]
    heap(toms, 15, 3.2, (12, 7), 5, 9, tilt=0.6, floor=5.0, line=[(0, 4.6), (9, 4.8), (11.4, 7.5), (12.2, 10.0), (12.8, 10.4), (16, 10)])
    P.obj(basket(11.0, 9, 1.18, bm), (40, 6, 0.1), (0, 0, 1.4))
    pm = potato_mat()
    pots = [P.withmat(potato(rnd(2.6, 3.2), rnd(1.15, 1.4)), pm) for _ in range(4)]
    heap(pots, 15, 3.0, (40, 6), 5, 8, floor=4.4, line=[(0, 4.0), (9, 4.2), (11.4, 6.8), (12.2, 9.0), (12.8, 9.4), (16, 9)])
    b = sugar_block(4.4, 3.2)
    for x, y, z, e in ((-27, -11, 3.35, (PI, 0, 0)), (-17.5, -13, 3.35, (PI, 0, 1)), (-22.3, -10.5, 6.5, (PI + 0.08, 0.05, 2))):
        P.obj(b, (x, y, z), e, mat=sugar_mat())
    P.camera((3, -132, 46), (-0.5, 8, 26.8), 42, 6.0, focus=(-5, 0, 24))
    return dict(size=(1600, 900), exposure=0.35)


def open_sack(loc, r, h, mat, fill, things):
    """A jute sack with its rim rolled down, filled to the brim."""
    T, V = np.meshgrid(np.linspace(0, 2 * PI, 200, endpoint=False), np.linspace(0, 1, 90), indexing="ij")
    sd = int(rnd(0, 999))
    z = np.interp(V, [0, 0.72, 0.80, 0.88, 1.0], [0, h - 0.6, h + 0.5, h - 0.2, h - 3.4])
    R = np.interp(V, [0, 0.04, 0.3, 0.72, 0.80, 0.88, 1.0], [0.90 * r, 1.0 * r, 1.10 * r, 0.98 * r, 1.02 * r, 1.13 * r, 1.14 * r])
    Q = np.stack([R * np.cos(T), R * np.sin(T), z], -1)
    n = P.noise3(Q, 0.16, sd, 3) * 0.06 + 0.012 * np.sin(T * 17 + 3 * np.sin(2 * T)) * V
    Q[..., :2] *= (1 + n)[..., None]
    Q[..., 2] += 0.35 * np.sin(3 * T + sd) * (V > 0.5) * (V - 0.5) * 2
    o = sheet(Q.transpose(1, 0, 2), (T * r).T, (V * h).T, mat, 0.3, wrap_v=True)
    o.location = loc
    P.obj(P.lathe([(0, h + 0.9), (r * 0.5, h + 0.6), (r * 0.98, h - 0.6)], 80, 2), loc, mat=fill)
    G.mound(things, (loc[0], loc[1], loc[2] + h - 0.45), r * 0.93, 1.5, 0.62, None, thin=0.0, power=2.0, tilt=0.5, layers=1.0)


@scene("ksp-daya-tani/sampul")
def savings():
    P.world("#e4e6e0", 0.36)
    P.window((-122, -4, 78), (0, 5, 5), radiance=10.5, color=(1.0, 0.95, 0.87))
    P.wall("#9fb0a6", "#8fa197", y=62, c3="#b0beb4", bump=0.45)
    P.table(P.wood("w_desk", "#b98a5a", "#75502f", rough=0.48), d=110, y0=-45, plank=17, edge=0.25, gap=0.12)
    cover = P.surf("cover", "#2f5b52", "#284f47", nscale=0.4, rough=0.55, bump=((6, 0.015),))
    cover2 = P.surf("cover2", "#a8772f", "#976825", nscale=0.4, rough=0.55, bump=((6, 0.015),))
    page = P.surf("pages", "#efe8d8", "#e2d8c2", nscale=2, rough=0.9, bump=((8, 0.02),))
    art = G.paper("d_cover", "ear", "#2f5b52", "#e6c987", w=1000, h=1350)

    def book(loc, rot, mat, tilt=0.0):
        w, d, t = 12.0, 16.2, 0.75
        M = P.xf(loc, (tilt, 0, rot))
        for me, mt, p in ((P.box(w, d, 0.10, 0.03), mat, (0, 0, 0)), (P.box(w - 0.35, d - 0.35, t - 0.2, 0.03), page, (0.1, 0, 0.1)), (P.box(w, d, 0.10, 0.03), mat, (0, 0, t - 0.1))):
            o = P.obj(me, mat=mt)
            o.matrix_world = M @ P.xf(p)
        o = P.obj(P.sweep([(-w / 2 - 0.02, -d / 2, t / 2), (-w / 2 - 0.02, d / 2, t / 2)], t / 2, 18, smooth=0, flat=(0.45, 1.0)), mat=mat)
        o.matrix_world = M
        if mat is cover:
            X, Y = np.meshgrid(np.linspace(-5.2, 5.4, 2), np.linspace(-7.2, 7.2, 2), indexing="ij")
            o = P.obj(P.gridmesh(np.stack([X, Y, 0 * X + t + 0.012], -1)), mat=art)
            o.matrix_world = M

    book((-13, -1, 0.05), 0.42, cover2)
    book((-12, -3, 0.82), 0.20, cover)
    brass, silver = metal("brass", "#c9a04e", "#a87f34"), metal("nickel", "#c4c6c4", "#9fa3a3")
    big, small, bigs, smalls = coin(1.6, 0.24), coin(1.35, 0.22), coin(1.6, 0.24), coin(1.35, 0.22)
    for x, y, n, me, mt, t in ((6.5, -6, 6, big, brass, 0.24), (10.6, -4.2, 11, big, brass, 0.24), (14.6, -1.6, 17, bigs, silver, 0.24), (12.8, -8.6, 4, smalls, silver, 0.22)):
        for i in range(n):
            P.obj(me, (x + rnd(-0.08, 0.08), y + rnd(-0.08, 0.08), 0.05 + t / 2 + i * t), (0, 0, rnd(0, 6)), mat=mt)
    for x, y, me, mt in ((3.0, -11.5, big, brass), (6.6, -12.6, smalls, silver), (9.2, -12.0, big, brass), (17.2, -7.2, small, brass), (0.4, -9.2, smalls, silver), (16.4, -11.6, bigs, silver)):
        P.obj(me, (x, y, 0.17), (0, 0, rnd(0, 6)), mat=mt)
    P.obj(bigs, (4.1, -10.7, 0.48), (0.13, 0.19, 1.0), mat=silver)
    # a pen, half on the book
    pen = [P.withmat(P.lathe([(0, 0), (0.05, 0), (0.12, 0.5), (0.32, 1.7), (0.44, 2.6)], 40, 2), silver),
           P.withmat(P.lathe([(0.44, 2.6), (0.47, 2.8), (0.47, 8.0), (0.45, 8.2)], 40, 1), P.surf("penbody", "#23302f", "#1c2726", rough=0.2, coat=0.6)),
           P.withmat(P.lathe([(0.45, 8.2), (0.52, 8.3), (0.52, 8.9), (0.48, 9.0)], 40, 1), brass),
           P.withmat(P.lathe([(0.48, 9.0), (0.48, 13.2), (0.4, 13.7), (0, 13.8)], 40, 2), P.surf("penbody", "#23302f", "#1c2726", rough=0.2, coat=0.6)),
           P.withmat(P.sweep([(0.5, 0, 13.0), (0.72, 0, 12.8), (0.68, 0, 9.6), (0.56, 0, 9.3)], 0.09, 10, flat=(1.6, 1)), brass)]
    o = P.obj(P.join(pen, "pen"))
    o.matrix_world = P.xf((-8.5, -9.6, 2.05), (0, 0, 0.55)) @ P.xf((0, 0, 0), (0, PI / 2, 0)) @ P.xf((0, 0, 0), (0, 0, PI))
    tc = P.surf("terra", "#b36d4c", "#a2603f", "#b97f61", nscale=0.16, rough=0.88, bump=((0.3, 0.06), (5, 0.03), (16, 0.012)))
    P.obj(saucer(6.2), (22, 9, 0.05), mat=tc)
    P.obj(plant_pot(5.6, 9.4), (22, 9, 0.7), (0, 0, 1), mat=tc)
    soil(5.4, 8.6, (22, 9))
    sansevieria((22, 9, 8.6), 9, 15, 2.4)
    P.obj(pot([(3.4, 0), (3.8, 0.2), (4.4, 3), (4.4, 7.4), (4.2, 9.2), (4.3, 9.8)], 0.4, 0.8), (-24, 13, 0.05), mat=P.glaze("d_cup", "#86553b", "#e9dfc8", "#d6c6a4", line=2.0, speck=("#6b4a2f", 2.4, 0.2), rough=0.16))
    wd = P.wood("w_pencil", "#c9a274", "#94693f", rough=0.5)
    for x, y, ex, ey in ((-25, 13.5, 0.16, -0.12), (-23.2, 12.4, -0.1, 0.14), (-23.6, 14.2, -0.14, -0.05)):
        P.obj(P.sweep([(0, 0, 0), (0, 0, 15)], (0.36, 0.36), 6, smooth=0), (x, y, 1.2), (ex, ey, 0), mat=wd)
    P.camera((2, -82, 36), (-0.4, 0, 5.6), 55, 5.2, focus=(0, -7, 3))
    return dict(size=(1600, 900), exposure=0.35)
