//! Whether a figure's declaration fits the columns of its answer. Looks at names and kinds, never at a cell.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::figure::{Figure, Opening, nearest};
use crate::table::{Kind, Table};

/// Complains about names that are no column, and about columns of a guarded figure that nobody named.
pub(super) fn complain(diag: &mut Diagnostics, figure: &Figure, table: &Table) {
    let syntax = &figure.syntax;
    let known: Vec<&str> = table.columns().iter().map(|c| &*c.name).collect();
    let mut ask = |place: &Place, column: &str| {
        if !known.contains(&column) {
            diag.push(unknown_column(place.clone(), &syntax.id, column, &known));
        }
    };
    if let Some(chart) = &syntax.chart {
        [&chart.x].into_iter().chain(&chart.y).chain(&chart.series).for_each(|column| ask(&chart.place, column));
    }
    syntax.columns.keys().for_each(|column| ask(&syntax.columns_place, column));
    let (Opening::Guarded(guard), Some(disclose)) = (&figure.opening, &syntax.disclose) else { return };
    let stats = guard.stats.iter().map(|(stat, _)| stat);
    let ratios = guard.ratios.iter().map(|ratio| &ratio.name);
    let named: Vec<&str> = guard.counts.iter().chain(&guard.by).chain(stats).chain(ratios).map(|c| &**c).collect();
    named.iter().for_each(|column| ask(&disclose.place, column));
    for column in table.columns() {
        let times = named.iter().filter(|name| ***name == *column.name).count();
        if times != 1 {
            let complaint = Diagnostic::new(Code::UNDISCLOSED_COLUMN, disclose.place.clone()).with("id", syntax.id.to_string());
            diag.push(complaint.with("column", column.name.to_string()));
        }
        let number = matches!(column.kind, Kind::Integer | Kind::Decimal);
        if guard.counts.contains(&column.name) && !number {
            let complaint = Diagnostic::new(Code::BAD_VALUE, disclose.place.clone()).with("key", "disclose.counts");
            diag.push(complaint.with("value", column.name.to_string()).with("expected", "count(*), sum(…)"));
        }
    }
}

/// The complaint about a column the figure `id` does not have.
pub(super) fn unknown_column(place: Place, id: &str, column: &str, known: &[&str]) -> Diagnostic {
    let complaint = Diagnostic::new(Code::UNKNOWN_COLUMN, place).with("id", id.to_owned()).with("column", column.to_owned());
    let complaint = complaint.with("known", known.join(", "));
    match nearest(column, known.iter().copied()) {
        Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
        None => complaint,
    }
}
