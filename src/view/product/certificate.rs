//! Certificates of a product, and what is said of them.

use serde::Serialize;

use crate::model::Product;
use crate::view::dates;
use crate::view::days::UntilView;
use crate::view::scene::Scene;

/// One certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CertificateView {
    /// Which certificate it is: `Halal`, `P-IRT`, `BPOM`.
    pub name: String,
    /// As it is printed on the package.
    pub number: String,
}

/// The certificates that a profile states of a product, lapsed or not.
pub fn certificates(product: &Product, scene: &Scene<'_>) -> Vec<CertificateView> {
    let all = &product.certificates;
    [
        ("trust.halal", &all.halal),
        ("trust.pirt", &all.pirt),
        ("trust.bpom", &all.bpom),
        ("trust.other_certificate", &all.other),
    ]
    .into_iter()
    .filter_map(|(key, number)| {
        Some(CertificateView { name: scene.texts.get(key).to_owned(), number: number.clone()? })
    })
    .collect()
}

/// Says until when certificates hold, that they have lapsed, or, for food, that there are none yet.
pub fn certificate_note(product: &Product, scene: &Scene<'_>) -> Option<UntilView> {
    let Scene { texts, settings, .. } = scene;
    if product.certificates.is_empty() {
        return is_food(scene).then(|| UntilView::always(texts.get("certificate.none")));
    }
    let until = product.certificates.valid_until?;
    let date = dates::day(until, texts);
    let [held, lapsed] =
        ["certificate.until", "certificate.lapsed"].map(|key| texts.fill(key, &[("date", &date)]));
    Some(UntilView::new(held, until, lapsed, settings.today))
}

/// Certificates are asked of food; of pottery they are not.
fn is_food(scene: &Scene<'_>) -> bool {
    const WORDS: [&str; 8] =
        ["pangan", "makanan", "minuman", "kuliner", "susu", "pertanian", "perikanan", "roti"];
    scene.cooperative.sectors.iter().any(|sector| {
        let sector = sector.to_lowercase();
        WORDS.iter().any(|word| sector.contains(word))
    })
}
