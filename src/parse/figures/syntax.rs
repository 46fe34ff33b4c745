//! A figure's declaration as written: its parts and where they stand. Reading it is the parent's work.

use std::sync::Arc;

use indexmap::IndexMap;

use super::estimate::EstimateSyntax;
use crate::diag::Place;

/// A figure as declared (gösterge bildirimi).
#[derive(Clone, Debug)]
pub struct FigureSyntax {
    /// Its id: lower-case ASCII letters, digits and `-`.
    pub id: Arc<str>,
    /// Where its id stands.
    pub place: Place,
    /// What it shows.
    pub title: String,
    /// What is counted or measured; empty when not said.
    pub unit: String,
    /// How the numbers are made, in sentences.
    pub method: String,
    /// The statement.
    pub sql: String,
    /// Where the statement begins.
    pub sql_place: Place,
    /// What is estimated from the records the statement gives; without it the statement's answer is the figure.
    pub estimate: Option<EstimateSyntax>,
    /// Only so many rows are shown, chosen by what is shown.
    pub top: Option<u32>,
    /// How it is drawn.
    pub chart: Option<ChartSyntax>,
    /// How it may be opened to citizens.
    pub disclose: Option<DiscloseSyntax>,
    /// What is said about its columns.
    pub columns: IndexMap<String, ColumnSyntax>,
    /// Where `columns` begins; the id's place when it is not written.
    pub columns_place: Place,
    /// The period in words, or the name of a date column that tells it.
    pub period: Option<String>,
    /// `public` or `internal`, where it is said.
    pub audience: Option<(Wanted, Place)>,
}

/// Whom a figure is declared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Citizens; an error where that is impossible.
    Public,
    /// Staff only.
    Internal,
}

/// `chart: {kind, x, y, series, title}`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSyntax {
    /// Where it stands.
    pub place: Place,
    /// The kind's name, one of [`super::CHART_KINDS`].
    pub kind: String,
    /// Column of the categories.
    pub x: String,
    /// Columns of the values; several make one series each.
    pub y: Vec<String>,
    /// Column whose values become series.
    pub series: Option<String>,
    /// Title, where it is not the figure's.
    pub title: Option<String>,
}

/// `disclose: {counts, by, stats, min, round, exact}`
#[derive(Clone, Debug)]
pub struct DiscloseSyntax {
    /// Where it stands.
    pub place: Place,
    /// Columns that count people.
    pub counts: Vec<String>,
    /// Columns that say which group.
    pub by: Vec<String>,
    /// Columns of statistics, each with the column that counts its records, where that is said.
    pub stats: Vec<(String, Option<String>)>,
    /// Columns that are one column in relation to another, computed again from what is shown of the two.
    pub ratios: Vec<RatioSyntax>,
    /// A stricter `min` than the site's.
    pub min: Option<u32>,
    /// A coarser `round` than the site's.
    pub round: Option<u32>,
    /// `exact: true`: counts are published unrounded, and more cells are withheld for it.
    pub exact: bool,
}

/// `disclose.ratios: {name: [of, in, per]}`: `of` for every `per` of `in`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatioSyntax {
    /// The column.
    pub name: String,
    /// The column above the line.
    pub of: String,
    /// The column below it; `*` for all records.
    pub within: String,
    /// 100 for per cent.
    pub per: u32,
}

/// `columns: {name: {title, unit, type, ref, decimals, missing, provisional}}`
#[derive(Clone, Debug, Default)]
pub struct ColumnSyntax {
    /// Title in words.
    pub title: Option<String>,
    /// Unit, written after the title.
    pub unit: Option<String>,
    /// One of [`super::COLUMN_TYPES`].
    pub kind: Option<String>,
    /// The registry whose codes it holds.
    pub reference: Option<String>,
    /// How many decimals are shown.
    pub decimals: Option<u8>,
    /// What is said where there is no value.
    pub missing: Option<String>,
    /// How many of the last months are expected to change.
    pub provisional: Option<u32>,
}
