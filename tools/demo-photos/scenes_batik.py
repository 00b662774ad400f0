"""Batik Sawala: dyed cloth, with motifs drawn by this file."""
import math

import numpy as np

import parts as P
import parts_goods as G
from parts import rnd
from scenes import scene
from scenes_craft import cup, cup_plain, clay, dry_stems, pot, ridged

PI = math.pi
INDIGO = ("#f2ecdc", "#a9c3d2", "#6d96b4", "#3d6a92", "#234a72", "#142f50")
SOGA = ("#f3e6c8", "#dcb27c", "#b97f45", "#8a5428", "#5e3417", "#3a1f10")
RED = ("#f6e8d6", "#e3b09a", "#c56a55", "#a23a33", "#7c2426", "#541519")
GREEN = ("#f0ecd8", "#bccdb0", "#86a582", "#557d62", "#335c4a", "#1d3d33")
GOLD = ("#fbf3dd", "#f0d79a", "#e0b455", "#c78f2c", "#99651b", "#6a4312")


# ---------------------------------------------------------------- motifs
def wave_noise(X, Y, g, n=9, top=3):
    """Smooth noise that repeats after one tile."""
    out = np.zeros_like(X)
    for _ in range(n):
        a, b = g.integers(-top, top + 1), g.integers(-top, top + 1)
        out += np.cos(2 * PI * (a * X + b * Y) + g.uniform(0, 2 * PI)) / math.sqrt(n) / (0.6 + 0.3 * math.hypot(a, b))
    return out


def clouds(colors, sd=1, n=700):
    """Cloud banks in bands that grow darker outwards, each band ending in a thin pale line."""
    g = np.random.default_rng(sd)
    Y, X = np.meshgrid((np.arange(n) + 0.5) / n, (np.arange(n) + 0.5) / n, indexing="ij")
    X = X.astype(np.float32) + 0.012 * wave_noise(X, Y, g).astype(np.float32)
    Y = Y.astype(np.float32) + 0.012 * wave_noise(X, Y, g).astype(np.float32)
    D = np.full((n, n), 9.0, np.float32)
    for row in range(3):
        for k in range(2):
            cx, cy = (k + 0.5 * (row % 2)) / 2 + g.uniform(-0.04, 0.04), (row + 0.5) / 3 + g.uniform(-0.03, 0.03)
            # a bank: puffs along a flat arc, the middle one largest
            for t in (-1.0, -0.55, 0.0, 0.5, 0.95):
                px, py = cx + 0.15 * t, cy + 0.035 * t * t + g.uniform(-0.008, 0.008)
                r = 0.066 * (1 - 0.48 * abs(t)) + g.uniform(0, 0.006)
                dx = np.abs((X - px + 0.5) % 1.0 - 0.5)
                dy = np.abs((Y - py + 0.5) % 1.0 - 0.5)
                D = np.minimum(D, np.hypot(dx, dy * 1.15) - r)
    step = 0.0205
    k = np.clip(D / step + 1.6, 0, len(colors) - 1.001)
    pal = np.array([G.srgb(c) for c in colors])
    im = pal[np.floor(k).astype(int)]
    f = k - np.floor(k)
    im[(f > 0.84) & (D > -step * 0.5) & (D < step * 3.3)] = pal[0]
    # the heart of each cloud grows dark again, in narrower bands
    heart = np.clip((-0.020 - D) / 0.0095 + 1, 1, len(colors) - 2.001)
    inside = D < -0.020
    im[inside] = pal[np.floor(heart).astype(int)][inside]
    im[inside & (heart - np.floor(heart) > 0.72)] = pal[0]
    # dots strewn over the ground
    u, v = (X * 34) % 1 - 0.5, (Y * 34 + np.floor(X * 34) * 0.5) % 1 - 0.5
    im[(np.hypot(u, v) < 0.13) & (D > step * 4.2)] = pal[1]
    return im.astype(np.float32)


