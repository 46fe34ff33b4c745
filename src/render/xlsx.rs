//! A report as a workbook: cover, notes, then one table a sheet. The only door to `rust_xlsxwriter`.
//!
//! Made for people who calculate on: numbers are numbers, days are days, no merged cells, no blank rows, tables with
//! names. Words are written as words, whatever they begin with. Pure: the same report gives the same bytes.

mod size;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Table, TableColumn, TableStyle, Url, Workbook, Worksheet,
    XlsxError,
};

use size::{column_width, fit, set_widths};

use super::report;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::turkish::fold;
use crate::view::{CellDoc, ColumnDoc, ColumnKind, FigureDoc, ReportDoc};

const COVER: &str = "Kapak";
const NOTES: &str = "Notlar";
const SYNTHETIC: &str = "Örnek veri: sayılar, sistemi sınamak için üretilmiş verilerden hesaplanmıştır; gerçek durumu göstermez.";

/// The row of a table's head: the figure's title and its period stand above.
const HEAD_ROW: u32 = 2;

/// Limits of the format (ECMA-376, part 1, 18.2.19 and Excel's own).
const SHEET_NAME_LETTERS: usize = 31;
const HEAD_LETTERS: usize = 255;
const CELL_LETTERS: usize = 32_767;

/// Widths of the columns of the cover and of the notes, in letters.
const COVER_WIDTHS: [u16; 2] = [22, 78];
const NOTE_WIDTHS: [u16; 3] = [34, 18, 90];

/// A4 in the format's list of papers.
const A4: u8 = 9;

/// The workbook of `report`; `place` names it in complaints. `None` when it cannot be written, with the reason in `diags`.
pub fn write(diags: &mut Diagnostics, report: &ReportDoc, place: &Place) -> Option<Vec<u8>> {
    match workbook(report) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            diags.push(Diagnostic::new(Code::REPORT_NOT_RENDERED, place.clone()).with("cause", error.to_string()));
            None
        }
    }
}

fn workbook(report: &ReportDoc) -> Result<Vec<u8>, XlsxError> {
    let figures = report::figures(report);
    let names = sheet_names(figures.iter().map(|figure| figure.title.as_str()));
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    cover(workbook.add_worksheet(), report, &figures, &names)?;
    notes(workbook.add_worksheet(), report, &figures)?;
    for (i, (figure, name)) in figures.iter().zip(&names).enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        figure_sheet(sheet, report, figure, i + 1)?;
    }
    workbook.save_to_buffer()
}

fn properties(report: &ReportDoc) -> Result<DocProperties, XlsxError> {
    let publisher = plain(report::publisher(report), HEAD_LETTERS);
    let day = report::created(report);
    let created = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs())?;
    Ok(DocProperties::new()
        .set_title(plain(report::title(report), HEAD_LETTERS))
        .set_author(publisher.clone())
        .set_company(publisher)
        .set_comment(if report.synthetic { SYNTHETIC } else { "" })
        .set_custom_property("Language", "tr-TR")
        .set_creation_datetime(&created))
}

