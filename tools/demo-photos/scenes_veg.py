"""Kopontren Nurul Bukit: vegetables on old dark wood."""
import math

import numpy as np

import parts as P
from parts import rnd
from scenes import scene
from scenes_craft import leaf, leafmat, pot

PI = math.pi


# ---------------------------------------------------------------- materials
def green_stem():
    return P.surf("stemgreen", "#6f8a3c", "#4d6a2c", nscale=0.8, rough=0.55, bump=((2, 0.05),), orand=0.2, sss=0.15, sssr=(0.2, 0.4, 0.1))


def tomato_skin():
    if "tom" in P._cache:
        return P._cache["tom"]
    m = P.Nodes("tom")
    z = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]}).outputs[2]
    r = m.n("ObjectInfo").outputs["Random"]
    base = m.ramp(m.noise(0.35, detail=4), [(0.35, P.col("#b3120b")), (0.65, P.col("#cf2a12"))])
    ripe = m.ramp(r, [(0.0, P.col("#a90f0a")), (0.55, P.col("#c81f0e")), (0.85, P.col("#d8481a")), (1.0, P.col("#d9701f"))])
    c = m.mix(0.5, base, ripe)
    top = m.step(m.math("ADD", z, m.math("MULTIPLY", m.noise(0.6, detail=4), 1.6)), 2.6, 4.4)
    c = m.mix(m.math("MULTIPLY", top, 0.6), c, P.col("#d8641f"))
    v = m.n("TexVoronoi", {"Scale": 7.0, "Vector": m.objvec()})
    sp = m.step(v.outputs["Distance"], 0.10, 0.05)
    c = m.mix(m.math("MULTIPLY", sp, 0.22), c, P.col("#f0a060"))
    m.set(Base_Color=c, Subsurface_Weight=0.35, Subsurface_Radius=(0.6, 0.15, 0.06), Subsurface_Scale=0.6, Coat_Weight=0.3, Coat_Roughness=0.14)
    m.set(Roughness=m.math("ADD", m.math("MULTIPLY", m.noise(1.0, detail=4), 0.25), 0.12))
    m.set(Normal=m.bump(m.noise(0.5, detail=2), 0.06, m.bump(m.noise(5), 0.006)))
    P._cache["tom"] = m.mat
    return m.mat


def tomato(r=3.4, lobes=6, stem=True):
    sd = int(rnd(0, 999))
    ph = rnd(0, 6)

    def f(Q, T, t):
        Q = Q.copy()
        up = np.clip(Q[..., 2] / r, -1, 1)
        lob = 0.035 * np.cos(lobes * T + ph) * np.clip(up + 0.2, 0, 1) + 0.02 * np.cos(2 * T + ph) + 0.02 * np.cos(3 * T)
        Q[..., :2] *= (1 + lob)[..., None]
        return Q * (1 + 0.025 * P.noise3(Q, 0.35, sd, 1))[..., None]

    a = 0.88
    prof = [(0, -r * 0.80), (r * 0.25, -r * 0.84), (r * 0.7, -r * 0.68), (r * 1.0, -r * 0.22), (r * 1.02, r * 0.25), (r * 0.78, r * 0.70), (r * 0.42, r * a * 0.93), (r * 0.2, r * 0.80), (r * 0.09, r * 0.66), (0, r * 0.62)]
    body = P.withmat(P.lathe(prof, 72, 3, f, "tomato"), tomato_skin())
    parts, tr = [body], [None]
    g = green_stem()
    n = 5 + int(rnd(0, 2))
    for i in range(n):
        q = P.withmat(leaf(rnd(0.75, 1.0) * r, 0.095 * r, curl=rnd(0.5, 1.25), nu=14, nv=5, fold=0.25), g)
        parts.append(q)
        tr.append(P.xf((0, 0, r * 0.79), (rnd(-0.25, 0.25), -0.50 + rnd(-0.2, 0.1), i * 2 * PI / n + rnd(-0.2, 0.2))))
    if stem:
        parts.append(P.withmat(P.sweep([(0, 0, r * 0.62), (0.05, 0, r * 0.85), (rnd(-0.3, 0.3), rnd(-0.3, 0.3), r * 1.12)], (0.2, 0.16, 0.2), 8), g))
        tr.append(None)
    return P.join(parts, "tomato", tr)


def potato_mat(n="potato", a="#ab8a62", b="#876848", d="#5d432c"):
    return P.surf(n, a, b, None, nscale=0.35, rough=0.78, rvar=0.12, bump=((0.7, 0.14), (3.0, 0.045), (10, 0.015)), orand=0.3,
                  speck=(d, 2.0, 0.24), ramp=(0.3, 0.7))


def potato(r=3.2, L=1.35):
    sd = int(rnd(0, 9999))
    th = np.linspace(0, PI, 56)
    prof = np.stack([r * np.sin(th), -r * L * np.cos(th)], -1)
    eyes = np.random.default_rng(sd).normal(size=(9, 3))
    eyes /= np.linalg.norm(eyes, axis=1)[:, None]
    fl = rnd(0.78, 0.95)

    def f(Q, T, t):
        d = Q / (np.linalg.norm(Q, axis=-1, keepdims=True) + 1e-6)
        s = 1 + 0.11 * P.noise3(d, 1.3, sd, 2)
        for e in eyes:
            a = np.arccos(np.clip(d @ e, -1, 1))
            s = s - 0.035 * np.exp(-(a / 0.11) ** 2) + 0.014 * np.exp(-(((a - 0.2) / 0.08) ** 2)) * (d[..., 2] > e[2])
        return Q * s[..., None] * np.array([1, fl, 1])

    return P.lathe(prof, 80, 0, f, "potato")


