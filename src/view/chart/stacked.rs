//! Bars on top of each other, upright or lying: parts of a whole. Parts below zero stack on the other side.

use super::axis::{self, ABSENT_HEIGHT};
use super::canvas::{Canvas, EDGE, Words};
use super::drawing::{Anchor, Fill};
use super::horizontal::Rows;
use super::scale::Scale;
use super::subject::{Subject, WITHHELD_SIGN};
use super::{bar, legend};

/// Part of a category's width that its stack fills.
const FILLED: f64 = 0.76;

/// Draws one stack per category; lying ones when their names do not fit below upright ones.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    legend::patterns(canvas, subject);
    axis::head(canvas, subject);
    let stacks: Vec<Stack> = (0..subject.categories.len()).map(|category| Stack::of(subject, category)).collect();
    if bar::names_fit(canvas, subject) {
        draw_upright(canvas, subject, &stacks);
    } else {
        draw_lying(canvas, subject, &stacks);
    }
    axis::foot(canvas, subject);
}

/// A category's parts.
#[derive(Debug, PartialEq)]
struct Stack {
    /// Series and the values between which its part stands.
    parts: Vec<(u8, f64, f64)>,
    /// Lower and upper end.
    ends: [f64; 2],
    /// Series whose value is withheld.
    withheld: Vec<u8>,
    /// True when nothing is missing or withheld, so that the sum may be said.
    whole: bool,
}

impl Stack {
    fn of(subject: &Subject<'_>, category: usize) -> Stack {
        let mut stack = Stack { parts: Vec::new(), ends: [0.0, 0.0], withheld: Vec::new(), whole: true };
        for (number, series) in (0_u8..).zip(subject.series) {
            match series.values[category].number() {
                Some(value) => {
                    let end = if value < 0.0 { &mut stack.ends[0] } else { &mut stack.ends[1] };
                    stack.parts.push((number, *end, *end + value));
                    *end += value;
                }
                None => {
                    stack.whole = false;
                    if series.values[category].is_withheld() {
                        stack.withheld.push(number);
                    }
                }
            }
        }
        stack
    }

    /// Titles of the withheld parts, one under the other.
    fn withheld_title(&self, subject: &Subject<'_>, category: usize) -> String {
        let titles: Vec<String> = self.withheld.iter().map(|series| subject.mark_title(usize::from(*series), category)).collect();
        titles.join("\n")
    }

    /// What is said at the end: the sum, or that a part is withheld.
    fn said(&self, subject: &Subject<'_>) -> Option<String> {
        match (self.whole, self.withheld.is_empty(), self.ends[0] < 0.0) {
            (_, false, _) => Some(WITHHELD_SIGN.to_owned()),
            (true, _, false) => Some((subject.spec.number)(self.ends[1])),
            _ => None,
        }
    }
}

fn draw_upright(canvas: &mut Canvas, subject: &Subject<'_>, stacks: &[Stack]) {
    let plot = axis::upright(canvas, subject, Scale::holding(stacks.iter().flat_map(|stack| stack.ends), 5), EDGE);
    let half = plot.band() * FILLED / 2.0;
    for (category, stack) in stacks.iter().enumerate() {
        let (left, right) = (plot.middle(category) - half, plot.middle(category) + half);
        for (series, from, to) in &stack.parts {
            let (lower, upper) = (plot.y(from.min(*to)), plot.y(from.max(*to)));
            let title = subject.mark_title(usize::from(*series), category);
            canvas.rect([left, upper, right, lower], Fill::Pattern(*series), Some(title));
        }
        let mut end = plot.y(stack.ends[1]);
        if !stack.withheld.is_empty() {
            canvas.rect([left, end - ABSENT_HEIGHT, right, end], Fill::Hatch, Some(stack.withheld_title(subject, category)));
            end -= ABSENT_HEIGHT;
        }
        for (series, from, to) in &stack.parts {
            let words = subject.series[usize::from(*series)].values[category].words().unwrap_or_default();
            let (height, middle) = ((plot.y(*from) - plot.y(*to)).abs(), (plot.y(*from) + plot.y(*to)) / 2.0);
            if height >= canvas.sheet.size * 1.5 && canvas.text_width(words) + 8.0 <= 2.0 * half {
                canvas.words_on_plate(Words::ink(words), plot.middle(category), middle);
            }
        }
        if let Some(said) = stack.said(subject).filter(|said| canvas.text_width(said) <= plot.band()) {
            canvas.words_if_free(Words::bold(&said), plot.middle(category), end - 4.0, Anchor::Middle);
        }
    }
}

fn draw_lying(canvas: &mut Canvas, subject: &Subject<'_>, stacks: &[Stack]) {
    let said: Vec<Option<String>> = stacks.iter().map(|stack| stack.said(subject)).collect();
    let widest = said.iter().flatten().map(|words| canvas.text_width(words) * 1.08).fold(0.0, f64::max);
    let ends = stacks.iter().fold([0.0_f64, 0.0_f64], |[low, high], s| [low.min(s.ends[0]), high.max(s.ends[1])]);
    let rows = Rows::name(canvas, subject, 1, ends, widest + ABSENT_HEIGHT + 6.0);
    for (category, (stack, said)) in stacks.iter().zip(said).enumerate() {
        let (top, bottom) = rows.bar(category, 0);
        for (series, from, to) in &stack.parts {
            let (left, right) = (rows.x(from.min(*to)), rows.x(from.max(*to)));
            let title = subject.mark_title(usize::from(*series), category);
            canvas.rect([left, top, right, bottom], Fill::Pattern(*series), Some(title));
            let words = subject.series[usize::from(*series)].values[category].words().unwrap_or_default();
            if canvas.text_width(words) + 10.0 <= right - left {
                canvas.words_on_plate(Words::ink(words), (left + right) / 2.0, (top + bottom) / 2.0);
            }
        }
        let mut end = rows.x(stack.ends[1]);
        if !stack.withheld.is_empty() {
            let title = stack.withheld_title(subject, category);
            canvas.rect([end, top, end + ABSENT_HEIGHT, bottom], Fill::Hatch, Some(title));
            end += ABSENT_HEIGHT;
        }
        if let Some(said) = said {
            canvas.words(Words::bold(&said), end + 6.0, (top + bottom) / 2.0 + canvas.baseline(), Anchor::Start);
        }
    }
    rows.zero_line(canvas);
}
