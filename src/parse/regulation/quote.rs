//! New wording that an amending text quotes: `… aşağıdaki şekilde değiştirilmiştir.⏎“MADDE 5- …”`. Its clauses are another
//! text's, and stand within the quotation. Not the quoted phrases within a sentence.

use std::ops::Range;

use super::attach;
use super::block::{self, Block};
use super::characters::is_gap;
use super::heading;
use super::lines::Line;
use super::spacing::Spacing;
use super::tree::{Kind, Node};

/// Most blocks of one quotation: a mark that is never closed is looked for no farther.
const LONGEST: usize = 400;

/// What a sentence says that is followed by new wording.
const ASKS: [&str; 7] = ["aşağıdaki", "değiştiril", "eklen", "ilave edil", "şeklinde", "yeniden düzenlen", "işlen"];

/// The blocks with every quotation put together to one.
pub(super) fn join(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    // Most texts quote nothing.
    if !text.contains("“") {
        return blocks;
    }
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut at = 0;
    while at < blocks.len() {
        let asked = || joined.last().is_some_and(|before| before.quote || asks(before.body(text)));
        match region(text, &blocks[at..]).filter(|_| asked()) {
            Some(count) => {
                let (first, last) = (blocks[at], blocks[at + count - 1]);
                joined.push(Block { body: (first.start, last.body.1), quote: true, label: None, ..first });
                at += count;
            }
            None => {
                joined.push(blocks[at]);
                at += 1;
            }
        }
    }
    joined
}

/// True for a sentence that new wording follows.
pub(super) fn asks(words: &str) -> bool {
    words.ends_with(['.', ':']) && ASKS.iter().any(|stem| words.contains(stem))
}

/// How many blocks the quotation takes that begins with the first one; it ends where a block does.
fn region(text: &str, blocks: &[Block]) -> Option<usize> {
    let first = blocks.first().filter(|b| b.label.is_none() && b.body(text).starts_with('“'))?;
    let (mut depth, mut done) = (0, first.start as usize);
    for (nth, block) in blocks.iter().take(LONGEST).enumerate() {
        let end = block.body.1 as usize;
        let words = text.get(done..end)?;
        for (at, c) in words.char_indices() {
            depth += i32::from(c == '“') - i32::from(c == '”');
            if depth <= 0 && matches!(c, '”') {
                let closed = words[at + '”'.len_utf8()..].trim_matches(|c| is_gap(c) || matches!(c, '.' | ';' | ','));
                return closed.is_empty().then_some(nth + 1);
            }
        }
        done = end;
    }
    None
}

/// Reads the clauses of every quotation.
pub(super) fn fill(text: &str, lines: &[Line], spacing: Spacing, nodes: &mut [Node]) {
    for node in nodes {
        if node.kind == Kind::Quote {
            clauses(text, lines, spacing, node);
        } else {
            fill(text, lines, spacing, &mut node.children);
        }
    }
}

fn clauses(text: &str, lines: &[Line], spacing: Spacing, quote: &mut Node) {
    let Range { start, end } = quote.own;
    let inside = start + '“'.len_utf8() as u32;
    let first = lines.partition_point(|line| line.end <= inside);
    let last = lines.partition_point(|line| line.start < end);
    let Some(own) = lines.get(first..last).filter(|own| !own.is_empty()) else { return };
    let mut own = own.to_vec();
    let begins = own[0].start.max(inside);
    let gap = text[begins as usize..].len() - text[begins as usize..].trim_start_matches(is_gap).len();
    own[0].start = (begins + gap as u32).min(own[0].end);
    own[0].gap = 0;
    let blocks = block::group(text, &own, spacing);
    let roles = heading::roles(text, &blocks);
    let children = attach::nest(text, &blocks, &roles, end);
    let Some(child) = children.first() else { return };
    quote.own.end = child.own.start;
    quote.text = "“".into();
    quote.children = children;
}

/// What a quotation says, its marks included: a line for every clause, as printed.
pub fn lines_of(quote: &Node) -> Vec<String> {
    let mut lines = Vec::new();
    print(quote, &mut lines);
    // The opening mark stands before the first words.
    if lines.len() > 1 && lines[0] == "“" {
        lines.remove(0);
        lines[0].insert(0, '“');
    }
    lines
}

