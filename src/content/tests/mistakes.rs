//! The shelf of mistakes: every slip of one character, on every line of a sound profile, is told on its line with a
//! remedy that gives the profile back, unless it does no harm.

use std::collections::BTreeMap;

use super::*;

/// A sound profile with everything that people write: comments, quotes, brackets, lists in lists, blocks of text.
const SOUND: &str = r#"# yaml-language-server: $schema=../../profil.schema.json
nama: Koperasi Kopi Lereng
slogan: "Kopi: dipetik merah, dijemur sendiri"
jenis: produsen              # konsumen | produsen | jasa
sektor: [pertanian, pangan]
alamat: 'Jl. Contoh No. 1, Pangalengan'
kontak:
  whatsapp: 0812-0000-0001   # ke nomor inilah pesanan dikirim
  surel: halo@contoh.id
buka:
  senin-jumat: 08.00-16.00
  libur: [2026-12-25, 2027-01-01]
tentang: |
  Kami **24 petani kopi** yang mengolah panen bersama-sama.
  Dua atau tiga alinea pendek sudah cukup.

  Datang saja ke kebun.

produk:
  - nama: Kopi bubuk
    harga: Rp 35.000         # rupiah
    satuan: bungkus 200 g
    grosir:
      - {mulai: 10, harga: Rp 33.000}
      - {mulai: 50, harga: Rp 31.000}
    varian:
      - nama: Giling halus
        harga: Rp 35.000
      - nama: Biji utuh
        harga: Rp 36.000
        stok: terbatas
    stok: tersedia
    keterangan: |
      Disangrai dua minggu sekali.
      Digiling saat dipesan.

  - nama: Gula aren
    harga: 24.000
    satuan: kg
  - {nama: "Teh: hijau", harga: 12.000, satuan: bungkus}
gabung:
  simpanan_pokok: Rp 100.000
  syarat:
    - Berumur 17 tahun
    - Tinggal di Pangalengan
pengurus:
  - nama: Euis
    jabatan: ketua
tanya_jawab:
  - {t: "Bisa antar?", j: Bisa}
  - t: Bisa bayar nanti?
    j: Tidak, bayar saat ambil.
"#;

/// One slip: its kind, the index of its line, and the text with it.
struct Slip {
    kind: &'static str,
    line: usize,
    text: String,
}

/// Every slip of the shelf.
fn slips(sound: &str) -> Vec<Slip> {
    let lines: Vec<&str> = sound.lines().collect();
    let mut slips = Vec::new();
    let mut block: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if line.trim().is_empty() {
            continue;
        }
        if block.is_some_and(|parent| indent <= parent) {
            block = None;
        }
        let is_text = block.is_some();
        let mut add = |kind: &'static str, changed: String| {
            let mut all: Vec<&str> = lines.clone();
            all[index] = &changed;
            slips.push(Slip { kind, line: index, text: all.join("\n") + "\n" });
        };
        for (kind, changed) in slips_of_indentation(line, indent) {
            add(kind, changed);
        }
        let is_comment = line.trim_start().starts_with('#');
        if !is_text && !is_comment {
            for (kind, changed) in slips_of_signs(line) {
                add(kind, changed);
            }
        }
        let next = lines.get(index + 1).copied().unwrap_or_default();
        if !next.is_empty() {
            let mut all: Vec<&str> = lines.clone();
            let joined = format!("{line}{next}");
            all[index] = &joined;
            all.remove(index + 1);
            slips.push(Slip { kind: "line break missing", line: index, text: all.join("\n") + "\n" });
        }
        if line.ends_with(": |") {
            let dashes = line.trim_start().starts_with("- ");
            block = Some(if dashes { indent + 2 } else { indent });
        }
    }
    slips
}

