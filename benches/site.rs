//! What one cooperative of the demo costs, step by step: its profile read, its pages worked out, its files written,
//! a photo made; and the whole demo with every photo in the cache, from nothing and again.
//!
//! `cargo bench --bench site`
#![expect(clippy::disallowed_methods, reason = "a bench brings its own site")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot start has nothing to say")]

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use divan::Bencher;
use etalase::for_tests::{
    Cooperative, Crop, Folder, Limits, Materials, PhotoCache, Plan, Recipe, RenditionFormat, Settings, Site,
    SiteShape, Theme, Themes, Writer, cooperative_pages, make_renditions, parse_profile, read_cooperative,
    read_facts, read_settings,
};
use etalase::view::photos::{PhotoShelf, choose_photos};
use etalase::{Date, Findings, Request, Selection, SharedStore, Unwatched, build, check};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The demo's cooperative with the most products.
const NAME: &str = "kopontren-nurul-bukit";

fn main() {
    divan::main();
}

/// One cooperative, as far as each step needs it.
struct Demo {
    folder: Folder,
    settings: Settings,
    themes: Themes,
    cooperative: Cooperative,
    shelf: PhotoShelf,
}

impl Demo {
    fn load() -> Self {
        let mut findings = Findings::new();
        let site = Site::open(Path::new(".")).unwrap();
        let file = site.read_settings(&mut findings);
        let settings = read_settings(file.as_ref(), today(), &mut findings);
        let theme = |name: &str, findings: &mut Findings| Theme::load(name, &[].into(), findings).unwrap();
        let themes =
            Themes { storefront: theme("etalase", &mut findings), youth: theme("muda", &mut findings) };
        let folder = site.read_cooperative(NAME, &settings.limits, &mut findings).unwrap();
        let profile = parse_profile(&folder, &settings, &mut findings);
        let cooperative = read_cooperative(&profile, None, &mut findings).unwrap();
        let shelf = choose_photos(&cooperative, &folder.photos, &settings, &themes.storefront);
        Self { folder, settings, themes, cooperative, shelf }
    }

    fn pages(&self) -> Plan {
        let Self { cooperative, shelf, settings, themes, .. } = self;
        let materials = Materials { cooperative, shelf, settings, themes, site: SiteShape::Many };
        cooperative_pages(materials, &mut Findings::new())
    }

    /// The same without pictures, whose bytes come from the cache.
    fn texts(&self) -> Plan {
        let mut plan = Plan::new();
        for (path, output) in self.pages().iter().filter(|(_, output)| output.bytes().is_some()) {
            plan.claim(path.clone(), output.clone(), &mut Findings::new());
        }
        plan
    }
}

fn today() -> Date {
    jiff::civil::date(2026, 11, 24)
}

#[divan::bench]
fn read_themes(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Theme::load("etalase", &[].into(), &mut Findings::new()));
}

#[divan::bench]
fn read_profile(bencher: Bencher<'_, '_>) {
    let demo = Demo::load();
    bencher.bench(|| {
        let mut findings = Findings::new();
        let profile = parse_profile(&demo.folder, &demo.settings, &mut findings);
        read_cooperative(&profile, None, &mut findings)
    });
}

#[divan::bench]
fn render_pages(bencher: Bencher<'_, '_>) {
    let demo = Demo::load();
    let pages = demo.pages().count_files().1;
    bencher.counter(divan::counter::ItemsCount::new(pages)).bench(|| demo.pages());
}

#[divan::bench]
fn write_files(bencher: Bencher<'_, '_>) {
    let plan = Demo::load().texts();
    let cache = PhotoCache::new(Path::new("unused"), SystemTime::UNIX_EPOCH);
    let bench = bencher.counter(divan::counter::ItemsCount::new(plan.len()));
    bench.with_inputs(|| tempfile::tempdir().unwrap()).bench_refs(|folder| {
        let writer = Writer::open(folder.path(), || ()).unwrap();
        writer.write_group(NAME, &plan, &cache, &mut Findings::new()).unwrap();
        writer.finish().unwrap()
    });
}

