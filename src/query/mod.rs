//! Exact answers (kesin cevaplar): every figure's statement runs once, whoever shows it. Nothing is withheld here, so
//! nothing here reaches citizens: the way on is `disclose`.
//!
//! ```compile_fail,E0277
//! # fn show(answer: &tellal::query::Answer) -> String {
//! format!("{}", answer.table) // an exact table has no words
//! # }
//! ```
//!
//! ```
//! # fn show(answer: &tellal::query::Answer) -> String {
//! format!("{}", answer.facts.title)
//! # }
//! ```

mod behind;
mod check;
mod earlier;
mod estimate;
mod made;
mod measured;
mod order;
mod period;
mod trouble;

pub use behind::{Behind, NOT_COUNTED};
pub use earlier::{Earlier, earlier};
pub use measured::Measured;
pub use trouble::cause;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diag::{Diagnostics, Place};
use crate::model::figure::{
    Chart, ColumnSyntax, Estimate, EstimateSyntax, Figure, FigureColumn, FigureSyntax, Figures, Opening, Outlines, Reach, Shape,
    Source, SourceKind, Sources,
};
pub use crate::table::Weight;
use crate::table::{Column, Kind, Sql, Table};
use crate::turkish;

/// Decimals shown where a figure does not say how many.
const USUAL_DECIMALS: u8 = 1;

/// What may be said about a figure besides its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its id.
    pub id: Arc<str>,
    /// What it shows.
    pub title: String,
    /// What is counted or measured; may be empty.
    pub unit: String,
    /// How the numbers are made.
    pub method: String,
    /// The period the numbers cover, in words.
    pub period: Option<String>,
    /// How it is drawn.
    pub chart: Option<Chart>,
    /// The outlines of the areas it is about, where it is drawn as a map.
    pub outlines: Option<Arc<Outlines>>,
    /// The columns, in order.
    pub columns: Vec<FigureColumn>,
    /// Columns whose missing groups are counts of nought.
    pub counts: Vec<Arc<str>>,
    /// Where the rows come from.
    pub sources: Vec<Origin>,
    /// True when any of that is made up.
    pub synthetic: bool,
}

/// A table a figure is made from, as it may be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is called.
    pub title: Arc<str>,
    /// Its file, or its folder where there are several.
    pub file: Arc<str>,
    /// True for made-up data.
    pub synthetic: bool,
}

/// A figure answered exactly (kesin cevap).
#[derive(Clone, Debug)]
pub struct Answer {
    /// What may be said about it.
    pub facts: Arc<Facts>,
    /// The numbers.
    pub table: Table,
    /// How many records stand behind it; `None` for figures of registries alone.
    pub n: Option<u64>,
    /// Whether and how citizens may see it.
    pub opening: Opening,
    /// The order its statement asks for: columns, with whether the greatest comes first.
    pub order: Vec<(usize, bool)>,
    /// The records behind its counts, by the name of the count; without those that could not be followed.
    pub behind: BTreeMap<Arc<str>, Behind>,
    /// True where its measures are made of all its rows together, the limits of a series of months.
    pub across: bool,
    /// What its measures rest on, by the name of the measure and row by row.
    pub rests: BTreeMap<Arc<str>, Vec<Weight>>,
    /// Which records its measures are made of, as far as it is guarded.
    pub measured: Vec<Measured>,
    /// Where it says how it may be opened, for complaints.
    pub place: Place,
    /// Its statement.
    pub sql: Arc<str>,
    /// Only so many rows are shown.
    pub top: Option<usize>,
}

/// Names of codes, by registry.
pub type Labels = BTreeMap<Arc<str>, Arc<BTreeMap<Arc<str>, Arc<str>>>>;

/// All figures answered.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    answers: BTreeMap<Arc<str>, Answer>,
    labels: Labels,
    through: BTreeMap<Arc<str>, Date>,
}

