//! The cooperatives of a site, to choose one.

use crate::content;
use crate::edit::html::Html;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::shared::Shared;
use crate::edit::words;
use crate::finding::Findings;

/// Cooperatives on one page; the others are found by their names.
const MOST: usize = 50;

/// Shows the cooperatives, or the only one.
pub(in crate::edit) fn show(shared: &Shared, ask: &Ask) -> Reply {
    let language = ask.language;
    let folders = shared.live.names();
    if let [only] = folders.as_slice() {
        return Reply::Moved(format!("/k/{only}/"));
    }
    let sought = ask.query.get("cari").unwrap_or_default().trim();
    let mut html = Html::new();
    html.raw("<form method=\"get\" action=\"/\" class=\"cari\" role=\"search\">");
    html.element("label", &[("for", "cari")], words::SEARCH.say(language));
    html.open("input", &[("type", "search"), ("id", "cari"), ("name", "cari"), ("value", sought)]);
    html.element("button", &[], words::FIND.say(language)).close("form");
    let (found, more) = found(shared, &folders, sought);
    html.raw("<ul class=\"butir\">\n");
    for (folder, name, day) in &found {
        html.raw("<li>").link(&format!("/k/{folder}/"), name).raw(" ");
        let since = match day {
            Some(day) => words::SINCE.with(language, day),
            None => words::SINCE_ASKED.say(language).to_owned(),
        };
        html.element("span", &[], &since).raw("</li>\n");
    }
    html.raw("</ul>\n");
    if more > 0 {
        html.element("p", &[], &words::MANY_MORE.with(language, more));
    }
    page(shared, ask, words::COOPERATIVES.say(language), &[], &html)
}

/// Folder, name and day of the last update of those that are sought, what is oldest first, and how many more there are.
type Found = (Vec<(String, String, Option<String>)>, usize);

/// Only as many profiles are read as are shown, and where a name is sought all of them.
fn found(shared: &Shared, folders: &[String], sought: &str) -> Found {
    let settings = shared.settings();
    let sought = sought.to_lowercase();
    let mut found = Vec::new();
    let mut more = 0;
    for folder in folders {
        let is_called = folder.contains(&sought);
        if found.len() == MOST && (sought.is_empty() || is_called) {
            more += 1;
            continue;
        }
        if found.len() == MOST {
            continue;
        }
        let profile = shared.site.read_profile(folder, &settings.limits, &mut Findings::new());
        let texts =
            profile.as_ref().map(|profile| content::texts_at(profile, &settings, &["nama", "singkatan"]));
        let names: Vec<String> = texts.into_iter().flatten().flatten().collect();
        if is_called || names.iter().any(|name| name.to_lowercase().contains(&sought)) {
            let day = profile.as_ref().and_then(|profile| last_day(&profile.text));
            let name = names.into_iter().next().unwrap_or_else(|| folder.clone());
            found.push((folder.clone(), name, day));
        }
    }
    found.sort_by(|a, b| a.2.cmp(&b.2).then_with(|| a.1.cmp(&b.1)));
    (found, more)
}

/// The latest day on which a profile says that it, or one of its prices, was looked at.
fn last_day(text: &str) -> Option<String> {
    let keys = ["per_tanggal:", "diperbarui:"];
    let days = text.match_indices(keys[0]).chain(text.match_indices(keys[1])).filter_map(|(at, key)| {
        let day = text[at + key.len()..].trim_start_matches([' ', '"', '\'']).get(..10)?;
        day.parse::<crate::model::Date>().ok()
    });
    days.max().map(|day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_day_of_a_profile_counts() {
        let text = "produk:\n  - {nama: A, per_tanggal: 2026-10-01}\n  - per_tanggal: \"2026-11-02\"\ndiperbarui: x\n";
        assert_eq!(last_day(text).as_deref(), Some("2026-11-02"));
        assert_eq!(last_day("nama: A\n"), None);
    }
}
