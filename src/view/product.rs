//! Products: on cards and on pages of their own.

pub mod add;
pub mod availability;
pub mod card;
pub mod certificate;
pub mod price;

use serde::Serialize;

use crate::model::{
    Gtin, Language, Marketplace, MarketplaceLink, Offer, Offers, OriginStep, Product, Rupiah, ShelfLife,
    ShelfUnit, Stock, Variant, Weight, is_bought_by_the_piece,
};
use crate::theme::Texts;
use crate::view::action::ActionView;
use crate::view::days::{UntilView, price_day};
use crate::view::handover::{WayView, ways};
use crate::view::initials::first_letter;
use crate::view::links::LinkView;
use crate::view::member::{MemberCard, member_card};
use crate::view::order::{order, order_in_short};
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::product::add::{AddView, add_button};
use crate::view::product::availability::{SeasonView, StockView, season_view, stock_view};
use crate::view::product::certificate::{CertificateView, certificate_note, certificates};
use crate::view::product::price::{PriceView, TierView, price_view, tiers};
use crate::view::scene::{Scene, crumb_home};
use crate::view::share::ShareView;
use crate::view::shelf::shelf_href;
use crate::view::{links, money, share};
use crate::{markdown, routes};

/// A product's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProductPage {
    /// Its slug: name in addresses, unique in the cooperative.
    pub id: String,
    /// In the language of the page, if it is translated.
    pub name: String,
    /// Way back: shop, category.
    pub crumbs: Vec<LinkView>,
    /// Photos, the first one loaded at once.
    pub gallery: Vec<PictureView>,
    /// First letter, drawn where there is no photo.
    pub letter: String,
    /// Today's; of a product with variants, the lowest of theirs.
    pub price: PriceView,
    /// Today's, in words.
    pub stock: StockView,
    /// Order, where there are no variants.
    pub order: Option<ActionView>,
    /// Button that adds it to the basket, where there are no variants.
    pub add: Option<AddView>,
    /// Sizes, flavours, grades, each with an order of its own.
    pub variants: Vec<VariantView>,
    /// `Harga anggota`.
    pub member_price: Option<String>,
    /// `untuk Tawar`, where members pay it for some of the variants only.
    pub member_reach: Option<String>,
    /// True if there is a page on how to become a member.
    pub can_join: bool,
    /// Wholesale prices; empty if there are none.
    pub tiers: Vec<TierView>,
    /// `untuk 250 g`, where they are those of some variants only.
    pub tiers_reach: Option<String>,
    /// Smallest order, in words.
    pub minimum: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Its language, if that is not the page's.
    pub description_lang: Option<&'static str>,
    /// Weight and the like.
    pub facts: Vec<LinkView>,
    /// When it is harvested or made, if the profile says so.
    pub season: Option<SeasonView>,
    /// Those that the profile states, lapsed or not.
    pub certificates: Vec<CertificateView>,
    /// A sentence about them: lapsed, or none yet.
    pub certificate_note: Option<UntilView>,
    /// Shops elsewhere.
    pub markets: Vec<LinkView>,
    /// Who makes it.
    pub producer: Option<MemberCard>,
    /// Its way.
    pub origin: Vec<OriginView>,
    /// Day of the price, in words.
    pub priced_on: Option<UntilView>,
    /// How it reaches a buyer.
    pub ways: Vec<WayView>,
    /// What sharing sends.
    pub share_text: String,
    /// A chat of the visitor's choice, if the page has an address to share.
    pub share_href: Option<String>,
    /// Other products, by their place in the catalogue: pages print the cards that `product_cards` made for all.
    #[serde(skip)]
    pub more: Vec<usize>,
    /// Preview picture.
    pub share_picture: ShareView,
    /// For search engines and previews.
    pub description: String,
}

/// One variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantView {
    /// Its field on the page: `pilihan-1`.
    pub id: String,
    /// What sets it apart: size, flavour, grade.
    pub name: String,
    /// True for the one that is chosen at first: whose price stands for the product.
    pub is_chosen: bool,
    /// Today's: its own, or that of the product.
    pub price: PriceView,
    /// Price for members.
    pub member_price: Option<String>,
    /// Its smallest order, in words, where the variants differ in it.
    pub minimum: Option<String>,
    /// Its own, or that of the product.
    pub stock: StockView,
    /// Leads to a chat about this variant; `None` without a way to send a message.
    pub order: Option<ActionView>,
    /// Button that adds it to the basket.
    pub add: Option<AddView>,
}

/// One step of a product's way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OriginView {
    /// What happens.
    pub title: String,
    /// In a sentence.
    pub text: Option<String>,
    /// A photo of it.
    pub picture: Option<PictureView>,
}

