//! What can be wrong with the place that is written to.

use super::place::Place;
use crate::finding::{Finding, Level, Span, Text};

/// A page wants a path where somebody else's file lies.
pub(super) fn output_occupied(path: &str) -> Finding {
    Finding {
        code: "output-occupied".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            "di tempat ini sudah ada berkas yang bukan buatan etalase",
            "there already is a file that etalase did not make",
        ),
        expected: Text::new(
            "tempat kosong, atau berkas buatan etalase",
            "an empty place, or a file of etalase's",
        ),
        help: Text::new(
            "berkas itu tidak disentuh; pindahkan atau hapus, lalu bangun lagi",
            "the file was not touched; move or delete it, then build again",
        ),
    }
}

/// The output would be the folder of the site, or one around it.
pub(super) fn holds_the_site(place: &Place<'_>) -> Finding {
    let typed = place.typed;
    misplaced(
        "output-holds-site",
        place,
        Text::new(
            format!(
                "`{typed}` adalah folder situs ini atau memuatnya, jadi hasil akan bercampur dengan sumbernya"
            ),
            format!(
                "`{typed}` is the folder of this site or holds it, so the output would mix with its sources"
            ),
        ),
    )
}

/// The output would be in a folder that is somebody's own work, or around it.
pub(super) fn among_own_files(place: &Place<'_>, own: &str) -> Finding {
    let typed = place.typed;
    misplaced(
        "output-among-sources",
        place,
        Text::new(
            format!(
                "`{typed}` adalah `{own}/`, ada di dalamnya, atau memuatnya; folder itu bukan tempat hasil"
            ),
            format!(
                "`{typed}` is `{own}/`, lies in it or holds it, and that folder is no place for the output"
            ),
        ),
    )
}

fn misplaced(code: &'static str, place: &Place<'_>, found: Text) -> Finding {
    let argument = place.argument;
    Finding {
        code: code.into(),
        level: Level::Error,
        at: Span::path(argument),
        found,
        expected: Text::new(
            "folder tersendiri, di dalam situs atau di tempat lain",
            "a folder of its own, in the site or elsewhere",
        ),
        help: Text::new(
            format!("tulis mis. `{argument} ./hasil`; tidak ada berkas yang diubah"),
            format!("write for example `{argument} ./result`; no file was changed"),
        ),
    }
}
