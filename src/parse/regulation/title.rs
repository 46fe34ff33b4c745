//! The title: the lines above the first clause that say what the text is. Not the headings of its parts.

use super::block::Block;
use super::characters::{is_capitals, is_gap, unwrapped};
use super::heading;
use super::label::Form;

/// The words of the title, and the blocks below it.
pub(super) fn split(text: &str, mut blocks: Vec<Block>) -> (String, Vec<Block>) {
    let is_title = |b: &Block| {
        let words = b.body(text);
        // The state stands above it all as `T.C.` or `T. C.`, which ends no sentence.
        let state = words.len() <= 6 && words.starts_with('T');
        b.label.is_none() && (state || !words.contains(':') && heading::is_short(words))
    };
    let mut count = blocks.iter().take_while(|b| is_title(b)).count();
    // What stands right above an article is the article's heading, unless it is all there is, or in capitals like the rest.
    let above_article = blocks.get(count).is_some_and(|b| b.form() == Some(Form::Article));
    if above_article && count > 1 && !is_capitals(blocks[count - 1].body(text)) {
        count -= 1;
    }
    if count == blocks.len() {
        // Nothing but short lines: the first one names the text, or nothing does.
        count = count.min(1);
    }
    let words: Vec<String> =
        blocks.drain(..count).map(|b| unwrapped(b.body(text).trim_start_matches(|c| c == '#' || is_gap(c)))).collect();
    (words.join(" "), blocks)
}
