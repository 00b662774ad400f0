//! Of which sources the last build made an output, and which cooperatives it had to leave as they were published. One
//! text file a site and output; one that makes no sense counts as none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::folder::temporary_name;
use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::Fingerprint;

/// First line of the file; another one means that another version wrote it.
const FORM: &str = "etalase-builds-1";

/// What the last build did with one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Made {
    /// Names, sizes and time stamps of its files, as they were before they were read.
    pub sources: Fingerprint,
    /// True if it had an error, so that what was published of it stayed.
    pub is_waiting: bool,
}

/// The sources of a site by their paths from its folder: `etalase.yaml`, `content/kpc`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Builds(pub BTreeMap<String, Made>);

impl Builds {
    /// What the last build into an output has left; `None` if nobody knows.
    pub(crate) fn read(cache: &Path, output: &Path) -> Option<Self> {
        let text = fs::read_to_string(path(cache, output)).ok()?;
        let lines = text.strip_prefix(FORM)?.strip_prefix('\n')?.lines();
        let parse = |line: &str| {
            let (sources, rest) = line.split_once(' ')?;
            let (state, path) = rest.split_once(' ')?;
            let made = Made { sources: Fingerprint::parse(sources)?, is_waiting: state == "waiting" };
            Some((path.to_owned(), made))
        };
        lines.map(parse).collect::<Option<_>>().map(Self)
    }

    /// Replaces it.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn write(&self, cache: &Path, output: &Path) -> Result<()> {
        let mut text = format!("{FORM}\n");
        for (path, made) in &self.0 {
            let state = if made.is_waiting { "waiting" } else { "built" };
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{} {state} {path}", made.sources);
        }
        let target = path(cache, output);
        let temporary = target.with_extension(temporary_name());
        fs::create_dir_all(cache)
            .and_then(|()| fs::write(&temporary, text))
            .and_then(|()| fs::rename(&temporary, &target))
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
            .or_failed_at(Failure::Write, &target)
    }
}

fn path(cache: &Path, output: &Path) -> PathBuf {
    // By the last name only, as for records: a site that is moved as a whole keeps it.
    let name = output.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy());
    cache.join(format!("bangunan-{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_damage_counts_as_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let (cache, output) = (folder.path(), Path::new("public"));
        let made = |text: &str, is_waiting| Made { sources: Fingerprint::of(text.as_bytes()), is_waiting };
        let builds = Builds(
            [
                ("content/koperasi tani".to_owned(), made("a", true)),
                ("etalase.yaml".to_owned(), made("b", false)),
            ]
            .into(),
        );
        assert_eq!(Builds::read(cache, output), None);
        builds.write(cache, output).expect("written");
        assert_eq!(Builds::read(cache, output), Some(builds));
        fs::write(path(cache, output), format!("{FORM}\nzz built x\n")).expect("damaged");
        assert_eq!(Builds::read(cache, output), None);
    }
}
