use super::*;

fn national(typed: &str) -> Option<String> {
    match dialled(typed) {
        Dialled::National(national, _) => Some(national),
        _ => None,
    }
}

#[test]
fn every_usual_spelling_of_a_mobile_number_dials_the_same() {
    for typed in [
        "0812-0000-0000",
        "081200000000",
        "0812 0000 0000",
        "0812.0000.0000",
        "(0812) 0000-0000",
        "+62 812-0000-0000",
        "+6281200000000",
        "6281200000000",
        "62 812 0000 0000",
        "(+62) 812 0000 0000",
        "+62 (0)812 0000 0000",
        "006281200000000",
        "81200000000",
        "812-0000-0000",
        "https://wa.me/6281200000000",
        "wa.me/6281200000000",
        "tel:+6281200000000",
        "http://wa.me/6281200000000",
        "https://www.wa.me/6281200000000/",
        "https://wa.me/6281200000000?text=Halo%20koperasi",
        "https://wa.me/c/6281200000000",
        "https://api.whatsapp.com/send?phone=6281200000000",
        "api.whatsapp.com/send/?text=Halo&phone=%2B6281200000000&type=phone_number",
        "whatsapp://send?phone=+6281200000000",
        "0812\u{2010}0000\u{2010}0000",
        "\u{202a}+62 812\u{2011}0000\u{2011}0000\u{202c}",
    ] {
        assert_eq!(national(typed).as_deref(), Some("81200000000"), "{typed}");
    }
}

#[test]
fn an_extension_is_no_part_of_the_number() {
    for typed in
        ["022-7234567 ext. 12", "022-7234567 psw 12", "(022) 7234567 pes. 12", "022-7234567, ekst. 12"]
    {
        let (number, extension) = without_extension(typed);
        assert_eq!((national(number).as_deref(), extension), (Some("227234567"), Some("12")), "{typed}");
    }
    assert_eq!(without_extension("022-7234567 ext."), ("022-7234567 ext.", None));
}

#[test]
fn a_landline_that_lost_its_zero_gets_it_back() {
    assert_eq!(dialled("221234567"), Dialled::National("221234567".to_owned(), true));
    assert_eq!(dialled("1234567"), Dialled::Unreadable);
}

#[test]
fn what_is_no_single_number_is_told_apart() {
    assert_eq!(dialled("0812-0000-0000 / 0813-0000-0000"), Dialled::Several);
    for two in ["0810-0000-0001-2", "0810-0000-0001 - 2", "022 7234567-8", "(022) 7234567\u{2013}8"] {
        assert_eq!(dialled(two), Dialled::Several, "{two}");
    }
    assert_eq!(dialled("0810-0000-00-01"), Dialled::National("81000000001".to_owned(), false));
    assert_eq!(dialled("8.12E+10"), Dialled::Unreadable);
    assert_eq!(dialled("81200000000.0"), Dialled::Decimal("81200000000".to_owned()));
    assert_eq!(dialled("6281200000000,00"), Dialled::Decimal("6281200000000".to_owned()));
    assert_eq!(dialled("https://wa.me/message/ABCDEFGHIJKLM1"), Dialled::Unreadable);
    assert_eq!(dialled("https://chat.whatsapp.com/ABC123"), Dialled::Unreadable);
    assert_eq!(dialled("https://api.whatsapp.com/send?text=0812"), Dialled::Unreadable);
    assert_eq!(dialled("+60 12 345 6789"), Dialled::Foreign);
    assert_eq!(dialled("1500-123"), Dialled::Service("1500123".to_owned()));
    assert_eq!(dialled("0800-1-234567"), Dialled::Service("08001234567".to_owned()));
    assert_eq!(dialled("hubungi kami"), Dialled::Unreadable);
    assert_eq!(dialled("0810' onclick='alert(1)"), Dialled::Unreadable);
    assert_eq!(dialled(""), Dialled::Unreadable);
}

#[test]
fn links_are_https_and_nothing_else() {
    assert_eq!(link_fault("https://contoh.id/a?b=c#d"), None);
    assert_eq!(link_fault("http://contoh.id"), Some(LinkFault::Http));
    assert_eq!(link_fault("contoh.id/toko"), Some(LinkFault::NoScheme));
    for wrong in [
        "javascript:alert(1)",
        "https://",
        "https://a b.id",
        "data:text/html,x",
        "https://x.id/\"onload",
        "//x.id",
        "https://-x.id",
    ] {
        assert_eq!(link_fault(wrong), Some(LinkFault::Malformed), "{wrong}");
    }
}

#[test]
fn an_address_that_was_shared_is_an_account_or_a_finding() {
    for (path, account) in [
        ("koperasi.contoh", Some("koperasi.contoh")),
        ("koperasi.contoh/?igsh=abc", Some("koperasi.contoh")),
        ("@koperasi", Some("@koperasi")),
        ("profile.php?id=100000000000001", Some("100000000000001")),
        ("profile.php?mibextid=a&id=100000000000001", Some("100000000000001")),
        ("people/Koperasi-Contoh/100000000000001/", Some("100000000000001")),
        ("share/1AbCdEfGhI/", None),
        ("p/ABC123/", None),
        ("reel/ABC123/", None),
        ("stories/koperasi/1/", None),
        ("groups/12345/", None),
        ("", None),
    ] {
        assert_eq!(account_of(path), account, "{path}");
    }
}

#[test]
fn a_number_among_words_is_proposed_alone() {
    for (typed, number) in [
        ("0812-0000-0000 (Bu Neneng)", Some("0812-0000-0000")),
        ("WA: +62 812 0000 0000 / Neneng", Some("+62 812 0000 0000")),
        ("a.n. Neneng 022-7234567.", Some("022-7234567")),
        ("0812-0000-0000 (Neneng), 0813-0000-0000 (Dedi)", None),
        ("hubungi kami", None),
        ("812-0000-0000 (Neneng)", None),
        ("https://chat.whatsapp.com/ABC123", None),
    ] {
        assert_eq!(number_among_words(typed), number, "{typed}");
    }
}
