//! Paths of files inside a site, and the links between them.

use std::borrow::Borrow;
use std::fmt;

/// A path inside the site: `susu-sagara/produk/susu/index.html`. Relative, with `/`, without `.`, `..`,
/// empty or hidden parts other than `.nojekyll` and `.well-known`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// From a path that the program made.
    ///
    /// # Panics
    /// If it leads out of the site: paths are made of slugs and fixed names, never of raw content.
    pub fn new(path: impl Into<String>) -> Self {
        let path = path.into();
        let sound = |part: &str| {
            !part.is_empty()
                && !part.contains(['\\', '\0'])
                && (!part.starts_with('.') || matches!(part, ".nojekyll" | ".well-known" | ".domains"))
        };
        assert!(path.split('/').all(sound), "not a path inside the site: {path}");
        Self(path)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for a page that browsers show.
    pub fn is_page(&self) -> bool {
        self.0.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
    }

    /// True for the page that a folder's address shows.
    pub fn is_index(&self) -> bool {
        self.0.rsplit('/').next() == Some("index.html")
    }

    /// The same file seen from a folder of the site: `produk/x/index.html` from `produk/x/` is `./`, an
    /// `index.html` is named by its folder. `from` is the path of the page that links.
    /// ```
    /// # use etalase::model::SitePath;
    /// let page = SitePath::new("kpc/produk/susu/index.html");
    /// assert_eq!(SitePath::new("kpc/index.html").relative_to(&page), "../../");
    /// assert_eq!(SitePath::new("kpc/foto/a.webp").relative_to(&page), "../../foto/a.webp");
    /// assert_eq!(page.relative_to(&page), "./");
    /// ```
    pub fn relative_to(&self, from: &SitePath) -> String {
        let target = self.canonical();
        let folder = from.0.rfind('/').map_or("", |slash| &from.0[..=slash]);
        let same = folder.bytes().zip(target.bytes()).take_while(|(a, b)| a == b).count();
        let shared =
            folder.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
        let up = folder[shared..].bytes().filter(|byte| *byte == b'/').count();
        let mut link = "../".repeat(up);
        link.push_str(&target[shared..]);
        if link.is_empty() { "./".to_owned() } else { link }
    }

    /// The address below the site's canonical address: `kpc/produk/susu/`.
    pub fn canonical(&self) -> &str {
        self.0
            .strip_suffix("index.html")
            .filter(|rest| rest.is_empty() || rest.ends_with('/'))
            .unwrap_or(&self.0)
    }
}

impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_addresses_name_folders() {
        assert_eq!(SitePath::new("index.html").canonical(), "");
        assert_eq!(SitePath::new("a/index.html").canonical(), "a/");
        assert_eq!(SitePath::new("404.html").canonical(), "404.html");
    }

    #[test]
    fn links_climb_to_the_folder_that_both_share() {
        for (to, from, link) in [
            ("kpc/index.html", "kpd/index.html", "../kpc/"),
            ("a/index.html", "ab/x/index.html", "../../a/"),
            ("ab/x/index.html", "a/index.html", "../ab/x/"),
            ("index.html", "index.html", "./"),
            ("index.html", "a/b.html", "../"),
            ("a/c.html", "a/b.html", "c.html"),
            ("a/index.html", "a/b/index.html", "../"),
        ] {
            assert_eq!(SitePath::new(to).relative_to(&SitePath::new(from)), link, "{from} -> {to}");
        }
    }

    #[test]
    #[should_panic(expected = "not a path inside the site")]
    fn paths_cannot_leave_the_site() {
        let _ = SitePath::new("a/../../b");
    }
}
