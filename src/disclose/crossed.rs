//! Counts of everybody, of parts, of all but a part and of the long-lasting ones, read together by an attacker who
//! knows that every number is a sum of people of one unit, one month and one length. Not part of the program.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::linked::{desks, opened, shown};
use super::*;
use crate::model::figure::example::{Request, policy};

/// Each table: its name, what it groups by, and whom it counts.
const TABLES: [(&str, &str, &str); 8] = [
    ("birim-ay", "birim, ay", ""),
    ("birim", "birim", ""),
    ("ay", "ay", ""),
    ("hepsi", "", ""),
    ("zabita-disi", "", "WHERE birim <> 'zabita'"),
    ("zabita-disi-ay", "ay", "WHERE birim <> 'zabita'"),
    ("uzun-birim-ay", "birim, ay", "WHERE gun > 10"),
    ("uzun-ay", "ay", "WHERE gun > 10"),
];

fn yaml(more: &str) -> String {
    let figure = |(id, by, chosen): &(&str, &str, &str)| {
        let columns = by.replace("ay", "tarih_ay AS ay");
        let (comma, grouped) = if by.is_empty() { ("", String::new()) } else { (", ", format!("GROUP BY {by}")) };
        format!(
            "{id}:\n  title: T\n  method: M\n  sql: SELECT {columns}{comma}count(*) AS n FROM halk_masasi {chosen} {grouped}\n  \
             disclose: {{counts: [n], by: [{by}]{more}}}\n"
        )
    };
    TABLES.iter().map(figure).collect()
}

/// How far each number that is withheld for itself can lie, and of unrounded tables each that is withheld, for who writes
/// down all tables and knows the rule.
fn attacked(record: &OpenRecord, desk: &[Request], is_exact: bool) -> Vec<(String, f64)> {
    let mut system = system::System::default();
    let (units, months) = (["zabita", "fen-isleri", "yazi-isleri"], ["2026-01", "2026-02", "2026-03", "2026-04"]);
    let mut people = BTreeMap::new();
    for unit in units {
        for month in months {
            for long in [false, true] {
                people.insert((unit, month, long), system.unknown(0.0, f64::INFINITY));
            }
        }
    }
    let mut withheld = Vec::new();
    for (id, _, chosen) in TABLES {
        let rows = shown(record, id);
        let closed = record.get(id).is_some_and(OpenTable::is_closed);
        for row in &rows {
            let words: Vec<&str> = row.split(' ').collect();
            let (group, value) = (&words[..words.len() - 1], words[words.len() - 1]);
            let is_of = |(unit, month, long): &(&str, &str, bool)| {
                group.iter().all(|word| word == unit || word == month)
                    && (!chosen.contains("zabita") || *unit != "zabita")
                    && (!chosen.contains("gun") || *long)
            };
            let truth = desk.iter().filter(|r| {
                let month = format!("2026-{:02}", r.on.month());
                let month = months.iter().find(|known| ***known == *month).copied().unwrap_or_default();
                is_of(&(r.unit, month, r.days.is_some_and(|days| days > 10.0)))
            });
            let is_small = truth.count() < 10;
            let (least, most) = match value.parse::<f64>() {
                Ok(n) if is_exact => (n, n),
                Ok(n) => rule::between(n, policy()),
                Err(_) if is_exact => (1.0, f64::INFINITY),
                Err(_) if is_small => (1.0, 9.0),
                Err(_) => (10.0, f64::INFINITY),
            };
            let number = system.unknown(least, most);
            let terms = people.iter().filter(|(key, _)| is_of(key)).map(|(_, unknown)| (*unknown, 1.0));
            system.row(terms.chain([(number, -1.0)]).collect(), 0.0, 0.0);
            if value == "[c]" && (is_exact || is_small) {
                withheld.push((format!("{id}: {row}"), number));
            }
        }
        // Who is in no row of a table that shows all of them is nowhere.
        if id == "birim-ay" && !closed {
            for ((unit, month, _), unknown) in &people {
                if !rows.iter().any(|row| row.starts_with(&format!("{unit} {month} "))) {
                    system.set_bounds(*unknown, 0.0, 0.0);
                }
            }
        }
    }
    let width = |unknown| interval::bounds(&system, unknown).map_or(0.0, |(least, most)| most - least);
    withheld.into_iter().map(|(name, unknown)| (name, width(unknown))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn nobody_finds_a_withheld_count_of_exact_tables_however_they_overlap(desk in desks()) {
        let record = opened(&yaml(", exact: true"), &desk);
        for (cell, width) in attacked(&record, &desk, true) {
            let seen: Vec<_> = TABLES.iter().map(|(id, _, _)| (id, shown(&record, id))).collect();
            prop_assert!(width >= 10.0 - 1e-4, "{} can be found to within {}: {:?}", cell, width, seen);
        }
    }

    #[test]
    fn nobody_finds_a_withheld_count_of_rounded_tables_however_they_overlap(desk in desks()) {
        let record = opened(&yaml(""), &desk);
        for (cell, width) in attacked(&record, &desk, false) {
            let seen: Vec<_> = TABLES.iter().map(|(id, _, _)| (id, shown(&record, id))).collect();
            prop_assert!(width >= 3.0 - 1e-4, "{} can be found to within {}: {:?}", cell, width, seen);
        }
    }
}
