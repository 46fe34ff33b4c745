//! Which tables a site gives away, where their files lie, and the list of them all. Whatever some page shows is given
//! away with it, and nothing else: a table nobody can look at would only be one more to guard.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::instance::Instance;
use super::{Desk, inside, meta};
use crate::diag::{Diagnostics, Place};
use crate::model::content::Link;
use crate::prose::{Block, LinkId, Prose};
use crate::view::figures::{FigureTrouble, Figures, package_of};
use crate::view::open_data::{
    CatalogueDoc, DataFormat, DataGroupDoc, DataItemDoc, DataListDoc, DatasetDoc, LicenceDoc, PackageDoc,
};
use crate::view::{
    Audience, Body, DateDoc, Document, DownloadDoc, FigureDoc, LinkDoc, Mention, ReportDoc, ReportKind, Shown, SourceDoc,
};

/// Where the catalogue for machines lies.
pub(super) const CATALOGUE: &str = "/veri/katalog.jsonld";
/// Where the subjects lie as Open311 services (GeoReport v2: `services.json`).
pub(super) const SERVICES: &str = "/veri/open311/services.json";

/// The tables that pages show, by package.
pub(super) fn catalogue(diag: &mut Diagnostics, desk: &Desk<'_>, instances: &[Instance<'_>]) -> Arc<CatalogueDoc> {
    let site = desk.input.site;
    let figures = desk.input.figures;
    let mut packages: BTreeMap<String, PackageDoc> = BTreeMap::new();
    for (id, shown) in shown(instances) {
        let Ok(figure) = figures.figure(id, &[]) else { continue };
        if figure.data.is_none() {
            continue;
        }
        let sources = figures.sources(id);
        let name = package_of(sources.iter().map(|s| s.file.as_str())).to_owned();
        let package = packages.entry(name.clone()).or_insert_with(|| PackageDoc {
            title: title_of(&name, &sources).unwrap_or_else(|| name.clone()),
            name,
            sources: Vec::new(),
            synthetic: false,
            tables: Vec::new(),
        });
        package.synthetic |= figure.synthetic;
        for source in sources {
            if !package.sources.contains(&source) {
                package.sources.push(source);
            }
        }
        package.tables.push(DatasetDoc { figure, updated: shown.updated, page: shown.page });
    }
    let services = site.open_data.services.as_deref().filter(|_| desk.audience == "public");
    let services = services.and_then(|id| subjects(diag, figures, id));
    Arc::new(CatalogueDoc {
        publisher: site.municipality.name.clone(),
        base_url: site.base_url.clone(),
        lang: site.language.to_string(),
        place: site.municipality.place(),
        email: site.municipality.email.clone(),
        licence: site.open_data.licence.as_ref().map(|l| LicenceDoc {
            name: l.name.clone(),
            title: l.title.clone().unwrap_or_else(|| l.name.clone()),
            url: l.url.clone(),
        }),
        page: instances.iter().find(|i| i.page.syntax.front.catalogue).map_or("/".to_owned(), |i| i.address.to_string()),
        packages: packages.into_values().collect(),
        services,
    })
}

/// The figure whose rows are the tree of subjects, where it is one.
fn subjects(diag: &mut Diagnostics, figures: &dyn Figures, id: &str) -> Option<Arc<FigureDoc>> {
    let trouble = match figures.figure(id, &[]) {
        Ok(figure) => {
            let known: Vec<String> = figure.table.columns.iter().map(|c| c.name.clone()).collect();
            match ["konu", "alt_konu"].iter().find(|name| !known.iter().any(|k| k == *name)) {
                None => return Some(figure),
                Some(column) => FigureTrouble::UnknownColumn { id: id.to_owned(), column: (*column).to_owned(), known },
            }
        }
        Err(trouble) => trouble,
    };
    diag.push(trouble.complaint(Place::file(crate::parse::site::FILE).field("services")));
    None
}

/// The title of the source whose folder is `name`.
fn title_of(name: &str, sources: &[SourceDoc]) -> Option<String> {
    let own = sources.iter().find(|s| s.file.strip_prefix("data/").is_some_and(|f| f.starts_with(&format!("{name}/"))));
    own.or(sources.first()).map(|s| s.title.clone())
}

/// What the pages that show a figure say about it.
struct Showing {
    updated: Option<DateDoc>,
    page: Option<LinkDoc>,
}