def rosettes(colors, n=700, rep=4):
    """Eight-petalled stars between leaves, on a lattice that is turned by half a step in each second row."""
    Y, X = np.meshgrid((np.arange(n) + 0.5) / n * rep, (np.arange(n) + 0.5) / n * rep, indexing="ij")
    pal = np.array([G.srgb(c) for c in colors])
    im = np.ones((n, n, 3)) * pal[4]
    for ox, oy, size in ((0.0, 0.0, 1.0), (0.5, 0.5, 0.62)):
        u, v = (X + ox) % 1 - 0.5, (Y + oy) % 1 - 0.5
        r, a = np.hypot(u, v) / size, np.arctan2(v, u)
        pet = 0.16 + 0.20 * np.abs(np.cos(4 * a)) ** 0.8
        im[r < pet + 0.03] = pal[0]
        im[r < pet] = pal[2]
        im[(r < pet * 0.72)] = pal[1]
        im[(r < pet * 0.72) & (np.abs(np.sin(4 * a)) < 0.10)] = pal[3]
        im[r < 0.10] = pal[0]
        im[r < 0.07] = pal[3]
    for ox, oy in ((0.5, 0.0), (0.0, 0.5)):
        u, v = (X + ox) % 1 - 0.5, (Y + oy) % 1 - 0.5
        im[np.hypot(u, v) < 0.055] = pal[0]
        im[np.hypot(u, v) < 0.030] = pal[3]
        q = np.abs(np.abs(u) + np.abs(v) - 0.16)
        im[(q < 0.018) & (np.sin(np.arctan2(v, u) * 14) > -0.2)] = pal[1]
    return im.astype(np.float32)


def streams(colors, n=700):
    """Slanting streams with leaves in them."""
    Y, X = np.meshgrid((np.arange(n) + 0.5) / n, (np.arange(n) + 0.5) / n, indexing="ij")
    pal = np.array([G.srgb(c) for c in colors])
    q = 3 * X + 3 * Y + 0.05 * np.sin(2 * PI * (X - Y) * 6)
    f, row = q % 1, np.floor(q)
    im = np.ones((n, n, 3)) * pal[3]
    im[f < 0.5] = pal[1]
    im[(np.abs(f - 0.5) < 0.035) | (f < 0.035) | (f > 0.965)] = pal[0]
    t = (X - Y) * 6 + row * 0.5
    u, v = t % 1 - 0.5, f - 0.25
    half = 0.15 * np.sqrt(np.clip(1 - (u / 0.42) ** 2, 0, 1))
    leaf = (np.abs(v + 0.05 * np.sin(u * 7)) < half)
    im[leaf] = pal[4]
    im[leaf & (np.abs(v + 0.05 * np.sin(u * 7)) < 0.02)] = pal[0]
    d = np.hypot((t * 2) % 1 - 0.5, (f - 0.75) * 3)
    im[d < 0.24] = pal[0]
    im[d < 0.13] = pal[4]
    return im.astype(np.float32)


