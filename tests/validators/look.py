"""CI files, SARIF and the profile's schema, looked at by validators that know their formats, and the steps of the CI
files run in an empty clone with a bare repository beside it. `look.py PROGRAM` ends with `N passed, M failed`."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import unittest

import jsonschema
from ruamel.yaml import YAML

from looking import GITHUB, HERE, PROGRAM, ROOT, Looking, yaml
from parts import Parts  # noqa: F401: its tests are run here, too
from spelling import Spelling  # noqa: F401: likewise

# Profiles that try to break a reader.
HOSTILE = ROOT / "tests/data/yaml"
NIGHTLY = ".github/workflows/jadwal.yml"
HOSTS = {
    "github-pages": [GITHUB, NIGHTLY],
    "cloudflare-pages": [GITHUB, NIGHTLY],
    "cloudflare-workers": [GITHUB, NIGHTLY, "wrangler.jsonc"],
    "gitlab-pages": [".gitlab-ci.yml"],
    "codeberg-pages": [".woodpecker/terbit.yaml"],
    "netlify": ["netlify.toml"],
    "vercel": [GITHUB, NIGHTLY],
    "firebase": [GITHUB, NIGHTLY],
    "umum": [GITHUB, NIGHTLY],
}
# A profile with findings of each level, at lines, in a file and in a folder with a space.
BAD = """nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Kopi "bubuk" é, harga: 12.5, foto: [foto/tidak ada.jpg]}
  - {nama: Gula, harga: 9.000, warna: merah}
