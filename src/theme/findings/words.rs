//! Lists of names, the nearest of them, and contrasts, as findings say them.

use crate::finding::Text;

/// A contrast with one decimal, as Indonesian and English write it. Rounded down: 4.46 is not 4.5.
pub(super) fn ratios(contrast: f32) -> (String, String) {
    let text = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
    (text.replace('.', ","), text)
}

pub(super) fn one_of(known: &[&str]) -> Text {
    Text::new(format!("salah satu dari: {}", list(known)), format!("one of: {}", list(known)))
}

pub(super) fn did_you_mean(typed: &str, known: &[&str]) -> Text {
    match nearest(typed, known) {
        Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
        None => Text::new("hapus, atau ganti dengan salah satunya", "remove it, or use one of these"),
    }
}

pub(super) fn list(names: &[impl AsRef<str>]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}

pub(super) fn nearest<'a, S: AsRef<str>>(name: &str, known: &'a [S]) -> Option<&'a str> {
    known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate.as_ref()), candidate.as_ref()))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
