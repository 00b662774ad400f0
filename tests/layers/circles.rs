//! Files of one room that use each other in a circle: none of them can be read, or moved, without the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{paths, tokens};
use crate::tree::File;

/// The files of a room that stand in a circle, sorted. A room's `findings` may know their owner.
pub(crate) fn files_in_circles(files: &[File], room: &str) -> Vec<String> {
    let modules: BTreeMap<Vec<String>, &File> = files
        .iter()
        .map(|file| (module_of(&file.path), file))
        .filter(|(module, _)| module.first().is_some_and(|first| first == room))
        .collect();
    let arrows: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> =
        modules.iter().map(|(module, file)| (module, used_modules(module, &file.text, &modules))).collect();
    let is_in_circle =
        |module: &&Vec<String>| arrows[*module].iter().any(|next| leads_to(next, module, &arrows));
    arrows.keys().copied().filter(is_in_circle).map(|module| modules[module].path.clone()).collect()
}

/// `["content", "yaml"]` of `content/yaml.rs`, `["content"]` of `content/mod.rs`.
fn module_of(path: &str) -> Vec<String> {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    stem.split('/').map(str::to_owned).collect()
}

/// The modules of the same room that code names. What findings use counts for nothing.
fn used_modules<'m>(
    module: &Vec<String>,
    text: &str,
    modules: &'m BTreeMap<Vec<String>, &File>,
) -> BTreeSet<&'m Vec<String>> {
    if module.iter().any(|name| name == "findings") {
        return BTreeSet::new();
    }
    let named = paths(&tokens(text)).into_iter().filter_map(|path| {
        let mut base = module.clone();
        let mut rest = path.as_slice();
        match rest.first()?.as_str() {
            "crate" => {
                base.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while let Some(("super", after)) =
                    rest.split_first().map(|(name, after)| (name.as_str(), after))
                {
                    base.pop();
                    rest = after;
                }
            }
            _ => {
                base.push(rest[0].clone());
                if !modules.contains_key(&base) {
                    return None;
                }
                rest = &rest[1..];
            }
        }
        for name in rest {
            base.push(name.clone());
            if !modules.contains_key(&base) && base.len() > 1 {
                base.pop();
                break;
            }
        }
        modules.get_key_value(&base).map(|(found, _)| found)
    });
    named.filter(|found| *found != module).collect()
}

fn leads_to(
    from: &Vec<String>,
    to: &Vec<String>,
    arrows: &BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>>,
) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(module) = waiting.pop() {
        if module == to {
            return true;
        }
        if seen.insert(module) {
            waiting.extend(&arrows[module]);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<File> = files
            .iter()
            .map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() })
            .collect();
        files_in_circles(&files, "page")
    }

    #[test]
    fn files_that_use_each_other() {
        let sites = [
            ("page/a.rs", "use super::b::B;\nstruct A;"),
            ("page/b.rs", "use std::fmt;\nfn f() { crate::page::c::g() }"),
            ("page/c.rs", "use super::{d, a::{self, A}};"),
            ("page/d.rs", "use std::fmt;"),
            ("page/mod.rs", "mod a;\nmod b;\npub use a::A;"),
        ];
        assert_eq!(circle(&sites), ["page/a.rs", "page/b.rs", "page/c.rs"]);
    }

    #[test]
    fn a_file_and_the_room_that_hands_it_on() {
        let owner = ("page/mod.rs", "mod a;\npub use a::A;\nstruct World;");
        assert_eq!(
            circle(&[owner, ("page/a.rs", "use super::World;")]),
            ["page/mod.rs", "page/a.rs"].map(str::to_owned)
        );
        assert!(circle(&[owner, ("page/a.rs", "use crate::plan::World;")]).is_empty());
        assert!(
            circle(&[("page/mod.rs", "mod a;\nstruct World;"), ("page/a.rs", "use super::World;")])
                .is_empty()
        );
    }

    #[test]
    fn findings_may_know_their_owner() {
        let files = [
            ("page/mod.rs", "mod findings;\nfn f() { findings::x() }"),
            ("page/findings.rs", "use super::Y;"),
        ];
        assert!(circle(&files).is_empty());
    }
}
