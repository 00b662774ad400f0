//! What a text means at a key, whatever spelling was typed: `12.500`, `Rp 12.500` and `12500` are one price. Two texts
//! are compared by it, and what is written into a profile is spelled by it. The readers of the room do the reading.

use super::contact::{account_host, parse_account, parse_email, parse_link, parse_phone, parse_whatsapp};
use super::date::{parse_date, parse_date_time};
use super::hours::written_hours;
use super::measure::{parse_shelf_life, parse_weight};
use super::money::{parse_rupiah, written};
use super::number::{decimal, grouped_digits, parse_percent, parse_year, parse_years};
use super::photo::inside;
use super::product::parse_slug;
use super::season::months_of;
use super::typed::Typed;
use super::yaml::Node;
use super::{choice, colour::parse_colour};
use crate::finding::{Findings, SourceFile};
use crate::keys::{Key, Shape};
use crate::model::{Percent, PhoneNumber, RegionCode, Weight};

/// What a text means, and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The same for all spellings of one value, and only for these.
    pub(crate) same: String,
    /// The spelling that other programs leave alone, without quotes.
    pub(crate) written: String,
}

impl Meaning {
    fn one(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { same: text.clone(), written: text }
    }

    fn as_typed(same: impl Into<String>, written: impl Into<String>) -> Self {
        Self { same: same.into(), written: written.into() }
    }
}

/// What a text means at a key, or as an item of its list; `None` where it cannot be read, and where the key holds
/// other keys. Translations mean what their original means.
pub(crate) fn meaning(key: &'static Key, text: &str) -> Option<Meaning> {
    let file = SourceFile::new("", "");
    let node = Node::alone(&file, text);
    let mut unheard = Findings::new();
    let typed = if matches!(key.shape, Shape::WhatsApp | Shape::Phone) {
        Typed::number_at(key.name, &node, &mut unheard)
    } else {
        Typed::at(key.name, &node, &mut unheard)
    };
    let typed = typed.filter(|typed| !typed.text.is_empty())?;
    of_number(key, typed, &mut unheard)
        .or_else(|| of_time(key.shape, typed, &mut unheard))
        .or_else(|| of_address(key, typed, &mut unheard))
        .or_else(|| of_text(key, typed, &mut unheard))
}

fn of_number(key: &'static Key, typed: Typed<'_>, unheard: &mut Findings) -> Option<Meaning> {
    Some(match key.shape {
        Shape::Rupiah => {
            let amount = parse_rupiah(typed, unheard)?.amount();
            Meaning::one(format!("Rp {}", written(u128::from(amount))))
        }
        Shape::Percent => Meaning::one(written_percent(parse_percent(typed, unheard)?)),
        Shape::Number(..) | Shape::Numbers(..) => Meaning::one(grouped_digits(typed.text)?.to_string()),
        Shape::Year => Meaning::one(parse_year(typed, unheard)?.to_string()),
        Shape::Years => {
            let (first, last) = parse_years(typed, unheard)?;
            Meaning::one(format!("{first}-{last}"))
        }
        Shape::Coordinates | Shape::Focus => {
            let number = decimal(typed.text)?;
            Meaning::as_typed(number.to_string(), typed.text.replace(',', "."))
        }
        Shape::Measure(..) => {
            let same = match parse_weight(typed, unheard) {
                Some(Weight::Grams(amount)) => format!("{amount} g"),
                Some(Weight::Millilitres(amount)) => format!("{amount} ml"),
                None => format!("{:?}", parse_shelf_life(typed, unheard)?),
            };
            Meaning::as_typed(same, typed.line())
        }
        _ => return None,
    })
}

fn of_time(shape: Shape, typed: Typed<'_>, unheard: &mut Findings) -> Option<Meaning> {
    Some(match shape {
        Shape::Date | Shape::Dates => Meaning::one(parse_date(typed, unheard)?.to_string()),
        Shape::DateTime => {
            let at = parse_date_time(typed, unheard)?;
            Meaning::one(format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute()))
        }
        Shape::Hours => Meaning::one(written_hours(typed.text)?),
        Shape::Months => {
            let months = months_of(typed.text)?;
            let same: Vec<String> = months.iter().map(u8::to_string).collect();
            Meaning::as_typed(same.join(" "), typed.line().replace('–', "-"))
        }
        _ => return None,
    })
}