fn slips_of_indentation(line: &str, indent: usize) -> Vec<(&'static str, String)> {
    let rest = &line[indent..];
    let mut slips = vec![("space added in indentation", format!(" {line}"))];
    if indent > 0 {
        slips.push(("space missing in indentation", line[1..].to_owned()));
    }
    for (odd, name) in [('\t', "Tab"), ('\u{a0}', "no-break space"), ('\u{200b}', "zero-width space")] {
        let kind = match name {
            "Tab" => "Tab in indentation",
            "no-break space" => "no-break space in indentation",
            _ => "zero-width space in indentation",
        };
        slips.push((kind, format!("{odd}{line}")));
        if indent > 0 {
            slips.push((kind, format!("{}{odd}{rest}", &line[..indent])));
            slips.push((kind, format!("{}{odd}{rest}", &line[..indent - 1])));
        }
        if indent > 1 && odd != '\u{200b}' {
            slips.push((kind, format!("{}{rest}", odd.to_string().repeat(indent))));
            slips.push((kind, format!("{}{rest}", odd.to_string().repeat(indent / 2))));
        }
    }
    slips
}

/// Bytes of a line that are neither quoted nor comment.
fn signs(line: &str) -> Vec<(usize, char)> {
    let mut quote = None;
    let mut found = Vec::new();
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') if line[..at].ends_with([' ', '{', '[']) => {
                quote = Some(c);
                found.push((at, c));
            }
            (Some(open), c) if c == open => {
                quote = None;
                found.push((at, c));
            }
            (Some(_), _) => {}
            (None, '#') if line[..at].ends_with(' ') => break,
            (None, c) => found.push((at, c)),
        }
    }
    found
}

fn slips_of_signs(line: &str) -> Vec<(&'static str, String)> {
    const ODD: [(char, &str, &str, &str); 3] = [
        ('\t', "Tab after a colon", "Tab after a dash", "Tab in a key"),
        ('\u{a0}', "no-break space after a colon", "no-break space after a dash", "no-break space in a key"),
        (
            '\u{200b}',
            "zero-width space after a colon",
            "zero-width space after a dash",
            "zero-width space in a key",
        ),
    ];
    let indent = line.len() - line.trim_start().len();
    let with = |from: usize, to: usize, new: &str| format!("{}{new}{}", &line[..from], &line[to..]);
    let mut slips = Vec::new();
    for (at, c) in signs(line) {
        let rest = &line[at + c.len_utf8()..];
        match c {
            ':' if rest.is_empty() || rest.starts_with(' ') => {
                if rest.len() > 1 {
                    slips.push(("space missing after a colon", with(at + 1, at + 2, "")));
                }
                slips.push(("colon missing", with(at, at + 1, "")));
                for (sign, kind) in [("：", "colon as ："), (";", "colon as ;"), ("=", "colon as =")] {
                    slips.push((kind, with(at, at + 1, sign)));
                }
                for (odd, after, _, inside) in ODD {
                    let odd = odd.to_string();
                    if rest.len() > 1 {
                        slips.push((after, with(at + 1, at + 2, &odd)));
                    }
                    slips.push((after, with(at + 1, at + 1, &odd)));
                    slips.push((inside, with(at, at, &odd)));
                    slips.push((inside, with(at - 1, at - 1, &odd)));
                }
            }
            '-' if at == indent && rest.starts_with(' ') => {
                slips.push(("dash missing", with(at, at + 1, "")));
                slips.push(("dash missing", with(at, at + 2, "")));
                slips.push(("dash missing", with(at, at + 1, " ")));
                slips.push(("space missing after a dash", with(at + 1, at + 2, "")));
                for (sign, kind) in [("–", "dash as –"), ("*", "dash as *"), ("•", "dash as •")] {
                    slips.push((kind, with(at, at + 1, sign)));
                }
                for (odd, _, after, _) in ODD {
                    slips.push((after, with(at + 1, at + 2, &odd.to_string())));
                    slips.push((after, with(at + 2, at + 2, &odd.to_string())));
                }
            }
            '"' | '\'' => {
                slips.push(("quote missing", with(at, at + 1, "")));
                slips.push(("quote as ”", with(at, at + 1, if c == '"' { "”" } else { "’" })));
            }
            ',' if line.contains('{') => slips.push(("comma missing", with(at, at + 1, ""))),
            '{' | '}' | '[' | ']' => slips.push(("bracket missing", with(at, at + 1, ""))),
            _ => {}
        }
    }
    slips
}

