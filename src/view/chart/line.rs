//! Lines over time or another order, one or several. A missing or withheld value is a gap in the line.

use super::axis::{self, Plot};
use super::canvas::{Canvas, EDGE, Words, point};
use super::drawing::{Anchor, Colour, Fill, Px, Shape, Stroke};
use super::legend;
use super::scale::Scale;
use super::subject::Subject;

/// Dashes of the series, in order; the first is whole.
const DASHES: [&[u8]; 8] = [&[], &[8, 4], &[2, 3], &[10, 3, 2, 3], &[14, 4], &[5, 2], &[1, 4], &[8, 3, 2, 3, 2, 3]];
/// The widest name that may stand at the end of a line.
const NAME_LIMIT: f64 = 190.0;

/// Draws the lines, with names at their ends or in rows above where the ends are too close.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    let scale = Scale::holding(subject.numbers(), 5);
    let several = subject.series.len() > 1;
    let names_at_ends = several && names_fit_at_ends(canvas, subject, &scale);
    if several && !names_at_ends {
        legend::lines(canvas, subject);
    }
    axis::head(canvas, subject);
    let plot = axis::upright(canvas, subject, scale, right_room(canvas, subject, names_at_ends));
    for (number, series) in (0_u8..).zip(subject.series) {
        let points: Vec<Option<(f64, f64)>> = (series.values.iter().enumerate())
            .map(|(category, value)| value.number().map(|value| (plot.middle(category), plot.y(value))))
            .collect();
        draw_runs(canvas, number, &points);
        let radius = (plot.band() * 0.3).clamp(1.6, 4.0);
        let ends = several && is_level(&points);
        for (category, place) in points.iter().enumerate() {
            if ends && category > 0 && category + 1 < points.len() {
                continue;
            }
            if let Some(place) = place {
                marker(canvas, number, *place, radius, Some(subject.mark_title(usize::from(number), category)));
            }
        }
        if names_at_ends && let Some((x, y)) = points.iter().flatten().last() {
            canvas.words(Words::ink(&series.name), x + 10.0, y + canvas.baseline(), Anchor::Start);
        }
    }
    mark_gaps(canvas, subject, &plot);
    if !several {
        write_turning_points(canvas, subject, &plot);
    }
    axis::foot(canvas, subject);
}

/// True for a limit or a mean, whose points all say the same: its ends tell it, the rest would hide what moves.
fn is_level(points: &[Option<(f64, f64)>]) -> bool {
    points.len() > 2 && points.windows(2).all(|pair| matches!(pair, [Some((_, a)), Some((_, b))] if a == b))
}

/// How the line of a series is drawn.
pub fn stroke(series: u8) -> Stroke {
    Stroke { colour: Colour::Series(series), width: Px(220), dash: DASHES[usize::from(series) % DASHES.len()] }
}

/// Draws the marker of a series around a point: its form and whether it is hollow tell the series without colour.
pub fn marker(canvas: &mut Canvas, series: u8, (x, y): (f64, f64), radius: f64, title: Option<String>) {
    let r = radius;
    let polygon = |points: &[(f64, f64)]| Shape::Polygon(points.iter().map(|(dx, dy)| point(x + dx * r, y + dy * r)).collect());
    let shape = match series % 4 {
        0 => Shape::Circle { centre: point(x, y), radius: Px::from_f64(r) },
        1 => polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
        2 => polygon(&[(0.0, -1.2), (1.15, 0.8), (-1.15, 0.8)]),
        _ => polygon(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)]),
    };
    let colour = Colour::Series(series);
    let fill = if series < 4 { Fill::Flat(colour) } else { Fill::Flat(Colour::Ground) };
    canvas.shape(shape, fill, Some(Stroke { colour, width: Px(150), dash: &[] }), title);
}

/// Draws the unbroken pieces of a line.
pub fn draw_runs(canvas: &mut Canvas, series: u8, points: &[Option<(f64, f64)>]) {
    for run in points.split(|place| place.is_none()).filter(|run| run.len() > 1) {
        let run: Vec<(f64, f64)> = run.iter().flatten().copied().collect();
        canvas.polyline(&run, stroke(series));
    }
}

fn names_fit_at_ends(canvas: &Canvas, subject: &Subject<'_>, scale: &Scale) -> bool {
    let mut ends = Vec::new();
    for series in subject.series {
        // A line that ends early would have its name in the middle of the others.
        match series.values.last().and_then(|value| value.number()) {
            Some(value) => ends.push(scale.place(value, canvas.sheet.plot_height, 0.0)),
            None => return false,
        }
    }
    ends.sort_by(f64::total_cmp);
    let apart = ends.windows(2).all(|pair| pair[1] - pair[0] >= canvas.leading());
    let short = subject.series.iter().all(|series| canvas.text_width(&series.name) <= NAME_LIMIT);
    apart && short && !canvas.sheet.narrow
}

fn right_room(canvas: &Canvas, subject: &Subject<'_>, names_at_ends: bool) -> f64 {
    let widest = |words: &mut dyn Iterator<Item = &str>| words.map(|w| canvas.text_width(w)).fold(0.0, f64::max);
    match subject.series {
        _ if names_at_ends => widest(&mut subject.series.iter().map(|series| series.name.as_str())) + 10.0 + EDGE,
        [only] => widest(&mut only.values.last().and_then(|value| value.words()).into_iter()) * 1.08 + 4.0 + EDGE,
        _ => EDGE,
    }
}

/// Marks categories in which a series has no number, once for all series.
fn mark_gaps(canvas: &mut Canvas, subject: &Subject<'_>, plot: &Plot) {
    let half = (plot.band() * 0.4).min(8.0);
    for category in 0..subject.categories.len() {
        let absent: Vec<usize> =
            (0..subject.series.len()).filter(|s| subject.series[*s].values[category].number().is_none()).collect();
        if absent.is_empty() {
            continue;
        }
        let withheld = absent.iter().any(|series| subject.series[*series].values[category].is_withheld());
        let titles: Vec<String> = absent.iter().map(|series| subject.mark_title(*series, category)).collect();
        let x = plot.middle(category);
        axis::mark_absent(canvas, plot, [x - half, x + half], f64::INFINITY, (withheld, titles.join("\n")));
    }
}

/// Writes the last, the highest and the lowest value of a single line at their points.
fn write_turning_points(canvas: &mut Canvas, subject: &Subject<'_>, plot: &Plot) {
    let values = &subject.series[0].values;
    let said: Vec<(usize, f64, &str)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((at, value.number()?, value.words()?))).collect();
    let (Some(last), Some(highest), Some(lowest)) = (
        said.last().copied(),
        said.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a }),
        said.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a }),
    ) else {
        return;
    };
    if last.0 + 1 == values.len() {
        let (x, y) = (plot.middle(last.0), plot.y(last.1));
        canvas.words_if_free(Words::bold(last.2), x + 8.0, y + canvas.baseline(), Anchor::Start);
    }
    if highest.0 != last.0 {
        canvas.words_if_free(Words::ink(highest.2), plot.middle(highest.0), plot.y(highest.1) - 8.0, Anchor::Middle);
    }
    let below = plot.y(lowest.1) + canvas.sheet.size + 6.0;
    if lowest.0 != last.0 && lowest.0 != highest.0 && below < plot.bottom {
        canvas.words_if_free(Words::ink(lowest.2), plot.middle(lowest.0), below, Anchor::Middle);
    }
}
