//! `etalase collect`: asks cooperatives with sites of their own what is new.

use std::time::Duration;

use anyhow::Result;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED};
use super::print::Printing;
use super::progress::Progress;
use super::words::{counted, either, number};
use crate::collect::{Change, CollectOrder, CollectReport, Listing, News, PriceChange, What};
use crate::content;
use crate::finding::{Findings, Level, MessageLanguage};
use crate::pipeline::Watcher as _;
use crate::source::Site;

/// Seconds that a site has to answer.
const SECONDS: u64 = 10;

/// Changes of one site that are printed; `--json` has all.
const SHOWN_CHANGES: usize = 3;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    let switch =
        |name: &'static str, id, en| Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(id, en));
    Command::new("collect")
        .about(say(
            "Ambil ringkasan koperasi yang punya situs sendiri, menurut content/_situs.yaml",
            "Fetch the summaries of cooperatives with sites of their own, by content/_situs.yaml",
        ))
        .args([
            arguments::site(language),
            switch(
                "allow-private",
                "Boleh juga dari mesin ini dan jaringannya",
                "Also from this machine and its network",
            ),
            Arg::new("timeout")
                .long("timeout")
                .value_name(say("DETIK", "SECONDS"))
                .value_parser(value_parser!(u64).range(1..=300))
                .help(say(
                    "Tunggu tiap situs paling lama sekian [bawaan: 10]",
                    "Wait that long for a site at most [default: 10]",
                )),
            switch("strict", "Anggap peringatan sebagai kesalahan", "Count warnings as errors"),
            arguments::dry_run(language),
            arguments::json(language),
        ])
        .args(arguments::common_arguments(language))
}

pub(super) fn run(
    matches: &ArgMatches,
    asked: Option<MessageLanguage>,
    environment: &Environment,
) -> Result<u8> {
    let folder = arguments::site_folder(matches, environment);
    let printing = Printing::new(matches, asked, &folder);
    let site = Site::open(&folder)?;
    let mut findings = Findings::new();
    let file = site.read_settings(&mut findings);
    // Mistakes in the settings are `check`'s to tell.
    let settings = content::read_settings(file.as_ref(), environment.today, &mut Findings::new());
    let Some(listing) = Listing::read(site, settings, &mut findings) else {
        printing.findings(&findings);
        return Ok(FAILED);
    };
    let order = CollectOrder {
        time: Duration::from_secs(matches.get_one("timeout").copied().unwrap_or(SECONDS)),
        allows_private: matches.get_flag("allow-private"),
        is_dry: matches.get_flag("dry-run"),
    };
    let progress =
        Progress::new(environment.stderr_is_terminal && printing.shows_progress(), printing.language);
    progress.cooperatives_found(listing.len());
    let report = listing.collect(&order, &|| progress.cooperative_done())?;
    progress.clear();
    findings.extend(report.findings.clone());
    findings.sort();
    printing.findings(&findings);
    printing.collected(&report, order.is_dry);
    let has_failed =
        findings.has_error() || (matches.get_flag("strict") && findings.count(Level::Warning) > 0);
    Ok(if has_failed { FAILED } else { DONE })
}

impl Printing {
    /// What is new, and how many sites answered.
    fn collected(&self, report: &CollectReport, is_dry: bool) {
        if self.is_json {
            for news in &report.news {
                anstream::println!("{}", as_json(news));
            }
            return;
        }
        if self.is_quiet {
            return;
        }
        for news in &report.news {
            anstream::println!("{}", in_words(news, self.language));
        }
        let CollectReport { listed, answered, same, silent, unknown, .. } = report;
        let [answered, same, without] =
            [*answered, *same, silent + unknown].map(|count| number(count, self.language));
        let sums = match self.language {
            MessageLanguage::Id => format!(
                "{} situs: {answered} menjawab, {same} di antaranya tetap; {without} tanpa jawaban yang baik",
                number(*listed, self.language)
            ),
            MessageLanguage::En => format!(
                "{}: {answered} answered, {same} of them as before; {without} without a good answer",
                counted(*listed, "site", "sites")
            ),
        };
        let end = if is_dry {
            either(self.language, "; tidak ada yang ditulis", "; nothing was written").to_owned()
        } else {
            match self.language {
                MessageLanguage::Id => format!("; {} berkas ditulis", report.written),
                MessageLanguage::En => format!("; {} written", counted(report.written, "file", "files")),
            }
        };
        anstream::println!("{sums}{end}");
    }
}

/// `berubah: Koperasi Susu (https://susu.contoh.id/): harga keju Rp 39.000 -> Rp 41.000, baru: yoghurt`.
fn in_words(news: &News, language: MessageLanguage) -> String {
    let say = |id, en| either(language, id, en);
    let what = match &news.what {
        What::New => say("baru", "new"),
        What::Changed(_) => say("berubah", "changed"),
        What::Back { .. } => say("menjawab lagi", "answers again"),
        What::Silent => say("diam", "silent"),
        What::Removed => say("tidak lagi di daftar", "listed no more"),
    };
    let told = match &news.what {
        What::Changed(changes) => {
            let mut words: Vec<String> =
                changes.iter().take(SHOWN_CHANGES).map(|change| one_change(change, language)).collect();
            if let Some(more) = changes.len().checked_sub(SHOWN_CHANGES).filter(|more| *more > 0) {
                words.push(format!("{} {more} {}", say("dan", "and"), say("lagi", "more")));
            }
            format!(": {}", words.join(", "))
        }
        What::Back { since } => format!(", {} {since}", say("diam sejak", "silent since")),
        _ => String::new(),
    };
    format!("{what}: {} ({}){told}", news.name, news.address)
}

fn one_change(change: &Change, language: MessageLanguage) -> String {
    let say = |id, en| either(language, id, en);
    match change {
        Change::Price(PriceChange { slug, before, after }) => {
            let [before, after] = [before, after].map(|amount| rupiah(*amount));
            format!("{} {slug} {before} -> {after}", say("harga", "price of"))
        }
        Change::ProductNew(slug) => format!("{} {slug}", say("barang baru", "new product")),
        Change::ProductGone(slug) => format!("{} {slug}", say("barang hilang", "product gone")),
        Change::Value { field, before, after } => format!("{field} {before} -> {after}"),
        Change::Other => say("isi lain", "other content").to_owned(),
    }
}

/// Grouped by points in both languages, as on the pages.
fn rupiah(amount: u64) -> String {
    let amount = usize::try_from(amount).unwrap_or(usize::MAX);
    format!("Rp {}", number(amount, MessageLanguage::Id))
}

fn as_json(news: &News) -> serde_json::Value {
    let change = |change: &Change| match change {
        Change::Price(PriceChange { slug, before, after }) => {
            json!({ "change": "price", "product": slug, "before": before, "after": after })
        }
        Change::ProductNew(slug) => json!({ "change": "product-new", "product": slug }),
        Change::ProductGone(slug) => json!({ "change": "product-gone", "product": slug }),
        Change::Value { field, before, after } => {
            json!({ "change": "value", "field": field, "before": before, "after": after })
        }
        Change::Other => json!({ "change": "other" }),
    };
    let (what, changes) = match &news.what {
        What::New => ("new", Vec::new()),
        What::Changed(changes) => ("changed", changes.iter().map(change).collect()),
        What::Back { .. } => ("back", Vec::new()),
        What::Silent => ("silent", Vec::new()),
        What::Removed => ("removed", Vec::new()),
    };
    json!({ "site": news.address, "name": news.name, "what": what, "changes": changes })
}
