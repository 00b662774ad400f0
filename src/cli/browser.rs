//! Shows an address in the browser of whoever sits at this machine.

use std::process::{Command as Program, Stdio};

/// Asks the system to show an address. Without a browser the address still stands on the terminal.
pub(super) fn open_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut program = Program::new(program);
    program.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    drop(program.spawn());
}
