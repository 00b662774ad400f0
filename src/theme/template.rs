//! Templates: found, trimmed, checked, and what follows from them: which parts a page uses.

#[cfg(test)]
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use tera::{Error, ErrorKind, Kwargs, State, Tera, Value};

use super::files::Files;
use super::findings;
use super::mentions::mentions;
use super::sections::{self, Order};
use super::text::filled;
use super::unclosed::unclosed;
use crate::finding::{Findings, Span};

const FOLDER: &str = "templates/";

/// The templates of a theme, ready to render; `None`, with findings, if one of them is broken.
pub(super) fn parse(files: &Files, order: &Order, findings: &mut Findings) -> Option<Tera> {
    let mut tera = Tera::new();
    tera.register_filter("fill", fill);
    tera.register_filter("below", below);
    let templates: Vec<(&str, String)> =
        files.under(FOLDER).map(|(name, file)| (name, prepared(&file.text, order))).collect();
    match tera.add_raw_templates(templates.iter().map(|(name, text)| (name, text))) {
        Ok(()) => Some(tera),
        Err(error) => {
            let before = findings.len();
            // One by one: a template that does not parse must not hide the next one.
            for (name, text) in &templates {
                if let Err(error) = Tera::new().add_raw_template(name, text)
                    && matches!(error.kind(), ErrorKind::SyntaxError(_))
                {
                    report(files, &error, findings);
                }
            }
            if findings.len() == before {
                report(files, &error, findings);
            }
            None
        }
    }
}

/// `{{ t.until | fill(date=card.until) }}`: puts values where a text names them in braces.
#[expect(clippy::needless_pass_by_value, reason = "the signature of a filter")]
fn fill(text: &str, values: Kwargs, _: &State<'_>) -> String {
    let values: Vec<(String, String)> =
        values.iter().map(|(key, value)| (key.to_string(), value_text(value))).collect();
    filled(text, |name| values.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()))
}

/// `{{ listing.href | below(folder=home) }}`: an address below a folder, or as it is if it names another site.
#[expect(clippy::needless_pass_by_value, reason = "the engine hands over a value")]
fn below(href: &str, arguments: Kwargs, _: &State<'_>) -> String {
    let folder = arguments.iter().find(|(key, _)| key.to_string() == "folder");
    match folder {
        Some((_, folder)) if !href.starts_with("https://") && !href.starts_with("http://") => {
            format!("{}{href}", value_text(folder))
        }
        _ => href.to_owned(),
    }
}

fn value_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A template without the spaces that only indent it, with its sections. Lines stay lines, so that places in findings
/// hold.
fn prepared(text: &str, order: &Order) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    sections::expanded(&lines.join("\n"), order)
}

/// Page kinds.
pub(super) fn page_kinds(files: &Files) -> Vec<String> {
    let names = files.under("templates/pages/");
    names.filter_map(|(name, _)| name.strip_suffix(".html")).map(str::to_owned).collect()
}

/// Name of the template of a page kind.
pub(super) fn page_template(kind: &str) -> String {
    format!("pages/{kind}.html")
}

/// The parts that a template shows, itself or through its sections and what it extends, includes or calls: their
/// names, which are also those of their style sheets and scripts. The page's own name leads.
pub(super) fn parts_of(files: &Files, order: &Order, template: &str) -> Vec<String> {
    let stem = |name: &String| {
        let file = name.rsplit('/').next().and_then(|file| file.split('.').next());
        file.unwrap_or(name).to_owned()
    };
    let parts: BTreeSet<String> = used_by(files, order, vec![template.to_owned()]).iter().map(stem).collect();
    parts.into_iter().collect()
}

/// Templates, their sections, and what they extend, include or call, at any depth.
fn used_by(files: &Files, order: &Order, mut waiting: Vec<String>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if let Some(file) = files.get(&format!("{FOLDER}{name}"))
            && !seen.contains(&name)
        {
            waiting.extend(mentions(&file.text));
            waiting.extend(sections::templates_in(&file.text, order));
        }
        seen.insert(name);
    }
    seen
}

