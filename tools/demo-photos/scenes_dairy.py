"""Susu Sagara: milk and what is made of it, in pale morning light."""
import math

import numpy as np

import parts as P
from parts import rnd
from scenes import scene
from scenes_craft import bowl, cup_plain, leaf, leafmat, plate, pot
from scenes_veg import tomato

PI = math.pi


# ---------------------------------------------------------------- materials
def milk(name="milk", c="#f7f2e8", c2=None):
    return P.surf(name, c, c2 or c, nscale=0.3, rough=0.25, rvar=0.05, sss=0.8, sssr=(0.7, 0.6, 0.5), coat=0.3)


def choc():
    return P.surf("choc", "#6d4630", "#633e29", nscale=0.15, rough=0.25, rvar=0.05, sss=0.4, sssr=(0.4, 0.25, 0.15), coat=0.3)


def alu():
    if "alu" in P._cache:
        return P._cache["alu"]
    m = P.Nodes("alu")
    turn = m.noise(1.0, m.objvec((0.05, 0.05, 6.0)), detail=4)
    smear = m.noise(0.10, detail=6, rough=0.75)
    c = m.ramp(smear, [(0.3, P.col("#a9adb0")), (0.7, P.col("#cfd2d3"))])
    scr = m.step(m.noise(1.0, m.objvec((0.6, 0.6, 9.0)), detail=6, rough=0.7, dist=0.4), 0.62, 0.72)
    c = m.mix(m.math("MULTIPLY", scr, 0.25), c, P.col("#6f7477"))
    m.set(Base_Color=c, Metallic=1.0, Anisotropic=0.4)
    m.set(Roughness=m.math("ADD", m.math("MULTIPLY", smear, 0.28), m.math("ADD", m.math("MULTIPLY", turn, 0.12), 0.16)))
    m.set(Normal=m.bump(m.noise(0.12, detail=2), 0.35, m.bump(turn, 0.012, m.bump(scr, 0.01))))
    P._cache["alu"] = m.mat
    return m.mat


def paper_cap():
    return P.linen("capcloth", "#e9e2d2", "#cfc4ac", weave=7)