def carrot_mat():
    if "carrot" in P._cache:
        return P._cache["carrot"]
    m = P.Nodes("carrot")
    c = m.ramp(m.noise(0.6, detail=4), [(0.3, P.col("#c4560f")), (0.7, P.col("#dd7420"))])
    ring = m.noise(1.0, m.objvec((0.35, 0.35, 3.2)), detail=4, rough=0.6)
    lines = m.step(ring, 0.60, 0.68)
    c = m.mix(m.math("MULTIPLY", lines, 0.45), c, P.col("#8a3a10"), "MIX")
    dirt = m.step(m.noise(0.5, detail=6, rough=0.75), 0.60, 0.78)
    c = m.mix(m.math("MULTIPLY", dirt, 0.35), c, P.col("#5a3a22"))
    z = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]}).outputs[2]
    c = m.mix(m.math("MULTIPLY", m.step(m.math("ADD", z, m.math("MULTIPLY", m.noise(1.2), 0.8)), -0.1, 0.75), 0.55), c, P.col("#6f6a2c"))
    r = m.n("ObjectInfo").outputs["Random"]
    hv = m.n("HueSaturation", {"Color": c})
    m.put(hv.inputs["Value"], m.math("ADD", m.math("MULTIPLY", r, 0.25), 0.86))
    m.set(Base_Color=hv.outputs[0], Roughness=0.5, Subsurface_Weight=0.25, Subsurface_Radius=(0.6, 0.2, 0.05), Subsurface_Scale=0.5, Specular_IOR_Level=0.4)
    m.set(Normal=m.bump(lines, -0.06, m.bump(ring, 0.08, m.bump(m.noise(4), 0.02))))
    P._cache["carrot"] = m.mat
    return m.mat


def frond(L=15, sd=0):
    """Feathery carrot leaf lying along +z, bent towards +x."""
    g = np.random.default_rng(sd)
    quads = []

    def path(p, d, n, length, up, droop):
        pts = [p]
        for _ in range(n):
            d = d + np.array([0, 0, -1.0]) * droop + g.normal(size=3) * 0.05
            d /= np.linalg.norm(d)
            p = p + d * length / n
            pts.append(p)
        return np.array(pts)

    spine = path(np.zeros(3), np.array([0.15, 0, 1.0]), 20, L, None, 0.0)
    spine[:, 0] += 0.02 * spine[:, 2] ** 2 * g.uniform(0.3, 1)
    for i in range(6, 21):
        u = (i - 6) / 14
        ln = L * 0.36 * math.sin(PI * (0.18 + 0.78 * u)) + 0.5
        for sgn in (-1, 1):
            t = spine[i] - spine[i - 1]
            t /= np.linalg.norm(t)
            s = np.array([0, sgn, 0]) + t * 0.75 + g.normal(size=3) * 0.18
            s /= np.linalg.norm(s)
            pin = path(spine[i], s, 9, ln, None, 0.04)
            for j in range(1, 10):
                for s2 in (-1, 1):
                    tt = pin[j] - pin[j - 1]
                    tt /= np.linalg.norm(tt)
                    side = np.cross(tt, np.array([1.0, 0, 0.2]))
                    side /= np.linalg.norm(side)
                    d2 = side * s2 * 0.8 + tt * 0.8 + g.normal(size=3) * 0.3
                    d2 /= np.linalg.norm(d2)
                    l2 = g.uniform(0.45, 0.95) * (1 - 0.45 * j / 9) * (0.6 + 0.03 * L)
                    w = np.cross(d2, g.normal(size=3))
                    w = w / np.linalg.norm(w) * 0.11
                    a = pin[j]
                    quads += [[a, a + d2 * l2 * 0.5 + w, a + d2 * l2, a + d2 * l2 * 0.5 - w]]
            for j in range(1, 10):
                w = np.array([0.03, 0, 0.03])
                quads += [[pin[j - 1] - w, pin[j] - w, pin[j] + w, pin[j - 1] + w]]
    V = np.array(quads).reshape(-1, 3)
    F = np.arange(len(V)).reshape(-1, 4)
    me = P.bpy.data.meshes.new("frond")
    me.from_pydata(V.tolist(), [], F.tolist())
    st = P.sweep(spine, (0.2, 0.14, 0.05), 7, smooth=1)
    g1 = P.surf("frondgreen", "#5c8a35", "#3f6e28", nscale=0.4, rough=0.6, orand=0.35, sss=0.2, sssr=(0.2, 0.4, 0.1))
    return P.join([P.withmat(me, g1), P.withmat(st, green_stem())], "frond")


def carrot(L=16, r=1.6, bend=0.012):
    sd = int(rnd(0, 9999))
    prof = [(0, 0.15), (r * 0.35, 0.1), (r * 0.8, 0.25), (r, -0.6), (r * 0.97, -L * 0.2), (r * 0.8, -L * 0.5), (r * 0.52, -L * 0.78), (r * 0.25, -L * 0.92), (r * 0.1, -L * 0.98), (0.06, -L * 1.12), (0, -L * 1.2)]
    pr = P.chaikin(prof, 3)
    zz = np.interp(np.linspace(0, 1, 150), np.linspace(0, 1, len(pr)), pr[:, 1])
    rr = np.interp(np.linspace(0, 1, 150), np.linspace(0, 1, len(pr)), pr[:, 0])
    g = np.random.default_rng(sd)
    grooves = [(g.uniform(-L * 0.9, -0.5), g.uniform(0, 6.28), g.uniform(0.5, 1.4)) for _ in range(22)]
    a, b = g.uniform(-bend, bend), g.uniform(-bend, bend)

    def f(Q, T, t):
        Q = Q.copy()
        s = 1 + 0.05 * P.noise3(Q, 0.35, sd, 2)
        for z0, t0, w in grooves:
            dt = np.angle(np.exp(1j * (T - t0)))
            s = s - 0.05 * np.exp(-((Q[..., 2] - z0) / 0.10) ** 2) * np.exp(-((dt / w) ** 2))
        Q[..., :2] *= s[..., None]
        z = Q[..., 2]
        Q[..., 0] += a * z * np.abs(z) * 0.5 + 0.15 * np.sin(z * 0.5 + sd)
        Q[..., 1] += b * z * np.abs(z) * 0.5
        return Q

    body = P.withmat(P.lathe(np.stack([rr, zz], -1), 56, 0, f, "carrot"), carrot_mat())
    parts, tr = [body], [None]
    for i in range(9):
        an = i * 2.4
        q = 0.5 * math.sqrt(i / 9)
        ln = rnd(1.2, 2.6)
        parts.append(P.withmat(P.sweep([(q * math.cos(an) * 0.8, q * math.sin(an) * 0.8, -0.1), (q * math.cos(an), q * math.sin(an), ln * 0.5), (q * math.cos(an) * 1.5, q * math.sin(an) * 1.5, ln)], (0.24, 0.17, 0.16), 8, smooth=2), green_stem()))
        tr.append(None)
    return P.join(parts, "carrot", tr)


