//! Products: what is typed below `produk:`. What they cost is in `offer`.

use std::collections::BTreeMap;

use super::claims::check_claims;
use super::code::Codes;
use super::contact::{host, parse_link};
use super::findings::{code as code_finding, offer as finding, photo as photo_finding};
use super::legal::read_certificates;
use super::mapping::Keys;
use super::measure::parse_shelf_life;
use super::offer::{Offer, STOCK_WORDS};
use super::photo::{read_photo, read_photos};
use super::reader::Reader;
use super::season::read_season;
use super::suggestion;
use super::typed::Typed;
use crate::finding::{Findings, Span};
use crate::model::{Marketplace, MarketplaceLink, OriginStep, Product, Slug};

/// Addresses that are taken, with the line of who has them.
pub(super) type Taken = BTreeMap<Slug, u32>;

/// Claims an address for something; a second claim is a finding at the second.
pub(super) fn claim(
    slug: Slug,
    at: &Span,
    what: (&str, &str),
    taken: &mut Taken,
    findings: &mut Findings,
) -> Option<Slug> {
    if let Some(first_line) = taken.get(&slug) {
        findings.push(finding::slug_taken(at.clone(), what, slug.as_str(), *first_line));
        return None;
    }
    taken.insert(slug.clone(), at.line);
    Some(slug)
}

/// An id as it was typed, or one made of a name.
pub(super) fn slug_of(
    id: Option<Typed<'_>>,
    name: Option<Typed<'_>>,
    findings: &mut Findings,
) -> Option<(Slug, Span)> {
    if let Some(typed) = id {
        return parse_slug(typed, findings).map(|slug| (slug, typed.span()));
    }
    let name = name?;
    let slug = Slug::from_name(name.text);
    if slug.is_none() {
        findings.push(finding::no_slug(name.span(), name.text));
    }
    slug.map(|slug| (slug, name.span()))
}

/// A word of lower-case letters, digits and hyphens.
pub(super) fn parse_slug(typed: Typed<'_>, findings: &mut Findings) -> Option<Slug> {
    let slug = Slug::parse(typed.text);
    if slug.is_none() {
        let mended = Slug::from_name(typed.text);
        findings.push(finding::not_a_slug(typed, mended.as_ref().map(Slug::as_str)));
    }
    slug
}

/// What is kept from one product of the shop to the next: what a later one may not have again, and what is told once.
#[derive(Default)]
pub(super) struct Gathered {
    addresses: Taken,
    codes: Codes,
    bare_photos: Vec<(Span, String)>,
}

impl Gathered {
    /// Tells what is told once for all products.
    pub(super) fn check(self, findings: &mut Findings) {
        let lines: Vec<u32> = self.bare_photos.iter().map(|(at, _)| at.line).collect();
        if let Some((at, path)) = self.bare_photos.into_iter().next() {
            findings.push(photo_finding::no_alt(at, &path, &lines));
        }
    }
}