fn print(node: &Node, lines: &mut Vec<String>) {
    let printed = node.printed.as_deref();
    let heading = node.heading.as_deref();
    let above = heading.filter(|_| node.kind == Kind::Article);
    lines.extend(above.map(str::to_owned));
    let parts = [printed, heading.filter(|_| above.is_none()), Some(&*node.text)];
    let words = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    lines.push(words);
    let mut children = node.children.iter();
    // `MADDE 5- (1) Kütüphane…`: an article's first paragraph stands on its line.
    if node.kind == Kind::Article && node.text.is_empty() {
        let first = children.next();
        let before = lines.len();
        first.into_iter().for_each(|child| print(child, lines));
        if before < lines.len() {
            let paragraph = lines.remove(before);
            lines[before - 1].push(' ');
            lines[before - 1].push_str(&paragraph);
        }
    }
    children.for_each(|child| print(child, lines));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::parse::regulation::{RegulationText, parse};

    fn read(source: &str) -> RegulationText {
        let text = parse(&mut Diagnostics::new(), &"m.txt".into(), source);
        assert_eq!(text.to_source(), source);
        text
    }

    fn outline(source: &str) -> Vec<String> {
        let mut lines = Vec::new();
        read(source).each(&mut |n| lines.push(format!("{} {}", n.kind.as_str(), n.id)));
        lines
    }

    #[test]
    fn quoted_clauses_stand_within_their_quotation_under_its_name() {
        let source = "MADDE 1- Yönetmeliğin 5 inci maddesi aşağıdaki şekilde değiştirilmiştir.\n\n“Saatler\nMADDE 5- (1) Açıktır:\na) Sabah,\nb) Akşam.\n(2) Kapalıdır.”\n\nMADDE 2- Yürürlüğe girer.\n";
        assert_eq!(
            outline(source),
            [
                "article madde-1",
                "paragraph madde-1-f1",
                "text madde-1-f1-a1",
                "article madde-1-f1-a1-madde-5",
                "paragraph madde-1-f1-a1-madde-5-f1",
                "point madde-1-f1-a1-madde-5-f1-b-a",
                "point madde-1-f1-a1-madde-5-f1-b-b",
                "paragraph madde-1-f1-a1-madde-5-f2",
                "article madde-2",
                "paragraph madde-2-f1",
            ]
        );
        let text = read(source);
        let quote = &text.nodes[0].children[0].children[0];
        assert_eq!(lines_of(quote), ["“Saatler", "MADDE 5- (1) Açıktır:", "a) Sabah,", "b) Akşam.", "(2) Kapalıdır.”"]);
    }

    #[test]
    fn a_quotation_may_stand_close_to_its_sentence_and_several_in_a_row() {
        let source = "MADDE 1- Birinci fıkrasına aşağıdaki bentler eklenmiştir.\n“c) Üç,”\n“d) Dört.”\nBu karar oy birliğiyle alınmıştır.\n";
        assert_eq!(
            outline(source),
            [
                "article madde-1",
                "paragraph madde-1-f1",
                "text madde-1-f1-a1",
                "point madde-1-f1-a1-c",
                "text madde-1-f1-a2",
                "point madde-1-f1-a2-d",
                "paragraph madde-1-f2"
            ]
        );
    }

    #[test]
    fn phrases_and_marks_that_stay_open_are_no_quotations() {
        for source in [
            "MADDE 1- “Gün” ibaresi eklenmiştir.\n\n“Ay” ibaresi değiştirilmiştir.\n",
            "MADDE 1- Aşağıdaki madde eklenmiştir.\n\n“MADDE 5- Bir.\n\nMADDE 2- İki.\n",
            "MADDE 1- Şöyle der.\n\n“Bir söz.”\n",
        ] {
            let mut quotes = 0;
            read(source).each(&mut |n| quotes += usize::from(n.kind == Kind::Quote));
            assert_eq!(quotes, 0, "{source}");
        }
    }
}
