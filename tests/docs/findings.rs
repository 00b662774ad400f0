//! `docs/REFERENSI-TEMUAN.md` lists every finding with what it says, as the sources have it.

use std::fmt::Write as _;
use std::path::Path;

use etalase::{Date, MessageLanguage, Request, Unwatched, render_finding};

use crate::reference::{is_held, wrapped};
use crate::rust::{Item, Token, arguments, closing, items};
use crate::tree::files_below;

const START: &str = "\
# Semua temuan

Yang disebut `etalase check`, `build`, `import`, dan perintah lain, dicari menurut kodenya: kata di dalam kurung siku di
akhir baris, misalnya `[price-comma]`. Tekan Ctrl-F, lalu ketik kodenya. Halaman ini ditulis dari sumber program; jangan
disunting tangan. `…` menggantikan apa yang Anda ketik sendiri; contoh di bawahnya keluar dari `etalase check`.

| tingkat | artinya |
|---|---|
| kesalahan | koperasi ini belum dibangun; yang sudah terbit tetap, koperasi lain tetap dibangun |
| peringatan | dibangun, tetapi ada yang sebaiknya diperbaiki |
| saran | dibangun; halamannya bisa lebih baik |
";

/// What the findings of a file are about, in the order of the page; a file that is not here ends the page.
const SUBJECTS: [(&str, &str); 38] = [
    ("content/findings/syntax", "Tulisan YAML: titik dua, tanda kutip, jarak"),
    ("content/findings/mending", "Baris yang terpotong atau menempel"),
    ("content/findings/key", "Kunci"),
    ("content/findings/money", "Harga dan uang"),
    ("content/findings/plausible", "Jumlah yang tidak wajar"),
    ("content/findings/offer", "Produk dan varian"),
    ("content/findings/code", "Kode produk"),
    ("content/findings/photo", "Foto di profil"),
    ("photo/", "Berkas foto"),
    ("content/findings/time", "Tanggal, jam, dan musim"),
    ("content/findings/place", "Wilayah, alamat, dan nomor"),
    ("content/findings/legal", "Nomor badan hukum"),
    ("content/findings/qris", "Kode QRIS"),
    ("content/findings/people", "Orang, izin, dan data pribadi"),
    ("content/findings/prose", "Cerita dan keterangan"),
    ("content/findings/site.", "Pengaturan situs"),
    ("content/findings/sites", "Daftar situs lain"),
    ("content/findings/manage", "Perubahan dari ponsel"),
    ("source/", "Folder dan berkas"),
    ("edit/", "Usulan dari ponsel"),
    ("amend/", "Mengubah profil"),
    ("import/findings/sheets", "Impor: lembar dan kolom"),
    ("import/findings/rows", "Impor: baris"),
    ("import/judge/", "Impor: isi sel"),
    ("import/findings/", "Impor: koperasi, katalog, dan jaringan"),
    ("workbook/", "Berkas lembar kerja"),
    ("guides/", "Panduan di portal"),
    ("programme/", "Daftar peserta program"),
    ("collect/", "Menghimpun situs lain"),
    ("federation/", "Situs lain di portal"),
    ("theme/", "Tema"),
    ("view/", "Halaman"),
    ("feed/", "Daftar untuk program lain"),
    ("check/", "Pemeriksaan halaman jadi"),
    ("host/", "Tempat terbit"),
    ("publish/", "Menerbitkan"),
    ("scaffold/", "Situs baru dan berkas CI"),
    ("", "Membangun, cache, dan ringkasan"),
];

