//! Pictures for a pupil's status: of the cooperative, of some of its goods, of its openings, each as high as a
//! phone and as a square. Their words are those of the site's first language, so that there is one of each.

use serde::Serialize;

use crate::model::{Date, Opening, PhotoUse, Product};
use crate::routes;
use crate::view::action::ActionView;
use crate::view::links::LinkView;
use crate::view::photos::{PhotoShape, PictureView, pictured_products};
use crate::view::share::ShareView;
use crate::view::youth::openings::open_openings;
use crate::view::youth::palette::palette_of;
use crate::view::youth::scene::{YouthScene, links};
use crate::view::youth::share;

/// The page of pictures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PicturesPage {
    /// Name of the two colours.
    pub palette: &'static str,
    /// Short name.
    pub label: String,
    /// The link of the masthead.
    pub home: LinkView,
    /// Links at the foot.
    pub links: Vec<LinkView>,
    /// Asking to take a photo down is offered on the first page.
    pub removal: Option<ActionView>,
    /// One entry for each motif.
    pub pictures: Vec<StatusView>,
}

/// One motif in two formats.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusView {
    /// What it shows, in words.
    pub title: String,
    /// Its photo, small, instead of a preview that would weigh as much as the picture.
    pub picture: Option<PictureView>,
    /// The picture as high as a phone, from the cooperative's root.
    pub story: ShareView,
    /// The square one.
    pub square: ShareView,
    /// Last day on which what it shows is true.
    pub last: Option<Date>,
}

/// The pictures of a cooperative.
fn pictures(scene: &YouthScene<'_>) -> Vec<StatusView> {
    let YouthScene { cooperative, shelf, settings, language, words, .. } = scene;
    let first = YouthScene { language: settings.first_language(), texts: words, ..*scene };
    let small = |photo: Option<&PhotoUse>| {
        let photo = photo.or_else(|| cooperative.product_photos().next())?;
        let picture = shelf
            .picture(photo, PhotoShape::Card, "", *language)
            .or_else(|| shelf.picture(photo, PhotoShape::Cover, "", *language))?;
        Some(PictureView { alt: String::new(), ..picture })
    };
    let cover = cooperative.cover.as_ref();
    let status = |title: &str, picture: Option<PictureView>, cards: Option<[ShareView; 2]>| {
        let [story, square] = cards?;
        Some(StatusView { title: title.to_owned(), picture, story, square, last: None })
    };
    let of_product = |product: &&Product| {
        let picture = small(product.photos.first());
        status(product.name.get(*language), picture, share::product_status(product, &first))
    };
    let of_opening = |opening: &&Opening| {
        let shown =
            status(opening.title.get(*language), small(cover), share::opening_status(opening, &first))?;
        Some(StatusView { last: opening.last_day(), ..shown })
    };
    let whole = status(cooperative.label(), small(cover), share::cooperative_status(&first));
    let openings = open_openings(cooperative, settings.today);
    let products = pictured_products(cooperative);
    whole
        .into_iter()
        .chain(openings.iter().filter_map(of_opening))
        .chain(products.iter().filter_map(of_product))
        .collect()
}

/// The page that offers them; `None` where a portal's cooperative has no photo at all.
pub fn pictures_page(scene: &YouthScene<'_>) -> Option<PicturesPage> {
    let YouthScene { cooperative, portal, texts, .. } = scene;
    if !share::has_status(scene) {
        return None;
    }
    let label = cooperative.label();
    Some(PicturesPage {
        palette: palette_of(cooperative),
        label: label.to_owned(),
        home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
        links: links(label, *portal, scene.has_teacher, texts),
        removal: None,
        pictures: pictures(scene),
    })
}
