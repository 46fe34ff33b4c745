//! Charts as geometry (çizim): where every mark and word stands. Colours are names, not values, so that one drawing
//! serves the web (CSS variables) and paper (literal colours). Writing SVG is `render`'s work.

/// A drawing with its text alternative.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ChartDoc {
    /// What it shows; SVG `<title>`.
    pub title: String,
    /// What one sees in it, in a sentence or two; SVG `<desc>`.
    pub description: String,
}
