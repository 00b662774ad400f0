//! Whom a preview answers: this machine and, if it was opened to a network, that network; no page of another site.

use super::preview::Preview;
use super::two_cooperatives;

#[test]
fn a_page_of_another_site_cannot_read_the_preview_under_a_name_of_its_own() {
    let preview = Preview::start(&two_cooperatives(), "");
    for address in ["/", "/.etalase/kabar?/"] {
        let answer = preview.ask("GET", address, &[("Host", "jahat.example:4000")]);
        assert!(matches!(answer.status, 403 | 404), "{address}: {}", answer.status);
    }
}

#[test]
fn this_machine_is_welcome_by_all_its_names() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    for (host, status) in [("LOCALHOST:4000", 200), ("localhost.", 200), ("laptop.local", 403)] {
        assert_eq!(preview.ask("GET", "/kpc/", &[("Host", host)]).status, status, "{host}");
    }
}

#[test]
fn who_opens_a_preview_to_a_network_answers_to_names_of_that_network_only() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "--bind 0.0.0.0");
    for (host, status) in
        [("laptop.local:4000", 200), ("laptop", 200), ("192.168.1.7", 200), ("jahat.example", 403)]
    {
        assert_eq!(preview.ask("GET", "/kpc/", &[("Host", host)]).status, status, "{host}");
    }
}

#[test]
fn a_page_of_another_site_cannot_frame_the_preview() {
    let site = two_cooperatives();
    let preview = Preview::start(&site, "");
    for address in ["/", "/kpc/", "/tidak-ada", "/kpc/etalase.json"] {
        let answer = preview.get(address);
        assert_eq!(answer.header("content-security-policy"), "frame-ancestors 'self'", "{address}");
        assert_eq!(answer.header("x-frame-options"), "SAMEORIGIN", "{address}");
    }
}
