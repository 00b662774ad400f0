//! Parses the arguments, calls `cli`, turns the outcome into an exit code.
fn main() {}