def chilli(L=11, r=0.85, curve=1.0):
    n = 7
    t = np.linspace(0, 1, n)
    a = rnd(0.2, 1.0) * curve
    pts = np.stack([L * np.sin(a * t) / a, rnd(-0.5, 0.5) * np.sin(t * 3 + rnd(0, 3)), L * (1 - np.cos(a * t)) / a], -1)
    pts[-1] += np.array([rnd(-0.3, 0.3), rnd(-0.5, 0.5), rnd(-0.3, 0.5)])
    rad = np.array([0.72, 0.98, 1.0, 0.92, 0.8, 0.62, 0.42, 0.2, 0.04]) * r
    red = P.surf("chilli", "#a80d0a", "#c61a0d", "#8a0b0a", nscale=0.35, rough=0.2, rvar=0.08, bump=((0.45, 0.22), (1.6, 0.05)), orand=0.22, coat=0.7, coat_rough=0.08, sss=0.2, sssr=(0.4, 0.08, 0.04))
    me = P.withmat(P.sweep(pts, rad, 20, smooth=3), red)
    v = me.vertices
    co = np.zeros(len(v) * 3, np.float32)
    v.foreach_get("co", co)
    Q = co.reshape(-1, 3).astype(float)
    c = P.chaikin(pts, 3)
    k = np.argmin(((Q[:, None] - c[None]) ** 2).sum(-1), 1)
    Q = c[k] + (Q - c[k]) * (1 + 0.13 * P.noise3(Q, 0.7, int(rnd(0, 999)), 2))[:, None]
    v.foreach_set("co", Q.reshape(-1).astype(np.float32))
    g = green_stem()
    cap = P.withmat(P.lathe([(0, -0.15), (0.25, -0.12), (r * 0.62, 0.05), (r * 0.86, 0.45), (r * 0.80, 0.62), (r * 0.6, 0.5)], 24, 2,
                            fn=lambda Q, T, t: Q * np.stack([1 + 0.08 * np.cos(5 * T) * t] * 2 + [1 + 0.25 * np.cos(5 * T) * (t > 0.6)], -1)), g)
    st = P.withmat(P.sweep([(0.1, 0, 0), (-0.9, 0.1, rnd(0, 0.3)), (-1.8, rnd(-0.3, 0.3), rnd(0.1, 0.9)), (-2.9, rnd(-0.8, 0.8), rnd(0.2, 1.4))], (0.25, 0.17, 0.16, 0.24), 9), g)
    return P.join([me, cap, st], "chilli", [None, P.xf((-0.12, 0, 0), (0, PI / 2, 0)), None])


def eggplant_mats():
    if "egg" in P._cache:
        return P._cache["egg"]
    m = P.Nodes("egg")
    z = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]}).outputs[2]
    st = m.noise(1.0, m.objvec((1.3, 1.3, 0.05)), detail=3)
    c = m.ramp(st, [(0.3, P.col("#1c0a22")), (0.7, P.col("#3c1440"))])
    pale = m.step(m.math("ADD", z, m.math("MULTIPLY", st, 1.5)), -0.9, 0.9)
    c = m.mix(m.math("MULTIPLY", pale, 0.75), c, P.col("#9a5f95"))
    m.set(Base_Color=c, Coat_Weight=0.8, Coat_Roughness=0.07, Subsurface_Weight=0.1, Subsurface_Radius=(0.3, 0.1, 0.3), Subsurface_Scale=0.4)
    m.set(Roughness=m.math("ADD", m.math("MULTIPLY", m.noise(0.8, detail=4), 0.25), 0.15))
    m.set(Normal=m.bump(m.noise(0.3, detail=2), 0.18, m.bump(st, 0.05)))
    P._cache["egg"] = m.mat
    return m.mat


