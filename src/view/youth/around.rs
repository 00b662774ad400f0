//! What stands around a page for pupils that is the same for every cooperative: whose site it is, and the way back.

use serde::Serialize;

use crate::routes;
use crate::settings::Settings;
use crate::theme::Texts;
use crate::view::links::LinkView;
use crate::view::youth::palette::{PORTAL_PALETTE, palette_of};
use crate::view::youth::scene::{YouthScene, links};

/// Whose page it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Around {
    /// Name of the two colours.
    pub palette: &'static str,
    /// Short name.
    pub label: String,
    /// The link of the masthead.
    pub home: LinkView,
    /// Links at the foot.
    pub links: Vec<LinkView>,
    /// A message that asks to take something down: nobody is shown on such a page.
    pub removal: Option<()>,
}

impl Around {
    /// On the microsite of a cooperative.
    pub fn cooperative(scene: &YouthScene<'_>) -> Self {
        let YouthScene { cooperative, portal, has_teacher, texts, .. } = *scene;
        let label = cooperative.label();
        Self {
            palette: palette_of(cooperative),
            label: label.to_owned(),
            home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
            links: links(label, portal, has_teacher, texts),
            removal: None,
        }
    }

    /// On the youth site of a portal.
    pub fn portal(settings: &Settings, texts: &Texts) -> Self {
        let link =
            |href: &str, key: &str| LinkView { href: href.to_owned(), label: texts.get(key).to_owned() };
        Self {
            palette: PORTAL_PALETTE,
            label: settings.title.clone(),
            home: link(routes::YOUTH, "muda.site.home"),
            links: vec![
                link(routes::YOUTH, "muda.site.home"),
                link(routes::BOARD, "muda.site.board"),
                link(routes::FRONT, "muda.site.directory"),
            ],
            removal: None,
        }
    }
}
