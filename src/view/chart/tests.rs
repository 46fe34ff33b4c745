//! What holds for every kind of chart: everything on the sheet, no words on words, nothing absent drawn as a number.

use std::sync::Arc;

use proptest::prelude::*;

use super::canvas::{NARROW, WIDE};
use super::*;

/// Turkish grouping, enough for whole numbers and one decimal.
fn turkish(value: f64) -> String {
    let tenths = (value.abs() * 10.0).round() as u64;
    let digits = (tenths / 10).to_string();
    let mut text = String::from(if value < 0.0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if !tenths.is_multiple_of(10) {
        text.push_str(&format!(",{}", tenths % 10));
    }
    text
}

fn number(value: f64) -> ChartValue {
    ChartValue::Number { value, text: Arc::from(turkish(value)) }
}

fn numbers(values: &[f64]) -> Vec<ChartValue> {
    values.iter().map(|value| number(*value)).collect()
}

fn series(name: &str, values: Vec<ChartValue>) -> Series {
    Series { name: name.to_owned(), values }
}

/// `count` months from October 2023.
fn months(count: usize, series: Vec<Series>) -> ChartData {
    let categories = (9..9 + count).map(|at| format!("{}-{:02}", 2023 + at / 12, at % 12 + 1)).collect();
    ChartData { categories, category_kind: CategoryKind::Month, series, areas: Vec::new() }
}

fn words(categories: &[&str], series: Vec<Series>) -> ChartData {
    let categories = categories.iter().map(|name| (*name).to_owned()).collect();
    ChartData { categories, category_kind: CategoryKind::Text, series, areas: Vec::new() }
}

fn spec(kind: ChartKind) -> ChartSpec<'static> {
    ChartSpec { kind, title: "Başvurular", unit: "başvuru", synthetic: true, number: &turkish }
}

fn drawn(kind: ChartKind, data: &ChartData) -> ChartDoc {
    draw(&spec(kind), data).expect("there is a number to draw")
}

/// Left, top, right, bottom of what is filled by a series, with its title.
fn bars(drawing: &Drawing) -> Vec<([i32; 4], &str)> {
    let bar = |item: &'_ Item| match (&item.shape, item.fill) {
        (Shape::Rect { corner, width, height }, Fill::Pattern(_)) => {
            Some([corner.x.0, corner.y.0, corner.x.0 + width.0, corner.y.0 + height.0])
        }
        _ => None,
    };
    drawing.items.iter().filter_map(|item| Some((bar(item)?, item.title.as_deref()?))).collect()
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    let text = |item: &'_ Item| matches!(item.shape, Shape::Words { .. });
    (drawing.items.iter().filter(|item| text(item)))
        .map(|item| match &item.shape {
            Shape::Words { text, .. } => text.as_str(),
            _ => unreachable!("only words were kept"),
        })
        .collect()
}

/// Where each line of words stands by the estimate: left, top, right, bottom in px, with its text.
fn word_areas(drawing: &Drawing) -> Vec<([f64; 4], &str)> {
    let area = |item: &'_ Item| {
        let Shape::Words { at, anchor, size, text, .. } = &item.shape else { return None };
        let (x, y, size) = (f64::from(at.x.0) / 100.0, f64::from(at.y.0) / 100.0, f64::from(size.0) / 100.0);
        let width = text::width(text, size);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Some([left, y - size * 0.7, left + width, y + size * 0.2])
    };
    let text = |item: &'_ Item| match &item.shape {
        Shape::Words { .. } => area(item),
        _ => None,
    };
    let kept: Vec<[f64; 4]> = drawing.items.iter().filter_map(text).collect();
    kept.into_iter().zip(texts(drawing)).collect()
}

fn points(item: &Item) -> Vec<Point> {
    match &item.shape {
        Shape::Rect { corner, width, height } => {
            vec![*corner, Point { x: Px(corner.x.0 + width.0), y: Px(corner.y.0 + height.0) }]
        }
        Shape::Circle { centre, .. } => vec![*centre],
        Shape::Polyline(points) | Shape::Polygon(points) => points.clone(),
        Shape::Area(rings) => rings.concat(),
        Shape::Words { at, .. } => vec![*at],
    }
}

fn assert_sound(drawing: &Drawing, about: &str) {
    for item in &drawing.items {
        for Point { x, y } in points(item) {
            assert!((0..=drawing.width.0).contains(&x.0) && (0..=drawing.height.0).contains(&y.0), "{about}: {item:?}");
        }
    }
    let areas = word_areas(drawing);
    for (at, (a, text)) in areas.iter().enumerate() {
        assert!(a[0] >= -0.5 && a[2] <= f64::from(drawing.width.0) / 100.0 + 0.5, "{about}: `{text}` leaves the sheet");
        for (b, other) in &areas[at + 1..] {
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(apart, "{about}: `{text}` stands on `{other}`: {a:?} {b:?}");
        }
    }
}

