//! The legal tables of services as figures: shown, given away and printed like any other, and what a service's page tells
//! programs about it (schema.org GovernmentService). What the columns are is the model's to say. The tables are Turkish on
//! pages in any language: their words are those of a regulation.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::{FigureTrouble, Figures, NumberDoc, Row};
use super::{CellDoc, ColumnDoc, ColumnKind, FigureDoc, LinkDoc, SourceDoc, TableDoc, Tongue};
use crate::language::Language;
use crate::model::service::{Column, FOLDER, Service, Services, Table, cell};

/// What stands in a cell that nobody has filled.
const EMPTY: &str = "–";

/// Figures, and the legal tables beside them.
pub struct WithTables<'f> {
    figures: &'f dyn Figures,
    services: &'f Services,
    /// Whether the tables are given away as files.
    has_files: bool,
    whole: BTreeMap<&'static str, Arc<FigureDoc>>,
}

impl<'f> WithTables<'f> {
    /// `figures` with the tables of `services`, where there are any.
    pub fn new(figures: &'f dyn Figures, services: &'f Services, has_files: bool) -> WithTables<'f> {
        let mut all = WithTables { figures, services, has_files, whole: BTreeMap::new() };
        if !services.all.is_empty() {
            all.whole = Table::ALL.map(|table| (table.id(), Arc::new(all.table(table, None)))).into_iter().collect();
        }
        all
    }

    fn table(&self, table: Table, unit: Option<&str>) -> FigureDoc {
        let services = self.services.all.iter().filter(|service| unit.is_none_or(|unit| *service.unit == *unit));
        let rows: Vec<Vec<CellDoc>> = services.zip(1..).map(|(service, n)| self.row(table, service, n)).collect();
        let columns = table.columns().iter().map(|column| ColumnDoc {
            name: column.name().to_owned(),
            title: table.head(*column).to_owned(),
            kind: kind(*column),
        });
        let name = unit.and_then(|unit| self.services.all.iter().find(|service| *service.unit == *unit)).map(|s| &s.unit_name);
        let empty = rows.iter().flatten().any(|cell| &*cell.text == EMPTY);
        FigureDoc {
            id: unit.map_or_else(|| table.id().into(), |unit| format!("{}-{unit}", table.id()).into()),
            title: name.map_or_else(|| table.title().to_owned(), |name| format!("{}: {name}", table.title())),
            chart: None,
            table: TableDoc::of_words(columns.collect(), rows, Column::Name.name()),
            marks: Vec::new(),
            method: table.basis().to_owned(),
            period: None,
            n: None,
            disclosure: None,
            legend: empty.then(|| (EMPTY.to_owned(), "henüz girilmedi".to_owned())).into_iter().collect(),
            sources: vec![format!("{FOLDER}/")],
            data: self.has_files.then(|| format!("/veri/hizmetler/{}", table.id())),
            synthetic: false,
        }
    }

    fn row(&self, table: Table, service: &Service, number: usize) -> Vec<CellDoc> {
        let cells = table.columns().iter().map(|column| {
            let lines = match column {
                Column::Number => Some(vec![number.to_string()]),
                Column::Institution => self.services.institution.clone().map(|code| vec![code]),
                column => cell(service, *column),
            };
            let url = service.url.clone().filter(|_| *column == Column::Name);
            match lines {
                Some(lines) => {
                    CellDoc { text: lines.join("\n").into(), value: lines.join("; ").into(), marks: "", range: None, url }
                }
                None => CellDoc { text: EMPTY.into(), value: "".into(), marks: "", range: None, url },
            }
        });
        cells.collect()
    }
}

fn kind(column: Column) -> ColumnKind {
    match column {
        Column::Number | Column::Yearly => ColumnKind::Integer,
        _ => ColumnKind::Text,
    }
}

impl Figures for WithTables<'_> {
    fn rows(&self, id: &str) -> Option<Vec<Row>> {
        self.figures.rows(id)
    }

    fn may_come(&self, id: &str, placeholder: &str, slug: &str) -> bool {
        self.figures.may_come(id, placeholder, slug)
    }

    fn is_closed(&self, id: &str) -> bool {
        self.figures.is_closed(id)
    }

    fn figure(&self, id: &str, slice: &[(&str, &str)]) -> Result<Arc<FigureDoc>, FigureTrouble> {
        let Some(whole) = self.whole.get(id) else { return self.figures.figure(id, slice) };
        let table = Table::ALL.into_iter().find(|table| table.id() == id);
        match (slice, table) {
            ([], _) | (_, None) => Ok(Arc::clone(whole)),
            ([("birim", unit)], Some(table)) if self.services.all.iter().any(|service| *service.unit == **unit) => {
                Ok(Arc::new(self.table(table, Some(unit))))
            }
            ([("birim", unit), ..], _) => {
                let (id, column, value) = (id.to_owned(), "birim".to_owned(), (*unit).to_owned());
                Err(FigureTrouble::NoSuchRow { id, column, value })
            }
            ([(column, _), ..], _) => Err(FigureTrouble::UnknownColumn {
                id: id.to_owned(),
                column: (*column).to_owned(),
                known: vec!["birim".to_owned()],
            }),
        }
    }

    fn number(&self, id: &str, slice: &[(&str, &str)], column: Option<&str>) -> Result<NumberDoc, FigureTrouble> {
        match self.whole.get(id) {
            Some(whole) => Err(FigureTrouble::NotOneNumber { id: id.to_owned(), rows: whole.table.rows.len(), columns: 1 }),
            None => self.figures.number(id, slice, column),
        }
    }

    fn sources(&self, id: &str) -> Vec<SourceDoc> {
        match self.whole.contains_key(id) {
            true => vec![SourceDoc { title: "Hizmetler".to_owned(), file: format!("{FOLDER}/"), synthetic: false }],
            false => self.figures.sources(id),
        }
    }
}

/// What a service's page tells programs about it (schema.org GovernmentService).
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct ServiceDoc {
    /// Its name.
    pub name: String,
    /// Name of the unit that gives it.
    pub unit: String,
    /// Who may ask for it.
    pub who: Option<String>,
    /// How one asks: words, and the address where there is one.
    pub channels: Vec<LinkDoc>,
    /// How long it takes (ISO 8601), where clocks and calendars alone decide.
    pub time: Option<String>,
    /// True where it costs nothing.
    pub free: bool,
}

impl ServiceDoc {
    /// What programs are told of `service` on a page in `language`; nothing of one that is made up.
    pub fn of(service: &Service, tongue: Tongue<'_>, language: Language) -> Option<ServiceDoc> {
        let link = |channel: &crate::model::service::Channel| LinkDoc {
            title: tongue.say(language, channel.kind.key()),
            url: channel.link.as_ref().map(|link| link.url.clone()).unwrap_or_default(),
        };
        (!service.sample).then(|| ServiceDoc {
            name: service.name.clone(),
            unit: service.unit_name.clone(),
            // Turkish words, which would say of themselves that they are of the page's language.
            who: service.who.clone().filter(|_| language.is_turkish()),
            channels: service.channels.iter().map(link).collect(),
            time: service.time.as_ref().and_then(|time| time.iso()),
            free: service.fee == Some(crate::model::service::Fee::Free),
        })
    }
}
