//! Writes the manual page of every command and completions for shells into a folder, in English:
//!
//! ```text
//! cargo run --example handbook -- FOLDER
//! ```
#![expect(clippy::disallowed_methods, reason = "it is a program, and writes files itself")]

use std::fs;
use std::path::PathBuf;

use clap_complete::{Shell, generate_to};
use etalase::MessageLanguage;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("usage: handbook FOLDER")?.into();
    fs::create_dir_all(&folder)?;
    let mut command = etalase::cli::command_line(MessageLanguage::En);
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
        generate_to(shell, &mut command, "etalase", &folder)?;
    }
    clap_mangen::generate_to(command, &folder)?;
    Ok(())
}
