"""CI files that build a portal in parts: valid, and run step by step they make byte for byte what one build makes."""

import filecmp
import shutil

from looking import GITHUB, Looking, yaml

COUNT = 3
DAY = "2026-11-24"
# A cluster in which every job ends at once: `apply` runs what a Job's pods would run, in the folder that is the volume.
KUBECTL = """#!/usr/bin/env python3
import os, subprocess, sys
from ruamel.yaml import YAML
words = sys.argv[1:]
assert words[0] == "--namespace=uji", words
if words[1] == "apply":
    job = YAML(typ="safe", pure=True).load(sys.stdin)
    container = job["spec"]["template"]["spec"]["containers"][0]
    assert container["workingDir"] == container["volumeMounts"][0]["mountPath"]
    for index in range(job["spec"].get("completions", 1)):
        variables = {**os.environ, "JOB_COMPLETION_INDEX": str(index)}
        subprocess.run(container["command"] + container["args"], check=True, cwd="..", env=variables)
elif words[1] == "get":
    print("Complete")
"""


class Parts(Looking):
    def portal(self, host, *options, settings=""):
        """A portal of six cooperatives for a host, with its CI files in parts."""
        site = self.work / "portal"
        self.run_in(self.work, "etalase", "new", "portal", "--portal", "--host", host, "--quiet")
        for path in (site / ".github", site / ".gitlab-ci.yml"):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        for number in range(4):
            folder = site / f"content/koperasi-{number}"
            folder.mkdir()
            (folder / "profil.yaml").write_text(
                f"nama: Koperasi {number}\nwilayah: 32.04.15\nkontak: {{whatsapp: 0812-0000-0000}}\n"
                "produk:\n  - {nama: Gula aren, harga: 12.500, satuan: kg}\n"
            )
        (site / "etalase.yaml").write_text(f"{(site / 'etalase.yaml').read_text()}\n{settings}")
        command = ["etalase", "publish", "--write-workflow", "--shards", str(COUNT), "--quiet", *options]
        self.run_in(site, *command)
        return site

    def build_whole(self, site):
        self.run_in(site, "etalase", "build", "--today", DAY, "--output", str(self.work / "sendiri"), "--quiet")
        shutil.rmtree(site / ".etalase")

    def assert_whole(self, built):
        """What one build makes, but for what hosts are given on top and what stays at home."""
        waiting = [filecmp.dircmp(self.work / "sendiri", built, ignore=[".etalase", ".gitignore"])]
        while waiting:
            here = waiting.pop()
            _, different, strange = filecmp.cmpfiles(here.left, here.right, here.common_files, shallow=False)
            more = [name for name in here.right_only if not name.endswith(".gz")]
            self.assertEqual((here.left_only, more, different, strange), ([], [], [], []), here.left)
            waiting += here.subdirs.values()

    def machine(self, site, name):
        """A clone on a machine of its own."""
        there = self.work / name
        shutil.copytree(site, there)
        return there

    def test_files_are_valid(self):
        for settings in ("", "cache: s3://foto/portal\n"):
            for host in ("github-pages", "cloudflare-pages", "umum"):
                file = self.portal(host, settings=settings) / GITHUB
                self.run_in(self.work, "actionlint", "-no-color", str(file))
                self.run_in(self.work, "check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))
                self.assertEqual("secrets.AWS_SECRET_ACCESS_KEY" in file.read_text(), bool(settings))
                shutil.rmtree(self.work / "portal")
            file = self.portal("gitlab-pages", settings=settings) / ".gitlab-ci.yml"
            self.run_in(self.work, "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(file))
            shutil.rmtree(self.work / "portal")
            site = self.portal("umum", "--for", "kubernetes", settings=settings)
            for name in ("bagian", "portal"):
                self.run_in(site, "kubernetes-validate", "--strict", f"antrean/kubernetes-{name}.yaml")
            shutil.rmtree(self.work / "portal")

    def test_kubernetes_sees_what_is_wrong(self):
        file = self.portal("umum", "--for", "kubernetes") / "antrean/kubernetes-bagian.yaml"
        file.write_text(file.read_text().replace("completions:", "penyelesaian:"))
        self.run_in(self.work, "kubernetes-validate", "--strict", str(file), code=1)

    def test_a_host_that_hands_no_files_on_says_so(self):
        site = self.portal("github-pages")
        self.run_in(site, "etalase", "publish", "--write-workflow", "--shards", "3", "--host", "netlify", code=2)
        self.run_in(site, "etalase", "publish", "--write-workflow", "--shards", "257", "--host", "umum", code=2)

    def test_github_parts_are_one_build(self):
        site = self.portal("github-pages")
        self.build_whole(site)
        jobs = yaml((site / GITHUB).read_text())["jobs"]
        run = {step["name"]: step["run"] for job in jobs.values() for step in job["steps"] if "run" in step}
        outputs = self.work / "hasil.txt"
        self.shell(site, run["Tentukan hari"], GITHUB_OUTPUT=str(outputs))
        self.assertRegex(outputs.read_text(), r"^hari=\d{4}-\d\d-\d\d\n$")
        joined = self.machine(site, "gabung")
        for part in jobs["bagian"]["strategy"]["matrix"]["bagian"]:
            machine = self.machine(site, f"bagian-{part}")
            script = run["Bangun bagian"].replace("${{ matrix.bagian }}", str(part))
            self.shell(machine, script.replace("${{ needs.siap.outputs.hari }}", DAY))
            shutil.copytree(machine / "public", joined / "public", dirs_exist_ok=True)
        self.shell(joined, run["Bangun portal"].replace("${{ needs.siap.outputs.hari }}", DAY))
        self.assert_whole(joined / "public")
        self.shell(joined, run["Siapkan hasil"])
        self.assertFalse((joined / "public/.etalase").exists())

    def test_gitlab_parts_are_one_build(self):
        site = self.portal("gitlab-pages")
        self.build_whole(site)
        jobs = yaml((site / ".gitlab-ci.yml").read_text())
        # Late in the evening in London it is the next day in West Java.
        variables = {"CI_PIPELINE_CREATED_AT": "2026-11-23T22:30:00Z"}
        joined = self.machine(site, "gabung")
        for part in range(1, jobs["bagian"]["parallel"] + 1):
            machine = self.machine(site, f"bagian-{part}")
            self.shell(machine, "\n".join(jobs["bagian"]["script"]), CI_NODE_INDEX=str(part), **variables)
            shutil.copytree(machine / "public", joined / "public", dirs_exist_ok=True)
        self.shell(joined, "\n".join(jobs["pages"]["script"]), **variables)
        self.assert_whole(joined / "public")

    def test_kubernetes_parts_are_one_build(self):
        site = self.portal("umum", "--for", "kubernetes")
        self.build_whole(site)
        kubectl = self.work / "bin/kubectl"
        kubectl.write_text(KUBECTL)
        kubectl.chmod(0o755)
        (site / ".program").mkdir()
        (site / ".program/etalase").symlink_to(self.work / "bin/etalase")
        self.run_in(site, "bash", "antrean/kubernetes.sh", "--namespace=uji", HARI=DAY)
        self.assert_whole(site / "public")

    def test_slurm_parts_are_one_build(self):
        """With a `sbatch` that runs jobs at once; `tests/run scale` has the real one."""
        site = self.portal("umum", "--for", "slurm")
        self.build_whole(site)
        sbatch = self.work / "bin/sbatch"
        sbatch.write_text(
            '#!/bin/bash\nset -e\necho 7\nlast="${!#}"\ntasks=none\n'
            'for word in "$@"; do case "$word" in --array=0-*) tasks=$(seq 0 "${word#--array=0-}");; esac; done\n'
            'for task in $tasks; do SLURM_ARRAY_TASK_ID=$task bash -c "$last" >&2; done\n'
        )
        sbatch.chmod(0o755)
        self.run_in(site, "bash", "antrean/slurm.sh", HARI=DAY)
        self.assert_whole(site / "public")