def dyed(name, img, tile=22.0, border=None):
    """Woven cloth with a repeating motif; tile: its size in cm. Needs the attribute "cm" of the mesh.

    border: (from, to, colour) of a stripe along the first coordinate."""
    if name in P._cache:
        return P._cache[name]
    h, w = img.shape[:2]
    im = P.bpy.data.images.new(name, w, h)
    px = np.ones((h, w, 4), np.float32)
    px[..., :3] = img[::-1]
    im.pixels.foreach_set(px.reshape(-1))
    im.update()
    im.pack()
    m = P.Nodes(name)
    cm = m.n("Attribute", attribute_name="cm").outputs["Vector"]
    uv = m.n("VectorMath", {0: cm, 1: (1 / tile, 1 / tile, 1)}, operation="MULTIPLY").outputs[0]
    t = m.n("TexImage", {"Vector": uv})
    t.image = im
    c = t.outputs[0]
    # the dye takes unevenly; wax that broke let fine lines through
    c = m.mix(0.22, c, m.ramp(m.noise(0.25, cm, detail=5), [(0.3, (0.62, 0.62, 0.62, 1)), (0.7, (1, 1, 1, 1))]), "MULTIPLY")
    bent = m.n("VectorMath", {0: cm, 1: m.n("TexNoise", {"Vector": cm, "Scale": 0.5}).outputs[1]}, operation="ADD").outputs[0]
    vo = m.n("TexVoronoi", {"Scale": 0.30, "Vector": bent}, feature="DISTANCE_TO_EDGE")
    crack = m.math("MULTIPLY", m.step(vo.outputs["Distance"], 0.012, 0.0), m.step(m.noise(0.4, cm, detail=3), 0.45, 0.7))
    c = m.mix(m.math("MULTIPLY", crack, 0.45), c, P.col("#20242c"))
    if border:
        x = m.n("SeparateXYZ", {0: cm}).outputs[0]
        k = m.math("MULTIPLY", m.math("GREATER_THAN", x, border[0]), m.math("LESS_THAN", x, border[1]))
        c = m.mix(k, c, P.col(border[2]))
    s = m.n("SeparateXYZ", {0: cm})
    k = 2 * PI * 14
    weft = m.math("MULTIPLY", m.math("SINE", m.math("MULTIPLY", s.outputs[0], k)), m.math("SINE", m.math("MULTIPLY", s.outputs[1], k)))
    m.set(Base_Color=c, Roughness=0.85, Specular_IOR_Level=0.2, Sheen_Weight=0.15, Sheen_Roughness=0.5)
    m.set(Normal=m.bump(m.noise(0.8, cm, detail=3), 0.05, m.bump(weft, 0.008)))
    P._cache[name] = m.mat
    return m.mat


def mega():
    return dyed("mega", clouds(INDIGO), 24)


# ---------------------------------------------------------------- shapes
def sheet(Q, U, V, mat, thick=0.12, wrap_v=False):
    """Cloth through the points Q; U and V are the centimetres along it."""
    me = P.gridmesh(Q, wrap_v=wrap_v, name="sheet")
    at = me.attributes.new("cm", "FLOAT_VECTOR", "POINT")
    at.data.foreach_set("vector", np.stack([U, V, 0 * U], -1).reshape(-1).astype(np.float32))
    o = P.obj(me, mat=mat)
    s = o.modifiers.new("s", "SOLIDIFY")
    s.thickness, s.offset = thick, 0
    return o


def folded(loc, w, d, layers, mat, rot=0.0, t=0.55, off=(0.0, 0.0)):
    """A cloth folded to and fro; the round folds look to the front and to the back. Returns its height."""
    sd = int(rnd(0, 999))
    g = np.random.default_rng(sd)
    ys, zs = [], []
    for i in range(layers):
        a, b = -d / 2 + g.uniform(0, 0.35), d / 2 - g.uniform(0, 0.35)
        if i in (layers - 1,):
            a, b = -d / 2 - 0.1, d / 2 + 0.05
        y = np.linspace(a, b, 40)
        if i % 2:
            y = y[::-1]
        z = np.full(40, (i + 0.5) * t)
        ys.append(y)
        zs.append(z)
        if i < layers - 1:
            th = np.linspace(-PI / 2, PI / 2, 9)[1:-1]
            s = -1 if i % 2 else 1
            ys.append(y[-1] + s * np.cos(th) * t * 0.62)
            zs.append((i + 1) * t + np.sin(th) * t / 2)
    y, z = np.concatenate(ys), np.concatenate(zs)
    arc = np.r_[0, np.cumsum(np.hypot(np.diff(y), np.diff(z)))]
    x = np.linspace(-w / 2, w / 2, 70)
    Yc, X = np.meshgrid(y, x, indexing="ij")
    Zc = np.broadcast_to(z[:, None], Yc.shape)
    S = np.broadcast_to(arc[:, None], Yc.shape)
    n = P.noise3(np.stack([X, Yc, 0 * X], -1), 0.10, sd, 2)
    rel = Zc / (layers * t)
    sag = 0.16 * (np.abs(X) / (w / 2)) ** 4 + 0.10 * (np.abs(Yc) / (d / 2)) ** 6
    Z = Zc * (1 + 0.05 * n) + rel * 0.22 * n - rel * sag * layers * t * 0.35
    Xx = X * (1 + 0.012 * np.sin(S * 0.31 + sd)) + 0.10 * P.noise3(np.stack([X, S, 0 * X], -1), 0.25, sd + 1, 1)
    Yy = Yc + 0.14 * P.noise3(np.stack([X, 0 * X, Zc * 2], -1), 0.22, sd + 2, 2)
    o = sheet(np.stack([Xx, Yy, Z], -1), X + off[0], S + off[1], mat, t * 0.72)
    o.matrix_world = P.xf(loc, (0, 0, rot))
    return layers * t


