"""Mina Segara and Kopwan Melati: a boat, dried fish, crackers, sweets."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_craft import bowl, leaf, leafmat, plate
from scenes_dairy import bottle
from scenes_village import bamboo_mat, basket
from winnow import winnow

PI = math.pi


# ---------------------------------------------------------------- the sea
def water():
    """Calm water: long low ripples, darker where one looks down into it."""
    m = P.Nodes("water")
    o = m.tc.outputs["Object"]

    def at(x, y):
        return m.n("VectorMath", {0: o, 1: (x, y, 1)}, operation="MULTIPLY").outputs[0]

    d = m.n("CameraData").outputs["View Z Depth"]
    near = m.math("EXPONENT", m.math("MULTIPLY", d, -1 / 900))
    n = m.bump(m.math("MULTIPLY", m.noise(1.0, at(0.006, 0.020), detail=2), near), 34.0)
    n = m.bump(m.math("MULTIPLY", m.noise(1.0, at(0.025, 0.06), detail=2), near), 4.0, n)
    m.set(Base_Color=P.col("#16323c"), Roughness=0.07, IOR=1.33, Specular_IOR_Level=0.9, Normal=n)
    X, Y = np.meshgrid([-6000.0, 6000.0], [-1800.0, 3140.0], indexing="ij")
    return P.obj(P.gridmesh(np.stack([X, Y, 0 * X], -1), name="water"), mat=m.mat)


def boat_mat(hull, band, trim):
    """Painted planks; the UV's second coordinate runs from the keel to the gunwale."""
    m = P.Nodes("boat")
    v = m.n("SeparateXYZ", {0: m.tc.outputs["UV"]}).outputs[1]
    worn = m.noise(0.035, detail=6, rough=0.7)
    streak = m.noise(1.0, m.objvec((0.02, 0.02, 0.2)), detail=5, rough=0.65)
    c = m.mix(m.math("GREATER_THAN", v, 0.62), P.col(hull), P.col(band))
    c = m.mix(m.math("GREATER_THAN", v, 0.80), c, P.col(trim))
    c = m.mix(m.math("GREATER_THAN", v, 0.86), c, P.col(hull))
    seam = m.math("ABSOLUTE", m.math("SUBTRACT", m.math("FRACT", m.math("MULTIPLY", v, 9.0)), 0.5))
    gap = m.step(seam, 0.04, 0.0)
    c = m.mix(m.math("MULTIPLY", m.step(worn, 0.54, 0.66), 0.75), c, P.col("#8a7a64"))
    c = m.mix(m.math("MULTIPLY", m.step(streak, 0.5, 0.75), 0.35), c, P.col("#3a332b"))
    c = m.mix(m.math("MULTIPLY", gap, 0.6), c, P.col("#1d1814"))
    m.set(Base_Color=c, Roughness=0.55, Specular_IOR_Level=0.35, Normal=m.bump(gap, -1.2, m.bump(worn, 0.8)))
    return m.mat


