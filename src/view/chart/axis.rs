//! What upright kinds share: the plot with its grid, the names below it, head and foot. Draws no value.

use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Colour, Fill, Px, Stroke};
use super::legend::{self, Swatch};
use super::month::Month;
use super::scale::Scale;
use super::subject::{MISSING_WORDS, Subject, WITHHELD_SIGN, WITHHELD_WORDS};
use super::text;

/// Outline of a place without data.
pub const DOTTED: Stroke = Stroke { colour: Colour::Muted, width: Px(100), dash: &[2, 2] };
/// Distance of the first names from the plot, in font sizes: clear of the lowest tick's label.
const NAMES_BELOW: f64 = 1.45;
/// Height of the mark that stands for a withheld or missing value.
pub const ABSENT_HEIGHT: f64 = 14.0;

/// Where values and categories stand.
pub struct Plot {
    /// Left end.
    pub left: f64,
    /// Upper end.
    pub top: f64,
    /// Right end.
    pub right: f64,
    /// Lower end.
    pub bottom: f64,
    /// The values.
    pub scale: Scale,
    categories: usize,
}

impl Plot {
    /// Height of a value.
    pub fn y(&self, value: f64) -> f64 {
        self.scale.place(value, self.bottom, self.top)
    }

    /// Width of a category.
    pub fn band(&self) -> f64 {
        (self.right - self.left) / self.categories as f64
    }

    /// Middle of a category.
    pub fn middle(&self, category: usize) -> f64 {
        self.left + (category as f64 + 0.5) * self.band()
    }
}

/// Line 1: the unit at the left, "örnek veri" at the right.
pub fn head(canvas: &mut Canvas, subject: &Subject<'_>) {
    if subject.spec.unit.is_empty() && !subject.spec.synthetic {
        return;
    }
    let gap = if canvas.bottom() > 0.0 { 4.0 } else { 0.0 };
    let baseline = canvas.bottom() + canvas.sheet.size + gap;
    if subject.spec.synthetic {
        canvas.words(Words::bold("örnek veri"), canvas.sheet.width - EDGE, baseline, Anchor::End);
    }
    let unit = text::cut(subject.spec.unit, canvas.sheet.size, canvas.sheet.width * 0.6);
    canvas.words(Words::muted(&unit), EDGE, baseline, Anchor::Start);
}

/// Last line: what the marks of withheld and missing values mean, when there are any.
pub fn foot(canvas: &mut Canvas, subject: &Subject<'_>) {
    let mut entries = Vec::new();
    if subject.withheld() > 0 {
        entries.push((Swatch::Box(Fill::Hatch, None), format!("{WITHHELD_SIGN} {WITHHELD_WORDS}")));
    }
    if subject.missing() > 0 {
        entries.push((Swatch::Box(Fill::None, Some(DOTTED)), MISSING_WORDS.to_owned()));
    }
    legend::flow(canvas, &entries);
}

/// Draws grid, ticks and names of the categories; leaves `right_room` px free beside the plot.
pub fn upright(canvas: &mut Canvas, subject: &Subject<'_>, scale: Scale, right_room: f64) -> Plot {
    let labels: Vec<String> = scale.ticks().iter().map(|tick| (subject.spec.number)(*tick)).collect();
    let widest = labels.iter().map(|label| canvas.text_width(label)).fold(0.0, f64::max);
    let top = canvas.bottom() + canvas.sheet.size * 1.6;
    let plot = Plot {
        left: EDGE + widest + 6.0,
        top,
        right: canvas.sheet.width - right_room.max(EDGE),
        bottom: top + canvas.sheet.plot_height,
        categories: subject.categories.len(),
        scale,
    };
    for (tick, label) in plot.scale.ticks().iter().zip(&labels) {
        let y = plot.y(*tick);
        let colour = if *tick == 0.0 { Colour::Ink } else { Colour::Grid };
        canvas.rule((plot.left, y), (plot.right, y), colour);
        canvas.words(Words::muted(label), plot.left - 6.0, y + canvas.baseline(), Anchor::End);
    }
    canvas.reach(plot.bottom);
    match &subject.months {
        Some(months) => name_months(canvas, &plot, months),
        None => name_words(canvas, &plot, &subject.categories),
    }
    plot
}

