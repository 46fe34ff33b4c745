//! How far an unknown can lie (aralık): the least and the greatest value it may have beside everything published, by
//! linear programming. What the solver says is never believed: a cell counts as uncertain only when two points were
//! found, each of them checked against every sum, between which it moves far enough. A solver that errs stops a build;
//! it cannot open a cell.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::system::{System, TOLERANCE, Unknown};

/// How many unknowns around a cell may move, try after try; the last try moves all that hang together.
const TRIES: [usize; 3] = [60, 400, usize::MAX];
/// How many unknowns may give way to a single step before a linear program is asked.
const FEW: usize = 24;

/// What is known about the uncertainty of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict {
    /// It moves at least as far as asked.
    Uncertain,
    /// It lies between these values, or the solver could not tell.
    Narrow(f64, f64),
}

/// The search for points in one system.
pub(super) struct Search<'s> {
    system: &'s System,
    /// Where everything certainly can be: the truth. It makes the search short and never decides it.
    known: Vec<f64>,
    /// What single sums allow.
    outer: Vec<(f64, f64)>,
    /// Between which values each unknown was seen at a checked point.
    seen: Vec<(f64, f64)>,
    /// What each sum is where everything certainly can be.
    sums: Vec<f64>,
    /// The unknowns of each sum, those in fewest sums first: they give way to a step with the least ado.
    yielding: Vec<Vec<(Unknown, f64)>>,
}

impl<'s> Search<'s> {
    /// A search from a point that contradicts nothing; `None` where it does.
    pub(super) fn new(system: &'s System, known: Vec<f64>) -> Option<Search<'s>> {
        let seen = known.iter().map(|v| (*v, *v)).collect();
        let yielding = |terms: &[(Unknown, f64)]| {
            let mut terms = terms.to_vec();
            terms.sort_by_key(|(unknown, _)| (system.rows_of(*unknown).len(), *unknown));
            terms
        };
        system.holds(&known).then(|| Search {
            system,
            outer: system.propagated(),
            sums: system.rows().iter().map(|row| row.sum(&known)).collect(),
            known,
            seen,
            yielding: system.rows().iter().map(|row| yielding(&row.terms)).collect(),
        })
    }

    /// What an earlier search saw stays true where less is published than before.
    pub(super) fn with_seen(mut self, seen: Vec<(f64, f64)>) -> Search<'s> {
        self.seen = seen;
        self
    }

    /// Between which values each unknown was seen.
    pub(super) fn into_seen(self) -> Vec<(f64, f64)> {
        self.seen
    }

    /// Whether `cell` moves by at least `width` beside everything published.
    pub(super) fn judge(&mut self, cell: Unknown, width: f64) -> Verdict {
        let (least, most) = self.outer[cell];
        if most - least < width - TOLERANCE {
            return Verdict::Narrow(least, most);
        }
        for by in [width, -width] {
            if !self.is_seen(cell, width) {
                self.step(cell, by);
            }
        }
        if self.is_seen(cell, width) {
            return Verdict::Uncertain;
        }
        let mut before = 0;
        for limit in TRIES {
            let free: Vec<Unknown> = self.system.around(cell).take(limit).collect();
            if free.len() == before {
                break;
            }
            before = free.len();
            for direction in [OptimizationDirection::Maximize, OptimizationDirection::Minimize] {
                if self.is_seen(cell, width) {
                    return Verdict::Uncertain;
                }
                self.look(cell, width, direction, &free);
            }
        }
        let (least, most) = self.seen[cell];
        if self.is_seen(cell, width) { Verdict::Uncertain } else { Verdict::Narrow(least, most) }
    }

    /// How far one sum alone lets an unknown of it move: what the others in it can give and take.
    pub(super) fn room(&self, row: usize, cell: Unknown) -> f64 {
        let row = self.system.row_at(row);
        let others = row.terms.iter().filter(|(unknown, _)| *unknown != cell);
        others.map(|(unknown, factor)| factor.abs() * (self.outer[*unknown].1 - self.outer[*unknown].0)).sum::<f64>()
            + (row.most - row.least)
    }

    fn is_seen(&self, cell: Unknown, width: f64) -> bool {
        self.seen[cell].1 - self.seen[cell].0 >= width - TOLERANCE
    }

    /// Moves `cell` by up to `width` and lets the others in its sums give way, those in fewest sums first: for most cells
    /// that is a point already, at a thousandth of the cost of a linear program. Nothing moves where single sums say that
    /// it cannot be: a step that goes too far finds no point at all.
    fn step(&mut self, cell: Unknown, width: f64) {
        let (least, most) = self.outer[cell];
        let mut moved = vec![(cell, (self.known[cell] + width).clamp(least, most))];
        let mut next = 0;
        while next < moved.len() {
            for row in self.system.rows_of(moved[next].0) {
                if moved.len() > FEW || !self.give_way(*row, &mut moved) {
                    return;
                }
            }
            next += 1;
        }
        // A later step may have broken an earlier sum. All others hold, because the truth holds.
        let rows = || moved.iter().flat_map(|(unknown, _)| self.system.rows_of(*unknown));
        if rows().all(|row| self.excess(*row, &moved).abs() <= TOLERANCE) {
            for (unknown, value) in moved {
                let seen = &mut self.seen[unknown];
                *seen = (seen.0.min(value), seen.1.max(value));
            }
        }
    }

