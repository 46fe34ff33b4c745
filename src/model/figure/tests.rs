//! Who may see which figure, each rule as a small paragraph.

use super::example::{figures, requests, said, sources};
use super::*;

fn judge(rest: &str) -> (Opening, Vec<String>) {
    let sources = sources(&requests("zabita", 1, 3));
    let (figures, diag) = figures(&format!("f:\n  title: F\n  method: M\n  {}\n", rest.replace('\n', "\n  ")), &sources);
    (figures.get("f").expect("is declared").opening.clone(), said(&diag))
}

#[test]
fn without_a_rule_only_public_rows_and_registries_are_open() {
    let opening = |sql: &str| judge(&format!("sql: {sql}"));
    assert_eq!(opening("SELECT birim, sum(bedel) AS t FROM satin_alma GROUP BY birim"), (Opening::AsItIs, vec![]));
    assert_eq!(opening("SELECT kod, ad FROM birimler"), (Opening::AsItIs, vec![]));
    assert_eq!(opening("SELECT tahmin FROM satin_alma"), (Opening::Closed, vec![]));
    assert_eq!(opening("SELECT count(*) AS n FROM halk_masasi"), (Opening::Closed, vec![]), "its records are people");
    assert_eq!(opening("SELECT b.ad FROM halk_masasi JOIN birimler b ON b.kod = birim"), (Opening::Closed, vec![]));
    assert_eq!(opening("SELECT gorevli FROM halk_masasi"), (Opening::Closed, vec![]), "staff may count their own");
    assert_eq!(opening("SELECT kod FROM birimler\naudience: internal"), (Opening::Closed, vec![]));
}

#[test]
fn a_rule_opens_what_staff_may_see_and_nothing_behind_it() {
    let disclose = "disclose: {counts: [n], by: [birim]}";
    let (opening, complaints) = judge(&format!("sql: SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim\n{disclose}"));
    assert!(matches!(opening, Opening::Guarded(ref g) if g.policy == Policy::new(10, 5)), "{opening:?}");
    assert_eq!(complaints, [""; 0]);
    for sql in [
        "SELECT gorevli AS birim, count(*) AS n FROM halk_masasi GROUP BY gorevli",
        "SELECT birim, count(*) AS n FROM halk_masasi WHERE ip = '192.0.2.1' GROUP BY birim",
        "SELECT * FROM halk_masasi",
    ] {
        let (opening, complaints) = judge(&format!("sql: {sql}\n{disclose}"));
        assert_eq!(opening, Opening::Closed, "{sql}");
        assert!(complaints.len() == 1 && complaints[0].starts_with("5 figure-touches-private"), "{sql}: {complaints:?}");
    }
}

#[test]
fn wanting_what_may_not_be_is_an_error_at_its_line() {
    let (_, complaints) = judge("sql: SELECT count(*) AS n FROM halk_masasi\naudience: public");
    assert_eq!(complaints, ["5 figure-touches-private *"]);
    let count = "sql: SELECT count(*) AS n, avg(gun) AS o FROM halk_masasi";
    let rule = |rule: &str| judge(&format!("{count}\ndisclose: {{{rule}}}")).1;
    assert_eq!(rule("counts: [n], stats: {o: n}, min: 20, round: 10"), [""; 0]);
    assert_eq!(rule("counts: [n], stats: {o: n}, min: 9"), ["5 bad-value 9"]);
    assert_eq!(rule("counts: [n], stats: {o: n}, round: 1"), ["5 bad-value 1"]);
    assert_eq!(rule("counts: [n], stats: {o: m}"), ["5 bad-value m"]);
    assert_eq!(rule("stats: [o]"), ["5 bad-value []"]);
}

#[test]
fn an_id_belongs_to_one_figure() {
    let sources = sources(&[]);
    let one = |title: &str| {
        let mut diag = crate::diag::Diagnostics::new();
        let text = format!("f: {{title: {title}, method: M, sql: SELECT kod FROM birimler}}\n");
        crate::parse::figures::parse(&mut diag, &"data/figures.yaml".into(), text.as_bytes())
    };
    let mut diag = crate::diag::Diagnostics::new();
    let figures = resolve(&mut diag, [one("Bir"), one("İki")].concat(), &sources, Policy::new(10, 5));
    assert_eq!(figures.get("f").map(|f| f.syntax.title.as_str()), Some("Bir"));
    assert_eq!(said(&diag), ["1 duplicate-figure "]);
    assert_eq!(figures.names().into_iter().collect::<Vec<_>>(), [("f".to_owned(), true)]);
}
