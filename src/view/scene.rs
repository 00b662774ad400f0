//! What every view of a cooperative is made from, in one language.

use crate::model::{Cooperative, Language, LocalText};
use crate::settings::Settings;
use crate::theme::{Feature, Texts, Theme};
use crate::view::links::LinkView;
use crate::view::photos::PhotoShelf;
use crate::view::share::ShareView;

/// What pages of one cooperative in one language are made of.
pub struct Scene<'a> {
    /// Whose pages they are.
    pub cooperative: &'a Cooperative,
    /// Its photos.
    pub shelf: &'a PhotoShelf,
    /// The site.
    pub settings: &'a Settings,
    /// Which pages there are.
    pub pages: Pages,
    /// The language of these pages.
    pub language: Language,
    /// Its texts.
    pub texts: &'a Texts,
    /// Texts of the site's first language: cards speak it.
    pub words: &'a Texts,
    /// True if there is a portal above.
    pub in_portal: bool,
    /// Preview picture of the whole site, for a cooperative that has no photo.
    pub site_card: &'a ShareView,
    /// Absolute address of the cooperative's root in this language, ending in `/`, if the site has one.
    pub home_url: Option<String>,
}

impl Scene<'_> {
    /// The language of a text of the profile, if that is not the page's: who listens to a page hears it read as it
    /// was written. Source: WCAG 2.2, success criterion 3.1.2.
    pub fn other_language(&self, text: Option<&LocalText>) -> Option<&'static str> {
        let first = self.settings.first_language();
        let is_other = self.language != first && !text?.is_translated(self.language);
        is_other.then(|| first.tag())
    }

    /// The same in the site's first language.
    pub fn in_first_language(&self) -> Scene<'_> {
        Scene {
            language: self.settings.first_language(),
            texts: self.words,
            home_url: None,
            cooperative: self.cooperative,
            shelf: self.shelf,
            settings: self.settings,
            pages: self.pages,
            words: self.words,
            in_portal: self.in_portal,
            site_card: self.site_card,
        }
    }
}

/// Which pages a cooperative has beside its storefront.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each page")]
pub struct Pages {
    /// `gabung/`: its profile says how to become a member.
    pub join: bool,
    /// `laporan/`.
    pub report: bool,
    /// `muda/`.
    pub youth: bool,
    /// `keranjang/`: something is sold, and WhatsApp takes orders.
    pub basket: bool,
    /// `cetak/`.
    pub print: bool,
}

impl Pages {
    /// Those that the theme has and the cooperative has something to say on.
    pub fn of(cooperative: &Cooperative, theme: &Theme) -> Self {
        let has_report = cooperative.surplus.is_some()
            || !cooperative.meetings.is_empty()
            || !cooperative.officers.is_empty();
        let takes_orders = !cooperative.products.is_empty() && cooperative.contact.whatsapp.is_some();
        Self {
            join: theme.has(Feature::Join) && cooperative.joining.is_some(),
            report: theme.has(Feature::Report) && has_report,
            youth: theme.has(Feature::Youth),
            basket: theme.has(Feature::Basket) && takes_orders,
            print: theme.has(Feature::Print),
        }
    }
}

/// The first step of every trail: the shop.
pub fn crumb_home(scene: &Scene<'_>) -> LinkView {
    LinkView { href: String::new(), label: scene.cooperative.label().to_owned() }
}
