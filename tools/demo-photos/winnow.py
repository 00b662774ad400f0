"""A winnowing tray of flat strips with a bound rim, as food is dried and served on."""
import math

import numpy as np

import parts as P

PI = math.pi


def strips(name, light, dark, n=(20, 20), attr=None, rough=0.5, twill=1, tints=None):
    """Flat strips that pass over and under each other along the two UV directions.

    n: strips along u and v; twill: how many strips one passes over; tints: colour of every third strip."""
    if name in P._cache:
        return P._cache[name]
    m = P.Nodes(name)
    uv = m.n("Attribute", attribute_name=attr).outputs["Vector"] if attr else m.tc.outputs["UV"]
    s = m.n("SeparateXYZ", {0: uv})
    u, v = m.math("MULTIPLY", s.outputs[0], float(n[0])), m.math("MULTIPLY", s.outputs[1], float(n[1]))
    iu, iv, fu, fv = m.math("FLOOR", u), m.math("FLOOR", v), m.math("FRACT", u), m.math("FRACT", v)
    k = m.math("FLOORED_MODULO", m.math("ADD", iu, iv), 2.0 * twill)
    over = m.math("LESS_THAN", k, twill - 0.5)

    def across(f):
        d = m.math("ABSOLUTE", m.math("SUBTRACT", f, 0.5))
        return m.step(d, 0.5, 0.40)

    def bulge(f):
        return m.math("SINE", m.math("MULTIPLY", f, PI))

    # a strip along u is bounded in v, and rises in the middle of its crossing
    ha = m.math("MULTIPLY", across(fv), m.math("ADD", 0.55, m.math("MULTIPLY", bulge(fu), 0.45)))
    hb = m.math("MULTIPLY", across(fu), m.math("ADD", 0.55, m.math("MULTIPLY", bulge(fv), 0.45)))
    h = m.n("Mix", {0: over, 2: hb, 3: ha}, data_type="FLOAT").outputs[0]
    # each strip has a shade of its own
    wa = m.n("TexWhiteNoise", {"W": iv}, noise_dimensions="1D").outputs["Value"]
    wb = m.n("TexWhiteNoise", {"W": m.math("ADD", iu, 57.3)}, noise_dimensions="1D").outputs["Value"]
    w = m.n("Mix", {0: over, 2: wb, 3: wa}, data_type="FLOAT").outputs[0]
    c = m.mix(m.math("MULTIPLY", w, 0.75), P.col(light), P.col(dark))
    if tints:
        tb = m.math("LESS_THAN", m.math("FLOORED_MODULO", iu, 3.0), 0.5)
        c = m.mix(m.math("MULTIPLY", m.math("SUBTRACT", 1.0, over), tb), c, P.col(tints))
    c = m.mix(m.math("MULTIPLY", m.noise(0.5, detail=4), 0.35), c, P.col(dark), "MULTIPLY")
    c = m.mix(m.step(h, 0.45, 0.05), c, P.col("#2d1f12"))
    m.set(Base_Color=c, Roughness=rough, Specular_IOR_Level=0.35, Normal=m.bump(h, 0.16, m.bump(m.noise(6, detail=2), 0.02)))
    P._cache[name] = m.mat
    return m.mat


def cane(name="cane", a="#c99f5f", b="#a87b3f", c="#8a6232"):
    return P.surf(name, a, b, c, nscale=0.8, rough=0.45, bump=((2, 0.03), (8, 0.015)), orand=0.1)


def hoop(r, z, rad, mat, loc=(0, 0, 0), rot=(0, 0, 0), binding=None, n=26):
    """A cane ring, bound with narrow strips."""
    a = np.linspace(0, 2 * PI, 140)
    M = P.xf(loc, rot)
    o = P.obj(P.sweep(np.stack([r * np.cos(a), r * np.sin(a), 0 * a + z], -1), rad, 10, smooth=0), mat=mat)
    o.matrix_world = M
    if binding:
        ring = P.withmat(P.lathe([(rad * 1.05, -0.28), (rad * 1.16, 0), (rad * 1.05, 0.28)], 18, 1), binding)
        for i in range(n):
            t = 2 * PI * i / n
            o = P.obj(ring)
            o.matrix_world = M @ P.xf((r * math.cos(t), r * math.sin(t), z), (0, 0, t)) @ P.xf(rot=(PI / 2, 0, 0))


def winnow(loc, rot=(0, 0, 0), r=20.0, deep=2.6, name="tampah", colors=("#d9bd84", "#b28c4f")):
    """Round shallow tray (tampah) of flat strips with a bound rim; its middle at loc."""
    U, T = np.meshgrid(np.linspace(0, 1, 40), np.linspace(0, 2 * PI, 120, endpoint=False), indexing="ij")
    z = deep * np.clip((U - 0.55) / 0.45, 0, 1) ** 1.7
    Q = np.stack([r * U * np.cos(T), r * U * np.sin(T), z], -1)
    me = P.gridmesh(Q, wrap_v=True, name="tampah")
    at = me.attributes.new("cm", "FLOAT_VECTOR", "POINT")
    at.data.foreach_set("vector", np.stack([Q[..., 0] + 99, Q[..., 1] + 99, 0 * z], -1).reshape(-1).astype(np.float32))
    o = P.obj(me, mat=strips(name, *colors, n=(0.72, 0.72), attr="cm", twill=2))
    o.matrix_world = P.xf(loc, rot)
    s = o.modifiers.new("s", "SOLIDIFY")
    s.thickness = 0.25
    hoop(r, deep - 0.3, 0.65, cane(), loc, rot, cane("bind", "#8a5f30", "#6d4822", "#9b7340"), 30)
    hoop(r + 0.1, deep + 0.5, 0.5, cane(), loc, rot)
