//! What each kind of instruction does to the source: which bytes go, and which come in their place.

use std::ops::Range;

use super::locate::{self, Found};
use super::splice::{Edit, Piece, splice};
use super::{Applied, ChangeKind, Obstacle, Origins, phrase};
use crate::diag::Diagnostics;
use crate::parse::regulation::amendment::{Action, Instruction, Path, Rank, Spot};
use crate::parse::regulation::{self, Alphabet, Kind, Node, RegulationText};

/// Carries out one instruction; `note` is what stands in the place of a repealed clause: `(Mülga: 4/5/2022-45)`.
pub(in crate::model::regulation) fn apply(
    text: &RegulationText,
    instruction: &Instruction,
    note: &str,
) -> Result<Applied, Obstacle> {
    let mut work = Work { text, edits: Vec::new(), old: Vec::new(), begun: Vec::new() };
    match &instruction.action {
        Action::Replace { targets, text } => work.replace(targets, text)?,
        Action::Heading { target, text } => work.heading(target, text)?,
        Action::Insert { spot, rank, text } => work.insert(spot, *rank, text, instruction.renumber)?,
        Action::Repeal { targets } => work.repeal(targets, note, instruction.renumber)?,
        Action::Phrase { targets, change: (old, new), all } => work.phrase(targets, old, new.as_deref(), *all)?,
        Action::Move { target, spot, label } => work.move_to(target, spot, label.as_deref())?,
    }
    let Work { edits, old, begun, .. } = work;
    let (new, origins) = splice(text, edits)?;
    let changes = changes(&new, &origins, &old, &begun);
    Ok(Applied { text: new, origins, changes })
}

/// The changes by the clauses' names in the new text.
fn changes(
    new: &RegulationText,
    origins: &Origins,
    old: &[(Box<str>, ChangeKind)],
    begun: &[Box<str>],
) -> Vec<(Box<str>, ChangeKind)> {
    let mut changes = Vec::new();
    for (id, kind) in old {
        let now = origins.iter().find(|(_, was)| *was == id).map(|(now, _)| now);
        match now {
            // A new label under which it keeps its name is none.
            Some(now) if *kind == ChangeKind::Renumbered && now == id => {}
            Some(now) => changes.push((now.clone(), *kind)),
            None => changes.push((id.clone(), *kind)),
        }
    }
    if !begun.is_empty() {
        new.each(&mut |node| {
            let labelled = node.printed.as_deref().is_some_and(|p| begun.iter().any(|b| &**b == p));
            let parent_is_new = changes.iter().any(|(id, kind): &(Box<str>, ChangeKind)| {
                *kind == ChangeKind::Inserted && node.id.strip_prefix(&**id).is_some_and(|rest| rest.starts_with('-'))
            });
            if labelled && !parent_is_new && !origins.contains_key(&node.id) {
                changes.push((node.id.clone(), ChangeKind::Inserted));
            }
        });
    }
    changes
}

/// A place for new clauses.
struct Place<'t> {
    /// The byte they begin at.
    at: usize,
    /// The clause they stand beside.
    beside: Option<&'t Node>,
    /// True when they stand before it.
    leads: bool,
}

struct Work<'t> {
    text: &'t RegulationText,
    edits: Vec<Edit>,
    /// Changes by the names in the old text.
    old: Vec<(Box<str>, ChangeKind)>,
    /// Printed labels of what was put in.
    begun: Vec<Box<str>>,
}

