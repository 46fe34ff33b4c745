//! A figure into HTML: caption, chart, table, method, source, all in one `<figure>`. Not the drawing of a chart: that is
//! `svg`'s; not what a figure says: that is decided in `view`.

use super::escape::escape;
use super::svg;
use super::words::Words;
use crate::view::{CellDoc, ColumnDoc, ColumnKind, DataFormat, FigureDoc, Mention, TableDoc};

/// More columns of words than this do not fit on upright paper.
const ON_PAPER: usize = 8;

/// Appends a figure as `mention` asks; `nth` is 2 or more when the page has shown the same figure before, and `title` is the
/// author's caption, which stands in place of the figure's own.
pub fn write(out: &mut String, words: &Words, doc: &FigureDoc, mention: Mention, nth: usize, title: Option<&str>) {
    let mut id = String::new();
    push_id(&mut id, &doc.id, nth);
    let title = title.unwrap_or(&doc.title);
    push(
        out,
        &[
            "<figure class=\"sekil\" id=\"",
            &id,
            "\" aria-labelledby=\"",
            &id,
            "_b\">\n<figcaption id=\"",
            &id,
            "_b\"><span class=\"sekil-ad\">",
        ],
    );
    escape(out, title);
    out.push_str("</span>");
    if doc.synthetic {
        push(out, &[" <span class=\"rozet\">", &words.synthetic_badge, "</span>"]);
    }
    if let Some(period) = &doc.period {
        out.push_str(" <span class=\"donem\">");
        escape(out, period);
        out.push_str("</span>");
    }
    out.push_str("</figcaption>\n");
    match (mention, &doc.chart) {
        (Mention::Chart, Some(chart)) => {
            out.push_str("<div class=\"cizim\">");
            out.push_str(&svg::web(chart, &id));
            push(out, &["</div>\n<details class=\"sayilar\"><summary>", &words.show_numbers, "</summary>\n"]);
            table(out, words, doc, &id, title);
            out.push_str("</details>\n");
        }
        // Without a chart the table is the figure.
        (Mention::Chart, None) | (Mention::Table, _) => table(out, words, doc, &id, title),
    }
    about(out, words, doc);
    if let Some(data) = &doc.data {
        push(out, &["<p class=\"indir\">", &words.download_data, ":"]);
        for format in DataFormat::ALL {
            out.push_str(" <a href=\"");
            escape(out, data);
            push(out, &[".", format.ending(), "\" download>", format.title(), "<span class=\"gizli\">: "]);
            escape(out, title);
            out.push_str("</span></a>");
        }
        out.push_str("</p>\n");
    }
    out.push_str("</figure>\n");
}

/// Appends the id under which a figure stands on a page: `sekil_<id>`, and `sekil_<id>_2` for its second showing.
pub fn push_id(out: &mut String, figure: &str, nth: usize) {
    out.push_str("sekil_");
    escape(out, figure);
    if nth > 1 {
        out.push('_');
        out.push_str(&nth.to_string());
    }
}

fn table(out: &mut String, words: &Words, doc: &FigureDoc, id: &str, title: &str) {
    push(
        out,
        &[
            "<div class=\"kaydir\" role=\"region\" tabindex=\"0\" aria-labelledby=\"",
            id,
            "_c",
            match (doc.table.wordy, doc.table.columns.len()) {
                (false, _) => "\"><table>",
                (true, ..=ON_PAPER) => "\"><table class=\"yigin sozlu\">",
                (true, _) => "\"><table class=\"yigin sozlu genis\">",
            },
            "\n<caption class=\"gizli\" id=\"",
        ],
    );
    push(out, &[id, "_c\">", &words.table, ": "]);
    escape(out, title);
    out.push_str("</caption>\n");
    rows(out, &doc.table);
    out.push_str("</table></div>\n");
    if doc.signs().next().is_some() {
        push(out, &["<p class=\"isaretler\">", &words.signs, ": "]);
        for (place, (sign, meaning)) in doc.signs().enumerate() {
            out.push_str(if place == 0 { "<b>" } else { "; <b>" });
            escape(out, sign);
            out.push_str("</b> ");
            escape(out, meaning);
        }
        out.push_str("</p>\n");
    }
}

