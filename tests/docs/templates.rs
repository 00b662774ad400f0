//! `docs/REFERENSI-TEMA.md` lists what templates may print: the fields of the views, as the sources declare them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::read;
use crate::reference::{cell, is_held};
use crate::rust::{Item, Token, items};
use crate::tree::files_below;

const START: &str = "\
# What templates may print

Written from the views of the program; do not edit it. [Themes](THEMES.md) says what a template is and how one is
replaced. Every page has the names of the first table; beside them stands what the second one says for its kind.

| name | what it is |
|---|---|
| `page` | the head: `kind`, `title`, `description`, `canonical`, `share`, `style`, `policy`, `json_ld`, `logo` and the like |
| `t` | the sentences of the theme in the page's language, by their keys: `t.nav.products` |
| `coop` | [FrameView](#frameview) on pages of a cooperative: name, logo, menu, what stands at the foot |
| `lang`, `languages` | tag of the page's language; the same page in the others |
| `root`, `home`, `site_root` | what links begin with: the cooperative's folder, the same in the page's language, the site's |
| `script` | the script of the page's parts, if they have any |
| `aset` | where the page finds fonts and pictures of the theme: `aset[\"pola.svg\"]` |

In the tables below, *or none* means: test it before you print it.
";

/// Kinds of pages, the name that their templates print, and where its type is declared.
const PAGES: [(&str, &str, &str, &str); 47] = [
    ("storefront", "shop", "StorefrontPage", "view/storefront.rs"),
    ("product", "product", "ProductPage", "view/product.rs"),
    ("shelf", "shelf", "ShelfPage", "view/shelf.rs"),
    ("story", "story", "StoryPage", "view/story.rs"),
    ("member", "member", "MemberPage", "view/organisation.rs"),
    ("join", "join", "JoinPage", "view/organisation.rs"),
    ("report", "report", "ReportPage", "view/organisation.rs"),
    ("basket", "basket", "BasketPage", "view/basket.rs"),
    ("print", "sheet", "SheetsPage", "view/print.rs"),
    ("print-poster", "sheet", "PosterPage", "view/print.rs"),
    ("print-prices", "sheet", "PriceListPage", "view/print.rs"),
    ("print-labels", "sheet", "LabelsPage", "view/print.rs"),
    ("print-form", "sheet", "FormPage", "view/print.rs"),
    ("youth", "youth", "YouthPage", "view/youth/front.rs"),
    ("youth-apa", "youth", "WhatPage", "view/youth/what.rs"),
    ("youth-asal", "origin", "OriginPage", "view/youth/origin.rs"),
    ("youth-gambar", "pictures", "PicturesPage", "view/youth/pictures.rs"),
    ("youth-guru", "teach", "TeacherPage", "view/youth/lesson.rs"),
    ("youth-proyektor", "slides", "SlidesPage", "view/youth/slides.rs"),
    ("youth-kit", "youth", "KitPage", "view/youth/kit.rs"),
    ("youth-kit-daftar", "youth", "SheetPage", "view/youth/kit.rs"),
    ("youth-kit-peran", "youth", "SheetPage", "view/youth/kit.rs"),
    ("youth-kit-notulen", "youth", "SheetPage", "view/youth/kit.rs"),
    ("youth-kit-rat", "youth", "SheetPage", "view/youth/kit.rs"),
    ("youth-kit-kas", "youth", "SheetPage", "view/youth/kit.rs"),
    ("youth-poster", "youth", "PosterPage", "view/youth/poster.rs"),
    ("youth-quiz", "youth", "QuizPage", "view/youth/quiz.rs"),
    ("youth-shu", "youth", "SimulatorPage", "view/youth/simulator.rs"),
    ("youth-surat", "youth", "LetterPage", "view/youth/letter.rs"),
    ("youth-portal", "youth", "FrontView", "portal/youth.rs"),
    ("youth-text", "youth", "TextView", "portal/youth.rs"),
    ("portal", "portal", "FrontView", "portal/directory.rs"),
    ("portal-list", "list", "ListView", "portal/directory.rs"),
    ("portal-index", "list", "IndexView", "portal/finder.rs"),
    ("portal-search", "search", "SearchView", "portal/finder.rs"),
    ("portal-regency", "regency", "PageView", "portal/regency.rs"),
    ("portal-outlets", "outlets", "OutletsView", "portal/outlets.rs"),
    ("portal-agenda", "agenda", "AgendaView", "portal/agenda.rs"),
    ("portal-guides", "guides", "GuidesView", "portal/guides.rs"),
    ("portal-guide", "guide", "PageView", "portal/guides.rs"),
    ("portal-board", "board", "BoardView", "portal/board.rs"),
    ("portal-fit", "fit", "GuideView", "portal/fit.rs"),
    ("portal-fit-list", "list", "ListView", "portal/fit.rs"),
    ("portal-goods", "list", "GoodsView", "portal/goods.rs"),
    ("portal-monitor", "monitor", "MonitoringView", "portal/monitoring.rs"),
    ("portal-programme", "programme", "ProgrammePage", "portal/monitoring/taking_part.rs"),
    ("portal-report", "sheet", "ReportView", "portal/monitoring/report.rs"),
];

/// Pages that print sentences and what every page has, and no view of their own.
const WITHOUT_VIEW: [&str; 2] = ["no-network", "not-found"];

/// A struct that templates see, and the file that declares it.
struct Type {
    name: String,
    path: String,
    fields: Vec<Field>,
    doc: String,
}

struct Field {
    name: String,
    doc: String,
    kind: Vec<Token>,
    /// True where its fields stand in its place.
    is_flat: bool,
}

#[test]
fn the_reference_of_template_fields_is_what_the_views_declare() {
    let types = types();
    let mut page = START.to_owned();
    page += "\n| kind of page | name | type |\n|---|---|---|\n";
    let mut shown: Vec<usize> = vec![position(&types, "FrameView", "view/frame.rs")];
    for (kind, name, declared, path) in PAGES {
        let theme = if kind.starts_with("youth") { "muda" } else { "etalase" };
        let template = with_includes(theme, &format!("pages/{kind}.html"));
        assert!(template.contains(&format!("{name}.")), "{kind}.html prints no `{name}.…`");
        let at = position(&types, declared, path);
        // Writing to a String cannot fail.
        let _ = writeln!(page, "| `{kind}` | `{name}` | {} |", link(&types, at));
        shown.push(at);
    }
    let mut done = BTreeSet::new();
    let mut next = 0;
    page += &parts_in("sections", "Sections", SECTIONS);
    page += &parts_in("points", "Empty places", POINTS);
    page += "\n## Types\n";
    while let Some(&at) = shown.get(next) {
        next += 1;
        if done.insert(at) {
            page += &section(&types, at);
            let below =
                types[at].fields.iter().filter_map(|field| found(&types, &field.kind, &types[at].path));
            shown.extend(below);
        }
    }
    is_held("docs/REFERENSI-TEMA.md", &page);
}

const SECTIONS: &str = "\
Each is a block of its page and a file in `templates/sections/`; `susunan` in `theme.yaml` says which stand there, in
which order ([Themes](THEMES.md#sections)).
";

const POINTS: &str = "\
A theme that has something to say there brings a file of this name ([Themes](THEMES.md#empty-places)).
";

/// The files of a folder of templates, each with its first comment.
fn parts_in(folder: &str, title: &str, about: &str) -> String {
    let mut chapter = format!("\n## {title}\n\n{about}\n| file | what it shows |\n|---|---|\n");
    let files = files_below(&format!("themes/etalase/templates/{folder}"), &["html"]);
    assert!(files.len() > 5, "{folder}: {}", files.len());
    for file in files {
        let comment = file.text.split("{#").nth(1).and_then(|rest| rest.split("#}").next());
        let comment = comment.unwrap_or_else(|| panic!("{} begins with no comment", file.path)).trim();
        let comment = comment.split(" Empty: ").next().unwrap_or_default();
        let _ = writeln!(chapter, "| `{folder}/{}` | {} |", file.path, cell(comment));
    }
    chapter
}

/// A template with the sections and templates that it includes, at any depth.
fn with_includes(theme: &str, name: &str) -> String {
    let own = format!("themes/{theme}/templates/{name}");
    let path = if is_there(&own) { own } else { format!("themes/etalase/templates/{name}") };
    let text = read(&path);
    let mut whole = text.clone();
    for tag in text.split("{%").skip(1).map(|rest| rest.split("%}").next().unwrap_or_default().trim()) {
        if let Some(list) = tag.strip_prefix("sections ") {
            let files = files_below(&format!("themes/etalase/templates/sections/{}", list.trim()), &["html"]);
            whole.extend(files.into_iter().map(|file| file.text));
        } else if let Some(named) = tag.strip_prefix("include ") {
            whole += &with_includes(theme, named.trim().trim_matches('"'));
        }
    }
    whole
}

fn is_there(path: &str) -> bool {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path).is_file()
}

#[test]
fn every_kind_of_page_is_in_the_reference() {
    for theme in ["etalase", "muda"] {
        for file in files_below(&format!("themes/{theme}/templates/pages"), &["html"]) {
            let kind = file.path.trim_end_matches(".html").rsplit('/').next().unwrap_or_default().to_owned();
            let is_told = PAGES.iter().any(|(known, ..)| *known == kind) || WITHOUT_VIEW.contains(&&*kind);
            assert!(is_told, "{kind} is missing in PAGES");
        }
    }
}

fn types() -> Vec<Type> {
    let mut types = Vec::new();
    for room in ["view", "portal"] {
        for file in files_below(&format!("src/{room}"), &["rs"]) {
            let path = format!("{room}/{}", file.path);
            let structs = items(&file.text).into_iter().filter(|item| item.kind == "struct");
            types.extend(structs.map(|item| Type {
                fields: fields(&item),
                name: item.name,
                doc: item.doc,
                path: path.clone(),
            }));
        }
    }
    types
}

fn position(types: &[Type], name: &str, path: &str) -> usize {
    let at = types.iter().position(|known| known.name == name && known.path == path);
    at.unwrap_or_else(|| panic!("{path} declares no `{name}`"))
}

/// The fields of a struct.
fn fields(item: &Item) -> Vec<Field> {
    let mut found = Vec::new();
    for part in parts(&item.body) {
        let docs: Vec<&str> = part
            .iter()
            .filter_map(|token| match token {
                Token::Doc(line) => Some(line.as_str()),
                _ => None,
            })
            .collect();
        let is_colon = |at: &usize| part[*at].is(':') && !part.get(at + 1).is_some_and(|next| next.is(':'));
        let Some(colon) = (1..part.len()).find(|at| is_colon(at) && part[at - 1].word().is_some()) else {
            continue;
        };
        found.push(Field {
            name: part[colon - 1].word().unwrap_or_default().to_owned(),
            doc: docs.join(" "),
            kind: part[colon + 1..].to_vec(),
            is_flat: part[..colon].iter().any(|token| token.word() == Some("flatten")),
        });
    }
    found
}

/// What stands between commas outside of all brackets, those of types too.
fn parts(body: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0_usize;
    let split = body.split(move |token| {
        match token {
            Token::Sign('(' | '[' | '{' | '<') => depth += 1,
            Token::Sign(')' | ']' | '}' | '>') => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && token.is(',')
    });
    split.filter(|part| !part.is_empty()).collect()
}

/// The struct that a type is, or holds: one of the same file first.
fn found(types: &[Type], kind: &[Token], path: &str) -> Option<usize> {
    let words: Vec<&str> = kind.iter().filter_map(Token::word).collect();
    let named = |known: &&(usize, &Type)| words.contains(&&*known.1.name);
    let all: Vec<(usize, &Type)> = types.iter().enumerate().collect();
    let here = all.iter().filter(named).find(|(_, known)| known.path == path);
    here.or_else(|| all.iter().find(named)).map(|(at, _)| *at)
}

fn section(types: &[Type], at: usize) -> String {
    let known = &types[at];
    let rows: String = known.fields.iter().map(|field| row(types, known, field)).collect();
    let about = crate::reference::wrapped(&known.doc, "");
    format!("\n### {}\n\n{about}\n| field | what it is | kind |\n|---|---|---|\n{rows}", title(types, at))
}

fn row(types: &[Type], known: &Type, field: &Field) -> String {
    let below = found(types, &field.kind, &known.path);
    let kind = kind(&field.kind, below.map(|at| link(types, at)));
    let kind = if field.is_flat { format!("{kind}; its fields stand here") } else { kind };
    format!("| `{}` | {} | {kind} |\n", field.name, cell(&field.doc))
}

/// A type in words.
fn kind(tokens: &[Token], below: Option<String>) -> String {
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    let has = |word: &str| words.contains(&word);
    let number = ["usize", "u8", "u16", "u32", "u64", "i64", "f32", "f64"].into_iter().any(has);
    let one = match below {
        Some(link) => link,
        None if has("bool") => "true or false".to_owned(),
        None if has("Date") => "day".to_owned(),
        None if number => "number".to_owned(),
        None if has("String") || has("str") => "text".to_owned(),
        None => "value".to_owned(),
    };
    let is_list = has("Vec") || tokens.iter().any(|token| token.is('['));
    let one = if is_list { format!("list of {one}") } else { one };
    if words.first() == Some(&"Option") { format!("{one}, or none") } else { one }
}

/// The name of a type; one that several files use names its file.
fn title(types: &[Type], at: usize) -> String {
    let known = &types[at];
    let is_alone = types.iter().filter(|other| other.name == known.name).count() == 1;
    let file = known.path.trim_end_matches(".rs").replace('/', " ");
    if is_alone { known.name.clone() } else { format!("{} of {file}", known.name) }
}

fn link(types: &[Type], at: usize) -> String {
    let title = title(types, at);
    let anchor: String = title.to_lowercase().replace(' ', "-");
    format!("[{title}](#{anchor})")
}
