//! The rule for one row: which of its numbers may be shown, and how exactly.

use super::certainty::{self, Ranges};
use super::marks::{FEW, Marked, Marks};
use super::{Cell, FigureColumn, OpenCell, Policy, Shape};
use crate::model::figure::Guard;
use crate::query::{Answer, Weight};

/// So many records at least lie on either side of a quantile: a 90th percentile needs thirty.
const BEYOND: u64 = Policy::FLOOR as u64;

/// What each column of a figure is, by its place.
pub(super) struct Rule {
    policy: Policy,
    /// How many records stand behind the figure, as it may be shown.
    n: OpenCell,
    parts: Vec<Part>,
}

enum Part {
    Group,
    Count,
    /// A statistic of the records that the columns at these places count, rounded to so many decimals.
    Statistic {
        counted_in: Vec<usize>,
        decimals: u8,
        /// What it rests on, row by row; empty for what the program itself computes.
        rests: Vec<Weight>,
    },
    /// What is shown at `of` for every `per` of what is shown at `within`, or of all records.
    Ratio {
        of: usize,
        within: Option<usize>,
        per: f64,
        decimals: u8,
    },
    /// Nobody said what it is: never shown.
    Unknown,
}

impl Rule {
    /// The rule for an answer; `n` is how many records stand behind it, as it may be shown.
    pub(super) fn of(answer: &Answer, guard: &Guard, policy: Policy, n: &OpenCell) -> Rule {
        let columns = &answer.facts.columns;
        let place = |name: &str| columns.iter().position(|c| *c.name == *name);
        let part = |column: &FigureColumn| {
            let statistic = guard.stats.iter().find(|(stat, _)| *stat == column.name);
            let ratio = guard.ratios.iter().find(|ratio| ratio.name == column.name);
            let decimals = if let Shape::Decimal(places) = column.shape { places } else { 0 };
            let (group, count) = (guard.by.contains(&column.name), guard.counts.contains(&column.name));
            match (group, count, statistic, ratio) {
                (true, false, None, None) => Part::Group,
                (false, true, None, None) => Part::Count,
                (false, false, None, Some(ratio)) => {
                    let (per, within) = (f64::from(ratio.per), ratio.within.as_deref().map(place));
                    match (place(&ratio.of), within) {
                        (Some(of), None) => Part::Ratio { of, within: None, per, decimals },
                        (Some(of), Some(Some(within))) => Part::Ratio { of, within: Some(within), per, decimals },
                        _ => Part::Unknown,
                    }
                }
                (false, false, Some((_, counts)), None) => {
                    let places: Option<Vec<usize>> = counts.iter().map(|name| place(name)).collect();
                    match places.filter(|p| !p.is_empty()) {
                        Some(counted_in) => {
                            let rests = answer.rests.get(&column.name).cloned().unwrap_or_default();
                            Part::Statistic { counted_in, decimals, rests }
                        }
                        None => Part::Unknown,
                    }
                }
                _ => Part::Unknown,
            }
        };
        Rule { policy, n: n.clone(), parts: columns.iter().map(part).collect() }
    }

    /// Places of the columns that say which group.
    pub(super) fn groups(&self) -> Vec<usize> {
        (0..self.parts.len()).filter(|i| matches!(self.parts[*i], Part::Group)).collect()
    }

