//! The audit's bounds beside those of an independent solver: 300 random tables with published margins, each withheld cell
//! minimised and maximised by SciPy's HiGHS. Reads the fixtures beside the crate; not part of the program.

#![allow(clippy::disallowed_methods, reason = "fixtures are read where they lie")]

use std::path::Path;

use serde::Deserialize;

use super::interval::{Search, Verdict, bounds};
use super::system::{System, Unknown};

#[derive(Deserialize)]
struct Oracle {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    min: u32,
    table: Vec<Vec<u32>>,
    /// Row, column, least, most.
    bounds: Vec<(usize, usize, f64, f64)>,
    exact: Vec<(usize, usize)>,
    narrow: Vec<(usize, usize)>,
}

fn oracle() -> Option<Oracle> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/oracles/intervals.json");
    if let Ok(text) = std::fs::read_to_string(&path) {
        return Some(serde_json::from_str(&text).expect("the oracle is JSON"));
    }
    assert!(std::env::var("TELLAL_FIXTURES").as_deref() != Ok("required"), "{} is required but absent", path.display());
    println!("skipped: {} is absent", path.display());
    None
}

/// The table as an attacker writes it down: shown cells and all margins are known, withheld cells are not below nought.
fn written_down(case: &Case) -> (System, Vec<Unknown>, Vec<f64>) {
    let mut system = System::default();
    let mut truth = Vec::new();
    let withheld = |i: usize, j: usize| case.bounds.iter().any(|(a, b, ..)| (*a, *b) == (i, j));
    let cell = |system: &mut System, truth: &mut Vec<f64>, value: u32, known: bool| {
        truth.push(f64::from(value));
        if known { system.unknown(f64::from(value), f64::from(value)) } else { system.unknown(0.0, f64::INFINITY) }
    };
    let mut cells = Vec::new();
    for (i, row) in case.table.iter().enumerate() {
        cells.push(row.iter().enumerate().map(|(j, n)| cell(&mut system, &mut truth, *n, !withheld(i, j))).collect::<Vec<_>>());
    }
    for row in &cells {
        let total = row.iter().map(|c| truth[*c]).sum();
        system.row(row.iter().map(|c| (*c, 1.0)).collect(), total, total);
    }
    for j in 0..case.table[0].len() {
        let total = cells.iter().map(|row| truth[row[j]]).sum();
        system.row(cells.iter().map(|row| (row[j], 1.0)).collect(), total, total);
    }
    let asked = case.bounds.iter().map(|(i, j, ..)| cells[*i][*j]).collect();
    (system, asked, truth)
}

#[test]
fn the_audit_agrees_with_an_independent_solver_on_both_bounds_of_every_withheld_cell() {
    let Some(oracle) = oracle() else { return };
    assert_eq!(oracle.cases.len(), 300);
    let mut compared = 0;
    for (number, case) in oracle.cases.iter().enumerate() {
        let (system, asked, _) = written_down(case);
        for (cell, (i, j, least, most)) in asked.iter().zip(&case.bounds) {
            let found = bounds(&system, *cell).expect("the solver answers");
            let near = |a: f64, b: f64| (a - b).abs() < 1e-5;
            assert!(near(found.0, *least) && near(found.1, *most), "table {number}, cell {i} {j}: {found:?} {least} {most}");
            compared += 1;
        }
    }
    println!("{compared} withheld cells of {} tables", oracle.cases.len());
}

#[test]
fn cells_the_solver_calls_narrow_are_those_the_oracle_calls_narrow() {
    let Some(oracle) = oracle() else { return };
    let (mut narrow, mut exact) = (0, 0);
    for (number, case) in oracle.cases.iter().enumerate() {
        let (system, asked, truth) = written_down(case);
        let mut search = Search::new(&system, truth).expect("the truth contradicts nothing");
        for (cell, (i, j, least, most)) in asked.iter().zip(&case.bounds) {
            let wide = most - least >= f64::from(case.min) - 1e-6;
            let verdict = search.judge(*cell, f64::from(case.min));
            assert_eq!(verdict == Verdict::Uncertain, wide, "table {number}, cell {i} {j}: {verdict:?}, oracle {least} {most}");
            // The oracle lists those that the rule had to protect: 1 to min − 1.
            let primary = (1..case.min).contains(&case.table[*i][*j]);
            assert_eq!(primary && !wide, case.narrow.contains(&(*i, *j)), "table {number}, cell {i} {j}");
            narrow += usize::from(primary && !wide);
            exact += usize::from(case.exact.contains(&(*i, *j)));
        }
    }
    println!("{narrow} cells are narrower than their threshold, {exact} of them known exactly");
    assert!(narrow > 300 && exact > 0, "the oracle holds tables that a greedy rule gives away");
}