def boat(M, L=350.0, B=62.0):
    """Wooden boat with outriggers, bow along +x; half length L and half width B. M places it."""
    U, A = np.meshgrid(np.linspace(-1, 1, 150), np.linspace(-1, 1, 60), indexing="ij")
    up = np.where(U > 0, 95, 60)
    sheer = 52 + up * np.abs(U) ** 3.2
    keel = -26 + (sheer - 2 + 26) * np.abs(U) ** 6
    b = B * np.clip(1 - np.abs(U) ** 2.6, 0, 1) ** 0.85 + 1.2
    s = np.abs(A)
    Q = np.stack([L * U * (1 + 0.03 * s), np.sign(A) * b * s ** 0.62, keel + (sheer - keel) * s ** 1.45], -1)
    # two halves, so that the UV of each runs from the keel to the gunwale
    shell = []
    for part in (Q[:, 29::-1], Q[:, 30:]):
        shell.append(P.gridmesh(part, name="shell"))
    mat = boat_mat("#e6ddc8", "#2f6f86", "#c2542f")
    wood = P.wood("w_boat", "#a9835a", "#5d4430", rough=0.6, worn=0.5)

    def put(me, mt, loc=(0, 0, 0), rot=(0, 0, 0), thick=0):
        o = P.obj(me, mat=mt)
        o.matrix_world = M @ P.xf(loc, rot)
        if thick:
            so = o.modifiers.new("s", "SOLIDIFY")
            so.thickness, so.offset = thick, 0
        return o

    for me in shell:
        put(me, mat, thick=3.0)
    for side in (0, -1):
        put(P.sweep(Q[:, side][::3] + [0, 0, 1.5], 3.4, 10, smooth=0), wood)
    for end in (0, -1):
        k = Q[end, 30]
        sx = 1 if end else -1
        put(P.sweep([(sx * L * 0.90, 0, 20 if end else 10), (sx * L * 0.97, 0, k[2] - 18), (sx * L * 1.03, 0, k[2] + 8), (sx * L * 1.06, 0, k[2] + (46 if end else 26))], (6, 6, 5, 3.5), 12), wood)
    for x in (-0.62, -0.25, 0.18, 0.56):
        w = B * (1 - abs(x) ** 2.6) ** 0.85 * 1.9
        put(P.box(22, w, 4, 0.8), wood, (L * x, 0, 38 + 60 * abs(x) ** 3.2))
    bam = bamboo_mat()
    for x in (-0.36, 0.40):
        put(P.sweep([(L * x, -250, 8), (L * x, -215, 34), (L * x, -120, 74), (L * x, 0, 84), (L * x, 120, 74), (L * x, 215, 34), (L * x, 250, 8)], 4.6, 12), bam)
        for s_ in (-1, 1):
            put(P.sweep([(L * x, s_ * 250, 1), (L * x, s_ * 250, 14)], 5.5, 12, smooth=0), wood)
    for s_ in (-1, 1):
        put(P.sweep([(-L * 0.78, s_ * 250, 6), (0, s_ * 250, 2), (L * 0.7, s_ * 250, 3), (L * 0.92, s_ * 250, 20)], 8.5, 16), P.surf("float", "#d9c48e", "#b79a5c", "#8a7444", nscale=0.05, rough=0.55))
    # mast with a furled sail, oars and a basket
    put(P.sweep([(L * 0.22, 0, -10), (L * 0.22, 0, 330)], (6, 3.6), 14, smooth=0), wood)
    put(P.sweep([(-L * 0.42, 8, 116), (-L * 0.05, 8, 172), (L * 0.30, 8, 222), (L * 0.66, 8, 282)], (4, 10, 15, 12, 17, 13, 18, 14, 16, 11, 4), 24, flat=(1, 0.8)), P.surf("sail", "#d9c9a6", "#c0ab80", nscale=0.05, rough=0.9, bump=((0.06, 3.0), (0.2, 1.5))))
    rope = P.surf("rope", "#8d7a58", "#6d5c40", nscale=0.2, rough=0.9)
    put(P.sweep([(L * 0.22, 0, 322), (L * 0.6, 0, 222), (L * 1.02, 0, 168)], 1.2, 8), rope)
    put(P.sweep([(L * 0.22, 0, 322), (-L * 0.3, 0, 200), (-L * 0.98, 0, 108)], 1.2, 8), rope)
    o = put(basket(9.0, 9.0, 1.2, bam), None, (L * 0.02, -8, 44))
    o.matrix_world = M @ P.xf((L * 0.0, 0, 40), (0, 0, 0.3), 3.4)
    for y in (-1, 1):
        put(P.sweep([(-L * 0.72, 30 * y, 62), (L * 0.30, 38 * y, 66)], 3.2, 10, smooth=0), wood)


@scene("mina-segara/sampul")
def sea():
    air = "#c9b3a6"
    P.world("#aebfd6", 0.55)
    G.daylight((0.72, 0.30, -0.30), 3.4, (1.0, 0.74, 0.48), 0.05)
    G.sky("#ffcf95", "#8fa9cc", y=3150, strength=1.05, h=2300, glow=(-900, 130, 1500, "#ffe2ad"))
    hill = G.greenery("s_hill", "#3c4f52", "#46585a", "#526463", air, 3800, 0.01, 3)
    G.ridge(2700, 140, hill, 12, 3600, 500, base=-60).location.x = 1200
    G.ridge(2850, 85, hill, 23, 3000, 300, base=-50).location.x = -1900
    water()
    boat(P.xf((-20, 60, 0), (0.02, 0, -0.42)))
    P.camera((60, -1500, 190), (0, 0, 128), 50, 16, focus=(0, -40, 60))
    return dict(size=(1600, 900), exposure=0.25)


