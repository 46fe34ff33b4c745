//! How long until it is closed, what is still open included (sağkalım çözümlemesi): Kaplan–Meier with log-log Greenwood
//! intervals, as `lifelines` and R's `survfit(conf.type = "log-log")` give them. Counting only what is closed would call
//! slow work fast.
//!
//! Kaplan and Meier 1958, JASA 53(282); intervals of quantiles: Brookmeyer and Crowley 1982, Biometrics 38(1).

use super::spans::{self, Spans};
use super::{Followed, Given, Made, count, decimal, table};
use crate::diag::Diagnostics;
use crate::model::figure::Times;
use crate::table::{Cell, Kind, Table};

/// The 97.5th percentile of the standard normal distribution: intervals hold 95 %.
const Z: f64 = 1.959_963_984_540_054;
/// Sums of fractions may miss one half by their last bit.
const SLACK: f64 = 1e-12;

/// The curve just after one time at which something was closed.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    /// Days.
    time: f64,
    /// The share still open.
    open: f64,
    /// The 95 % interval of that share.
    low: f64,
    high: f64,
}

/// The steps of the Kaplan–Meier curve of `(days, closed)`; sorts them. O(n log n).
fn curve(spans: &mut [(f64, bool)]) -> Vec<Step> {
    spans.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (mut steps, mut open, mut greenwood) = (Vec::new(), 1.0, 0.0);
    let mut at_risk = spans.len();
    for tied in spans.chunk_by(|a, b| a.0 == b.0) {
        let closed = tied.iter().filter(|(_, closed)| *closed).count();
        if closed > 0 {
            let (n, d) = (at_risk as f64, closed as f64);
            open *= (n - d) / n;
            greenwood += d / (n * (n - d));
            let (low, high) = interval(open, greenwood);
            steps.push(Step { time: tied[0].0, open, low, high });
        }
        at_risk -= tied.len();
    }
    steps
}

/// The interval of a share from Greenwood's sum, symmetric on the scale log(−log S).
fn interval(open: f64, greenwood: f64) -> (f64, f64) {
    if open <= 0.0 {
        return (0.0, 0.0);
    }
    let log = open.ln();
    let half = Z * greenwood.sqrt() / log;
    let bound = |sign: f64| (-((-log).ln() + sign * half).exp()).exp();
    (bound(-1.0), bound(1.0))
}

/// The first time at which the share `of` a step is down to `level`.
fn first(steps: &[Step], level: f64, of: fn(&Step) -> f64) -> Option<f64> {
    steps.iter().find(|step| of(step) <= level + SLACK).map(|step| step.time)
}

/// The step that holds after `days` days.
fn at(steps: &[Step], days: f64) -> Step {
    let before = steps.partition_point(|step| step.time <= days);
    before.checked_sub(1).map_or(Step { time: 0.0, open: 1.0, low: 1.0, high: 1.0 }, |place| steps[place])
}

/// For every group: n, kapanan, acik, medyan and p90 in days, each with its interval.
pub(super) fn summary(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, times: &Times) -> Option<Made> {
    let spans = spans::read(diag, given, records, times)?;
    let [mut all, mut closed, mut open] = ["n", "kapanan", "acik"].map(|name| Followed::new(name, records));
    for span in &spans.list {
        let state = if span.end.is_some() { &mut closed } else { &mut open };
        state.rows[span.row as usize] = span.group;
        all.rows[span.row as usize] = span.group;
    }
    let rows = by_group(&spans).into_iter().zip(&spans.groups.keys).map(|(mut group, key)| {
        let closed = group.iter().filter(|(_, closed)| *closed).count();
        let counts = [count(group.len()), count(closed), count(group.len() - closed)];
        let steps = curve(&mut group);
        // Where the lower band is down to a level, so may the curve be: that is the earliest time.
        let quantiles = [0.5, 0.1].into_iter().flat_map(|level| {
            [first(&steps, level, |s| s.open), first(&steps, level, |s| s.low), first(&steps, level, |s| s.high)]
        });
        key.iter().cloned().chain(counts).chain(quantiles.map(decimal)).collect()
    });
    const OWN: &[(&str, &str, Kind)] = &[
        ("n", "Kayıt", Kind::Integer),
        ("kapanan", "Kapanan", Kind::Integer),
        ("acik", "Açık", Kind::Integer),
        ("medyan", "Medyan (gün)", Kind::Decimal),
        ("medyan_alt", "Medyan, alt sınır (gün)", Kind::Decimal),
        ("medyan_ust", "Medyan, üst sınır (gün)", Kind::Decimal),
        ("p90", "Onda dokuz (gün)", Kind::Decimal),
        ("p90_alt", "Onda dokuz, alt sınır (gün)", Kind::Decimal),
        ("p90_ust", "Onda dokuz, üst sınır (gün)", Kind::Decimal),
    ];
    Some(Made { table: table(records, &given.syntax.by, OWN, rows), traced: Some(vec![all, closed, open].into()) })
}

