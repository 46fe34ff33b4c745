//! Withholding beside (tamamlayıcı gizleme): where a withheld cell could be worked out from what is shown, cells that are
//! shown are withheld too, until it cannot. Greedy: the least count that loosens the tightest sum goes first, so that few
//! and small cells are lost. Deterministic. Whether it was enough, `audit` judges anew.

use super::draft::Draft;
use super::interval::Search;
use super::system::Unknown;
use super::web::{Secret, Web};

/// How cells are chosen that are withheld for the sake of others.
pub(super) type Protect = fn(&[Draft], &Web, &Search, &Secret) -> Vec<Unknown>;

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
pub(super) fn least_of_the_tightest(drafts: &[Draft], web: &Web, search: &Search, secret: &Secret) -> Vec<Unknown> {
    let cell = secret.unknown;
    let shown = |unknown: &Unknown| *unknown != cell && web.truth[*unknown] > 0.0 && is_shown(drafts, web, *unknown);
    let least_in = |rows: &[usize]| {
        let terms = rows.iter().flat_map(|row| web.system.row_at(*row).terms.iter().map(|(unknown, _)| *unknown));
        terms.filter(&shown).min_by(|a, b| web.truth[*a].total_cmp(&web.truth[*b]).then(a.cmp(b)))
    };
    let rows = web.system.rows_of(cell).iter();
    let tight = rows.filter(|row| search.room(**row, cell) < secret.width);
    let mut found: Vec<Unknown> = tight.filter_map(|row| least_in(&[*row])).collect();
    if found.is_empty() {
        // No single sum is too tight: several together are. Farther sums are loosened, nearest first.
        let nearest = web.system.around(cell, usize::MAX);
        found.extend(nearest.iter().find_map(|unknown| least_in(web.system.rows_of(*unknown))));
    }
    found
}

fn is_shown(drafts: &[Draft], web: &Web, unknown: Unknown) -> bool {
    !web.spots(unknown).is_empty() && !web.is_withheld(drafts, unknown)
}