# ---------------------------------------------------------------- crackers and sweets
def food_set(wallc=("#d8b98e", "#c9a777", "#e2c9a3"), y=58, rad=10.5, fill=0.36, wood=("#b98c5e", "#7a5434"), side=-1):
    P.world("#ece4d8", fill)
    P.window((side * 122, -4, 78), (0, 5, 5), radiance=rad, color=(1.0, 0.95, 0.88))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.5)
    P.table(P.wood("w_food", *wood, rough=0.55, worn=0.2), d=y + 45, y0=-45, plank=15, edge=0.3, gap=0.16)


def blue_glaze():
    return P.glaze("f_blue", "#a06848", "#4d7a86", "#39626f", line=0.6, drip=0.1, rough=0.12, streak=0.5)


def white_glaze():
    return P.glaze("f_white", "#a06848", "#efe6d4", "#e0d2b6", line=0.6, drip=0.1, speck=("#6b4a2f", 2.4, 0.2), rough=0.14)


def puffed(name, a, b, c):
    return P.surf(name, a, b, c, nscale=0.9, rough=0.62, rvar=0.1, bump=((1.6, 0.22), (4.0, 0.12), (10, 0.05)), sss=0.2, sssr=(0.5, 0.35, 0.15), orand=0.14)


def rice_cracker(r=3.4, sd=1):
    """Fried rice cracker: a warped disc of swollen grains, r about 3.4 cm, lying flat at z=0."""
    U, T = np.meshgrid(np.linspace(0, 1, 46), np.linspace(0, 2 * PI, 150, endpoint=False), indexing="ij")
    rim = r * (1 + 0.035 * np.sin(5 * T + sd) + 0.02 * np.sin(11 * T + 2 * sd))
    X, Y = rim * U * np.cos(T), rim * U * np.sin(T)
    g = np.random.default_rng(sd)
    h = np.zeros_like(X)
    for _ in range(int(r * r * 13)):
        q, a, e = math.sqrt(g.uniform(0, 0.98)) * r, g.uniform(0, 2 * PI), g.uniform(0, PI)
        dx, dy = X - q * math.cos(a), Y - q * math.sin(a)
        u, v = dx * math.cos(e) + dy * math.sin(e), -dx * math.sin(e) + dy * math.cos(e)
        h = np.maximum(h, 0.24 * np.sqrt(np.clip(1 - (u / 0.36) ** 2 - (v / 0.17) ** 2, 0, 1)))
    edge = np.sqrt(np.clip(1 - U ** 6, 0, 1))
    warp = 0.05 * r * np.sin(2 * T + sd) * U ** 2 + 0.03 * r * (U ** 2 - 0.4)
    top = np.stack([X, Y, warp + (0.18 + h) * edge], -1)
    low = np.stack([X, Y, warp - (0.12 + 0.6 * h) * edge], -1)
    return P.join([P.gridmesh(top, wrap_v=True, flip=False), P.gridmesh(low, wrap_v=True, flip=True)], "rengginang")


def rengginang_mats():
    return [puffed("rg_a", "#efd9a6", "#dfba77", "#f7ebcc"), puffed("rg_b", "#e3b872", "#cf9848", "#f0d7a2")]


def crackers(n=4, r=3.4):
    m = rengginang_mats()
    return [P.withmat(rice_cracker(r * rnd(0.94, 1.06), 3 + i), m[i % 2]) for i in range(n)]


def lay(meshes, spots, tilt=0.12):
    """Things at given places: spots are (x, y, z)."""
    for i, (x, y, z) in enumerate(spots):
        P.obj(meshes[i % len(meshes)], (x, y, z), (rnd(-tilt, tilt), rnd(-tilt, tilt), rnd(0, 6)))