    /// Places of the columns that count.
    pub(super) fn counts(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.parts.len()).filter(|i| matches!(self.parts[*i], Part::Count))
    }

    /// Places of the statistics of those whom the column at `count` counts, and of the ratios computed from it; without a
    /// column, of the ratios to all records.
    pub(super) fn resting_on(&self, count: Option<usize>) -> Vec<usize> {
        let rests = |part: &Part| match part {
            Part::Statistic { counted_in, .. } => count.is_some_and(|count| counted_in.contains(&count)),
            Part::Ratio { of, within, .. } => count == *within || count == Some(*of),
            Part::Group | Part::Count | Part::Unknown => false,
        };
        (0..self.parts.len()).filter(|i| rests(&self.parts[*i])).collect()
    }

    /// The statistics and ratios that rest on few records, by the counts that are shown beside them.
    pub(super) fn uncertain(&self, rows: &[Vec<OpenCell>]) -> Marked {
        let few = |cell: &OpenCell| matches!(cell, OpenCell::Value(n) if n.as_number().is_some_and(|n| n < FEW));
        let uncertain = |row: &[OpenCell], part: &Part| match part {
            Part::Statistic { counted_in, .. } => counted_in.iter().any(|place| few(&row[*place])),
            // Of many inhabitants only those who came say how certain it is.
            Part::Ratio { of, within, .. } if within.is_some_and(|place| !self.is_count(place)) => few(&row[*of]),
            Part::Ratio { within, .. } => few(within.map_or(&self.n, |place| &row[place])),
            Part::Group | Part::Count | Part::Unknown => false,
        };
        let mut marked = Marked::new();
        for (at, row) in rows.iter().enumerate() {
            for (place, part) in self.parts.iter().enumerate() {
                if matches!(row[place], OpenCell::Value(_)) && uncertain(row, part) {
                    marked.insert((at, place), Marks { uncertain: true, ..Marks::default() });
                }
            }
        }
        marked
    }

    /// True of a column that measures.
    pub(super) fn is_statistic(&self, place: usize) -> bool {
        matches!(self.parts[place], Part::Statistic { .. })
    }

    fn is_count(&self, place: usize) -> bool {
        matches!(self.parts[place], Part::Count)
    }

    /// Between which values the ratios lie that are marked as uncertain: shares of a count that holds all of the other, as
    /// `is_part` says of two columns, and rates of what is no count of records, inhabitants for the most part.
    pub(super) fn ranges(&self, rows: &[Vec<OpenCell>], marked: &Marked, is_part: &dyn Fn(usize, usize) -> bool) -> Ranges {
        let number = |cell: &OpenCell| if let OpenCell::Value(value) = cell { value.as_number() } else { None };
        let range = |at: usize, place: usize| {
            let Part::Ratio { of, within, per, .. } = &self.parts[place] else { return None };
            let above = number(&rows[at][*of])?;
            let below = number(within.map_or(&self.n, |place| &rows[at][place])).filter(|below| *below > 0.0)?;
            let (low, high) = match within {
                Some(within) if !self.is_count(*within) => {
                    let (low, high) = certainty::poisson(above);
                    (low / below, high / below)
                }
                // Each was rounded for itself.
                Some(within) if above > below || !is_part(*of, *within) => return None,
                _ if above > below => return None,
                _ => certainty::wilson(above, below),
            };
            Some((per * low, per * high))
        };
        marked.keys().filter_map(|(at, place)| Some(((*at, *place), range(*at, *place)?))).collect()
    }

    /// The row at this place as it may be shown.
    pub(super) fn open(&self, at: usize, row: &[Cell]) -> Vec<OpenCell> {
        let open = |(part, cell): (&Part, &Cell)| match part {
            Part::Group => plain(cell.clone()),
            Part::Count => count(cell, self.policy),
            Part::Statistic { counted_in, decimals, rests } => {
                self.statistic(cell, counted_in.iter().map(|i| &row[*i]), *decimals, rests.get(at))
            }
            Part::Ratio { of, within, per, decimals } => self.ratio(row, (*of, *within), *per, *decimals),
            Part::Unknown => OpenCell::Withheld,
        };
        self.parts.iter().zip(row).map(open).collect()
    }

    /// Computed from the two numbers as they are shown: whoever reads it learns nothing that was not said already.
    fn ratio(&self, row: &[Cell], (of, within): (usize, Option<usize>), per: f64, decimals: u8) -> OpenCell {
        let shown = |place: usize| match self.parts[place] {
            Part::Count => count(&row[place], self.policy),
            _ => plain(row[place].clone()),
        };
        let below = within.map_or_else(|| self.n.clone(), shown);
        let (above, below) = match (shown(of), below) {
            (OpenCell::Value(above), OpenCell::Value(below)) => (above, below),
            (OpenCell::Withheld, _) | (_, OpenCell::Withheld) => return OpenCell::Withheld,
            _ => return OpenCell::Missing,
        };
        match above.as_number().zip(below.as_number()) {
            Some((_, 0.0)) => OpenCell::NotApplicable,
            Some((above, below)) => rounded(&Cell::Decimal(per * above / below), decimals),
            None => OpenCell::Missing,
        }
    }

    /// Shown where the least of its counts reaches `min`, and as many records carry it; without any record there is nothing
    /// to measure. No finer than the number of its records: with fewer than a hundred one decimal, with fewer than a
    /// thousand two, else it could tell how many there are (of seven, a mean of whole days never ends in ,3).
    fn statistic<'c>(
        &self,
        cell: &Cell,
        counts: impl Iterator<Item = &'c Cell>,
        decimals: u8,
        rests: Option<&Weight>,
    ) -> OpenCell {
        let min = f64::from(self.policy.min);
        let least = counts.map(|n| n.as_number().unwrap_or(0.0)).fold(f64::INFINITY, f64::min);
        // p % rule: *Handbook on Statistical Disclosure Control* ch. 4.
        let dominance = f64::from(self.policy.p) / 100.0;
        let carried = |w: &Weight| w.records as f64 >= min && w.beyond >= BEYOND && w.others > dominance;
        match least {
            n if n >= min && rests.is_none_or(carried) => {
                let shown = self.shown_least(n);
                let finest = shown.log10().floor().max(0.0) as u8;
                let part = f64::from(self.policy.round) / shown;
                match rests {
                    Some(w) if w.is_sum => coarse(cell, part),
                    Some(w) if w.is_share => stepped(cell, (100.0 * part).max(0.1f64.powi(i32::from(decimals)))),
                    _ => rounded(cell, decimals.min(finest)),
                }
            }
            0.0 => OpenCell::NotApplicable,
            _ => OpenCell::Withheld,
        }
    }

    /// The least number of records there can be, for who sees the count.
    fn shown_least(&self, n: f64) -> f64 {
        let round = f64::from(self.policy.round);
        between((n / round).round() * round, self.policy).0.max(1.0)
    }
}

