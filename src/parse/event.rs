//! `event:` in a page's front matter: when and where something takes place. Not the page around it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::yaml;
use crate::turkish::date::{self, Moment};

/// An event as written (etkinlik): `event: {start: 2026-12-05 19:00, place: Meydan}`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventFront {
    /// When it begins: a day, or a day and an hour in Türkiye's time.
    pub start: Start,
    /// When it ends; a day is included.
    pub end: Option<Start>,
    /// Where, by name.
    pub place: Option<String>,
    /// The address of the place.
    pub address: Option<String>,
    /// What it costs, in words: `Ücretsiz`.
    pub fee: Option<String>,
    /// What people with disabilities can count on, in words.
    pub accessibility: Option<String>,
    /// Where to register.
    pub registration: Option<String>,
    /// Whether it takes place.
    #[serde(default)]
    pub state: EventState,
}

/// Whether an event takes place as announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EventState {
    /// As announced.
    #[default]
    Planned,
    /// Put off; the new day is not known, or is the one written.
    Postponed,
    /// Not at all (iptal).
    Cancelled,
}

/// A day or an hour: `2026-12-05`, `2026-12-05 19:00`, `05.12.2026 19.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start(pub Moment);

impl JsonSchema for Start {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^[0-9]", "examples": ["2026-12-05", "2026-12-05 19:00"]})
    }
}

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        date::parse(&text).map(Start).map_err(|_| D::Error::custom(format!("{text}{}expected-moment", yaml::NOT_A)))
    }
}
