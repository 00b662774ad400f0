//! Puts the entries of all tables together, cooperative by cooperative.

use std::collections::{BTreeMap, HashMap};

use super::findings as told;
use super::heads::Target;
use super::homes::Homes;
use super::kind::{DISTRICT, FOLDER, Home, Kind, REGENCY};
use super::kinds::KINDS;
use super::places;
use super::rows::Entry;
use super::tree::Tree;
use super::words::fold;
use crate::finding::{Findings, Located, Span};
use crate::model::Slug;

/// One cooperative as sheets tell of it.
#[derive(Debug)]
pub(super) struct Gathered {
    /// The first cell that is about it.
    pub(super) at: Span,
    /// What its profile is to hold.
    pub(super) profile: Tree,
    /// True if a row of it has an error: then nothing of it is written.
    pub(super) is_held: bool,
    /// Goods without a promotion in sheets that have columns for one, by folded name.
    pub(super) without_promo: Vec<(String, Span)>,
    /// The numbers of its goods, by folded name.
    goods: HashMap<String, u32>,
}

/// All cooperatives by the names of their folders.
pub(super) type Cooperatives = BTreeMap<String, Gathered>;

/// A table's entries, with what they are about and whom they belong to where no row says so.
pub(super) struct Table {
    pub(super) kind: &'static Kind,
    pub(super) entries: Vec<Entry>,
    /// True if some row names a cooperative.
    pub(super) names_cooperatives: bool,
    /// True if a column holds promotions.
    pub(super) has_promos: bool,
    /// The cooperative that is named above the table or by its sheet.
    pub(super) title: Option<Located<String>>,
}

/// Puts tables together. Cooperatives come first, then goods, then what belongs to goods, whatever the order of sheets.
pub(super) fn gather(mut tables: Vec<Table>, homes: &mut Homes<'_>, findings: &mut Findings) -> Cooperatives {
    let order = |kind: &Kind| match kind.home {
        Home::Profile => 0,
        Home::List(_) | Home::Bank => 1,
        Home::OfProduct(_) => 2,
    };
    tables.sort_by_key(|table| order(table.kind));
    let mut cooperatives = Cooperatives::new();
    for table in tables {
        let mut homeless: Option<(Span, usize)> = None;
        let mut of_others: Option<(Span, usize)> = None;
        let mut title = table.title;
        if let Some(only) = title.as_ref().and_then(|title| homes.instead_of(&title.value))
            && let Some(title) = title.take()
        {
            findings.push(told::cooperatives::title_of_another(&title, &only));
        }
        for entry in table.entries {
            let named = name_of(table.kind, &entry).or_else(|| title.clone());
            if table.kind.home == Home::Profile && named.is_none() && folder_typed(&entry).is_none() {
                findings.push(told::cooperatives::cooperative_without_name(entry.at));
                continue;
            }
            let folder =
                homes.folder_of(folder_typed(&entry), named.as_ref(), table.names_cooperatives, findings);
            let Some(folder) = folder else {
                let lost = if named.is_some() { &mut of_others } else { &mut homeless };
                *lost = Some(lost.take().map_or((entry.at, 1), |(at, count)| (at, count + 1)));
                continue;
            };
            if table.kind.home == Home::Profile {
                homes.register(&folder);
            }
            let is_new = homes.is_new(&folder);
            let gathered = cooperatives.entry(folder).or_insert_with(|| Gathered {
                at: entry.at.clone(),
                profile: Tree::default(),
                is_held: false,
                without_promo: Vec::new(),
                goods: HashMap::new(),
            });
            if let Some(name) = named.filter(|_| is_new && gathered.profile.get("nama").is_none()) {
                *gathered.profile.child("nama") = Tree::Value(name);
            }
            let mut heard = Findings::new();
            gathered.is_held |= entry.has_error;
            if table.has_promos && field(&entry, "promo.harga").is_none() {
                let name = field(&entry, "nama").map(|name| (fold(&name.value), name.span.clone()));
                gathered.without_promo.extend(name);
            }
            add(gathered, table.kind, entry, &mut heard);
            gathered.is_held |= heard.has_error();
            findings.extend(heard);
        }
        if let Some((at, count)) = homeless {
            findings.push(told::cooperatives::no_cooperative(at, count));
        }
        if let (Some((at, count)), Some(only)) = (of_others, homes.only()) {
            findings.push(told::cooperatives::of_another(at, count, only));
        }
    }
    cooperatives
}

/// What a row calls its cooperative.
fn name_of(kind: &Kind, entry: &Entry) -> Option<Located<String>> {
    match kind.home {
        Home::Profile => field(entry, "nama").cloned(),
        _ => entry.cooperative.clone(),
    }
}

fn folder_typed(entry: &Entry) -> Option<&Located<String>> {
    field(entry, FOLDER)
}

fn field<'e>(entry: &'e Entry, path: &str) -> Option<&'e Located<String>> {
    let own = |(target, value): &'e (Target, Located<String>)| match target {
        Target::Own(own) if own == path => Some(value),
        _ => None,
    };
    entry.fields.iter().find_map(own)
}

/// Adds what a row says.
fn add(gathered: &mut Gathered, kind: &'static Kind, entry: Entry, findings: &mut Findings) {
    let mut item = Tree::default();
    let mut of_cooperative: Vec<(String, Located<String>)> = Vec::new();
    for (target, value) in entry.fields {
        match target {
            Target::Own(path) if kind.home == Home::Profile => of_cooperative.push((path, value)),
            Target::OfCooperative(path) => of_cooperative.push((path, value)),
            Target::Own(path) => item.put(kind.section, &path, value),
        }
    }
    add_to_profile(&mut gathered.profile, of_cooperative, findings);
    if kind.home == Home::List("produk") {
        return add_product(gathered, item, &entry.at, findings);
    }
    let profile = &mut gathered.profile;
    match kind.home {
        Home::Profile => {}
        Home::List("anggota_ukm") => profile.child("anggota_ukm").append(with_id(item)),
        Home::List(list) => profile.child(list).append(item),
        Home::Bank => profile.child("pembayaran").child("bank").append(item),
        Home::OfProduct(list) => match entry.product {
            Some(product) => of_product(profile.child("produk"), product).child(list).append(item),
            None => findings.push(told::rows::no_product(entry.at)),
        },
    }
}