#[test]
fn the_reference_of_findings_is_what_the_sources_say() {
    let files = files_below("src", &["rs"]);
    let mut subjects: Vec<Vec<Said>> = vec![Vec::new(); SUBJECTS.len()];
    for file in files.iter().filter(|file| !file.path.contains("test")) {
        let at = SUBJECTS.iter().position(|(start, _)| file.path.starts_with(start)).expect("the last fits");
        let source = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_list = file.path.contains("findings");
        // What several files of findings say in the same words stands in one beside them.
        let room = file.path.split("findings").next().unwrap_or_default();
        let words = files.iter().find(|other| other.path == format!("{room}findings/words.rs"));
        let source = [source, words.map_or("", |words| &words.text)].concat();
        subjects[at]
            .extend(findings_of(&source).into_iter().filter(|said| is_list || !said.levels.is_empty()));
    }
    let count: usize = subjects.iter().map(Vec::len).sum();
    assert!(count > 400, "only {count} findings");
    let examples = examples();
    let mut page = START.to_owned();
    for ((_, title), all) in SUBJECTS.iter().zip(subjects).filter(|(_, all)| !all.is_empty()) {
        // Writing to a String cannot fail.
        let _ = write!(page, "\n## {title}\n{}", chapter(&all, &examples));
    }
    is_held("docs/REFERENSI-TEMUAN.md", &page);
}

/// The findings of one subject by code, each with what it says in every case and an example if there is one.
fn chapter(all: &[Said], examples: &[(String, String)]) -> String {
    let mut codes: Vec<&str> = all.iter().map(|said| &*said.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut chapter = String::new();
    for code in codes {
        let _ = write!(chapter, "\n### `{code}`\n\n");
        let mut entries: Vec<String> = all.iter().filter(|said| said.code == code).map(entry).collect();
        entries.dedup();
        chapter += &entries.concat();
        let example = examples.iter().find(|(known, _)| known == code);
        chapter += &example.map(|(_, shown)| format!("\n```text\n{shown}\n```\n")).unwrap_or_default();
    }
    chapter
}

fn entry(said: &Said) -> String {
    let level = said.levels.join(" atau ");
    let level = if level.is_empty() { String::new() } else { format!("**{level}** · ") };
    let mut text = format!("- {level}{}", said.found.join(" / "));
    if !said.expected.is_empty() {
        let _ = write!(text, ". *Seharusnya:* {}", said.expected.join(" / "));
    }
    if !said.help.is_empty() {
        let _ = write!(text, ". *Perbaikan:* {}", said.help.join(" / "));
    }
    wrapped(&text, "  ")
}

/// What `check` prints about sites that are wrong on purpose, by code: the first of each.
fn examples() -> Vec<(String, String)> {
    let mut shown: Vec<(String, String)> = Vec::new();
    for site in include_str!("mistakes.txt").split("\n=== ").skip(1) {
        let (_, files) = site.split_once('\n').expect("a title");
        for finding in &mistakes_of(files) {
            if !shown.iter().any(|(code, _)| *code == finding.code) {
                let text =
                    anstream::adapter::strip_str(&render_finding(finding, MessageLanguage::Id)).to_string();
                // The reference is a page of the demo, and no page has a number of a citizen.
                let text = text.trim_end().replace("3204151203800001", "32041512########");
                shown.push((finding.code.to_string(), text));
            }
        }
    }
    shown
}

/// What is wrong with a site that is written as `-- path --` and the text of each file.
fn mistakes_of(files: &str) -> etalase::Findings {
    let site = tempfile::tempdir().expect("a folder");
    for file in format!("\n{files}").split("\n-- ").skip(1) {
        let (path, text) = file.split_once(" --\n").expect("a path and a text");
        let path = site.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        let bytes = match text.trim().strip_prefix('@') {
            Some(from) => std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(from)).expect(from),
            None => format!("{}\n", text.trim_end()).into_bytes(),
        };
        std::fs::write(path, bytes).expect("written");
    }
    let request = Request::new(site.path(), Date::constant(2026, 11, 24), std::time::UNIX_EPOCH);
    etalase::check(&request, &Unwatched).expect("it is checked").findings
}

/// What one finding says, with `…` for what it quotes.
#[derive(Debug, Default, Clone)]
pub(crate) struct Said {
    pub(crate) code: String,
    pub(crate) levels: Vec<&'static str>,
    pub(crate) found: Vec<String>,
    pub(crate) expected: Vec<String>,
    pub(crate) help: Vec<String>,
}

