//! From a finished report to the tree the template walks. Decides what Typst cannot know: heading levels without gaps,
//! where the numbers of a chart stand, how large a table is set. Not a layout: that is `rapor.typ`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::letters::Letters;
use super::nodes::{Chart, Column, Data, DataTable, Node, Picture, Source, Word};
use super::{prose, width};
use crate::prose::{Inline, plain_text};
use crate::render::{report, svg};
use crate::view::chart::ChartDoc;
use crate::view::{CellDoc, FigureDoc, Mention, PictureDoc, ReportDoc, ReportKind, Shown};

/// The numbers of a chart are printed up to this many rows; longer ones are left to the workbook.
const APPENDIX_ROWS: usize = 120;

/// From this many headings on, the first page lists them.
const CONTENTS_FROM: usize = 4;

/// A table of at most this many rows is kept on one page.
const WHOLE_ROWS: usize = 15;

/// A cell longer than this may take several lines.
const SHORT_CELL: usize = 60;

/// Letters of the title that fit at the top of a page.
const RUNNING_LETTERS: usize = 80;

/// The bytes of a picture as it is printed, in its last format; `None` where there are none.
pub type Seen<'s> = &'s dyn Fn(&PictureDoc) -> Option<Vec<u8>>;

/// Reads a report into the template's tree and the charts and pictures it names.
pub struct Reader<'r> {
    /// The report.
    pub report: &'r ReportDoc,
    /// What can be printed.
    pub letters: Letters,
    /// The charts, in the order of their files.
    pub charts: Vec<String>,
    /// The pictures, with the names of their files.
    pub pictures: Vec<(String, Vec<u8>)>,
    seen: Seen<'r>,
    /// Level of the heading before, to leave no gap.
    pub heading_before: u8,
    /// What the report's highest heading is written as.
    pub heading_base: u8,
    headings: usize,
    /// Figures with a table in the text, by id: number of its label and how often that was used so far.
    in_text: BTreeMap<Arc<str>, (usize, usize)>,
    /// Figures whose table waits for the appendix.
    waiting: Vec<Arc<FigureDoc>>,
}

impl<'r> Reader<'r> {
    /// Looks ahead: which headings and tables there are.
    pub fn new(report: &'r ReportDoc, seen: Seen<'r>) -> Self {
        let mut in_text = BTreeMap::new();
        report::each_figure(&report.prose.blocks, &mut |link| {
            if let Some(Shown::Figure(mention, figure)) = report::shown(&report.prose, link)
                && (*mention == Mention::Table || figure.chart.is_none())
            {
                let next = in_text.len();
                in_text.entry(Arc::clone(&figure.id)).or_insert((next, 0));
            }
        });
        Reader {
            report,
            letters: Letters::default(),
            charts: Vec::new(),
            pictures: Vec::new(),
            seen,
            heading_before: 0,
            heading_base: report.prose.headings().map(|h| h.level).min().unwrap_or(1),
            headings: report.prose.headings().filter(|h| !plain_text(&h.content).trim().is_empty()).count(),
            in_text,
            waiting: Vec::new(),
        }
    }

    /// The whole report.
    pub fn read(&mut self) -> Data {
        let report = self.report;
        let body = prose::blocks(self, &report.prose.blocks);
        let notes = prose::footnotes(self, &report.prose.blocks);
        let waiting = std::mem::take(&mut self.waiting);
        let appendix = waiting.iter().enumerate().map(|(place, figure)| self.appendix_table(place, figure)).collect();
        let letters = &mut self.letters;
        let title = letters.printable(report::title(report));
        let author = letters.printable(report::publisher(report));
        Data {
            running_title: shorten(&title, RUNNING_LETTERS),
            running_publisher: report.date.iter().fold(author.clone(), |name, date| format!("{name} · {}", date.long)),
            title,
            author,
            publisher: letters.breakable(&report::publisher_in_full(report)),
            summary: report.summary.as_deref().map(|text| letters.breakable(text)),
            letterhead: report.letterhead.iter().map(|line| letters.breakable(line)).collect(),
            url: letters.breakable(&report.url),
            date: report.date.as_ref().map(|date| letters.printable(&date.long)),
            synthetic: report.synthetic,
            contents: self.headings >= CONTENTS_FROM,
            body,
            appendix,
            notes,
            legend: report::legend(report).iter().map(|(s, m)| (letters.printable(s), letters.breakable(m))).collect(),
            about: match report.kind {
                ReportKind::Report => "Rapor hakkında",
                ReportKind::Regulation => "Metin hakkında",
            },
            sources: report
                .sources
                .iter()
                .map(|source| Source {
                    title: letters.breakable(&source.title),
                    file: letters.breakable(&source.file),
                    synthetic: source.synthetic,
                })
                .collect(),
        }
    }

