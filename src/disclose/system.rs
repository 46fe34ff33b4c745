//! What an attacker can write down (denklem sistemi): every number that may be asked about as an unknown with the interval
//! that is published of it, and every sum that ties such numbers together. Not how the unknowns are found.

/// An unknown of a [`System`], by its place.
pub(super) type Unknown = usize;

/// How far from a bound a computed point may lie: the solver's own tolerance and a little more. Counts are whole, so a
/// millionth of a person decides nothing.
pub(super) const TOLERANCE: f64 = 1e-5;

/// `least ≤ Σ factor · unknown ≤ most`, each unknown once and in rising order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub terms: Vec<(Unknown, f64)>,
    pub least: f64,
    pub most: f64,
}

/// Unknowns, what is published of each, and the sums between them.
#[derive(Clone, Debug, Default)]
pub(super) struct System {
    bounds: Vec<(f64, f64)>,
    rows: Vec<Row>,
    /// Rows of each unknown.
    touching: Vec<Vec<usize>>,
}

impl System {
    /// A system with room for so many unknowns.
    pub(super) fn with_room(unknowns: usize) -> System {
        System { bounds: Vec::with_capacity(unknowns), rows: Vec::new(), touching: Vec::with_capacity(unknowns) }
    }

    /// An unknown of which this interval is published.
    pub(super) fn unknown(&mut self, least: f64, most: f64) -> Unknown {
        self.bounds.push((least, most));
        self.touching.push(Vec::new());
        self.bounds.len() - 1
    }

    /// One sum more. What stands on both sides of it says nothing.
    pub(super) fn row(&mut self, mut terms: Vec<(Unknown, f64)>, least: f64, most: f64) {
        terms.sort_by_key(|(unknown, _)| *unknown);
        terms.dedup_by(|later, first| {
            let same = later.0 == first.0;
            first.1 += if same { later.1 } else { 0.0 };
            same
        });
        terms.retain(|(_, factor)| *factor != 0.0);
        if terms.is_empty() {
            return;
        }
        for (unknown, _) in &terms {
            self.touching[*unknown].push(self.rows.len());
        }
        self.rows.push(Row { terms, least, most });
    }

    /// What is published of an unknown.
    pub(super) fn bounds(&self, unknown: Unknown) -> (f64, f64) {
        self.bounds[unknown]
    }

    /// Publishes something else of an unknown.
    pub(super) fn set_bounds(&mut self, unknown: Unknown, least: f64, most: f64) {
        self.bounds[unknown] = (least, most);
    }

    /// How many unknowns there are.
    pub(super) fn len(&self) -> usize {
        self.bounds.len()
    }

    /// The sums.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A sum by its place.
    pub(super) fn row_at(&self, row: usize) -> &Row {
        &self.rows[row]
    }

    /// The sums an unknown stands in.
    pub(super) fn rows_of(&self, unknown: Unknown) -> &[usize] {
        &self.touching[unknown]
    }

    /// True when nothing published contradicts these values.
    pub(super) fn holds(&self, point: &[f64]) -> bool {
        let within = |value: f64, (least, most): (f64, f64)| value >= least - TOLERANCE && value <= most + TOLERANCE;
        self.bounds.iter().zip(point).all(|(bounds, value)| within(*value, *bounds))
            && self.rows.iter().all(|row| within(row.sum(point), (row.least, row.most)))
    }

    /// What follows for each unknown from one sum after another. Never narrower than what all sums together give: a cell
    /// that is too narrow here is too narrow for certain.
    pub(super) fn propagated(&self) -> Vec<(f64, f64)> {
        const SWEEPS: usize = 6;
        let mut bounds = self.bounds.clone();
        for _ in 0..SWEEPS {
            let mut changed = false;
            for row in &self.rows {
                changed |= row.tighten(&mut bounds);
            }
            if !changed {
                break;
            }
        }
        bounds
    }

    /// `from` and the unknowns tied to it by sums, nearest and through the shortest sums first. Looks no farther than asked.
    pub(super) fn around(&self, from: Unknown) -> impl Iterator<Item = Unknown> + '_ {
        let mut found = vec![from];
        let mut taken = vec![false; self.len()];
        let mut read = vec![false; self.rows.len()];
        taken[from] = true;
        let (mut given, mut next) = (0, 0);
        std::iter::from_fn(move || {
            while given == found.len() && next < found.len() {
                let mut rows: Vec<usize> = self.touching[found[next]].iter().copied().filter(|row| !read[*row]).collect();
                rows.sort_by_key(|row| (self.rows[*row].terms.len(), *row));
                for row in rows {
                    read[row] = true;
                    let terms = self.rows[row].terms.iter().map(|(unknown, _)| *unknown);
                    found.extend(terms.filter(|unknown| !std::mem::replace(&mut taken[*unknown], true)));
                }
                next += 1;
            }
            given += 1;
            found.get(given - 1).copied()
        })
    }
}

impl Row {
    /// Its sum at a point.
    pub(super) fn sum(&self, point: &[f64]) -> f64 {
        self.terms.iter().map(|(unknown, factor)| factor * point[*unknown]).sum()
    }

    /// How often an unknown counts in it.
    pub(super) fn factor(&self, unknown: Unknown) -> f64 {
        self.terms.binary_search_by_key(&unknown, |(unknown, _)| *unknown).map_or(0.0, |at| self.terms[at].1)
    }

    /// Narrows the bounds of its unknowns by each other; true when one moved.
    fn tighten(&self, bounds: &mut [(f64, f64)]) -> bool {
        let ends = |(unknown, factor): (Unknown, f64), bounds: &[(f64, f64)]| {
            let (least, most) = bounds[unknown];
            if factor > 0.0 { (factor * least, factor * most) } else { (factor * most, factor * least) }
        };
        let (mut low, mut high) = (Total::default(), Total::default());
        for term in &self.terms {
            let (least, most) = ends(*term, bounds);
            low.add(least);
            high.add(most);
        }
        let mut changed = false;
        for (unknown, factor) in &self.terms {
            let (least, most) = ends((*unknown, *factor), bounds);
            let (others_low, others_high) = (low.without(least, f64::NEG_INFINITY), high.without(most, f64::INFINITY));
            let (mut a, mut b) = ((self.least - others_high) / factor, (self.most - others_low) / factor);
            if *factor < 0.0 {
                std::mem::swap(&mut a, &mut b);
            }
            let (old_least, old_most) = bounds[*unknown];
            // Rounding errors must not cross the ends; tiny steps are not worth another sweep.
            let (rises, falls) = (a > old_least + TOLERANCE, b < old_most - TOLERANCE);
            if rises || falls {
                let new_least = if rises { a.min(old_most) } else { old_least };
                bounds[*unknown] = (new_least, if falls { b.max(new_least) } else { old_most });
                let (now_least, now_most) = ends((*unknown, *factor), bounds);
                low.take(least);
                low.add(now_least);
                high.take(most);
                high.add(now_most);
                changed = true;
            }
        }
        changed
    }
}

/// A sum in which open ends are counted apart, so that one of them does not hide what follows for its own unknown.
#[derive(Clone, Copy, Default)]
struct Total {
    finite: f64,
    open: i32,
}

impl Total {
    fn add(&mut self, end: f64) {
        match end.is_finite() {
            true => self.finite += end,
            false => self.open += 1,
        }
    }

    fn take(&mut self, end: f64) {
        match end.is_finite() {
            true => self.finite -= end,
            false => self.open -= 1,
        }
    }

    fn without(mut self, end: f64, infinite: f64) -> f64 {
        self.take(end);
        if self.open == 0 { self.finite } else { infinite }
    }
}