def eggplant(L=20, r=3.1, bend=0.012):
    """Top at z=0, body hangs along -z, bent to +x."""
    prof = [(0, 0), (r * 0.35, -0.02), (r * 0.55, -0.5), (r * 0.66, -L * 0.12), (r * 0.78, -L * 0.32), (r * 0.98, -L * 0.6), (r * 1.0, -L * 0.8), (r * 0.8, -L * 0.95), (r * 0.4, -L * 1.01), (0, -L * 1.02)]
    sd = int(rnd(0, 999))

    def bendf(Q):
        Q = Q.copy()
        Q[..., 0] += bend * Q[..., 2] ** 2
        return Q

    def f(Q, T, t):
        return bendf(Q * np.stack([1 + 0.03 * P.noise3(Q, 0.25, sd, 1)] * 2 + [np.ones_like(T)], -1))

    body = P.withmat(P.lathe(prof, 80, 3, f), eggplant_mats())
    g = P.surf("calyx", "#5f7a3a", "#455f2c", "#6d5a40", nscale=0.5, rough=0.6, bump=((1.4, 0.1), (5, 0.02)))
    nl = 5
    n_u, n_t = 26, 100
    U, T = np.meshgrid(np.linspace(0, 1, n_u), np.linspace(0, 2 * PI, n_t, endpoint=False), indexing="ij")
    reach = 0.9 + L * 0.16 * (0.35 + 0.65 * np.abs(np.cos(T * nl / 2 + 0.4)) ** 1.6)
    z = 0.25 - U * reach
    pr = P.chaikin(prof, 3)
    rr = np.interp(-z, -pr[:, 1], pr[:, 0]) + 0.16 - 0.02 * U + 0.12 * np.clip(U - 0.75, 0, 1) * rnd(0.5, 3)
    rr = np.where(U < 0.06, rr * U / 0.06, rr)
    cal = P.withmat(P.gridmesh(bendf(np.stack([rr * np.cos(T), rr * np.sin(T), z], -1)), wrap_v=True, flip=False), g)
    st = P.withmat(P.sweep([(0, 0, -0.1), (0.05, 0, 1.0), (rnd(-0.5, 0.3), rnd(-0.4, 0.4), 2.6), (rnd(-0.9, 0.1), rnd(-0.4, 0.4), 3.8)], (0.95, 0.55, 0.5, 0.62), 12), g)
    return P.join([body, cal, st], "eggplant")


def pumpkin(r=9.5, h=0.68, ribs=11, skin="a"):
    mats = {"a": ("#b8702a", "#c98a3c", "#8d6f35"), "b": ("#7d7a4a", "#8f8450", "#a9783c"), "c": ("#a9532a", "#bd6a33", "#8f5a30")}[skin]
    name = "pump" + skin
    if name not in P._cache:
        m = P.Nodes(name)
        o = m.tc.outputs["Object"]
        s = m.n("SeparateXYZ", {0: o})
        ang = m.math("ARCTAN2", s.outputs[1], s.outputs[0])
        wave = m.math("COSINE", m.math("MULTIPLY", ang, float(ribs)))
        c = m.ramp(m.noise(0.16, detail=5, rough=0.7), [(0.35, P.col(mats[0])), (0.65, P.col(mats[1]))])
        groove = m.step(m.math("ADD", wave, m.math("MULTIPLY", m.noise(0.5, detail=4), 0.8)), 0.1, -0.7)
        c = m.mix(m.math("MULTIPLY", groove, 0.55), c, P.col(mats[2]))
        sp = m.n("TexVoronoi", {"Scale": 1.6, "Vector": m.objvec()})
        f = m.math("LESS_THAN", sp.outputs["Distance"], m.math("MULTIPLY", m.step(m.noise(0.7), 0.4, 0.8), 0.22))
        c = m.mix(m.math("MULTIPLY", f, 0.4), c, P.col("#e0c79a"))
        m.set(Base_Color=c, Roughness=0.48, Subsurface_Weight=0.08, Subsurface_Radius=(0.4, 0.2, 0.05), Coat_Weight=0.12, Coat_Roughness=0.35)
        m.set(Normal=m.bump(m.noise(0.5, detail=4), 0.22, m.bump(m.noise(3.5, detail=3), 0.05)))
        P._cache[name] = m.mat
    sd = int(rnd(0, 999))
    H = r * h

    def f(Q, T, t):
        Q = Q.copy()
        rad = np.hypot(Q[..., 0], Q[..., 1]) / r
        k = np.clip(rad * 1.4, 0, 1)
        w = 1 - 0.10 * k * (1 - np.abs(np.cos(T * ribs / 2)) ** 0.6)
        Q[..., :2] *= (w * (1 + 0.03 * np.cos(3 * T + sd) + 0.03 * P.noise3(Q, 0.13, sd, 2)))[..., None]
        Q[..., 2] *= 1 + 0.05 * np.cos(2 * T + sd)
        return Q

    prof = [(0, -H * 0.72), (r * 0.3, -H * 0.85), (r * 0.75, -H * 0.82), (r * 1.02, -H * 0.2), (r * 1.0, H * 0.35), (r * 0.75, H * 0.85), (r * 0.35, H * 0.88), (r * 0.12, H * 0.62), (0, H * 0.58)]
    body = P.withmat(P.lathe(prof, 330, 3, f), P._cache[name])
    g = P.surf("pstem", "#8a7a4e", "#6d6238", "#5a4a30", nscale=0.6, rough=0.85, bump=((1.0, 0.15), (5, 0.04)))
    st = P.sweep([(0, 0, H * 0.5), (0, 0, H * 0.8), (0.2, 0.1, H * 0.8 + 1.2), (1.0, 0.3, H * 0.8 + 2.6), (1.9, 0.4, H * 0.8 + 3.1)], (1.7, 1.25, 0.75, 0.65, 0.9), 40, smooth=3)
    co = np.zeros(len(st.vertices) * 3, np.float32)
    st.vertices.foreach_get("co", co)
    Q = co.reshape(-1, 40, 3)
    ce = Q.mean(1, keepdims=True)
    T = np.linspace(0, 2 * PI, 40, endpoint=False)
    Q = ce + (Q - ce) * (1 + 0.22 * np.cos(5 * T))[None, :, None]
    st.vertices.foreach_set("co", Q.reshape(-1))
    return P.join([body, P.withmat(st, g)], "pumpkin")


