"""Woven things: every strip is a body of its own that goes over and under the others. Centimetres."""
import math

import numpy as np

import parts as P
from parts import rnd

PI = math.pi


def plain(x):
    """Over one, under one; +1 or -1 at whole numbers."""
    return np.cos(PI * np.asarray(x, float))


def twill(x):
    """Over two, under two."""
    return np.tanh(2.2 * np.sin(PI / 2 * (np.asarray(x, float) + 0.5)))


def strip(p, n, w, t=0.08, tone=None, closed=False, round_=False):
    """One strip along p (n, 3) whose flat side looks along n; w may vary along it, tone is 0..1."""
    return np.asarray(p, float), np.asarray(n, float), w, t, rnd() if tone is None else tone, closed, round_


def strips(items, mat=None, name="strips", sec=10):
    """One mesh of many strips, with the attributes cm (along, across, number) and tone."""
    V, F, C, T, at = [], [], [], [], 0
    th = np.linspace(0, 2 * PI, sec, endpoint=False) + PI / sec
    c, s = np.cos(th), np.sin(th)
    flat = np.stack([np.sign(c) * np.abs(c) ** 0.4, np.sign(s) * np.abs(s) ** 0.7], -1)
    rnd_sec = np.stack([c, s], -1)
    for k, (p, n, w, t, tone, closed, ro) in enumerate(items):
        m = len(p)
        tan = (np.roll(p, -1, 0) - np.roll(p, 1, 0)) if closed else np.gradient(p, axis=0)
        tan /= np.linalg.norm(tan, axis=1)[:, None] + 1e-9
        n = n - tan * (n * tan).sum(1)[:, None]
        n /= np.linalg.norm(n, axis=1)[:, None] + 1e-9
        b = np.cross(tan, n)
        w = np.broadcast_to(np.asarray(w, float), (m,))
        q = rnd_sec if ro else flat
        rows = p[:, None] + (w / 2)[:, None, None] * q[None, :, :1] * b[:, None] + t / 2 * q[None, :, 1:] * n[:, None]
        L = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
        cm = np.stack([np.broadcast_to(L[:, None], (m, sec)), (w / 2)[:, None] * q[None, :, 0], np.full((m, sec), k * 3.7)], -1)
        i = np.arange(m if closed else m - 1)
        j = np.arange(sec)
        A, B = np.meshgrid(i, j, indexing="ij")
        A2, B2 = (A + 1) % m, (B + 1) % sec
        F.append(np.stack([A * sec + B, A * sec + B2, A2 * sec + B2, A2 * sec + B], -1).reshape(-1, 4) + at)
        V.append(rows.reshape(-1, 3))
        C.append(cm.reshape(-1, 3))
        T.append(np.full(m * sec, tone))
        at += m * sec
    V, F, C, T = np.concatenate(V), np.concatenate(F), np.concatenate(C), np.concatenate(T)
    me = P.bpy.data.meshes.new(name)
    me.vertices.add(len(V))
    me.vertices.foreach_set("co", V.reshape(-1).astype(np.float32))
    me.loops.add(len(F) * 4)
    me.loops.foreach_set("vertex_index", F.reshape(-1).astype(np.int32))
    me.polygons.add(len(F))
    me.polygons.foreach_set("loop_start", np.arange(0, len(F) * 4, 4, dtype=np.int32))
    me.polygons.foreach_set("use_smooth", np.ones(len(F), dtype=bool))
    me.update(calc_edges=True)
    me.attributes.new("cm", "FLOAT_VECTOR", "POINT").data.foreach_set("vector", C.reshape(-1).astype(np.float32))
    me.attributes.new("tone", "FLOAT", "POINT").data.foreach_set("value", T.astype(np.float32))
    if mat:
        me.materials.append(mat)
    return me


