"""Tanah Jingga: pottery in warm light, plaster and linen."""
import math

import numpy as np

import parts as P
from parts import rnd
from scenes import scene

PI = math.pi


# ---------------------------------------------------------------- shapes
def pot(outer, wall=0.38, floor=0.6, seg=112, wob=0.05, oval=0.012, name="pot", fn=None, k=3, foot=True):
    """Vessel from its outer line (r, z), bottom to rim."""
    o = list(outer)
    r0 = o[0][0]
    under = [(0, 0.25), (r0 - 0.7, 0.25), (r0 - 0.6, 0.0), (r0 - 0.25, 0.0)] if foot else [(0, 0.0), (r0 - 0.3, 0.0)]
    rim = o[-1]
    inner = [(max(0.05, r - wall), z) for r, z in o if z > floor + 0.2][::-1]
    inner = [(inner[0][0] + wall * 0.15, rim[1])] + [(inner[0][0], rim[1] - 0.25)] + inner[1:]
    rl = inner[-1][0]
    prof = under + o + inner + [(rl * 0.9, floor + 0.1), (rl * 0.6, floor), (0, floor)]
    sd = int(rnd(0, 9999))

    def f(Q, T, t):
        n = P.noise3(Q, 0.18, sd, 2) * wob
        s = 1 + oval * np.cos(2 * (T + sd))
        Q = Q.copy()
        rr = np.hypot(Q[..., 0], Q[..., 1]) + 1e-6
        Q[..., :2] *= (s * (1 + n / np.maximum(rr, 1)))[..., None]
        Q[..., 2] += P.noise3(Q * [1, 1, 0], 0.12, sd + 1, 1) * wob * 0.5 * (Q[..., 2] > 1)
        return fn(Q, T, t) if fn else Q

    return P.lathe(prof, seg, k, f, name)


def handle(r_top, z_top, r_bot, z_bot, out=3.2, rad=(0.62, 0.45, 0.4, 0.42, 0.55), up=0.4):
    zm = (z_top + z_bot) / 2
    pts = [(r_top - 0.45, 0, z_top), (r_top + out * 0.45, 0, z_top + up), (r_top + out, 0, z_top - 0.1),
           (r_top + out, 0, zm), (r_bot + out * 0.7, 0, z_bot + 0.7), (r_bot + out * 0.25, 0, z_bot), (r_bot - 0.35, 0, z_bot - 0.1)]
    return P.sweep(pts, rad, 16, flat=(1.0, 1.0), smooth=3, roll=0.0)


def cup(h=8.6, r=4.2, style=0):
    if style == 0:
        o = [(r * 0.80, 0.0), (r * 0.88, 0.15), (r * 0.95, 0.8), (r * 1.0, 2.4), (r * 1.0, h * 0.6), (r * 0.98, h - 0.5), (r * 0.985, h)]
    elif style == 1:  # bellied
        o = [(r * 0.66, 0.0), (r * 0.75, 0.1), (r * 0.98, 1.4), (r * 1.1, 3.4), (r * 1.02, h * 0.62), (r * 0.92, h - 0.7), (r * 0.98, h)]
    else:  # cone
        o = [(r * 0.70, 0.0), (r * 0.76, 0.15), (r * 0.82, 1.2), (r * 0.92, h * 0.5), (r * 1.04, h - 0.4), (r * 1.06, h)]
    b = pot(o, 0.36, 0.7)
    hd = handle(r * 0.97, h * 0.78, r * (1.0 if style != 2 else 0.86), h * 0.26)
    return P.join([b, hd], "cup")


def bowl(r=7.5, h=6.5, wall=0.42, kind=0):
    if kind == 0:
        o = [(r * 0.42, 0), (r * 0.44, 0.5), (r * 0.52, 0.9), (r * 0.78, h * 0.36), (r * 0.95, h * 0.7), (r * 0.995, h - 0.3), (r, h)]
    else:
        o = [(r * 0.40, 0), (r * 0.42, 0.6), (r * 0.60, 0.8), (r * 0.86, h * 0.45), (r * 0.97, h - 0.35), (r, h)]
    return pot(o, wall, 1.0, wob=0.07, seg=140)