def cabbage_mat(name, a, b, vein="#dfe6c0"):
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    uv = m.n("SeparateXYZ", {0: m.tc.outputs["UV"]})
    u = uv.outputs[0]
    v = m.math("SUBTRACT", uv.outputs[1], 0.5)
    v = m.math("ADD", v, m.math("MULTIPLY", m.math("SUBTRACT", m.noise(0.25, detail=2), 0.5), 0.05))
    av = m.math("ABSOLUTE", v)
    rib = m.step(av, m.math("MULTIPLY", m.math("SUBTRACT", 1.0, u), 0.045), m.math("MULTIPLY", m.math("SUBTRACT", 1.0, u), 0.012))
    # side veins leave the rib at an angle
    q = m.math("ADD", m.math("MULTIPLY", u, 8.0), m.math("MULTIPLY", av, -15.0))
    q = m.math("ADD", q, m.math("MULTIPLY", m.math("SIGN", v), 0.25))
    q = m.math("ADD", q, m.math("MULTIPLY", m.noise(0.4, detail=3), 0.9))
    fr = m.math("ABSOLUTE", m.math("SUBTRACT", m.math("FRACT", q), 0.5))
    side = m.math("MULTIPLY", m.step(fr, 0.09, 0.01), 0.8)
    vo = m.n("TexVoronoi", {"Scale": 1.1, "Vector": m.objvec()}, feature="DISTANCE_TO_EDGE")
    net = m.math("MULTIPLY", m.step(vo.outputs["Distance"], 0.08, 0.0), 0.28)
    f = m.math("MAXIMUM", m.math("MAXIMUM", rib, side), net)
    c = m.ramp(m.noise(0.22, detail=5), [(0.3, P.col(a)), (0.7, P.col(b))])
    r = m.n("ObjectInfo").outputs["Random"]
    hv = m.n("HueSaturation", {"Color": c})
    m.put(hv.inputs["Value"], m.math("ADD", m.math("MULTIPLY", r, 0.2), 0.9))
    # paler towards the base
    c = m.mix(m.math("MULTIPLY", m.step(u, 0.45, 0.0), 0.6), hv.outputs[0], P.col(vein))
    c = m.mix(m.math("MULTIPLY", f, 0.6), c, P.col(vein))
    m.set(Base_Color=c, Roughness=0.42, Subsurface_Weight=0.3, Subsurface_Radius=(0.4, 0.6, 0.15), Subsurface_Scale=0.5, Coat_Weight=0.15, Coat_Roughness=0.35)
    m.set(Normal=m.bump(m.noise(0.55, detail=3), 0.28, m.bump(f, 0.14, m.bump(m.noise(3), 0.03))))
    P._cache[name] = m.mat
    return m.mat


def cabbage(loc, R=8.0, rot=0.0, tilt=0.0):
    inner = cabbage_mat("cab_in", "#b9cc86", "#a3bd70")
    outer = cabbage_mat("cab_out", "#7fa257", "#638a45", "#c9d6a0")
    root = P.bpy.data.objects.new("cab", None)
    P.link(root)
    root.location = loc
    root.rotation_euler = (tilt, 0, rot)
    nu, nv = 80, 90
    U, V = np.meshgrid(np.linspace(0, 1, nu), np.linspace(-1, 1, nv), indexing="ij")
    n = 11
    for i in range(n):
        sd = int(rnd(0, 9999))
        out = i / (n - 1)  # 0 innermost
        opened = max(0.0, (out - 0.62) / 0.38)
        phi_max = rnd(2.5, 2.95) * (1 - 0.30 * opened)
        wid = rnd(1.05, 1.3) * (1 + 0.15 * opened)
        shape = np.sin(PI * np.clip(U, 0, 1) ** 0.62 * 0.97 + 0.05) ** 0.55
        edge = np.maximum(np.abs(V) ** 3, np.clip((U - 0.72) / 0.28, 0, 1) ** 2)
        phi = 0.22 + U * (phi_max - 0.22) * (1 - 0.10 * V ** 2)
        az = V * wid * shape / np.maximum(0.35, np.sin(np.clip(phi, 0.3, PI - 0.35))) * 0.95
        rad = R * (0.955 + 0.012 * i) + R * edge * (0.018 + 0.42 * opened ** 1.5)
        ruff = np.sin(V * 9 + U * 5 + sd) * 0.6 + np.sin(V * 17 - U * 9 + sd * 2) * 0.4 + np.sin(U * 15 + sd) * 0.5
        rad = rad + R * edge * ruff * (0.012 + 0.10 * opened)
        x = rad * np.sin(phi) * np.sin(az)
        y = -rad * np.sin(phi) * np.cos(az)
        z = -rad * np.cos(phi) * 0.9
        if opened:
            # outer leaves fall outwards
            k = opened * np.clip(U, 0, 1) ** 1.6
            y = y - R * 0.75 * k * (0.6 + 0.4 * np.cos(az))
            z = z - R * 0.35 * k
        Q = np.stack([x, y, z], -1)
        Q += (P.noise3(Q, 0.16, sd, 2) * 0.02 * R * (0.4 + edge))[..., None] * Q / (np.linalg.norm(Q, axis=-1, keepdims=True) + 1e-6)
        Q[..., 2] = np.maximum(Q[..., 2], -R * 0.93)
        o = P.obj(P.gridmesh(Q, name="cableaf"), (0, 0, 0), (rnd(-0.12, 0.12) * (1 - opened), rnd(-0.12, 0.12) * (1 - opened), i * 2.39996 + rnd(-0.2, 0.2)), mat=outer if out > 0.62 else inner)
        o.parent = root
        s = o.modifiers.new("s", "SOLIDIFY")
        s.thickness = 0.10
    core = P.lathe([(R * 0.93 * math.sin(a), -R * 0.84 * math.cos(a)) for a in np.linspace(0, PI, 30)], 60, 0)
    o = P.obj(core, mat=inner)
    o.parent = root
    return root


