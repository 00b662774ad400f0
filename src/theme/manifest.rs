//! `theme.yaml`: what a theme is set to, which pages it has and what they may weigh.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_yaml::Value;

use super::feature::Feature;
use super::files::{Files, is_svg};
use super::look::{Audience, Corners, Logo, Look};
use super::sections::{self, Order};
use super::{findings, keys};
use crate::finding::{Findings, Located};
use crate::model::Colour;

/// `theme.yaml` of a theme, laid over those of the themes below it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Manifest {
    /// `nama`: what people call it.
    #[serde(rename = "nama", default)]
    pub name: String,
    /// `keterangan`: one sentence about it.
    #[serde(rename = "keterangan", default)]
    pub description: String,
    /// `untuk`: who its pages are for.
    #[serde(rename = "untuk", default)]
    audience: Audience,
    /// `halaman`: page kinds and what each may weigh.
    #[serde(rename = "halaman", default)]
    pub pages: BTreeMap<String, Budget>,
    /// `tanpa`: parts of a site that the theme leaves out.
    #[serde(rename = "tanpa", default)]
    without: BTreeSet<Feature>,
    /// `foto`: for each shape of photo, how wide a browser will show it (the `sizes` of an image).
    #[serde(rename = "foto", default)]
    photo_sizes: BTreeMap<String, String>,
    /// `susunan`: the sections of pages.
    #[serde(rename = "susunan", default)]
    pub(super) order: Order,
}

/// What a page of one kind may weigh, in kilobytes as sent (compressed).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// HTML with its style sheet.
    #[serde(default)]
    pub html_kb: Option<u32>,
    /// All scripts of the page together.
    #[serde(default)]
    pub script_kb: Option<u32>,
    /// Everything that a first visit loads.
    #[serde(default)]
    pub total_kb: Option<u32>,
}

impl Manifest {
    /// True unless the theme leaves a part of the site out.
    pub fn has(&self, feature: Feature) -> bool {
        !self.without.contains(&feature)
    }

    /// Whom the theme is for; buyers unless a theme of its chain says otherwise.
    pub(super) fn audience(&self) -> Audience {
        self.audience
    }

    /// The manifest that leaves a part of the site out, too.
    pub(super) fn without(mut self, feature: Feature) -> Self {
        self.without.insert(feature);
        self
    }

    /// How wide a photo of a shape will be shown, as the `sizes` attribute of an image wants it.
    pub fn photo_sizes(&self, shape: &str) -> &str {
        self.photo_sizes.get(shape).map_or("100vw", String::as_str)
    }
}

/// Reads the `theme.yaml` of every theme of the chain. What a file does not say is as the theme below says.
pub(super) fn read_manifest(files: &Files, findings: &mut Findings) -> Option<(Manifest, Look)> {
    let (mut tree, mut look, mut is_sound) = (Value::Null, Look::default(), true);
    for file in files.manifests() {
        let own = match serde_yaml::from_str::<Value>(&file.text) {
            Ok(own) => own,
            Err(error) => {
                let place = error.location().map(|at| (at.line(), at.column()));
                findings.push(findings::yaml_unreadable(file, place));
                is_sound = false;
                continue;
            }
        };
        if !keys::check(file, &own, findings) || !sections::check(file, &own, files, findings) {
            is_sound = false;
            continue;
        }
        let said = |key: &str| {
            let text = own.get(key).and_then(Value::as_str)?.to_owned();
            Some(Located::new(text, keys::place(file, &[key])))
        };
        let colour =
            |key: &str| said(key).and_then(|it| Some(Located::new(Colour::parse(&it.value)?, it.span)));
        look.brand = colour("warna").or(look.brand);
        look.accent = colour("aksen").or(look.accent);
        let corners = said("sudut").and_then(|it| {
            let (_, corners) = Corners::ALL.into_iter().find(|(word, _)| *word == it.value)?;
            Some(Located::new(corners, it.span))
        });
        look.corners = corners.or(look.corners);
        if let Some(path) = said("logo") {
            let drawing =
                files.get(&path.value).filter(|file| is_svg(&path.value) && file.text.contains("<svg"));
            if let Some(file) = drawing {
                look.logo = Some(Logo::new(&file.text));
            } else {
                findings.push(findings::logo_not_a_drawing(&path, &files.drawings()));
                is_sound = false;
            }
        }
        tree = keys::laid_over(tree, own);
    }
    let manifest = if tree.is_null() { Ok(Manifest::default()) } else { serde_yaml::from_value(tree) };
    // What `keys` lets through can be read: a test holds the two together.
    manifest.ok().filter(|_| is_sound).map(|manifest| (manifest, look))
}
