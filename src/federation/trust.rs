//! One site's summary against what the office knows of the site.

use serde_json::Value;

use super::findings as finding;
use crate::content::ListedSite;
use crate::finding::Findings;
use crate::model::{Date, Region, RegionCode};
use crate::settings::Settings;
use crate::summary::{Summary, SummaryRegion};

/// The summary of a site as the portal shows it; `None` if it says what no honest site says of itself, with a finding.
/// Days that are still to come are left out, since nothing would look old by them.
pub(crate) fn trusted(
    site: &ListedSite,
    summary: Summary,
    settings: &Settings,
    findings: &mut Findings,
) -> Option<Summary> {
    let heard = findings.iter().count();
    let json = serde_json::to_value(&summary).unwrap_or_default();
    if let Some(text) = first_markup(&json) {
        findings.push(finding::markup(site, text));
    }
    let allowed = site.region.as_ref().or(settings.programme.region.as_ref());
    if let (Some(allowed), Some(region)) = (allowed, &summary.region)
        && !lies_in(&region.code, allowed)
    {
        findings.push(finding::other_region(site, region, allowed));
    }
    if findings.iter().count() > heard {
        return None;
    }
    let region = summary.region.as_ref().and_then(named).or(summary.region.clone());
    let region = region.or_else(|| Some(by_code(&Region::find(site.region.as_ref()?)?)));
    let slug = site.slug.as_ref().map_or(summary.slug.clone(), ToString::to_string);
    Some(without_future(site, Summary { slug, region, ..summary }, settings.today, findings))
}

/// The first text that a browser would take for more than text, if it were not escaped.
fn first_markup(json: &Value) -> Option<&str> {
    match json {
        Value::String(text) => is_markup(text).then_some(text),
        Value::Array(items) => items.iter().find_map(first_markup),
        Value::Object(entries) => entries.values().find_map(first_markup),
        _ => None,
    }
}

fn is_markup(text: &str) -> bool {
    let is_tag = |(at, _): (usize, &str)| {
        text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
    };
    text.match_indices('<').any(is_tag) || text.to_ascii_lowercase().contains("javascript:")
}

/// True for a region, or one that lies in it.
fn lies_in(code: &str, allowed: &RegionCode) -> bool {
    let below = code.strip_prefix(allowed.as_str());
    below.is_some_and(|below| below.is_empty() || below.starts_with('.'))
}

/// The region with the names of our own table: a site may not call one regency like another.
fn named(region: &SummaryRegion) -> Option<SummaryRegion> {
    Region::find(&RegionCode::parse(&region.code)?).map(|region| by_code(&region))
}

fn by_code(region: &Region) -> SummaryRegion {
    SummaryRegion {
        code: region.code.as_str().to_owned(),
        regency: region.regency.clone(),
        district: region.district.clone(),
    }
}

/// Without days after tomorrow: where the site was built it may be tomorrow already.
fn without_future(site: &ListedSite, summary: Summary, today: Date, findings: &mut Findings) -> Summary {
    let latest = today.tomorrow().unwrap_or(today);
    let mut fields = Vec::new();
    let mut past = |field: &'static str, day: Option<Date>| {
        let is_past = day.is_none_or(|day| day <= latest);
        if !is_past {
            fields.push(field);
        }
        day.filter(|_| is_past)
    };
    let updated = past("updated", summary.updated);
    let priced_freshest = past("products.priced_freshest", summary.products.priced_freshest);
    let priced_oldest = past("products.priced_oldest", summary.products.priced_oldest);
    let held = past("meeting", summary.meeting.map(|meeting| meeting.date));
    let mut stories = summary.stories;
    stories.retain(|story| past("stories", Some(story.date)).is_some());
    fields.dedup();
    if !fields.is_empty() {
        findings.push(finding::future_days(site, &fields));
    }
    let products = crate::summary::SummaryProducts { priced_freshest, priced_oldest, ..summary.products };
    let meeting = summary.meeting.filter(|_| held.is_some());
    Summary { products, stories, meeting, updated, ..summary }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Span;

    const TODAY: Date = Date::constant(2026, 11, 24);

    fn ask(rest: &str, region: Option<&str>) -> (Option<Summary>, String) {
        let json = format!(r#"{{"etalase":1,"slug":"susu","name":"Koperasi Susu"{rest}}}"#);
        let site = ListedSite {
            address: "https://susu.contoh.id/".to_owned(),
            region: region.and_then(RegionCode::parse),
            slug: None,
            at: Span::path("content/_situs.yaml"),
        };
        let mut findings = Findings::new();
        let summary = Summary::parse(json.as_bytes()).expect("sound");
        let trusted = trusted(&site, summary, &Settings::for_day(TODAY), &mut findings);
        (trusted, findings.brief())
    }

    #[test]
    fn a_site_that_speaks_of_its_own_region_is_shown_by_the_names_of_our_table() {
        let (summary, findings) =
            ask(r#","region":{"code":"32.04.15","regency":"Kota Raya"}"#, Some("32.04"));
        let region = summary.expect("trusted").region.expect("said");
        assert_eq!(
            (region.regency.as_str(), region.district.as_deref()),
            ("Kabupaten Bandung", Some("Pangalengan"))
        );
        assert_eq!(findings, "");
        let (summary, _) = ask("", Some("32.04"));
        assert_eq!(
            summary.and_then(|it| it.region).map(|it| it.code).as_deref(),
            Some("32.04"),
            "the office knows"
        );
    }

    #[test]
    fn a_region_of_others_and_markup_are_refused() {
        let other = r#","region":{"code":"32.05","regency":"Kabupaten Garut"}"#;
        assert_eq!(ask(other, Some("32.04")), (None, "_situs.yaml site-region\n".to_owned()));
        assert!(ask(other, None).0.is_some() && ask(other, Some("32")).0.is_some());
        for text in ["<script>alert(1)</script>", "</p>", "a <!-- b", "JavaScript:alert(1)"] {
            let (trusted, findings) = ask(&format!(r#","slogan":{{"_":"Susu","en":"{text}"}}"#), None);
            assert_eq!((trusted, findings.as_str()), (None, "_situs.yaml site-markup\n"), "{text}");
        }
        assert!(ask(r#","slogan":"jarak < 5 km, harga <3""#, None).0.is_some());
    }

    #[test]
    fn days_to_come_make_nothing_fresh() {
        let (summary, findings) = ask(
            r#","updated":"2027-01-01","meeting":{"book_year":2026,"date":"2026-12-31"},
               "products":{"count":1,"priced_oldest":"2026-11-25"},
               "stories":[{"slug":"a","title":"A","date":"2030-01-01"},{"slug":"b","title":"B","date":"2026-11-01"}]"#,
            None,
        );
        let summary = summary.expect("shown all the same");
        assert_eq!((summary.updated, summary.meeting, summary.stories.len()), (None, None, 1));
        assert!(summary.products.priced_oldest.is_some(), "tomorrow may be today elsewhere");
        assert_eq!(findings, "_situs.yaml site-future-days\n");
    }
}
