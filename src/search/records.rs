//! What a result shows of one cooperative.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fields::about;
use crate::model::{Language, Slug};
use crate::settings::Settings;
use crate::summary::{Summary, SummaryProduct};

/// A cooperative as a result shows it. Short keys: they stand in every record.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    /// Its folder in the site, or the address of its own site; ends in `/`.
    #[serde(rename = "a")]
    address: String,
    /// Short name.
    #[serde(rename = "n")]
    label: &'a str,
    /// Full name, if that is another one.
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    full: Option<&'a str>,
    /// District.
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    district: Option<&'a str>,
    /// What it does, in the words of its profile.
    #[serde(rename = "b", skip_serializing_if = "Vec::is_empty")]
    about: Vec<&'a str>,
    /// Products, in the order of their parts in the index.
    #[serde(rename = "g", skip_serializing_if = "Vec::is_empty")]
    goods: Vec<Good<'a>>,
    /// Languages of its pages, if they are not those of the site.
    #[serde(rename = "l", skip_serializing_if = "Option::is_none")]
    languages: Option<&'a [String]>,
}

/// A product: name, price in rupiah or 0, name of its page or nothing, unit, whether some cost more, translations. What
/// says nothing at the end is left out.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Good<'a> {
    Name(&'a str),
    Priced(&'a str, u64, String),
    Shown(&'a str, u64, String, &'a str, u8),
    Translated(&'a str, u64, String, &'a str, u8, BTreeMap<&'static str, &'a str>),
}

/// Makes the record of a cooperative.
pub(super) fn record<'a>(summary: &'a Summary, settings: &Settings) -> Record<'a> {
    let is_of_site =
        |own: &[String]| own.iter().map(String::as_str).eq(settings.languages.iter().map(|it| it.tag()));
    let shown = summary.products.shown.iter().map(shown);
    let more = summary.products.more.iter().map(|name| told(summary, name));
    Record {
        address: summary.home.clone().unwrap_or_else(|| format!("{}/", summary.slug)),
        label: summary.label(),
        full: (summary.label() != summary.name).then_some(summary.name.as_str()),
        district: summary.region.as_ref().and_then(|region| region.district.as_deref()),
        about: about(summary).collect(),
        goods: shown.chain(more).collect(),
        languages: (!is_of_site(&summary.languages)).then_some(summary.languages.as_slice()),
    }
}

fn shown(product: &SummaryProduct) -> Good<'_> {
    let name = product.name.original();
    let unit = product.unit.as_ref().map_or("", |unit| unit.original());
    let translations: BTreeMap<&str, &str> = Language::ALL
        .into_iter()
        .map(|language| (language.tag(), product.name.get(language)))
        .filter(|(_, text)| *text != name)
        .collect();
    let (price, slug, from) = (product.price.unwrap_or(0), product.slug.clone(), u8::from(product.from));
    if translations.is_empty() {
        Good::Shown(name, price, slug, unit, from)
    } else {
        Good::Translated(name, price, slug, unit, from, translations)
    }
}

/// A product of which the summary tells the name: its price and page are known where the name is that of the page.
fn told<'a>(summary: &Summary, name: &'a str) -> Good<'a> {
    let slug = Slug::from_name(name).map(|slug| slug.to_string()).unwrap_or_default();
    match summary.products.prices.get(&slug) {
        Some(price) => Good::Priced(name, *price, slug),
        None => Good::Name(name),
    }
}
