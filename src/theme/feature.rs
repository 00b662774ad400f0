//! Features: the parts of a site that a theme may leave out.

use serde::Deserialize;

/// A part of a site that a theme may leave out, by the name of its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Feature {
    /// `gabung/`: how to become a member.
    #[serde(rename = "gabung")]
    Join,
    /// `laporan/`: savings, surplus, meeting and officers.
    #[serde(rename = "laporan")]
    Report,
    /// `keranjang/`: the basket.
    #[serde(rename = "keranjang")]
    Basket,
    /// `luring/` and the service worker.
    #[serde(rename = "luring")]
    Offline,
    /// `feed/`: goods, news, dates and prices for other programs.
    #[serde(rename = "feed")]
    Feeds,
    /// `kartu/`: previews for chats, of the pages of this theme.
    #[serde(rename = "kartu")]
    Cards,
    /// `cetak/`: sheets for paper.
    #[serde(rename = "cetak")]
    Print,
    /// `muda/`: the pages for pupils, and with them the portal's and its board of openings, `peluang/`.
    #[serde(rename = "muda")]
    Youth,
    /// `muda/kit/`: sheets for pupils who found a cooperative.
    #[serde(rename = "kit")]
    Kit,
    /// `muda/guru/` and `muda/proyektor/`: lessons for teachers, and screens for a projector.
    #[serde(rename = "guru")]
    Teacher,
    /// `agenda/` of the portal.
    #[serde(rename = "agenda")]
    Agenda,
    /// `pantau/` of the portal.
    #[serde(rename = "pantau")]
    Monitoring,
    /// `cari/` of the portal, its index, and the field in large shops.
    #[serde(rename = "cari")]
    Search,
}

impl Feature {
    /// The words for them, in the order of the variants.
    pub(super) const WORDS: [&'static str; 13] = [
        "gabung",
        "laporan",
        "keranjang",
        "luring",
        "feed",
        "kartu",
        "cetak",
        "muda",
        "kit",
        "guru",
        "agenda",
        "pantau",
        "cari",
    ];
}
