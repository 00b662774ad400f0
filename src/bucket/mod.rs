//! The door to a store that speaks S3: one object, one request, within limits. Signs and sends; whether to ask again,
//! and what an object holds, is `cache`'s to know.

mod answer;

use std::fmt;
use std::time::Duration;

use rusty_s3::{Bucket as Signer, Credentials, S3Action as _, UrlStyle};
use ureq::http::header::IF_NONE_MATCH;

pub(crate) use answer::{Failed, Fault};
use answer::{Refusal, failed_by, read_refusal};

/// Where a bucket is, and who asks.
#[derive(Clone, Copy)]
pub(crate) struct Access<'a> {
    /// Name of the bucket.
    pub(crate) bucket: &'a str,
    /// Region that signatures name.
    pub(crate) region: &'a str,
    /// Address of the service; `None`: Amazon's in that region.
    pub(crate) endpoint: Option<&'a str>,
    /// Name of the key.
    pub(crate) key: &'a str,
    /// The key itself.
    pub(crate) secret: &'a str,
    /// Comes with a key that lasts for hours only.
    pub(crate) token: Option<&'a str>,
}

/// What a request may cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RequestLimits {
    /// Time for all of it.
    pub(crate) time: Duration,
    /// Time until there is a connection.
    pub(crate) connect: Duration,
    /// Bytes of an object.
    pub(crate) bytes: u64,
}

/// A signature outlasts the request that carries it, on clocks that differ by minutes, too.
const SIGNED_FOR: Duration = Duration::from_mins(15);

/// What became of an object that was to be put where nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Put {
    /// It is there now.
    Done,
    /// Something is there already, or somebody else is putting it there.
    Taken,
    /// The store has no such condition, and says so.
    NoConditions,
}

/// One bucket.
pub(crate) struct Bucket {
    agent: ureq::Agent,
    signer: Signer,
    credentials: Credentials,
    most_bytes: u64,
}

impl fmt::Debug for Bucket {
    /// Without the key.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Bucket").field("name", &self.signer.name()).finish_non_exhaustive()
    }
}

impl Bucket {
    /// Asks nobody yet. `None` if name and endpoint make no address.
    pub(crate) fn new(access: Access<'_>, limits: RequestLimits) -> Option<Self> {
        let Access { bucket, region, endpoint, key, secret, token } = access;
        // Amazon has a domain for each bucket, but for names with a dot no certificate; other services are found at
        // one address.
        let (address, style) = match endpoint {
            Some(endpoint) => (endpoint.to_owned(), UrlStyle::Path),
            None if bucket.contains('.') => (amazon(region), UrlStyle::Path),
            None => (amazon(region), UrlStyle::VirtualHost),
        };
        let signer = Signer::new(address.parse().ok()?, style, bucket.to_owned(), region.to_owned()).ok()?;
        let credentials = match token {
            Some(token) => Credentials::new_with_token(key, secret, token),
            None => Credentials::new(key, secret),
        };
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(limits.time))
            .timeout_connect(Some(limits.connect.min(limits.time)))
            .user_agent(concat!("etalase/", env!("CARGO_PKG_VERSION")))
            .proxy(None)
            .build();
        Some(Self { agent: config.into(), signer, credentials, most_bytes: limits.bytes })
    }

    /// The bytes of an object; `None` if there is none of that name.
    ///
    /// # Errors
    /// If there is no whole answer in time, or one that is no object. A key that may not list gets 403 for what is not
    /// there: `Fault::Denied`.
    pub(crate) fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Failed> {
        let address = self.signer.get_object(Some(&self.credentials), name).sign(SIGNED_FOR);
        let mut response = self.agent.get(address.as_str()).call().map_err(|error| failed_by(&error))?;
        if response.status() == 200 {
            let body = response.body_mut().with_config().limit(self.most_bytes);
            return body.read_to_vec().map(Some).map_err(|error| failed_by(&error));
        }
        let refusal = read_refusal(&mut response);
        if refusal.status == 404 && refusal.code != "NoSuchBucket" { Ok(None) } else { Err(refusal.failed()) }
    }

    /// Puts an object where none of that name is.
    ///
    /// # Errors
    /// As `get`.
    pub(crate) fn put_new(&self, name: &str, bytes: &[u8]) -> Result<Put, Failed> {
        let mut action = self.signer.put_object(Some(&self.credentials), name);
        action.headers_mut().insert("if-none-match", "*");
        let address = action.sign(SIGNED_FOR);
        let request = self.agent.put(address.as_str()).header(IF_NONE_MATCH, "*");
        match accepted(request.send(bytes)) {
            Ok(None) => Ok(Put::Done),
            Ok(Some(Refusal { status: 409 | 412, .. })) => Ok(Put::Taken),
            Ok(Some(Refusal { status: 501, .. })) => Ok(Put::NoConditions),
            Ok(Some(refusal)) => Err(refusal.failed()),
            Err(failed) => Err(failed),
        }
    }

    /// Puts an object, whatever is there.
    ///
    /// # Errors
    /// As `get`.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failed> {
        let address = self.signer.put_object(Some(&self.credentials), name).sign(SIGNED_FOR);
        match accepted(self.agent.put(address.as_str()).send(bytes))? {
            None => Ok(()),
            Some(refusal) => Err(refusal.failed()),
        }
    }
}

fn amazon(region: &str) -> String {
    format!("https://s3.{region}.amazonaws.com")
}

/// What a store says to an object that is put there; `None` if it takes it.
fn accepted(
    answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Option<Refusal>, Failed> {
    let mut response = answer.map_err(|error| failed_by(&error))?;
    if response.status().is_success() {
        return Ok(None);
    }
    Ok(Some(read_refusal(&mut response)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address_of(bucket: &str, endpoint: Option<&str>) -> Option<String> {
        let access =
            Access { bucket, region: "ap-southeast-3", endpoint, key: "a", secret: "b", token: Some("c") };
        let time = Duration::from_secs(1);
        let bucket = Bucket::new(access, RequestLimits { time, connect: time, bytes: 1 })?;
        assert!(!format!("{bucket:?}").contains("\"b\""), "the key is shown to nobody");
        Some(bucket.signer.object_url("a/b c").to_string())
    }

    #[test]
    fn a_bucket_has_a_domain_of_its_own_at_amazon_and_a_folder_elsewhere() {
        let address = |bucket, endpoint| address_of(bucket, endpoint).expect("an address");
        assert_eq!(address("foto", None), "https://foto.s3.ap-southeast-3.amazonaws.com/a/b%20c");
        assert_eq!(address("foto.jabar", None), "https://s3.ap-southeast-3.amazonaws.com/foto.jabar/a/b%20c");
        assert_eq!(address("foto", Some("http://127.0.0.1:9000")), "http://127.0.0.1:9000/foto/a/b%20c");
        assert_eq!(address_of("foto", Some("bukan alamat")), None);
        assert_eq!(address_of("foto", Some("ftp://contoh.id")), None);
    }
}
