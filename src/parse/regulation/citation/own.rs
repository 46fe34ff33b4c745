//! The clauses of the text itself, as citations name them. Not the text's words.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::super::characters::is_gap;
use super::super::identity;
use super::super::tree::{Kind, Node, RegulationText};
use super::{LAST, Provision, Target};

/// The names of a text's clauses.
pub(super) struct Own<'t> {
    ids: HashSet<&'t str, RandomState>,
    /// The articles by name.
    wholes: HashMap<&'t str, &'t Node, RandomState>,
    /// The articles of which only a part is there (`Madde 67 fıkra üç`), under the name of the whole.
    parts: HashMap<String, &'t str, RandomState>,
    /// False for texts that are not made of articles: then an article's number means another text.
    articles: bool,
}

impl<'t> Own<'t> {
    pub fn of(text: &'t RegulationText) -> Self {
        let mut own = Own { ids: HashSet::default(), wholes: HashMap::default(), parts: HashMap::default(), articles: false };
        let mut clauses = 0;
        text.each_own(&mut |_| clauses += 1);
        own.ids.reserve(clauses);
        text.each_own(&mut |node: &'t Node| {
            own.ids.insert(&node.id);
            if node.kind == Kind::Article {
                own.articles = true;
                let label = node.label.as_deref().unwrap_or_default();
                if let Some((whole, _)) = label.find(|c: char| c.is_ascii_digit()).and_then(|at| {
                    let space = label[at..].find(' ')?;
                    Some(label.split_at(at + space))
                }) {
                    own.parts.entry(identity::of_article(whole)).or_insert(&node.id);
                }
                own.wholes.insert(&node.id, node);
            }
        });
        own
    }

    /// The clause that a provision of this text names. The point need not say its paragraph when only one has it.
    pub fn find(&self, provision: &Provision) -> Option<Target> {
        if !self.articles {
            return None;
        }
        let article = identity::of_article(&provision.article);
        if !self.has(&article) {
            if let Some(part) = self.parts.get(&article) {
                return Some(Target::Here((*part).into()));
            }
            return Some(Target::Nowhere(provision.clone()));
        }
        let found = self.wordings(&article).find_map(|wording| self.within(&wording, provision));
        Some(match found {
            Some(id) => Target::Here(id.into()),
            None if self.is_missing(&article, &article, provision) => Target::Nowhere(provision.clone()),
            None => Target::Here(article.into()),
        })
    }

    /// The same, where a decimal text is meant, too.
    pub fn find_from_outside(&self, provision: &Provision) -> Option<Target> {
        if self.articles {
            return self.find(provision);
        }
        let whole = self.known(provision.article.to_string())?;
        let point = provision.point.as_ref().and_then(|point| self.known(format!("{whole}-{point}")));
        Some(Target::Here(point.unwrap_or(whole).into()))
    }

    /// A paragraph or point of the clause `id`, if it is there.
    pub fn within(&self, id: &str, provision: &Provision) -> Option<String> {
        let mut id = id.to_owned();
        if let Some(number) = provision.paragraph {
            id = self.paragraph(&id, number)?;
        }
        if let Some(point) = &provision.point {
            id = self.point(&id, point)?;
        }
        if let Some(point) = &provision.subpoint {
            id = self.known(format!("{id}-{point}"))?;
        }
        Some(id)
    }

    /// Articles of that name: collections of repealed provisions have several wordings of one.
    fn wordings<'a>(&'a self, article: &'a str) -> impl Iterator<Item = String> + 'a {
        let others = (2..).map(move |n| format!("{article}_{n}")).take_while(|id| self.has(id));
        std::iter::once(article.to_owned()).chain(others)
    }

    fn paragraph(&self, id: &str, number: u32) -> Option<String> {
        let paragraph = |n| self.known(format!("{id}-f{n}"));
        if number == LAST {
            return (1..).map_while(paragraph).last();
        }
        // Some laws number their paragraphs `1.`, which read as points.
        paragraph(number).or_else(|| paragraph(1).is_none().then(|| self.known(format!("{id}-b-{number}"))).flatten())
    }

    fn point(&self, id: &str, point: &str) -> Option<String> {
        if let Some(direct) = self.known(format!("{id}-b-{point}")) {
            return Some(direct);
        }
        let mut paragraphs = (1..=99).map(|n| format!("{id}-f{n}")).take_while(|p| self.has(p));
        let mut having = paragraphs.by_ref().filter_map(|p| self.known(format!("{p}-b-{point}")));
        let only = having.next()?;
        having.next().is_none().then_some(only)
    }

    /// A provision of `base`, which is an article or a paragraph of it, under the article's number; `None` where it is not
    /// surely missing.
    pub fn missing(&self, article: &str, base: &str, provision: Provision) -> Option<Provision> {
        let label = self.wholes.get(article)?.label.clone()?;
        self.is_missing(article, base, &provision).then_some(Provision { article: label, ..provision })
    }

    /// True when a provision that was not found is surely not there. Unnumbered paragraphs are counted by their readers, so
    /// that only a number beyond printed ones is wrong; a point is, where its letter stands nowhere in the clause.
    fn is_missing(&self, article: &str, base: &str, provision: &Provision) -> bool {
        let Some(whole) = self.wholes.get(article) else { return false };
        let mut within = whole.children.iter().find(|child| *child.id == *base).unwrap_or(whole);
        if whole.children.iter().any(|c| c.kind == Kind::Paragraph && c.label.is_some())
            && let Some(number) = provision.paragraph.filter(|n| *n != LAST)
        {
            let paragraph = format!("{article}-f{number}");
            let Some(found) = whole.children.iter().find(|c| *c.id == *paragraph) else { return true };
            within = found;
        }
        let label = provision.subpoint.as_ref().or(provision.point.as_ref());
        label.is_some_and(|label| !is_mentioned(within, label))
    }

    fn known(&self, id: String) -> Option<String> {
        self.has(&id).then_some(id)
    }

    fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }
}

/// True when a clause has a point of that label, may have had it, or has it within its sentences: `a) …, b) …`.
fn is_mentioned(node: &Node, label: &str) -> bool {
    let inline = |text: &str| {
        text.match_indices(label).any(|(at, _)| {
            let alone = !text[..at].ends_with(char::is_alphanumeric);
            let after = text[at + label.len()..].trim_start_matches(is_gap);
            // `(c) bendi` is a citation itself.
            let cited = after.strip_prefix(')').is_some_and(|rest| {
                let rest = rest.trim_start_matches(is_gap);
                ["bend", "bent", "alt ben"].iter().any(|word| rest.starts_with(word))
            });
            alone && !cited && after.starts_with([')', '.', '-', '–', '—'])
        })
    };
    let gone = |text: &str| ["Mülga", "mülga", "İptal", "ptal:"].iter().any(|word| text.contains(word));
    let said = [node.heading.as_deref(), Some(&*node.text)];
    node.label.as_deref() == Some(label)
        || said.into_iter().flatten().any(|text| gone(text) || inline(text))
        || node.children.iter().any(|child| is_mentioned(child, label))
}