def splint(name, stops, rough=0.5, through=0.0, gloss=0.0, aged=0.25):
    """Bamboo, rattan or leaf strips; stops: colours over the tone of a strip, through: how much light passes."""
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    cm = m.n("Attribute", attribute_name="cm").outputs["Vector"]
    tone = m.n("Attribute", attribute_name="tone").outputs["Fac"]
    k = len(stops) - 1
    c = m.ramp(tone, [(i / k, P.col(s)) for i, s in enumerate(stops)])
    fv = m.n("VectorMath", {0: cm, 1: (0.22, 9.0, 1.0)}, operation="MULTIPLY").outputs[0]
    fibre = m.noise(1.0, fv, detail=4, rough=0.65)
    blot = m.noise(0.35, cm, detail=4, rough=0.7)
    c = m.mix(m.math("MULTIPLY", m.step(fibre, 0.42, 0.70), 0.45), c, (0.42, 0.27, 0.13, 1), "MULTIPLY")
    c = m.mix(m.math("MULTIPLY", m.step(blot, 0.5, 0.75), aged), c, (0.36, 0.22, 0.11, 1), "MULTIPLY")
    m.set(Base_Color=c, Specular_IOR_Level=0.4)
    m.set(Roughness=m.math("ADD", m.math("MULTIPLY", fibre, 0.3), rough - 0.15))
    m.set(Normal=m.bump(fibre, 0.025, m.bump(m.noise(1.5, cm, detail=2), 0.02)))
    if gloss:
        m.set(Coat_Weight=gloss, Coat_Roughness=0.3)
    if through:
        tr = m.n("BsdfTranslucent", {"Color": c})
        mx = m.n("MixShader", {0: through, 1: m.p.outputs[0], 2: tr.outputs[0]})
        m.t.links.new(mx.outputs[0], m.out.inputs[0])
    P._cache[name] = m.mat
    return m.mat


def bamboo():
    return splint("bamboo", ("#b98f55", "#cfa96c", "#dcbc84", "#e4cb98"), rough=0.5, gloss=0.15)


def hoop(R, z, h, t=0.3, wob=0.04, tone=None, n=160):
    """A flat hoop standing on its edge."""
    th = np.linspace(0, 2 * PI, n, endpoint=False)
    r = R + wob * np.sin(3 * th + rnd(0, 6)) * 0.5
    p = np.stack([r * np.cos(th), r * np.sin(th), z + wob * np.sin(2 * th + rnd(0, 6))], -1)
    nn = np.stack([np.cos(th), np.sin(th), 0 * th], -1)
    return strip(p, nn, h, t, tone, True)


def binding(R, z, hr, hz, count, w=0.4, t=0.1, lean=0.05, tone=None):
    """Loops around a rim at radius R: hr and hz are half the section of the rim."""
    out = []
    a = np.linspace(0, 2 * PI, 18, endpoint=False)
    ca, sa = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.6, np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.6
    for i in range(count):
        th = (i + rnd(-0.12, 0.12)) * 2 * PI / count + lean * sa
        r = R + hr * ca
        p = np.stack([r * np.cos(th), r * np.sin(th), z + hz * sa], -1)
        n = np.stack([ca * np.cos(th), ca * np.sin(th), sa], -1)
        out.append(strip(p, n, w, t, rnd(0.2, 0.8) if tone is None else tone, True))
    return out


def tampah(R=20.0, depth=3.2, w=0.72, rim=1.5, F=twill):
    """Round winnowing tray, its middle near z=0; returns items. tampah_z gives the height inside."""
    d = w * 1.04
    n = int(2 * R / d)
    A = 0.055
    out = []

    def z_of(x, y):
        return tampah_z(np.hypot(x, y), R, depth)

    for ax in (0, 1):
        for i in range(n):
            c = (i - (n - 1) / 2) * d
            half = math.sqrt(max(0.0, R * R - c * c))
            if half < 1.5:
                continue
            s = np.linspace(-half, half, int(max(12, half * 2 / d * 4)))
            k = s / d + (n - 1) / 2
            off = A * F(k - i) if ax == 0 else -A * F(i - k)
            x, y = (s, np.full_like(s, c)) if ax == 0 else (np.full_like(s, c), s)
            r = np.hypot(x, y) + 1e-6
            dz = (tampah_z(r + 0.05, R, depth) - tampah_z(r - 0.05, R, depth)) / 0.1
            nn = np.stack([-dz * x / r, -dz * y / r, np.ones_like(r)], -1)
            nn /= np.linalg.norm(nn, axis=1)[:, None]
            p = np.stack([x, y, z_of(x, y)], -1) + nn * off[:, None]
            out.append(strip(p, nn, w, 0.09, rnd(0.15, 1)))
    zr = depth - 0.1
    out += [hoop(R + 0.28, zr, rim, 0.34, tone=0.25), hoop(R - 0.22, zr, rim * 0.95, 0.3, tone=0.4), hoop(R + 0.02, zr + rim * 0.5, 0.45, 0.3, tone=0.1)]
    out += binding(R + 0.03, zr, 0.58, rim * 0.62, int(R * 1.5), tone=0.05)
    return out