def roll(loc, length, r, mat, rot=0.0, t=0.42):
    """A rolled cloth, lying along y, its end to the front."""
    turns = (r - 0.7) / t
    th = np.linspace(0, 2 * PI * turns, int(turns * 46))
    rad = 0.7 + t * th / (2 * PI)
    arc = np.r_[0, np.cumsum(np.hypot(np.diff(rad * np.cos(th)), np.diff(rad * np.sin(th))))]
    y = np.linspace(-length / 2, length / 2, 60)
    T, Y = np.meshgrid(th - th[-1] - 1.2, y, indexing="ij")
    R = np.broadcast_to(rad[:, None], T.shape)
    S = np.broadcast_to(arc[:, None], T.shape)
    sd = int(rnd(0, 999))
    R = R * (1 + 0.02 * P.noise3(np.stack([np.cos(T) * 3, Y * 0.3, np.sin(T) * 3], -1), 0.5, sd, 2))
    Yy = Y + 0.25 * np.sin(S * 0.23 + sd) + 0.12 * np.sin(S * 0.9)
    o = sheet(np.stack([R * np.cos(T), Yy, R * np.sin(T)], -1), Y, S, mat, t * 0.6)
    o.matrix_world = P.xf((loc[0], loc[1], loc[2] + r), (0, 0, rot))


def fringe(top, length, mat, n_pts=4, sd=3):
    """Twisted threads that hang from the points top (n, 3)."""
    g = np.random.default_rng(sd)
    ms = []
    for p in top:
        w = g.uniform(-0.25, 0.25, 2)
        pts = [p, p + [w[0] * 0.3, w[1] * 0.3, -length * 0.4], p + [w[0], w[1], -length * g.uniform(0.9, 1.08)]]
        ms.append(P.sweep(pts, (0.11, 0.10, 0.13), 6, smooth=2))
    P.obj(P.join([P.withmat(m, mat) for m in ms], "fringe"))


# ---------------------------------------------------------------- pictures
def batik_set(wallc=("#d9cdb8", "#c9bca4", "#e3d9c7"), y=58, rad=10.5, fill=0.34, side=-1):
    P.world("#ece4d8", fill)
    P.window((side * 122, -4, 78), (0, 5, 5), radiance=rad, color=(1.0, 0.95, 0.88))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.5)
    P.table(P.wood("w_batik", "#b07c4e", "#69432a", rough=0.5), d=y + 45, y0=-45, plank=15, edge=0.3, gap=0.16)


