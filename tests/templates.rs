//! What templates and style sheets may not do, held against `themes/` as it is. A template prints and
//! repeats; what it prints is escaped; and nothing on a page needs a weaker content policy. And what the program asks
//! of a theme's texts: each key in `src/` names a sentence.
#![expect(clippy::disallowed_methods, reason = "these tests read the source tree")]

#[path = "layers/tree.rs"]
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use etalase::Findings;
use etalase::for_tests::{Language, Theme};
use tree::{File, assert_none, files_below};

#[test]
fn templates_print_and_repeat() {
    let templates = files_below("themes", &["html", "xml"]);
    assert!(!templates.is_empty(), "no template found");
    assert_none(templates.iter().flat_map(template_faults));
}

#[test]
fn style_sheets_need_no_force() {
    let sheets = files_below("themes", &["css"]);
    assert!(!sheets.is_empty(), "no style sheet found");
    assert_none(sheets.iter().flat_map(style_faults));
}

#[test]
fn style_sheets_use_tokens_that_are_set() {
    let sheets = files_below("themes", &["css"]);
    // The pages for pupils have tokens of their own, all others build on those of `etalase`.
    let (youth, shops): (Vec<&File>, Vec<&File>) =
        sheets.iter().partition(|sheet| sheet.path.starts_with("muda/"));
    for sheets in [youth, shops] {
        let set: BTreeSet<&str> = sheets.iter().flat_map(|sheet| set_tokens(&sheet.text)).collect();
        assert!(set.contains("--ink") && set.contains("--space-4"), "{set:?}");
        assert_none(sheets.iter().flat_map(|sheet| token_faults(sheet, &set)));
    }
}

/// The colours of a cooperative, which the program sets.
const DERIVED: [&str; 4] = ["--brand", "--on-brand", "--brand-ink", "--brand-soft"];

/// Tokens that a sheet gives a value.
fn set_tokens(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split(['{', '}', ';', '\n']).filter_map(|part| part.split_once(':'));
    names.map(|(name, _)| name.trim()).filter(|name| name.starts_with("--"))
}

/// Tokens that a sheet uses and nothing sets: the whole declaration would count for nothing, in silence.
fn token_faults(file: &File, set: &BTreeSet<&str>) -> Vec<String> {
    let text = without_between(&file.text, "/*", "*/");
    let used =
        text.split("var(").skip(1).filter_map(|rest| rest.split_once(')')).map(|(name, _)| name.trim());
    let unset = used.filter(|name| !set.contains(name) && !DERIVED.contains(name) && !name.contains(','));
    unset.map(|name| format!("{}: `{name}` is set nowhere", file.path)).collect()
}

#[test]
fn every_text_that_the_program_asks_for_exists() {
    let texts = built_in_texts();
    let sources = files_below("src", &["rs"]);
    let is_asked = |file: &&File| ASKING.iter().any(|room| file.path.starts_with(room));
    let asking: Vec<&File> =
        sources.iter().filter(is_asked).filter(|file| !file.path.contains("test")).collect();
    let count: usize = asking.iter().map(|file| text_keys(&file.text, &texts).len()).sum();
    assert!(count > 300, "only {count} keys were found");
    assert_none(asking.iter().flat_map(|file| text_faults(file, &texts)));
}

/// The rooms that look texts up.
const ASKING: &[&str] = &["view/", "page/", "portal/", "feed/"];

/// The names of all sentences in the built-in themes: every language has those of Indonesian.
fn built_in_texts() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for name in ["etalase", "muda"] {
        let theme = Theme::load(name, &BTreeMap::new(), &mut Findings::new()).expect("it is built in");
        names.extend(theme.texts(Language::Id).keys().map(str::to_owned));
    }
    names
}

/// What looks like the name of a sentence in code above its unit tests, with the call that it is handed to (or
/// nothing): `("get", "order.greeting")`. Names that are put together hold `{…}`; one that begins so is not found.
fn text_keys<'a>(code: &'a str, texts: &BTreeSet<String>) -> Vec<(&'a str, &'a str)> {
    let code = code.split("\nmod tests {").next().unwrap_or_default();
    let groups: BTreeSet<&str> = texts.iter().filter_map(|name| name.split('.').next()).collect();
    let mut keys = Vec::new();
    for (at, _) in code.match_indices('"') {
        let Some((key, _)) = code[at + 1..].split_once('"') else { continue };
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._{}".contains(c);
        let is_key = key.chars().all(is_name) && !key.ends_with('.');
        if is_key && key.split_once('.').is_some_and(|(group, _)| groups.contains(group)) {
            let before = code[..at].trim_end().trim_end_matches("&format!(").trim_end();
            let call = before.strip_suffix('(').and_then(|before| before.rsplit(|c| !is_word(c)).next());
            keys.push((call.unwrap_or_default(), key));
        }
    }
    keys
}

