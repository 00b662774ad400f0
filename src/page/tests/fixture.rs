// A cooperative made by hand: one of everything that a page can show. Everything in it is invented.

fn text(words: &str) -> LocalText {
    LocalText::new(words)
}

fn rupiah(amount: u64) -> Rupiah {
    Rupiah::new(amount).expect("below the limit")
}

fn day(year: i16, month: i8, day: i8) -> Date {
    jiff::civil::date(year, month, day)
}

fn slug(name: &str) -> Slug {
    Slug::from_name(name).expect("letters")
}

fn photo(path: &str, alt: &str) -> PhotoUse {
    PhotoUse { path: path.to_owned(), alt: Some(text(alt)), focus: None, quality: None, consent: None }
}

fn product(name: &str, category: &str, price: u64, unit: &str) -> Product {
    Product {
        category: Some(LocalText::new(category)),
        price: Some(rupiah(price)),
        unit: Some(LocalText::new(unit)),
        priced_on: Some(day(2026, 11, 20)),
        ..Product::named(slug(name), text(name))
    }
}

fn variant(name: &str, price: u64, stock: Stock) -> Variant {
    Variant { price: Some(rupiah(price)), stock: Some(stock), ..Variant::named(text(name)) }
}

fn milk() -> Product {
    Product {
        photos: vec![photo("foto/susu.jpg", "Susu segar dalam botol"), photo("foto/kandang.jpg", "Kandang pagi hari")],
        member_price: Some(rupiah(11_500)),
        tiers: vec![
            Tier { from_quantity: 24, price: rupiah(11_800) },
            Tier { from_quantity: 100, price: rupiah(11_200) },
        ],
        weight: Some(Weight::Millilitres(500)),
        certificates: Certificates {
            halal: Some("ID32110000000210001".to_owned()),
            bpom: Some("MD 000000000211".to_owned()),
            valid_until: Some(day(2028, 3, 31)),
            ..Certificates::default()
        },
        producer: Some(slug("saung-yoghurt")),
        description: Some(
            text("Susu sapi utuh tanpa gula. Simpan di **kulkas** di bawah 4 derajat.")
                .with(Language::En, "Whole cow's milk without sugar."),
        ),
        markets: vec![MarketplaceLink {
            marketplace: Marketplace::Tokopedia,
            url: "https://www.tokopedia.com/contoh/susu".to_owned(),
        }],
        origin: vec![OriginStep {
            title: text("Diperah jam empat"),
            text: Some(text("Sebelum matahari naik.")),
            photo: None,
        }],
        ..product("Susu pasteurisasi", "Susu", 12_500, "botol 500 ml")
    }
}

fn products() -> Vec<Product> {
    let flavoured = Product {
        photos: vec![photo("foto/cokelat.jpg", "Susu cokelat dingin")],
        variants: vec![
            variant("Cokelat", 8_000, Stock::Available),
            variant("Stroberi", 8_000, Stock::Limited),
            variant("Kopi Pangalengan", 9_000, Stock::SoldOut),
        ],
        promo: Some(Promo { price: rupiah(7_000), from: None, until: day(2026, 12, 31) }),
        ..product("Susu rasa", "Susu", 8_000, "botol 250 ml")
    };
    let strawberry = Product {
        season: Season::from_months([6, 7, 8, 9]),
        stock: Stock::PreOrder,
        minimum_order: 5,
        ..product("Stroberi lereng gunung, dipetik pagi hari dan dikirim hari itu juga dalam kotak kayu", "Kebun", 45_000, "kotak")
    };
    let compost = Product {
        price: None,
        stock: Stock::SoldOut,
        season: Season::from_months([1, 2, 3, 4, 10, 11, 12]),
        ..product("Kompos sapi", "Kebun", 1, "karung 20 kg")
    };
    vec![milk(), flavoured, strawberry, compost]
}