impl Answers {
    /// The answers in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Answer> {
        self.answers.values()
    }

    /// The answer to this figure.
    pub fn get(&self, id: &str) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// The last day of each dataset's records.
    pub fn through(&self) -> &BTreeMap<Arc<str>, Date> {
        &self.through
    }

    /// The names of the codes in them.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }
}

/// Answers every figure. One that cannot be answered is left out, and why has been said at its line.
pub fn answer(diag: &mut Diagnostics, figures: &Figures, sources: &Sources) -> Answers {
    let figures: Vec<&Figure> = figures.iter().collect();
    if figures.is_empty() {
        // A site of pages alone need not wait until the tables' threads and kernels are up.
        return Answers::default();
    }
    let periods = period::Periods::of(sources);
    let (pool, sound) = (behind::Pool::default(), !diag.has_errors());
    let answered: Vec<(Option<Answer>, Diagnostics)> = figures
        .par_iter()
        .with_max_len(1)
        .map(|figure| {
            let mut diag = Diagnostics::new();
            let answered = answer_one(&mut diag, figure, sources, &periods);
            let answer = answered.map(|(answer, followed)| {
                let behind = records_behind(figure, &answer, followed, sources, &pool);
                let answer = Answer { behind, ..answer };
                let (rests, measured) = made::judge(&mut diag, figure, &answer, sources);
                Answer { rests, measured, ..answer }
            });
            // Where something is wrong anyway, that comes first.
            if sound && !diag.has_errors() {
                diag.extend(answer.as_ref().and_then(|answer| behind::not_followed(figure, answer)));
            }
            (answer, diag)
        })
        .collect();
    let mut answers = Answers { answers: BTreeMap::new(), labels: sources.labels(), through: BTreeMap::new() };
    let last = |source: &Source| Some((Arc::clone(&source.name), periods.last_record(source)?));
    answers.through = sources.iter().filter(|s| s.kind == SourceKind::Dataset).filter_map(last).collect();
    for (answer, complaints) in answered {
        diag.extend(complaints);
        answers.answers.extend(answer.map(|answer| (Arc::clone(&answer.facts.id), answer)));
    }
    answers
}

/// The records behind the counts of a guarded figure, as far as they can be followed.
fn records_behind(
    figure: &Figure,
    answer: &Answer,
    followed: Option<estimate::Traced>,
    sources: &Sources,
    pool: &behind::Pool,
) -> BTreeMap<Arc<str>, Behind> {
    let Opening::Guarded(guard) = &figure.opening else { return BTreeMap::new() };
    let datasets = figure.sources.iter().filter_map(|name| sources.get(name)).filter(|s| s.kind == SourceKind::Dataset);
    let (datasets, tables): (Vec<&Source>, _) = (datasets.collect(), tables_for(&figure.opening, sources));
    match followed {
        None => behind::of(answer, guard, &datasets, tables, pool),
        Some(traced) => behind::of_estimate(answer, traced, &datasets, tables, pool),
    }
}

