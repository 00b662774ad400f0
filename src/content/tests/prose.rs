//! What prose may say, and what it may not tell of persons.

use super::*;

#[test]
fn a_long_sentence_for_pupils_is_advice() {
    let check_text = |typed: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\n\
             kontak: {{whatsapp: 0812-0000-0000}}\nmuda: {{ajakan: {typed}}}\n"
        ))
    };
    let long = "Kami mengajak kamu datang ke kandang pada pagi hari supaya kamu melihat sendiri susu diperah";
    assert_eq!(check_text(long).codes(), ["youth-text-hard"]);
    assert!(check_text("Datanglah ke kandang. Lihat sendiri susu diperah.").codes().is_empty());
    let story = |muda: &str, body: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\n\
             kontak: {{whatsapp: 0812-0000-0000}}\n-- content/kpc/cerita/pkl.md --\n---\njudul: PKL\n\
             tanggal: 2026-10-05\nmuda: {muda}\n---\n# PKL\n\n{body}\n"
        ))
    };
    assert_eq!(story("ya", &format!("{long}.\n{long}.")).brief(), "pkl.md:8:1 youth-text-hard\n");
    assert_eq!(story("tidak", &format!("{long}.\n{long}.")).brief(), "");
}

#[test]
fn persons_are_protected() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: Susu}]
pengurus:
  - {nama: Dedi 3204 0101 0190 0001, jabatan: ketua, masa: 2019-2024}
  - {nama: Neneng, jabatan: bendhara, foto: foto/a.jpg}
anggota_ukm:
  - {id: a, usaha: A, pemilik: Bu A, foto: foto/a.jpg}
  - {id: b, usaha: B, pemilik: Bu B, foto: foto/a.jpg, izin: {tanggal: 2024-01-01, sampai: 2025-01-01}}
-- content/kpc/foto/a.jpg --
-- content/kpc/cerita/pkl.md --
---
judul: PKL
tanggal: 2026-10-05
foto: {berkas: foto/a.jpg, alt: Dua siswa di dapur}
penulis: Salsa
muda: true
---
Isi.
",
    );
    assert_eq!(
        report.brief(),
        "pkl.md:4:16 consent-of-guardian-missing
pkl.md:5:10 youth-name-without-consent
profil.yaml:5:12 citizen-number
profil.yaml:5:54 term-over
profil.yaml:6:29 unknown-word
profil.yaml:6:45 consent-missing
profil.yaml:8:32 consent-missing
profil.yaml:8:44 consent-missing
profil.yaml:9:56 consent-lapsed
"
    );
    let bare = &report.cooperative().members[0];
    assert_eq!((bare.owner.as_deref(), bare.photo.as_ref()), (Some("Bu A"), None));
    let lapsed = &report.cooperative().members[1];
    assert_eq!((lapsed.owner.as_deref(), lapsed.photo.as_ref()), (None, None));
}

#[test]
fn a_photo_of_an_officer_or_a_member_is_shown_with_a_consent_that_holds_only() {
    let shown = |izin: &str| {
        let report = check(&format!(
            "-- content/kpc/profil.yaml --
nama: KPC
kontak: {{telepon: 022-1234567}}
produk: [{{nama: Susu}}]
pengurus: [{{nama: Neneng, jabatan: ketua, foto: {{berkas: foto/a.jpg{izin}}}}}]
anggota_ukm: [{{id: a, usaha: A, foto: {{berkas: foto/a.jpg{izin}}}}}]
-- content/kpc/foto/a.jpg --
"
        ));
        let cooperative = report.cooperative();
        (cooperative.officers[0].photo.is_some(), cooperative.members[0].photo.is_some(), report.codes())
    };
    let code = |code: &str| vec![code.to_owned(); 2];
    assert_eq!(shown(""), (false, false, code("consent-missing")));
    assert_eq!(shown(", izin: {tanggal: 2026-01-01}"), (true, true, vec![]));
    let lapsed = ", izin: {tanggal: 2024-01-01, sampai: 2025-01-01}";
    assert_eq!(shown(lapsed), (false, false, code("consent-lapsed")));
}