def label(kind, bg, fg, w=2800, h=1400):
    """Plain paper label with a small motif: a leaf, a drop or waves."""
    y, x = np.mgrid[0:h, 0:w]
    im = np.ones((h, w, 3)) * np.array(P_srgb(bg))
    f = np.array(P_srgb(fg))
    im[(y < h * 0.06) | (y > h * 0.94)] = f
    X, Y = (x - w / 2) / h, (y - h / 2) / h
    if kind == "drop":
        q = (X ** 2 + (Y - 0.08) ** 2 < 0.17 ** 2) | ((Y < 0.08) & (Y > -0.26) & (np.abs(X) < 0.17 * ((Y + 0.26) / 0.34) ** 0.9))
        hole = (X + 0.05) ** 2 + (Y - 0.1) ** 2 < 0.05 ** 2
        im[q & ~hole] = f
    elif kind == "waves":
        # three waves, the middle one longest
        for k, (y0, half) in enumerate(((-0.15, 0.30), (0.0, 0.42), (0.15, 0.30))):
            c = y0 + 0.042 * np.cos(X * 2 * PI / 0.28 + k * PI)
            t = 0.030 * np.clip((half - np.abs(X)) / 0.08, 0, 1) ** 0.5
            im[(np.abs(Y - c) < t) & (np.abs(X) < half)] = f
    else:  # leaf
        for a in (-0.75, 0.0, 0.75):
            u = X * math.sin(a) - (Y - 0.22) * math.cos(a)
            v = X * math.cos(a) + (Y - 0.22) * math.sin(a)
            im[(u > 0) & (u < 0.46) & (np.abs(v) < 0.075 * np.sin(np.clip(u / 0.46, 0, 1) * PI) ** 0.8) & (np.abs(v) > 0.008)] = f
    # smooth edges
    return im.reshape(h // 2, 2, w // 2, 2, 3).mean((1, 3)).astype(np.float32)


def P_srgb(h):
    h = h.lstrip("#")
    return [int(h[i : i + 2], 16) / 255 for i in (0, 2, 4)]


# ---------------------------------------------------------------- shapes
BOTTLE = [(2.9, 0.0), (3.5, 0.15), (3.75, 0.7), (3.78, 2.5), (3.78, 11.0), (3.6, 13.2), (2.6, 15.6), (1.95, 17.4), (1.8, 19.0), (1.85, 20.0)]
JAR = [(2.9, 0.0), (3.5, 0.1), (3.8, 0.6), (3.9, 2.0), (3.9, 5.6), (3.7, 6.6), (3.35, 7.2), (3.35, 7.6)]


def bottle(loc, fill=17.2, content=None, cap="cloth", lab=None, rot=0.0, prof=BOTTLE, sc=1.0, wall=0.26, band=(3.5, 8.6), arc=2.6):
    """Glass with wall thickness; the content reaches a little into the glass."""
    content = content or milk()
    R = P.bpy.data.objects.new("bottle", None)
    P.link(R)
    R.location, R.rotation_euler, R.scale = loc, (0, 0, rot), (sc,) * 3

    def add(me, mat, **k):
        o = P.obj(me, mat=mat, **k)
        o.parent = R
        return o

    zt, rt = prof[-1][1], prof[-1][0]
    if prof is BOTTLE:
        lip = [(rt + 0.35, zt + 0.05), (rt + 0.45, zt + 0.5), (rt + 0.35, zt + 1.1), (rt + 0.05, zt + 1.2), (rt - 0.2, zt + 1.1)]
    else:
        lip = [(rt + 0.15, zt + 0.1), (rt + 0.2, zt + 0.5), (rt + 0.05, zt + 0.7), (rt - 0.2, zt + 0.6)]
    inner = [(r - wall, z) for r, z in prof if z > 0.5][::-1]
    g = [(0, 0.35), (prof[0][0] - 0.6, 0.25), (prof[0][0] - 0.3, 0.0)] + prof + lip + inner + [(prof[2][0] - wall - 0.4, 0.75), (0, 0.8)]
    add(P.lathe(g, 96, 3, name="glass"), P.glass())
    p = P.chaikin(prof, 3)
    zs = np.linspace(0.78, fill, 60)
    rs = np.interp(zs, p[:, 1], p[:, 0]) - wall + 0.03
    m = [(0, 0.72), (rs[0] - 0.5, 0.72)] + list(zip(rs, zs)) + [(rs[-1] + 0.005, fill + 0.06), (rs[-1] - 0.12, fill), (0, fill - 0.02)]
    add(P.lathe(m, 96, 0, name="content"), content)
    top = zt + (1.2 if prof is BOTTLE else 0.7)
    rc = rt + (0.5 if prof is BOTTLE else 0.25)
    if cap == "cloth":
        sd = int(rnd(0, 999))
        nf = 13 if prof is BOTTLE else 22
        skirt = 2.0 if prof is BOTTLE else 1.5
        U, T = np.meshgrid(np.linspace(0, 1, 46), np.linspace(0, 2 * PI, 160, endpoint=False), indexing="ij")
        s = U * (rc + 0.7 + skirt)
        onto = np.clip(s / rc, 0, 1)
        fall = np.clip((s - rc) / 0.7, 0, 1)
        fl = np.clip((s - rc - 0.7) / skirt, 0, 1)
        ruf = np.sin(nf * T + sd + 0.8 * np.sin(3 * T)) + 0.4 * np.sin((nf * 2 + 1) * T + sd)
        r = rc * onto * 1.04 - 0.12 * fall + fl * (0.85 + 0.05 * np.sin(2 * T)) + ruf * (0.05 * fall + 0.24 * fl)
        z = top + 0.10 - 0.12 * onto ** 4 - 0.72 * fall - fl * (skirt * 0.62 + 0.12 * np.sin(3 * T + sd)) + 0.10 * ruf * fl + 0.05 * P.noise3(np.stack([r * np.cos(T), r * np.sin(T), 0 * r], -1), 1.0, sd, 2)
        me = P.gridmesh(np.stack([r * np.cos(T), r * np.sin(T), z], -1), wrap_v=True, name="cap")
        at = me.attributes.new("cm", "FLOAT_VECTOR", "POINT")
        at.data.foreach_set("vector", np.stack([s * np.cos(T), s * np.sin(T), 0 * s], -1).reshape(-1).astype(np.float32))
        o = add(me, paper_cap())
        sm = o.modifiers.new("s", "SOLIDIFY")
        sm.thickness = 0.07
        st = P.surf("string", "#a98a5e", "#8a6d45", nscale=3, rough=0.9, bump=((6, 0.05),))
        for dz in (0.0, 0.2, 0.38):
            th = np.linspace(0, 2 * PI, 90)
            rr = rc + 0.08 + 0.03 * np.sin(5 * th + dz * 9)
            add(P.sweep(np.stack([rr * np.cos(th), rr * np.sin(th), top - 0.78 + dz + 0.05 * np.sin(2 * th)], -1), 0.10, 8, smooth=0), st)
        for a in (-0.25, 0.2):
            c, s_ = math.cos(-PI / 2 + a), math.sin(-PI / 2 + a)
            add(P.sweep([(rc * c, rc * s_, top - 0.6), ((rc + 0.9) * c, (rc + 0.9) * s_, top - 0.7), ((rc + 1.1) * c, (rc + 1.1) * s_, top - 1.9), ((rc + 0.95) * c + a, (rc + 0.95) * s_, top - 3.1)], 0.085, 8), st)
    elif cap == "paper":
        add(P.lathe([(0, top + 0.06), (rc - 0.25, top + 0.06), (rc + 0.02, top + 0.0), (rc + 0.08, top - 0.5), (rc + 0.16, top - 0.95), (rc + 0.12, top - 0.97)], 120, 2,
                    fn=lambda Q, T, t: Q * np.stack([1 + 0.025 * np.sign(np.sin(30 * T)) * (t > 0.45)] * 2 + [np.ones_like(T)], -1)),
            P.surf("foil", "#b9c6cc", "#a9b8c0", nscale=0.8, rough=0.3, metal=0.9, bump=((1.5, 0.06), (5, 0.02))))
    if lab is not None:
        z0, z1 = band
        th = np.linspace(-arc / 2, arc / 2, 60) - PI / 2
        zz = np.linspace(z0, z1, 24)
        T, Z = np.meshgrid(th, zz, indexing="ij")
        rr = np.interp(Z, p[:, 1], p[:, 0]) + 0.035 + 0.02 * (np.abs(T + PI / 2) / (arc / 2)) ** 8
        me = P.gridmesh(np.stack([rr * np.cos(T), rr * np.sin(T), Z], -1), name="label")
        add(me, lab)
    return R


def labmat(name, kind, bg, fg):
    return P._cache.get(name) or P.imgmat(name, label(kind, bg, fg), rough=0.75)


def churn(loc, rot=0.0, sc=1.0, lid=True):
    body = [(0, 0.4), (9.0, 0.4), (9.2, 0.0), (10.0, 0.0), (10.2, 0.3), (10.2, 1.6), (9.9, 1.8), (9.9, 2.1), (10.0, 2.4), (10.0, 22.0), (10.0, 23.5), (10.25, 23.8), (10.25, 24.5), (9.9, 24.8), (9.2, 26.6),
            (7.2, 29.4), (6.3, 31.0), (6.1, 32.2), (6.15, 34.6), (7.0, 35.2), (7.3, 35.6), (7.2, 36.1), (6.8, 36.2), (6.2, 35.4), (5.8, 34), (5.8, 30), (0, 29)]
    sd = int(rnd(0, 999))
    f = lambda Q, T, t: Q * np.stack([1 + 0.006 * P.noise3(Q, 0.16, sd, 2)] * 2 + [np.ones_like(T)], -1)
    parts = [P.lathe(body, 144, 2, f, "churn")]
    for sg in (0, PI):
        h = P.sweep([(6.9, -1.7, 30.3), (9.2, -2.3, 31.4), (11.0, -2.4, 30.6), (11.2, 0, 30.2), (11.0, 2.4, 30.6), (9.2, 2.3, 31.4), (6.9, 1.7, 30.3)], 0.48, 14, smooth=3)
        h.transform(P.xf((0, 0, 0), (0, 0, sg)))
        parts.append(h)
    if lid:
        parts.append(P.lathe([(0, 38.6), (3.0, 38.5), (5.4, 38.2), (6.4, 37.6), (6.7, 37.0), (7.6, 36.7), (7.8, 36.4), (7.5, 36.15), (6.6, 36.1)], 96, 3, f))
        h = P.sweep([(-2.6, 0, 38.3), (-2.7, 0, 39.6), (-1.9, 0, 40.5), (0, 0, 40.7), (1.9, 0, 40.5), (2.7, 0, 39.6), (2.6, 0, 38.3)], 0.45, 12, smooth=3)
        parts.append(h)
    return P.obj(P.join(parts, "churn"), loc, (0, 0, rot), sc, alu())


def strawberry(r=1.7):
    name = "straw_b"
    if name not in P._cache:
        m = P.Nodes(name)
        z = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]}).outputs[2]
        c = m.ramp(m.noise(0.6, detail=3), [(0.3, P.col("#a80f14")), (0.7, P.col("#c41d1a"))])
        c = m.mix(m.math("MULTIPLY", m.step(m.math("ADD", z, m.noise(1.5)), 0.7, 1.7), 0.6), c, P.col("#e2a58a"))
        m.set(Base_Color=c, Roughness=0.22, Coat_Weight=0.6, Coat_Roughness=0.12, Subsurface_Weight=0.3, Subsurface_Radius=(0.4, 0.08, 0.05), Subsurface_Scale=0.5)
        m.set(Normal=m.bump(m.noise(2.2), 0.06))
        P._cache[name] = m.mat
    prof = P.chaikin([(0, 0.75 * r), (0.35 * r, 0.85 * r), (0.85 * r, 0.7 * r), (1.0 * r, 0.2 * r), (0.85 * r, -0.5 * r), (0.45 * r, -1.2 * r), (0.15 * r, -1.48 * r), (0, -1.5 * r)], 4)
    sd = int(rnd(0, 999))
    n = 130
    seeds = []
    for i in range(n):
        t = (i + 0.5) / n
        k = int((0.13 + 0.84 * t) * (len(prof) - 1))
        a = i * 2.39996
        seeds.append((prof[k][0] * math.cos(a), prof[k][0] * math.sin(a), prof[k][1]))
    seeds = np.array(seeds)

    def warp(Q):
        return Q * (1 + 0.05 * P.noise3(Q, 0.5, sd, 1))[..., None]

    def f(Q, T, t):
        d = np.sqrt(((Q[:, :, None, :] - seeds) ** 2).sum(-1)).min(2)
        n_ = Q / (np.linalg.norm(Q, axis=-1, keepdims=True) + 1e-6)
        return warp(Q - n_ * (0.085 * np.exp(-((d / 0.17) ** 2)) * r)[..., None])

    body = P.withmat(P.lathe(prof, 120, 0, f), P._cache[name])
    parts, tr = [body], [None]
    sm = P.lathe([(0, -0.1), (0.045, -0.03), (0.04, 0.05), (0, 0.1)], 8, 2)
    P.withmat(sm, P.surf("sseed", "#d8a94a", "#b98a35", rough=0.5))
    for s in warp(seeds):
        parts.append(sm)
        d = P.Vector(s).normalized()
        tr.append(P.Matrix.Translation(P.Vector(s) - d * 0.055 * r) @ P.Vector((d.y * d.z, -d.x * d.z, 1)).to_track_quat("Z", "Y").to_matrix().to_4x4() @ P.Matrix.Diagonal((1, 1, 1, 1)))
    g = P.surf("scalyx", "#5f8f35", "#47752a", nscale=1, rough=0.55, orand=0.2)
    for i in range(9):
        parts.append(P.withmat(leaf(rnd(0.9, 1.2) * r, 0.2 * r, curl=rnd(-0.9, 0.7), nu=12, nv=5, fold=0.3), g))
        tr.append(P.xf((0, 0, 0.78 * r), (rnd(-0.2, 0.2), rnd(-0.2, 0.25), i * 2 * PI / 9 + rnd(-0.2, 0.2))))
    parts.append(P.withmat(P.sweep([(0, 0, 0.75 * r), (0.05, 0.1, 1.1 * r), (0.3, 0.2, 1.5 * r)], 0.08, 7), g))
    tr.append(None)
    return P.join(parts, "strawberry", tr)


