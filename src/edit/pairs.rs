//! What a browser sends with an address or a form: names and their values.

use std::collections::HashMap;

/// Names and values. A form of prices has thousands of fields, and each is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pairs(HashMap<String, Vec<String>>);

impl Pairs {
    /// Of what follows a question mark, or of a form's body. Source: URL standard, `application/x-www-form-urlencoded`.
    pub(super) fn parse(text: &str) -> Self {
        let mut pairs = Self::default();
        for pair in text.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            pairs.push(&decoded(name), decoded(value));
        }
        pairs
    }

    /// One more.
    pub(super) fn push(&mut self, name: &str, value: String) {
        self.0.entry(name.to_owned()).or_default().push(value);
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.first().map(String::as_str)
    }

    /// Every value of a name, in the order in which they came.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(String::as_str)
    }
}

/// Line ends as browsers send them become those of this program.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digit =
            |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let mut ahead = rest.clone();
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'+', ..) => bytes.push(b' '),
            (b'%', Some(high), Some(low)) => {
                bytes.push(16 * high + low);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_as_browsers_send_them() {
        let pairs =
            Pairs::parse("produk%5B1%5D.harga=Rp+12.500&isi=a%0D%0Ab&bahasa=id&bahasa=su&x&y=%4&z=%C3%A9");
        assert_eq!(pairs.get("produk[1].harga"), Some("Rp 12.500"));
        assert_eq!(pairs.get("isi"), Some("a\nb"));
        assert_eq!(pairs.all("bahasa").collect::<Vec<_>>(), ["id", "su"]);
        assert_eq!((pairs.get("x"), pairs.get("y"), pairs.get("z")), (Some(""), Some("%4"), Some("é")));
    }
}
