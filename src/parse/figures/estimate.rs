//! `estimate:` of a figure → which estimate is made of which columns of its statement. Not the estimate itself: whether
//! the columns exist and what they hold is `query`'s to see.

use std::borrow::Cow;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Reader, Spanned, at};
use crate::diag::{Code, Diagnostic, Place};

/// `estimate: {kind, by, as_of, …}` (tahmin): the statement gives single records, and the figure is what is estimated
/// from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateSyntax {
    /// Where it stands.
    pub place: Place,
    /// Which estimate, and from which columns.
    pub kind: Estimate,
    /// Columns that make groups, each estimated for itself.
    pub by: Vec<String>,
    /// The last day that counts; the last on which anything happened when not said.
    pub as_of: Option<Date>,
}

/// The estimates there are, each with the names of the columns it is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Estimate {
    /// Median and 90th percentile of the time from beginning to end by Kaplan–Meier; without an end it is censored.
    Survival(Times),
    /// The share that is still open after so many days, by Kaplan–Meier.
    SurvivalCurve(Times, Vec<u32>),
    /// How old is what has no end, in bands that end after so many whole days.
    Ageing(Times, Vec<u32>),
    /// How much was done within its time.
    Deadline {
        /// Beginning and end.
        times: Times,
        /// Whole days that are allowed.
        days: String,
        /// Which clock they are counted by.
        clock: String,
        /// The longer time that a notice gives.
        extension: Option<Extension>,
    },
    /// Which are open although their time is over, one by one; only for staff.
    Overdue {
        /// Beginning and end.
        times: Times,
        /// Whole days that are allowed.
        days: String,
        /// Which clock they are counted by.
        clock: String,
        /// The longer time that a notice gives.
        extension: Option<Extension>,
    },
    /// The monthly book of what came, went and stayed.
    Ledger {
        /// What a case is called.
        case: String,
        /// What happened to it.
        activity: String,
        /// When.
        time: String,
    },
    /// The limits of a process-behaviour chart (XmR).
    Xmr {
        /// The month.
        time: String,
        /// Its value.
        value: String,
    },
}

/// The columns of a beginning and an end (başlangıç, bitiş).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// When it began.
    pub start: String,
    /// When it ended, if it did.
    pub end: String,
}

impl EstimateSyntax {
    /// The columns of the statement it needs, `by` included.
    pub fn columns(&self) -> Vec<&str> {
        let own: Vec<&String> = match &self.kind {
            Estimate::Survival(times) | Estimate::SurvivalCurve(times, _) | Estimate::Ageing(times, _) => {
                vec![&times.start, &times.end]
            }
            Estimate::Deadline { times, days, clock, extension } | Estimate::Overdue { times, days, clock, extension } => {
                let longer = extension.iter().flat_map(|e| [&e.extended, &e.told]);
                [&times.start, &times.end, days, clock].into_iter().chain(longer).collect()
            }
            Estimate::Ledger { case, activity, time } => vec![case, activity, time],
            Estimate::Xmr { time, value } => vec![time, value],
        };
        self.by.iter().chain(own).map(String::as_str).collect()
    }
}

/// A longer time that holds where it was told before the usual one was over (süre uzatımı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Whole days that are allowed then, by the same clock.
    pub extended: String,
    /// The day of the notice.
    pub told: String,
}

/// The names of estimates, each with the keys it needs.
const KINDS: &[(&str, &[&str])] = &[
    ("survival", &["start", "end"]),
    ("survival-curve", &["start", "end", "at"]),
    ("ageing", &["start", "end", "bands"]),
    ("deadline", &["start", "end", "days", "clock"]),
    ("overdue", &["start", "end", "days", "clock"]),
    ("ledger", &["case", "activity", "time"]),
    ("xmr", &["time", "value"]),
];

/// The keys that every estimate may have besides.
const COMMON: [&str; 3] = ["kind", "by", "as_of"];

