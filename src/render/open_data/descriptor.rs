//! What is said beside a CSV: the Data Package of a folder (datapackage.org, profile 2.0) and the metadata of one table
//! (W3C Tabular Data on the Web, "CSVW"). Signs in place of numbers are missing values with their meaning.

use serde_json::{Value, json};

use super::{Made, days_of, description, key_of, pretty};
use crate::view::open_data::{CatalogueDoc, DatasetDoc, PackageDoc};
use crate::view::{ColumnDoc, ColumnKind, DataFormat, FigureDoc};

/// `datapackage.json` of one package. `fieldsMatch` is left out: the published profile and its own words disagree about it.
pub fn data_package(catalogue: &CatalogueDoc, package: &PackageDoc, made: Made<'_>) -> Vec<u8> {
    let mut descriptor = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package.name,
        "id": format!("{}{}", catalogue.base_url, package.url()),
        "title": package.title,
        "homepage": format!("{}{}", catalogue.base_url, catalogue.page),
        "contributors": [{"title": catalogue.publisher, "roles": ["publisher"]}],
        "keywords": keywords(package),
        "sources": package.sources.iter().map(|s| json!({"title": s.title})).collect::<Vec<_>>(),
        "resources": package.tables.iter().map(|table| resource(table, made)).collect::<Vec<_>>(),
    });
    if package.synthetic {
        descriptor["description"] = "Örnek veri: sayılar denenmek üzere üretilmiştir, gerçek kayıtlara dayanmaz.".into();
    }
    // RFC 3339, as the profile asks; the day is the last change's, the hour Türkiye's midnight.
    if let Some(day) = package.updated() {
        descriptor["created"] = format!("{}T00:00:00+03:00", day.iso).into();
    }
    if let Some(licence) = &catalogue.licence {
        descriptor["licenses"] = json!([{"name": licence.name, "title": licence.title, "path": licence.url}]);
    }
    pretty(&descriptor)
}

fn keywords(package: &PackageDoc) -> Vec<&str> {
    if package.synthetic { vec!["belediye", "örnek veri"] } else { vec!["belediye"] }
}

fn resource(table: &DatasetDoc, made: Made<'_>) -> Value {
    let figure = &table.figure;
    let weight = made(&table.url(DataFormat::Csv)).unwrap_or_default();
    let missing = std::iter::once(json!({"value": "", "label": "değer yok"}))
        .chain(figure.legend.iter().map(|(sign, meaning)| json!({"value": sign, "label": meaning})));
    let mut schema = json!({
        "fields": figure.table.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": missing.collect::<Vec<_>>(),
    });
    let key = key_of(figure);
    if !key.is_empty() {
        schema["primaryKey"] = key.into();
    }
    json!({
        "name": &*figure.id,
        "path": table.file_name(DataFormat::Csv),
        "type": "table",
        "title": figure.title,
        "description": description(figure),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": weight.bytes,
        "hash": format!("sha256:{}", weight.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
    })
}

fn field(column: &ColumnDoc) -> Value {
    let kind = match column.kind {
        ColumnKind::Text => "string",
        ColumnKind::Integer => "integer",
        ColumnKind::Decimal(_) | ColumnKind::Money => "number",
        ColumnKind::Date => "date",
        ColumnKind::Month => "yearmonth",
        ColumnKind::Year => "year",
    };
    json!({"name": column.name, "title": column.title, "type": kind})
}

/// `x.csv-metadata.json`, where CSVW looks for what is said about `x.csv`.
pub fn csv_metadata(catalogue: &CatalogueDoc, table: &DatasetDoc) -> Vec<u8> {
    let figure = &table.figure;
    let mut schema = json!({"columns": figure.table.columns.iter().map(|c| column(figure, c)).collect::<Vec<_>>()});
    let key = key_of(figure);
    if !key.is_empty() {
        schema["primaryKey"] = key.into();
    }
    let mut metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": catalogue.lang}],
        "url": table.file_name(DataFormat::Csv),
        "dc:title": figure.title,
        "dc:description": description(figure),
        "dc:publisher": catalogue.publisher,
        "dialect": {"header": true, "encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\r\n"]},
        "tableSchema": schema,
    });
    if let Some(licence) = &catalogue.licence {
        metadata["dc:license"] = json!({"@id": licence.url});
    }
    if let Some(day) = &table.updated {
        metadata["dc:modified"] = json!({"@value": day.iso, "@type": "xsd:date"});
    }
    if let Some((first, last)) = days_of(figure) {
        metadata["dc:temporal"] = format!("{first}/{last}").into();
    }
    pretty(&metadata)
}

fn column(figure: &FigureDoc, column: &ColumnDoc) -> Value {
    let kind = match column.kind {
        ColumnKind::Text => "string",
        ColumnKind::Integer => "integer",
        ColumnKind::Decimal(_) | ColumnKind::Money => "decimal",
        ColumnKind::Date => "date",
        ColumnKind::Month => "gYearMonth",
        ColumnKind::Year => "gYear",
    };
    let mut missing = vec![""];
    missing.extend(figure.legend.iter().map(|(sign, _)| sign.as_str()));
    json!({"name": column.name, "titles": column.name, "dc:description": column.title, "datatype": kind, "null": missing})
}