/// Marks the place of a withheld or missing value on the zero line; its sign is written when `room` px hold it.
pub fn mark_absent(canvas: &mut Canvas, plot: &Plot, [left, right]: [f64; 2], room: f64, (withheld, title): (bool, String)) {
    let foot = plot.y(0.0);
    let area = [left, foot - ABSENT_HEIGHT, right, foot];
    if !withheld {
        return canvas.outlined_rect(area, Fill::None, Some(DOTTED), Some(title));
    }
    canvas.rect(area, Fill::Hatch, Some(title));
    if canvas.text_width(WITHHELD_SIGN) <= room {
        let baseline = foot - ABSENT_HEIGHT - 4.0;
        canvas.words_if_free(Words::muted(WITHHELD_SIGN), (left + right) / 2.0, baseline, Anchor::Middle);
    }
}

/// The names below columns of `band` px, broken into lines; `None` when one does not fit.
pub fn broken_names(canvas: &Canvas, names: &[String], band: f64) -> Option<Vec<Vec<String>>> {
    names.iter().map(|name| text::wrap(name, canvas.sheet.size, band - 6.0, 3)).collect()
}

fn name_words(canvas: &mut Canvas, plot: &Plot, names: &[String]) {
    let every = (1..=names.len())
        .find(|every| {
            let shown: Vec<String> = names.iter().step_by(*every).cloned().collect();
            broken_names(canvas, &shown, plot.band() * *every as f64).is_some()
        })
        .unwrap_or(names.len());
    let first = plot.bottom + canvas.sheet.size * NAMES_BELOW;
    for (category, name) in names.iter().enumerate().step_by(every) {
        let room = plot.band() * every as f64 - 6.0;
        for (line, words) in text::wrap_or_cut(name, canvas.sheet.size, room, 3).iter().enumerate() {
            let baseline = first + line as f64 * canvas.leading();
            canvas.words_if_free(Words::ink(words), plot.middle(category), baseline, Anchor::Middle);
        }
    }
}

/// Months in one row, thinned so that they fit; years in the next, with a line where a year begins.
fn name_months(canvas: &mut Canvas, plot: &Plot, months: &[Month]) {
    let widest = months.iter().map(|month| canvas.text_width(month.short())).fold(0.0, f64::max) + 6.0;
    let every = [1, 2, 3, 6].into_iter().find(|every| plot.band() * f64::from(*every) >= widest);
    let mut baseline = plot.bottom + canvas.sheet.size * NAMES_BELOW;
    if let Some(every) = every {
        for (category, month) in months.iter().enumerate().filter(|(_, month)| i32::from(month.index) % every == 0) {
            canvas.words_if_free(Words::ink(month.short()), plot.middle(category), baseline, Anchor::Middle);
        }
        baseline += canvas.leading();
    }
    name_years(canvas, plot, months, baseline);
}

fn name_years(canvas: &mut Canvas, plot: &Plot, months: &[Month], baseline: f64) {
    let mut years: Vec<(u16, usize, usize)> = Vec::new();
    for (category, month) in months.iter().enumerate() {
        match years.last_mut() {
            Some((year, _, last)) if *year == month.year => *last = category,
            _ => years.push((month.year, category, category)),
        }
    }
    // Whole years name themselves first; the rest of a year at an end only where it does not push into them.
    years.sort_by_key(|(year, first, last)| (std::cmp::Reverse(last - first), *year));
    for (year, first, last) in years {
        let middle = (plot.middle(first) + plot.middle(last)) / 2.0;
        if first > 0 {
            let x = plot.middle(first) - plot.band() / 2.0;
            canvas.rule((x, plot.bottom), (x, baseline + 2.0), Colour::Grid);
        }
        canvas.words_if_free(Words::muted(&year.to_string()), middle, baseline, Anchor::Middle);
    }
}