/// Between which whole numbers a count lies that is shown as `shown` under this rule.
pub(super) fn between(shown: f64, policy: Policy) -> (f64, f64) {
    let (min, round) = (f64::from(policy.min), f64::from(policy.round));
    match shown {
        0.0 => (0.0, 0.0),
        // Halves are rounded up.
        shown => ((shown - round / 2.0).ceil().max(min), (shown + round / 2.0).ceil() - 1.0),
    }
}

/// The same for the words of a release. What was withheld may have been withheld for the sake of others.
pub(super) fn read(words: &str, policy: Policy) -> (f64, f64) {
    match words.parse::<f64>() {
        Ok(shown) => between(shown, policy),
        Err(_) if words == "[c]" => (1.0, f64::INFINITY),
        Err(_) => (0.0, f64::INFINITY),
    }
}

/// A value that may be shown as it is.
pub(super) fn plain(cell: Cell) -> OpenCell {
    if cell.is_null() { OpenCell::Missing } else { OpenCell::Value(cell) }
}

/// A count of people under the rule. What is no count cannot be judged and is withheld.
pub(super) fn count(cell: &Cell, policy: Policy) -> OpenCell {
    if cell.is_null() {
        return OpenCell::Missing;
    }
    let (min, round) = (f64::from(policy.min), f64::from(policy.round));
    match cell.as_number() {
        Some(0.0) => OpenCell::Value(Cell::Integer(0)),
        Some(n) if n >= min => match ((n / round).round() * round) as i64 {
            // A coarse rounding of a small count would read as "nobody".
            0 => OpenCell::Withheld,
            rounded => OpenCell::Value(Cell::Integer(rounded)),
        },
        _ => OpenCell::Withheld,
    }
}

/// A sum to so many parts of itself, as a round number: beside a mean it must not say how many records there are.
fn coarse(cell: &Cell, part: f64) -> OpenCell {
    let (value, money) = match cell {
        Cell::Null => return OpenCell::Missing,
        Cell::Money(kurus) => (*kurus as f64, true),
        other => match other.as_number() {
            Some(value) => (value, false),
            None => return OpenCell::Withheld,
        },
    };
    if value == 0.0 {
        return OpenCell::Value(cell.clone());
    }
    let step = round_number((value.abs() * part).max(if money { 100.0 } else { 1.0 }));
    let rounded = (value / step).round() * step;
    OpenCell::Value(match cell {
        Cell::Money(_) => Cell::Money(rounded as i64),
        Cell::Integer(_) => Cell::Integer(rounded as i64),
        _ => Cell::Decimal(rounded),
    })
}

/// A share to steps no finer than `finest`: whoever knows of how many it is must not count them by it.
fn stepped(cell: &Cell, finest: f64) -> OpenCell {
    let Some(value) = cell.as_number() else { return if cell.is_null() { OpenCell::Missing } else { OpenCell::Withheld } };
    let step = round_number(finest);
    // Divided where the step is a fraction, so that no digit is left over.
    let steps = (value / step).round();
    OpenCell::Value(Cell::Decimal(if step < 1.0 { steps / (1.0 / step).round() } else { steps * step }))
}

/// The least of 1, 2, 5, 10, 20 … that is not below `least`, and of their tenths.
fn round_number(least: f64) -> f64 {
    let tens = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0].map(|of| of * tens).into_iter().find(|step| *step >= least * (1.0 - 1e-9)).unwrap_or(10.0 * tens)
}

/// A statistic no finer than it is shown: further digits could give single records away. Money to whole lira.
fn rounded(cell: &Cell, decimals: u8) -> OpenCell {
    match cell {
        Cell::Null => OpenCell::Missing,
        Cell::Decimal(value) => {
            let scale = 10f64.powi(i32::from(decimals));
            OpenCell::Value(Cell::Decimal((value * scale).round() / scale))
        }
        Cell::Money(kurus) => OpenCell::Value(Cell::Money((*kurus as f64 / 100.0).round() as i64 * 100)),
        other => OpenCell::Value(other.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_beside_a_mean_does_not_say_how_many() {
        let value = |cell| if let OpenCell::Value(value) = cell { value.as_number() } else { None };
        // Of a hundred shown to fives, five in a hundred: 12,345 is between eleven and thirteen thousand.
        assert_eq!(value(coarse(&Cell::Integer(12_345), 0.05)), Some(12_000.0));
        assert_eq!(value(coarse(&Cell::Integer(-7), 0.05)), Some(-7.0));
    }

    #[test]
    fn a_share_is_no_finer_than_the_rounding_of_those_it_is_of() {
        let value = |cell| if let OpenCell::Value(value) = cell { value.as_number() } else { None };
        assert_eq!(value(stepped(&Cell::Decimal(33.333), 0.1)), Some(33.3));
        assert_eq!(value(stepped(&Cell::Decimal(33.333), 12.5)), Some(40.0), "of forty shown to fives");
        assert_eq!(
            [0.088, 0.1, 0.12, 3.0, 12.5, 60.0].map(round_number).map(|n| (n * 10.0).round()),
            [1.0, 1.0, 2.0, 50.0, 200.0, 1000.0]
        );
    }
}