/// Keys that a kind may have: both or neither.
fn optional(kind: &str) -> &'static [&'static str] {
    if matches!(kind, "deadline" | "overdue") { &["extended", "told"] } else { &[] }
}

/// For each kind of estimate its own keys.
impl JsonSchema for EstimateSyntax {
    fn schema_name() -> Cow<'static, str> {
        "Estimate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let of_key = |key: &str| match key {
            "by" => json!({"type": ["array", "string"], "items": {"type": "string"}}),
            "as_of" => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
            "at" | "bands" => json!({"type": "array", "minItems": 1, "items": {"type": "integer", "minimum": 0}}),
            _ => json!({"type": "string"}),
        };
        let one = |(kind, needed): &(&str, &[&str])| {
            let keys = COMMON.iter().chain(needed.iter()).chain(optional(kind)).map(|key| match *key {
                "kind" => ("kind".to_owned(), json!({"const": kind})),
                key => (key.to_owned(), of_key(key)),
            });
            let required: Vec<&str> = std::iter::once("kind").chain(needed.iter().copied()).collect();
            json!({"type": "object", "properties": Value::Object(keys.collect()), "required": required, "additionalProperties": false})
        };
        json_schema!({"oneOf": KINDS.iter().map(one).collect::<Vec<Value>>()})
    }
}

/// Reads it; `None` where a key is missing or wrong, which has been said.
pub(super) fn read(reader: &mut Reader<'_>, value: &Spanned<Value>) -> Option<EstimateSyntax> {
    let place = at(reader.file, value).field("estimate");
    let Value::Object(given) = &value.value else {
        reader.complain(&place, "estimate", &value.value, "{kind: survival, start: …, end: …}");
        return None;
    };
    let Some(kind) = given.get("kind") else {
        reader.diag.push(Diagnostic::new(Code::MISSING_KEY, place).with("key", "estimate.kind"));
        return None;
    };
    let names: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
    let kind = reader.one_of(&place, "estimate.kind", kind, &names)?;
    let (_, needed) = KINDS.iter().find(|(name, _)| *name == kind)?;
    let optional = optional(&kind);
    let known: Vec<&str> = COMMON.into_iter().chain(needed.iter().chain(optional).copied()).collect();
    let map = reader.mapping(&place, "estimate", &value.value, &known)?;
    let wanted = if optional.iter().any(|key| map.contains_key(*key)) { optional } else { &[] };
    for key in needed.iter().chain(wanted).filter(|key| !map.contains_key(**key)) {
        reader.diag.push(Diagnostic::new(Code::MISSING_KEY, place.clone()).with("key", format!("estimate.{key}")));
    }
    let mut text = |key: &str| reader.string(&place, &format!("estimate.{key}"), map.get(key)?);
    let kind = match kind.as_str() {
        "ledger" => Estimate::Ledger { case: text("case")?, activity: text("activity")?, time: text("time")? },
        "xmr" => Estimate::Xmr { time: text("time")?, value: text("value")? },
        timed => {
            let times = Times { start: text("start")?, end: text("end")? };
            match timed {
                "survival" => Estimate::Survival(times),
                "deadline" | "overdue" => {
                    let (days, clock) = (text("days")?, text("clock")?);
                    let extension = match wanted.is_empty() {
                        true => None,
                        false => Some(Extension { extended: text("extended")?, told: text("told")? }),
                    };
                    match timed {
                        "deadline" => Estimate::Deadline { times, days, clock, extension },
                        _ => Estimate::Overdue { times, days, clock, extension },
                    }
                }
                "ageing" => Estimate::Ageing(times, rising(reader, &place, "estimate.bands", map.get("bands")?)?),
                _ => Estimate::SurvivalCurve(times, rising(reader, &place, "estimate.at", map.get("at")?)?),
            }
        }
    };
    let by = map.get("by").map(|v| reader.names(&place, "estimate.by", v)).unwrap_or_default();
    let as_of = match map.get("as_of") {
        None => None,
        Some(value) => Some(day(reader, &place, value)?),
    };
    Some(EstimateSyntax { place, kind, by, as_of })
}

