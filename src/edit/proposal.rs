//! A proposal: changes of a profile that somebody without an account sends as a text, by WhatsApp or as a file. Its
//! last lines are for the office's program: `koperasi`, then `ubah` and `hapus`, values as JSON writes texts, so that a
//! chat changes nothing in them; everything before is for people. Each item of a list is named, since its number may be
//! another one by now.

use std::sync::Arc;

use super::findings as finding;
use crate::finding::{Findings, SourceFile, Span};

/// What is proposed for one cooperative.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    /// Its folder.
    pub(super) slug: String,
    /// Where that is said.
    pub(super) at: Span,
    pub(super) changes: Vec<Proposed>,
}

/// One change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Proposed {
    pub(super) path: Vec<Step>,
    /// What stood there when it was proposed; empty where nothing did.
    pub(super) before: String,
    /// What should; `None` takes the item or key out.
    pub(super) after: Option<String>,
    /// The line of the proposal.
    pub(super) at: Span,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// To a key.
    Key(String),
    /// To an item, from 0, by the name that it had; `None` for a new one.
    Item(usize, Option<String>),
}

/// Reads a proposal. `None` where nothing is proposed, or no cooperative is named; the findings say so.
pub(super) fn parse(file: &Arc<SourceFile>, findings: &mut Findings) -> Option<Proposal> {
    let mut home: Option<(String, Span)> = None;
    let mut changes = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        // Chats quote with `>`.
        let line = line.trim().trim_start_matches(['>', '\u{200e}', '\u{feff}']).trim_start();
        let at = || Span::new(file, number, 1, u32::try_from(line.chars().count()).unwrap_or(1));
        let Some((word, rest)) = line.split_once(' ') else { continue };
        match word {
            "koperasi" => match &home {
                Some((slug, _)) if slug != rest.trim() => findings.push(finding::two_cooperatives(at())),
                _ => home = Some((rest.trim().to_owned(), at())),
            },
            "ubah" | "hapus" => match change(word, rest.trim(), at()) {
                Some(change) => changes.push(change),
                None => findings.push(finding::unreadable_change(at(), line)),
            },
            _ => {}
        }
    }
    if changes.is_empty() && !findings.has_error() {
        findings.push(finding::no_proposal(file));
        return None;
    }
    let Some((slug, at)) = home else {
        if !findings.has_error() {
            findings.push(finding::proposal_of_nobody(file));
        }
        return None;
    };
    Some(Proposal { slug, at, changes })
}

/// `produk[1 "Susu"].harga: "12.000" jadi "12.500"`, or only what is to go.
fn change(word: &str, text: &str, at: Span) -> Option<Proposed> {
    let (path, rest) = path(text)?;
    if word == "hapus" {
        return rest.is_empty().then_some(Proposed { path, before: String::new(), after: None, at });
    }
    let (before, rest) = json_text(rest.strip_prefix(':')?)?;
    let (after, rest) = json_text(rest.trim_start().strip_prefix("jadi")?)?;
    rest.trim().is_empty().then_some(Proposed { path, before, after: Some(after), at })
}

/// A path at the beginning of a text, and what follows it.
fn path(mut text: &str) -> Option<(Vec<Step>, &str)> {
    let mut steps = Vec::new();
    loop {
        let end =
            text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-')).unwrap_or(text.len());
        let (key, rest) = text.split_at(end);
        if key.is_empty() {
            return None;
        }
        steps.push(Step::Key(key.to_owned()));
        text = rest;
        while let Some(inner) = text.strip_prefix('[') {
            let end = inner.find(|c: char| !c.is_ascii_digit())?;
            let index = inner[..end].parse::<usize>().ok()?.checked_sub(1)?;
            let (name, rest) = match inner[end..].strip_prefix(' ') {
                Some(named) => json_text(named).map(|(name, rest)| (Some(name), rest))?,
                None => (None, &inner[end..]),
            };
            steps.push(Step::Item(index, name));
            text = rest.strip_prefix(']')?;
        }
        match text.strip_prefix('.') {
            Some(rest) => text = rest,
            None => return Some((steps, text)),
        }
    }
}

/// A text in JSON's quotes at the beginning of another, and what follows it.
fn json_text(text: &str) -> Option<(String, &str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<String>();
    let value = values.next()?.ok()?;
    let end = values.byte_offset();
    Some((value, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Proposal>, String) {
        let mut findings = Findings::new();
        let proposal = parse(&SourceFile::new("usulan.txt", text), &mut findings);
        (proposal, findings.brief())
    }

    #[test]
    fn what_people_read_is_left_and_what_programs_read_is_exact() {
        let text = "Usulan perubahan: Kopontren\n- Susu: harga 12.000 jadi 12.500\n\nkoperasi susu-sagara\n\
                    ubah produk[1 \"Susu [500 ml]\"].varian[2 \"Besar\"].harga: \"12.000\" jadi \"12.500\"\n\
                    > ubah tentang: \"\" jadi \"Satu\\nDua \\\"tiga\\\"\"\nhapus produk[3 \"Keju\"]\n";
        let (proposal, findings) = read(text);
        assert_eq!(findings, "");
        let proposal = proposal.expect("a proposal");
        assert_eq!((proposal.slug.as_str(), proposal.changes.len()), ("susu-sagara", 3));
        let item = |index, name: &str| Step::Item(index, Some(name.to_owned()));
        let key = |name: &str| Step::Key(name.to_owned());
        let [price, about, cheese] = proposal.changes.as_slice() else { panic!("three") };
        assert_eq!(
            price.path,
            [key("produk"), item(0, "Susu [500 ml]"), key("varian"), item(1, "Besar"), key("harga")]
        );
        assert_eq!((price.before.as_str(), price.after.as_deref()), ("12.000", Some("12.500")));
        assert_eq!(about.after.as_deref(), Some("Satu\nDua \"tiga\""));
        assert_eq!((&cheese.path[1], &cheese.after), (&item(2, "Keju"), &None));
    }

    #[test]
    fn what_is_no_proposal_is_told() {
        assert_eq!(read("Halo, harga susu naik ya\n").1, "usulan.txt proposal-empty\n");
        assert_eq!(read("ubah nama: \"A\" jadi \"B\"\n").1, "usulan.txt proposal-of-nobody\n");
        for broken in
            ["ubah nama", "ubah nama: A jadi B", "ubah produk[0].nama: \"\" jadi \"A\"", "hapus produk[1"]
        {
            let (_, findings) = read(&format!("koperasi a\n{broken}\n"));
            assert_eq!(findings, "usulan.txt:2:1 proposal-unreadable\n", "{broken}");
        }
        let two = "koperasi a\nkoperasi b\nubah nama: \"A\" jadi \"B\"\n";
        assert_eq!(read(two).1, "usulan.txt:2:1 proposal-of-two\n");
    }
}
