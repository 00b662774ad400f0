//! Turns what people typed into the model, and says what is wrong with it: every mistake of a folder in
//! one run, in their language, with place and remedy. Touches no file: `source` has read them.

use std::sync::Arc;

use crate::finding::{Finding, Findings, Level, SourceFile, Span};
use crate::keys::{FORMS, GROUPS, KINDS, PROFILE, SCHEMES};
use crate::model::{
    Cooperative, Date, Event, Form, Group, Kind, MemberBusiness, OfficePage, Payment, Product, Quiz, Scheme,
    Slug,
};
use crate::routes;
use crate::settings::Settings;
use crate::source::{Folder, Photo, SeenCodes};

mod choice;
mod citizen;
mod claims;
mod code;
mod colour;
mod commented;
mod composed;
mod contact;
mod date;
mod document;
mod events;
mod findings;
mod freshness;
mod front_matter;
mod guide;
mod handover;
mod hashes;
mod hours;
mod legal;
mod manage;
mod mapping;
mod meaning;
mod measure;
mod mending;
mod merchant;
mod money;
mod months;
mod number;
mod number_words;
mod offer;
mod organisation;
mod outlet;
mod pairs;
mod photo;
mod piece;
mod place;
mod plain;
mod portal;
mod product;
mod prose;
mod pupil;
mod pupil_name;
mod qris;
mod reader;
mod reading;
mod region_name;
mod season;
mod sentence;
mod site;
mod sites;
mod story;
mod suggestion;
mod syntax;
#[cfg(test)]
mod tests;
mod typed;
mod week;
mod yaml;

pub(crate) use document::read_as_typed;
pub(crate) use front_matter::{Parted, RULE};
pub(crate) use guide::check_guide;
pub(crate) use hours::day_range;
pub(crate) use meaning::meaning;
pub(crate) use money::said_amount;
pub(crate) use piece::Source;
pub use plain::{PlainEntry, read_plain_entries};
pub use reading::hardest_paragraph;
pub use site::{is_tentative, normalised_base_url, read_settings};
pub(crate) use sites::{ListedSite, read_sites};
pub(crate) use week::hours_by_day;

use mapping::Keys;
use product::{Gathered, Taken};
use reader::Reader;
pub(crate) use yaml::{Node, Style, Value};

const KIND_WORDS: [(&str, Kind); 5] = [
    (KINDS[0], Kind::Consumer),
    (KINDS[1], Kind::Producer),
    (KINDS[2], Kind::Service),
    (KINDS[3], Kind::Marketing),
    (KINDS[4], Kind::SavingsAndLoan),
];
const FORM_WORDS: [(&str, Form); 2] = [(FORMS[0], Form::Primary), (FORMS[1], Form::Secondary)];
const GROUP_WORDS: [(&str, Group); 7] = [
    (GROUPS[0], Group::Village),
    (GROUPS[1], Group::Pesantren),
    (GROUPS[2], Group::Pupils),
    (GROUPS[3], Group::Employees),
    (GROUPS[4], Group::Students),
    (GROUPS[5], Group::RedWhite),
    (GROUPS[6], Group::Other),
];
const SCHEME_WORDS: [(&str, Scheme); 2] = [(SCHEMES[0], Scheme::Conventional), (SCHEMES[1], Scheme::Sharia)];

/// A cooperative's folder with its profile parsed, before any of its keys is read.
pub struct Profile<'f> {
    folder: &'f Folder,
    settings: &'f Settings,
    document: Option<Node<'f>>,
}

/// Parses the profile of a folder. What is no YAML goes to `findings`; `read_cooperative` then gives `None`.
pub fn parse_profile<'f>(folder: &'f Folder, settings: &'f Settings, findings: &mut Findings) -> Profile<'f> {
    let document = folder.profile.as_ref().and_then(|file| {
        let source = Source::whole(file, &PROFILE, settings.limits.depth);
        document::read_document(source, findings)
    });
    Profile { folder, settings, document }
}