# ---------------------------------------------------------------- set
def veg_set(wallc=("#4b4a3d", "#3b3b31", "#57553f"), y=65, rad=11.0, fill=0.30, light=(1.0, 0.92, 0.80), side=-1, planks=True):
    P.world("#d8dcd6", fill)
    P.window((side * 120, 5, 80), (0, 5, 4), radiance=rad, color=light)
    if planks == "wall":
        m = P.wood("w_back", "#5d4a38", "#35281e", rough=0.75, worn=0.7, grey="#6a5f52")
        P.wall("#1d1712", "#17120e", y=y + 8)
        x = -160
        while x < 160:
            w = rnd(14, 19)
            P.obj(P.box(240, w - 0.4, 2.5, 0.3), (x, y, 50), (PI / 2, PI / 2, 0), mat=m)
            x += w
    else:
        P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.6)
    P.table(dark_wood(), d=y + 45, y0=-45, plank=14, edge=0.4, gap=0.25)


def dark_wood():
    return P.wood("w_dark", "#7d5b3f", "#3a281c", rough=0.62, worn=0.75, grey="#75685a", fib=1.3)


def crate(loc, rot=0.0, w=40, d=28, h=15, mat=None):
    """Slatted crate; returns the pieces as one object (for settling)."""
    mat = mat or P.wood("w_crate", "#c39b6b", "#8a6340", rough=0.75, worn=0.35, grey="#9a8a74", fib=1.2)
    obs = []
    root = P.xf(loc, (0, 0, rot))

    def put(me, M):
        o = P.obj(me, mat=mat)
        o.matrix_world = root @ M
        obs.append(o)

    n, sh = 3, h / 3 - 0.9
    for s in (-1, 1):
        for i in range(n):
            z = 0.8 + i * (h / 3)
            put(P.box(w + rnd(-0.2, 0.2), sh, 1.0, 0.12), P.xf((rnd(-0.1, 0.1), s * (d / 2 - 0.5) + 0.5, z + sh / 2 + rnd(-0.1, 0.1)), (PI / 2, rnd(-0.006, 0.006), 0)))
            put(P.box(d - 1.9, sh, 1.0, 0.12), P.xf((s * (w / 2 - 1.4) + 0.5, 0, z + sh / 2), (PI / 2, 0, PI / 2)))
        for t in (-1, 1):
            put(P.box(h - 0.6, 3.0, 1.6, 0.15), P.xf((s * (w / 2 - 2.8) + 0.8, t * (d / 2 - 2.2), 0.4 + h / 2), (0, PI / 2, 0)))
    for i in range(5):
        put(P.box(w - 2, (d - 3) / 5 - 0.4, 0.9, 0.1), P.xf((0, -d / 2 + 1.6 + (i + 0.5) * (d - 3) / 5, 0.35)))
    return obs


def lift(loc, rot, w, d, z):
    """Hidden floor inside a crate, so that fewer things fill it."""
    o = P.obj(P.box(w - 4, d - 3, 1, 0), (loc[0], loc[1], z), (0, 0, rot), mat=P.surf("dark", "#1a130d", rough=1))
    return o


def heap(meshes, n, r, loc, spread, z0, tilt=PI, floor=0.0, line=None, walls=None, rot=0.0, sq=0.92):
    """n things of about radius r, packed; meshes are shared."""
    sc = [rnd(0.88, 1.08) for _ in range(n)]
    st = [(loc[0] + rnd(-spread, spread), loc[1] + rnd(-spread, spread), z0 + i * r * 0.45) for i in range(n)]
    c = P.pack([r * q * sq for q in sc], st, floor, line, loc, walls, rot)
    for i in range(n):
        P.obj(meshes[i % len(meshes)], c[i], (rnd(-tilt, tilt), rnd(-tilt, tilt), rnd(0, 2 * PI)), sc[i])


# ---------------------------------------------------------------- pictures
@scene("kopontren-nurul-bukit/tomat")
def tomat():
    veg_set()
    bw = P.obj(pot([(5.5, 0), (5.8, 0.4), (8.5, 2.2), (11.5, 4.6), (12.2, 5.8), (12.3, 6.2)], 0.55, 1.0, seg=140), (-3, 5, 0.05), mat=P.wood("w_bowl", "#9a6d45", "#5d3d25", rough=0.5))
    ms = [tomato(rnd(3.1, 3.5), 5 + i % 3) for i in range(5)]
    ln = [(0, 1.1), (5.2, 1.2), (8.0, 2.9), (11.0, 5.2), (11.7, 6.3), (12.2, 6.4), (14, 6.0)]
    heap(ms, 17, 3.3, (-3, 5), 6, 7, tilt=0.55, line=ln)
    for k, p, e, s in ((0, (12.5, -5), (0.5, 0.3, 0), 1.0), (1, (17.5, 2.5), (-0.9, 0.5, 1), 0.95), (2, (4.8, -11.5), (0.25, -0.2, 2), 0.92), (3, (19.5, -5), (0.1, 0.2, 2), 0.8)):
        P.obj(ms[k], (*p, 2.75 * s), e, s)
    P.cloth(30, 26, P.linen("l_olive", "#6f7259", "#50543f"), (-21, 15, 0.1), 0.4, amp=1.6, folds=7, sd=3)
    P.camera((6, -56, 27), (2.5, 2, 5.4), 60, 4.0, focus=(0, -4, 8))
    return dict(exposure=0.65)