def candy(L=3.2, r=0.85, sd=0):
    """Caramel in twisted waxed paper, along x."""
    g = np.random.default_rng(sd)
    nu, nt = 120, 96
    U, T = np.meshgrid(np.linspace(-1, 1, nu), np.linspace(0, 2 * PI, nt, endpoint=False), indexing="ij")
    half = L / 2
    ear = 1.55
    X = U * (half + ear)
    a = np.abs(X)
    bodyr = r * np.clip(1 - np.clip((a - half + 0.35) / 0.5, 0, 1) ** 2 * 0.82, 0.16, 1)
    e = np.clip((a - half - 0.15) / (ear - 0.15), 0, 1)
    rad = bodyr + e ** 0.9 * r * 1.0
    npl = 9
    tw = np.sign(X) * np.clip((a - half + 0.2) / 0.8, 0, 1) * 2.2
    pleat = np.sin(npl * (T + tw) + g.uniform(0, 6) + 0.7 * np.sin(2 * T))
    near = np.clip((a - half + 0.7) / 0.7, 0, 1)
    rad = rad * (1 + pleat * (0.025 + 0.11 * near) * np.where(e > 0, 1, 1))
    sq = 1 - 0.10 * np.cos(4 * T) * (1 - near)
    rad = rad * sq
    y, z = rad * np.cos(T + 0.5 * tw), rad * np.sin(T + 0.5 * tw)
    # ears are flat fans
    fl = 1 - 0.72 * e
    ang = g.uniform(0, PI)
    c, s = np.cos(ang), np.sin(ang)
    y2, z2 = c * y + s * z, -s * y + c * z
    z2 = z2 * fl + 0.16 * e * np.sin(y2 * 5 + g.uniform(0, 6))
    y, z = c * y2 - s * z2, s * y2 + c * z2
    X = X + e * 0.15 * np.sin(3 * T + g.uniform(0, 6)) + e * 0.12 * pleat
    Q = np.stack([X, y, z], -1)
    Q[..., 1:] += (P.noise3(Q, 1.6, sd, 2) * 0.035)[..., None]
    bend = g.uniform(-0.10, 0.10)
    Q[..., 1] += bend * Q[..., 0] ** 2 * 0.3
    return P.gridmesh(Q, wrap_v=True, name="candy")


