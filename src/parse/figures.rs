//! `figures.yaml` → declared figures with the places of their parts. Not their meaning: whether the columns exist and who
//! may see the answer is the model's to decide.

mod estimate;
mod syntax;

use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::Value;

pub use estimate::{Estimate, EstimateSyntax, Extension, Times};
pub use syntax::{ChartSyntax, ColumnSyntax, DiscloseSyntax, FigureSyntax, RatioSyntax, Wanted, schema};

use self::syntax::{CHART_KEYS, COLUMN_KEYS, DISCLOSE_KEYS, FIGURE_KEYS};
use super::yaml::{self, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::World;

/// The names of chart kinds; `hbar` and `spark` are short for `horizontal` and `sparkline`.
pub const CHART_KINDS: &[&str] =
    &["line", "bar", "grouped", "stacked", "horizontal", "sparkline", "heat", "map", "hbar", "spark"];
/// The names of column types.
pub const COLUMN_TYPES: &[&str] = &["text", "integer", "decimal", "money", "date", "datetime", "month", "year", "boolean"];

type Keys = IndexMap<String, Spanned<Value>>;

/// Finds and reads every `figures.yaml` below `data/`.
pub fn load(diag: &mut Diagnostics, world: &dyn World) -> Vec<FigureSyntax> {
    let mut declared = Vec::new();
    for file in world.list(diag, "data").into_iter().filter(|f| f.path.ends_with("/figures.yaml")) {
        match world.read(&file.path) {
            Ok(bytes) => declared.extend(parse(diag, &file.path, &bytes)),
            Err(error) => {
                diag.push(Diagnostic::unreadable(Place::file(file.path), &error));
            }
        }
    }
    declared
}

/// Reads one file. What cannot be understood is left out, and why has been said.
pub fn parse(diag: &mut Diagnostics, file: &Arc<str>, bytes: &[u8]) -> Vec<FigureSyntax> {
    let Some(text) = super::utf8(diag, file, bytes) else { return Vec::new() };
    if text.lines().all(|line| line.trim().is_empty() || line.starts_with('#')) {
        return Vec::new();
    }
    let Some(figures) = yaml::read::<IndexMap<String, Keys>>(diag, file, text, 1) else { return Vec::new() };
    figures.into_iter().filter_map(|(id, keys)| figure(diag, file, text, &id, keys)).collect()
}

fn figure(diag: &mut Diagnostics, file: &Arc<str>, text: &str, id: &str, mut keys: Keys) -> Option<FigureSyntax> {
    let line = text.lines().zip(1..).find(|(line, _)| {
        line.trim_matches(['"', '\'']).strip_prefix(id).is_some_and(|r| r.trim_start_matches(['"', '\'']).starts_with(':'))
    });
    let place = Place::at(Arc::clone(file), line.map_or(0, |(_, number)| number), 1).width(id.chars().count() as u32).field(id);
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.is_empty() || !id.bytes().all(plain) {
        let complaint = Diagnostic::new(Code::BAD_VALUE, place).with("key", "id").with("value", id.to_owned());
        diag.push(complaint.with("expected", "aylik-basvuru"));
        return None;
    }
    for (key, value) in keys.iter().filter(|(key, _)| !FIGURE_KEYS.contains(&key.as_str())) {
        diag.push(super::unknown_key(at(file, value).field(key.as_str()), key, &FIGURE_KEYS));
    }
    let mut reader = Reader { diag, file };
    let period = keys.swap_remove("period").and_then(|v| reader.text("period", &v));
    let unit = keys.swap_remove("unit").and_then(|v| reader.text("unit", &v)).unwrap_or_default();
    let chart = keys.swap_remove("chart").and_then(|v| reader.chart(&v));
    let disclose = keys.swap_remove("disclose").and_then(|v| reader.disclose(&v));
    let audience = keys.swap_remove("audience").and_then(|v| reader.audience(&v));
    let estimate = keys.swap_remove("estimate").map(|v| estimate::read(&mut reader, &v));
    let top = keys.swap_remove("top").and_then(|v| reader.number(&at(file, &v), "top", &v.value));
    let columns_place = keys.get("columns").map_or_else(|| place.clone(), |v| at(file, v).field("columns"));
    let columns = keys.swap_remove("columns").map(|v| reader.columns(&v)).unwrap_or_default();
    let sql_place = keys.get("sql").map_or_else(|| place.clone(), |v| at(file, v).field("sql"));
    let mut required = |key: &'static str| match keys.swap_remove(key) {
        Some(value) => reader.text(key, &value),
        None => {
            reader.diag.push(Diagnostic::new(Code::MISSING_KEY, place.clone()).with("key", key));
            None
        }
    };
    let (title, method, sql) = (required("title"), required("method").map(|text| flowing(&text)), required("sql"));
    // An estimate that could not be read must not turn into a table of single records.
    let estimate = match estimate {
        Some(None) => return None,
        Some(read) => read,
        None => None,
    };
    Some(FigureSyntax {
        id: id.into(),
        estimate,
        top,
        title: title?,
        unit,
        method: method?,
        sql: sql?,
        sql_place,
        chart,
        disclose,
        columns,
        columns_place,
        period,
        audience,
        place,
    })
}