def chip(r=2.0, L=1.0, sd=1, thick=0.10, wave=0.3):
    """A thin fried slice, oval and warped."""
    U, T = np.meshgrid(np.linspace(0, 1, 12), np.linspace(0, 2 * PI, 48, endpoint=False), indexing="ij")
    X, Y = r * L * U * np.cos(T), r * U * np.sin(T)
    g = np.random.default_rng(sd)
    Z = wave * U ** 2 * (np.sin(2 * T + g.uniform(0, 6)) + 0.4 * np.sin(3 * T + g.uniform(0, 6))) + g.uniform(0.05, 0.25) * (X / r) ** 2
    top = np.stack([X, Y, Z + thick * np.sqrt(np.clip(1 - U ** 8, 0, 1))], -1)
    low = np.stack([X, Y, Z - thick * np.sqrt(np.clip(1 - U ** 8, 0, 1))], -1)
    return P.join([P.gridmesh(top, wrap_v=True), P.gridmesh(low, wrap_v=True, flip=True)], "chip")


def banana_chips(n=7):
    m = P.surf("bchip", "#eec35c", "#dfa53a", "#c98a2c", nscale=0.9, rough=0.5, rvar=0.1, bump=((2.2, 0.06), (8, 0.03)), sss=0.2, sssr=(0.5, 0.3, 0.08), orand=0.2, coat=0.15, coat_rough=0.3)
    return [P.withmat(chip(1.75, rnd(1.0, 1.5), i), m) for i in range(n)]


JARLINE = [(4.2, 0.0), (4.9, 0.1), (5.3, 0.7), (5.4, 2.0), (5.4, 10.6), (5.2, 11.6), (4.6, 12.4), (4.6, 13.0)]


def dodol(n=4):
    m = P.surf("dodol", "#5a2f18", "#40200f", "#6d3d20", nscale=0.6, rough=0.32, bump=((0.8, 0.05),), sss=0.2, sssr=(0.5, 0.2, 0.08), coat=0.35, coat_rough=0.2, orand=0.2)
    return [P.withmat(P.box(4.6, 1.8, 1.5, 0.3, 0.07), m) for _ in range(n)]


@scene("kopwan-melati/sampul")
def melati():
    food_set(("#c9907a", "#b97e68", "#d7a590"), y=52)
    P.cloth(74, 34, P.linen("l_mel", "#e6dcc6", "#c5b798"), (0, -6, 0.1), 0.05, amp=0.8, folds=8, sd=12, flat=((-17, -8, 11), (4, -10, 10), (22, -7, 10), (-28, 8, 7), (-8, 9, 7), (10, 9, 7), (27, 10, 7)))
    rg = crackers(4, 3.3)
    P.obj(plate(10.0, 1.9), (-18, -9, 0.3), mat=white_glaze())
    lay(rg, [(-21.8, -10.5, 1.7), (-15.4, -12.4, 1.7), (-18.4, -6.0, 1.7), (-12.9, -7.4, 1.8), (-19.0, -10.0, 2.3), (-15.6, -8.4, 2.5), (-17.6, -11.2, 3.0)])
    P.obj(rg[1], (-20.6, -3.9, 4.0), (1.0, 0.1, 0.3))
    P.obj(bowl(7.4, 5.2), (4.5, -10, 0.3), mat=blue_glaze())
    G.mound(banana_chips(), (4.5, -10, 4.1), 6.3, 3.0, 2.5, P.surf("bcbase", "#b8862e", rough=0.9), thin=0.0, power=1.8, tilt=0.9, layers=1.6)
    P.obj(plate(8.6, 1.7), (24, -8, 0.3), mat=P.glaze("f_ochre", "#86553b", "#c98b36", "#a9631f", line=0.5, drip=0.1, rough=0.12, streak=0.5))
    dd = dodol()
    for x, y, z, a in ((21.5, -10.0, 1.4, 0.1), (26.2, -10.4, 1.4, -0.15), (21.8, -6.6, 1.4, 0.0), (26.6, -6.8, 1.4, 0.2), (24.0, -9.8, 2.9, 0.9), (24.4, -6.8, 2.9, -0.4), (24.0, -8.2, 4.4, 0.3)):
        P.obj(dd[int(rnd(0, 4))], (x, y, z), (0, 0, a))
    fill = [P.surf("f1", "#e6bd62", "#c9933a", "#f0d48c", nscale=1.2, rough=0.6, bump=((1.3, 0.5),)),
            P.surf("f2", "#efe3c6", "#dcc595", "#f6efdc", nscale=1.2, rough=0.6, bump=((1.6, 0.5),)),
            P.surf("f3", "#8a4b22", "#6a3416", "#a86a38", nscale=1.4, rough=0.6, bump=((1.6, 0.4),))]
    lb = G.paper("f_lab", "shoot", "#f3ead6", "#a34a3a", "#55733f", w=1400, h=900)
    for i, (x, y, sc, f) in enumerate(((-29, 9, 1.15, 10.6), (-9, 11, 1.3, 10.2), (10, 10, 1.1, 10.6), (28, 11, 1.25, 10.0))):
        bottle((x, y, 0.3), f, fill[i % 3], "cloth", lb, rnd(-0.25, 0.25), prof=JARLINE, sc=sc, band=(2.6, 7.2), arc=1.7)
    G.strew(banana_chips(3), [(13.2, -15.6), (-4.6, -15.0), (11.0, -18.0), (15.4, -12.8)], 0.55)
    lm = leafmat("f_leaf", "#3f6a33", "#2f5227", "#8fae6a")
    for x, y, a in ((-30.5, -14, 0.4), (-32.5, -11.5, 1.2), (35.0, -12, 2.4)):
        P.obj(leaf(8, 1.9, curl=0.3, nu=26, nv=11, fold=0.2), (x, y, 0.5), (0.05, -0.1, a), mat=lm)
    P.camera((2, -92, 36), (0.5, 0, 6.4), 50, 5.6, focus=(0, -8, 6))
    return dict(size=(1600, 900), exposure=0.3)