/// The findings of one file of the sources.
pub(crate) fn findings_of(source: &str) -> Vec<Said> {
    let items = items(source);
    let mut said: Vec<Said> = Vec::new();
    for item in items.iter().filter(|item| item.kind == "fn") {
        for at in codes(&item.body) {
            said.push(read(item, at, &items));
        }
    }
    said
}

/// Places of the codes in a function: `"price-comma"` as an argument or a field.
fn codes(body: &[Token]) -> Vec<usize> {
    let is_code = |at: &usize| {
        let Token::Text(text) = &body[*at] else { return false };
        let is_kebab = text.contains('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
        let is_argument = *at > 0 && (body[at - 1].is('(') || body[at - 1].is(',') || body[at - 1].is(':'));
        let ends = body.get(at + 1).is_some_and(|next| next.is(',') || next.is('.'));
        is_kebab && is_argument && ends && !text.starts_with('-')
    };
    (0..body.len()).filter(is_code).collect()
}

fn read(item: &Item, at: usize, items: &[Item]) -> Said {
    let Token::Text(code) = &item.body[at] else { unreachable!("a code is a text") };
    let open = enclosing(&item.body, at);
    let inner = &item.body[open + 1..closing(&item.body, open)];
    let parts = if item.body[open].is('{') { fields(inner) } else { last_three(inner) };
    let sentences = |part: &[Token]| sentences(part, item, items, 3);
    let [found, expected, help] = parts.map(sentences);
    let mut said =
        Said { code: code.clone(), levels: levels(item, open, inner, items), found, expected, help };
    if said.found.is_empty() && said.help.is_empty() {
        said.take_pairs(&item.body[at + 1..closing(&item.body, open)]);
    }
    // A short form with fewer arguments has what was found in front all the same.
    if said.found.is_empty() {
        let first = [&mut said.expected, &mut said.help].into_iter().find(|part| !part.is_empty());
        said.found = first.map(std::mem::take).unwrap_or_default();
    }
    said
}

impl Said {
    /// What stands behind a code as pairs of both languages: one is what was found, the last of several the remedy.
    fn take_pairs(&mut self, behind: &[Token]) {
        let mut pairs = Vec::new();
        let mut at = 0;
        while at + 2 < behind.len() {
            if let (Token::Text(id), true, Token::Text(_)) =
                (&behind[at], behind[at + 1].is(','), &behind[at + 2])
            {
                pairs.push(with_gaps(id));
                at += 2;
            }
            at += 1;
        }
        self.found.extend(pairs.first().cloned());
        self.expected.extend(pairs.get(1).filter(|_| pairs.len() == 3).cloned());
        self.help.extend(pairs.last().filter(|_| pairs.len() > 1).cloned());
    }
}

/// The bracket that a place stands in.
fn enclosing(body: &[Token], at: usize) -> usize {
    (0..at)
        .rev()
        .find(|open| matches!(body[*open], Token::Sign('(' | '{' | '[')) && closing(body, *open) > at)
        .expect("a code stands in a call or a struct")
}

/// `found`, `expected` and `help` of a struct that is written out.
fn fields(inner: &[Token]) -> [&[Token]; 3] {
    ["found", "expected", "help"].map(|name| {
        let all = arguments(inner);
        let field = all.into_iter().find(|field| field[0].word() == Some(name)).unwrap_or_default();
        if field.len() > 1 { &field[2..] } else { field }
    })
}

/// The last three arguments of a call, which every short form of a finding has in that order.
fn last_three(inner: &[Token]) -> [&[Token]; 3] {
    let all = arguments(inner);
    let [.., found, expected, help] = all.as_slice() else { return [&[]; 3] };
    [found, expected, help]
}

/// How much a finding stops: by the name of what makes it, or by the level in it, in its function or in what makes it.
fn levels(item: &Item, open: usize, inner: &[Token], items: &[Item]) -> Vec<&'static str> {
    let maker = open.checked_sub(1).and_then(|before| item.body[before].word()).unwrap_or_default();
    let named = [("error", "kesalahan"), ("warning", "peringatan"), ("advice", "saran")];
    if let Some((_, level)) = named.iter().find(|(name, _)| *name == maker) {
        return vec![level];
    }
    let made = items.iter().find(|other| other.kind == "fn" && other.name == maker);
    let places = [inner, &item.body, made.map_or(&[][..], |made| &made.body)];
    places.into_iter().map(typed_levels).find(|levels| !levels.is_empty()).unwrap_or_default()
}