# ---------------------------------------------------------------- set
def dairy_set(y=62, rad=10.5, fill=0.42, wallc=("#c3d3d8", "#b3c7ce", "#d0dcdd"), light=(0.93, 0.97, 1.0), side=-1):
    P.world("#dfe8ee", fill)
    P.window((side * 118, 0, 72), (0, 5, 6), radiance=rad, color=light)
    P.wall(*wallc[:2], y=y, c3=wallc[2], bump=0.4)
    P.table(P.wood("w_light", "#dcc7a6", "#b3946c", rough=0.6), d=y + 45, y0=-45, plank=15, edge=0.3, gap=0.2)


def blue_cloth():
    return P.linen("l_morn", "#c4ced3", "#9aa9b1")


def white_cloth():
    return P.linen("l_white", "#e8e5dc", "#cbc6b8")


@scene("susu-sagara/susu-botol")
def susu_botol():
    dairy_set()
    lb = labmat("lab_blue", "waves", "#42708c", "#f1ece0")
    P.cloth(46, 32, blue_cloth(), (6, 0, 0.12), 0.25, amp=1.0, folds=8, sd=5, flat=((-4, 0, 5), (6.5, 6, 5), (13, -4, 5)))
    bottle((-5, 0, 0.3), 17.0, cap="cloth", lab=lb, rot=0.2)
    bottle((5.5, 6.5, 0.3), 17.0, cap="cloth", lab=lb, rot=-0.3)
    bottle((-13.5, 10, 0.05), 17.0, cap="paper", lab=lb, rot=0.5)
    glass_of_milk((12, -4.5, 0.3))
    P.camera((3, -66, 22), (1.0, 3, 10.3), 62, 4.5, focus=(-4, -4, 9))
    return dict(exposure=0.42)


