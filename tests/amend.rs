//! What holds of every edit of a profile, tried on every value of profiles that are typed in different ways.
#![expect(clippy::disallowed_methods, reason = "these tests read the profiles of the repository")]

#[path = "amend/paths.rs"]
mod paths;
#[path = "amend/random.rs"]
mod random;

use std::path::{Path, PathBuf};

use etalase::for_tests::{Amended, Located, Wanted, amend};
use etalase::{SourceFile, Span};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use random::{Dice, Said, Typist, profile};
use serde_yaml::Value;

/// Keys by which an item of a list is known again; changing them makes another item of it.
const IDENTITIES: [&str; 11] =
    ["id", "kode", "gtin", "nama", "judul", "mulai", "usaha", "tahun_buku", "rekening", "t", "jabatan"];

/// Cooperatives of the demo whose profiles are tried: every value of all twelve takes minutes.
const OF_THE_DEMO: [&str; 4] = ["kopontren-nurul-bukit", "susu-sagara", "tanah-jingga", "teh-cipasir"];

/// Profiles of the demo and of the sites that tests build.
fn profiles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = OF_THE_DEMO.iter().map(|name| root.join("content").join(name)).collect();
    let sites = entries(&root.join("tests/sites"));
    folders.extend(sites.iter().flat_map(|site| entries(&site.join("content"))));
    let files = folders.iter().map(|folder| folder.join("profil.yaml"));
    let files: Vec<PathBuf> = files.filter(|file| file.exists()).collect();
    assert!(files.len() >= 7, "{files:?}");
    files
        .into_iter()
        .map(|file| {
            let text = std::fs::read_to_string(&file).expect("a profile");
            (file.display().to_string(), text)
        })
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

fn typed(text: &str) -> Wanted {
    let file = SourceFile::new("lembar.xlsx", text);
    Wanted::Value(Located::new(text.to_owned(), Span::new(&file, 1, 1, 1)))
}

fn edit(profile: &str, wanted: &[(String, Wanted)]) -> Amended {
    let file = SourceFile::new("profil.yaml", profile);
    amend(Some(&file), "profil.yaml", wanted, &[])
        .unwrap_or_else(|findings| panic!("{}\n{profile}", findings.brief()))
}

/// What is wanted so that a scalar becomes a text: the key of its mapping, and what is wanted there.
type Wish = Box<dyn Fn(&str) -> (String, Wanted)>;

/// A scalar of a profile.
struct Scalar {
    /// Where it stands, for messages.
    path: String,
    /// Changes it and nothing else.
    wish: Wish,
    /// True if it takes several lines.
    is_long: bool,
}

/// Every scalar but those by which items are known.
fn scalars(map: &Value) -> Vec<Scalar> {
    let mut found = Vec::new();
    for (key, value) in map.as_mapping().expect("a mapping") {
        let key = key.as_str().expect("a key").to_owned();
        for Scalar { path, wish, is_long } in below(value) {
            let name = key.clone();
            let wish = Box::new(move |text: &str| (name.clone(), wish(text).1));
            found.push(Scalar { path: format!("{key}{path}"), wish, is_long });
        }
    }
    found
}

fn below(value: &Value) -> Vec<Scalar> {
    match value {
        Value::Mapping(_) => scalars(value)
            .into_iter()
            .map(|Scalar { path, wish, is_long }| Scalar {
                path: format!(".{path}"),
                wish: Box::new(move |text| (String::new(), Wanted::Map(vec![wish(text)]))),
                is_long,
            })
            .collect(),
        Value::Sequence(items) if items.iter().all(Value::is_mapping) => {
            items.iter().enumerate().flat_map(|(index, item)| below_item(index, item)).collect()
        }
        Value::Sequence(_) => Vec::new(),
        _ => {
            let is_long = value.as_str().is_some_and(|text| text.contains('\n'));
            vec![Scalar { path: String::new(), wish: Box::new(|text| (String::new(), typed(text))), is_long }]
        }
    }
}

fn below_item(index: usize, item: &Value) -> Vec<Scalar> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => serde_yaml::to_string(other).expect("a scalar").trim().to_owned(),
    };
    // A service without a name is known by its kind, a way to get goods by its place; events have a title.
    let is_named = IDENTITIES.into_iter().any(|name| item.get(name).is_some());
    let places = item.get("judul").is_none().then_some(["tempat", "wilayah"]).into_iter().flatten();
    let identities: Vec<&str> = IDENTITIES
        .into_iter()
        .chain(["berkas"])
        .chain(places)
        .chain((!is_named).then_some("jenis"))
        .collect();
    let known: Vec<(String, Wanted)> = identities
        .iter()
        .copied()
        .filter_map(|name| Some((name.to_owned(), typed(&text(item.get(name)?)))))
        .collect();
    let own = scalars(item).into_iter().filter(|scalar| {
        let name = scalar.path.split(['.', '[']).next().unwrap_or_default();
        !identities.contains(&name) || scalar.path.contains(['.', '['])
    });
    own.map(|Scalar { path, wish, is_long }| {
        let known = known.clone();
        let wish = Box::new(move |text: &str| {
            let mut entries = known.clone();
            entries.push(wish(text));
            (String::new(), Wanted::List(vec![Wanted::Map(entries)]))
        });
        Scalar { path: format!("[{}].{path}", index + 1), wish, is_long }
    })
    .collect()
}

