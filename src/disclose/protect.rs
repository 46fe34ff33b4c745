//! Withholding beside (tamamlayıcı gizleme): where a withheld cell could be worked out from what is shown, cells that are
//! shown are withheld too, until it cannot. Greedy: the least count that loosens the tightest sum goes first, so that few
//! and small cells are lost. Where nothing is left to withhold, that a row stands there at all says too much (ten people in
//! nine groups): then the table gives no rows. Deterministic. Whether it was enough, `audit` judges anew.

use super::draft::{Draft, Spot};
use super::interval::Search;
use super::system::Unknown;
use super::web::{Secret, Web};

/// How cells are chosen that are withheld for the sake of others.
pub(super) type Protect = fn(&[Draft], &Web, &Search, &Secret) -> Remedy;

/// What makes a cell less certain.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// These counts are withheld.
    Withhold(Vec<Unknown>),
    /// These figures show no rows.
    Close(Vec<usize>),
}

/// A count withheld in one table is withheld in all.
pub(super) fn agree(drafts: &mut [Draft], web: &Web) {
    for unknown in 0..web.truth.len() {
        if web.spots(unknown).iter().any(|s| drafts[s.draft].is_secret(*s)) {
            withhold(drafts, web, unknown);
        }
    }
}

/// Withholds a count wherever it stands.
pub(super) fn withhold(drafts: &mut [Draft], web: &Web, unknown: Unknown) {
    for spot in web.spots(unknown) {
        drafts[spot.draft].withhold(*spot);
    }
}

/// What to withhold so that a cell can move farther: for each sum that holds it too tightly, the least count shown in it.
/// A sum that has a withheld partner already is tight because the partner is held elsewhere: there it is loosened.
pub(super) fn least_of_the_tightest(drafts: &[Draft], web: &Web, search: &Search, secret: &Secret) -> Remedy {
    // Rows stand for numbers of people: without them no measure is less certain.
    let measured = secret.spots.iter().any(|spot| drafts[spot.draft].is_measure(*spot));
    // What shows nobody anyway goes first, before a number is lost.
    let idle = |spot: &&Spot| spot.cell.is_some() && drafts[spot.draft].shows_nobody();
    let mut figures: Vec<usize> = secret.spots.iter().filter(idle).map(|spot| spot.draft).collect();
    if !figures.is_empty() && !measured {
        return Remedy::Close(figures);
    }
    let choice = Choice { drafts, web, search, width: secret.width };
    let mut read = Vec::new();
    let mut found = choice.loosening(secret.unknown, &mut read);
    if found.is_empty() {
        // No single sum is too tight: several together are. Farther sums are loosened, nearest first.
        let mut nearest = web.system.around(secret.unknown);
        found.extend(nearest.find_map(|unknown| choice.least_in(web.system.rows_of(unknown), secret.unknown)));
    }
    if !found.is_empty() || measured {
        return Remedy::Withhold(found);
    }
    let rows = secret.spots.iter().filter(|spot| spot.cell.is_some() && !drafts[spot.draft].is_closed());
    figures.extend(rows.map(|spot| spot.draft));
    if figures.is_empty() {
        // Its own rows are not seen, and still those of others tell: that each of them has somebody.
        let around = web.system.around(secret.unknown).flat_map(|unknown| web.spots(unknown));
        figures.extend(around.filter(idle).map(|spot| spot.draft));
    }
    Remedy::Close(figures)
}

struct Choice<'c> {
    drafts: &'c [Draft<'c>],
    web: &'c Web,
    search: &'c Search<'c>,
    width: f64,
}

impl Choice<'_> {
    /// What to withhold so that the sums around `cell` let it move; each sum is looked at once.
    fn loosening(&self, cell: Unknown, read: &mut Vec<usize>) -> Vec<Unknown> {
        let mut found = Vec::new();
        for row in self.web.system.rows_of(cell) {
            if read.contains(row) || self.search.room(*row, cell) >= self.width {
                continue;
            }
            read.push(*row);
            let others = self.web.system.row_at(*row).terms.iter().map(|(unknown, _)| *unknown).filter(|u| *u != cell);
            let held = others.filter(|unknown| self.web.is_withheld(self.drafts, *unknown) && self.is_open(*unknown));
            let mut elsewhere: Vec<Unknown> = held.flat_map(|partner| self.loosening(partner, read)).collect();
            if elsewhere.is_empty() {
                elsewhere.extend(self.least_in(&[*row], cell));
            }
            found.extend(elsewhere);
        }
        found
    }

    /// True when nothing but sums holds it.
    fn is_open(&self, unknown: Unknown) -> bool {
        let (least, most) = self.web.system.bounds(unknown);
        most - least >= self.width
    }

    /// The least count shown in some sums, besides `cell`; rather one that can give as many people as are asked for.
    fn least_in(&self, rows: &[usize], cell: Unknown) -> Option<Unknown> {
        let truth = |unknown: &Unknown| self.web.truth[*unknown];
        let terms = rows.iter().flat_map(|row| self.web.system.row_at(*row).terms.iter());
        let others = terms.map(|(unknown, _)| *unknown).filter(|u| *u != cell);
        // What an earlier release said cannot be taken back: withholding it today would help nobody.
        let shown = others.filter(|u| truth(u) > 0.0 && is_shown(self.drafts, self.web, *u));
        let shown = shown.filter(|u| self.web.said_before(*u) >= self.width);
        let cost = |u: &Unknown| (truth(u) <= self.width, truth(u));
        shown.min_by(|a, b| cost(a).partial_cmp(&cost(b)).expect("counts are numbers").then(a.cmp(b)))
    }
}

fn is_shown(drafts: &[Draft], web: &Web, unknown: Unknown) -> bool {
    !web.spots(unknown).is_empty() && !web.is_withheld(drafts, unknown)
}