def glass_of_milk(loc, fill=7.4, h=9.6, content=None):
    prof = [(2.5, 0.0), (2.75, 0.12), (2.95, 0.9), (3.15, 4.0), (3.4, h - 0.2), (3.42, h)]
    w = 0.17
    g = [(0, 0.2), (2.2, 0.15), (2.3, 0.0)] + prof + [(3.34, h + 0.1), (3.42 - w, h)] + [(r - w, z) for r, z in prof[2:-1]][::-1] + [(2.6, 1.0), (0, 1.0)]
    P.obj(P.lathe(g, 96, 3), loc, mat=P.glass())
    p = np.array(prof)
    zs = np.linspace(1.02, fill, 40)
    rs = np.interp(zs, p[:, 1], p[:, 0]) - w + 0.025
    P.obj(P.lathe([(0, 0.97), (rs[0] - 0.4, 0.97)] + list(zip(rs, zs)) + [(rs[-1], fill + 0.08), (rs[-1] - 0.15, fill), (0, fill)], 96, 0), loc, mat=content or milk())


@scene("susu-sagara/susu-cokelat")
def susu_cokelat():
    dairy_set(wallc=("#cbcac2", "#bfbdb3", "#d6d4cb"))
    lb = labmat("lab_choc", "drop", "#efe3cd", "#5a3524")
    P.cloth(40, 30, white_cloth(), (-4, 2, 0.12), -0.2, amp=1.1, folds=8, sd=15, flat=((-3.5, 1, 5), (6.5, 8, 5), (8, -6, 4)))
    bottle((-4.5, 0.5, 0.3), 17.0, choc(), "cloth", lb, 0.15)
    bottle((5.0, 8.5, 0.3), 17.0, choc(), "cloth", lb, -0.3)
    glass_of_milk((8.5, -4.5, 0.3), content=choc())
    # broken chocolate
    cm = P.surf("chocbar", "#3c2116", "#2e180f", nscale=0.5, rough=0.35, rvar=0.1, bump=((0.8, 0.05), (4, 0.01)), sss=0.1)
    for x, y, z, e in ((-13, -7.5, 0.15, (0, 0, 0.3)), (-10.5, -9.2, 0.15, (0, 0, 1.1)), (-12.3, -7.6, 1.25, (0.1, 0.14, 0.9)), (-15.6, -5.4, 0.15, (0, 0, 0.7)), (-8.4, -6.6, 0.15, (0, 0, 2.0))):
        P.obj(P.box(2.5, 2.1, 1.1, 0.25, 0.06), (x, y, z), e, mat=cm)
    P.camera((3, -62, 21), (0.2, 3, 10.0), 62, 4.5, focus=(-4, -4, 9))
    return dict(exposure=0.42)