@scene("kopontren-nurul-bukit/wortel")
def wortel():
    veg_set(("#54543f", "#434433", "#606045"))
    fr = [frond(rnd(17, 21), i) for i in range(5)]
    P.cloth(44, 30, P.linen("l_sack", "#a58d68", "#7d6848", weave=6), (-4, 0, 0.1), -0.1, amp=0.7, folds=6, sd=8)
    rows = [(-12, 1.9, 0.9), (-7.6, 1.9, -0.4), (-3.6, 1.9, 0.6), (0.6, 1.9, 0.2), (5, 1.9, -0.6), (9.2, 1.9, 0.3), (-9.6, 4.6, 0.1), (-5.2, 4.6, -0.3), (-1.4, 4.6, 0.2), (3.0, 4.6, -0.2), (-4.4, 7.2, 0.1), (0.6, 7.2, 0.0)]
    rot = -0.42
    for i, (x, z, j) in enumerate(rows):
        me = carrot(rnd(14.5, 18), rnd(1.55, 1.95))
        y = 6 + j * 2 + rnd(-0.8, 0.8)
        X, Y = x * math.cos(rot) - y * math.sin(rot) - 0.5, x * math.sin(rot) + y * math.cos(rot) - 1
        q = rot + rnd(-0.10, 0.10)
        P.obj(me, (X, Y, z + 0.1), (-PI / 2 - 0.05 + rnd(-0.02, 0.02), rnd(0, 6) * 0, q), mat=None)
        for _ in range(3):
            # leaves continue behind the crown: local z turned to +y
            M = P.xf((X, Y, z + 0.2), (0, 0, q)) @ P.xf((0, 1.2, 0), (-PI / 2 + rnd(0.1, 0.45), 0, 0)) @ P.xf((0, 0, 0), (rnd(-0.12, 0.12), rnd(-0.3, 0.3), rnd(0, 6)))
            o = P.obj(fr[int(rnd(0, 5))])
            o.matrix_world = M
    P.camera((4, -54, 35), (-1.0, 2.5, 3.0), 52, 4.5, focus=(-2, -6, 4))
    return dict(exposure=0.65)


@scene("kopontren-nurul-bukit/kentang")
def kentang():
    veg_set()
    m = potato_mat()
    ms = [P.withmat(potato(rnd(2.7, 3.5), rnd(1.15, 1.5)), m) for _ in range(8)]
    w, d, h = 34, 24, 11
    cr = crate((-3, 6, 0.1), 0.16, w, d, h)
    lf = lift((-3, 6), 0.16, w, d, 2.2)
    heap(ms, 34, 3.25, (-3, 6), 8, 6, floor=2.6, walls=(w / 2 - 2.4, d / 2 - 1.6), rot=0.16, sq=0.9)
    for k, p, e, s in ((0, (13, -12, 2.7), (1.5, 0.2, 0.5), 1), (3, (20.5, -7.5, 2.8), (1.5, 0.9, 0.9), 1), (5, (6.0, -14, 2.4), (1.4, 0, 2.2), 0.85), (6, (23, 1.5, 2.6), (1.4, 0, 1.2), 0.9)):
        P.obj(ms[k], p, e, s)
    P.camera((6, -66, 42), (1.0, 0.5, 6.5), 54, 5.0, focus=(-1, -5, 9))
    return dict(exposure=0.7)