    /// Moves what has not moved yet until the sum holds again; false where it cannot.
    fn give_way(&self, row: usize, moved: &mut Vec<(Unknown, f64)>) -> bool {
        let mut excess = self.excess(row, moved);
        if excess.abs() <= TOLERANCE {
            return true;
        }
        for &(unknown, factor) in &self.yielding[row] {
            if moved.iter().any(|(m, _)| *m == unknown) {
                continue;
            }
            let (least, most) = self.outer[unknown];
            let value = (self.known[unknown] - excess / factor).clamp(least, most);
            if (value - self.known[unknown]).abs() > TOLERANCE {
                moved.push((unknown, value));
                excess += factor * (value - self.known[unknown]);
            }
            if excess.abs() <= TOLERANCE {
                return true;
            }
        }
        false
    }

    /// By how much a sum is over its end (positive) or under it (negative) when some unknowns have moved.
    fn excess(&self, row: usize, moved: &[(Unknown, f64)]) -> f64 {
        let tie = self.system.row_at(row);
        let moves = moved.iter().map(|(unknown, value)| tie.factor(*unknown) * (value - self.known[*unknown]));
        let sum = self.sums[row] + moves.sum::<f64>();
        if sum > tie.most { sum - tie.most } else { (sum - tie.least).min(0.0) }
    }

    /// Looks for a point where `cell` is farther out while only `free` move, and remembers what moved on the way.
    fn look(&mut self, cell: Unknown, width: f64, direction: OptimizationDirection, free: &[Unknown]) {
        // No farther than asked, so that the search ends where nothing else bounds it.
        let reach = (self.known[cell] - width, self.known[cell] + width);
        let Some(found) = solve(self.system, cell, direction, free, Some(&self.known), reach) else { return };
        let mut point = self.known.clone();
        for (unknown, value) in free.iter().zip(found) {
            point[*unknown] = value;
        }
        if self.system.holds(&point) {
            for (seen, value) in self.seen.iter_mut().zip(&point) {
                *seen = (seen.0.min(*value), seen.1.max(*value));
            }
        }
    }
}

/// The least and the greatest value of `cell` beside everything published; open ends are infinite. `None` where the
/// solver gives up.
#[cfg(test)]
pub(super) fn bounds(system: &System, cell: Unknown) -> Option<(f64, f64)> {
    let free: Vec<Unknown> = system.around(cell).collect();
    let end = |direction, open: f64| match problem(system, cell, direction, &free, None, (0.0, f64::INFINITY)).0.solve() {
        Ok(outcome) => outcome.into_solution().ok().map(|s| s.objective()),
        Err(microlp::Error::Unbounded) => Some(open),
        Err(_) => None,
    };
    Some((end(OptimizationDirection::Minimize, 0.0)?, end(OptimizationDirection::Maximize, f64::INFINITY)?))
}

/// The values of `free` where `cell` is farthest out.
fn solve(
    system: &System,
    cell: Unknown,
    direction: OptimizationDirection,
    free: &[Unknown],
    fixed: Option<&[f64]>,
    reach: (f64, f64),
) -> Option<Vec<f64>> {
    let (problem, variables) = problem(system, cell, direction, free, fixed, reach);
    let solution = problem.solve().ok()?.into_solution().ok()?;
    Some(variables.iter().map(|v| solution.var_value(*v)).collect())
}

/// The linear program; unknowns that are not free stand at their `fixed` values.
fn problem(
    system: &System,
    cell: Unknown,
    direction: OptimizationDirection,
    free: &[Unknown],
    fixed: Option<&[f64]>,
    reach: (f64, f64),
) -> (Problem, Vec<Variable>) {
    let mut problem = Problem::new(direction);
    let mut place = vec![usize::MAX; system.len()];
    let mut variables = Vec::with_capacity(free.len());
    let mut rows: Vec<usize> = Vec::new();
    for unknown in free {
        let (mut least, mut most) = system.bounds(*unknown);
        if *unknown == cell {
            (least, most) = (least.max(reach.0), most.min(reach.1));
        }
        place[*unknown] = variables.len();
        variables.push(problem.add_var(if *unknown == cell { 1.0 } else { 0.0 }, (least, most)));
        rows.extend(system.rows_of(*unknown));
    }
    rows.sort_unstable();
    rows.dedup();
    for row in rows.into_iter().map(|row| system.row_at(row)) {
        let (mut constant, mut terms) = (0.0, Vec::with_capacity(row.terms.len()));
        for (unknown, factor) in &row.terms {
            match (place[*unknown], fixed) {
                (usize::MAX, Some(fixed)) => constant += factor * fixed[*unknown],
                (at, _) => terms.push((variables[at], *factor)),
            }
        }
        let (least, most) = (row.least - constant, row.most - constant);
        if row.least == row.most {
            problem.add_constraint(&terms, ComparisonOp::Eq, least);
            continue;
        }
        if most.is_finite() {
            problem.add_constraint(&terms, ComparisonOp::Le, most);
        }
        if least.is_finite() {
            problem.add_constraint(&terms, ComparisonOp::Ge, least);
        }
    }
    (problem, variables)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 3 + 18 = 21, where 18 and 21 are shown rounded to fives and 3 is withheld below ten.
    #[test]
    fn a_step_goes_as_far_as_the_sum_lets_it_and_no_linear_program_is_asked() {
        let mut system = System::default();
        let cells = [(1.0, 9.0), (18.0, 22.0), (18.0, 22.0)].map(|(least, most)| system.unknown(least, most));
        system.row(vec![(cells[0], 1.0), (cells[1], 1.0), (cells[2], -1.0)], 0.0, 0.0);
        let mut search = Search::new(&system, vec![3.0, 18.0, 21.0]).expect("the truth contradicts nothing");
        search.step(cells[0], 3.0);
        search.step(cells[0], -3.0);
        assert_eq!(search.into_seen()[cells[0]], (1.0, 4.0));
    }
}