def canting(loc, rot=0.0):
    """The small spouted copper cup with which wax is drawn."""
    cop = P.surf("copper", "#b0673c", "#8a4a2a", nscale=1.0, rough=0.28, metal=1.0, bump=((2, 0.02),))
    bam = P.surf("bamboo", "#c9a062", "#a57c40", nscale=0.6, rough=0.5, bump=((1, 0.03), (6, 0.01)))
    parts = [P.withmat(P.sweep([(0, 0, 0), (5, 0, 0.1), (11, 0, 0.0)], (0.42, 0.5, 0.36), 14), bam),
             P.withmat(P.sweep([(-1.6, 0, 0.0), (0.4, 0, 0)], 0.16, 10), cop),
             P.withmat(P.lathe([(0, -0.75), (0.8, -0.6), (1.05, 0), (0.95, 0.5), (0.85, 0.62), (0.8, 0.5), (0.9, 0), (0, -0.6)], 40, 2), cop),
             P.withmat(P.sweep([(-0.9, 0, -0.2), (-1.9, 0, -0.1), (-2.5, 0, -0.55), (-2.6, 0, -0.95)], (0.2, 0.15, 0.10, 0.07), 10), cop)]
    o = P.obj(P.join(parts, "canting", [None, None, P.xf((-1.6, 0, 0.15)), P.xf((-1.6, 0, 0.15))]))
    o.matrix_world = P.xf(loc, (0, -0.02, rot))


@scene("batik-sawala/kain-mega")
def kain_mega():
    batik_set()
    m = mega()
    folded((-2, 3, 0.05), 30, 22, 9, m, 0.16, 0.62)
    # the upper end lies open over the edge of the table
    P.cloth(34, 20, m, (4, -12, 0.15), 0.10, amp=0.9, folds=6, sd=6, res=0.3)
    P.obj(pot([(2.6, 0), (2.9, 0.2), (3.9, 1.6), (4.3, 3.4), (4.1, 4.2)], 0.36, 0.7, fn=ridged(0.02, 6)), (19.5, 8, 0.05), mat=clay())
    canting((-3.0, 1.0, 6.55), 0.42)
    P.camera((4, -60, 34), (1.6, 0.6, 2.8), 58, 5.0, focus=(-1, -6, 4))
    return dict(exposure=0.35)


@scene("batik-sawala/selendang")
def selendang():
    P.world("#ece4d8", 0.36)
    P.window((-122, -40, 70), (0, 5, 30), radiance=11, color=(1.0, 0.95, 0.88))
    P.wall("#cfa98c", "#bd9577", y=16, c3="#dab99e", bump=0.5)
    bar = P.wood("w_bar", "#a87349", "#5d3a22", rough=0.45)
    P.obj(P.sweep([(-80, 0, 48), (80, 0, 48)], 1.5, 40, smooth=0), mat=bar)
    m = dyed("sel", streams(RED), 16)
    w, lf, lb, r = 27.0, 37.0, 31.0, 1.66
    s = np.r_[np.linspace(-lb - 2.6, -2.61, 60), np.linspace(-2.6, 2.6, 24), np.linspace(2.61, lf + 2.6, 110)]
    S, X = np.meshgrid(s, np.linspace(-w / 2, w / 2, 260), indexing="ij")
    ang = np.clip(S / r, -PI / 2, PI / 2)
    down = np.clip(np.abs(S) - r * PI / 2, 0, None)
    k = np.clip(down / 30, 0, 1)
    warp = 0.9 * P.noise3(np.stack([X, S * 0.35, 0 * X], -1), 0.10, 4, 2)
    wave = np.sin(X * 2 * PI / 8.2 + warp + np.sign(S) * 0.6) + 0.35 * np.sin(X * 2 * PI / 3.4 + 2 * warp)
    amp = 0.35 + 2.1 * k ** 0.7
    Y = -np.sin(ang) * r - np.sign(S) * (down > 0) * (0.3 + amp * (1.05 + wave)) * np.clip(down / 3, 0, 1)
    Z = 48 + np.cos(ang) * r - down + 0.10 * wave
    Xx = X * (1 - 0.05 * k) + 0.5 * amp * np.cos(X * 2 * PI / 8.2 + warp) * 0.6 - 3.5
    Q = np.stack([Xx, Y, Z], -1)
    sheet(Q, X, S, m, 0.10)
    thread = P.surf("thread", "#e9cdb4", "#d8b596", nscale=1, rough=0.9)
    fringe(Q[-1, 1:-1:2], 4.2, thread)
    fringe(Q[0, 1:-1:3], 4.2, thread, sd=8)
    # a second one, further along the bar, in another colour
    m2 = dyed("sel2", rosettes(GOLD), 20)
    Q2 = Q.copy()
    Q2[..., 0] = Q2[..., 0] * 0.62 + 23.5
    Q2[..., 2] = np.where(Q2[..., 2] < 46, 46 + (Q2[..., 2] - 46) * 0.84, Q2[..., 2])
    sheet(Q2, X * 0.62, S * 0.84, m2, 0.10)
    fringe(Q2[-1, 1:-1:3], 3.6, P.surf("thread2", "#e6cf98", "#d3b878", nscale=1, rough=0.9), sd=5)
    P.camera((3, -105, 36), (2.0, 0, 29.0), 58, 5.0, focus=(-3, -4, 28))
    return dict(exposure=0.3)