fn answer_one(
    diag: &mut Diagnostics,
    figure: &Figure,
    sources: &Sources,
    periods: &period::Periods,
) -> Option<(Answer, Option<estimate::Traced>)> {
    let syntax = &figure.syntax;
    let tables = tables_for(&figure.opening, sources);
    let mut table = match tables.run(&syntax.sql) {
        Ok(table) => table,
        Err(error) => {
            diag.push(trouble::complaint(syntax, tables, &error));
            return None;
        }
    };
    let from: Vec<&Source> = figure.sources.iter().filter_map(|name| sources.get(name)).collect();
    let records: Vec<&Source> = from.iter().copied().filter(|s| s.kind == SourceKind::Dataset).collect();
    let (mut followed, mut until) = (None, None);
    let estimated = match &syntax.estimate {
        None => None,
        Some(estimate) => {
            let single = table.height() as u64;
            let last_day = periods.last_day(&sources.touched(&syntax.sql), sources.today());
            // Of no records at all, any day is the last.
            let last_day = last_day.or_else(|| sources.today().filter(|_| table.height() == 0));
            // A ledger has a row for every month in which something happened, and not only for those in which records came.
            until = estimate.as_of.or(last_day).filter(|_| matches!(estimate.kind, Estimate::Ledger { .. }));
            let made = estimate::make(diag, &given(syntax, estimate, sources, &from, last_day), &table)?;
            (table, followed) = (made.table, made.traced);
            Some(single)
        }
    };
    check::complain(diag, figure, &table);
    for (name, said) in &syntax.columns {
        table = match said.kind.as_deref() {
            Some("money") => table.with_kind(name, Kind::Money),
            Some("decimal") => table.with_kind(name, Kind::Decimal),
            _ => table,
        };
    }
    let describe = |column: &Column| {
        let said = syntax.columns.get(&*column.name);
        let missing = said.and_then(|s| s.missing.clone());
        let usual = || syntax.estimate.as_ref().and_then(|e| estimate::missing(e, &column.name)).map(str::to_owned);
        FigureColumn { missing: missing.or_else(usual), ..described(column, said, &from) }
    };
    let columns: Vec<FigureColumn> = table.columns().iter().map(describe).collect();
    let outlines = syntax.chart.as_ref().filter(|chart| chart.kind == "map").and_then(|chart| {
        let Shape::Reference(registry) = &columns.iter().find(|c| *c.name == *chart.x)?.shape else { return None };
        sources.outlines(registry).cloned()
    });
    let guard = syntax.disclose.as_ref();
    let facts = Facts {
        id: Arc::clone(&syntax.id),
        title: syntax.title.clone(),
        unit: syntax.unit.clone(),
        method: syntax.method.clone(),
        period: periods.tell(syntax.period.as_deref(), &records, until),
        chart: syntax.chart.clone(),
        outlines,
        columns,
        counts: guard.map(|d| d.counts.iter().map(|c| c.as_str().into()).collect()).unwrap_or_default(),
        sources: from.iter().filter(|s| s.kind == SourceKind::Dataset || !s.files.is_empty()).map(|s| origin(s)).collect(),
        synthetic: from.iter().any(|s| s.synthetic),
    };
    let rows = records.iter().map(|s| s.table.height() as u64).reduce(|a, b| a + b);
    let repeated = matches!(syntax.estimate.as_ref().map(|e| &e.kind), Some(Estimate::SurvivalCurve(..)));
    let counted = facts.counts.first().filter(|_| !repeated).and_then(|count| counted(&table, count));
    let n = rows.map(|rows| counted.or(estimated).unwrap_or(rows));
    // The statement of an estimate orders records, which nobody sees.
    let order = if estimated.is_some() { Vec::new() } else { order::of(&syntax.sql, &table) };
    let top = syntax.top.map(|top| top as usize);
    let place = syntax.disclose.as_ref().map_or_else(|| syntax.place.clone(), |d| d.place.clone());
    let (facts, opening) = (Arc::new(facts), figure.opening.clone());
    let (behind, rests, measured) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    let sql = syntax.sql.as_str().into();
    let across = matches!(syntax.estimate.as_ref().map(|e| &e.kind), Some(Estimate::Xmr { .. }));
    Some((Answer { facts, table, n, opening, order, top, behind, across, rests, measured, place, sql }, followed))
}

/// What an estimate may know besides its records.
fn given<'a>(
    figure: &'a FigureSyntax,
    syntax: &'a EstimateSyntax,
    sources: &'a Sources,
    from: &'a [&'a Source],
    last_day: Option<Date>,
) -> estimate::Given<'a> {
    let field = |column: &str| from.iter().flat_map(|s| &s.fields).filter(move |f| &*f.name == column).collect::<Vec<_>>();
    estimate::Given {
        figure,
        syntax,
        as_of: syntax.as_of.or(last_day),
        calendar: sources.calendar(),
        may_tell: Box::new(move |column| {
            let fields = field(column);
            !fields.is_empty() && fields.iter().all(|f| f.reach != Reach::Staff)
        }),
        name_of: Box::new(move |column, cell| {
            let code = cell.as_text().unwrap_or_default();
            let registry = field(column).iter().find_map(|f| f.reference.clone());
            let names = registry.and_then(|registry| sources.labels().remove(&registry));
            names.and_then(|names| names.get(code).cloned()).unwrap_or_else(|| code.into()).to_string()
        }),
    }
}

