//! Areas in their places (harita): each filled by its value in the steps of a heat table, and named where there is room.

use super::axis::{self, DOTTED};
use super::canvas::{Canvas, EDGE, Words, point};
use super::data::Area;
use super::drawing::{Anchor, Colour, Fill, Px, Shape, Stroke};
use super::heat;
use super::scale::Scale;
use super::subject::{Subject, WITHHELD_SIGN};

/// The line between neighbours.
const BORDER: Stroke = Stroke { colour: Colour::Ground, width: Px(120), dash: &[] };
/// Higher than wide by this much at most, so that a map and its legend stand on one screen.
const TALLEST: f64 = 0.8;
/// A point closer than this to the line between its neighbours is not seen, in px.
const UNSEEN: f64 = 0.4;

/// Draws the areas of the first series.
pub fn draw(canvas: &mut Canvas, subject: &Subject<'_>) {
    axis::head(canvas, subject);
    let scale = Scale::holding(subject.numbers(), 5);
    let top = canvas.bottom() + 8.0;
    let Some(frame) = Frame::around(subject.areas, canvas.sheet.width, top) else { return };
    let mut names = Vec::new();
    for (category, area) in subject.areas.iter().enumerate() {
        let rings: Vec<Vec<(f64, f64)>> = area.iter().map(|ring| thinned(&frame.placed(ring))).filter(|r| r.len() > 2).collect();
        let Some(largest) = rings.iter().max_by(|a, b| surface(a).total_cmp(&surface(b))) else { continue };
        let value = &subject.series[0].values[category];
        let (fill, stroke, words, colour) = match (value.number(), value.words()) {
            (Some(number), Some(words)) => {
                let step = heat::step(&scale, number);
                (Fill::Flat(Colour::Heat(step)), BORDER, words, heat::ink_on(step))
            }
            _ if value.is_withheld() => (Fill::Hatch, BORDER, WITHHELD_SIGN, Colour::Ink),
            _ => (Fill::None, DOTTED, "", Colour::Muted),
        };
        names.push((category, middle(largest), widest_at_middle(largest), words.to_owned(), colour));
        let shape = Shape::Area(rings.iter().map(|ring| ring.iter().map(|(x, y)| point(*x, *y)).collect()).collect());
        canvas.shape(shape, fill, Some(stroke), Some(subject.mark_title(0, category)));
    }
    canvas.reach(frame.bottom);
    for (category, (x, y), room, words, colour) in names {
        name(canvas, &subject.categories[category], &words, (x, y), room, colour);
    }
    canvas.reach(canvas.bottom() + 6.0);
    heat::explain_steps(canvas, subject, &scale);
    axis::foot(canvas, subject);
}

/// Writes name and value into an area, or the value alone, or nothing: the table says it in any case.
fn name(canvas: &mut Canvas, name: &str, value: &str, (x, y): (f64, f64), room: f64, colour: Colour) {
    let words = |text, bold| Words { text, colour, bold };
    let line = canvas.leading();
    if value == WITHHELD_SIGN {
        if canvas.text_width(value) <= room {
            canvas.words_on_plate(Words::ink(value), x, y);
        }
    } else if canvas.text_width(name).max(canvas.text_width(value)) <= room {
        canvas.words_if_free(words(name, false), x, y - line * 0.1, Anchor::Middle);
        canvas.words_if_free(words(value, true), x, y + line * 0.9, Anchor::Middle);
    } else if canvas.text_width(value) <= room {
        canvas.words_if_free(words(value, true), x, y + canvas.baseline(), Anchor::Middle);
    }
}

/// From degrees to px: equirectangular about the middle latitude, which is true to scale within a municipality.
struct Frame {
    west: f64,
    north: f64,
    px_per_degree: (f64, f64),
    left: f64,
    top: f64,
    bottom: f64,
}