/// Makes the page of a product.
pub fn product_page(product: &Product, scene: &Scene<'_>) -> ProductPage {
    let Scene { cooperative, texts, language, .. } = *scene;
    let name = product.name.get(language);
    let url = scene.home_url.as_ref().map(|home| format!("{home}{}", routes::product(&product.slug)));
    let price = price_view(product, None, scene);
    let offers = Offers::of(product, scene.settings.today);
    let shown_price = price.in_words(scene);
    let share_text =
        texts.fill("share.text", &[("product", name), ("price", &shown_price), ("name", &cooperative.name)]);
    // Where there are variants, each has an order of its own.
    let as_a_whole = product.variants.is_empty().then_some(product);
    ProductPage {
        id: product.slug.to_string(),
        name: name.to_owned(),
        crumbs: crumbs(product, scene),
        gallery: gallery(product, name, scene),
        letter: first_letter(name),
        stock: stock_view(offers.stock(), scene),
        order: as_a_whole.and_then(|product| {
            // Beside the button that puts it into the basket there is room for a word; what is sold out has none.
            order(product, None, offers.stock() != Stock::SoldOut, url.as_deref(), scene)
        }),
        add: as_a_whole.and_then(|product| add_button(product, None, scene)),
        variants: variants(&offers, url.as_deref(), scene),
        member_price: member_price(&offers, language),
        member_reach: reach(&offers, scene, |offer| shared_member_price(offer).is_some()),
        can_join: scene.pages.join,
        tiers: tiers(product, scene),
        tiers_reach: reach(&offers, scene, |offer| offer.tiers_today().next().is_some()),
        minimum: offers.common_minimum().and_then(|_| minimum(offers.leading(), language, texts)),
        description_html: product
            .description
            .as_ref()
            .map(|text| markdown::lines_to_html(text.get(language), 3)),
        description_lang: scene.other_language(product.description.as_ref()),
        facts: facts(product, scene),
        season: product.season.map(|season| season_view(season, scene)),
        certificates: certificates(product, scene),
        certificate_note: certificate_note(product, scene),
        markets: markets(product),
        producer: producer(product, scene),
        origin: origin(product, scene),
        priced_on: product.priced_on.map(|day| price_day(day, scene.settings, texts)),
        ways: ways(scene),
        share_href: url.as_ref().map(|url| links::whatsapp_share(&format!("{share_text}\n{url}"))),
        share_text,
        more: more(product, scene),
        share_picture: share::shop::product(product, scene),
        description: description(product, &shown_price, scene),
        price,
    }
}

/// The way back: the shop, and the product's category in it. The shop of a single product shows it large, without
/// categories.
fn crumbs(product: &Product, scene: &Scene<'_>) -> Vec<LinkView> {
    let mut crumbs = vec![crumb_home(scene)];
    if let Some(category) = &product.category
        && scene.cooperative.products.len() > 1
    {
        let href = shelf_href(category, scene.cooperative);
        crumbs.push(LinkView { href, label: category.get(scene.language).to_owned() });
    }
    crumbs
}

/// Every variant, with an order of its own.
fn variants(offers: &Offers<'_>, url: Option<&str>, scene: &Scene<'_>) -> Vec<VariantView> {
    let places = offers.leading().product.variants.iter().enumerate();
    places.map(|variant| variant_view(offers, variant, url, scene)).collect()
}

/// What members pay for what has no price for members of its own.
fn member_price(offers: &Offers<'_>, language: Language) -> Option<String> {
    offers.iter().find_map(shared_member_price).map(|price| money::rupiah(price, language))
}

fn shared_member_price(offer: &Offer<'_>) -> Option<Rupiah> {
    let is_own = offer.variant.is_some_and(|variant| variant.member_price.is_some());
    offer.member_price().filter(|_| !is_own)
}

