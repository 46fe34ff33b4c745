//! Tests of the SVG writer: well-formed, escaped, ids apart, no inline style, colours that can be told from the ground.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::view::chart::{CategoryKind, ChartData, ChartKind, ChartSpec, ChartValue, Series, draw};

fn chart(kind: ChartKind) -> ChartDoc {
    let value = |v: f64| ChartValue::Number { value: v, text: Arc::from(v.to_string()) };
    let series = |name: &str, last| Series { name: name.to_owned(), values: vec![value(12.0), value(30.0), last] };
    let all = vec![series("A & <B>", value(7.0)), series("\"C\"\u{1}", ChartValue::Withheld)];
    let count = if kind == ChartKind::Sparkline { 1 } else { 2 };
    let data = ChartData {
        categories: vec!["2026-01".into(), "2026-02".into(), "2026-03".into()],
        category_kind: CategoryKind::Month,
        areas: Vec::new(),
        series: all.into_iter().take(count).collect(),
    };
    let spec = ChartSpec { kind, title: "Yol & su <3", unit: "m²", synthetic: false, number: &|v| v.to_string() };
    draw(&spec, &data).expect("there is a number to draw")
}

/// All ids and all ids that are asked for; fails when the XML is not well-formed.
fn ids(xml: &str) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut asked) = (Vec::new(), Vec::new());
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("a well-formed attribute, given once");
                    let value = attribute.value.to_string();
                    match attribute.key.as_ref() {
                        "id" => ids.push(value),
                        "aria-labelledby" => asked.extend(value.split(' ').map(str::to_owned)),
                        "style" => panic!("inline style: {value}"),
                        _ => asked.extend(value.strip_prefix("url(#").map(|id| id.trim_end_matches(')').to_owned())),
                    }
                }
            }
            _ => {}
        }
    }
    (ids, asked)
}

#[test]
fn both_modes_of_every_kind_are_well_formed_and_name_only_ids_they_have() {
    for (name, kind) in ChartKind::NAMES {
        let chart = chart(kind);
        for svg in [web(&chart, "g1"), print(&chart, "Noto Sans")] {
            let (ids, asked) = ids(&svg);
            let unique: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{name}: an id twice");
            assert!(asked.iter().all(|id| unique.contains(id)), "{name}: {asked:?} of {ids:?}");
        }
    }
}

#[test]
fn words_are_escaped() {
    let svg = web(&chart(ChartKind::Bar), "g1");
    assert!(svg.contains("<title id=\"g1-ad\">Yol &amp; su &lt;3</title>"));
    assert!(svg.contains(">A &amp; &lt;B&gt;</text>"));
    assert!(svg.contains(">&quot;C&quot;\u{fffd}</text>"));
}

#[test]
fn paper_has_literal_colours_and_its_font() {
    for (_, kind) in ChartKind::NAMES {
        let svg = print(&chart(kind), "Noto Sans");
        assert!(!svg.contains("var("));
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Noto Sans\" viewBox=\"0 0 "));
    }
}

#[test]
fn the_web_shows_a_wide_and_a_narrow_drawing() {
    let svg = web(&chart(ChartKind::Line), "g1");
    assert!(svg.contains("<svg class=\"grafik grafik-genis\" viewBox=\"0 0 720 "));
    assert!(svg.contains("<svg class=\"grafik grafik-dar\" viewBox=\"0 0 360 "));
    assert_eq!(web(&chart(ChartKind::Sparkline), "g1").matches("<svg").count(), 1);
}

#[test]
fn hundredths_are_written_short() {
    let cases = [(0, "0"), (100, "1"), (150, "1.5"), (105, "1.05"), (-250, "-2.5"), (-5, "-0.05")];
    for (hundredths, text) in cases {
        assert_eq!(number(Px(hundredths)), text);
    }
}

/// Contrast ratio of WCAG 2.2.
fn contrast(a: Colour, b: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&ink(colour).1[at..at + 2], 16).expect("two hexadecimal digits");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn marks_and_words_stand_out_from_what_is_behind_them() {
    for series in 0..8 {
        assert!(contrast(Colour::Series(series), Colour::Ground) >= 3.0, "series {series}");
    }
    for words in [Colour::Ink, Colour::Muted] {
        assert!(contrast(words, Colour::Ground) >= 4.5, "{words:?}");
    }
    for step in 0..5 {
        let words = if step <= 2 { Colour::Ink } else { Colour::Ground };
        assert!(contrast(words, Colour::Heat(step)) >= 4.5, "step {step}");
    }
}
