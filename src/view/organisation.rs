//! The cooperative as an organisation: joining, annual meetings and surplus in plain words, member businesses.

use serde::Serialize;

use crate::markdown;
use crate::model::{Help, MemberBusiness, OfficerRole, Percent, Surplus, SurplusPart};
use crate::theme::Texts;
use crate::view::action::{ActionView, contact_action};
use crate::view::links::LinkView;
use crate::view::member::member_card;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::product::card::{CardView, product_card};
use crate::view::scene::{Scene, crumb_home};
use crate::view::share::ShareView;
use crate::view::{dates, money, share};

/// How to join.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JoinPage {
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// What is paid, with what it is.
    pub savings: Vec<SavingView>,
    /// What a member gets.
    pub benefits: Vec<String>,
    /// With what it helps members' businesses.
    pub helps: Vec<String>,
    /// What is asked.
    pub terms: Vec<String>,
    /// How to do it, as HTML.
    pub how_html: Option<String>,
    /// The message that applies.
    pub action: Option<ActionView>,
    /// The same message, to be read before it is sent.
    pub message: String,
    /// What the printed form asks for.
    pub form: Vec<String>,
    /// For search engines and previews.
    pub description: String,
}

/// A saving that members make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SavingView {
    /// What it is called: `Simpanan pokok`.
    pub name: String,
    /// In rupiah, as it is printed: `Rp 100.000`.
    pub amount: String,
    /// How often, and what becomes of it.
    pub meaning: String,
}

/// Meetings, surplus and officers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportPage {
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// The surplus.
    pub surplus: Option<SurplusView>,
    /// Meetings, latest first.
    pub meetings: Vec<MeetingView>,
    /// In the profile's order.
    pub officers: Vec<OfficerView>,
    /// For search engines and previews.
    pub description: String,
}

/// The surplus of a year, shared out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SurplusView {
    /// `SHU 2025`.
    pub title: String,
    /// All of it in rupiah, as it is printed.
    pub amount: String,
    /// What it is, in a sentence.
    pub meaning: String,
    /// In the order of their bars, from the left.
    pub parts: Vec<PartView>,
    /// Everything that the picture shows, in words.
    pub label: String,
    /// Height of the picture, in its own units.
    pub height: u32,
}

/// One part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartView {
    /// In the language of the page.
    pub name: String,
    /// What it is for.
    pub meaning: String,
    /// Its part of the whole, with at most two decimals: `45%`.
    pub percent: String,
    /// In rupiah; all together are exactly the surplus.
    pub amount: String,
    /// Where its bar begins in the picture, in hundredths of a percent of its width.
    pub x: u32,
    /// How wide its bar is.
    pub width: u32,
    /// Which of the picture's shades it has, from 1.
    pub shade: usize,
}

/// An annual meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingView {
    /// `RAT tahun buku 2025`.
    pub title: String,
    /// Day, in words.
    pub date: String,
    /// Day, for machines.
    pub iso: String,
    /// What it decided, as HTML.
    pub summary_html: Option<String>,
    /// Address of the report.
    pub document: Option<String>,
}

/// An officer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfficerView {
    /// As it is in the profile.
    pub name: String,
    /// The office, in the language of the page.
    pub role: String,
    /// Term, in words.
    pub term: Option<String>,
    /// Only where the profile states consent.
    pub picture: Option<PictureView>,
}

/// A member business.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberPage {
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// Name of the business.
    pub name: String,
    /// Place and year.
    pub detail: Option<String>,
    /// Who runs it, in words.
    pub owner: Option<String>,
    /// Of the business, if its photo can be used.
    pub picture: Option<PictureView>,
    /// Story, as HTML.
    pub story_html: Option<String>,
    /// What it makes.
    pub products: Vec<CardView>,
    /// Preview picture.
    pub share_picture: ShareView,
    /// For search engines and previews.
    pub description: String,
}