fn cover(sheet: &mut Worksheet, report: &ReportDoc, figures: &[&Arc<FigureDoc>], names: &[String]) -> Result<(), XlsxError> {
    sheet.set_name(COVER)?;
    set_widths(sheet, &COVER_WIDTHS)?;
    sheet.write_string_with_format(0, 0, plain(report::title(report), CELL_LETTERS), &title_format())?;
    let periods: BTreeSet<&str> = figures.iter().filter_map(|figure| figure.period.as_deref()).collect();
    let mut lines = vec![("Yayımlayan", report::publisher_in_full(report))];
    lines.extend((periods.len() == 1).then(|| ("Dönem", periods.iter().copied().collect())));
    lines.extend(report.date.iter().map(|date| ("Tarih", date.long.clone())));
    lines.extend(report.summary.iter().map(|summary| ("Özet", summary.clone())));
    lines.extend(Some(("Adres", report.url.clone())).filter(|(_, url)| !url.is_empty()));
    lines.extend(report.synthetic.then(|| ("Uyarı", SYNTHETIC.to_owned())));
    let mut row = 1;
    for (label, words) in lines {
        words_at(sheet, row, 0, label, &label_format())?;
        words_at(sheet, row, 1, &words, &wrapped())?;
        fit(sheet, row, [label, &words].into_iter().zip(COVER_WIDTHS.map(f64::from)))?;
        row += 1;
    }
    let sheets = std::iter::once(("Notlar", "Yöntem, işaretler ve kaynaklar", NOTES)).map(|(l, t, n)| (l.to_owned(), t, n));
    let tables = figures.iter().zip(names).enumerate();
    let tables = tables.map(|(i, (figure, name))| (format!("Tablo {}", i + 1), figure.title.as_str(), name.as_str()));
    for (label, title, name) in sheets.chain(tables) {
        words_at(sheet, row, 0, &label, &label_format())?;
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(plain(title, HEAD_LETTERS));
        sheet.write_url(row, 1, link)?;
        row += 1;
    }
    on_paper(sheet, report);
    Ok(())
}

fn notes(sheet: &mut Worksheet, report: &ReportDoc, figures: &[&Arc<FigureDoc>]) -> Result<(), XlsxError> {
    sheet.set_name(NOTES)?;
    set_widths(sheet, &NOTE_WIDTHS)?;
    let mut lines: Vec<[String; 3]> = Vec::new();
    for (i, figure) in figures.iter().enumerate() {
        let about = format!("Tablo {}. {}", i + 1, figure.title);
        lines.extend(report::remarks(figure).into_iter().map(|(label, words)| [about.clone(), label.to_owned(), words]));
    }
    for (sign, meaning) in report::legend(report) {
        lines.push(["Bütün tablolar".to_owned(), format!("İşaret {sign}"), meaning]);
    }
    for source in &report.sources {
        let mark = if source.synthetic { " (örnek veri)" } else { "" };
        lines.push(["Bütün rapor".to_owned(), "Kaynak".to_owned(), format!("{}: {}{mark}", source.title, source.file)]);
    }
    if lines.is_empty() {
        lines.push(["Bütün rapor".to_owned(), "Not".to_owned(), "Not yoktur.".to_owned()]);
    }
    for (row, line) in (1u32..).zip(&lines) {
        for (column, words) in (0u16..).zip(line) {
            words_at(sheet, row, column, words, &wrapped())?;
        }
        fit(sheet, row, line.iter().map(String::as_str).zip(NOTE_WIDTHS.map(f64::from)))?;
    }
    let head = |head| TableColumn::new().set_header(head).set_header_format(head_format(ColumnKind::Text));
    let columns = ["Neyle ilgili", "Konu", "Açıklama"].map(head);
    sheet.add_table(0, 0, lines.len() as u32, 2, &table("Notlar", &columns))?;
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    on_paper(sheet, report);
    Ok(())
}

