//! The canonical layout: one line a clause, a blank line before what has a heading. The words and labels stay as they
//! are; only wrapping, gaps and page breaks go.

use super::lines;
use super::page;
use super::tree::{Kind, Node, RegulationText};
use crate::diag::Diagnostics;

/// Most times a text is laid out until it stays the same; real ones need two or three.
const ROUNDS: usize = 16;

/// The text in the canonical layout; laying it out again changes nothing.
///
/// Lines that are put together may show a label that wrapping had hidden (`Madde⏎5 –⏎(1)`), so the layout is read and
/// laid out again until it stays. Should two layouts lead to each other, the first in the order of bytes is taken.
pub fn canonical(text: &RegulationText) -> String {
    let mut seen = vec![laid_out(text)];
    let file = "".into();
    for _ in 0..ROUNDS {
        let last = &seen[seen.len() - 1];
        let next = laid_out(&super::parse(&mut Diagnostics::new(), &file, last));
        if let Some(first) = seen.iter().position(|s| *s == next) {
            return seen.drain(first..).min().unwrap_or(next);
        }
        seen.push(next);
    }
    seen.pop().unwrap_or_default()
}

/// The clauses of one reading, a line each.
fn laid_out(text: &RegulationText) -> String {
    let mut out = String::new();
    if !text.title.is_empty() {
        out.push_str(&text.title);
        out.push('\n');
    }
    for node in &text.nodes {
        write(&mut out, node, false);
    }
    without_pages(out)
}

/// Words that would be read as a page's number on a line of their own go on the line before.
fn without_pages(out: String) -> String {
    if page::lines(&out, &lines::split(&out)).is_empty() {
        return out;
    }
    let mut joined = String::with_capacity(out.len());
    for line in out.lines() {
        if page::is_number(line) && !joined.is_empty() {
            let said = joined.trim_end_matches('\n').len();
            joined.truncate(said);
            joined.push(' ');
        }
        joined.push_str(line);
        joined.push('\n');
    }
    joined
}

/// `joined` is true for the words that stand on their label's line.
fn write(out: &mut String, node: &Node, joined: bool) {
    let headed = matches!(node.kind, Kind::Part | Kind::Chapter | Kind::Heading | Kind::Article);
    if headed && !out.is_empty() {
        out.push('\n');
    }
    let heading = node.heading.as_deref();
    if node.kind == Kind::Article {
        out.extend(heading.map(|h| format!("{h}\n")));
    }
    let own = if node.kind == Kind::Article { None } else { heading };
    let below = matches!(node.kind, Kind::Part | Kind::Chapter);
    let text = Some(&*node.text).filter(|t| !t.is_empty());
    if node.kind == Kind::Quote && !node.children.is_empty() {
        out.push_str(&node.text);
        return node.children.iter().for_each(|child| write(out, child, false));
    }
    if joined {
        out.push(' ');
    }
    let first: Vec<&str> = [node.printed.as_deref(), own.filter(|_| !below)].into_iter().flatten().collect();
    let on_line = if own.is_some() { None } else { text };
    out.push_str(&first.iter().copied().chain(on_line).collect::<Vec<_>>().join(" "));
    let continues = node.text.is_empty() && node.kind == Kind::Article;
    let mut children = node.children.iter();
    // `MADDE 2- Bu Yönetmelik…`: a paragraph without a number has no line of its own.
    if continues
        && let Some(child) = node.children.first().filter(|c| c.label.is_none() && matches!(c.kind, Kind::Paragraph | Kind::Text))
    {
        write(out, child, true);
        children.next();
    } else {
        out.push('\n');
    }
    if below && let Some(own) = own {
        out.push_str(own);
        out.push('\n');
    }
    if own.is_some()
        && let Some(text) = text
    {
        out.push_str(text);
        out.push('\n');
    }
    for child in children {
        write(out, child, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::regulation::parse;

    fn lay_out(source: &str) -> String {
        canonical(&parse(&mut Diagnostics::new(), &"m.txt".into(), source))
    }

    #[test]
    fn the_seed_laid_out_is_short_and_stays_so() {
        let seed = include_str!("../../../tests/regulation/bilgi-islem-2021.txt");
        let once = lay_out(seed);
        assert!(once.contains("\n1.2.2. Müdürlüğün personel yapısı aşağıdaki gibidir;\na) Memur\nb) Sözleşmeli Personel\nc) İştirak Çalışanı\n\n1.3. Temel İlkeler\n"), "{once}");
        assert!(once.contains("sürdürülebilirlik,\ntemel ilkeleri esas alır.\n\n2. GÖREV"), "{once}");
        assert_eq!(lay_out(&once), once);
    }

    #[test]
    fn articles_stand_below_their_headings() {
        let source = "BİRİNCİ BÖLÜM\nAmaç ve Kapsam\n\nAmaç\nMADDE 1- Bu yönetmelik\nesasları düzenler.\n\nKapsam\nMADDE 2- (1) Belediyeyi kapsar.\n";
        let once = lay_out(source);
        assert_eq!(
            once,
            "BİRİNCİ BÖLÜM\nAmaç ve Kapsam\n\nAmaç\nMADDE 1- Bu yönetmelik esasları düzenler.\n\nKapsam\nMADDE 2-\n(1) Belediyeyi kapsar.\n"
        );
        assert_eq!(lay_out(&once), once);
    }
}
