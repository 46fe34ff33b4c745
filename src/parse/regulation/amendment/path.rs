//! `4 üncü maddesinin birinci fıkrasının (c) bendi` → a path of ranks and labels. Not the clause itself: the model looks
//! for it in the text.

use std::fmt;

use crate::parse::regulation::words;

/// What a step of a path names (düzey).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Madde, also a decimal clause: `2. maddenin`, `1.2.1 maddesi`.
    Article,
    /// Fıkra.
    Paragraph,
    /// Bent.
    Point,
    /// Alt bent.
    Subpoint,
    /// Cümle.
    Sentence,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is named.
    pub rank: Rank,
    /// Its label: `4`, `26/A`, `Geçici 1`, `ff`; `son` for the last one.
    pub label: Box<str>,
}

/// Where a clause is, from the text inwards; empty for the text itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The steps, outermost first.
    pub steps: Vec<Step>,
    /// The clause's name in links, where a record gives it in place of steps.
    pub id: Option<Box<str>>,
}

impl Path {
    /// The path of a clause that is named as in links: `madde-4-f1-b-c`.
    pub fn of_id(id: &str) -> Path {
        Path { steps: Vec::new(), id: Some(id.into()) }
    }
}

/// `4/f1/b-c`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(id) = &self.id {
            return write!(f, "#{id}");
        }
        for (i, step) in self.steps.iter().enumerate() {
            let mark = match step.rank {
                Rank::Article => "",
                Rank::Paragraph => "f",
                Rank::Point => "b-",
                Rank::Subpoint => "a-",
                Rank::Sentence => "c",
            };
            write!(f, "{}{mark}{}", if i > 0 { "/" } else { "" }, step.label)?;
        }
        Ok(())
    }
}

/// Clauses of one rank that are named together: `(a), (b) ve (c) bentleri`.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub rank: Rank,
    pub labels: Vec<Box<str>>,
    /// The word that names the rank.
    pub noun: usize,
}

/// A label as it stands before its noun.
struct Label {
    text: String,
    /// The letter after a slash: `18/m`.
    point: Option<String>,
    /// True when a comma follows, so that the next label belongs to the same list.
    comma: bool,
}

/// The groups among `words`, in order.
pub(super) fn groups(words: &[&str]) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut labels: Vec<Label> = Vec::new();
    let mut prefix: Option<&str> = None;
    let mut joined = false;
    for (i, word) in words.iter().enumerate() {
        if let Some(rank) = rank(words, i).filter(|_| !labels.is_empty()) {
            let points: Vec<Box<str>> = labels.iter().filter_map(|l| l.point.as_deref()).map(Into::into).collect();
            groups.push(Group { rank, labels: labels.drain(..).map(|l| l.text.into()).collect(), noun: i });
            if !points.is_empty() {
                groups.push(Group { rank: Rank::Point, labels: points, noun: i });
            }
            (prefix, joined) = (None, false);
            continue;
        }
        if let Some(mut label) = label(word) {
            let number = label.text.starts_with(|c: char| c.is_ascii_digit());
            if let Some(prefix) = prefix.take().filter(|_| number) {
                label.text = format!("{prefix} {}", label.text);
            }
            if !joined && !labels.last().is_some_and(|l| l.comma) {
                labels.clear();
            }
            joined = false;
            labels.push(label);
            continue;
        }
        let bare = word.trim_end_matches(',');
        match bare {
            "ve" | "ile" | "veya" => joined = true,
            _ if is(bare, "numaral") || is(bare, "nolu") => {}
            // `alt` belongs to the noun after it.
            "alt" => {}
            _ if labels.last().is_some() && words::is_ordinal_ending(bare) && !bare.is_empty() => {
                let comma = word.ends_with(',');
                labels.last_mut().expect("there is one").comma |= comma;
            }
            _ => {
                prefix = match () {
                    () if is_whole(bare, "ek") => Some("Ek"),
                    () if is_whole(bare, "gecici") => Some("Geçici"),
                    () if is_whole(bare, "mukerrer") => Some("Mükerrer"),
                    () => None,
                };
                // `ek 1 inci ve geçici 2 nci maddeleri` is one list.
                if prefix.is_none() || !joined {
                    labels.clear();
                    joined = false;
                }
            }
        }
    }
    groups
}

