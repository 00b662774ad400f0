//! The Indonesian guides, followed to the letter: every command of each, in its order, in an empty folder, or in
//! the site that the first guide makes. Servers and whatever needs a network are not started; their flags are looked up
//! in the program's help.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use etalase::for_tests::hardest_paragraph;

use crate::tree::{File, assert_none, files_below};
use crate::{code_blocks, read};

/// Commands that wait for somebody, or that ask another machine.
const NOT_RUN: [&str; 5] = ["serve", "edit", "collect", "publish", "apply"];

/// The guide that makes a site; others go on where it ends.
const FIRST: &str = "docs/PANDUAN-MULAI.md";

/// Commands that a guide runs to show a mistake.
const SHOWS_A_MISTAKE: [&str; 1] = ["etalase import latihan.csv"];

#[test]
fn guides_are_followed_to_the_letter() {
    let guides = guides();
    let (own, going_on): (Vec<&File>, Vec<&File>) = guides
        .iter()
        .filter(|guide| guide.path != FIRST)
        .partition(|guide| guide.text.contains("etalase new"));
    let count: usize = thread::scope(|scope| {
        let apart = scope.spawn(|| own.iter().map(|guide| Desk::new().follow_guide(guide)).sum::<usize>());
        let desk = Desk::new();
        desk.follow_guide(&File { path: FIRST.to_owned(), text: read(FIRST) });
        let here: usize = going_on.iter().map(|guide| desk.follow_guide(guide)).sum();
        here + apart.join().expect("the others are followed, too")
    });
    assert!(count > 20, "only {count} commands were run");
}

#[test]
fn guides_are_as_easy_to_read_as_texts_for_pupils() {
    assert_none(guides().iter().filter_map(|guide| {
        let (line, words) = hardest_paragraph(&guide.text)?;
        Some(format!("{}: {words} words a sentence, hardest at line {}", guide.path, line + 1))
    }));
}

/// The guides that are in Indonesian.
fn guides() -> Vec<File> {
    let below = files_below("docs", &["md"]).into_iter();
    let guides: Vec<File> = below
        .filter(|file| file.path.starts_with("PANDUAN-") || file.path == "PEMANTAUAN.md")
        .map(|file| File { path: format!("docs/{}", file.path), text: file.text })
        .collect();
    assert!(guides.len() > 10, "only {} guides", guides.len());
    guides
}

/// Where a guide is followed: an empty folder, with the sheets to practise on.
struct Desk {
    folder: tempfile::TempDir,
    /// Where `cd` led to.
    place: std::cell::RefCell<PathBuf>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy_sheets(folder.path());
        let place = std::cell::RefCell::new(folder.path().to_owned());
        Self { folder, place }
    }

    /// Follows a whole guide and returns how many commands ran.
    fn follow_guide(&self, guide: &File) -> usize {
        let mut count = 0;
        for (kind, text) in code_blocks(&guide.text) {
            match &*kind {
                "" => count += text.lines().filter(|line| self.follow(&guide.path, line)).count(),
                "yaml" | "md" => self.write(&guide.text, &text),
                _ => {}
            }
        }
        count
    }

    /// Runs one line of a guide as far as it can be run here; true if something ran.
    fn follow(&self, guide: &str, line: &str) -> bool {
        let words: Vec<String> = words(line);
        match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["cd", folder] => {
                let place = self.place.borrow().join(folder);
                assert!(place.is_dir(), "{guide}: there is no folder `{folder}`");
                copy_sheets(&place);
                *self.place.borrow_mut() = place;
                false
            }
            ["etalase", command, rest @ ..] if NOT_RUN.contains(command) || line.contains("://") => {
                let help = self.run(&[command, "--help"]).1;
                let flags = rest.iter().filter(|word| word.starts_with("--"));
                let unknown: Vec<_> = flags.filter(|flag| !help.contains(**flag)).collect();
                assert!(unknown.is_empty(), "{guide}: `{line}`: {unknown:?}");
                true
            }
            ["etalase", arguments @ ..] => {
                let (is_well, said) = self.run(arguments);
                let shows = SHOWS_A_MISTAKE.iter().any(|start| line.starts_with(start));
                assert_eq!(is_well, !shows, "{guide}: `{line}` says:\n{said}");
                true
            }
            _ => false,
        }
    }

    /// Runs the program; its success, and all that it says.
    fn run(&self, arguments: &[&str]) -> (bool, String) {
        let run = Command::new(env!("CARGO_BIN_EXE_etalase"))
            .args(arguments)
            .env("LANG", "id_ID.UTF-8")
            .current_dir(&*self.place.borrow())
            .output()
            .expect("it runs");
        let said = [run.stdout, run.stderr].concat();
        (run.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    /// Writes a block to the file that the words before it name last, with the photos that it names.
    fn write(&self, guide: &str, block: &str) {
        let before = guide.split(&format!("\n{block}")).next().unwrap_or_default();
        let paragraph = before.trim_end_matches(|c: char| c == '`' || c.is_alphabetic()).trim_end();
        let paragraph = paragraph.rsplit("\n\n").next().unwrap_or_default();
        let codes = paragraph.split('`').skip(1).step_by(2);
        let is_file = |code: &&str| ["yaml", "md"].iter().any(|ending| has_ending(code, ending));
        let Some(path) = codes.filter(is_file).last() else { return };
        let file = self.place.borrow().join(path);
        assert!(file.starts_with(self.folder.path()), "{path}");
        let folder = file.parent().expect("a folder");
        fs::create_dir_all(folder).expect("made");
        fs::write(&file, block).expect("written");
        let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/tanah-jingga/foto/cangkir.jpg");
        for name in block.split(|c: char| !c.is_alphanumeric() && !"/.-".contains(c)) {
            if name.starts_with("foto/") && has_ending(name, "jpg") {
                fs::create_dir_all(folder.join("foto")).expect("made");
                fs::copy(&photo, folder.join(name)).expect("a photo of the demo");
            }
        }
    }
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

/// Puts the sheets to practise on where a guide says that they are copied to.
fn copy_sheets(folder: &Path) {
    for sheets in ["docs/examples/impor", "docs/examples/bimtek"] {
        for file in files_below(sheets, &["csv"]) {
            fs::write(folder.join(&file.path), &file.text).expect("written");
        }
    }
}

/// The words of a line as a shell parts them, with quotes and without anything else of a shell.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, ' ') => words.push(String::new()),
            (_, c) => words.last_mut().expect("one at least").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
