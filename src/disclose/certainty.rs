//! How far chance alone can move a share or a rate of few records (güven aralığı): between which values it lies in 95 of
//! 100 such tables. Computed from the numbers as they are shown, so that an interval tells nothing that they do not. Not the
//! interval in which a withheld number lies: that is `interval`.
//!
//! Shares: E. B. Wilson 1927, JASA 22(158). Rates: exact for a Poisson count, F. Garwood 1936, Biometrika 28(3/4).

use std::collections::BTreeMap;

/// The intervals of a table's cells, by row and column.
pub type Ranges = BTreeMap<(usize, usize), (f64, f64)>;

/// The 97.5th percentile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;
/// What lies beyond each end.
const TAIL: f64 = 0.025;

/// Between which shares `of` in `within` lies.
pub(super) fn wilson(of: f64, within: f64) -> (f64, f64) {
    let share = of / within;
    let weight = 1.0 + Z * Z / within;
    let middle = (share + Z * Z / (2.0 * within)) / weight;
    let half = Z / weight * (share * (1.0 - share) / within + Z * Z / (4.0 * within * within)).sqrt();
    // At both ends the interval is closed, where the last bit may say otherwise.
    (if of > 0.0 { middle - half } else { 0.0 }, if of < within { middle + half } else { 1.0 })
}

/// Between which expected counts lies what gave `count`.
pub(super) fn poisson(count: f64) -> (f64, f64) {
    let low = if count > 0.0 { mean_where(1.0 - TAIL, count - 1.0) } else { 0.0 };
    (low, mean_where(TAIL, count))
}

/// The mean at which a Poisson count is at most `count` with this probability; falls as the mean grows.
fn mean_where(probability: f64, count: f64) -> f64 {
    let (mut low, mut high) = (0.0, 2.0 * count + 20.0);
    while at_most(count, high) > probability {
        high *= 2.0;
    }
    // Halved until nothing lies between.
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if at_most(count, middle) > probability { low = middle } else { high = middle }
    }
}

/// The probability of at most `count` where `mean` are expected; by logarithms, which do not vanish for large means.
fn at_most(count: f64, mean: f64) -> f64 {
    if mean == 0.0 {
        return 1.0;
    }
    let (mut term, mut sum, mut k) = (-mean, (-mean).exp(), 1.0);
    while k <= count {
        term += mean.ln() - f64::ln(k);
        sum += term.exp();
        k += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Oracle {
        wilson: Vec<[f64; 4]>,
        poisson: Vec<[f64; 3]>,
    }

    /// Computed by SciPy, with the script beside the values.
    #[test]
    fn both_intervals_agree_with_an_independent_computation() {
        let oracle: Oracle = serde_json::from_str(include_str!("../../tests/oracles/certainty.json")).expect("is JSON");
        assert!(oracle.wilson.len() > 50 && oracle.poisson.len() > 10);
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
        for [of, within, low, high] in oracle.wilson {
            let ours = wilson(of, within);
            assert!(near(ours.0, low) && near(ours.1, high), "{of} of {within}: {ours:?}, not {low} to {high}");
        }
        for [count, low, high] in oracle.poisson {
            let ours = poisson(count);
            assert!(near(ours.0, low) && near(ours.1, high), "{count}: {ours:?}, not {low} to {high}");
        }
    }
}
