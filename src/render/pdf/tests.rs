//! Tests of the PDF door. What conforms to the standards is checked from outside, by veraPDF in `tests/run`.

use std::sync::Arc;

use rayon::prelude::*;

use super::*;
use crate::prose::{Alert, Align, Block, Inline, LinkId, TextTable};
use crate::render::sample::{self, cell, column, heading, paragraph, text, word};
use crate::view::{ColumnKind, Mention, PictureDoc, PictureFormat, Shown};

fn place() -> Place {
    Place::file("content/reports/aylik.md")
}

/// The PDF of a report that must be set without a complaint.
fn pdf(report: &ReportDoc) -> Vec<u8> {
    let mut diags = Diagnostics::new();
    let bytes = write(&mut diags, report, &|_| None, &place());
    assert!(diags.is_empty(), "{diags:?}");
    bytes.expect("a report without complaints is a file")
}

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn says_its_title_language_standards_and_date() {
    let bytes = pdf(&sample::whole());
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for part in [
        "/Lang",
        "tr-TR",
        "/MarkInfo",
        "DisplayDocTitle",
        "pdfuaid:part",
        "<pdfaid:part>2",
        "<pdfaid:conformance>A",
        "Halk Masas\u{131} ayl\u{131}k raporu: Haziran 2026",
        "\u{c7}aycuma Belediyesi",
        "2026-06-30",
    ] {
        assert!(contains(&bytes, part), "{part} is missing");
    }
}

#[test]
fn does_not_name_the_typesetter() {
    let bytes = pdf(&sample::whole());
    assert!(!contains(&bytes, "Typst") && !contains(&bytes, "typst"));
}

#[test]
fn the_same_report_gives_the_same_bytes_on_every_thread() {
    let first = pdf(&sample::whole());
    let again: Vec<Vec<u8>> = (0..6).into_par_iter().map(|_| pdf(&sample::whole())).collect();
    assert!(again.iter().all(|bytes| *bytes == first));
}

#[test]
fn text_is_never_read_as_markup() {
    let attack = "#read(\"/veri.json\") $x^2$ *a* _b_ \\ `c` <etiket> @ref = b // y /* z */ #panic() ]) } ~ -- ...";
    let mut report = sample::tables(vec![sample::figure(
        "saldiri",
        attack,
        vec![column("a", attack, ColumnKind::Text), column("b", attack, ColumnKind::Integer)],
        vec![vec![word(attack), word(attack)]],
    )]);
    let mut blocks = report.prose.blocks.to_vec();
    blocks.extend([heading(2, attack), paragraph(attack), Block::Html(format!("<p>{attack}</p>").into())]);
    blocks.push(Block::Code { language: "typst".into(), text: attack.into() });
    report.prose.blocks = blocks.into();
    report.title = attack.to_owned();
    report.summary = Some(attack.to_owned());
    report.letterhead = vec![attack.to_owned(), attack.to_owned()];
    report.sources[0].file = attack.to_owned();
    let bytes = pdf(&report);
    assert!(contains(&bytes, "#read("), "the title stands in the file as it was written");
}

#[test]
fn sets_tables_of_any_size() {
    let rows = |n: usize| (0..n).map(|i| vec![word(&format!("{i}. satır")), cell("1", "1")]).collect::<Vec<_>>();
    let columns = || vec![column("a", "Gün", ColumnKind::Text), column("b", "Başvuru", ColumnKind::Integer)];
    for n in [0, 1, 16, 500] {
        pdf(&sample::tables(vec![sample::figure("t", "Günler", columns(), rows(n))]));
    }
    pdf(&sample::tables(vec![sample::figure("bos", "Boş", Vec::new(), Vec::new())]));
    pdf(&sample::tables(vec![sample::figure("kisa", "Eksik satır", columns(), vec![vec![word("bir")], Vec::new()])]));
    let many = (0..30).map(|i| column("x", &format!("Sütun {i}"), ColumnKind::Integer)).collect();
    let wide = vec![(0..30).map(|_| cell("1.234.567", "1234567")).collect()];
    pdf(&sample::tables(vec![sample::figure("genis", "Geniş", many, wide)]));
}

#[test]
fn sets_a_report_that_says_nothing() {
    let mut report = sample::report(Vec::new(), Vec::new());
    report.title = String::new();
    report.summary = None;
    report.letterhead.clear();
    report.url.clear();
    report.date = None;
    report.sources.clear();
    report.synthetic = false;
    pdf(&report);
}

#[test]
fn sets_every_kind_of_block_at_any_depth() {
    let table = TextTable {
        align: vec![Align::End],
        head: vec![text("Baş")],
        rows: vec![vec![text("1")], vec![], vec![text("2"), text("3")]],
        stacked: false,
    };
    let mut deep = vec![
        Block::Table(Box::new(table)),
        Block::Rule,
        Block::Definitions(vec![(text("Terim"), vec![vec![paragraph("Tanım")]])]),
        Block::Quote { alert: Some(Alert::Warning), blocks: vec![paragraph("Uyarı")] },
        Block::Footnotes(vec![vec![paragraph("Dipnot")]]),
        heading(5, "Derin başlık"),
        heading(2, ""),
        Block::Paragraph(vec![
            Inline::Footnote { number: 1, nth: 1 },
            Inline::Task(true),
            Inline::HardBreak,
            Inline::SoftBreak,
            Inline::Code("kod".into()),
            Inline::Html("<br>".into()),
            Inline::Strike(vec![Inline::Emphasis(vec![Inline::Strong(text("iç"))])]),
        ]),
    ];
    for depth in 0..40 {
        deep = match depth % 2 {
            0 => vec![paragraph("üst"), Block::List { start: Some(depth), items: vec![deep.into(), Vec::new().into()] }],
            _ => vec![Block::Quote { alert: None, blocks: deep }],
        };
    }
    let mut inline = text("dip");
    for _ in 0..40 {
        inline = vec![Inline::Strong(vec![Inline::Emphasis(inline)])];
    }
    deep.push(Block::Paragraph(inline));
    deep.push(heading(3, "Üç"));
    deep.push(heading(6, "Altı"));
    pdf(&sample::report(deep, Vec::new()));
}

