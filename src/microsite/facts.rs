//! What a profile says, as fields of a form.

use super::fact::{Fact, Gap, Part};
use crate::markdown;
use crate::model::{Cooperative, Language, LocalText, Outlet, Product, Story, WhatsAppNumber};
use crate::settings::Settings;
use crate::theme::Texts;
use crate::view::hours::hours;
use crate::view::outlet::{kind_of, name_of};
use crate::view::place::place_of;
use crate::view::{dates, money, organisation, storefront};

/// Most stories that are told as news.
const NEWS: usize = 5;

/// Gathers the facts of one part, and what is missing.
struct Gathered<'g> {
    facts: Vec<Fact>,
    gaps: &'g mut Vec<Gap>,
}

impl Gathered<'_> {
    /// A fact that a form asks for.
    fn ask(&mut self, label: &'static str, key: &'static str, value: Option<String>) {
        match value.filter(|value| !value.trim().is_empty()) {
            Some(value) => self.tell(label.to_owned(), value),
            None => self.gaps.push(Gap { label, key }),
        }
    }

    /// One of a list, which need not be there.
    fn tell(&mut self, label: String, value: String) {
        self.facts.push(Fact { label, value });
    }

    /// Says that a list is missing.
    fn miss(&mut self, is_missing: bool, label: &'static str, key: &'static str) {
        if is_missing {
            self.gaps.push(Gap { label, key });
        }
    }
}

/// Every part that has a fact, in the order in which forms ask, and what no key says.
pub(super) fn parts(cooperative: &Cooperative, settings: &Settings, texts: &Texts) -> (Vec<Part>, Vec<Gap>) {
    let mut gaps = Vec::new();
    let mut parts = Vec::new();
    let mut part = |title: &'static str, fill: &dyn Fn(&mut Gathered<'_>)| {
        let mut gathered = Gathered { facts: Vec::new(), gaps: &mut gaps };
        fill(&mut gathered);
        let facts = gathered.facts;
        if !facts.is_empty() {
            parts.push(Part { title, facts });
        }
    };
    part("Profil", &|to| profile(cooperative, texts, to));
    part("Alamat dan kontak", &|to| contact(cooperative, settings, texts, to));
    part("Struktur organisasi", &|to| structure(cooperative, texts, to));
    part("Gerai dan layanan", &|to| outlets(cooperative, settings, texts, to));
    part("Barang", &|to| goods(cooperative, to));
    part("Keanggotaan", &|to| joining(cooperative, to));
    part("Program dan kegiatan", &|to| programmes(cooperative, settings, texts, to));
    part("Laporan", &|to| reports(cooperative, texts, to));
    part("Berita", &|to| news(cooperative, texts, to));
    (parts, gaps)
}

fn profile(cooperative: &Cooperative, texts: &Texts, to: &mut Gathered<'_>) {
    let legal = &cooperative.legal;
    let day = |day| dates::long_day(day, texts);
    to.ask("Nama koperasi", "nama", Some(cooperative.name.clone()));
    to.ask("Nama pendek", "singkatan", cooperative.short_name.clone());
    to.ask("Jenis koperasi", "jenis", storefront::trust::kinds_of(cooperative, texts));
    to.ask("Bidang usaha", "sektor", Some(cooperative.sectors.join(", ")));
    to.ask("Nomor badan hukum", "legal.badan_hukum", legal.entity_number.clone());
    to.ask("Nomor induk koperasi (NIK)", "legal.nik_koperasi", legal.cooperative_number.clone());
    to.ask("NIB", "legal.nib", legal.business_number.clone());
    to.ask("NPWP", "legal.npwp", legal.tax_number.clone());
    to.ask("Tanggal berdiri", "berdiri", cooperative.founded.map(day));
    to.ask("Jumlah anggota", "anggota", cooperative.member_count.map(|count| count.to_string()));
    to.ask("Slogan", "slogan", cooperative.slogan.as_ref().map(original));
    to.ask("Tentang koperasi", "tentang", cooperative.about.as_ref().map(|about| plain(about.original())));
}

fn contact(cooperative: &Cooperative, settings: &Settings, texts: &Texts, to: &mut Gathered<'_>) {
    let contact = &cooperative.contact;
    let point = |number: f64| format!("{number:.6}");
    to.ask("Alamat", "alamat", cooperative.address.clone());
    to.ask("Wilayah", "wilayah", place_of(cooperative));
    to.ask("Lintang", "koordinat", cooperative.coordinates.map(|(latitude, _)| point(latitude)));
    to.ask("Bujur", "koordinat", cooperative.coordinates.map(|(_, longitude)| point(longitude)));
    to.ask("WhatsApp", "kontak.whatsapp", contact.whatsapp.as_ref().map(WhatsAppNumber::national));
    to.ask("Telepon", "kontak.telepon", contact.phone.as_ref().map(|phone| phone.shown.clone()));
    to.ask("Surel", "kontak.surel", contact.email.clone());
    let open = cooperative.hours.as_ref().map(|week| {
        let rows = hours(week, settings, Language::Id, texts).rows;
        rows.iter().map(|row| format!("{} {}", row.days, row.hours)).collect::<Vec<_>>().join("\n")
    });
    to.ask("Jam buka", "buka", open);
    let accounts = [
        ("Instagram", &contact.instagram),
        ("TikTok", &contact.tiktok),
        ("Facebook", &contact.facebook),
        ("YouTube", &contact.youtube),
    ];
    for (label, account) in accounts {
        if let Some(account) = account {
            to.tell(label.to_owned(), account.clone());
        }
    }
}