fn text_faults(file: &File, texts: &BTreeSet<String>) -> Vec<String> {
    let is_there = |call: &str, key: &str| match call {
        "get" | "fill" => texts.iter().any(|name| fits(name, key)),
        "count" => texts.iter().any(|name| fits(name, &format!("{key}.many"))),
        "list" => texts.iter().any(|name| fits(name, &format!("{key}.1"))),
        // The beginning of several names counts where code goes on with it.
        _ => texts.iter().any(|name| fits(name, key) || fits(name, &format!("{key}.{{rest}}"))),
    };
    let missing = text_keys(&file.text, texts).into_iter().filter(|(call, key)| !is_there(call, key));
    missing.map(|(_, key)| format!("{}: no theme has a text `{key}`", file.path)).collect()
}

/// True if a name has the form of a key, in which `{…}` stands for anything.
fn fits(name: &str, key: &str) -> bool {
    let Some((before, after)) = key.split_once('{') else { return name == key };
    let after = after.split_once('}').map_or("", |(_, after)| after);
    let Some(rest) = name.strip_prefix(before) else { return false };
    (1..=rest.len()).any(|end| rest.is_char_boundary(end) && fits(&rest[end..], after))
}

fn template_faults(file: &File) -> Vec<String> {
    let text = without_between(&file.text, "{#", "#}");
    let mut faults = Vec::new();
    for (at, _) in text.match_indices('|') {
        let filter = text[at + 1..].trim_start();
        let is_safe = filter.strip_prefix("safe").is_some_and(|rest| !rest.starts_with(is_word));
        if is_safe && !text[..at].trim_end().ends_with("_html") {
            faults.push(format!("{}: `| safe` after something that is no `*_html`", file.path));
        }
    }
    for (at, _) in text.match_indices("<body") {
        let tag = &text[at..text[at..].find('>').map_or(text.len(), |end| at + end)];
        if !tag.contains("data-page=") {
            faults.push(format!("{}: `<body>` without `data-page`", file.path));
        }
    }
    for tag in tags(&text) {
        for attribute in attribute_names(tag) {
            if attribute == "style" {
                faults.push(format!("{}: a `style` attribute; the content policy forbids it", file.path));
            }
            if attribute.starts_with("on") {
                faults.push(format!("{}: script in an `{attribute}` attribute", file.path));
            }
        }
    }
    if text.contains("autoescape false") || text.contains("filter safe") {
        faults.push(format!("{}: escaping is switched off", file.path));
    }
    faults
}

/// Words and functions by which a sheet names a colour; `currentColor`, `transparent` and `#0000` are none.
const COLOURS: [&str; 14] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "white", "black", "gray",
    "red", "green",
];

/// Colours that stand anywhere but in the value of a token: `--ink: #241d16`.
fn loose_colours(text: &str) -> Vec<&str> {
    let declarations = text.split(['{', '}', ';']).filter_map(|part| part.split_once(':'));
    let loose = declarations.filter(|(name, _)| !name.trim().starts_with("--"));
    let is_colour = |word: &&str| {
        let hex = word.strip_prefix('#').filter(|hex| matches!(hex.len(), 3 | 4 | 6 | 8));
        let is_hex = hex.is_some_and(|hex| hex.chars().all(|c| c.is_ascii_hexdigit()) && hex != "0000");
        is_hex || COLOURS.iter().any(|name| word == name || (name.ends_with('(') && word.starts_with(name)))
    };
    // The name of a token, which may be that of a colour, is no word of its own here.
    loose.flat_map(|(_, value)| value.split([' ', ',', '\n', ')', '/'])).filter(is_colour).collect()
}

fn style_faults(file: &File) -> Vec<String> {
    let text = without_between(&file.text, "/*", "*/");
    let mut faults = Vec::new();
    let loose = loose_colours(&text);
    faults.extend(loose.iter().map(|colour| format!("{}: `{colour}` outside a token", file.path)));
    if text.contains("!important") {
        faults.push(format!("{}: `!important`; layers decide who wins", file.path));
    }
    if text.contains("//") && text.contains("url(http") {
        faults.push(format!("{}: asks another host", file.path));
    }
    faults
}

fn without_between(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        kept.push_str(&rest[..start]);
        rest = rest[start..].find(close).map_or("", |end| &rest[start + end + close.len()..]);
    }
    kept.push_str(rest);
    kept
}

