//! Sentences: the first of a text, a list in words, what a cooperative says first.

use serde::Serialize;

use crate::model::{Cooperative, Language};
use crate::theme::Texts;

/// A sentence that stands out, and what follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClaimView {
    /// First sentence.
    pub claim: String,
    /// The rest.
    pub more: Option<String>,
}

/// The invitation, its first sentence large; without one, the cooperative introduces itself.
pub fn headline(cooperative: &Cooperative, language: Language, texts: &Texts) -> (String, Option<String>) {
    if let Some(invitation) = &cooperative.youth.invitation {
        let ClaimView { claim, more } = claim_of(invitation.get(language));
        return (claim, more);
    }
    let headline = texts.fill("muda.cover.headline", &[("name", cooperative.label())]);
    let lead = match &cooperative.slogan {
        Some(slogan) => texts.fill("muda.cover.lead_slogan", &[("slogan", slogan.get(language))]),
        None => texts.get("muda.cover.lead").to_owned(),
    };
    (headline, Some(lead))
}

/// The first sentence of a text, and the rest. A text of one sentence has no rest.
pub fn claim_of(text: &str) -> ClaimView {
    let text = text.trim();
    let end = text
        .char_indices()
        .find(|(at, c)| matches!(c, '.' | '!' | '?') && text[at + 1..].starts_with(' '))
        .map(|(at, _)| at + 1);
    match end {
        Some(end) => ClaimView { claim: text[..end].to_owned(), more: Some(text[end..].trim().to_owned()) },
        None => ClaimView { claim: text.to_owned(), more: None },
    }
}

/// `susu, keju, dan yoghurt`.
pub fn listed(items: &[String], texts: &Texts) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => texts.fill("muda.list.two", &[("first", first), ("second", second)]),
        [before @ .., last] => {
            texts.fill("muda.list.many", &[("before", &before.join(", ")), ("last", last)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_the_first_sentence() {
        let claim = claim_of("Satu orang satu suara. Punya dua sapi atau dua puluh, sama.");
        assert_eq!(claim.claim, "Satu orang satu suara.");
        assert_eq!(claim.more.as_deref(), Some("Punya dua sapi atau dua puluh, sama."));
        assert_eq!(claim_of("Rp12.500 untuk semua").more, None);
        assert_eq!(claim_of(" Kamu? ").claim, "Kamu?");
    }
}
