//! Single values set by their paths, as forms send them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::document::{DEPTH, change, document_of, write_new};
use super::findings as finding;
use super::outcome::Amended;
use super::part::Part;
use super::path::{Step, is_below, joined, steps};
use super::wanted::Wanted;
use crate::content::{Node, RULE, Value};
use crate::finding::{Findings, Located, SourceFile, Span};

/// Sets values at paths, `produk[3].harga`, items counted from 1: one beyond the last is a new one. An empty text takes
/// the key out; lists of texts are given as lines. `removed` are items or keys that go. What means the same as before
/// stays as it was typed. Without a file, a new one that will stand at `path` is written.
///
/// # Errors
/// Where the text cannot be changed without a risk, or a path means nothing there: then nothing may be written.
pub fn edit(
    file: Option<&Arc<SourceFile>>,
    path: &str,
    part: Part,
    values: &[(String, String)],
    removed: &[String],
) -> Result<Amended, Findings> {
    let empty = SourceFile::new(path, "");
    let Some(file) = file else {
        let mut amended = write_new(part.source(&empty, DEPTH), &wishes(values, &empty)?)?;
        if let Part::FrontMatter(_) = part {
            amended.text = format!("{RULE}\n{}{RULE}\n", amended.text);
            amended.changes.iter_mut().for_each(|change| change.line += 1);
        }
        return Ok(amended);
    };
    let piece = part.of(file)?;
    let source = part.source(&piece.file, DEPTH);
    let mut amended = if source.is_blank() && removed.is_empty() {
        write_new(source, &wishes(values, &empty)?)?
    } else {
        let document = document_of(source)?;
        let (set, emptied): (Vec<_>, Vec<_>) =
            values.iter().cloned().partition(|(_, text)| !text.trim().is_empty());
        let is_there = |path: &&str| node_at(&document, path).is_some_and(|node| !node.is_empty());
        let emptied = emptied.iter().map(|(path, _)| path.as_str()).filter(is_there);
        let mut gone: BTreeSet<String> =
            emptied.chain(removed.iter().map(String::as_str)).map(str::to_owned).collect();
        widen(&document, "", &set, &mut gone);
        let gone: BTreeSet<&str> = gone.iter().map(String::as_str).collect();
        change(source, &document, &wishes(&set, &empty)?, &gone)?
    };
    amended.text.push_str(&piece.rest);
    Ok(amended)
}

/// What is left without any value goes as a whole; what stands in something that goes needs no mention. True if the
/// node goes.
fn widen(node: &Node<'_>, path: &str, set: &[(String, String)], gone: &mut BTreeSet<String>) -> bool {
    if gone.contains(path) {
        return true;
    }
    let below: Vec<(String, &Node<'_>)> = match node.value() {
        Value::Map(entries) => {
            entries.iter().map(|(key, value)| (joined(path, key.text().unwrap_or_default()), value)).collect()
        }
        Value::List(items) => {
            items.iter().enumerate().map(|(index, item)| (format!("{path}[{}]", index + 1), item)).collect()
        }
        Value::Scalar(..) | Value::Refused => return false,
    };
    let mut going = 0;
    for (path, node) in &below {
        going += usize::from(widen(node, path, set, gone));
    }
    let is_set = set.iter().any(|(other, _)| is_below(other, path));
    let is_emptied = !below.is_empty() && going == below.len() && !is_set && !path.is_empty();
    if is_emptied {
        gone.retain(|other| !is_below(other, path));
        gone.insert(path.to_owned());
    }
    is_emptied
}

fn node_at<'n>(document: &'n Node<'n>, path: &str) -> Option<&'n Node<'n>> {
    let mut node = document;
    for step in steps(path)? {
        node = match (node.value(), step) {
            (Value::Map(entries), Step::Key(name)) => {
                &entries.iter().find(|(key, _)| key.text() == Some(name))?.1
            }
            (Value::List(items), Step::Nth(index)) => items.get(index)?,
            _ => return None,
        };
    }
    Some(node)
}

/// What is wanted of a file so that values stand at their paths.
fn wishes(values: &[(String, String)], file: &Arc<SourceFile>) -> Result<Vec<(String, Wanted)>, Findings> {
    let mut root = Vec::new();
    for (path, text) in values.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let typed = Wanted::Value(Located::new(text.clone(), Span::whole(file)));
        let put = steps(path).and_then(|steps| match steps.split_first() {
            Some((Step::Key(name), rest)) => put(entry(&mut root, name), rest, typed),
            _ => None,
        });
        if put.is_none() {
            return Err(vec![finding::other_kind(Span::whole(file), path)].into());
        }
    }
    Ok(root)
}

/// The wish at a key; one without content where there is none yet.
fn entry<'w>(entries: &'w mut Vec<(String, Wanted)>, name: &str) -> &'w mut Wanted {
    let index = entries.iter().position(|(key, _)| key == name).unwrap_or_else(|| {
        entries.push((name.to_owned(), Wanted::Map(Vec::new())));
        entries.len() - 1
    });
    &mut entries[index].1
}

