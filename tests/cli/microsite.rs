//! Facts of a profile for another form.

use crate::site::Site;

const PROFILE: &str = "nama: Koperasi Contoh
kontak: {whatsapp: 0812-0000-0000}
gerai: [{jenis: lpg, bawa: [KTP]}]
";

#[test]
fn the_facts_of_a_cooperative_become_one_page_and_what_is_missing_is_told() {
    let site = Site::with_profile(PROFILE);
    let run = site.run("export --lang en --microsite kpc");
    assert!(run.stdout.starts_with("microsite-kpc.html: "), "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("not in the profile yet: ") && run.stdout.contains("NIB"), "{}", run.stdout);
    let page = site.read("microsite-kpc.html");
    assert!(page.contains("Koperasi Contoh") && page.contains("Pangkalan LPG") && !page.contains("://"));
    // What was made before is renewed, what somebody else made stays.
    site.put("content/kpc/profil.yaml", PROFILE.replace("Contoh", "Baru"));
    let run = site.run("export --microsite kpc --json");
    assert!(run.stdout.contains(r#""file":"microsite-kpc.html""#), "{}", run.stdout);
    assert!(site.read("microsite-kpc.html").contains("Koperasi Baru"));
    site.put("microsite-kpc.html", "<p>punya orang");
    let run = site.run("export --microsite kpc --json");
    assert_eq!((run.codes(), run.code), (vec!["file-there".to_owned()], 1));
    assert_eq!(site.read("microsite-kpc.html"), "<p>punya orang");
}

#[test]
fn a_cooperative_that_is_not_there_or_has_mistakes_gets_no_page() {
    let site = Site::with_profile(PROFILE);
    let run = site.run("export --microsite kpd --json");
    assert_eq!(run.codes(), ["unknown-cooperative"]);
    site.put("content/kpc/profil.yaml", format!("{PROFILE}hraga: 5\n"));
    let run = site.run("export --microsite kpc --json");
    assert_eq!((run.codes(), run.code), (vec!["unknown-key".to_owned()], 1));
    assert!(!site.path("microsite-kpc.html").exists());
}
