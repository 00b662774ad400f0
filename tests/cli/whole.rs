//! Is a published site whole? Every page ends as a page does, and what it shows is there.

use std::collections::BTreeMap;
use std::path::Path;

use crate::site::is_kind;

/// Every page ends as a page does, and what it shows is there.
pub(crate) fn assert_whole(files: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, &["html"])) {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(text.trim_end().ends_with("</html>"), "{path} is cut off");
        for asset in assets(text) {
            let target = resolve(path, asset);
            assert!(files.contains_key(&target), "{path} shows {target}, which is not there");
        }
    }
}

/// Addresses of photos, styles and scripts that a page shows.
fn assets(html: &str) -> Vec<&str> {
    let values = |name: &'static str| html.split(name).skip(1).filter_map(|rest| rest.split('"').next());
    values(" src=\"")
        .chain(
            values(" srcset=\"")
                .flat_map(|set| set.split(',').filter_map(|one| one.split_whitespace().next())),
        )
        .chain(
            html.split("<link rel=\"stylesheet\"")
                .skip(1)
                .filter_map(|rest| rest.split("href=\"").nth(1)?.split('"').next()),
        )
        .filter(|address| !address.starts_with("data:") && !address.starts_with('/'))
        .collect()
}

fn resolve(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> =
        Path::new(page).parent().and_then(Path::to_str).unwrap_or_default().split('/').collect();
    parts.retain(|part| !part.is_empty());
    for part in address.split(['?', '#']).next().unwrap_or_default().split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}