/// `[7, 15, 30]`: whole days, each more than the one before.
fn rising(reader: &mut Reader<'_>, place: &Place, key: &str, value: &Value) -> Option<Vec<u32>> {
    let days: Option<Vec<u32>> = value.as_array().into_iter().flatten().map(|d| u32::try_from(d.as_u64()?).ok()).collect();
    let days = days.filter(|days| !days.is_empty() && days.windows(2).all(|pair| pair[0] < pair[1]));
    if days.is_none() {
        reader.complain(place, key, value, "[7, 15, 30]");
    }
    days
}

fn day(reader: &mut Reader<'_>, place: &Place, value: &Value) -> Option<Date> {
    let day = value.as_str().and_then(|text| text.parse().ok());
    if day.is_none() {
        reader.complain(place, "estimate.as_of", value, "2026-06-30");
    }
    day
}

#[cfg(test)]
mod tests {
    use super::super::{FigureSyntax, parse};
    use super::*;
    use crate::diag::Diagnostics;

    fn read(estimate: &str) -> (Vec<FigureSyntax>, Vec<String>) {
        let mut diag = Diagnostics::new();
        let text = format!("f:\n  title: F\n  method: M\n  sql: SELECT a FROM t\n  estimate: {estimate}\n");
        let figures = parse(&mut diag, &"data/x/figures.yaml".into(), text.as_bytes());
        let detail = |d: &Diagnostic| d.args.iter().map(|(_, v)| v.clone()).next().unwrap_or_default();
        let said = diag.iter().map(|d| format!("{} {} {}", d.place.line, d.code.id(), detail(d)));
        (figures, said.collect())
    }

    #[test]
    fn each_kind_has_its_keys() {
        let (figures, said) = read("{kind: survival, start: acildi, end: kapandi, by: birim, as_of: 2026-06-30}");
        assert_eq!(said, [""; 0]);
        let estimate = figures[0].estimate.as_ref().expect("is there");
        assert_eq!(estimate.kind, Estimate::Survival(Times { start: "acildi".into(), end: "kapandi".into() }));
        assert_eq!(estimate.columns(), ["birim", "acildi", "kapandi"]);
        assert_eq!(estimate.as_of.map(|d| d.to_string()).as_deref(), Some("2026-06-30"));
        let (figures, _) = read("{kind: ageing, start: a, end: b, bands: [7, 15, 30]}");
        let bands = Estimate::Ageing(Times { start: "a".into(), end: "b".into() }, vec![7, 15, 30]);
        assert_eq!(figures[0].estimate.as_ref().map(|e| &e.kind), Some(&bands));
    }

    #[test]
    fn what_is_wrong_is_said_and_the_figure_left_out() {
        let complaint = |estimate: &str| {
            let (figures, said) = read(estimate);
            assert!(figures.is_empty(), "{estimate}");
            said
        };
        assert_eq!(complaint("{kind: survivl, start: a}"), ["5 bad-value estimate.kind"]);
        assert_eq!(complaint("{start: a}"), ["5 missing-key estimate.kind"]);
        assert_eq!(complaint("{kind: survival, start: a}"), ["5 missing-key estimate.end"]);
        assert_eq!(complaint("{kind: ageing, start: a, end: b, bands: [7, 7]}"), ["5 bad-value estimate.bands"]);
        assert_eq!(complaint("{kind: survival, start: a, end: b, as_of: dün}"), ["5 bad-value estimate.as_of"]);
        let deadline = "kind: deadline, start: a, end: b, days: c, clock: d";
        assert_eq!(complaint(&format!("{{{deadline}, extended: e}}")), ["5 missing-key estimate.told"], "both or neither");
        assert_eq!(complaint("survival"), ["5 bad-value estimate"]);
        let (figures, said) = read("{kind: xmr, time: ay, value: n, bands: [1]}");
        assert_eq!((figures.len(), said), (1, vec!["5 unknown-key bands".to_owned()]));
    }
}
