//! Pages that are opened as files, from a memory stick or out of a ZIP: a folder has no page there, so links name
//! the file itself.

/// Attributes that hold an address which a visitor goes to, by tag.
const LEADING: &[(&str, &str)] = &[("a", "href"), ("area", "href"), ("form", "action"), ("meta", "content")];

/// Makes every relative link to a folder lead to its `index.html`, and takes out the link to the web manifest,
/// which no browser reads from a file. Knows just enough HTML for pages that the
/// program made itself: quoted attributes, and nothing that looks like a tag in scripts and styles.
/// ```
/// # use etalase::host::link_to_files;
/// assert_eq!(link_to_files(r#"<a href="muda/#kuis">"#), r#"<a href="muda/index.html#kuis">"#);
/// ```
pub fn link_to_files(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 32);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = tag_length(rest);
        let tag = &rest[..end];
        if tag.starts_with("<link rel=\"manifest\"") {
            // A browser refuses to read one from a file, and says so.
            rest = &rest[end..];
            continue;
        }
        let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        match LEADING.iter().find(|(leading, _)| *leading == name) {
            Some((_, attribute)) => push_tag(tag, attribute, &mut out),
            None => out.push_str(tag),
        }
        rest = &rest[end..];
        if name == "script" || name == "style" {
            let end = rest.find("</").unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out.push_str(rest);
    out
}

/// From `<` to behind the `>` that no quotation mark hides.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn push_tag(tag: &str, attribute: &str, out: &mut String) {
    let opening = format!(" {attribute}=\"");
    let parts = tag.split_once(&opening).and_then(|(before, after)| Some((before, after.split_once('"')?)));
    let Some((before, (value, after))) = parts else {
        out.push_str(tag);
        return;
    };
    // A page that leads on: `0; url=../kpc/`. Any other `<meta>` holds no link.
    let (lead, address) = match value.split_once("url=") {
        Some((delay, address)) if attribute == "content" => (format!("{delay}url="), address),
        _ if attribute == "content" => {
            out.push_str(tag);
            return;
        }
        _ => (String::new(), value),
    };
    for part in [before, &opening, &lead] {
        out.push_str(part);
    }
    push_address(address, out);
    out.push('"');
    out.push_str(after);
}

fn push_address(address: &str, out: &mut String) {
    let path_end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(path_end);
    let is_relative = !path.starts_with('/') && !path.contains(':');
    let last = path.rsplit('/').next().unwrap_or_default();
    out.push_str(path);
    if is_relative && !path.is_empty() && matches!(last, "" | "." | "..") {
        out.push_str(if last.is_empty() { "index.html" } else { "/index.html" });
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_folders_name_their_file() {
        for (link, file) in [
            ("./", "./index.html"),
            ("..", "../index.html"),
            ("../../", "../../index.html"),
            ("produk/susu/", "produk/susu/index.html"),
            ("keranjang/?a=1#b", "keranjang/index.html?a=1#b"),
        ] {
            assert_eq!(
                link_to_files(&format!("<a class=\"x\" href=\"{link}\">")),
                format!("<a class=\"x\" href=\"{file}\">")
            );
        }
        assert_eq!(link_to_files("<form action=\"../\">"), "<form action=\"../index.html\">");
    }

    #[test]
    fn whatever_else_stays_as_it_is() {
        for html in [
            "<a href=\"#isi\">",
            "<a href=\"feed/harga.txt\">",
            "<a href=\"https://wa.me/62/\">",
            "<a href=\"mailto:a@b.id\">",
            "<a href=\"/\">",
            "<link href=\"./\">",
            "<meta name=\"description\" content=\"Kopi/\">",
            "<script type=\"application/ld+json\">{\"a\":\"<a href=\\\"x/\\\">\"}</script>",
            "<p title=\"<a href='x/'>\">1 < 2, teks \" href=\"x/\"</p>",
            "<a",
            "<a href=\"x/",
        ] {
            assert_eq!(link_to_files(html), html);
        }
    }

    #[test]
    fn what_no_browser_reads_from_a_file_is_not_asked_for() {
        let page =
            "<link rel=\"icon\" href=\"a.svg\">\n<link rel=\"manifest\" href=\"a.webmanifest\">\n<title>";
        assert_eq!(link_to_files(page), "<link rel=\"icon\" href=\"a.svg\">\n\n<title>");
    }

    #[test]
    fn a_page_that_leads_on_leads_to_a_file() {
        assert_eq!(
            link_to_files("<meta http-equiv=\"refresh\" content=\"0; url=../kpc/\">"),
            "<meta http-equiv=\"refresh\" content=\"0; url=../kpc/index.html\">"
        );
    }
}
