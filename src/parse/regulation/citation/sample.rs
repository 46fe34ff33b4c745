//! How well citations are read in clauses that were drawn by chance and annotated by reading first, so that no rule was tuned
//! on them (`tests/regulation/atiflar-orneklem.txt` says how). Beside the meaning, the place must be right. The texts lie
//! beside the project; without them nothing is measured.

use std::collections::BTreeMap;

use super::*;
use crate::parse::regulation::{field, parse};

const READ: &str = include_str!("../../../../tests/regulation/atiflar-orneklem.txt");

/// The clauses of a text, and what it cites.
struct Text {
    clauses: BTreeMap<Box<str>, Box<str>>,
    references: Vec<Reference>,
}

fn text(name: &str) -> Option<Text> {
    let source = field::beginning_with(name)?;
    let text = parse(&mut Diagnostics::new(), &name.into(), &source);
    let mut clauses = BTreeMap::new();
    text.each(&mut |node| _ = clauses.insert(node.id.clone(), node.text.clone()));
    Some(Text { clauses, references: references(&text) })
}

/// A citation that the annotation has: its bytes, and its meaning with what else is as right.
struct Wanted<'t> {
    at: (usize, usize),
    meanings: &'t str,
}

fn wanted(written: &str) -> Wanted<'_> {
    let (bytes, meanings) = written.trim().split_once(' ').expect("bytes and a meaning");
    let (from, to) = bytes.split_once('-').expect("the first byte and the one past the last");
    let number = |word: &str| word.parse().expect("a number");
    Wanted { at: (number(from), number(to)), meanings }
}

impl Wanted<'_> {
    fn is(&self, found: &Reference, clause: &str) -> bool {
        let (from, to) = self.at;
        let target = found.target.to_string();
        let means = |meaning: &str| {
            if let Some(provision) = meaning.strip_prefix('=') {
                return target.strip_prefix(&clause[from..to]) == Some(provision);
            }
            match meaning.strip_suffix('~') {
                // `#madde-5`, `#madde-5_2-f1`, not `#madde-51`.
                Some(article) => target.strip_prefix(article).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())),
                None => target == meaning,
            }
        };
        found.at.0 < to && from < found.at.1 && self.meanings.split(" or ").any(means)
    }
}

/// Shares over clauses: right ones and all ones of each.
#[derive(Default)]
struct Shares(Vec<(usize, usize)>);

impl Shares {
    fn share(&self) -> f64 {
        let (right, all) = self.0.iter().fold((0, 0), |(r, a), (right, all)| (r + right, a + all));
        right as f64 / all as f64
    }

    /// The share with its interval of 95 %. The citations of one clause fail together, so that clauses are what was drawn.
    fn told(&self) -> String {
        let (share, all) = (self.share(), self.0.iter().map(|(_, all)| all).sum::<usize>());
        let squares: f64 = self.0.iter().map(|(right, all)| (*right as f64 - share * *all as f64).powi(2)).sum();
        let half = 1.96 * squares.sqrt() / all as f64;
        format!("{share:.3} of {all} ({:.3}–{:.3})", share - half, (share + half).min(1.0))
    }
}

#[test]
fn citations_of_clauses_drawn_by_chance() {
    let mut texts: BTreeMap<&str, Text> = BTreeMap::new();
    let mut measured: BTreeMap<String, (Shares, Shares)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut draw = "";
    for line in READ.lines() {
        if line.starts_with("# ") && line.ends_with(" draw") {
            draw = &line[2..];
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (place, citations) = line.split_once(':').expect("a place and its citations");
        let (name, id) = place.split_once(' ').expect("a text and a clause");
        if !texts.contains_key(name) {
            let Some(text) = text(name) else { return };
            texts.insert(name, text);
        }
        let text = &texts[name];
        let clause = text.clauses.get(id).unwrap_or_else(|| panic!("{name} has no clause {id}"));
        let mut found: Vec<&Reference> = text.references.iter().filter(|r| *r.from == *id).collect();
        let citations: Vec<Wanted<'_>> = citations.split('|').filter(|c| !c.trim().is_empty()).map(wanted).collect();
        let (said, meant) = (found.len(), citations.len());
        let mut missed = Vec::new();
        for citation in citations {
            match found.iter().position(|found| citation.is(found, clause)) {
                Some(at) => _ = found.remove(at),
                None => missed.push(format!("{} {}", &clause[citation.at.0..citation.at.1], citation.meanings)),
            }
        }
        let right = meant - missed.len();
        let kind = name.split('/').next().unwrap_or_default();
        for part in ["all".to_owned(), draw.to_owned(), kind.to_owned()] {
            let (precision, recall) = measured.entry(part).or_default();
            precision.0.push((right, said));
            recall.0.push((right, meant));
        }
        if !missed.is_empty() || !found.is_empty() {
            let said: Vec<String> = found.iter().map(|r| format!("{} {}", r.text, r.target)).collect();
            wrong.push(format!("{name} {id}: missed {missed:?}, said {said:?}"));
        }
    }
    let told: Vec<String> =
        measured.iter().map(|(part, (p, r))| format!("{part}: precision {}, recall {}", p.told(), r.told())).collect();
    println!("{}\n{}", told.join("\n"), wrong.join("\n"));
    let (precision, recall) = &measured["all"];
    assert!(precision.share() >= 0.99 && recall.share() >= 0.975, "{}", told.join("\n"));
}
