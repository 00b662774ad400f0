//! Whom a request says to ask (`Host`): a page of another site reaches a server of this machine only by a name that it
//! lets point here.

use std::net::IpAddr;

/// Ends of names that no name server of the world knows. Source: RFC 6762, RFC 8375, and IANA's list of special-use
/// names.
const OWN_NETWORK: [&str; 4] = ["local", "lan", "internal", "home.arpa"];

/// Name and port of a host as a request says it: `[::1]:4100`. No port where none is said.
pub(crate) fn parse_host(host: &str) -> (&str, Option<&str>) {
    match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((name, rest)) => (name, rest.strip_prefix(':')),
        None => host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port))),
    }
}

/// True for a number, or `localhost` in any case and with the point that ends a name: nobody can let that point
/// somewhere else.
pub(crate) fn is_localhost_or_number(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || name.parse::<IpAddr>().is_ok()
}

/// The same, or a name that only the own network knows: one word, or one that ends like `laptop.local`.
pub(crate) fn is_of_own_network(name: &str) -> bool {
    let plain = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let is_below = |end: &&str| plain.strip_suffix(*end).is_some_and(|name| name.ends_with('.'));
    let is_word = !plain.is_empty() && !plain.contains('.');
    is_localhost_or_number(name) || is_word || OWN_NETWORK.iter().any(is_below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_nobody_can_let_point_here_are_this_machines() {
        let name = |host| parse_host(host).0;
        for host in
            ["localhost:4000", "LOCALHOST", "localhost.:4000", "a.localhost", "127.0.0.1:80", "[::1]:4000"]
        {
            assert!(is_localhost_or_number(name(host)) && is_of_own_network(name(host)), "{host}");
        }
        for host in ["laptop:4000", "laptop.local", "Laptop.LAN.:80", "etalase.home.arpa"] {
            assert!(!is_localhost_or_number(name(host)) && is_of_own_network(name(host)), "{host}");
        }
        for host in [
            "jahat.example:4000",
            "localhost.jahat.example",
            "127.0.0.1.jahat.example",
            "",
            "local.id",
            ".id",
        ] {
            assert!(!is_localhost_or_number(name(host)) && !is_of_own_network(name(host)), "{host}");
        }
        assert_eq!(parse_host("[::1]:4000"), ("::1", Some("4000")));
        assert_eq!(parse_host("a:b:c"), ("a", Some("b:c")));
    }
}
