"""Takes the form and an export through spreadsheet programs, and looks whether import reads back the same.

    round.py PROGRAM

Wants soffice, python3-uno and python3-openpyxl. LibreOffice runs without a screen, once as Indonesian and once as
American, and saves as XLSX, ODS and XLS. Closes with a line `N passed, N failed`.
"""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import openpyxl
import uno
from com.sun.star.beans import PropertyValue
from openpyxl.utils import get_column_letter

import clerks

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DEMO = pathlib.Path(__file__).resolve().parents[2]
# What `12.500` is in a cell that is no text shows which language really speaks.
LOCALES = {"id-ID": 12500.0, "en-US": 12.5}
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item></oor:items>
"""
counts = {True: 0, False: 0}


def check(name, problem):
    """Counts one check; `problem` is empty where all is well."""
    counts[not problem] += 1
    print(f"FAIL {name}: {problem}" if problem else f"ok   {name}", flush=True)


# ---- the program ----

def etalase(folder, *arguments):
    """Runs it on a certain day; its lines as objects where it prints JSON."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1795521600"}
    run = subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder, env=environment, capture_output=True, text=True)
    lines = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    return run.returncode, lines, run.stderr


def imported(work, file):
    """The site that comes of a file, as text by path, and what was said of it."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=work))
    (folder / "content").mkdir()
    code, lines, errors = etalase(folder, "import", file, "--json")
    said = [{key: text for key, text in line.items() if key not in ("file", "source")} for line in lines]
    texts = {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.yaml"))}
    return code, texts, json.dumps(said).replace(str(file), "FILE"), errors


def difference(wanted, got):
    code, texts, said, errors = got
    if code != 0:
        return f"ended with {code}: {said[:600]} {errors[:300]}"
    for path in sorted(wanted[1].keys() | texts.keys()):
        old, new = wanted[1].get(path, "").splitlines(), texts.get(path, "").splitlines()
        if old != new:
            gone, come = [line for line in old if line not in new], [line for line in new if line not in old]
            return f"{path}: {gone} became {come}"
    return "" if said == wanted[2] else f"said {said[:600]} in place of {wanted[2][:600]}"


def changes(file):
    """What an import into the demo would change: profiles, and the paths in them."""
    code, lines, errors = etalase(DEMO, "import", file, "--dry-run", "--json")
    changed = [(line["profile"], [change["path"] for change in line["changes"]]) for line in lines if "profile" in line]
    return changed if code == 0 else f"ended with {code}: {lines[:3]} {errors[:300]}"


# ---- spreadsheet programs ----

def prop(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Office:
    """One LibreOffice, in one language."""

    def __init__(self, work, locale):
        self.home = pathlib.Path(work) / f"office-{locale}"
        (self.home / "user").mkdir(parents=True)
        (self.home / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(locale=locale))
        pipe = f"etalase-{os.getpid()}-{locale}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{self.home}",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for attempt in range(300):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # It has not started yet.
                if attempt == 299:
                    raise
                time.sleep(0.2)
        make = lambda name: context.ServiceManager.createInstanceWithContext(name, context)
        self.desktop = make("com.sun.star.frame.Desktop")
        self.dispatcher = make("com.sun.star.frame.DispatchHelper")

    @contextlib.contextmanager
    def open(self, file):
        """A document; `None` opens an empty one."""
        address = f"file://{file}" if file else "private:factory/scalc"
        document = self.desktop.loadComponentFromURL(address, "_blank", 0, (prop("Hidden", True),))
        try:
            yield document
        finally:
            document.close(True)

    def type(self, document, sheet, cell, text):
        """Types a text into a cell as a person does, and presses Enter."""
        window = document.CurrentController
        window.setActiveSheet(document.Sheets.getByName(sheet) if sheet else document.Sheets.getByIndex(0))
        for command, name, value in [("GoToCell", "ToPoint", cell), ("EnterString", "StringName", text)]:
            self.dispatcher.executeDispatch(window.Frame, f".uno:{command}", "", 0, (prop(name, value),))

    def stop(self):
        with contextlib.suppress(Exception):  # The answer is cut off by the end.
            self.desktop.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, 9)
            self.process.wait()


def save(document, file):
    document.storeToURL(f"file://{file}", (prop("FilterName", FILTERS[file.suffix[1:]]),))
    return file


def cells_of(template):
    """What is typed: sheet, cell and text. The examples are emptied first."""
    for sheet, rows in clerks.filled().items():
        heads = {str(cell.value).removesuffix(" *"): cell.column for cell in template[sheet][1]}
        for column in heads.values():
            yield sheet, f"{get_column_letter(column)}2", ""
        for number, row in enumerate(rows, start=2):
            for head, text in row.items():
                if text:
                    yield sheet, f"{get_column_letter(heads[head])}{number}", text


def filled_by_openpyxl(template, cells, file):
    book = openpyxl.load_workbook(template)
    for sheet, cell, text in cells:
        book[sheet][cell].value = text or None
        if text:
            book[sheet][cell].data_type = "s"
    book.save(file)
    return file


def resaved(file, to):
    openpyxl.load_workbook(file).save(to)
    return to


# ---- what is looked at ----

def through_openpyxl(work, form, wanted, export):
    file = resaved(form, work / "form-openpyxl.xlsx")
    check("the form, opened and saved by openpyxl, makes the same site", difference(wanted, imported(work, file)))
    file = resaved(export, work / "export-openpyxl.xlsx")
    check("the export, opened and saved by openpyxl, changes nothing", changes(file))


def through_office(work, locale, template, cells, form, wanted, export):
    office = Office(work, locale)
    try:
        with office.open(None) as empty:
            office.type(empty, None, "A1", "12.500")
            value = empty.Sheets.getByIndex(0).getCellRangeByName("A1").Value
        check(f"LibreOffice reads numbers as {locale} does", "" if value == LOCALES[locale] else f"read {value}")
        for name, source, entries in [("filled", form, []), ("typed", template, cells), ("export", export, [])]:
            with office.open(source) as document:
                for sheet, cell, text in entries:
                    office.type(document, sheet, cell, text)
                for kind in FILTERS:
                    file = save(document, work / f"{name}-{locale}.{kind}")
                    if name == "export":
                        check(f"the export, saved in {locale} as {kind}, changes nothing", changes(file))
                    else:
                        check(f"the form, {name} and saved in {locale} as {kind}, makes the same site",
                              difference(wanted, imported(work, file)))
        with office.open(export) as document:
            heads = [cell.value for cell in openpyxl.load_workbook(export)["Produk"][1]]
            office.type(document, "Produk", f"{get_column_letter(heads.index('Harga') + 1)}2", "98.500")
            for kind in FILTERS:
                file = save(document, work / f"mended-{locale}.{kind}")
                got = changes(file)
                is_right = len(got) == 1 and [path.split(".")[-1] for path in got[0][1]] == ["harga"]
                check(f"a price mended in {locale} and saved as {kind} changes that price alone",
                      "" if is_right else got)
    finally:
        office.stop()


def main():
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        template, export = work / "form.xlsx", work / "export.xlsx"
        for file, command in [(template, ["import", "--template"]), (export, ["export"])]:
            code, _, errors = etalase(DEMO, *command, file)
            check(f"{' '.join(command)} writes a file", errors if code else "")
        cells = list(cells_of(openpyxl.load_workbook(template)))
        form = filled_by_openpyxl(template, cells, work / "filled.xlsx")
        wanted = imported(work, form)
        check("the form of ten cooperatives becomes ten profiles without a finding",
              "" if wanted[0] == 0 and len(wanted[1]) == 10 and '"code"' not in wanted[2] else wanted)
        through_openpyxl(work, form, wanted, export)
        for locale in LOCALES:
            through_office(work, locale, template, cells, form, wanted, export)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] else 0)


main()