/// The inside of every opening tag: `a href="x"`. What Tera prints inside a tag stays in it.
fn tags(text: &str) -> Vec<&str> {
    text.match_indices('<')
        .filter(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(|(at, _)| {
            let mut quote = None;
            let end = text[at..].char_indices().find(|(_, c)| match (quote, *c) {
                (None, '>') => true,
                (None, '"' | '\'') => {
                    quote = Some(*c);
                    false
                }
                (Some(open), close) if open == close => {
                    quote = None;
                    false
                }
                _ => false,
            });
            &text[at + 1..end.map_or(text.len(), |(end, _)| at + end)]
        })
        .collect()
}

/// Names of a tag's attributes, in lower case; what stands in quotes is not looked at.
fn attribute_names(tag: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut quote = None;
    let mut word = String::new();
    let mut word_ended = false;
    for c in tag.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == '=' => names.push(std::mem::take(&mut word).to_ascii_lowercase()),
            None if c.is_alphanumeric() || c == '-' || c == ':' => {
                if std::mem::take(&mut word_ended) {
                    word.clear();
                }
                word.push(c);
            }
            None => word_ended = true,
        }
    }
    names
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

// ---- each rule can fail ----

mod rules_can_fail {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_text_that_no_theme_has() {
        let texts = ["order.greeting", "day.1.name", "n.many", "list.1"].map(str::to_owned).into();
        let faults = |code: &str| text_faults(&file("a.rs", code), &texts).len();
        for good in [
            "texts.get(\"order.greeting\")",
            "texts.get(&format!(\"day.{day}.name\"))",
            "texts.count(\"n\", 2)",
            "let key = \"day.1\";",
            "texts.list(\"list\")",
            "\"index.html\"",
        ] {
            assert_eq!(faults(good), 0, "{good}");
        }
        for bad in [
            "texts.get(\"order.greting\")",
            "texts.get(\n    \"order\", \"order.x\")",
            "texts.fill(&format!(\"day.{day}.nam\"), &[])",
            "texts.get(\"day.1\")",
            "texts.count(\"order.greeting\", 1)",
            "texts.list(\"order.greeting\")",
        ] {
            assert_eq!(faults(bad), 1, "{bad}");
        }
    }

    #[test]
    fn templates_that_do_too_much() {
        for bad in [
            "{{ product.text | safe }}",
            "{{ product.text|safe }}",
            "<body class=\"a\">",
            "<p style=\"color: red\">",
            "<p title='a > b' STYLE = 'x'>",
            "<a onclick=\"x()\">",
            "{% filter safe %}",
        ] {
            assert_eq!(template_faults(&file("a.html", bad)).len(), 1, "{bad}");
        }
        for good in [
            "{{ product.text_html | safe }}",
            "{# <body> and {{ x | safe }} #}",
            "<body data-page=\"{{ kind }}\">",
            "<link rel=\"stylesheet\" href=\"style=1\">",
            "{{ x | safely }}",
            "<p>style=1</p>",
        ] {
            assert!(template_faults(&file("a.html", good)).is_empty(), "{good}");
        }
    }

    #[test]
    fn a_colour_outside_tokens() {
        for bad in [
            "a { color: #fff }",
            "a { border: 1px solid #1c1712ff; }",
            "@media print { a { background: linear-gradient(var(--ink), rgb(0 0 0)) } }",
            "a { fill: black; }",
            "a { color: color-mix(in srgb, var(--ink), white) }",
        ] {
            assert_eq!(style_faults(&file("a.css", bad)).len(), 1, "{bad}");
        }
        for good in [
            ":root { --paper: #fff; --shade: 0 1px 2px #3d2a1012; }",
            "a { color: var(--black); background: radial-gradient(#0000, currentColor) }",
            "a:hover { font-family: \"Segoe UI Black\" }",
            "#fff { margin: 0 }",
        ] {
            assert!(style_faults(&file("a.css", good)).is_empty(), "{good}");
        }
    }

    #[test]
    fn a_token_that_nothing_sets() {
        let set = BTreeSet::from(["--ink"]);
        for bad in ["a { color: var(--inc) }", "a { border: 1px solid var( --line ) }"] {
            assert_eq!(token_faults(&file("a.css", bad), &set).len(), 1, "{bad}");
        }
        for good in
            ["a { color: var(--ink) }", "a { fill: var(--brand) }", "a { size: calc(1em / var(--fit, 6.6)) }"]
        {
            assert!(token_faults(&file("a.css", good), &set).is_empty(), "{good}");
        }
        let set: Vec<&str> =
            set_tokens(":root { --a: 1px; color: red;\n --b: var(--a) } .x { --c: 0 }").collect();
        assert_eq!(set, ["--a", "--b", "--c"]);
    }

    #[test]
    fn styles_that_use_force() {
        assert_eq!(style_faults(&file("a.css", "p { margin: 0 !important }")).len(), 1);
        assert_eq!(style_faults(&file("a.css", "p { background: url(https://example.org/a.png) }")).len(), 1);
        assert!(style_faults(&file("a.css", "/* !important */ p { margin: 0 }")).is_empty());
    }
}
