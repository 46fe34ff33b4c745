//! How well citations are read: precision and recall over passages of real texts that a person has read
//! (`tests/regulation/atiflar.txt`). The texts lie beside the project; without them nothing is measured.

use std::collections::BTreeMap;

use super::*;
use crate::parse::regulation::{field, parse};

const READ: &str = include_str!("../../../../tests/regulation/atiflar.txt");

/// What a person found in some lines of a text.
struct Passage<'t> {
    /// How the text's name begins.
    text: &'t str,
    lines: std::ops::RangeInclusive<u32>,
    /// The ends of the targets.
    targets: Vec<&'t str>,
}

fn passage(line: &str) -> Passage<'_> {
    let (place, targets) = line.split_once(':').expect("a place and its targets");
    let (text, lines) = place.rsplit_once(' ').expect("a text and its lines");
    let (first, last) = lines.split_once('-').expect("two lines");
    let number = |word: &str| word.parse::<u32>().expect("a number");
    let targets = targets.split('|').map(str::trim).filter(|target| !target.is_empty()).collect();
    Passage { text, lines: number(first)..=number(last), targets }
}

#[test]
fn citations_of_real_texts_are_found_and_mean_what_a_reader_says() {
    let mut read: BTreeMap<&str, Vec<Reference>> = BTreeMap::new();
    let (mut wanted, mut given, mut right) = (0, 0, 0);
    let mut wrong = Vec::new();
    for passage in READ.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(passage) {
        let references = match read.get(passage.text) {
            Some(references) => references,
            None => {
                let Some(source) = field::beginning_with(passage.text) else { return };
                let text = parse(&mut Diagnostics::new(), &passage.text.into(), &source);
                read.entry(passage.text).or_insert(references(&text))
            }
        };
        let here = references.iter().filter(|r| passage.lines.contains(&r.line));
        let mut found: Vec<String> = here.map(|r| r.target.to_string()).collect();
        (wanted, given) = (wanted + passage.targets.len(), given + found.len());
        let mut missed = Vec::new();
        for target in passage.targets {
            match found.iter().position(|f| f.ends_with(target)) {
                Some(at) => {
                    found.remove(at);
                    right += 1;
                }
                None => missed.push(target),
            }
        }
        if !missed.is_empty() || !found.is_empty() {
            wrong.push(format!("{} {:?}: missed {missed:?}, said {found:?}", passage.text, passage.lines));
        }
    }
    let (precision, recall) = (share(right, given), share(right, wanted));
    let told = format!("{wanted} citations: precision {precision:.3}, recall {recall:.3}\n{}", wrong.join("\n"));
    println!("{told}");
    assert!(wanted >= 200, "{told}");
    assert!(precision >= 0.985 && recall >= 0.98, "{told}");
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