    /// A picture with the line below it; `None` where its file cannot be printed.
    pub fn picture(&mut self, doc: &PictureDoc, alt: &str, caption: Option<&str>) -> Option<Node> {
        let bytes = (self.seen)(doc)?;
        let file = format!("/resim-{}.{}", self.pictures.len(), doc.last.ending());
        self.pictures.push((file.clone(), bytes));
        let alt = (!alt.is_empty()).then(|| self.letters.printable(alt));
        let caption = caption.map(|words| self.letters.breakable(words));
        Some(Node::Picture(Picture { file, alt, width: doc.width(), caption }))
    }

    /// A figure at the place where it is mentioned.
    pub fn figure(&mut self, mention: Mention, figure: &Arc<FigureDoc>, caption: &[Inline]) -> Node {
        let caption = self.caption(figure, caption);
        match (&figure.chart, mention) {
            (Some(chart), Mention::Chart) => self.chart(figure, chart, caption),
            _ => {
                let used = self.in_text.get_mut(&figure.id).expect("every table of the text was met when looking ahead");
                let label = match used.1 {
                    0 => format!("tablo-{}", used.0),
                    again => format!("tablo-{}-{again}", used.0),
                };
                used.1 += 1;
                let remarks = self.remarks(figure);
                self.table(figure, label, caption, remarks)
            }
        }
    }

    fn chart(&mut self, figure: &Arc<FigureDoc>, chart: &ChartDoc, caption: Vec<Word>) -> Node {
        let number = self.charts.len();
        self.charts.push(svg::print(chart, super::letters::FAMILY));
        let mut remarks = self.remarks(figure);
        let numbers = match self.in_text.get(&figure.id) {
            Some((label, _)) => Some(format!("tablo-{label}")),
            None if figure.table.rows.len() <= APPENDIX_ROWS => Some(self.wait(figure)),
            None => {
                remarks.push(("Sayılar", "raporun çalışma kitabında (XLSX)".to_owned()));
                None
            }
        };
        Node::Chart(Chart {
            file: super::chart_path(number),
            alt: self.letters.printable(&chart.description),
            caption,
            remarks,
            numbers,
        })
    }

    /// The label of the figure's table in the appendix, where it is put when it does not wait there yet.
    fn wait(&mut self, figure: &Arc<FigureDoc>) -> String {
        let place = self.waiting.iter().position(|other| other.id == figure.id).unwrap_or_else(|| {
            self.waiting.push(Arc::clone(figure));
            self.waiting.len() - 1
        });
        appendix_label(place)
    }

    fn appendix_table(&mut self, place: usize, figure: &FigureDoc) -> Node {
        let caption = self.caption(figure, &[]);
        // The remarks stand beside the chart already.
        self.table(figure, appendix_label(place), caption, Vec::new())
    }

    fn table(&mut self, figure: &FigureDoc, label: String, caption: Vec<Word>, remarks: Remarks) -> Node {
        // Every row as long as the head, or the cells after it would slide into other columns.
        let places = 0..figure.table.columns.len();
        let row = |cells: &Vec<CellDoc>, letters: &mut Letters| -> Vec<String> {
            places.clone().map(|i| cells.get(i).map(|cell| letters.breakable(&cell.marked())).unwrap_or_default()).collect()
        };
        let rows: Vec<Vec<String>> = figure.table.rows.iter().map(|cells| row(cells, &mut self.letters)).collect();
        let columns: Vec<Column> = figure
            .table
            .columns
            .iter()
            .map(|column| Column { title: self.letters.breakable(&column.title), end: column.kind.is_amount() })
            .collect();
        let setting = width::setting(&columns, &rows);
        let table = Node::Data(DataTable {
            label,
            caption,
            whole: rows.len() <= WHOLE_ROWS && rows.iter().flatten().all(|cell| cell.len() <= SHORT_CELL),
            columns,
            rows,
            size: setting.size,
            remarks,
            numbers: None,
        });
        if setting.landscape { Node::Landscape { c: vec![table] } } else { table }
    }

    fn caption(&mut self, figure: &FigureDoc, own: &[Inline]) -> Vec<Word> {
        let mut words = prose::words(self, own);
        if plain_text(own).trim().is_empty() {
            words = vec![Word::Text(self.letters.breakable(&figure.title))];
        }
        if figure.synthetic {
            words.push(Word::Text(" (örnek veri)".to_owned()));
        }
        words
    }

    fn remarks(&mut self, figure: &FigureDoc) -> Remarks {
        report::remarks(figure).into_iter().map(|(label, words)| (label, self.letters.breakable(&words))).collect()
    }
}

/// Labels with their words.
type Remarks = Vec<(&'static str, String)>;

fn appendix_label(place: usize) -> String {
    format!("sayilar-{place}")
}

/// `text`, cut at a letter with an ellipsis where it is longer than `letters`.
fn shorten(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
