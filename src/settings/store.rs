//! Where a store is that machines share.

/// A place in a store that speaks S3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreAddress {
    /// Name of the bucket.
    pub bucket: String,
    /// Before the name of each object: empty, or ending in `/`.
    pub prefix: String,
}

/// What a store's address begins with.
const SCHEME: &str = "s3://";

/// Longest name of a bucket. Source: Amazon S3, bucket naming rules.
const LONGEST_BUCKET: usize = 63;

impl StoreAddress {
    /// `s3://bucket` or `s3://bucket/prefix`.
    /// ```
    /// use etalase::for_tests::StoreAddress;
    /// let address = StoreAddress::parse("s3://foto/jabar/").unwrap();
    /// assert_eq!((address.bucket.as_str(), address.prefix.as_str()), ("foto", "jabar/"));
    /// assert_eq!(StoreAddress::parse("s3://foto").unwrap().prefix, "");
    /// assert_eq!(StoreAddress::parse("https://foto/jabar"), None);
    /// ```
    pub fn parse(typed: &str) -> Option<Self> {
        let rest = typed.strip_prefix(SCHEME)?.trim_end_matches('/');
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let is_plain = |part: &str| {
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
            !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_plain)
        };
        let is_sound = is_plain(bucket)
            && bucket.len() <= LONGEST_BUCKET
            && (prefix.is_empty() || prefix.split('/').all(is_plain));
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        is_sound.then(|| Self { bucket: bucket.to_owned(), prefix })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_lead_elsewhere_is_no_address() {
        for typed in [
            "s3://",
            "s3:///a",
            "s3://a b",
            "s3://a/../b",
            "s3://a//b",
            "s3://a/b?c",
            "s3://a@b/c",
            "foto",
            "",
        ] {
            assert_eq!(StoreAddress::parse(typed), None, "{typed}");
        }
    }
}
