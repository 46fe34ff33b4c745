//! The open data of a site as documents: packages of tables, each table in every format, and the catalogue of them all.
//! What they say; how each standard writes it down is `render`'s.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::{DateDoc, DownloadDoc, FigureDoc, LinkDoc, SourceDoc};

/// A form a table is given away in (veri biçimi).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DataFormat {
    /// For machines: UTF-8, `,`, decimal point, ISO dates.
    Csv,
    /// For a spreadsheet in Turkish: byte order mark, `;`, decimal comma.
    ExcelCsv,
    /// JSON: types, signs and notes with the numbers.
    Json,
    /// A workbook: cover, notes, table.
    Xlsx,
}

impl DataFormat {
    /// All of them, in the order they are offered.
    pub const ALL: [DataFormat; 4] = [DataFormat::Csv, DataFormat::ExcelCsv, DataFormat::Json, DataFormat::Xlsx];

    /// What its files' names end with, after a point.
    pub fn ending(self) -> &'static str {
        match self {
            DataFormat::Csv => "csv",
            DataFormat::ExcelCsv => "excel.csv",
            DataFormat::Json => "json",
            DataFormat::Xlsx => "xlsx",
        }
    }

    /// What readers know it as.
    pub fn title(self) -> &'static str {
        match self {
            DataFormat::Csv => "CSV",
            DataFormat::ExcelCsv => "CSV (Excel)",
            DataFormat::Json => "JSON",
            DataFormat::Xlsx => "XLSX",
        }
    }

    /// Its media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            DataFormat::Csv | DataFormat::ExcelCsv => "text/csv",
            DataFormat::Json => "application/json",
            DataFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// Its name in the file type list of the EU's Publications Office, which DCAT-AP asks for.
    pub fn file_type(self) -> &'static str {
        match self {
            DataFormat::Csv | DataFormat::ExcelCsv => "CSV",
            DataFormat::Json => "JSON",
            DataFormat::Xlsx => "XLSX",
        }
    }
}

/// Everything a site gives away as data (veri kataloğu).
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub struct CatalogueDoc {
    /// Who publishes: `Çaycuma Belediyesi`.
    pub publisher: String,
    /// Absolute address of the site, without a slash at the end.
    pub base_url: String,
    /// Language of the words: `tr`.
    pub lang: String,
    /// The place it is about: `Çaycuma, Zonguldak`.
    pub place: Option<String>,
    /// Address for questions, where the municipality has one.
    pub email: Option<String>,
    /// The licence; `None` while nobody has decided.
    pub licence: Option<LicenceDoc>,
    /// The page that lists it all, from the root of the site.
    pub page: String,
    /// The packages, by name.
    pub packages: Vec<PackageDoc>,
    /// The list of subjects as Open311 services, where the site has one.
    pub services: Option<Arc<FigureDoc>>,
}

/// Under which terms data may be used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LicenceDoc {
    /// Short name: `CC-BY-4.0`.
    pub name: String,
    /// Name in words.
    pub title: String,
    /// Its text.
    pub url: String,
}

/// The tables made from one dataset (veri paketi), in a folder of their own below `/veri/`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct PackageDoc {
    /// Its folder: ASCII.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Where its numbers come from.
    pub sources: Vec<SourceDoc>,
    /// True when any of it is made up.
    pub synthetic: bool,
    /// Its tables, by id.
    pub tables: Vec<DatasetDoc>,
}

impl PackageDoc {
    /// Address of the folder from the root of the site, with a slash at the end.
    pub fn url(&self) -> String {
        format!("/veri/{}/", self.name)
    }

    /// The newest change of its tables.
    pub fn updated(&self) -> Option<&DateDoc> {
        self.tables.iter().filter_map(|t| t.updated.as_ref()).max_by(|a, b| a.iso.cmp(&b.iso))
    }
}

/// A table that is given away (veri kümesi).
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct DatasetDoc {
    /// The table with its notes.
    pub figure: Arc<FigureDoc>,
    /// Last change in substance: that of the newest page that shows it.
    pub updated: Option<DateDoc>,
    /// The first page that shows it.
    pub page: Option<LinkDoc>,
}

impl DatasetDoc {
    /// Address of its file in `format`, from the root of the site.
    pub fn url(&self, format: DataFormat) -> String {
        format!("{}.{}", self.figure.data.as_deref().unwrap_or_default(), format.ending())
    }

    /// The file's name.
    pub fn file_name(&self, format: DataFormat) -> String {
        let url = self.url(format);
        url.rsplit('/').next().unwrap_or_default().to_owned()
    }
}

/// The catalogue as a page lists it.
#[derive(Debug, Hash, JsonSchema, Serialize)]
pub struct DataListDoc {
    /// The licence; absent while nobody has decided.
    pub licence: Option<LinkDoc>,
    /// The catalogue for machines, and the vocabulary.
    pub files: Vec<DownloadDoc>,
    /// The packages.
    pub packages: Vec<DataGroupDoc>,
}

/// A package as a page lists it.
#[derive(Debug, Hash, JsonSchema, Serialize)]
pub struct DataGroupDoc {
    /// What it is called.
    pub title: String,
    /// An anchor for it.
    pub id: String,
    /// True when any of it is made up.
    pub synthetic: bool,
    /// Files about the whole package.
    pub files: Vec<DownloadDoc>,
    /// Its tables.
    pub tables: Vec<DataItemDoc>,
}

/// A table as a page lists it.
#[derive(Debug, Hash, JsonSchema, Serialize)]
pub struct DataItemDoc {
    /// What it shows.
    pub title: String,
    /// The page that shows it.
    pub page: Option<String>,
    /// The period its numbers cover.
    pub period: Option<String>,
    /// Last change.
    pub updated: Option<DateDoc>,
    /// Its files.
    pub files: Vec<DownloadDoc>,
}

impl DataListDoc {
    /// Every file of the list, so that each can be told its size when it is known.
    pub fn files_mut(&mut self) -> impl Iterator<Item = &mut DownloadDoc> {
        let packages =
            self.packages.iter_mut().flat_map(|p| p.files.iter_mut().chain(p.tables.iter_mut().flat_map(|t| &mut t.files)));
        self.files.iter_mut().chain(packages)
    }
}
