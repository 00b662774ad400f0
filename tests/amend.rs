//! What holds of every edit of a profile, tried on every value of every profile that is here.
#![expect(clippy::disallowed_methods, reason = "these tests read the profiles of the repository")]

use std::path::{Path, PathBuf};

use etalase::for_tests::{Amended, Located, Wanted, amend};
use etalase::{SourceFile, Span};
use serde_yaml::Value;

/// Keys by which an item of a list is known again; changing them makes another item of it.
const IDENTITIES: [&str; 9] =
    ["id", "nama", "judul", "mulai", "usaha", "tahun_buku", "rekening", "t", "jabatan"];

/// Every profile of the demo and of the sites that tests build.
fn profiles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("content")];
    folders.extend(entries(&root.join("tests/sites")).into_iter().map(|site| site.join("content")));
    let files = folders.iter().flat_map(|folder| entries(folder)).map(|folder| folder.join("profil.yaml"));
    let files: Vec<PathBuf> = files.filter(|file| file.exists()).collect();
    assert!(files.len() >= 6, "{files:?}");
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
        .unwrap_or_else(|findings| panic!("{:#?}\n{wanted:?}", findings.iter().next()))
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
    let known: Vec<(String, Wanted)> = IDENTITIES
        .into_iter()
        .chain(["berkas"])
        .filter_map(|name| Some((name.to_owned(), typed(&text(item.get(name)?)))))
        .collect();
    let own = scalars(item).into_iter().filter(|scalar| {
        let name = scalar.path.split(['.', '[']).next().unwrap_or_default();
        !(IDENTITIES.contains(&name) || name == "berkas") || scalar.path.contains(['.', '['])
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
