//! Parts of the built-in themes as files that a site may copy and change, and what has changed in the built-in ones
//! since: the first line of a copy says where it comes from and the hash of what it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::Files;
use super::findings;
use super::style::content_hash;
use crate::finding::{Findings, SourceFile, Span};

/// Begins the note in the first line of a copy: `disalin dari etalase:css/base.css 0123456789abcdef`.
const NOTE: &str = "disalin dari ";

/// A file of the built-in themes that a theme stands on.
#[derive(Debug)]
pub struct BuiltInFile {
    /// Its path inside a theme: `templates/partials/footer.html`.
    pub path: String,
    /// The built-in theme that has it.
    pub theme: String,
    /// What it says.
    pub text: &'static str,
    /// Its first comment, which tells what it is for; empty without one.
    pub about: String,
    /// Whether the site has a file of its own in its place.
    pub state: CopyState,
}

/// What a site has at the path of a built-in file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    /// Nothing: the built-in one is used.
    BuiltIn,
    /// A file that nobody copied by `theme copy`.
    Own,
    /// A copy of what the built-in one is today.
    Copied,
    /// A copy of what it was once.
    Outdated,
}

impl BuiltInFile {
    /// What a copy of it begins with, so that a later change of the built-in one can be told.
    pub fn as_copy(&self) -> String {
        let note = format!("{NOTE}{}:{} {}", self.theme, self.path, content_hash(self.text.as_bytes()));
        let (open, close) = comment_signs(&self.path);
        format!("{open}{note}{close}\n{}", self.text)
    }
}

/// The built-in files below a theme, with what the site has in their places: `overrides` are its own files. Findings
/// and `None` if there is no such theme.
pub fn built_in_files(
    name: &str,
    overrides: &BTreeMap<String, String>,
    findings: &mut Findings,
) -> Option<Vec<BuiltInFile>> {
    let files = Files::collect(name, overrides, findings)?;
    let list = files.built_in_files().into_iter().map(|(path, (theme, text))| {
        let state = match files.own(&path).map(|own| note_of(&own.text)) {
            None => CopyState::BuiltIn,
            Some(None) => CopyState::Own,
            Some(Some((_, hash))) if hash == content_hash(text.as_bytes()) => CopyState::Copied,
            Some(Some(_)) => CopyState::Outdated,
        };
        BuiltInFile { about: about(&path, text), path, theme, text, state }
    });
    Some(list.collect())
}

/// Tells which copies of a site are of what a built-in file was once.
pub(super) fn check(files: &Files, findings: &mut Findings) {
    let built_in = files.built_in_files();
    for (path, file) in files.all_own() {
        let Some((named, hash)) = note_of(&file.text) else { continue };
        let inside = named.split_once(':').map_or(named, |(_, inside)| inside);
        let at = first_line(file);
        match built_in.get(inside) {
            None => findings.push(findings::copy_of_nothing(at, named)),
            Some((theme, text)) if content_hash(text.as_bytes()) != hash => {
                let (name, now) = (format!("{theme}:{inside}"), content_hash(text.as_bytes()));
                findings.push(findings::copy_outdated(at, &name, path, &now));
            }
            Some(_) => {}
        }
    }
}

/// What the first line of a copy says: the name of the built-in file, and its hash at that time.
fn note_of(text: &str) -> Option<(&str, &str)> {
    let (_, note) = text.lines().next()?.split_once(NOTE)?;
    let mut words = note.split_whitespace();
    Some((words.next()?, words.next()?))
}

fn first_line(file: &Arc<SourceFile>) -> Span {
    let length = file.text.lines().next().map_or(1, |line| line.chars().count());
    Span::new(file, 1, 1, u32::try_from(length).unwrap_or(1))
}

/// What encloses a comment of one line in a file of that kind.
fn comment_signs(path: &str) -> (&'static str, &'static str) {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" | "xml" => ("{# ", " #}"),
        "css" | "js" => ("/* ", " */"),
        "svg" => ("<!-- ", " -->"),
        _ => ("# ", ""),
    }
}

/// The first comment of a file, if it begins with one, on one line.
fn about(path: &str, text: &str) -> String {
    let (open, close) = comment_signs(path);
    let text = text.trim_start();
    let comment = match (text.strip_prefix(open.trim_end()), text.strip_prefix("//")) {
        (Some(rest), _) if close.is_empty() => rest.lines().next(),
        (Some(rest), _) => rest.split_once(close.trim_start()).map(|(comment, _)| comment),
        (None, rest) => rest.and_then(|rest| rest.lines().next()),
    };
    comment.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files_with(own: &[(&str, String)]) -> (Vec<BuiltInFile>, Files) {
        let overrides: BTreeMap<String, String> =
            own.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect();
        let list = built_in_files("lapak", &overrides, &mut Findings::new()).expect("it is there");
        (list, Files::collect("lapak", &overrides, &mut Findings::new()).expect("it is there"))
    }

    fn find<'a>(list: &'a [BuiltInFile], path: &str) -> &'a BuiltInFile {
        list.iter().find(|file| file.path == path).expect("it is built in")
    }

    #[test]
    fn a_copy_says_what_it_was_and_a_change_of_the_built_in_file_is_told() {
        let footer = "templates/partials/footer.html";
        let (list, _) = files_with(&[("theme.yaml", "nama: Lapak\n".to_owned())]);
        let copy = find(&list, footer).as_copy();
        assert!(copy.starts_with(&format!("{{# disalin dari etalase:{footer} ")), "{copy}");
        let hash = note_of(&copy).expect("a note").1.to_owned();
        let old = copy.replace(&hash, "0000000000000000");
        for (text, state, told) in [
            (copy, CopyState::Copied, ""),
            (old, CopyState::Outdated, "footer.html:1:1 theme-part-changed\n"),
            ("<footer></footer>".to_owned(), CopyState::Own, ""),
        ] {
            let (list, files) = files_with(&[(footer, text)]);
            assert_eq!(find(&list, footer).state, state);
            let mut findings = Findings::new();
            check(&files, &mut findings);
            assert_eq!(findings.brief(), told);
        }
        let (_, files) =
            files_with(&[("css/baru.css", "/* disalin dari etalase:css/dulu.css 1 */".to_owned())]);
        let mut findings = Findings::new();
        check(&files, &mut findings);
        assert_eq!(findings.brief(), "baru.css:1:1 theme-part-gone\n");
    }

    #[test]
    fn the_first_comment_tells_what_a_file_is_for() {
        assert_eq!(about("a.html", "{# A product,\n   in short. #}\n<p>"), "A product, in short.");
        assert_eq!(about("a.css", "/* Ink. */ a{}"), "Ink.");
        assert_eq!(about("a.js", "// Keeps.\nlet a"), "Keeps.");
        assert_eq!(about("a.yaml", "# Nama.\na: 1"), "Nama.");
        assert_eq!(about("a.css", "a { color: red } /* no */"), "");
    }
}
