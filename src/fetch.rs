//! The door to the network: one address at a time, within limits. Nothing goes through it unless a person asked for it
//! on the command line; a build never does.

mod guard;

use std::io;
use std::time::Duration;

use ureq::ResponseExt as _;
use ureq::http::header::{ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED};
use ureq::unversioned::transport::DefaultConnector;

use guard::{PrivateAddress, Public};

/// What a request may cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FetchLimits {
    /// Bytes of an answer.
    pub(crate) bytes: u64,
    /// Time for all of it, redirects included.
    pub(crate) time: Duration,
    /// Time until there is a connection.
    pub(crate) connect: Duration,
    /// True where machines of a private network, and this one, may be asked, without encryption too.
    pub(crate) allows_private: bool,
}

/// Redirects that are followed: sheets of others answer from another host than the one that is asked.
const MOST_REDIRECTS: u32 = 4;

/// An answer.
#[derive(Debug)]
pub(crate) struct Fetched {
    pub(crate) bytes: Vec<u8>,
    /// `image/jpeg`, as the other side says; empty if it does not.
    pub(crate) kind: String,
    /// What the other side calls what it sent.
    pub(crate) version: Version,
    /// Where it came from, after all redirects.
    pub(crate) from: String,
}

/// What a server calls a version of what it sends, so that it need not send it again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Version {
    /// Its name.
    pub(crate) etag: Option<String>,
    /// When it was last changed, as the server writes it.
    pub(crate) last_modified: Option<String>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unanswered {
    /// No address that begins with `https://`.
    NoAddress,
    /// It leads to this machine or into a private network.
    Private,
    /// The other side says no, with this status.
    Refused(u16),
    /// More bytes than there may be.
    TooLarge(u64),
    /// No whole answer in time.
    TooSlow,
    /// It leads round and round, or nowhere.
    Astray,
    /// Nobody knows a host of that name.
    NoSuchHost,
    /// No encryption that can be trusted: the certificate is old, of somebody else, or none.
    BadCertificate,
    /// What answers does not speak HTTP, or breaks off.
    Garbled,
    /// Nobody answers.
    Unreachable,
}

/// Asks addresses, and keeps connections for the next one.
#[derive(Debug)]
pub(crate) struct Fetcher {
    agent: ureq::Agent,
    limits: FetchLimits,
}

impl Fetcher {
    pub(crate) fn new(limits: FetchLimits) -> Self {
        let config = ureq::Agent::config_builder()
            .https_only(!limits.allows_private)
            .max_redirects(MOST_REDIRECTS)
            .timeout_global(Some(limits.time))
            .timeout_connect(Some(limits.connect.min(limits.time)))
            .user_agent(concat!("etalase/", env!("CARGO_PKG_VERSION")))
            .proxy(None)
            .build();
        let resolver = Public::new(limits.allows_private);
        Self { agent: ureq::Agent::with_parts(config, DefaultConnector::default(), resolver), limits }
    }

    /// All that an address answers.
    ///
    /// # Errors
    /// If it is no address, leads where it may not, or gives no whole answer within the limits.
    pub(crate) fn get(&self, address: &str) -> Result<Fetched, Unanswered> {
        // Nobody who is asked for any version says that it is the same as before.
        self.get_unless(address, &Version::default())?.ok_or(Unanswered::Garbled)
    }

