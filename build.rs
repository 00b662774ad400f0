//! Themes are compiled in; a file that is new in them must be noticed too.

fn main() {
    println!("cargo::rerun-if-changed=themes");
}
