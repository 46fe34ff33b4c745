//! What every citizens' page says first: the alerts of the day. They are written in Turkish alone, and the banner says so on
//! pages in other languages. Not how they look.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::model::alert::{Alert, Level};

/// An alert of the day (uyarı).
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct AlertDoc {
    /// `acil`, `uyari` or `bilgi`.
    pub level: &'static str,
    /// How urgent it is, in words: nobody is told by the colour alone.
    pub title: &'static str,
    /// What it says.
    pub text: String,
    /// Where more is said.
    pub url: Option<String>,
}

/// The alerts of `today`, the most urgent first.
pub fn alerts(alerts: &[Alert], today: Date) -> Vec<AlertDoc> {
    let of_today = alerts.iter().filter(|alert| alert.is_shown_on(today));
    let shown = of_today.map(|alert| {
        let (level, title) = match alert.level {
            Level::Emergency => ("acil", "Acil duyuru"),
            Level::Warning => ("uyari", "Uyarı"),
            Level::Notice => ("bilgi", "Bilgi"),
        };
        AlertDoc { level, title, text: alert.text.clone(), url: alert.url.clone() }
    });
    shown.collect()
}
