//! What people write in front of an item of a list: numbers, letters and bullets, where YAML wants a dash and a space.

use super::mend::Rule;

/// What keyboards and chats write for the dash of a list.
const DASHES: [char; 8] = ['–', '—', '‒', '―', '−', '‐', '‑', '*'];
/// Bullets of chats and office programs.
const BULLETS: [char; 33] = [
    '•', '·', '▪', '●', '◦', '○', '■', '□', '▫', '◾', '◽', '▶', '►', '▸', '➢', '➤', '➔', '→', '✓', '✔',
    '✅', '☑', '☐', '❖', '◆', '◇', '♦', '★', '☆', '✦', '🔹', '🔸', '👉',
];

/// The sign of an item: its length with the space behind it, in bytes, and what is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bullet {
    /// Bytes before the item.
    pub(super) length: usize,
    /// Why it is no dash.
    pub(super) rule: Rule,
}

/// The sign in front of an item that is not the dash of YAML.
pub(super) fn bullet(text: &str) -> Option<Bullet> {
    numbered(text).or_else(|| marked(text)).or_else(|| glued(text))
}

/// True for a dash or bullet that is none to YAML.
pub(super) fn is_bullet(c: char) -> bool {
    DASHES.contains(&c) || BULLETS.contains(&c)
}

/// True for a text that begins with a bullet and goes on.
pub(super) fn begins_with_bullet(text: &str) -> bool {
    let is_sure = |c: char| BULLETS.contains(&c) || matches!(c, '–' | '—');
    text.starts_with(is_sure) && text.contains(' ')
}

/// `1. `, `2) `, `a. `: no amount (`9.000`), no hour (`08.00`), no initial (`A. Sunandar`).
fn numbered(text: &str) -> Option<Bullet> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_number = (1..=2).contains(&digits);
    let is_letter = digits == 0 && text.starts_with(|c: char| c.is_ascii_lowercase());
    let sign = if is_letter { 1 } else { digits };
    let rest = text.get(sign..)?.strip_prefix(['.', ')']).filter(|_| is_number || is_letter)?;
    let item = rest.trim_start();
    let is_apart = rest.is_empty() || item.len() < rest.len();
    let is_glued = is_number && rest.starts_with(|c: char| c.is_alphabetic() || "{\"'".contains(c));
    let length = text.len() - item.len();
    (is_apart || is_glued).then_some(Bullet { length, rule: Rule::NumberForDash })
}

/// `• `, `– `, also without its space; a `*` without one is emphasis.
fn marked(text: &str) -> Option<Bullet> {
    let sign = text.chars().next().filter(|c| is_bullet(*c))?;
    // Emoji have a selector of their colours behind them.
    let rest = text[sign.len_utf8()..].trim_start_matches('\u{fe0f}');
    let item = rest.trim_start();
    let is_apart = item.len() < rest.len() || rest.is_empty();
    let is_sign = is_apart || sign != '*';
    is_sign.then_some(Bullet { length: text.len() - item.len(), rule: Rule::WrongDash(sign) })
}

/// `-Kopi`.
fn glued(text: &str) -> Option<Bullet> {
    let rest = text.strip_prefix('-')?;
    let is_item = rest.starts_with(|c: char| c.is_alphabetic() || "{\"'".contains(c));
    is_item.then_some(Bullet { length: 1, rule: Rule::SpaceAfterDash })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_letters_and_bullets_are_signs_of_items() {
        for (text, item) in [
            ("1. Kopi", "Kopi"),
            ("12) Kopi", "Kopi"),
            ("1.nama: Kopi", "nama: Kopi"),
            ("2.{nama: Kopi}", "{nama: Kopi}"),
            ("1.", ""),
            ("a. Kopi", "Kopi"),
            ("•Kopi", "Kopi"),
            ("• Kopi", "Kopi"),
            ("✔️ Kopi", "Kopi"),
            ("* Kopi", "Kopi"),
            ("– Kopi", "Kopi"),
            ("-Kopi", "Kopi"),
        ] {
            let found = bullet(text).map(|bullet| &text[bullet.length..]);
            assert_eq!(found, Some(item), "{text}");
        }
        for text in [
            "Kopi",
            "9.000",
            "08.00-16.00",
            "A. Sunandar",
            "a.n. Koperasi",
            "*Kopi*",
            "- Kopi",
            "-5",
            "100. Kopi",
        ] {
            assert_eq!(bullet(text), None, "{text}");
        }
    }
}