impl Profile<'_> {
    /// The photo that the profile names as its payment code, by its path in the folder: `foto/qris.jpg`. `None` also
    /// where what is typed is no path: reading the cooperative tells.
    pub fn code_photo(&self) -> Option<&str> {
        let mut unheard = Findings::new();
        let mut keys = self.document.as_ref()?.keys(&PROFILE, &mut unheard)?;
        let mut payment = keys.map("pembayaran", &mut unheard)?;
        Some(photo::inside(payment.scalar("qris_foto", &mut unheard)?.text))
    }

    /// Where the cooperative says that an address was its own before.
    pub fn place_of_old_address(&self, old: &str) -> Option<Span> {
        let mut unheard = Findings::new();
        let mut keys = self.document.as_ref()?.keys(&PROFILE, &mut unheard)?;
        let said = keys.scalars("alamat_lama", &mut unheard);
        said.iter().find(|typed| typed.text == old).map(typed::Typed::span)
    }

    /// Where a product, or one of its variants, is said to cost an amount of rupiah.
    pub fn price_place(&self, slug: &Slug, amount: u64) -> Option<Span> {
        let mut unheard = Findings::new();
        let mut keys = self.document.as_ref()?.keys(&PROFILE, &mut unheard)?;
        let places = keys.each("produk", &mut unheard, |mut keys, unheard| {
            let (id, name) = (keys.scalar("id", unheard), keys.local_typed("nama", unheard));
            let (of, _) = product::slug_of(id, name.map(|(_, typed)| typed), unheard)?;
            (of == *slug).then(|| offer::place_of_price(keys, amount, unheard)).flatten()
        });
        places.into_iter().next()
    }
}

/// The texts at paths of keys in a profile, `legal.nib`; nothing where none stands, or the file cannot be read.
pub(crate) fn texts_at(
    profile: &Arc<SourceFile>,
    settings: &Settings,
    paths: &[&str],
) -> Vec<Option<String>> {
    let source = Source::whole(profile, &PROFILE, settings.limits.depth);
    let document = document::read_document(source, &mut Findings::new());
    let text = |path: &&str| {
        let mut node = document.as_ref()?;
        for name in path.split('.') {
            let Value::Map(entries) = node.value() else { return None };
            node = &entries.iter().find(|(key, _)| key.text() == Some(name))?.1;
        }
        Some(node.text().filter(|_| !node.is_empty())?.to_owned())
    };
    paths.iter().map(text).collect()
}

/// One cooperative from its folder; `codes` are those in the photo of its payment code, if that could be looked at.
/// Every mistake goes to `findings`, not only the first. `None` if no value can be made at all; where there is one and
/// a finding of level error, it is not to be published.
pub fn read_cooperative(
    profile: &Profile<'_>,
    codes: Option<&SeenCodes>,
    findings: &mut Findings,
) -> Option<Cooperative> {
    let Profile { folder, settings, document } = profile;
    let reader = Reader::new(folder, settings, codes);
    let slug = Slug::parse(&folder.name);
    if slug.is_none() {
        let mended = Slug::from_name(&folder.name);
        findings.push(findings::site::folder_name(
            &folder.path,
            &folder.name,
            mended.as_ref().map(Slug::as_str),
        ));
    }
    if routes::OWN_NAMES.contains(&&*folder.name) {
        findings.push(findings::site::folder_of_the_site(&folder.path, &folder.name));
    }
    if folder.profile.is_none() {
        report_no_profile(folder, findings);
    }
    let keys = document.as_ref().and_then(|document| document.keys(&PROFILE, findings));
    let cooperative = keys.and_then(|keys| read_keys(keys, &reader, slug, findings));
    let group = cooperative.as_ref().and_then(|cooperative| cooperative.group);
    let stories = story::read_stories(&reader, group, findings);
    report_unused_faulty_photos(folder, findings);
    Some(Cooperative { stories, ..cooperative? })
}

/// What a build would say of a folder, but for the photo of its payment code: for whoever wants to know before a file
/// is written.
pub(crate) fn findings_of(folder: &Folder, settings: &Settings) -> Findings {
    let mut heard = Findings::new();
    let parsed = parse_profile(folder, settings, &mut heard);
    let _ = read_cooperative(&parsed, None, &mut heard);
    heard
}