#[test]
fn odd_letters_are_set_or_named() {
    let cases = [
        ("emoji 🌳👩‍🚀🇹🇷", true),
        ("عربي ثم Türkçe", false),
        ("a\u{0}b\u{1b}[31m\u{202e}ters\u{2066}", false),
        ("e\u{301}s\u{327} \u{1F}", false),
        ("\u{E000}", true),
        ("漢字", true),
        ("\u{AD}yumu\u{AD}şak\u{A0}boşluk", false),
        ("\u{FFFE}\u{FEFF}", true),
    ];
    for (words, named) in cases {
        let mut report = sample::report(vec![heading(2, words), paragraph(words), paragraph(&words.repeat(60))], Vec::new());
        report.title = words.to_owned();
        let mut diags = Diagnostics::new();
        assert!(write(&mut diags, &report, &|_| None, &place()).is_some(), "{words:?}: {diags:?}");
        let codes: Vec<Code> = diags.iter().map(|d| d.code).collect();
        assert_eq!(codes, if named { vec![Code::REPORT_LETTERS] } else { vec![] }, "{words:?}");
    }
}

#[test]
fn very_long_words_stay_on_the_page() {
    let word = "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine".repeat(5);
    let mut figure = sample::by_unit();
    figure.table.rows[0][0] = sample::word(&word);
    let mut report = sample::tables(vec![figure]);
    report.summary = Some(word.clone());
    pdf(&report);
}

#[test]
fn a_chart_shown_twice_has_its_numbers_once() {
    let mut report = sample::whole();
    let mut blocks = report.prose.blocks.to_vec();
    blocks.extend([sample::mention(0), sample::mention(1), sample::mention(1), sample::mention(99)]);
    report.prose.blocks = blocks.into();
    let data = data::Reader::new(&report, &|_| None).read();
    assert_eq!(data.appendix.len(), 1);
    pdf(&report);
}

#[test]
fn headings_leave_no_gap() {
    let report = sample::report(vec![heading(2, "a"), heading(5, "b"), heading(3, "c"), heading(2, "d")], Vec::new());
    let data = data::Reader::new(&report, &|_| None).read();
    let levels: Vec<u8> = data
        .body
        .iter()
        .filter_map(|node| match node {
            nodes::Node::Heading { level, .. } => Some(*level),
            _ => None,
        })
        .collect();
    assert_eq!(levels, [1, 2, 2, 1]);
    assert!(data.contents);
}

#[test]
fn a_chart_and_its_table_in_the_text_share_the_numbers() {
    let figure = Arc::new(sample::by_month());
    let links = vec![Shown::Figure(Mention::Chart, Arc::clone(&figure)), Shown::Figure(Mention::Table, figure)];
    let report = sample::report(vec![sample::mention(0), sample::mention(1)], links);
    assert!(data::Reader::new(&report, &|_| None).read().appendix.is_empty(), "the text has the table already");
    pdf(&report);
}

/// A report of one picture, which is 600 pixels wide, with its bytes as they are printed.
fn with_picture(alt: &str, caption: Option<&str>, bytes: Option<Vec<u8>>) -> Vec<u8> {
    let doc = PictureDoc {
        file: "content/reports/park.png".into(),
        path: "varlik/resim/park.0123456789abcdef".into(),
        widths: vec![600],
        height: 400,
        newer: &[],
        last: PictureFormat::Png,
    };
    let picture = Block::Picture { link: LinkId(0), alt: alt.into(), caption: caption.map(Box::from) };
    let report = sample::report(vec![paragraph("Park açıldı."), picture], vec![Shown::Picture(Arc::new(doc))]);
    let mut diags = Diagnostics::new();
    let pdf = write(&mut diags, &report, &|_| bytes.clone(), &place());
    assert!(diags.is_empty(), "{diags:?}");
    pdf.expect("a report without complaints is a file")
}

#[test]
fn a_picture_is_printed_with_its_alternative_and_without_its_file_told_in_words() {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(600, 400, image::Rgb([20, 120, 60])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let png = png.into_inner();
    let is_picture = |pdf: &[u8]| contains(pdf, "/Subtype/Image") || contains(pdf, "/Subtype /Image");
    let shown = with_picture("Parkın girişi", Some("Park bugün açıldı."), Some(png.clone()));
    assert!(is_picture(&shown) && contains(&shown, "/Alt"));
    assert!(is_picture(&with_picture("Parkın girişi", None, Some(png.clone()))));
    let decoration = with_picture("", None, Some(png));
    assert!(is_picture(&decoration) && !contains(&decoration, "/Alt"));
    let told = with_picture("Parkın girişi", None, None);
    assert!(!is_picture(&told) && told.len() > 1000);
}
