//! What `etalase new` and `publish --write-workflow` put into a site: texts of a first site and of CI files,
//! as functions of their arguments. Only `write.rs` touches the disk, and it never replaces a file.

mod findings;
mod scalar;
mod workflow;
mod write;

use scalar::yaml_scalar;
pub use workflow::{CiPlace, SOURCE, workflow_files};
pub use write::{ci_place, write_schema, write_site, write_workflow};

use std::path::Path;

use crate::finding::MessageLanguage;
use crate::host::Host;
use crate::model::Date;
use crate::schema::{SCHEMA_FILE, profile_schema};

/// A file to be written: its path in the site's folder, and its text.
pub type NewFile = (String, String);

/// What a first site is to be.
#[derive(Debug, Clone, Copy)]
pub struct FirstSite<'a> {
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

/// Every file of a first site but those of CI, in order of path.
pub fn site_files(site: &FirstSite<'_>) -> Vec<NewFile> {
    let day = |days: i64| site.today.saturating_add(jiff::Span::new().days(days)).to_string();
    let first_folder = "koperasi-contoh";
    let year = site.today.year();
    let pairs = [
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
        ("@CONTOH@", first_folder.to_owned()),
        ("@LANGKAH_TERBIT@", publishing_step(site.host)),
    ];
    let mut settings = include_str!("templates/etalase.yaml").to_owned();
    if site.is_portal {
        settings.push_str(include_str!("templates/program.yaml"));
    }
    let mut files = vec![
        (".gitignore".to_owned(), include_str!("templates/gitignore").to_owned()),
        ("README.md".to_owned(), include_str!("templates/README.md").to_owned()),
        ("etalase.yaml".to_owned(), settings),
        (format!("content/{first_folder}/profil.yaml"), include_str!("templates/profil.yaml").to_owned()),
    ];
    if site.is_portal {
        files.extend([
            (
                "content/kopsis-contoh/profil.yaml".to_owned(),
                include_str!("templates/profil-kopsis.yaml").to_owned(),
            ),
            (
                "content/_agenda/bimtek-profil.yaml".to_owned(),
                include_str!("templates/agenda.yaml").to_owned(),
            ),
        ]);
    }
    for (path, text) in &mut files {
        *text = filled(text, &pairs);
        let is_yaml = Path::new(path).extension() == Some("yaml".as_ref());
        let title = if is_yaml { yaml_scalar(site.title) } else { site.title.to_owned() };
        // Last: what a person typed may look like a mark.
        *text = text.replace("@JUDUL@", &title);
    }
    // The quiz of the demo speaks of no cooperative: every site may begin with it.
    files.push((
        "content/_muda/kuis.yaml".to_owned(),
        include_str!("../../content/_muda/kuis.yaml").to_owned(),
    ));
    files.push((SCHEMA_FILE.to_owned(), profile_schema(MessageLanguage::Id)));
    files.sort();
    files
}

/// Replaces every mark.
fn filled(template: &str, pairs: &[(&str, String)]) -> String {
    pairs.iter().fold(template.to_owned(), |text, (mark, value)| text.replace(mark, value))
}

/// The fifth step of the README: how what was built gets to visitors.
fn publishing_step(host: &Host) -> String {
    let step = if host.opens_files {
        "Salin seluruh isi `public/` ke kandar USB; `index.html` bisa dibuka langsung.".to_owned()
    } else if host.ci_files.is_empty() {
        format!("Terbitkan: `etalase publish --branch {}`.", host.branch)
    } else {
        "Kirim perubahannya dengan `git add -A`, `git commit`, dan `git push`; selebihnya dikerjakan otomatis dan \
         situs terbit beberapa menit kemudian."
            .to_owned()
    };
    format!("5. {step}\n")
}

/// A name that every host takes for a project: lower-case letters, digits and single hyphens.
/// ```
/// assert_eq!(etalase::scaffold::project_name("Koperasi Tani, Jaya!"), "koperasi-tani-jaya");
/// assert_eq!(etalase::scaffold::project_name("…"), "etalase");
/// ```
pub fn project_name(folder: &str) -> String {
    let ascii = deunicode::deunicode(folder).to_lowercase();
    let words: Vec<&str> =
        ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(50).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "etalase".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests;