/// A cooperative with one of everything.
#[expect(clippy::too_many_lines, reason = "one of everything is a long list")]
fn cooperative() -> Cooperative {
    let span = |from: i8, to: i8| TimeSpan {
        from: jiff::civil::time(from, 0, 0, 0),
        to: jiff::civil::time(to, 0, 0, 0),
    };
    let workday = || DayHours(vec![span(6, 16)]);
    Cooperative {
        slug: slug("susu-sagara"),
        name: "Koperasi Peternak Sapi Perah Sagara".to_owned(),
        short_name: Some("KPS Sagara".to_owned()),
        slogan: Some(text("Susu pagi dari lereng Pangalengan").with(Language::En, "Morning milk from the slopes")),
        kind: Some(Kind::Producer),
        form: Form::Primary,
        group: Some(Group::Village),
        scheme: Scheme::Conventional,
        sectors: vec!["peternakan".to_owned(), "pangan".to_owned()],
        region: Some(Region {
            code: RegionCode::parse("32.04.15").expect("a code"),
            regency: "Kabupaten Bandung".to_owned(),
            district: Some("Pangalengan".to_owned()),
        }),
        address: Some("Jl. Raya Contoh No. 21".to_owned()),
        coordinates: Some((-7.1735, 107.5563)),
        founded: Some(day(1984, 6, 14)),
        member_count: Some(312),
        contact: Contact {
            whatsapp: WhatsAppNumber::from_digits("6281000000021"),
            phone: Some(PhoneNumber { dial: "+62220000021".to_owned(), shown: "022-0000021".to_owned() }),
            email: Some("sagara@contoh.id".to_owned()),
            instagram: Some("sagara.contoh".to_owned()),
            ..Contact::default()
        },
        hours: Some(OpeningHours {
            week: [
                workday(),
                workday(),
                workday(),
                workday(),
                workday(),
                DayHours(vec![span(6, 12)]),
                DayHours::default(),
            ],
            closed_on: vec![day(2026, 12, 25), day(2025, 1, 1)],
            note: None,
        }),
        legal: Legal {
            entity_number: Some("0021/BH/KWK.10/VIII/1984".to_owned()),
            business_number: Some("0210000000021".to_owned()),
            ..Legal::default()
        },
        cover: Some(photo("foto/sampul.jpg", "Susu dan olahan susu")),
        logo: None,
        brand_colour: None,
        about: Some(text("Jam empat pagi, lampu kandang menyala satu per satu.\n\nSagara didirikan oleh **27 peternak**.")),
        products: products(),
        members: vec![MemberBusiness {
            id: slug("saung-yoghurt"),
            name: "Saung Yoghurt".to_owned(),
            owner: None,
            photo: None,
            story: Some(text("Bermula dari satu kulkas bekas.")),
            place: Some("Kampung Atas".to_owned()),
            since: Some(2015),
            consent: None,
        }],
        payment: Payment {
            qris: Some(Qris {
                payload: "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC".to_owned(),
                merchant_name: "KOPERASI CONTOH".to_owned(),
                city: "KAB. BANDUNG".to_owned(),
                nmid: Some("ID0000000000017".to_owned()),
                with_amount: false,
            }),
            banks: vec![BankAccount {
                bank: "Bank Contoh".to_owned(),
                number: "0000-0021-0021".to_owned(),
                holder: "Koperasi Sagara".to_owned(),
            }],
            cash: true,
            cash_on_delivery: false,
        },
        joining: Some(Joining {
            initial_share: Some(rupiah(100_000)),
            periodic_share: Some(rupiah(20_000)),
            terms: vec![text("Warga Pangalengan")],
            benefits: vec![text("Satu suara dalam rapat anggota")],
            helps: vec![Help::Selling],
            how: None,
        }),
        surplus: Some(Surplus {
            year: 2025,
            amount: rupiah(486_500_000),
            shares: [(SurplusPart::MemberServices, 4_500), (SurplusPart::MemberSavings, 1_500), (SurplusPart::Reserve, 4_000)]
                .map(|(part, share)| (part, Percent::from_hundredths(share).expect("at most 100 %")))
                .to_vec(),
            total_services: None,
            total_savings: None,
        }),
        meetings: vec![AnnualMeeting {
            book_year: 2025,
            date: day(2026, 3, 14),
            summary: Some(text("Laporan diterima.")),
            document: Some("https://contoh.id/laporan.pdf".to_owned()),
        }],
        officers: vec![Officer {
            name: "Dedi Kurniawan".to_owned(),
            role: OfficerRole::Chair,
            term: Some((2024, 2029)),
            photo: None,
        }],
        events: vec![Event {
            title: text("Pasar susu"),
            starts: day(2026, 12, 6).at(6, 0, 0, 0),
            ends: Some(day(2026, 12, 6).at(10, 0, 0, 0)),
            place: Some("Halaman koperasi".to_owned()),
            audience: None,
            description: Some(text("Bawa botol sendiri.")),
            make_up: None,
        }],
        openings: Vec::new(),
        youth: Youth::default(),
        outlets: vec![Outlet {
            kind: "pupuk".to_owned(),
            name: Some(text("Kios Tani")),
            hours: None,
            terms: vec![text("Terdaftar di e-RDKK")],
            bring: vec![text("KTP")],
            phone: None,
        }],
        pickups: Vec::new(),
        deliveries: Vec::new(),
        questions: vec![Question {
            question: text("Bisa antar ke Bandung?"),
            answer: text("Setiap Selasa dan Jumat."),
        }],
        stories: vec![Story {
            slug: slug("tangki-pertama"),
            title: "Tangki pertama".to_owned(),
            date: day(2026, 10, 5),
            photo: Some(photo("foto/susu.jpg", "Susu segar")),
            author: Some("Neneng Rohaeni".to_owned()),
            for_youth: false,
            body: "Sebelum ada tangki, kami berlomba dengan matahari.\n\n> Jadi maunya berapa?".to_owned(),
            body_starts_after_line: 8,
        }],
        old_slugs: Vec::new(),
        updated: Some(day(2026, 11, 20)),
    }
}
