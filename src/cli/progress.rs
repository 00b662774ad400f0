//! Progress on a terminal: cooperatives and photos done of how many, and the time left.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{HumanDuration, ProgressBar, ProgressState, ProgressStyle};

use super::words::either;
use crate::finding::MessageLanguage;
use crate::pipeline::Watcher;

/// One photo takes about as long as the texts of this many cooperatives; weighs the bar and the time left.
const PHOTO_WEIGHT: u64 = 100;

/// A bar that is drawn only where a person sees it.
pub(super) struct Progress {
    bar: ProgressBar,
    language: MessageLanguage,
    cooperatives: Count,
    photos: Count,
}

#[derive(Default)]
struct Count {
    done: AtomicU64,
    of: AtomicU64,
}

impl Progress {
    pub(super) fn new(is_shown: bool, language: MessageLanguage) -> Self {
        let bar = if is_shown { ProgressBar::new(length(0, 0)) } else { ProgressBar::hidden() };
        let style = ProgressStyle::with_template("{bar:24} {msg}{left}")
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .with_key("left", move |state: &ProgressState, out: &mut dyn fmt::Write| {
                // What cannot be written on a terminal is missed by nobody.
                let _ = out.write_str(&time_left(state.pos(), state.eta(), language));
            });
        bar.set_style(style);
        if is_shown {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        Self { bar, language, cooperatives: Count::default(), photos: Count::default() }
    }

    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    fn draw(&self) {
        if self.bar.is_hidden() {
            return;
        }
        let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let (done, of) = (read(&self.cooperatives.done), read(&self.cooperatives.of));
        let (photos_done, photos_of) = (read(&self.photos.done), read(&self.photos.of));
        self.bar.set_length(length(of, photos_of));
        self.bar.set_position(done + photos_done * PHOTO_WEIGHT);
        let (cooperatives, photos) =
            (either(self.language, "koperasi", "cooperatives"), either(self.language, "foto", "photos"));
        self.bar.set_message(format!("{done}/{of} {cooperatives} · {photos_done}/{photos_of} {photos}"));
    }

    fn add(&self, number: &AtomicU64, by: usize) {
        number.fetch_add(u64::try_from(by).unwrap_or(0), Ordering::Relaxed);
        self.draw();
    }
}

/// Length of the bar. Before anything is counted it is not 0: a bar without length is drawn full.
fn length(cooperatives: u64, photos: u64) -> u64 {
    (cooperatives + photos * PHOTO_WEIGHT).max(1)
}

/// How long it will still take; nothing as long as nothing is done that could tell.
fn time_left(done: u64, left: Duration, language: MessageLanguage) -> String {
    if done == 0 {
        return String::new();
    }
    format!(" · {} {:#}", either(language, "sisa", "left"), HumanDuration(left))
}

impl Watcher for Progress {
    fn cooperatives_found(&self, count: usize) {
        self.add(&self.cooperatives.of, count);
    }

    fn cooperative_done(&self) {
        self.add(&self.cooperatives.done, 1);
    }

    fn photos_found(&self, count: usize) {
        self.add(&self.photos.of, count);
    }

    fn photo_done(&self) {
        self.add(&self.photos.done, 1);
    }

    fn keeping(&self) {
        let message =
            either(self.language, "menyimpan foto untuk mesin lain …", "keeping photos for other machines …");
        self.bar.set_message(message);
    }

    fn waiting(&self) {
        let message = either(
            self.language,
            "menunggu: situs ini sedang dibangun oleh perintah lain …",
            "waiting: another command is building this site …",
        );
        anstream::eprintln!("{message}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_done_fills_no_bar_and_tells_no_time() {
        assert_eq!((length(0, 0), length(3, 2)), (1, 203));
        assert_eq!(time_left(0, Duration::ZERO, MessageLanguage::En), "");
        assert_eq!(time_left(3, Duration::from_secs(5), MessageLanguage::Id), " · sisa 5s");
    }
}