@scene("kopwan-melati/rengginang")
def rengginang():
    food_set(("#8f9f86", "#7f8f76", "#9fae96"))
    P.cloth(52, 34, P.linen("l_mel", "#e6dcc6", "#c5b798"), (1, 0, 0.1), -0.12, amp=0.8, folds=7, sd=22, flat=((-1, 1, 13), (15, -9, 5)))
    P.obj(plate(12.5, 2.2), (-1, 1, 0.3), mat=blue_glaze())
    rg = crackers(5, 3.7)
    lay(rg, [(-8.0, 0.0, 2.0), (-4.6, 6.6, 2.0), (2.8, 7.0, 2.0), (6.2, 1.6, 2.0), (3.4, -4.6, 2.0), (-3.6, -5.0, 2.0), (-0.6, 1.2, 1.7), (-4.6, 1.0, 3.0), (1.8, 3.8, 3.0), (1.4, -2.0, 3.1), (-2.2, -1.6, 4.1), (-0.8, 3.0, 4.1)], 0.16)
    P.obj(rg[0], (0.2, 3.6, 7.3), (1.05, 0.1, 0.2))
    lay(rg[1:], [(15.4, -8.6, 0.75), (12.4, -12.4, 0.85)], 0.08)
    P.camera((4, -56, 36), (2.0, -0.4, 2.8), 54, 5.6, focus=(0, -3, 3.6))
    return dict(exposure=0.35)


def fish_skin():
    """Dark back (+y), pale belly, with salt dried on it."""
    if "fishskin" in P._cache:
        return P._cache["fishskin"]
    m = P.Nodes("fishskin")
    y = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]}).outputs[1]
    n = m.noise(0.6, detail=4)
    f = m.math("ADD", m.math("MULTIPLY", y, 0.22), n)
    c = m.ramp(f, [(0.25, P.col("#e2d6b8")), (0.50, P.col("#b59a68")), (0.85, P.col("#57452c"))])
    c = m.mix(m.math("MULTIPLY", m.step(m.noise(3.0, detail=4), 0.58, 0.70), 0.6), c, P.col("#f0ebdf"))
    v = m.n("TexVoronoi", {"Scale": 2.6, "Vector": m.objvec((1, 1.3, 0.4))}).outputs["Distance"]
    m.set(Base_Color=c, Roughness=0.4, Coat_Weight=0.2, Coat_Roughness=0.3, Normal=m.bump(v, 0.10, m.bump(m.noise(1.2, detail=3), 0.12)))
    P._cache["fishskin"] = m.mat
    return m.mat