fn structure(cooperative: &Cooperative, texts: &Texts, to: &mut Gathered<'_>) {
    for officer in &cooperative.officers {
        let term = officer.term.map_or(String::new(), |(first, last)| format!(" ({first}–{last})"));
        to.tell(organisation::role_name(officer.role, texts).to_owned(), format!("{}{term}", officer.name));
    }
    to.miss(cooperative.officers.is_empty(), "Pengurus dan pengawas", "pengurus");
}

fn outlets(cooperative: &Cooperative, settings: &Settings, texts: &Texts, to: &mut Gathered<'_>) {
    for outlet in &cooperative.outlets {
        to.tell(name_of(outlet, Language::Id, texts), outlet_lines(outlet, settings, texts));
    }
    to.miss(cooperative.outlets.is_empty(), "Gerai dan layanan", "gerai");
}

fn outlet_lines(outlet: &Outlet, settings: &Settings, texts: &Texts) -> String {
    let list = |label: &str, items: &[LocalText]| {
        let items: Vec<String> = items.iter().map(original).collect();
        (!items.is_empty()).then(|| format!("{label}: {}", items.join("; ")))
    };
    let open = outlet.hours.as_ref().map(|week| {
        let rows = hours(week, settings, Language::Id, texts).rows;
        let rows: Vec<String> = rows.iter().map(|row| format!("{} {}", row.days, row.hours)).collect();
        format!("Buka: {}", rows.join(", "))
    });
    [
        Some(format!("Jenis: {}", kind_of(outlet, texts))),
        open,
        list("Syarat", &outlet.terms),
        list("Yang dibawa", &outlet.bring),
        outlet.phone.as_ref().map(|phone| format!("Telepon: {}", phone.shown)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("\n")
}

fn goods(cooperative: &Cooperative, to: &mut Gathered<'_>) {
    let price = |product: &Product| {
        let price = product.price.map(|price| money::rupiah(price, Language::Id));
        let unit = product.unit.as_ref().map(original);
        match (price, unit) {
            (Some(price), Some(unit)) => format!("{price} per {unit}"),
            (Some(price), None) => price,
            (None, _) => "harga ditanyakan".to_owned(),
        }
    };
    for product in &cooperative.products {
        let about = product.description.as_ref().map(|text| plain(text.original())).unwrap_or_default();
        let lines = format!("{}\n{about}", price(product));
        to.tell(original(&product.name), lines.trim().to_owned());
    }
    to.miss(cooperative.products.is_empty() && cooperative.outlets.is_empty(), "Barang", "produk");
}

fn joining(cooperative: &Cooperative, to: &mut Gathered<'_>) {
    let joining = cooperative.joining.clone().unwrap_or_default();
    let rupiah = |amount| money::rupiah(amount, Language::Id);
    let lines = |items: &[LocalText]| Some(items.iter().map(original).collect::<Vec<_>>().join("\n"));
    to.ask("Simpanan pokok", "gabung.simpanan_pokok", joining.initial_share.map(rupiah));
    to.ask("Simpanan wajib", "gabung.simpanan_wajib", joining.periodic_share.map(rupiah));
    to.ask("Syarat anggota", "gabung.syarat", lines(&joining.terms));
    to.ask("Manfaat anggota", "gabung.manfaat", lines(&joining.benefits));
}

fn programmes(cooperative: &Cooperative, settings: &Settings, texts: &Texts, to: &mut Gathered<'_>) {
    for event in &cooperative.events {
        let when = dates::moment(event.starts, event.ends, settings.time_zone, texts);
        let about = event.description.as_ref().map(|text| plain(text.original())).unwrap_or_default();
        let place = event.place.as_deref().unwrap_or_default();
        let lines = [when.as_str(), place, about.as_str()];
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        to.tell(original(&event.title), lines.join("\n"));
    }
    to.miss(cooperative.events.is_empty(), "Program dan kegiatan", "agenda");
}

fn reports(cooperative: &Cooperative, texts: &Texts, to: &mut Gathered<'_>) {
    let meeting = cooperative.meetings.first();
    to.ask(
        "RAT terakhir",
        "rat",
        meeting.map(|meeting| {
            format!("Tahun buku {}, {}", meeting.book_year, dates::long_day(meeting.date, texts))
        }),
    );
    if let Some(meeting) = meeting {
        to.ask("Ringkasan RAT", "rat.ringkasan", meeting.summary.as_ref().map(|text| plain(text.original())));
        to.ask("Dokumen RAT", "rat.dokumen", meeting.document.clone());
    }
    let surplus = cooperative.surplus.as_ref();
    to.ask(
        "SHU",
        "shu",
        surplus.map(|surplus| {
            format!("{} (tahun {})", money::rupiah(surplus.amount, Language::Id), surplus.year)
        }),
    );
}

fn news(cooperative: &Cooperative, texts: &Texts, to: &mut Gathered<'_>) {
    let lines = |story: &Story| format!("{}\n\n{}", dates::long_day(story.date, texts), plain(&story.body));
    for story in cooperative.stories.iter().take(NEWS) {
        to.tell(story.title.clone(), lines(story));
    }
    to.miss(cooperative.stories.is_empty(), "Berita", "cerita");
}

fn original(text: &LocalText) -> String {
    text.original().to_owned()
}

/// Markdown as plain text that keeps its paragraphs.
fn plain(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(markdown::to_plain).filter(|paragraph| !paragraph.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
