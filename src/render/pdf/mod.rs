//! A report as a tagged PDF: PDF/UA-1 and PDF/A-2a in one file. With `render::card` and the `desk` they share the only door to Typst.
//!
//! The template `rapor.typ` is the program's; a report reaches it as a virtual JSON file of values, so nothing a report
//! says is ever read as markup. The same report gives the same bytes on every machine, thread and path.

mod data;
pub(super) mod letters;
mod nodes;
mod prose;
#[cfg(test)]
mod tests;
mod width;

use std::sync::LazyLock;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::Source;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use data::Seen;

use super::desk::{self, Desk};
use super::report;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::view::ReportDoc;

/// How many reports a result of Typst's own memo outlives.
const MEMO_AGE: usize = 4;

/// The PDF of `report`, with the pictures as they are `seen`; `place` names it in complaints. `None` when it cannot be set,
/// with the reason in `diags`.
///
/// May be called from many threads at once.
pub fn write(diags: &mut Diagnostics, report: &ReportDoc, seen: Seen<'_>, place: &Place) -> Option<Vec<u8>> {
    let mut reader = data::Reader::new(report, seen);
    let data = reader.read();
    let charts: Vec<String> = std::mem::take(&mut reader.charts).iter().map(|svg| reader.letters.printable(svg)).collect();
    let missing: Vec<String> = reader.letters.missing().map(|c| format!("{c} (U+{:04X})", c as u32)).collect();
    if !missing.is_empty() {
        diags.push(Diagnostic::new(Code::REPORT_LETTERS, place.clone()).with("letters", missing.join(", ")));
    }
    let json = serde_json::to_vec(&data).expect("strings, numbers and lists are always JSON");
    let charts = charts.into_iter().enumerate().map(|(number, svg)| (chart_path(number), Bytes::from_string(svg)));
    let pictures = reader.pictures.into_iter().map(|(file, bytes)| (file, Bytes::new(bytes)));
    let data = ("/veri.json".to_owned(), Bytes::new(json));
    let desk = Desk::new(&TEMPLATE, charts.chain(pictures).chain([data]));
    let pdf = compile(&desk, report);
    typst::comemo::evict(MEMO_AGE);
    match pdf {
        Ok((pdf, warnings)) => {
            let of = |w| complaint(Code::REPORT_LAYOUT, w, place);
            diags.extend(warnings.iter().map(of));
            Some(pdf)
        }
        Err(errors) => {
            diags.extend(errors.iter().map(|error| complaint(Code::REPORT_NOT_RENDERED, error, place)));
            None
        }
    }
}

fn complaint(code: Code, cause: &SourceDiagnostic, place: &Place) -> Diagnostic {
    let words: Vec<&str> =
        std::iter::once(cause.message.as_str()).chain(cause.hints.iter().map(|hint| hint.v.as_str())).collect();
    Diagnostic::new(code, place.clone()).with("cause", words.join("; "))
}

type Complaints = Vec<SourceDiagnostic>;

fn compile(desk: &Desk, report: &ReportDoc) -> Result<(Vec<u8>, Complaints), Complaints> {
    let compiled = typst::compile::<PagedDocument>(desk);
    let document = compiled.output.map_err(Vec::from_iter)?;
    let pdf = typst_pdf::pdf(&document, &options(report)).map_err(Vec::from_iter)?;
    Ok((pdf, compiled.warnings.into_iter().collect()))
}

fn options(report: &ReportDoc) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("the two standards go together");
    let day = report::created(report);
    PdfOptions {
        // The report's address stays the same when its numbers are corrected, as an identifier should.
        ident: Smart::Custom(format!("{}\n{}\n{}", report::publisher(report), report.url, report.title)),
        creator: Smart::Custom(None),
        timestamp: Datetime::from_ymd(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
            .map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    }
}

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| desk::template("/rapor.typ", include_str!("rapor.typ")));

/// The name of a chart's virtual file.
fn chart_path(number: usize) -> String {
    format!("/grafik-{number}.svg")
}
