//! How long it takes to refuse a small file that claims to be a large picture: at most 50 ms are promised.
//!
//! `cargo bench --bench photo_bombs`

#[path = "../tests/bombs/mod.rs"]
mod bombs;

use bombs::{bombs, jpeg_claiming, refusal};

fn main() {
    assert_eq!(refusal(&jpeg_claiming(64, 64, false)), None);
    divan::main();
}

#[divan::bench(args = (0..bombs().len()).collect::<Vec<_>>())]
fn refuse(bencher: divan::Bencher<'_, '_>, which: usize) {
    let (name, by, bomb) = bombs().swap_remove(which);
    bencher.bench(|| assert_eq!(refusal(&bomb).map(|(refused, _)| refused), Some(by), "{name}"));
}
