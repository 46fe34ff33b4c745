//! Blocks → clauses within clauses. Not their names: `identity` gives those when all are in place.

use super::alphabet;
use super::block::Block;
use super::change;
use super::characters::{begins_small, ends_sentence, unwrapped};
use super::heading::{self, Role};
use super::label::{Form, Label};
use super::tree::{Kind, Node};

/// Levels of nesting; a clause belongs to the nearest one above it with a smaller level. Divisions have 0 to 3 and
/// decimals 10 and the number of their parts.
const DECIMAL: u8 = 10;
/// The table of amending laws stands beside the first parts; the notes stand in it, or beside them.
const ANNEX: u8 = 0;
const NOTE: u8 = 1;
/// A heading without a number stands under a chapter or a first decimal, whatever came between.
const HEADING: u8 = 12;
const CAPTION: u8 = 30;
const ARTICLE: u8 = 20;
const PARAGRAPH: u8 = 40;
const ITEM: u8 = 50;

/// The clauses of the text up to byte `end`, nested.
pub(super) fn nest(text: &str, blocks: &[Block], roles: &[Role], end: u32) -> Vec<Node> {
    let mut nest = Nest { text, end, drafts: Vec::with_capacity(blocks.len() + 16), open: Vec::with_capacity(8), above: None };
    for (i, (block, role)) in blocks.iter().zip(roles).enumerate() {
        nest.block(block, *role, blocks.get(i + 1));
    }
    nest.finish()
}

/// A clause whose children are still to come.
struct Draft {
    node: Node,
    parent: Option<usize>,
    level: u8,
    form: Option<Form>,
}

struct Nest<'t> {
    text: &'t str,
    /// Where the last clause ends.
    end: u32,
    /// In reading order.
    drafts: Vec<Draft>,
    /// The clauses that may still get children, outermost first.
    open: Vec<usize>,
    /// A heading that waits for its article.
    above: Option<Block>,
}

