//! The service worker of a folder of pages: with it what was visited can be read without a network.

use crate::finding::Findings;
use crate::markdown::percent_encode;
use crate::plan::{Output, Plan, SitePath};
use crate::settings::Settings;
use crate::theme::{Theme, content_hash};

/// Claims `sw.js` below `root`. `shell` are the pages that it keeps from the start, seen from there; the last
/// one stands in for a page that was never visited. Its version follows from what the pages of `plan` say, not
/// from the address under which they are published.
pub fn claim_worker(
    root: &str,
    shell: &[&str],
    settings: &Settings,
    theme: &Theme,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    let Some(script) = theme.worker() else { return };
    let mut all = String::new();
    for (_, output) in plan.iter() {
        if let Output::Page(bytes) = output {
            let mut text = String::from_utf8_lossy(bytes).into_owned();
            if let Some(base) = &settings.base_url {
                text = text.replace(base.as_str(), "").replace(&percent_encode(base), "");
            }
            all.push_str(&content_hash(text.as_bytes()));
        }
    }
    let script =
        script.replace("@version@", &content_hash(all.as_bytes())).replace("@shell@", &shell.join(" "));
    plan.claim(SitePath::new(format!("{root}sw.js")), Output::Page(script.into_bytes()), findings);
}
