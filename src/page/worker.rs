//! The service worker of a folder of pages: with it what was visited can be read without a network.

use crate::finding::Findings;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::theme::{Theme, content_hash};

/// Claims `sw.js` below `root`. `shell` are the pages of `plan` that it keeps from the start, seen from there;
/// the last one stands in for a page that was never visited. Its version follows from what they say: a phone
/// fetches them anew when one of them has changed, and every other page comes from the network first anyway.
pub fn claim_worker(root: &str, shell: &[&str], theme: &Theme, plan: &mut Plan, findings: &mut Findings) {
    let Some(script) = theme.worker() else { return };
    let kept = shell.iter().filter_map(|page| {
        let page = plan.get(&format!("{root}{}index.html", page.trim_start_matches("./")));
        page.and_then(Output::bytes).map(content_hash)
    });
    let version = content_hash(kept.collect::<String>().as_bytes());
    let script = script.replace("@version@", &version).replace("@shell@", &shell.join(" "));
    plan.claim(
        SitePath::new(format!("{root}{}", routes::WORKER)),
        Output::Page(script.into_bytes()),
        findings,
    );
}
