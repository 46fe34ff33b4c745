//! Regulation text (mevzuat metni) → a lossless tree of clauses. Not what the clauses mean: dates, repeals and links
//! between regulations are the model's.
//!
//! Any UTF-8 text gives a tree, and the tree gives the text back byte for byte. The steps, a file each: lines, the
//! spacing of the whole text, labels at line starts, blocks (a clause's lines put together again), headings, nesting,
//! names. Then [`references`] and [`events`] read the words. What fits nowhere stays as a paragraph with a complaint at its line.

mod alphabet;
pub mod amendment;
mod annex;
mod attach;
mod block;
mod canonical;
mod change;
mod characters;
mod citation;
mod damage;
mod division;
mod event;
mod heading;
mod identity;
mod imprint;
mod label;
mod lines;
mod mark;
mod note;
mod numbering;
mod page;
mod quote;
mod spacing;
mod title;
mod tree;
mod words;

#[cfg(test)]
mod field;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::diag::Diagnostics;

pub use alphabet::Alphabet;
pub use canonical::canonical;
pub use citation::{Provision, Reference, Target, check as check_references, find as find_provision, references};
pub use event::{Event, EventKind, events};
pub use imprint::is_law;
pub use note::{Note, NoteKind, notes};
pub use quote::lines_of as lines_of_quotation;
pub use tree::{Kind, Node, RegulationText};

/// Longest text read, in bytes: places in it are 32-bit numbers.
pub const LIMIT: usize = 256 << 20;

/// Reads a regulation of any form. Total: every text gives a tree; complaints go to `diag` with line and column.
pub fn parse(diag: &mut Diagnostics, file: &Arc<str>, source: &str) -> RegulationText {
    let lines = lines::split(source);
    let (read, repairs) = damage::repaired(diag, file, source, &lines);
    let lines = if repairs.is_empty() { lines } else { lines::split(&read) };
    let spacing = spacing::infer(&read, &lines);
    let blocks = block::group(&read, &lines, spacing);
    let (title, blocks) = title::split(&read, blocks);
    let blocks = quote::join(&read, blocks);
    let roles = heading::roles(&read, &blocks);
    let mut nodes = attach::nest(&read, &blocks, &roles, read.len() as u32);
    quote::fill(&read, &lines, spacing, &mut nodes);
    let alphabet = alphabet::of(&nodes);
    let repeats = identity::name(&mut nodes);
    let text = RegulationText::new(&read, repairs, title, alphabet, nodes);
    numbering::check(diag, file, &text);
    numbering::say_repeats(diag, file, &repeats);
    text
}