/// `untuk Tawar, Stroberi`: the variants of which something holds, unless it holds of all.
fn reach(offers: &Offers<'_>, scene: &Scene<'_>, holds: impl Fn(&Offer<'_>) -> bool) -> Option<String> {
    let names: Vec<&str> = offers.only(holds)?.into_iter().map(|name| name.get(scene.language)).collect();
    Some(scene.texts.fill("price.reach", &[("names", &names.join(", "))]))
}

fn markets(product: &Product) -> Vec<LinkView> {
    let link = |market: &MarketplaceLink| LinkView {
        href: market.url.clone(),
        label: market_name(market.marketplace).to_owned(),
    };
    product.markets.iter().map(link).collect()
}

fn producer(product: &Product, scene: &Scene<'_>) -> Option<MemberCard> {
    let id = product.producer.as_ref()?;
    let member = scene.cooperative.members.iter().find(|member| member.id == *id)?;
    Some(member_card(member, scene))
}

fn origin(product: &Product, scene: &Scene<'_>) -> Vec<OriginView> {
    let view = |step: &OriginStep| {
        let title = step.title.get(scene.language);
        let picture = |photo| scene.shelf.picture(photo, PhotoShape::Card, title, scene.language);
        OriginView {
            title: title.to_owned(),
            text: step.text.as_ref().map(|text| text.get(scene.language).to_owned()),
            picture: step.photo.as_ref().and_then(picture),
        }
    };
    product.origin.iter().map(view).collect()
}

/// Price first, since that is what people look for in a list of results.
fn description(product: &Product, shown_price: &str, scene: &Scene<'_>) -> String {
    match &product.description {
        Some(text) => {
            let plain = markdown::to_plain(text.get(scene.language));
            markdown::shorten(&format!("{shown_price}. {plain}"), 155)
        }
        None => format!("{shown_price}. {}", scene.cooperative.name),
    }
}

/// The product's photos, then those of its variants, each once.
fn gallery(product: &Product, name: &str, scene: &Scene<'_>) -> Vec<PictureView> {
    let mut seen: Vec<&str> = Vec::new();
    product
        .photos
        .iter()
        .chain(product.variants.iter().filter_map(|variant| variant.photo.as_ref()))
        .filter(|photo| {
            let new = !seen.contains(&photo.path.as_str());
            seen.push(&photo.path);
            new
        })
        .filter_map(|photo| scene.shelf.picture(photo, PhotoShape::Gallery, name, scene.language))
        .collect()
}

fn variant_view(
    offers: &Offers<'_>,
    (place, variant): (usize, &Variant),
    url: Option<&str>,
    scene: &Scene<'_>,
) -> VariantView {
    let product = offers.leading().product;
    let offer = Offer::of(product, Some(variant), scene.settings.today);
    let minimum =
        if offers.common_minimum().is_none() { minimum(&offer, scene.language, scene.texts) } else { None };
    let member_price = variant.member_price.and_then(|_| offer.member_price());
    let leads = offers.leading().variant;
    VariantView {
        id: format!("pilihan-{}", place + 1),
        is_chosen: leads.is_some_and(|leads| std::ptr::eq(leads, variant)),
        name: variant.name.get(scene.language).to_owned(),
        price: price_view(product, Some(variant), scene),
        member_price: member_price.map(|price| money::rupiah(price, scene.language)),
        minimum,
        stock: stock_view(offer.stock, scene),
        order: order_in_short(product, Some(variant), url, scene),
        add: add_button(product, Some(place), scene),
    }
}

/// `pesan paling sedikit 5 kg`, where that is more than one.
fn minimum(offer: &Offer<'_>, language: Language, texts: &Texts) -> Option<String> {
    let n = offer.minimum.to_string();
    (offer.minimum > 1).then(|| match offer.unit {
        Some(unit) => texts.fill("product.minimum_unit", &[("n", &n), ("unit", unit.get(language))]),
        None => texts.fill("product.minimum", &[("n", &n)]),
    })
}

fn facts(product: &Product, scene: &Scene<'_>) -> Vec<LinkView> {
    let texts = scene.texts;
    let mut facts = Vec::new();
    if let Some(weight) = product.weight {
        let key = match weight {
            Weight::Grams(_) if product.unit.as_ref().is_some_and(is_bought_by_the_piece) => {
                "product.weight_each"
            }
            Weight::Grams(_) => "product.weight",
            Weight::Millilitres(_) => "product.volume",
        };
        facts
            .push(LinkView { label: texts.get(key).to_owned(), href: money::weight(weight, scene.language) });
    }
    if let Some(life) = product.shelf_life {
        facts.push(LinkView {
            label: texts.get("product.shelf_life.label").to_owned(),
            href: shelf_life(life, texts),
        });
    }
    let gtin = product.gtin.as_ref().filter(|gtin| !gtin.is_internal()).map(Gtin::digits);
    for (key, code) in [("product.code", product.code.as_deref()), ("product.gtin", gtin)] {
        let label = texts.get(key).to_owned();
        facts.extend(code.map(|code| LinkView { label, href: code.to_owned() }));
    }
    facts
}

/// `12 bulan`, in the language of the texts.
pub(super) fn shelf_life(life: ShelfLife, texts: &Texts) -> String {
    let unit = match life.unit {
        ShelfUnit::Day => "product.shelf_life.days",
        ShelfUnit::Week => "product.shelf_life.weeks",
        ShelfUnit::Month => "product.shelf_life.months",
        ShelfUnit::Year => "product.shelf_life.years",
    };
    texts.count(unit, life.number.into())
}

fn market_name(market: Marketplace) -> &'static str {
    match market {
        Marketplace::Tokopedia => "Tokopedia",
        Marketplace::Shopee => "Shopee",
        Marketplace::TikTok => "TikTok Shop",
        Marketplace::Lazada => "Lazada",
        Marketplace::Blibli => "Blibli",
    }
}

/// Up to four others, those of the same category first.
fn more(product: &Product, scene: &Scene<'_>) -> Vec<usize> {
    let category = |product: &Product| product.category.as_ref().map(|name| name.original().to_owned());
    let places =
        || scene.cooperative.products.iter().enumerate().filter(|(_, other)| other.slug != product.slug);
    let same = places().filter(|(_, other)| category(other) == category(product));
    let rest = places().filter(|(_, other)| category(other) != category(product));
    same.chain(rest).take(4).map(|(place, _)| place).collect()
}
