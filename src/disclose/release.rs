//! What is published today, as a later audit wants to find it (yayın kaydı): the open tables about people with the
//! statements behind them. Holds nothing that citizens do not see.

use std::sync::Arc;

use jiff::civil::Date;

use super::{OpenCell, OpenRecord, OpenTable};
use crate::model::figure::{Guard, Opening};
use crate::model::release::{Release, Released};
use crate::query::{Answer, Answers};

/// The record of a release of this period, published on this day.
pub fn release(period: &str, published: Date, answers: &Answers, record: &OpenRecord) -> Release {
    let guarded = answers.iter().filter_map(|answer| match &answer.opening {
        Opening::Guarded(guard) => Some((answer, guard, record.get(&answer.facts.id)?)),
        _ => None,
    });
    let figures = guarded.map(|(answer, guard, table)| (Arc::clone(&answer.facts.id), released(answer, guard, table)));
    Release { period: period.into(), published, through: answers.through().clone(), figures: figures.collect() }
}

fn released(answer: &Answer, guard: &Guard, table: &OpenTable) -> Released {
    let rule = table.rule().unwrap_or(guard.policy);
    Released {
        sql: answer.sql.to_string(),
        by: guard.by.clone(),
        counts: guard.counts.clone(),
        min: rule.min,
        round: rule.round,
        n: word(table.n()),
        columns: answer.facts.columns.iter().map(|c| c.name.to_string()).collect(),
        rows: table.rows().iter().map(|row| row.iter().map(word).collect()).collect(),
    }
}

fn word(cell: &OpenCell) -> String {
    match cell {
        OpenCell::Value(cell) => cell.word(),
        OpenCell::Withheld => "[c]".to_owned(),
        OpenCell::NotApplicable => "[z]".to_owned(),
        OpenCell::Missing => String::new(),
    }
}