def plate(r=12.5, h=2.2):
    o = [(r * 0.58, 0), (r * 0.60, 0.35), (r * 0.66, 0.55), (r * 0.80, h * 0.45), (r * 0.95, h * 0.8), (r * 0.995, h - 0.1), (r, h)]
    under = [(0, 0.3), (r * 0.53, 0.3), (r * 0.55, 0)]
    up = [(r * 0.985, h + 0.12), (r * 0.95, h + 0.05), (r * 0.82, h * 0.45 + 0.5), (r * 0.68, 0.95), (r * 0.4, 0.82), (0, 0.8)]
    sd = int(rnd(0, 9999))

    def f(Q, T, t):
        Q = Q.copy()
        Q[..., 2] += P.noise3(Q * [1, 1, 0], 0.09, sd, 1) * 0.09
        Q[..., :2] *= (1 + 0.006 * np.cos(2 * T + sd))[..., None]
        return Q

    return P.lathe(under + o + up, 160, 3, f, "plate")


# ---------------------------------------------------------------- glazes
def cream(n="g_cream", line=2.2):
    return P.glaze(n, "#ab7350", "#efe6d2", "#e2d3b6", line=line, speck=("#6b4a2f", 2.6, 0.20), rough=0.16)


def sage(n="g_sage", line=2.4):
    return P.glaze(n, "#9e6445", "#8fa088", "#6f8672", line=line, speck=("#3f4a3c", 3.2, 0.15), rough=0.18)


def indigo(n="g_indigo", line=2.0):
    return P.glaze(n, "#935d42", "#27445c", "#3f6b84", line=line, rough=0.10, streak=0.6)


def ochre(n="g_ochre", line=2.0):
    return P.glaze(n, "#86553b", "#c98b36", "#a9631f", line=line, rough=0.12, streak=0.5)


def oxblood(n="g_ox", line=2.0):
    return P.glaze(n, "#9f684c", "#6b2a1d", "#8e3f26", line=line, rough=0.10, streak=0.5)


def clay(n="clay", c="#b06e4e", c2="#9c5b3d", rough=0.82):
    return P.surf(n, c, c2, "#b97a58", nscale=0.22, rough=rough, rvar=0.1,
                  bump=((0.35, 0.05), (4.0, 0.03), (14, 0.015)), orand=0.14)


def smoked(n="smoked"):
    return P.surf(n, "#4a3428", "#2b201b", "#7a4a32", nscale=0.12, rough=0.55, rvar=0.15, bump=((0.35, 0.05), (6, 0.02)))


def ridged(depth=0.035, freq=5.0):
    def f(Q, T, t):
        Q = Q.copy()
        rr = np.hypot(Q[..., 0], Q[..., 1]) + 1e-6
        Q[..., :2] *= (1 + depth * np.sin(Q[..., 2] * freq + 0.5 * T) / np.maximum(rr, 1.5))[..., None]
        return Q

    return f


# ---------------------------------------------------------------- sets
def warm_set(wallc=("#bf8a6e", "#ae775a", "#c99b82"), y=60, rad=10.5, fill=0.30, side=-1, top="linen"):
    P.world("#ece2da", fill)
    P.window((side * 125, -5, 78), (0, 5, 4), radiance=rad, color=(1.0, 0.955, 0.90))
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.55)
    if top == "wood":
        P.table(P.wood("w_walnut", "#a87349", "#5d3a22", rough=0.5), d=y + 45, y0=-45)
    else:
        P.table(P.wood("w_oak", "#c9a274", "#94693f", rough=0.55), d=y + 45, y0=-45)


def linen_nat():
    return P.linen("l_nat", "#d9ccb4", "#b7a587")


