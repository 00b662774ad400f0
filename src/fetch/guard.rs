//! Which addresses of machines may be connected to. Asked for every connection, after each redirect too, and with the
//! very addresses that are then used: a name that leads elsewhere the second time gains nothing.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Names that lead to this machine or into a private network are not found, at the first step and after each redirect.
#[derive(Debug)]
pub(super) struct Public {
    inner: DefaultResolver,
    allows_private: bool,
}

impl Public {
    pub(super) fn new(allows_private: bool) -> Self {
        Self { inner: DefaultResolver::default(), allows_private }
    }
}

impl Resolver for Public {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout).map_err(|error| match error {
            // The system's word for a name that nobody knows.
            ureq::Error::Io(_) => ureq::Error::HostNotFound,
            other => other,
        })?;
        if self.allows_private || found.iter().all(|address| is_public(address.ip())) {
            return Ok(found);
        }
        Err(ureq::Error::Other(Box::new(PrivateAddress)))
    }
}

/// A name led where it may not.
#[derive(Debug)]
pub(super) struct PrivateAddress;

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
    let [a, b, c, _] = address.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_for_benchmarks = a == 198 && (18..20).contains(&b);
    let is_of_the_protocol = a == 192 && b == 0 && c == 0;
    let is_relay_to_v6 = a == 192 && b == 88 && c == 99;
    !(address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_documentation()
        || address.is_multicast()
        || is_shared
        || is_for_benchmarks
        || is_of_the_protocol
        || is_relay_to_v6
        || a == 0
        || a >= 240)
}

/// `2000::/3` is all that has been given out. Of it, `2001::/23` is for protocols, Teredo among them, which hides
/// addresses of version 4 as `2002::/16` does; `2001:db8::/32` and `3fff::/20` are for documents.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let is_of_the_protocol = first == 0x2001 && second < 0x0200;
    let is_for_documents = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    (0x2000..0x4000).contains(&first) && !is_of_the_protocol && !is_for_documents && first != 0x2002
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_network_is_public() {
        let public = [
            "8.8.8.8",
            "1.1.1.1",
            "36.95.1.1",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.1",
            "192.88.98.1",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700::1111",
            "2001:4860:4860::8888",
            "2001:200::1",
            "3fff:1000::1",
            "::ffff:8.8.8.8",
        ];
        let closed = [
            // This machine and no machine.
            "127.0.0.1",
            "127.255.255.254",
            "0.0.0.0",
            "0.1.2.3",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:0.0.0.0",
            "::127.0.0.1",
            // Networks of one's own, and those that providers share.
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "fc00::1",
            "fd12:3456:789a::1",
            "fec0::1",
            "::ffff:10.0.0.1",
            "::ffff:192.168.1.1",
            // The cable itself, where clouds keep what they know of a machine.
            "169.254.1.1",
            "169.254.169.254",
            "fe80::1",
            "::ffff:169.254.169.254",
            "fd00:ec2::254",
            // Addresses of version 4 in others.
            "64:ff9b::a00:1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
            "2002:a00:1::",
            "2002:7f00:1::",
            "2001:0:a00:1::",
            "192.88.99.1",
            // For documents, tests, protocols, many at once, and the future.
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "198.18.0.1",
            "192.0.0.1",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "2001:db8::1",
            "2001:10::1",
            "3fff::1",
            "ff02::1",
            "100::1",
            "4000::1",
        ];
        for (addresses, expected) in [(&public[..], true), (&closed[..], false)] {
            for address in addresses {
                assert_eq!(is_public(address.parse().expect("an address")), expected, "{address}");
            }
        }
    }
}