    /// All that an address answers; `None` if that is still the version that is known.
    ///
    /// # Errors
    /// As `get`.
    pub(crate) fn get_unless(&self, address: &str, known: &Version) -> Result<Option<Fetched>, Unanswered> {
        let mut request = self.agent.get(address);
        let conditions = [(IF_NONE_MATCH, &known.etag), (IF_MODIFIED_SINCE, &known.last_modified)];
        for (name, value) in conditions {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let mut response = request.call().map_err(|error| reason(&error))?;
        if response.status() == 304 && *known != Version::default() {
            return Ok(None);
        }
        if response.status() != 200 {
            return Err(Unanswered::Refused(response.status().as_u16()));
        }
        let version = version_in(response.headers());
        let from = response.get_uri().to_string();
        let kind = response.body().mime_type().unwrap_or_default().to_owned();
        let body = response.body_mut().with_config().limit(self.limits.bytes);
        let bytes = body.read_to_vec().map_err(|error| reason(&error))?;
        Ok(Some(Fetched { bytes, kind, version, from }))
    }
}

/// Longest name of a version that is kept, in bytes.
const LONGEST_VERSION: usize = 200;

fn version_in(headers: &HeaderMap) -> Version {
    let text = |name: HeaderName| {
        let value = headers.get(name)?.to_str().ok()?;
        (value.len() <= LONGEST_VERSION).then(|| value.to_owned())
    };
    Version { etag: text(ETAG), last_modified: text(LAST_MODIFIED) }
}

fn reason(error: &ureq::Error) -> Unanswered {
    match error {
        ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::RequireHttpsOnly(_) => {
            Unanswered::NoAddress
        }
        ureq::Error::StatusCode(status) => Unanswered::Refused(*status),
        ureq::Error::BodyExceedsLimit(most) => Unanswered::TooLarge(*most),
        ureq::Error::Timeout(_) => Unanswered::TooSlow,
        ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed => Unanswered::Astray,
        ureq::Error::Other(other) if other.is::<PrivateAddress>() => Unanswered::Private,
        ureq::Error::HostNotFound => Unanswered::NoSuchHost,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Unanswered::BadCertificate,
        ureq::Error::Protocol(_) | ureq::Error::LargeResponseHeader(..) | ureq::Error::Decompress(..) => {
            Unanswered::Garbled
        }
        ureq::Error::Io(error) => match error.kind() {
            io::ErrorKind::TimedOut => Unanswered::TooSlow,
            // What the handshake says of a certificate.
            io::ErrorKind::InvalidData => Unanswered::BadCertificate,
            io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => Unanswered::Garbled,
            _ => Unanswered::Unreachable,
        },
        _ => Unanswered::Unreachable,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// Answers so many requests, each with the same bytes, and gives its address.
    fn server(answer: impl Into<Vec<u8>>, times: usize) -> String {
        let answer = answer.into();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}/", listener.local_addr().expect("bound"));
        thread::spawn(move || {
            for stream in listener.incoming().take(times) {
                let mut stream = stream.expect("a connection");
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(&answer);
            }
        });
        address
    }

    fn fetcher(bytes: u64) -> Fetcher {
        let time = Duration::from_secs(2);
        Fetcher::new(FetchLimits { bytes, time, connect: time, allows_private: true })
    }

    #[test]
    fn an_answer_comes_with_its_kind() {
        let address =
            server("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 4\r\n\r\na,b\n", 1);
        let fetched = fetcher(100).get(&address).expect("an answer");
        assert_eq!((fetched.bytes.as_slice(), fetched.kind.as_str()), (&b"a,b\n"[..], "text/csv"));
    }

    #[test]
    fn whatever_is_no_answer_says_why() {
        let large =
            server("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n".to_owned() + &"x".repeat(5000), 1);
        assert!(matches!(fetcher(100).get(&large), Err(Unanswered::TooLarge(_))));
        let missing = server("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 1);
        assert!(matches!(fetcher(100).get(&missing), Err(Unanswered::Refused(404))));
        let silent = server("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", 1);
        assert!(fetcher(100).get(&silent).is_err());
        let round =
            server("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 10);
        assert!(matches!(fetcher(100).get(&round), Err(Unanswered::Astray)));
        assert!(matches!(fetcher(100).get("bukan alamat"), Err(Unanswered::NoAddress)));
    }

    #[test]
    fn this_machine_and_its_network_are_not_asked() {
        let time = Duration::from_secs(2);
        let limits = FetchLimits { bytes: 100, time, connect: time, allows_private: false };
        let strict = Fetcher::new(limits);
        assert!(matches!(strict.get("http://contoh.id/"), Err(Unanswered::NoAddress)), "without encryption");
        for address in ["https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/", "https://[::1]/"] {
            assert!(matches!(strict.get(address), Err(Unanswered::Private)), "{address}");
        }
    }

    #[test]
    fn what_is_known_already_is_not_sent_again() {
        let first = server(
            "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nLast-Modified: Mon, 30 Nov 2026 00:00:00 GMT\r\nContent-Length: 1\r\n\r\nx",
            1,
        );
        let fetched = fetcher(100).get(&first).expect("an answer");
        assert_eq!((fetched.version.etag.as_deref(), fetched.from.as_str()), (Some("\"a\""), first.as_str()));
        let same = server("HTTP/1.1 304 Not Modified\r\n\r\n", 1);
        assert!(matches!(fetcher(100).get_unless(&same, &fetched.version), Ok(None)));
        let unasked = server("HTTP/1.1 304 Not Modified\r\n\r\n", 1);
        assert!(matches!(fetcher(100).get(&unasked), Err(Unanswered::Refused(304))));
    }

    #[test]
    fn what_unzips_to_more_than_there_may_be_is_refused() {
        let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        zipped.write_all(&vec![b' '; 50_000_000]).expect("in memory");
        let zipped = zipped.finish().expect("in memory");
        let head =
            format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", zipped.len());
        let bomb = server([head.into_bytes(), zipped].concat(), 1);
        assert!(matches!(fetcher(65_536).get(&bomb), Err(Unanswered::TooLarge(_))));
    }

    #[test]
    fn what_does_not_speak_the_protocol_is_told_apart_from_silence() {
        let garbled = server("SSH-2.0-OpenSSH_9.2p1\r\n", 1);
        assert!(matches!(fetcher(100).get(&garbled), Err(Unanswered::Garbled)));
        let plain = server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 1).replace("http", "https");
        assert!(matches!(fetcher(100).get(&plain), Err(Unanswered::BadCertificate)));
        let gone = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
        assert!(matches!(fetcher(100).get(&format!("http://{gone}/")), Err(Unanswered::Unreachable)));
        assert!(matches!(fetcher(100).get("http://tidak-ada.invalid/"), Err(Unanswered::NoSuchHost)));
    }
}