impl<'t> Work<'t> {
    fn find(&self, path: &'t Path) -> Result<Found<'t>, Obstacle> {
        locate::find(self.text, path)
    }

    fn change(&mut self, node: &Node, kind: ChangeKind) {
        self.old.push((node.id.clone(), kind));
    }

    fn replace(&mut self, targets: &'t [Path], text: &str) -> Result<(), Obstacle> {
        let parts = parts(text, targets.len())?;
        for (target, part) in targets.iter().zip(parts) {
            let Found { node, sentence } = self.find(target)?;
            self.change(node, ChangeKind::Replaced);
            if let Some(label) = sentence {
                let at = phrase::sentence(self.text, node, label).ok_or_else(|| missing(node, label))?;
                self.edits.push(Edit::words(at, part));
                continue;
            }
            let span = self.text.span(node);
            let read = regulation::parse(&mut Diagnostics::new(), &"".into(), part);
            let first = read.nodes.first();
            // A decision may quote the words alone; then the label stays.
            let labelled = first.is_some_and(|n| n.label.is_some()) || node.label.is_none();
            let start = match first {
                Some(first) if node.kind == Kind::Article && first.heading.is_none() && read.title.is_empty() => {
                    self.text.label_start(node)
                }
                _ => span.start,
            };
            let words =
                if labelled { part.to_owned() } else { format!("{} {part}", node.printed.as_deref().unwrap_or_default()) };
            let stands_for = (start == span.start).then_some(span.start);
            let put = vec![Piece::New { text: words, stands_for, clause: false }];
            self.edits.push(Edit { at: start..span.end, put });
        }
        Ok(())
    }

    fn heading(&mut self, target: &'t Path, text: &str) -> Result<(), Obstacle> {
        let Found { node, .. } = self.find(target)?;
        let heading = node.heading.as_deref().ok_or_else(|| missing(node, "başlık"))?;
        let alone = phrase::find(self.text, node, heading);
        let at = alone.into_iter().next().ok_or_else(|| Obstacle::NoPhrase(heading.into()))?;
        self.change(node, ChangeKind::Heading);
        let stands_for = (at.start == self.text.span(node).start).then_some(at.start);
        self.edits.push(Edit { at, put: vec![Piece::New { text: text.to_owned(), stands_for, clause: false }] });
        Ok(())
    }

    fn phrase(&mut self, targets: &'t [Path], old: &str, new: Option<&str>, all: bool) -> Result<(), Obstacle> {
        let mut count = 0;
        for target in targets {
            let Found { node, sentence } = self.find(target)?;
            let mut places = phrase::find(self.text, node, old);
            if let Some(label) = sentence {
                let within = phrase::sentence(self.text, node, label).ok_or_else(|| missing(node, label))?;
                places.retain(|p| within.start <= p.start && p.end <= within.end);
            }
            if places.is_empty() {
                return Err(Obstacle::NoPhrase(old.into()));
            }
            count += places.len();
            if count > targets.len() && !all {
                return Err(Obstacle::ManyPhrases(old.into(), count));
            }
            for place in places {
                let id = self.holder(node, &place);
                if !self.old.iter().any(|(was, _)| *was == id) {
                    self.old.push((id, ChangeKind::Phrase));
                }
                let source = self.text.read();
                let place = match new {
                    Some(_) => place,
                    // The space before goes with the words.
                    None => {
                        place.start - (source[..place.start].len() - source[..place.start].trim_end_matches(' ').len())..place.end
                    }
                };
                self.edits.push(Edit::words(place, new.unwrap_or_default()));
            }
        }
        Ok(())
    }

    /// The name of the innermost clause that a place lies in.
    fn holder(&self, node: &Node, place: &Range<usize>) -> Box<str> {
        let mut all = vec![node];
        locate::below(node, &mut all);
        let holds = |n: &&&Node| self.text.span(n).start <= place.start;
        all.iter().rfind(holds).map_or_else(|| node.id.clone(), |n| n.id.clone())
    }

    fn repeal(&mut self, targets: &'t [Path], note: &str, renumber: bool) -> Result<(), Obstacle> {
        for target in targets {
            let Found { node, sentence } = self.find(target)?;
            if let Some(label) = sentence {
                let at = phrase::sentence(self.text, node, label).ok_or_else(|| missing(node, label))?;
                self.change(node, ChangeKind::Phrase);
                self.edits.push(Edit::words(at, ""));
                continue;
            }
            let span = self.text.span(node);
            if renumber {
                self.change(node, ChangeKind::Removed);
                self.edits.push(Edit { at: span, put: Vec::new() });
                continue;
            }
            self.change(node, ChangeKind::Repealed);
            let label = node.printed.as_deref().unwrap_or_default();
            // The heading above an article stays, and so does the clause's name.
            let own = node.heading.as_deref().filter(|_| node.kind == Kind::Heading);
            let words =
                [Some(label), own, Some(note)].into_iter().flatten().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            let start = if node.kind == Kind::Article { self.text.label_start(node) } else { span.start };
            let stands_for = (start == span.start).then_some(start);
            self.edits.push(Edit { at: start..span.end, put: vec![Piece::New { text: words, stands_for, clause: false }] });
        }
        if let Some(first) = targets.first().filter(|_| renumber) {
            let first = self.find(first)?.node;
            let labels: Vec<Box<str>> = std::iter::once(first).chain(self.after(first)).filter_map(|n| n.label.clone()).collect();
            let gone = |id: &str| self.old.iter().any(|(was, kind)| &**was == id && *kind == ChangeKind::Removed);
            let left = self.after(first).into_iter().filter(|n| !gone(&n.id)).collect();
            self.relabel(left, &labels);
        }
        Ok(())
    }

    fn insert(&mut self, spot: &'t Spot, rank: Rank, text: &str, renumber: bool) -> Result<(), Obstacle> {
        if rank == Rank::Sentence {
            return self.insert_sentence(spot, text);
        }
        let read = regulation::parse(&mut Diagnostics::new(), &"".into(), text);
        let count = read.nodes.iter().filter(|n| n.kind != Kind::Text).count();
        self.begun.extend(read.nodes.iter().filter_map(|n| n.printed.clone()));
        let Place { at, beside, leads } = self.place(spot, rank, read.nodes.first())?;
        let gap = self.gap(rank, at);
        let put = if leads { format!("{text}{gap}") } else { format!("{gap}{text}") };
        // Words that begin with a heading begin the article the heading belongs to.
        let stands = vec![Piece::New { text: put, stands_for: None, clause: read.nodes.iter().any(|n| n.label.is_some()) }];
        self.edits.push(Edit { at: at..at, put: stands });
        if let Some(beside) = beside.filter(|_| renumber) {
            let mut following = self.after(beside);
            if leads {
                following.insert(0, beside);
            }
            let mut labels: Vec<Box<str>> = following.iter().filter_map(|n| n.label.clone()).collect();
            for _ in 0..count {
                let next = labels.last().and_then(|last| self.label_after(last));
                labels.extend(next.map(Into::into));
            }
            self.relabel(following, labels.get(count..).unwrap_or_default());
        }
        Ok(())
    }

    fn insert_sentence(&mut self, spot: &'t Spot, text: &str) -> Result<(), Obstacle> {
        let (Spot::EndOf(path) | Spot::After(path) | Spot::Before(path)) = spot;
        let Found { node, sentence } = self.find(path)?;
        let at = phrase::sentence(self.text, node, sentence.unwrap_or("son")).ok_or_else(|| missing(node, "cümle"))?;
        self.change(node, ChangeKind::Phrase);
        let edit = match spot {
            Spot::Before(_) => Edit::words(at.start..at.start, &format!("{text} ")),
            Spot::EndOf(_) | Spot::After(_) => Edit::words(at.end..at.end, &format!(" {text}")),
        };
        self.edits.push(edit);
        Ok(())
    }

    /// Where something new of `rank` goes.
    fn place(&self, spot: &'t Spot, rank: Rank, new: Option<&Node>) -> Result<Place<'t>, Obstacle> {
        match spot {
            Spot::After(path) => Ok(self.behind(self.find(path)?.node)),
            Spot::Before(path) => Ok(self.ahead(self.find(path)?.node)),
            Spot::EndOf(path) if path.steps.is_empty() && path.id.is_none() => Ok(self.end_of_text(new)),
            Spot::EndOf(path) => {
                let node = self.find(path)?.node;
                let mut all = Vec::new();
                locate::below(node, &mut all);
                let kind = match rank {
                    Rank::Paragraph => Kind::Paragraph,
                    Rank::Point => Kind::Point,
                    _ => Kind::Subpoint,
                };
                Ok(self.behind(all.into_iter().rfind(|n| n.kind == kind).unwrap_or(node)))
            }
        }
    }

    fn behind(&self, node: &'t Node) -> Place<'t> {
        Place { at: self.text.span(node).end, beside: Some(node), leads: false }
    }

    fn ahead(&self, node: &'t Node) -> Place<'t> {
        Place { at: self.text.span(node).start, beside: Some(node), leads: true }
    }

    /// Where a new article goes when nobody says: after the last one of its series that comes before it. The first one of
    /// a series goes before the articles about coming into force and execution.
    fn end_of_text(&self, new: Option<&Node>) -> Place<'t> {
        let mut articles: Vec<&'t Node> = Vec::new();
        self.text.each(&mut |node| {
            if node.kind == Kind::Article {
                articles.push(node);
            }
        });
        let series =
            |node: &Node| node.label.as_deref().and_then(|l| l.split_once(' ')).map(|(prefix, _)| crate::turkish::fold(prefix));
        let wanted = new.and_then(series);
        if let Some(last) = articles.iter().rev().find(|n| series(n) == wanted && wanted.is_some()) {
            return self.behind(last);
        }
        let force =
            articles.iter().find(|n| n.heading.as_deref().is_some_and(|h| crate::turkish::fold(h).starts_with("yururluk")));
        match force.filter(|_| wanted.is_some()) {
            Some(force) => self.ahead(force),
            None => {
                let end = self.text.read().trim_end().len();
                articles.last().map_or(Place { at: end, beside: None, leads: false }, |last| self.behind(last))
            }
        }
    }

    fn move_to(&mut self, target: &'t Path, spot: &'t Spot, label: Option<&str>) -> Result<(), Obstacle> {
        let node = self.find(target)?.node;
        let span = self.text.span(node);
        let rank = match node.kind {
            Kind::Paragraph => Rank::Paragraph,
            Kind::Point => Rank::Point,
            Kind::Subpoint => Rank::Subpoint,
            _ => Rank::Article,
        };
        let Place { at, leads, .. } = self.place(spot, rank, None)?;
        if span.contains(&at) && at != span.start {
            return Err(Obstacle::Misread(node.id.clone()));
        }
        self.change(node, ChangeKind::Moved);
        let gap = Piece::New { text: self.gap(rank, at), stands_for: None, clause: false };
        let mut put = match label {
            None => vec![Piece::Kept(span.clone())],
            Some(label) => {
                let place = self.label(node).ok_or_else(|| missing(node, label))?;
                let first = format!("{}{label}", &self.text.read()[span.start..place.start]);
                vec![Piece::New { text: first, stands_for: Some(span.start), clause: false }, Piece::Kept(place.end..span.end)]
            }
        };
        if leads {
            put.push(gap);
        } else {
            put.insert(0, gap);
        }
        self.edits.push(Edit { at: at..at, put });
        self.edits.push(Edit { at: span, put: Vec::new() });
        Ok(())
    }

    /// The clauses of the same kind after one, beside it.
    fn after(&self, node: &Node) -> Vec<&'t Node> {
        let beside = locate::siblings(self.text, node).iter();
        beside.skip_while(|n| n.id != node.id).skip(1).take_while(|n| n.kind == node.kind).collect()
    }

    fn relabel(&mut self, nodes: Vec<&'t Node>, labels: &[Box<str>]) {
        for (node, label) in nodes.into_iter().zip(labels) {
            let Some(place) = self.label(node) else { continue };
            self.change(node, ChangeKind::Renumbered);
            let start = self.text.span(node).start;
            let before = self.text.read()[start..place.start].to_owned();
            let put = vec![Piece::New { text: format!("{before}{label}"), stands_for: Some(start), clause: false }];
            self.edits.push(Edit { at: start..place.end, put });
        }
    }

    /// Where a clause's bare label stands.
    fn label(&self, node: &Node) -> Option<Range<usize>> {
        let label = node.label.as_deref()?.rsplit(' ').next()?;
        let start = self.text.label_start(node);
        let at = start + self.text.read()[start..].find(label)?;
        Some(at..at + label.len())
    }

    fn label_after(&self, label: &str) -> Option<String> {
        match label.parse::<u32>() {
            Ok(number) => Some((number + 1).to_string()),
            Err(_) => self.text.alphabet.unwrap_or(Alphabet::Turkish).after(label),
        }
    }

    /// What stands between two clauses here: an empty line where the text has one.
    fn gap(&self, rank: Rank, at: usize) -> String {
        let after = &self.text.read()[at..];
        let gap = &after[..after.len() - after.trim_start().len()];
        let apart = rank == Rank::Article || gap.matches('\n').count() > 1;
        if apart { "\n\n" } else { "\n" }.to_owned()
    }
}

fn missing(node: &Node, what: &str) -> Obstacle {
    Obstacle::NoTarget(format!("{} {what}", node.id))
}

/// The words for each of `count` clauses: the quotation cut at its own clauses, or all of it for one.
fn parts(text: &str, count: usize) -> Result<Vec<&str>, Obstacle> {
    if count == 1 {
        return Ok(vec![text]);
    }
    let read = regulation::parse(&mut Diagnostics::new(), &"".into(), text);
    // Only where nothing was repaired are places in what was read places in the quotation.
    if read.nodes.len() != count || read.read() != text {
        return Err(Obstacle::Misread(text.split_whitespace().take(6).collect::<Vec<_>>().join(" ").into()));
    }
    Ok(read.nodes.iter().map(|n| &text[read.span(n)]).collect())
}