#[divan::bench(sample_count = 20)]
fn make_photo(bencher: Bencher<'_, '_>) {
    let bytes = std::fs::read(format!("content/{NAME}/foto/tomat.jpg")).unwrap();
    let limits = Limits::default();
    let facts = read_facts("tomat.jpg", &bytes, &limits).unwrap();
    let recipe = |width_px, format| Recipe {
        source: facts.hash,
        crop: Crop::Whole,
        width_px,
        height_px: facts.height_px * width_px / facts.width_px,
        format,
        quality: 80,
        max_bytes: None,
        ground: [255; 3],
    };
    let mut recipes: Vec<Recipe> =
        [320, 480, 640, 960, 1280].map(|width| recipe(width, RenditionFormat::WebP)).into();
    recipes.push(recipe(1280, RenditionFormat::Jpeg));
    bencher.bench(|| make_renditions(&bytes, &facts, &recipes, &limits).unwrap());
}

/// The demo, written to a folder of memory where there is one.
struct WholeSite {
    _folder: tempfile::TempDir,
    request: Request,
}

impl WholeSite {
    fn built() -> Self {
        let memory = Path::new("/dev/shm");
        let folder =
            if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let request = Request {
            site: PathBuf::from("."),
            output: folder.path().join("public"),
            cache: folder.path().join("cache"),
            base_url: None,
            host: None,
            selection: Selection::All,
            jobs: 1,
            photo_memory_bytes: 1 << 30,
            cache_bytes: 1 << 40,
            today: today(),
            is_handover: false,
            shared_store: SharedStore::default(),
            now: SystemTime::now(),
            program: "bench".to_owned(),
        };
        build(&request, &Unwatched).unwrap();
        Self { _folder: folder, request }
    }
}

/// A cooperative with twelve products, each with text, two variants and a wholesale price, in three languages.
#[divan::bench(sample_count = 50)]
fn check_twelve_products(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let text = "Dipanen pagi, dikirim siang, sampai sore. ".repeat(6);
    let products: Vec<String> = (1..=12)
        .map(|number| {
            format!(
                "  - nama: Produk {number}\n    harga: {number}.500\n    satuan: kg\n    keterangan: {}\n    \
                 varian: [{{nama: A, harga: {number}.500}}, {{nama: B, harga: {number}.700}}]\n    \
                 grosir: [{{mulai: 10, harga: {number}.000}}]\n",
                text.trim()
            )
        })
        .collect();
    let head = "nama: Koperasi Contoh\nkontak: {whatsapp: 0810-0000-0000}\nproduk:\n";
    let profile = head.to_owned() + &products.concat();
    std::fs::create_dir_all(folder.path().join("content/contoh")).unwrap();
    std::fs::write(folder.path().join("content/contoh/profil.yaml"), profile).unwrap();
    std::fs::write(folder.path().join("etalase.yaml"), "alamat: https://contoh.id/\n").unwrap();
    let request = Request { site: folder.path().to_owned(), ..WholeSite::built().request };
    bencher.bench(|| check(&request, &Unwatched).unwrap());
}

#[divan::bench(sample_count = 20)]
fn build_the_demo_with_its_photos_made(bencher: Bencher<'_, '_>) {
    let site = WholeSite::built();
    let output = site.request.output.clone();
    bencher
        .with_inputs(|| std::fs::remove_dir_all(&output).unwrap())
        .bench_values(|()| build(&site.request, &Unwatched).unwrap());
}

#[divan::bench(sample_count = 50)]
fn build_the_demo_again(bencher: Bencher<'_, '_>) {
    let site = WholeSite::built();
    bencher.bench(|| build(&site.request, &Unwatched).unwrap());
}
