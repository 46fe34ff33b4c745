//! The `tellal` command: hands its arguments to the library.

use std::process::ExitCode;

/// Pages are many small allocations on many threads, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tellal::cli::run(std::env::args_os().collect())
}