impl Nest<'_> {
    fn block(&mut self, block: &Block, role: Role, next: Option<&Block>) {
        let words = || unwrapped(block.body(self.text));
        match (block.label, role) {
            (_, Role::OfNext) => self.above = Some(*block),
            (_, Role::OfPrevious) => {
                let heading = without_colon(words());
                match self.drafts.last_mut().map(|draft| &mut draft.node.heading) {
                    Some(place @ None) => *place = Some(heading),
                    // The article has a heading above it; this is what it says.
                    _ => self.words(block, next),
                }
            }
            (None, Role::Heading) => {
                let heading = without_colon(words());
                let caption = next.and_then(Block::form) == Some(Form::Paragraph) && self.find(ARTICLE).is_some();
                let level = if block.annex {
                    ANNEX
                } else if caption {
                    CAPTION
                } else {
                    HEADING
                };
                let at = self.add(Kind::Heading, level, block.start, block.line, None);
                self.drafts[at].node.heading = Some(heading);
            }
            (None, Role::Body) if block.quote => self.quote(block),
            (None, Role::Body) => self.words(block, next),
            (Some(label), _) => self.labelled(block, label, role),
        }
    }

    fn labelled(&mut self, block: &Block, label: Label, role: Role) {
        let words = unwrapped(block.body(self.text));
        match label.form {
            Form::Division(rank) => {
                let kind = if rank < 2 { Kind::Part } else { Kind::Chapter };
                let at = self.add(kind, rank, block.start, block.line, Some(label));
                self.drafts[at].node.heading = (!words.is_empty()).then(|| without_colon(words));
            }
            Form::Article => self.article(block, label, role),
            Form::Paragraph => {
                let at = self.add(Kind::Paragraph, PARAGRAPH, block.start, block.line, Some(label));
                self.drafts[at].node.text = words.into();
            }
            // A note at the foot of a page stands within the article whose words it explains.
            Form::Footnote if self.find(ARTICLE).is_some() => {
                while self.open.last().is_some_and(|at| self.drafts[*at].level >= PARAGRAPH) {
                    self.open.pop();
                }
                let at = self.add(Kind::Text, u8::MAX, block.start, block.line, Some(label));
                self.drafts[at].node.text = words.into();
                self.open.pop();
            }
            Form::Footnote => {
                let table =
                    self.open.first().is_some_and(|at| self.drafts[*at].level == ANNEX && self.drafts[*at].form.is_none());
                let at = self.add(Kind::Text, if table { NOTE } else { ANNEX }, block.start, block.line, Some(label));
                self.drafts[at].node.text = words.into();
                self.open.pop();
            }
            Form::Decimal(levels) if self.find(ARTICLE).is_none() => self.decimal(block, label, role, levels),
            Form::Number if role == Role::Heading => self.decimal(block, label, role, 1),
            Form::Capital if role == Role::Heading => {
                let at = self.add(Kind::Heading, HEADING, block.start, block.line, Some(label));
                self.drafts[at].node.heading = Some(words.into());
            }
            Form::Decimal(_) | Form::Number | Form::Letter | Form::Capital | Form::Bullet => self.item(block, label, words),
        }
    }

    fn decimal(&mut self, block: &Block, label: Label, role: Role, levels: u8) {
        let at = self.add(Kind::Heading, DECIMAL + levels, block.start, block.line, Some(label));
        let words = unwrapped(block.body(self.text));
        let node = &mut self.drafts[at].node;
        if role == Role::Heading {
            node.heading = Some(without_colon(words));
        } else {
            node.text = words.into();
        }
    }

    fn article(&mut self, block: &Block, label: Label, role: Role) {
        let above = self.above.take();
        let start = above.map_or(block.start, |b| b.start);
        let at = self.add(Kind::Article, ARTICLE, start, block.line, Some(label));
        self.drafts[at].node.heading = above.map(|b| without_colon(unwrapped(b.body(self.text))));
        let mut body = *block;
        if self.drafts[at].node.heading.is_none() {
            if role == Role::Heading {
                self.drafts[at].node.heading = Some(without_colon(unwrapped(block.body(self.text))));
                return;
            }
            if let Some(length) = heading::common(block.body(self.text)) {
                let words = &block.body(self.text)[..length];
                self.drafts[at].node.heading = Some(without_colon(unwrapped(words)));
                let rest = block.body(self.text)[length..].trim_start_matches(super::characters::is_gap);
                body.body.0 = block.body.1 - rest.len() as u32;
            }
        }
        // Wrapping may have put the words below the label.
        body.line += self.text[block.start as usize..body.body.0 as usize].matches('\n').count() as u32;
        if change::is_note(body.body(self.text)) {
            let at = self.add(Kind::Text, u8::MAX, body.body.0, body.line, None);
            self.drafts[at].node.text = unwrapped(body.body(self.text)).into();
            self.open.pop();
        } else if !body.is_bare() {
            self.unnumbered_paragraph(&Block { start: body.body.0, ..body });
        }
    }

    /// A paragraph of an article that nobody numbered; laws count them (birinci fıkra, ikinci fıkra).
    fn unnumbered_paragraph(&mut self, block: &Block) {
        let at = self.add(Kind::Paragraph, PARAGRAPH, block.start, block.line, None);
        self.drafts[at].node.text = unwrapped(block.body(self.text)).into();
    }

    /// A point of a list: of the open list it goes on with, or of a new one within what is open.
    fn item(&mut self, block: &Block, label: Label, words: String) {
        let name = &self.text[label.name.0 as usize..label.name.1 as usize];
        let same = |at: &&usize| self.drafts[**at].form == Some(label.form);
        let items = || self.open.iter().rev().take_while(|at| self.drafts[**at].level >= ITEM);
        let goes_on = items().filter(same).find(|at| self.follows(**at, &label, name)).copied();
        let begins = match label.form {
            Form::Letter => alphabet::begins(name),
            Form::Number => label.value == 1,
            _ => false,
        };
        let sibling = goes_on.or_else(|| items().find(|at| same(at)).copied());
        let level = match (sibling, begins && goes_on.is_none()) {
            // A second list that begins anew stands where the first one stood.
            (Some(sibling), _) => self.drafts[sibling].level,
            (None, _) => items().next().map_or(ITEM, |top| (self.drafts[*top].level + 1).min(u8::MAX - 1)),
        };
        let kind = if level == ITEM { Kind::Point } else { Kind::Subpoint };
        let at = self.add(kind, level, block.start, block.line, Some(label));
        self.drafts[at].node.text = words.into();
    }

    fn follows(&self, at: usize, label: &Label, name: &str) -> bool {
        let before = &self.drafts[at].node;
        match label.form {
            Form::Letter => before.label.as_deref().is_some_and(|l| alphabet::follows(l, name)),
            Form::Number => before.value + 1 == label.value,
            _ => true,
        }
    }

    /// New wording that is quoted; its clauses are read when all stand in their places.
    fn quote(&mut self, block: &Block) {
        while self.open.last().is_some_and(|at| self.drafts[*at].level >= ITEM) {
            self.open.pop();
        }
        let at = self.add(Kind::Quote, u8::MAX, block.start, block.line, None);
        self.drafts[at].node.text = unwrapped(block.body(self.text)).into();
        self.open.pop();
    }

    /// Words without a label: the first words of a clause, the tail of a list, a further paragraph.
    fn words(&mut self, block: &Block, next: Option<&Block>) {
        let words = unwrapped(block.body(self.text));
        let note = words.starts_with('(') && words.ends_with(')');
        if self.says_more(!note && change::is_of_sentence(&words), next)
            && let Some(draft) = self.drafts.last_mut()
        {
            draft.node.text = format!("{} {words}", draft.node.text).into();
            return;
        }
        let last_item = self.open.last().copied().filter(|at| self.drafts[*at].level >= ITEM);
        let tail = last_item.is_some_and(|at| begins_small(&words) || !ends_sentence(&self.drafts[at].node.text));
        let tail = tail && !change::is_of_paragraph(&words);
        while self.open.last().is_some_and(|at| self.drafts[*at].level >= ITEM) {
            self.open.pop();
        }
        let in_article = self.find(ARTICLE).is_some();
        // `Belediye: Örnek Belediyesini,`: a definition that has no letter.
        if in_article && heading::is_term(block.body(self.text)) {
            let at = self.add(Kind::Point, ITEM, block.start, block.line, None);
            self.drafts[at].node.text = words.into();
            return;
        }
        let numbered = self.find(PARAGRAPH).is_some_and(|at| self.drafts[at].node.label.is_some());
        let said = words.contains(char::is_alphanumeric);
        if in_article && !note && !tail && !numbered && said {
            return self.unnumbered_paragraph(block);
        }
        if let Some(top) = self.open.last().copied() {
            // A decimal or a heading says its first words itself.
            let own = matches!(self.drafts[top].node.kind, Kind::Heading) && top + 1 == self.drafts.len();
            if own && self.drafts[top].node.text.is_empty() {
                self.drafts[top].node.text = words.into();
                return;
            }
        }
        let at = self.add(Kind::Text, u8::MAX, block.start, block.line, None);
        self.drafts[at].node.text = words.into();
        self.open.pop();
    }

    /// True where words without a label belong to the last point: a `sentence` that an amendment added or changed, when the
    /// list goes on with `next`, or all that the point says.
    fn says_more(&self, sentence: bool, next: Option<&Block>) -> bool {
        let Some(last) = self.drafts.len().checked_sub(1).filter(|last| self.open.last() == Some(last)) else { return false };
        let draft = &self.drafts[last];
        let goes_on = || {
            next.and_then(|next| next.label).is_some_and(|label| {
                let name = &self.text[label.name.0 as usize..label.name.1 as usize];
                draft.form == Some(label.form) && self.follows(last, &label, name)
            })
        };
        let point = matches!(draft.node.kind, Kind::Point | Kind::Subpoint) && draft.node.label.is_some();
        point && (sentence && goes_on() || change::is_emptied(&draft.node.text))
    }

    /// The open clause of `level`.
    fn find(&self, level: u8) -> Option<usize> {
        self.open.iter().rev().copied().find(|at| self.drafts[*at].level == level)
    }

    fn add(&mut self, kind: Kind, level: u8, start: u32, line: u32, label: Option<Label>) -> usize {
        // A heading that waited in vain for its article stands for itself.
        if let Some(above) = self.above.take() {
            let at = self.add(Kind::Heading, HEADING, above.start, above.line, None);
            self.drafts[at].node.heading = Some(without_colon(unwrapped(above.body(self.text))));
        }
        while self.open.last().is_some_and(|at| self.drafts[*at].level >= level) {
            self.open.pop();
        }
        let node = Node {
            kind,
            id: "".into(),
            label: label.map(|l| l.spoken(self.text)).filter(|l| !l.is_empty()).map(Into::into),
            printed: label.map(|l| unwrapped(&self.text[l.start as usize..l.end as usize]).into()),
            heading: None,
            text: "".into(),
            line,
            value: label.map_or(0, |l| l.value),
            own: start..start,
            children: Vec::new(),
        };
        self.drafts.push(Draft { node, parent: self.open.last().copied(), level, form: label.map(|l| l.form) });
        self.open.push(self.drafts.len() - 1);
        self.drafts.len() - 1
    }

    fn finish(mut self) -> Vec<Node> {
        if self.above.is_some() {
            self.add(Kind::Text, u8::MAX, self.end, 0, None);
            self.drafts.pop();
        }
        let mut end = self.end;
        for draft in self.drafts.iter_mut().rev() {
            draft.node.own.end = end;
            end = draft.node.own.start;
        }
        let mut roots = Vec::new();
        while let Some(Draft { mut node, parent, .. }) = self.drafts.pop() {
            node.children.reverse();
            split_tail(self.text, &mut node.children);
            match parent {
                Some(parent) => self.drafts[parent].node.children.push(node),
                None => roots.push(node),
            }
        }
        roots.reverse();
        roots
    }
}

