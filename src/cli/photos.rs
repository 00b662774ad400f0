//! `etalase photos`: takes location and surplus pixels out of the originals.

use anyhow::Result;
use clap::{ArgMatches, Command};

use super::arguments;
use super::environment::Environment;
use super::exit::{DONE, FAILED};
use super::print::Printing;
use super::words::either;
use crate::content;
use crate::finding::{Findings, Level, MessageLanguage};
use crate::originals::{self, Change, Kept};
use crate::source::Site;

pub(super) fn command(language: MessageLanguage) -> Command {
    let say = |id, en| either(language, id, en);
    Command::new("photos")
        .about(say(
            "Kecilkan foto asli, hapus lokasi dan videonya, langsung di tempatnya",
            "Shrink original photos and take location and video out, in place",
        ))
        .args([arguments::site(language), arguments::dry_run(language), arguments::json(language)])
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
    // Mistakes in the settings are `check`'s to tell; here only the limits matter.
    let settings = content::read_settings(file.as_ref(), environment.today, &mut Findings::new());
    let dry_run = matches.get_flag("dry-run");
    let changes = originals::slim_originals(&site, &settings.limits, dry_run, &mut findings)?;
    printing.findings(&findings);
    if printing.shows_progress() {
        for change in &changes {
            anstream::println!("{}", line_of(change, dry_run, printing.language));
        }
        if changes.is_empty() {
            anstream::println!(
                "{}",
                either(printing.language, "tidak ada foto yang perlu diubah", "no photo needs a change")
            );
        }
    }
    let has_failed = (&findings).into_iter().any(|finding| finding.level == Level::Error);
    Ok(if has_failed { FAILED } else { DONE })
}

fn line_of(change: &Change, dry_run: bool, language: MessageLanguage) -> String {
    let Change { path, before_px: (width, height), after_px: (new_width, new_height), .. } = change;
    let (before, after) = (change.before_bytes.div_ceil(1024), change.after_bytes.div_ceil(1024));
    let location =
        if change.had_location { either(language, ", tanpa lokasi", ", without location") } else { "" };
    let video = if change.had_video { either(language, ", tanpa video", ", without video") } else { "" };
    let kept = match (&change.kept, language) {
        (Kept::Committed, MessageLanguage::Id) => "aslinya ada di git".to_owned(),
        (Kept::Committed, MessageLanguage::En) => "the original is in git".to_owned(),
        (Kept::Copied(copy), MessageLanguage::Id) => {
            format!("aslinya disalin ke {copy}, yang tidak ikut ke git")
        }
        (Kept::Copied(copy), MessageLanguage::En) => {
            format!("the original is copied to {copy}, which git leaves alone")
        }
    };
    let would = if dry_run { either(language, "akan diubah: ", "would change: ") } else { "" };
    format!(
        "{would}{path}: {width} x {height}, {before} KB -> {new_width} x {new_height}, {after} KB{location}{video}; {kept}"
    )
}