#[test]
fn what_gives_a_pupil_away_is_found_in_every_text_for_pupils() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: Susu}]
peluang: [{judul: PKL, jenis: pkl, syarat: [Siswa kelas XI]}]
muda:
  sapaan: Halo dari Salsa, kelas XI!
  alasan: [Untuk siswa kelas X, 'Salsa, lahir 12 Maret 2009']
  sorotan: [{judul: Juara, keterangan: Rumahnya di RT 03, foto: {berkas: foto/a.jpg, alt: Dua siswa}}]
  tantangan: [{judul: Label, keterangan: 'NIK 3204151203800001'}]
-- content/kpc/foto/a.jpg --
-- content/kpc/cerita/pkl.md --
---
judul: Salsa, kelas XI
tanggal: 2026-10-05
muda: true
---
Isi.
",
    );
    assert_eq!(
        report.brief(),
        "pkl.md:2:8 youth-story-tells-too-much
profil.yaml:6:11 youth-story-tells-too-much
profil.yaml:7:33 youth-story-tells-too-much
profil.yaml:8:40 youth-story-tells-too-much
profil.yaml:8:74 consent-of-guardian-missing
profil.yaml:9:47 citizen-number
"
    );
    let page = "---\njudul: Koperasi sekolah\n---\nUntuk siswa kelas X.\n\nKetuanya Salsa, kelas XI.\n";
    let mut findings = Findings::new();
    let page = [SourceFile::new("content/_muda/a.md", page)];
    crate::content::story::read_youth_pages(&page, 32, &mut findings);
    assert_eq!(findings.brief(), "a.md:6:17 youth-story-tells-too-much\n");
}

#[test]
fn a_page_of_the_office_is_not_called_like_one_of_the_site() {
    for name in ["guru", "kit", "proyektor", "shu", "kuis", "Guru"] {
        let page = [SourceFile::new(format!("content/_muda/{name}.md"), "---\njudul: A\n---\nIsi.\n")];
        let mut findings = Findings::new();
        assert!(crate::content::story::read_youth_pages(&page, 32, &mut findings).is_empty());
        assert_eq!(findings.brief(), format!("{name}.md file-of-the-site\n"));
    }
}

#[test]
fn a_citizens_number_is_refused_wherever_it_is_typed() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
alamat: Kp. Sukamaju, NIK 3204151203800001
tentang: |
  Kami menjual susu.

  Hubungi Bu Neneng (3204 1552 0380 0001).
tentang_en: We sell milk, ask 3204155203800001.
legal: {nik_koperasi: 3204151203800001}
pembayaran: {rekening: [{bank: bjb, nomor: 3204151203800001, atas_nama: KPC}]}
produk: [{nama: Susu, keterangan: Titip ke 3204151203800001 ya}]
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 2026-10-05
---
Cerita kami.

Kartu keluarga 3204151203800001 ikut dipotret.
",
    );
    let numbers = report.brief();
    let numbers: Vec<&str> = numbers.lines().filter(|line| line.ends_with("citizen-number")).collect();
    assert_eq!(
        numbers,
        [
            "panen.md:7:16 citizen-number",
            "profil.yaml:3:27 citizen-number",
            "profil.yaml:7:22 citizen-number",
            "profil.yaml:8:31 citizen-number",
            "profil.yaml:11:44 citizen-number",
        ]
    );
}

#[test]
fn a_link_that_will_not_be_one_is_told_at_its_address() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
tentang: |
  Lihat [harga](/harga/) dan [peta](http://peta.contoh.id/a),
  [kami](https://kpc.contoh.id) atau <kas@contoh.id>.
tentang_en: Ask [us](javascript:alert(1)).
produk: [{nama: Susu}]
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 2026-10-05
---
Baca [cerita lain](../lain/) di [laman](www.contoh.id).
",
    );
    assert_eq!(
        report.brief(),
        "panen.md:5:20 link-not-kept
panen.md:5:41 link-not-kept
profil.yaml:4:17 link-not-kept
profil.yaml:4:37 link-unsafe
profil.yaml:6:22 link-not-kept
"
    );
    let help = report.findings.iter().map(|finding| finding.help.en.clone()).collect::<Vec<_>>();
    assert!(help.iter().any(|help| help == "write `https://www.contoh.id`"), "{help:?}");
}

