//! Prose fits into an editor beside another one: pages of the documentation, and comments of the sources.

use super::pages;
use super::tree::{File, assert_none, files_below};

/// Columns of the widest line.
const WIDEST: usize = 120;

#[test]
fn lines_of_prose_fit_beside_each_other() {
    assert_none(pages().iter().flat_map(wide_lines));
}

#[test]
fn lines_of_comments_fit_beside_each_other() {
    for folder in ["src", "tests"] {
        let files = files_below(folder, &["rs"]);
        assert!(files.len() > 50, "{folder}/ was not found");
        assert_none(files.iter().flat_map(wide_comments));
    }
}

/// Tables and code are as wide as they need.
fn wide_lines(page: &File) -> Vec<String> {
    let mut is_code = false;
    let lines = page.text.lines().zip(1..).filter(move |(line, _)| {
        is_code ^= line.starts_with("```");
        !is_code && !line.starts_with('|') && !line.starts_with("    ") && is_wide(line)
    });
    lines.map(|(_, number)| fault(page, number)).collect()
}

/// Lines of a source that are comments as a whole; tables in them are as wide as they need.
fn wide_comments(source: &File) -> Vec<String> {
    let is_prose = |line: &str| {
        let text = line.trim_start().strip_prefix("//");
        text.is_some_and(|text| !text.trim_start_matches(['/', '!', ' ']).starts_with('|'))
    };
    let lines = source.text.lines().zip(1..).filter(|(line, _)| is_prose(line) && is_wide(line));
    lines.map(|(_, number)| fault(source, number)).collect()
}

fn is_wide(line: &str) -> bool {
    line.chars().count() > WIDEST
}

fn fault(file: &File, number: usize) -> String {
    format!("{}:{number}: wider than {WIDEST} columns", file.path)
}

mod each_rule_fails_on {
    use super::*;

    #[test]
    fn lines_that_are_too_wide() {
        let wide = "ä".repeat(121);
        let text = format!("{}\n| {wide} |\n```\n{wide}\n```\n{wide}\n", "ä".repeat(120));
        let page = File { path: "A.md".to_owned(), text };
        assert_eq!(wide_lines(&page), ["A.md:6: wider than 120 columns"]);
    }

    #[test]
    fn comments_that_are_too_wide() {
        let (wide, fits) = ("ä".repeat(114), "ä".repeat(112));
        let text =
            format!("//! | {wide} |\nlet a = \"{wide}\";\n    /// {fits}\n    //! {wide}\n    // {fits}ää\n");
        let source = File { path: "a.rs".to_owned(), text };
        let expected = ["a.rs:4: wider than 120 columns", "a.rs:5: wider than 120 columns"];
        assert_eq!(wide_comments(&source), expected);
    }
}