@scene("susu-sagara/yoghurt")
def yoghurt():
    dairy_set(wallc=("#d3d3d0", "#c5c7c6", "#dddcd7"))
    pink = milk("yopink", "#eab4b4", "#e39fa3")
    wh = milk("yowhite", "#f5f0e6")
    lb = labmat("lab_pink", "leaf", "#f4ece1", "#b8566a")
    lw = labmat("lab_sea", "leaf", "#f4ece1", "#557f86")
    P.cloth(44, 32, white_cloth(), (2, 2, 0.12), 0.18, amp=1.0, folds=8, sd=25, flat=((-5, 0, 5), (5, 5, 5), (-12, 9, 5), (12, -3, 4)))
    k = dict(prof=JAR, band=(1.6, 5.0), arc=2.2)
    bottle((-5.5, -0.5, 0.3), 6.6, pink, None, lb, 0.25, **k)
    bottle((4.8, 5.5, 0.3), 6.6, wh, "cloth", lw, -0.2, **k)
    bottle((-13.5, 9.5, 0.3), 6.6, pink, "cloth", lb, 0.4, **k)
    bottle((15.5, 12, 0.1), 6.6, wh, "cloth", lw, -0.4, **k)
    sb = [strawberry(rnd(1.5, 1.85)) for _ in range(3)]
    # one berry on top of the open jar, others on the cloth
    P.obj(sb[0], (-5.3, -0.8, 7.7), (1.9, 0.2, 0.7), 0.85)
    for i, p, e in ((1, (6.0, -7.5, 1.75), (1.75, 0.1, 0.6)), (2, (10.2, -5.2, 1.7), (1.65, 0.3, 2.3)), (0, (9.0, -10.0, 1.6), (1.8, 0.0, 4.2)), (1, (-13.2, -5.0, 1.7), (1.7, 0.2, 5.5)), (2, (13.9, -8.8, 1.7), (1.7, 0, 1.2))):
        P.obj(sb[i], p, e, rnd(0.92, 1.05))
    mint = leafmat("l_mint", "#5f9a4a", "#43813a")
    for a in (0.2, 1.9, 3.6):
        P.obj(leaf(2.0, 0.65, curl=0.5), (-6.6, -1.9, 7.2), (0.2, -0.35, a + 1.0), mat=mint)
    P.camera((3, -54, 25), (0.6, 1, 4.8), 62, 4.5, focus=(-4, -3, 5))
    return dict(exposure=0.42)