def dry_stems(n, base, height=34, spread=7, kind="wheat", mat=None, mat2=None, lean=(0, 0)):
    """Dry grass and seed heads rising from base."""
    mat = mat or P.surf("straw", "#c9a66b", "#a98449", nscale=0.5, rough=0.8, orand=0.3)
    mat2 = mat2 or P.surf("seed", "#b98d55", "#8a6134", nscale=0.8, rough=0.85, orand=0.35)
    grain = P.lathe([(0, 0), (0.16, 0.1), (0.2, 0.45), (0.1, 0.85), (0, 1.0)], 8, 2, name="grain")
    P.withmat(grain, mat2)
    for _ in range(n):
        a, s = rnd(0, 2 * PI), spread * math.sqrt(rnd(0.03, 1))
        h = height * rnd(0.68, 1.08)
        ex, ey = s * math.cos(a) + lean[0], s * math.sin(a) * 0.8 + lean[1]
        pts = [np.array(base) + np.array([ex * 0.08 * 1, ey * 0.08, -9.0]), np.array(base) + np.array([ex * 0.12, ey * 0.12, 0])]
        for t in (0.35, 0.7, 1.0):
            bend = t ** 1.8
            pts.append(np.array(base) + np.array([ex * bend + rnd(-0.4, 0.4), ey * bend + rnd(-0.4, 0.4), h * t * (1 - 0.10 * bend)]))
        # nodding tip
        pts.append(pts[-1] + np.array([ex * 0.28, ey * 0.28, 1.2]))
        pts = np.array(pts)
        P.obj(P.sweep(pts, (0.14, 0.12, 0.1, 0.07, 0.05), 7, smooth=3, name="stem"), mat=mat)
        sm = P.chaikin(pts, 3)
        tip = sm[int(len(sm) * 0.74) :]
        if kind == "wheat":
            for i in range(34):
                t = i / 33
                p = tip[min(len(tip) - 1, int(t * (len(tip) - 1)))]
                d = tip[-1] - tip[0]
                d /= np.linalg.norm(d)
                az = i * 2.4
                side = np.array([math.cos(az), math.sin(az), 0]) * 0.55
                v = P.Vector(d + side).normalized()
                o = P.obj(grain, p, v.to_track_quat("Z", "Y").to_euler(), rnd(0.9, 1.3))
        elif kind == "bunny":
            pos = []
            for i in range(420):
                t = rnd(0, 1)
                p = tip[int(t * (len(tip) - 1))]
                v = np.array([rnd(-1, 1), rnd(-1, 1), rnd(0, 1.6)])
                v /= np.linalg.norm(v)
                r = 1.3 * math.sin(PI * (0.12 + 0.8 * t))
                pos.append((p, v, r))
            for p, v, r in pos[:260]:
                P.obj(P.sweep([p, p + v * r * 0.5, p + v * r + np.array([0, 0, -0.2])], (0.025, 0.015), 4, smooth=1), mat=mat2)
        elif kind == "poppy":
            pod = P.lathe([(0, -0.4), (0.25, -0.3), (0.9, 0.3), (1.05, 1.0), (0.8, 1.7), (0.35, 1.95), (0.75, 2.05), (0.7, 2.2), (0, 2.3)], 24, 2,
                          fn=lambda Q, T, t: Q * np.stack([1 + 0.05 * np.cos(10 * T)] * 2 + [np.ones_like(T)], -1))
            d = P.Vector(tip[-1] - tip[-8]).normalized()
            P.obj(pod, tip[-1], d.to_track_quat("Z", "Y").to_euler(), rnd(0.75, 1.0), mat2)


# ---------------------------------------------------------------- pictures
@scene("tanah-jingga/cangkir")
def cangkir():
    warm_set(y=55)
    P.cloth(64, 40, linen_nat(), (-6, 2, 0.15), 0.22, amp=0.9, folds=7, sd=4, flat=((-4.5, 0, 5.5), (6.6, 5.2, 5), (-13.2, 10.5, 5), (15.5, 17, 5)))
    P.obj(cup(8.8, 4.3, 0), (-4.5, 0, 0.35), (0, 0, -0.5), mat=cream())
    P.obj(cup(7.6, 4.1, 1), (6.6, 5.2, 0.35), (0, 0, 0.35), mat=sage())
    P.obj(cup(9.2, 4.0, 2), (-13.2, 10.5, 0.3), (0, 0, 2.2), mat=indigo())
    P.obj(cup(7.8, 4.2, 0), (15.5, 17, 0.3), (0, 0, 0.9), mat=ochre())
    P.obj(cup(8.8, 4.3, 1), (0.5, 22, 0.3), (0, 0, 0.4), mat=clay())
    P.camera((7, -56, 27), (0.5, 4, 4.4), 68, 5.0, focus=(-3, -2.5, 5))
    return dict(exposure=0.35)