/// Puts a value into a wish, so many steps below it. `None` where two values want another form of one place.
fn put(wish: &mut Wanted, steps: &[Step<'_>], typed: Wanted) -> Option<()> {
    let is_new = matches!(wish, Wanted::Map(entries) if entries.is_empty());
    match (steps.split_first(), wish) {
        (None, wish) if is_new => {
            *wish = typed;
            Some(())
        }
        (Some((Step::Key(name), rest)), Wanted::Map(entries)) => put(entry(entries, name), rest, typed),
        (Some((Step::Nth(index), rest)), wish) => {
            if is_new {
                *wish = Wanted::Nth(Vec::new());
            }
            let Wanted::Nth(items) = wish else { return None };
            let place = items.iter().position(|(other, _)| other == index).unwrap_or_else(|| {
                let at = items.partition_point(|(other, _)| other < index);
                items.insert(at, (*index, Wanted::Map(Vec::new())));
                at
            });
            put(&mut items[place].1, rest, typed)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::part::with_body;
    use super::*;
    use crate::keys::{PROFILE, STORY};

    const SHOP: &str = "\
nama: Koperasi Contoh   # nama lengkap
kontak: {whatsapp: 0812-0000-0001, surel: a@contoh.id}

produk:
  # Dari kandang sendiri
  - nama: Susu
    harga: 12.500   # per botol
    promo:
      harga: 10.000
      sampai: 2026-12-31
    foto: [foto/susu.jpg]

  - nama: Keju
    harga: Rp 35.000
    varian:
      - {nama: Kecil, harga: 20.000}
      - {nama: Besar}

jam_buka:
  senin: 08.00-16.00
";

    fn set(text: &str, values: &[(&str, &str)], removed: &[&str]) -> Result<Amended, Findings> {
        let owned = |(path, value): &(&str, &str)| ((*path).to_owned(), (*value).to_owned());
        let values: Vec<(String, String)> = values.iter().map(owned).collect();
        let removed: Vec<String> = removed.iter().map(|path| (*path).to_owned()).collect();
        let file = SourceFile::new("profil.yaml", text);
        edit(Some(&file), "profil.yaml", Part::Whole(&PROFILE), &values, &removed)
    }

    /// Lines that went and lines that came.
    fn difference(text: &str, values: &[(&str, &str)], removed: &[&str]) -> String {
        let amended = set(text, values, removed).unwrap_or_else(|findings| panic!("{}", findings.brief()));
        let diff = similar::TextDiff::from_lines(text, &amended.text);
        let shown = diff.unified_diff().context_radius(0).to_string();
        shown.split_inclusive('\n').filter(|line| !line.starts_with("@@")).collect()
    }

    #[test]
    fn a_value_is_set_where_its_path_leads() {
        let values = [("produk[2].varian[1].harga", "21000"), ("produk[1].harga", "13000")];
        assert_eq!(
            difference(SHOP, &values, &[]),
            "-    harga: 12.500   # per botol\n+    harga: Rp 13.000   # per botol\n\
             -      - {nama: Kecil, harga: 20.000}\n+      - {nama: Kecil, harga: Rp 21.000}\n"
        );
        assert_eq!(difference(SHOP, &[("produk[1].harga", "12500")], &[]), "");
        assert_eq!(
            difference(SHOP, &[("produk[1].nama", "Susu segar")], &[]),
            "-  - nama: Susu\n+  - nama: Susu segar\n"
        );
    }

    #[test]
    fn an_emptied_value_goes_with_its_key_and_what_holds_nothing_goes_too() {
        assert_eq!(difference(SHOP, &[("produk[1].harga", "")], &[]), "-    harga: 12.500   # per botol\n");
        assert_eq!(
            difference(SHOP, &[("produk[1].promo.harga", ""), ("produk[1].promo.sampai", " ")], &[]),
            "-    promo:\n-      harga: 10.000\n-      sampai: 2026-12-31\n"
        );
        assert_eq!(
            difference(SHOP, &[("kontak.surel", "")], &[]),
            "-kontak: {whatsapp: 0812-0000-0001, surel: a@contoh.id}\n+kontak: {whatsapp: 0812-0000-0001}\n"
        );
        assert_eq!(difference(SHOP, &[("produk[2].varian[2].nama", "")], &[]), "-      - {nama: Besar}\n");
        assert_eq!(
            difference(SHOP, &[("produk[2].nama", "")], &[]),
            "-  - nama: Keju\n-    harga: Rp 35.000\n+  - harga: Rp 35.000\n"
        );
        assert_eq!(difference(SHOP, &[("produk[2].stok", "")], &[]), "");
        assert_eq!(
            difference(SHOP, &[("jam_buka.senin", "")], &[]),
            "-\n-jam_buka:\n-  senin: 08.00-16.00\n".replacen("-\n", "", 1)
        );
    }

    #[test]
    fn an_item_beyond_the_last_is_a_new_one() {
        let values = [
            ("produk[3].nama", "Yogurt"),
            ("produk[3].harga", "15000"),
            ("produk[3].varian[1].nama", "Plain"),
        ];
        assert_eq!(
            difference(SHOP, &values, &[]),
            "+  - nama: Yogurt\n+    harga: Rp 15.000\n+    varian:\n+      - {nama: Plain}\n+\n"
        );
        assert_eq!(
            difference(SHOP, &[("produk[1].varian[1].nama", "Cokelat")], &[]),
            "+    varian:\n+      - {nama: Cokelat}\n"
        );
    }

    #[test]
    fn items_go_by_their_paths() {
        assert_eq!(
            difference(SHOP, &[], &["produk[2].varian"]),
            "-    varian:\n-      - {nama: Kecil, harga: 20.000}\n-      - {nama: Besar}\n"
        );
        let both = set(SHOP, &[("produk[2].harga", "36000")], &["produk[1]"]).expect("an edit").text;
        assert!(both.contains("# Dari kandang sendiri\n  - nama: Keju\n    harga: Rp 36.000\n"), "{both}");
    }

    #[test]
    fn a_photo_that_was_only_named_is_described() {
        assert_eq!(
            difference(SHOP, &[("produk[1].foto[1].alt", "Botol susu")], &[]),
            "-    foto: [foto/susu.jpg]\n+    foto: [{berkas: foto/susu.jpg, alt: Botol susu}]\n"
        );
        let single = SHOP.replace("[foto/susu.jpg]", "foto/susu.jpg");
        assert_eq!(
            difference(&single, &[("produk[1].foto[1].alt", "Botol susu")], &[]),
            "-    foto: foto/susu.jpg\n+    foto: {berkas: foto/susu.jpg, alt: Botol susu}\n"
        );
        assert_eq!(
            difference(&single, &[("produk[1].foto[2]", "foto/dua.jpg")], &[]),
            "-    foto: foto/susu.jpg\n+    foto: [foto/susu.jpg, foto/dua.jpg]\n"
        );
        assert_eq!(
            difference(SHOP, &[("produk[1].foto[2]", "foto/dua.jpg")], &[]),
            "-    foto: [foto/susu.jpg]\n+    foto: [foto/susu.jpg, foto/dua.jpg]\n"
        );
    }

    #[test]
    fn a_path_that_means_nothing_is_refused() {
        for path in ["", "produk[0].nama", "produk[x]", "produk[1", "nama.satu", "produk[1]x", "produk.nama"]
        {
            assert!(set(SHOP, &[(path, "x")], &[]).is_err(), "{path}");
        }
        assert!(set(SHOP, &[], &["produk[9]"]).is_err());
        assert!(set("nama: &a X\nslogan: *a\n", &[("nama", "Y")], &[]).is_err());
    }

    #[test]
    fn front_matter_is_changed_above_a_text_that_stays() {
        let story = "---\r\njudul: Pagi\r\ntanggal: 2026-05-01\r\n---\r\n\r\nIsi: *tetap*\r\n";
        let file = SourceFile::new("cerita/pagi.md", story);
        let values = [("judul".to_owned(), "Pagi hari".to_owned())];
        let amended =
            edit(Some(&file), "cerita/pagi.md", Part::FrontMatter(&STORY), &values, &[]).expect("an edit");
        assert_eq!(amended.text, story.replace("Pagi\r", "Pagi hari\r"));
        assert_eq!(amended.changes[0].line, 2);
        let with_body = with_body(&amended.text, "Satu\nDua\n\n").expect("front matter");
        assert!(with_body.ends_with("---\r\n\r\nSatu\r\nDua\r\n"), "{with_body:?}");
        let new = edit(None, "cerita/baru.md", Part::FrontMatter(&STORY), &values, &[]).expect("a new one");
        assert_eq!(new.text, "---\njudul: Pagi hari\n---\n");
        assert_eq!(new.changes[0].line, 2);
    }

    #[test]
    fn what_is_typed_is_read_by_the_same_paths() {
        let file = SourceFile::new("profil.yaml", SHOP);
        let typed = super::super::read::read(&file, Part::Whole(&PROFILE)).expect("values");
        assert_eq!(typed.text("produk[2].varian[1].harga"), Some("20.000"));
        assert_eq!(typed.text("kontak.whatsapp"), Some("0812-0000-0001"));
        assert_eq!(typed.text("produk[2].varian[1]"), None);
        assert_eq!(typed.text("produk[3].nama"), None);
        assert_eq!(typed.path_at(7, 12), Some("produk[1].harga"));
        assert_eq!(typed.path_at(1, 1), Some("nama"));
        assert_eq!(typed.path_at(16, 24), Some("produk[2].varian[1].harga"));
    }
}
