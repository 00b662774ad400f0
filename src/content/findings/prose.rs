//! Markdown: what of it is not shown as it was meant.

use super::{advice, error, shown, text, warning};
use crate::finding::{Finding, Span, without_user_info};

/// A character that hides or reorders the text around it.
pub(in crate::content) fn control_character(at: Span, control: char) -> Finding {
    let code = u32::from(control);
    error(
        "control-character",
        at,
        text(
            format!("baris ini memuat huruf kendali yang tidak terlihat (U+{code:04X})"),
            format!("this line holds an invisible control character (U+{code:04X})"),
        ),
        text("huruf, angka dan tanda baca biasa", "ordinary letters, digits and punctuation"),
        text("hapus kata itu lalu ketik ulang", "delete that word and type it again"),
    )
}

/// HTML in Markdown.
pub(in crate::content) fn raw_html(at: Span) -> Finding {
    advice(
        "raw-html",
        at,
        text("kode HTML di sini tampil sebagai tulisan biasa", "the HTML here is shown as plain text"),
        text(
            "Markdown: `**tebal**`, `*miring*`, `[tautan](https://…)`",
            "Markdown: `**bold**`, `*italic*`, `[link](https://…)`",
        ),
        text("ganti kode HTML dengan Markdown, atau hapus", "write Markdown instead, or remove it"),
    )
}

/// A phrase between single stars, as chats write what is bold.
pub(in crate::content) fn single_stars(at: Span, phrase: &str) -> Finding {
    let inside = shown(phrase.trim_matches('*'));
    advice(
        "single-stars",
        at,
        text(
            format!("`*{inside}*` tampil miring; di WhatsApp tanda itu berarti tebal"),
            format!("`*{inside}*` is shown in italics; in WhatsApp it means bold"),
        ),
        text("dua bintang untuk huruf tebal", "two stars for bold letters"),
        text(
            format!("tulis `**{inside}**`, juga di bagian lain teks ini; untuk huruf miring `_{inside}_`"),
            format!("write `**{inside}**`, elsewhere in this text too; for italics `_{inside}_`"),
        ),
    )
}

/// A link whose address is left out.
pub(in crate::content) fn link_not_kept(at: Span, address: &str) -> Finding {
    let typed = shown(address);
    let looks_like_a_host =
        !address.starts_with(['/', '.', '#']) && !address.contains(':') && address.contains('.');
    let help = if looks_like_a_host {
        text(format!("tulis `https://{typed}`"), format!("write `https://{typed}`"))
    } else {
        text(
            "buka halaman yang dimaksud di peramban, lalu salin alamat lengkapnya ke sini",
            "open the page that you mean in a browser and copy its whole address to this place",
        )
    };
    warning(
        "link-not-kept",
        at,
        text(
            format!("`{typed}` tidak menjadi tautan; hanya kata-katanya yang tampil"),
            format!("`{typed}` does not become a link; only its words are shown"),
        ),
        text(
            "alamat lengkap yang diawali `https://` (atau `mailto:`, `tel:`, `geo:`)",
            "a whole address that begins with `https://` (or `mailto:`, `tel:`, `geo:`)",
        ),
        help,
    )
}

/// A link to an address without encryption. The address is named whole: by it `check` knows that it was told.
pub(in crate::content) fn link_not_safe(at: Span, address: &str) -> Finding {
    let typed = without_user_info(address);
    warning(
        "link-unsafe",
        at,
        text(
            format!("tautan ke `{typed}` tidak aman (http)"),
            format!("the link to `{typed}` is not safe (http)"),
        ),
        text("alamat yang dimulai dengan `https://`", "an address that begins with `https://`"),
        text("ganti `http` menjadi `https`", "change `http` to `https`"),
    )
}
