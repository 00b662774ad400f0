//! Profiles in every layout that people and programs give them, and wishes for them; both follow from a seed.

use std::fmt::Write as _;

/// Numbers that look random and are the same for the same seed. Source: Marsaglia, "Xorshift RNGs" (2003).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 to below a bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    /// True in one of so many cases.
    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// What a profile says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Said {
    Text(String),
    List(Vec<Said>),
    Map(Vec<(&'static str, Said)>),
}

const TEXTS: [&str; 22] = [
    "Susu segar",
    "Kopi, gula",
    "Toko #5",
    "a: b",
    "- x",
    "Jum'at \"pagi\"",
    "[x]",
    "{y}",
    "& Rekan",
    "*tebal*",
    "yes",
    "0812",
    "1e3",
    "Kéju ☕ hangat",
    "100% asli",
    "@akun",
    "| pipa",
    "> lebih",
    "!",
    "akhir:",
    "? apa",
    "C:\\foto",
];

fn text(dice: &mut Dice) -> Said {
    Said::Text((*dice.pick(&TEXTS)).to_owned())
}

fn prose(dice: &mut Dice) -> Said {
    let lines: Vec<&str> = (0..=dice.below(3)).map(|_| *dice.pick(&TEXTS)).collect();
    Said::Text(lines.join(if dice.one_in(2) { "\n" } else { "\n\n" }))
}

fn price(dice: &mut Dice) -> Said {
    let amount = 1 + dice.below(99);
    Said::Text(match dice.below(3) {
        0 => format!("{amount}.000"),
        1 => format!("Rp {amount}.500"),
        _ => format!("{amount}000"),
    })
}

fn item(dice: &mut Dice, name: String) -> Said {
    let mut keys = vec![("nama", Said::Text(name))];
    let tier = |mulai: usize, dice: &mut Dice| {
        Said::Map(vec![("mulai", Said::Text(mulai.to_string())), ("harga", price(dice))])
    };
    for key in ["kategori", "harga", "satuan", "grosir", "musim", "sertifikat", "keterangan"] {
        if dice.one_in(2) {
            continue;
        }
        let value = match key {
            "harga" => price(dice),
            "grosir" => Said::List((0..=dice.below(2)).map(|nth| tier(10 * (nth + 1), dice)).collect()),
            "musim" => Said::List(vec![Said::Text("1-4".to_owned()), Said::Text("10".to_owned())]),
            "sertifikat" => Said::Map(vec![
                ("halal", Said::Text("ID32110000000210001".to_owned())),
                ("lainnya", text(dice)),
            ]),
            "keterangan" => prose(dice),
            _ => text(dice),
        };
        keys.push((key, value));
    }
    Said::Map(keys)
}

/// What a profile could say, with as many goods as `goods` names.
pub(crate) fn profile(dice: &mut Dice, goods: &[usize]) -> Vec<(&'static str, Said)> {
    let mut keys = vec![("nama", text(dice))];
    for key in ["slogan", "sektor", "kontak", "tentang", "produk", "gabung", "tanya_jawab"] {
        if dice.one_in(3) {
            continue;
        }
        let value = match key {
            "sektor" => Said::List((0..=dice.below(3)).map(|_| text(dice)).collect()),
            "kontak" => Said::Map(vec![
                ("whatsapp", Said::Text("0812-0000-0001".to_owned())),
                ("catatan", text(dice)),
            ]),
            "tentang" => prose(dice),
            "produk" => Said::List(goods.iter().map(|nth| item(dice, format!("Barang {nth}"))).collect()),
            "gabung" => Said::Map(vec![
                ("simpanan_pokok", price(dice)),
                ("syarat", Said::List((0..=dice.below(2)).map(|_| text(dice)).collect())),
            ]),
            "tanya_jawab" => Said::List(vec![Said::Map(vec![
                ("t", Said::Text("Buka kapan".to_owned())),
                ("j", prose(dice)),
            ])]),
            _ => text(dice),
        };
        keys.push((key, value));
    }
    keys
}

/// A profile as text, in a layout that the dice choose.
pub(crate) struct Typist<'d> {
    pub(crate) dice: &'d mut Dice,
    step: usize,
    list_step: usize,
    has_remarks: bool,
}

