//! The walls of the house, held against `src/` as it is: which room may use which, which room may know
//! which library, and who may touch the disk.
//!
//! Every rule is a function of text that returns faults, so that each can be shown to fail.
#![expect(clippy::disallowed_methods, reason = "these tests read the source tree")]

#[path = "layers/circles.rs"]
mod circles;
#[path = "layers/lists.rs"]
mod lists;
#[path = "layers/rules_can_fail.rs"]
mod rules_can_fail;
#[path = "layers/rust.rs"]
mod rust;
#[path = "layers/table.rs"]
mod table;
#[path = "layers/tree.rs"]
mod tree;

use std::collections::BTreeSet;

use circles::files_in_circles;
use lists::list_faults;
use rust::{literals, names_after, tokens, used_rooms};
use table::{
    ADDRESSES, DISK_METHODS, DOORS, EVERYWHERE, HOST_TABLE, KNOW_PROFILES, LIBRARIES, PLAIN_WORDS, ROOMS,
    Room,
};
use tree::{File, assert_none, files_below};

#[test]
fn every_arrow_between_rooms_is_in_the_table() {
    assert_none(sources().iter().flat_map(|file| arrow_faults(file, ROOMS)));
}

#[test]
fn arrows_point_down_only() {
    assert_none(table_faults(ROOMS));
}

#[test]
fn the_lists_of_rooms_stand_in_the_order_of_the_table() {
    let list = include_str!("../src/lib.rs");
    assert_none(list_faults("src/lib.rs", list, ROOMS, DOORS));
    let page = include_str!("../docs/ARCHITECTURE.md");
    let list = page.split("\n## ").find(|part| part.starts_with("The rooms")).expect("the list is there");
    assert_none(list_faults("docs/ARCHITECTURE.md", list, ROOMS, DOORS));
}

#[test]
fn libraries_stay_in_their_rooms() {
    assert_none(sources().iter().flat_map(|file| library_faults(file, LIBRARIES)));
}

#[test]
fn every_arrow_in_the_table_is_used() {
    assert_none(unused_arrows(&sources(), ROOMS));
}

#[test]
fn every_library_stands_in_the_table_with_homes_that_use_it() {
    assert_none(unused_homes(&sources(), LIBRARIES));
    let manifest = include_str!("../Cargo.toml");
    assert_none(unguarded_libraries(&dependencies(manifest), LIBRARIES));
}

#[test]
fn every_door_is_used() {
    assert_none(unused_doors(&sources(), DOORS));
}

#[test]
fn files_of_a_room_stand_in_no_circle() {
    let files = sources();
    assert_none(ROOMS.iter().filter_map(|room| circle_faults(&files, room.name)));
}

#[test]
fn only_doors_touch_the_disk() {
    assert_none(sources().iter().flat_map(disk_faults));
}

#[test]
fn what_a_machine_fails_at_has_words_in_both_languages() {
    assert_none(sources().iter().flat_map(failure_faults));
}

#[test]
fn portal_sees_only_summaries() {
    assert_none(sources().iter().flat_map(portal_faults));
}

#[test]
fn addresses_of_a_site_stand_in_one_table() {
    let files = sources();
    let table = files.iter().find(|file| file.path == ADDRESSES).expect("the table is there");
    let names = names_in_addresses(&table.text);
    assert!(names.contains("muda/") && names.contains("404.html"), "{names:?}");
    assert_none(files.iter().flat_map(|file| address_faults(file, &names)));
}

#[test]
fn hosts_are_named_in_one_room() {
    let files = sources();
    let table = files.iter().find(|file| file.path == HOST_TABLE).expect("the table is there");
    let words = words_of_hosts(&table.text);
    assert!(words.contains(&"surge") && words.contains(&".pages.dev"), "{words:?}");
    assert_none(files.iter().flat_map(|file| host_faults(file, &words)));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    assert_none(sources().iter().flat_map(opening_faults));
}

// ---- the rules ----

fn arrow_faults(file: &File, rooms: &[Room]) -> Vec<String> {
    let name = room_of(file);
    if name == "lib" {
        return Vec::new();
    }
    let Some(room) = rooms.iter().find(|room| room.name == name) else {
        return vec![format!("{}: room `{name}` is not in the table", file.path)];
    };
    used_rooms(&tokens(&file.text), depth_of(file), name == "main")
        .into_iter()
        .filter(|used| used != name && !room.uses.contains(&used.as_str()))
        .map(|used| format!("{}: `{name}` uses `{used}`, which the table does not allow", file.path))
        .collect()
}

/// The table itself: every room once, and every arrow to a room further down.
fn table_faults(rooms: &[Room]) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, room) in rooms.iter().enumerate() {
        if rooms[..index].iter().any(|other| other.name == room.name) {
            faults.push(format!("`{}` stands twice in the table", room.name));
        }
        for used in room.uses {
            if !rooms[index + 1..].iter().any(|below| below.name == *used) {
                faults.push(format!("`{used}` does not stand below `{}`", room.name));
            }
        }
    }
    faults
}

