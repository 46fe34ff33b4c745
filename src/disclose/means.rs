//! What means of a whole and of its parts give away together, for an attacker who adds and subtracts. Not part of the program.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::linked::{desks, nothing, opened, opened_with, shown};
use super::*;
use crate::model::figure::example::Request;

/// Means of everybody, of units, of months, of both, and of all but one unit.
const MEANS: &str = "
birim-ay:
  title: T
  method: M
  sql: SELECT birim, tarih_ay AS ay, count(*) AS n, avg(gun) AS ort FROM halk_masasi GROUP BY birim, ay
  disclose: {counts: [n], by: [birim, ay], stats: {ort: n}}
birim:
  title: T
  method: M
  sql: SELECT birim, count(*) AS n, sum(gun) AS ort FROM halk_masasi GROUP BY birim
  disclose: {counts: [n], by: [birim], stats: {ort: n}}
ay:
  title: T
  method: M
  sql: SELECT tarih_ay AS ay, count(*) AS n, avg(gun) AS ort FROM halk_masasi GROUP BY ay
  disclose: {counts: [n], by: [ay], stats: {ort: n}}
hepsi:
  title: T
  method: M
  sql: SELECT count(*) AS n, avg(gun) AS ort FROM halk_masasi
  disclose: {counts: [n], by: [], stats: {ort: n}}
zabita-disi:
  title: T
  method: M
  sql: SELECT count(*) AS n, avg(gun) AS ort FROM halk_masasi WHERE birim <> 'zabita'
  disclose: {counts: [n], by: [], stats: {ort: n}}
";

/// The people of each unit and month, by `birim ay`.
fn cells(desk: &[Request]) -> BTreeMap<String, usize> {
    let mut cells = BTreeMap::new();
    for request in desk {
        *cells.entry(format!("{} 2026-{:02}", request.unit, request.on.month())).or_default() += 1;
    }
    cells
}

/// The means that are shown: of each, which cells it is of.
fn published(record: &OpenRecord, cells: &BTreeMap<String, usize>) -> Vec<Vec<f64>> {
    let mut known = Vec::new();
    for id in ["birim-ay", "birim", "ay", "hepsi", "zabita-disi"] {
        for row in shown(record, id) {
            let words: Vec<&str> = row.split(' ').collect();
            let (group, mean) = (&words[..words.len() - 2], words[words.len() - 1]);
            if mean.parse::<f64>().is_err() {
                continue;
            }
            let is_of = |cell: &String| group.iter().all(|word| cell.split(' ').any(|part| part == *word));
            let left_out = |cell: &String| id == "zabita-disi" && cell.starts_with("zabita");
            known.push(cells.keys().map(|cell| if is_of(cell) && !left_out(cell) { 1.0 } else { 0.0 }).collect());
        }
    }
    known
}

/// How many of these sums say something that the others do not (rank).
fn rank(mut rows: Vec<Vec<f64>>) -> usize {
    let (mut rank, width) = (0, rows.first().map_or(0, Vec::len));
    for column in 0..width {
        let Some(pivot) = (rank..rows.len()).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs())) else {
            break;
        };
        if rows[pivot][column].abs() < 1e-9 {
            continue;
        }
        rows.swap(rank, pivot);
        let first = rows[rank].clone();
        for row in &mut rows[rank + 1..] {
            let factor = row[column] / first[column];
            row.iter_mut().zip(&first).for_each(|(value, of)| *value -= factor * of);
        }
        rank += 1;
    }
    rank
}

/// The groups of fewer than ten people whose sum follows from what is shown.
fn found(record: &OpenRecord, desk: &[Request]) -> Vec<Vec<String>> {
    let cells = cells(desk);
    let known = published(record, &cells);
    let names: Vec<&String> = cells.keys().collect();
    let people: Vec<usize> = cells.values().copied().collect();
    let whole = rank(known.clone());
    let groups = (1u32..1 << names.len()).filter(|group| {
        let members = (0..names.len()).filter(|at| group & (1 << at) != 0);
        (1..10).contains(&members.map(|at| people[at]).sum::<usize>())
    });
    let follows = groups.filter(|group| {
        let sum = (0..names.len()).map(|at| if group & (1 << at) != 0 { 1.0 } else { 0.0 }).collect();
        rank([known.clone(), vec![sum]].concat()) == whole
    });
    follows.map(|group| (0..names.len()).filter(|at| group & (1 << at) != 0).map(|at| names[at].clone()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nobody_computes_the_mean_of_fewer_than_ten(desk in desks()) {
        let record = opened(MEANS, &desk);
        let seen: Vec<_> = ["birim-ay", "birim", "ay", "hepsi", "zabita-disi"].map(|id| (id, shown(&record, id))).into();
        prop_assert_eq!(found(&record, &desk), Vec::<Vec<String>>::new(), "{:?} of {:?}", seen, cells(&desk));
    }

    #[test]
    fn where_somebody_could_the_build_stops(desk in desks()) {
        let (record, given_away) = opened_with(MEANS, &desk, nothing);
        if !found(&record, &desk).is_empty() {
            prop_assert!(!given_away.is_empty());
        }
    }
}
