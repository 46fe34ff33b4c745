//! A figure's declaration as written: its parts and where they stand. Reading it is the parent's work.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::estimate::EstimateSyntax;
use super::{CHART_KINDS, COLUMN_TYPES};
use crate::diag::Place;
use crate::parse::schemas;

pub(super) static FIGURE_KEYS: LazyLock<Vec<&str>> = LazyLock::new(schemas::keys_of::<FigureSyntax>);
pub(super) static CHART_KEYS: LazyLock<Vec<&str>> = LazyLock::new(schemas::keys_of::<ChartSyntax>);
pub(super) static DISCLOSE_KEYS: LazyLock<Vec<&str>> = LazyLock::new(schemas::keys_of::<DiscloseSyntax>);
pub(super) static COLUMN_KEYS: LazyLock<Vec<&str>> = LazyLock::new(schemas::keys_of::<ColumnSyntax>);

/// A figure as declared (gösterge bildirimi).
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FigureSyntax {
    /// Its id: lower-case ASCII letters, digits and `-`.
    #[schemars(skip)]
    pub id: Arc<str>,
    /// Where its id stands.
    #[schemars(skip)]
    pub place: Place,
    /// What it shows.
    pub title: String,
    /// What is counted or measured; empty when not said.
    #[schemars(default)]
    pub unit: String,
    /// How the numbers are made, in sentences.
    pub method: String,
    /// The statement.
    pub sql: String,
    /// Where the statement begins.
    #[schemars(skip)]
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
    #[schemars(with = "Option<BTreeMap<String, ColumnSyntax>>")]
    pub columns: IndexMap<String, ColumnSyntax>,
    /// Where `columns` begins; the id's place when it is not written.
    #[schemars(skip)]
    pub columns_place: Place,
    /// The period in words, or the name of a date column that tells it.
    pub period: Option<String>,
    /// `public` or `internal`, where it is said.
    #[schemars(with = "Option<Wanted>")]
    pub audience: Option<(Wanted, Place)>,
}

/// Whom a figure is declared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Wanted {
    /// Citizens; an error where that is impossible.
    Public,
    /// Staff only.
    Internal,
}

/// `chart: {kind, x, y, series, title}`
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChartSyntax {
    /// Where it stands.
    #[schemars(skip)]
    pub place: Place,
    /// The kind's name, one of [`super::CHART_KINDS`].
    #[schemars(schema_with = "chart_kind")]
    pub kind: String,
    /// Column of the categories.
    pub x: String,
    /// Columns of the values; several make one series each.
    #[schemars(schema_with = "schemas::one_or_many")]
    pub y: Vec<String>,
    /// Column whose values become series.
    pub series: Option<String>,
    /// Title, where it is not the figure's.
    pub title: Option<String>,
}

/// `disclose: {counts, by, stats, min, round, exact}`
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DiscloseSyntax {
    /// Where it stands.
    #[schemars(skip)]
    pub place: Place,
    /// Columns that count people.
    #[schemars(default, schema_with = "schemas::one_or_many")]
    pub counts: Vec<String>,
    /// Columns that say which group.
    #[schemars(default, schema_with = "schemas::one_or_many")]
    pub by: Vec<String>,
    /// Columns of statistics, each with the column that counts its records, where that is said.
    #[schemars(default, schema_with = "names_or_map")]
    pub stats: Vec<(String, Option<String>)>,
    /// Columns that are one column in relation to another, computed again from what is shown of the two.
    #[schemars(default, schema_with = "ratios")]
    pub ratios: Vec<RatioSyntax>,
    /// A stricter `min` than the site's.
    pub min: Option<u32>,
    /// A coarser `round` than the site's.
    pub round: Option<u32>,
    /// `exact: true`: counts are published unrounded, and more cells are withheld for it.
    #[schemars(default)]
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
#[derive(Clone, Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ColumnSyntax {
    /// Title in words.
    pub title: Option<String>,
    /// Unit, written after the title.
    pub unit: Option<String>,
    /// One of [`super::COLUMN_TYPES`].
    #[schemars(rename = "type", default, schema_with = "column_type")]
    pub kind: Option<String>,
    /// The registry whose codes it holds.
    #[schemars(rename = "ref")]
    pub reference: Option<String>,
    /// How many decimals are shown.
    pub decimals: Option<u8>,
    /// What is said where there is no value.
    pub missing: Option<String>,
    /// How many of the last months are expected to change.
    pub provisional: Option<u32>,
}

/// What a file of figures may hold: declarations by id.
pub fn schema() -> Value {
    let mut schema = schemas::of::<BTreeMap<String, FigureSyntax>>();
    schema["propertyNames"] = json!({"pattern": "^[a-z0-9-]+$"});
    schema
}

fn chart_kind(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"enum": CHART_KINDS})
}

fn column_type(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"enum": COLUMN_TYPES})
}

fn names_or_map(_: &mut SchemaGenerator) -> Schema {
    let text = json!({"type": "string"});
    json_schema!({"type": ["array", "object", "string"], "items": text, "additionalProperties": text})
}

fn ratios(_: &mut SchemaGenerator) -> Schema {
    let parts = json!({"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": ["string", "integer"]}});
    json_schema!({"type": "object", "additionalProperties": parts})
}
