//! What a form has sent, against the text that it was made from: what is different is wanted.

use crate::edit::entries::{Entry, Leaf, leaves, meant};
use crate::edit::pairs::Pairs;
use crate::edit::place;
use crate::keys::Shape;

/// Said of a value that somebody else has changed, too: theirs stays.
pub(super) const THEIRS: &str = "punya-mereka";
/// The name of the field that says it.
pub(super) const CHOICE: &str = "@pilih:";

/// Values that are different, by their places.
pub(in crate::edit) fn changed(entries: &[Entry], sent: &Pairs) -> Vec<(String, String)> {
    let mut values = changed_leaves(leaves(entries), sent);
    values.extend(changed_others(entries, sent));
    values.retain(|(place, _)| is_chosen(place, sent));
    values
}

/// The same for some fields.
pub(super) fn changed_leaves<'l>(
    leaves: impl IntoIterator<Item = &'l Leaf>,
    sent: &Pairs,
) -> Vec<(String, String)> {
    let changed = leaves.into_iter().filter_map(|leaf| changed_leaf(leaf, sent));
    changed.filter(|(place, _)| is_chosen(place, sent)).collect()
}

/// False where somebody else's value was chosen.
fn is_chosen(place: &str, sent: &Pairs) -> bool {
    sent.get(&format!("{CHOICE}{place}")) != Some(THEIRS)
}

fn changed_leaf(leaf: &Leaf, sent: &Pairs) -> Option<(String, String)> {
    if leaf.is_odd || sent.get(&leaf.place).is_none() {
        return None;
    }
    let shape = leaf.key.shape;
    let typed = match shape {
        Shape::Choices(_) => in_old_order(&leaf.now, sent.all(&leaf.place)),
        _ => sent.get(&leaf.place)?.to_owned(),
    };
    let value = meant(shape, &typed);
    let is_same =
        value == meant(shape, &leaf.now) || (shape == Shape::Flag && is_same_flag(&value, &leaf.now));
    (!is_same).then(|| (leaf.place.clone(), value))
}

/// A tick says nothing of an order, and the first language is the main one: what was ticked before keeps its place.
fn in_old_order<'s>(now: &str, ticked: impl Iterator<Item = &'s str>) -> String {
    let ticked: Vec<&str> = ticked.flat_map(str::lines).filter(|word| !word.is_empty()).collect();
    let kept = now.lines().filter(|word| ticked.contains(word));
    let new = ticked.iter().copied().filter(|word| !now.lines().any(|old| old == *word));
    kept.chain(new).collect::<Vec<_>>().join("\n")
}

/// The field says `ya` where the file may say `yes`.
fn is_same_flag(typed: &str, now: &str) -> bool {
    typed == "ya" && matches!(now.to_ascii_lowercase().as_str(), "y" | "true" | "yes")
}

fn changed_others(entries: &[Entry], sent: &Pairs) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for entry in entries {
        match entry {
            Entry::Other { place, now, .. } => {
                let typed = sent.get(place).map(str::trim).filter(|typed| typed != now);
                values.extend(typed.map(|typed| (place.clone(), typed.to_owned())));
            }
            Entry::Group { place, entries, .. } => {
                values.extend(changed_others(entries, sent));
                values.extend(new_span(place, sent));
            }
            _ => {}
        }
    }
    values
}

/// Hours of days that the table does not have.
pub(super) fn new_span(at: &str, sent: &Pairs) -> Option<(String, String)> {
    let typed =
        |name: &str| sent.get(&place::below(at, name)).map(str::trim).filter(|typed| !typed.is_empty());
    let days = typed("@hari")?.to_lowercase();
    let days = days.split_whitespace().collect::<Vec<_>>().join("-").replace("--", "-").replace("--", "-");
    Some((place::below(at, &days), typed("@jam")?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::TypedValue;
    use crate::edit::entries::entries;
    use crate::keys::{PROFILE, SITE};

    fn map(pairs: &[(&str, TypedValue)]) -> TypedValue {
        TypedValue::Map(pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    }

    fn text(text: &str) -> TypedValue {
        TypedValue::Text(text.to_owned())
    }

    fn sent(section: &'static crate::keys::Section, value: &TypedValue, form: &str) -> Vec<(String, String)> {
        changed(&entries(section, "", Some(value)), &Pairs::parse(form))
    }

    #[test]
    fn only_what_is_different_is_wanted() {
        let profile = map(&[("nama", text("KPC")), ("slogan", text("Segar"))]);
        let wanted = sent(
            &PROFILE,
            &profile,
            "nama=+KPC+&slogan=Segar+selalu&anggota=312&@pilih:anggota=punya-mereka",
        );
        assert_eq!(wanted, [("slogan".to_owned(), "Segar selalu".to_owned())]);
    }

    #[test]
    fn ticked_words_keep_their_order() {
        let languages = TypedValue::List(vec![text("su"), text("id")]);
        let site = map(&[("bahasa", languages)]);
        assert_eq!(sent(&SITE, &site, "bahasa=&bahasa=id&bahasa=su"), []);
        let more = sent(&SITE, &site, "bahasa=&bahasa=id&bahasa=su&bahasa=en");
        assert_eq!(more, [("bahasa".to_owned(), "su\nid\nen".to_owned())]);
        assert_eq!(sent(&SITE, &site, "bahasa="), [("bahasa".to_owned(), String::new())]);
    }

    #[test]
    fn hours_of_other_days_are_a_key_of_their_own() {
        let hours = map(&[("senin-jumat", text("08.00-16.00"))]);
        let profile = map(&[("buka", hours)]);
        let form = "buka.senin-jumat=09.00-16.00&buka.@hari=Sabtu+-+Minggu&buka.@jam=tutup";
        assert_eq!(
            sent(&PROFILE, &profile, form),
            [
                ("buka.senin-jumat".to_owned(), "09.00-16.00".to_owned()),
                ("buka.sabtu-minggu".to_owned(), "tutup".to_owned())
            ]
        );
    }
}
