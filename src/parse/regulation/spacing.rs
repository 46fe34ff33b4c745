//! How a whole text is spaced: what a line end and a blank line mean in it. Not any single line.

use super::characters::{begins_small, ends_clause};
use super::heading;
use super::label;
use super::lines::Line;

/// What ends a paragraph (satır düzeni).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Wrapped lines with a blank line after nearly each: neither a line end nor a blank line ends a paragraph.
    Doubled,
    /// Wrapped lines; a blank line ends a paragraph.
    Wrapped,
    /// Every line is a paragraph.
    Lines,
}

/// The spacing of a text, from how often a line goes on in the next one: a next line in small letters, after a line
/// that ends no clause, can only be the same sentence.
pub(super) fn infer(text: &str, lines: &[Line]) -> Spacing {
    let (mut close, mut close_wrapped, mut apart, mut apart_wrapped) = (0, 0, 0, 0);
    for pair in lines.windows(2) {
        let next = pair[1].words(text);
        let before = pair[0].words(text);
        // `ifade eder.` after a point is the tail of its list, not the rest of its last line.
        let tail = || before.ends_with(',') && (heading::is_term(before) || label::read(text, pair[0].start as usize).is_some());
        let wrapped =
            begins_small(next) && !ends_clause(before) && !tail() && label::read(text, pair[1].start as usize).is_none();
        let (count, goes_on) = if pair[1].gap == 0 { (&mut close, &mut close_wrapped) } else { (&mut apart, &mut apart_wrapped) };
        *count += 1;
        *goes_on += usize::from(wrapped);
    }
    // A third of the line ends fall inside sentences even in a text of many short items; one in ten is no accident.
    if apart_wrapped * 6 >= apart.max(1) && apart > close {
        Spacing::Doubled
    } else if close_wrapped * 10 >= close.max(1) {
        Spacing::Wrapped
    } else {
        Spacing::Lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::regulation::lines;

    #[test]
    fn the_three_ways_texts_are_spaced() {
        let of = |text: &str| infer(text, &lines::split(text));
        assert_eq!(of("Bu yönetmelik esasları\n\nkapsar ve\n\ndüzenler.\n"), Spacing::Doubled);
        assert_eq!(
            of("Madde 1- Bu Kanunun amacı\nkuruluşu düzenlemektir.\n\nMadde 2- Bu Kanun\nbelediyeleri kapsar.\n"),
            Spacing::Wrapped
        );
        assert_eq!(of("MADDE 1- Bu yönetmelik.\nMADDE 2- Kapsam.\na) Amaç\nb) Kapsam\n"), Spacing::Lines);
        assert_eq!(of(""), Spacing::Lines);
    }
}
