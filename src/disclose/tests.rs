//! What the wall promises, each promise as a small paragraph.

use proptest::prelude::*;

use super::*;
use crate::model::figure::example::{Request, figures, policy, requests, sources};
use crate::query;

const DESK: &str = "
birim-ay:
  title: Birim ve ay
  method: M
  sql: SELECT birim, tarih_ay AS ay, count(*) AS n, count(gun) AS kapanan, median(gun) AS medyan FROM halk_masasi GROUP BY birim, ay ORDER BY n DESC
  disclose: {counts: [n, kapanan], by: [birim, ay], stats: {medyan: kapanan}}
toplam:
  title: Toplam
  method: M
  sql: SELECT count(*) AS n FROM halk_masasi
  disclose: {counts: [n], by: [], min: 12, round: 10}
gorevliler:
  title: Görevliler
  method: M
  sql: SELECT gorevli, ip, count(*) AS n FROM halk_masasi GROUP BY gorevli, ip
bedel:
  title: Bedel
  method: M
  sql: SELECT birim, bedel FROM satin_alma ORDER BY bedel DESC
";

fn opened(desk: &[Request]) -> OpenRecord {
    let sources = sources(desk);
    let (figures, mut diag) = figures(DESK, &sources);
    let answers = query::answer(&mut diag, &figures, &sources);
    let record = open(&mut diag, &answers, policy(), &[]);
    assert!(diag.is_empty(), "{diag:?}");
    record
}