/// Sentences whose lines ended where the editor's window did: a line end is a space, an empty line stays.
fn flowing(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn at(file: &Arc<str>, value: &Spanned<Value>) -> Place {
    let location = value.referenced;
    Place::at(Arc::clone(file), location.line() as u32, location.column() as u32)
}

/// Reads values of known types; a wrong one is a complaint and `None`.
struct Reader<'d> {
    diag: &'d mut Diagnostics,
    file: &'d Arc<str>,
}

impl Reader<'_> {
    fn complain(&mut self, place: &Place, key: &str, value: &Value, expected: &str) {
        let shown = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let complaint = Diagnostic::new(Code::BAD_VALUE, place.clone().field(key)).with("key", key.to_owned());
        self.diag.push(complaint.with("value", shown).with("expected", expected.to_owned()));
    }

    fn text(&mut self, key: &str, value: &Spanned<Value>) -> Option<String> {
        let place = at(self.file, value);
        self.string(&place, key, &value.value)
    }

    fn string(&mut self, place: &Place, key: &str, value: &Value) -> Option<String> {
        match value {
            Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            other => {
                self.complain(place, key, other, "metin");
                None
            }
        }
    }

    fn number<T: TryFrom<u64>>(&mut self, place: &Place, key: &str, value: &Value) -> Option<T> {
        let number = value.as_u64().and_then(|n| T::try_from(n).ok());
        if number.is_none() {
            self.complain(place, key, value, "0, 1, 2 …");
        }
        number
    }

    fn one_of(&mut self, place: &Place, key: &str, value: &Value, known: &[&str]) -> Option<String> {
        let name = self.string(place, key, value)?;
        if known.contains(&name.as_str()) {
            return Some(name);
        }
        self.complain(place, key, value, &known.join(", "));
        None
    }

    fn names(&mut self, place: &Place, key: &str, value: &Value) -> Vec<String> {
        match value {
            Value::Array(items) => items.iter().filter_map(|item| self.string(place, key, item)).collect(),
            other => self.string(place, key, other).into_iter().collect(),
        }
    }

    /// The keys of a mapping; those nobody knows are complained about.
    fn mapping<'v>(
        &mut self,
        place: &Place,
        key: &str,
        value: &'v Value,
        known: &[&str],
    ) -> Option<&'v serde_json::Map<String, Value>> {
        let Value::Object(map) = value else {
            self.complain(place, key, value, "expected-map");
            return None;
        };
        for unknown in map.keys().filter(|k| !known.contains(&k.as_str())) {
            self.diag.push(super::unknown_key(place.clone().field(format!("{key}.{unknown}")), unknown, known));
        }
        Some(map)
    }

    fn audience(&mut self, value: &Spanned<Value>) -> Option<(Wanted, Place)> {
        let place = at(self.file, value);
        let name = self.one_of(&place, "audience", &value.value, &["public", "internal"])?;
        let wanted = if name == "public" { Wanted::Public } else { Wanted::Internal };
        Some((wanted, place.field("audience")))
    }

    fn chart(&mut self, value: &Spanned<Value>) -> Option<ChartSyntax> {
        let place = at(self.file, value).field("chart");
        let map = self.mapping(&place, "chart", &value.value, &CHART_KEYS)?;
        for key in ["kind", "x", "y"] {
            if !map.contains_key(key) {
                self.diag.push(Diagnostic::new(Code::MISSING_KEY, place.clone()).with("key", format!("chart.{key}")));
            }
        }
        Some(ChartSyntax {
            kind: self.one_of(&place, "chart.kind", map.get("kind")?, CHART_KINDS)?,
            x: self.string(&place, "chart.x", map.get("x")?)?,
            y: self.names(&place, "chart.y", map.get("y")?),
            series: map.get("series").and_then(|v| self.string(&place, "chart.series", v)),
            title: map.get("title").and_then(|v| self.string(&place, "chart.title", v)),
            place,
        })
    }

    fn disclose(&mut self, value: &Spanned<Value>) -> Option<DiscloseSyntax> {
        let place = at(self.file, value).field("disclose");
        let map = self.mapping(&place, "disclose", &value.value, &DISCLOSE_KEYS)?;
        let mut list = |key: &str| map.get(key).map(|v| self.names(&place, key, v)).unwrap_or_default();
        let (counts, by) = (list("counts"), list("by"));
        let stats = match map.get("stats") {
            Some(Value::Object(stats)) => {
                let named = stats.iter().map(|(stat, n)| (stat.clone(), self.string(&place, "disclose.stats", n)));
                named.collect()
            }
            Some(other) => self.names(&place, "disclose.stats", other).into_iter().map(|stat| (stat, None)).collect(),
            None => Vec::new(),
        };
        let ratios = map.get("ratios").map(|v| self.ratios(&place, v)).unwrap_or_default();
        let min = map.get("min").and_then(|v| self.number(&place, "disclose.min", v));
        let round = map.get("round").and_then(|v| self.number(&place, "disclose.round", v));
        let exact = map.get("exact").is_some_and(|v| v == true);
        for (key, value) in map.iter().filter(|(k, v)| (*k == "exact" && !v.is_boolean()) || (*k == "round" && exact)) {
            self.complain(&place, &format!("disclose.{key}"), value, "exact: true | round: 5");
        }
        Some(DiscloseSyntax { counts, by, stats, ratios, min, round, exact, place })
    }

    /// `{oran: [zamaninda, toplam]}`, `{bin_kisiye: [basvuru, nufus, 1000]}`.
    fn ratios(&mut self, place: &Place, value: &Value) -> Vec<RatioSyntax> {
        const EXPECTED: &str = "{oran: [zamaninda, toplam, 100]}";
        let Value::Object(ratios) = value else {
            self.complain(place, "disclose.ratios", value, EXPECTED);
            return Vec::new();
        };
        let mut read = Vec::new();
        for (name, parts) in ratios {
            let items = parts.as_array().map(Vec::as_slice).unwrap_or_default();
            let per = items.get(2).map_or(Some(100), |per| u32::try_from(per.as_u64()?).ok().filter(|per| *per > 0));
            match (items, per) {
                ([Value::String(of), Value::String(within), ..], Some(per)) if items.len() <= 3 => {
                    read.push(RatioSyntax { name: name.clone(), of: of.clone(), within: within.clone(), per });
                }
                _ => self.complain(place, "disclose.ratios", parts, EXPECTED),
            }
        }
        read
    }

    fn columns(&mut self, value: &Spanned<Value>) -> IndexMap<String, ColumnSyntax> {
        let place = at(self.file, value).field("columns");
        let Value::Object(columns) = &value.value else {
            self.complain(&place, "columns", &value.value, "sütun: {title: …}");
            return IndexMap::new();
        };
        let mut read = IndexMap::new();
        for (name, value) in columns {
            let key = format!("columns.{name}");
            let Some(map) = self.mapping(&place, &key, value, &COLUMN_KEYS) else {
                continue;
            };
            let column = ColumnSyntax {
                title: map.get("title").and_then(|v| self.string(&place, &key, v)),
                unit: map.get("unit").and_then(|v| self.string(&place, &key, v)),
                kind: map.get("type").and_then(|v| self.one_of(&place, &key, v, COLUMN_TYPES)),
                reference: map.get("ref").and_then(|v| self.string(&place, &key, v)),
                decimals: map.get("decimals").and_then(|v| self.number(&place, &key, v)),
                missing: map.get("missing").and_then(|v| self.string(&place, &key, v)),
                provisional: map.get("provisional").and_then(|v| self.number(&place, &key, v)),
            };
            read.insert(name.clone(), column);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<FigureSyntax>, Vec<String>) {
        let mut diag = Diagnostics::new();
        let figures = parse(&mut diag, &"data/x/figures.yaml".into(), text.as_bytes());
        let said = diag.iter().map(|d| format!("{} {} {}", d.place.line, d.code.id(), d.place.field.as_deref().unwrap_or("")));
        (figures, said.collect())
    }

    #[test]
    fn a_figure_with_everything() {
        let (figures, said) = read(
            "# önce\naylik:\n  title: Aylık\n  unit: başvuru\n  method: Sayılır.\n  sql: |\n    SELECT ay, count(*) AS n\n    FROM t\n  \
             chart: {kind: line, x: ay, y: n}\n  disclose: {counts: [n], by: ay, stats: {m: n}, min: 12}\n  \
             columns: {n: {title: Başvuru, type: integer, decimals: 0}, birim: {ref: birimler}}\n  audience: internal\n",
        );
        assert_eq!(said, [""; 0]);
        let figure = &figures[0];
        assert_eq!((&*figure.id, figure.place.line, figure.place.column), ("aylik", 2, 1));
        assert_eq!(figure.sql, "SELECT ay, count(*) AS n\nFROM t");
        assert!(matches!(figure.sql_place.line, 6 | 7), "{:?}", figure.sql_place);
        assert_eq!(figure.chart.as_ref().map(|c| (c.kind.as_str(), c.place.line)), Some(("line", 9)));
        let disclose = figure.disclose.as_ref().expect("is there");
        assert_eq!((disclose.by.as_slice(), disclose.min, disclose.round), (["ay".to_owned()].as_slice(), Some(12), None));
        assert_eq!(disclose.stats, [("m".to_owned(), Some("n".to_owned()))]);
        assert_eq!(figure.columns["birim"].reference.as_deref(), Some("birimler"));
        assert_eq!(figure.audience.as_ref().map(|(w, _)| *w), Some(Wanted::Internal));
    }

    #[test]
    fn mistakes_are_told_at_their_line() {
        let (figures, said) = read(
            "a:\n  title: A\n  method: M\n  sql: SELECT 1\n  titel: B\n  chart: {kind: pasta, x: a, y: b}\nb:\n  title: B\nBüyük:\n  title: C\n",
        );
        assert_eq!(figures.len(), 1);
        assert!(figures[0].chart.is_none());
        let expected =
            ["5 unknown-key titel", "6 bad-value chart.kind", "7 missing-key b", "7 missing-key b", "9 bad-value Büyük"];
        assert_eq!(said, expected);
    }

    #[test]
    fn what_is_no_mapping_is_bad_yaml_and_nothing_is_nothing() {
        assert_eq!(read("- a\n- b\n").1.len(), 1);
        assert_eq!(read("a: 3\n").1.len(), 1);
        assert_eq!(read("# yalnız açıklama\n\n").1, [""; 0]);
    }
}
