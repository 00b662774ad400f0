//! What is said of CI files, after `new` and after `publish --write-workflow`.

use super::print::Printing;
use super::words::either;
use crate::finding::MessageLanguage;
use crate::host::Host;
use crate::scaffold::{self, CiPlace, NewFile};

/// Where a CI file that installs the program takes it from.
const SOURCE_KEY: &str = "ETALASE_SUMBER";

impl Printing {
    /// Which CI files `publish --write-workflow` wrote.
    pub(super) fn workflow_written(&self, host: &Host, written: &[String], there_is_none: bool) {
        if !self.shows_progress() {
            return;
        }
        let say = |id, en| either(self.language, id, en);
        for path in written {
            anstream::println!("{} {path}", say("ditulis:", "written:"));
        }
        if there_is_none {
            match self.language {
                MessageLanguage::Id => anstream::println!(
                    "tidak perlu berkas CI untuk {}; salin isi `public/` ke sana",
                    host.title.id
                ),
                MessageLanguage::En => anstream::println!(
                    "no CI file is needed for {}; copy what is in `public/` there",
                    host.title.en
                ),
            }
        } else if written.is_empty() {
            anstream::println!("{}", say("berkas CI sudah ada", "the CI file is there already"));
        }
    }

    /// What is to be known of CI files that were written, of all `files` for the host: where they lie if that is not in
    /// the site, and what is missing in them.
    pub(super) fn ci_files(&self, place: &CiPlace, files: &[NewFile], written: &[String]) {
        let Some(first) = written.first().filter(|_| self.shows_progress()) else { return };
        let shown = |path: &String| match &*place.folder {
            "" => path.clone(),
            _ => place.top.join(path).display().to_string(),
        };
        self.ci_place(place, &shown(first));
        let installs =
            |path: &&String| files.iter().any(|(of, text)| of == *path && text.contains(SOURCE_KEY));
        if let Some(path) = written.iter().find(installs).filter(|_| scaffold::SOURCE.is_empty()) {
            self.ci_lacks_source(&shown(path));
        }
    }

    fn ci_place(&self, place: &CiPlace, shown: &str) {
        if !place.folder.is_empty() {
            match self.language {
                MessageLanguage::Id => anstream::println!(
                    "\nberkas CI ditulis di {shown}, karena hanya dibaca di akar repositori"
                ),
                MessageLanguage::En => anstream::println!(
                    "\nthe CI file is {shown}: it is read at the top of the repository only"
                ),
            }
        }
    }

    fn ci_lacks_source(&self, shown: &str) {
        match self.language {
            MessageLanguage::Id => anstream::println!(
                "\nsebelum memakai CI, isi {SOURCE_KEY} di {shown} dengan alamat git tempat etalase diambil"
            ),
            MessageLanguage::En => anstream::println!(
                "\nbefore CI is used, put the git address that etalase was taken from into {SOURCE_KEY} in {shown}"
            ),
        }
    }
}