fn shown(record: &OpenRecord, id: &str) -> Vec<String> {
    let cell = |cell: &OpenCell| match cell {
        OpenCell::Value(Cell::Text(t)) => t.to_string(),
        OpenCell::Value(Cell::Decimal(d)) => d.to_string(),
        OpenCell::Value(other) => other.as_integer().map_or("?".to_owned(), |i| i.to_string()),
        OpenCell::Withheld => "[c]".to_owned(),
        OpenCell::NotApplicable => "[z]".to_owned(),
        OpenCell::Missing => "[x]".to_owned(),
    };
    let rows = record.get(id).expect("is open").rows();
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn small_counts_are_withheld_others_rounded_and_statistics_need_records() {
    let mut desk = requests("zabita", 1, 9);
    desk.extend(requests("zabita", 2, 10));
    desk.extend(requests("fen-isleri", 1, 13));
    desk.extend(requests("yazi-isleri", 1, 1));
    for request in desk.iter_mut().filter(|r| r.unit == "fen-isleri").skip(4) {
        request.days = None;
    }
    let record = opened(&desk);
    let expected = [
        "fen-isleri 2026-01 15 [c] [c]",
        "zabita 2026-02 10 10 5.5",
        "yazi-isleri 2026-01 [c] [c] [c]",
        "zabita 2026-01 [c] [c] [c]",
    ];
    assert_eq!(shown(&record, "birim-ay"), expected, "withheld rows stand in the order of their groups, not of their counts");
    assert_eq!(shown(&record, "toplam"), ["30"], "33, rounded to ten");
    assert_eq!(record.get("birim-ay").expect("is open").n(), &OpenCell::Value(Cell::Integer(35)));
}

#[test]
fn nothing_counted_is_nought_and_nothing_measured_is_said() {
    let mut desk = requests("zabita", 1, 20);
    desk.iter_mut().for_each(|r| r.days = None);
    assert_eq!(shown(&opened(&desk), "birim-ay"), ["zabita 2026-01 20 0 [z]"]);
}

#[test]
fn closed_figures_are_absent_and_public_rows_pass_as_they_are() {
    let record = opened(&requests("zabita", 1, 20));
    assert!(record.get("gorevliler").is_none());
    assert_eq!(shown(&record, "bedel"), ["zabita 123450", "fen-isleri 1"]);
    assert_eq!(record.get("bedel").and_then(OpenTable::rule), None);
}

#[test]
fn no_policy_goes_below_the_floor() {
    assert_eq!(rule::count(&Cell::Integer(2), Policy::new(0, 0)), OpenCell::Withheld);
    assert_eq!(rule::count(&Cell::Integer(3), Policy::new(0, 0)), OpenCell::Value(Cell::Integer(3)));
    assert_eq!(rule::count(&Cell::Integer(3), Policy::new(3, 10)), OpenCell::Withheld, "rounded to 0 it would say nobody");
    assert_eq!(rule::count(&Cell::Integer(-4), Policy::new(3, 5)), OpenCell::Withheld, "no count is below nought");
    assert_eq!(rule::count(&Cell::Text("4".into()), Policy::new(3, 5)), OpenCell::Withheld);
    assert_eq!(rule::count(&Cell::Null, Policy::new(3, 5)), OpenCell::Missing);
}

/// Ten people in nine groups: whoever knows that no group is empty and that a total below twelve is not said knows of
/// each group that it holds one to three.
#[test]
fn the_tenth_of_ten_people_in_nine_groups_stops_nothing() {
    let months = |unit: &'static str, months: &[i8]| months.iter().flat_map(|m| requests(unit, *m, 1)).collect::<Vec<_>>();
    let mut desk = [months("zabita", &[1, 1, 2, 3]), months("yazi-isleri", &[1, 2, 3]), months("fen-isleri", &[1, 2])].concat();
    assert_eq!(shown(&opened(&desk), "birim-ay").len(), 8);
    desk.extend(months("fen-isleri", &[3]));
    let record = opened(&desk);
    assert_eq!(shown(&record, "birim-ay"), [""; 0], "that a group has a row is itself what says too much");
    assert!(record.get("birim-ay").is_some_and(OpenTable::is_closed));
    assert_eq!(shown(&record, "toplam"), ["[c]"]);
}

/// Nine people in nine groups, of whom one is counted a second time beside: that the one is, too, in a smaller table must
/// not hide that all nine make up the total.
#[test]
fn a_count_of_some_does_not_hide_that_the_groups_make_up_the_total() {
    let months = |unit: &'static str| [1, 2, 3].into_iter().flat_map(move |month| requests(unit, month, 1));
    for closed in [0, 1, 2, 8, 9] {
        let mut desk: Vec<Request> = ["zabita", "yazi-isleri", "fen-isleri"].into_iter().flat_map(months).collect();
        desk.iter_mut().skip(closed).for_each(|request| request.days = None);
        let record = opened(&desk);
        assert_eq!(shown(&record, "birim-ay"), [""; 0], "{closed} closed");
    }
}

#[test]
fn an_uncertain_share_has_its_interval_and_a_quotient_of_two_counts_has_none() {
    let yaml = "
pay:
  title: T
  method: M
  sql: SELECT birim, count(*) AS n, count(gun) AS kapanan, sum(CASE WHEN birim = 'zabita' THEN 1 ELSE 0 END) AS z, 1.0 AS oran, 1.0 AS pay, 1.0 AS kat FROM halk_masasi GROUP BY birim
  disclose: {counts: [n, kapanan, z], by: [birim], ratios: {oran: [kapanan, n], pay: [n, '*'], kat: [n, kapanan]}}
nufus:
  title: T
  method: M
  sql: SELECT birim, count(*) AS n, 4000 AS nufus, 1.0 AS bin FROM halk_masasi GROUP BY birim
  disclose: {counts: [n], by: [birim, nufus], ratios: {bin: [n, nufus, 1000]}}
";
    let mut desk = requests("zabita", 1, 20);
    desk.extend(requests("fen-isleri", 1, 60));
    desk[..5].iter_mut().for_each(|request| request.days = None);
    let sources = sources(&desk);
    let (figures, mut diag) = figures(yaml, &sources);
    let answers = query::answer(&mut diag, &figures, &sources);
    let record = open(&mut diag, &answers, policy(), &[]);
    assert!(diag.is_empty(), "{diag:?}");
    let ranges = |id: &str| -> Vec<String> {
        let table = record.get(id).expect("is open");
        let at = |(row, column): &(usize, usize)| format!("{row} {}", table.facts().columns[*column].name);
        table.ranges().iter().map(|(place, (low, high))| format!("{} {low:.1} {high:.1}", at(place))).collect()
    };
    assert_eq!(ranges("pay"), ["1 oran 53.1 88.8"], "15 of 20; all 80 are many, and 20 of 15 is no share");
    assert_eq!(ranges("nufus"), ["1 bin 3.1 7.7"], "20 of 4,000, however many they are");
    let marked: Vec<_> = record.get("nufus").expect("is open").marks().keys().collect();
    assert_eq!(marked, [&(1, 3)]);
}

fn desks() -> impl Strategy<Value = Vec<Request>> {
    let unit = prop_oneof![Just("zabita"), Just("fen-isleri"), Just("yazi-isleri")];
    let one = (unit, 1i8..4, 1i8..29, proptest::option::of(0.0..90.0f64)).prop_map(|(unit, month, day, days)| Request {
        unit,
        on: jiff::civil::date(2026, month, day),
        days,
        clerk: "Gizli Kişi".to_owned(),
        ip: "192.0.2.1".to_owned(),
    });
    // Few people in many groups is where tables are tight.
    prop_oneof![proptest::collection::vec(one.clone(), 1..16), proptest::collection::vec(one, 1..80)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn private_columns_change_nothing_citizens_see(desk in desks(), noise in any::<u64>()) {
        let mut other = desk.clone();
        for (i, request) in other.iter_mut().enumerate() {
            request.clerk = format!("{}", noise.rotate_left(i as u32));
            request.ip = format!("10.0.0.{}", (noise >> (i % 60)) & 255);
        }
        prop_assert!(opened(&desk) == opened(&other));
    }

    #[test]
    fn every_count_shown_is_nought_or_a_multiple_that_at_least_ten_people_share(desk in desks()) {
        let record = opened(&desk);
        for row in record.get("birim-ay").expect("is open").rows() {
            for cell in &row[2..4] {
                if let OpenCell::Value(value) = cell {
                    let n = value.as_integer().expect("counts are whole");
                    prop_assert!(n == 0 || (n >= 10 && n % 5 == 0), "{}", n);
                }
            }
        }
    }

    #[test]
    fn one_person_more_moves_a_count_by_one_step_at_most(desk in desks(), one in desks()) {
        let (before, mut more) = (opened(&desk), desk.clone());
        more.push(one[0].clone());
        let after = opened(&more);
        let counts = |record: &OpenRecord, desk: &[Request]| -> std::collections::BTreeMap<String, f64> {
            let rows = record.get("birim-ay").expect("is open").rows();
            let shown = rows.iter().filter_map(|row| {
                let [unit, month] = [&row[0], &row[1]].map(|cell| match cell {
                    OpenCell::Value(cell) => cell.as_text().unwrap_or_default().to_owned(),
                    _ => String::new(),
                });
                let people = desk.iter().filter(|r| r.unit == unit && r.on.to_string().starts_with(&month)).count();
                let value = match &row[2] {
                    OpenCell::Value(v) => v.as_number().expect("counts are numbers"),
                    // Between one and nine, and nothing tells which. Withheld for the sake of others it says nothing at all.
                    _ if people < 10 => 5.0,
                    _ => return None,
                };
                Some((format!("{unit} {month}"), value))
            });
            shown.collect()
        };
        let (before, after) = (counts(&before, &desk), counts(&after, &more));
        for (key, value) in &after {
            // A group that was not there counted nobody.
            let met = desk.iter().any(|r| key.starts_with(r.unit) && key.ends_with(&r.on.to_string()[..7]));
            let Some(old) = before.get(key).copied().or((!met).then_some(0.0)) else { continue };
            prop_assert!((value - old).abs() <= 5.0, "{}: {} → {}", key, old, value);
        }
    }

    /// An attacker of his own, who even knows of each total why it is withheld.
    #[test]
    fn nobody_finds_a_withheld_count_of_rounded_tables_to_within_three(desk in desks()) {
        let record = opened(&desk);
        let mut system = system::System::default();
        let mut withheld = Vec::new();
        let known = |cell: &str, policy: Policy| match cell.parse::<f64>() {
            Ok(shown) => rule::between(shown, policy),
            Err(_) => (1.0, f64::from(policy.min) - 1.0),
        };
        let mut terms = Vec::new();
        for row in shown(&record, "birim-ay") {
            let cells: Vec<&str> = row.split(' ').collect();
            let (least, most) = known(cells[2], policy());
            let unknown = system.unknown(least, most);
            terms.push((unknown, 1.0));
            if cells[2] == "[c]" {
                withheld.push((row.clone(), unknown));
            }
        }
        let said = shown(&record, "toplam")[0].clone();
        let beside = said == "[c]" && desk.len() >= 12;
        let (least, most) = if beside { (12.0, f64::INFINITY) } else { known(&said, Policy::new(12, 10)) };
        let all = system.unknown(least, most);
        if !record.get("birim-ay").is_some_and(OpenTable::is_closed) {
            terms.push((all, -1.0));
            system.row(terms, 0.0, 0.0);
        }
        for (cell, unknown) in withheld {
            let (least, most) = interval::bounds(&system, unknown).expect("the solver answers");
            prop_assert!(most - least >= 3.0 - 1e-4, "{} lies between {} and {}", cell, least, most);
        }
    }

    #[test]
    fn which_of_two_withheld_counts_is_greater_does_not_show(a in 1usize..10, b in 1usize..10) {
        let desk = |zabita: usize, fen: usize| {
            let mut desk = requests("zabita", 1, zabita);
            desk.extend(requests("fen-isleri", 1, fen));
            desk.extend(requests("yazi-isleri", 1, 40 - zabita - fen));
            desk
        };
        let rows = |desk: Vec<Request>| shown(&opened(&desk), "birim-ay")[1..].to_vec();
        prop_assert_eq!(rows(desk(a, b)), rows(desk(b, a)));
    }
}
