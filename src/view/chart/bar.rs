//! Upright bars, one series or several side by side. Not stacked ones.

use super::axis::{self, Plot};
use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Fill};
use super::scale::Scale;
use super::subject::Subject;
use super::{horizontal, legend};

/// Part of a category's width that its bars fill.
const FILLED: f64 = 0.76;

/// Draws the bars; lying ones when the names of the categories do not fit below upright ones.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    if !names_fit(canvas, subject) {
        return horizontal::draw(canvas, subject);
    }
    legend::patterns(canvas, subject);
    axis::head(canvas, subject);
    let plot = axis::upright(canvas, subject, Scale::holding(subject.numbers(), 5), EDGE);
    for category in 0..subject.categories.len() {
        for (number, series) in (0_u8..).zip(subject.series) {
            let [left, right] = slot(&plot, subject, number, category);
            let title = subject.mark_title(usize::from(number), category);
            let value = &series.values[category];
            match value.number() {
                Some(value) => {
                    let (end, zero) = (plot.y(value), plot.y(0.0));
                    let area = [left, end.min(zero), right, end.max(zero)];
                    canvas.rect(area, Fill::Pattern(number), Some(title));
                }
                None => {
                    let beside = if subject.series.len() == 1 { plot.band() * (1.0 - FILLED) } else { 0.0 };
                    axis::mark_absent(canvas, &plot, [left, right], right - left + 2.0 * beside, (value.is_withheld(), title));
                }
            }
        }
    }
    write_values(canvas, subject, &plot);
    axis::foot(canvas, subject);
}

/// True when every category can be named below an upright column.
pub fn names_fit(canvas: &Canvas, subject: &Subject<'_>) -> bool {
    let plot_width = canvas.sheet.width - 60.0;
    let band = plot_width / subject.categories.len() as f64;
    subject.months.is_some() || axis::broken_names(canvas, &subject.categories, band).is_some()
}

fn slot(plot: &Plot, subject: &Subject<'_>, series: u8, category: usize) -> [f64; 2] {
    let width = plot.band() * FILLED / subject.series.len() as f64;
    let left = plot.middle(category) - plot.band() * FILLED / 2.0 + width * f64::from(series);
    // A thread of ground between neighbours, where there is room for it.
    let gap = if subject.series.len() > 1 && width > 6.0 { 1.0 } else { 0.0 };
    [left, left + width - gap]
}

/// Writes all values when all fit above their bars, else only the highest, the last and the lowest.
fn write_values(canvas: &mut Canvas, subject: &Subject<'_>, plot: &Plot) {
    let mut bars: Vec<(u8, usize, f64, &str)> = Vec::new();
    for (number, series) in (0_u8..).zip(subject.series) {
        for (category, value) in series.values.iter().enumerate() {
            if let (Some(value), Some(words)) = (value.number(), value.words()) {
                bars.push((number, category, value, words));
            }
        }
    }
    let room = plot.band() * if subject.series.len() > 1 { FILLED } else { 1.0 } / subject.series.len() as f64;
    if bars.iter().any(|bar| canvas.text_width(bar.3) > room) {
        let highest = bars.iter().copied().reduce(|a, b| if b.2 > a.2 { b } else { a });
        let lowest = bars.iter().copied().reduce(|a, b| if b.2 < a.2 { b } else { a });
        bars = match subject.series.len() {
            1 => [highest, bars.last().copied(), lowest].into_iter().flatten().collect(),
            _ => highest.into_iter().collect(),
        };
    }
    for (series, category, value, words) in bars {
        let [left, right] = slot(plot, subject, series, category);
        let baseline = match value < 0.0 {
            true => plot.y(value) + canvas.sheet.size,
            false => plot.y(value) - 4.0,
        };
        // Above a neighbour's bar the words would stand on its pattern.
        let covered = |other: usize| {
            other < subject.categories.len()
                && subject.series.len() == 1
                && subject.series[0].values[other].number().is_some_and(|beside| beside > value)
        };
        let spills = canvas.text_width(words) > room;
        if spills && (covered(category + 1) || category > 0 && covered(category - 1)) {
            continue;
        }
        canvas.words_if_free(Words::ink(words), (left + right) / 2.0, baseline, Anchor::Middle);
    }
}