/// Events of the office from `_agenda/*.yaml`, by time.
pub fn read_office_events(
    files: &[Arc<SourceFile>],
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<Event> {
    portal::read_office_events(files, settings, findings)
}

/// Pages of the portal's youth site from `_muda/*.md`, in the order given.
pub fn read_youth_pages(
    files: &[Arc<SourceFile>],
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<OfficePage> {
    story::read_youth_pages(files, settings.limits.depth, findings)
}

/// The role quiz from `_muda/kuis.yaml`.
pub fn read_quiz(file: &Arc<SourceFile>, settings: &Settings, findings: &mut Findings) -> Option<Quiz> {
    portal::read_quiz(file, settings.limits.depth, findings)
}

/// A profile that is there but no text, or under another name, was reported by the door.
fn report_no_profile(folder: &Folder, findings: &mut Findings) {
    let path = format!("{}/profil.yaml", folder.path);
    let is_misnamed = |finding: &Finding| {
        let below = finding.at.file.path.strip_prefix(&folder.path);
        finding.code == "profile-misnamed" && below.is_some_and(|path| path.starts_with('/'))
    };
    let is_reported = findings.iter().any(|finding| finding.at.file.path == path || is_misnamed(finding));
    if !is_reported {
        findings.push(findings::site::no_profile(&folder.path));
    }
}

fn read_keys(
    mut keys: Keys<'_>,
    reader: &Reader<'_>,
    slug: Option<Slug>,
    findings: &mut Findings,
) -> Option<Cooperative> {
    let name = keys.text("nama", findings);
    let short_name = keys.text("singkatan", findings);
    let slogan = keys.local_typed("slogan", findings);
    let sort = read_sort(&mut keys, findings);
    let region = place::read_region(&mut keys, findings);
    let address = place::read_street(&mut keys, findings);
    let coordinates = place::read_coordinates(&mut keys, region.as_ref(), findings);
    let founded = keys.parse("berdiri", date::parse_date, findings);
    let member_count = keys.number("anggota", findings);
    let contact = keys.map("kontak", findings).map(|keys| contact::read_contact(keys, findings));
    let hours = hours::read_buka(&mut keys, findings);
    let legal = keys.map("legal", findings).map(|keys| legal::read_legal(keys, findings));
    let cover = photo::read_photo(&mut keys, "sampul", reader, findings);
    let logo = photo::read_photo(&mut keys, "logo", reader, findings);
    let brand_colour = keys.parse("warna", colour::parse_colour, findings);
    let about = keys.local_typed("tentang", findings);
    let outlets = outlet::read_outlets(&mut keys, findings);
    let pickups = handover::read_pickups(&mut keys, findings);
    let deliveries = handover::read_deliveries(&mut keys, findings);
    let (members, products) = read_goods(&mut keys, reader, findings);
    let payment = read_payment(&mut keys, [&name, &short_name], reader, findings);
    let joining = keys.map("gabung", findings).map(|keys| organisation::read_joining(keys, findings));
    let surplus = keys.map("shu", findings).and_then(|keys| organisation::read_surplus(keys, findings));
    let meetings = organisation::read_meetings(&mut keys, findings);
    let officers =
        keys.each("pengurus", findings, |keys, findings| organisation::read_officer(keys, reader, findings));
    let events = events::read_events(&mut keys, reader.settings.today, findings);
    let openings = events::read_openings(&mut keys, reader, findings);
    let youth = keys.map("muda", findings).map(|keys| events::read_youth(keys, reader, findings));
    let questions = keys.each("tanya_jawab", findings, read_question);
    let old_slugs = read_old_slugs(&mut keys, slug.as_ref(), findings);
    let updated = keys.parse("diperbarui", date::parse_date, findings);

    let has_halal = products.iter().any(|product| product.certificates.halal.is_some());
    for (_, typed) in [&slogan, &about].into_iter().flatten() {
        claims::check_claims(*typed, has_halal, findings);
    }
    check_days(&keys, [("berdiri", founded), ("diperbarui", updated)], reader.settings.today, findings);
    keys.finish(findings);
    Some(Cooperative {
        slug: slug?,
        name: name?,
        short_name,
        slogan: slogan.map(|(text, _)| text),
        kind: sort.kind,
        form: sort.form,
        group: sort.group,
        scheme: sort.scheme,
        sectors: sort.sectors,
        region,
        address,
        coordinates,
        founded,
        member_count,
        contact: contact?,
        hours,
        legal: legal.unwrap_or_default(),
        cover,
        logo,
        brand_colour,
        about: about.map(|(text, _)| text),
        products,
        outlets,
        pickups,
        deliveries,
        members,
        payment,
        joining,
        surplus,
        meetings,
        officers,
        events,
        openings,
        youth: youth.unwrap_or_default(),
        questions,
        stories: Vec::new(),
        old_slugs,
        updated,
    })
}

/// What sort of cooperative it is.
struct Sort {
    kind: Option<Kind>,
    form: Form,
    group: Option<Group>,
    scheme: Scheme,
    sectors: Vec<String>,
}

fn read_sort(keys: &mut Keys<'_>, findings: &mut Findings) -> Sort {
    Sort {
        kind: keys.choice("jenis", &KIND_WORDS, findings),
        form: keys.choice("bentuk", &FORM_WORDS, findings).unwrap_or_default(),
        group: keys.choice("kelompok", &GROUP_WORDS, findings),
        scheme: keys.choice("pola", &SCHEME_WORDS, findings).unwrap_or_default(),
        sectors: read_sectors(keys, findings),
    }
}

/// `sektor:`, where `pangan, susu` is one line of business to YAML.
fn read_sectors(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<String> {
    let sectors = keys.texts("sektor", findings);
    if let [one] = sectors.as_slice()
        && keys.count("sektor") == 0
        && one.contains(',')
    {
        findings.push(findings::key::list_in_one_text(keys.value_span("sektor"), "sektor", one));
    }
    sectors
}

/// `pembayaran:`; a code must name the cooperative by one of its `names`.
fn read_payment(
    keys: &mut Keys<'_>,
    names: [&Option<String>; 2],
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Payment {
    let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
    let payment = keys.map("pembayaran", findings);
    payment.map(|keys| organisation::read_payment(keys, &names, reader, findings)).unwrap_or_default()
}

/// Days that cannot be still to come.
fn check_days(
    keys: &Keys<'_>,
    days: [(&'static str, Option<Date>); 2],
    today: Date,
    findings: &mut Findings,
) {
    for (key, day) in days {
        if let Some(day) = day.filter(|day| *day > today) {
            findings.push(findings::time::in_the_future(keys.key_span(key), key, day));
        }
    }
}

/// Member businesses and goods, which may name one of them as their maker.
fn read_goods(
    keys: &mut Keys<'_>,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> (Vec<MemberBusiness>, Vec<Product>) {
    let mut ids = Taken::new();
    let members = keys.each("anggota_ukm", findings, |keys, findings| {
        organisation::read_member(keys, reader, &mut ids, findings)
    });
    let ids: Vec<Slug> = ids.into_keys().collect();
    let products = read_products(keys, reader, &ids, findings);
    (members, products)
}

/// `produk:`, as many as the site allows; `members` are the ids that `produsen` may name.
fn read_products(
    keys: &mut Keys<'_>,
    reader: &Reader<'_>,
    members: &[Slug],
    findings: &mut Findings,
) -> Vec<Product> {
    let max = reader.settings.limits.products;
    let mut gathered = Gathered::default();
    let mut number = 0;
    let products = keys.each("produk", findings, |keys, findings| {
        number += 1;
        (number <= max)
            .then(|| product::read_product(keys, reader, members, &mut gathered, findings))
            .flatten()
    });
    gathered.check(findings);
    check_magnitude(keys, &products, findings);
    let count = keys.count("produk");
    if count > max {
        findings.push(findings::offer::too_many_products(keys.key_span("produk"), count, max));
    } else if count == 0 && !keys.has("produk") && !keys.has("gerai") {
        findings.push(findings::offer::no_products(keys.key_span("produk")));
    }
    products
}

/// Prices of which none reaches Rp 1.000, three at least, or one of them beside prices of a million and none between: a
/// program that takes `35.000` for a number leaves 35 of it, and `1.250.000` alone.
fn check_magnitude(keys: &Keys<'_>, products: &[Product], findings: &mut Findings) {
    let of_product = |product: &Product| {
        let variants = product.variants.iter().filter_map(|variant| variant.price);
        let tiers = product.tiers.iter().map(|tier| tier.price);
        variants.chain(tiers).chain(product.price).map(crate::model::Rupiah::amount).collect::<Vec<_>>()
    };
    let amounts: Vec<u64> = products.iter().flat_map(of_product).collect();
    let small = amounts.iter().filter(|amount| **amount < 1_000).count();
    let has_usual = amounts.iter().any(|amount| (1_000..1_000_000).contains(amount));
    let least = if amounts.iter().any(|amount| *amount >= 1_000_000) { 1 } else { 3 };
    if small >= least && !has_usual {
        findings.push(findings::plausible::all_thousands_lost(keys.key_span("produk"), small));
    }
}

/// `alamat_lama:`, each once, without the present one: a page that leads to itself would never load.
fn read_old_slugs(keys: &mut Keys<'_>, current: Option<&Slug>, findings: &mut Findings) -> Vec<Slug> {
    let mut slugs: Vec<Slug> = Vec::new();
    for typed in keys.scalars("alamat_lama", findings) {
        let Some(slug) = product::parse_slug(typed, findings) else { continue };
        if Some(&slug) == current {
            findings.push(findings::offer::old_slug_is_current(typed));
        } else if routes::OWN_NAMES.contains(&slug.as_str()) {
            findings.push(findings::offer::old_slug_of_the_site(typed));
        } else if !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    slugs
}

fn read_question(mut keys: Keys<'_>, findings: &mut Findings) -> Option<crate::model::Question> {
    let question = keys.local("t", findings);
    let answer = keys.local_typed("j", findings);
    keys.finish(findings);
    if let Some((_, typed)) = &answer {
        claims::check_claims(*typed, true, findings);
    }
    Some(crate::model::Question { question: question?, answer: answer?.0 })
}

/// A photo that nobody uses does not stop a build, but its owner should know.
fn report_unused_faulty_photos(folder: &Folder, findings: &mut Findings) {
    for photo in folder.photos.values() {
        let Photo::Faulty(fault) = photo else { continue };
        let is_used = findings.iter().any(|finding| finding.at == fault.at && finding.code == fault.code);
        if !is_used {
            findings.push(Finding { level: Level::Advice, ..(**fault).clone() });
        }
    }
}
