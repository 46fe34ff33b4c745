//! What an amending decision orders: its sentences as read, or the list `islemler` of its record where no sentence says it.

use std::sync::Arc;

use jiff::civil::Date;

use super::read::{self, Record};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::regulation::amendment::{self, Action, Instruction, Path, Rank, Spot, Why};
use crate::parse::shape::Shape;
use crate::parse::tree::{Keys, Tree};

/// One instruction with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Operation {
    /// What is to be done; its line is one of `file`.
    pub instruction: Instruction,
    /// The day it takes effect, where that is not the decision's own.
    pub in_force: Option<Date>,
    /// The text of the decision, or its record.
    pub file: Arc<str>,
}

/// The operations of an amending decision. What its sentences say is read only where its record lists nothing.
pub(super) fn of(diag: &mut Diagnostics, record: &Record) -> Vec<Operation> {
    let before = diag.len();
    let operations = match &record.operations {
        Some(listed) => listed.clone(),
        None => from_text(diag, record),
    };
    if operations.is_empty() && diag.len() == before {
        diag.push(Diagnostic::new(Code::AMENDMENT_EMPTY, Place::file(Arc::clone(&record.regulation.file))));
    }
    operations
}

fn from_text(diag: &mut Diagnostics, record: &Record) -> Vec<Operation> {
    let file = &record.regulation.file;
    let (found, unclear) = amendment::instructions(record.regulation.text.read());
    for sentence in unclear {
        let place = Place::at(Arc::clone(file), sentence.line, 0);
        let complaint = Diagnostic::new(Code::AMENDMENT_UNCLEAR, place).with("words", sentence.words.to_string());
        diag.push(match sentence.why {
            Why::NoTarget => complaint,
            Why::NoText => complaint.hint("no-text"),
            Why::LooseQuote => complaint.hint("loose-quote"),
            Why::OpenQuote => complaint.hint("open-quote"),
        });
    }
    found.into_iter().map(|instruction| Operation { instruction, in_force: None, file: Arc::clone(file) }).collect()
}

const KINDS: &str = "degistir | baslik | ekle | kaldir | ibare | tasi";
const RANKS: &[(&str, Rank)] =
    &[("madde", Rank::Article), ("fikra", Rank::Paragraph), ("bent", Rank::Point), ("alt-bent", Rank::Subpoint)];

/// One entry of `islemler`.
pub(super) fn read(diag: &mut Diagnostics, file: &Arc<str>, item: &Tree) -> Option<Operation> {
    let mut keys = Keys::of(diag, file, item, "{islem: degistir, hukum: madde-4-f1-b-c, metin: …}")?;
    let kind = keys.required(diag, "islem");
    let target = keys.texts(diag, "hukum").iter().map(|id| Path::of_id(id)).collect::<Vec<_>>();
    let spot = spot(diag, &mut keys);
    let rank = keys.chosen(diag, "duzey", RANKS);
    let mut text = |key| keys.text(diag, key).map(|words| words.trim_end().into());
    let (words, old, new, label): (Option<Box<str>>, Option<Box<str>>, Option<Box<str>>, Option<Box<str>>) =
        (text("metin"), text("eski"), text("yeni"), text("etiket"));
    let (all, renumber) = (keys.flag(diag, "tumu"), keys.flag(diag, "teselsul"));
    let article = keys.text(diag, "madde").map(Into::into);
    let in_force = read::day(diag, &mut keys, "yururluk");
    let place = keys.place();
    let kind_place = keys
        .get_as("islem", Shape::Choice(KINDS.split(" | ").collect()))
        .map_or((place.line, place.column), |t| (t.line, t.column));
    keys.finish(diag);
    let lacks = |diag: &mut Diagnostics, key: &'static str| {
        diag.push(Diagnostic::new(Code::MISSING_KEY, place.clone()).with("key", key));
    };
    let one = |diag: &mut Diagnostics| {
        let first = target.first().cloned();
        if first.is_none() {
            lacks(diag, "hukum");
        }
        first
    };
    let need = |diag: &mut Diagnostics, key: &'static str, value: Option<Box<str>>| {
        if value.is_none() {
            lacks(diag, key);
        }
        value
    };
    let action = match kind?.as_str() {
        "degistir" => {
            one(diag)?;
            Action::Replace { targets: target, text: need(diag, "metin", words)? }
        }
        "baslik" => Action::Heading { target: one(diag)?, text: need(diag, "yeni", new)? },
        "kaldir" => {
            one(diag)?;
            Action::Repeal { targets: target }
        }
        "ibare" => {
            one(diag)?;
            Action::Phrase { targets: target, change: (need(diag, "eski", old)?, new.filter(|n| !n.is_empty())), all }
        }
        "ekle" => {
            if spot.is_none() {
                lacks(diag, "sonra");
            }
            if rank.is_none() {
                lacks(diag, "duzey");
            }
            Action::Insert { spot: spot?, rank: rank?, text: need(diag, "metin", words)? }
        }
        "tasi" => {
            if spot.is_none() {
                lacks(diag, "sonra");
            }
            Action::Move { target: one(diag)?, spot: spot?, label }
        }
        other => {
            let at = Place::at(Arc::clone(file), kind_place.0, kind_place.1);
            diag.push(
                Diagnostic::new(Code::BAD_VALUE, at).with("key", "islem").with("value", other.to_owned()).with("expected", KINDS),
            );
            return None;
        }
    };
    let instruction = Instruction { line: place.line, article, action, renumber };
    Some(Operation { instruction, in_force, file: Arc::clone(file) })
}

/// `sonra: madde-6`, `once: madde-6`, `sonuna: madde-4-f1`; `sonuna: metin` is the end of the text.
fn spot(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Spot> {
    let path = |id: String| if id == "metin" { Path::default() } else { Path::of_id(&id) };
    let after = keys.text(diag, "sonra").map(|id| Spot::After(path(id)));
    let before = keys.text(diag, "once").map(|id| Spot::Before(path(id)));
    let end = keys.text(diag, "sonuna").map(|id| Spot::EndOf(path(id)));
    after.or(before).or(end)
}

/// The list `islemler`, if there is one.
pub(super) fn listed(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>) -> Option<Vec<Operation>> {
    let operations = keys.list(diag, "islemler").iter().filter_map(|item| read(diag, file, item)).collect();
    keys.get("islemler").map(|_| operations)
}
