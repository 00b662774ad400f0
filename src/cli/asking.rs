//! Asks the person at the terminal what a column means, and says how the same is said without being asked.

use std::io::{self, BufRead as _, Write as _};

use super::print::Printing;
use super::words::either;
use crate::finding::MessageLanguage;
use crate::import::{Asking, HeadMap, Question};

/// Characters of a cell that are shown beside its head.
const SHOWN_CHARS: usize = 40;

/// What a person said.
enum Answer {
    /// This one of the columns, from 0.
    Column(usize),
    /// None of them.
    NoColumn,
    /// Nobody is there any more.
    Nobody,
}

impl Printing {
    /// Asks until nothing is left to ask, and adds the answers to `map`. True if there are any.
    pub(super) fn ask(&self, mut asking: Asking, map: &mut HeadMap) -> bool {
        let mut said: Vec<String> = Vec::new();
        let mut answers = io::stdin().lock().lines().map_while(Result::ok);
        while let Some(question) = asking.next(map) {
            anstream::eprint!("{}", self.in_words(&question));
            match self.answer(&mut answers, question.columns.len()) {
                Answer::Column(index) => {
                    let (head, key) = (&question.columns[index].0, &question.key);
                    map.add(head, key);
                    said.push(quoted(&format!("{head}={key}")));
                }
                Answer::NoColumn => {}
                Answer::Nobody => break,
            }
            asking.settle(question);
        }
        if !said.is_empty() {
            let label = either(
                self.language,
                "lain kali, tanpa ditanya, tambahkan:",
                "next time, without being asked, add:",
            );
            let maps: Vec<String> = said.iter().map(|one| format!("--map {one}")).collect();
            anstream::eprintln!("{label}\n  {}\n", maps.join(" "));
        }
        !said.is_empty()
    }

    fn in_words(&self, question: &Question) -> String {
        let (file, sheet) = &question.place;
        let Question { wanted, meaning, columns, .. } = question;
        let place = match (sheet.as_str(), self.language) {
            ("", _) => file.clone(),
            (sheet, MessageLanguage::Id) => format!("{file}, lembar {sheet}"),
            (sheet, MessageLanguage::En) => format!("{file}, sheet {sheet}"),
        };
        let lack = match self.language {
            MessageLanguage::Id => format!("kolom `{wanted}` ({}) tidak ditemukan; yang mana?", meaning.id),
            MessageLanguage::En => {
                format!("there is no column `{wanted}` ({}); which one is it?", meaning.en)
            }
        };
        let width = columns.iter().map(|(head, _)| head.chars().count()).max().unwrap_or_default();
        let rows = columns.iter().enumerate().map(|(index, (head, text))| {
            let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let text: String = text.chars().take(SHOWN_CHARS).collect();
            format!("  {:>2}  {head:width$}  {text}\n", index + 1)
        });
        format!("{place}: {lack}\n{}", rows.collect::<String>())
    }

    /// Asks for one of so many until it is one.
    fn answer(&self, answers: &mut impl Iterator<Item = String>, count: usize) -> Answer {
        loop {
            let ask = match self.language {
                MessageLanguage::Id => format!("nomor 1-{count}, atau ENTER bila tidak ada: "),
                MessageLanguage::En => format!("number 1-{count}, or ENTER for none: "),
            };
            anstream::eprint!("{ask}");
            // A terminal that is gone shows nothing.
            let _ = io::stderr().flush();
            let Some(answer) = answers.next() else { return Answer::Nobody };
            if answer.trim().is_empty() {
                return Answer::NoColumn;
            }
            if let Some(number) = answer.trim().parse().ok().filter(|number| (1..=count).contains(number)) {
                return Answer::Column(number - 1);
            }
        }
    }
}

/// As a shell takes it for one word: double quotes mean the same to `cmd`, PowerShell and those of Unix, but for what
/// the last two look for inside them.
fn quoted(text: &str) -> String {
    let is_plain = !text.contains(['"', '$', '`', '\\', '!']);
    if is_plain { format!("\"{text}\"") } else { format!("'{text}'") }
}
