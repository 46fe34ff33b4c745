//! What `aynı Yönetmeliğin` means where the clause itself names no act, as in amending decisions: the act that the last
//! clause with any named. One that named several left it open, and then nothing is meant.

use super::super::tree::RegulationText;
use super::super::words;
use super::act::{self, Act};

/// The acts that a clause named outside quotations.
#[derive(Default)]
pub(super) enum Named {
    #[default]
    None,
    One(Act),
    Several,
}

impl Named {
    /// Takes note of a further act.
    pub fn add(&mut self, act: &Act) {
        *self = match std::mem::take(self) {
            Named::None => Named::One(act.clone()),
            Named::One(before) if before == *act => Named::One(before),
            _ => Named::Several,
        };
    }

    /// What stays for the clauses below, in place of what the clauses above left.
    pub fn carry(self, carried: &mut Option<Act>) {
        match self {
            Named::None => {}
            Named::One(act) => *carried = Some(act),
            Named::Several => *carried = None,
        }
    }
}

/// The noun by which a text calls itself, folded: `yonetmeli` where it says `bu Yönetmelik`.
pub(super) fn own_noun(text: &RegulationText) -> Option<&'static str> {
    let mut found = None;
    text.each_own(&mut |node| {
        if found.is_none() {
            let mut after = node.text.match_indices("u ").filter(|(at, _)| is_this(&node.text[..*at]));
            found = after.find_map(|(at, _)| NOUNS.into_iter().find(|stem| words::begins(&node.text[at + 2..], stem)));
        }
    });
    found
}

/// True when what stands before an `u` makes it `bu`.
fn is_this(before: &str) -> bool {
    before.strip_suffix(['b', 'B']).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

const NOUNS: [&str; 5] = ["kanun", "yonetmeli", "yonerge", "tuzu", "teblig"];

/// The law that a text calls `Kanun`: `Kanun: 5393 sayılı Belediye Kanununu,`.
pub(super) fn defined(text: &RegulationText) -> Option<Act> {
    let mut law = None;
    text.each(&mut |node| {
        if law.is_none()
            && node.text.starts_with('K')
            && let Some(rest) = node.text.strip_prefix("Kanun:").or_else(|| node.text.strip_prefix("Kanun :"))
        {
            let words = words::of(rest.trim_start());
            law = (0..words.len()).find_map(|i| act::numbered(&words, i)).and_then(|m| m.into_iter().next()).map(|m| m.act);
        }
    });
    law
}