@scene("tanah-jingga/mangkuk")
def mangkuk():
    warm_set(("#d8c3a8", "#c9b091", "#e0cfb8"), y=60, top="wood")
    ind = P.glaze("b_ind", "#a06848", "#2e5a74", "#4d8399", line=2.6, rough=0.08, streak=0.55)
    cr = P.glaze("b_cr", "#a06848", "#efe4cc", "#e0cfae", line=2.2, speck=("#6b4a2f", 2.2, 0.2), rough=0.14)
    gr = P.glaze("b_gr", "#86553b", "#6f8c78", "#4d7060", line=2.0, rough=0.10, streak=0.5)
    P.cloth(40, 30, linen_nat(), (14, 8, 0.12), -0.35, amp=1.0, folds=6, sd=9, flat=((13.4, 6.5, 5),))
    P.obj(bowl(8.6, 7.0), (-3.5, -1, 0.05), (0, 0, 1), mat=ind)
    P.obj(bowl(7.2, 5.6, kind=1), (13.4, 6.5, 0.45), (0, 0, 2), mat=cr)
    for i, (m, r) in enumerate(((gr, 8.0), (P.glaze("b_oc", "#86553b", "#d09a4a", "#b06d25", line=2.0, rough=0.12, streak=0.5), 8.0), (cr, 8.0))):
        P.obj(bowl(r, 6.0), (-14.5 + rnd(-0.2, 0.2), 17, 0.05 + i * 2.1), (rnd(-0.02, 0.02), rnd(-0.02, 0.02), i * 2), mat=m)
    P.obj(bowl(5.0, 4.2), (4.6, -12.6, 0.05), (0, 0, 0), mat=P.glaze("b_ox", "#9f684c", "#6b2a1d", "#8e3f26", line=1.5, rough=0.10, streak=0.5))
    P.camera((5, -58, 38), (0, 3.5, 3.2), 66, 6.0, focus=(-3, -5, 6))
    return dict(exposure=0.3)


@scene("tanah-jingga/piring")
def piring():
    warm_set(("#bf8a6e", "#ae775a", "#c99b82"), y=55)
    P.cloth(70, 48, P.linen("l_blue", "#8c98a0", "#66727c"), (3, 3, 0.15), -0.12, amp=0.9, folds=7, sd=12, flat=((-3, 4, 10), (14.5, -3, 4)))
    mats = [P.glaze("p%d" % i, "#a06848", a, b, line=0.75, drip=0.15, speck=s, rough=0.14, streak=0.3) for i, (a, b, s) in enumerate((
        ("#ece0c6", "#dccaa6", ("#6b4a2f", 2.4, 0.2)), ("#84987f", "#6b8470", ("#3f4a3c", 3.0, 0.14)),
        ("#e9dcc0", "#d8c5a0", ("#6b4a2f", 2.4, 0.2)), ("#c98f45", "#a96a2a", None), ("#ece0c6", "#dccaa6", ("#6b4a2f", 2.0, 0.22))))]
    z = 0.35
    for i, m in enumerate(mats + [mats[1]]):
        P.obj(plate(12.6 if i < 4 else 9.6), (-3 + rnd(-0.35, 0.35), 4 + rnd(-0.35, 0.35), z), (rnd(-0.008, 0.008), rnd(-0.008, 0.008), rnd(0, 6)), mat=m)
        z += 1.28
    # one leaning plate behind and a small bowl
    P.obj(plate(11.5), (17.5, 27, 11.0), (1.28, 0, -0.25), mat=mats[1])
    P.obj(bowl(5.6, 4.6, kind=1), (14.5, -3, 0.4), (0, 0, 1), mat=mats[4])
    leafy_sprig((-3.5, 3.0, z + 0.1))
    P.camera((9, -60, 30), (1.5, 4, 4.6), 66, 5.6, focus=(-2, -6, 6))
    return dict(exposure=0.3)


def leaf(L=4.0, W=1.1, cup=0.25, curl=0.5, nu=18, nv=9, fold=0.25):
    u = np.linspace(0, 1, nu)
    v = np.linspace(-1, 1, nv)
    U, V = np.meshgrid(u, v, indexing="ij")
    w = W * np.sin(np.pi * U ** 0.8) ** 0.85
    ang = curl * U
    x = L * np.where(curl == 0, U, np.sin(ang) / max(curl, 1e-6))
    z = L * (1 - np.cos(ang)) / max(curl, 1e-6) * -1
    z = z + np.abs(V) * w * fold + 0.06 * W * np.sin(U * 22) * np.abs(V)
    return P.gridmesh(np.stack([x, V * w, z], -1), name="leaf")