fn rows(out: &mut String, table: &TableDoc) {
    out.push_str("<thead><tr>");
    for column in &table.columns {
        out.push_str(if is_number(column) { "<th scope=\"col\" class=\"sayi\">" } else { "<th scope=\"col\">" });
        escape(out, &column.title);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let heads = place == table.header;
            out.push_str(if heads { "<th scope=\"row\"" } else { "<td" });
            if table.wordy && !heads {
                out.push_str(" data-baslik=\"");
                escape(out, &column.title);
                out.push('"');
            }
            out.push_str(match is_number(column) {
                false => ">",
                // Words in the place of a number may be long; a sign is short.
                true if !heads && cell.value.is_empty() && !cell.text.starts_with('[') => " class=\"sayi soz\">",
                true => " class=\"sayi\">",
            });
            content(out, cell, column.kind);
            out.push_str(if heads { "</th>" } else { "</td>" });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

/// What is read beside what was computed, so that a program reading the page needs no Turkish.
fn content(out: &mut String, cell: &CellDoc, kind: ColumnKind) {
    if let Some(url) = &cell.url {
        out.push_str("<a href=\"");
        escape(out, url);
        out.push_str("\">");
    }
    let (open, close) = match kind {
        _ if cell.value.is_empty() => ("", ""),
        ColumnKind::Text | ColumnKind::Month | ColumnKind::Year => ("", ""),
        ColumnKind::Integer | ColumnKind::Decimal(_) | ColumnKind::Money => ("<data value=\"", "</data>"),
        ColumnKind::Date => ("<time datetime=\"", "</time>"),
    };
    if !open.is_empty() {
        out.push_str(open);
        escape(out, &cell.value);
        out.push_str("\">");
    }
    for (place, line) in cell.text.split('\n').enumerate() {
        out.push_str(if place > 0 { "<br>" } else { "" });
        escape(out, line);
    }
    out.push_str(close);
    if !cell.marks.is_empty() {
        push(out, &[" <span class=\"im\">", &cell.beside(), "</span>"]);
    }
    if cell.url.is_some() {
        out.push_str("</a>");
    }
}

/// The note every figure has: how the numbers are made, and of what.
fn about(out: &mut String, words: &Words, doc: &FigureDoc) {
    push(out, &["<details class=\"yontem\"><summary>", &words.about_figure, "</summary>\n<dl>\n"]);
    let mut entry = |label: &str, text: &str| {
        push(out, &["<dt>", label, "</dt><dd>"]);
        escape(out, text);
        out.push_str("</dd>\n");
    };
    entry(&words.method, &doc.method);
    if let Some(period) = &doc.period {
        entry(&words.period, period);
    }
    if let Some(n) = &doc.n {
        entry(&words.records, n);
    }
    if let Some(rule) = &doc.disclosure {
        entry(&words.disclosure, rule);
    }
    if !doc.sources.is_empty() {
        entry(&words.source_files, &doc.sources.join(", "));
    }
    out.push_str("</dl></details>\n");
}

fn is_number(column: &ColumnDoc) -> bool {
    column.kind.is_amount()
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn doc() -> FigureDoc {
        let column = |title: &str, kind| ColumnDoc { name: "x".into(), title: title.into(), kind };
        let cell =
            |text: &str, value: &str| CellDoc { text: text.into(), value: value.into(), url: None, marks: "", range: None };
        let linked = CellDoc {
            text: "Yeni <Mahalle>".into(),
            value: "Yeni <Mahalle>".into(),
            url: Some("/mahalle/yeni/".into()),
            marks: "",
            range: None,
        };
        FigureDoc {
            id: "basvuru".into(),
            title: "Başvurular".into(),
            chart: None,
            table: TableDoc::new(
                vec![
                    column("Mahalle", ColumnKind::Text),
                    column("Başvuru", ColumnKind::Integer),
                    column("Gider", ColumnKind::Money),
                    column("Son kayıt", ColumnKind::Date),
                ],
                vec![vec![linked, cell("[c]", ""), cell("1.234,50", "1234.50"), cell("01.07.2026", "2026-07-01")]],
            ),
            method: "Kayıt tarihine göre.".into(),
            period: None,
            n: None,
            disclosure: None,
            legend: vec![("[c]".into(), "gizli".into()), ("…".into(), "veri yok".into())],
            marks: Vec::new(),
            sources: vec!["data/a.csv".into(), "data/b.csv".into()],
            data: Some("/veri/halk-masasi/basvuru".into()),
            synthetic: true,
        }
    }

    fn html(doc: &FigureDoc, nth: usize, title: Option<&str>) -> String {
        let mut out = String::new();
        write(&mut out, &Words::from_strings(&BTreeMap::new()), doc, Mention::Chart, nth, title);
        out
    }

    #[test]
    fn cells_say_what_they_are_to_people_and_programs() {
        let out = html(&doc(), 1, None);
        let row = "<tr><th scope=\"row\"><a href=\"/mahalle/yeni/\">Yeni &lt;Mahalle&gt;</a></th><td class=\"sayi\">[c]</td>\
                   <td class=\"sayi\"><data value=\"1234.50\">1.234,50</data></td><td><time datetime=\"2026-07-01\">01.07.2026</time></td></tr>";
        assert!(out.contains(row), "{out}");
        assert!(out.contains("<th scope=\"col\">Mahalle</th><th scope=\"col\" class=\"sayi\">Başvuru</th>"), "{out}");
    }

    #[test]
    fn a_figure_without_a_chart_shows_its_table_openly_with_its_signs_and_method() {
        let out = html(&doc(), 1, None);
        assert!(!out.contains("<details class=\"sayilar\">"), "{out}");
        assert!(out.contains("<p class=\"isaretler\">signs: <b>[c]</b> gizli; <b>…</b> veri yok</p>"), "{out}");
        assert!(
            out.contains("<dt>method</dt><dd>Kayıt tarihine göre.</dd>\n<dt>source_files</dt><dd>data/a.csv, data/b.csv</dd>"),
            "{out}"
        );
        assert!(out.contains("<span class=\"rozet\">synthetic_badge</span>"), "made-up data says so: {out}");
    }

    #[test]
    fn shown_twice_it_has_two_ids_and_the_authors_caption_stands_for_its_title() {
        assert!(html(&doc(), 1, None).starts_with("<figure class=\"sekil\" id=\"sekil_basvuru\""));
        let second = html(&doc(), 2, Some("Yaz ayları"));
        assert!(second.starts_with("<figure class=\"sekil\" id=\"sekil_basvuru_2\""), "{second}");
        assert!(second.contains("<span class=\"sekil-ad\">Yaz ayları</span>") && !second.contains("Başvurular"), "{second}");
    }
}
