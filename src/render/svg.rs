//! A chart's drawing → SVG text, for the web (CSS variables) and for paper (literal colours). Decides no place.
//!
//! Nothing here needs `style` attributes or elements, so a strict Content-Security-Policy holds: colours are
//! presentation attributes. On the web they are `var(--grafik-…)` with the light colour as the fallback.

use std::fmt::Write;

use crate::view::chart::{Anchor, ChartDoc, Colour, Drawing, Fill, Item, Point, Px, Shape, Stroke};

/// The chart for an HTML page: the wide drawing (`class="grafik grafik-genis"`) and, where there is one, the narrow one
/// (`class="grafik grafik-dar"`); the style sheet shows one of them. `prefix` begins all ids and must be unique on the page.
pub fn web(chart: &ChartDoc, prefix: &str) -> String {
    let mut out = String::new();
    let classes = if chart.narrow.is_some() { "grafik grafik-genis" } else { "grafik grafik-mini" };
    Writer { out: &mut out, prefix, inks: Inks::Variables }.svg(chart, &chart.wide, &format!(" class=\"{classes}\""));
    if let Some(narrow) = &chart.narrow {
        let prefix = format!("{prefix}-dar");
        Writer { out: &mut out, prefix: &prefix, inks: Inks::Variables }.svg(chart, narrow, " class=\"grafik grafik-dar\"");
    }
    out
}

/// The wide drawing as a file of its own with literal colours, its words set in `font_family`.
pub fn print(chart: &ChartDoc, font_family: &str) -> String {
    let mut out = String::new();
    let root = format!(" xmlns=\"http://www.w3.org/2000/svg\" font-family=\"{}\"", escape(font_family));
    Writer { out: &mut out, prefix: "grafik", inks: Inks::Literal }.svg(chart, &chart.wide, &root);
    out
}

/// How colours are written.
#[derive(Clone, Copy)]
enum Inks {
    Variables,
    Literal,
}

/// Name after `--grafik-` and the colour on white paper.
fn ink(colour: Colour) -> (&'static str, &'static str) {
    const SERIES: [(&str, &str); 8] = [
        ("1", "#1f5fa8"),
        ("2", "#711e09"),
        ("3", "#00a463"),
        ("4", "#623558"),
        ("5", "#657b2b"),
        ("6", "#7f403e"),
        ("7", "#498aee"),
        ("8", "#916fa2"),
    ];
    const HEAT: [(&str, &str); 5] =
        [("isi-1", "#e6eef7"), ("isi-2", "#bfd4ea"), ("isi-3", "#8fb4da"), ("isi-4", "#3a70ad"), ("isi-5", "#163f73")];
    match colour {
        Colour::Series(number) => SERIES[usize::from(number) % SERIES.len()],
        Colour::Heat(step) => HEAT[usize::from(step).min(HEAT.len() - 1)],
        Colour::Ink => ("yazi", "#1b1f24"),
        Colour::Muted => ("soluk", "#565d66"),
        Colour::Grid => ("izgara", "#d5d9de"),
        Colour::Ground => ("zemin", "#ffffff"),
    }
}

struct Writer<'a> {
    out: &'a mut String,
    prefix: &'a str,
    inks: Inks,
}

/// Writing to a `String` cannot fail; this says so once.
macro_rules! put {
    ($writer:expr, $($text:tt)*) => {
        write!($writer.out, $($text)*).expect("a String takes every write")
    };
}