def leafmat(name, c, c2, vein="#b9c58f"):
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    uv = m.n("SeparateXYZ", {0: m.tc.outputs["UV"]})
    v = m.math("ABSOLUTE", m.math("SUBTRACT", uv.outputs[1], 0.5))
    mid = m.step(v, 0.05, 0.0)
    diag = m.math("SINE", m.math("MULTIPLY", m.math("SUBTRACT", uv.outputs[0], m.math("MULTIPLY", v, 0.55)), 62.0))
    side = m.step(diag, 0.90, 1.0)
    f = m.math("MAXIMUM", mid, m.math("MULTIPLY", side, 0.5))
    base = m.ramp(m.noise(0.9, detail=4), [(0.3, P.col(c)), (0.7, P.col(c2))])
    r = m.n("ObjectInfo").outputs["Random"]
    hv = m.n("HueSaturation", {"Color": base})
    m.put(hv.inputs["Value"], m.math("ADD", m.math("MULTIPLY", r, 0.4), 0.8))
    m.set(Base_Color=m.mix(m.math("MULTIPLY", f, 0.55), hv.outputs[0], P.col(vein)), Roughness=0.42,
          Subsurface_Weight=0.25, Subsurface_Radius=(0.2, 0.4, 0.1), Subsurface_Scale=0.5)
    m.set(Normal=m.bump(m.math("SUBTRACT", 1.0, f), 0.05, m.bump(m.noise(2.5), 0.05)))
    P._cache[name] = m.mat
    return m.mat


def leafy_sprig(p, n=9, rot=0.4):
    g = leafmat("l_olive", "#6d7d55", "#525f3e")
    st = P.surf("twig", "#6f5a3c", "#574430", rough=0.8)
    d = np.array([math.cos(rot), math.sin(rot), 0])
    s = np.array([-d[1], d[0], 0])
    b = np.array(p)
    L = 13
    pts = [b + d * (t - 0.5) * L + s * 1.2 * math.sin(t * 2.5) + np.array([0, 0, 0.35 + 0.7 * math.sin(t * 3)]) for t in np.linspace(0, 1, 6)]
    P.obj(P.sweep(np.array(pts), (0.13, 0.07), 8), mat=st)
    sm = P.chaikin(np.array(pts), 3)
    for i in range(n * 2):
        q = sm[int((0.12 + 0.86 * i / (n * 2 - 1)) * (len(sm) - 1))]
        a = rot + (0.8 if i % 2 else -0.8) + rnd(-0.2, 0.2)
        P.obj(leaf(rnd(2.6, 3.6), 0.55, curl=rnd(0.2, 0.7)), q, (rnd(-0.4, 0.4), rnd(-0.45, -0.1), a), mat=g)


@scene("tanah-jingga/vas")
def vas():
    warm_set(("#bb8468", "#a66f54", "#c4937a"), y=48)
    P.cloth(54, 36, linen_nat(), (3, 0, 0.15), 0.15, amp=0.9, folds=7, sd=21, flat=((-3, 3, 7), (9.2, -2.5, 5)))
    v1 = pot([(4.6, 0), (5.2, 0.2), (7.4, 4.5), (8.0, 8.5), (6.6, 13), (3.4, 16.6), (2.5, 18.6), (2.6, 20.4), (3.3, 21.6)], 0.45, 0.8, fn=ridged())
    P.obj(v1, (-3, 3, 0.4), (0, 0, 0.4), mat=P.glaze("v1", "#ab7350", "#ece2cc", "#dccdae", line=6.5, drip=0.9, speck=("#6b4a2f", 2.0, 0.22), rough=0.2))
    v2 = pot([(3.6, 0), (4.0, 0.2), (5.4, 2.5), (5.7, 5.2), (4.4, 8.3), (2.0, 10.2), (1.6, 11.6), (2.2, 12.8)], 0.4, 0.8, fn=ridged())
    P.obj(v2, (9.2, -2.5, 0.4), (0, 0, 2), mat=P.glaze("v2", "#935d42", "#3f5f63", "#2c474d", line=3.2, drip=0.5, rough=0.14, streak=0.5))
    v3 = pot([(3.4, 0), (3.8, 0.2), (4.2, 4), (4.1, 10), (3.5, 14.2), (2.9, 15.4), (3.3, 16.4)], 0.4, 0.8, fn=ridged(0.05, 4))
    P.obj(v3, (12.5, 14, 0.2), (0, 0, 1), mat=clay())
    dry_stems(13, (-3, 3, 20.0), 31, 11, "wheat", lean=(-1, 0))
    dry_stems(5, (9.2, -2.5, 12.5), 17, 5, "poppy")
    P.camera((4, -84, 26), (1.5, 3, 20.5), 52, 4.5, focus=(-3, -3, 12))
    return dict(size=(1200, 1600), exposure=0.35)


