//! How to reach a cooperative.

use super::language::LocalText;

/// The ways to reach a cooperative; at least one is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Number that takes orders.
    pub whatsapp: Option<WhatsAppNumber>,
    /// Landline or mobile for calls.
    pub phone: Option<PhoneNumber>,
    /// E-mail address.
    pub email: Option<String>,
    /// Instagram account without `@`.
    pub instagram: Option<String>,
    /// TikTok account without `@`.
    pub tiktok: Option<String>,
    /// Facebook page name.
    pub facebook: Option<String>,
    /// YouTube handle without `@`.
    pub youtube: Option<String>,
    /// Another site of the cooperative, https.
    pub website: Option<String>,
    /// A sentence about when or how to reach somebody.
    pub note: Option<LocalText>,
}

/// An Indonesian mobile number as wa.me wants it: digits with country code, `6281200000000`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WhatsAppNumber(String);

impl WhatsAppNumber {
    /// From digits that start with `628` and have 11 to 14 digits in all (national 08xx has 10 to 13). No mobile
    /// network has 080x or 084x. Source: the numbering plan of Indonesia, Permenkominfo 14/2018.
    pub fn from_digits(digits: &str) -> Option<Self> {
        let network = digits.strip_prefix("628").and_then(|rest| rest.bytes().next());
        let valid = matches!(network, Some(b'1'..=b'3' | b'5'..=b'9'))
            && (11..=14).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        valid.then(|| Self(digits.to_owned()))
    }

    /// Digits with country code.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// As people write it: `0812-0000-0000`.
    pub fn national(&self) -> String {
        grouped(&format!("0{}", &self.0[2..]))
    }
}

/// A number for calls, landline or mobile.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    /// For `tel:` links: `+6222000000`.
    pub dial: String,
    /// As the profile writes it, tidied.
    pub shown: String,
}

fn grouped(digits: &str) -> String {
    let chars: Vec<char> = digits.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whatsapp_number_is_shown_as_people_write_it() {
        let number = WhatsAppNumber::from_digits("6281234567890").expect("valid");
        assert_eq!(number.national(), "0812-3456-7890");
    }

    #[test]
    fn landlines_and_service_numbers_are_no_whatsapp_numbers() {
        assert_eq!(WhatsAppNumber::from_digits("62221234567"), None);
        assert_eq!(WhatsAppNumber::from_digits("621500123"), None);
        for none in ["6284100000001", "6280410000001", "6280312345678", "628123456", "628123456789012"] {
            assert_eq!(WhatsAppNumber::from_digits(none), None, "{none}");
        }
        for shortest_and_longest in ["62812345678", "62895123456789"] {
            assert!(WhatsAppNumber::from_digits(shortest_and_longest).is_some(), "{shortest_and_longest}");
        }
    }
}
