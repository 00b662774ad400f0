//! What every page of the portal is made of, in one language, and how it is rendered.

use std::borrow::Cow;

use tera::Value;

use crate::finding::Findings;
use crate::model::{Date, Language, Office};
use crate::page::{Document, Parent, Renderer, Themes, language_folder};
use crate::plan::Plan;
use crate::settings::Settings;
use crate::summary::{Summary, SummaryPhoto};
use crate::theme::{Feature, Texts};
use crate::view::frame::{FeedLink, FrameView};
use crate::view::links::LinkView;
use crate::view::photos::{FileView, PictureView, SourceView};
use crate::view::share::ShareView;
use crate::view::{colour, dates, share};
use crate::{feed, routes};

/// The portal in one language.
pub(super) struct Scene<'a> {
    /// Cooperatives by name.
    pub summaries: &'a [&'a Summary],
    /// Events, youth pages and quiz.
    pub office: &'a Office,
    pub settings: &'a Settings,
    pub themes: &'a Themes,
    pub language: Language,
    /// Texts of the storefront's theme, which holds those of the portal.
    pub texts: &'a Texts,
    /// Texts of the youth theme.
    pub youth_texts: &'a Texts,
    /// Folder of the language, empty or ending in `/`.
    pub home: String,
    /// True if cooperatives say how to join them.
    pub has_guide: bool,
    /// True if the office publishes guides.
    pub has_guides: bool,
    /// What it tells other programs, for links to it.
    feeds: Vec<FeedLink>,
    whole: &'a WholeOf<'a>,
}

/// Reads a summary of which only the outline is at hand, by its number. `None` if the machine fails.
pub(crate) type WholeOf<'a> = dyn Fn(u32) -> Option<Summary> + 'a;

