//! The door to the network: one address at a time, within limits. Nothing goes through it unless a person asked for it
//! on the command line; a build never does.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// What a request may cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FetchLimits {
    /// Bytes of an answer.
    pub(crate) bytes: u64,
    /// Time for all of it, redirects included.
    pub(crate) time: Duration,
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
    /// Nobody answers: no network, no such host, no sound certificate.
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
            .user_agent(concat!("etalase/", env!("CARGO_PKG_VERSION")))
            .proxy(None)
            .build();
        let resolver = Public { inner: DefaultResolver::default(), allows_private: limits.allows_private };
        Self { agent: ureq::Agent::with_parts(config, DefaultConnector::default(), resolver), limits }
    }

    /// All that an address answers.
    ///
    /// # Errors
    /// If it is no address, leads where it may not, or gives no whole answer within the limits.
    pub(crate) fn get(&self, address: &str) -> Result<Fetched, Unanswered> {
        let mut response = self.agent.get(address).call().map_err(|error| reason(&error))?;
        let kind = response.body().mime_type().unwrap_or_default().to_owned();
        let body = response.body_mut().with_config().limit(self.limits.bytes);
        let bytes = body.read_to_vec().map_err(|error| reason(&error))?;
        Ok(Fetched { bytes, kind })
    }
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
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => Unanswered::TooSlow,
        _ => Unanswered::Unreachable,
    }
}

/// Names that lead to this machine or into a private network are not found, at the first step and after each redirect.
#[derive(Debug)]
struct Public {
    inner: DefaultResolver,
    allows_private: bool,
}

impl Resolver for Public {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if self.allows_private || found.iter().all(|address| is_public(address.ip())) {
            return Ok(found);
        }
        Err(ureq::Error::Other(Box::new(PrivateAddress)))
    }
}

/// A name led where it may not.
#[derive(Debug)]
struct PrivateAddress;

impl fmt::Display for PrivateAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("private address")
    }
}

impl std::error::Error for PrivateAddress {}

/// True for addresses of the open network. Source: IANA's registries of special-purpose addresses, IPv4 and IPv6.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => is_public_v4(address),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_for_benchmarks = a == 198 && (18..20).contains(&b);
    let is_of_the_protocol = a == 192 && b == 0 && address.octets()[2] == 0;
    !(address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || is_shared
        || is_for_benchmarks
        || is_of_the_protocol
        || a == 0
        || a >= 240)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // 2000::/3 is all that has been given out; of it, 2001:db8::/32 is for documents, and 2002::/16 and 64:ff9b::/96
    // hide addresses of version 4.
    let [first, second, ..] = address.segments();
    (0x2000..0x4000).contains(&first) && !(first == 0x2001 && second == 0x0db8) && first != 0x2002
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
        Fetcher::new(FetchLimits { bytes, time: Duration::from_secs(2), allows_private: true })
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
        let limits = FetchLimits { bytes: 100, time: Duration::from_secs(2), allows_private: false };
        let strict = Fetcher::new(limits);
        assert!(matches!(strict.get("http://contoh.id/"), Err(Unanswered::NoAddress)), "without encryption");
        for address in ["https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/", "https://[::1]/"] {
            assert!(matches!(strict.get(address), Err(Unanswered::Private)), "{address}");
        }
        for (address, expected) in [
            ("8.8.8.8", true),
            ("192.168.1.1", false),
            ("100.64.0.1", false),
            ("169.254.1.1", false),
            ("0.0.0.0", false),
            ("2606:4700::1111", true),
            ("fe80::1", false),
            ("fc00::1", false),
            ("::ffff:10.0.0.1", false),
            ("2002:a00:1::", false),
        ] {
            assert_eq!(is_public(address.parse().expect("an address")), expected, "{address}");
        }
    }
}