/// Makes the page that asks people to join; `None` if the profile says nothing of it.
pub fn join_page(scene: &Scene<'_>) -> Option<JoinPage> {
    let Scene { cooperative, texts, language, .. } = scene;
    let language = *language;
    let joining = cooperative.joining.as_ref()?;
    let mut savings = Vec::new();
    for (amount, key) in [(joining.initial_share, "join.initial"), (joining.periodic_share, "join.periodic")]
    {
        if let Some(amount) = amount {
            savings.push(SavingView {
                name: texts.get(&format!("{key}.name")).to_owned(),
                amount: money::rupiah(amount, language),
                meaning: texts.get(&format!("{key}.meaning")).to_owned(),
            });
        }
    }
    let message = texts.fill("join.message", &[("name", &cooperative.name)]);
    let list = |items: &[crate::model::LocalText]| {
        items.iter().map(|item| item.get(language).to_owned()).collect::<Vec<_>>()
    };
    Some(JoinPage {
        crumbs: vec![crumb_home(scene)],
        savings,
        benefits: list(&joining.benefits),
        helps: joining.helps.iter().map(|help| texts.get(help_key(*help)).to_owned()).collect(),
        terms: list(&joining.terms),
        how_html: joining.how.as_ref().map(|how| markdown::lines_to_html(how.get(language), 3)),
        action: contact_action(cooperative, &message, texts.get("join.action"), texts),
        message,
        form: texts.get("join.form_fields").split('|').map(|field| field.trim().to_owned()).collect(),
        description: texts.fill("join.description", &[("name", &cooperative.name)]),
    })
}

/// The text that says what a help is.
fn help_key(help: Help) -> &'static str {
    match help {
        Help::Selling => "fit.hint.jualan",
        Help::Inputs => "fit.hint.bahan",
        Help::Credit => "fit.hint.modal",
        Help::Training => "fit.hint.pelatihan",
        Help::Certificates => "fit.hint.sertifikat",
    }
}

/// Makes the page about meetings, surplus and officers.
pub fn report_page(scene: &Scene<'_>) -> ReportPage {
    let Scene { cooperative, texts, shelf, language, .. } = scene;
    let language = *language;
    ReportPage {
        crumbs: vec![crumb_home(scene)],
        surplus: cooperative.surplus.as_ref().map(|surplus| surplus_view(surplus, scene)),
        meetings: cooperative
            .meetings
            .iter()
            .map(|meeting| MeetingView {
                title: texts.fill("report.meeting_of", &[("year", &meeting.book_year.to_string())]),
                date: dates::long_day(meeting.date, texts),
                iso: meeting.date.to_string(),
                summary_html: meeting
                    .summary
                    .as_ref()
                    .map(|summary| markdown::lines_to_html(summary.get(language), 4)),
                document: meeting.document.clone(),
            })
            .collect(),
        officers: cooperative
            .officers
            .iter()
            .map(|officer| OfficerView {
                name: officer.name.clone(),
                role: role_name(officer.role, texts).to_owned(),
                term: officer.term.map(|(first, last)| format!("{first}–{last}")),
                picture: officer
                    .photo
                    .as_ref()
                    .and_then(|photo| shelf.picture(photo, PhotoShape::Square, &officer.name, language)),
            })
            .collect(),
        description: texts.fill("report.description", &[("name", &cooperative.name)]),
    }
}

fn surplus_view(surplus: &Surplus, scene: &Scene<'_>) -> SurplusView {
    let Scene { texts, language, .. } = scene;
    let amounts = shared_out(surplus);
    let mut x = 0;
    let parts: Vec<PartView> = surplus
        .shares
        .iter()
        .zip(amounts)
        .enumerate()
        .map(|(index, ((part, percent), amount))| {
            let width = u32::from(percent.hundredths());
            let view = PartView {
                name: texts.get(&format!("{}.name", part_key(*part))).to_owned(),
                meaning: texts.get(&format!("{}.meaning", part_key(*part))).to_owned(),
                percent: money::percent(*percent, *language),
                amount: money::rupiah(amount, *language),
                x,
                width,
                shade: index + 1,
            };
            x += width;
            view
        })
        .collect();
    let list: Vec<String> = parts.iter().map(|part| format!("{} {}", part.name, part.percent)).collect();
    let year = surplus.year.to_string();
    SurplusView {
        title: texts.fill("report.surplus_of", &[("year", &year)]),
        amount: money::rupiah(surplus.amount, *language),
        meaning: texts.get("report.surplus_meaning").to_owned(),
        label: texts.fill("report.surplus_label", &[("year", &year), ("parts", &list.join(", "))]),
        height: 600,
        parts,
    }
}

