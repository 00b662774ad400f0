//! The pages of a cooperative as they were at a moment, for whoever wants to see what is different since.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;

use super::site::{LiveSite, Shown};
use super::slot::Pages;
use crate::plan::{Output, Plan};

/// What a page's file is called.
const INDEX: &str = "index.html";

/// The pages of a cooperative at one moment. Holds them in memory as long as it lives.
pub(crate) struct Kept {
    name: String,
    /// Where they are, from the site's root: `kpc/`, or empty.
    pub(crate) home: String,
    pages: Arc<Pages>,
}

/// A page that is not what it was.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Differing {
    /// From the site's root, ending in `/` unless it is the root.
    pub(crate) address: String,
    /// As the browser's window shows it.
    pub(crate) title: String,
    /// The last element with an `id` before the first difference.
    pub(crate) part: Option<String>,
    pub(crate) was_there: bool,
    pub(crate) is_there: bool,
}

impl Kept {
    /// Keeps a cooperative's pages as they are now; `None` if it never had any without an error.
    ///
    /// # Errors
    /// If the machine fails.
    pub(crate) fn of(live: &LiveSite, name: &str) -> Result<Option<Self>> {
        let kept = |pages| Self { name: name.to_owned(), home: live.home_of(name), pages };
        Ok(live.pages_of(name)?.map(kept))
    }

    /// What was at an address. What cooperatives share is shown as it is.
    ///
    /// # Errors
    /// If the machine fails.
    pub(crate) fn show(&self, live: &LiveSite, address: &str) -> Result<Shown> {
        let is_folder = address.is_empty() || address.ends_with('/');
        let path = if is_folder { format!("{address}{INDEX}") } else { address.to_owned() };
        if let Some(bytes) = live.bytes_in(&self.pages, &path)? {
            return Ok(Shown::File { path, bytes });
        }
        if !is_folder && self.pages.plan.get(&format!("{address}/{INDEX}")).is_some() {
            return Ok(Shown::Folder);
        }
        if folder_of(&path).is_some() { Ok(Shown::Nothing(None)) } else { live.show(address) }
    }

    /// The pages that are not what they were, in order of address.
    ///
    /// # Errors
    /// If the machine fails.
    pub(crate) fn differing(&self, live: &LiveSite) -> Result<Vec<Differing>> {
        let Some(now) = live.pages_of(&self.name)? else { return Ok(Vec::new()) };
        let (was, is) = (pages_in(&self.pages.plan), pages_in(&now.plan));
        let mut both: Vec<&str> = was.keys().chain(is.keys()).copied().collect();
        both.sort_unstable();
        both.dedup();
        let differing = both.into_iter().filter(|address| was.get(address) != is.get(address));
        Ok(differing.map(|address| differing_at(address, was.get(address), is.get(address))).collect())
    }
}

fn differing_at(address: &str, was: Option<&&[u8]>, is: Option<&&[u8]>) -> Differing {
    let text = |bytes: Option<&&[u8]>| bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let (was, is) = (text(was), text(is));
    let title = is.as_deref().or(was.as_deref()).map(title_of).unwrap_or_default();
    let part = was.as_deref().zip(is.as_deref()).and_then(|(was, is)| part_of(was, is));
    Differing { address: address.to_owned(), title, part, was_there: was.is_some(), is_there: is.is_some() }
}

/// Pages by their addresses.
fn pages_in(plan: &Plan) -> BTreeMap<&str, &[u8]> {
    let pages = plan.iter().filter_map(|(path, output)| match output {
        Output::Page(bytes) => Some((folder_of(path.as_str())?, bytes.as_slice())),
        _ => None,
    });
    pages.collect()
}

/// The address of a page by its file; `None` for other files.
fn folder_of(path: &str) -> Option<&str> {
    path.strip_suffix(INDEX).filter(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// What stands in `<title>`, without escapes.
fn title_of(page: &str) -> String {
    let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let mut text = title.map_or_else(String::new, |(title, _)| title.to_owned());
    for (escape, letter) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
    {
        text = text.replace(escape, letter);
    }
    text
}

/// The last element with an `id` before the first difference of what two pages show.
fn part_of(was: &str, is: &str) -> Option<String> {
    let main = |page: &str| page.find("<main").map(|at| page[at..].to_owned());
    let (was, is) = (main(was)?, main(is)?);
    let same = was.bytes().zip(is.bytes()).take_while(|(was, is)| was == is).count();
    let above = String::from_utf8_lossy(&is.as_bytes()[..same]).into_owned();
    let (_, from) = above.rsplit_once(" id=\"")?;
    from.split_once('"').map(|(id, _)| id.to_owned()).filter(|id| !id.is_empty() && !id.contains(['&', '{']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_looked_for_below_the_element_before_it() {
        let page = |price: &str| {
            format!(
                "<head><meta {price}></head><main id=\"isi\"><h2 id=\"kopi\">Kopi</h2><p>{price}<h2 id=\"gula\">"
            )
        };
        assert_eq!(part_of(&page("1"), &page("2")).as_deref(), Some("kopi"));
        assert_eq!(part_of("<main><p>1", "<main><p>2"), None);
        assert_eq!(part_of("1", "<main id=\"a\">"), None);
    }

    #[test]
    fn a_title_is_read_as_a_browser_reads_it() {
        assert_eq!(
            title_of("<title>Kopi &amp; &lt;gula&gt; &#39;&amp;lt;&#39;</title>"),
            "Kopi & <gula> '&lt;'"
        );
        assert_eq!(title_of("<p>"), "");
    }
}