@scene("susu-sagara/keju-mozzarella")
def keju():
    dairy_set(wallc=("#c6ced0", "#b9c4c6", "#d2d8d6"))
    m = P.surf("mozz", "#f6f0df", "#efe6d0", nscale=0.2, rough=0.22, rvar=0.10, sss=0.7, sssr=(0.8, 0.65, 0.45), bump=((0.35, 0.18), (1.6, 0.06), (5, 0.012)), coat=0.5, coat_rough=0.12)
    cut = P.surf("mozzcut", "#f7f2e4", "#efe7d4", nscale=0.5, rough=0.4, rvar=0.1, sss=0.7, sssr=(0.8, 0.65, 0.45), bump=((1.2, 0.16), (4, 0.06)))
    board = P.box(34, 21, 1.9, 0.5)
    P.obj(board, (-1, 2, 0.05), (0, 0, 0.13), mat=P.wood("w_board", "#a87849", "#6f4829", rough=0.5))
    zb = 1.95

    def ball(r, sd):
        def f(Q, T, t):
            s = 1 + 0.045 * P.noise3(Q, 0.24, sd, 3)
            # the pinched knot on top and the sag of a soft ball
            d_ = np.hypot(Q[..., 0] - 0.12 * r, Q[..., 1] + 0.3 * r) / r
            up = Q[..., 2] > 0
            fold = np.sin(7 * np.arctan2(Q[..., 1] + 0.3 * r, Q[..., 0] - 0.12 * r) + sd)
            s = s - up * (0.09 * np.exp(-((d_ / 0.13) ** 2)) - 0.018 * fold * np.exp(-(((d_ - 0.24) / 0.16) ** 2)))
            Q = Q * s[..., None]
            Q[..., 2] *= 0.86
            Q[..., :2] *= (1 + 0.07 * np.clip(-Q[..., 2] / r, 0, 1))[..., None]
            Q[..., 2] = np.maximum(Q[..., 2], -r * 0.64)
            return Q
        return P.lathe([(r * math.sin(a), -r * 0.88 * math.cos(a)) for a in np.linspace(0, PI, 46)], 90, 0, f)

    P.obj(ball(4.3, 1), (-8.2, 4.0, zb + 2.74), (0, 0, 1), mat=m)
    P.obj(ball(3.9, 2), (0.6, 7.2, zb + 2.48), (0, 0, 2), mat=m)
    # a cut ball and its slices, leaning
    def slice_(r, th):
        sd = int(rnd(0, 999))
        pr = [(0, 0), (r * 0.85, 0), (r * 0.97, 0.1), (r, th * 0.5), (r * 0.97, th - 0.1), (r * 0.85, th), (0, th)]
        return P.lathe(pr, 90, 3, lambda Q, T, t: Q * np.stack([1 + 0.03 * np.cos(2 * T + sd) + 0.02 * P.noise3(Q, 0.6, sd, 2)] * 2 + [np.ones_like(T)], -1))
    for i in range(5):
        r = 3.9 - 0.16 * abs(i - 1.5)
        lean = 0.0 if i == 0 else 0.34
        P.obj(slice_(r, 0.85), (1.0 + i * 2.2, -1.6 - i * 0.5, zb + 0.03 + 0.02 * i + (0.0 if i == 0 else 0.95)), (0, lean, rnd(0, 0.2)), mat=cut)
    bas = leafmat("l_basil", "#4b8a35", "#357029", "#9cc07c")
    for p, e, L in (((-2.6, -3.6, zb + 0.5), (0.1, -0.25, 2.6), 5.6), ((-2.2, -4.0, zb + 0.6), (-0.2, -0.3, 4.2), 5.0), ((-1.6, -3.2, zb + 0.6), (0.2, -0.4, 0.9), 4.6), ((-2.2, -3.6, zb + 0.9), (0, -0.9, 5.6), 2.6)):
        P.obj(leaf(L, L * 0.33, curl=rnd(0.7, 1.1), fold=0.35), p, e, mat=bas)
    t = [tomato(2.0, 5), tomato(2.0, 6)]
    for i, p, e in ((0, (-14.5, -7.5, 1.65), (0.4, 0.2, 1)), (1, (-10.4, -10.5, 1.65), (0.2, -0.4, 2)), (0, (18.5, 8.5, 1.65), (0, 0.3, 0)), (1, (-7.6, -4.2, zb + 1.6), (0.3, 0, 0))):
        P.obj(t[i], p, e, rnd(0.92, 1.05))
    P.cloth(34, 26, blue_cloth(), (16, 12, 0.05), 0.5, amp=1.3, folds=8, sd=35)
    P.camera((4, -54, 30), (0.2, 1.2, 3.6), 60, 5.0, focus=(-4, -3, 5))
    return dict(exposure=0.3)


