"""Reusable parts for the demo pictures. Every length is in centimetres."""
import math
import warnings

import bpy
import numpy as np
from mathutils import Euler, Matrix, Vector

warnings.filterwarnings("ignore", category=DeprecationWarning)
RNG = np.random.default_rng(7)


def seed(n):
    global RNG
    RNG = np.random.default_rng(n)


def rnd(a=0.0, b=1.0):
    return float(RNG.uniform(a, b))


def col(h):
    """'#rrggbb' in sRGB -> linear RGBA."""
    h = h.lstrip("#")
    c = [int(h[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return tuple(x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in c) + (1.0,)


def reset():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    for m in list(bpy.data.materials):
        bpy.data.materials.remove(m)
    _cache.clear()


# ---------------------------------------------------------------- geometry
def noise3(p, scale=1.0, sd=0, octaves=2):
    """Smooth pseudo noise, a sum of random plane waves; p is (..., 3)."""
    g = np.random.default_rng(1000 + sd)
    out = np.zeros(p.shape[:-1])
    amp = 1.0
    for _ in range(octaves):
        for _ in range(7):
            k = g.normal(size=3) * scale
            out += amp * np.sin(p @ k + g.uniform(0, 6.28)) / 7 * 1.8
        amp *= 0.5
        scale *= 2.1
    return out


def link(ob):
    bpy.context.scene.collection.objects.link(ob)
    return ob


def obj(me, loc=(0, 0, 0), rot=(0, 0, 0), scale=1.0, mat=None):
    ob = bpy.data.objects.new(me.name, me)
    ob.location = loc
    ob.rotation_euler = rot
    ob.scale = (scale,) * 3 if isinstance(scale, (int, float)) else scale
    if mat:
        if not me.materials:
            me.materials.append(mat)
        else:
            me.materials[0] = mat
    return link(ob)


def gridmesh(P, wrap_u=False, wrap_v=False, name="grid", flip=False):
    """P (nu, nv, 3) -> smooth mesh with UVs (u along axis 0)."""
    nu, nv = P.shape[:2]
    iu = np.arange(nu if wrap_u else nu - 1)
    iv = np.arange(nv if wrap_v else nv - 1)
    A, B = np.meshgrid(iu, iv, indexing="ij")
    A2, B2 = (A + 1) % nu, (B + 1) % nv
    quads = np.stack([A * nv + B, A2 * nv + B, A2 * nv + B2, A * nv + B2], -1).reshape(-1, 4)
    u0, v0 = A / max(1, len(iu)), B / max(1, len(iv))
    u1, v1 = (A + 1) / max(1, len(iu)), (B + 1) / max(1, len(iv))
    uv = np.stack(
        [np.stack([u0, v0], -1), np.stack([u1, v0], -1), np.stack([u1, v1], -1), np.stack([u0, v1], -1)], 2
    ).reshape(-1, 4, 2)
    if flip:
        quads, uv = quads[:, ::-1], uv[:, ::-1]
    me = bpy.data.meshes.new(name)
    n = len(quads)
    me.vertices.add(nu * nv)
    me.vertices.foreach_set("co", P.reshape(-1).astype(np.float32))
    me.loops.add(n * 4)
    me.loops.foreach_set("vertex_index", quads.reshape(-1).astype(np.int32))
    me.polygons.add(n)
    me.polygons.foreach_set("loop_start", np.arange(0, n * 4, 4, dtype=np.int32))
    me.polygons.foreach_set("use_smooth", np.ones(n, dtype=bool))
    ul = me.uv_layers.new(name="UVMap")
    me.update(calc_edges=True)
    ul.data.foreach_set("uv", uv.reshape(-1).astype(np.float32))
    me.validate()
    return me


def chaikin(pts, k=3):
    p = np.asarray(pts, float)
    for _ in range(k):
        q = 0.75 * p[:-1] + 0.25 * p[1:]
        r = 0.25 * p[:-1] + 0.75 * p[1:]
        mid = np.stack([q, r], 1).reshape(-1, p.shape[1])
        p = np.concatenate([p[:1], mid[1:-1], p[-1:]])
    return p


def lathe(profile, seg=96, k=3, fn=None, name="lathe"):
    """Revolve (r, z) points, rounded by corner cutting. fn(P, theta, t) -> P."""
    pr = chaikin(profile, k) if k else np.asarray(profile, float)
    th = np.linspace(0, 2 * np.pi, seg, endpoint=False)
    T, R = np.meshgrid(th, pr[:, 0], indexing="ij")
    Z = np.broadcast_to(pr[:, 1], T.shape)
    P = np.stack([R * np.cos(T), R * np.sin(T), Z], -1)
    if fn:
        t = np.broadcast_to(np.linspace(0, 1, len(pr)), T.shape)
        P = fn(P, T, t)
    return gridmesh(P, wrap_u=True, name=name)


def sweep(pts, rad, sec=14, flat=(1.0, 1.0), smooth=3, name="sweep", caps=True, roll=0.0):
    """Tube along points; rad a number or one radius per (smoothed) position."""
    p = chaikin(pts, smooth) if smooth else np.asarray(pts, float)
    n = len(p)
    r = np.interp(np.linspace(0, 1, n), np.linspace(0, 1, len(rad)), rad) if np.ndim(rad) else np.full(n, rad)
    tan = np.gradient(p, axis=0)
    tan /= np.linalg.norm(tan, axis=1)[:, None] + 1e-9
    ref = np.array([0, 0, 1.0]) if abs(tan[0][2]) < 0.9 else np.array([1.0, 0, 0])
    a = np.cross(tan[0], ref)
    a /= np.linalg.norm(a)
    if caps:
        p = np.concatenate([p[:1], p, p[-1:]])
        tan = np.concatenate([tan[:1], tan, tan[-1:]])
        r = np.concatenate([[0], r, [0]])
    th = np.linspace(0, 2 * np.pi, sec, endpoint=False) + roll
    rows = []
    for i in range(len(p)):
        a = a - tan[i] * np.dot(a, tan[i])
        a /= np.linalg.norm(a) + 1e-9
        b = np.cross(tan[i], a)
        rows.append(p[i] + r[i] * (np.cos(th)[:, None] * a * flat[0] + np.sin(th)[:, None] * b * flat[1]))
    return gridmesh(np.stack(rows), wrap_v=True, name=name, flip=True)


def box(sx, sy, sz, bevel=0.15, wob=0.0, name="box"):
    """A box with round edges, centred in x and y, bottom at z=0."""
    import bmesh

    bm = bmesh.new()
    bmesh.ops.create_cube(bm, size=1)
    bmesh.ops.scale(bm, vec=(sx, sy, sz), verts=bm.verts)
    bmesh.ops.translate(bm, vec=(0, 0, sz / 2), verts=bm.verts)
    if wob:
        for v in bm.verts:
            v.co += Vector(RNG.normal(size=3) * wob)
    if bevel:
        bmesh.ops.bevel(bm, geom=list(bm.edges), offset=bevel, segments=3, profile=0.6, affect="EDGES")
    me = bpy.data.meshes.new(name)
    bm.to_mesh(me)
    bm.free()
    me.polygons.foreach_set("use_smooth", np.ones(len(me.polygons), dtype=bool))
    me.update()
    return me


def join(meshes, name="joined", transforms=None):
    """One mesh of several; material slots are kept in order of the meshes."""
    import bmesh

    bm = bmesh.new()
    mats = []
    for i, me in enumerate(meshes):
        tmp = me.copy()
        if transforms is not None and transforms[i] is not None:
            tmp.transform(transforms[i])
        off = len(mats)
        mats += list(me.materials)
        if off:
            idx = np.zeros(len(tmp.polygons), dtype=np.int32)
            tmp.polygons.foreach_get("material_index", idx)
            tmp.polygons.foreach_set("material_index", idx + off)
        # bmesh.from_mesh appends
        while len(tmp.materials) < len(mats):
            tmp.materials.append(None)
        bm.from_mesh(tmp)
        bpy.data.meshes.remove(tmp)
    me = bpy.data.meshes.new(name)
    bm.to_mesh(me)
    bm.free()
    for m in mats:
        me.materials.append(m)
    return me


def xf(loc=(0, 0, 0), rot=(0, 0, 0), sc=1.0):
    s = (sc,) * 3 if isinstance(sc, (int, float)) else sc
    return Matrix.Translation(loc) @ Euler(rot).to_matrix().to_4x4() @ Matrix.Diagonal((*s, 1))


def withmat(me, mat):
    me.materials.clear()
    me.materials.append(mat)
    return me


# ---------------------------------------------------------------- materials
_cache = {}


class Nodes:
    def __init__(self, name):
        self.mat = bpy.data.materials.new(name)
        self.mat.use_nodes = True
        self.t = self.mat.node_tree
        self.p = self.t.nodes["Principled BSDF"]
        self.out = self.t.nodes["Material Output"]
        self._tc = None

    def put(self, sock, v):
        if isinstance(v, bpy.types.NodeSocket):
            self.t.links.new(v, sock)
        elif v is not None:
            sock.default_value = v

    def n(self, typ, ins=None, **props):
        nd = self.t.nodes.new("ShaderNode" + typ)
        for k, v in props.items():
            setattr(nd, k, v)
        for k, v in (ins or {}).items():
            self.put(nd.inputs[k], v)
        return nd

    @property
    def tc(self):
        if not self._tc:
            self._tc = self.n("TexCoord")
        return self._tc

    def math(self, op, a, b=0.0, clamp=False):
        nd = self.n("Math", {0: a, 1: b}, operation=op, use_clamp=clamp)
        return nd.outputs[0]

    def mix(self, f, a, b, blend="MIX"):
        nd = self.n("Mix", {0: f, 6: a, 7: b}, data_type="RGBA", blend_type=blend)
        return nd.outputs[2]

    def ramp(self, f, stops, interp="LINEAR"):
        nd = self.n("ValToRGB", {0: f})
        cr = nd.color_ramp
        cr.interpolation = interp
        while len(cr.elements) < len(stops):
            cr.elements.new(0.5)
        for e, (pos, c) in zip(cr.elements, stops):
            e.position = pos
            e.color = c if len(c) == 4 else (*c, 1)
        return nd.outputs[0]

    def step(self, f, lo, hi):
        nd = self.n("MapRange", {"Value": f, "From Min": lo, "From Max": hi}, interpolation_type="SMOOTHSTEP")
        return nd.outputs[0]

    def objvec(self, scale=(1, 1, 1), rand=True):
        v = self.tc.outputs["Object"]
        if rand:
            r = self.n("ObjectInfo").outputs["Random"]
            off = self.math("MULTIPLY", r, 731.0)
            cmb = self.n("CombineXYZ", {0: off, 1: off, 2: off}).outputs[0]
            v = self.n("VectorMath", {0: v, 1: cmb}, operation="ADD").outputs[0]
        if scale != (1, 1, 1):
            v = self.n("VectorMath", {0: v, 1: scale}, operation="MULTIPLY").outputs[0]
        return v

    def noise(self, scale, vec=None, detail=3, rough=0.55, dist=0.0):
        nd = self.n("TexNoise", {"Scale": scale, "Detail": detail, "Roughness": rough, "Distortion": dist})
        self.put(nd.inputs["Vector"], vec if vec is not None else self.objvec())
        return nd.outputs[0]

    def bump(self, height, dist, normal=None):
        nd = self.n("Bump", {"Height": height, "Distance": dist, "Strength": 1.0})
        if normal is not None:
            self.put(nd.inputs["Normal"], normal)
        return nd.outputs[0]

    def set(self, **kw):
        for k, v in kw.items():
            self.put(self.p.inputs[k.replace("_", " ")], v)


def surf(name, c1, c2=None, c3=None, nscale=0.5, rough=0.5, rvar=0.1, bump=(), sss=0.0, sssr=(1, 0.4, 0.2),
         coat=0.0, coat_rough=0.1, metal=0.0, ior=1.5, orand=0.0, speck=None, sheen=0.0, ramp=(0.35, 0.65),
         vec=None, spec=0.5):
    """General surface: blotchy colour, varied roughness, several bump octaves."""
    if name in _cache:
        return _cache[name]
    m = Nodes(name)
    a, b = col(c1), col(c2 or c1)
    f = m.noise(nscale, detail=4)
    c = m.ramp(f, [(ramp[0], a), (ramp[1], b)])
    if c3:
        g = m.step(m.noise(nscale * 2.7, detail=5, rough=0.7), 0.55, 0.7)
        c = m.mix(g, c, col(c3))
    if orand:
        r = m.n("ObjectInfo").outputs["Random"]
        hv = m.n("HueSaturation", {"Color": c})
        m.put(hv.inputs["Value"], m.math("ADD", m.math("MULTIPLY", r, orand), 1 - orand / 2))
        m.put(hv.inputs["Hue"], m.math("ADD", m.math("MULTIPLY", r, orand * 0.06), 0.5 - orand * 0.03))
        c = hv.outputs[0]
    if speck:
        scol, sscale, size = speck
        v = m.n("TexVoronoi", {"Scale": sscale, "Vector": m.objvec()})
        wob = m.noise(sscale * 0.6, detail=2)
        lim = m.math("MULTIPLY", m.step(wob, 0.35, 0.75), size)
        f2 = m.math("LESS_THAN", v.outputs["Distance"], lim)
        c = m.mix(f2, c, col(scol))
    m.set(Base_Color=c, Metallic=metal, IOR=ior, Specular_IOR_Level=spec)
    m.set(Roughness=m.n("MapRange", {"Value": m.noise(nscale * 1.7 + 0.3, detail=4), "To Min": max(0.02, rough - rvar),
                                     "To Max": min(1, rough + rvar), "From Min": 0.3, "From Max": 0.7}).outputs[0])
    nrm = None
    for sc, d in bump:
        nrm = m.bump(m.noise(sc, detail=3), d, nrm)
    if nrm is not None:
        m.set(Normal=nrm)
    if sss:
        m.set(Subsurface_Weight=sss, Subsurface_Radius=sssr, Subsurface_Scale=1.0)
    if coat:
        m.set(Coat_Weight=coat, Coat_Roughness=coat_rough)
    if sheen:
        m.set(Sheen_Weight=sheen, Sheen_Roughness=0.5)
    _cache[name] = m.mat
    return m.mat


def wood(name, light, dark, rough=0.55, worn=0.0, grey="#8b8478", gloss=0.0, knots=0.5, fib=1.0):
    """Planks lie along local x."""
    if name in _cache:
        return _cache[name]
    m = Nodes(name)
    # knots: cells that pull the rings around them
    v = m.objvec((0.035, 0.45, 0.45))
    base = m.noise(0.55, v, detail=2, rough=0.4, dist=0.5)
    rings = m.math("SINE", m.math("MULTIPLY", base, 42.0))
    rings = m.math("ADD", m.math("MULTIPLY", rings, 0.5), 0.5)
    fibre = m.noise(1.0, m.objvec((0.25, 9, 9)), detail=5, rough=0.65)
    pores = m.step(m.noise(1.0, m.objvec((0.9, 22, 22)), detail=2), 0.60, 0.74)
    broad = m.noise(0.09, detail=2)
    f = m.math("ADD", m.math("MULTIPLY", rings, 0.30), m.math("MULTIPLY", fibre, 0.55))
    f = m.math("ADD", f, m.math("MULTIPLY", broad, 0.25))
    c = m.ramp(f, [(0.30, col(dark)), (0.78, col(light))])
    c = m.mix(m.math("MULTIPLY", pores, 0.55), c, col(dark), "MULTIPLY")
    r = m.n("ObjectInfo").outputs["Random"]
    hv = m.n("HueSaturation", {"Color": c})
    m.put(hv.inputs["Value"], m.math("ADD", m.math("MULTIPLY", r, 0.30), 0.84))
    m.put(hv.inputs["Saturation"], m.math("ADD", m.math("MULTIPLY", r, -0.25), 1.1))
    c = hv.outputs[0]
    crack = m.step(m.noise(1.0, m.objvec((0.05, 2.2, 2.2)), detail=5, rough=0.6, dist=0.3), 0.61, 0.66)
    if worn:
        w = m.step(m.noise(0.12, detail=6, rough=0.7), 0.42, 0.62)
        c = m.mix(m.math("MULTIPLY", w, worn), c, col(grey))
        c = m.mix(m.math("MULTIPLY", crack, worn), c, (0.012, 0.009, 0.007, 1))
    m.set(Base_Color=c, Specular_IOR_Level=0.4)
    rr = m.math("ADD", m.math("MULTIPLY", fibre, 0.35), rough - 0.17)
    m.set(Roughness=rr)
    nrm = m.bump(fibre, 0.05 * fib)
    nrm = m.bump(pores, -0.02 * fib, nrm)
    nrm = m.bump(m.noise(0.18, detail=2), 0.25, nrm)
    if worn:
        nrm = m.bump(crack, -0.12 * worn, nrm)
    m.set(Normal=nrm)
    if gloss:
        m.set(Coat_Weight=gloss, Coat_Roughness=0.25)
    _cache[name] = m.mat
    return m.mat


def linen(name, c, c2=None, weave=11.0, stripe=None, rough=0.9):
    """Woven cloth; needs UVs scaled in centimetres through the mesh size attribute."""
    if name in _cache:
        return _cache[name]
    m = Nodes(name)
    uv = m.n("Attribute", attribute_name="cm").outputs["Vector"]
    wob = m.noise(0.9, uv, detail=2)
    sx = m.n("SeparateXYZ", {0: uv})
    off = m.math("MULTIPLY", wob, 0.25)
    w = 2 * math.pi * weave
    a = m.math("SINE", m.math("MULTIPLY", m.math("ADD", sx.outputs[0], off), w))
    b = m.math("SINE", m.math("MULTIPLY", m.math("ADD", sx.outputs[1], off), w))
    weft = m.math("MULTIPLY", a, b)
    slub = m.noise(1.0, m.n("VectorMath", {0: uv, 1: (0.5, 14, 1)}, operation="MULTIPLY").outputs[0], detail=3)
    slub2 = m.noise(1.0, m.n("VectorMath", {0: uv, 1: (14, 0.5, 1)}, operation="MULTIPLY").outputs[0], detail=3)
    f = m.math("ADD", m.math("MULTIPLY", slub, 0.5), m.math("MULTIPLY", slub2, 0.5))
    c0 = m.ramp(f, [(0.35, col(c2 or c)), (0.65, col(c))])
    c0 = m.mix(m.math("MULTIPLY", m.step(weft, 0.2, -0.9), 0.25), c0, col(c2 or c), "MULTIPLY")
    if stripe:
        scol, lo, hi = stripe
        fy = sx.outputs[1]
        g = m.math("MULTIPLY", m.math("GREATER_THAN", fy, lo), m.math("LESS_THAN", fy, hi))
        c0 = m.mix(m.math("MULTIPLY", g, 0.85), c0, col(scol))
    m.set(Base_Color=c0, Roughness=rough, Specular_IOR_Level=0.2, Sheen_Weight=0.25, Sheen_Roughness=0.5)
    nrm = m.bump(weft, 0.012)
    nrm = m.bump(f, 0.06, nrm)
    m.set(Normal=nrm)
    _cache[name] = m.mat
    return m.mat


def glass(name="glass", tint="#f4fbf8", rough=0.0):
    if name in _cache:
        return _cache[name]
    m = Nodes(name)
    m.set(Base_Color=col(tint), Roughness=rough, IOR=1.48, Transmission_Weight=1.0)
    m.set(Normal=m.bump(m.noise(0.45, detail=1), 0.03))
    tr = m.n("BsdfTransparent", {"Color": (0.95, 0.975, 0.965, 1)})
    lp = m.n("LightPath")
    mx = m.n("MixShader", {0: m.math("MAXIMUM", lp.outputs["Is Shadow Ray"], lp.outputs["Is Diffuse Ray"]), 1: m.p.outputs[0], 2: tr.outputs[0]})
    m.t.links.new(mx.outputs[0], m.out.inputs[0])
    _cache[name] = m.mat
    return m.mat


def imgmat(name, img, rough=0.8, bump=0.01):
    """Paper with a picture in its UVs (img: a (h, w, 3) array of sRGB 0..1)."""
    if name in _cache:
        return _cache[name]
    h, w = img.shape[:2]
    im = bpy.data.images.new(name, w, h)
    px = np.ones((h, w, 4), np.float32)
    px[..., :3] = img[::-1]
    im.pixels.foreach_set(px.reshape(-1))
    im.update()
    im.pack()
    m = Nodes(name)
    t = m.n("TexImage", {"Vector": m.tc.outputs["UV"]})
    t.image = im
    g = m.noise(3.0, detail=4)
    c = m.mix(0.12, t.outputs[0], m.ramp(g, [(0.3, (0.75, 0.72, 0.66, 1)), (0.7, (1, 1, 1, 1))]), "MULTIPLY")
    m.set(Base_Color=c, Roughness=rough, Specular_IOR_Level=0.3)
    m.set(Normal=m.bump(g, bump))
    _cache[name] = m.mat
    return m.mat


def glaze(name, body, top, top2=None, line=None, speck=None, rough=0.12, clay_rough=0.85, drip=0.5,
          inside=None, axis_max=None, streak=0.0):
    """Pot dipped in glaze: bare clay below z=line (wavy edge), glaze above."""
    if name in _cache:
        return _cache[name]
    m = Nodes(name)
    f = m.noise(0.25, detail=5, rough=0.65)
    if streak:
        f2 = m.noise(1.0, m.objvec((0.9, 0.9, 0.07)), detail=4)
        f = m.math("ADD", m.math("MULTIPLY", f, 1 - streak), m.math("MULTIPLY", f2, streak))
    g = m.ramp(f, [(0.36, col(top)), (0.64, col(top2 or top))])
    if speck:
        scol, sscale, size = speck
        v = m.n("TexVoronoi", {"Scale": sscale, "Vector": m.objvec()})
        lim = m.math("MULTIPLY", m.step(m.noise(sscale * 0.6, detail=2), 0.3, 0.75), size)
        g = m.mix(m.math("MULTIPLY", m.step(m.math("SUBTRACT", v.outputs["Distance"], lim), 0.06, -0.06), 0.85), g, col(scol))
    clay = m.ramp(m.noise(0.8, detail=6, rough=0.7),
                  [(0.3, tuple(x * 0.78 for x in col(body)[:3]) + (1,)), (0.7, col(body))])
    grit = m.noise(9.0, detail=4)
    turn = m.noise(1.0, m.objvec((0.12, 0.12, 5.0)), detail=3)
    if line is None:
        c, k = g, None
    else:
        z = m.n("SeparateXYZ", {0: m.tc.outputs["Object"]}).outputs[2]
        w = m.noise(0.22, detail=3)
        edge = m.math("ADD", z, m.math("MULTIPLY", m.math("SUBTRACT", w, 0.5), drip * 2))
        k = m.step(edge, line - 0.06, line + 0.06)
        # the inside is always glazed
        tn, to = m.tc.outputs["Normal"], m.tc.outputs["Object"]
        flat = m.n("VectorMath", {0: to, 1: (1, 1, 0)}, operation="MULTIPLY").outputs[0]
        dot = m.n("VectorMath", {0: tn, 1: flat}, operation="DOT_PRODUCT").outputs["Value"]
        nz = m.n("SeparateXYZ", {0: tn}).outputs[2]
        inside = m.math("MAXIMUM", m.step(dot, -0.02, -0.2), m.step(nz, 0.80, 0.9))
        inside = m.math("MULTIPLY", inside, m.math("GREATER_THAN", z, 0.45))
        k = m.math("MAXIMUM", k, inside)
        # thin glaze at the edge shows a darker rim
        rim = m.math("MULTIPLY", m.math("SUBTRACT", k, inside, True), m.step(edge, line + 0.5, line + 0.06))
        g = m.mix(m.math("MULTIPLY", rim, 0.55), g, col(body), "MULTIPLY")
        c = m.mix(k, clay, g)
    m.set(Base_Color=c)
    rg = m.math("ADD", m.math("MULTIPLY", m.noise(1.2, detail=4), 0.16), rough - 0.06)
    n1 = m.bump(turn, 0.05)
    nclay = m.bump(grit, 0.05, n1)
    ngl = m.bump(m.noise(0.6, detail=2), 0.06, n1)
    if k is None:
        m.set(Roughness=rg, Normal=ngl, IOR=1.52)
    else:
        r = m.n("Mix", {0: k, 2: clay_rough, 3: rg}, data_type="FLOAT").outputs[0]
        nn = m.n("Mix", {0: k, 4: nclay, 5: ngl}, data_type="VECTOR").outputs[1]
        m.set(Roughness=r, Normal=nn, IOR=1.52)
        m.put(m.p.inputs["Specular IOR Level"], m.n("Mix", {0: k, 2: 0.25, 3: 0.5}, data_type="FLOAT").outputs[0])
    _cache[name] = m.mat
    return m.mat


# ---------------------------------------------------------------- set pieces
def table(mat, w=200, d=90, plank=13, y0=-45, edge=0.25, gap=0.12, x0=0):
    y = y0
    while y < y0 + d:
        pw = plank * rnd(0.85, 1.15)
        me = box(w, pw - gap, 3.5, bevel=edge, name="plank")
        obj(me, (x0 + rnd(-3, 3), y + pw / 2, -3.5 + rnd(-0.06, 0.06)), (rnd(-0.003, 0.003), 0, rnd(-0.001, 0.001)), mat=mat)
        y += pw


def wall(c1, c2, y=75, bump=0.5, c3=None, size=600, name="wall", rough=0.9):
    me = gridmesh(np.stack(np.meshgrid(np.linspace(-size / 2, size / 2, 2), np.linspace(-150, size - 150, 2), [0.0],
                                       indexing="ij"), -1)[:, :, 0], name="wall")
    m = surf(name, c1, c2, c3, nscale=0.035, rough=rough, bump=((0.12, bump), (0.9, bump * 0.12), (6, bump * 0.03)), ramp=(0.3, 0.7))
    return obj(me, (0, y, 0), (math.pi / 2, 0, 0), mat=m)


def cloth(w, d, mat, loc=(0, 0, 0.15), rot=0.0, amp=0.6, folds=5, sd=1, res=0.35, flat=(), hem=True):
    """A cloth lying on the table with soft creases. flat: (x, y, r) in the world where things stand."""
    nu, nv = int(w / res), int(d / res)
    U, V = np.meshgrid(np.linspace(-w / 2, w / 2, nu), np.linspace(-d / 2, d / 2, nv), indexing="ij")
    g = np.random.default_rng(sd)
    H = np.zeros_like(U)
    X = np.stack([U, V, 0 * U], -1)
    warp = noise3(X, 0.07, sd, 2) * 2.2
    for _ in range(folds):
        a = g.uniform(0, math.pi)
        off = g.uniform(-0.38, 0.38) * min(w, d)
        t = U * math.cos(a) + V * math.sin(a) - off + warp * g.uniform(0.6, 1.6)
        along = -U * math.sin(a) + V * math.cos(a)
        c = g.uniform(-0.4, 0.4) * max(w, d)
        fade = np.exp(-((along - c) / (g.uniform(0.25, 0.5) * max(w, d))) ** 2)
        wd = g.uniform(0.5, 1.5)
        H += amp * g.uniform(0.5, 1.2) * fade * np.exp(-np.abs(t / wd) ** 1.6)
    H += amp * 0.22 * np.maximum(0, noise3(X, 0.16, sd + 5, 3)) + 0.12 * amp * np.maximum(0, noise3(X, 0.5, sd + 7, 2))
    # rims lift a little and are not straight
    e = np.minimum(w / 2 - np.abs(U), d / 2 - np.abs(V))
    H *= 0.35 + 0.65 * np.clip(e / 3, 0, 1)
    for fx, fy, fr in flat:
        dx, dy = fx - loc[0], fy - loc[1]
        lx, ly = dx * math.cos(rot) + dy * math.sin(rot), -dx * math.sin(rot) + dy * math.cos(rot)
        H *= np.clip((np.hypot(U - lx, V - ly) - fr) / 3.5, 0.08, 1)
    bend = noise3(X, 0.09, sd + 9, 1)
    Xx = U + 0.5 * bend
    Yy = V + 0.5 * noise3(X, 0.08, sd + 11, 1)
    if hem:
        H += 0.10 * np.exp(-((e - 0.5) / 0.5) ** 2)
    P = np.stack([Xx, Yy, H], -1)
    me = gridmesh(P, name="cloth")
    at = me.attributes.new("cm", "FLOAT_VECTOR", "POINT")
    at.data.foreach_set("vector", np.stack([U, V, 0 * U], -1).reshape(-1).astype(np.float32))
    ob = obj(me, loc, (0, 0, rot), mat=mat)
    s = ob.modifiers.new("s", "SOLIDIFY")
    s.thickness = 0.09
    return ob


def area(loc, target, w, h, radiance, color=(1, 1, 1)):
    li = bpy.data.lights.new("area", "AREA")
    li.shape = "RECTANGLE"
    li.size, li.size_y = w, h
    li.energy = radiance * math.pi * w * h
    li.color = color
    ob = link(bpy.data.objects.new("area", li))
    ob.location = loc
    ob.rotation_euler = (Vector(target) - Vector(loc)).to_track_quat("-Z", "Y").to_euler()
    return ob


def window(loc=(-130, -10, 75), target=(0, 5, 5), w=95, h=130, radiance=9, color=(1, 1, 1), nx=2, ny=3, bar=7):
    """Panes of light, so that glaze and glass reflect a window."""
    q = (Vector(target) - Vector(loc)).to_track_quat("-Z", "Y")
    pw, ph = (w - bar * (nx - 1)) / nx, (h - bar * (ny - 1)) / ny
    for i in range(nx):
        for j in range(ny):
            off = Vector(((i - (nx - 1) / 2) * (pw + bar), (j - (ny - 1) / 2) * (ph + bar), 0))
            li = area(loc, target, pw, ph, radiance, color)
            li.location = Vector(loc) + q @ off
            li.rotation_euler = q.to_euler()


def sun(direction=(1, 0.55, -0.42), strength=2.5, color=(1.0, 0.9, 0.75), x=-140, y=(-52, 38), z=(35, 118), nx=2, nz=3, bar=6):
    """Low sun through a window with bars: patches of light on the wall and the table."""
    li = bpy.data.lights.new("sun", "SUN")
    li.energy, li.angle, li.color = strength, 0.03, color
    ob = link(bpy.data.objects.new("sun", li))
    ob.rotation_euler = Vector(direction).to_track_quat("-Z", "Y").to_euler()
    m = surf("shutter", "#8a8f90", rough=1)

    def slab(y0, y1, z0, z1):
        o = obj(box(2, y1 - y0, z1 - z0, 0), (x, (y0 + y1) / 2, z0), mat=m)
        o.visible_camera = False

    big = 500
    slab(-big, y[0], -100, big)
    slab(y[1], big, -100, big)
    slab(y[0], y[1], -100, z[0])
    slab(y[0], y[1], z[1], big)
    for i in range(1, nx):
        c = y[0] + (y[1] - y[0]) * i / nx
        slab(c - bar / 2, c + bar / 2, z[0], z[1])
    for i in range(1, nz):
        c = z[0] + (z[1] - z[0]) * i / nz
        slab(y[0], y[1], c - bar / 2, c + bar / 2)


def world(c, s):
    w = bpy.data.worlds.new("w")
    bpy.context.scene.world = w
    w.use_nodes = True
    b = w.node_tree.nodes.get("Background") or w.node_tree.nodes.new("ShaderNodeBackground")
    b.inputs[0].default_value = col(c)
    b.inputs[1].default_value = s
    o = w.node_tree.nodes.get("World Output") or w.node_tree.nodes.new("ShaderNodeOutputWorld")
    w.node_tree.links.new(b.outputs[0], o.inputs[0])


def camera(loc, target, lens=70, fstop=4.0, focus=None, shift=(0, 0)):
    ca = bpy.data.cameras.new("cam")
    ob = link(bpy.data.objects.new("cam", ca))
    ob.location = loc
    ob.rotation_euler = (Vector(target) - Vector(loc)).to_track_quat("-Z", "Y").to_euler()
    ca.lens = lens
    ca.clip_start, ca.clip_end = 1, 5000
    ca.dof.use_dof = True
    d = Vector(focus or target) - Vector(loc)
    fwd = (Vector(target) - Vector(loc)).normalized()
    ca.dof.focus_distance = d.dot(fwd)
    ca.dof.aperture_fstop = fstop / 100  # lengths are centimetres
    ca.dof.aperture_blades = 9
    ca.shift_x, ca.shift_y = shift
    bpy.context.scene.camera = ob
    return ob


# ---------------------------------------------------------------- settling
def pack(radii, start, floor=0.0, line=None, centre=(0, 0), walls=None, rot=0.0, steps=700):
    """Let balls sink into a bowl (line: inner (r, z) profile) or a box (walls: half width, half depth).

    Returns the resting centres. A plain relaxation, enough for fruit and tubers."""
    r = np.asarray(radii, float)
    p = np.asarray(start, float).copy()
    p[:, 0] -= centre[0]
    p[:, 1] -= centre[1]
    c, s = math.cos(rot), math.sin(rot)
    p[:, :2] = p[:, :2] @ np.array([[c, -s], [s, c]])
    if line is not None:
        q = chaikin(line, 2)
        a, b = q[:-1], q[1:]
    n = len(p)
    for k in range(steps):
        p[:, 2] -= 0.10 if k < steps * 0.8 else 0.02
        for _ in range(4):
            d = p[:, None] - p[None]
            L = np.linalg.norm(d, axis=-1) + np.eye(n) * 1e6
            ov = np.clip(r[:, None] + r[None] - L, 0, None)
            p += (d / L[..., None] * ov[..., None] * 0.28).sum(1)
            if line is not None:
                rho = np.hypot(p[:, 0], p[:, 1]) + 1e-6
                w = np.stack([rho, p[:, 2]], -1)
                t = np.clip(((w[:, None] - a) * (b - a)).sum(-1) / ((b - a) ** 2).sum(-1), 0, 1)
                near = a + t[..., None] * (b - a)
                dd = w[:, None] - near
                dist = np.linalg.norm(dd, axis=-1)
                i = dist.argmin(1)
                dv, dl = dd[np.arange(n), i], dist[np.arange(n), i]
                push = np.clip(r - dl, 0, None)[:, None] * dv / (dl[:, None] + 1e-6)
                p[:, :2] *= ((rho + push[:, 0]) / rho)[:, None]
                p[:, 2] += push[:, 1]
            if walls is not None:
                p[:, 0] = np.clip(p[:, 0], -walls[0] + r, walls[0] - r)
                p[:, 1] = np.clip(p[:, 1], -walls[1] + r, walls[1] - r)
            p[:, 2] = np.maximum(p[:, 2], floor + r)
    p[:, :2] = p[:, :2] @ np.array([[c, s], [-s, c]])
    p[:, 0] += centre[0]
    p[:, 1] += centre[1]
    return p


# ---------------------------------------------------------------- rendering
def render(path, w=1600, h=1200, samples=20, exposure=0.0, look="AgX - Medium High Contrast", threads=2, fast=False):
    sc = bpy.context.scene
    sc.render.engine = "CYCLES"
    cy = sc.cycles
    cy.device = "CPU"
    cy.samples = samples
    cy.use_adaptive_sampling = True
    cy.adaptive_threshold = 0.035
    cy.use_denoising = True
    cy.denoiser = "OPENIMAGEDENOISE"
    cy.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cy.denoising_prefilter = "FAST"
    cy.max_bounces = 10
    cy.diffuse_bounces = 2
    cy.glossy_bounces = 4
    cy.transmission_bounces = 10
    cy.transparent_max_bounces = 12
    cy.caustics_reflective = False
    cy.caustics_refractive = False
    cy.blur_glossy = 0.6
    cy.sample_clamp_indirect = 6
    if fast:
        cy.adaptive_threshold = 0.06
        cy.max_bounces, cy.diffuse_bounces, cy.glossy_bounces, cy.transmission_bounces = 7, 1, 2, 7
        cy.denoising_quality = "BALANCED"
    sc.render.threads_mode = "FIXED"
    sc.render.threads = threads
    sc.render.resolution_x, sc.render.resolution_y = w, h
    sc.render.resolution_percentage = 100
    sc.render.image_settings.file_format = "PNG"
    sc.view_settings.view_transform = "AgX"
    try:
        sc.view_settings.look = look
    except TypeError:
        pass
    sc.view_settings.exposure = exposure
    sc.render.filepath = path
    bpy.ops.render.render(write_still=True)
