//! What another site had published when it was last asked, as a file of the portal's own content: the summary, and how
//! it was got. Asks nobody.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::guard::SummaryFault;
use super::record::Summary;
use crate::model::Date;

/// A summary from another site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CollectedSummary {
    /// Address of its site, ending in `/`.
    pub address: String,
    /// The day on which the summary was first found as it is.
    pub collected: Date,
    /// What the site called that version, to ask for it only if there is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The same by time, as the site wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The first day since which no good answer came; `None`: the last one was good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent_since: Option<Date>,
    /// The last good one.
    pub summary: Summary,
}

impl CollectedSummary {
    /// From the bytes of a file. Its summary is a stranger's still.
    ///
    /// # Errors
    /// If it is none, or its summary could hurt a page.
    pub fn parse(bytes: &[u8]) -> Result<Self, SummaryFault> {
        let collected: Self = serde_json::from_slice(bytes)
            .map_err(|error| SummaryFault::NotASummary { line: error.line(), column: error.column() })?;
        collected.summary.clone().sound()?;
        Ok(collected)
    }

    /// The file's bytes: a line for each value, so that what changed can be read in a version control's difference.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("it holds nothing that JSON cannot say");
        json.push(b'\n');
        json
    }

    /// The summary as a portal shows it: at home at its own site, and told how long that has been silent.
    pub fn into_summary(self) -> Summary {
        Summary { home: Some(self.address), silent_since: self.silent_since, ..self.summary }
    }
}

/// The name of the file that keeps what a site published, without ending: its address with `_` for each slash, and `=`
/// with two digits for whatever some file system does not take or takes for something else. Two addresses never have
/// the same one.
/// ```
/// # use etalase::summary::collected_name;
/// assert_eq!(collected_name("https://susu.contoh.id/"), "susu.contoh.id");
/// assert_eq!(collected_name("https://a.github.io/kopi/"), "a.github.io_kopi");
/// assert_eq!(collected_name("http://localhost:4000/A_b/"), "localhost=3a4000_=41=5fb=http");
/// ```
pub fn collected_name(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let mut name = String::with_capacity(address.len());
    for byte in rest.trim_end_matches('/').bytes() {
        match byte {
            b'/' => name.push('_'),
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' => name.push(char::from(byte)),
            _ => {
                let _ = write!(name, "={byte:02x}");
            }
        }
    }
    if scheme != "https" {
        name.push('=');
        name.push_str(scheme);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_reads_back_and_is_a_strangers_still() {
        let summary = Summary::parse(br#"{"etalase":1,"slug":"susu","name":"Susu"}"#).expect("sound");
        let kept = CollectedSummary {
            address: "https://susu.contoh.id/".to_owned(),
            collected: Date::constant(2026, 11, 24),
            etag: Some("\"a\"".to_owned()),
            last_modified: None,
            silent_since: Some(Date::constant(2026, 11, 30)),
            summary,
        };
        let json = kept.to_json();
        assert_eq!(CollectedSummary::parse(&json), Ok(kept.clone()));
        let shown = kept.into_summary();
        assert_eq!(shown.home.as_deref(), Some("https://susu.contoh.id/"));
        assert_eq!(shown.silent_since, Some(Date::constant(2026, 11, 30)));
        let text = String::from_utf8(json).expect("UTF-8");
        let hostile = text.replace("\"susu\"", "\"../susu\"");
        assert_eq!(CollectedSummary::parse(hostile.as_bytes()), Err(SummaryFault::Unsafe("slug")));
        let newer = text.replace("\"etalase\": 1", "\"etalase\": 2");
        assert_eq!(CollectedSummary::parse(newer.as_bytes()), Err(SummaryFault::Newer(2)));
    }
}