/// Lines of both texts without those that are the same at the beginning and at the end.
fn different<'t>(old: &'t str, new: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let (mut old, mut new): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    while old.last().is_some() && old.last() == new.last() {
        old.pop();
        new.pop();
    }
    let same = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    (old.split_off(same), new.split_off(same))
}

#[test]
fn one_changed_value_is_one_changed_line_for_every_value_of_every_profile() {
    let mut count = 0;
    for (path, text) in profiles() {
        let profile: Value = serde_yaml::from_str(&text).expect("YAML");
        for (line_end, every) in [("\n", 1), ("\r\n", 5)] {
            let text = text.replace('\n', line_end);
            for scalar in scalars(&profile).into_iter().step_by(every) {
                let wanted = [(scalar.wish)("Isi: lain #7")];
                let amended = edit(&text, &wanted);
                let (old, new) = different(&text, &amended.text);
                let place = format!("{path} {}", scalar.path);
                assert_eq!(new.len(), 1, "{place}: {new:?}");
                assert!(scalar.is_long || old.len() == 1, "{place}: {old:?}");
                assert_eq!(amended.changes.len(), 1, "{place}: {:?}", amended.changes);
                assert_eq!(edit(&amended.text, &wanted).text, amended.text, "{place}: again");
                count += 1;
            }
        }
    }
    assert!(count > 900, "{count}");
}

fn wanted(said: &Said) -> Wanted {
    match said {
        Said::Text(text) => typed(text),
        Said::List(items) => Wanted::List(items.iter().map(wanted).collect()),
        Said::Map(entries) => Wanted::Map(entries_of(entries)),
    }
}

fn entries_of(entries: &[(&'static str, Said)]) -> Vec<(String, Wanted)> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), wanted(value))).collect()
}

/// True if every text that is wanted can be read at its place by another reader of YAML.
fn says(read: &Value, said: &Said) -> bool {
    match said {
        Said::Text(text) => {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            // Prices and numbers are spelled anew.
            let is_number = text.contains(|c: char| c.is_ascii_digit());
            is_number || read.as_str().is_some_and(|read| words(read) == words(text))
        }
        Said::List(items) if items.iter().all(|item| matches!(item, Said::Text(_))) => {
            let Some(read) = read.as_sequence() else { return false };
            read.len() == items.len() && read.iter().zip(items).all(|(read, item)| says(read, item))
        }
        Said::List(items) => {
            let Some(read) = read.as_sequence() else { return false };
            items.iter().all(|item| read.iter().any(|read| says(read, item)))
        }
        Said::Map(entries) => entries.iter().all(|(key, value)| says(&read[*key], value)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 150,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/amend.txt"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_layout_a_profile_has_it_says_what_was_wanted_and_the_rest_stays(seed in any::<u64>()) {
        let mut dice = Dice::of(seed);
        let old = profile(&mut dice, &[1, 2, 3]);
        let text = Typist::of(&mut dice).write(&old);
        let own = entries_of(&old);
        let same = edit(&text, &own);
        prop_assert_eq!(&same.text, &text, "its own values change nothing");
        prop_assert!(same.changes.is_empty());

        let goods: [&[usize]; 3] = [&[2], &[4], &[3, 1, 5, 6]];
        let goods = *dice.pick(&goods);
        let new = profile(&mut dice, goods);
        let wishes = entries_of(&new);
        let amended = edit(&text, &wishes);
        let without_mark = amended.text.trim_start_matches('\u{feff}');
        let read: Value = serde_yaml::from_str(without_mark).expect("YAML");
        prop_assert!(says(&read, &Said::Map(new)), "{}\n----\n{}", text, amended.text);
        let again = edit(&amended.text, &wishes);
        prop_assert_eq!(&again.text, &amended.text, "again");
        let removed: Vec<String> =
            amended.left.iter().filter(|_| dice.one_in(2)).map(|left| left.path.clone()).collect();
        let file = SourceFile::new("profil.yaml", text.as_str());
        let fewer = amend(Some(&file), "profil.yaml", &wishes, &removed);
        let fewer = fewer.unwrap_or_else(|findings| panic!("{}\n{text}\n{removed:?}", findings.brief()));
        prop_assert_eq!(fewer.changes.iter().filter(|change| change.after.is_none()).count(), removed.len());
        prop_assert_eq!(&edit(&fewer.text, &wishes).text, &fewer.text, "again, with fewer");
        prop_assert!(text.matches("# catatan").count() == amended.text.matches("# catatan").count());
        prop_assert!(
            !text.ends_with('\n') || amended.text.ends_with('\n'),
            "{}\n----\n{}",
            text,
            amended.text
        );
        let is_windows = text.contains("\r\n");
        prop_assert_eq!(amended.text.matches('\n').count() == amended.text.matches("\r\n").count(), is_windows || !amended.text.contains('\n'));
    }

    #[test]
    fn a_new_profile_says_what_was_wanted_also_after_another_program_has_written_it(seed in any::<u64>()) {
        let mut dice = Dice::of(seed);
        let wishes = entries_of(&profile(&mut dice, &[1, 2, 3]));
        let new = amend(None, "profil.yaml", &wishes, &[]);
        let new = new.unwrap_or_else(|findings| panic!("{}\n{wishes:?}", findings.brief())).text;
        prop_assert_eq!(&edit(&new, &wishes).text, &new, "again");
        let loaded: Value = serde_yaml::from_str(&new).expect("YAML");
        let dumped = serde_yaml::to_string(&loaded).expect("YAML");
        let changes = edit(&dumped, &wishes).changes;
        prop_assert!(changes.is_empty(), "{}\n{:?}", dumped, changes);
    }
}
