//! Lying bars below each other, and the rows they share with lying stacks.

use super::axis::{self, ABSENT_HEIGHT, DOTTED};
use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Colour, Fill};
use super::legend;
use super::subject::{MISSING_WORDS, Subject, WITHHELD_SIGN};
use super::text;

/// Distance between the end of a bar and its value.
const GAP: f64 = 6.0;

/// Draws one row per category, with one bar per series.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    legend::patterns(canvas, subject);
    axis::head(canvas, subject);
    let spoken = subject.series.iter().flat_map(|series| &series.values).filter_map(|value| value.words());
    let widest = spoken.map(|words| canvas.text_width(words)).fold(canvas.text_width(MISSING_WORDS), f64::max);
    let (low, high) = subject.numbers().fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
    let rows = Rows::name(canvas, subject, subject.series.len(), [low, high], widest + GAP);
    for category in 0..subject.categories.len() {
        for (number, series) in (0_u8..).zip(subject.series) {
            let (top, bottom) = rows.bar(category, usize::from(number));
            let baseline = (top + bottom) / 2.0 + canvas.baseline();
            let title = subject.mark_title(usize::from(number), category);
            let value = &series.values[category];
            let zero = rows.x(0.0);
            if let (Some(number_value), Some(words)) = (value.number(), value.words()) {
                let end = rows.x(number_value);
                canvas.rect([zero.min(end), top, zero.max(end), bottom], Fill::Pattern(number), Some(title));
                let (x, anchor) = if number_value < 0.0 { (end - GAP, Anchor::End) } else { (end + GAP, Anchor::Start) };
                canvas.words(Words::ink(words), x, baseline, anchor);
            } else {
                mark_absent(canvas, (zero, top, bottom), value.is_withheld(), title);
            }
        }
    }
    rows.zero_line(canvas);
    axis::foot(canvas, subject);
}

/// Marks a withheld or missing value at the beginning of its row, with its sign.
pub fn mark_absent(canvas: &mut Canvas, (left, top, bottom): (f64, f64, f64), withheld: bool, title: String) {
    let area = [left, top, left + ABSENT_HEIGHT, bottom];
    let sign = if withheld {
        canvas.rect(area, Fill::Hatch, Some(title));
        WITHHELD_SIGN
    } else {
        canvas.outlined_rect(area, Fill::None, Some(DOTTED), Some(title));
        MISSING_WORDS
    };
    let baseline = (top + bottom) / 2.0 + canvas.baseline();
    canvas.words(Words::muted(sign), left + ABSENT_HEIGHT + GAP, baseline, Anchor::Start);
}

/// The rows of a lying chart, with their names.
pub struct Rows {
    left: f64,
    right: f64,
    low: f64,
    high: f64,
    thickness: f64,
    bars: f64,
    tops: Vec<f64>,
}

impl Rows {
    /// Names the categories: beside their bars, or above them on a narrow sheet. `room` px stay free for values at the
    /// right, and at the left as well when there are values below zero.
    pub fn name(canvas: &mut Canvas, subject: &Subject<'_>, bars: usize, [low, high]: [f64; 2], room: f64) -> Rows {
        let (size, leading) = (canvas.sheet.size, canvas.leading());
        let thickness = if bars == 1 { 20.0 } else { 17.0 };
        let bars = bars as f64;
        let widest = subject.categories.iter().map(|name| canvas.text_width(name)).fold(0.0, f64::max);
        let beside = if canvas.sheet.narrow { 0.0 } else { widest.min(canvas.sheet.width * 0.34) };
        let mut top = canvas.bottom() + 10.0;
        let mut tops = Vec::new();
        for name in &subject.categories {
            let height = bars * thickness;
            if canvas.sheet.narrow {
                let name = text::cut(name, size, canvas.sheet.width - 2.0 * EDGE);
                canvas.words(Words::ink(&name), EDGE, top + size * 0.9, Anchor::Start);
                tops.push(top + leading);
                top += leading + height + 9.0;
            } else {
                let lines = text::wrap_or_cut(name, size, beside, 2);
                let height = height.max(lines.len() as f64 * leading);
                for (line, words) in (0_u8..).zip(&lines) {
                    let middle = top + height / 2.0 + (f64::from(line) - (lines.len() as f64 - 1.0) / 2.0) * leading;
                    canvas.words(Words::ink(words), EDGE + beside, middle + canvas.baseline(), Anchor::End);
                }
                tops.push(top + (height - bars * thickness) / 2.0);
                top += height + 8.0;
            }
        }
        let left = EDGE + if beside > 0.0 { beside + 8.0 } else { 0.0 } + if low < 0.0 { room } else { 0.0 };
        canvas.reach(top - 4.0);
        let high = if high > low { high } else { 1.0 };
        Rows { left, right: canvas.sheet.width - EDGE - room, low, high, thickness, bars, tops }
    }

    /// Where a value stands.
    pub fn x(&self, value: f64) -> f64 {
        self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)
    }

    /// Upper and lower edge of a bar.
    pub fn bar(&self, category: usize, bar: usize) -> (f64, f64) {
        let top = self.tops[category] + bar as f64 * self.thickness;
        (top, top + self.thickness - 1.0)
    }

    /// Draws the line at which all bars begin.
    pub fn zero_line(&self, canvas: &mut Canvas) {
        for top in &self.tops {
            canvas.rule((self.x(0.0), top - 2.0), (self.x(0.0), top + self.bars * self.thickness + 1.0), Colour::Ink);
        }
    }
}