/// The rank that the word at `i` names: `maddesinin`, `fıkrasına`, `alt bendi`.
pub(super) fn rank(words: &[&str], i: usize) -> Option<Rank> {
    let word = words[i];
    let point = is(word, "bend") || is(word, "bent");
    match () {
        () if is(word, "madde") => Some(Rank::Article),
        () if is(word, "fikra") => Some(Rank::Paragraph),
        () if point && i > 0 && words[i - 1] == "alt" => Some(Rank::Subpoint),
        () if point => Some(Rank::Point),
        () if is(word, "cumle") => Some(Rank::Sentence),
        () => None,
    }
}

/// `4`, `4.`, `4’üncü`, `1.2.1.`, `26/A`, `18/m`, `(c)`, `(2)`, `birinci`, `son`, `c`.
fn label(word: &str) -> Option<Label> {
    let bare = word.trim_end_matches(',');
    let comma = bare.len() < word.len();
    let plain = |text: &str| Some(Label { text: text.to_owned(), point: None, comma });
    if let Some(inner) = bare.strip_prefix('(').and_then(|w| w.strip_suffix(')')) {
        let number = !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit());
        return if number || is_letter(inner) { plain(inner) } else { None };
    }
    if bare.starts_with(|c: char| c.is_ascii_digit()) {
        let end = bare.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(bare.len());
        let number = bare[..end].trim_end_matches('.');
        let rest = &bare[end..];
        if let Some(letter) = rest.strip_prefix('/') {
            let letter = letter.trim_end_matches('.');
            return match (is_letter(letter), letter.starts_with(char::is_uppercase)) {
                (true, true) => plain(&format!("{number}/{letter}")),
                (true, false) => Some(Label { text: number.to_owned(), point: Some(letter.to_owned()), comma }),
                (false, _) => None,
            };
        }
        return if words::is_ordinal_ending(rest) { plain(number) } else { None };
    }
    if let Some(number) = words::ordinal(bare) {
        return plain(&number.to_string());
    }
    if is_whole(bare, "son") || is_letter(bare) { plain(bare) } else { None }
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.all(|c| word.starts_with(c)) && word.chars().count() <= 2
}

fn is(word: &str, stem: &str) -> bool {
    words::begins(word, stem)
}

fn is_whole(word: &str, stem: &str) -> bool {
    is(word, stem) && word.chars().count() == stem.len()
}

/// The paths that groups spell: each goes on with the one before it until a rank comes again or goes up, and then begins
/// with what stands above that rank. `from` is what the first one goes on with.
pub(super) fn paths(groups: &[Group], from: &[Step]) -> Vec<Path> {
    let mut all: Vec<Path> = Vec::new();
    // The paths that are being spelled; more than one when a group names several clauses.
    let mut open: Vec<Vec<Step>> = Vec::new();
    for group in groups {
        let rank = |steps: &[Step]| steps.last().map(|s| s.rank);
        let bases: Vec<Vec<Step>> = match open.first() {
            Some(first) if rank(first) < Some(group.rank) => std::mem::take(&mut open),
            Some(first) => {
                let above: Vec<Step> = first.iter().filter(|s| s.rank < group.rank).cloned().collect();
                all.extend(open.drain(..).map(|steps| Path { steps, id: None }));
                vec![above]
            }
            None => vec![from.iter().filter(|s| s.rank < group.rank).cloned().collect()],
        };
        for base in &bases {
            for label in &group.labels {
                let mut steps = base.clone();
                steps.push(Step { rank: group.rank, label: label.clone() });
                open.push(steps);
            }
        }
    }
    all.extend(open.into_iter().map(|steps| Path { steps, id: None }));
    all
}
