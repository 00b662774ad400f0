"""What all validators' tests share: a program, a new site in a folder of its own, and commands run in it."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/debug/etalase").resolve()
BIN = Path(sys.executable).parent
GITHUB = ".github/workflows/terbit.yml"


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

    def site(self, host, name="toko", where=None):
        where = where or self.work
        self.run_in(where, "etalase", "new", name, "--host", host, "--quiet")
        return where / name

    def clone(self, host, below=""):
        """A clone of a repository that holds a new site, whose `origin` is bare and lies beside it. The site is its top,
        or a folder of it."""
        if below:
            site = self.work / "toko"
            site.mkdir()
            self.run_in(site, "git", "init", "-q", "-b", "main")
            self.site(host, below, site)
        else:
            site = self.site(host)
        for command in (
            "git init -q -b main", "git add -A", "git -c user.name=a -c user.email=a@b.id commit -q -m Situs",
            "git init -q --bare ../asal.git", "git remote add origin ../asal.git", "git push -q origin main",
            "git -C .. clone -q -b main asal.git salinan",
        ):
            self.run_in(site, *command.split(" "))
        return self.work / "salinan"
