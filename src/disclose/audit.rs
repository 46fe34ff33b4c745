//! The judge (denetim): looks at everything that will be published, once more and from the beginning, and stops the build
//! where a withheld cell can be worked out, whoever chose the cells that are withheld beside it.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::interval::{Search, Verdict};
use super::protect::{Protect, Remedy, agree, withhold};
use super::web::{Secret, Web};
use super::{Cell, Earlier, FigureColumn, Labels, Shape, measures};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::release::FOLDER;

/// Withholds beside as `protect` chooses, as long as it chooses, and complains about what can be worked out even then, at
/// most once a figure. The last look always begins with nothing that an earlier one found.
pub(super) fn settle(diag: &mut Diagnostics, drafts: &mut [Draft], earlier: &[Earlier], labels: &Labels, protect: Protect) {
    let counts = Web::of(drafts, earlier);
    settle_in(diag, drafts, counts, labels, protect);
    measures::keep_apart(drafts);
    if let Some(measures) = Web::of_measures(drafts) {
        settle_in(diag, drafts, measures, labels, protect);
    }
}

fn settle_in(diag: &mut Diagnostics, drafts: &mut [Draft], mut web: Web, labels: &Labels, protect: Protect) {
    agree(drafts, &web);
    let mut seen = None;
    loop {
        web.read(drafts);
        let anew = seen.is_none();
        let search = Search::new(&web.system, web.truth.clone()).expect("what is published of a count holds for it");
        let mut search = match seen.take() {
            Some(seen) => search.with_seen(seen),
            None => search,
        };
        let mut known = web.secrets(drafts);
        known.retain(|secret| search.judge(secret.unknown, secret.width) != Verdict::Uncertain);
        let (mut chosen, mut closing) = (BTreeSet::new(), BTreeSet::new());
        for secret in &known {
            match protect(drafts, &web, &search, secret) {
                Remedy::Withhold(unknowns) => chosen.extend(unknowns),
                Remedy::Close(figures) => closing.extend(figures),
            }
        }
        if chosen.is_empty() && (closing.is_empty() || !anew) {
            match anew {
                true => return complain(diag, drafts, &web, &known, labels),
                false => continue,
            }
        }
        seen = Some(search.into_seen());
        let idle: Vec<usize> = closing.iter().copied().filter(|d| drafts[*d].shows_nobody()).collect();
        if !idle.is_empty() {
            idle.into_iter().for_each(|draft| drafts[draft].close());
            continue;
        }
        // Others are closed only where nothing else is left, the one with the most groups first: often it is enough.
        if let Some(draft) = closing.into_iter().filter(|_| chosen.is_empty()).max_by_key(|d: &usize| drafts[*d].exact.len()) {
            drafts[draft].close();
        }
        for unknown in chosen {
            withhold(drafts, &web, unknown);
        }
    }
}

fn complain(diag: &mut Diagnostics, drafts: &[Draft], web: &Web, known: &[Secret], labels: &Labels) {
    let mut said = Vec::new();
    for secret in known {
        let Some(spot) = secret.spots.first() else { continue };
        if !said.contains(&spot.draft) {
            said.push(spot.draft);
            diag.push(complaint(drafts, web, secret, labels));
        }
    }
}

/// The table and the names of the cell's group, never a number of it.
fn complaint(drafts: &[Draft], web: &Web, secret: &Secret, labels: &Labels) -> Diagnostic {
    let spot = secret.spots[0];
    let draft = &drafts[spot.draft];
    let facts = &draft.answer.facts;
    let others = web.figures_around(drafts, secret.unknown);
    let others: Vec<&str> = others.iter().map(|id| &**id).filter(|id| **id != *facts.id).collect();
    let complaint = Diagnostic::new(Code::DISCLOSURE_GAP, draft.answer.place.clone()).with("id", facts.id.to_string());
    let complaint = complaint.with("cell", draft.label(spot, |column, cell| name(labels, column, cell)));
    let released = others.iter().all(|other| other.starts_with(FOLDER));
    match (others.is_empty(), released) {
        (true, _) => complaint,
        (false, true) => complaint.with("others", others.join(", ")).hint("released"),
        (false, false) => complaint.with("others", others.join(", ")).hint("others"),
    }
}

fn name(labels: &Labels, column: &FigureColumn, cell: &Cell) -> String {
    let code = cell.word();
    match &column.shape {
        Shape::Reference(registry) => {
            labels.get(registry).and_then(|names| names.get(code.as_str())).map_or(code, |name| name.to_string())
        }
        _ => code,
    }
}
