//! A table of coloured cells: categories beside each other, series below each other. Many months break into years.

use super::axis::{self, DOTTED};
use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Colour, Fill, Px, Stroke};
use super::legend::{self, Swatch};
use super::scale::Scale;
use super::subject::{Subject, WITHHELD_SIGN};
use super::text;

/// The line between cells.
const JOINT: Stroke = Stroke { colour: Colour::Ground, width: Px(100), dash: &[] };
/// Height of a row, and of one whose name has two lines.
const ROW: f64 = 24.0;
const TALL_ROW: f64 = 36.0;
/// Higher than this, all months stand in one block although the words do not fit into the cells.
/// An A4 page still holds it at full width.
const HEIGHT_LIMIT: f64 = 960.0;
/// The darkest step on which ink can still be read; on darker ones words have the colour of the ground.
const LAST_STEP_FOR_INK: u8 = 2;

/// Draws the cells with their values where they fit, and what the colours mean.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    axis::head(canvas, subject);
    let scale = Scale::holding(subject.numbers(), 5);
    let names_width = names_width(canvas, subject);
    let names: Vec<Vec<String>> =
        (subject.series.iter()).map(|series| text::wrap_or_cut(&series.name, canvas.sheet.size, names_width, 2)).collect();
    let heights: Vec<f64> = names.iter().map(|lines| if lines.len() == 1 { ROW } else { TALL_ROW }).collect();
    let left = EDGE + names_width + 8.0;
    for block in blocks(canvas, subject, canvas.sheet.width - left - EDGE, heights.iter().sum()) {
        let widest_block = block.columns.len().max(block.at_least);
        let cell = (canvas.sheet.width - left - EDGE) / widest_block as f64;
        // All cells say their value or none does: a few numbers here and there would look like a choice.
        let spoken = widest_cell(canvas, subject) <= cell;
        let mut top = name_columns(canvas, subject, &block, left, cell);
        for row in 0..subject.series.len() {
            let bottom = top + heights[row];
            for (line, words) in names[row].iter().enumerate() {
                let offset = (line as f64 - (names[row].len() as f64 - 1.0) / 2.0) * canvas.sheet.size * 1.12;
                let baseline = (top + bottom) / 2.0 + offset + canvas.baseline();
                canvas.words(Words::ink(words), EDGE + names_width, baseline, Anchor::End);
            }
            for (column, category) in block.columns.clone().enumerate() {
                let area = [left + column as f64 * cell, top, left + (column as f64 + 1.0) * cell, bottom];
                let words = draw_cell(canvas, subject, &scale, (row, category), area);
                if let Some((words, colour)) = words.filter(|_| spoken) {
                    write_cell(canvas, words, colour, area);
                }
            }
            top = bottom;
        }
    }
    explain_steps(canvas, subject, &scale);
    axis::foot(canvas, subject);
}

/// Columns that stand in one block.
struct Block {
    columns: std::ops::Range<usize>,
    /// Room is kept for this many columns, so that blocks have cells of the same width.
    at_least: usize,
    /// Written above: the year.
    name: Option<String>,
}

/// Width of the column of names: as wide as they are, or narrower where that leaves the cells room for their words.
fn names_width(canvas: &Canvas, subject: &Subject<'_>) -> f64 {
    let widest = subject.series.iter().map(|series| canvas.text_width(&series.name)).fold(0.0, f64::max);
    let columns = subject.categories.len().min(if subject.months.is_some() { 12 } else { usize::MAX });
    let left = canvas.sheet.width - 2.0 * EDGE - 8.0 - columns as f64 * widest_cell(canvas, subject);
    let (least, most) = (canvas.sheet.width * 0.2, canvas.sheet.width * 0.36);
    widest.min(if left < least { most } else { left.min(most) })
}

/// Width of the widest words of a cell, with a little air.
fn widest_cell(canvas: &Canvas, subject: &Subject<'_>) -> f64 {
    let spoken = subject.series.iter().flat_map(|series| &series.values).filter_map(|value| value.words());
    let sign = if subject.withheld() > 0 { canvas.text_width(WITHHELD_SIGN) } else { 0.0 };
    spoken.map(|words| canvas.text_width(words)).fold(sign, f64::max) + 5.0
}

fn blocks(canvas: &Canvas, subject: &Subject<'_>, room: f64, rows_height: f64) -> Vec<Block> {
    let all = subject.categories.len();
    let widest = widest_cell(canvas, subject);
    let whole = || vec![Block { columns: 0..all, at_least: 0, name: None }];
    let Some(months) = &subject.months else { return whole() };
    let mut years: Vec<Block> = Vec::new();
    for (at, month) in months.iter().enumerate() {
        let name = month.year.to_string();
        match years.last_mut() {
            Some(block) if block.name.as_deref() == Some(name.as_str()) => block.columns.end = at + 1,
            _ => years.push(Block { columns: at..at + 1, at_least: 12, name: Some(name) }),
        }
    }
    let height = years.len() as f64 * (rows_height + 2.0 * ROW);
    let too_high = height > HEIGHT_LIMIT && !canvas.sheet.narrow;
    if all <= 12 && years.len() == 1 || room / all as f64 >= widest || too_high { whole() } else { years }
}

