//! The texts of a first site, for one cooperative or for an office with many.

use std::path::Path;

use super::template::{NewFile, filled};
use crate::amend::yaml_scalar;
use crate::finding::MessageLanguage;
use crate::host::Host;
use crate::model::Date;
use crate::schema::{SCHEMA_FILE, profile_schema};

/// What a first site is to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FirstSite<'a> {
    /// Title, as visitors read it.
    pub title: &'a str,
    /// True for an office with many cooperatives.
    pub is_portal: bool,
    /// Where it will be published.
    pub host: &'static Host,
    /// Name of the project at the host: that of the site's folder, made fit.
    pub project: &'a str,
    /// The day of the prices.
    pub today: Date,
}

/// Days from today until something in the example happens.
const TRAINING: i64 = 21;
const MAKE_UP: i64 = 28;
const INTERNSHIP_CLOSES: i64 = 45;
const INTERNSHIP_BEGINS: i64 = 60;
const INTERNSHIP_ENDS: i64 = 150;

/// The folder of the first cooperative.
const FIRST_FOLDER: &str = "koperasi-contoh";

/// Every file of a first site but those of CI, in order of path.
pub(crate) fn site_files(site: &FirstSite<'_>) -> Vec<NewFile> {
    let marks = marks(site);
    let mut files = templates(site.is_portal);
    for (path, text) in &mut files {
        *text = filled(text, &marks);
        let is_yaml = Path::new(path).extension() == Some("yaml".as_ref());
        let title = if is_yaml { yaml_scalar(site.title) } else { site.title.to_owned() };
        // Last: what a person typed may look like a mark.
        *text = text.replace("@JUDUL@", &title);
    }
    // The quiz of the demo speaks of no cooperative: every site may begin with it.
    let quiz = include_str!("../../content/_muda/kuis.yaml");
    files.push(("content/_muda/kuis.yaml".to_owned(), quiz.to_owned()));
    files.push((SCHEMA_FILE.to_owned(), profile_schema(MessageLanguage::Id)));
    files.sort();
    files
}

/// What the marks of the templates stand for, but for the title.
fn marks(site: &FirstSite<'_>) -> [(&'static str, String); 12] {
    let day = |days: i64| site.today.saturating_add(jiff::Span::new().days(days)).to_string();
    let year = site.today.year();
    [
        ("@ALAMAT@", site.host.example_address.replace("@PROYEK@", site.project)),
        ("@INANG@", site.host.name.to_owned()),
        ("@TAHUN@", year.to_string()),
        ("@TAHUN_DEPAN@", (year + 1).to_string()),
        ("@HARI_INI@", site.today.to_string()),
        ("@PKL_TUTUP@", day(INTERNSHIP_CLOSES)),
        ("@PKL_MULAI@", day(INTERNSHIP_BEGINS)),
        ("@PKL_SELESAI@", day(INTERNSHIP_ENDS)),
        ("@BIMTEK@", day(TRAINING)),
        ("@SUSULAN@", day(MAKE_UP)),
        ("@CONTOH@", FIRST_FOLDER.to_owned()),
        ("@LANGKAH_TERBIT@", publishing_step(site.host)),
    ]
}

/// The files with marks, by path in the site.
fn templates(is_portal: bool) -> Vec<NewFile> {
    let settings = include_str!("templates/etalase.yaml");
    let programme = if is_portal { include_str!("templates/program.yaml") } else { "" };
    let mut files = vec![
        (".gitignore".to_owned(), include_str!("templates/gitignore").to_owned()),
        ("README.md".to_owned(), include_str!("templates/README.md").to_owned()),
        ("SERAH-TERIMA.md".to_owned(), include_str!("templates/SERAH-TERIMA.md").to_owned()),
        ("etalase.yaml".to_owned(), format!("{settings}{programme}")),
        (format!("content/{FIRST_FOLDER}/profil.yaml"), include_str!("templates/profil.yaml").to_owned()),
    ];
    if is_portal {
        let pupils = include_str!("templates/profil-kopsis.yaml");
        let training = include_str!("templates/agenda.yaml");
        files.extend([
            ("content/kopsis-contoh/profil.yaml".to_owned(), pupils.to_owned()),
            ("content/_agenda/bimtek-profil.yaml".to_owned(), training.to_owned()),
        ]);
    }
    files
}

/// The fifth step of the README: how what was built gets to visitors.
fn publishing_step(host: &Host) -> String {
    let step = if host.opens_files {
        "Salin seluruh isi `public/` ke flashdisk; `index.html` bisa dibuka langsung.".to_owned()
    } else if host.ci_files.is_empty() {
        format!("Terbitkan: `etalase publish --branch {}`.", host.branch)
    } else {
        "Kirim perubahannya dengan `git add -A`, `git commit`, dan `git push`; selebihnya dikerjakan otomatis dan \
         situs terbit beberapa menit kemudian."
            .to_owned()
    };
    format!("5. {step}\n")
}

/// A name that every host takes for a project: lower-case letters, digits and single hyphens. `etalase` for a folder
/// whose name has no letter.
pub(crate) fn project_name(folder: &str) -> String {
    let ascii = deunicode::deunicode(folder).to_lowercase();
    let words: Vec<&str> =
        ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(50).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "etalase".to_owned() } else { name.to_owned() }
}
