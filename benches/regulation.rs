//! Regulation texts read into their trees: all texts of a folder, the largest one alone, and one text 100 times in a row
//! beside itself once. `regulation [FOLDER]`, `../shared/fixtures/regulations` by default. Prints megabytes a second of
//! CPU on one core, and the ratio of the long text's cost a byte to the short one's: 1 is linear.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads its own input and clock and says what it found"
)]

use std::path::Path;

use tellal::diag::Diagnostics;
use tellal::parse::regulation::{parse, references};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Rounds are repeated until this many seconds of CPU are spent; the best round counts.
const LONG_ENOUGH: f64 = 3.0;

/// Seconds of CPU of a round: many of the kernel's ticks, between which it may not look at the clock.
const ROUND: f64 = 0.3;

fn main() {
    let folder =
        std::env::args().skip(1).find(|a| !a.starts_with('-')).unwrap_or_else(|| "../shared/fixtures/regulations".into());
    let mut texts = Vec::new();
    collect(Path::new(&folder), &mut texts);
    assert!(!texts.is_empty(), "{folder} holds no texts");
    let all: usize = texts.iter().map(String::len).sum();
    let largest = texts.iter().max_by_key(|t| t.len()).expect("there are texts");
    let middle = texts.iter().min_by_key(|t| t.len().abs_diff(30_000)).expect("there are texts");
    let repeated = middle.repeat(100);

    let read = |text: &str| {
        std::hint::black_box(parse(&mut Diagnostics::new(), &"metin.txt".into(), text));
    };
    let whole = seconds(|| texts.iter().for_each(|t| read(t)));
    let cited = seconds(|| {
        for text in &texts {
            std::hint::black_box(references(&parse(&mut Diagnostics::new(), &"metin.txt".into(), text)));
        }
    });
    // The short text is read as often as the long one holds it, or the clock would be too coarse for it.
    let (one, hundred) = (seconds(|| (0..100).for_each(|_| read(middle))), seconds(|| read(&repeated)));
    let largest_ms = seconds(|| read(largest)) * 1e3;
    println!(
        "{{\"work\":\"regulation\",\"texts\":{},\"mb\":{:.2},\"mb_per_s\":{:.1},\"with_references_mb_per_s\":{:.1},\"largest_kb\":{},\"largest_ms\":{largest_ms:.1},\"repeated_100_ratio\":{:.2}}}",
        texts.len(),
        all as f64 / 1e6,
        all as f64 / 1e6 / whole,
        all as f64 / 1e6 / cited,
        largest.len() / 1000,
        hundred / one,
    );
}

fn collect(folder: &Path, texts: &mut Vec<String>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, texts);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            texts.push(text);
        }
    }
}

/// CPU seconds that the work takes in the best of several rounds.
fn seconds(mut work: impl FnMut()) -> f64 {
    let begin = cpu();
    let mut best = f64::INFINITY;
    while cpu() - begin < LONG_ENOUGH {
        let (start, mut times) = (cpu(), 0);
        while cpu() - start < ROUND {
            work();
            times += 1;
        }
        best = best.min((cpu() - start) / f64::from(times));
    }
    best
}

/// Seconds of CPU this process has used; Linux counts nanoseconds.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/schedstat").expect("Linux tells the CPU time of a process");
    stat.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).expect("the first number is of nanoseconds") / 1e9
}