impl<'d> Typist<'d> {
    pub(crate) fn of(dice: &'d mut Dice) -> Self {
        let (step, list_step) = (2 + dice.below(3), *dice.pick(&[0, 2, 2, 4]));
        let has_remarks = dice.one_in(2);
        Self { dice, step, list_step, has_remarks }
    }

    pub(crate) fn write(mut self, profile: &[(&'static str, Said)]) -> String {
        let mut text = String::new();
        if self.dice.one_in(2) {
            text.push_str("# Profil\n\n");
        }
        self.map(&mut text, 0, profile, true);
        if self.dice.one_in(3) {
            text.push_str("# akhir\n");
        }
        if self.dice.one_in(4) {
            text.truncate(text.trim_end().len());
        }
        if self.dice.one_in(3) {
            text = text.replace('\n', "\r\n");
        }
        if self.dice.one_in(5) { format!("\u{feff}{text}") } else { text }
    }

    fn map(&mut self, out: &mut String, indent: usize, entries: &[(&'static str, Said)], is_root: bool) {
        for (index, (key, value)) in entries.iter().enumerate() {
            if index > 0 {
                self.between(out, indent, is_root);
            }
            let _ = write!(
                out,
                "{}{key}:",
                if index == 0 && !is_root { String::new() } else { " ".repeat(indent) }
            );
            self.value(out, indent, value);
        }
    }

    /// Empty lines and remarks between two keys or items.
    fn between(&mut self, out: &mut String, indent: usize, is_root: bool) {
        if self.dice.one_in(if is_root { 2 } else { 6 }) {
            out.push('\n');
        }
        if self.has_remarks && self.dice.one_in(6) {
            let _ = writeln!(out, "{}# catatan", " ".repeat(indent));
        }
    }

    fn line_end(&mut self, out: &mut String) {
        if self.has_remarks && self.dice.one_in(5) {
            out.push_str("  # ingat");
        }
        out.push('\n');
    }

    fn value(&mut self, out: &mut String, indent: usize, value: &Said) {
        match value {
            Said::Text(text) if self.is_block(text) => {
                out.push_str(if self.dice.one_in(3) { " |-" } else { " |" });
                self.line_end(out);
                for line in text.split('\n') {
                    let _ = writeln!(
                        out,
                        "{}{line}",
                        if line.is_empty() { String::new() } else { " ".repeat(indent + self.step) }
                    );
                }
            }
            Said::Text(_) => {
                let scalar = self.flow(value);
                let _ = write!(out, " {scalar}");
                self.line_end(out);
            }
            Said::Map(_) | Said::List(_) if self.dice.one_in(4) => {
                let flow = self.flow(value);
                let _ = write!(out, " {flow}");
                self.line_end(out);
            }
            Said::Map(entries) => {
                self.line_end(out);
                let below = indent + self.step;
                out.push_str(&" ".repeat(below));
                self.map(out, below, entries, false);
            }
            Said::List(items) => {
                self.line_end(out);
                self.list(out, indent + self.list_step, items);
            }
        }
    }

    fn list(&mut self, out: &mut String, indent: usize, items: &[Said]) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.between(out, indent, false);
            }
            out.push_str(&" ".repeat(indent));
            match item {
                Said::Map(entries) if !self.dice.one_in(4) => {
                    out.push_str("- ");
                    self.map(out, indent + 2, entries, false);
                }
                _ => {
                    let flow = self.flow(item);
                    let _ = write!(out, "- {flow}");
                    self.line_end(out);
                }
            }
        }
    }

    fn is_block(&mut self, text: &str) -> bool {
        text.contains('\n') && !self.dice.one_in(3)
    }

    fn flow(&mut self, value: &Said) -> String {
        match value {
            Said::Text(text) => self.quoted(text),
            Said::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Said::Map(entries) => {
                let entries: Vec<String> =
                    entries.iter().map(|(key, value)| format!("{key}: {}", self.flow(value))).collect();
                let space = if self.dice.one_in(3) { " " } else { "" };
                format!("{{{space}{}{space}}}", entries.join(", "))
            }
        }
    }

    fn quoted(&mut self, text: &str) -> String {
        let is_plain = text.chars().all(|c| c.is_alphanumeric() || " .-".contains(c))
            && text.starts_with(char::is_alphanumeric);
        match self.dice.below(3) {
            0 if is_plain => text.to_owned(),
            1 if !text.contains('\n') => format!("'{}'", text.replace('\'', "''")),
            _ => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")),
        }
    }
}