/// For every group and each number of days: n, how many were closed by then and how many were open for longer, and the
/// share still open in per cent with its interval. A share of few closed, or of few open, tells their number: whoever
/// shows it to citizens counts it by all three.
pub(super) fn curve_at(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, times: &Times, days: &[u32]) -> Option<Made> {
    let spans = spans::read(diag, given, records, times)?;
    let followed = along(&spans, records, days);
    let mut rows = Vec::new();
    for (mut group, key) in by_group(&spans).into_iter().zip(&spans.groups.keys) {
        let steps = curve(&mut group);
        for day in days {
            let after = f64::from(*day);
            let step = at(&steps, after);
            // The curve has sorted its group: who was watched longer stands behind.
            let (until, beyond) = group.split_at(group.partition_point(|(days, _)| *days <= after));
            let closed = until.iter().filter(|(_, closed)| *closed).count();
            // Beyond the longest observed time nothing is known, unless nothing is left.
            let known = !beyond.is_empty() || step.open == 0.0 || until.last().is_some_and(|(days, _)| *days == after);
            let shares = [step.open, step.low, step.high].map(|share| decimal(known.then_some(share * 100.0)));
            let counts = [Cell::Integer(i64::from(*day)), count(group.len()), count(closed), count(beyond.len())];
            rows.push(key.iter().cloned().chain(counts).chain(shares).collect());
        }
    }
    const OWN: &[(&str, &str, Kind)] = &[
        ("gun", "Gün", Kind::Integer),
        ("n", "Kayıt", Kind::Integer),
        ("kapanan", "O güne kadar kapanan", Kind::Integer),
        ("acik_kalan", "Daha uzun süre açık", Kind::Integer),
        ("acik_yuzde", "Hâlâ açık (%)", Kind::Decimal),
        ("acik_yuzde_alt", "Hâlâ açık, alt sınır (%)", Kind::Decimal),
        ("acik_yuzde_ust", "Hâlâ açık, üst sınır (%)", Kind::Decimal),
    ];
    Some(Made { table: table(records, &given.syntax.by, OWN, rows.into_iter()), traced: Some(followed.into()) })
}

/// Who is counted along the curve: a record that was closed after four days counts among the closed of every day from
/// then on. So each count of a day is a sum of parts: of those who came to be counted, or ceased to be, from day to day.
fn along(spans: &Spans, records: &Table, days: &[u32]) -> Vec<Followed> {
    let [mut all, mut closed, mut open] = ["n", "kapanan", "acik_kalan"].map(|name| Followed::new(name, records));
    let step = days.len() as u32;
    for span in &spans.list {
        let (row, first) = (span.row as usize, span.group * step);
        let lasted = span.days(spans.cutoff);
        // How many of the days it outlasted.
        let outlasted = days.iter().filter(|day| lasted > f64::from(**day)).count() as u32;
        all.rows[row] = span.group;
        if span.end.is_some() && outlasted < step {
            closed.rows[row] = first + outlasted;
        }
        if outlasted > 0 {
            open.rows[row] = first + outlasted - 1;
        }
    }
    let groups = || (0..spans.groups.keys.len() as u32).flat_map(|group| (0..step).map(move |day| (group, day)));
    all.parts = Some(groups().map(|(group, _)| vec![group]).collect());
    closed.parts = Some(groups().map(|(group, day)| (0..=day).map(|part| group * step + part).collect()).collect());
    open.parts = Some(groups().map(|(group, day)| (day..step).map(|part| group * step + part).collect()).collect());
    vec![all, closed, open]
}