#[test]
fn bars_stand_on_zero_and_are_as_high_as_their_values() {
    let chart = drawn(ChartKind::Bar, &words(&["Yol", "Su", "Park"], vec![series("Başvuru", numbers(&[400.0, 100.0, 0.0]))]));
    let bars = bars(&chart.wide);
    let titles: Vec<&str> = bars.iter().map(|bar| bar.1).collect();
    assert_eq!(titles, ["Yol: 400 başvuru", "Su: 100 başvuru", "Park: 0 başvuru"]);
    let heights: Vec<i32> = bars.iter().map(|(area, _)| area[3] - area[1]).collect();
    assert_eq!(heights, [26_000, 6_500, 0]);
    assert!(bars.iter().all(|(area, _)| area[3] == bars[0].0[3]));
}

#[test]
fn withheld_and_missing_are_marks_and_never_bars() {
    let values = vec![number(400.0), ChartValue::Withheld, ChartValue::Missing, number(f64::NAN)];
    for kind in [ChartKind::Bar, ChartKind::HorizontalBar, ChartKind::StackedBar, ChartKind::Line, ChartKind::Heat] {
        let chart = drawn(kind, &months(4, vec![series("Başvuru", values.clone())]));
        let said = |title: &str| chart.wide.items.iter().filter(|item| item.title.as_deref() == Some(title)).count();
        assert_eq!(said("Ekim 2023: 400 başvuru"), 1, "{kind:?}");
        let hatched = chart.wide.items.iter().filter(|item| item.fill == Fill::Hatch && item.title.is_some()).count();
        assert_eq!(hatched, 1, "{kind:?}");
        assert_eq!(said("Kasım 2023: [c] gizlilik nedeniyle verilmedi"), 1, "{kind:?}");
        assert!(texts(&chart.wide).contains(&"[c]"), "{kind:?}");
        if kind != ChartKind::StackedBar {
            assert_eq!(said("Aralık 2023: veri yok") + said("Ocak 2024: veri yok"), 2, "{kind:?}");
        }
        assert!(chart.description.ends_with("1 değer gizlilik nedeniyle verilmedi [c]. 2 değer için veri yok."));
    }
}

#[test]
fn a_gap_parts_the_line() {
    let mut values = numbers(&[1.0, 2.0, 3.0, 4.0, 5.0]);
    values[2] = ChartValue::Withheld;
    let chart = drawn(ChartKind::Line, &months(5, vec![series("Başvuru", values)]));
    let data_lines = chart.wide.items.iter().filter(|item| item.stroke.is_some_and(|s| s.colour == Colour::Series(0)));
    let lengths: Vec<usize> =
        data_lines.filter(|item| matches!(item.shape, Shape::Polyline(_))).map(|item| points(item).len()).collect();
    assert_eq!(lengths, [2, 2]);
}

#[test]
fn parts_of_a_stack_meet_and_their_sum_is_said_only_when_whole() {
    let parts = |last: ChartValue| vec![series("A", numbers(&[300.0])), series("B", numbers(&[200.0])), series("C", vec![last])];
    let whole = drawn(ChartKind::StackedBar, &words(&["Yol"], parts(number(500.0))));
    let bars = bars(&whole.wide);
    assert_eq!(bars.windows(2).map(|pair| pair[0].0[1] - pair[1].0[3]).collect::<Vec<_>>(), [0, 0]);
    assert_eq!(bars[0].0[3] - bars[2].0[1], 26_000);
    assert!(texts(&whole.wide).contains(&"1.000"));
    for absent in [ChartValue::Withheld, ChartValue::Missing] {
        let broken = drawn(ChartKind::StackedBar, &words(&["Yol"], parts(absent)));
        assert_eq!(texts(&broken.wide).iter().filter(|text| **text == "500").count(), 1, "the tick, not the sum");
    }
}

#[test]
fn thirty_six_months_are_thinned_and_years_named_once() {
    let values: Vec<f64> = (0..36).map(f64::from).collect();
    let chart = drawn(ChartKind::Line, &months(36, vec![series("Başvuru", numbers(&values))]));
    let said = texts(&chart.wide);
    for year in ["2023", "2024", "2025", "2026"] {
        assert_eq!(said.iter().filter(|text| **text == year).count(), 1, "{year}");
    }
    assert_eq!(said.iter().filter(|text| **text == "Oca").count(), 3);
    assert_eq!(said.iter().filter(|text| **text == "Şub").count(), 0);
}

#[test]
fn long_names_turn_bars_over() {
    let names = ["Basın Yayın ve Halkla İlişkiler Müdürlüğü", "Fen İşleri Müdürlüğü", "Zabıta", "Su", "Yol", "Park", "İmar"];
    let chart = drawn(ChartKind::Bar, &words(&names, vec![series("Başvuru", numbers(&[7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]))]));
    let bars = bars(&chart.wide);
    assert!(bars.windows(2).all(|pair| pair[0].0[0] == pair[1].0[0] && pair[0].0[3] < pair[1].0[1]));
}

#[test]
fn series_are_named_at_their_ends_unless_the_ends_are_close() {
    let legend = |last: f64| {
        let lines = vec![series("Açılan", numbers(&[10.0, 50.0])), series("Kapanan", numbers(&[10.0, last]))];
        let chart = drawn(ChartKind::Line, &months(2, lines));
        chart
            .wide
            .items
            .iter()
            .any(|item| matches!(&item.shape, Shape::Words { at, text, .. } if text == "Açılan" && at.x.0 < 10_000))
    };
    assert!(!legend(10.0));
    assert!(legend(49.0));
}

