//! A figure on its way through the wall (taslak): the exact cells, what the rule shows of them, and what was withheld
//! beside it to protect others. Private to this room.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::rule::{self, Rule};
use super::{Cell, OpenCell, OpenTable, Policy, sequence};
use crate::model::figure::Guard;
use crate::query::{Answer, Measured, NOT_COUNTED};

/// A place where a count is shown or withheld: a cell, or the number of records below the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub draft: usize,
    /// Row and column of the exact answer; `None` for the number of records.
    pub cell: Option<(usize, usize)>,
}

/// A guarded figure, half open.
pub(super) struct Draft<'a> {
    pub answer: &'a Answer,
    pub exact: Vec<Vec<Cell>>,
    pub policy: Policy,
    rule: Rule,
    rows: Vec<Vec<OpenCell>>,
    n: OpenCell,
    /// Measures that their own rule withholds: of few people, or of one who brings nearly all.
    own: BTreeSet<(usize, usize)>,
    /// Withheld for the sake of others.
    beside: BTreeSet<Option<(usize, usize)>>,
    /// No row of it is shown.
    closed: bool,
}

impl<'a> Draft<'a> {
    /// The figure as its own rule opens it.
    pub(super) fn new(answer: &'a Answer, guard: &Guard, policy: Policy) -> Draft<'a> {
        let round = if guard.exact { 1 } else { guard.policy.round.max(policy.round) };
        let policy = Policy::new(guard.policy.min.max(policy.min), round).with_p(guard.policy.p.max(policy.p));
        let n = answer.n.map_or(OpenCell::Missing, |n| rule::count(&Cell::Integer(n as i64), policy));
        let rule = Rule::of(answer, guard, policy, &n);
        let exact: Vec<Vec<Cell>> = answer.table.reveal("disclose: decides what is withheld").rows().collect();
        let rows: Vec<Vec<OpenCell>> = exact.iter().enumerate().map(|(at, row)| rule.open(at, row)).collect();
        let places = rows.iter().enumerate().flat_map(|(at, row)| (0..row.len()).map(move |place| (at, place)));
        let own = places.filter(|(at, place)| rule.is_statistic(*place) && rows[*at][*place] == OpenCell::Withheld).collect();
        Draft { answer, exact, policy, rule, rows, n, own, beside: BTreeSet::new(), closed: false }
    }

    /// True when its counts are published unrounded.
    pub(super) fn is_exact(&self) -> bool {
        self.policy.round == 1
    }

    /// True of a measure's place.
    pub(super) fn is_measure(&self, spot: Spot) -> bool {
        spot.cell.is_some_and(|(_, column)| self.rule.is_statistic(column))
    }

    /// True where what is published at a spot is taken as exact: unrounded counts, and measures.
    pub(super) fn is_exact_at(&self, spot: Spot) -> bool {
        self.is_exact() || self.is_measure(spot)
    }

    /// The columns that show a measure.
    pub(super) fn places_of<'m>(&self, measured: &'m Measured) -> impl Iterator<Item = usize> + use<'m, 'a> {
        let columns = &self.answer.facts.columns;
        measured.columns.iter().filter_map(|name| columns.iter().position(|column| column.name == *name))
    }

    /// True where a column of a measure shows something in this row.
    pub(super) fn shows_any(&self, row: u32, measured: &Measured) -> bool {
        self.places_of(measured).any(|column| matches!(self.rows[row as usize][column], OpenCell::Value(_)))
    }