#[test]
fn a_story_for_pupils_names_nobody_without_a_record_and_tells_no_more_than_a_name() {
    let story = |front: &str, body: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --
nama: KPC
kontak: {{telepon: 022-1234567}}
produk: [{{nama: Susu}}]
-- content/kpc/cerita/pkl.md --
---
judul: PKL
tanggal: 2026-10-05
{front}
muda: true
---
{body}
"
        ))
    };
    let author = |report: &Report| report.cooperative().stories[0].author.clone();
    let bare = story("penulis: Salsa", "Isi.");
    assert_eq!(bare.brief(), "pkl.md:4:10 youth-name-without-consent\n");
    assert_eq!(author(&bare), None);
    let named = story("penulis: Salsa", "Awal.\n\nNamaku Salsa.");
    assert_eq!(named.brief(), "pkl.md:4:10 youth-name-without-consent\npkl.md:9:8 youth-name-in-text\n");
    let agreed = story("penulis: Salsa\nizin: {tanggal: 2026-10-01, wali: ya}", "Isi.");
    assert_eq!((agreed.brief().as_str(), author(&agreed).as_deref()), ("", Some("Salsa")));
    let lapsed = story("penulis: Salsa\nizin: {tanggal: 2025-01-01, sampai: 2026-01-01}", "Isi.");
    assert_eq!((lapsed.codes(), author(&lapsed)), (vec!["consent-lapsed".to_owned()], None));
    let class = story("penulis: Salsa kelas XI\nizin: {tanggal: 2026-10-01, wali: ya}", "Isi.");
    assert_eq!((class.codes(), author(&class)), (vec!["youth-story-tells-too-much".to_owned()], None));
    let body =
        story("penulis: Salsa\nizin: {tanggal: 2026-10-01, wali: ya}", "Awal.\n\nAku lahir 3 Mei 2009.");
    assert_eq!(body.brief(), "pkl.md:10:5 youth-story-tells-too-much\n");
}

#[test]
fn a_story_of_a_cooperative_of_pupils_is_looked_through_though_nothing_says_who_wrote_it() {
    let of_group = |group: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --
nama: KPC
kelompok: {group}
kontak: {{telepon: 022-1234567}}
produk: [{{nama: Susu}}]
-- content/kpc/cerita/roti.md --
---
judul: Roti kelas kami
tanggal: 2026-10-05
---
Kelas XI membantu. Salsa kelas XI lahir 12 Maret 2009.
"
        ))
    };
    let told = of_group("kopsis").brief();
    assert!(told.contains("roti.md:5:26 youth-story-tells-too-much\nroti.md:5:35 youth-story"), "{told}");
    assert!(!of_group("kud").brief().contains("youth-"));
}

#[test]
fn claims_are_found_at_their_words() {
    let report = check_profile(
        "produk:
  - nama: Dodol
    keterangan: |
      Enak.
      Dijamin halal dan segar. Barang tidak dapat dikembalikan.
  - nama: Sirup
    keterangan: Belum bersertifikat halal.
tentang: |
  Kami membuka pinjaman untuk umum.
  <b>Mari</b>
",
    );
    assert_eq!(
        report.brief(),
        "profil.yaml:7:15 claim-halal
profil.yaml:7:39 claim-no-returns
profil.yaml:11:16 claim-public-finance
profil.yaml:12:3 raw-html
"
    );
}

