//! Moved addresses: one page each at the old address, or rules where the host has them.

use crate::model::SitePath;

/// An address that moved, below the site's root: a folder with everything below it, or one page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// Where it was: the folder, ending in `/`, or the page's file: `wilayah/32.04/index.html`.
    pub from: String,
    /// Where it is: `susu-sagara/`.
    pub to: String,
}

impl Redirect {
    /// True if everything below moved along.
    pub(super) fn is_folder(&self) -> bool {
        self.from.ends_with('/')
    }

    /// The addresses that one rule each has to name: a folder's is its slashless one, the rest is for a rule with a
    /// star.
    pub(super) fn fixed(&self) -> Vec<&str> {
        match self.from.strip_suffix("index.html") {
            Some(folder) if folder.ends_with('/') => vec![folder.trim_end_matches('/'), folder],
            _ => vec![self.from.trim_end_matches('/')],
        }
    }

    /// The pages of the site that this moved, as pairs of old and new path.
    pub(super) fn moved_pages<'a>(
        &'a self,
        pages: &'a [SitePath],
    ) -> impl Iterator<Item = (SitePath, &'a SitePath)> + 'a {
        pages.iter().filter_map(|page| {
            let old = if self.is_folder() {
                format!("{}{}", self.from, page.as_str().strip_prefix(&self.to)?)
            } else {
                (page.canonical() == self.to || page.as_str() == self.to).then(|| self.from.clone())?
            };
            Some((SitePath::new(old), page))
        })
    }
}

/// A page at an old or shortened address that leads on by itself. Has no style and no script, so that it works wherever
/// it lies; search engines follow its canonical link.
pub fn redirect_page(from: &SitePath, to: &SitePath, base_url: Option<&str>) -> String {
    let link = escape(&to.relative_to(from));
    let canonical =
        base_url.map_or_else(|| link.clone(), |base| escape(&format!("{base}{}", to.canonical())));
    format!(
        "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<title>Halaman di alamat lain</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; \
         form-action 'none'\">\n\
         <meta name=\"description\" content=\"Halaman ini ada di alamat lain.\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={link}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         </head>\n<body data-page=\"moved\">\n<main>\n<h1>Halaman ini ada di alamat lain</h1>\n\
         <p><a href=\"{link}\">Buka halamannya</a></p>\n\
         <p lang=\"en\">This page is at another address; the link above opens it.</p>\n\
         <p lang=\"su\">Ieu kaca aya di alamat séjén; tutumbu di luhur mukana.</p>\n</main>\n</body>\n</html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(paths: &[&str]) -> Vec<SitePath> {
        paths.iter().map(|path| SitePath::new(*path)).collect()
    }

    #[test]
    fn a_folder_takes_its_pages_along() {
        let redirect = Redirect { from: "lama/".into(), to: "kpc/".into() };
        let pages = pages(&["index.html", "kpc/index.html", "kpc/produk/susu/index.html"]);
        let moved: Vec<String> =
            redirect.moved_pages(&pages).map(|(old, new)| format!("{old} {new}")).collect();
        assert_eq!(
            moved,
            ["lama/index.html kpc/index.html", "lama/produk/susu/index.html kpc/produk/susu/index.html"]
        );
    }

    #[test]
    fn the_page_at_the_old_address_leads_on_from_anywhere() {
        let page = redirect_page(
            &SitePath::new("lama/produk/susu/index.html"),
            &SitePath::new("kpc/produk/susu/index.html"),
            Some("https://contoh.id/jabar/"),
        );
        assert!(page.contains("content=\"0; url=../../../kpc/produk/susu/\""), "{page}");
        assert!(page.contains("href=\"https://contoh.id/jabar/kpc/produk/susu/\""), "{page}");
    }
}
