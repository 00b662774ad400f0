//! What the pages of one cooperative are made from, and where they stand in the site.

use crate::model::{Cooperative, Language, Slug};
use crate::plan::SitePath;
use crate::settings::Settings;
use crate::theme::{Feature, Theme};
use crate::view::photos::PhotoShelf;

/// The two themes of a site.
#[derive(Debug)]
pub struct Themes {
    /// Of storefronts and the portal.
    pub storefront: Theme,
    /// Of youth pages.
    pub youth: Theme,
}

impl Themes {
    /// True unless one of the two leaves out a part of the pages for pupils.
    pub(crate) fn have_for_pupils(&self, feature: Feature) -> bool {
        self.storefront.has(feature) && self.youth.has(feature)
    }
}

/// Whether a site is the shop of one cooperative or a portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteShape {
    /// A shop: its storefront is at the root.
    One,
    /// A portal at the root, and each cooperative below its slug.
    Many,
}

impl SiteShape {
    /// What a site with that many cooperatives in `content/` is, whichever of them are worked on. Who writes what only
    /// a portal shows has one from the first cooperative on, so that no address moves when others come or go.
    pub fn of(cooperatives: usize, has_portal_files: bool) -> Self {
        if cooperatives == 1 && !has_portal_files { Self::One } else { Self::Many }
    }

    /// Folder of a cooperative in the site, empty or ending in `/`.
    pub fn root_of(self, cooperative: &Cooperative) -> String {
        self.root_of_slug(&cooperative.slug)
    }

    /// The same, for a cooperative of which only the slug is known.
    pub fn root_of_slug(self, slug: &Slug) -> String {
        match self {
            Self::One => String::new(),
            Self::Many => format!("{slug}/"),
        }
    }
}

/// Folder of a language below a root: empty for the first one, else `su/`.
pub fn language_folder(language: Language, settings: &Settings) -> String {
    if language == settings.first_language() { String::new() } else { format!("{}/", language.tag()) }
}

/// What the pages of one cooperative are made from.
#[derive(Debug, Clone, Copy)]
pub struct Materials<'a> {
    /// The cooperative.
    pub cooperative: &'a Cooperative,
    /// Its photos, as pages show them.
    pub shelf: &'a PhotoShelf,
    /// Of the whole site.
    pub settings: &'a Settings,
    /// One for shops and the portal, one for pupils.
    pub themes: &'a Themes,
    /// Whether it has the site to itself.
    pub site: SiteShape,
}

/// The path of a page in the site: its folder's `index.html`.
pub(super) fn page_path(home: &str, path: &str) -> SitePath {
    SitePath::new(format!("{home}{path}index.html"))
}