#[test]
fn the_description_tells_the_course_of_months_and_the_largest_of_words() {
    let course = drawn(ChartKind::Bar, &months(3, vec![series("Başvuru", numbers(&[320.0, 1905.0, 410.0]))]));
    assert_eq!(
        course.description,
        "Örnek veri. Ekim 2023 – Aralık 2023, 3 ay. Değerler: ilk 320 başvuru (Ekim 2023), son 410 başvuru (Aralık 2023), \
         en yüksek 1.905 başvuru (Kasım 2023), en düşük 320 başvuru (Ekim 2023)."
    );
    let largest =
        drawn(ChartKind::HorizontalBar, &words(&["A", "B", "C", "D"], vec![series("x", numbers(&[1.0, 4.0, 3.0, 4.0]))]));
    assert_eq!(largest.description, "Örnek veri. 4 değerin en yüksek üçü 4 başvuru (B), 4 başvuru (D), 3 başvuru (C).");
}

#[test]
fn signs_of_money_and_percent_stand_before_the_number() {
    let data = words(&["Yol"], vec![series("x", numbers(&[45.3]))]);
    for (unit, title) in [("%", "Yol: %45,3"), ("₺", "Yol: ₺45,3"), ("gün", "Yol: 45,3 gün"), ("", "Yol: 45,3")] {
        let chart = draw(&ChartSpec { unit, ..spec(ChartKind::Bar) }, &data).expect("there is a number to draw");
        assert_eq!(bars(&chart.wide)[0].1, title);
    }
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let nothing = words(&["Yol"], vec![series("x", vec![ChartValue::Withheld])]);
    assert_eq!(draw(&spec(ChartKind::Bar), &nothing), Err(NoChart::NoNumber));
    assert_eq!(draw(&spec(ChartKind::Bar), &words(&[], vec![])), Err(NoChart::NoNumber));
    let nine = months(1, (0..9).map(|n| series(&n.to_string(), numbers(&[1.0]))).collect());
    assert_eq!(draw(&spec(ChartKind::Line), &nine), Err(NoChart::TooManySeries { given: 9, limit: 8 }));
    assert!(draw(&spec(ChartKind::Heat), &nine).is_ok());
    let names: Vec<String> = (0..61).map(|n| n.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let many = words(&names, vec![series("x", numbers(&[1.0; 61]))]);
    assert_eq!(draw(&spec(ChartKind::HorizontalBar), &many), Err(NoChart::TooManyCategories { given: 61, limit: 60 }));
}

#[test]
fn every_kind_has_a_name() {
    for (name, kind) in ChartKind::NAMES {
        assert_eq!(ChartKind::named(name), Some(kind));
    }
    assert_eq!(ChartKind::named("pie"), None);
}

fn any_value() -> impl Strategy<Value = ChartValue> {
    prop_oneof![
        6 => (0..20_000_u32).prop_map(|v| number(f64::from(v))),
        2 => (-9_999..99_999_i32).prop_map(|v| number(f64::from(v) / 10.0)),
        1 => Just(ChartValue::Withheld),
        1 => Just(ChartValue::Missing),
    ]
}

fn any_data() -> impl Strategy<Value = ChartData> {
    let name =
        prop::sample::select(vec!["Yol", "Fen İşleri Müdürlüğü", "Basın Yayın ve Halkla İlişkiler Müdürlüğü", "Çaydeğirmeni"]);
    (1_usize..9, 1_usize..40, any::<bool>()).prop_flat_map(move |(rows, columns, month)| {
        let values = prop::collection::vec(prop::collection::vec(any_value(), columns), rows);
        let names = prop::collection::vec(name.clone(), columns.max(rows));
        (values, names).prop_map(move |(values, names)| {
            let all: Vec<Series> = values.into_iter().zip(&names).map(|(values, name)| series(name, values)).collect();
            if month { months(columns, all) } else { words(&names[..columns], all) }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_drawing_is_sound(data in any_data(), kind in prop::sample::select(ChartKind::NAMES.to_vec())) {
        if let Ok(chart) = draw(&spec(kind.1), &data) {
            assert_sound(&chart.wide, "wide");
            if let Some(narrow) = &chart.narrow {
                assert_sound(narrow, "narrow");
                prop_assert_eq!(narrow.width, Px::from_f64(NARROW.width));
                prop_assert_eq!(chart.wide.width, Px::from_f64(WIDE.width));
            }
            prop_assert_eq!(&chart, &draw(&spec(kind.1), &data).expect("drawn before"));
            let drawn: usize = data.series.iter().flat_map(|s| &s.values).filter(|v| v.number().is_some()).count();
            if matches!(kind.1, ChartKind::Bar | ChartKind::StackedBar | ChartKind::HorizontalBar) {
                prop_assert_eq!(bars(&chart.wide).len(), drawn);
            }
        }
    }
}
