//! One page from its view to its bytes: addresses, head, policy, style and script.

use serde_json::Value as Json;
use tera::value::Key;
use tera::{Context, Value};

use crate::finding::Findings;
use crate::model::Language;
use crate::page::materials::{Materials, language_folder, page_path};
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::Settings;
use crate::theme::{Feature, Style, Theme};
use crate::view::colour::BrandColours;
use crate::view::scene::Scene;
use crate::view::share::ShareView;
use crate::view::{colour, json_ld};

/// A page before it is written: what differs from page to page.
pub(crate) struct Document {
    /// Page kind: template, style sheet, `data-page`.
    pub kind: &'static str,
    /// Folder below the language's root, empty or ending in `/`.
    pub path: String,
    /// What `<title>` and previews say, with the name of the shop or site.
    pub title: String,
    /// One sentence or two as plain text, for search engines and previews.
    pub description: String,
    /// Preview picture.
    pub share: Option<ShareView>,
    /// What kind of thing a preview is of, for `og:type`: `website` or `article`.
    pub og_type: &'static str,
    /// Objects for search engines.
    pub json_ld: Vec<Json>,
    /// Name and value of what the template prints.
    pub view: (&'static str, Value),
}

/// The page that others are below: their titles end in its name, and their trail for search engines begins there.
#[derive(Clone, Copy)]
pub(crate) struct Parent<'a> {
    /// Its name, as it may stand behind a dash.
    pub name: &'a str,
    /// Its folder below the language's root: empty or ending in `/`.
    pub path: &'a str,
    /// The absolute address of the language's root, if the site has one.
    pub home_url: Option<&'a str>,
}

impl<'a> Parent<'a> {
    /// A cooperative's shop.
    pub(super) fn shop(scene: &'a Scene<'_>) -> Self {
        Self { name: scene.cooperative.label(), path: "", home_url: scene.home_url.as_deref() }
    }

    /// The absolute address of a folder below the language's root, if the site has one.
    pub(crate) fn url(self, path: &str) -> Option<String> {
        self.home_url.map(|home| format!("{home}{path}"))
    }
}

impl Document {
    /// A page of a kind and at a path, below another one. Without a preview picture.
    pub(crate) fn below(
        parent: Parent<'_>,
        (kind, path): (&'static str, &str),
        title: &str,
        description: String,
        view: (&'static str, Value),
    ) -> Self {
        Self {
            kind,
            path: path.to_owned(),
            title: format!("{title} – {}", parent.name),
            description,
            share: None,
            og_type: "website",
            json_ld: vec![json_ld::breadcrumbs(&[
                (parent.name.to_owned(), parent.url(parent.path)),
                (title.to_owned(), parent.url(path)),
            ])],
            view,
        }
    }
}

/// So many pages are rendered one after the other.
const FEW_PAGES: usize = 3;

/// Renders the pages of one cooperative; made once.
#[derive(Clone)]
pub(crate) struct Renderer<'a> {
    settings: &'a Settings,
    theme: &'a Theme,
    name: &'a str,
    root: String,
    /// Colours of the brand and of photos.
    own_style: Style,
    theme_colour: String,
    /// Languages in which its pages are written.
    languages: &'a [Language],
    /// Where its forms may lead, as a content policy says it.
    form_action: &'static str,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(materials: Materials<'a>) -> Self {
        Self::styled(materials, |_| String::new())
    }

    /// With rules of its own between the colours of the brand and those of photos.
    fn styled(materials: Materials<'a>, rules: impl FnOnce(&BrandColours) -> String) -> Self {
        let Materials { cooperative, shelf, settings, themes, site } = materials;
        let theme = &themes.storefront;
        let colours =
            colour::brand_colours(colour::brand_of(cooperative, settings), &colour::Grounds::of(theme));
        let own_css = format!("{}{}{}", colours.css(), rules(&colours), shelf.tone_css());
        let root = site.root_of(cooperative);
        Self::for_part(&cooperative.name, root, own_css, colours.brand, settings, theme)
    }

    /// For pages that are not one cooperative's shop: below `root`, with rules and a colour of their own.
    pub(crate) fn for_part(
        name: &'a str,
        root: String,
        own_css: String,
        theme_colour: String,
        settings: &'a Settings,
        theme: &'a Theme,
    ) -> Self {
        Self {
            settings,
            theme,
            name,
            root,
            own_style: Style::new(own_css),
            theme_colour,
            languages: &settings.languages,
            form_action: "'none'",
        }
    }

    /// The same for pages with a form that leads to another page of the site, without a script, too.
    pub(crate) fn with_search_form(self) -> Self {
        Self { form_action: "'self'", ..self }
    }

