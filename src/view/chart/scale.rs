//! From values to places, with round ticks (1, 2 or 5 times a power of ten). Knows no pixels until asked.

/// A linear scale that contains zero, with its ticks from low to high.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    ticks: Vec<f64>,
}

impl Scale {
    /// A scale that holds zero and all `values` in at most `most` steps; its ticks are whole when the values are.
    pub fn holding(values: impl Iterator<Item = f64> + Clone, most: u32) -> Scale {
        let low = values.clone().fold(0.0_f64, f64::min);
        let high = values.clone().fold(0.0_f64, f64::max);
        let whole = values.clone().all(|v| v == v.trunc());
        let span = if high > low { high - low } else { 1.0 };
        let mut step = Step::at_least(span / f64::from(most));
        if whole && step.size() < 1.0 {
            step = Step { digit: 1, tens: 0 };
        }
        // Below and above zero round up separately, so there can be one step too many.
        loop {
            let first = (low / step.size()).floor() as i64;
            let last = ((high / step.size()).ceil() as i64).max(first + 1);
            if last - first <= i64::from(most) {
                return Scale { ticks: (first..=last).map(|n| step.times(n)).collect() };
            }
            step = step.next();
        }
    }

    /// The ticks, the lowest first.
    pub fn ticks(&self) -> &[f64] {
        &self.ticks
    }

    /// The lowest tick.
    pub fn low(&self) -> f64 {
        self.ticks[0]
    }

    /// The highest tick.
    pub fn high(&self) -> f64 {
        self.ticks[self.ticks.len() - 1]
    }

    /// Where `value` stands when the lowest tick is at `from` and the highest at `to`.
    pub fn place(&self, value: f64, from: f64, to: f64) -> f64 {
        from + (value - self.low()) / (self.high() - self.low()) * (to - from)
    }
}

/// `digit × 10^tens`; kept in parts so that its multiples are the nearest doubles (0.3, not 0.30000000000000004).
#[derive(Clone, Copy)]
struct Step {
    digit: i64,
    tens: i32,
}

impl Step {
    fn at_least(size: f64) -> Step {
        let mut step = Step { digit: 1, tens: 0 };
        while step.size() >= size {
            step.tens -= 1;
        }
        while step.size() < size {
            step = step.next();
        }
        step
    }

    fn next(self) -> Step {
        match self.digit {
            1 => Step { digit: 2, ..self },
            2 => Step { digit: 5, ..self },
            _ => Step { digit: 1, tens: self.tens + 1 },
        }
    }

    fn size(self) -> f64 {
        self.times(1)
    }

    fn times(self, n: i64) -> f64 {
        let power = (0..self.tens.unsigned_abs()).fold(1.0_f64, |power, _| power * 10.0);
        let whole = (self.digit * n) as f64;
        if self.tens < 0 { whole / power } else { whole * power }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ticks(values: &[f64], most: u32) -> Vec<f64> {
        Scale::holding(values.iter().copied(), most).ticks
    }

    #[test]
    fn ticks_are_round_and_start_from_zero() {
        assert_eq!(ticks(&[812.0, 1905.0], 5), [0.0, 500.0, 1000.0, 1500.0, 2000.0]);
        assert_eq!(ticks(&[3.0], 5), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(&[0.27], 3), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(&[-12.0, 30.0], 5), [-20.0, -10.0, 0.0, 10.0, 20.0, 30.0]);
        assert_eq!(ticks(&[-12.0, 31.0], 5), [-20.0, 0.0, 20.0, 40.0]);
        assert_eq!(ticks(&[0.0], 5), [0.0, 1.0]);
        assert_eq!(ticks(&[1.0, 1.0], 5), [0.0, 1.0]);
    }

    proptest! {
        #[test]
        fn every_value_stands_between_the_ends(values in prop::collection::vec(-1e12..1e12_f64, 1..20), most in 3_u32..8) {
            let scale = Scale::holding(values.iter().copied(), most);
            prop_assert!(scale.ticks().len() <= most as usize + 1);
            prop_assert!(scale.low() <= 0.0 && 0.0 <= scale.high());
            for value in values {
                prop_assert!((0.0..=100.0).contains(&scale.place(value, 0.0, 100.0)));
            }
        }
    }
}
