//! Which months are unusual (olağan dışı aylar): the limits of an XmR chart around one value a month. Worded neutrally: a
//! month outside the limits asks for a look, it is no verdict.
//!
//! Limits: mean ± 2.66 × mean moving range (Wheeler, *Understanding Variation*, 1993). A run of seven on one side of the
//! mean is a shift (NHS England, *Making Data Count*).

use super::{Given, decimal, table};
use crate::diag::Diagnostics;
use crate::table::{Cell, Kind, Table};

/// 3 / d₂ for ranges of two.
const FACTOR: f64 = 2.66;
/// With fewer months limits say more about chance than about the work.
const FEWEST: usize = 12;
/// So many months in a row on one side of the mean are a shift.
const RUN: usize = 7;

/// Mean and natural limits of values in time; no lower limit below nought where no value is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Limits {
    mean: f64,
    low: f64,
    high: f64,
}

fn of(values: &[f64]) -> Option<Limits> {
    if values.len() < FEWEST {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let range = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum::<f64>() / (values.len() - 1) as f64;
    let floor = if values.iter().all(|v| *v >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
    Some(Limits { mean, low: (mean - FACTOR * range).max(floor), high: mean + FACTOR * range })
}

/// What is said about each value.
fn words(values: &[f64], limits: Limits) -> Vec<&'static str> {
    let side = |value: f64| i8::from(value > limits.mean) - i8::from(value < limits.mean);
    let mut words = Vec::with_capacity(values.len());
    for run in values.chunk_by(|a, b| side(*a) == side(*b)) {
        let shift = run.len() >= RUN && side(run[0]) != 0;
        words.extend(run.iter().map(|value| match value {
            value if *value > limits.high => "olağan aralığın üstünde",
            value if *value < limits.low => "olağan aralığın altında",
            value if shift && *value > limits.mean => "uzun süredir ortalamanın üstünde",
            _ if shift => "uzun süredir ortalamanın altında",
            _ => "olağan aralıkta",
        }));
    }
    words
}

/// For every group and time: the value, ortalama, alt_sinir, ust_sinir and degerlendirme.
pub(super) fn limits(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, time: &str, value: &str) -> Option<Table> {
    let cells = records.reveal("estimate: one value a month");
    let Some(values) = cells.numbers(value) else {
        diag.push(given.wrong_column("value", value, "integer, decimal"));
        return None;
    };
    let (groups, times) = (cells.groups(&given.by())?, cells.groups(&[time])?);
    let mut series: Vec<Vec<(u32, f64, usize)>> = vec![Vec::new(); groups.keys.len()];
    for (row, number) in values.into_iter().enumerate() {
        if let Some(number) = number.filter(|_| !times.keys[times.of[row] as usize][0].is_null()) {
            series[groups.of[row] as usize].push((times.of[row], number, row));
        }
    }
    let place = records.position(value)?;
    let mut rows = Vec::new();
    for (mut points, key) in series.into_iter().zip(&groups.keys) {
        points.sort_unstable_by_key(|(time, ..)| *time);
        let values: Vec<f64> = points.iter().map(|(_, value, _)| *value).collect();
        let limits = of(&values);
        let words = limits.map_or_else(|| vec!["yeterli ay yok"; values.len()], |limits| words(&values, limits));
        for ((time, _, row), words) in points.iter().zip(words) {
            let bounds = [limits.map(|l| l.mean), limits.map(|l| l.low), limits.map(|l| l.high)].map(decimal);
            let own = [times.keys[*time as usize][0].clone(), cells.cell(*row, place)];
            rows.push(key.iter().cloned().chain(own).chain(bounds).chain([Cell::Text(words.into())]).collect());
        }
    }
    let kind = |name: &str| records.column(name).map_or(Kind::Text, |c| c.kind);
    let title = |name: &str| records.column(name).and_then(|c| c.title.clone()).unwrap_or_else(|| name.into());
    let own = [
        (time, &*title(time), kind(time)),
        (value, &*title(value), kind(value)),
        ("ortalama", "Ortalama", Kind::Decimal),
        ("alt_sinir", "Alt sınır", Kind::Decimal),
        ("ust_sinir", "Üst sınır", Kind::Decimal),
        ("degerlendirme", "Değerlendirme", Kind::Text),
    ];
    Some(table(records, &given.syntax.by, &own, rows.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_one_can_check_by_hand() {
        // Twelve months between 10 and 12, then one of 30: the moving ranges are eleven twos and one 18.
        let mut values: Vec<f64> = (0..12).map(|month| if month % 2 == 0 { 10.0 } else { 12.0 }).collect();
        values.push(30.0);
        let limits = of(&values).expect("enough months");
        assert_eq!(limits.mean, 162.0 / 13.0);
        assert!((limits.high - (162.0 / 13.0 + 2.66 * 40.0 / 12.0)).abs() < 1e-12);
        assert_eq!(words(&values, limits)[12], "olağan aralığın üstünde");
        assert_eq!(words(&values, limits)[11], "uzun süredir ortalamanın altında", "all twelve lie below a mean of 12.46");
        assert_eq!(of(&values[..11]), None);
    }

    #[test]
    fn seven_in_a_row_are_a_shift_and_six_are_not() {
        let series = |run: usize| -> Vec<f64> {
            let mut values = vec![8.0, 10.0, 8.0, 10.0, 8.0, 10.0];
            values.extend(vec![10.0; run]);
            values.extend(vec![8.0, 8.0, 8.0, 8.0]);
            values
        };
        let shifts = |values: &[f64]| {
            let limits = of(values).expect("enough months");
            words(values, limits).iter().filter(|w| w.contains("uzun")).count()
        };
        // The sixth value before the run lies on the same side.
        assert_eq!((shifts(&series(5)), shifts(&series(6))), (0, 7));
    }
}
