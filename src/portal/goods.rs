//! Goods of many cooperatives beside each other, each with its photo, its price and whose it is.

use serde::Serialize;
use tera::Value;

use super::paging::{Leaf, PagingView, leaves_of};
use super::scene::{Scene, ShownWidth};
use crate::model::Rupiah;
use crate::page::Document;
use crate::routes;
use crate::summary::{Summary, SummaryProduct};
use crate::theme::Texts;
use crate::view::links::LinkView;
use crate::view::money;
use crate::view::photos::PictureView;
use crate::view::product::price::digits_of;

/// Products on a page that shows more than products: whole rows of two, three and six.
const MOST: usize = 6;
/// Goods on one page of all goods: photos below the first screen are loaded when somebody gets there.
const ON_PAGE: usize = 60;
/// Most cooperatives whose goods are looked through beside each other; a larger portal has search and lists by heading.
const FEW_COOPERATIVES: usize = 200;

/// One product.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ProductLine {
    pub name: String,
    pub href: String,
    pub from: String,
    pub price: Option<String>,
    /// Digits for which its size leaves room, as a card has it.
    pub digits: Option<u32>,
    pub unit: Option<String>,
    /// Its photo; none where it has none, or where that lies at another host.
    pub picture: Option<PictureView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct GoodsView<'a> {
    title: String,
    count: String,
    products: &'a [ProductLine],
    paging: Option<PagingView>,
    /// The headings of all catalogues, if there are any.
    categories: Option<LinkView>,
    back: LinkView,
}

/// The photos of products: two beside each other on a phone, as many as fit above that, at three pixels to one.
const GOODS_WIDTH: ShownWidth = ShownWidth { sizes: "(min-width: 40rem) 12rem, 44vw", most_px: 3 * 12 * 16 };

/// A few products with photos, of all cooperatives in turn, so that none stands before the others.
pub(super) fn products(scene: &Scene<'_>, summaries: &[&Summary]) -> Vec<ProductLine> {
    // It goes on as long as somebody has a photo that was not shown yet.
    let turns = (0..).map_while(|index| {
        let is_over = !summaries.iter().any(|summary| (index..64).any(|later| summary.has_photo_at(later)));
        (!is_over).then_some(index)
    });
    let pictured = turns.flat_map(|index| {
        summaries
            .iter()
            .filter(move |summary| summary.has_photo_at(index))
            .map(move |summary| (*summary, index))
    });
    let lines = pictured.filter_map(|(summary, index)| {
        let whole = scene.whole(summary);
        Some(line(scene, &whole, whole.products.shown.get(index)?))
    });
    lines.filter(|line| line.picture.is_some()).take(MOST).collect()
}

/// The pages of all goods that summaries show.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    if !has_page(scene) {
        return Vec::new();
    }
    let texts = scene.texts;
    let lines: Vec<ProductLine> =
        in_turn(scene.summaries).map(|(summary, product)| line(scene, summary, product)).collect();
    let has_categories = scene.summaries.iter().any(|summary| !summary.products.categories.is_empty());
    let document = |leaf: Leaf<'_, ProductLine>| {
        let title = leaf.title(texts.get("portal.all_goods"), texts);
        let count = told(scene.summaries, lines.len(), texts);
        let view = GoodsView {
            title: title.clone(),
            count: count.clone(),
            products: leaf.lines,
            paging: leaf.paging,
            categories: has_categories.then(|| LinkView {
                href: routes::CATEGORIES.to_owned(),
                label: texts.get("portal.search.all_categories").to_owned(),
            }),
            back: LinkView { href: String::new(), label: scene.settings.title.clone() },
        };
        let view = ("list", Value::from_serializable(&view));
        scene.document(("portal-goods", &leaf.path), &title, count, view)
    };
    leaves_of(&lines, ON_PAGE, routes::GOODS, texts).into_iter().map(document).collect()
}

/// True for a portal whose goods have a page of their own.
pub(super) fn has_page(scene: &Scene<'_>) -> bool {
    let mut summaries = scene.summaries.iter();
    scene.summaries.len() <= FEW_COOPERATIVES && summaries.any(|summary| !summary.products.shown.is_empty())
}

/// How many goods are shown, and of how many where there are more: a summary shows the first few.
fn told(summaries: &[&Summary], shown: usize, texts: &Texts) -> String {
    let all: u64 = summaries.iter().map(|summary| u64::from(summary.products.count)).sum();
    let shown = u64::try_from(shown).unwrap_or(u64::MAX);
    if all <= shown {
        return texts.count("portal.products", shown);
    }
    texts.fill("portal.goods_of", &[("n", &shown.to_string()), ("all", &all.to_string())])
}

/// The first product of each cooperative, then the second of each, and so on.
fn in_turn<'s>(summaries: &[&'s Summary]) -> impl Iterator<Item = (&'s Summary, &'s SummaryProduct)> {
    let deepest = summaries.iter().map(|summary| summary.products.shown.len()).max().unwrap_or(0);
    (0..deepest).flat_map(move |index| {
        summaries.iter().filter_map(move |summary| Some((*summary, summary.products.shown.get(index)?)))
    })
}

fn line(scene: &Scene<'_>, summary: &Summary, product: &SummaryProduct) -> ProductLine {
    let price = product.price.and_then(Rupiah::new);
    let shown = price.map(|price| money::rupiah(price, scene.language));
    let from = |price: String| scene.texts.fill("portal.price_from", &[("price", &price)]);
    let photo = product.photo.as_ref().filter(|_| summary.home.is_none());
    ProductLine {
        name: product.name.get(scene.language).to_owned(),
        href: scene.link_to(summary, &routes::product(&product.slug)),
        from: summary.label().to_owned(),
        digits: price.and_then(digits_of),
        price: if product.from { shown.map(from) } else { shown },
        unit: product.unit.as_ref().map(|unit| unit.get(scene.language).to_owned()),
        picture: photo.map(|photo| scene.picture_of(summary, photo, GOODS_WIDTH)),
    }
}