/// The text after the remedy of a finding was carried out as it says; `None` for one that leaves it to the reader.
fn follow(text: &str, finding: &Finding) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = lines.get_mut(usize::try_from(finding.at.line).ok()?.checked_sub(1)?)?;
    let chars: Vec<char> = line.chars().collect();
    let from = usize::try_from(finding.at.column).ok()? - 1;
    let to = (from + usize::try_from(finding.at.length).ok()?).min(chars.len());
    let (before, after): (String, String) =
        (chars[..from.min(chars.len())].iter().collect(), chars[to..].iter().collect());
    let help = finding.help.id.as_str();
    let is_spaces = |word: &str| word.trim_end_matches(',') == "spasi";
    let spaces = help.split(' ').zip(help.split(' ').skip(1)).find(|(_, word)| is_spaces(word));
    let spaces = || spaces.and_then(|(count, _)| count.parse().ok()).map(|count| " ".repeat(count));
    let quoted = |after: &str| Some(help.split_once(after)?.1.rsplit_once('`')?.0.to_owned());
    let start = help.strip_prefix("awali baris ini dengan ").filter(|start| !start.starts_with('`'));
    *line = if let Some(start) = start {
        if start.ends_with("tanpa `-`") {
            format!("{}{}", spaces()?, line.trim_start_matches([' ', '-']))
        } else if start.contains("tanda `-`: `") {
            format!("{before}{}{}{after}", spaces()?, quoted("tanda `-`: `")?)
        } else {
            let is_space = |c: char| c == ' ' || c == '\t' || c == '\u{a0}' || c == '\u{200b}';
            format!("{}{}", spaces()?, line.trim_start_matches(is_space))
        }
    } else if help.starts_with("ganti dengan ") {
        format!("{before}{}{after}", spaces()?)
    } else if help.starts_with("awali baris ini dengan `# `") {
        format!("# {line}")
    } else if help == "hapus huruf itu" {
        format!("{before}{after}")
    } else if help.starts_with("pindahkan `") {
        let moved: String = chars[from..].iter().collect();
        format!("{}\n{}{moved}", before.trim_end(), spaces()?)
    } else if help.starts_with("tulis `") {
        format!("{before}{}{after}", quoted("tulis `")?)
    } else {
        return None;
    };
    Some(lines.join("\n") + "\n")
}

/// The smallest sound profile and the lines below it, after every remedy was carried out as it says; the lines only.
pub(super) fn followed(rest: &str) -> String {
    const HEAD: &str = "nama: KPC\nkontak: {whatsapp: 0812-0000-0000}\n";
    let mut text = format!("{HEAD}{rest}");
    for _ in 0..5 {
        let mut findings = check_text(&text).findings;
        findings.sort();
        let told: Vec<&Finding> = findings.iter().collect();
        let mut free = (u32::MAX, u32::MAX);
        for finding in told.into_iter().rev() {
            let Span { line, column, length, .. } = finding.at;
            // What reaches into a part that was changed waits for the next round.
            if line == free.0 && column + length > free.1 {
                continue;
            }
            if let Some(next) = follow(&text, finding) {
                (text, free) = (next, (line, column));
            }
        }
    }
    text.strip_prefix(HEAD).expect("the sound lines stay").to_owned()
}