impl Writer<'_> {
    fn svg(&mut self, chart: &ChartDoc, drawing: &Drawing, attributes: &str) {
        let prefix = self.prefix;
        let (width, height) = (number(drawing.width), number(drawing.height));
        put!(self, "<svg{attributes} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"");
        put!(self, " role=\"img\" aria-labelledby=\"{prefix}-ad {prefix}-tarif\">");
        put!(self, "<title id=\"{prefix}-ad\">{}</title>", escape(&chart.title));
        put!(self, "<desc id=\"{prefix}-tarif\">{}</desc>", escape(&chart.description));
        self.patterns(drawing);
        // Neighbours that look alike share one group, so that their look is written once.
        let mut look = String::new();
        for item in &drawing.items {
            let next = self.look(item);
            if next != look {
                self.out.push_str(if look.is_empty() { "" } else { "</g>" });
                put!(self, "<g{next}>");
                look = next;
            }
            self.item(item);
        }
        self.out.push_str(if look.is_empty() { "" } else { "</g>" });
        self.out.push_str("</svg>");
    }

    /// The patterns that the drawing uses.
    fn patterns(&mut self, drawing: &Drawing) {
        let mut used: Vec<Fill> = drawing.items.iter().map(|item| item.fill).collect();
        used.sort();
        used.dedup();
        used.retain(|fill| matches!(fill, Fill::Pattern(1..) | Fill::Hatch));
        if used.is_empty() {
            return;
        }
        self.out.push_str("<defs>");
        for fill in used {
            let (id, tile, below, above, marks) = match fill {
                Fill::Pattern(series) => {
                    let (tile, marks) = TILES[usize::from(series) % TILES.len()];
                    (format!("d{}", series + 1), tile, Colour::Series(series), Colour::Ground, marks)
                }
                _ => ("gizli".to_owned(), 6, Colour::Ground, Colour::Muted, "M-1 1l2-2M0 6l6-6M5 7l2-2"),
            };
            let (prefix, below, above) = (self.prefix, self.colour(below), self.colour(above));
            put!(self, "<pattern id=\"{prefix}-{id}\" width=\"{tile}\" height=\"{tile}\" patternUnits=\"userSpaceOnUse\">");
            put!(self, "<rect width=\"{tile}\" height=\"{tile}\" fill=\"{below}\"/>");
            put!(self, "<path d=\"{marks}\" fill=\"none\" stroke=\"{above}\" stroke-width=\"1.2\"/></pattern>");
        }
        self.out.push_str("</defs>");
    }

    fn look(&self, item: &Item) -> String {
        let fill = match item.fill {
            Fill::None => "none".to_owned(),
            Fill::Flat(colour) => self.colour(colour),
            Fill::Pattern(0) => self.colour(Colour::Series(0)),
            Fill::Pattern(series) => format!("url(#{}-d{})", self.prefix, series + 1),
            Fill::Hatch => format!("url(#{}-gizli)", self.prefix),
        };
        let mut look = format!(" fill=\"{fill}\"");
        if let Some(Stroke { colour, width, dash }) = item.stroke {
            look.push_str(&format!(" stroke=\"{}\" stroke-width=\"{}\"", self.colour(colour), number(width)));
            if !dash.is_empty() {
                let dash: Vec<String> = dash.iter().map(u8::to_string).collect();
                look.push_str(&format!(" stroke-dasharray=\"{}\"", dash.join(" ")));
            }
        }
        if let Shape::Words { anchor, size, bold, .. } = &item.shape {
            look.push_str(&format!(" font-size=\"{}\"", number(*size)));
            look.push_str(if *bold { " font-weight=\"700\"" } else { "" });
            look.push_str(match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            });
        }
        look
    }

    fn item(&mut self, item: &Item) {
        let title = item.title.as_ref().map(|title| format!("<title>{}</title>", escape(title))).unwrap_or_default();
        let tag = match &item.shape {
            Shape::Rect { corner, width, height } => {
                let (x, y) = (number(corner.x), number(corner.y));
                put!(self, "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\"", number(*width), number(*height));
                "rect"
            }
            Shape::Circle { centre, radius } => {
                let (x, y) = (number(centre.x), number(centre.y));
                put!(self, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"", number(*radius));
                "circle"
            }
            Shape::Polyline(points) => {
                put!(self, "<polyline points=\"{}\"", path(points));
                "polyline"
            }
            Shape::Polygon(points) => {
                put!(self, "<polygon points=\"{}\"", path(points));
                "polygon"
            }
            Shape::Area(rings) => {
                let rings: Vec<String> = rings.iter().map(|ring| format!("M{}Z", path(ring))).collect();
                put!(self, "<path fill-rule=\"evenodd\" d=\"{}\"", rings.concat());
                "path"
            }
            Shape::Words { at, text, .. } => {
                put!(self, "<text x=\"{}\" y=\"{}\">{}</text>", number(at.x), number(at.y), escape(text));
                return;
            }
        };
        match title.as_str() {
            "" => self.out.push_str("/>"),
            title => put!(self, ">{title}</{tag}>"),
        }
    }

    fn colour(&self, colour: Colour) -> String {
        let (name, literal) = ink(colour);
        match self.inks {
            Inks::Variables => format!("var(--grafik-{name},{literal})"),
            Inks::Literal => literal.to_owned(),
        }
    }
}

/// Side of the tile and the marks of each series' pattern; the first has none.
const TILES: [(u8, &str); 8] = [
    (6, ""),
    (7, "M-1 1l2-2M0 7l7-7M6 8l2-2"),
    (6, "M2 3h2"),
    (6, "M3 0v6"),
    (6, "M0 3h6"),
    (7, "M-1 6l2 2M0 0l7 7M6-1l2 2"),
    (8, "M0 4h8M4 0v8"),
    (8, "M0 0l8 8M0 8l8-8"),
];

/// Hundredths as a short decimal.
fn number(Px(hundredths): Px) -> String {
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    match (size / 100, size % 100) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, rest) if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        (whole, rest) => format!("{sign}{whole}.{rest:02}"),
    }
}

fn path(points: &[Point]) -> String {
    let pairs: Vec<String> = points.iter().map(|at| format!("{},{}", number(at.x), number(at.y))).collect();
    pairs.join(" ")
}

/// Text as XML character data or attribute value; characters that XML forbids become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