@scene("tanah-jingga/kendi")
def kendi():
    warm_set(("#cdb597", "#bb9f7d", "#d9c6ac"), y=52, top="wood")
    P.cloth(46, 30, P.linen("l_kendi", "#5f7177", "#47575e"), (9, -1, 0.12), 0.3, amp=1.0, folds=7, sd=31, flat=((-2.5, 3, 8), (11.5, -4.5, 4), (14.5, 6.5, 4)))
    make_kendi((-2.5, 3, 0.2), clay("kclay", "#a65f40", "#8a4a2e", 0.5), rot=-0.15)
    P.obj(cup_plain(6.2, 3.5), (11.5, -4.5, 0.45), (0, 0, 1), mat=clay("kclay2", "#b06e4e", "#9c5b3d"))
    P.obj(cup_plain(6.2, 3.5), (14.5, 6.5, 0.4), (0, 0, 2), mat=clay("kclay2"))
    P.camera((4, -78, 26), (4.2, 2, 11.8), 58, 4.5, focus=(-2, -5, 11))
    return dict(size=(1200, 1600), exposure=0.35)


def cup_plain(h, r):
    return pot([(r * 0.7, 0), (r * 0.76, 0.15), (r * 0.95, 1.6), (r, 3.2), (r * 0.93, h - 0.5), (r * 0.97, h)], 0.36, 0.7, fn=ridged(0.02, 6))


def make_kendi(loc, mat, rot=0.0, sc=1.0):
    body = P.lathe([(0, 0.2), (4.6, 0.2), (4.8, 0), (5.3, 0), (5.5, 0.4), (5.3, 1.1), (8.0, 3.2), (10.0, 7.0), (9.6, 10.6), (7.2, 13.2), (4.0, 14.8),
                    (2.5, 16.0), (2.15, 18), (2.1, 21.5), (2.3, 22.6), (3.3, 23.2), (3.5, 23.7), (3.2, 24.1), (2.4, 24.2), (2.0, 23.6), (1.6, 22), (1.6, 18), (0, 17)],
                   128, 3, fn=lambda Q, T, t: ridged(0.03, 4.2)(Q, T, t), name="kendi")
    # breast spout of the kendi: a bulb that narrows to the mouth
    ax = np.array([math.cos(0.62), 0, math.sin(0.62)])
    sp = P.lathe([(2.6, -2.2), (2.9, 0), (3.3, 1.6), (3.2, 3.2), (2.2, 4.7), (1.25, 5.8), (1.0, 7.0), (1.15, 7.8), (1.25, 8.1), (0.95, 8.2), (0.65, 7.9), (0.6, 5), (0, 5)], 64, 3, name="spout")
    sp.transform(P.Matrix.Translation((8.0, 0, 9.4)) @ P.Vector(ax).to_track_quat("Z", "Y").to_matrix().to_4x4())
    # raised rings on shoulder and neck
    rings = []
    for r, z, q in ((7.3, 13.1, 0.28), (4.2, 14.75, 0.22), (2.3, 19.6, 0.3)):
        th = np.linspace(0, 2 * PI, 96, endpoint=False)
        ph = np.linspace(0, 2 * PI, 12, endpoint=False)
        T, F = np.meshgrid(th, ph, indexing="ij")
        Q = np.stack([(r + q * np.cos(F)) * np.cos(T), (r + q * np.cos(F)) * np.sin(T), z + q * np.sin(F)], -1)
        rings.append(P.gridmesh(Q, True, True))
    lid = P.lathe([(0, 23.6), (2.2, 23.9), (2.7, 24.3), (2.3, 24.9), (1.0, 25.4), (0.6, 25.9), (0.95, 26.6), (0.7, 27.2), (0, 27.4)], 48, 3)
    me = P.join([body, sp, lid] + rings, "kendi")
    return P.obj(me, loc, (0, 0, rot), sc, mat)


