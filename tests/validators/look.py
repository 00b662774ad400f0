"""CI files, SARIF and the profile's schema, looked at by validators that know their formats, and the steps of the CI
files run in an empty clone with a bare repository beside it. `look.py PROGRAM` ends with `N passed, M failed`."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

import jsonschema
from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/etalase").resolve()
BIN = Path(sys.executable).parent
GITHUB = ".github/workflows/terbit.yml"
HOSTS = {
    "github-pages": [GITHUB],
    "cloudflare-pages": [GITHUB],
    "cloudflare-workers": [GITHUB, "wrangler.jsonc"],
    "gitlab-pages": [".gitlab-ci.yml"],
    "codeberg-pages": [".woodpecker/terbit.yaml"],
    "netlify": ["netlify.toml"],
    "vercel": [GITHUB],
    "firebase": [GITHUB],
    "umum": [GITHUB],
}
# A profile with findings of each level, at lines, in a file and in a folder with a space.
BAD = """nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
produk:
  - {nama: Kopi "bubuk" é, harga: 12.5, foto: [foto/tidak ada.jpg]}
  - {nama: Gula, harga: 9.000, warna: merah}
"""


def yaml(text):
    return YAML(typ="safe", pure=True).load(text)


class Looking(unittest.TestCase):
    def setUp(self):
        self.work = Path(tempfile.mkdtemp(prefix="etalase-validators-"))
        self.addCleanup(shutil.rmtree, self.work)
        self.environment = {
            **os.environ,
            "PATH": f"{self.work / 'bin'}:{BIN}:{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": str(self.work / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(self.work),
        }
        (self.work / "bin").mkdir()
        (self.work / "bin/etalase").symlink_to(PROGRAM)

    def run_in(self, folder, *command, code=0, **variables):
        done = subprocess.run(command, cwd=folder, env={**self.environment, **variables}, text=True, capture_output=True)
        self.assertEqual(done.returncode, code, f"{command}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def shell(self, folder, script, code=0, **variables):
        """As a runner does: the script in a file, which ends at the first command that fails."""
        file = self.work / "langkah.sh"
        file.write_text(script)
        return self.run_in(folder, "bash", "-e", "-o", "pipefail", str(file), code=code, **variables)

    def site(self, host, name="toko"):
        self.run_in(self.work, "etalase", "new", name, "--host", host, "--quiet")
        return self.work / name

    def clone(self, host):
        """A clone of a repository that holds a new site, whose `origin` is bare and lies beside it."""
        site = self.site(host)
        for command in (
            "git init -q -b main", "git add -A", "git -c user.name=a -c user.email=a@b.id commit -q -m Situs",
            "git init -q --bare ../asal.git", "git remote add origin ../asal.git", "git push -q origin main",
            "git -C .. clone -q -b main asal.git salinan",
        ):
            self.run_in(site, *command.split(" "))
        return self.work / "salinan"


class Files(Looking):
    def test_every_host_gets_its_ci_files(self):
        for host, files in HOSTS.items():
            site = self.site(host, host)
            there = [str(file.relative_to(site)) for file in site.rglob("*") if file.is_file()]
            for file in files:
                self.assertIn(file, there, host)

    def test_github_workflows(self):
        workflows = [self.site(host, host) / GITHUB for host, files in HOSTS.items() if GITHUB in files]
        for file in [*workflows, ROOT / ".github/workflows/release.yml"]:
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
            self.assertRegex(line, r"^::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::.+ Saran: ")
        at = "::error file=content/koperasi-contoh/profil.yaml,line=4,col="
        self.assertTrue(any(line.startswith(at) and "price-not-whole" in line for line in said), said)

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
        prints = [one["fingerprint"] for one in report]
        self.assertEqual(len(prints), len(set(prints)), "fingerprints tell findings apart")
        for one in report:
            self.assertIn(one["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertGreater(one["location"]["lines"]["begin"], 0)

    def test_woodpecker_checks_builds_and_publishes(self):
        folder = self.clone("codeberg-pages")
        build, publish = yaml((folder / ".woodpecker/terbit.yaml").read_text())["steps"]
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

    def test_netlify_builds(self):
        folder = self.clone("netlify")
        command = tomllib.loads((folder / "netlify.toml").read_text())["build"]["command"]
        version = self.run_in(folder, "etalase", "--version").split()[-1]
        self.shell(folder, command, ETALASE_VERSI=version)
        self.assertTrue((folder / "public/_headers").is_file())
        self.assertFalse((folder / "public/.etalase").exists())


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
    outcome = unittest.main(argv=["look.py", "--verbose"], exit=False).result
    bad = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - bad} passed, {bad} failed")
    sys.exit(bad > 0)
