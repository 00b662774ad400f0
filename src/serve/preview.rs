//! A page of the site as a preview shows it: with a script that follows changes, and a policy that lets it. What
//! the page says stays as it is. A pure function of the page's text.

use std::fmt::Write as _;

use serde_json::json;

use super::shared::{OWN_EVENTS, OWN_SCRIPT};
use crate::finding::{Findings, MessageLanguage, render_finding, to_json as finding_json};
use crate::fingerprint::{Fingerprint, Fingerprinter};

/// Follows changes and shows findings; the words stand in at `@words@`.
const SCRIPT: &str = include_str!("pratinjau.js");

/// A page that follows changes.
pub(super) struct Followed {
    /// With its script.
    pub(super) html: String,
    marks: Marks,
}

/// By these a page knows whether it has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marks {
    /// Of everything but style sheets and policy.
    body: Fingerprint,
    /// Of the style sheets.
    style: Fingerprint,
}

/// A page as it is now, and what is to be said about it.
pub(super) struct State {
    marks: Marks,
    findings: serde_json::Value,
}

impl State {
    pub(super) fn of(html: &str, findings: &Findings, language: MessageLanguage) -> Self {
        let findings = findings.iter().map(|finding| finding_json(finding, language)).collect();
        Self { marks: follow(html).marks, findings }
    }

    pub(super) fn to_json(&self) -> String {
        let Marks { body, style } = self.marks;
        json!({ "body": body.to_string(), "style": style.to_string(), "findings": self.findings }).to_string()
    }
}

/// Adds the script to a page, and to its policy what the script needs: to be run, to ask for changes, and to
/// put in new style sheets. A worker would hide changes; the policy lets none in.
pub(super) fn follow(html: &str) -> Followed {
    let policy = find_policy(html);
    let (mut body, mut style) = (Fingerprinter::new(), Fingerprinter::new());
    let mut at = 0;
    while let Some((start, end)) = find_style(html, at) {
        add_without(&mut body, html, at, start, policy);
        style.add(&html.as_bytes()[start..end]);
        at = end;
    }
    add_without(&mut body, html, at, html.len(), policy);
    let marks = Marks { body: body.finish(), style: style.finish() };
    let script = format!(
        "<script src=\"{OWN_SCRIPT}\" data-body=\"{}\" data-style=\"{}\"></script>\n",
        marks.body, marks.style
    );
    let place = ["</head>", "<body"].iter().find_map(|tag| html.find(tag)).unwrap_or(0);
    let mut followed = String::with_capacity(html.len() + 400);
    match policy {
        Some((start, end)) if end <= place => {
            followed.push_str(&html[..start]);
            followed.push_str(&loosened(&html[start..end]));
            followed.push_str(&html[end..place]);
        }
        _ => followed.push_str(&html[..place]),
    }
    followed.push_str(&script);
    followed.push_str(&html[place..]);
    Followed { html: followed, marks }
}

/// Adds a part of a page, but for what lies in its policy: that follows from the style sheets.
fn add_without(
    all: &mut Fingerprinter,
    html: &str,
    start: usize,
    end: usize,
    policy: Option<(usize, usize)>,
) {
    match policy.filter(|(first, last)| *first >= start && *last <= end) {
        Some((first, last)) => {
            all.add(&html.as_bytes()[start..first]);
            all.add(&html.as_bytes()[last..end]);
        }
        None => all.add(&html.as_bytes()[start..end]),
    }
}

/// Where the text of the next style sheet lies.
fn find_style(html: &str, from: usize) -> Option<(usize, usize)> {
    let tag = from + html[from..].find("<style")?;
    let start = tag + html[tag..].find('>')? + 1;
    Some((start, start + html[start..].find("</style")?))
}

/// Where the text of the page's policy lies.
fn find_policy(html: &str) -> Option<(usize, usize)> {
    let meta = html.find("http-equiv=\"Content-Security-Policy\"")?;
    let rest = meta + html[meta..].find("content=\"")? + "content=\"".len();
    Some((rest, rest + html[rest..].find('"')?))
}

/// A policy with what a preview needs beside it.
fn loosened(policy: &str) -> String {
    let mut directives: Vec<(String, String)> = policy
        .split(';')
        .filter_map(|directive| {
            let directive = directive.trim();
            let (name, sources) = directive.split_once(char::is_whitespace).unwrap_or((directive, ""));
            (!name.is_empty()).then(|| (name.to_ascii_lowercase(), sources.to_owned()))
        })
        .collect();
    let mut set = |name: &str, change: &dyn Fn(&str) -> String| match directives
        .iter_mut()
        .find(|(known, _)| known == name)
    {
        Some((_, sources)) => *sources = change(sources),
        None => directives.push((name.to_owned(), change(""))),
    };
    let with_self = |sources: &str| {
        if sources.split_whitespace().any(|source| source == "'self'") {
            return sources.to_owned();
        }
        format!("{} 'self'", sources.replace("'none'", "")).trim().to_owned()
    };
    set("script-src", &with_self);
    set("connect-src", &with_self);
    // With a hash beside it, 'unsafe-inline' would count for nothing.
    set("style-src", &|_| "'self' 'unsafe-inline'".to_owned());
    set("worker-src", &|_| "'none'".to_owned());
    let all: Vec<String> = directives.iter().map(|(name, sources)| format!("{name} {sources}")).collect();
    all.join("; ")
}