@scene("kopontren-nurul-bukit/cabai")
def cabai():
    veg_set(("#4b4a3d", "#3b3b31", "#57553f"))
    bw = P.obj(pot([(6.0, 0), (6.4, 0.4), (9.5, 1.8), (12.5, 3.6), (13.2, 4.6), (13.3, 4.9)], 0.6, 1.0, seg=140), (-2, 4, 0.05), mat=P.glaze("b_dark", "#6a4a3a", "#3b4543", "#2a3231", line=1.0, rough=0.25, streak=0.4))
    ms = [chilli(rnd(9, 12.5), rnd(0.72, 0.95)) for _ in range(10)]
    for i in range(96):
        lay = i // 24
        a, q = i * 2.39996, (10.6 - 2.2 * lay) * math.sqrt(((i % 24) + 0.6) / 24)
        x, y = q * math.cos(a), q * math.sin(a)
        z = 2.0 + 1.45 * lay + 0.020 * q * q * (lay < 2) + rnd(-0.3, 0.3)
        # of several ways to lie down, take the one that needs the least lift above the bowl
        me = ms[i % 10]
        co = np.zeros(len(me.vertices) * 3, np.float32)
        me.vertices.foreach_get("co", co)
        co = np.c_[co.reshape(-1, 3)[::5], np.ones(len(co) // 3)[::5]]
        best = None
        for _ in range(14):
            th = rnd(0, 2 * PI)
            down = -0.14 * (q / 8) * math.cos(th - a) * (lay > 1)
            M = P.xf((x - 5 * math.cos(th), y - 5 * math.sin(th), z - 5 * math.sin(down)), (PI + rnd(-0.9, 0.9), -down + rnd(-0.08, 0.08), th), rnd(0.85, 1.05))
            w = co @ np.array(M).T
            rho = np.hypot(w[:, 0], w[:, 1])
            bed = np.interp(rho, [0, 5.8, 9, 12, 12.8, 13.6, 16, 16.5], [1.15, 1.25, 2.4, 4.1, 5.1, 5.15, 5.0, 1.0])
            up = max(0.0, float((bed - w[:, 2]).max()))
            if best is None or up < best[0]:
                best = (up, M)
        P.obj(me).matrix_world = P.xf((-2, 4, best[0])) @ best[1]
    for k, p, a in ((1, (13, -9), 0.5), (2, (9, -12.5), 2.6), (4, (19, 3), 1.2), (6, (-16, -11), 0.2)):
        P.obj(ms[k], (*p, 0.95), (PI / 2 + 0.12, 0, a))
    P.camera((4, -54, 33), (1, 1, 4.2), 60, 4.5, focus=(-1, -2, 7))
    return dict(exposure=0.65)


@scene("kopontren-nurul-bukit/terong")
def terong():
    veg_set(("#565340", "#444233", "#625c44"))
    P.cloth(46, 32, P.linen("l_nat2", "#c2b598", "#9c8d6e"), (2, 2, 0.1), 0.2, amp=0.9, folds=8, sd=17)
    for x, y, z, rz, L, r, b in ((-10, 10.5, 3.0, 1.22, 20, 3.0, 0.004), (-8.5, 3.8, 3.1, 1.18, 21, 2.9, 0.003), (-11.5, -3.2, 2.9, 1.22, 19, 2.8, 0.004), (-6.5, 6.8, 8.1, 1.10, 19, 2.8, -0.004), (13.5, 14, 2.9, 0.75, 18, 2.7, 0.006)):
        P.obj(eggplant(L, r, b), (x, y, z + 0.15), (-PI / 2 - 0.02, 0, rz))
    P.camera((5, -56, 30), (-0.5, 0.5, 3.6), 58, 4.5, focus=(0, -6, 5))
    return dict(exposure=0.8)


@scene("kopontren-nurul-bukit/labu")
def labu():
    veg_set(planks="wall", y=60)
    P.obj(pumpkin(10.0, 0.66, 11, "a"), (-5, 4, 5.4), (0.05, -0.03, 0.6))
    P.obj(pumpkin(7.0, 0.72, 9, "b"), (13.5, 12, 4.2), (0.1, 0.1, 2))
    P.obj(pumpkin(5.6, 0.62, 10, "c"), (11.5, -5, 3.0), (-0.06, 0.05, 1))
    g = leafmat("l_dry", "#7a7a45", "#5d6337")
    for i in range(5):
        P.obj(leaf(rnd(5, 7), 2.2, curl=rnd(0.3, 1.0), fold=0.3), (-18 + i * 3 + rnd(-1, 1), -9 + rnd(-2, 3), 0.6), (rnd(-0.3, 0.3), -0.1, rnd(0, 6)), mat=g)
    P.camera((6, -62, 26), (1.5, 3, 5.6), 58, 4.5, focus=(-2, -5, 6))
    return dict(exposure=0.75)


@scene("kopontren-nurul-bukit/kol")
def kol():
    veg_set(planks="wall", y=60)
    cabbage((-4, 2, 7.6), 8.2, 0.3, -0.12)
    cabbage((14, 13, 6.6), 7.0, 2.0, 0.1)
    P.camera((5, -60, 27), (1.5, 3, 6.2), 60, 4.5, focus=(-3, -5, 8))
    return dict(exposure=0.7)


@scene("kopontren-nurul-bukit/sampul")
def sampul():
    veg_set(planks="wall", y=68, rad=12)
    m = potato_mat()
    toms = [tomato(rnd(3.0, 3.5), 5 + i % 3) for i in range(4)]
    pots = [P.withmat(potato(rnd(2.6, 3.3), rnd(1.15, 1.5)), m) for _ in range(5)]
    ch = [chilli(rnd(9, 12), rnd(0.75, 0.95)) for _ in range(6)]
    w, d, h = 36, 26, 13
    A, ra = (-20, 6, 0.1), 0.10
    B, rb = (19, 10, 0.1), -0.12
    ca, cb = crate(A, ra, w, d, h), crate(B, rb, w, d, h)
    lift(A, ra, w, d, 4.0)
    lift(B, rb, w, d, 6.0)
    c, s = math.cos(ra), math.sin(ra)
    fx = lambda u, t: (A[0] + u * c - t * s, A[1] + u * s + t * c)
    heap(toms, 25, 3.25, fx(-7.8, 0), 5, 8, tilt=0.6, floor=5.0, walls=(8.0, d / 2 - 1.6), rot=ra)
    heap(pots, 22, 3.0, fx(8.8, 0), 4, 8, floor=5.0, walls=(6.6, d / 2 - 3.0), rot=ra)
    P.obj(P.box(0.8, d - 3, 9, 0.1), (*fx(1.0, 0), 5.5), (0, 0, ra), mat=P.wood("w_crate", "#c39b6b", "#8a6340"))
    for me, p, e, q in ((toms[0], (-3.5, -14, 2.7), (0.3, 0.2, 0), 1), (toms[2], (3.2, -11.5, 2.5), (-0.5, 0.5, 1), 0.92), (pots[1], (-13.5, -17.5, 2.6), (1.5, 0, 0.4), 1), (pots[3], (-9.5, -12.0, 2.6), (1.4, 0, 1.4), 1)):
        P.obj(me, p, e, q)
    for k in range(6):
        P.obj(ch[k], (7 + k * 1.2, -12 - (k % 3) * 2.2, 0.9 + 0.55 * (k > 2)), (PI / 2, 0, 0.3 + k * 0.35 + rnd(-0.2, 0.2)))
    # second crate: cabbages, carrots with leaves, eggplants
    cabbage((B[0] - 8.5, B[1] + 1.5, 14.0), 7.6, 0.4, -0.25)
    fr = [frond(rnd(15, 19), i) for i in range(4)]
    for i in range(9):
        x, z = B[0] + 2.5 + (i % 5) * 2.9, 12.6 + (i // 5) * 2.6
        y = B[1] + 1.5 + rnd(-0.6, 0.6)
        M = P.xf((x, y, z), (0, 0, -0.15 + rnd(-0.15, 0.15))) @ P.xf((0, 0, 0), (-PI / 2 + 0.10, 0, 0))
        o = P.obj(carrot(rnd(10.0, 11.0), rnd(1.5, 1.8)))
        o.matrix_world = M
        for _ in range(3):
            o = P.obj(fr[int(rnd(0, 4))])
            o.matrix_world = M @ P.xf((0, 0, 0.8), (rnd(-0.5, 0.2), rnd(-0.35, 0.35), 0)) @ P.xf((0, 0, 0), (0, 0, rnd(0, 6)))
    P.obj(pumpkin(7.6, 0.66, 11, "a"), (25, -12.5, 4.7), (0.03, 0, 0.9))
    for x, y, z, rz in ((-34, -18.5, 2.9, 1.25), (-32.5, -25.0, 2.8, 1.12)):
        P.obj(eggplant(18, 2.8, 0.010), (x, y + 10, z + 0.1), (-PI / 2, 0, rz - 0.2))
    P.camera((3, -98, 44), (-0.3, 1, 8.0), 45, 4.5, focus=(-2, -8, 9))
    return dict(exposure=0.7)