def round_cloth(side, R, z, mat, loc=(0, 0), rot=0.4, sd=3):
    """A square cloth on a round table: flat on top, falling in flutes, with hanging corners."""
    nt = 420
    T = np.linspace(0, 2 * PI, nt, endpoint=False)
    a = (T + PI / 4) % (PI / 2) - PI / 4
    L = side / 2 / np.cos(a)
    u = np.linspace(0, 1, 150)
    U, Th = np.meshgrid(u, T, indexing="ij")
    s = U * L[None]
    fall = np.clip(s - R, 0, None)
    n = 13
    ph = n * Th + 1.1 * np.sin(3 * Th + sd) + 0.7 * np.sin(2 * Th)
    k = np.clip(fall / 16, 0, 1)
    wave = np.sin(ph) + 0.25 * np.sin(2 * ph + 1)
    r = np.minimum(s, R + 0.25) + np.clip(fall / 1.2, 0, 1) * 0.5 + fall * 0.07 + k ** 0.9 * 2.7 * (wave + 0.6)
    bend = np.clip(fall / 1.2, 0, 1)
    Z = z + 0.12 - np.where(fall < 1.2, 0.45 * bend ** 2, fall - 0.75) * 0.985
    Q = np.stack([r * np.cos(Th + 0.02 * np.cos(ph) * k), r * np.sin(Th + 0.02 * np.cos(ph) * k), Z], -1)
    Q[..., 2] += 0.10 * np.maximum(0, P.noise3(Q * [1, 1, 0], 0.12, sd, 2)) * (fall <= 0)
    o = sheet(Q, s * np.cos(Th), s * np.sin(Th), mat, 0.14, wrap_v=True)
    o.matrix_world = P.xf((loc[0], loc[1], 0), (0, 0, rot))
    return o