/// The parts in whole rupiah: each rounded down, what is left given to those that lost most, so that all
/// together are exactly the surplus.
fn shared_out(surplus: &Surplus) -> Vec<crate::model::Rupiah> {
    let total = u128::from(surplus.amount.amount());
    let mut amounts: Vec<u64> =
        surplus.shares.iter().map(|(_, percent)| surplus.amount.share(*percent).amount()).collect();
    let lost = |percent: &Percent| total * u128::from(percent.hundredths()) % 10_000;
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(lost(&surplus.shares[*index].1)));
    let rest = surplus.amount.amount().saturating_sub(amounts.iter().sum());
    for index in order.into_iter().take(usize::try_from(rest).unwrap_or(0)) {
        amounts[index] += 1;
    }
    amounts.into_iter().filter_map(crate::model::Rupiah::new).collect()
}

fn part_key(part: SurplusPart) -> &'static str {
    match part {
        SurplusPart::MemberServices => "surplus.services",
        SurplusPart::MemberSavings => "surplus.savings",
        SurplusPart::Reserve => "surplus.reserve",
        SurplusPart::Education => "surplus.education",
        SurplusPart::Social => "surplus.social",
        SurplusPart::Officers => "surplus.officers",
        SurplusPart::Staff => "surplus.staff",
        SurplusPart::Development => "surplus.development",
    }
}

/// The name of an office.
pub fn role_name(role: OfficerRole, texts: &Texts) -> &str {
    texts.get(role_key(role))
}

fn role_key(role: OfficerRole) -> &'static str {
    match role {
        OfficerRole::Chair => "role.chair",
        OfficerRole::ViceChair => "role.vice_chair",
        OfficerRole::Secretary => "role.secretary",
        OfficerRole::Treasurer => "role.treasurer",
        OfficerRole::Supervisor => "role.supervisor",
        OfficerRole::Manager => "role.manager",
        OfficerRole::Advisor => "role.advisor",
    }
}

/// Makes the page of a member business.
pub fn member_page(member: &MemberBusiness, scene: &Scene<'_>) -> MemberPage {
    let Scene { cooperative, texts, shelf, settings, language, .. } = scene;
    let consented = member.consent.as_ref().is_some_and(|consent| consent.holds_on(settings.today));
    let story = member.story.as_ref().map(|story| story.get(*language));
    MemberPage {
        crumbs: vec![crumb_home(scene)],
        name: member.name.clone(),
        detail: member_card(member, scene).detail,
        owner: member
            .owner
            .as_ref()
            .filter(|_| consented)
            .map(|owner| texts.fill("member.run_by", &[("name", owner)])),
        picture: member
            .photo
            .as_ref()
            .and_then(|photo| shelf.picture(photo, PhotoShape::Cover, &member.name, *language)),
        story_html: story.map(|story| markdown::lines_to_html(story, 3)),
        products: cooperative
            .products
            .iter()
            .filter(|product| product.producer.as_ref() == Some(&member.id))
            .map(|product| product_card(product, scene))
            .collect(),
        share_picture: share::shop::member(member, scene),
        description: match story {
            Some(story) => markdown::shorten(&markdown::to_plain(story), 155),
            None => {
                texts.fill("member.description", &[("member", &member.name), ("name", &cooperative.name)])
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rupiah;

    #[test]
    fn parts_of_a_surplus_add_up_to_it() {
        let percent = |hundredths| Percent::from_hundredths(hundredths).expect("at most 100 %");
        let surplus = Surplus {
            year: 2025,
            amount: Rupiah::new(1_000_001).expect("small"),
            shares: vec![
                (SurplusPart::MemberServices, percent(3_333)),
                (SurplusPart::MemberSavings, percent(3_333)),
                (SurplusPart::Reserve, percent(3_334)),
            ],
            total_services: None,
            total_savings: None,
        };
        let amounts = shared_out(&surplus);
        assert_eq!(amounts.iter().copied().sum::<Rupiah>(), surplus.amount);
        assert_eq!(amounts.len(), 3);
    }
}
