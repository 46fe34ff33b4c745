//! What several tables give away together, each way as a small paragraph. Not part of the program.

use proptest::prelude::*;

use super::*;
use crate::diag::Code;
use crate::model::figure::example::{Request, figures, policy, requests, sources};
use crate::query;

/// Units by months with every margin, all of them unrounded.
const EXACT: &str = "
birim-ay:
  title: Birim ve ay
  method: M
  sql: SELECT birim, tarih_ay AS ay, count(*) AS n FROM halk_masasi GROUP BY birim, ay
  disclose: {counts: [n], by: [birim, ay], exact: true}
birim:
  title: Birim
  method: M
  sql: SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim
  disclose: {counts: [n], by: [birim], exact: true}
ay:
  title: Ay
  method: M
  sql: SELECT tarih_ay AS ay, count(*) AS n FROM halk_masasi GROUP BY ay
  disclose: {counts: [n], by: [ay], exact: true}
";

/// Opens the figures; with the ids of those that give something away.
pub(super) fn opened_with(yaml: &str, desk: &[Request], protect: Protect) -> (OpenRecord, Vec<String>) {
    let sources = sources(desk);
    let (figures, mut diag) = figures(yaml, &sources);
    let answers = query::answer(&mut diag, &figures, &sources);
    assert!(diag.iter().all(|d| d.code == Code::FIGURE_NOT_FOLLOWED), "{diag:?}");
    let mut diag = crate::diag::Diagnostics::new();
    let record = open_with(&mut diag, &answers, policy(), &[], protect);
    assert!(diag.iter().all(|d| d.code == Code::DISCLOSURE_GAP), "{diag:?}");
    let id = |d: &crate::diag::Diagnostic| d.args.iter().find(|(name, _)| *name == "id").expect("it names the figure").1.clone();
    (record, diag.iter().map(id).collect())
}

pub(super) fn opened(yaml: &str, desk: &[Request]) -> OpenRecord {
    let (record, given_away) = opened_with(yaml, desk, protect::least_of_the_tightest);
    assert_eq!(given_away, [""; 0]);
    record
}

/// Withholds nothing beside: the rule, deliberately broken.
pub(super) fn nothing(_: &[Draft], _: &web::Web, _: &interval::Search, _: &web::Secret) -> protect::Remedy {
    protect::Remedy::Withhold(Vec::new())
}

