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
    assert!(ask(&with("sql: DROP TABLE birimler")).1[0].starts_with("4 bad-sql"));
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
fn the_greatest_of_a_group_is_one_persons_own() {
    let sql = "sql: SELECT birim, count(*) AS n, max(gun) AS en_uzun FROM halk_masasi GROUP BY birim";
    let ask = |rest: &str| ask(&with(&format!("{sql}\n{rest}"))).1;
    assert_eq!(ask("disclose: {counts: [n], by: [birim], stats: {en_uzun: n}}"), ["5 statistic-of-one en_uzun"]);
    assert_eq!(ask("audience: internal"), [""; 0], "the staff may see it");
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

/// The sizes of the groups of each count's records, by figure and count; `–` where they are not known.
fn behind(yaml: &str) -> Vec<String> {
    let (answers, _) = ask(yaml);
    let mut said = Vec::new();
    for answer in answers.iter() {
        for count in &answer.facts.counts {
            let sizes = answer.behind.get(count).map(|behind| {
                let of = |row: &u32| behind.rows.iter().filter(|r| *r == row).count();
                let rows = (0..answer.table.height() as u32).map(|row| match &behind.parts {
                    Some(parts) => parts[row as usize].iter().map(of).sum::<usize>().to_string(),
                    None => of(&row).to_string(),
                });
                rows.collect::<Vec<_>>().join(" ")
            });
            said.push(format!("{count}: {}", sizes.unwrap_or_else(|| "–".to_owned())));
        }
    }
    said
}

const UNTIL: &str = "SELECT birim, tarih, CASE WHEN gun > 2 THEN NULL ELSE tarih END AS bitis FROM halk_masasi";

#[test]
fn records_are_followed_beside_a_total_and_through_tables_in_brackets() {
    let share = "sql: SELECT birim, count(*) AS n, 100.0 * count(*) / first(t.hepsi) AS pay FROM halk_masasi CROSS JOIN (SELECT count(*) AS hepsi FROM halk_masasi) AS t GROUP BY birim ORDER BY birim\n\
                 disclose: {counts: [n], by: [birim], ratios: {pay: [n, '*']}}";
    assert_eq!(behind(&with(share)), ["n: 3 12"]);
    let two = "sql: SELECT a.birim AS birim, a.n AS n, k.m AS m FROM (SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim) AS a LEFT JOIN (SELECT birim, count(*) AS m FROM halk_masasi WHERE gun > 2 GROUP BY birim) AS k ON a.birim = k.birim ORDER BY birim\n\
               disclose: {counts: [n, m], by: [birim]}";
    assert_eq!(behind(&with(two)), ["n: 3 12", "m: 1 10"]);
    let said = "sql: SELECT halk_masasi.birim AS birim, first(b.ad) AS ad, count(*) AS n FROM halk_masasi JOIN birimler AS b ON halk_masasi.birim = b.kod GROUP BY halk_masasi.birim ORDER BY birim\n\
                disclose: {counts: [n], by: [birim, ad]}";
    assert_eq!(behind(&with(said)), ["n: 3 12"]);
}

#[test]
fn an_estimate_says_which_records_it_counts() {
    let survival = format!(
        "sql: {UNTIL}\nestimate: {{kind: survival, start: tarih, end: bitis, by: [birim]}}\n\
         disclose: {{counts: [n, kapanan, acik], by: [birim], stats: {{medyan: n, medyan_alt: n, medyan_ust: n, p90: n, p90_alt: n, p90_ust: n}}}}"
    );
    assert_eq!(behind(&with(&survival)), ["n: 3 12", "kapanan: 2 2", "acik: 1 10"]);
    let ageing = format!(
        "sql: {UNTIL}\nestimate: {{kind: ageing, start: tarih, end: bitis, bands: [10], by: [birim]}}\n\
         disclose: {{counts: [acik, yas_0_10, yas_11], by: [birim]}}"
    );
    assert_eq!(behind(&with(&ageing)), ["acik: 1 10", "yas_0_10: 0 10", "yas_11: 1 0"]);
    let deadline = format!(
        "sql: {}\nestimate: {{kind: deadline, start: tarih, end: bitis, days: sure, clock: saat, by: [birim]}}\n\
         disclose: {{counts: [vadesi_gelen, zamaninda, gec, acik_geciken], by: [birim], ratios: {{oran: [zamaninda, vadesi_gelen]}}}}",
        UNTIL.replace(" FROM", ", 5 AS sure, 'takvim' AS saat FROM")
    );
    assert_eq!(behind(&with(&deadline)), ["vadesi_gelen: 3 7", "zamaninda: 2 2", "gec: 0 0", "acik_geciken: 1 5"]);
}

#[test]
fn along_a_curve_a_record_counts_in_many_rows_and_is_followed_in_parts() {
    let curve = format!(
        "sql: {UNTIL}\nestimate: {{kind: survival-curve, start: tarih, end: bitis, at: [0, 1, 5]}}\n\
         disclose: {{counts: [n, kapanan, acik_kalan], by: [gun], stats: [acik_yuzde, acik_yuzde_alt, acik_yuzde_ust]}}"
    );
    assert_eq!(behind(&with(&curve)), ["n: 15 15 15", "kapanan: 4 4 4", "acik_kalan: 10 9 5"]);
}

#[test]
fn what_cannot_be_followed_is_said() {
    let with_names = "sql: WITH s AS (SELECT birim FROM halk_masasi) SELECT birim, count(*) AS n FROM s GROUP BY birim\n\
                      disclose: {counts: [n], by: [birim]}";
    assert_eq!(ask(&with(with_names)).1, ["5 figure-not-followed "]);
}

#[test]
fn an_estimate_of_an_earlier_release_is_followed_to_the_end_of_its_period() {
    use crate::model::release::{Release, Released};
    let yaml = with(&format!(
        "sql: {UNTIL}\nestimate: {{kind: survival, start: tarih, end: bitis, by: [birim]}}\n\
         disclose: {{counts: [n, kapanan, acik], by: [birim], stats: {{medyan: n, medyan_alt: n, medyan_ust: n, p90: n, p90_alt: n, p90_ust: n}}}}"
    ));
    let mut desk = requests("zabita", 1, 11);
    desk.extend(requests("zabita", 2, 30));
    desk.extend(requests("fen-isleri", 2, 3));
    let sources = sources(&desk);
    let (figures, _) = figures(&yaml, &sources);
    let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let released = Released {
        sql: UNTIL.to_owned(),
        by: vec!["birim".into()],
        counts: ["n", "kapanan", "acik"].map(Into::into).into(),
        min: 10,
        round: 5,
        n: "10".to_owned(),
        columns: words(&["birim", "n", "kapanan", "acik"]),
        rows: vec![words(&["zabita", "10", "[c]", "[c]"])],
    };
    let release = |figure: Released| Release {
        period: "2026-01".into(),
        published: jiff::civil::date(2026, 2, 10),
        through: [("halk-masasi".into(), jiff::civil::date(2026, 1, 31))].into(),
        figures: [("f".into(), figure)].into(),
    };
    let mut diag = Diagnostics::new();
    let found = earlier(&mut diag, &[release(released.clone())], &figures, &sources);
    let cells: Vec<_> = found.iter().map(|count| count.cells[0].clone()).collect();
    assert_eq!(cells, [("10".to_owned(), 11), ("[c]".to_owned(), 2), ("[c]".to_owned(), 9)], "February is not in it");
    assert!(diag.is_empty(), "{diag:?}");
    let other = Released { sql: UNTIL.replace("> 2", "> 3"), ..released };
    assert!(
        earlier(&mut diag, &[release(other)], &figures, &sources).is_empty(),
        "of another statement nobody knows the estimate"
    );
    assert_eq!(diag.len(), 1);
}
