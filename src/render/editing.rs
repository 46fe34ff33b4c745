//! Editing in the browser: the settings of the content manager (Sveltia CMS, Decap CMS) and the page that starts it. The
//! settings are JSON, which is YAML too, under the name that both look for.

use serde_json::{Map, Value, json};

use super::escape::escape;
use crate::language::Language;
use crate::view::editing::{CollectionDoc, EditingDoc, FieldDoc, FileDoc, Files, Input};

/// `config.yml`.
pub fn config(doc: &EditingDoc) -> Vec<u8> {
    let settings = &doc.settings;
    let mut backend = json!({"name": settings.backend.name(), "repo": settings.repo, "branch": settings.branch});
    if let Some((server, interface)) = settings.interface() {
        backend["base_url"] = server.into();
        backend["api_root"] = interface.into();
    }
    if let Some(id) = &settings.app_id {
        backend["app_id"] = id.as_str().into();
    }
    let translated = doc.languages.len() > 1;
    let mut config = json!({
        "backend": backend,
        "app_title": doc.title,
        "site_url": doc.site_url,
        // Files lie beside the page that shows them; what is uploaded without a page needs a folder in Decap CMS.
        "media_folder": if settings.is_decap() { "content/public" } else { "" },
        "public_folder": if settings.is_decap() { "/" } else { "" },
        "slug": {"encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-"},
        // A key without a value is a mistake to whoever reads the file.
        "output": {"omit_empty_optional_fields": true},
        // It would show figures and pictures as if they were missing.
        "editor": {"preview": false},
        "collections": doc.collections.iter().map(|c| collection(c, translated)).collect::<Vec<_>>(),
    });
    if let [own, ..] = doc.languages.as_slice()
        && translated
    {
        config["i18n"] = json!({
            "structure": "multiple_files",
            "locales": doc.languages.iter().map(Language::to_string).collect::<Vec<_>>(),
            "default_locale": own.to_string(),
            "initial_locales": "default",
            "omit_default_locale_from_file_path": true,
        });
    }
    format!("{config}\n").into_bytes()
}

fn collection(doc: &CollectionDoc, translated: bool) -> Value {
    let mut collection = json!({"name": doc.name, "label": doc.label});
    let Some(map) = collection.as_object_mut() else { return collection };
    if let Some(singular) = &doc.singular {
        map.insert("label_singular".to_owned(), singular.as_str().into());
    }
    match &doc.files {
        Files::Folder { path, pages: true, fields } => {
            let more = json!({
                "folder": path,
                "create": true,
                "extension": "md",
                "format": "yaml-frontmatter",
                "slug": "{{title}}",
                "media_folder": "",
                "public_folder": "",
                "summary": "{{title}}",
                "index_file": {"name": "index", "label": "Bölüm sayfası"},
                "i18n": translated,
                "fields": forms(fields, translated),
            });
            map.extend(more.as_object().cloned().unwrap_or_default());
        }
        Files::Folder { path, pages: false, fields } => {
            let name = fields.first().map_or("", |field| &field.name);
            let more = json!({
                "folder": path,
                "create": true,
                "extension": "yaml",
                "format": "yaml",
                "identifier_field": name,
                "slug": format!("{{{{{name}}}}}"),
                "fields": forms(fields, false),
            });
            map.extend(more.as_object().cloned().unwrap_or_default());
        }
        Files::Named(files) => {
            let files: Vec<Value> = files.iter().map(file).collect();
            map.insert("files".to_owned(), files.into());
        }
    }
    collection
}

fn file(doc: &FileDoc) -> Value {
    let format = if doc.path.ends_with(".md") { "yaml-frontmatter" } else { "yaml" };
    let mut fields = forms(&doc.fields, false);
    if doc.whole {
        fields.iter_mut().for_each(|field| field["root"] = true.into());
    }
    json!({"name": doc.name, "label": doc.label, "file": doc.path, "format": format, "fields": fields})
}

fn forms(fields: &[FieldDoc], translated: bool) -> Vec<Value> {
    fields.iter().map(|field| form(field, translated)).collect()
}

/// The fields that say what a group is about, best first.
const SAYING: &[&str] = &["ad", "baslik", "title", "konu", "metin", "is", "donem", "kanal", "tarih"];

/// One field. Only words are translated: a page in another language has its days and its unit from its original.
fn form(field: &FieldDoc, translated: bool) -> Value {
    let mut form = Map::new();
    let mut put = |key: &str, value: Value| form.insert(key.to_owned(), value);
    put("name", field.name.as_str().into());
    put("label", field.label.as_str().into());
    put("required", field.required.into());
    if let Some(hint) = &field.hint {
        put("hint", hint.as_str().into());
    }
    let widget = match &field.input {
        Input::Line => "string",
        Input::Lines => "text",
        Input::Prose => "markdown",
        Input::Day => "datetime",
        Input::Switch(_) => "boolean",
        Input::Number => "number",
        Input::Choice(_) => "select",
        Input::List | Input::Groups(_) => "list",
        Input::Group(_) => "object",
        Input::Pairs => "keyvalue",
    };
    put("widget", widget.into());
    match &field.input {
        Input::Day => {
            put("type", "date".into());
            put("format", "YYYY-MM-DD".into());
            // Decap CMS knows nothing of the type.
            put("date_format", "YYYY-MM-DD".into());
            put("time_format", false.into());
        }
        // The other mode writes the whole text anew, and loses cells of tables on the way.
        Input::Prose => {
            put("modes", json!(["raw"]));
        }
        Input::Switch(absent) => {
            put("default", (*absent).into());
        }
        Input::Choice(values) => {
            let options: Vec<Value> = values.iter().map(|(value, label)| json!({"value": value, "label": label})).collect();
            put("options", options.into());
        }
        Input::Groups(inner) | Input::Group(inner) => {
            put("collapsed", true.into());
            if let Some(name) = SAYING.iter().find(|name| inner.iter().any(|field| field.name == **name)) {
                put("summary", format!("{{{{fields.{name}}}}}").into());
            }
            put("fields", forms(inner, false).into());
        }
        _ => {}
    }
    if translated && (matches!(field.input, Input::Lines | Input::Prose) || field.name == "title") {
        put("i18n", true.into());
    }
    form.into()
}

/// The page: the `script` at that address alone, and a word to who has none.
pub fn page(doc: &EditingDoc, script: &str) -> Vec<u8> {
    let mut html = String::from("<!doctype html>\n<html lang=\"tr\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n",
    );
    html.push_str("<title>İçerik yönetimi – ");
    escape(&mut html, &doc.title);
    html.push_str("</title>\n</head>\n<body>\n<noscript><p>Tarayıcıda düzenlemek için JavaScript gerekir. Dosyaları bir metin düzenleyiciyle de değiştirebilirsiniz.</p></noscript>\n<script src=\"");
    escape(&mut html, script);
    html.push('"');
    if let Some(hash) = &doc.settings.integrity {
        html.push_str(" integrity=\"");
        escape(&mut html, hash);
        html.push_str("\" crossorigin=\"anonymous\"");
    }
    html.push_str("></script>\n</body>\n</html>\n");
    html.into_bytes()
}
