//! Writes the index of a portal for `benches/compare/search/run`: `search_bench SUMMARIES FOLDER`, a summary in each line.
//! Says how long that took; reading the summaries is not counted, as little as rendering pages is for others.
#![expect(clippy::disallowed_methods, reason = "a bench reads and writes its own files")]
#![expect(clippy::print_stdout, reason = "a bench says what it has done")]

use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use etalase::for_tests::{Plan, Settings, Summary, claim_search_index};
use etalase::{Date, Findings};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, folder] = arguments.as_slice() else { panic!("search_bench SUMMARIES FOLDER") };
    let text = fs::read_to_string(file).expect("a file of summaries");
    let summaries: Vec<Summary> =
        text.lines().map(|line| Summary::parse(line.as_bytes()).expect("a summary")).collect();
    let start = Instant::now();
    let settings = Settings::for_day(Date::constant(2026, 11, 30));
    let (mut plan, mut findings) = (Plan::new(), Findings::new());
    claim_search_index(&summaries.iter().collect::<Vec<_>>(), &settings, &mut plan, &mut findings);
    let seconds = start.elapsed().as_secs_f64();
    for (path, output) in plan.iter() {
        let path = Path::new(folder).join(path.as_str());
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, output.bytes().expect("bytes")).expect("a file");
    }
    println!("{}", serde_json::json!({ "files": plan.len(), "seconds": seconds }));
}