@scene("susu-sagara/permen-susu")
def permen():
    dairy_set(wallc=("#c9d2d3", "#bcc8ca", "#d5dbd9"))
    ms = []
    papers = [P.surf("wax%d" % i, a, b, nscale=1.0, rough=0.4, rvar=0.1, bump=((3, 0.03), (9, 0.01)), sss=0.3, sssr=(0.4, 0.3, 0.2), coat=0.35, coat_rough=0.25) for i, (a, b) in enumerate((("#f3ead8", "#eadfc6"), ("#e9c9a0", "#dfba8a"), ("#9fc0cc", "#8db1be")))]
    for i in range(12):
        ms.append(P.withmat(candy(rnd(2.7, 3.2), rnd(0.82, 0.95), i), papers[(0, 1, 0, 2)[i % 4]]))
    P.cloth(44, 32, white_cloth(), (-2, 2, 0.12), -0.15, amp=1.0, folds=8, sd=45, flat=((-2, 4, 8), (11, -6, 4)))
    P.obj(bowl(8.2, 5.6), (-2, 4, 0.3), mat=P.glaze("bw", "#a06848", "#7f9aa6", "#64828f", line=1.6, rough=0.12, streak=0.4))
    n = 46
    ln = [(0, 1.9), (2.6, 2.0), (4.6, 3.2), (5.8, 4.8), (6.5, 6.4), (7.4, 6.7), (12, 6.0)]
    c = P.pack([1.25] * n, [(-2 + rnd(-4, 4), 4 + rnd(-4, 4), 4 + i * 0.5) for i in range(n)], 0, ln, (-2, 4))
    for i in range(n):
        P.obj(ms[i % 12], c[i], (rnd(-0.5, 0.5), rnd(-0.45, 0.45), rnd(0, PI)), rnd(0.9, 1.02))
    car = P.surf("caramel", "#b97a3d", "#a5672e", nscale=0.5, rough=0.3, rvar=0.1, sss=0.4, sssr=(0.6, 0.3, 0.1), bump=((0.9, 0.06),), coat=0.3)
    for x, y, a in ((11.0, -6.5, 0.3), (13.6, -4.6, 1.1), (12.3, -8.9, 0.8)):
        P.obj(P.box(2.1, 2.0, 1.7, 0.3, 0.05), (x, y, 0.35), (0, 0, a), mat=car)
    P.obj(P.box(2.1, 2.0, 1.7, 0.3, 0.05), (12.2, -5.9, 2.05), (0.08, -0.05, 0.6), mat=car)
    for k, p, a in ((0, (-11.5, -8.5, 1.2), 0.5), (3, (-5.5, -11.5, 1.2), 2.4), (1, (4.8, -9.6, 1.2), 0.1), (5, (16.5, 3.5, 1.2), 1.2), (2, (-15, 0, 1.2), 2.0)):
        P.obj(ms[k], p, (rnd(0, 3), 0.0, a))
    P.camera((4, -50, 27), (0.6, 0.4, 4.0), 66, 5.0, focus=(-1, -3, 6))
    return dict(exposure=0.42)


@scene("susu-sagara/sampul")
def sampul():
    dairy_set(y=78, rad=8.5, fill=0.34)
    P.sun(strength=5.0, y=(-128, -8), z=(52, 122), nx=3, bar=7)
    P.cloth(60, 28, blue_cloth(), (12, -10, 0.12), -0.08, amp=1.0, folds=9, sd=55, flat=((8, -8, 5), (18, -3, 5), (0, -13, 5), (27, -9, 5)))
    churn((-17, 10, 0.05), 0.5, 0.92)
    churn((7, 25, 0.05), -0.4, 0.92)
    lb = labmat("lab_blue", "waves", "#42708c", "#f1ece0")
    bottle((8, -7, 0.3), 17.0, cap="cloth", lab=lb, rot=0.1)
    bottle((18.5, -1, 0.3), 17.0, cap="cloth", lab=lb, rot=-0.2)
    bottle((28, 6, 0.1), 17.0, cap="paper", lab=lb, rot=-0.3)
    glass_of_milk((-1.5, -13, 0.3))
    # enamel jug
    jug = pot([(4.6, 0), (5.0, 0.2), (5.6, 2.5), (5.4, 6.5), (4.4, 10), (4.0, 12), (4.6, 13.6)], 0.2, 0.4, foot=False)
    P.obj(jug, (-35, -1, 0.05), mat=P.surf("enamel", "#eef0ec", "#e6e9e6", rough=0.12, rvar=0.04, coat=0.4))
    P.camera((2, -100, 30), (0.5, 4, 16.0), 46, 4.5, focus=(6, -9, 12))
    return dict(exposure=0.42)
