//! Runs imports of small sheets, and says what was found.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use serde_json::Value;

use crate::site::{Run, Site};

/// The day of every import here.
pub(crate) const DAY: &str = "2026-11-24";

impl Site {
    /// Runs `import` with a text file of this content, on a certain day.
    pub(crate) fn import(&self, file: &str, content: impl AsRef<[u8]>, options: &str) -> Run {
        self.put(file, content);
        self.run_import(&format!("{file} {options}"))
    }

    /// Runs `import` with what is there already, on the same day.
    pub(crate) fn run_import(&self, line: &str) -> Run {
        let output = self
            .command(&format!("import --lang en {line}"))
            .env("SOURCE_DATE_EPOCH", "1795521600")
            .output()
            .expect("the program starts and ends");
        Run::new(&output)
    }

    /// What stands in the one profile.
    pub(crate) fn profile(&self) -> String {
        self.read("content/kpc/profil.yaml")
    }
}

/// The findings of a run with `--json`, without the lines about profiles.
pub(crate) fn findings(run: &Run) -> Vec<Value> {
    run.findings().into_iter().filter(|line| line.get("code").is_some()).collect()
}

/// Their codes.
pub(crate) fn codes(run: &Run) -> Vec<String> {
    findings(run).iter().filter_map(|finding| finding["code"].as_str().map(str::to_owned)).collect()
}

/// A profile without goods, made by hand.
pub(crate) const HAND_MADE: &str = "# Diisi Bu Neneng
nama: Koperasi Contoh   # nama di akta
kontak: {whatsapp: 0812-0000-0000}
";

/// The level and the cell of each finding of a code.
pub(crate) fn told(run: &Run, code: &str) -> Vec<(String, String)> {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let of_code = findings(run).into_iter().filter(|finding| finding["code"] == code);
    of_code.map(|finding| (text(&finding, "level"), text(&finding, "cell"))).collect()
}

/// The bytes of a workbook with one sheet, as somebody fills it.
pub(crate) fn xlsx(fill: impl Fn(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a sheet");
    workbook.save_to_buffer().expect("a workbook")
}