/// Names the columns of a block; returns where its cells begin.
fn name_columns(canvas: &mut Canvas, subject: &Subject<'_>, block: &Block, left: f64, cell: f64) -> f64 {
    let mut baseline = canvas.bottom() + canvas.sheet.size * 1.4;
    if let Some(name) = &block.name {
        canvas.words(Words::bold(name), left, baseline, Anchor::Start);
        baseline += canvas.leading();
    }
    let middle = |column: usize| left + (column as f64 + 0.5) * cell;
    let Some(months) = &subject.months else {
        let room = cell - 4.0;
        let lines: Vec<Vec<String>> =
            (subject.categories.iter()).map(|name| text::wrap_or_cut(name, canvas.sheet.size, room, 3)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1);
        for (column, lines) in lines.iter().enumerate() {
            for (line, words) in lines.iter().enumerate() {
                let line = (most - lines.len() + line) as f64;
                canvas.words_if_free(Words::ink(words), middle(column), baseline + line * canvas.leading(), Anchor::Middle);
            }
        }
        return baseline + (most as f64 - 1.0) * canvas.leading() + 6.0;
    };
    let months = &months[block.columns.clone()];
    if block.name.is_none() {
        let mut year = None;
        for (column, month) in months.iter().enumerate() {
            if year.replace(month.year) != Some(month.year) {
                let words = month.year.to_string();
                canvas.words_if_free(Words::bold(&words), left + column as f64 * cell, baseline, Anchor::Start);
            }
        }
        baseline += canvas.leading();
    }
    let widest = months.iter().map(|month| canvas.text_width(month.short())).fold(0.0, f64::max) + 4.0;
    let every = [1_u8, 2, 3, 6].into_iter().find(|every| cell * f64::from(*every) >= widest).unwrap_or(12);
    for (column, month) in months.iter().enumerate().filter(|(_, month)| month.index % every == 0) {
        canvas.words_if_free(Words::ink(month.short()), middle(column), baseline, Anchor::Middle);
    }
    baseline + 6.0
}

/// Draws a cell; returns what may be written into it, with its colour.
fn draw_cell<'a>(
    canvas: &mut Canvas,
    subject: &Subject<'a>,
    scale: &Scale,
    (row, category): (usize, usize),
    area: [f64; 4],
) -> Option<(&'a str, Colour)> {
    let value = &subject.series[row].values[category];
    let title = Some(subject.mark_title(row, category));
    if let (Some(number), Some(words)) = (value.number(), value.words()) {
        let step = step(scale, number);
        canvas.outlined_rect(area, Fill::Flat(Colour::Heat(step)), Some(JOINT), title);
        return Some((words, ink_on(step)));
    }
    if value.is_withheld() {
        canvas.outlined_rect(area, Fill::Hatch, Some(JOINT), title);
        return Some((WITHHELD_SIGN, Colour::Muted));
    }
    let inner = [area[0] + 1.0, area[1] + 1.0, area[2] - 1.0, area[3] - 1.0];
    canvas.outlined_rect(inner, Fill::None, Some(DOTTED), title);
    None
}

fn write_cell(canvas: &mut Canvas, words: &str, colour: Colour, area: [f64; 4]) {
    let (x, middle) = ((area[0] + area[2]) / 2.0, (area[1] + area[3]) / 2.0);
    match words {
        WITHHELD_SIGN => canvas.words_on_plate(Words::ink(words), x, middle),
        _ => canvas.words(Words { text: words, colour, bold: false }, x, middle + canvas.baseline(), Anchor::Middle),
    }
}

/// The colour in which words can be read on a step.
pub(super) fn ink_on(step: u8) -> Colour {
    if step <= LAST_STEP_FOR_INK { Colour::Ink } else { Colour::Ground }
}

/// The colour step of a value: the ticks of the scale part the steps.
pub(super) fn step(scale: &Scale, value: f64) -> u8 {
    let steps = scale.ticks().len() - 1;
    let at = scale.ticks()[1..steps].iter().filter(|tick| value >= **tick).count();
    spread(at, steps)
}

/// Spreads few steps over all five colours.
fn spread(at: usize, steps: usize) -> u8 {
    if steps < 2 { 2 } else { (at * 4 / (steps - 1)) as u8 }
}

/// Says below the drawing what the colours mean.
pub(super) fn explain_steps(canvas: &mut Canvas, subject: &Subject<'_>, scale: &Scale) {
    let ticks = scale.ticks();
    let steps = ticks.len() - 1;
    let entries: Vec<(Swatch, String)> = (0..steps)
        .map(|at| {
            let edge = Stroke { colour: Colour::Muted, width: Px(100), dash: &[] };
            let number = subject.spec.number;
            let words = match at + 1 == steps {
                true => format!("{} ve üstü", number(ticks[at])),
                false => format!("{} – {}", number(ticks[at]), number(ticks[at + 1])),
            };
            (Swatch::Box(Fill::Flat(Colour::Heat(spread(at, steps))), Some(edge)), words)
        })
        .collect();
    canvas.reach(canvas.bottom() + 6.0);
    legend::flow(canvas, &entries);
}
