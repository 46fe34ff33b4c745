//! A finished drawing: shapes and words with their places. Integers, so that equal drawings are equal bytes.

/// A length or coordinate in hundredths of a px.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Px(pub i32);

impl Px {
    /// The nearest hundredth to `px`.
    pub fn from_f64(px: f64) -> Px {
        Px((px * 100.0).round() as i32)
    }
}

/// A place; x to the right, y downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// To the right.
    pub x: Px,
    /// Downwards.
    pub y: Px,
}

/// Shapes and words in the order in which they are painted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Drawing {
    /// Width of the view box.
    pub width: Px,
    /// Height of the view box.
    pub height: Px,
    /// What is painted, the lowest first.
    pub items: Vec<Item>,
}

/// One shape or one line of words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// Its form and place.
    pub shape: Shape,
    /// What fills it.
    pub fill: Fill,
    /// Its outline.
    pub stroke: Option<Stroke>,
    /// What it stands for: "Ocak 2026: 1.905 başvuru".
    pub title: Option<String>,
}

/// A form and its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// An upright rectangle.
    Rect {
        /// Its upper left corner.
        corner: Point,
        /// Its width, never negative.
        width: Px,
        /// Its height, never negative.
        height: Px,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius: Px,
    },
    /// A line through points.
    Polyline(Vec<Point>),
    /// A closed form.
    Polygon(Vec<Point>),
    /// Closed lines; what lies within an odd number of them is inside.
    Area(Vec<Vec<Point>>),
    /// One line of text.
    Words {
        /// Where its baseline is held.
        at: Point,
        /// Which part of it is held there.
        anchor: Anchor,
        /// Font size.
        size: Px,
        /// True for bold type.
        bold: bool,
        /// The text.
        text: String,
    },
}

/// Which part of a line of text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A colour by its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Of a series, 0 to 7.
    Series(u8),
    /// A step of a heat table, 0 (little) to 4 (much).
    Heat(u8),
    /// Words and the zero line.
    Ink,
    /// Words that stand back.
    Muted,
    /// Grid lines.
    Grid,
    /// What the chart stands on.
    Ground,
}

/// What fills a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fill {
    /// Nothing.
    None,
    /// One colour.
    Flat(Colour),
    /// The colour and the pattern of a series, 0 to 7; 0 is without pattern.
    Pattern(u8),
    /// The hatching of a withheld value.
    Hatch,
}

/// An outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: Px,
    /// Lengths of dashes and gaps in px; empty for a whole line.
    pub dash: &'static [u8],
}
