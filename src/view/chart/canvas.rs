//! A sheet being drawn on: takes px, keeps integers, and remembers where words stand so that no two overlap.

use super::drawing::{Anchor, Colour, Drawing, Fill, Item, Point, Px, Shape, Stroke};
use super::text;

/// Measures of the sheet a chart is drawn on, in px of its view box.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Its width.
    pub width: f64,
    /// Font size of all words.
    pub size: f64,
    /// Height of the plot of upright kinds.
    pub plot_height: f64,
    /// True for the sheet of a telephone.
    pub narrow: bool,
}

/// For paper and desktop.
pub const WIDE: Sheet = Sheet { width: 720.0, size: 14.0, plot_height: 260.0, narrow: false };
/// For a telephone: half as wide, with larger words.
pub const NARROW: Sheet = Sheet { width: 360.0, size: 15.0, plot_height: 220.0, narrow: true };
/// For a line of text or a table cell.
pub const SPARK: Sheet = Sheet { width: 180.0, size: 14.0, plot_height: 28.0, narrow: true };

/// Empty room at the outer edges.
pub const EDGE: f64 = 4.0;

/// Where words stand: left, top, right, bottom.
type Area = [f64; 4];

/// A drawing in the making.
pub struct Canvas {
    /// What it is drawn on.
    pub sheet: Sheet,
    items: Vec<Item>,
    taken: Vec<Area>,
    bottom: f64,
}

/// A line of words before it has its place.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its colour.
    pub colour: Colour,
    /// True for bold type.
    pub bold: bool,
}

impl<'a> Words<'a> {
    /// Words in ink.
    pub fn ink(text: &'a str) -> Self {
        Words { text, colour: Colour::Ink, bold: false }
    }

    /// Words that stand back.
    pub fn muted(text: &'a str) -> Self {
        Words { text, colour: Colour::Muted, bold: false }
    }

    /// Words that stand out.
    pub fn bold(text: &'a str) -> Self {
        Words { text, colour: Colour::Ink, bold: true }
    }
}

impl Canvas {
    /// An empty canvas on `sheet`.
    pub fn new(sheet: Sheet) -> Canvas {
        Canvas { sheet, items: Vec::new(), taken: Vec::new(), bottom: 0.0 }
    }

    /// The drawing, as high as what is on it.
    pub fn finish(self) -> Drawing {
        Drawing { width: Px::from_f64(self.sheet.width), height: Px::from_f64(self.bottom.ceil()), items: self.items }
    }

    /// Estimated width of `text` on this sheet.
    pub fn text_width(&self, text: &str) -> f64 {
        text::width(text, self.sheet.size)
    }

    /// Distance between two baselines.
    pub fn leading(&self) -> f64 {
        self.sheet.size * text::LEADING
    }

    /// How far below the middle of a line of words its baseline is.
    pub fn baseline(&self) -> f64 {
        self.sheet.size * 0.36
    }

    /// Makes the drawing at least this high.
    pub fn reach(&mut self, bottom: f64) {
        self.bottom = self.bottom.max(bottom);
    }

    /// Where the next thing may begin below everything so far.
    pub fn bottom(&self) -> f64 {
        self.bottom
    }

    /// Adds a filled rectangle.
    pub fn rect(&mut self, [left, top, right, bottom]: Area, fill: Fill, title: Option<String>) {
        self.outlined_rect([left, top, right, bottom], fill, None, title);
    }

    /// Adds a rectangle with an outline.
    pub fn outlined_rect(&mut self, area: Area, fill: Fill, stroke: Option<Stroke>, title: Option<String>) {
        let [left, top, right, bottom] = area;
        let shape = Shape::Rect {
            corner: point(left, top),
            width: Px::from_f64((right - left).max(0.0)),
            height: Px::from_f64((bottom - top).max(0.0)),
        };
        self.reach(bottom);
        self.items.push(Item { shape, fill, stroke, title });
    }

    /// Adds a thin straight line.
    pub fn rule(&mut self, from: (f64, f64), to: (f64, f64), colour: Colour) {
        self.polyline(&[from, to], Stroke { colour, width: Px(100), dash: &[] });
    }

    /// Adds a line through points.
    pub fn polyline(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let shape = Shape::Polyline(points.iter().map(|(x, y)| point(*x, *y)).collect());
        self.items.push(Item { shape, fill: Fill::None, stroke: Some(stroke), title: None });
    }

    /// Adds a shape as it is.
    pub fn shape(&mut self, shape: Shape, fill: Fill, stroke: Option<Stroke>, title: Option<String>) {
        self.items.push(Item { shape, fill, stroke, title });
    }

    /// Adds words that have a place of their own.
    pub fn words(&mut self, words: Words<'_>, x: f64, baseline: f64, anchor: Anchor) {
        let area = self.area(words, x, baseline, anchor);
        self.put(words, x, baseline, anchor, area);
    }

    /// Adds words unless they would touch others or leave the sheet; says whether it did.
    pub fn words_if_free(&mut self, words: Words<'_>, x: f64, baseline: f64, anchor: Anchor) -> bool {
        let area = self.area(words, x, baseline, anchor);
        let inside = area[0] >= 0.0 && area[2] <= self.sheet.width && area[1] >= 0.0;
        if !inside || self.taken.iter().any(|other| touch(*other, area)) {
            return false;
        }
        self.put(words, x, baseline, anchor, area);
        true
    }

    /// Adds words on a plate of ground colour, for places on top of a pattern.
    pub fn words_on_plate(&mut self, words: Words<'_>, x: f64, middle: f64) {
        let half = (self.text_width(words.text) / 2.0 + 2.0, self.sheet.size * 0.58);
        self.rect([x - half.0, middle - half.1, x + half.0, middle + half.1], Fill::Flat(Colour::Ground), None);
        self.words(words, x, middle + self.baseline(), Anchor::Middle);
    }

    fn put(&mut self, words: Words<'_>, x: f64, baseline: f64, anchor: Anchor, area: Area) {
        self.reach(area[3] + 2.0);
        self.taken.push(area);
        let shape = Shape::Words {
            at: point(x, baseline),
            anchor,
            size: Px::from_f64(self.sheet.size),
            bold: words.bold,
            text: words.text.to_owned(),
        };
        self.items.push(Item { shape, fill: Fill::Flat(words.colour), stroke: None, title: None });
    }

    fn area(&self, words: Words<'_>, x: f64, baseline: f64, anchor: Anchor) -> Area {
        let width = self.text_width(words.text) * if words.bold { 1.08 } else { 1.0 };
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        [left, baseline - self.sheet.size * 0.8, left + width, baseline + self.sheet.size * 0.24]
    }
}

/// The place at px.
pub fn point(x: f64, y: f64) -> Point {
    Point { x: Px::from_f64(x), y: Px::from_f64(y) }
}

fn touch(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
