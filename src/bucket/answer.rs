//! What a store answers that is no object, and what of it may pass.

use std::time::Duration;

use ureq::http::header::RETRY_AFTER;

/// Kinds of trouble with a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It does not take the key, or has no such bucket.
    Refused,
    /// It takes the key, but not for this: the key may not read or write, or may not list and nothing is there.
    Denied,
    /// No whole answer in time.
    Slow,
    /// It has no room.
    Full,
    /// Nobody answers, or breaks off.
    Unreachable,
    /// It answers with an error of its own.
    Failing,
}

/// Why there is no object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failed {
    pub(crate) fault: Fault,
    /// True if the same request may well succeed later.
    pub(crate) may_pass: bool,
    /// How long the store wants to be left in peace, if it says so.
    pub(crate) wait: Option<Duration>,
    /// `503 SlowDown`: for whoever looks for the cause.
    pub(crate) detail: String,
}

/// An answer that is an error.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: u16,
    /// S3's name for it: `SlowDown`; empty if there is none.
    pub(super) code: String,
    wait: Option<Duration>,
}

/// Nobody waits for longer, whatever a store asks for.
const LONGEST_WAIT: Duration = Duration::from_hours(24);

/// Errors are short. What is longer is no error of S3.
const LONGEST_ERROR: u64 = 64 * 1024;

/// Longest name of an error that is believed.
const LONGEST_CODE: usize = 60;

pub(super) fn read_refusal(response: &mut ureq::http::Response<ureq::Body>) -> Refusal {
    let status = response.status().as_u16();
    // In seconds; a time of day is taken for nothing.
    let wait = response.headers().get(RETRY_AFTER);
    let wait: Option<u64> = wait.and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let wait = wait.map(|seconds| Duration::from_secs(seconds).min(LONGEST_WAIT));
    let body = response.body_mut().with_config().limit(LONGEST_ERROR).read_to_vec().unwrap_or_default();
    Refusal { status, code: code_in(&body).unwrap_or_default(), wait }
}

/// The name between `<Code>` and `</Code>`.
fn code_in(body: &[u8]) -> Option<String> {
    let text = str::from_utf8(body).ok()?;
    let (_, rest) = text.split_once("<Code>")?;
    let (code, _) = rest.split_once("</Code>")?;
    let is_name = code.len() <= LONGEST_CODE && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_name.then(|| code.to_owned())
}

impl Refusal {
    pub(super) fn failed(self) -> Failed {
        let Self { status, code, wait } = self;
        let is_full = ["Quota", "StorageFull", "EntityTooLarge"].iter().any(|word| code.contains(word));
        let (fault, may_pass) = match status {
            _ if is_full => (Fault::Full, false),
            413 | 507 => (Fault::Full, false),
            403 if code.is_empty() || code == "AccessDenied" => (Fault::Denied, false),
            400 if code.contains("Token") => (Fault::Refused, false),
            // A redirect leads to another region, which wants a signature of its own.
            301 | 302 | 307 | 308 | 401 | 403 | 404 => (Fault::Refused, false),
            408 => (Fault::Slow, true),
            // A connection that was idle for too long.
            400 if code == "RequestTimeout" => (Fault::Slow, true),
            429 | 500 | 502 | 503 | 504 => (Fault::Failing, true),
            _ => (Fault::Failing, false),
        };
        let detail = format!("{status} {code}").trim_end().to_owned();
        Failed { fault, may_pass, wait: wait.filter(|_| may_pass), detail }
    }
}

/// What a request fails at that gets no answer.
pub(super) fn failed_by(error: &ureq::Error) -> Failed {
    let (fault, may_pass, detail) = match error {
        ureq::Error::Timeout(_) => (Fault::Slow, true, "timeout"),
        ureq::Error::BodyExceedsLimit(_) => (Fault::Failing, false, "too large"),
        ureq::Error::HostNotFound => (Fault::Unreachable, true, "no such host"),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => (Fault::Unreachable, false, "no trusted certificate"),
        ureq::Error::Io(_) | ureq::Error::ConnectionFailed => (Fault::Unreachable, true, "no connection"),
        _ => (Fault::Unreachable, true, "no HTTP"),
    };
    Failed { fault, may_pass, wait: None, detail: detail.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_by_its_number_and_its_name() {
        for (status, code, fault, may_pass) in [
            (403, "SignatureDoesNotMatch", Fault::Refused, false),
            (403, "AccessDenied", Fault::Denied, false),
            (403, "", Fault::Denied, false),
            (403, "QuotaExceeded", Fault::Full, false),
            (400, "ExpiredToken", Fault::Refused, false),
            (400, "XMinioAdminBucketQuotaExceeded", Fault::Full, false),
            (404, "NoSuchBucket", Fault::Refused, false),
            (301, "PermanentRedirect", Fault::Refused, false),
            (507, "XMinioStorageFull", Fault::Full, false),
            (503, "SlowDown", Fault::Failing, true),
            (500, "InternalError", Fault::Failing, true),
            (418, "", Fault::Failing, false),
        ] {
            let failed = Refusal { status, code: code.to_owned(), wait: None }.failed();
            assert_eq!((failed.fault, failed.may_pass), (fault, may_pass), "{status} {code}");
        }
    }

    #[test]
    fn only_a_name_is_taken_for_a_name() {
        assert_eq!(code_in(b"<Error><Code>SlowDown</Code></Error>").as_deref(), Some("SlowDown"));
        assert_eq!(code_in(b"<Error><Code>\x1b[31m</Code></Error>"), None);
        assert_eq!(code_in(b"nginx"), None);
    }
}