@scene("batik-sawala/taplak")
def taplak():
    P.world("#ece4d8", 0.36)
    P.window((-140, -30, 110), (0, 5, 35), w=110, h=150, radiance=10.5, color=(1.0, 0.95, 0.88))
    P.wall("#b9c0ae", "#a8b09c", y=75, c3="#c6ccba", bump=0.5)
    P.table(P.wood("w_floor", "#a87a50", "#6a472c", rough=0.5), d=150, y0=-70, plank=16, gap=0.2, w=260)
    top = 42.0
    P.obj(P.lathe([(0, top - 2.2), (30.6, top - 2.2), (31, top - 2.0), (31, top - 0.2), (30.8, top), (0, top)], 120, 1), mat=P.wood("w_batik", "#b07c4e", "#69432a"))
    P.obj(P.lathe([(0, 0), (15, 0), (14, 2), (4, 4), (3.6, top - 4), (8, top - 2.2), (0, top - 2.2)], 80, 2), mat=P.wood("w_batik", "#b07c4e", "#69432a"))
    round_cloth(84, 31.2, top, dyed("tap", rosettes(GREEN), 26), rot=0.62)
    zt = top + 0.35
    v = pot([(3.6, 0), (4.0, 0.2), (5.6, 3.4), (6.0, 6.2), (4.6, 10), (2.5, 12.6), (2.1, 14.2), (2.7, 15.4)], 0.4, 0.8, fn=ridged())
    P.obj(v, (-6, 6, zt), mat=P.glaze("tv", "#ab7350", "#ece2cc", "#dccdae", line=4.0, drip=0.7, speck=("#6b4a2f", 2.0, 0.22), rough=0.2))
    dry_stems(9, (-6, 6, zt + 15), 22, 8, "wheat", lean=(1, 0))
    g = P.glaze("tc", "#86553b", "#e9dfc8", "#d6c6a4", line=1.6, rough=0.16)
    P.obj(cup(6.4, 3.8, 1), (8.5, -7, zt), (0, 0, -0.5), mat=g)
    P.obj(cup(6.4, 3.8, 1), (15.5, 3, zt), (0, 0, 0.4), mat=g)
    P.camera((6, -128, 84), (0.5, 0, 38.5), 51, 5.6, focus=(0, -22, 42))
    return dict(exposure=0.3)


def tote(m):
    """A canvas bag of the cloth m, hanging from a peg on a rail."""
    w, h, z0 = 33.0, 35.0, 2.0
    canvas = P.linen("l_canvas", "#d8cbb0", "#b8a786", weave=8)
    sd = 9
    for s in (-1, 1):
        U, V = np.meshgrid(np.linspace(-1, 1, 110), np.linspace(0, 1, 120), indexing="ij")
        puff = np.clip(1 - np.abs(U) ** 3.2, 0, 1) ** 0.7 * np.clip(np.sin(np.clip(V * 0.94 + 0.03, 0, 1) * PI) ** 0.5, 0.12, 1)
        low = np.clip((0.12 - V) / 0.12, 0, 1)
        X = U * w / 2 * (1 - 0.035 * np.sin(V * PI) - 0.06 * low ** 2)
        Z = z0 + V * h - 0.5 * (1 - U ** 2) * (V > 0.9) * (V - 0.9) * 10 * (1 + 0.5 * s)
        Y = s * 2.4 * puff * (1 - 0.45 * V)
        Q = np.stack([X, Y, Z], -1)
        n = P.noise3(Q * [1, 0, 0.8], 0.13, sd, 3) * 0.55 + P.noise3(Q * [1, 0, 1], 0.4, sd + 1, 2) * 0.12
        # pull lines from the straps
        for sx in (-1, 1):
            d = (X - sx * 8) - (1 - V) * sx * 5
            n = n + 0.35 * np.exp(-((d / 1.6) ** 2)) * np.clip((V - 0.35) / 0.6, 0, 1)
        Q[..., 1] += s * n * np.clip(puff * 1.2, 0, 1)
        cut = 26
        sheet(Q[:, cut:], U[:, cut:] * w / 2, V[:, cut:] * h, m, 0.16)
        sheet(Q[:, : cut + 1] * [1.0, 1.0, 1] + [0, s * 0.03, 0], U[:, : cut + 1] * w / 2, V[:, : cut + 1] * h, canvas, 0.18)
        hem = Q[:, -6:] + np.array([0, s * 0.14, 0.05])
        sheet(hem, U[:, -6:] * w / 2, V[:, -6:] * h, canvas, 0.12)
        zt = z0 + h
        yb = s * 0.9
        for sx in (-1, 1):
            pts = [(sx * 8.0, yb + s * 0.75, zt - 4.5), (sx * 8.0, yb + s * 0.4, zt), (sx * 7.2, yb * 0.9, zt + 6), (sx * 4.4, yb * 0.5 - 0.4, zt + 13.5), (sx * 1.5, s * 0.35 - 0.5, zt + 17.6), (0, s * 0.35 - 0.5, zt + 18.3)]
            P.obj(P.sweep(pts, 0.22, 16, flat=(5.6, 1.0), smooth=4), mat=P.surf("strap", "#d3c4a5", "#bfae8b", nscale=1.5, rough=0.9, bump=((9, 0.03),)))
    peg = P.wood("w_peg", "#a87349", "#5d3a22", rough=0.45)
    P.obj(P.sweep([(0, 6, z0 + h + 16.2), (0, -2.6, z0 + h + 16.6)], 1.1, 30, smooth=0), mat=peg)
    P.obj(P.lathe([(0, -0.7), (1.4, -0.6), (1.8, 0), (1.4, 0.6), (0, 0.7)], 40, 3), (0, -2.8, z0 + h + 16.6), (PI / 2, 0, 0), mat=peg)
    P.obj(P.box(60, 2.2, 9, 0.3), (0, 4.6, z0 + h + 12.2), mat=P.wood("w_rail", "#b98a58", "#7d5732", rough=0.5))


