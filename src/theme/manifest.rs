//! `theme.yaml`: what a theme can be set to, which pages it has and what they may weigh.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::files::Files;
use super::findings;
use crate::finding::Findings;

/// `theme.yaml`, checked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// `nama`: what people call it.
    #[serde(rename = "nama", default)]
    pub name: String,
    /// `keterangan`: one sentence about it.
    #[serde(rename = "keterangan", default)]
    pub description: String,
    /// `dasar`: the theme that it builds on.
    #[serde(rename = "dasar", default)]
    pub base: Option<String>,
    /// `pengaturan`: what can be set, with default and meaning.
    #[serde(rename = "pengaturan", default)]
    settings: BTreeMap<String, Setting>,
    /// `halaman`: page kinds and what each may weigh.
    #[serde(rename = "halaman", default)]
    pub pages: BTreeMap<String, Budget>,
    /// `tanpa`: parts of a site that the theme leaves out.
    #[serde(rename = "tanpa", default)]
    without: BTreeSet<Part>,
    /// `foto`: for each shape of photo, how wide a browser will show it (the `sizes` of an image).
    #[serde(rename = "foto", default)]
    photo_sizes: BTreeMap<String, String>,
}

/// A part of a site that a theme may leave out, by the name of its folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Part {
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
    /// `agenda/` of the portal.
    #[serde(rename = "agenda")]
    Agenda,
    /// `pantau/` of the portal.
    #[serde(rename = "pantau")]
    Monitoring,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    #[serde(rename = "nilai")]
    value: String,
    #[serde(rename = "arti")]
    #[expect(dead_code, reason = "read so that a setting without a meaning is a finding")]
    meaning: String,
}

/// What a page of one kind may weigh, in kilobytes as sent (compressed).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// HTML with its style sheet.
    #[serde(default)]
    pub html_kb: Option<u32>,
    /// Scripts.
    #[serde(default)]
    pub script_kb: Option<u32>,
    /// Everything that a first visit loads.
    #[serde(default)]
    pub total_kb: Option<u32>,
}

impl Manifest {
    /// The value of a setting.
    pub fn setting(&self, name: &str) -> Option<&str> {
        self.settings.get(name).map(|setting| setting.value.as_str())
    }

    /// True unless the theme leaves a part of the site out.
    pub fn has(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }

    /// How wide a photo of a shape will be shown, as the `sizes` attribute of an image wants it.
    pub fn photo_sizes(&self, shape: &str) -> &str {
        self.photo_sizes.get(shape).map_or("100vw", String::as_str)
    }
}

pub(super) fn read_manifest(files: &Files, findings: &mut Findings) -> Option<Manifest> {
    let Some(file) = files.get("theme.yaml") else {
        return Some(Manifest::default());
    };
    match serde_yaml::from_str::<Manifest>(&file.text) {
        Ok(manifest) => Some(manifest),
        Err(error) => {
            let place = error.location().map(|at| (at.line(), at.column()));
            findings.push(findings::yaml_unreadable(file, place));
            None
        }
    }
}
