//! Which part of a site changed files belong to.

use std::collections::BTreeSet;

/// What has changed since the last look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "parts of a site that change independently")]
pub struct Changes {
    /// Settings or a theme.
    pub world: bool,
    /// Which cooperatives there are.
    pub list: bool,
    /// What the portal's office has written.
    pub office: bool,
    /// Something, and nobody knows what: events were lost.
    pub everything: bool,
    /// Cooperatives with a changed file, by the name of their folder.
    pub cooperatives: BTreeSet<String>,
    /// Changed files below cooperatives' folders, given from the site's folder.
    pub files: BTreeSet<String>,
    /// Files that are still being copied, given from the site's folder. They are no change yet.
    pub growing: BTreeSet<String>,
}

impl Changes {
    /// Everything may have changed.
    pub fn all() -> Self {
        Self { world: true, list: true, office: true, everything: true, ..Self::default() }
    }

    /// Adds a changed path, given from the site's folder with `/`. Others than content, themes and settings say
    /// nothing.
    pub fn add(&mut self, path: &str) {
        let mut parts = path.split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("etalase.yaml"), None, _) | (Some("themes"), ..) => self.world = true,
            (Some("content"), None, _) => {
                self.list = true;
                self.everything = true;
                self.office = true;
            }
            (Some("content"), Some(name), _) if name.starts_with('_') => self.office = true,
            (Some("content"), Some(name), _) if name.starts_with('.') => {}
            (Some("content"), Some(name), below) => {
                self.list |= below.is_none();
                if below.is_some() {
                    self.files.insert(path.to_owned());
                }
                self.cooperatives.insert(name.to_owned());
            }
            _ => {}
        }
    }

    /// True if nothing has changed.
    pub fn is_empty(&self) -> bool {
        let Self { world, list, office, everything, cooperatives, files: _, growing: _ } = self;
        !(*world || *list || *office || *everything) && cooperatives.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(paths: &[&str]) -> Changes {
        let mut changes = Changes::default();
        for path in paths {
            changes.add(path);
        }
        changes
    }

    #[test]
    fn a_file_touches_its_cooperative_and_nothing_else() {
        let changes =
            of(&["content/kpc/profil.yaml", "content/kpc/foto/a.jpg", "public/index.html", ".git/index"]);
        let files = ["content/kpc/profil.yaml", "content/kpc/foto/a.jpg"].map(str::to_owned).into();
        let cooperatives = ["kpc".to_owned()].into();
        assert_eq!(changes, Changes { cooperatives, files, ..Changes::default() });
    }

    #[test]
    fn a_folder_of_content_may_be_a_new_cooperative() {
        assert!(of(&["content/baru"]).list);
        assert!(!of(&["content/.baru.swp"]).list);
        assert!(of(&["content/_agenda/a.yaml"]).office && of(&["content"]).everything);
    }

    #[test]
    fn settings_and_themes_touch_every_page() {
        assert!(of(&["etalase.yaml"]).world && of(&["themes/etalase/css/site.css"]).world);
        assert!(of(&["etalase.yaml.swp", "README.md"]).is_empty());
    }
}