/// How wide a place shows its photos.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShownWidth {
    /// As the attribute `sizes` says it.
    pub sizes: &'static str,
    /// Most pixels of a screen that are used of it: wider files add weight, not detail.
    pub most_px: u32,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        summaries: &'a [&'a Summary],
        office: &'a Office,
        settings: &'a Settings,
        themes: &'a Themes,
        language: Language,
    ) -> Self {
        Self {
            summaries,
            office,
            settings,
            themes,
            language,
            texts: themes.storefront.texts(language),
            youth_texts: themes.youth.texts(language),
            home: language_folder(language, settings),
            has_guide: summaries.iter().any(|summary| summary.joining.is_some()),
            has_guides: false,
            feeds: Vec::new(),
            whole: &|_| None,
        }
    }

    /// The same for summaries of which some are outlines.
    pub(super) fn with_whole(self, whole: &'a WholeOf<'a>) -> Self {
        Self { whole, ..self }
    }

    /// A summary with everything in it.
    pub(super) fn whole<'s>(&self, summary: &'s Summary) -> Cow<'s, Summary> {
        let whole = summary.left_out.and_then(|left_out| (self.whole)(left_out.number));
        whole.map_or(Cow::Borrowed(summary), Cow::Owned)
    }

    /// The same with a link to the office's guides, if there are any.
    pub(super) fn with_guides(self, has_guides: bool) -> Self {
        Self { has_guides, ..self }
    }

    /// The same with links to feeds.
    pub(super) fn with_feeds(self, feeds: &[(&'static str, String)]) -> Self {
        Self { feeds: feed::links(feeds, self.texts), ..self }
    }

    pub(super) fn today(&self) -> Date {
        self.settings.today
    }

    /// True unless the theme leaves a part of the site out.
    pub(super) fn has(&self, feature: Feature) -> bool {
        self.themes.storefront.has(feature)
    }

    /// The absolute address of a page below the language's root, if the site has an address.
    pub(super) fn url(&self, path: &str) -> Option<String> {
        self.settings.base_url.as_ref().map(|base| format!("{base}{}{path}", self.home))
    }

    /// A page, by kind and path, below the portal's front page, without a preview picture.
    pub(super) fn below(
        &self,
        page: (&'static str, &str),
        title: &str,
        description: String,
        view: (&'static str, Value),
    ) -> Document {
        let home_url = self.url("");
        let parent = Parent { name: &self.settings.title, path: "", home_url: home_url.as_deref() };
        Document::below(parent, page, title, description, view)
    }

    /// A page of the storefront's theme, by kind and path, below the portal's front page.
    pub(super) fn document(
        &self,
        page: (&'static str, &str),
        title: &str,
        description: String,
        view: (&'static str, Value),
    ) -> Document {
        Document { share: Some(self.share_of_all()), ..self.below(page, title, description, view) }
    }

    /// The preview picture of a page about all of them.
    pub(super) fn share_of_all(&self) -> ShareView {
        share::site::front(self.settings)
    }

    /// The same for a page for pupils.
    pub(super) fn youth_share(&self) -> ShareView {
        let texts = self.themes.youth.texts(self.settings.first_language());
        share::site::youth(self.settings, texts)
    }

    /// The site itself, for search engines.
    pub(super) fn website(&self) -> serde_json::Value {
        serde_json::json!({
            "@type": "WebSite",
            "name": self.settings.title,
            "inLanguage": self.language.tag(),
            "url": self.url(""),
        })
    }

    /// A cooperative's page, seen from the language's root of the portal. A cooperative without this
    /// language is met in its first one.
    pub(super) fn link_to(&self, summary: &Summary, path: &str) -> String {
        let tag = self.language.tag();
        let folder = match summary.languages.iter().position(|own| own == tag) {
            Some(index) if index > 0 => format!("{tag}/"),
            _ => String::new(),
        };
        self.file_of(summary, &format!("{folder}{path}"))
    }

    /// A file of a cooperative's site, seen from the language's root of the portal.
    pub(super) fn file_of(&self, summary: &Summary, file: &str) -> String {
        match &summary.home {
            Some(home) => format!("{home}{file}"),
            None => format!("{}{}/{file}", self.up(), summary.slug),
        }
    }

    /// A photo of a cooperative in the widths that a place shows, without an alt text: its name stands beside it.
    pub(super) fn picture_of(
        &self,
        summary: &Summary,
        photo: &SummaryPhoto,
        shown: ShownWidth,
    ) -> PictureView {
        let narrower = photo.narrower.iter().map(|one| (&one.file, one.width_px));
        let mut files: Vec<FileView> = narrower
            .chain([(&photo.file, photo.width_px)])
            .map(|(file, width)| FileView { src: self.file_of(summary, file), width })
            .collect();
        let enough = files.iter().position(|file| file.width >= shown.most_px);
        files.truncate(enough.map_or(files.len(), |index| index + 1));
        let FileView { src, width } = files.last().expect("the photo itself is one of them").clone();
        PictureView {
            src,
            width,
            height: (photo.height_px * width).div_ceil(photo.width_px.max(1)),
            is_tall: false,
            alt: String::new(),
            sizes: shown.sizes.to_owned(),
            // All of one encoding, that of `src`.
            sources: vec![SourceView { mime: "", files }],
            tone: None,
        }
    }

    /// From the language's root to the site's.
    pub(super) fn up(&self) -> &'static str {
        if self.home.is_empty() { "" } else { "../" }
    }

    /// Renders pages of the storefront's theme.
    pub(super) fn render(&self, documents: &[Document], plan: &mut Plan, findings: &mut Findings) {
        self.render_by(|renderer| renderer, documents, plan, findings);
    }

    /// Renders pages that there are in the site's first language only.
    pub(super) fn render_once(&self, documents: &[Document], plan: &mut Plan, findings: &mut Findings) {
        self.render_by(|renderer| renderer.in_first_language(), documents, plan, findings);
    }

    fn render_by(
        &self,
        change: impl for<'w> FnOnce(Renderer<'w>) -> Renderer<'w>,
        documents: &[Document],
        plan: &mut Plan,
        findings: &mut Findings,
    ) {
        let grounds = colour::Grounds::of(&self.themes.storefront);
        let colours = colour::brand_colours(colour::portal_brand(self.settings), &grounds);
        let renderer = Renderer::for_part(
            &self.settings.title,
            String::new(),
            colours.css(),
            colours.brand.clone(),
            self.settings,
            &self.themes.storefront,
        );
        let renderer = change(if self.has(Feature::Search) { renderer.with_search_form() } else { renderer });
        let frame = Value::from_serializable(&self.frame());
        for document in documents {
            renderer.render(document, self.language, &self.home, &frame, plan, findings);
        }
    }

    /// Renders pages of the youth theme.
    pub(super) fn render_youth(&self, documents: Vec<Document>, plan: &mut Plan, findings: &mut Findings) {
        let theme = &self.themes.youth;
        let renderer = Renderer::for_part(
            &self.settings.title,
            String::new(),
            String::new(),
            String::new(),
            self.settings,
            theme,
        );
        for document in documents {
            renderer.render(&document, self.language, &self.home, &Value::none(), plan, findings);
        }
    }

    fn frame(&self) -> FrameView {
        let link =
            |href: &str, key: &str| LinkView { href: href.to_owned(), label: self.texts.get(key).to_owned() };
        FrameView {
            basket: None,
            search: self.has(Feature::Search).then_some(routes::SEARCH),
            offline: Some(
                self.texts.fill("offline.line", &[("date", &dates::day(self.settings.today, self.texts))]),
            ),
            name: self.settings.title.clone(),
            label: self.settings.title.clone(),
            monogram: "E".to_owned(),
            logo: None,
            place: self.settings.description.clone(),
            nav: [
                (None, "#koperasi", "portal.nav.directory"),
                (None, routes::FIT, "portal.nav.fit"),
                (Some(Feature::Youth), routes::BOARD, "portal.nav.board"),
                (Some(Feature::Agenda), routes::AGENDA, "portal.nav.agenda"),
                (Some(Feature::Youth), routes::YOUTH, "portal.nav.youth"),
                (Some(Feature::Monitoring), routes::MONITORING, "portal.nav.monitoring"),
            ]
            .into_iter()
            .filter(|(part, ..)| part.is_none_or(|part| self.has(part)))
            .filter(|(_, href, _)| *href != routes::FIT || self.has_guide)
            .map(|(_, href, key)| link(href, key))
            .collect(),
            nav_on_phones: true,
            legal: None,
            updated: None,
            contact: None,
            portal: None,
            print: None,
            guides: self.has_guides.then(|| link(routes::GUIDES, "portal.nav.guides")),
            feeds: self.feeds.clone(),
            counted: self.settings.analytics.is_some(),
        }
    }
}