"""


class Files(Looking):
    def test_every_host_gets_its_ci_files(self):
        for host, files in HOSTS.items():
            site = self.site(host, host)
            there = [str(file.relative_to(site)) for file in site.rglob("*") if file.is_file()]
            for file in files:
                self.assertIn(file, there, host)

    def test_github_workflows(self):
        workflows = [
            site / name
            for site, files in [(self.site(host, host), files) for host, files in HOSTS.items()]
            for name in files
            if name.startswith(".github/")
        ]
        for file in [*workflows, *sorted((ROOT / ".github/workflows").glob("*.yml"))]:
            self.run_in(self.work, "actionlint", "-no-color", str(file))
            self.run_in(self.work, "check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))

    def test_actionlint_sees_what_is_wrong(self):
        text = (self.site("github-pages") / GITHUB).read_text().replace("steps.program.outputs", "steps.lain.outputs")
        (self.work / "salah.yml").write_text(text)
        self.run_in(self.work, "actionlint", "-no-color", "salah.yml", code=1)

    def test_gitlab_and_woodpecker(self):
        for host, schema in (("gitlab-pages", "vendor.gitlab-ci"), ("codeberg-pages", "vendor.woodpecker-ci")):
            file = self.site(host, host) / HOSTS[host][0]
            self.run_in(self.work, "check-jsonschema", "--builtin-schema", schema, str(file))
            broken = yaml(file.read_text())
            broken["default" if "gitlab" in schema else "steps"] = 7
            (self.work / "salah.json").write_text(json.dumps(broken))
            self.run_in(self.work, "check-jsonschema", "--builtin-schema", schema, "salah.json", code=1)

    def test_netlify_and_wrangler(self):
        netlify = tomllib.loads((self.site("netlify") / "netlify.toml").read_text())
        self.assertEqual(netlify["build"]["publish"], "public")
        self.run_in(self.work, "bash", "-n", "-c", netlify["build"]["command"])
        text = (self.site("cloudflare-workers", "pekerja") / "wrangler.jsonc").read_text()
        wrangler = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))
        self.assertEqual(wrangler["name"], "pekerja")
        self.assertEqual(wrangler["assets"]["not_found_handling"], "404-page")

    def test_every_script_is_sound_shell(self):
        scripts = []
        for host, files in HOSTS.items():
            site = self.site(host, host)
            for file in (file for file in files if file.endswith(("yml", "yaml"))):
                scripts += scripts_of(yaml((site / file).read_text()))
        scripts += scripts_of(yaml((ROOT / ".github/workflows/release.yml").read_text()))
        self.assertGreater(len(scripts), 20)
        for script in scripts:
            # What the host fills in before a shell sees it.
            filled = re.sub(r"\$\{\{.*?\}\}", "x", script).replace("$${", "${")
            self.run_in(self.work, "bash", "-n", "-c", filled)


def scripts_of(node):
    """Every shell script of a CI file."""
    if isinstance(node, list):
        return [script for one in node for script in scripts_of(one)]
    if not isinstance(node, dict):
        return []
    found = []
    for key, value in node.items():
        if key in ("run", "script", "before_script", "commands"):
            found += [value] if isinstance(value, str) else [line for line in value if isinstance(line, str)]
        else:
            found += scripts_of(value)
    return found


class Steps(Looking):
    """The steps of each CI file, as far as they go without the host."""

    def github_steps(self, folder):
        jobs = yaml((folder / GITHUB).read_text())["jobs"]
        return {step["name"]: step["run"] for job in jobs.values() for step in job["steps"] if "run" in step}

    def test_github_checks_builds_and_makes_ready(self):
        for host in ("github-pages", "cloudflare-pages"):
            with self.subTest(host):
                folder = self.clone(host)
                steps = self.github_steps(folder)
                self.shell(folder, steps["Periksa"])
                self.shell(folder, steps["Bangun"])
                if host == "github-pages":
                    self.shell(folder, steps["Siapkan hasil"])
                    self.assertTrue((folder / "public/.nojekyll").is_file())
                    self.assertFalse((folder / "public/.etalase").exists())
                self.assertTrue((folder / "public/index.html").is_file())
                for name in ("toko", "salinan", "asal.git"):
                    shutil.rmtree(self.work / name)

    def test_github_says_findings_at_their_lines_and_fails(self):
        folder = self.clone("cloudflare-pages")
        (folder / "content/koperasi-contoh/profil.yaml").write_text(BAD)
        said = self.shell(folder, self.github_steps(folder)["Periksa"], code=1).splitlines()
        self.assertTrue(said)
        for line in said:
            self.assertRegex(line, r"^::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::.+ Perbaikan: ")
        at = "::error file=content/koperasi-contoh/profil.yaml,line=4,col="
        self.assertTrue(any(line.startswith(at) and "price-not-whole" in line for line in said), said)

    def test_github_obeys_no_command_that_stands_in_a_profile(self):
        folder = self.clone("cloudflare-pages")
        bad = BAD.replace("12.5,", '"12%0A::add-mask::toko",').replace("warna:", r'"war\n::stop-commands::na\r":')
        (folder / "content/koperasi-contoh/profil.yaml").write_text(bad)
        said = self.shell(folder, self.github_steps(folder)["Periksa"], code=1)
        self.assertIn("%250A::add-mask", said)
        for line in re.split(r"[\r\n]+", said.strip()):
            self.assertRegex(line, r"^::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::")

    def test_github_publishes_to_a_branch(self):
        folder = self.clone("umum")
        steps = self.github_steps(folder)
        self.shell(folder, steps["Bangun"])
        self.shell(folder, steps["Terbitkan ke cabang gh-pages"])
        there = self.run_in(self.work / "asal.git", "git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
        self.assertIn("index.html", there)
        self.assertNotIn(".etalase/manifest", there)

    def test_github_installs_the_program_that_is_named(self):
        folder = self.clone("umum")
        self.run_in(self.work, "tar", "--create", "--gzip", "--dereference", "--file", "etalase.tar.gz", "--directory", "bin", "etalase")
        digest = self.run_in(self.work, "sha256sum", "etalase.tar.gz").split()[0]
        address = (self.work / "etalase.tar.gz").as_uri()
        install = self.github_steps(folder)["Pasang etalase"]
        self.shell(folder, install, ALAMAT=address, SHA256=digest, ETALASE_VERSI="0")
        self.assertTrue(os.access(self.work / ".cargo/bin/etalase", os.X_OK))
        self.shell(folder, install, code=1, ALAMAT=address, SHA256="0" * 64, ETALASE_VERSI="0")

    def test_gitlab_checks_reports_and_builds(self):
        folder = self.clone("gitlab-pages")
        jobs = yaml((folder / ".gitlab-ci.yml").read_text())
        self.shell(folder, "\n".join(jobs["periksa"]["script"]))
        self.shell(folder, "\n".join(jobs["pages"]["script"]))
        self.assertTrue((folder / "public/index.html").is_file())
        self.assertFalse((folder / "public/.etalase").exists())
        (folder / "content/koperasi-contoh/profil.yaml").write_text(BAD)
        self.shell(folder, "\n".join(jobs["periksa"]["script"]), code=1)
        report = json.loads((folder / "temuan.json").read_text())
        self.assertTrue(report)
        # As the page of the phone asks for it; what stops the site comes first.
        self.assertEqual(jobs["periksa"]["artifacts"]["paths"], ["temuan.json"])
        levels = [one["severity"] == "critical" for one in report]
        self.assertEqual(levels, sorted(levels, reverse=True))
        prints = [one["fingerprint"] for one in report]
        self.assertEqual(len(prints), len(set(prints)), "fingerprints tell findings apart")
        for one in report:
            self.assertIn(one["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertGreater(one["location"]["lines"]["begin"], 0)

    def test_woodpecker_checks_builds_and_publishes(self):
        for below in ("", "situs/toko"):
            with self.subTest(below):
                self.look_at_woodpecker(self.clone("codeberg-pages", below))
                for name in ("toko", "salinan", "asal.git"):
                    shutil.rmtree(self.work / name)

    def look_at_woodpecker(self, folder):
        build, report, publish = yaml((folder / ".woodpecker/terbit.yaml").read_text())["steps"]
        program = folder / ".program/bin"
        program.mkdir(parents=True)
        (program / "etalase").symlink_to(PROGRAM)
        address = '"https://token:$${TERBIT_TOKEN}@codeberg.org/$${CI_REPO}.git"'
        self.assertIn(address, publish["commands"][-1])
        commands = [command for command in build["commands"] + publish["commands"] if command.startswith(".program/")]
        self.assertEqual(len(commands), 3)
        self.shell(folder, "\n".join(commands).replace(address, "../asal.git"))
        there = self.run_in(self.work / "asal.git", "git", "ls-tree", "-r", "--name-only", "pages").splitlines()
        self.assertIn("index.html", there)
        self.look_at_report(folder, report)

    def look_at_report(self, folder, report):
        """Each error becomes a status of the commit, by a token that pull requests do not get."""
        self.assertEqual(report["when"], [{"event": "push", "branch": "main", "status": "failure"}])
        curl = self.work / "bin/curl"
        curl.write_text("#!/usr/bin/env python3\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n")
        curl.chmod(0o755)
        profile = next(folder.rglob("koperasi-contoh/profil.yaml"))
        profile.write_text(BAD)
        script = report["commands"][-1].replace("$${", "${")
        said = self.shell(folder, script, TERBIT_TOKEN="kunci", CI_REPO="a/b", CI_COMMIT_SHA="0f")
        asked = [json.loads(line) for line in said.splitlines()]
        self.assertTrue(all(words[-1] == "https://codeberg.org/api/v1/repos/a/b/statuses/0f" for words in asked))
        told = [json.loads(words[words.index("--json") + 1]) for words in asked]
        self.assertIn(f"{profile.relative_to(folder)}:4:35", [one["context"] for one in told])
        self.assertTrue(all(one["state"] == "warning" and ". Perbaikan: " in one["description"] for one in told))

    def test_netlify_builds_and_keeps_photos(self):
        folder = self.clone("netlify")
        build = tomllib.loads((folder / "netlify.toml").read_text())["build"]
        version = self.run_in(folder, "etalase", "--version").split()[-1]
        self.assertEqual(build["environment"]["ETALASE_VERSI"], version)
        base = self.work / "netlify"
        for _ in range(2):
            self.shell(folder, build["command"], ETALASE_VERSI=version, ETALASE_SUMBER="", NETLIFY_BUILD_BASE=str(base))
            self.assertTrue((folder / "public/_headers").is_file())
            self.assertFalse((folder / "public/.etalase").exists())
            self.assertTrue(any((base / "cache/etalase-foto").rglob("*")), "what was made is kept")
            for made in ("public", ".etalase"):
                shutil.rmtree(folder / made)
        (folder / "content/koperasi-contoh/profil.yaml").write_text(BAD)
        self.shell(folder, build["command"], code=1, ETALASE_VERSI=version, ETALASE_SUMBER="")

    def test_a_site_below_the_top_of_its_repository(self):
        below = "situs/toko"
        folder = self.clone("github-pages", below)
        workflow = yaml((folder / GITHUB).read_text())
        self.run_in(self.work, "actionlint", "-no-color", str(folder / GITHUB))
        self.assertEqual(workflow["defaults"]["run"]["working-directory"], below)
        steps = self.github_steps(folder)
        for step in ("Periksa", "Bangun", "Siapkan hasil"):
            self.shell(folder / below, steps[step])
        uploaded = [step["with"]["path"] for step in workflow["jobs"]["bangun"]["steps"] if "upload" in step.get("uses", "")]
        self.assertTrue((folder / uploaded[0] / "index.html").is_file())
        (folder / below / "content/koperasi-contoh/profil.yaml").write_text(BAD)
        said = self.shell(folder / below, steps["Periksa"], code=1)
        self.assertIn(f"::error file={below}/content/koperasi-contoh/profil.yaml,line=4,", said)
        for name in ("toko", "salinan", "asal.git"):
            shutil.rmtree(self.work / name)
        folder = self.clone("gitlab-pages", below)
        jobs = yaml((folder / ".gitlab-ci.yml").read_text())
        enter = jobs["default"]["before_script"][-1]
        for job in ("periksa", "pages"):
            self.shell(folder, "\n".join([enter, *jobs[job]["script"]]), CI_PROJECT_DIR=str(folder))
        self.assertTrue((folder / "public/index.html").is_file())
        self.assertTrue((folder / jobs["periksa"]["artifacts"]["reports"]["codequality"]).is_file())
        self.assertEqual(tomllib.loads((self.clone_of_netlify(below)).read_text())["build"]["base"], below)

    def clone_of_netlify(self, below):
        for name in ("toko", "salinan", "asal.git"):
            shutil.rmtree(self.work / name)
        return self.clone("netlify", below) / "netlify.toml"

    def test_github_takes_the_program_from_where_it_can(self):
        """Without a program that is named: the repository's tag, then its main branch; crates.io if no repository is known."""
        folder = self.clone("umum")
        install = self.github_steps(folder)["Pasang etalase"]
        log = self.work / "cargo.log"
        cargo = self.work / "bin/cargo"
        cargo.write_text('#!/bin/sh\necho "$*" >> "$LOG"\ncase "$*" in $REFUSE) exit 101;; esac\n')
        cargo.chmod(0o755)
        known = {"ALAMAT": "", "SHA256": "", "LOG": str(log), "ETALASE_VERSI": "1.2.3"}
        source = "https://kode.example/etalase"
        tag = f"install etalase --locked --git {source} --tag v1.2.3"
        for refuse, address, code, expected in (
            ("-", source, 0, [tag]),
            ("*--tag*", source, 0, [tag, f"install etalase --locked --git {source}"]),
            ("-", "", 0, ["install etalase --locked --version =1.2.3"]),
            ("*", "", 1, ["install etalase --locked --version =1.2.3"]),
        ):
            log.write_text("")
            said = self.shell(folder, install, code=code, **known, ETALASE_SUMBER=address, REFUSE=refuse)
            self.assertEqual(log.read_text().splitlines(), expected)
            self.assertEqual("isi ETALASE_SUMBER" in said, code == 1)


