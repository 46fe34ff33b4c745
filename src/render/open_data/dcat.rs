//! The catalogue of a site's data in DCAT-AP 3.0.1, as JSON-LD. A package is a series, a table a dataset, a file a
//! distribution. What nobody has decided (the licence) is said in words and not made up.

use serde_json::{Value, json};

use super::{Made, days_of, description, pretty};
use crate::view::open_data::{CatalogueDoc, DatasetDoc, PackageDoc};
use crate::view::{DataFormat, DateDoc};

const FREQUENCY_IRREGULAR: &str = "http://publications.europa.eu/resource/authority/frequency/IRREG";

/// `katalog.jsonld`.
pub fn catalogue(catalogue: &CatalogueDoc, made: Made<'_>) -> Vec<u8> {
    let root = Root { doc: catalogue, made };
    let mut graph = vec![root.catalogue(), root.publisher(), root.contact()];
    for package in &catalogue.packages {
        graph.push(root.series(package));
        graph.extend(package.tables.iter().map(|table| root.dataset(package, table)));
    }
    if catalogue.services.is_some() {
        graph.push(root.services());
    }
    pretty(&json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "spdx": "http://spdx.org/rdf/terms#",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "dcatap": "http://data.europa.eu/r5r/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        },
        "@graph": graph,
    }))
}

struct Root<'c> {
    doc: &'c CatalogueDoc,
    made: Made<'c>,
}