def sansevieria(base, n=11, h=34, r=3.2):
    name = "sanse"
    if name in P._cache:
        mat = P._cache[name]
    else:
        m = P.Nodes(name)
        uv = m.n("SeparateXYZ", {0: m.tc.outputs["UV"]})
        v = m.math("ABSOLUTE", m.math("SUBTRACT", uv.outputs[1], 0.5))
        vec = m.n("CombineXYZ", {0: m.math("MULTIPLY", uv.outputs[0], 13.0), 1: m.math("MULTIPLY", uv.outputs[1], 1.6),
                                 2: m.math("MULTIPLY", m.n("ObjectInfo").outputs["Random"], 50.0)}).outputs[0]
        band = m.noise(1.6, vec, detail=5, rough=0.6, dist=0.8)
        c = m.ramp(band, [(0.40, P.col("#2c4a2e")), (0.52, P.col("#4f7448")), (0.62, P.col("#94ab82"))])
        fine = m.noise(1.0, m.n("CombineXYZ", {0: m.math("MULTIPLY", uv.outputs[0], 4.0), 1: m.math("MULTIPLY", uv.outputs[1], 60.0)}).outputs[0])
        c = m.mix(m.math("MULTIPLY", fine, 0.3), c, P.col("#23402a"))
        edge = m.step(m.math("ADD", v, m.math("MULTIPLY", band, 0.06)), 0.405, 0.43)
        c = m.mix(edge, c, P.col("#d3c56b"))
        m.set(Base_Color=c, Roughness=0.38, Coat_Weight=0.25, Coat_Roughness=0.3, Subsurface_Weight=0.1, Subsurface_Radius=(0.2, 0.4, 0.1))
        m.set(Normal=m.bump(fine, 0.04))
        mat = P._cache[name] = m.mat
    for i in range(n):
        a = i * 2.4 + rnd(-0.2, 0.2)
        rr = r * math.sqrt((i + 0.4) / n)
        L = h * rnd(0.72, 1.0) * (1.0 - 0.35 * (i / n) ** 2)
        W = rnd(1.9, 2.5)
        nu, nv = 60, 13
        U, V = np.meshgrid(np.linspace(0, 1, nu), np.linspace(-1, 1, nv), indexing="ij")
        prof = (0.62 + 0.5 * np.sin(np.pi * np.minimum(U * 0.9 + 0.12, 1))) * np.clip((1 - U) / 0.30, 0, 1) ** 0.62
        w = W * prof + 0.02
        tw = rnd(-1.0, 1.0) * U + rnd(-0.3, 0.3) + 0.18 * np.sin(U * 7 + i)
        x0 = V * w
        y0 = (1 - V ** 2) * -w * 0.38 + 0.10 * np.sin(U * 13 + i) * V
        x = x0 * np.cos(tw) - y0 * np.sin(tw)
        y = x0 * np.sin(tw) + y0 * np.cos(tw)
        lean = rnd(0.06, 0.22) * (0.4 + rr / r)
        y = y - L * U * lean - L * 0.06 * U ** 2 * rnd(0, 1)
        z = L * U
        me = P.gridmesh(np.stack([x, y, z], -1), name="blade")
        o = P.obj(me, (base[0] + rr * math.sin(a) * 1.0, base[1] - rr * math.cos(a) * 1.0, base[2] - 0.5), (0, 0, a), mat=mat)
        s = o.modifiers.new("s", "SOLIDIFY")
        s.thickness = 0.22


def soil(r, z, loc, mat=None):
    mat = mat or P.surf("soil", "#3a2a1f", "#1e1611", "#54402f", nscale=1.2, rough=0.95, bump=((1.2, 0.4), (4, 0.15)))
    U, V = np.meshgrid(np.linspace(0, 1, 40), np.linspace(0, 2 * PI, 90, endpoint=False), indexing="ij")
    Q = np.stack([r * U * np.cos(V), r * U * np.sin(V), 0 * U], -1)
    Q[..., 2] = P.noise3(Q, 0.7, 5, 3) * 0.28 + 0.4 * (1 - U)
    P.obj(P.gridmesh(Q, wrap_v=True), (loc[0], loc[1], z), mat=mat)
    lump = P.lathe([(0, -0.3), (0.25, -0.2), (0.33, 0.05), (0.2, 0.28), (0, 0.3)], 10, 1, fn=lambda Q, T, t: Q * (1 + 0.25 * P.noise3(Q, 4, 3, 1))[..., None])
    P.withmat(lump, mat)
    for _ in range(170):
        a, q = rnd(0, 2 * PI), r * math.sqrt(rnd()) * 0.97
        P.obj(lump, (loc[0] + q * math.cos(a), loc[1] + q * math.sin(a), z + 0.4 * (1 - q / r) + rnd(-0.1, 0.25)), (rnd(0, 6), rnd(0, 6), 0), rnd(0.4, 1.2))


def plant_pot(r=8.5, h=15):
    o = [(r * 0.68, 0), (r * 0.70, 0.1), (r * 0.92, h - 3.6), (r * 0.93, h - 3.4), (r * 1.03, h - 3.3), (r * 1.06, h - 3.0), (r * 1.1, h - 0.5), (r * 1.09, h)]
    return pot(o, 0.9, 1.0, wob=0.05, foot=False)


def saucer(r=9.5):
    return P.lathe([(0, 0), (r * 0.8, 0), (r * 0.86, 0.1), (r, 1.9), (r * 0.99, 2.2), (r * 0.95, 2.15), (r * 0.83, 0.7), (0, 0.6)], 96, 3)