    /// True unless the theme leaves a part of the site out.
    pub(super) fn has(&self, feature: Feature) -> bool {
        self.theme.has(feature)
    }

    /// The preview picture of a page, if the theme has such: not for a site without an address.
    fn share<'d>(&self, document: &'d Document) -> Option<&'d ShareView> {
        let is_shown = self.settings.base_url.is_some() && self.has(Feature::Cards);
        document.share.as_ref().filter(|_| is_shown)
    }

    /// The path of a preview picture in the site.
    fn share_path(&self, share: &ShareView) -> String {
        let root = if share.is_of_site { "" } else { self.root.as_str() };
        format!("{root}{}", share.src)
    }

    /// The same for pages that there are in the site's first language only.
    pub(crate) fn in_first_language(&self) -> Self {
        Self { languages: self.settings.languages.get(..1).unwrap_or_default(), ..self.clone() }
    }

    /// For sheets to print: in the first language only, on white paper.
    pub(super) fn for_paper(materials: Materials<'a>) -> Self {
        Self::styled(materials, BrandColours::paper_css).in_first_language()
    }

    /// Claims what has to be drawn for pictures that a page offers to everybody, with or without an address.
    pub(crate) fn claim_cards<'b>(
        &self,
        pictures: impl IntoIterator<Item = &'b ShareView>,
        plan: &mut Plan,
        findings: &mut Findings,
    ) {
        for picture in pictures {
            if let Some(card) = &picture.card {
                plan.claim(SitePath::new(self.share_path(picture)), Output::Card(card.clone()), findings);
            }
        }
    }

    /// The absolute address of a file below the cooperative's root, if the site has an address.
    pub(super) fn absolute(&self, file: &str) -> Option<String> {
        self.settings.base_url.as_ref().map(|base| format!("{base}{}{file}", self.root))
    }

    /// Renders a page and claims its path, and that of its script.
    pub(crate) fn render(
        &self,
        document: &Document,
        language: Language,
        home: &str,
        frame: &Value,
        plan: &mut Plan,
        findings: &mut Findings,
    ) {
        let path = page_path(home, &document.path);
        let mut context = Context::new();
        context.insert_value("page", self.head(document, &path, language, plan, findings));
        context.insert_value("t", self.theme.texts(language).value());
        context.insert_value("coop", frame.clone());
        context.insert("lang", language.tag());
        context.insert("root", &folder_link(&self.root, &path));
        context.insert("home", &folder_link(home, &path));
        context.insert("site_root", &folder_link("", &path));
        context.insert_value("languages", self.languages(document, &path, language));
        let (name, view) = &document.view;
        context.insert_value(*name, view.clone());
        let script = self.theme.script(document.kind).map(|script| {
            let asset = SitePath::new(routes::asset(&script.file_name));
            let link = asset.relative_to(&path);
            // Its name follows from its content: whoever claimed it before, claimed the same.
            if plan.get(asset.as_str()).is_none() {
                plan.claim(asset, Output::Asset(script.text.clone().into_bytes()), findings);
            }
            link
        });
        context.insert("script", &script);
        context.insert_value("aset", self.assets(&path, plan, findings));
        // Programs that make previews want an absolute address: without one nobody would ever see the card.
        if let Some(share) = self.share(document)
            && let Some(card) = &share.card
        {
            plan.claim(SitePath::new(self.share_path(share)), Output::Card(card.clone()), findings);
        }
        if let Some(html) = self.theme.render(document.kind, &context, findings) {
            plan.claim(path, Output::Page(html), findings);
        }
    }

    /// As `render`, for several pages: halves side by side, as long as they are more than a few.
    pub(crate) fn render_all(
        &self,
        documents: &[Document],
        language: Language,
        home: &str,
        frame: &Value,
        plan: &mut Plan,
        findings: &mut Findings,
    ) {
        if documents.len() <= FEW_PAGES {
            for document in documents {
                self.render(document, language, home, frame, plan, findings);
            }
            return;
        }
        let (first, second) = documents.split_at(documents.len() / 2);
        let (mut other, mut found) = (Plan::new(), Findings::new());
        rayon::join(
            || self.render_all(first, language, home, frame, plan, findings),
            || self.render_all(second, language, home, frame, &mut other, &mut found),
        );
        plan.merge(other, findings);
        findings.extend(found);
    }

    /// Where a page finds the fonts and pictures of its theme, by their paths below `aset/`; claims them.
    fn assets(&self, page: &SitePath, plan: &mut Plan, findings: &mut Findings) -> Value {
        let mut links = std::collections::BTreeMap::new();
        for (inside, asset) in self.theme.assets() {
            let path = SitePath::new(routes::asset(&asset.file_name));
            links.insert(Key::from(inside.to_owned()), Value::from(path.relative_to(page)));
            if plan.get(path.as_str()).is_none() {
                plan.claim(path, Output::Asset(asset.bytes.clone()), findings);
            }
        }
        Value::from(links)
    }

    /// The theme's logo from the root of the site, if it has one; claims it.
    fn logo(&self, plan: &mut Plan, findings: &mut Findings) -> Value {
        let Some(logo) = &self.theme.look().logo else { return Value::none() };
        let path = routes::asset(&logo.file_name);
        if plan.get(&path).is_none() {
            plan.claim(SitePath::new(&path), Output::Asset(logo.text.clone().into_bytes()), findings);
        }
        Value::from(path)
    }

    /// The script that counts visits, and where it comes from and sends to, after a space; none on a page for pupils.
    fn counter(&self, path: &SitePath) -> Option<(&str, String)> {
        let is_counted = !routes::is_for_pupils(path.as_str());
        let address = self.settings.analytics.as_deref().filter(|_| is_counted)?;
        let (scheme, rest) = address.split_once("://")?;
        let host = rest.split(['/', '?', '#']).next()?;
        Some((address, format!(" {scheme}://{host}")))
    }

    /// What the document's head prints.
    fn head(
        &self,
        document: &Document,
        path: &SitePath,
        language: Language,
        plan: &mut Plan,
        findings: &mut Findings,
    ) -> Value {
        let style = self.theme.style_seen_from(document.kind, &folder_link(routes::ASSETS, path));
        let address = |path: &SitePath| {
            self.settings.base_url.as_ref().map(|base| format!("{base}{}", path.canonical()))
        };
        let counter = self.counter(path);
        let (counter, origin) =
            counter.map_or((None, String::new()), |(address, origin)| (Some(address), origin));
        let policy = format!(
            "default-src 'none'; img-src 'self'{origin};{} style-src {} {}; script-src 'self'{origin}; \
             manifest-src 'self'; connect-src 'self'{origin}; worker-src 'self'; base-uri 'none'; form-action {}",
            self.theme.font_policy(),
            style.csp_source,
            self.own_style.csp_source,
            self.form_action
        );
        let mut head: Vec<(&str, Value)> = vec![
            ("kind", Value::from(document.kind)),
            ("title", Value::from(document.title.as_str())),
            ("description", Value::from(document.description.as_str())),
            ("policy", Value::safe_string(&policy)),
            ("style", style.value()),
            ("own_style", self.own_style.value()),
            ("colour", Value::from(self.theme_colour.as_str())),
            ("counter", Value::from_serializable(&counter)),
            ("has_worker", Value::from(self.has(Feature::Offline))),
            ("og_type", Value::from(document.og_type)),
            ("og_locale", Value::from(locale(language))),
            ("site_name", Value::from(self.name)),
            ("canonical", Value::from_serializable(&address(path))),
            ("logo", self.logo(plan, findings)),
            ("json_ld", Value::safe_string(&json_ld::script_text(&document.json_ld))),
        ];
        let share = self.settings.base_url.as_ref().zip(self.share(document)).map(|(base, share)| {
            let src = format!("{base}{}", self.share_path(share));
            Value::from_serializable(&ShareView { src, card: None, ..share.clone() })
        });
        head.push(("share", share.unwrap_or_else(Value::none)));
        Value::from(head.into_iter().collect::<std::collections::BTreeMap<_, _>>())
    }

    /// The same page in every language of the site.
    fn languages(&self, document: &Document, from: &SitePath, current: Language) -> Value {
        let languages: Vec<Value> = self
            .languages
            .iter()
            .map(|language| {
                let home = format!("{}{}", self.root, language_folder(*language, self.settings));
                let path = page_path(&home, &document.path);
                let mut link = std::collections::BTreeMap::new();
                link.insert("tag", Value::from(language.tag()));
                link.insert("name", Value::from(language.own_name()));
                link.insert("href", Value::from(path.relative_to(from)));
                link.insert("current", Value::from(*language == current));
                link.insert(
                    "url",
                    Value::from_serializable(
                        &self.settings.base_url.as_ref().map(|base| format!("{base}{}", path.canonical())),
                    ),
                );
                Value::from(link)
            })
            .collect();
        Value::from(languages)
    }
}

/// A folder of the site seen from a page, ready to stand before a file name: `../../`, or `./`.
pub(super) fn folder_link(folder: &str, from: &SitePath) -> String {
    SitePath::new(format!("{folder}index.html")).relative_to(from)
}

/// `og:locale` of a language.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Id => "id_ID",
        Language::Su => "su_ID",
        Language::En => "en_GB",
    }
}