impl Root<'_> {
    fn iri(&self, path: &str) -> String {
        format!("{}{path}", self.doc.base_url)
    }

    fn words(&self, text: &str) -> Value {
        json!({"@value": text, "@language": self.doc.lang})
    }

    fn catalogue(&self) -> Value {
        let tables = || self.doc.packages.iter().flat_map(|p| &p.tables);
        let mut datasets: Vec<Value> = self.doc.packages.iter().map(|p| json!({"@id": self.series_iri(p)})).collect();
        datasets.extend(tables().map(|table| json!({"@id": self.dataset_iri(table)})));
        datasets.extend(self.doc.services.iter().map(|_| json!({"@id": self.iri("/veri/open311/#veri")})));
        let title = format!("{} açık veri kataloğu", self.doc.publisher);
        let mut catalogue = json!({
            "@id": self.iri("/veri/#katalog"),
            "@type": "dcat:Catalog",
            "dct:title": self.words(&title),
            "dct:description": self.words("Web sitesinde yayımlanan bütün veri kümeleri ve dosyaları."),
            "dct:publisher": {"@id": self.iri("/#yayimci")},
            "dct:language": turkish(&self.doc.lang),
            "foaf:homepage": {"@id": self.iri(&self.doc.page), "@type": "foaf:Document"},
            "dcat:themeTaxonomy": {
                "@id": "http://publications.europa.eu/resource/authority/data-theme",
                "@type": "skos:ConceptScheme",
                "dct:title": {"@value": "Data theme", "@language": "en"},
            },
            "dcat:dataset": datasets,
        });
        self.place(&mut catalogue);
        if let Some(day) = newest(self.doc.packages.iter().filter_map(PackageDoc::updated)) {
            catalogue["dct:modified"] = date(&day.iso);
        }
        self.terms(&mut catalogue);
        catalogue
    }

    fn publisher(&self) -> Value {
        json!({
            "@id": self.iri("/#yayimci"),
            "@type": "foaf:Agent",
            "foaf:name": self.words(&self.doc.publisher),
            "foaf:homepage": {"@id": self.iri("/"), "@type": "foaf:Document"},
            "dct:type": {
                "@id": "http://purl.org/adms/publishertype/LocalAuthority",
                "@type": "skos:Concept",
                "skos:prefLabel": {"@value": "Local Authority", "@language": "en"},
            },
        })
    }

    /// Typed as both: the shapes ask for the class above, and nothing infers it.
    fn contact(&self) -> Value {
        let mut contact = json!({
            "@id": self.iri("/#iletisim"),
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": self.doc.publisher,
            "vcard:hasURL": {"@id": self.iri("/")},
        });
        if let Some(email) = &self.doc.email {
            contact["vcard:hasEmail"] = json!({"@id": format!("mailto:{email}")});
        }
        contact
    }

    fn series_iri(&self, package: &PackageDoc) -> String {
        format!("{}#dizi", self.iri(&package.url()))
    }

    fn dataset_iri(&self, table: &DatasetDoc) -> String {
        format!("{}#veri", self.iri(table.figure.data.as_deref().unwrap_or_default()))
    }

    fn series(&self, package: &PackageDoc) -> Value {
        let note = if package.synthetic { "Örnek veri: gerçek kayıtlara dayanmaz. " } else { "" };
        let files: Vec<&str> = package.sources.iter().map(|s| s.title.as_str()).collect();
        let mut series = json!({
            "@id": self.series_iri(package),
            // Both, because nothing that reads this infers one from the other.
            "@type": ["dcat:DatasetSeries", "dcat:Dataset"],
            "dct:title": self.words(&package.title),
            "dct:description": self.words(&format!("{note}Kaynaklar: {}.", files.join(", "))),
            "dct:publisher": {"@id": self.iri("/#yayimci")},
            "dcat:contactPoint": {"@id": self.iri("/#iletisim")},
            "dct:accrualPeriodicity": {"@id": FREQUENCY_IRREGULAR, "@type": "dct:Frequency"},
        });
        if let Some(day) = package.updated() {
            series["dct:modified"] = date(&day.iso);
        }
        series
    }

    fn dataset(&self, package: &PackageDoc, table: &DatasetDoc) -> Value {
        let figure = &table.figure;
        let mut dataset = json!({
            "@id": self.dataset_iri(table),
            "@type": "dcat:Dataset",
            "dct:identifier": &*figure.id,
            "dct:title": self.words(&figure.title),
            "dct:description": self.words(&description(figure)),
            "dct:publisher": {"@id": self.iri("/#yayimci")},
            "dcat:contactPoint": {"@id": self.iri("/#iletisim")},
            "dcat:inSeries": {"@id": self.series_iri(package)},
            "dct:language": turkish(&self.doc.lang),
            "dct:accessRights": {
                "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC",
                "@type": "dct:RightsStatement",
            },
            "dcat:theme": {
                "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE",
                "@type": "skos:Concept",
                "skos:prefLabel": {"@value": "Government and public sector", "@language": "en"},
            },
            "dcat:distribution": DataFormat::ALL.map(|format| self.distribution(table, format)),
        });
        self.place(&mut dataset);
        if let Some(page) = &table.page {
            dataset["dcat:landingPage"] = json!({"@id": self.iri(&page.url), "@type": "foaf:Document"});
        }
        if let Some(day) = &table.updated {
            dataset["dct:modified"] = date(&day.iso);
        }
        if figure.synthetic {
            dataset["dcat:keyword"] = self.words("örnek veri");
        }
        if let Some((first, last)) = days_of(figure) {
            dataset["dct:temporal"] =
                json!({"@type": "dct:PeriodOfTime", "dcat:startDate": date(&first), "dcat:endDate": date(&last)});
        }
        dataset
    }

    fn distribution(&self, table: &DatasetDoc, format: DataFormat) -> Value {
        let url = table.url(format);
        let mut distribution = self.file(&url, format.title(), format.media_type(), format.file_type());
        if let Some(day) = &table.updated {
            distribution["dct:modified"] = date(&day.iso);
        }
        if format == DataFormat::Csv {
            distribution["dct:conformsTo"] = json!({"@id": "http://www.w3.org/ns/csvw", "@type": "dct:Standard", "dct:title": {"@value": "CSVW", "@language": "en"}});
        }
        distribution
    }

    /// A file with its size and sum.
    fn file(&self, url: &str, title: &str, media: &str, kind: &str) -> Value {
        let mut file = json!({
            "@id": format!("{}#dosya", self.iri(url)),
            "@type": "dcat:Distribution",
            "dct:title": self.words(title),
            "dct:description": self.words(&format!("{title} biçiminde dosya")),
            "dcat:accessURL": {"@id": self.iri(url)},
            "dcat:downloadURL": {"@id": self.iri(url)},
            "dcatap:availability": {
                "@id": "http://publications.europa.eu/resource/authority/planned-availability/STABLE",
                "@type": "skos:Concept",
                "skos:prefLabel": {"@value": "stable", "@language": "en"},
            },
            "dcat:mediaType":
                {"@id": format!("http://www.iana.org/assignments/media-types/{media}"), "@type": "dct:MediaType"},
            "dct:format": {
                "@id": format!("http://publications.europa.eu/resource/authority/file-type/{kind}"),
                "@type": "dct:MediaTypeOrExtent",
            },
        });
        if let Some(weight) = (self.made)(url) {
            file["dcat:byteSize"] = json!({"@value": weight.bytes.to_string(), "@type": "xsd:nonNegativeInteger"});
            file["spdx:checksum"] = json!({
                "@type": "spdx:Checksum",
                "spdx:algorithm": {
                    "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
                    "@type": "spdx:ChecksumAlgorithm",
                },
                "spdx:checksumValue": {"@value": weight.sha256, "@type": "xsd:hexBinary"},
            });
        }
        self.terms(&mut file);
        file
    }

    fn services(&self) -> Value {
        let title = "Başvuru konuları (Open311 GeoReport v2)";
        let mut dataset = json!({
            "@id": self.iri("/veri/open311/#veri"),
            "@type": "dcat:Dataset",
            "dct:identifier": "open311-services",
            "dct:title": self.words(title),
            "dct:description": self.words("Halk Masasına gelen başvuruların konu ağacı, Open311 hizmet listesi biçiminde."),
            "dct:publisher": {"@id": self.iri("/#yayimci")},
            "dcat:contactPoint": {"@id": self.iri("/#iletisim")},
            "dcat:distribution": self.file("/veri/open311/services.json", "Open311 (JSON)", "application/json", "JSON"),
        });
        self.place(&mut dataset);
        dataset
    }

    /// Which place it is about, in words: the lists of places that the profile names hold countries only.
    fn place(&self, thing: &mut Value) {
        if let Some(place) = &self.doc.place {
            thing["dct:spatial"] = json!({"@type": "dct:Location", "rdfs:label": self.words(place)});
        }
    }

    /// The licence where there is one; otherwise that there is none yet, in words.
    fn terms(&self, thing: &mut Value) {
        match &self.doc.licence {
            Some(licence) => {
                thing["dct:license"] =
                    json!({"@id": licence.url, "@type": "dct:LicenseDocument", "dct:title": self.words(&licence.title)});
            }
            None => {
                thing["dct:rights"] =
                    json!({"@type": "dct:RightsStatement", "rdfs:label": self.words("Kullanım koşulları henüz belirlenmedi.")});
            }
        }
    }
}

fn turkish(lang: &str) -> Value {
    let code = if lang == "en" { "ENG" } else { "TUR" };
    json!({"@id": format!("http://publications.europa.eu/resource/authority/language/{code}"), "@type": "dct:LinguisticSystem"})
}

fn date(iso: &str) -> Value {
    json!({"@value": iso, "@type": "xsd:date"})
}

fn newest<'d>(days: impl Iterator<Item = &'d DateDoc>) -> Option<&'d DateDoc> {
    days.max_by(|a, b| a.iso.cmp(&b.iso))
}
