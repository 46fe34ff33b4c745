//! What a clause without a printed label is called beside its link. Not its name in links, which nobody can listen to.

use std::borrow::Cow;

/// `madde-1-f2` → `2. fıkra`, `madde-4-f1-n3` → `3. bent`; other names as they are. The article is in the heading above.
pub(super) fn spoken(anchor: &str) -> Cow<'_, str> {
    let last = anchor.rsplit('-').next().unwrap_or_default();
    // A second clause of one name has `_2` behind it.
    let last = last.split('_').next().unwrap_or_default();
    for (letter, kind) in [('f', "fıkra"), ('n', "bent")] {
        if let Some(number) = last.strip_prefix(letter).filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())) {
            return format!("{number}. {kind}").into();
        }
    }
    anchor.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_spoken_as_readers_count_them() {
        assert_eq!(
            ["madde-1-f2", "ek-madde-3-f1_2", "madde-4-f1-n3", "2-ff"].map(spoken),
            ["2. fıkra", "1. fıkra", "3. bent", "2-ff"]
        );
    }
}
