//! The cooperatives that a new site begins with. They show what a profile can say, and step back once there is one that
//! somebody wrote: nobody wants to publish them beside it.

use std::fs;
use std::path::Path;

use super::findings;
use crate::finding::Findings;

/// Folders of a new site, each with the line of its profile that whoever makes it their own changes first.
const EXAMPLES: [(&str, &str); 2] =
    [("koperasi-contoh", "nama: Koperasi Contoh Makmur"), ("kopsis-contoh", "nama: Koperasi Siswa Contoh")];

/// Leaves the examples out of a list of folders below `content`, and says so, unless there is nothing else.
pub(super) fn leave_out(content: &Path, names: &mut Vec<String>, findings: &mut Findings) {
    let is_example = |name: &String| {
        EXAMPLES
            .iter()
            .any(|(folder, line)| folder == name && has_line(&content.join(name).join("profil.yaml"), line))
    };
    let (examples, own): (Vec<String>, Vec<String>) = names.drain(..).partition(is_example);
    if own.is_empty() {
        *names = examples;
        return;
    }
    for name in examples {
        findings.push(findings::example_left_out(&name));
    }
    *names = own;
}

fn has_line(profile: &Path, line: &str) -> bool {
    fs::read_to_string(profile).is_ok_and(|text| text.lines().any(|written| written.trim_end() == line))
}