fn without_colon(words: String) -> Box<str> {
    heading::without_colon(&words).into()
}

/// Cuts the words that end a whole list from its last point: `g) …, temel ilkeleri esas alır.` The points before end
/// with commas, so that the sentence is all theirs; its verb is the tail.
fn split_tail(text: &str, nodes: &mut Vec<Node>) {
    let is_point = |n: &Node| matches!(n.kind, Kind::Point | Kind::Subpoint) && n.label.is_some() && n.children.is_empty();
    let Some(last) = nodes.iter().rposition(is_point) else { return };
    let before = nodes[..last].iter().rev().take_while(|n| is_point(n));
    let commas = before.clone().count() >= 2 && before.clone().all(|n| n.text.ends_with(','));
    let ends_list = nodes.get(last + 1).is_none_or(|n| !is_point(n));
    if !commas || !ends_list {
        return;
    }
    let point = &mut nodes[last];
    let Some((words, tail)) = point.text.rsplit_once(", ") else { return };
    if !is_predicate(tail) {
        return;
    }
    let own = &text[point.own.start as usize..point.own.end as usize];
    let Some(comma) = own.rfind(',') else { return };
    let gap = own[comma + 1..].len() - own[comma + 1..].trim_start_matches(super::characters::is_gap).len();
    let start = point.own.start + (comma + 1 + gap) as u32;
    let line = point.line + own[..comma + 1 + gap].matches('\n').count() as u32;
    let node = Node {
        kind: Kind::Text,
        id: "".into(),
        label: None,
        printed: None,
        heading: None,
        text: tail.into(),
        line,
        value: 0,
        own: start..point.own.end,
        children: Vec::new(),
    };
    point.text = format!("{words},").into();
    point.own.end = start;
    nodes.insert(last + 1, node);
}

/// True for a short predicate in the aorist, as regulations end their sentences: `esas alır.`, `ifade eder.`
fn is_predicate(words: &str) -> bool {
    let Some(verb) = words.strip_suffix('.') else { return false };
    begins_small(words)
        && words.split(' ').count() <= 6
        && verb.ends_with('r')
        && !verb.ends_with("lar")
        && !verb.ends_with("ler")
        && !verb.ends_with("bir")
}