/// Rooms and arrows of the table that no file has.
fn unused_arrows(files: &[File], rooms: &[Room]) -> Vec<String> {
    let mut faults = Vec::new();
    for room in rooms {
        let own: Vec<&File> = files.iter().filter(|file| room_of(file) == room.name).collect();
        if own.is_empty() {
            faults.push(format!("`{}` is in the table, and there is no such room", room.name));
        }
        let used: BTreeSet<String> = own
            .iter()
            .flat_map(|file| used_rooms(&tokens(&file.text), depth_of(file), room.name == "main"))
            .collect();
        let unused = room.uses.iter().filter(|arrow| !own.is_empty() && !used.contains(**arrow));
        faults.extend(unused.map(|arrow| format!("`{}` may use `{arrow}`, and does not", room.name)));
    }
    faults
}

fn circle_faults(files: &[File], room: &str) -> Option<String> {
    let found = files_in_circles(files, room);
    (!found.is_empty()).then(|| format!("`{room}`: files that use each other: {}", found.join(", ")))
}

fn library_faults(file: &File, libraries: &[(&str, &[&str])]) -> Vec<String> {
    let tokens = tokens(&file.text);
    libraries
        .iter()
        .filter(|(library, homes)| {
            !homes.iter().any(|home| is_home(file, home)) && mentions(&tokens, library)
        })
        .map(|(library, homes)| format!("{}: `{library}` belongs to {}", file.path, homes.join(", ")))
        .collect()
}

/// True if code names a library.
fn mentions(tokens: &[String], library: &str) -> bool {
    tokens.iter().enumerate().any(|(at, token)| {
        let after = tokens.get(at + 1).map(String::as_str);
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(String::as_str);
        token == library
            && before != Some("::")
            && (after == Some("::") || (before == Some("use") && matches!(after, Some(";" | "as"))))
    })
}

fn is_home(file: &File, home: &str) -> bool {
    home == EVERYWHERE || file.path == home || room_of(file) == home
}

/// Homes of the table in which no file names the library.
fn unused_homes(files: &[File], libraries: &[(&str, &[&str])]) -> Vec<String> {
    let read: Vec<(&File, Vec<String>)> = files.iter().map(|file| (file, tokens(&file.text))).collect();
    let is_unused = |library: &str, home: &str| {
        !read.iter().any(|(file, tokens)| is_home(file, home) && mentions(tokens, library))
    };
    libraries
        .iter()
        .flat_map(|(library, homes)| homes.iter().map(move |home| (*library, *home)))
        .filter(|(library, home)| is_unused(library, home))
        .map(|(library, home)| format!("`{home}` may use `{library}`, and does not"))
        .collect()
}

/// Libraries without a row in the table, and rows without a library.
fn unguarded_libraries(dependencies: &[String], libraries: &[(&str, &[&str])]) -> Vec<String> {
    let unguarded = dependencies
        .iter()
        .filter(|name| !libraries.iter().any(|(library, _)| library == name))
        .map(|name| format!("`{name}` is in Cargo.toml and not in the table of libraries"));
    let gone = libraries
        .iter()
        .filter(|(library, _)| !dependencies.iter().any(|name| name == library))
        .map(|(library, _)| format!("`{library}` is in the table of libraries and not in Cargo.toml"));
    unguarded.chain(gone).collect()
}

/// The libraries of `[dependencies]`, as code names them.
fn dependencies(manifest: &str) -> Vec<String> {
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    section
        .lines()
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| if name == "kamadak-exif" { "exif".to_owned() } else { name.replace('-', "_") })
        .collect()
}

/// Doors through which nobody goes.
fn unused_doors(files: &[File], doors: &[&str]) -> Vec<String> {
    let is_unused = |door: &&&str| {
        !files.iter().any(|file| room_of(file) == **door && !uses_of_the_disk(file).is_empty())
    };
    doors.iter().filter(is_unused).map(|door| format!("`{door}` is a door, and touches no disk")).collect()
}

fn disk_faults(file: &File) -> Vec<String> {
    if DOORS.contains(&room_of(file)) { Vec::new() } else { uses_of_the_disk(file) }
}

fn uses_of_the_disk(file: &File) -> Vec<String> {
    let tokens = tokens(&file.text);
    let mut faults = Vec::new();
    for (at, window) in tokens.windows(3).enumerate() {
        let [first, second, third] = window else { continue };
        if first == "std" && second == "::" && names_after(&tokens, at + 2).iter().any(|name| name == "fs") {
            faults.push(format!("{}: `std::fs` outside a door", file.path));
        }
        if first == "." && third == "(" && DISK_METHODS.contains(&second.as_str()) {
            faults.push(format!("{}: `.{second}()` asks the disk outside a door", file.path));
        }
    }
    faults
}

