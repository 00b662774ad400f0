//! Templates, tokens and texts of one theme, loaded and checked. A theme is a folder: the built-in ones are
//! compiled in, and a site's own files replace theirs one by one. Reads no disk: `source` hands over what a
//! site brings. Knows no cooperative: what a page prints is made by `view`.

mod assets;
mod copies;
mod feature;
mod files;
mod findings;
mod keys;
mod look;
mod manifest;
mod mentions;
mod script;
mod sections;
mod style;
mod template;
mod text;
mod tokens;
mod unclosed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use tera::{Context, Tera};

use crate::finding::Findings;
use crate::model::{Colour, Language};
pub use assets::Asset;
use assets::Assets;
pub use copies::{BuiltInFile, CopyState, built_in_files};
pub use feature::Feature;
use files::Files;
pub(crate) use findings::{part_of_several, part_there, part_unknown};
use look::Audience;
pub use look::{Corners, Logo, Look};
pub use manifest::{Budget, Manifest};
pub use script::Script;
use style::Sheets;
pub use style::{Style, content_hash};
pub use text::Texts;
pub use tokens::Light;
use tokens::Tokens;

/// Most pages fit into it before empty lines go: the memory of one need not grow.
const USUAL_PAGE_BYTES: usize = 64 * 1024;

/// A theme that can render pages.
#[derive(Debug)]
pub struct Theme {
    name: String,
    manifest: Manifest,
    look: Look,
    tokens: Tokens,
    files: Files,
    templates: Tera,
    texts: BTreeMap<Language, OnceLock<Texts>>,
    sheets: Sheets,
    assets: Assets,
    look_css: String,
    /// Page kinds, with what belongs to each, put together when the first page of it is made.
    kinds: BTreeMap<String, OnceLock<Kind>>,
}

/// What belongs to one page kind.
#[derive(Debug)]
struct Kind {
    style: Style,
    script: Option<Script>,
}

impl Theme {
    /// Loads a theme by name. `overrides` are the files of the site's own `themes/<name>/`, by path inside it:
    /// they replace those of the built-in theme of that name one by one, or make a theme of their own on top of
    /// the one that its `theme.yaml` names under `dasar` (`etalase` if it names none).
    /// Everything wrong with its files goes to `findings`; `None` if the theme cannot render at all.
    pub fn load(name: &str, overrides: &BTreeMap<String, String>, findings: &mut Findings) -> Option<Self> {
        Self::load_with_assets(name, overrides, &BTreeMap::new(), findings)
    }

    /// The same with what the site's folder has below `aset/`: fonts and pictures, by path inside the theme.
    pub fn load_with_assets(
        name: &str,
        overrides: &BTreeMap<String, String>,
        assets: &BTreeMap<String, Vec<u8>>,
        findings: &mut Findings,
    ) -> Option<Self> {
        let files = Files::collect(name, overrides, findings)?;
        let manifest = manifest::read_manifest(&files, findings);
        let texts = text::read_texts(&files, findings);
        let order = manifest.as_ref().map_or_else(|| sections::ground(&files), |(own, _)| own.order.clone());
        let templates = template::parse(&files, &order, findings);
        let sheets = Sheets::read(&files, findings);
        let tokens = Tokens::read(&files);
        let (manifest, texts, templates) = (manifest, texts?, templates?);
        let (manifest, look) = manifest?;
        let assets = Assets::read(name, assets, &files, manifest.audience(), findings);
        let look_css = look.css(manifest.audience(), &tokens, findings);
        tokens.check_contrast(findings);
        copies::check(&files, findings);
        let kinds = template::page_kinds(&files).into_iter().map(|kind| (kind, OnceLock::new())).collect();
        Some(Self {
            name: name.to_owned(),
            manifest,
            look,
            tokens,
            files,
            templates,
            texts,
            sheets,
            assets,
            look_css,
            kinds,
        })
    }