fn of_address(key: &'static Key, typed: Typed<'_>, unheard: &mut Findings) -> Option<Meaning> {
    Some(match key.shape {
        Shape::WhatsApp => Meaning::one(parse_whatsapp(typed, unheard)?.national()),
        Shape::Phone => {
            let number = parse_phone(typed, unheard)?;
            Meaning::as_typed(number.dial.clone(), written_phone(&number))
        }
        Shape::Email => {
            let address = parse_email(typed, unheard)?;
            Meaning::as_typed(address.to_lowercase(), address)
        }
        Shape::Account => {
            let name = parse_account(typed, account_host(key.name)?, unheard)?;
            Meaning::as_typed(name.to_lowercase(), name)
        }
        Shape::Link => Meaning::one(parse_link(typed, unheard)?),
        Shape::Region => Meaning::one(RegionCode::parse(typed.text)?.as_str()),
        _ => return None,
    })
}

fn of_text(key: &'static Key, typed: Typed<'_>, unheard: &mut Findings) -> Option<Meaning> {
    Some(match key.shape {
        Shape::Flag => Meaning::one(if choice::flag(typed.text)? { "ya" } else { "tidak" }),
        Shape::Choice(words) | Shape::Choices(words) => {
            let plain = typed.line().to_lowercase().replace([' ', '_'], "-");
            Meaning::one(*words.iter().find(|word| **word == plain)?)
        }
        Shape::Slug | Shape::Slugs => Meaning::one(parse_slug(typed, unheard)?.as_str()),
        Shape::Colour => Meaning::one(parse_colour(typed, unheard)?),
        Shape::Path | Shape::CodePhoto | Shape::Photo(_) | Shape::Photos(_) => {
            Meaning::one(inside(typed.text))
        }
        Shape::Identifier => {
            let marked = typed.line();
            let same: String =
                marked.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
            Meaning::as_typed(same, marked)
        }
        Shape::Text(_) if key.name == "rekening" => {
            let digits: String = typed.text.chars().filter(|c| !matches!(c, '-' | '.' | ' ')).collect();
            Meaning::as_typed(digits, typed.line())
        }
        Shape::Markdown => Meaning::one(typed.text),
        Shape::Text(_) | Shape::Local(_) | Shape::Texts(_) | Shape::Locals(_) | Shape::Qris => {
            Meaning::one(typed.line())
        }
        _ => return None,
    })
}

/// `40`, `2,5`: with a comma, since programs drop a last 0 behind a point.
fn written_percent(percent: Percent) -> String {
    let (whole, part) = (percent.hundredths() / 100, percent.hundredths() % 100);
    if part == 0 {
        return whole.to_string();
    }
    format!("{whole},{part:02}").trim_end_matches('0').to_owned()
}

/// A number with hyphens, which no program takes for something to add up: behind the area code, which has three digits
/// in the five largest cities and four elsewhere, or in groups of four for a mobile. Marks that were typed stay.
fn written_phone(number: &PhoneNumber) -> String {
    const SHORT: [&str; 5] = ["021", "022", "024", "031", "061"];
    let shown = number.shown.as_str();
    let is_digits = shown.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits || !shown.starts_with('0') {
        let is_marked = shown.contains(['-', ' ', '(', '.']) && !shown.starts_with(['+', '(']);
        return if is_digits || is_marked { shown.to_owned() } else { with_hyphens(&national(&number.dial)) };
    }
    if shown.starts_with("08") && !shown.starts_with("080") {
        return with_hyphens(shown);
    }
    let area = if SHORT.iter().any(|code| shown.starts_with(code)) { 3 } else { 4 };
    format!("{}-{}", &shown[..area], &shown[area..])
}

/// `0812…` of `+62812…`, without what is dialled behind it.
fn national(dial: &str) -> String {
    let digits = dial.split(';').next().unwrap_or_default();
    digits.strip_prefix("+62").map_or_else(|| digits.to_owned(), |rest| format!("0{rest}"))
}

fn with_hyphens(digits: &str) -> String {
    let chars: Vec<char> = digits.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
