//! The basket: everything that can be ordered, each with a link of its own, and with the exact numbers from
//! which the page's script works out one message for several products. What is in a basket only the
//! visitor's phone knows.

use serde::Serialize;

use crate::model::{Offer, Product, Rupiah, Variant};
use crate::routes;
use crate::theme::content_hash;
use crate::view::action::ActionView;
use crate::view::dates;
use crate::view::days::{UntilView, old_price};
use crate::view::frame::day_of_prices;
use crate::view::handover::{WayView, ways};
use crate::view::links::LinkView;
use crate::view::order::order_in_short;
use crate::view::payment::qris_file_name;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::product::add::{basket_key, full_name};
use crate::view::product::availability::{StockView, stock_view};
use crate::view::product::price::{PriceView, price_view};
use crate::view::scene::{Scene, crumb_home};

/// Characters of a catalogue's version in a message: enough to tell two price lists of one shop apart.
const VERSION_CHARS: usize = 6;

/// The basket's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BasketPage {
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// Number that takes orders, digits.
    pub number: String,
    /// First line of the message.
    pub greeting: String,
    /// Name under which the phone keeps the basket.
    pub shop: String,
    /// Which price list this is, in words.
    pub version: String,
    /// Absolute address of this page, if the site has an address.
    pub url: Option<String>,
    /// Everything that can be ordered.
    pub lines: Vec<LineView>,
    /// How goods reach a buyer.
    pub ways: Vec<WayView>,
    /// A payment code with the basket's sum, where the profile wants one.
    pub pay: Option<PayView>,
}

/// What a payment code with a sum is made of, in the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PayView {
    /// The merchant's code as the acquirer issued it.
    pub payload: String,
    /// The script that draws the code with a sum, from the site's root.
    pub script: String,
    /// File of the code without a sum, from the cooperative's root.
    pub src: String,
    /// Name of the merchant, as the code carries it.
    pub merchant: String,
    /// National merchant id.
    pub nmid: Option<String>,
    /// What the code is, for people who do not see it.
    pub label: String,
}

/// Longest payload to which the script adds a sum, in bytes: 30 less than version 20 holds at level M.
const LONGEST_WITH_SUM: usize = 636;

fn pay_view(script: Option<&str>, scene: &Scene<'_>) -> Option<PayView> {
    let qris = scene.cooperative.payment.qris.as_ref();
    let qris = qris.filter(|qris| qris.with_amount && qris.payload.len() <= LONGEST_WITH_SUM)?;
    Some(PayView {
        payload: qris.payload.clone(),
        script: routes::asset(script?),
        src: qris_file_name(qris)?,
        merchant: qris.merchant_name.clone(),
        nmid: qris.nmid.clone(),
        label: scene.texts.fill("payment.sum_label", &[("name", &qris.merchant_name)]),
    })
}

/// A product, or one variant of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineView {
    /// `susu-rasa`, or `susu-rasa.cokelat`: safe in an address.
    pub key: String,
    /// Product that it belongs to: wholesale counts all of its variants together.
    pub product: String,
    /// Name, with that of the variant.
    pub name: String,
    /// Name of the product alone.
    pub title: String,
    /// What sets the variant apart: it is shown whole, however long the name before it is.
    pub variant: Option<String>,
    /// Page of the product, from the language's root.
    pub href: String,
    /// Its photo, or the product's first.
    pub picture: Option<PictureView>,
    /// What one is.
    pub unit: Option<String>,
    /// Price as a card shows it.
    pub price: PriceView,
    /// That this price is an old one, or will be.
    pub old: Option<UntilView>,
    /// Whole rupiah today.
    pub amount: Option<u64>,
    /// Whole rupiah once the promo is over.
    pub ordinary: Option<u64>,
    /// `24:11500 100:11200`.
    pub tiers: String,
    /// Smallest order.
    pub minimum: u32,
    /// Can it be had.
    pub stock: StockView,
    /// An order of it alone.
    pub order: Option<ActionView>,
}

/// Makes the page; `None` where nothing is sold, or orders come in another way than by WhatsApp.
/// `pay_script` is the file in `aset/` that draws a payment code with a sum.
pub fn basket_page(scene: &Scene<'_>, pay_script: Option<&str>) -> Option<BasketPage> {
    let Scene { cooperative, texts, settings, .. } = scene;
    let number = cooperative.contact.whatsapp.as_ref().filter(|_| scene.pages.basket)?;
    let mut lines = Vec::new();
    for product in &cooperative.products {
        if product.variants.is_empty() {
            lines.push(line(product, None, scene));
        }
        lines.extend(product.variants.iter().enumerate().map(|variant| line(product, Some(variant), scene)));
    }
    let day = dates::day(day_of_prices(cooperative, settings), texts);
    let mut version = content_hash(numbers_of(&lines).as_bytes());
    version.truncate(VERSION_CHARS);
    Some(BasketPage {
        crumbs: vec![crumb_home(scene)],
        number: number.digits().to_owned(),
        greeting: texts.fill("order.greeting", &[("name", cooperative.label())]),
        shop: cooperative.slug.to_string(),
        version: texts.fill("basket.version", &[("date", &day), ("version", &version)]),
        url: scene.home_url.as_ref().map(|home| format!("{home}{}", routes::BASKET)),
        lines,
        ways: ways(scene),
        pay: pay_view(pay_script, scene),
    })
}

/// What a version stands for: the same in every language.
fn numbers_of(lines: &[LineView]) -> String {
    let row = |line: &LineView| {
        format!(
            "{} {:?} {:?} {} {} {}\n",
            line.key, line.amount, line.ordinary, line.tiers, line.minimum, line.stock.state
        )
    };
    lines.iter().map(row).collect()
}

fn line(product: &Product, variant: Option<(usize, &Variant)>, scene: &Scene<'_>) -> LineView {
    let settings = scene.settings;
    let (place, variant) = variant.map_or((None, None), |(place, variant)| (Some(place), Some(variant)));
    let offer = Offer::of(product, variant, settings.today);
    // All that reach it: one that saves nothing during a promo does when the promo is over.
    let tiers: Vec<String> =
        offer.tiers().iter().map(|tier| format!("{}:{}", tier.from_quantity, tier.price.amount())).collect();
    let url = scene.home_url.as_ref().map(|home| format!("{home}{}", routes::product(&product.slug)));
    LineView {
        key: basket_key(product, place),
        product: product.slug.to_string(),
        name: full_name(product, variant, scene),
        title: product.name.get(scene.language).to_owned(),
        variant: variant.map(|variant| variant.name.get(scene.language).to_owned()),
        href: routes::product(&product.slug),
        picture: variant
            .and_then(|variant| variant.photo.as_ref())
            .or(product.photos.first())
            .and_then(|photo| scene.shelf.picture(photo, PhotoShape::Card, "", scene.language)),
        unit: offer.unit.map(|unit| unit.get(scene.language).to_owned()),
        price: price_view(product, variant, scene),
        old: product.priced_on.map(|day| old_price(day, settings, scene.texts)),
        amount: offer.price.map(Rupiah::amount),
        ordinary: offer.promo.and(offer.ordinary).map(Rupiah::amount),
        tiers: tiers.join(" "),
        minimum: offer.minimum,
        stock: stock_view(offer.stock, scene),
        order: order_in_short(product, variant, url.as_deref(), scene),
    }
}
