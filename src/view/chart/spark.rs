//! A line the size of a word, with its last value. No axes: it shows the form only.

use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Fill};
use super::line;
use super::scale::Scale;
use super::subject::{MISSING_WORDS, Subject, WITHHELD_SIGN};

/// Draws the line from zero up, a marker at its last number, and that number.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    let series = &subject.series[0];
    let (top, bottom) = (6.0, 6.0 + canvas.sheet.plot_height);
    let last = series.values.last();
    let said = match last.and_then(|value| value.words()) {
        Some(words) => words,
        None if last.is_some_and(|value| value.is_withheld()) => WITHHELD_SIGN,
        None => MISSING_WORDS,
    };
    let right = (canvas.sheet.width - EDGE - canvas.text_width(said) * 1.08 - 10.0).max(EDGE * 6.0);
    let scale = Scale::holding(subject.numbers(), 2);
    let step = (right - EDGE * 2.0) / (series.values.len().max(2) - 1) as f64;
    let points: Vec<Option<(f64, f64)>> = (series.values.iter().enumerate())
        .map(|(at, value)| value.number().map(|v| (EDGE * 2.0 + at as f64 * step, scale.place(v, bottom, top))))
        .collect();
    for (at, _) in series.values.iter().enumerate().filter(|(_, value)| value.is_withheld()) {
        let x = EDGE * 2.0 + at as f64 * step;
        let half = (step * 0.4).clamp(1.0, 4.0);
        canvas.rect([x - half, bottom - 10.0, x + half, bottom], Fill::Hatch, Some(subject.mark_title(0, at)));
    }
    line::draw_runs(canvas, 0, &points);
    if let Some((at, place)) = points.iter().enumerate().rev().find_map(|(at, place)| Some((at, (*place)?))) {
        line::marker(canvas, 0, place, 3.0, Some(subject.mark_title(0, at)));
    }
    let middle = (top + bottom) / 2.0;
    canvas.words(Words::bold(said), canvas.sheet.width - EDGE, middle + canvas.baseline(), Anchor::End);
    canvas.reach(bottom + 6.0);
}