def dried_fish(L=15.0, sd=1):
    """Salted fish along x, head at +x, lying on its side; dry skin with sunken flanks."""
    u = np.linspace(0, 1, 90)
    half = np.interp(u, [0, 0.06, 0.12, 0.35, 0.62, 0.80, 0.92, 1.0], [0.030, 0.030, 0.04, 0.115, 0.150, 0.13, 0.075, 0.012]) * L
    fat = np.interp(u, [0, 0.06, 0.3, 0.6, 0.8, 0.95, 1.0], [0.05, 0.10, 0.42, 0.62, 0.66, 0.4, 0.1]) * L * 0.075
    T, Uu = np.meshgrid(np.linspace(0, 2 * PI, 60, endpoint=False), u, indexing="ij")
    X = (Uu - 0.5) * L
    Y = half * np.cos(T)
    Z = fat * np.sin(T)
    Q = np.stack([X, Y, Z], -1)
    Q[..., 2] += 0.10 * P.noise3(Q, 0.8, sd, 3) * np.abs(np.sin(T)) + L * 0.03 * np.sin(Uu * 3 + sd)
    Q[..., 1] += L * 0.03 * np.sin(Uu * 2.6 + sd * 2)
    # the gill cover ends in a step
    Q[..., 2] *= (1 + 0.22 * np.exp(-(((Uu - 0.77) / 0.018) ** 2)))
    skin = fish_skin()
    fin = P.surf("fishfin", "#8d7248", "#66502f", nscale=1.0, rough=0.55, bump=((5, 0.05),))
    ms = [P.withmat(P.gridmesh(Q, wrap_u=True, flip=True, name="fish"), skin)]
    y0 = L * 0.03 * math.sin(0.8 * 2.6 + sd * 2)
    for s, (a, b, h) in ((1, (0.35, 0.70, 0.055)), (-1, (0.22, 0.42, 0.045))):
        uu = np.linspace(a, b, 24)
        base = np.interp(uu, u, half) * s
        bend = L * 0.03 * np.sin(uu * 2.6 + sd * 2)
        zz = L * 0.03 * np.sin(uu * 3 + sd)
        top = np.stack([(uu - 0.53) * L, (base * 0.94 + bend + s * h * L * np.sin((uu - a) / (b - a) * PI) ** 0.5), zz + 0.05 * np.sin(uu * 160)], -1)
        low = np.stack([(uu - 0.5) * L, base * 0.9 + bend, zz], -1)
        ms.append(P.withmat(P.gridmesh(np.stack([low, top]), name="fin"), fin))
    A, R = np.meshgrid(np.linspace(-1, 1, 60), np.linspace(0, 1, 20), indexing="ij")
    fan = np.stack([(0.03 - 0.5) * L - R * L * 0.17 * (0.45 + 0.55 * np.abs(A)), A * L * (0.025 + 0.115 * R), 0.06 * R * np.sin(A * 40)], -1)
    fan[..., 1] += L * 0.03 * math.sin(sd * 2)
    fan[..., 2] += L * 0.03 * math.sin(sd) + 0.4 * R * np.sin(A * 2 + sd)
    ms.append(P.withmat(P.gridmesh(fan, name="tail"), fin))
    eye = P.surf("fisheye", "#2a2019", "#1b1511", nscale=3, rough=0.25)
    ez = float(np.interp(0.9, u, fat)) + L * 0.03 * math.sin(0.9 * 3 + sd)
    eb = P.lathe([(0, -0.2), (0.26, -0.1), (0.26, 0.05), (0, 0.14)], 20, 2)
    ms.append(P.withmat(eb, eye))
    tr = [None] * (len(ms) - 1) + [P.xf((0.40 * L, 0.02 * L + y0, ez - 0.06), sc=L / 15)]
    return P.join(ms, "fish", tr)


