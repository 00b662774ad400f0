//! What is edited: one file of the site, its keys, and where it is edited.

use crate::amend::Part;
use crate::keys::{EVENT, PROFILE, SITE, STORY, Section};

/// The name of a file without its ending; `None` for one that is still to be written.
pub(super) type Stem = Option<String>;

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Document {
    /// `profil.yaml` of a cooperative.
    Profile(String),
    /// A story of a cooperative.
    Story(String, Stem),
    /// An event of the office.
    Event(Stem),
    /// `etalase.yaml`.
    Settings,
}

impl Document {
    /// Which keys stand in it, and where.
    pub(super) fn part(&self) -> Part {
        match self {
            Self::Story(..) => Part::FrontMatter(self.section()),
            _ => Part::Whole(self.section()),
        }
    }

    /// The keys of the whole file.
    pub(super) fn section(&self) -> &'static Section {
        match self {
            Self::Profile(_) => &PROFILE,
            Self::Story(..) => &STORY,
            Self::Event(_) => &EVENT,
            Self::Settings => &SITE,
        }
    }

    /// The cooperative that it belongs to.
    pub(super) fn cooperative(&self) -> Option<&str> {
        match self {
            Self::Profile(slug) | Self::Story(slug, _) => Some(slug),
            Self::Event(_) | Self::Settings => None,
        }
    }

    /// Where its forms are; what is done there, and to which place, follows.
    pub(super) fn address(&self) -> String {
        let stem = |stem: &Stem| stem.clone().unwrap_or_else(|| "+".to_owned());
        match self {
            Self::Profile(slug) => format!("/k/{slug}"),
            Self::Story(slug, of) => format!("/k/{slug}/cerita/{}", stem(of)),
            Self::Event(of) => format!("/kantor/{}", stem(of)),
            Self::Settings => "/setelan".to_owned(),
        }
    }

    /// The form for a place.
    pub(super) fn form(&self, place: &str) -> String {
        format!("{}/isi/{}", self.address(), crate::http::escaped_address(place))
    }

    /// Its path in the site; `None` for one without a name.
    pub(super) fn path(&self) -> Option<String> {
        Some(match self {
            Self::Profile(slug) => format!("content/{slug}/profil.yaml"),
            Self::Story(slug, stem) => format!("content/{slug}/cerita/{}.md", stem.as_deref()?),
            Self::Event(stem) => format!("content/_agenda/{}.yaml", stem.as_deref()?),
            Self::Settings => "etalase.yaml".to_owned(),
        })
    }

    /// The same with a name, for one that had none.
    pub(super) fn named(&self, stem: String) -> Self {
        match self {
            Self::Story(slug, _) => Self::Story(slug.clone(), Some(stem)),
            Self::Event(_) => Self::Event(Some(stem)),
            other => other.clone(),
        }
    }
}