    /// Name of its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What its `theme.yaml` says, laid over those of the themes below it.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What it is set to.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// The colour of a token, such as `paper`; `None` if the theme has none, or only a browser could tell.
    pub fn token(&self, name: &str, light: Light) -> Option<Colour> {
        self.tokens.colour(name, "", light)
    }

    /// True for a theme for pupils, which is of two flat colours: `untuk: pelajar`.
    pub fn is_zine(&self) -> bool {
        self.manifest.audience() == Audience::Pupils
    }

    /// True unless the theme leaves a part of the site out.
    pub fn has(&self, feature: Feature) -> bool {
        self.manifest.has(feature)
    }

    /// The theme that leaves a part of the site out, as if its own file said so.
    #[must_use]
    pub fn without(self, feature: Feature) -> Self {
        Self { manifest: self.manifest.without(feature), ..self }
    }

    /// Every sentence of the theme in a language.
    ///
    /// # Panics
    /// Never: the built-in texts are tested, and those of a site were read when the theme was loaded.
    pub fn texts(&self, language: Language) -> &Texts {
        self.texts[&language].get_or_init(|| {
            let first = (language != Language::Id).then(|| self.texts(Language::Id));
            text::read_language(&self.files, language, first, &mut Findings::new())
                .expect("the built-in texts can be read")
        })
    }

    /// True if the theme has a page of that kind.
    pub fn has_page(&self, kind: &str) -> bool {
        self.kinds.contains_key(kind)
    }

    /// The style sheet of a page kind, with only the parts that its template uses.
    ///
    /// # Panics
    /// If the theme has no such page.
    pub fn style(&self, kind: &str) -> &Style {
        &self.kind(kind).style
    }

    /// The same for a page from which the folder of published files is seen at `way`: `../../aset/`.
    ///
    /// # Panics
    /// If the theme has no such page.
    pub fn style_seen_from(&self, kind: &str, way: &str) -> Cow<'_, Style> {
        self.style(kind).seen_from(way)
    }

    /// Fonts and pictures that its sheets and templates ask for, by path below `aset/`.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.assets.iter()
    }

    /// What a content policy says of the theme's fonts: nothing if it brings none.
    pub fn font_policy(&self) -> &'static str {
        if self.assets.has_font() { " font-src 'self';" } else { "" }
    }

    /// The script of a page kind, if one of its parts has one.
    ///
    /// # Panics
    /// If the theme has no such page.
    pub fn script(&self, kind: &str) -> Option<&Script> {
        self.kind(kind).script.as_ref()
    }

    /// The service worker, with places in it for its version and for the pages that it keeps.
    pub fn worker(&self) -> Option<String> {
        self.files.get("script/worker/sw.js").map(|file| script::lean(&file.text))
    }

    /// A script that a page loads only when its visitor asks for what it does: `script/asked/<name>.js`.
    pub fn asked_script(&self, name: &str) -> Option<Script> {
        script::asked(&self.files, name)
    }

    fn kind(&self, kind: &str) -> &Kind {
        let known = self.kinds.get(kind).expect("pages are planned only for kinds that the theme has");
        known.get_or_init(|| {
            let parts = template::parts_of(&self.files, &self.manifest.order, &template::page_template(kind));
            Kind {
                style: Style::new(self.assets.placed(&style::bundle(&self.sheets, &self.look_css, &parts))),
                script: script::of_page(&self.files, kind, &parts),
            }
        })
    }

    /// Renders `templates/pages/<kind>.html`, in UTF-8. A template that asks for something that is not there is a
    /// finding.
    pub fn render(&self, kind: &str, context: &Context, findings: &mut Findings) -> Option<Vec<u8>> {
        let mut page = Vec::with_capacity(USUAL_PAGE_BYTES);
        match self.templates.render_to(&template::page_template(kind), context, &mut page) {
            Ok(()) => Some(template::without_blank_lines(&page)),
            Err(error) => {
                template::report(&self.files, &error, findings);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