    /// The columns that count, by place and name.
    pub(super) fn counts(&self) -> impl Iterator<Item = (usize, &'a Arc<str>)> + '_ {
        self.rule.counts().map(|column| (column, &self.answer.facts.columns[column].name))
    }

    /// The groups: each column's name and its values, row by row.
    pub(super) fn groups(&self) -> Vec<(Arc<str>, Vec<Cell>)> {
        let column = |at: usize| self.exact.iter().map(|row| row[at].clone()).collect();
        self.rule.groups().into_iter().map(|at| (Arc::clone(&self.answer.facts.columns[at].name), column(at))).collect()
    }

    /// What stands at a spot.
    pub(super) fn at(&self, spot: Spot) -> &OpenCell {
        spot.cell.map_or(&self.n, |(row, column)| &self.rows[row][column])
    }

    /// True when the spot's own rule withholds it.
    pub(super) fn is_secret(&self, spot: Spot) -> bool {
        match spot.cell {
            Some(cell) if self.is_measure(spot) => self.own.contains(&cell),
            _ => *self.at(spot) == OpenCell::Withheld && !self.beside.contains(&spot.cell),
        }
    }

    /// Withholds a spot for the sake of others, the statistics of the people it counts, and what is computed from it.
    pub(super) fn withhold(&mut self, spot: Spot) {
        if *self.at(spot) == OpenCell::Withheld {
            return;
        }
        self.beside.insert(spot.cell);
        let rows = match spot.cell {
            None => {
                self.n = OpenCell::Withheld;
                0..self.rows.len()
            }
            Some((row, column)) => {
                self.rows[row][column] = OpenCell::Withheld;
                row..row + 1
            }
        };
        for row in &mut self.rows[rows] {
            for place in self.rule.resting_on(spot.cell.map(|(_, column)| column)) {
                if matches!(row[place], OpenCell::Value(_)) {
                    row[place] = OpenCell::Withheld;
                }
            }
        }
    }

    /// What is made of all rows together would say what is withheld of one of them to who knows the others.
    fn withhold_across(&mut self) {
        let counts: Vec<usize> = self.rule.counts().collect();
        let lost = |row: &Vec<OpenCell>| counts.iter().any(|count| row[*count] == OpenCell::Withheld);
        if !self.answer.across || !self.rows.iter().any(lost) {
            return;
        }
        let measures: Vec<usize> = counts.iter().flat_map(|count| self.rule.resting_on(Some(*count))).collect();
        for row in &mut self.rows {
            for place in &measures {
                if matches!(row[*place], OpenCell::Value(_)) {
                    row[*place] = OpenCell::Withheld;
                }
            }
        }
    }

    /// Shows no row any more: that a group has a row says that it has people.
    pub(super) fn close(&mut self) {
        let counts: Vec<usize> = self.rule.counts().collect();
        for row in 0..self.rows.len() {
            for column in &counts {
                self.withhold(Spot { draft: 0, cell: Some((row, *column)) });
            }
        }
        self.closed = true;
    }

    /// True when it shows groups, and of none of them a number of people but nought: without its rows little is lost.
    pub(super) fn shows_nobody(&self) -> bool {
        let somebody = |cell: &OpenCell| matches!(cell, OpenCell::Value(n) if n.as_number() != Some(0.0));
        let counts: Vec<usize> = self.rule.counts().collect();
        !self.closed
            && !self.rule.groups().is_empty()
            && !self.rows.iter().any(|row| counts.iter().any(|count| somebody(&row[*count])))
    }

    /// True when no row of it is shown.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    /// True when nobody sees that there is such a place.
    pub(super) fn hides(&self, spot: Spot) -> bool {
        self.closed && spot.cell.is_some()
    }

    /// Between which whole numbers the count at a spot lies, for who knows the rule.
    ///
    /// An attacker is taken to know whether a cell was withheld for itself or for others where counts are rounded, and
    /// not where they are exact: there the sign stands for any number from one on.
    pub(super) fn published(&self, spot: Spot, truth: u64) -> (f64, f64) {
        let min = f64::from(self.policy.min);
        match self.at(spot) {
            _ if self.hides(spot) => (0.0, f64::INFINITY),
            OpenCell::Value(_) if self.is_measure(spot) => (truth as f64, truth as f64),
            OpenCell::Value(cell) => match cell.as_number() {
                Some(shown) => rule::between(shown, self.policy),
                None => (0.0, f64::INFINITY),
            },
            OpenCell::Withheld if self.is_exact_at(spot) => (1.0, f64::INFINITY),
            // Too coarse a rounding, or for the sake of others.
            OpenCell::Withheld if truth as f64 >= min => (min, f64::INFINITY),
            OpenCell::Withheld => (1.0, min - 1.0),
            OpenCell::Missing | OpenCell::NotApplicable => (0.0, f64::INFINITY),
        }
    }

    /// The names of a spot's group: `Zabıta, 2026-03, basvuru`.
    pub(super) fn label(&self, spot: Spot, name: impl Fn(&super::FigureColumn, &Cell) -> String) -> String {
        let columns = &self.answer.facts.columns;
        let Some((row, column)) = spot.cell else { return "n".to_owned() };
        let groups = self.rule.groups().into_iter().map(|at| name(&columns[at], &self.exact[row][at]));
        groups.chain([columns[column].name.to_string()]).collect::<Vec<_>>().join(", ")
    }

    /// The finished table. Its order follows what is shown, not what is known.
    pub(super) fn finish(mut self) -> OpenTable {
        self.withhold_across();
        if self.closed {
            self.rows.clear();
        }
        sequence::sort(&mut self.rows, &self.answer.order, &self.rule.groups());
        // The first of what is shown, not of what is known.
        self.rows.truncate(self.answer.top.unwrap_or(self.rows.len()));
        let marks = self.rule.uncertain(&self.rows);
        let ranges = self.rule.ranges(&self.rows, &marks, &|part, whole| self.is_part(part, whole));
        let (facts, rule) = (Arc::clone(&self.answer.facts), Some(self.policy));
        OpenTable { facts, rows: self.rows, n: self.n, rule, marks, ranges, closed: self.closed }
    }

    /// True when every record that the column at `part` counts is counted by the one at `whole` in the same row.
    fn is_part(&self, part: usize, whole: usize) -> bool {
        let behind = |column: usize| self.answer.behind.get(&self.answer.facts.columns[column].name);
        let Some((part, whole)) = behind(part).zip(behind(whole)) else { return false };
        let inside = |(part, whole): (&u32, &u32)| *part == NOT_COUNTED || part == whole;
        let plain = part.parts.is_none() && whole.parts.is_none();
        plain && part.dataset == whole.dataset && part.rows.iter().zip(whole.rows.iter()).all(inside)
    }
}