/// A page as it is published: templates leave empty lines where something is absent, and they go.
pub(super) fn without_blank_lines(html: &[u8]) -> Vec<u8> {
    let mut page = Vec::with_capacity(html.len() + 1);
    let (mut untaken, mut start) = (0, 0);
    while start < html.len() {
        let end = memchr::memchr(b'\n', &html[start..]).map_or(html.len(), |length| start + length + 1);
        if html[start].is_ascii_whitespace() && html[start..end].trim_ascii_start().is_empty() {
            page.extend_from_slice(&html[untaken..start]);
            untaken = end;
        }
        start = end;
    }
    page.extend_from_slice(&html[untaken..]);
    if page.last() != Some(&b'\n') {
        page.push(b'\n');
    }
    page
}

/// Says what is wrong with a template, at its place.
pub(super) fn report(files: &Files, error: &Error, findings: &mut Findings) {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let span = report.span();
            let name = quoted(report.message());
            let file = files.get(&format!("{FOLDER}{}", report.filename())).filter(|_| name.is_none());
            let found = if let Some((file, tag)) = file.and_then(|file| Some((file, unclosed(&file.text)?))) {
                let number = |value: usize| u32::try_from(value).unwrap_or(1);
                let at = Span::new(file, number(tag.line), number(tag.column), 1);
                findings::template_unclosed(at, tag.word)
            } else {
                let at = place(files, report.filename(), span.start_line, span.start_col + 1);
                findings::template_syntax(at, name)
            };
            findings.push(found);
        }
        ErrorKind::RenderingError(report) => {
            let span = report.span();
            let at = place(files, report.filename(), span.start_line, span.start_col + 1);
            findings.push(findings::template_value(
                at,
                quoted(report.message()),
                &known_in(report.message()),
            ));
        }
        ErrorKind::MissingParent { current, parent } => {
            let names = siblings(files, parent);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            findings.push(findings::template_missing(named_at(files, current, parent), parent, &names));
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            findings.push(findings::template_circle(whole(files, tpl)));
        }
        ErrorKind::TemplateNotFound(name) => {
            findings.push(findings::template_missing(whole(files, name), name, &[]));
        }
        _ => report_list(files, &error.to_string(), findings),
    }
}

/// References that lead nowhere come as one text: a line with the name, then a line with the place of each.
fn report_list(files: &Files, text: &str, findings: &mut Findings) {
    let mut message = "";
    let mut any = false;
    for line in text.lines() {
        if let Some(found) = line.strip_prefix("error: ") {
            message = found;
        } else if let Some(locus) = line.trim_start().strip_prefix("--> ") {
            let mut parts = locus.rsplitn(3, ':');
            let column = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            let line = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            let at = place(files, parts.next().unwrap_or(""), line, column);
            findings.push(findings::template_reference(at, quoted(message)));
            any = true;
        }
    }
    if !any {
        let at = quoted(text).map_or_else(|| Span::path("themes"), |name| whole(files, name));
        findings.push(findings::template_syntax(at, quoted(text)));
    }
}

/// The names that are there, as a message ends with them: `Available fields: name, price`. In order of name.
fn known_in(message: &str) -> Vec<&str> {
    let list =
        ["Available fields: ", "Available variables: "].iter().find_map(|mark| message.split_once(mark));
    let mut known: Vec<&str> = list.map(|(_, names)| names.trim().split(", ").collect()).unwrap_or_default();
    known.sort_unstable();
    known
}

/// The first name that a message quotes.
fn quoted(message: &str) -> Option<&str> {
    let mut parts = message.split('`');
    parts.next();
    parts.next().filter(|name| !name.is_empty())
}

fn whole(files: &Files, name: &str) -> Span {
    files
        .get(&format!("{FOLDER}{name}"))
        .map_or_else(|| Span::path(format!("themes/{FOLDER}{name}")), Span::whole)
}

/// Names that were perhaps meant by one that leads nowhere: those of all templates, of a theme if it names one.
fn siblings(files: &Files, named: &str) -> Vec<String> {
    let all = files.under(FOLDER).map(|(name, _)| name).filter(|name| !name.contains(':'));
    match named.split_once(':') {
        Some((theme, _)) => all.map(|name| format!("{theme}:{name}")).collect(),
        None => all.map(str::to_owned).collect(),
    }
}