/// What a row says of the cooperative itself. Names of regions become codes.
fn add_to_profile(profile: &mut Tree, fields: Vec<(String, Located<String>)>, findings: &mut Findings) {
    let find = |path: &str| fields.iter().find(|(known, _)| known == path).map(|(_, value)| value);
    if find("wilayah").is_none() {
        match places::placed(find(REGENCY), find(DISTRICT)) {
            Some(Ok(code)) => profile.put(KINDS[0].section, "wilayah", code),
            Some(Err((name, why))) => findings.push(told::cooperatives::unplaced(name, &why)),
            None => {}
        }
    }
    for (path, value) in fields.into_iter().filter(|(path, _)| !path.starts_with('@')) {
        if is_told_by_another_row(profile, &path, &value) {
            continue;
        }
        match profile.at(&path) {
            Some(Tree::Value(known)) if fold(&known.value) == fold(&value.value) => {}
            Some(Tree::Value(known)) => findings.push(told::cooperatives::told_twice(value, known)),
            _ => profile.put(KINDS[0].section, &path, value),
        }
    }
}

/// True for a list, such as the lines of business, that an earlier row of the same cooperative has told.
fn is_told_by_another_row(profile: &Tree, path: &str, value: &Located<String>) -> bool {
    let Some(list @ Tree::List(_)) = profile.get(path) else { return false };
    !list.is_of_row(&value.span)
}

/// A member business is known by its id, which follows from its name.
fn with_id(mut item: Tree) -> Tree {
    let id = item.text("usaha").and_then(|name| {
        Some(Located::new(Slug::from_name(&name.value)?.as_str().to_owned(), name.span.clone()))
    });
    if let (None, Some(id)) = (item.get("id"), id) {
        *item.child("id") = Tree::Value(id);
    }
    item
}

/// Keys that a choice can have of its own.
const OF_A_CHOICE: &[&str] =
    &["harga", "harga_anggota", "satuan", "minimal", "stok", "berat", "kode", "gtin"];

/// One more product, or one more choice of a product whose name stands in several rows.
fn add_product(gathered: &mut Gathered, mut item: Tree, at: &Span, findings: &mut Findings) {
    let products = gathered.profile.child("produk");
    let choice = item.take("varian");
    if item.text("nama").is_none() {
        // A choice below its product, whose name stands above it only.
        let above = products.items().last().and_then(|last| last.text("nama").cloned());
        match (above, &choice) {
            (Some(name), Some(_)) => *item.child("nama") = Tree::Value(name),
            _ => return findings.push(told::rows::no_name(at.clone(), item.get("harga").is_some())),
        }
    }
    let called = item.text("nama").map_or_else(String::new, |name| fold(&name.value));
    let known = gathered.goods.get(&called).copied();
    let Some(choice) = choice else {
        return match known {
            Some(number) => {
                let other = products.item(number);
                findings.push(told::rows::twice(at.clone(), other.text("nama"), says_the_same(other, &item)));
            }
            None => {
                gathered.goods.insert(called, products.add(item));
            }
        };
    };
    let one = as_a_choice(choice, &mut item);
    if let Some(number) = known {
        let other = products.item(number);
        if let (Some(tiers), Some(known)) = (item.get("grosir"), other.get("grosir"))
            && !says_the_same(known, tiers)
        {
            findings.push(told::rows::tiers_of_a_choice(at.clone()));
        }
        other.child("varian").append(one);
    } else {
        item.child("varian").append(one);
        gathered.goods.insert(called, products.add(item));
    }
}

/// The choice that a row names, with what of the row can be a choice's own.
fn as_a_choice(mut choice: Tree, item: &mut Tree) -> Tree {
    let one = choice.item(1);
    for key in OF_A_CHOICE {
        if let Some(value) = item.take(key) {
            *one.child(key) = value;
        }
    }
    std::mem::take(one)
}

fn says_the_same(a: &Tree, b: &Tree) -> bool {
    match (a, b) {
        (Tree::Value(a), Tree::Value(b)) => a.value == b.value,
        (Tree::List(a), Tree::List(b)) => {
            a.len() == b.len() && a.values().zip(b.values()).all(|(a, b)| says_the_same(a, b))
        }
        (Tree::Map(_), Tree::Map(entries)) => {
            entries.iter().all(|(key, value)| a.get(key).is_some_and(|other| says_the_same(other, value)))
        }
        _ => false,
    }
}

/// The product of a name, or of a code; one that these sheets do not tell of is one that the profile has.
fn of_product(products: &mut Tree, name: Located<String>) -> &mut Tree {
    let wanted = fold(&name.value);
    let position = products.items().position(|product| {
        let is = |key: &str| product.text(key).is_some_and(|text| fold(&text.value) == wanted);
        is("nama") || is("kode")
    });
    let number = if let Some(at) = position {
        u32::try_from(at + 1).unwrap_or(u32::MAX)
    } else {
        let mut product = Tree::default();
        *product.child("nama") = Tree::Value(name);
        products.append(product);
        u32::try_from(products.items().count()).unwrap_or(u32::MAX)
    };
    products.item(number)
}
