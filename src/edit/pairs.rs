//! What a browser sends with an address or a form: names and values, in order.

/// Names and values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Of what follows a question mark, or of a form's body. Source: URL standard, `application/x-www-form-urlencoded`.
    pub(super) fn parse(text: &str) -> Self {
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        };
        Self(text.split('&').filter(|part| !part.is_empty()).map(pair).collect())
    }

    /// One more.
    pub(super) fn push(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    /// The first value of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub(super) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
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
