//! Charts as geometry (çizim): where every mark and word stands. Colours are names, not values, so that one drawing
//! serves the web (CSS variables) and paper (literal colours). Writing SVG is `render`'s work.
//!
//! One kind is one file. A kind gets the [`subject`], a [`canvas`] of a given width, and puts shapes and words on it;
//! axes, legends and scales are shared. Nothing here formats a value: values come with their words.

mod axis;
mod bar;
mod canvas;
mod data;
mod describe;
mod drawing;
mod heat;
mod horizontal;
mod legend;
mod line;
mod map;
mod month;
mod scale;
mod spark;
mod stacked;
mod subject;
mod text;

pub use data::{Area, CategoryKind, ChartData, ChartKind, ChartSpec, ChartValue, NoChart, Series};
pub use drawing::{Anchor, Colour, Drawing, Fill, Item, Point, Px, Shape, Stroke};

use canvas::{Canvas, NARROW, SPARK, Sheet, WIDE};
use subject::Subject;

/// The most series that colours and patterns still tell apart.
pub const SERIES_LIMIT: usize = 8;
/// The most columns (months, days) a chart draws side by side.
const COLUMN_LIMIT: usize = 180;
/// The most rows of words a chart draws below each other.
const ROW_LIMIT: usize = 60;

/// A chart with its text alternative (grafik).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChartDoc {
    /// What it shows; SVG `<title>`.
    pub title: String,
    /// What one sees in it, in a sentence or two; SVG `<desc>`.
    pub description: String,
    /// The drawing for paper and for screens wider than a telephone.
    pub wide: Drawing,
    /// The same for a telephone; `None` where the wide one is small enough.
    pub narrow: Option<Drawing>,
}

/// Draws `data` as `spec` asks, or says why there is nothing to draw.
///
/// Each series must have as many values as there are categories.
pub fn draw(spec: &ChartSpec<'_>, data: &ChartData) -> Result<ChartDoc, NoChart> {
    check(spec, data)?;
    let subject = Subject::new(spec, data);
    let on = |sheet: Sheet| {
        let mut canvas = Canvas::new(sheet);
        match spec.kind {
            ChartKind::Bar | ChartKind::GroupedBar => bar::draw(&mut canvas, &subject),
            ChartKind::StackedBar => stacked::draw(&mut canvas, &subject),
            ChartKind::HorizontalBar => horizontal::draw(&mut canvas, &subject),
            ChartKind::Line => line::draw(&mut canvas, &subject),
            ChartKind::Sparkline => spark::draw(&mut canvas, &subject),
            ChartKind::Heat => heat::draw(&mut canvas, &subject),
            // Without outlines the same numbers lie below each other.
            ChartKind::Map if data.areas.is_empty() => horizontal::draw(&mut canvas, &subject),
            ChartKind::Map => map::draw(&mut canvas, &subject),
        }
        canvas.finish()
    };
    let (wide, narrow) = match spec.kind {
        ChartKind::Sparkline => (on(SPARK), None),
        _ => (on(WIDE), Some(on(NARROW))),
    };
    Ok(ChartDoc { title: spec.title.to_owned(), description: describe::describe(&subject), wide, narrow })
}

fn check(spec: &ChartSpec<'_>, data: &ChartData) -> Result<(), NoChart> {
    for series in &data.series {
        assert_eq!(series.values.len(), data.categories.len(), "series `{}` has one value per category", series.name);
    }
    assert!(data.areas.is_empty() || data.areas.len() == data.categories.len(), "each category has its area");
    if !data.series.iter().flat_map(|s| &s.values).any(|v| v.number().is_some()) {
        return Err(NoChart::NoNumber);
    }
    let (columns, rows) = (data.categories.len(), data.series.len());
    let columns_are_words = data.category_kind == CategoryKind::Text && spec.kind != ChartKind::Line;
    let column_limit = if columns_are_words { ROW_LIMIT } else { COLUMN_LIMIT };
    let series_limit = match spec.kind {
        ChartKind::Heat => ROW_LIMIT,
        ChartKind::Sparkline => 1,
        _ => SERIES_LIMIT,
    };
    match () {
        () if rows > series_limit => Err(NoChart::TooManySeries { given: rows, limit: series_limit }),
        () if columns > column_limit => Err(NoChart::TooManyCategories { given: columns, limit: column_limit }),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests;