fn figure_sheet(sheet: &mut Worksheet, report: &ReportDoc, figure: &FigureDoc, number: usize) -> Result<(), XlsxError> {
    let mark = if figure.synthetic { " (örnek veri)" } else { "" };
    let title = format!("Tablo {number}. {}{mark}", figure.title);
    sheet.write_string_with_format(0, 0, plain(&title, CELL_LETTERS), &title_format())?;
    let period = figure.period.iter().fold(String::new(), |_, period| format!("Dönem: {period}. "));
    let signs: String = figure.signs().map(|(sign, meaning)| format!("{sign} {meaning}. ")).collect();
    words_at(sheet, 1, 0, &format!("{period}{signs}Yöntem ve kaynaklar: {NOTES} sayfası."), &Format::new().set_italic())?;

    let columns = &figure.table.columns;
    if columns.is_empty() {
        words_at(sheet, HEAD_ROW, 0, "Gösterilecek kayıt yok.", &Format::new())?;
        on_paper(sheet, report);
        return Ok(());
    }
    let widths: Vec<f64> = columns.iter().enumerate().map(|(index, column)| column_width(figure, index, column)).collect();
    let formats: Vec<(ColumnKind, Format)> = columns.iter().map(|column| (column.kind, value_format(column.kind))).collect();
    for (row, cells) in (HEAD_ROW + 1..).zip(&figure.table.rows) {
        for (((index, column), format), cell) in (0u16..).zip(columns).zip(&formats).zip(cells) {
            match figure.table.wordy && !column.kind.is_amount() {
                true => words_at(sheet, row, index, &cell.text, &wrapped())?,
                false => value_at(sheet, row, index, format, cell)?,
            }
        }
        if figure.table.wordy {
            fit(sheet, row, cells.iter().map(|cell| &*cell.text).zip(widths.iter().copied()))?;
        }
    }
    if figure.table.rows.is_empty() {
        words_at(sheet, HEAD_ROW + 1, 0, "Gösterilecek kayıt yok.", &Format::new())?;
    }
    for (index, width) in (0u16..).zip(&widths) {
        sheet.set_column_width(index, *width)?;
    }
    let heads: Vec<TableColumn> = heads(columns)
        .into_iter()
        .zip(columns)
        .map(|(head, column)| TableColumn::new().set_header(head).set_header_format(head_format(column.kind)))
        .collect();
    let last_row = HEAD_ROW + figure.table.rows.len().max(1) as u32;
    sheet.add_table(HEAD_ROW, 0, last_row, columns.len() as u16 - 1, &table(&format!("Tablo_{number}"), &heads))?;
    sheet.set_freeze_panes(HEAD_ROW + 1, 1)?.set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    if columns.len() > 7 {
        sheet.set_landscape();
    }
    on_paper(sheet, report);
    Ok(())
}

fn table(name: &str, columns: &[TableColumn]) -> Table {
    // Black on white with thin lines: every other style has too little contrast somewhere.
    Table::new().set_name(name).set_columns(columns).set_style(TableStyle::Light1).set_autofilter(false)
}

/// A cell with its machine value where it has one of its column's kind, with its words otherwise (`[c]`).
fn value_at(
    sheet: &mut Worksheet,
    row: u32,
    index: u16,
    (kind, format): &(ColumnKind, Format),
    cell: &CellDoc,
) -> Result<(), XlsxError> {
    let format = &match cell.marks {
        "" => Cow::Borrowed(format),
        _ => Cow::Owned(marked(format.clone(), *kind, &cell.beside())),
    };
    match kind {
        ColumnKind::Integer | ColumnKind::Decimal(_) | ColumnKind::Money => {
            if let Some(number) = number(&cell.value) {
                sheet.write_number_with_format(row, index, number, format)?;
                return Ok(());
            }
        }
        ColumnKind::Date => {
            if let Some(day) = day(&cell.value) {
                sheet.write_datetime_with_format(row, index, &day, format)?;
                return Ok(());
            }
        }
        ColumnKind::Text | ColumnKind::Month | ColumnKind::Year => {}
    }
    if cell.text.is_empty() { Ok(()) } else { words_at(sheet, row, index, &cell.text, format) }
}

/// A number that a cell holds without loss: at most 15 digits (IEEE 754 double).
fn number(value: &str) -> Option<f64> {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let plain = value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    if plain && (1..=15).contains(&digits) { value.parse().ok() } else { None }
}

/// A day of Excel's calendar: 1900 to 9999.
fn day(value: &str) -> Option<ExcelDateTime> {
    let day: jiff::civil::Date = value.parse().ok()?;
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// Writes words as words. Those that look like a formula get the mark that keeps them words when someone edits the cell.
fn words_at(sheet: &mut Worksheet, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    let words = plain(words, CELL_LETTERS);
    match words.starts_with(['=', '+', '-', '@']) {
        true => sheet.write_string_with_format(row, column, words, &format.clone().set_quote_prefix())?,
        false => sheet.write_string_with_format(row, column, words, format)?,
    };
    Ok(())
}

fn on_paper(sheet: &mut Worksheet, report: &ReportDoc) {
    let doubled = |text: &str| plain(text, 80).replace('&', "&&");
    let mark = if report.synthetic { "&RÖRNEK VERİ" } else { "" };
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_header(format!("&L{}{mark}", doubled(report::title(report))));
    sheet.set_footer(format!("&L{}&RSayfa &P / &N", doubled(report::publisher(report))));
}

/// Names of sheets: the titles without forbidden characters, short enough, each once.
fn sheet_names<'t>(titles: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut taken = BTreeSet::from([fold(COVER), fold(NOTES), fold("History")]);
    titles
        .map(|title| {
            let clean: String =
                plain(title, CELL_LETTERS).chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).collect();
            let words: Vec<&str> = clean.split_whitespace().collect();
            let base = if words.is_empty() { "Tablo".to_owned() } else { words.join(" ") };
            unique(&base, SHEET_NAME_LETTERS, &mut taken)
        })
        .collect()
}

