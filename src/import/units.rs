//! Units that stand beside prices and names go where units belong.

use super::heads::Target;
use super::words::fold;
use crate::finding::Located;

/// Units out of prices and names into `satuan`: `12.500/kg`, `Rp 12.500 per kg`, `Gula (kg)`. A unit that the row has
/// already is taken off a price that repeats it, and never off a name.
pub(super) fn split_units(fields: &mut Vec<(Target, Located<String>)>) {
    let own = |path: &str| Target::Own(path.to_owned());
    let find = |fields: &[(Target, Located<String>)], path: &str| {
        fields.iter().position(|(target, _)| *target == own(path))
    };
    let Some(price) = find(fields, "harga") else { return };
    let known = find(fields, "satuan").map(|at| fold(&fields[at].1.value));
    if let Some((rest, unit)) = price_and_unit(&fields[price].1.value) {
        if known.as_ref().is_some_and(|known| *known != fold(&unit)) {
            return;
        }
        let at = fields[price].1.span.clone();
        fields[price].1.value = rest;
        if known.is_none() {
            fields.push((own("satuan"), Located::new(unit, at)));
        }
        return;
    }
    if known.is_none()
        && let Some(name) = find(fields, "nama")
        && let Some((rest, unit)) = name_and_unit(&fields[name].1.value)
    {
        let at = fields[name].1.span.clone();
        fields[name].1.value = rest;
        fields.push((own("satuan"), Located::new(unit, at)));
    }
}

fn price_and_unit(text: &str) -> Option<(String, String)> {
    let in_brackets =
        || text.trim_end().strip_suffix(')')?.split_once('(').filter(|(_, unit)| is_unit_word(unit));
    let parted = ["/", " per ", "@"].iter().find_map(|between| text.split_once(between));
    let (price, unit) = parted.or_else(in_brackets)?;
    let (price, unit) = (price.trim(), unit.trim());
    let is_price = price.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | ','));
    let is_unit = unit.chars().any(char::is_alphabetic);
    (is_price && is_unit).then(|| (price.to_owned(), unit.to_owned()))
}

/// Units that stand in brackets or behind a stroke.
const UNITS: &[&str] = &[
    "kg", "kilo", "gram", "gr", "g", "ons", "kwintal", "ton", "liter", "ltr", "lt", "l", "ml", "pcs", "buah",
    "bh", "biji", "butir", "ikat", "bungkus", "bks", "pak", "pack", "dus", "karton", "karung", "sak",
    "botol", "btl", "kaleng", "lusin", "kodi", "rim", "meter", "m", "set", "unit", "ekor", "lembar",
    "batang", "tabung", "galon", "sachet", "renteng", "toples", "box", "porsi", "pasang", "roll", "sisir",
    "tandan", "rak", "tray", "peti", "cup", "gelas", "loyang",
];

fn is_unit_word(text: &str) -> bool {
    UNITS.contains(&text.trim().to_lowercase().as_str())
}

/// Only a unit alone in brackets or behind a stroke at the end of a name: `Minyak 1 liter` is a name.
fn name_and_unit(text: &str) -> Option<(String, String)> {
    let trimmed = text.trim_end();
    let (name, unit) = match trimmed.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => [" / ", "/", " per "].iter().find_map(|between| trimmed.rsplit_once(between))?,
    };
    let unit = unit.trim();
    (is_unit_word(unit) && !name.trim().is_empty()).then(|| (name.trim().to_owned(), unit.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Span;

    #[test]
    fn units_in_prices_and_names_go_where_units_belong() {
        for (row, split) in [
            (
                vec![("nama", "Gula"), ("harga", "12.500/kg")],
                vec![("nama", "Gula"), ("harga", "12.500"), ("satuan", "kg")],
            ),
            (
                vec![("nama", "Gula (kg)"), ("harga", "12.500")],
                vec![("nama", "Gula"), ("harga", "12.500"), ("satuan", "kg")],
            ),
            (
                vec![("nama", "Minyak 1 liter"), ("harga", "19.000")],
                vec![("nama", "Minyak 1 liter"), ("harga", "19.000")],
            ),
            (
                vec![("nama", "Gula (kg)"), ("harga", "12.500"), ("satuan", "sak")],
                vec![("nama", "Gula (kg)"), ("harga", "12.500"), ("satuan", "sak")],
            ),
            (vec![("nama", "Gula/kg")], vec![("nama", "Gula/kg")]),
        ] {
            let at = Span::path("daftar.csv");
            let mut fields: Vec<(Target, Located<String>)> = row
                .iter()
                .map(|(path, text)| (Target::Own((*path).into()), Located::new((*text).into(), at.clone())))
                .collect();
            split_units(&mut fields);
            let split: Vec<_> =
                split.iter().map(|(path, text)| (Target::Own((*path).into()), (*text).to_owned())).collect();
            let found: Vec<_> = fields.into_iter().map(|(target, value)| (target, value.value)).collect();
            assert_eq!(found, split);
        }
    }
}