/// The script with its words.
pub(super) fn script(language: MessageLanguage) -> String {
    let words = match language {
        MessageLanguage::Id => json!({
            "events": OWN_EVENTS,
            "name": "Temuan", "levels": {
                "error": ["kesalahan", "kesalahan"], "warning": ["peringatan", "peringatan"], "advice": ["saran", "saran"],
            },
            "expected": "seharusnya", "help": "perbaikan", "gone": "pratinjau terputus",
        }),
        MessageLanguage::En => json!({
            "events": OWN_EVENTS,
            "name": "Findings", "levels": {
                "error": ["error", "errors"], "warning": ["warning", "warnings"], "advice": ["advice", "advice"],
            },
            "expected": "expected", "help": "help", "gone": "preview is not connected",
        }),
    };
    SCRIPT.replace("'@words@'", &words.to_string())
}

/// For a page that cannot be shown: its findings, also without a script.
pub(super) fn broken_page(findings: &Findings, language: MessageLanguage) -> String {
    let (title, text) = match language {
        MessageLanguage::Id => {
            ("Belum dapat ditampilkan", "Halaman ini muncul sendiri begitu kesalahan di bawah diperbaiki.")
        }
        MessageLanguage::En => {
            ("This cannot be shown yet", "The page appears by itself as soon as the errors below are mended.")
        }
    };
    let mut list = String::new();
    for finding in findings {
        let told = anstream::adapter::strip_str(&render_finding(finding, language)).to_string();
        // Writing to a String cannot fail.
        let _ = writeln!(list, "<pre>{}</pre>", escaped(&told));
    }
    // With a script they stand in the list that every page has.
    own_page(title, text, &format!("<noscript>\n{list}</noscript>\n"), language)
}

/// For an address that leads nowhere, in a site that has no page for that.
pub(super) fn nothing_page(language: MessageLanguage) -> String {
    match language {
        MessageLanguage::Id => own_page("Tidak ada apa-apa di sini", "Periksa alamatnya.", "", language),
        MessageLanguage::En => own_page("There is nothing here", "Check the address.", "", language),
    }
}

fn own_page(title: &str, text: &str, below: &str, language: MessageLanguage) -> String {
    let lang = match language {
        MessageLanguage::Id => "id",
        MessageLanguage::En => "en",
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n:root {{ color-scheme: \
         light dark; }}\nbody {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 10vh auto; padding: 0 \
         1rem; }}\npre {{ overflow-x: auto; padding: 0.75rem 1rem; border-inline-start: 4px solid #c2410c; background: \
         color-mix(in srgb, currentColor 8%, transparent); }}\n</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{text}</p>\n{below}</main>\n</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(style: &str, text: &str) -> String {
        format!(
            "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
             'sha256-{style}'\"><style>{style}</style><style>p{{}}</style></head><body>{text}</body></html>"
        )
    }

    fn marks(html: &str) -> Marks {
        follow(html).marks
    }

    #[test]
    fn a_change_of_style_is_told_from_a_change_of_words() {
        let before = marks(&page("a{}", "satu"));
        let (style, words) = (marks(&page("b{}", "satu")), marks(&page("a{}", "dua")));
        assert!(style.body == before.body && style.style != before.style);
        assert!(words.body != before.body && words.style == before.style);
    }

    #[test]
    fn the_policy_lets_in_the_script_and_new_styles_and_no_worker() {
        let html = follow(&page("a{}", "satu")).html;
        let policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; worker-src 'none'";
        assert!(html.contains(&format!("content=\"{policy}\"")), "{html}");
        assert!(html.contains("</script>\n</head><body>satu"), "{html}");
        assert_eq!(
            loosened("script-src 'none'; connect-src 'self' https://a.id; img-src 'self'"),
            "script-src 'self'; connect-src 'self' https://a.id; img-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'none'"
        );
    }

    #[test]
    fn a_page_without_policy_or_head_follows_too() {
        assert!(follow("halo").html.starts_with("<script src="));
        let html = follow("<body>http-equiv=\"Content-Security-Policy\" content=\"x\"").html;
        assert!(html.ends_with("content=\"x\"") && html.starts_with("<script"), "{html}");
    }

    #[test]
    fn what_was_typed_stays_text() {
        let finding = crate::finding::Finding {
            code: "unknown-key".into(),
            level: crate::finding::Level::Error,
            at: crate::finding::Span::path("content/kpc/<b>.yaml"),
            found: crate::finding::Text::new("<img src=x>", "<img src=x>"),
            expected: crate::finding::Text::new("", ""),
            help: crate::finding::Text::new("", ""),
        };
        let html = broken_page(&vec![finding].into(), MessageLanguage::Id);
        assert!(html.contains("&lt;img src=x&gt;") && !html.contains("<img"), "{html}");
    }
}