/// Heads of columns: none empty, none twice.
fn heads(columns: &[ColumnDoc]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let head = |(i, column): (usize, &ColumnDoc)| {
        let title = plain(column.title.trim(), CELL_LETTERS).replace('\n', " ");
        let base = if title.is_empty() { format!("Sütun {}", i + 1) } else { title };
        unique(&base, HEAD_LETTERS, &mut taken)
    };
    columns.iter().enumerate().map(head).collect()
}

/// `base` cut to `limit` letters, with a number at its end where it is taken: Excel does not tell cases apart.
fn unique(base: &str, limit: usize, taken: &mut BTreeSet<String>) -> String {
    let mut name = cut(base, limit);
    let mut number = 2;
    while !taken.insert(fold(&name)) {
        let ending = format!(" ({number})");
        name = format!("{}{ending}", cut(base, limit - ending.len()));
        number += 1;
    }
    name
}

/// At most `limit` UTF-16 units of `text`, as Excel counts.
fn cut(text: &str, limit: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= limit
    };
    text.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

/// Text without control characters other than line breaks, cut to what a cell holds.
fn plain(text: &str, limit: usize) -> String {
    let shown = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    let kept = text.chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    let mut units = 0;
    kept.map(shown)
        .take_while(|c| {
            units += c.len_utf16();
            units <= limit
        })
        .collect()
}

fn value_format(kind: ColumnKind) -> Format {
    // Built-in signs: Excel shows `,` and `.` as the reader's own language writes them.
    let number = |code: &str| Format::new().set_num_format(code).set_align(FormatAlign::Right);
    match kind {
        ColumnKind::Text | ColumnKind::Month | ColumnKind::Year => Format::new(),
        ColumnKind::Integer => number("#,##0"),
        ColumnKind::Decimal(0) => number("#,##0"),
        ColumnKind::Decimal(places) => number(&format!("#,##0.{}", "0".repeat(usize::from(places)))),
        ColumnKind::Money => number("#,##0.00"),
        ColumnKind::Date => Format::new().set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left),
    }
}

/// With the marks beside its number: the cell stays a number to calculate with.
fn marked(format: Format, kind: ColumnKind, marks: &str) -> Format {
    let code = match kind {
        _ if marks.is_empty() => return format,
        ColumnKind::Integer | ColumnKind::Decimal(0) => "#,##0".to_owned(),
        ColumnKind::Decimal(places) => format!("#,##0.{}", "0".repeat(usize::from(places))),
        ColumnKind::Money => "#,##0.00".to_owned(),
        ColumnKind::Text | ColumnKind::Month | ColumnKind::Year | ColumnKind::Date => return format,
    };
    format.set_num_format(format!("{code}\" {marks}\""))
}

fn head_format(kind: ColumnKind) -> Format {
    let align = match kind {
        kind if kind.is_amount() => FormatAlign::Right,
        _ => FormatAlign::Left,
    };
    // The line is for programs that do not draw the style of a table.
    Format::new().set_bold().set_align(align).set_border_bottom(FormatBorder::Thin)
}

fn title_format() -> Format {
    Format::new().set_bold().set_font_size(14)
}

fn label_format() -> Format {
    Format::new().set_bold().set_align(FormatAlign::Top)
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

#[cfg(test)]
mod tests;
