//! Links with their words, and those that lead out of a site: to WhatsApp, to maps, to accounts elsewhere.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::model::WhatsAppNumber;

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Where it leads: a path of the site, or an address elsewhere. In a list of facts: the value, such as `520 g`.
    pub href: String,
    /// What a visitor reads.
    pub label: String,
}

/// What stands for something in an address: all but letters, digits and these four. Source: RFC 3986, 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Longest address that chat programs take without cutting it, in bytes.
pub const MAX_WHATSAPP_URL: usize = 2_000;

/// A chat with a number, with a message already typed. A message too long for an address is cut at a line.
/// ```
/// # use etalase::{model::WhatsAppNumber, view::links};
/// let number = WhatsAppNumber::from_digits("6281000000021").unwrap();
/// assert_eq!(links::whatsapp(&number, "Halo, 1 kg?"), "https://wa.me/6281000000021?text=Halo%2C%201%20kg%3F");
/// ```
pub fn whatsapp(number: &WhatsAppNumber, message: &str) -> String {
    with_message(&format!("https://wa.me/{}?text=", number.digits()), message)
}

/// Lets the visitor choose whom to send a message to.
pub fn whatsapp_share(message: &str) -> String {
    with_message("https://api.whatsapp.com/send?text=", message)
}

fn with_message(address: &str, message: &str) -> String {
    let mut lines: Vec<&str> = message.lines().collect();
    loop {
        let url = format!("{address}{}", percent_encode(&lines.join("\n")));
        if url.len() <= MAX_WHATSAPP_URL || lines.len() <= 1 {
            return url;
        }
        // The last line is the page's address, from which staff see the rest.
        lines.remove(lines.len() - 2);
    }
}

/// A text as a part of an address.
/// ```
/// assert_eq!(etalase::view::links::percent_encode("Rp 1 & é\n"), "Rp%201%20%26%20%C3%A9%0A");
/// ```
pub fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Directions to a place in the map program of the visitor's choice on the web; nothing is loaded before.
pub fn directions(latitude: f64, longitude: f64) -> String {
    format!("https://www.google.com/maps/dir/?api=1&destination={latitude:.6}%2C{longitude:.6}")
}

/// A place for the map program on the phone, with a name (RFC 5870, and the `q` that Android reads).
pub fn geo(latitude: f64, longitude: f64, name: &str) -> String {
    format!("geo:{latitude:.6},{longitude:.6}?q={latitude:.6},{longitude:.6}({})", percent_encode(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_message_keeps_its_first_and_last_lines() {
        let number = WhatsAppNumber::from_digits("6281000000021").expect("valid");
        let line = "é".repeat(150);
        let message = format!("Halo\n{line}\n{line}\n{line}\nhttps://a.id/");
        let url = whatsapp(&number, &message);
        assert!(url.len() <= MAX_WHATSAPP_URL, "{}", url.len());
        assert!(url.contains("?text=Halo%0A") && url.ends_with("https%3A%2F%2Fa.id%2F"), "{url}");
    }
}