def plain(node):
    """As JSON has it: an editor's validator knows no dates."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(one) for one in node]
    return node if isinstance(node, (str, int, float, bool, type(None))) else str(node)


def without_photos(node):
    if isinstance(node, dict):
        return {key: without_photos(value) for key, value in node.items() if key not in ("foto", "sampul")}
    return [without_photos(one) for one in node] if isinstance(node, list) else node


def places(node, here=()):
    """Every key, and the first of every list."""
    yield here
    inside = node.items() if isinstance(node, dict) else enumerate(node[:1]) if isinstance(node, list) else ()
    for key, value in inside:
        yield from places(value, (*here, key))


def changed(node, place, value):
    """A copy with another value at a place; `...` takes the key out."""
    if not place:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    if len(place) == 1 and value is ...:
        del copy[place[0]]
    else:
        copy[place[0]] = changed(node[place[0]], place[1:], value)
    return copy


# What a schema can see: which keys there are, which are needed, of what kind their values are, which words there are.
SHAPE = {"unknown-key", "missing-key", "wrong-kind", "unknown-word", "empty-value"}
OTHER = ["kata saja", -5, "", None, True, ["a", "b"], {"tidak_ada": 1}, [{"tidak_ada": 1}]]


class Schema(Looking):
    """`profil.schema.json` beside `check`: it says no wherever a shape is wrong, and never where `check` says yes."""

    def setUp(self):
        super().setUp()
        # Few pages: what is typed is looked at, not what is made of it.
        (self.work / "etalase.yaml").write_text("judul: Uji\nbahasa: [id]\ntema: polos\n")
        (self.work / "themes/polos").mkdir(parents=True)
        parts = "gabung, laporan, keranjang, luring, feed, kartu, cetak, muda, agenda, pantau"
        (self.work / "themes/polos/theme.yaml").write_text(f"nama: Polos\ndasar: etalase\ntanpa: [{parts}]\n")
        self.run_in(self.work, "etalase", "schema", ".")
        self.validator = jsonschema.Draft7Validator(json.loads((self.work / "profil.schema.json").read_text()))

    def errors_of(self, profiles):
        """The codes of the errors that `check` finds in each profile."""
        for name, profile in profiles.items():
            folder = self.work / "content" / name
            folder.mkdir(parents=True)
            (folder / "profil.yaml").write_bytes(profile)
        done = subprocess.run([PROGRAM, "check", "--json"], cwd=self.work, env=self.environment, text=True, capture_output=True)
        codes = {name: set() for name in profiles}
        for finding in map(json.loads, done.stdout.splitlines()):
            name = finding["file"].removeprefix("content/").split("/")[0]
            if finding["level"] == "error" and name in codes:
                codes[name].add(finding["code"])
        return codes

    def test_whatever_is_changed_in_a_profile_both_agree_on_shapes(self):
        text = (ROOT / "content/susu-sagara/profil.yaml").read_text()
        profile = without_photos(plain(YAML(typ="base", pure=True).load(text)))
        changes = {"asli": profile}
        for place in places(profile):
            # A translation is of its key's shape.
            if not place or str(place[-1]).endswith(("_en", "_su")):
                continue
            if isinstance(place[-1], str):
                changes[f"k{len(changes)}"] = changed(profile, place, ...)
            for other in OTHER:
                changes[f"k{len(changes)}"] = changed(profile, place, other)
        self.assertGreater(len(changes), 600)
        codes = self.errors_of({name: json.dumps(one, ensure_ascii=False).encode() for name, one in changes.items()})
        self.assertEqual(codes["asli"], set())
        refused = 0
        for name, one in changes.items():
            says_yes = self.validator.is_valid(one)
            refused += not says_yes
            if not codes[name] and not says_yes:
                self.fail(f"check says yes, the schema no: {self.why(one)}")
            if codes[name] & SHAPE and says_yes:
                self.fail(f"check says {codes[name]}, the schema yes: {difference(profile, one)}")
        self.assertGreater(refused, 300)

    def why(self, profile):
        return [f"{list(error.absolute_path)}: {error.message[:80]}" for error in self.validator.iter_errors(profile)][:3]

    def test_the_demo_as_typed_is_accepted(self):
        for file in ROOT.glob("content/*/profil.yaml"):
            self.assertEqual(self.why(plain(yaml(file.read_text()))), [], file)

    def test_hostile_profiles_are_refused_by_both(self):
        files = {file.stem: file.read_bytes() for file in HOSTILE.glob("*.yaml")}
        self.assertGreater(len(files), 20)
        for name, codes in self.errors_of(files).items():
            try:
                profile = plain(yaml(files[name].decode()))
                says_yes = self.validator.is_valid(profile)
            except Exception:  # No YAML, or too deep for a validator: there is nothing to look at.
                continue
            if not codes or codes & SHAPE:
                self.assertEqual(says_yes, not codes, f"{name}: {codes}")


def difference(before, after):
    if isinstance(before, dict) and isinstance(after, dict):
        return {key: difference(before.get(key), after.get(key)) for key in {*before, *after} if before.get(key) != after.get(key)}
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [difference(*pair) for pair in zip(before, after) if pair[0] != pair[1]]
    return after


class Sarif(Looking):
    def test_findings_as_sarif(self):
        schema = json.loads((HERE / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text())
        validator = jsonschema.validators.validator_for(schema)(schema)
        for language in ("id", "en"):
            for name, profile in (("baik", None), ("buruk", BAD)):
                site = self.site("github-pages", f"{name}-{language}")
                if profile:
                    (site / "content/koperasi-contoh/profil.yaml").write_text(profile)
                self.run_in(site, "etalase", "check", "--sarif", "temuan.sarif", "--lang", language, code=1 if profile else 0)
                log = json.loads((site / "temuan.sarif").read_text())
                self.assertEqual([error.message for error in validator.iter_errors(log)], [])
                results = log["runs"][0]["results"]
                self.assertTrue(results)
                rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
                for result in results:
                    self.assertIn(result["ruleId"], rules)
                log["runs"][0]["results"][0]["level"] = "fatal"
                self.assertTrue(list(validator.iter_errors(log)), "the schema can say no")


if __name__ == "__main__":
    outcome = unittest.main(argv=["look.py", "--verbose", *sys.argv[2:]], exit=False).result
    bad = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - bad} passed, {bad} failed")
    sys.exit(bad > 0)
