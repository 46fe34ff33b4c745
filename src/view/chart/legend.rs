//! Rows of swatches with their words. Says what colours, patterns and dashes mean; does not choose them.

use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Fill, Stroke};
use super::line;
use super::subject::Subject;
use super::text;

/// Width of a swatch of a line; a box is half as wide.
const LINE_SWATCH: f64 = 30.0;
const BOX_SWATCH: f64 = 15.0;

/// The picture before the words.
pub enum Swatch {
    /// A filled box.
    Box(Fill, Option<Stroke>),
    /// A piece of the line of a series.
    Line(u8),
}

/// Names the series by their patterns, when there are several.
pub fn patterns(canvas: &mut Canvas, subject: &Subject<'_>) {
    if subject.series.len() > 1 {
        let entry = |(number, name): (u8, &str)| (Swatch::Box(Fill::Pattern(number), None), name.to_owned());
        let entries: Vec<_> = (0_u8..).zip(subject.series.iter().map(|s| s.name.as_str())).map(entry).collect();
        flow(canvas, &entries);
    }
}

/// Names the series by their lines.
pub fn lines(canvas: &mut Canvas, subject: &Subject<'_>) {
    let names = subject.series.iter().map(|series| series.name.clone());
    let entries: Vec<_> = (0_u8..).map(Swatch::Line).zip(names).collect();
    flow(canvas, &entries);
}

/// Puts entries beside each other, beginning new rows as needed, below what is drawn so far.
pub fn flow(canvas: &mut Canvas, entries: &[(Swatch, String)]) {
    let mut x = EDGE;
    let mut middle = canvas.bottom() + canvas.leading() * 0.7;
    for (swatch, words) in entries {
        let picture = match swatch {
            Swatch::Box(..) => BOX_SWATCH,
            Swatch::Line(_) => LINE_SWATCH,
        };
        let words = text::cut(words, canvas.sheet.size, canvas.sheet.width - 2.0 * EDGE - picture - 6.0);
        let width = picture + 6.0 + canvas.text_width(&words);
        if x > EDGE && x + width > canvas.sheet.width - EDGE {
            x = EDGE;
            middle += canvas.leading() * 1.1;
        }
        match swatch {
            Swatch::Box(fill, stroke) => {
                canvas.outlined_rect([x, middle - 6.0, x + picture, middle + 6.0], *fill, *stroke, None);
            }
            Swatch::Line(series) => {
                canvas.polyline(&[(x, middle), (x + picture, middle)], line::stroke(*series));
                line::marker(canvas, *series, (x + picture / 2.0, middle), 4.0, None);
            }
        }
        canvas.words(Words::ink(&words), x + picture + 6.0, middle + canvas.baseline(), Anchor::Start);
        x += width + 18.0;
    }
}
