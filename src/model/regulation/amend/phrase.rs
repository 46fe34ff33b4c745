//! Quoted words and sentences within clauses, found in the source however its lines were wrapped.

use std::ops::Range;

use super::locate;
use crate::parse::regulation::{Node, RegulationText};

/// A clause's words with single spaces between them, and the way back into the source.
struct Joined {
    words: String,
    /// Where each word begins: here, and in the source.
    at: Vec<(usize, usize)>,
}

impl Joined {
    fn of(words: Vec<(usize, &str)>) -> Joined {
        let mut joined = Joined { words: String::new(), at: Vec::with_capacity(words.len()) };
        for (source, word) in words {
            if !joined.words.is_empty() {
                joined.words.push(' ');
            }
            joined.at.push((joined.words.len(), source));
            joined.words.push_str(word);
        }
        joined
    }

    fn source(&self, at: usize) -> usize {
        let word = self.at.partition_point(|(here, _)| *here <= at).saturating_sub(1);
        let (here, source) = self.at[word];
        source + (at - here)
    }

    /// The source of a stretch that begins and ends within words.
    fn range(&self, here: Range<usize>) -> Range<usize> {
        self.source(here.start)..self.source(here.end - 1) + 1
    }
}

/// Every place of a phrase in a clause and all within it. Whole words first; where there are none, words that begin so.
pub(super) fn find(text: &RegulationText, node: &Node, phrase: &str) -> Vec<Range<usize>> {
    let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    if phrase.is_empty() {
        return Vec::new();
    }
    let mut nodes = vec![node];
    locate::below(node, &mut nodes);
    let (mut whole, mut beginning) = (Vec::new(), Vec::new());
    for node in nodes {
        let joined = Joined::of(text.words(node));
        for (at, _) in joined.words.match_indices(&phrase) {
            let end = at + phrase.len();
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let opens = !letter(joined.words[..at].chars().next_back()) || !letter(phrase.chars().next());
            let closes = !letter(joined.words[end..].chars().next()) || !letter(phrase.chars().next_back());
            // The last byte of the phrase may be the middle of a letter, so its end is asked for as a place of its own.
            let range = joined.source(at)..joined.range(at..end).end;
            match (opens, closes) {
                (true, true) => whole.push(range),
                (true, false) => beginning.push(range),
                (false, _) => {}
            }
        }
    }
    if whole.is_empty() { beginning } else { whole }
}

/// Sentence `label` (from 1, or `son`) of a clause's own text.
pub(super) fn sentence(text: &RegulationText, node: &Node, label: &str) -> Option<Range<usize>> {
    let words = text.words(node);
    let own = words.len().checked_sub(node.text.split(' ').count())?;
    let words = &words[own..];
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut begin = None;
    for (i, (at, word)) in words.iter().enumerate() {
        let start = *begin.get_or_insert(*at);
        let last = i + 1 == words.len();
        let opens = words.get(i + 1).is_some_and(|(_, next)| next.starts_with(|c: char| !c.is_lowercase()));
        let bare = word.trim_end_matches(['”', '"', ')']);
        let ends = bare.strip_suffix('.').is_some_and(|w| !w.ends_with(|c: char| c.is_ascii_digit()) && w != "vb" && w != "md");
        if last || ends && opens {
            sentences.push(start..at + word.len());
            begin = None;
        }
    }
    match label {
        "son" => sentences.pop(),
        _ => sentences.get(label.parse::<usize>().ok()?.checked_sub(1)?).cloned(),
    }
}
