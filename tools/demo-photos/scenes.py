"""Register of the pictures; each cooperative, or each picture where several share it, has its module. See README.md."""
import importlib

MODULES = {"tanah-jingga": "scenes_craft", "kopontren-nurul-bukit": "scenes_veg", "susu-sagara": "scenes_dairy"}
MODULES |= {"kopi-rancawangi": "scenes_kopi", "teh-cipasir": "scenes_teh", "batik-sawala": "scenes_batik"}
MODULES |= {"kdmp-sukamandiri": "scenes_village", "ksp-daya-tani": "scenes_village"}
MODULES["anyam-saung-awi"] = "scenes_anyaman"
MODULES |= {"mina-segara": "scenes_food", "kopwan-melati": "scenes_food"}
MODULES |= {k: "scenes_school" for k in ("kopsis-smk-purwawarna", "mina-segara/abon-ikan", "mina-segara/terasi")}
MODULES |= {k: "scenes_school" for k in ("kopwan-melati/dodol", "kopwan-melati/keripik-pisang")}
SCENES = {}


def scene(name):
    def deco(fn):
        SCENES[name] = fn
        return fn

    return deco


def load(names):
    for coop, mod in MODULES.items():
        if not names or any((n + "/").startswith(coop + "/") for n in names):
            importlib.import_module(mod)
    return names or list(SCENES)
