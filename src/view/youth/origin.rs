//! *Lacak asal*: the way of some of the cooperative's goods, from field or cow to one's hand, step by step, as
//! the profile tells it. A cooperative that tells nothing of it has no such page.

use serde::Serialize;

use crate::model::{Cooperative, Language, Offers, Product};
use crate::routes;
use crate::theme::Texts;
use crate::view::money;
use crate::view::photos::{PhotoShape, PhotoShelf, PictureView};
use crate::view::youth::around::Around;
use crate::view::youth::scene::YouthScene;

/// The page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OriginPage {
    /// Whose page it is.
    #[serde(flatten)]
    pub around: Around,
    /// One way for each of the goods that tell one.
    pub ways: Vec<WayView>,
}

/// The way of one of the goods.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WayView {
    /// Name of its place on the page.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Its page in the shop, from the language's root.
    pub href: String,
    /// Steps as the profile tells them.
    pub steps: Vec<WayStep>,
    /// What it costs there, at the end of the way.
    pub price: Option<String>,
    /// The thing itself, unless a step shows the same photo.
    pub picture: Option<PictureView>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WayStep {
    /// What happens.
    pub title: String,
    /// In a sentence or two.
    pub text: Option<String>,
    /// A photo of it.
    pub picture: Option<PictureView>,
}

/// The page of the ways; `None` if no product tells one.
pub fn origin_page(scene: &YouthScene<'_>) -> Option<OriginPage> {
    let YouthScene { cooperative, shelf, language, texts, .. } = *scene;
    has_origin(cooperative).then(|| OriginPage {
        around: Around::cooperative(scene),
        ways: traced(cooperative).map(|product| way(product, shelf, language, texts)).collect(),
    })
}

/// True if a product tells its way.
pub(super) fn has_origin(cooperative: &Cooperative) -> bool {
    traced(cooperative).next().is_some()
}

fn traced(cooperative: &Cooperative) -> impl Iterator<Item = &Product> {
    cooperative.products.iter().filter(|product| !product.origin.is_empty())
}

/// What it costs whenever no promo holds, with the unit at which that is asked: pupils read the page on any day.
fn told_price(product: &Product, language: Language, texts: &Texts) -> Option<String> {
    let offers = Offers::without_promo(product);
    let price = money::rupiah(offers.leading().price?, language);
    let price = if offers.is_from() { format!("{} {price}", texts.get("muda.origin.from")) } else { price };
    Some(match offers.leading().unit {
        Some(unit) => texts.fill("muda.origin.price", &[("price", &price), ("unit", unit.get(language))]),
        None => price,
    })
}

fn way(product: &Product, shelf: &PhotoShelf, language: Language, texts: &Texts) -> WayView {
    let name = product.name.get(language);
    // A photo that a step has shown already says nothing new at the end.
    let is_shown = |path: &str| {
        product.origin.iter().any(|step| step.photo.as_ref().is_some_and(|photo| photo.path == path))
    };
    let price = told_price(product, language, texts);
    WayView {
        id: format!("asal-{}", product.slug),
        name: name.to_owned(),
        href: routes::product(&product.slug),
        steps: product
            .origin
            .iter()
            .map(|step| WayStep {
                title: step.title.get(language).to_owned(),
                text: step.text.as_ref().map(|text| text.get(language).to_owned()),
                picture: step.photo.as_ref().and_then(|photo| {
                    shelf.picture(photo, PhotoShape::Card, step.title.get(language), language)
                }),
            })
            .collect(),
        price,
        picture: product
            .photos
            .first()
            .filter(|photo| !is_shown(&photo.path))
            .and_then(|photo| shelf.picture(photo, PhotoShape::Card, name, language)),
    }
}
