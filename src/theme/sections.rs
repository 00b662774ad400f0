//! Sections of pages: which stand on a page, in which order. A page says `{% sections toko %}`; each name of the list
//! `toko` under `susunan` in `theme.yaml` is a file `templates/sections/toko/<name>.html`, and a block of that name in
//! the page (`_` for a hyphen), which a page that extends it may fill anew. A theme adds a section by a file and its
//! name in the list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use serde_yaml::Value;

use super::files::Files;
use super::{findings, keys};
use crate::finding::{Findings, SourceFile};

/// Where their files are.
const FOLDER: &str = "templates/sections/";

/// The key of `theme.yaml`.
pub(super) const KEY: &str = "susunan";

/// What a visitor cannot do without: goods with their prices, how to order and to reach the shop, whom there is.
const NEEDED: [(&str, &str); 7] = [
    ("toko", "barang"),
    ("toko", "gerai"),
    ("toko", "kunjungi"),
    ("beli", "nama"),
    ("beli", "harga"),
    ("atlas", "kepala"),
    ("atlas", "koperasi"),
];

/// Names of sections, by list, in the order in which a page shows them.
pub(super) type Order = BTreeMap<String, Vec<String>>;

/// Checks the lists that one `theme.yaml` says; true if they can be used. What is no list of words is told by `keys`.
pub(super) fn check(file: &Arc<SourceFile>, tree: &Value, files: &Files, findings: &mut Findings) -> bool {
    let before = findings.len();
    let known = known_sections(files);
    let lists: Vec<&str> = known.keys().copied().collect();
    for (list, names) in tree.get(KEY).and_then(Value::as_mapping).into_iter().flatten() {
        let (Some(list), Some(names)) = (list.as_str(), names.as_sequence()) else { continue };
        let at = |name: &str| keys::place(file, &[KEY, list, name]);
        let Some(sections) = known.get(list) else {
            findings.push(findings::key_unknown(keys::place(file, &[KEY, list]), list, &lists));
            continue;
        };
        let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
        for (place, name) in names.iter().enumerate() {
            if !sections.contains(name) {
                let sections: Vec<&str> = sections.iter().copied().collect();
                findings.push(findings::word_unknown(at(name), list, name, &sections));
            } else if names[..place].contains(name) {
                findings.push(findings::section_twice(at(name), list, name));
            }
        }
        for (_, needed) in NEEDED.iter().filter(|(of, name)| *of == list && !names.contains(name)) {
            findings.push(findings::section_needed(keys::place(file, &[KEY, list]), list, needed));
        }
    }
    findings.len() == before
}

/// The order of the lowest theme of the chain, for a theme whose own cannot be read.
pub(super) fn ground(files: &Files) -> Order {
    let ground = files.manifests().first().and_then(|file| serde_yaml::from_str::<Value>(&file.text).ok());
    let order = ground.and_then(|tree| serde_yaml::from_value(tree.get(KEY)?.clone()).ok());
    order.unwrap_or_default()
}

/// Every section that there is a file of, by list.
fn known_sections(files: &Files) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, _) in files.under(FOLDER) {
        let section = path.strip_suffix(".html").and_then(|path| path.split_once('/'));
        if let Some((list, name)) = section {
            known.entry(list).or_default().insert(name);
        }
    }
    known
}

/// The template of a section.
fn template_of(list: &str, name: &str) -> String {
    format!("sections/{list}/{name}.html")
}

/// A template's text with the blocks of its sections in place of `{% sections … %}`, on the same line.
pub(super) fn expanded(text: &str, order: &Order) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, list, after)) = next_list(rest, order) {
        whole.push_str(before);
        for name in &order[list] {
            let template = template_of(list, name);
            // A block is called as Tera calls things; files are called as people do.
            let block = name.replace('-', "_");
            // Writing to a String cannot fail.
            let _ =
                write!(whole, "{{% block {block} %}}{{% include \"{template}\" %}}{{% endblock {block} %}}");
        }
        rest = after;
    }
    whole.push_str(rest);
    whole
}

/// The templates of the sections that a template's text asks for.
pub(super) fn templates_in(text: &str, order: &Order) -> Vec<String> {
    let mut templates = Vec::new();
    let mut rest = text;
    while let Some((_, list, after)) = next_list(rest, order) {
        templates.extend(order[list].iter().map(|name| template_of(list, name)));
        rest = after;
    }
    templates
}

/// What stands before the next `{% sections toko %}`, its list, and what stands after it. A list that nobody knows is
/// no such tag: the engine tells its place.
fn next_list<'t>(text: &'t str, order: &Order) -> Option<(&'t str, &'t str, &'t str)> {
    for (start, _) in text.match_indices("{%") {
        let tag = text[start + 2..].trim_start_matches('-').trim_start();
        let Some((inside, after)) = tag.strip_prefix("sections ").and_then(|tag| tag.split_once("%}")) else {
            continue;
        };
        let list = inside.trim_end_matches('-').trim();
        if order.contains_key(list) {
            return Some((&text[..start], list, after));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Order {
        [("toko".to_owned(), vec!["atas".to_owned(), "bawah".to_owned()])].into()
    }

    #[test]
    fn a_list_becomes_blocks_on_one_line() {
        let text = "<p>\n{%- sections toko -%}\n</p>{% sections lain %}";
        assert_eq!(
            expanded(text, &order()),
            "<p>\n{% block atas %}{% include \"sections/toko/atas.html\" %}{% endblock atas %}\
             {% block bawah %}{% include \"sections/toko/bawah.html\" %}{% endblock bawah %}\n</p>{% sections lain %}"
        );
        assert_eq!(templates_in(text, &order()), ["sections/toko/atas.html", "sections/toko/bawah.html"]);
    }

    #[test]
    fn a_section_whose_file_has_a_hyphen_is_a_block_that_can_be_named() {
        let order: Order = [("toko".to_owned(), vec!["jam-buka".to_owned()])].into();
        assert_eq!(
            expanded("{% sections toko %}", &order),
            "{% block jam_buka %}{% include \"sections/toko/jam-buka.html\" %}{% endblock jam_buka %}"
        );
    }

    #[test]
    fn every_built_in_section_has_its_place() {
        let files = Files::collect("etalase", &BTreeMap::new(), &mut Findings::new()).expect("built in");
        let file = &files.manifests()[0];
        let tree: Value = serde_yaml::from_str(&file.text).expect("YAML");
        assert!(check(file, &tree, &files, &mut Findings::new()));
        let order: Order = serde_yaml::from_value(tree[KEY].clone()).expect("lists");
        let sorted = |names: &Vec<String>| names.iter().cloned().collect::<BTreeSet<_>>();
        let placed: BTreeMap<_, _> =
            order.iter().map(|(list, names)| (list.as_str(), sorted(names))).collect();
        let known = known_sections(&files);
        let known: BTreeMap<_, BTreeSet<String>> = known
            .iter()
            .map(|(list, names)| (*list, names.iter().map(|it| (*it).to_owned()).collect()))
            .collect();
        assert_eq!(placed, known);
        assert!(NEEDED.iter().all(|(list, name)| known[list].contains(*name)));
    }
}