def tampah_z(r, R=20.0, depth=3.2):
    return 0.12 + (depth - 0.12) * np.clip(np.abs(r) / R, 0, 1.2) ** 3.2


def square_lid(half=9.0, H=6.0, w=1.15, r=0.9, F=plain):
    """A woven square box, open below, top at z=H; turned over it is the lower half."""
    n = int(round(2 * half / (w * 1.03)))
    d = 2 * half / n
    A, out = 0.075, []
    rows = int((H - 0.5) / d)

    def path(i):
        """Coordinates along a strip: (along, height, outward normal, crossing number)."""
        top = np.linspace(-(half - r), half - r, n * 6)
        a = np.linspace(0, PI / 2, 9)[1:]
        down = np.linspace(0, H - r, rows * 6 + 4)[1:]
        x = np.concatenate([-(half + 0 * down[::-1]), -(half - r + r * np.sin(a[::-1])), top, half - r + r * np.sin(a), half + 0 * down])
        z = np.concatenate([H - r - down[::-1], H - r + r * np.cos(a[::-1]), H + 0 * top, H - r + r * np.cos(a), H - r - down])
        nx = np.concatenate([-1 + 0 * down, -np.sin(a[::-1]), 0 * top, np.sin(a), 1 + 0 * down])
        nz = np.concatenate([0 * down, np.cos(a[::-1]), 1 + 0 * top, np.cos(a), 0 * down])
        L = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))])
        L -= L[-1] / 2
        return x, z, nx, nz, L / d + (n - 1) / 2

    x, z, nx, nz, c = path(0)
    for i in range(n):
        y = (i - (n - 1) / 2) * d
        cl = np.clip(half - r - abs(y), -1, 0) * 0
        for ax in (0, 1):
            off = A * F(c - i) if ax == 0 else -A * F(i - c)
            X, Z = x + nx * off, z + nz * off + cl
            Y = np.full_like(x, y)
            p = np.stack([X, Y, Z], -1) if ax == 0 else np.stack([Y, X, Z], -1)
            q = np.stack([nx, 0 * nx, nz], -1) if ax == 0 else np.stack([0 * nx, nx, nz], -1)
            out.append(strip(p, q, w, 0.08, rnd(0.25, 1)))
    corner = (half - r) + PI / 2 * r  # along the strip to the start of the wall
    for k in range(rows):
        zz = H - r - (k + 0.5) * d
        ck = (corner + (k + 0.5) * d) / d + (n - 1) / 2
        cm_ = -(corner + (k + 0.5) * d) / d + (n - 1) / 2
        pts, nrm = [], []
        s = np.linspace(-(half - r), half - r, n * 6)
        a = np.linspace(0, PI / 2, 9)[1:-1]
        for q in range(4):
            ang = q * PI / 2
            u = np.concatenate([s, half - r + r * np.sin(a)])
            v = np.concatenate([half + 0 * s, half - r + r * np.cos(a)])
            na = np.concatenate([0 * s, a])
            # wall q looks along (cos, sin) of ang; u runs to its left
            j = u / d + (n - 1) / 2
            if q == 0:
                off = -A * F(ck - j)
            elif q == 1:
                off = A * F((n - 1 - j) - ck)
            elif q == 2:
                off = -A * F(cm_ - (n - 1 - j))
            else:
                off = A * F(j - cm_)
            off = off * np.clip((half - r * 0.6 - np.abs(u)) / 0.5, 0, 1)
            nx_, ny_ = np.cos(na), np.sin(na)
            px, py = v + nx_ * off, u + ny_ * off
            pts.append(np.stack([px * math.cos(ang) - py * math.sin(ang), px * math.sin(ang) + py * math.cos(ang), np.full_like(px, zz)], -1))
            nrm.append(np.stack([nx_ * math.cos(ang) - ny_ * math.sin(ang), nx_ * math.sin(ang) + ny_ * math.cos(ang), 0 * nx_], -1))
        out.append(strip(np.concatenate(pts), np.concatenate(nrm), w, 0.08, rnd(0.25, 1), True))
    # the hem: two bands around the open edge
    for t, o in ((0.1, 0.16), (0.1, -0.16)):
        h2 = half + o
        s = np.linspace(-(half - r), half - r, 30)
        a = np.linspace(0, PI / 2, 9)[1:-1]
        pts, nrm = [], []
        for q in range(4):
            ang = q * PI / 2
            u = np.concatenate([s, half - r + (r + o) * np.sin(a)])
            v = np.concatenate([h2 + 0 * s, half - r + (r + o) * np.cos(a)])
            na = np.concatenate([0 * s, a])
            pts.append(np.stack([v * math.cos(ang) - u * math.sin(ang), v * math.sin(ang) + u * math.cos(ang), np.full_like(u, 0.55)], -1))
            nrm.append(np.stack([np.cos(na + ang), np.sin(na + ang), 0 * na], -1))
        out.append(strip(np.concatenate(pts), np.concatenate(nrm), 1.1, 0.1, 0.1, True))
    return out