fn portal_faults(file: &File) -> Vec<String> {
    if room_of(file) != "portal" {
        return Vec::new();
    }
    let tokens = tokens(&file.text);
    tokens
        .iter()
        .filter(|token| *token == "Cooperative")
        .map(|_| format!("{}: the portal may know a `Summary`, never a `Cooperative`", file.path))
        .take(1)
        .collect()
}

/// What addresses of the table begin with: a folder with its `/`, or a file of fixed name.
fn names_in_addresses(table: &str) -> BTreeSet<String> {
    let name = |literal: String| {
        let literal = starts_of_addresses(&literal).next()?.to_owned();
        match literal.split_once('/') {
            Some((folder, _)) => Some(format!("{folder}/")),
            None => Some(literal)
                .filter(|file| file.contains('.') && !file.contains('{') && !file.starts_with('.')),
        }
    };
    literals(table)
        .into_iter()
        .filter_map(name)
        .filter(|name| name.len() > 1 && !name.starts_with('{'))
        .collect()
}

/// Where an address may begin in a text: behind `{root}` and `../` at its start, and behind every other value.
fn starts_of_addresses(literal: &str) -> impl Iterator<Item = &str> {
    let behind_values = literal.match_indices('}').map(|(at, _)| &literal[at + 1..]);
    let starts = (!literal.starts_with('{')).then_some(literal).into_iter().chain(behind_values);
    starts.map(|start| start.trim_start_matches(['.', '/'])).filter(|start| !start.is_empty())
}

fn address_faults(file: &File, names: &BTreeSet<String>) -> Vec<String> {
    if file.path == ADDRESSES || KNOW_PROFILES.contains(&room_of(file)) {
        return Vec::new();
    }
    let spelled = |literal: &String| {
        starts_of_addresses(literal).any(|start| names.iter().any(|name| start.starts_with(name)))
    };
    literals(&file.text)
        .into_iter()
        .filter(spelled)
        .map(|literal| format!("{}: `{literal}` is an address: it belongs to {ADDRESSES}", file.path))
        .collect()
}

/// Names and given domains of the rows.
fn words_of_hosts(table: &str) -> Vec<&str> {
    let columns = ["name: ", "given_domains: "];
    let values = table.lines().filter(|line| columns.iter().any(|column| line.trim().starts_with(column)));
    values
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|word| !word.contains([':', ' ']) && !PLAIN_WORDS.contains(word))
        .collect()
}

fn host_faults(file: &File, words: &[&str]) -> Vec<String> {
    if room_of(file) == "host" {
        return Vec::new();
    }
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let names = |literal: &str, word: &str| {
        literal.match_indices(word).any(|(at, _)| {
            let (before, after) = (&literal[..at], &literal[at + word.len()..]);
            !after.starts_with(is_inner) && (word.starts_with('.') || !before.ends_with(is_inner))
        })
    };
    literals(&file.text)
        .into_iter()
        .filter(|literal| words.iter().any(|word| names(literal, word)))
        .map(|literal| format!("{}: `{literal}` names a host: ask {HOST_TABLE}", file.path))
        .collect()
}

/// Errors whose words are typed where they arise, in one language: `failure` has them in both.
fn failure_faults(file: &File) -> Vec<String> {
    let tokens = tokens(&file.text);
    let at = |place: usize| tokens.get(place).map_or("", String::as_str);
    let is_worded = |place: usize| match at(place) {
        "bail" => at(place + 1) == "!" && at(place + 3) != "Failure",
        "anyhow" => at(place + 1) == "!",
        "context" | "with_context" => place > 0 && at(place - 1) == "." && at(place + 1) == "(",
        _ => false,
    };
    let worded = (0..tokens.len()).filter(|place| is_worded(*place));
    worded
        .map(|place| format!("{}: `{}`: a failure of a machine is a `Failure`", file.path, at(place)))
        .collect()
}

fn opening_faults(file: &File) -> Vec<String> {
    if file.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![format!("{}: does not open with `//! ` and what it is for", file.path)]
}

fn sources() -> Vec<File> {
    let files = files_below("src", &["rs"]);
    assert!(files.iter().any(|file| file.path == "lib.rs"), "src/ was not found");
    files
        .into_iter()
        .filter(|file| !file.path.ends_with("/tests.rs") && !file.path.contains("/tests/"))
        .collect()
}

/// `content` of `content/yaml.rs`, `plan` of `plan.rs`.
fn room_of(file: &File) -> &str {
    let first = file.path.split('/').next().unwrap_or(&file.path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How many `super::` lead from a file to the crate's root.
fn depth_of(file: &File) -> usize {
    let parts = file.path.split('/').count();
    if file.path.ends_with("/mod.rs") { parts - 1 } else { parts }
}