impl Frame {
    fn around(areas: &[Area], width: f64, top: f64) -> Option<Frame> {
        let points = || areas.iter().flatten().flatten();
        let edge = |pick: fn(f64, f64) -> f64, axis: usize, from: f64| points().map(|p| p[axis]).fold(from, pick);
        let (west, east) = (edge(f64::min, 0, f64::INFINITY), edge(f64::max, 0, f64::NEG_INFINITY));
        let (south, north) = (edge(f64::min, 1, f64::INFINITY), edge(f64::max, 1, f64::NEG_INFINITY));
        if east <= west || north <= south {
            return None;
        }
        // Rounded, because not every machine's cosine has the same last digit.
        let narrowing = (((south + north) / 2.0).to_radians().cos() * 1e6).round() / 1e6;
        let room = width - 2.0 * EDGE;
        let scale = (room / ((east - west) * narrowing)).min(width * TALLEST / (north - south));
        let left = EDGE + (room - (east - west) * narrowing * scale) / 2.0;
        Some(Frame { west, north, px_per_degree: (scale * narrowing, scale), left, top, bottom: top + (north - south) * scale })
    }

    fn placed(&self, ring: &[[f64; 2]]) -> Vec<(f64, f64)> {
        let place = |[x, y]: &[f64; 2]| {
            (self.left + (x - self.west) * self.px_per_degree.0, self.top + (self.north - y) * self.px_per_degree.1)
        };
        ring.iter().map(place).collect()
    }
}

/// Without the points nobody would see (Douglas and Peucker 1973).
fn thinned(ring: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut kept = vec![false; ring.len()];
    let mut open = vec![(0, ring.len().saturating_sub(1))];
    while let Some((first, last)) = open.pop() {
        kept.get_mut(first).into_iter().for_each(|k| *k = true);
        kept.get_mut(last).into_iter().for_each(|k| *k = true);
        let farthest = (first + 1..last).map(|i| (i, distance(ring[i], ring[first], ring[last])));
        if let Some((i, _)) = farthest.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, distance)| *distance > UNSEEN) {
            open.extend([(first, i), (i, last)]);
        }
    }
    ring.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// Of a point from the line through two others; from the first where they are one.
fn distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.hypot(dy);
    if length == 0.0 { (p.0 - a.0).hypot(p.1 - a.1) } else { ((p.0 - a.0) * dy - (p.1 - a.1) * dx).abs() / length }
}

fn edges(ring: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

fn surface(ring: &[(f64, f64)]) -> f64 {
    edges(ring).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs() / 2.0
}

/// The middle of the longest stretch inside the ring at half its height: always inside, unlike a centre of gravity.
fn middle(ring: &[(f64, f64)]) -> (f64, f64) {
    let (y, (from, to)) = stretch(ring);
    ((from + to) / 2.0, y)
}

fn widest_at_middle(ring: &[(f64, f64)]) -> f64 {
    let (_, (from, to)) = stretch(ring);
    to - from - 4.0
}

fn stretch(ring: &[(f64, f64)]) -> (f64, (f64, f64)) {
    let (low, high) = ring.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), p| (l.min(p.1), h.max(p.1)));
    let y = (low + high) / 2.0;
    let mut crossings: Vec<f64> =
        edges(ring).filter(|(a, b)| (a.1 <= y) != (b.1 <= y)).map(|(a, b)| a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0)).collect();
    crossings.sort_by(f64::total_cmp);
    let widest = crossings.chunks_exact(2).map(|pair| (pair[0], pair[1])).max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    (y, widest.unwrap_or((ring[0].0, ring[0].0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bent_area_is_named_inside_it() {
        // A U: its centre of gravity lies outside.
        let ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 40.0), (30.0, 40.0), (30.0, 0.0), (50.0, 0.0), (50.0, 60.0), (0.0, 60.0)];
        assert_eq!(middle(&ring), (40.0, 30.0));
        assert_eq!(widest_at_middle(&ring), 16.0);
    }

    #[test]
    fn points_nobody_would_see_are_left_out() {
        let ring = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)];
        assert_eq!(thinned(&ring), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]);
    }

    #[test]
    fn areas_keep_their_shape_at_their_latitude() {
        let area: Area = vec![vec![[32.0, 41.0], [32.1, 41.0], [32.1, 41.1], [32.0, 41.1], [32.0, 41.0]]];
        let frame = Frame::around(std::slice::from_ref(&area), 720.0, 0.0).expect("it has a width and a height");
        let placed = frame.placed(&area[0]);
        let (width, height) = (placed[1].0 - placed[0].0, placed[0].1 - placed[2].1);
        // A degree of longitude is 0.754 of one of latitude at 41 degrees north.
        assert!((width / height - 0.754).abs() < 0.001, "{width} by {height}");
        assert!(height <= 720.0 * TALLEST + 0.01);
        assert!(Frame::around(&[], 720.0, 0.0).is_none());
    }
}