/// One product. `members` are the ids that `produsen` may name.
pub(super) fn read_product(
    mut keys: Keys<'_>,
    reader: &Reader<'_>,
    members: &[Slug],
    gathered: &mut Gathered,
    findings: &mut Findings,
) -> Option<Product> {
    let Gathered { addresses: taken, codes, bare_photos } = gathered;
    let name = keys.local_typed("nama", findings);
    let id = keys.scalar("id", findings);
    let name_typed = name.as_ref().map(|(_, typed)| *typed);
    let slug = slug_of(id, name_typed, findings)
        .and_then(|(slug, at)| claim(slug, &at, ("produk", "product"), taken, findings));
    let old_slugs = read_old_slugs(&mut keys, slug.as_ref(), taken, findings);
    let photos = read_photos(&mut keys, "foto", reader, findings);
    let bare = photos.iter().filter(|placed| placed.photo.alt.is_none());
    bare_photos.extend(bare.map(|placed| (placed.at.clone(), placed.photo.path.clone())));
    let category = keys.local("kategori", findings);
    let (code, gtin) = codes.read(&mut keys, findings);
    let offer = Offer::read(&mut keys, reader, codes, findings);
    if gtin.is_some() && !offer.variants.is_empty() {
        findings.push(code_finding::gtin_of_several(keys.value_span("gtin")));
    }
    let stock = keys.choice("stok", &STOCK_WORDS, findings);
    let season = read_season(&mut keys, findings);
    let shelf_life = keys.parse("umur_simpan", parse_shelf_life, findings);
    let certificates = keys.map("sertifikat", findings);
    let certificates = certificates.map(|keys| read_certificates(keys, reader.settings.today, findings));
    let markets = keys.map("pasar", findings).map(|keys| read_markets(keys, findings));
    let producer = keys.parse("produsen", |typed, f| find_producer(typed, members, f), findings);
    let origin = keys.each("asal", findings, |keys, findings| read_origin(keys, reader, findings));
    let featured = keys.flag("unggulan", findings).unwrap_or(false);
    let description = keys.local_typed("keterangan", findings);

    let has_halal = certificates.as_ref().is_some_and(|certificates| certificates.halal.is_some());
    for (_, typed) in [&name, &description].into_iter().flatten() {
        check_claims(*typed, has_halal, findings);
    }
    offer.check(&keys, name_typed, reader.settings, findings);
    keys.finish(findings);
    Some(Product {
        slug: slug?,
        old_slugs,
        name: name?.0,
        photos: photos.into_iter().map(|placed| placed.photo).collect(),
        category,
        price: offer.price,
        unit: offer.unit,
        unit_holds: offer.unit_holds,
        member_price: offer.member_price,
        minimum_order: offer.minimum_order,
        tiers: offer.tiers,
        variants: offer.variants,
        stock: stock.unwrap_or_default(),
        season,
        promo: offer.promo,
        priced_on: offer.priced_on,
        weight: offer.weight,
        code,
        gtin,
        shelf_life,
        certificates: certificates.unwrap_or_default(),
        markets: markets.unwrap_or_default(),
        producer,
        description: description.map(|(text, _)| text),
        origin,
        featured,
    })
}

/// `alamat_lama:` of a product; each is claimed, so that it leads to one product only.
fn read_old_slugs(
    keys: &mut Keys<'_>,
    current: Option<&Slug>,
    taken: &mut Taken,
    findings: &mut Findings,
) -> Vec<Slug> {
    let mut slugs = Vec::new();
    for typed in keys.scalars("alamat_lama", findings) {
        let Some(slug) = parse_slug(typed, findings) else { continue };
        if Some(&slug) == current {
            findings.push(finding::old_slug_is_current(typed));
        } else {
            slugs.extend(claim(slug, &typed.span(), ("alamat lama", "old address"), taken, findings));
        }
    }
    slugs
}

fn read_markets(mut keys: Keys<'_>, findings: &mut Findings) -> Vec<MarketplaceLink> {
    let markets: [(&'static str, Marketplace, &[&str]); 5] = [
        ("tokopedia", Marketplace::Tokopedia, &["tokopedia.com", "tokopedia.link"]),
        ("shopee", Marketplace::Shopee, &["shopee.co.id", "shope.ee", "shp.ee"]),
        ("tiktok", Marketplace::TikTok, &["tiktok.com", "tokopedia.com"]),
        ("lazada", Marketplace::Lazada, &["lazada.co.id"]),
        ("blibli", Marketplace::Blibli, &["blibli.com", "blibli.app.link"]),
    ];
    let mut links = Vec::new();
    for (name, marketplace, hosts) in markets {
        let Some(typed) = keys.scalar(name, findings) else { continue };
        let Some(url) = parse_link(typed, findings) else { continue };
        let host = host(&url);
        if !hosts.iter().any(|known| host == *known || host.ends_with(&format!(".{known}"))) {
            findings.push(finding::other_marketplace(typed, &host));
        }
        links.push(MarketplaceLink { marketplace, url });
    }
    keys.finish(findings);
    links
}

fn read_origin(mut keys: Keys<'_>, reader: &Reader<'_>, findings: &mut Findings) -> Option<OriginStep> {
    let title = keys.local("judul", findings);
    let text = keys.local("keterangan", findings);
    let photo = read_photo(&mut keys, "foto", reader, findings);
    keys.finish(findings);
    Some(OriginStep { title: title?, text, photo })
}

fn find_producer(typed: Typed<'_>, members: &[Slug], findings: &mut Findings) -> Option<Slug> {
    let found = members.iter().find(|member| member.as_str() == typed.text).cloned();
    if found.is_none() {
        let known: Vec<&str> = members.iter().map(Slug::as_str).collect();
        findings.push(finding::unknown_producer(typed, suggestion::nearest(typed.text, &known), &known));
    }
    found
}
