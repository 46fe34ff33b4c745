//! The letters of lettered lists. A list's alphabet is inferred from the list: the Turkish one with ç and ğ, or the
//! Latin one with q, w and x. Nothing is re-lettered.

use super::tree::{Kind, Node};

/// Which letters name the points (harf düzeni).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// a, b, c, ç, d, e, f, g, ğ, h, ı, i, j, …: the regulation on drafting legislation of 2022.
    Turkish,
    /// a, b, c, d, …, q, …, w, x, y, z.
    Latin,
    /// Some lists one way, some the other.
    Mixed,
}

impl Alphabet {
    /// The machine name.
    pub fn as_str(self) -> &'static str {
        match self {
            Alphabet::Turkish => "turkish",
            Alphabet::Latin => "latin",
            Alphabet::Mixed => "mixed",
        }
    }

    /// The letter after `label`: `ç` after `c`, `aa` after `z`, `gg` after `ff`. `None` where it is no letter of a list.
    pub fn after(self, label: &str) -> Option<String> {
        let letters: Vec<char> = if self == Alphabet::Latin { LATIN } else { TURKISH }.chars().collect();
        let first = label.chars().next()?;
        let count = label.chars().count();
        let place = letters.iter().position(|l| *l == first)?;
        match letters.get(place + 1) {
            Some(next) => Some(next.to_string().repeat(count)),
            None => Some(letters[0].to_string().repeat(count + 1)),
        }
    }
}

const TURKISH: &str = "abcçdefgğhıijklmnoöprsştuüvyz";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

/// The alphabet of all lettered lists; `None` when no list is long enough to tell.
pub(super) fn of(nodes: &[Node]) -> Option<Alphabet> {
    let mut seen = (false, false);
    visit(nodes, &mut seen);
    match seen {
        (true, true) => Some(Alphabet::Mixed),
        (true, false) => Some(Alphabet::Turkish),
        (false, true) => Some(Alphabet::Latin),
        (false, false) => None,
    }
}

fn visit(nodes: &[Node], seen: &mut (bool, bool)) {
    let mut before: Option<&str> = None;
    for node in nodes {
        visit(&node.children, seen);
        let label = node.label.as_deref().filter(|_| matches!(node.kind, Kind::Point | Kind::Subpoint));
        let Some(label) = label else { continue };
        seen.0 |= label.contains(['ç', 'ğ', 'ı', 'ö', 'ş', 'ü']);
        seen.1 |= label.contains(['q', 'w', 'x']);
        if let Some(before) = before {
            let (turkish, latin) = (next_in(TURKISH, before, label), next_in(LATIN, before, label));
            seen.0 |= turkish && !latin;
            seen.1 |= latin && !turkish;
        }
        before = Some(label);
    }
}

/// True when `label` comes right after `before` in one of the alphabets.
pub(super) fn follows(before: &str, label: &str) -> bool {
    next_in(TURKISH, before, label) || next_in(LATIN, before, label)
}

/// True for the letter that begins a list.
pub(super) fn begins(label: &str) -> bool {
    label == "a" || label == "A"
}

fn next_in(alphabet: &str, before: &str, label: &str) -> bool {
    let place = |letter: char| alphabet.chars().position(|l| l == letter);
    let (mut b, mut l) = (before.chars(), label.chars());
    match (b.next(), b.next(), l.next(), l.next()) {
        (Some(before), None, Some(label), None) => place(before).is_some_and(|p| place(label) == Some(p + 1)),
        (Some('z'), None, Some('a'), Some('a')) => true,
        // aa, bb, cc, …
        (Some(before), Some(again), Some(label), Some(twice)) if before == again && label == twice => {
            place(before).is_some_and(|p| place(label) == Some(p + 1))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_after_a_letter_in_either_alphabet() {
        for (before, label) in
            [("c", "ç"), ("c", "d"), ("ç", "d"), ("h", "ı"), ("ı", "i"), ("h", "i"), ("p", "q"), ("z", "aa"), ("ee", "ff")]
        {
            assert!(follows(before, label), "{before} → {label}");
        }
        for (before, label) in [("a", "c"), ("b", "b"), ("b", "ç"), ("d", "c"), ("z", "a"), ("aa", "b")] {
            assert!(!follows(before, label), "{before} → {label}");
        }
    }
}