@scene("tanah-jingga/pot-tanaman")
def pot_tanaman():
    warm_set(("#d2bfa4", "#c2ab8b", "#dccdb6"), y=42, top="wood")
    tc = P.surf("terra", "#b36d4c", "#a2603f", "#b97f61", nscale=0.16, rough=0.88, bump=((0.3, 0.06), (5, 0.03), (16, 0.012)))
    P.obj(saucer(8.6), (-2, 2, 0.05), mat=tc)
    P.obj(plant_pot(8.2, 14), (-2, 2, 0.75), mat=tc)
    soil(7.9, 12.6, (-2, 2))
    sansevieria((-2, 2, 13.0), 12, 27, 3.6)
    P.obj(plant_pot(4.8, 8.6), (14.5, -3, 0.05), (0, 0, 1), mat=tc)
    soil(4.6, 7.4, (14.5, -3))
    sansevieria((14.5, -3, 7.6), 8, 11, 2.0)
    P.obj(plant_pot(4.6, 8.2), (-19.0, 12, 3.9), (PI / 2 - 0.1, 0, 0.9), mat=tc)
    P.camera((5, -88, 27), (0.5, 2, 17.2), 58, 4.5, focus=(-2, -4, 14))
    return dict(exposure=0.3)


@scene("tanah-jingga/sampul")
def sampul():
    warm_set(("#bb8468", "#a66f54", "#c4937a"), y=52)
    P.cloth(70, 30, linen_nat(), (8, -8, 0.15), 0.06, amp=1.0, folds=9, sd=41, flat=((-6, -5, 6), (9.5, -8, 5), (-21, -5, 5), (25, 7, 8)))
    tall = pot([(4.6, 0), (5.2, 0.2), (7.4, 4.5), (8.0, 8.5), (6.6, 13), (3.4, 16.6), (2.5, 18.6), (2.6, 20.4), (3.3, 21.6)], 0.45, 0.8, fn=ridged())
    P.obj(tall, (-20, 12, 0.1), (0, 0, 0.4), mat=P.glaze("v1", "#ab7350", "#ece2cc", "#dccdae", line=6.5, drip=0.9, speck=("#6b4a2f", 2.0, 0.22), rough=0.2))
    dry_stems(10, (-20, 12, 20.0), 17, 9, "wheat", lean=(1, 0))
    make_kendi((6, 16, 0.1), clay("kclay", "#a65f40", "#8a4a2e", 0.5), rot=-0.2, sc=0.92)
    pl = [P.glaze("p%d" % i, "#a06848", a, b, line=0.75, drip=0.15, rough=0.14, streak=0.3) for i, (a, b) in enumerate((("#84987f", "#6b8470"), ("#ece0c6", "#dccaa6"), ("#c98f45", "#a96a2a")))]
    z = 0.2
    for i in range(4):
        P.obj(plate(9.8), (25 + rnd(-0.3, 0.3), 7 + rnd(-0.3, 0.3), z), (0, 0, rnd(0, 6)), mat=pl[i % 3])
        z += 1.28
    P.obj(bowl(6.4, 5.2), (25, 7, z - 0.4), (0, 0, 1), mat=indigo("gi2", 1.8))
    P.obj(bowl(7.8, 6.2), (-6.0, -5, 0.4), (0, 0, 1), mat=P.glaze("b_gr", "#86553b", "#6f8c78", "#4d7060", line=2.2, rough=0.10, streak=0.5))
    P.obj(cup(8.8, 4.3, 0), (9.5, -8, 0.4), (0, 0, -0.4), mat=cream())
    P.obj(cup(7.6, 4.1, 1), (-21, -5, 0.4), (0, 0, 2.7), mat=ochre())
    P.obj(pot([(3.4, 0), (3.8, 0.2), (4.2, 4), (4.1, 9), (3.5, 12.2), (2.9, 13.4), (3.3, 14.4)], 0.4, 0.8, fn=ridged(0.05, 4)), (-35, 22, 0.1), mat=smoked())
    P.obj(pot([(4.2, 0), (4.6, 0.2), (6.2, 3), (6.5, 6.2), (5.0, 9.6), (3.0, 11.2), (3.3, 12.4)], 0.4, 0.8, fn=ridged()), (38, 24, 0.1), mat=sage("gs2", 4.0))
    P.camera((3, -100, 31), (1, 4, 11.5), 50, 4.5, focus=(3, -6, 6))
    return dict(exposure=0.35)
