//! Published names of clauses (`<ad>.adresler` beside the text): one that vanishes would break links that citizens,
//! courts and other offices have made.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::FOLDER;
use super::read::Record;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse;
use crate::parse::regulation::{Kind, RegulationText};
use crate::source::World;

/// Names of the clauses that have an anchor on the page, in reading order.
pub fn anchors(text: &RegulationText) -> Vec<Box<str>> {
    let mut anchors = Vec::new();
    text.each_own(&mut |node| {
        if !matches!(node.kind, Kind::Text | Kind::Quote) {
            anchors.push(node.id.clone());
        }
    });
    anchors
}

/// Compares the published names with those of the text of today.
pub(super) fn check(diag: &mut Diagnostics, world: &dyn World, name: &str, record: &Record) {
    let regulation = &record.regulation;
    let all = anchors(&regulation.text);
    let now: BTreeSet<&str> = all.iter().map(|id| &**id).collect();
    for (old, new) in &regulation.redirects {
        let say = |hint: Option<&'static str>| {
            let complaint = Diagnostic::new(Code::ANCHOR_BAD_REDIRECT, record.place("yonlendirme"));
            let complaint = complaint.with("old", old.to_string()).with("new", new.to_string());
            hint.map_or(complaint.clone(), |h| complaint.hint(h))
        };
        if now.contains(&**old) {
            diag.push(say(Some("still-there")));
        } else if !now.contains(&**new) {
            diag.push(match parse::nearest(new, now.iter().copied()) {
                Some(near) => say(Some("nearest")).with("nearest", near.to_owned()),
                None => say(None),
            });
        }
    }
    let file: Arc<str> = format!("{FOLDER}/{name}.adresler").into();
    let Ok(bytes) = world.read(&file) else { return };
    let Some(list) = parse::utf8(diag, &file, &bytes) else { return };
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    for (line, id) in list.lines().zip(1..).map(|(line, number)| (number, line.trim())) {
        if id.is_empty() || id.starts_with('#') {
            continue;
        }
        listed.insert(id);
        if now.contains(id) || regulation.redirects.contains_key(id) {
            continue;
        }
        let place = Place::at(Arc::clone(&file), line, 1).width(id.chars().count() as u32);
        let complaint = Diagnostic::new(Code::ANCHOR_VANISHED, place).with("id", id.to_owned());
        diag.push(match parse::nearest(id, now.iter().copied()) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
    }
    let new: Vec<&str> = all.iter().map(|id| &**id).filter(|id| !listed.contains(id)).collect();
    if let Some(first) = new.first() {
        let complaint = Diagnostic::new(Code::ANCHOR_UNLISTED, Place::file(file));
        diag.push(
            complaint.with("count", new.len().to_string()).with("first", (*first).to_owned()).with("name", name.to_owned()),
        );
    }
}