/// What a profile says, without the white space of its texts.
fn meaning(report: &Report) -> String {
    let said =
        format!("{:?}", report.cooperative).replace("\\n", " ").replace("\\t", " ").replace("\\u{200b}", "");
    said.replace("\\u{a0}", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True if a slip is told as it should, false if it does no harm; else what is wrong.
fn fault(slip: &Slip, sound: &str) -> Result<bool, String> {
    let report = check_text(&slip.text);
    let is_same = |report: &Report| meaning(report) == sound;
    if report.findings.is_empty() {
        return if is_same(&report) { Ok(false) } else { Err("not noticed".to_owned()) };
    }
    let line = u32::try_from(slip.line + 1).expect("a small number");
    if let Some(other) = report.findings.iter().find(|finding| finding.at.line != line) {
        return Err(format!("told in line {}: {} {}", other.at.line, other.code, other.found.id));
    }
    let (mut text, mut report) = (slip.text.clone(), report);
    for _ in 0..3 {
        let Some(finding) = report.findings.iter().next() else { break };
        match follow(&text, finding) {
            Some(mended) if mended != text => text = mended,
            _ => {
                return Err(format!(
                    "no remedy: {} {} / {}",
                    finding.code, finding.found.id, finding.help.id
                ));
            }
        }
        report = check_text(&text);
    }
    match (report.findings.is_empty(), is_same(&report)) {
        (true, true) => Ok(true),
        (true, false) => Err("mended to something else".to_owned()),
        (false, _) => Err(format!("not mended: {}", report.brief())),
    }
}
#[test]
fn every_slip_of_one_character_is_told_on_its_line_with_the_remedy() {
    let sound = check_text(SOUND);
    assert_eq!(sound.brief(), "");
    let sound = meaning(&sound);
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut faults = Vec::new();
    for slip in slips(SOUND) {
        let count = counts.entry(slip.kind).or_default();
        match fault(&slip, &sound) {
            Ok(true) => count[0] += 1,
            Ok(false) => count[1] += 1,
            Err(fault) => {
                count[2] += 1;
                let line = slip.text.lines().nth(slip.line).unwrap_or_default();
                faults.push(format!("{} in {} {line:?}: {fault}", slip.kind, slip.line + 1));
            }
        }
    }
    for (kind, [told, harmless, wrong]) in &counts {
        println!("{kind}: {told} told, {harmless} harmless, {wrong} wrong");
    }
    assert!(faults.is_empty(), "{} of the shelf:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn slips_of_one_text_are_told_in_one_run_each_on_its_line() {
    let text = SOUND
        .replacen("slogan: \"", "slogan:\"", 1)
        .replacen("  surel: ", "  surel ", 1)
        .replacen("  libur:", "\u{a0}\u{a0}libur:", 1)
        .replacen("    harga: 24.000", "\tharga: 24.000", 1)
        .replacen("    - Berumur", "    – Berumur", 1)
        .replacen("jabatan: ketua", "jabatan： ketua", 1)
        .replacen("  - t: Bisa", "  -t: Bisa", 1);
    assert_eq!(
        check_text(&text).brief(),
        "profil.yaml:3:1 no-space-after-colon
profil.yaml:9:3 missing-colon
profil.yaml:12:1 odd-space
profil.yaml:38:1 tab-indent
profil.yaml:44:5 wrong-dash
profil.yaml:48:5 wrong-colon
profil.yaml:51:3 no-space-after-dash
"
    );
}

#[test]
fn mistakes_that_are_no_slips_are_told_beside_them() {
    let text =
        SOUND.replacen("nama: Koperasi", "nama:Koperasi", 1).replacen("stok: tersedia", "stk: tersedia", 1);
    assert_eq!(
        check_text(&text).brief(),
        "profil.yaml:2:1 no-space-after-colon\nprofil.yaml:32:5 unknown-key\n"
    );
}

#[test]
fn a_sign_of_inches_is_no_quote() {
    let report = check_profile("produk: [{nama: Layar 12\"}]\nalamat: 'Jl. Contoh'\n");
    assert_eq!(report.brief(), "");
    let report = check_profile("produk: [{nama: A}]\nalamat: Jl. Contoh\"\n");
    assert_eq!(report.brief(), "profil.yaml:4:9 unopened-quote\n");
}