/// The records a figure counts: the sum of its first count, which a `WHERE` makes fewer than its tables have rows.
fn counted(table: &Table, count: &str) -> Option<u64> {
    let mut cells = table.reveal("n: how many records the figure counts").column(count)?;
    cells.try_fold(0, |sum: u64, cell| sum.checked_add(u64::try_from(cell.as_integer()?).ok()?))
}

/// The tables a figure may see: what citizens may see of it is computed where nothing else exists.
fn tables_for<'s>(opening: &Opening, sources: &'s Sources) -> &'s Sql {
    match opening {
        Opening::Closed => sources.exact(),
        Opening::AsItIs => sources.open(),
        Opening::Guarded(_) => sources.guarded(),
    }
}

fn described(column: &Column, said: Option<&ColumnSyntax>, from: &[&Source]) -> FigureColumn {
    let title = said.and_then(|s| s.title.clone()).or_else(|| column.title.as_deref().map(str::to_owned));
    let title = title.unwrap_or_else(|| turkish::case::capitalize(&column.name.replace('_', " ")));
    let unit = said.and_then(|s| s.unit.as_deref());
    FigureColumn {
        name: Arc::clone(&column.name),
        title: unit.map_or_else(|| title.clone(), |unit| format!("{title} ({unit})")),
        unit: unit.map(str::to_owned),
        shape: shape(column, said, from),
        missing: None,
        provisional: said.and_then(|s| s.provisional),
    }
}

fn shape(column: &Column, said: Option<&ColumnSyntax>, from: &[&Source]) -> Shape {
    let decimals = said.and_then(|s| s.decimals);
    if let Some(registry) = said.and_then(|s| s.reference.as_deref()) {
        return Shape::Reference(registry.into());
    }
    match said.and_then(|s| s.kind.as_deref()) {
        Some("text") => return Shape::Text,
        Some("integer") => return Shape::Integer,
        Some("decimal") => return Shape::Decimal(decimals.unwrap_or(USUAL_DECIMALS)),
        Some("money") => return Shape::Money,
        Some("date") => return Shape::Date,
        Some("datetime") => return Shape::DateTime,
        Some("month") => return Shape::Month,
        Some("year") => return Shape::Year,
        Some("boolean") => return Shape::Boolean,
        _ => {}
    }
    let year = &*column.name == "yil" || column.name.ends_with("_yil");
    match column.kind {
        Kind::Integer if year => Shape::Year,
        Kind::Integer => Shape::Integer,
        Kind::Decimal => Shape::Decimal(decimals.unwrap_or(USUAL_DECIMALS)),
        Kind::Money => Shape::Money,
        Kind::Date => Shape::Date,
        Kind::DateTime => Shape::DateTime,
        Kind::Month => Shape::Month,
        Kind::Boolean => Shape::Boolean,
        Kind::Text => {
            let same = from.iter().flat_map(|s| &s.fields).find(|f| f.name == column.name);
            same.and_then(|f| f.reference.clone()).map_or(Shape::Text, Shape::Reference)
        }
    }
}

fn origin(source: &Source) -> Origin {
    let file = match source.files.as_slice() {
        [one] => Arc::clone(one),
        files => files
            .first()
            .and_then(|f| f.rsplit_once('/'))
            .map_or_else(|| Arc::clone(&source.name), |(folder, _)| format!("{folder}/").into()),
    };
    Origin { title: Arc::clone(&source.title), file, synthetic: source.synthetic }
}

#[cfg(test)]
mod tests;
