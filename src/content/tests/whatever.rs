//! Whatever is typed, nothing panics and every finding has its words.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/profiles.txt"))), ..ProptestConfig::default() })]

    #[test]
    fn no_text_at_all_panics(text in "\\PC{0,200}|[\\[\\]{}:,\\-#&*!|>'\"%@`\\n\\t a-c0-9.]{0,300}") {
        check_text(&text);
    }

    #[test]
    fn no_changed_profile_panics(
        at in 0.0..1.0_f64,
        length in 0..40_usize,
        with in "[\\[\\]{}:,\\-#&*!|>'\"%@`\\n\\t a-zé0-9.]{0,12}",
    ) {
        let folder = demo_folder("susu-sagara");
        let text = &folder.profile.as_ref().expect("a profile").text;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let start = (at * text.len() as f64) as usize;
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let changed = format!("{}{with}{}", &text[..floor(start)], &text[floor(start + length)..]);
        let report = check_text(&changed);
        for finding in &report.findings {
            prop_assert!(!finding.found.id.is_empty() && !finding.help.id.is_empty() && !finding.expected.en.is_empty());
            render_finding(finding, MessageLanguage::En);
        }
    }

    #[test]
    fn no_value_of_any_key_panics(value in "\\PC{0,40}|[-+0-9.,:/ a-zRp]{0,24}") {
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        let mut profile = String::new();
        for (path, key) in keys::walk(&keys::PROFILE).iter().filter(|(path, _)| !path.contains(['.', '['])) {
            if key.shape.section().is_none() {
                writeln!(profile, "{path}: \"{quoted}\"").expect("a String");
            }
        }
        let product: Vec<String> = keys::PRODUCT.keys.iter().map(|key| format!("{}: \"{quoted}\"", key.name)).collect();
        let contact: Vec<String> = keys::CONTACT.keys.iter().map(|key| format!("{}: \"{quoted}\"", key.name)).collect();
        writeln!(profile, "kontak: {{{}}}\nproduk: [{{{}}}]\nbuka: {{senin: \"{quoted}\"}}\npembayaran: {{qris: \"{quoted}\"}}", contact.join(", "), product.join(", ")).expect("a String");
        check_text(&profile);
    }
}
