//! The facts as one page of HTML.

use std::fmt::Write as _;

use super::fact::{Fact, Gap, Part};
use crate::markdown::escape;
use crate::model::Cooperative;
use crate::theme::Style;

/// First line of each page, by which one that was made before is known again.
pub(crate) const MARK: &str = "<!DOCTYPE html><!-- etalase export --microsite -->";

/// Longest value that stands in one line.
const ONE_LINE: usize = 60;

/// A page with a field for each fact. Without its script the fields can be selected and copied.
pub(super) fn page(cooperative: &Cooperative, today: &str, parts: &[Part], gaps: &[Gap]) -> String {
    let style = Style::new(include_str!("page.css").to_owned());
    let script = include_str!("page.js");
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        style.csp_source,
        Style::new(script.to_owned()).csp_source
    );
    let name = escape(&cooperative.name);
    let mut html = format!(
        "{MARK}\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Salinan isian – {name}</title>\n<style>{}</style>\n\
         </head>\n<body>\n<main>\n<h1>Salinan isian: {name}</h1>\n\
         <p>Isi profil per {today}, satu per satu, untuk disalin ke formulir lain, mis. microsite Merah Putih. \
         Halaman ini bukan formulir dan tidak mengirim apa pun.</p>\n",
        include_str!("page.css"),
    );
    add_gaps(gaps, &mut html);
    let mut number = 0;
    for part in parts {
        write(&mut html, format_args!("<section>\n<h2>{}</h2>\n", part.title));
        for fact in &part.facts {
            number += 1;
            add_fact(fact, number, &mut html);
        }
        html.push_str("</section>\n");
    }
    write(&mut html, format_args!("</main>\n<script>{script}</script>\n</body>\n</html>\n"));
    html
}

fn add_gaps(gaps: &[Gap], html: &mut String) {
    if gaps.is_empty() {
        return;
    }
    html.push_str("<section class=\"gaps\">\n<h2>Belum ada di profil</h2>\n<ul>\n");
    for gap in gaps {
        write(html, format_args!("<li>{} <code>{}</code></li>\n", gap.label, gap.key));
    }
    html.push_str("</ul>\n</section>\n");
}

fn add_fact(fact: &Fact, number: usize, html: &mut String) {
    let (label, value) = (escape(&fact.label), escape(&fact.value));
    let lines = fact.value.lines().count().max(fact.value.chars().count() / ONE_LINE + 1);
    write(html, format_args!("<div class=\"fact\">\n<label for=\"f{number}\">{label}</label>\n"));
    if lines > 1 {
        let rows = lines.min(12);
        write(html, format_args!("<textarea id=\"f{number}\" rows=\"{rows}\" readonly>{value}</textarea>\n"));
    } else {
        write(html, format_args!("<input id=\"f{number}\" value=\"{value}\" readonly>\n"));
    }
    write(
        html,
        format_args!(
            "<button type=\"button\" data-copy=\"f{number}\" hidden>Salin<span> {label}</span></button>\n</div>\n"
        ),
    );
}

fn write(html: &mut String, text: std::fmt::Arguments<'_>) {
    html.write_fmt(text).expect("a String");
}
