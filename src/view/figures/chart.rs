//! The numbers of a sheet as the numbers of a chart. What is withheld stays withheld: a drawing gets only entries of the
//! sheet, which hold nothing else.

use std::sync::Arc;

use super::sheet::Entry;
use super::signs::Sign;
use super::words;
use crate::disclose::{Facts, Shape};
use crate::turkish::number;
use crate::view::chart::{CategoryKind, ChartData, ChartDoc, ChartKind, ChartSpec, ChartValue, Series};

/// The chart of `rows` as the figure declares it; `None` where it declares none or there is nothing to draw.
pub(super) fn draw(facts: &Facts, title: &str, sliced: &[usize], rows: &[&[Entry]]) -> Option<ChartDoc> {
    let declared = facts.chart.as_ref()?;
    let place = |name: &str| facts.columns.iter().position(|c| *c.name == *name);
    let x = place(&declared.x)?;
    let y: Vec<usize> = declared.y.iter().filter_map(|name| place(name)).collect();
    let series = declared.series.as_deref().and_then(place).filter(|column| !sliced.contains(column));
    let first = &facts.columns[*y.first()?];
    let categories = categories(&facts.columns[x].shape, x, rows);
    let in_time = facts.columns[x].shape == Shape::Month && categories.iter().all(|(raw, _)| month_number(raw).is_some());
    let empty = |column: usize| match in_time {
        // A month between others in which nobody was counted.
        true if facts.counts.contains(&facts.columns[column].name) => ChartValue::Number { value: 0.0, text: "0".into() },
        _ => ChartValue::Missing,
    };
    let data = ChartData {
        category_kind: if in_time { CategoryKind::Month } else { CategoryKind::Text },
        series: match series {
            Some(series) => {
                let in_order = matches!(facts.columns[series].shape, Shape::Year | Shape::Month | Shape::Date);
                by_value((series, in_order), x, y[0], &categories, rows, || empty(y[0]))
            }
            None => y.iter().map(|y| one(&facts.columns[*y].title, x, *y, &categories, rows, || empty(*y))).collect(),
        },
        areas: match &facts.outlines {
            Some(outlines) => categories.iter().map(|(raw, _)| outlines.get(raw).cloned().unwrap_or_default()).collect(),
            None => Vec::new(),
        },
        categories: categories.into_iter().map(|(_, text)| text.to_string()).collect(),
    };
    let unit = match (&first.unit, &first.shape) {
        (Some(unit), _) => unit,
        (None, Shape::Money) => "TL",
        (None, _) => facts.unit.as_str(),
    };
    let kind = match declared.kind.as_str() {
        "hbar" => ChartKind::HorizontalBar,
        "spark" => ChartKind::Sparkline,
        name => ChartKind::named(name)?,
    };
    let title = declared.title.as_deref().filter(|_| sliced.is_empty()).unwrap_or(title);
    let spec = ChartSpec { kind, title, unit, synthetic: facts.synthetic, number: &axis_number };
    crate::view::chart::draw(&spec, &data).ok()
}

/// The categories in the rows' order, as raw value and words; months in their own order, the ones between included.
fn categories(shape: &Shape, x: usize, rows: &[&[Entry]]) -> Vec<(Arc<str>, Arc<str>)> {
    let mut seen: indexmap::IndexMap<Arc<str>, Arc<str>> = indexmap::IndexMap::new();
    for row in rows {
        seen.entry(row[x].raw().into()).or_insert_with(|| row[x].text().into());
    }
    let months: Option<Vec<i32>> = seen.keys().map(|raw| month_number(raw)).collect();
    match (shape, months.as_deref().and_then(|m| Some((*m.iter().min()?, *m.iter().max()?)))) {
        (Shape::Month, Some((first, last))) => {
            let raw = (first..=last).map(|m| format!("{:04}-{:02}", m.div_euclid(12), m.rem_euclid(12) + 1));
            raw.map(|raw| (raw.as_str().into(), words::month_words(&raw).into())).collect()
        }
        _ => seen.into_iter().collect(),
    }
}

fn month_number(raw: &str) -> Option<i32> {
    let (year, month) = raw.split_once('-')?;
    let month: i32 = month.parse().ok().filter(|m| (1..=12).contains(m))?;
    Some(year.parse::<i32>().ok().filter(|y| (1000..=9999).contains(y))? * 12 + month - 1)
}

/// One series per value of the column `series`; years, months and days in their own order.
fn by_value(
    (series, in_order): (usize, bool),
    x: usize,
    y: usize,
    categories: &[(Arc<str>, Arc<str>)],
    rows: &[&[Entry]],
    empty: impl Fn() -> ChartValue,
) -> Vec<Series> {
    let mut names: indexmap::IndexMap<&str, (&str, Vec<&[Entry]>)> = indexmap::IndexMap::new();
    for row in rows {
        names.entry(row[series].raw()).or_insert_with(|| (row[series].text(), Vec::new())).1.push(row);
    }
    if in_order {
        names.sort_unstable_keys();
    }
    names.into_values().map(|(name, rows)| one(name, x, y, categories, &rows, &empty)).collect()
}

fn one(
    name: &str,
    x: usize,
    y: usize,
    categories: &[(Arc<str>, Arc<str>)],
    rows: &[&[Entry]],
    empty: impl Fn() -> ChartValue,
) -> Series {
    let found: std::collections::BTreeMap<&str, &Entry> = rows.iter().map(|row| (row[x].raw(), &row[y])).collect();
    let value = |(raw, _): &(Arc<str>, Arc<str>)| match found.get(&**raw) {
        None => empty(),
        Some(Entry::Value(said, Some(number))) => {
            let text = said.text.strip_suffix(" TL").map_or_else(|| Arc::clone(&said.text), Arc::from);
            ChartValue::Number { value: *number, text }
        }
        Some(Entry::Sign(Sign::Withheld)) => ChartValue::Withheld,
        Some(_) => ChartValue::Missing,
    };
    Series { name: name.to_owned(), values: categories.iter().map(value).collect() }
}

/// As short as it is exact: `1.500`, `0,5`.
fn axis_number(value: f64) -> String {
    let places = (0..=6u8).find(|p| {
        let scaled = value * 10f64.powi(i32::from(*p));
        (scaled - scaled.round()).abs() < 1e-6
    });
    number::decimal(value, places.unwrap_or(6))
}
