//! What consolidated texts say of their own past among their words, as far as the tree depends on it: notes that stand
//! alone, sentences that were added, points that were emptied. What the notes say is `note`'s.

use super::characters::is_gap;
use super::mark;

/// `(Değişik: 30/7/2003-4964/9 md.)` alone: it says what happened to the article and is none of its paragraphs. What was
/// repealed has nothing else to stand for it.
pub(super) fn is_note(words: &str) -> bool {
    if !words.starts_with('(') {
        return false;
    }
    let mut words = words.trim_end_matches(|c| is_gap(c) || c == '.');
    // `[26]`: a footnote's mark.
    while let Some((before, mark)) = words.rsplit_once('[')
        && mark.strip_suffix(']').is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
    {
        words = before.trim_end_matches(is_gap);
    }
    words = mark::without(words);
    // Collections of repealed provisions say of each where it stood.
    if ["ükmüdür.)", "ükmüdür)"].iter().any(|end| words.ends_with(end)) {
        return true;
    }
    let inside = words.strip_prefix('(').and_then(|w| w.strip_suffix(')'));
    inside.is_some_and(|w| {
        ["Değişik", "Ek", "Yeniden"].iter().any(|kind| w.starts_with(kind))
            && !w.contains([')', '('])
            && !["Mülga", "İptal"].iter().any(|gone| w.contains(gone))
    })
}

/// `(Ek cümle: 9/7/2021-7332/2 md.) Hayvan…`, `(Değişik son cümle: …)`: the words go on with a clause that was there before.
/// A first sentence begins one.
pub(super) fn is_of_sentence(words: &str) -> bool {
    let Some((kind, part)) = noted(words) else { return false };
    let Some(which) = part.strip_suffix("cümle").or_else(|| part.strip_suffix("cümleler")) else { return false };
    let later = !which.is_empty() && !["birinci", "ilk"].iter().any(|first| which.contains(first));
    match kind {
        "Ek" => later || which.is_empty(),
        "Değişik" | "Mülga" | "İptal" => later,
        _ => false,
    }
}

/// `(Ek fıkra: 12/11/2012-6360/17 md.) Belediyelerin…`: the words are a paragraph, whatever stands above them.
pub(super) fn is_of_paragraph(words: &str) -> bool {
    noted(words).is_some_and(|(kind, part)| ["Ek", "Değişik"].contains(&kind) && part.ends_with("fıkra"))
}

/// What was done, and to what, as the note says with which the words begin.
fn noted(words: &str) -> Option<(&str, &str)> {
    words.strip_prefix('(')?.split_once(':')?.0.split_once(' ')
}

/// `(…) [12]`: nothing is left of what a clause said but the marks of it.
pub(super) fn is_emptied(words: &str) -> bool {
    let mut pieces = words.split('[').map(|piece| piece.split_once(']').map_or(piece, |(_, after)| after));
    words.starts_with("(…)") && pieces.all(|piece| !piece.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_on_sentences_and_on_paragraphs() {
        for words in ["(Ek cümle: 1/1/2020-1/2 md.) Bu.", "(Ek cümleler:1/1/2020-1/2 md.) Bu.", "(Değişik son cümle: 1) Bu."]
        {
            assert!(is_of_sentence(words), "{words}");
        }
        assert!(is_of_paragraph("(Ek fıkra: 1/1/2020-1/2 md.) Bu.") && !is_of_paragraph("(Mülga fıkra: 1) Bu."));
        for words in
            ["(Değişik birinci cümle: 1) Bu.", "(Ek fıkra: 1) Bu.", "(Değişik cümle: 1) Bu.", "Ek cümle: bir", "(a) Bir: iki"]
        {
            assert!(!is_of_sentence(words), "{words}");
        }
    }

    #[test]
    fn what_is_left_of_an_emptied_clause() {
        assert!(is_emptied("(…) [12]") && is_emptied("(…)"));
        assert!(!is_emptied("(…) Bir") && !is_emptied("") && !is_emptied("-"));
    }
}