@scene("batik-sawala/tas-batik")
def tas():
    P.world("#ece4d8", 0.38)
    P.window((-115, -60, 60), (0, 0, 22), radiance=11, color=(1.0, 0.95, 0.88))
    P.wall("#d5c8b2", "#c4b69d", y=5.2, c3="#dfd4c2", bump=0.45)
    tote(dyed("tas", clouds(INDIGO, 5), 21))
    P.camera((14, -120, 34), (0.5, 0, 27.5), 56, 6.0, focus=(0, -3, 22))
    return dict(exposure=0.3)


@scene("batik-sawala/sampul")
def sampul():
    batik_set(("#cfb59a", "#bfa285", "#dac4ab"), y=62)
    ms = [dyed("s_soga", streams(SOGA), 15), dyed("s_green", rosettes(GREEN), 18), mega(), dyed("s_gold", rosettes(GOLD), 15), dyed("s_red", clouds(RED, 3), 20)]
    z = 0.05
    for i, m in enumerate(ms):
        z += folded((-14 + rnd(-0.5, 0.5), 3 + rnd(-0.4, 0.4), z), 31 - 0.5 * i, 20, 6, m, 0.12 + rnd(-0.05, 0.05), 0.62, off=(rnd(0, 9), rnd(0, 9))) + 0.05
    for x, y, zz, r, m in ((13.5, 7, 0.05, 4.0, ms[4]), (22.0, 7.6, 0.05, 4.0, ms[2]), (17.6, 7.4, 7.1, 3.7, ms[3])):
        roll((x, y, zz), 24, r, m, -0.10)
    P.cloth(38, 17, ms[2], (11, -15, 0.15), -0.10, amp=0.6, folds=6, sd=61, res=0.3)
    P.obj(pot([(2.6, 0), (2.9, 0.2), (3.9, 1.6), (4.3, 3.4), (4.1, 4.2)], 0.36, 0.7, fn=ridged(0.02, 6)), (31, 2, 0.05), mat=clay())
    canting((13.5, -14.5, 1.35), 0.5)
    P.obj(pot([(4.6, 0), (5.2, 0.2), (7.4, 4.5), (8.0, 8.5), (6.6, 13), (3.4, 16.6), (2.5, 18.6), (2.6, 20.4), (3.3, 21.6)], 0.45, 0.8, fn=ridged()), (-43, 20, 0.05), mat=clay("bclay", "#a65f40", "#8a4a2e", 0.6))
    P.camera((2, -98, 34), (-0.5, 3, 8.6), 50, 5.0, focus=(-8, -8, 9))
    return dict(size=(1600, 900), exposure=0.3)
