"""Teh Cipasir: tea on pale wood, and the hills where it grows."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_craft import bowl, leaf, leafmat, plate, pot
from scenes_dairy import glass_of_milk

PI = math.pi


def tea_set(wallc=("#a9b59a", "#98a588", "#b8c2a8"), y=58, rad=10.5, fill=0.36, side=-1):
    P.world("#e4e8de", fill)
    P.window((side * 120, -2, 76), (0, 5, 4), radiance=rad, color=(1.0, 0.96, 0.88))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.45)
    P.table(P.wood("w_tea", "#cfb088", "#9c7a50", rough=0.58), d=y + 45, y0=-45, plank=14, edge=0.3, gap=0.18)


def pale_linen():
    return P.linen("l_tea", "#e0d9c6", "#bdb399")


def curls(n, mat, length=(1.3, 2.6), thick=0.09):
    """Rolled and twisted dry tea leaves."""
    out = []
    for i in range(n):
        g = np.random.default_rng(40 + i)
        L, k = g.uniform(*length), g.uniform(1.0, 2.6)
        t = np.linspace(0, 1, 8)
        w = g.uniform(0.10, 0.28)
        pts = np.stack([(t - 0.5) * L, w * np.sin(t * k * 3 + i), w * np.cos(t * k * 4 + 2 * i) * 0.7], -1)
        me = P.sweep(pts, np.array([0.25, 0.8, 1.0, 0.9, 1.05, 0.7, 0.2]) * thick * g.uniform(0.8, 1.4), 9, flat=(1.0, g.uniform(0.4, 0.8)), smooth=2)
        v = np.zeros(len(me.vertices) * 3, np.float32)
        me.vertices.foreach_get("co", v)
        Q = v.reshape(-1, 3).astype(float)
        Q += P.noise3(Q, 4.0, i, 2)[:, None] * 0.03
        me.vertices.foreach_set("co", Q.reshape(-1).astype(np.float32))
        out.append(P.withmat(me, mat))
    return out


def green_dry():
    return P.surf("teagreen", "#59663a", "#3e4a28", "#77804f", nscale=1.6, rough=0.75, bump=((5, 0.05),), orand=0.45)


def black_dry():
    return P.surf("teablack", "#33231a", "#211610", "#5a3c24", nscale=1.6, rough=0.7, bump=((5, 0.05),), orand=0.45)


def shoots(spots):
    """Fresh shoots: two leaves and a bud."""
    m = leafmat("l_shoot", "#7fa04a", "#648a3a", "#b9cf86")
    st = P.surf("shootstem", "#8ba353", "#76914a", nscale=1, rough=0.5)
    for x, y, z, a in spots:
        c, s = math.cos(a), math.sin(a)
        pts = [(x - 3 * c, y - 3 * s, z), (x - 1 * c, y - 1 * s, z + 0.25), (x + 1.2 * c, y + 1.2 * s, z + 0.2), (x + 2.4 * c, y + 2.4 * s, z + 0.3)]
        P.obj(P.sweep(pts, (0.14, 0.12, 0.09), 8), mat=st)
        for d, ln, k, up in ((0.65, 5.2, 0.55, -0.20), (-0.7, 4.6, 0.5, -0.25), (0.1, 4.2, 0.15, -0.12)):
            o = (x + (0.0 if ln > 4.3 else 2.2) * c, y + (0.0 if ln > 4.3 else 2.2) * s, z + 0.25)
            P.obj(leaf(ln, ln * (0.23 if ln > 4.3 else 0.10), curl=k, nu=26, nv=11, fold=0.3 if ln > 4.3 else 0.8), o, (rnd(-0.2, 0.2), up, a + d), mat=m)


def teacup(loc, rot=0.0, tea=None, r=4.4, h=5.6, glaze=None):
    o = [(r * 0.45, 0), (r * 0.47, 0.5), (r * 0.62, 0.8), (r * 0.86, h * 0.42), (r * 0.98, h - 0.6), (r, h)]
    P.obj(pot(o, 0.28, 0.8, wob=0.03, seg=120), loc, (0, 0, rot), mat=glaze)
    if tea:
        z = h * 0.78
        G.drink(r * 0.955 - 0.24, z, tea, loc)


@scene("teh-cipasir/teh-hijau")
def hijau():
    tea_set()
    P.cloth(46, 32, pale_linen(), (2, 1, 0.1), 0.14, amp=0.9, folds=7, sd=7, flat=((-6, 4, 6), (7, -4, 9), (12, 9, 6)))
    body = P.surf("tingreen", "#4a6448", "#425b41", nscale=0.4, rough=0.38, rvar=0.06, coat=0.3, coat_rough=0.2, bump=((0.5, 0.02),))
    lb = G.paper("t_shoot", "shoot", "#efe9d6", "#3f5a38", w=1300, h=1300)
    G.tin(4.9, 13.5, body, body, lb, (-6, 4, 0.3), 0.1)
    t = curls(9, green_dry())
    base = P.surf("teabase", "#2b331c", rough=1)
    P.obj(bowl(5.0, 3.2, kind=1), (13.0, 8.0, 0.3), mat=P.glaze("tg_b", "#a06848", "#ece4d0", "#dccfb0", line=1.2, rough=0.13))
    G.mound(t, (13.0, 8.0, 2.6), 3.7, 1.2, 0.95, base, thin=0.0, power=2.0, tilt=0.7)
    G.mound(t, (5.5, -5.5, 0.3), 5.4, 2.0, 0.95, base, oval_=0.72, rot=0.2, power=1.3, tilt=0.6, thin=0.35)
    shoots(((-6.5, -7.5, 0.5, 0.25), (15.5, -3.5, 0.5, 2.7)))
    P.camera((4, -56, 24), (1.8, 1, 5.8), 60, 4.5, focus=(-3, -3, 6))
    return dict(exposure=0.4)


@scene("teh-cipasir/teh-hitam")
def hitam():
    tea_set(("#b58d6a", "#a37c5a", "#c29d7d"))
    P.cloth(44, 30, P.linen("l_black", "#c8bba2", "#a1937a"), (1, 1, 0.1), -0.12, amp=0.9, folds=7, sd=17, flat=((-6, 4, 7), (9, -2, 8)))
    lb = G.paper("t_hills", "hills", "#efe3cc", "#7a2e20", "#c5812f")
    G.Pouch(12, 18.5, 7.0, 0.78).put((-6.5, 4.5, 0.3), 0.14, P.surf("packblack", "#7b2f22", "#6d291d", nscale=0.5, rough=0.6, bump=((0.7, 0.08), (9, 0.012))), lb, (7.2, 9.36), 3.2,
                                  seam=P.surf("packband", "#d9c6a2", "#c9b48c", nscale=1, rough=0.7))
    wh = P.glaze("th_c", "#a06848", "#f1ebdd", "#e6dcc8", line=0.4, drip=0.05, rough=0.10)
    tea = P.surf("teared", "#6a1f08", "#7a280b", nscale=0.3, rough=0.04, rvar=0.01, sss=0.2, sssr=(0.6, 0.15, 0.03), coat=0.5, coat_rough=0.03)
    P.obj(plate(7.0, 1.4), (8.5, -2.5, 0.3), mat=wh)
    teacup((8.5, -2.5, 1.05), 0.4, tea, 4.6, 5.4, wh)
    t = curls(8, black_dry(), (0.9, 1.9), 0.085)
    G.mound(t, (-3.0, -8.8, 0.3), 3.6, 1.3, 0.75, P.surf("tbb", "#170e09", rough=1), oval_=0.75, rot=-0.3, power=1.3, tilt=0.6, thin=0.4)
    P.obj(leaf(1, 1), (0, 0, -50), mat=leafmat("l_shoot", "#7fa04a", "#648a3a"))
    shoots(((16.5, 7.0, 0.5, 0.4),))
    P.camera((4, -58, 27), (1.2, 0.6, 7.3), 59, 4.5, focus=(-2, -4, 6))
    return dict(exposure=0.4)


def teabag(loc, rot=0.0, tag=None, leafc="#3d2a1c", lean=0.0):
    """Paper bag of tea, its string and its tag on the cloth."""
    w, h = 4.6, 5.6
    nu, nv = 40, 46
    U, V = np.meshgrid(np.linspace(-1, 1, nu), np.linspace(-1, 1, nv), indexing="ij")
    puff = np.clip(1 - U ** 4, 0, 1) * np.clip(1 - V ** 4, 0, 1)
    sd = int(rnd(0, 999))
    for s in (1, -1):
        Q = np.stack([U * w / 2, V * h / 2, s * 0.55 * puff * (0.75 - 0.25 * V)], -1)
        Q[..., 2] += s * P.noise3(Q, 0.9, sd, 3) * 0.10 * puff
        me = P.gridmesh(Q, flip=s < 0)
        o = P.obj(me, mat=bag_paper(leafc))
        o.matrix_world = P.xf((loc[0], loc[1], loc[2] + 0.45), (lean, 0, rot))
    c, s_ = math.cos(rot), math.sin(rot)

    def at(x, y, z):
        return (loc[0] + x * c - y * s_, loc[1] + x * s_ + y * c, loc[2] + z)

    st = P.surf("teastring", "#efe9dc", "#dfd6c4", rough=0.9)
    pts = [at(0, h / 2, 0.5), at(0.6, h / 2 + 1.2, 0.2), at(2.4, h / 2 + 1.6, 0.12), at(3.6, h / 2 - 0.2, 0.12), at(3.9, 0.6, 0.15)]
    P.obj(P.sweep(pts, 0.05, 7, smooth=4), mat=st)
    o = P.obj(P.box(2.6, 2.8, 0.05, 0), mat=tag)
    o.matrix_world = P.xf(at(4.1, -0.8, 0.12), (0.03, 0.02, rot + 0.25))


def bag_paper(leafc):
    name = "bagpaper" + leafc
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    o = m.tc.outputs["Object"]
    s = m.n("SeparateXYZ", {0: o})
    grain = m.noise(4.0, o, detail=5, rough=0.75)
    fill = m.math("MULTIPLY", m.step(s.outputs[1], 1.5, 0.4), m.step(m.math("ABSOLUTE", s.outputs[0]), 2.0, 1.5))
    fill = m.math("MULTIPLY", fill, m.step(s.outputs[1], -2.6, -2.1))
    k = m.math("MULTIPLY", fill, m.math("ADD", m.math("MULTIPLY", m.step(grain, 0.35, 0.65), 0.45), 0.40))
    c = m.mix(k, P.col("#ede5d3"), P.col(leafc))
    m.set(Base_Color=c, Roughness=0.85, Specular_IOR_Level=0.2)
    m.set(Normal=m.bump(grain, 0.05))
    P._cache[name] = m.mat
    return m.mat


@scene("teh-cipasir/teh-celup")
def celup():
    tea_set(("#c9bfa8", "#b9ae95", "#d5ccb8"))
    P.cloth(46, 32, P.linen("l_sage", "#aab59b", "#87947a"), (1, 1, 0.1), 0.12, amp=0.8, folds=7, sd=27, flat=((-6, 5, 9), (7, -5, 9), (12, 6, 5)))
    lb = G.paper("t_box", "shoot", "#efe6cf", "#47663f", w=1500, h=1150)
    card = P.surf("card", "#47663f", "#3f5c38", nscale=0.5, rough=0.6, bump=((9, 0.01),))
    rot = 0.18
    M = P.xf((-7, 5, 0.25), (0, 0, rot))
    w, d, h = 14.5, 7.5, 10.5
    th = 0.14
    inner = P.surf("cardin", "#cbbd9f", "#bcae90", rough=0.85)
    for me, mt, loc in ((P.box(w, d, th, 0.02), card, (0, 0, 0)), (P.box(w, th, h, 0.03), card, (0, -d / 2, 0)), (P.box(w, th, h, 0.03), card, (0, d / 2, 0)), (P.box(th, d, h, 0.03), card, (-w / 2, 0, 0)), (P.box(th, d, h, 0.03), card, (w / 2, 0, 0))):
        o = P.obj(me, mat=mt)
        o.matrix_world = M @ P.xf(loc)
    # the open lid leans back; its inside is bare card
    o = P.obj(P.box(w, th, d, 0.03), mat=inner)
    o.matrix_world = M @ P.xf((0, d / 2, h), (-0.55, 0, 0))
    X, Z = np.meshgrid(np.linspace(-w / 2 + 0.9, w / 2 - 0.9, 2), np.linspace(0.7, h - 0.7, 2), indexing="ij")
    o = P.obj(P.gridmesh(np.stack([X, 0 * X - d / 2 - th / 2 - 0.03, Z], -1)), mat=lb)
    o.matrix_world = M
    tag = P.surf("tag", "#47663f", "#3f5c38", nscale=0.5, rough=0.6)
    env = P.surf("envelope", "#ece3cd", "#dfd4ba", nscale=0.6, rough=0.75, bump=((1.2, 0.04),))
    for i in range(14):
        y = -d / 2 + 0.6 + i * (d - 1.0) / 14
        for sx in (-1, 1):
            o = P.obj(P.box(w / 2 - 0.5, 0.28, h - 0.4 + rnd(0, 1.0), 0.08, 0.03), mat=env)
            o.matrix_world = M @ P.xf((sx * w / 4, y, 0.3), (rnd(-0.03, 0.03), rnd(-0.015, 0.015), 0))
    teabag((4.0, -7.5, 0.3), -0.35, tag)
    teabag((-4.5, -9.0, 0.3), 0.5, tag, lean=0.05)
    tea = P.surf("teaamber", "#7d3a0e", "#8a4412", nscale=0.3, rough=0.04, rvar=0.01, sss=0.12, sssr=(0.6, 0.25, 0.05), coat=0.5, coat_rough=0.03)
    glass_of_milk((12.5, 3.5, 0.3), 7.0, 8.8, tea)
    P.camera((4, -61, 29), (1.0, 0.4, 6.6), 58, 4.8, focus=(-2, -4, 6))
    return dict(exposure=0.35)


# ---------------------------------------------------------------- the hills
GAP = 36.0


def field(X, Y):
    """Ground of the tea hill: higher on the left, a knoll on the right, falling away from the viewer."""
    S = np.stack([X, Y, 0 * X], -1)
    z = -70 + 60 * np.exp(-(((X + 260) / 210) ** 2)) - 0.10 * np.maximum(Y, 0) + 52 * np.exp(-(((X - 300) / 190) ** 2) - ((Y - 470) / 240) ** 2)
    return z + 12 * P.noise3(S, 0.006, 5, 2)


def hedge(X, Y):
    """Height of the bushes in rows that run away from the viewer, and a measure that is 0 between the rows."""
    S = np.stack([X, Y, 0 * X], -1)
    q = (X * 0.90 - Y * 0.30 + 30 * P.noise3(S, 0.004, 9, 2) + 0.0004 * Y * Y) / GAP
    f = np.abs((q % 1.0) - 0.5) * 2
    top = np.clip((0.74 - f) / 0.40, 0, 1) ** 0.5
    lump = 1 + 0.14 * P.noise3(S, 0.16, 12, 2)
    return 17.0 * top * lump, top


@scene("teh-cipasir/sampul")
def sampul():
    air = "#d3d8c9"
    P.world("#cfdbe2", 0.5)
    G.daylight((0.85, -0.10, -0.36), 6.5, (1.0, 0.80, 0.55))
    G.sky("#f3e3c3", "#8fb2c6", strength=1.1, h=1500, glow=(-1700, 420, 1500, "#fff0cc"))
    X, Y = np.meshgrid(np.linspace(-560, 640, 560), np.linspace(-20, 1100, 460), indexing="ij")
    Z0 = field(X, Y)
    H, top = hedge(X, Y)
    S = np.stack([X, Y, Z0], -1)
    Z = Z0 + H + top * P.noise3(S, 0.9, 31, 2) * 0.8
    me = P.gridmesh(np.stack([X, Y, Z], -1), name="tea")
    at = me.attributes.new("row", "FLOAT", "POINT")
    at.data.foreach_set("value", top.reshape(-1).astype(np.float32))
    P.obj(me, mat=G.greenery("tea_bush", "#315c1d", "#4d7d2a", "#7aa33f", air, 4200, 0.12, 1.2, row="#2a2f18"))
    # single leaves on the nearer rows, denser close to the camera
    g = np.random.default_rng(4)
    n = 44000
    ly = 25 + 400 * g.uniform(0, 1, n) ** 1.7
    lx = g.uniform(-1, 1, n) * (18 + 0.56 * (ly + 105))
    h, tp = hedge(lx, ly)
    keep = tp > 0.35
    lx, ly, h = lx[keep], ly[keep], h[keep]
    n = len(lx)
    P0 = np.stack([lx, ly, field(lx, ly) + h + g.uniform(-0.3, 0.7, n)], -1)
    az, up = g.uniform(0, 2 * PI, n), g.uniform(0.1, 1.15, n)
    d = np.stack([np.cos(az) * np.cos(up), np.sin(az) * np.cos(up), np.sin(up)], -1)
    w = np.cross(d, np.array([0, 0, 1.0]))
    w /= np.linalg.norm(w, axis=1)[:, None]
    ln = g.uniform(2.0, 3.6, n)[:, None]
    drop = np.array([0, 0, -0.22]) * ln
    V = np.stack([P0, P0 + d * ln * 0.45 + w * ln * 0.22, P0 + d * ln + drop, P0 + d * ln * 0.45 - w * ln * 0.22], 1).reshape(-1, 3)
    me = P.bpy.data.meshes.new("leaves")
    me.from_pydata(V.tolist(), [], np.arange(len(V)).reshape(-1, 4).tolist())
    P.obj(me, mat=G.greenery("tea_leaf", "#588f2c", "#74a53a", "#a3c258", air, 4200, 0.35, 0, fine=2))
    far = G.greenery("h_tea", "#3f6b34", "#57833f", "#77994f", air, 3400, 0.03, 3)
    wood = G.greenery("h_wood", "#2c4c33", "#3d5f40", "#52744a", air, 3400, 0.03, 3)
    G.ridge(1450, 50, far, 6, 4200, 800, base=-330)
    G.ridge(2300, 190, wood, 17, 6000, 1100, base=-360)
    G.ridge(3500, 430, wood, 41, 9000, 1500, base=-400, rough=0.8)
    P.camera((0, -105, 38), (16, 120, 11), 36, 16, focus=(10, 160, -40))
    return dict(size=(1600, 900), exposure=0.5)
