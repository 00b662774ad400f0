//! The table of keys held against what other rooms know.

use std::collections::BTreeSet;

use etalase::host;
use etalase::keys;

#[test]
fn every_known_host_can_be_named_in_the_settings() {
    let known: BTreeSet<&str> = host::HOSTS.iter().map(|host| host.name).collect();
    let words: BTreeSet<&str> = keys::HOSTS.iter().copied().collect();
    assert_eq!(words, known);
}
