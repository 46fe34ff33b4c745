//! Reports for the tests of this room: a whole small one, and pieces to make odd ones from. Test code only.

use std::sync::Arc;

use crate::prose::{Block, Heading, Inline, LinkId, Prose};
use crate::view::chart::{CategoryKind, ChartData, ChartDoc, ChartKind, ChartSpec, ChartValue, Series, draw};
use crate::view::{
    CellDoc, ColumnDoc, ColumnKind, DateDoc, FigureDoc, Mention, NumberDoc, ReportDoc, ReportKind, Shown, SourceDoc, TableDoc,
};

/// Words without marks.
pub fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

/// A paragraph.
pub fn paragraph(words: &str) -> Block {
    Block::Paragraph(text(words))
}

/// A heading.
pub fn heading(level: u8, words: &str) -> Block {
    Block::Heading(Heading { level, id: "baslik".into(), content: text(words), line: 1 })
}

/// The mention of link `number`.
pub fn mention(number: u32) -> Block {
    Block::Figure { link: LinkId(number), caption: Vec::new() }
}

/// A cell as read and as computed.
pub fn cell(text: &str, value: &str) -> CellDoc {
    CellDoc { text: text.into(), value: value.into(), url: None, marks: "", range: None }
}

/// A cell of words.
pub fn word(text: &str) -> CellDoc {
    cell(text, text)
}

/// A column.
pub fn column(name: &str, title: &str, kind: ColumnKind) -> ColumnDoc {
    ColumnDoc { name: name.to_owned(), title: title.to_owned(), kind }
}

/// A figure with `columns` and `rows`.
pub fn figure(id: &str, title: &str, columns: Vec<ColumnDoc>, rows: Vec<Vec<CellDoc>>) -> FigureDoc {
    FigureDoc {
        id: id.into(),
        title: title.to_owned(),
        chart: None,
        table: TableDoc::new(columns, rows),
        method: "Kayıt tarihine göre, mükerrer ve iptal dahil.".to_owned(),
        period: Some("Haziran 2026".to_owned()),
        n: Some("4.620 başvuru".to_owned()),
        disclosure: None,
        legend: Vec::new(),
        marks: Vec::new(),
        sources: vec!["data/halk-masasi/2026.csv".to_owned()],
        data: None,
        synthetic: true,
    }
}

/// Requests by unit: every kind of column, a withheld cell, cells that look like formulas.
pub fn by_unit() -> FigureDoc {
    let columns = vec![
        column("birim", "Müdürlük", ColumnKind::Text),
        column("basvuru", "Başvuru", ColumnKind::Integer),
        column("medyan", "Medyan (gün)", ColumnKind::Decimal(1)),
        column("tutar", "Tutar (₺)", ColumnKind::Money),
        column("son", "Son kayıt", ColumnKind::Date),
    ];
    let row = |unit: &str, count: CellDoc, net: CellDoc| {
        vec![word(unit), count, cell("6,5", "6.5"), net, cell("30.06.2026", "2026-06-30")]
    };
    let rows = vec![
        row("Fen İşleri Müdürlüğü", cell("1.905", "1905"), cell("340.391,00", "340391.00")),
        row("=HYPERLINK(\"x\")", cell("[c]", ""), cell("−5,25", "-5.25")),
        row("@birim, \"tırnaklı\"", cell("0", "0"), cell("", "")),
    ];
    let mut figure = figure("birim-basvuru", "Müdürlüklere göre başvuru", columns, rows);
    figure.legend = vec![("[c]".to_owned(), "gizlilik nedeniyle gösterilmeyen sayı".to_owned())];
    figure.disclosure = Some("10'dan küçük sayılar gösterilmez, diğerleri 5'e yuvarlanır.".to_owned());
    figure
}

/// A figure with a chart.
pub fn by_month() -> FigureDoc {
    let columns = vec![column("ay", "Ay", ColumnKind::Text), column("basvuru", "Başvuru", ColumnKind::Integer)];
    let months = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"];
    let rows = months.iter().enumerate().map(|(i, month)| {
        let count = (i * 7 + 40).to_string();
        vec![word(month), cell(&count, &count)]
    });
    let mut figure = figure("aylik-basvuru", "Aylık başvuru sayısı", columns, rows.collect());
    figure.chart = Some(chart(&months));
    figure
}

fn chart(months: &[&str]) -> ChartDoc {
    let count = |i: usize| ChartValue::Number { value: (i * 7 + 40) as f64, text: (i * 7 + 40).to_string().into() };
    let data = ChartData {
        categories: months.iter().map(|month| format!("{month} 2026")).collect(),
        category_kind: CategoryKind::Month,
        areas: Vec::new(),
        series: vec![Series { name: "Başvuru".to_owned(), values: (0..months.len()).map(count).collect() }],
    };
    let spec = ChartSpec {
        kind: ChartKind::Bar,
        title: "Aylık başvuru sayısı",
        unit: "başvuru",
        synthetic: true,
        number: &|value| format!("{value}"),
    };
    draw(&spec, &data).expect("six months can be drawn")
}

/// A report that says `blocks` with `links`.
pub fn report(blocks: Vec<Block>, links: Vec<Shown>) -> ReportDoc {
    ReportDoc {
        kind: ReportKind::Report,
        letterhead: vec!["T.C.".to_owned(), "Çaycuma Belediyesi".to_owned(), "Bilgi İşlem Müdürlüğü".to_owned()],
        title: "Halk Masası aylık raporu: Haziran 2026".to_owned(),
        summary: Some("Haziran 2026'da gelen başvurular ve müdürlüklere dağılımı.".to_owned()),
        url: "/raporlar/halk-masasi/2026-06/".to_owned(),
        date: Some(DateDoc { iso: "2026-06-30".to_owned(), long: "30 Haziran 2026".to_owned(), short: "30.06.2026".to_owned() }),
        synthetic: true,
        prose: Prose { blocks: blocks.into(), links: links.into() },
        sources: vec![SourceDoc {
            title: "Halk Masası başvuruları".to_owned(),
            file: "data/halk-masasi/2026.csv".to_owned(),
            synthetic: true,
        }],
    }
}

/// A report that shows `figures` as tables.
pub fn tables(figures: Vec<FigureDoc>) -> ReportDoc {
    let blocks = (0..figures.len()).map(|i| mention(i as u32)).collect();
    report(blocks, figures.into_iter().map(|f| Shown::Figure(Mention::Table, Arc::new(f))).collect())
}

/// A whole small report: text, a chart, a table, an inline number, a link.
pub fn whole() -> ReportDoc {
    let number = Inline::Link { link: LinkId(2), content: text("4.620") };
    let site = Inline::Link { link: LinkId(3), content: text("belediye sitesi") };
    let first = Block::Paragraph(
        [text("Haziran ayında "), vec![number], text(" başvuru geldi; ayrıntılar "), vec![site], text(".")].concat(),
    );
    let blocks = vec![
        first,
        heading(2, "Aylara göre"),
        mention(0),
        heading(3, "Yöntem"),
        Block::List { start: None, items: vec![vec![Block::Plain(text("Mükerrer kayıtlar dahildir."))].into()] },
        heading(2, "Müdürlüklere göre"),
        mention(1),
    ];
    let links = vec![
        Shown::Figure(Mention::Chart, Arc::new(by_month())),
        Shown::Figure(Mention::Table, Arc::new(by_unit())),
        Shown::Number(Box::new(NumberDoc { text: "4.620".into(), value: "4620".into() })),
        Shown::Href { url: "https://caycuma.bel.tr/duyurular/şubat".into(), external: true },
    ];
    report(blocks, links)
}
