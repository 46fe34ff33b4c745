//! What exact answers promise, each promise as a small paragraph.

use super::*;
use crate::model::figure::example::{figures, requests, said, sources};

fn ask(yaml: &str) -> (Answers, Vec<String>) {
    let mut desk = requests("zabita", 2, 12);
    desk.extend(requests("fen-isleri", 1, 3));
    let sources = sources(&desk);
    let (figures, mut diag) = figures(yaml, &sources);
    let answers = answer(&mut diag, &figures, &sources);
    diag.sort();
    (answers, said(&diag))
}

fn with(rest: &str) -> String {
    format!("f:\n  title: F\n  method: M\n  {}\n", rest.replace('\n', "\n  "))
}

#[test]
fn an_answer_knows_its_columns_period_and_sources() {
    let (answers, complaints) = ask(&with(
        "sql: SELECT birim, tarih_ay AS ay, tarih_yil AS yil, count(*) AS n, avg(gun) AS ort FROM halk_masasi GROUP BY birim, ay, yil ORDER BY n DESC\n\
         columns: {n: {title: Başvuru, unit: adet}, ort: {decimals: 2}}",
    ));
    assert_eq!(complaints, [""; 0]);
    let answer = answers.get("f").expect("is answered");
    let columns: Vec<_> = answer.facts.columns.iter().map(|c| (c.title.as_str(), c.shape.clone())).collect();
    let expected = [
        ("Birim", Shape::Reference("birimler".into())),
        ("Ay", Shape::Month),
        ("Yil", Shape::Year),
        ("Başvuru (adet)", Shape::Integer),
        ("Ort", Shape::Decimal(2)),
    ];
    assert_eq!(columns, expected);
    assert_eq!(answer.facts.period.as_deref(), Some("Ocak 2026 – Şubat 2026"));
    assert_eq!((answer.n, answer.facts.synthetic, answer.order.as_slice()), (Some(15), true, [(3, true)].as_slice()));
    assert_eq!(&*answer.facts.sources[0].file, "data/halk-masasi/");
    assert_eq!(answers.labels()["birimler"]["zabita"].as_ref(), "Zabıta Müdürlüğü");
}

#[test]
fn a_period_is_said_or_read_from_a_column() {
    let period = |said: &str| {
        let (answers, _) = ask(&with(&format!("sql: SELECT count(*) AS n FROM halk_masasi\nperiod: {said}")));
        answers.get("f").and_then(|a| a.facts.period.clone())
    };
    assert_eq!(period("tarih").as_deref(), Some("Ocak 2026 – Şubat 2026"));
    assert_eq!(period("30 Haziran 2026 sonunda").as_deref(), Some("30 Haziran 2026 sonunda"));
}

#[test]
fn wrong_sql_is_told_at_its_line_with_the_nearest_name() {
    assert_eq!(ask(&with("sql: SELECT count(*) AS n FROM halk_masas")).1, ["4 bad-sql halk_masas"]);
    assert_eq!(ask(&with("sql: SELECT birm FROM halk_masasi")).1, ["4 bad-sql birm"]);
    let (_, complaints) = ask(&with("sql: |\n  SELECT birim\n  FROM halk_masasi GROUP count(*)"));
    assert!(complaints.len() == 1 && complaints[0].starts_with("6 bad-sql"), "{complaints:?}");
    assert!(ask(&with("sql: DROP TABLE birimler")).1[0].starts_with("4 bad-sql only SELECT"));
}

#[test]
fn a_wrong_statement_says_what_it_probably_meant() {
    let sources = sources(&requests("zabita", 1, 1));
    let (figures, mut diag) = figures(&with("sql: SELECT birm FROM halk_masasi"), &sources);
    answer(&mut diag, &figures, &sources);
    let complaint = diag.iter().next().expect("is complained about");
    assert_eq!(complaint.hint, Some("nearest"));
    assert!(complaint.args.contains(&("nearest", "birim".to_owned())), "{:?}", complaint.args);
    assert!(complaint.args.contains(&("kind", "column".to_owned())), "{:?}", complaint.args);
}

#[test]
fn names_that_are_no_column_and_columns_nobody_named_are_errors() {
    let sql = "sql: SELECT birim, count(*) AS n, avg(gun) AS ort FROM halk_masasi GROUP BY birim";
    let ask = |rest: &str| ask(&with(&format!("{sql}\n{rest}"))).1;
    assert_eq!(ask("chart: {kind: bar, x: brim, y: n}"), ["5 unknown-column brim"]);
    assert_eq!(ask("columns: {m: {title: M}}"), ["5 unknown-column m"]);
    assert_eq!(ask("disclose: {counts: [n], by: [birim]}"), ["5 undisclosed-column ort"]);
    assert_eq!(ask("disclose: {counts: [n, n], by: [birim], stats: [ort]}"), ["5 undisclosed-column n"]);
    assert_eq!(ask("disclose: {counts: [birim], by: [n], stats: [ort]}"), ["5 bad-value birim"]);
    assert_eq!(ask("disclose: {counts: [n], by: [birim], stats: {ort: n}}"), [""; 0]);
}

#[test]
fn citizens_figures_are_computed_where_private_columns_do_not_exist() {
    // The wall's first stone even where the reading of the statement's words should fail.
    let sources = sources(&requests("zabita", 1, 1));
    assert!(sources.exact().run("SELECT ip FROM halk_masasi").is_ok());
    assert!(sources.guarded().run("SELECT ip FROM halk_masasi").is_err());
    assert!(sources.guarded().run("SELECT birim FROM halk_masasi").is_ok());
    assert!(sources.open().run("SELECT birim FROM halk_masasi").is_err());
    assert!(sources.open().run("SELECT tahmin FROM satin_alma").is_err());
    assert!(sources.open().run("SELECT bedel FROM satin_alma").is_ok());
}
