//! How the program is linked. On Linux it stands at a fixed place in memory: otherwise a third of a million addresses, most of
//! them of the column engine and the typesetter, are put right at every start, six milliseconds of nine; a thousand pages
//! take sixty. The libraries and all memory the program asks for stay at places nobody can foresee.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "Cargo asks and is answered through the environment and standard output"
)]

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
