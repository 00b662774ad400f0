//! What every view for pupils of a cooperative is made from, in one language.

use crate::model::{Cooperative, Language};
use crate::routes;
use crate::settings::Settings;
use crate::theme::Texts;
use crate::view::links::LinkView;
use crate::view::photos::PhotoShelf;

/// What a microsite is made of, in one language.
#[derive(Debug, Clone, Copy)]
pub struct YouthScene<'a> {
    /// The cooperative.
    pub cooperative: &'a Cooperative,
    /// Its photos.
    pub shelf: &'a PhotoShelf,
    /// Settings of the site.
    pub settings: &'a Settings,
    /// Canonical address of the page, if the site has one: letters and messages carry it.
    pub page_url: Option<&'a str>,
    /// The youth site of the portal, from the language's root of the cooperative; none without a portal.
    pub portal: Option<&'a str>,
    /// True if the site has a kit for founders at a school.
    pub has_kit: bool,
    /// True if there are pages for teachers.
    pub has_teacher: bool,
    /// The language of these pages.
    pub language: Language,
    /// Texts of the youth theme in that language.
    pub texts: &'a Texts,
    /// The same in the site's first language: cards speak it.
    pub words: &'a Texts,
}

impl YouthScene<'_> {
    /// Where the simulator is, from the language's root: the portal's, in example numbers, where there is none of
    /// this cooperative's own.
    pub fn simulator(&self) -> String {
        let own = has_simulator(self.cooperative, self.portal.is_some());
        in_youth(self.portal.filter(|_| !own), routes::YOUTH_SIMULATOR)
    }

    /// Where the kit for founders is, from the language's root: on the portal where there is one.
    pub fn kit(&self) -> Option<String> {
        self.has_kit.then(|| in_youth(self.portal, routes::KIT))
    }
}

/// A page for pupils from the language's root: below `youth`, if that is given, instead of the own one.
fn in_youth(youth: Option<&str>, page: &str) -> String {
    format!("{}{}", youth.unwrap_or(routes::YOUTH), routes::from_youth(page))
}

/// Whether a cooperative has a simulator of its own: with a surplus of its own, or where no portal speaks
/// for all of them.
pub fn has_simulator(cooperative: &Cooperative, in_portal: bool) -> bool {
    !in_portal || cooperative.surplus.is_some()
}

/// Links at the foot of a cooperative's youth pages.
pub fn links(label: &str, portal: Option<&str>, has_teacher: bool, texts: &Texts) -> Vec<LinkView> {
    let shop = LinkView { href: String::new(), label: texts.fill("muda.shop", &[("name", label)]) };
    let teacher = has_teacher.then(|| LinkView {
        href: routes::TEACHER.to_owned(),
        label: texts.get("muda.teach.title").to_owned(),
    });
    let portal =
        portal.map(|href| LinkView { href: href.to_owned(), label: texts.get("muda.portal").to_owned() });
    std::iter::once(shop).chain(teacher).chain(portal).collect()
}