def tube_weave(S, nu, nv, A=0.08, F=plain, warp=(0.9, 0.08), weft=(0.9, 0.08), sub=5, tones=None, v0=0.0, rods=False, cover=None):
    """Weave on a closed surface S(u, v) -> (..., 3), u around and v upwards, both 0..1.

    warp and weft are (width, thickness); with cover the upright strips take that share of the room between them."""
    out = []

    def at(u, v):
        p = S(u, v)
        du, dv = S(u + 1e-3, v) - p, S(u, v + 1e-3) - p
        n = np.cross(du, dv)
        return p, n / (np.linalg.norm(n, axis=-1, keepdims=True) + 1e-12), np.linalg.norm(du, axis=-1) * 1e3

    for i in range(nu):
        v = np.linspace(v0, 1, nv * sub + 1)
        u = np.full_like(v, i / nu)
        p, n, per = at(u, v)
        off = A * F(v * nv - 0.5 - i)
        w = per / nu * cover if cover else warp[0]
        out.append(strip(p + n * off[:, None], n, w, warp[1], tones(0, i) if tones else None, False, rods))
    for j in range(nv):
        u = np.linspace(0, 1, nu * sub, endpoint=False)
        v = np.full_like(u, (j + 0.5) / nv)
        if v[0] < v0:
            continue
        p, n, _ = at(u, v)
        off = -A * F(j - u * nu)
        out.append(strip(p + n * off[:, None], n, weft[0], weft[1], tones(1, j) if tones else None, True, rods))
    return out


def rope(pts, r=0.4, strands=2, turns=10, closed=False, tone=None, smooth=3):
    """Strands twisted around a line."""
    p = P.chaikin(pts, smooth) if smooth else np.asarray(pts, float)
    L = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    t = np.linspace(0, L[-1], turns * 14 + 1)
    if closed:
        t = t[:-1]
    p = np.stack([np.interp(t, L, p[:, k]) for k in range(3)], -1)
    tan = np.roll(p, -1, 0) - np.roll(p, 1, 0) if closed else np.gradient(p, axis=0)
    tan /= np.linalg.norm(tan, axis=1)[:, None] + 1e-9
    a = np.cross(tan, [0.31, 0.2, 0.93])
    a /= np.linalg.norm(a, axis=1)[:, None] + 1e-9
    b = np.cross(tan, a)
    out = []
    for k in range(strands):
        ph = t / L[-1] * turns * 2 * PI + k * 2 * PI / strands
        o = np.cos(ph)[:, None] * a + np.sin(ph)[:, None] * b
        out.append(strip(p + o * r * 0.55, o, r * 1.15, r * 1.05, tone, closed, True))
    return out
