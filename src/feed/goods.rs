//! Products as shopping programs want them: one entry for each variant. A product without a price or a photo
//! has none: the programs refuse it.

use jiff::civil::Date;

use crate::model::{Offer, Product, Promo, Rupiah, Slug, Stock, Variant};
use crate::settings::{Settings, TimeZone};
use crate::theme::content_hash;
use crate::view::photos::PhotoShape;
use crate::view::scene::Scene;
use crate::{markdown, routes};

/// Longest id. Source: Google Merchant Center, product data specification.
const ID_CHARS: usize = 50;
/// Longest title, in characters. Source: the same.
const TITLE_CHARS: usize = 150;
/// Longest description. Source: the same.
const DESCRIPTION_CHARS: usize = 5_000;

/// One thing that can be bought.
pub(super) struct Good {
    pub(super) id: String,
    /// The product's id, where it has variants.
    pub(super) group: Option<String>,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) link: String,
    pub(super) image: String,
    pub(super) stock: Stock,
    /// Ordinary price.
    pub(super) price: Rupiah,
    /// The promo's, while it holds.
    pub(super) sale: Option<Sale>,
    pub(super) brand: String,
    /// The number on the package, unless it means something in this shop only. Source: Google Merchant Center, `gtin`.
    pub(super) gtin: Option<String>,
    /// The shop's own code, which is the maker's: it sells what its members make.
    pub(super) own_code: Option<String>,
}

/// A price that holds from one day to another, both included.
pub(super) struct Sale {
    pub(super) price: Rupiah,
    first: Date,
    last: Date,
    zone: TimeZone,
}

/// Everything that can be bought, in the order of the profile. `root` is the absolute address of the shop.
pub(super) fn goods(scene: &Scene<'_>, root: &str) -> Vec<Good> {
    scene.cooperative.products.iter().flat_map(|product| goods_of(product, scene, root)).collect()
}

fn goods_of(product: &Product, scene: &Scene<'_>, root: &str) -> Vec<Good> {
    if product.variants.is_empty() {
        return good(product, None, scene, root).into_iter().collect();
    }
    product.variants.iter().filter_map(|variant| good(product, Some(variant), scene, root)).collect()
}

/// Names of the products of which there is no entry: those without a price, and those without a photo that could be
/// shown. A product that lacks both is among the first.
pub(super) fn left_out<'a>(scene: &Scene<'a>, root: &str) -> (Vec<&'a str>, Vec<&'a str>) {
    let cooperative = scene.cooperative;
    let missing = cooperative.products.iter().filter(|product| goods_of(product, scene, root).is_empty());
    let has_price =
        |product: &&Product| product.price.is_some() || product.variants.iter().any(|it| it.price.is_some());
    let (priced, unpriced): (Vec<&Product>, Vec<&Product>) = missing.partition(has_price);
    let names = |products: Vec<&'a Product>| {
        products.into_iter().map(|product| product.name.get(scene.language)).collect()
    };
    (names(unpriced), names(priced))
}

fn good(product: &Product, variant: Option<&Variant>, scene: &Scene<'_>, root: &str) -> Option<Good> {
    let language = scene.language;
    let name = product.name.get(language);
    let offer = Offer::of(product, variant, scene.settings.today);
    let price = offer.ordinary?;
    let photo = variant.and_then(|variant| variant.photo.as_ref()).or(product.photos.first())?;
    let image = scene.shelf.picture(photo, PhotoShape::Gallery, name, language)?.src;
    let variant_name = variant.map(|variant| variant.name.get(language));
    let title = variant_name.map_or_else(|| name.to_owned(), |variant| format!("{name}: {variant}"));
    let description = product.description.as_ref().map(|text| markdown::to_plain(text.get(language)));
    let description = description.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| title.clone());
    let maker = product
        .producer
        .as_ref()
        .and_then(|id| scene.cooperative.members.iter().find(|member| member.id == *id))
        .map_or(&scene.cooperative.name, |member| &member.name);
    let id = match variant_name.map(|name| Slug::from_name(name).map_or_else(String::new, |s| s.to_string()))
    {
        Some(variant) => format!("{}-{variant}", product.slug),
        None => product.slug.to_string(),
    };
    Some(Good {
        id: short_id(&id),
        group: variant.map(|_| short_id(product.slug.as_str())),
        title: markdown::shorten(&title, TITLE_CHARS),
        description: markdown::shorten(&description, DESCRIPTION_CHARS),
        link: format!("{root}{}", routes::product(&product.slug)),
        image: format!("{root}{image}"),
        stock: offer.stock,
        price,
        sale: offer.promo.map(|promo| sale(promo, product, scene.settings)),
        brand: maker.clone(),
        gtin: offer.gtin.filter(|gtin| !gtin.is_internal()).map(|gtin| gtin.digits().to_owned()),
        own_code: offer.code.map(str::to_owned),
    })
}

/// Shopping programs want a first day too: where the profile says none, that of the price, else today.
fn sale(promo: &Promo, product: &Product, settings: &Settings) -> Sale {
    let first = promo.from.or(product.priced_on).unwrap_or(settings.today).min(settings.today);
    Sale { price: promo.price, first, last: promo.until, zone: settings.time_zone }
}

impl Sale {
    /// From the first minute to the last, with what stands between hours and minutes of the zone's offset.
    pub(super) fn span(&self, colon: &str) -> String {
        let hours = self.zone.offset_hours();
        let Self { first, last, .. } = self;
        format!("{first}T00:00+{hours:02}{colon}00/{last}T23:59+{hours:02}{colon}00")
    }
}

/// An id as long as shopping programs take it; a longer one ends in a hash, so that it stays one of a kind.
fn short_id(id: &str) -> String {
    if id.len() <= ID_CHARS {
        return id.to_owned();
    }
    format!("{}-{}", &id[..ID_CHARS - 17], content_hash(id.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_ids_stay_apart_and_within_the_limit() {
        let (a, b) = (short_id(&format!("{}a", "x".repeat(60))), short_id(&format!("{}b", "x".repeat(60))));
        assert!(a != b && a.len() == ID_CHARS && b.len() == ID_CHARS, "{a} {b}");
        assert_eq!(short_id("susu"), "susu");
    }
}
