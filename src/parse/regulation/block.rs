//! Lines → blocks: a label with its words, or a paragraph, however often it was wrapped. Decides where a label is
//! meant as one; not how blocks nest.

use super::alphabet;
use super::annex::{self, Annex};
use super::characters::{begins_small, ends_clause, ends_sentence, is_capitals, is_gap};
use super::heading;
use super::label::{self, Form, Label};
use super::lines::Line;
use super::mark;
use super::quote;
use super::spacing::Spacing;

/// A label with its words, or a paragraph (öbek). Offsets are bytes of the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub label: Option<Label>,
    /// Where it begins, its label included.
    pub start: u32,
    /// Its words without the label; empty when the label is all.
    pub body: (u32, u32),
    /// Line it begins at.
    pub line: u32,
    /// True for the title of the table of amending laws.
    pub annex: bool,
    /// True for new wording that is quoted: all of it, clauses and marks.
    pub quote: bool,
}

impl Block {
    /// Its words without the label, as they stand.
    pub fn body<'t>(&self, text: &'t str) -> &'t str {
        &text[self.body.0 as usize..self.body.1 as usize]
    }

    pub fn form(&self) -> Option<Form> {
        self.label.map(|l| l.form)
    }

    pub fn is_bare(&self) -> bool {
        self.body.0 == self.body.1
    }
}

/// All blocks of the text.
pub(super) fn group(text: &str, lines: &[Line], spacing: Spacing) -> Vec<Block> {
    let annex = annex::find(text, lines);
    let mut grouper =
        Grouper { text, spacing, blocks: Vec::with_capacity(lines.len() / 2 + 1), last: Last::default(), noted: None };
    let mut before: Option<Line> = None;
    for (i, line) in lines.iter().enumerate() {
        if annex.holds(i) {
            grouper.annex(before.filter(|_| i != annex.table), *line, annex, i);
            before = Some(*line);
            continue;
        }
        // A label may reach into the next lines: `Madde⏎13-`.
        let taken = grouper.blocks.last().is_some_and(|b| b.label.is_some_and(|l| l.end > line.start));
        if taken {
            grouper.rest_of_label(*line);
        } else {
            grouper.line(before, *line, lines.get(i + 1).copied());
        }
        before = Some(*line);
    }
    let mut blocks = grouper.blocks;
    unnumber(text, &mut blocks);
    blocks
}

/// Takes `(1)` for the mark of a footnote, and for none of a paragraph, where the text has such footnotes and never counts
/// to a second paragraph: collections of older wording, which number none.
fn unnumber(text: &str, blocks: &mut [Block]) {
    let is_note = |b: &Block| b.label.is_some_and(|l| l.form == Form::Footnote && text[l.start as usize..].starts_with('('));
    let is_counted = |b: &Block| b.label.is_some_and(|l| l.form == Form::Paragraph && l.value > 1);
    // `MADDE 1- (1) Bu Yönetmelik…`.
    let is_first = |pair: &[Block]| {
        pair[0].form() == Some(Form::Article) && pair[1].form() == Some(Form::Paragraph) && pair[0].line == pair[1].line
    };
    if !blocks.iter().any(is_note) || blocks.iter().any(is_counted) || blocks.windows(2).any(is_first) {
        return;
    }
    for block in blocks.iter_mut().filter(|b| b.form() == Some(Form::Paragraph)) {
        block.label = None;
        block.body.0 = block.start;
    }
}

/// The labels seen last, by form: what may come next follows from them.
#[derive(Clone, Copy, Debug, Default)]
struct Last {
    paragraph: u32,
    number: u32,
    letter: Option<Label>,
}

struct Grouper<'t> {
    text: &'t str,
    spacing: Spacing,
    blocks: Vec<Block>,
    last: Last,
    /// The number of the last footnote below a drawn rule, 0 right below it; `None` where no footnote is expected.
    noted: Option<u32>,
}

