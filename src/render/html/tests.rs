//! What prose becomes, each rule as a small paragraph.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::prose::{Align, TextTable};
use crate::view::NumberDoc;

fn html(blocks: Vec<Block>, links: Vec<Shown>) -> String {
    let strings =
        BTreeMap::from([("footnote_back".to_owned(), "Metne dön".to_owned()), ("footnote".to_owned(), "Dipnot".to_owned())]);
    let mut out = String::new();
    let words = Words::from_strings(&strings);
    prose(&mut out, &words, &words, &Prose { blocks: blocks.into(), links: links.into() });
    out
}

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn heading(id: &str, words: &str) -> Block {
    Block::Heading(Heading { level: 2, id: id.into(), content: vec![text(words)], line: 1 })
}

fn link(id: u32, words: &str) -> Inline {
    Inline::Link { link: LinkId(id), content: vec![text(words)] }
}

#[test]
fn a_heading_keeps_its_name_and_has_a_link_beside_it() {
    assert_eq!(
        html(vec![heading("su-kesintisi", "Su & kesinti")], vec![]),
        "<div class=\"bas\"><h2 id=\"su-kesintisi\">Su &amp; kesinti</h2>\
         <a class=\"capa\" href=\"#su-kesintisi\" aria-label=\"heading_link: Su &amp; kesinti\">#</a></div>\n"
    );
}

#[test]
fn links_that_leave_the_site_say_so_and_numbers_carry_their_value() {
    let links = vec![
        Shown::Href { url: "/x/?a=1&b=2".into(), external: false },
        Shown::Href { url: "https://www.mevzuat.gov.tr/".into(), external: true },
        Shown::Number(Box::new(NumberDoc { text: "4.620".into(), value: "4620".into() })),
        Shown::Number(Box::new(NumberDoc { text: "[c]".into(), value: "".into() })),
    ];
    let line = vec![link(0, "a"), link(1, "b"), link(2, "eski sayı"), link(3, "eski sayı")];
    assert_eq!(
        html(vec![Block::Paragraph(line)], links),
        "<p><a href=\"/x/?a=1&amp;b=2\">a</a><a href=\"https://www.mevzuat.gov.tr/\" rel=\"noopener external\">b</a>\
         <data value=\"4620\">4.620</data>[c]</p>\n"
    );
}

#[test]
fn a_table_is_named_by_its_heading_and_an_empty_head_cell_heads_nothing() {
    let table = TextTable {
        align: vec![Align::Start, Align::End],
        head: vec![vec![], vec![text("Hane")]],
        rows: vec![vec![vec![text("Çay")], vec![text("12")]]],
        stacked: false,
    };
    let out = html(vec![heading("x", "Mahalleler"), Block::Table(Box::new(table))], vec![]);
    assert!(out.contains("<div class=\"kaydir\" role=\"region\" tabindex=\"0\" aria-labelledby=\"tablo_1\">"), "{out}");
    assert!(out.contains("<caption class=\"gizli\" id=\"tablo_1\">table 1: Mahalleler</caption>"), "{out}");
    assert!(out.contains("<tr><td></td><th scope=\"col\" class=\"sayi\">Hane</th></tr>"), "{out}");
    assert!(out.contains("<tr><td>Çay</td><td class=\"sayi\">12</td></tr>"), "{out}");
}

#[test]
fn a_footnote_leads_back_to_each_of_its_references() {
    let line = vec![Inline::Footnote { number: 1, nth: 1 }, Inline::Footnote { number: 1, nth: 2 }];
    let out = html(vec![Block::Paragraph(line), Block::Footnotes(vec![vec![Block::Paragraph(vec![text("Not.")])]])], vec![]);
    for (reference, back) in [("atif_1", "1"), ("atif_1_2", "1-2")] {
        assert!(
            out.contains(&format!("<a id=\"{reference}\" href=\"#dipnot_1\" role=\"doc-noteref\" aria-label=\"Dipnot 1\">1</a>")),
            "{out}"
        );
        assert!(
            out.contains(&format!("<a href=\"#{reference}\" role=\"doc-backlink\" aria-label=\"Metne dön {back}\">↩</a>")),
            "{out}"
        );
    }
    assert!(out.contains("<li id=\"dipnot_1\"><p>Not. <a"), "the way back stands in the note's last line: {out}");
}

#[test]
fn lists_know_their_first_number_and_their_tasks() {
    let item = |inlines: Vec<Inline>| Item::from(vec![Block::Plain(inlines)]);
    assert_eq!(
        html(vec![Block::List { start: Some(3), items: vec![item(vec![text("c")])] }], vec![]),
        "<ol start=\"3\">\n<li>c</li>\n</ol>\n"
    );
    let tasks = html(
        vec![Block::List {
            start: None,
            items: vec![item(vec![Inline::Task(true), text("a")]), item(vec![Inline::Task(false), text("b")])],
        }],
        vec![],
    );
    assert_eq!(
        tasks,
        "<ul class=\"gorevler\">\n<li><span class=\"gorev tamam\" role=\"img\" aria-label=\"task_done\"></span> a</li>\n\
         <li><span class=\"gorev\" role=\"img\" aria-label=\"task_open\"></span> b</li>\n</ul>\n"
    );
}

#[test]
fn a_clause_keeps_its_label_and_can_be_linked_to() {
    let clause =
        Item { anchor: Some("2-ff".into()), label: Some("ff)".into()), blocks: vec![Block::Plain(vec![text("Sağlamak")])] };
    assert_eq!(
        html(vec![Block::List { start: None, items: vec![clause] }], vec![]),
        "<ul class=\"hukumler\">\n<li id=\"2-ff\"><a class=\"etiket\" href=\"#2-ff\" aria-label=\"heading_link: ff)\">ff)</a> Sağlamak</li>\n</ul>\n"
    );
}

#[test]
fn an_alert_is_a_note_with_a_title() {
    let alert = Block::Quote { alert: Some(Alert::Warning), blocks: vec![Block::Paragraph(vec![text("Kayar.")])] };
    assert_eq!(
        html(vec![alert], vec![]),
        "<div class=\"kutu kutu-uyari\" role=\"note\"><p class=\"kutu-bas\">alert_warning</p>\n<p>Kayar.</p>\n</div>\n"
    );
}

proptest! {
    /// Whatever an author or a cell says, wherever it is said, it stays text.
    #[test]
    fn words_never_become_marks(words in ".{0,40}") {
        let words = format!("{words}\"><x>");
        let inline = |i: u32| Inline::Link { link: LinkId(i), content: vec![text(&words), Inline::Code(words.as_str().into())] };
        let image = |i: u32| Inline::Image { link: LinkId(i), alt: words.as_str().into() };
        let links = vec![
            Shown::Href { url: words.as_str().into(), external: true },
            Shown::Number(Box::new(NumberDoc { text: words.as_str().into(), value: words.as_str().into() })),
        ];
        let blocks = vec![
            heading(&words, &words),
            Block::Paragraph(vec![inline(0), inline(1), image(0), image(1)]),
            Block::Code { language: words.as_str().into(), text: words.as_str().into() },
            Block::Table(Box::new(TextTable { align: vec![], head: vec![vec![text(&words)]], rows: vec![vec![vec![inline(0)]]], stacked: true })),
            Block::Figure { link: LinkId(0), caption: vec![text(&words)] },
        ];
        let out = html(blocks, links);
        prop_assert!(!out.contains("<x>"), "{}", out);
        prop_assert!(!out.contains("\"\"&gt;"), "{}", out);
    }
}