/// The figures that pages show, each once, with the newest date and the first page among those that show it.
fn shown<'v>(instances: &[Instance<'v>]) -> BTreeMap<&'v str, Showing> {
    let mut shown: BTreeMap<&str, Showing> = BTreeMap::new();
    // What is true of one row's page is true of all of them.
    for instance in instances.iter().filter(|i| i.first) {
        let front = &instance.page.syntax.front;
        let mentions = instance.page.body.links.iter().filter_map(|link| match link {
            Link::Figure(mention) => Some(mention),
            _ => None,
        });
        for mention in mentions {
            let updated = front.updated.or(front.date).map(|d| meta::date(d.0));
            let entry = shown.entry(&mention.id).or_insert(Showing { updated: None, page: None });
            if updated.as_ref().map(|d| &d.iso) > entry.updated.as_ref().map(|d| &d.iso) {
                entry.updated = updated;
            }
            // A slice is a part of the table; the page that shows the whole is the better one to look at.
            if entry.page.is_none() && instance.row.is_none() {
                entry.page = Some(LinkDoc { title: front.title.clone(), url: instance.address.to_string() });
            }
        }
    }
    shown
}

/// The files of all tables; for citizens also what describes them.
pub(super) fn documents<A: Audience>(desk: &Desk<'_>, catalogue: &Arc<CatalogueDoc>) -> Vec<Document<A>> {
    let mut documents = Vec::new();
    let described = desk.audience == "public";
    for (number, package) in catalogue.packages.iter().enumerate() {
        for (place, table) in package.tables.iter().enumerate() {
            for format in DataFormat::ALL {
                let figure = Arc::clone(&table.figure);
                let body = match format {
                    DataFormat::Csv => Body::Csv(figure),
                    DataFormat::ExcelCsv => Body::ExcelCsv(figure),
                    DataFormat::Json => Body::TableJson(figure),
                    DataFormat::Xlsx => Body::Xlsx(workbook(catalogue, table)),
                };
                documents.push(Document::new(inside(&table.url(format)), body));
            }
            if described {
                let path = format!("{}-metadata.json", inside(&table.url(DataFormat::Csv)));
                documents.push(Document::new(path, Body::CsvMetadata(Arc::clone(catalogue), number, place)));
            }
        }
        if described {
            let path = format!("{}datapackage.json", inside(&package.url()));
            documents.push(Document::new(path, Body::DataPackage(Arc::clone(catalogue), number)));
        }
    }
    if described && !catalogue.packages.is_empty() {
        documents.push(Document::new(inside(CATALOGUE), Body::Catalogue(Arc::clone(catalogue))));
    }
    if let Some(services) = &catalogue.services {
        documents.push(Document::new(inside(SERVICES), Body::Services(Arc::clone(services))));
    }
    documents
}

/// A table as a workbook of its own.
fn workbook(catalogue: &CatalogueDoc, table: &DatasetDoc) -> Arc<ReportDoc> {
    let figure = &table.figure;
    let mention = Block::Figure { link: LinkId(0), caption: Vec::new() };
    let prose = Prose { blocks: vec![mention].into(), links: vec![Shown::Figure(Mention::Table, Arc::clone(figure))].into() };
    Arc::new(ReportDoc {
        kind: ReportKind::Report,
        letterhead: vec![catalogue.publisher.clone()],
        title: figure.title.clone(),
        summary: None,
        url: table.page.as_ref().map(|p| p.url.clone()).unwrap_or_default(),
        date: table.updated.clone(),
        synthetic: figure.synthetic,
        prose,
        sources: Vec::new(),
    })
}

/// The catalogue as a page lists it.
pub(super) fn list(catalogue: &CatalogueDoc) -> DataListDoc {
    let file = |format, mime, url| DownloadDoc { format, mime, url, size: None };
    let mut files = Vec::new();
    if !catalogue.packages.is_empty() {
        files.push(file("DCAT-AP (JSON-LD)", "application/ld+json", CATALOGUE.to_owned()));
    }
    files.extend(catalogue.services.iter().map(|_| file("Open311 (JSON)", "application/json", SERVICES.to_owned())));
    let packages = catalogue.packages.iter().map(|package| DataGroupDoc {
        title: package.title.clone(),
        id: format!("paket_{}", package.name),
        synthetic: package.synthetic,
        files: vec![file("Data Package (JSON)", "application/json", format!("{}datapackage.json", package.url()))],
        tables: package.tables.iter().map(item).collect(),
    });
    DataListDoc {
        licence: catalogue.licence.as_ref().map(|l| LinkDoc { title: l.title.clone(), url: l.url.clone() }),
        files,
        packages: packages.collect(),
    }
}

fn item(table: &DatasetDoc) -> DataItemDoc {
    DataItemDoc {
        title: table.figure.title.clone(),
        page: table.page.as_ref().map(|p| p.url.clone()),
        period: table.figure.period.clone(),
        updated: table.updated.clone(),
        files: DataFormat::ALL
            .map(|format| DownloadDoc { format: format.title(), mime: format.media_type(), url: table.url(format), size: None })
            .into_iter()
            .collect(),
    }
}
