//! The texts of a summary in which search looks, with the part that each belongs to.

use crate::summary::{Summary, group_word, kind_word};

/// Its names.
pub(super) const NAME: u8 = 0;
/// What it does: kind, family, services, lines of business, headings of its catalogue.
pub(super) const ABOUT: u8 = 1;
/// Regency and district.
pub(super) const PLACE: u8 = 2;
/// Its first product; the others follow.
pub(super) const GOODS: u8 = 3;
/// All products from here on: a script counts with so many bits.
pub(super) const LAST: u8 = 47;

/// Every text with its part, in order of part. Products are told in all their languages.
pub(super) fn fields(summary: &Summary) -> impl Iterator<Item = (u8, &str)> {
    let names = [Some(summary.name.as_str()), summary.short_name.as_deref()].into_iter().flatten();
    let region = summary.region.iter();
    let places = region.flat_map(|region| region.district.iter().chain([&region.regency]));
    let shown = summary.products.shown.iter().map(|product| product.name.all().collect::<Vec<_>>());
    let more = summary.products.more.iter().map(|name| vec![name.as_str()]);
    let goods = (GOODS..LAST).chain(std::iter::repeat(LAST)).zip(shown.chain(more));
    names
        .map(|text| (NAME, text))
        .chain(about(summary).map(|text| (ABOUT, text)))
        .chain(places.map(|text| (PLACE, text.as_str())))
        .chain(goods.flat_map(|(part, names)| names.into_iter().map(move |name| (part, name))))
}

/// What it does, in the words of its profile.
pub(super) fn about(summary: &Summary) -> impl Iterator<Item = &str> {
    let kinds = summary.kind.map(kind_word).into_iter().chain(summary.group.map(group_word));
    let sharia = summary.sharia.then_some("syariah");
    let sectors = summary.sectors.iter().chain(&summary.products.categories).map(String::as_str);
    kinds.chain(sharia).chain(summary.outlet_words()).chain(sectors)
}
