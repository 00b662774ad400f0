"""Packages, heaps, spoons and hills that several demo pictures share. Lengths are in centimetres."""
import math

import numpy as np

import parts as P
from parts import rnd

PI = math.pi


def srgb(h):
    h = h.lstrip("#")
    return np.array([int(h[i : i + 2], 16) / 255 for i in (0, 2, 4)])


# ---------------------------------------------------------------- motifs
def oval(X, Y, x, y, a, b, rot=0.0):
    """Signed nearness to an ellipse: inside where the value is below 1; also the turned coordinates."""
    c, s = math.cos(rot), math.sin(rot)
    u, v = (X - x) * c + (Y - y) * s, -(X - x) * s + (Y - y) * c
    return (u / a) ** 2 + (v / b) ** 2, u, v


def blade(X, Y, x, y, length, width, rot):
    """A leaf from (x, y) in direction rot, with its middle rib left out."""
    c, s = math.cos(rot), math.sin(rot)
    u, v = (X - x) * c + (Y - y) * s, -(X - x) * s + (Y - y) * c
    half = width * np.sin(np.clip(u / length, 0, 1) * PI) ** 0.8
    return (u > 0) & (u < length) & (np.abs(v) < half) & (np.abs(v) > 0.009)


def motif(kind, bg, fg, second=None, w=1000, h=1300):
    """A label without words: frame and one small drawing. Returns (h/2, w/2, 3) sRGB values of 0 to 1."""
    y, x = np.mgrid[0:h, 0:w]
    X, Y = (x - w / 2) / w, (h / 2 - y) / w
    im = np.ones((h, w, 3)) * srgb(bg)
    f, g = srgb(fg), srgb(second or fg)
    e = np.minimum(0.5 - np.abs(X), h / w / 2 - np.abs(Y))
    im[(e > 0.045) & (e < 0.06)] = f
    if kind == "bean":
        for cx, cy, rot in ((-0.11, 0.05, 1.0), (0.12, -0.07, 0.35)):
            q, u, v = oval(X, Y, cx, cy, 0.19, 0.13, rot)
            im[(q < 1) & (np.abs(v - 0.035 * np.sin(u * PI / 0.19)) > 0.012)] = f
    elif kind == "cherry":
        for cx, cy in ((-0.12, -0.12), (0.13, -0.08)):
            q, u, v = oval(X, Y, cx, cy, 0.12, 0.12)
            im[(q < 1) & (((u + 0.04) ** 2 + (v - 0.045) ** 2) > 0.025 ** 2)] = f
        for cx, b in ((-0.12, -0.12), (0.13, -0.08)):
            t = np.clip((Y - b) / (0.24 - b), 0, 1)
            im[(np.abs(X - cx * (1 - t) ** 1.5) < 0.008) & (Y > b + 0.1) & (Y < 0.24)] = g
        im[blade(X, Y, 0.0, 0.22, 0.26, 0.075, 0.35)] = g
    elif kind == "hills":
        im[(X ** 2 + (Y - 0.16) ** 2 < 0.1 ** 2) & (np.abs(X) < 0.4)] = g
        inside = (np.abs(X) < 0.36) & (Y > -0.34)
        for k, (b, a, n) in enumerate(((0.06, 0.07, 7.5), (-0.06, 0.05, 9.0), (-0.18, 0.045, 6.5))):
            top = b + a * np.sin(X * n + k * 2.1)
            im[inside & (Y < top) & (Y > top - 0.085)] = f
    elif kind == "shoot":
        for rot, ln in ((PI / 2, 0.40), (PI / 2 + 0.75, 0.36), (PI / 2 - 0.75, 0.36)):
            im[blade(X, Y, 0, -0.16, ln, 0.07, rot)] = f
        im[(np.abs(X) < 0.009) & (Y < -0.15) & (Y > -0.32)] = f
    elif kind == "ear":
        X, Y = X / 1.5 - 0.01, Y / 1.5
        for i in range(9):
            t = i / 8
            px, py = -0.16 + 0.34 * t ** 1.5, -0.12 + 0.40 * t - 0.17 * t ** 3
            for s in (-1, 1):
                q, _, _ = oval(X, Y, px + s * (0.05 - 0.02 * t), py, 0.044, 0.017, 1.0 - 0.9 * t - s * 0.65)
                im[q < 1] = f
        t = np.clip((Y + 0.4) / 0.5, 0, 1)
        im[(np.abs(X + 0.19 - 0.06 * t ** 2) < 0.009) & (Y > -0.36) & (Y < -0.06)] = f
    elif kind == "stripes":
        for k in range(-3, 4):
            im[(np.abs(Y - k * 0.09 - 0.03 * np.cos(X * 26 + k * PI)) < 0.016) & (np.abs(X) < 0.36 - 0.05 * abs(k))] = f
    return im.reshape(h // 2, 2, w // 2, 2, 3).mean((1, 3)).astype(np.float32)


def paper(name, *args, rough=0.75, **kw):
    return P._cache.get(name) or P.imgmat(name, motif(*args, **kw), rough=rough)


# ---------------------------------------------------------------- packages
def kraft(name="kraft", a="#b8926a", b="#a37d54"):
    return P.surf(name, a, b, None, nscale=0.5, rough=0.72, rvar=0.1, bump=((0.7, 0.10), (9, 0.02)))


class Pouch:
    """Stand-up bag: filled below, pressed flat above. w, h, d: width, height, depth."""

    def __init__(self, w=13, h=21, d=7.5, full=0.75):
        self.w, self.h, self.d, self.full = w, h, d, full
        self.sd = int(rnd(0, 999))

    def at(self, A, Z):
        t = np.clip(Z / (self.h - 1.6), 0, 1) / self.full
        b = np.interp(t, [0, 0.08, 0.3, 0.6, 0.85, 1.0, 1.12, 1.34], [0.86, 0.97, 1.0, 0.86, 0.62, 0.36, 0.18, 0.03]) * self.d / 2
        b = np.maximum(b, 0.07)
        a = self.w / 2 * np.interp(t, [0, 0.1, 0.4, 1.0, 1.3], [0.90, 0.93, 0.94, 0.985, 1.0])
        c, s = np.cos(A), np.sin(A)
        X = a * np.sign(c) * np.abs(c) ** 0.62
        Y = b * np.sign(s) * np.abs(s) ** 0.95
        Q = np.stack([X, Y, Z + 0 * A], -1)
        soft = np.clip(Z / 2.5, 0, 1) * np.clip((self.h - 1.2 - Z) / 3.5, 0.06, 1)
        n = P.noise3(Q, 0.22, self.sd, 3) * 0.22 + P.noise3(Q * [1, 1, 0.5], 0.75, self.sd + 3, 2) * 0.07
        # creases that run down from the flat part
        n = n + 0.16 * np.sin(X * 1.5 + self.sd) * np.exp(-(((t - 0.95) / 0.22) ** 2))
        Q[..., 1] += n * soft * np.where(s >= 0, 1, -1) * np.abs(s)
        Q[..., 1] += 0.35 * np.clip((Z - self.h * 0.7) / (self.h * 0.3), 0, 1) ** 2 * np.sin(X * 0.22 + self.sd)
        return Q

    @staticmethod
    def around(n):
        """Angles whose points lie evenly along the faces."""
        th = np.linspace(0, 2 * PI, n, endpoint=False)
        c = np.cos(th)
        return np.where(np.sin(th) < -1e-9, -1, 1) * np.arccos(np.clip(np.sign(c) * np.abs(c) ** (1 / 0.62), -1, 1))

    def mesh(self):
        A, Z = np.meshgrid(self.around(220), np.r_[np.linspace(0, 0.6, 6), np.linspace(0.8, self.h, 100)], indexing="ij")
        Q = self.at(A, Z)
        low = np.clip(Z / 0.5, 0, 1) ** 0.5
        Q[..., :2] *= (0.93 + 0.07 * low)[..., None]
        Q = np.concatenate([Q[:, :1] * [0.02, 0.02, 1], Q, Q[:, -1:] * [1, 0.5, 1]], 1)
        return P.gridmesh(Q, wrap_u=True, name="pouch")

    def face(self, x0, x1, z0, z1, out=0.07):
        """A patch that lies on the front, for a label or a clear window."""
        X, Z = np.meshgrid(np.linspace(x0, x1, 50), np.linspace(z0, z1, 60), indexing="ij")
        a = self.w / 2 * 0.97
        A = -np.arccos(np.sign(X) * (np.abs(X) / a).clip(0, 1) ** (1 / 0.62))
        Q = self.at(A, Z)
        Q[..., 1] -= out
        return P.gridmesh(Q, name="face")

    def put(self, loc, rot, mat, label=None, size=(7.5, 9.5), z0=3.6, seam=None):
        M = P.xf(loc, (0, 0, rot))
        o = P.obj(self.mesh(), mat=mat)
        o.matrix_world = M
        if label:
            o = P.obj(self.face(-size[0] / 2, size[0] / 2, z0, z0 + size[1]), mat=label)
            o.matrix_world = M
        if seam:
            # the folded band that closes the bag
            f = P.gridmesh(np.stack([self.at(*np.meshgrid(self.around(220), np.linspace(self.h - 2.6, self.h + 0.05, 8), indexing="ij"))])[0] * [1.012, 1, 1], wrap_u=True)
            v = np.zeros(len(f.vertices) * 3, np.float32)
            f.vertices.foreach_get("co", v)
            v = v.reshape(-1, 3)
            mid = 0.35 * np.clip((v[:, 2] - self.h * 0.7) / (self.h * 0.3), 0, 1) ** 2 * np.sin(v[:, 0] * 0.22 + self.sd)
            v[:, 1] = mid + (v[:, 1] - mid) * 1.0 + 0.10 * np.sign(v[:, 1] - mid)
            f.vertices.foreach_set("co", v.reshape(-1))
            o = P.obj(f, mat=seam)
            o.matrix_world = M


def tin(r=4.6, h=11.0, body=None, lid=None, label=None, loc=(0, 0, 0), rot=0.0, open_=False):
    """Round tin; the label goes around its front."""
    M = P.xf(loc, (0, 0, rot))
    side = [(0, 0.1), (r - 0.3, 0.1), (r - 0.1, 0.0), (r, 0.15), (r, h - 1.6), (r, h - 0.2), (r - 0.12, h - 0.1)]
    side += [(r - 0.2, h - 0.3), (r - 0.2, 0.5), (0, 0.45)]
    me = [P.withmat(P.lathe(side, 120, 2), body)]
    cap = [(0, h + 0.35), (r - 1.1, h + 0.35), (r - 0.9, h + 0.2), (r - 0.2, h + 0.25), (r + 0.13, h + 0.1), (r + 0.14, h - 1.8), (r + 0.02, h - 1.85)]
    if not open_:
        me.append(P.withmat(P.lathe(cap, 120, 2), lid or body))
    o = P.obj(P.join(me, "tin"))
    o.matrix_world = M
    if label:
        T, Z = np.meshgrid(np.linspace(-0.95, 0.95, 70) - PI / 2, np.linspace(0.7, h - 2.4, 30), indexing="ij")
        o = P.obj(P.gridmesh(np.stack([(r + 0.03) * np.cos(T), (r + 0.03) * np.sin(T), Z], -1)), mat=label)
        o.matrix_world = M


# ---------------------------------------------------------------- coffee
def bean_mat():
    return P.surf("bean", "#3f2413", "#2b170c", "#4d2f1b", nscale=1.2, rough=0.42, rvar=0.1, bump=((3.0, 0.03), (9, 0.008)), orand=0.45, coat=0.25, coat_rough=0.25)


def bean():
    """Coffee bean along x, flat side with its cleft downwards; about 1.15 cm long."""
    sd = int(rnd(0, 999))

    def f(Q, T, t):
        Q = Q.copy()
        x, y = Q[..., 0], Q[..., 1]
        under = Q[..., 2] < 0
        Q[..., 2] = np.where(under, Q[..., 2] * 0.28, Q[..., 2] * 0.95)
        cleft = np.exp(-(((y - 0.05 * np.sin(x * 6 + sd)) / 0.045) ** 2)) * np.clip(1.15 - np.abs(x) * 1.7, 0, 1)
        Q[..., 2] += under * cleft * 0.16
        return Q * (1 + 0.03 * P.noise3(Q, 2.0, sd, 1))[..., None]

    th = np.linspace(0, PI, 22)
    me = P.lathe(np.stack([np.sin(th), -np.cos(th)], -1), 44, 0, lambda Q, T, t: f(Q * [0.58, 0.42, 0.40], T, t), "bean")
    return P.withmat(me, bean_mat())


def cherry(r=0.8):
    """Ripe coffee cherry with the small round scar at its end."""
    if "cherry" not in P._cache:
        m = P.Nodes("cherry")
        c = m.ramp(m.noise(0.9, detail=3), [(0.35, P.col("#7d0d12")), (0.65, P.col("#b41a18"))])
        r_ = m.n("ObjectInfo").outputs["Random"]
        c = m.mix(m.math("MULTIPLY", m.step(r_, 0.6, 1.0), 0.55), c, P.col("#d4642a"))
        m.set(Base_Color=c, Roughness=0.25, Coat_Weight=0.6, Coat_Roughness=0.15, Subsurface_Weight=0.25, Subsurface_Radius=(0.4, 0.08, 0.05), Subsurface_Scale=0.4)
        m.set(Normal=m.bump(m.noise(1.6), 0.05))
        P._cache["cherry"] = m.mat
    sd = int(rnd(0, 999))
    prof = [(0, -r * 1.02), (r * 0.6, -r * 0.95), (r, -r * 0.3), (r * 0.98, r * 0.35), (r * 0.62, r * 0.95), (r * 0.22, r * 1.06), (r * 0.15, r * 0.96), (0, r * 0.94)]
    return P.withmat(P.lathe(prof, 40, 3, lambda Q, T, t: Q * (1 + 0.04 * P.noise3(Q, 0.9, sd, 1))[..., None], "cherry"), P._cache["cherry"])


def ground_mat():
    return P.surf("ground", "#3b2415", "#20120a", "#553620", nscale=5.0, rough=0.95, rvar=0.03, bump=((2.0, 0.20), (8, 0.12), (20, 0.05)), spec=0.15)


def coffee_mat():
    return P.surf("coffee", "#1a0b05", "#220f07", nscale=0.3, rough=0.08, rvar=0.02, coat=0.4, coat_rough=0.04)


# ---------------------------------------------------------------- heaps
def mound(meshes, loc, r, h, size, base=None, dense=1.0, tilt=PI, oval_=1.0, thin=0.25, rot=0.0, power=1.6, layers=2):
    """Small things lying in a heap of radius r and height h, with stray ones at its rim.

    size: how wide one thing is; base: what shows between them; power: slope (larger is flatter on top)."""
    sd = int(rnd(0, 999))
    c, s = math.cos(rot), math.sin(rot)

    def height(x, y):
        q = np.hypot(x, y) / r
        lump = 1 + 0.16 * float(P.noise3(np.array([x, y, 0.0]), 3.0 / r, sd, 2))
        return h * max(0.0, 1 - min(1.0, q) ** power) * lump

    if base:
        U, T = np.meshgrid(np.linspace(0, 1, 24), np.linspace(0, 2 * PI, 60, endpoint=False), indexing="ij")
        X, Y = r * U * np.cos(T), r * U * np.sin(T)
        Z = np.vectorize(height)(X, Y) - size * 0.30
        P.obj(P.gridmesh(np.stack([X, Y * oval_, Z], -1), wrap_v=True), loc, (0, 0, rot), mat=base)
    n = int(dense * layers * PI * r * r / (size * size * 0.62))
    for i in range(n):
        a = i * 2.39996
        q = r * math.sqrt((i + 0.5) / n) * (1 + (rnd(0, thin) if rnd() < 0.25 else 0))
        x, y = q * math.cos(a) + rnd(-0.3, 0.3) * size, q * math.sin(a) + rnd(-0.3, 0.3) * size
        z = height(x, y) + rnd(-0.15, 0.25) * size
        yy = y * oval_
        lo = z < size * 0.35
        e = (rnd(-tilt, tilt), rnd(-tilt, tilt) * 0.6, rnd(0, 2 * PI))
        if lo:
            e = ((0.0 if rnd() < 0.5 else PI) + rnd(-0.15, 0.15), rnd(-0.1, 0.1), rnd(0, 2 * PI))
        P.obj(meshes[i % len(meshes)], (loc[0] + x * c - yy * s, loc[1] + x * s + yy * c, loc[2] + max(z, size * 0.22)), e, rnd(0.86, 1.1))


def strew(meshes, spots, z=0.25, flip=0.5, tilt=0.12):
    """Single things on the table: spots are (x, y)."""
    for i, (x, y) in enumerate(spots):
        over = rnd() < flip
        P.obj(meshes[i % len(meshes)], (x, y, z + (0.08 if over else -0.13)), ((PI if over else 0.0) + rnd(-tilt, tilt), rnd(-tilt, tilt), rnd(0, 2 * PI)), rnd(0.9, 1.08))


# ---------------------------------------------------------------- small things
def spoon(loc, rot=0.0, pitch=0.0, L=13.0, a=2.1, b=1.45, deep=0.62, mat=None, heap_mat=None):
    """Spoon whose bowl is at the origin and whose handle goes along +x."""
    U, T = np.meshgrid(np.linspace(0, 1, 20), np.linspace(0, 2 * PI, 60, endpoint=False), indexing="ij")
    bw = P.gridmesh(np.stack([a * U * np.cos(T), b * U * np.sin(T), -deep * (1 - U ** 2)], -1), wrap_v=True)
    hd = P.sweep([(a - 0.35, 0, 0.0), (a + 1.0, 0, 0.35), (a + L * 0.35, 0, 0.7), (a + L * 0.8, 0, 0.45), (a + L, 0, 0.35)], (0.32, 0.26, 0.27, 0.42, 0.62, 0.5), 14, flat=(1.0, 0.32), roll=0.0)
    M = P.xf(loc, (0, pitch, rot))
    o = P.obj(bw, mat=mat)
    o.matrix_world = M
    so = o.modifiers.new("s", "SOLIDIFY")
    so.thickness, so.offset = 0.14, 0
    o = P.obj(hd, mat=mat)
    o.matrix_world = M
    if heap_mat:
        Z = -deep * (1 - U ** 2) * 0.2 + 0.75 * (1 - U ** 1.7) + 0.02
        Q = np.stack([a * 0.93 * U * np.cos(T), b * 0.93 * U * np.sin(T), Z], -1)
        Q[..., 2] += P.noise3(Q, 1.6, 4, 3) * 0.07
        o = P.obj(P.gridmesh(Q, wrap_v=True), mat=heap_mat)
        o.matrix_world = M


def drink(r, z, mat, loc, rim=None):
    """Surface of a drink in a cup: a disc with a raised edge, and a paler ring where it touches."""
    P.obj(P.lathe([(0, z), (r - 0.35, z), (r - 0.08, z + 0.03), (r, z + 0.10)], 96, 1), loc, mat=mat)
    if rim:
        P.obj(P.lathe([(r - 0.30, z + 0.015), (r - 0.15, z + 0.05), (r - 0.02, z + 0.115)], 96, 1), loc, mat=rim)


# ---------------------------------------------------------------- landscape
def hazed(m, air, far, start=0.0):
    """Let distance fade the surface of m into the colour of the air."""
    d = m.n("CameraData").outputs["View Z Depth"]
    f = m.math("SUBTRACT", 1.0, m.math("EXPONENT", m.math("MULTIPLY", m.math("MAXIMUM", m.math("SUBTRACT", d, start), 0.0), -1.0 / far)))
    em = m.n("Emission", {"Color": P.col(air), "Strength": 1.0})
    mx = m.n("MixShader", {0: f, 1: m.p.outputs[0], 2: em.outputs[0]})
    m.t.links.new(mx.outputs[0], m.out.inputs[0])
    return m.mat


def greenery(name, a, b, c, air="#e9ddc4", far=900.0, scale=0.08, bump=1.5, row=None, fine=4):
    """Leaves seen from afar; row: the colour where the attribute "row" of the mesh is 0."""
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    n1 = m.noise(scale, m.tc.outputs["Object"], detail=fine, rough=0.7)
    n2 = m.noise(scale * 9, m.tc.outputs["Object"], detail=fine - 1, rough=0.7)
    k = m.mix(m.step(n2, 0.42, 0.62), m.ramp(n1, [(0.35, P.col(a)), (0.65, P.col(b))]), P.col(c))
    if row:
        k = m.mix(m.step(m.n("Attribute", attribute_name="row").outputs["Fac"], 0.15, 0.75), P.col(row), k)
    m.set(Base_Color=k, Roughness=0.8, Specular_IOR_Level=0.2, Normal=m.bump(n2, bump) if bump else None)
    P._cache[name] = hazed(m, air, far)
    return P._cache[name]


def ridge(y, height, mat, sd=1, width=4000, depth=900, rough=1.0, base=-300, nx=220, ny=40, vary=None, freq=None):
    """A long wooded hill across the view, its crest at about y; vary, freq: how much and how often it rises."""
    X, V = np.meshgrid(np.linspace(-width / 2, width / 2, nx), np.linspace(-1, 1, ny), indexing="ij")
    Q = np.stack([X, 0 * X + y, 0 * X], -1)
    crest = height * 0.62 + (0.38 * height if vary is None else vary) * P.noise3(Q, freq or 6.4 / width, sd, 3)
    Y = y + V * depth / 2 + 0.08 * depth * P.noise3(np.stack([X, V * depth, 0 * X], -1), 0.006, sd + 2, 2)
    Z = base + (crest - base) * np.cos(V * PI / 2) ** 1.1
    R = np.stack([X, Y, Z], -1)
    Z = Z + rough * (P.noise3(R, 0.012, sd + 4, 3) * height * 0.06 + P.noise3(R, 0.08, sd + 5, 2) * 4)
    return P.obj(P.gridmesh(np.stack([X, Y, Z], -1), name="ridge"), mat=mat)


def sky(c_low, c_high, y=4800, strength=1.0, h=2600, glow=None):
    """A far wall that shines: haze below, clear air above; glow: (x, z, radius, colour) of the sun's place."""
    m = P.Nodes("sky")
    g = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]})
    f = m.math("DIVIDE", g.outputs[2], float(h))
    c = m.ramp(f, [(0.0, P.col(c_low)), (0.45, P.col(c_high))], "EASE")
    if glow:
        x, z, r, gc = glow
        d = m.n("VectorMath", {0: m.tc.outputs["Object"], 1: (x, 0, z)}, operation="SUBTRACT").outputs[0]
        d = m.n("VectorMath", {0: d}, operation="LENGTH").outputs["Value"]
        c = m.mix(m.math("POWER", m.step(d, r, 0.0), 2.0), c, P.col(gc))
    em = m.n("Emission", {"Color": c, "Strength": strength})
    m.t.links.new(em.outputs[0], m.out.inputs[0])
    X, Z = np.meshgrid([-5000.0, 5000.0], [-800.0, h * 1.5], indexing="ij")
    o = P.obj(P.gridmesh(np.stack([X, 0 * X, Z], -1), name="sky"), (0, y, 0), mat=m.mat)
    o.visible_shadow = False
    o.visible_diffuse = False
    return o


def daylight(direction, strength=3.0, color=(1.0, 0.9, 0.75), angle=0.03):
    li = P.bpy.data.lights.new("sun", "SUN")
    li.energy, li.angle, li.color = strength, angle, color
    ob = P.link(P.bpy.data.objects.new("sun", li))
    ob.rotation_euler = P.Vector(direction).to_track_quat("-Z", "Y").to_euler()
    return ob
