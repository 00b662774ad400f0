//! What the machine says about itself: clock, variables, terminal, cores.
#![expect(
    clippy::disallowed_methods,
    reason = "the clock and the environment are read here and nowhere else"
)]

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::Offset;

use super::share::ENGINES;
use crate::finding::MessageLanguage;
use crate::model::Date;
use crate::pipeline::{SharedStore, StoreLimits};

/// Hours ahead of UTC of the clock that decides which day it is: West Java's.
const HOME_OFFSET_HOURS: i8 = 7;

/// Names the second for which everything is made. Source: its specification, reproducible-builds.org.
pub(super) const DATE_VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// Read once at the start.
#[derive(Debug, Clone)]
pub(super) struct Environment {
    /// The folder that the command was called in.
    pub(super) folder: PathBuf,
    /// Language of messages that the system is set to, if it is one of ours.
    pub(super) language: Option<MessageLanguage>,
    /// Today in Jakarta: from `SOURCE_DATE_EPOCH` if it is set, else from the clock.
    pub(super) today: Date,
    /// What `SOURCE_DATE_EPOCH` says, if that is no second since 1970: whoever sets it wants no other day.
    pub(super) odd_date: Option<String>,
    /// The clock.
    pub(super) now: SystemTime,
    /// True if a person sees the progress.
    pub(super) stderr_is_terminal: bool,
    /// True if a person is there to answer: a terminal on both sides, and no CI, whose terminals nobody sits at.
    pub(super) can_ask: bool,
    /// Processors that may be used.
    pub(super) cores: usize,
    /// Names this very program: its version, and size and time of its file.
    pub(super) program: String,
    /// What engines that run jobs say about this one: name and value of the variables that are set.
    pub(super) engine: Vec<(&'static str, String)>,
    /// The store that builds may share their cache in.
    pub(super) shared_store: SharedStore,
}

impl Environment {
    pub(super) fn read() -> Self {
        let now = SystemTime::now();
        let typed = std::env::var_os(DATE_VARIABLE).map(|typed| typed.to_string_lossy().into_owned());
        let asked = typed.as_deref().map(parse_epoch);
        let stamp =
            asked.flatten().or_else(|| Timestamp::try_from(now).ok()).unwrap_or(Timestamp::UNIX_EPOCH);
        let language = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
            .and_then(|value| language_of_locale(&value));
        Self {
            folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            language,
            odd_date: typed.filter(|_| asked == Some(None)),
            today: Offset::constant(HOME_OFFSET_HOURS).to_datetime(stamp).date(),
            now,
            stderr_is_terminal: std::io::stderr().is_terminal(),
            can_ask: std::io::stdin().is_terminal()
                && std::io::stderr().is_terminal()
                && std::env::var_os("CI").is_none_or(|value| value.is_empty() || value == "false"),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            program: program(),
            engine: ENGINES.iter().filter_map(|(name, _)| Some((*name, std::env::var(name).ok()?))).collect(),
            shared_store: shared_store(),
        }
    }
}

/// Whole seconds since 1970, in digits, up to the year 9999.
fn parse_epoch(typed: &str) -> Option<Timestamp> {
    let is_number = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    Timestamp::from_second(typed.parse().ok().filter(|_| is_number)?).ok()
}

/// `id_ID.UTF-8` and `in` (an old code) are Indonesian, `en_…` is English; `C` and the rest say nothing.
fn language_of_locale(locale: &str) -> Option<MessageLanguage> {
    match locale.split(['_', '.', '-', '@']).next()? {
        "id" | "in" => Some(MessageLanguage::Id),
        "en" => Some(MessageLanguage::En),
        _ => None,
    }
}

/// What Amazon's own tools read, and where the cache is. CI sets variables without a value to nothing.
fn shared_store() -> SharedStore {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    SharedStore {
        address: set("ETALASE_CACHE"),
        key: set("AWS_ACCESS_KEY_ID"),
        secret: set("AWS_SECRET_ACCESS_KEY"),
        token: set("AWS_SESSION_TOKEN"),
        region: set("AWS_REGION").or_else(|| set("AWS_DEFAULT_REGION")),
        endpoint: set("AWS_ENDPOINT_URL_S3").or_else(|| set("AWS_ENDPOINT_URL")),
        limits: StoreLimits::default(),
    }
}

fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata).ok();
    let size = file.as_ref().map_or(0, std::fs::Metadata::len);
    let changed = file.and_then(|file| file.modified().ok());
    let age =
        changed.and_then(|changed| changed.duration_since(SystemTime::UNIX_EPOCH).ok()).unwrap_or_default();
    format!("etalase {} {size} {}", env!("CARGO_PKG_VERSION"), age.as_nanos())
}

/// Memory of the machine in bytes, from `/proc/meminfo`; other systems do not say. Asked for only where photos are
/// decoded: a check is over sooner than the system has written that file.
pub(super) fn memory_bytes() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_since_1970_is_digits_and_nothing_else() {
        assert_eq!(parse_epoch("0"), Some(Timestamp::UNIX_EPOCH));
        assert!(parse_epoch("1795521600").is_some());
        for typed in ["", "x", "-1", "+1", "1.5", " 1", "18446744073709551616", "999999999999999"] {
            assert_eq!(parse_epoch(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_system_language_is_used_if_it_is_one_of_ours() {
        assert_eq!(language_of_locale("id_ID.UTF-8"), Some(MessageLanguage::Id));
        assert_eq!(language_of_locale("en_US.UTF-8"), Some(MessageLanguage::En));
        assert_eq!(language_of_locale("C.UTF-8"), None);
        assert_eq!(language_of_locale("de_DE"), None);
    }
}