/// Where a template names another one.
fn named_at(files: &Files, template: &str, named: &str) -> Span {
    let file = files.get(&format!("{FOLDER}{template}"));
    let found = file.and_then(|file| Some((file, file.text.find(&format!("\"{named}\""))?)));
    let Some((file, at)) = found else { return whole(files, template) };
    let before = &file.text[..=at];
    let number = |value: usize| u32::try_from(value).unwrap_or(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Span::new(file, number(before.matches('\n').count() + 1), number(column), number(named.chars().count()))
}

/// A place in a template as it was written: what trimming took away is put back.
fn place(files: &Files, name: &str, line: usize, column: usize) -> Span {
    let Some(file) = files.get(&format!("{FOLDER}{name}")) else {
        return whole(files, name);
    };
    let indent = file
        .text
        .lines()
        .nth(line.saturating_sub(1))
        .map_or(0, |text| text.chars().take_while(|c| c.is_whitespace()).count());
    let number = |value: usize| u32::try_from(value).unwrap_or(1);
    Span::new(file, number(line), number(column + indent), 1)
}

/// Every name that templates may print from the texts: used by tests to hold texts and templates together.
#[cfg(test)]
pub(super) fn text_keys(files: &Files) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for (name, file) in files.under(FOLDER) {
        for (at, _) in file.text.match_indices("t.") {
            if file.text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.') {
                continue;
            }
            let rest = &file.text[at + 2..];
            let key: String = rest
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.'))
                .collect();
            if key.contains('.') {
                keys.insert(key.trim_end_matches('.').to_owned(), name.to_owned());
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::manifest::read_manifest;
    use super::*;

    /// Words that begin with a letter after each of some marks: classes of a selector, or of an attribute.
    fn words_after<'a>(text: &'a str, mark: &'a str, ends: &'a [char]) -> impl Iterator<Item = &'a str> {
        let is_in_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        text.split(mark)
            .skip(1)
            .flat_map(move |rest| rest.split(ends).next().unwrap_or_default().split_whitespace())
            .map(move |word| word.split(|c| !is_in_word(c)).next().unwrap_or_default())
            .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
    }

    /// The classes of which each sheet has rules.
    fn classes_of_sheets(files: &Files) -> BTreeMap<&str, BTreeSet<&str>> {
        let classes = |css| words_after(css, ".", &[' ', ',', '{', ')', '>', '+', ':']).collect();
        files.under("css/").map(|(path, file)| (path, classes(file.text.as_str()))).collect()
    }

    #[test]
    fn a_page_carries_the_rules_of_every_class_that_it_shows() {
        for theme in ["etalase", "muda", "sekolah"] {
            let files = Files::collect(theme, &BTreeMap::new(), &mut Findings::new()).expect("built in");
            let (manifest, _) = read_manifest(&files, &mut Findings::new()).expect("built in");
            let order = &manifest.order;
            let sheets = classes_of_sheets(&files);
            // The theme for pupils lies above the other one, whose pages it does not show.
            let folder = format!("{FOLDER}pages/");
            let pages = files.under(&folder).map(|(page, _)| page);
            for page in pages.filter(|page| page.starts_with("youth") == (theme == "muda")) {
                let page = format!("pages/{page}");
                let ground = ["base.css", "reset.css", "print.css"].map(str::to_owned);
                let own =
                    parts_of(&files, order, &page).into_iter().map(|part| format!("components/{part}.css"));
                let carried: BTreeSet<String> = ground.into_iter().chain(own).collect();
                let has = |class: &str, is_carried: bool| {
                    let mut some = sheets.iter().filter(|(sheet, _)| carried.contains(**sheet) == is_carried);
                    some.any(|(_, classes)| classes.contains(class))
                };
                // Sheets for paper take parts of the frame, which every page has, away.
                let used =
                    used_by(&files, order, vec![page.clone()]).into_iter().filter(|name| name != "base.html");
                for name in used {
                    let text = files.get(&format!("{FOLDER}{name}")).map_or("", |file| file.text.as_str());
                    // Others, like `tall`, mean something in some surroundings only.
                    let is_own = |class: &&str| {
                        class.contains("__")
                            || sheets.contains_key(format!("components/{class}.css").as_str())
                    };
                    for class in words_after(text, "class=\"", &['"', '{']).filter(is_own) {
                        assert!(
                            has(class, true) || !has(class, false),
                            "{theme}: {page} shows `{class}` of {name} without its rules"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn a_page_has_no_empty_line_and_ends_with_a_line_break() {
        for (html, page) in [
            ("\n\n<p>\n \t\na\n\n</p>", "<p>\na\n</p>\n"),
            ("a\n", "a\n"),
            (" \n", "\n"),
            ("", "\n"),
            ("  a\n \n  b", "  a\n  b\n"),
        ] {
            assert_eq!(without_blank_lines(html.as_bytes()), page.as_bytes());
        }
    }
}