#[test]
fn translations_go_with_their_original() {
    let report = check_profile(
        "slogan: Susu segar
slogan_en: Fresh milk
slogan_su: Susu seger
produk: [{nama: Susu, nama_en: Milk, keterangan_en: Only English}]
gabung: {syarat: [a, b], syarat_en: [A, B], manfaat: [a], manfaat_en: [A, B]}
",
    );
    assert_eq!(report.brief(), "profil.yaml:6:53 translation-alone\nprofil.yaml:7:71 translations-uneven\n");
    let cooperative = report.cooperative();
    let slogan = cooperative.slogan.as_ref().expect("a slogan");
    assert_eq!((slogan.get(Language::En), slogan.get(Language::Su)), ("Fresh milk", "Susu seger"));
    assert_eq!(cooperative.products[0].name.get(Language::En), "Milk");
    assert_eq!(cooperative.joining.as_ref().expect("joining").terms[1].get(Language::En), "B");
}

#[test]
fn a_story_has_its_lines() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
produk: [{nama: Susu}]
-- content/kpc/cerita/panen.md --
---
judul: Panen
tanggal: 5 Oktober 2026
mda: ya
---

Isi <b>tebal</b>.
-- content/kpc/cerita/kosong.md --
Tanpa judul.
-- content/kpc/cerita/tumpah.md --
---
judul: Tumpah
-- content/kpc/cerita/utuh.md --
---
judul: Utuh
tanggal: 2026-10-05
---

Isi.
",
    );
    assert_eq!(
        report.brief(),
        "kosong.md:1:1 no-front-matter
panen.md:3:10 date-not-iso
panen.md:4:1 unknown-key
panen.md:7:5 raw-html
tumpah.md:1:1 front-matter-open
"
    );
    let story = &report.cooperative().stories[0];
    assert_eq!(
        (story.title.as_str(), story.body.as_str(), story.body_starts_after_line),
        ("Utuh", "\nIsi.\n", 4)
    );
}

#[test]
fn what_hides_in_a_story_or_behind_a_reference_is_told_or_not_shown() {
    let report = check(
        "-- content/kpc/profil.yaml --
nama: KPC
kontak: {telepon: 022-1234567}
slogan: \"Kopi \u{ffff} enak\"
produk: [{nama: A}]
-- content/kpc/cerita/satu.md --
---
judul: Satu
tanggal: 2026-11-01
---
Satu kali.

Dua \u{202e}kilab.
",
    );
    let brief = report.brief();
    assert!(brief.contains("profil.yaml:3:9 control-character\n"), "{brief}");
    assert!(brief.contains("satu.md:7:5 control-character\n"), "{brief}");
}

#[test]
fn openings_have_a_largest_number() {
    let openings = |count: usize| {
        let lines: Vec<String> =
            (0..count).map(|n| format!("  - {{judul: Tempat {n}, jenis: pkl}}\n")).collect();
        check_profile(&format!("produk: [{{nama: A}}]\npeluang:\n{}", lines.concat()))
    };
    let told = |report: &Report| report.codes().iter().any(|code| code == "too-many-openings");
    assert!(!told(&openings(100)) && told(&openings(101)));
}

#[test]
fn thousands_of_links_and_signs_on_one_line_are_told_in_part() {
    let story = |body: &str| {
        check(&format!(
            "-- content/kpc/profil.yaml --\nnama: KPC\nproduk: [{{nama: Susu}}]\n\
             kontak: {{whatsapp: 0812-0000-0000}}\n-- content/kpc/cerita/a.md --\n---\njudul: Panen\n\
             tanggal: 2026-10-05\n---\n{body}\n"
        ))
    };
    let links = story(&"[a](http://b.id) ".repeat(3_000)).codes();
    assert_eq!(links.iter().filter(|code| *code == "link-unsafe").count(), 100);
    assert_eq!(story(&"<a: ".repeat(15_000)).codes(), Vec::<String>::new());
    assert_eq!(story(&format!("{}<b>x</b>", "`<i>` ".repeat(9_000))).codes(), ["raw-html"]);
    assert_eq!(story(&format!("<b {}>", "a ".repeat(900))).codes(), Vec::<String>::new());
}