@scene("mina-segara/ikan-asin")
def ikan_asin():
    food_set(("#8ba3ab", "#7b939c", "#9bb1b8"), wood=("#a89074", "#6d5a46"))
    winnow((0, 1, 0.3), r=20.0, deep=2.6)
    fs = [dried_fish(16.0, i) for i in range(5)]
    for i, (x, y, z, a) in enumerate(((-8, 11.2, 1.4, 0.12), (7.6, 10.4, 1.4, -0.1), (-9.4, 5.2, 1.4, 0.05), (8.6, 4.6, 1.4, 0.1), (-8.6, -1.2, 1.4, -0.05), (9.4, -1.6, 1.4, 0.12), (-7.4, -7.4, 1.4, 0.06), (7.8, -7.8, 1.4, -0.06), (0.5, 8.0, 2.7, 0.5), (1.0, 1.0, 2.7, -0.35), (-0.5, -4.6, 2.6, 0.3))):
        P.obj(fs[i % 5], (x, y, z), (rnd(-0.06, 0.06), rnd(-0.04, 0.04), a), rnd(0.92, 1.06))
    salt = P.surf("salt", "#f4f2ec", "#e6e3da", nscale=3, rough=0.4, sss=0.3)
    cr = P.withmat(P.box(0.34, 0.3, 0.28, 0.05, 0.04), salt)
    for _ in range(140):
        a, q = rnd(0, 2 * PI), abs(float(P.RNG.normal()))
        P.obj(cr, (20 + q * 2.2 * math.cos(a), -15 + q * 1.6 * math.sin(a), 0.12), (rnd(0, 6), rnd(0, 6), 0), rnd(0.5, 1.3))
    P.camera((5, -62, 48), (1.6, -1.2, 1.2), 50, 6.0, focus=(0, -3, 2))
    return dict(exposure=0.35)


@scene("mina-segara/kerupuk-udang")
def kerupuk():
    food_set(("#8ba3ab", "#7b939c", "#9bb1b8"), wood=("#a89074", "#6d5a46"))
    P.cloth(52, 36, P.linen("l_sea", "#dfe3dd", "#b5bfba"), (1, 0, 0.1), -0.1, amp=0.9, folds=7, sd=42, flat=((-1, 2, 9), (15, -9, 5)))
    P.obj(bowl(10.4, 6.0), (-1, 2, 0.3), mat=blue_glaze())
    m = puffed("prawn", "#f0c9a0", "#e3a878", "#f6dfc2")
    ch = [P.withmat(chip(2.7, rnd(1.05, 1.35), 40 + i, 0.22, 0.75), m) for i in range(8)]
    G.mound(ch, (-1, 2, 4.9), 8.8, 4.2, 3.6, P.surf("prbase", "#c08a5c", rough=0.9), thin=0.0, power=1.8, tilt=0.9, layers=1.7)
    lay(ch, [(14.6, -7.6, 0.7), (10.4, -11.6, 0.7), (-13.4, -9.0, 0.7)], 0.2)
    P.camera((4, -58, 34), (1.6, 0, 4.6), 55, 5.6, focus=(0, -4, 6))
    return dict(exposure=0.35)


@scene("kopwan-melati/opak")
def opak():
    food_set(("#9fae96", "#8f9e86", "#afbea6"))
    winnow((-1, 2, 0.3), r=16.0, deep=2.2)
    m = puffed("opak", "#f0e4c8", "#e2cf9f", "#f8f2e2")
    op = [P.withmat(chip(4.6, rnd(1.0, 1.08), 60 + i, 0.16, 0.45), m) for i in range(6)]
    lay(op, [(-8, 1, 1.2), (-3, 8, 1.2), (6, 7, 1.2), (8, -1.5, 1.2), (1, -5.6, 1.2), (-6.4, -5.6, 1.3), (-1.0, 2.0, 2.0), (3.6, 1.0, 2.5), (-4.6, 3.0, 2.7), (1.0, -1.8, 3.1)], 0.12)
    P.camera((4, -60, 42), (1.4, 0, 1.4), 52, 6.0, focus=(0, -3, 2))
    return dict(exposure=0.35)