fn by_group(spans: &Spans) -> Vec<Vec<(f64, bool)>> {
    let mut groups = vec![Vec::new(); spans.groups.keys.len()];
    for span in &spans.list {
        groups[span.group as usize].push((span.days(spans.cutoff), span.end.is_some()));
    }
    groups
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read fixtures, and end where something is wrong")]
mod tests {
    use super::*;

    fn steps(days: &[f64], closed: &[u8]) -> Vec<Step> {
        let mut spans: Vec<(f64, bool)> = days.iter().copied().zip(closed.iter().map(|c| *c == 1)).collect();
        curve(&mut spans)
    }

    #[test]
    fn a_curve_one_can_check_by_hand() {
        // Four requests: closed after 1 and 3 days, open since 2 and 4. After 1 day 3/4 are open, after 3 days 3/4 × 1/2.
        let steps = steps(&[1.0, 2.0, 3.0, 4.0], &[1, 0, 1, 0]);
        assert_eq!(steps.iter().map(|s| (s.time, s.open)).collect::<Vec<_>>(), [(1.0, 0.75), (3.0, 0.375)]);
        assert_eq!((first(&steps, 0.5, |s| s.open), first(&steps, 0.1, |s| s.open)), (Some(3.0), None));
        assert_eq!((at(&steps, 0.5).open, at(&steps, 2.9).open, at(&steps, 9.0).open), (1.0, 0.75, 0.375));
    }

    #[test]
    fn nobody_and_nobody_closed_have_no_median() {
        assert_eq!(steps(&[], &[]), []);
        assert_eq!(steps(&[3.0, 5.0], &[0, 0]), []);
        assert_eq!(first(&[], 0.5, |s| s.open), None);
    }

    /// `lifelines` is the reference of this method's users; the values were computed by it.
    #[test]
    fn a_thousand_sets_agree_with_lifelines() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/oracles/km.json");
        if !path.exists() {
            assert!(std::env::var("TELLAL_FIXTURES").as_deref() != Ok("required"), "{} is required", path.display());
            eprintln!("skipped: {} is absent", path.display());
            return;
        }
        let oracle: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let cases = oracle["cases"].as_array().unwrap();
        assert_eq!(cases.len(), 1000);
        let (mut points, mut worst) = (0, 0.0_f64);
        for (number, case) in cases.iter().enumerate() {
            let list = |key: &str| -> Vec<f64> { case[key].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect() };
            let closed: Vec<u8> = list("closed").iter().map(|c| *c as u8).collect();
            let steps = steps(&list("days"), &closed);
            assert_eq!(first(&steps, 0.5, |s| s.open), case["median"].as_f64(), "median of set {number}");
            assert_eq!(first(&steps, 0.1, |s| s.open), case["p90"].as_f64(), "90th percentile of set {number}");
            for point in case["at"].as_array().unwrap() {
                let step = at(&steps, point["t"].as_f64().unwrap());
                for (key, ours) in [("s", step.open), ("low", step.low), ("high", step.high)] {
                    let theirs = point[key].as_f64().unwrap_or_else(|| panic!("set {number}: no {key}"));
                    worst = worst.max((ours - theirs).abs());
                    assert!((ours - theirs).abs() < 1e-9, "set {number}, day {}: {key} {ours}, not {theirs}", point["t"]);
                    points += 1;
                }
            }
        }
        assert!(points > 9_000, "only {points} values were compared");
        eprintln!("{points} values, greatest difference {worst:e}");
    }
}