fn typed_levels(tokens: &[Token]) -> Vec<&'static str> {
    let typed = [
        ("Error", "error", "kesalahan"),
        ("Warning", "warning", "peringatan"),
        ("Advice", "advice", "saran"),
    ];
    let has = |level: &str, maker: &str| {
        let is_level = |at: usize| at > 2 && tokens[at - 3].word() == Some("Level");
        let is_call = |at: usize| tokens.get(at + 1).is_some_and(|next| next.is('('));
        tokens.iter().enumerate().any(|(at, token)| {
            (token.word() == Some(level) && is_level(at)) || (token.word() == Some(maker) && is_call(at))
        })
    };
    typed.into_iter().filter(|(level, maker, _)| has(level, maker)).map(|(.., name)| name).collect()
}

/// The Indonesian sentences of an expression; names are looked up in the function and in its file.
fn sentences(part: &[Token], item: &Item, items: &[Item], depth: usize) -> Vec<String> {
    let mut found = Vec::new();
    for at in 0..part.len() {
        let is_call = matches!(part[at].word(), Some("text"))
            || (part[at].word() == Some("new") && at > 2 && part[at - 3].word() == Some("Text"));
        if is_call && part.get(at + 1).is_some_and(|next| next.is('(')) {
            let inner = &part[at + 2..closing(part, at + 1)];
            found.extend(arguments(inner).first().and_then(|first| first_sentence(first, item)));
        }
    }
    if !found.is_empty() || depth == 0 {
        return found;
    }
    for name in part.iter().filter_map(Token::word) {
        let below = value_of(name, &item.body).or_else(|| {
            items.iter().find(|other| other.kind == "fn" && other.name == name).map(|other| &*other.body)
        });
        found.extend(below.map(|below| sentences(below, item, items, depth - 1)).unwrap_or_default());
    }
    found
}

/// The first text of an expression, or of the variable that it is.
fn first_sentence(part: &[Token], item: &Item) -> Option<String> {
    let text = |part: &[Token]| {
        part.iter().find_map(|token| match token {
            Token::Text(text) => Some(with_gaps(text)),
            _ => None,
        })
    };
    text(part)
        .or_else(|| part.iter().filter_map(Token::word).find_map(|name| text(value_of(name, &item.body)?)))
}

/// What a variable was given: the tokens between `let name =` and the semicolon.
fn value_of<'a>(name: &str, body: &'a [Token]) -> Option<&'a [Token]> {
    let is_let = |at: &usize| {
        let pattern =
            if body[at + 1].is('(') { &body[at + 1..closing(body, at + 1)] } else { &body[at + 1..at + 2] };
        body[*at].word() == Some("let") && pattern.iter().any(|token| token.word() == Some(name))
    };
    let at = (0..body.len().saturating_sub(1)).find(is_let)?;
    let rest = &body[at + 2..];
    let mut depth = 0_usize;
    let end = rest.iter().position(|token| {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && token.is(';')
    })?;
    Some(&rest[..end])
}

/// `harga {typed}` as `harga …`.
fn with_gaps(format: &str) -> String {
    let mut text = String::new();
    let mut rest = format.replace("{{", "\u{1}").replace("}}", "\u{2}");
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        text.push('…');
        rest = after.split_once('}').map(|(_, after)| after.to_owned()).unwrap_or_default();
    }
    (text + &rest).replace('\u{1}', "{").replace('\u{2}', "}").replace("……", "…")
}