impl Grouper<'_> {
    /// A line of the appendix: a note, a cell of the table, or what goes on from the line before.
    fn annex(&mut self, before: Option<Line>, line: Line, annex: Annex, i: usize) {
        let note = label::footnote(self.text, line.start as usize).filter(|_| i >= annex.notes && line.gap > 0);
        match note {
            Some(label) => self.open(line, label),
            None if i > annex.table.min(annex.notes) && (self.titles(line) || self.goes_on(before, line)) => self.append(line),
            None => self.paragraph(line, i == annex.table),
        }
    }

    /// True for a further line of the table's title, which may be broken anywhere.
    fn titles(&self, line: Line) -> bool {
        self.blocks.last().is_some_and(|b| b.annex) && is_capitals(line.words(self.text))
    }

    fn append(&mut self, line: Line) {
        let block = self.blocks.last_mut().expect("only an open block goes on");
        if block.is_bare() {
            block.body.0 = line.start;
        }
        block.body.1 = line.end;
    }

    fn paragraph(&mut self, line: Line, annex: bool) {
        self.blocks.push(Block {
            label: None,
            start: line.start,
            body: (line.start, line.end),
            line: line.number,
            annex,
            quote: false,
        });
    }

    fn line(&mut self, before: Option<Line>, line: Line, next: Option<Line>) {
        if mark::is_rule(line.words(self.text)) {
            self.noted = Some(0);
            return self.paragraph(line, false);
        }
        let label = label::read(self.text, line.start as usize);
        if let Some(label) = label.filter(|l| l.form == Form::Paragraph) {
            if self.is_note(before, line, &label) {
                self.noted = Some(label.value);
                return self.open(line, Label { form: Form::Footnote, ..label });
            }
            if self.is_mark(line, &label, next) {
                return self.append(line);
            }
        }
        if let Some(glued) = self.glued(line) {
            self.paragraph(Line { end: glued.start, ..line }, false);
            return self.open(line, glued);
        }
        match label.filter(|l| self.is_meant(before, line, l)) {
            Some(label) => self.open(line, label),
            None if self.goes_on(before, line) => self.append(line),
            None => self.paragraph(line, false),
        }
    }

    /// A block with `label`, and further ones for labels that follow on the same line: `MADDE 4- (1) a) Gelen…`.
    fn open(&mut self, line: Line, label: Label) {
        self.note(&label);
        self.blocks.push(Block {
            label: Some(label),
            start: label.start,
            body: (label.end, label.end),
            line: line.number,
            annex: false,
            quote: false,
        });
        self.rest_of_label(line);
    }

    /// What stands after the last block's label on the line where the label ends.
    fn rest_of_label(&mut self, line: Line) {
        let Some(label) = self.blocks.last().and_then(|b| b.label) else { return };
        if label.end >= line.end {
            return;
        }
        let rest = &self.text[label.end as usize..line.end as usize];
        let start = line.end - rest.trim_start_matches(is_gap).len() as u32;
        // `MADDE 60/A- (Ek: 6/12/2019-7196/81 md.) (1) Hakkında…`: the note stands before the first paragraph.
        let note = label.form == Form::Article && rest.trim_start_matches(is_gap).starts_with('(');
        let past_note = note.then(|| rest.find(") (1)").or_else(|| rest.find(")(1)"))).flatten();
        // `(1)` at the line's end is a footnote's mark.
        let says = |end: usize| {
            rest[end + 1..].trim_start_matches(is_gap)[3..].trim_start_matches(is_gap).starts_with(char::is_uppercase)
        };
        if let Some(end) = past_note.filter(|end| rest[..*end].ends_with('.') && !rest[..*end].contains(')') && says(*end)) {
            let first = line.end - (rest.len() - end - 1) as u32;
            let block = self.blocks.last_mut().expect("its label was just looked at");
            block.body = (start, first);
            let first = line.end - self.text[first as usize..line.end as usize].trim_start_matches(is_gap).len() as u32;
            if let Some(inner) = label::read(self.text, first as usize) {
                return self.open(line, inner);
            }
        }
        let inner = label::read(self.text, start as usize).filter(|inner| {
            let deeper = match label.form {
                Form::Article => matches!(inner.form, Form::Paragraph | Form::Letter | Form::Bullet | Form::Number),
                Form::Paragraph => matches!(inner.form, Form::Letter | Form::Number),
                _ => false,
            };
            deeper && !inner.weak && (inner.form == Form::Paragraph || self.begins_list(inner))
        });
        match inner {
            Some(inner) => self.open(line, inner),
            None => {
                let block = self.blocks.last_mut().expect("its label was just looked at");
                block.body = (start, line.end);
            }
        }
    }

    fn note(&mut self, label: &Label) {
        match label.form {
            Form::Division(_) | Form::Article => {
                self.noted = None;
                // `1. Madde 6:`: a list of the page numbered the article, and goes on below it.
                let printed = &self.text[label.start as usize..];
                let digits = printed.bytes().take_while(u8::is_ascii_digit).count();
                self.last = Last { number: printed[..digits].parse().unwrap_or(0), ..Last::default() };
            }
            Form::Paragraph => self.last = Last { paragraph: label.value, ..Last::default() },
            Form::Decimal(_) | Form::Capital | Form::Bullet | Form::Footnote => {}
            Form::Number => self.last.number = label.value,
            Form::Letter => self.last.letter = Some(*label),
        }
    }

    fn name(&self, label: &Label) -> &str {
        &self.text[label.name.0 as usize..label.name.1 as usize]
    }

    fn begins_list(&self, label: &Label) -> bool {
        match label.form {
            Form::Letter => alphabet::begins(self.name(label)),
            Form::Number | Form::Paragraph => label.value == 1,
            Form::Capital => matches!(self.name(label), "A" | "I"),
            _ => true,
        }
    }

    /// True when `label` comes right after the last one of its form.
    fn follows(&self, label: &Label) -> bool {
        match label.form {
            Form::Paragraph => label.value == self.last.paragraph + 1,
            Form::Number => label.value == self.last.number + 1,
            Form::Letter => self.last.letter.is_some_and(|l| alphabet::follows(self.name(&l), self.name(label))),
            _ => true,
        }
    }

    /// The article that has lost its line's begin: `(Madde numarası: ek madde 13.)Ek Madde 13 fıkra dört …`.
    fn glued(&self, line: Line) -> Option<Label> {
        let words = line.words(self.text);
        let end = words.starts_with("(Madde numara").then(|| words.find(')')).flatten()?;
        label::read(self.text, line.start as usize + end + 1).filter(|l| l.form == Form::Article)
    }

    /// True for a footnote below a drawn rule. A paragraph goes on with the numbers of its article.
    fn is_note(&self, before: Option<Line>, line: Line, label: &Label) -> bool {
        let Some(noted) = self.noted else { return false };
        let goes_on = self.last.paragraph > 0 && self.follows(label) && noted + 1 != label.value;
        let begins = before.is_none_or(|b| line.gap > 0 || mark::is_rule(b.words(self.text)) || ends_clause(b.words(self.text)));
        begins && !goes_on
    }

    /// True for the mark of a footnote alone on its line: in the middle of a sentence, or with nothing after it that a
    /// paragraph could say.
    fn is_mark(&self, line: Line, label: &Label, next: Option<Line>) -> bool {
        let marks = mark::marks(line.words(self.text));
        let bare = self.blocks.last().is_none_or(Block::is_bare);
        if marks == 0 || bare {
            return false;
        }
        let after = next.map_or("", |next| next.words(self.text));
        let apart = next.is_none_or(|next| next.gap > 0);
        if marks > 1 || !apart && (begins_small(after) || after.starts_with([',', ';'])) {
            return true;
        }
        if self.spacing != Spacing::Wrapped || self.last.paragraph > 0 && self.follows(label) {
            return false;
        }
        let labelled = next.and_then(|next| label::read(self.text, next.start as usize));
        let nothing = labelled.is_none_or(|l| matches!(l.form, Form::Article | Form::Division(_)) || !self.begins_list(&l));
        line.gap == 0 || apart && (label.value > 1 || labelled.is_some() && nothing)
    }

    /// True when a form at the start of `line` is a label there and not a piece of a wrapped sentence.
    fn is_meant(&self, before: Option<Line>, line: Line, label: &Label) -> bool {
        let Some(before) = before else { return true };
        let words = before.words(self.text);
        if matches!(label.form, Form::Division(_) | Form::Article) {
            // `(Madde numaraları: Ek⏎Madde13)`: the end of a list in brackets.
            let printed = &self.text[label.start as usize..label.end as usize];
            let bracketed = printed.ends_with(')') && !printed.contains('(');
            return !(bracketed && words.rfind('(') > words.rfind(')'));
        }
        let opens = match self.spacing {
            Spacing::Lines => true,
            Spacing::Wrapped => line.gap > 0 || ends_clause(words),
            Spacing::Doubled => line.gap > 1 || ends_clause(words) || words.ends_with(','),
        };
        let expected = self.begins_list(label) || self.follows(label);
        let below_label = self.blocks.last().is_some_and(Block::is_bare);
        match label.form {
            // A number that comes right after the last one is the next, however the item before it ended.
            Form::Number if label.weak && label.value > 1 && self.follows(label) => true,
            Form::Letter | Form::Number if label.weak => {
                (opens || below_label) && (expected || is_capitals(line.words(self.text)))
            }
            // `-Müdür`: below a colon, or in a row of its like.
            Form::Bullet if label.weak => {
                let mark = &self.text[label.start as usize..label.end as usize];
                let listed = self.blocks.last().is_some_and(|b| b.form() == Some(Form::Bullet));
                below_label || listed || words.ends_with(':') || words.starts_with(mark)
            }
            Form::Letter | Form::Number => opens || self.follows(label) || self.begins_list(label) && self.invites_list(words),
            // `Organizasyondaki Yeri,⏎(3) Bu kadro`; a small letter would go on with a sentence: `(3) numaralı fıkra`.
            Form::Paragraph => opens || self.follows(label) || words.ends_with(',') && self.says_more(line, label),
            Form::Decimal(_) => opens || expected && line.gap >= before.gap.min(1),
            _ => opens,
        }
    }

    /// True where a list may begin though no clause ended: after a comma, a bare label, or a label's heading.
    fn invites_list(&self, before: &str) -> bool {
        let titled = |b: &Block| heading::is_short(b.body(self.text)) && !b.body(self.text).contains('\n');
        before.ends_with([',', ')'])
            || self
                .blocks
                .last()
                .is_some_and(|b| b.is_bare() || matches!(b.form(), Some(Form::Article | Form::Paragraph)) && titled(b))
    }

    fn says_more(&self, line: Line, label: &Label) -> bool {
        let rest = self.text[label.end as usize..line.end as usize].trim_start_matches(is_gap);
        label.value > self.last.paragraph && rest.starts_with(char::is_uppercase)
    }

    /// True for a numbered line in capitals above words that are not.
    fn is_title(&self, block: &Block, next: &str) -> bool {
        let body = block.body(self.text);
        matches!(block.form(), Some(Form::Decimal(_) | Form::Number))
            && is_capitals(body)
            && heading::is_short(body)
            && !is_capitals(next)
    }

    /// True when a line without a label belongs to the block before it.
    fn goes_on(&self, before: Option<Line>, line: Line) -> bool {
        let (Some(before), Some(block)) = (before, self.blocks.last()) else { return false };
        let (was, is) = (before.words(self.text), line.words(self.text));
        let small = begins_small(is);
        // A definition, or what follows one; a wrapped sentence seldom has a short term and a colon at a line start.
        let listing = matches!(was.as_bytes().last(), Some(b',' | b';' | b':'));
        if listing && heading::is_term(is) || !small && heading::is_term(was) {
            return false;
        }
        if block.is_bare() && !matches!(block.form(), Some(Form::Article | Form::Division(_))) {
            return true;
        }
        // New wording stands by itself, and ends where its mark closes.
        if is.starts_with('“') && quote::asks(block.body(self.text)) || was.ends_with('”') && closes(block.body(self.text)) {
            return false;
        }
        // `(Ek:⏎⏎30/12/2004-5281/35 md.)`: a note whose bracket is still open.
        if is_open_note(block.body(self.text)) && is.starts_with(|c: char| c.is_ascii_digit()) {
            return true;
        }
        match self.spacing {
            Spacing::Lines => small && line.gap == 0 && !ends_clause(was) && !was.ends_with(','),
            // `1. AMAÇ` is a heading whatever comes below.
            Spacing::Wrapped if line.gap == 0 => !self.is_title(block, is),
            Spacing::Wrapped => small && !block.is_bare() && !ends_clause(was) && !was.ends_with(','),
            Spacing::Doubled if small => !block.is_bare(),
            Spacing::Doubled => {
                let capitals = is_capitals(is) && heading::is_short(is);
                let titled = is_capitals(block.body(self.text));
                let ended = ends_sentence(was);
                let heading =
                    matches!(block.form(), Some(Form::Decimal(_) | Form::Number)) && heading::is_short(block.body(self.text));
                !(block.is_bare()
                    || titled && !capitals
                    || capitals && !titled && (line.gap > 1 || ended)
                    || line.gap > 1 && (ended || heading || titled))
            }
        }
    }
}

/// True for words that close a quotation begun before them, or are one.
fn closes(words: &str) -> bool {
    let (opened, closed) = (words.matches('“').count(), words.matches('”').count());
    closed > opened || closed == opened && words.starts_with('“')
}

/// True for words that end within a note: `… yapabilir. (Değişik ikinci cümle:`.
fn is_open_note(words: &str) -> bool {
    if !words.ends_with(':') {
        return false;
    }
    // Notes are short before their colon.
    let end = &words[words.ceil_char_boundary(words.len().saturating_sub(59))..];
    let note = end.rfind('(').map_or("", |at| &end[at..]);
    !note.contains(')') && ["Ek", "Değişik", "Mülga", "İptal"].iter().any(|kind| note.contains(kind))
}
