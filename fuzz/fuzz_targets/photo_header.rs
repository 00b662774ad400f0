//! Any bytes as a photo's header: no panic, whatever they claim.
#![no_main]

use etalase::photo::{advise, read_facts};
use etalase::settings::Limits;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(facts) = read_facts("foto/a.jpg", bytes, &Limits::default()) {
        assert!(facts.width_px > 0 && facts.height_px > 0);
        let _ = advise("foto/a.jpg", &facts);
    }
});