pub(super) fn shown(record: &OpenRecord, id: &str) -> Vec<String> {
    let cell = |cell: &OpenCell| match cell {
        OpenCell::Value(value) => value.word(),
        OpenCell::Withheld => "[c]".to_owned(),
        OpenCell::NotApplicable => "[z]".to_owned(),
        OpenCell::Missing => "[x]".to_owned(),
    };
    let rows = record.get(id).expect("is open").rows();
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

fn desk(counts: &[(&'static str, i8, usize)]) -> Vec<Request> {
    counts.iter().flat_map(|(unit, month, count)| requests(unit, *month, *count)).collect()
}

/// One figure, declared in short.
fn figure(id: &str, sql: &str, disclose: &str) -> String {
    format!("{id}:\n  title: T\n  method: M\n  sql: {sql}\n  disclose: {{{disclose}}}\n")
}

#[test]
fn one_small_cell_takes_a_partner_in_its_row_one_in_its_column_and_a_fourth_where_they_meet() {
    let desk = desk(&[
        ("zabita", 1, 4),
        ("zabita", 2, 30),
        ("zabita", 3, 50),
        ("fen-isleri", 1, 20),
        ("fen-isleri", 2, 25),
        ("fen-isleri", 3, 60),
        ("yazi-isleri", 1, 40),
        ("yazi-isleri", 2, 70),
        ("yazi-isleri", 3, 80),
    ]);
    let record = opened(EXACT, &desk);
    let expected = [
        "fen-isleri 2026-01 [c]",
        "fen-isleri 2026-02 [c]",
        "fen-isleri 2026-03 60",
        "yazi-isleri 2026-01 40",
        "yazi-isleri 2026-02 70",
        "yazi-isleri 2026-03 80",
        "zabita 2026-01 [c]",
        "zabita 2026-02 [c]",
        "zabita 2026-03 50",
    ];
    assert_eq!(shown(&record, "birim-ay"), expected);
    assert_eq!(shown(&record, "birim"), ["fen-isleri 105", "yazi-isleri 190", "zabita 84"], "totals stay, and are exact");
    let (_, given_away) = opened_with(EXACT, &desk, nothing);
    assert_eq!(given_away, ["birim-ay"], "without withholding beside, the build stops");
}

#[test]
fn the_same_people_under_another_name_are_withheld_too() {
    let yaml = figure("a", "SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim", "counts: [n], by: [birim]")
        + &figure(
            "b",
            "SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim ORDER BY n DESC",
            "counts: [n], by: [birim], min: 15",
        );
    let record = opened(&yaml, &desk(&[("zabita", 1, 12), ("fen-isleri", 1, 90)]));
    assert_eq!(shown(&record, "b"), ["fen-isleri 90", "zabita [c]"]);
    assert_eq!(shown(&record, "a"), ["fen-isleri 90", "zabita [c]"], "twelve, withheld below fifteen, is not shown as ten");
}

#[test]
fn who_is_left_between_a_whole_and_its_part_is_a_group_as_well() {
    let yaml = figure("hepsi", "SELECT count(*) AS n FROM halk_masasi", "counts: [n], by: [], exact: true")
        + &figure(
            "zabitasiz",
            "SELECT count(*) AS n FROM halk_masasi WHERE birim != 'zabita'",
            "counts: [n], by: [], exact: true",
        );
    let desk = desk(&[("zabita", 1, 3), ("fen-isleri", 1, 90)]);
    let (_, given_away) = opened_with(&yaml, &desk, nothing);
    assert_eq!(given_away, ["hepsi"], "93 − 90 = 3");
    let record = opened(&yaml, &desk);
    let withheld = [shown(&record, "hepsi"), shown(&record, "zabitasiz")].concat().iter().filter(|v| *v == "[c]").count();
    assert_eq!(withheld, 1, "one of the two suffices");
}

#[test]
fn the_open_and_the_closed_make_the_whole() {
    let yaml = figure(
        "ozet",
        "SELECT birim, count(*) AS n, count(gun) AS kapanan, sum(CASE WHEN gun IS NULL THEN 1 ELSE 0 END) AS acik FROM halk_masasi GROUP BY birim",
        "counts: [n, kapanan, acik], by: [birim], exact: true",
    );
    let mut desk = desk(&[("zabita", 1, 50), ("fen-isleri", 1, 90)]);
    desk[..4].iter_mut().for_each(|r| r.days = None);
    let (_, given_away) = opened_with(&yaml, &desk, nothing);
    assert_eq!(given_away, ["ozet"], "50 − 46 = 4");
    assert_eq!(shown(&opened(&yaml, &desk), "ozet"), ["fen-isleri 90 90 0", "zabita 50 [c] [c]"], "nobody is no secret");
}

#[test]
fn a_month_is_part_of_its_year_whatever_the_column_is_called() {
    let yaml = figure(
        "aylar",
        "SELECT tarih_ay AS donem, count(*) AS n FROM halk_masasi GROUP BY tarih_ay",
        "counts: [n], by: [donem], exact: true",
    ) + &figure(
        "yillar",
        "SELECT tarih_yil AS yil, count(*) AS toplam FROM halk_masasi GROUP BY tarih_yil",
        "counts: [toplam], by: [yil], exact: true",
    );
    let record = opened(&yaml, &desk(&[("zabita", 1, 5), ("zabita", 2, 33), ("zabita", 3, 44)]));
    assert_eq!(shown(&record, "aylar"), ["2026-01 [c]", "2026-02 [c]", "2026-03 44"]);
    assert_eq!(shown(&record, "yillar"), ["2026 82"]);
}

#[test]
fn a_statement_nobody_can_take_apart_is_tied_by_its_names() {
    let yaml = figure(
        "aylar",
        "WITH s AS (SELECT tarih_ay AS ay FROM halk_masasi) SELECT ay, count(*) AS n FROM s GROUP BY ay",
        "counts: [n], by: [ay], exact: true",
    ) + &figure("toplam", "SELECT count(*) AS n FROM halk_masasi", "counts: [n], by: [], exact: true");
    let desk = desk(&[("zabita", 1, 5), ("zabita", 2, 33), ("zabita", 3, 44)]);
    let (_, given_away) = opened_with(&yaml, &desk, nothing);
    assert_eq!(given_away, ["aylar"]);
    assert_eq!(shown(&opened(&yaml, &desk), "aylar"), ["2026-01 [c]", "2026-02 [c]", "2026-03 44"]);
}

#[test]
fn units_beside_all_but_one_unit_tell_the_one_between_though_all_are_known_too() {
    let yaml = figure("hepsi", "SELECT count(*) AS n FROM halk_masasi", "counts: [n], by: [], exact: true")
        + &figure(
            "zabita-disi",
            "SELECT count(*) AS n FROM halk_masasi WHERE birim <> 'zabita'",
            "counts: [n], by: [], exact: true",
        )
        + &figure(
            "birim",
            "SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim",
            "counts: [n], by: [birim], exact: true",
        );
    let desk = desk(&[("zabita", 1, 30), ("fen-isleri", 1, 20), ("yazi-isleri", 1, 2)]);
    let (_, given_away) = opened_with(&yaml, &desk, nothing);
    assert_eq!(given_away, ["birim"], "without withholding beside, the build stops");
    assert_eq!(shown(&opened(&yaml, &desk), "birim"), ["fen-isleri [c]", "yazi-isleri [c]", "zabita 30"]);
}

#[test]
fn a_statistic_goes_with_the_count_it_is_of() {
    let yaml = figure(
        "aylar",
        "SELECT tarih_ay AS ay, count(*) AS n, median(gun) AS medyan FROM halk_masasi GROUP BY tarih_ay",
        "counts: [n], by: [ay], stats: {medyan: n}, exact: true",
    );
    let record = opened(&yaml, &desk(&[("zabita", 1, 5), ("zabita", 2, 33), ("zabita", 3, 43)]));
    assert_eq!(shown(&record, "aylar"), ["2026-01 [c] [c]", "2026-02 [c] [c]", "2026-03 43 22"]);
}

pub(super) fn desks() -> impl Strategy<Value = Vec<Request>> {
    let cell = (prop_oneof![Just("zabita"), Just("fen-isleri"), Just("yazi-isleri")], 1i8..5);
    proptest::collection::btree_map(cell, prop_oneof![0usize..12, 5usize..60], 2..12)
        .prop_map(|cells| desk(&cells.into_iter().map(|((unit, month), n)| (unit, month, n)).collect::<Vec<_>>()))
}

/// An attacker of his own: writes down what stands in the three tables, and asks for each withheld cell how far it can lie.
fn attacked(record: &OpenRecord) -> Vec<(String, f64)> {
    let mut system = system::System::default();
    let mut cells: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    let mut withheld = Vec::new();
    for id in ["birim-ay", "birim", "ay"] {
        for row in shown(record, id) {
            let (key, value) = row.rsplit_once(' ').expect("a group and a count");
            let unknown = match value.parse::<f64>() {
                Ok(n) => system.unknown(n, n),
                Err(_) => system.unknown(1.0, f64::INFINITY),
            };
            if value == "[c]" {
                withheld.push((key.to_owned(), unknown));
            }
            cells.insert(key.to_owned(), unknown);
        }
    }
    for (margin, total) in cells.iter().filter(|(key, _)| !key.contains(' ')) {
        let parts = cells.iter().filter(|(key, _)| key.split_once(' ').is_some_and(|(u, m)| u == margin || m == margin));
        let parts: Vec<_> = parts.map(|(_, c)| (*c, 1.0)).collect();
        // Of a table without rows nobody knows the parts of a margin.
        if !parts.is_empty() {
            system.row([parts, vec![(*total, -1.0)]].concat(), 0.0, 0.0);
        }
    }
    let n = record.get("birim").map(|t| t.n().clone());
    if let Some(OpenCell::Value(n)) = n {
        let n = n.as_number().expect("is a number");
        for of in [false, true] {
            let margins = cells.iter().filter(|(key, _)| !key.contains(' ') && key.starts_with("2026") == of);
            system.row(margins.map(|(_, c)| (*c, 1.0)).collect(), n, n);
        }
    }
    let width = |unknown| interval::bounds(&system, unknown).map_or(0.0, |(least, most)| most - least);
    withheld.into_iter().map(|(key, unknown)| (key, width(unknown))).collect()
}

#[test]
fn who_was_closed_between_two_days_of_a_curve_is_found_by_subtracting() {
    // Of forty thirteen are closed within twenty days, and one more within twenty-one.
    let yaml = "
egri:
  title: T
  method: M
  sql: SELECT tarih, CAST('2026-02-05' AS DATE) AS bitis FROM halk_masasi
  estimate: {kind: survival-curve, start: tarih, end: bitis, at: [20, 21], as_of: 2026-02-28}
  disclose: {counts: [n, kapanan, acik_kalan], by: [gun], stats: [acik_yuzde, acik_yuzde_alt, acik_yuzde_ust], exact: true}
";
    let desk = requests("zabita", 1, 40);
    let (_, given_away) = opened_with(yaml, &desk, nothing);
    assert_eq!(given_away, ["egri"], "without withholding beside, the build stops");
    let record = opened(yaml, &desk);
    let rows = shown(&record, "egri");
    assert!(rows.iter().all(|row| row.contains("[c]")), "{rows:?}");
    let as_usual = opened(&yaml.replace(", exact: true", ""), &desk);
    assert_eq!(shown(&as_usual, "egri").join("; ").matches("[c]").count(), 0, "rounded to fives it is hidden already");
}

#[test]
fn limits_of_a_series_are_withheld_with_one_of_its_months() {
    // Twelve months, each known exactly but the last: from the mean and eleven months the twelfth would follow.
    let yaml = "
aylar:
  title: T
  method: M
  sql: SELECT tarih_ay AS ay, count(*) AS n FROM halk_masasi GROUP BY tarih_ay
  estimate: {kind: xmr, time: ay, value: n}
  disclose: {counts: [n], by: [ay], stats: [ortalama, alt_sinir, ust_sinir, degerlendirme]}
";
    let mut months: Vec<(&'static str, i8, usize)> = (1..=12).map(|month| ("zabita", month, 20)).collect();
    let whole = shown(&opened(yaml, &desk(&months)), "aylar");
    assert!(whole[0].starts_with("2026-01 20 20 20 20 olağan"), "{whole:?}");
    months[11].2 = 4;
    let rows = shown(&opened(yaml, &desk(&months)), "aylar");
    assert_eq!((&*rows[0], &*rows[11]), ("2026-01 20 [c] [c] [c] [c]", "2026-12 [c] [c] [c] [c] [c]"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nobody_finds_a_withheld_count_of_exact_tables_to_within_ten(desk in desks()) {
        let record = opened(EXACT, &desk);
        for (cell, width) in attacked(&record) {
            prop_assert!(width >= 10.0 - 1e-4, "{} can be found to within {}", cell, width);
        }
    }

    #[test]
    fn a_broken_rule_stops_the_build_exactly_where_an_attacker_succeeds(desk in desks()) {
        let (record, given_away) = opened_with(EXACT, &desk, nothing);
        let found = attacked(&record).into_iter().any(|(_, width)| width < 10.0 - 1e-4);
        prop_assert_eq!(!given_away.is_empty(), found);
    }

    #[test]
    fn one_person_more_or_fewer_opens_no_other_small_cell(desk in desks(), at in any::<prop::sample::Index>()) {
        prop_assume!(!desk.is_empty());
        let mut fewer = desk.clone();
        let gone = fewer.remove(at.index(desk.len()));
        let gone = format!("{} 2026-{:02}", gone.unit, gone.on.month());
        let count = |desk: &[Request], key: &str| desk.iter().filter(|r| format!("{} 2026-{:02}", r.unit, r.on.month()) == *key).count();
        let (more, less) = (opened(EXACT, &desk), opened(EXACT, &fewer));
        for (from, to, people) in [(&more, &less, &fewer), (&less, &more, &desk)] {
            let rows = shown(to, "birim-ay");
            for (key, _) in attacked(from).into_iter().filter(|(key, _)| key.contains(' ') && *key != gone) {
                let closed = to.get("birim-ay").is_some_and(OpenTable::is_closed);
                if !closed && (1..10).contains(&count(people, &key)) {
                    prop_assert!(rows.contains(&format!("{key} [c]")), "{} of {:?}", key, rows);
                }
            }
        }
    }
}
