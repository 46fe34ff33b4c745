//! Editing in the browser: what a content manager that commits to git (Sveltia CMS, Decap CMS) has to know of the files. Its
//! forms follow from the schemas of the files, which follow from the types that read them: nothing is listed twice.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::Value;

use super::{Body, Document, Internal};
use crate::diag::{Lang, Words};
use crate::language::Language;
use crate::model::content::{Content, Folder, Page};
use crate::model::{kind_title, schema};
use crate::parse::editing::Editing;
use crate::parse::site::Site;
use crate::source::FileEntry;
use crate::turkish::fold;

/// Its page on the staff's site.
pub const PAGE: &str = "/yonetim/";

/// The file whose settings it follows.
pub const SETTINGS: &str = crate::parse::site::FILE;

/// All that the content manager is told.
#[derive(Clone, Debug)]
pub struct EditingDoc {
    /// The site's name.
    pub title: String,
    /// Where its result is seen.
    pub site_url: String,
    /// Where the repository lies, and the script.
    pub settings: Editing,
    /// The languages of pages, the site's own first.
    pub languages: Vec<Language>,
    /// What can be edited.
    pub collections: Vec<CollectionDoc>,
}

/// A group of files with one form.
#[derive(Clone, Debug)]
pub struct CollectionDoc {
    /// Machine name.
    pub name: String,
    /// What editors call it.
    pub label: String,
    /// What editors call one of its files.
    pub singular: Option<String>,
    /// Its files.
    pub files: Files,
}

/// Which files a collection has.
#[derive(Clone, Debug)]
pub enum Files {
    /// All files of a folder; new ones can be written.
    Folder {
        /// The folder in the repository.
        path: String,
        /// Pages in Markdown; plain YAML otherwise.
        pages: bool,
        /// Fields of their form.
        fields: Vec<FieldDoc>,
    },
    /// These and no others.
    Named(Vec<FileDoc>),
}

/// One file.
#[derive(Clone, Debug)]
pub struct FileDoc {
    /// Machine name.
    pub name: String,
    /// What editors call it.
    pub label: String,
    /// Its path in the repository.
    pub path: String,
    /// Fields of its form.
    pub fields: Vec<FieldDoc>,
    /// True where the one field is the whole file, without a key.
    pub whole: bool,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDoc {
    /// The key in the file.
    pub name: String,
    /// What editors call it.
    pub label: String,
    /// A sentence below it.
    pub hint: Option<String>,
    /// Whether it must be filled in.
    pub required: bool,
    /// How it is filled in.
    pub input: Input,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line of words.
    Line,
    /// Several lines of words.
    Lines,
    /// Markdown.
    Prose,
    /// A day: `2026-11-22`.
    Day,
    /// Yes or no; where nothing is chosen, this.
    Switch(bool),
    /// A number.
    Number,
    /// One of these: value and words.
    Choice(Vec<(String, String)>),
    /// Lines of words, any number.
    List,
    /// Groups of fields, any number.
    Groups(Vec<FieldDoc>),
    /// A group of fields.
    Group(Vec<FieldDoc>),
    /// Keys of one's own, each with a value.
    Pairs,
}

/// The two files of `/yonetim/`; none where the site's settings do not say where the repository lies. The page is left to
/// an editor who wrote one there.
pub fn documents(
    site: &Site,
    units: &BTreeMap<String, String>,
    contents: [&Content; 3],
    files: &[FileEntry],
) -> Vec<Document<Internal>> {
    let Some(settings) = &site.editing else { return Vec::new() };
    let files: HashSet<&str> = files.iter().map(|file| &*file.path).collect();
    let words = Words::new(Lang::Tr);
    let form = page_fields(units, &words);
    // Pages that were made out of data have no file to edit.
    let written = |page: &Page| page.language == site.language && files.contains(&*page.syntax.file);
    let mut collections: Vec<CollectionDoc> =
        contents.into_iter().flat_map(|content| sections(content, &written, &form)).collect();
    let single = contents.into_iter().flat_map(|content| outside_sections(content, &written, &form)).collect();
    collections.push(named("sayfalar", "Tek sayfalar", single));
    let mut languages = site.languages();
    if settings.is_decap() {
        // It looks for `sayfa.tr.md`, and would not find any page of the site's own language.
        languages.truncate(1);
        collections.iter_mut().for_each(as_decap_can);
    } else {
        collections.extend(records(units, &words));
    }
    let doc = EditingDoc {
        title: site.title.clone(),
        site_url: site.base_url.clone(),
        settings: settings.clone(),
        languages,
        collections,
    };
    let doc = Arc::new(doc);
    let mut documents = vec![Document::new("yonetim/config.yml", Body::EditingConfig(Arc::clone(&doc)))];
    let taken = contents[1].pages.iter().any(|page| page.address.fixed().is_some_and(|url| **url == *PAGE));
    if !taken {
        documents.push(Document::new("yonetim/index.html", Body::EditingPage(doc)));
    }
    documents
}

/// Decap CMS asks for what must be filled in within what need not be there at all.
fn as_decap_can(collection: &mut CollectionDoc) {
    match &mut collection.files {
        Files::Folder { fields, .. } => relax(fields),
        Files::Named(files) => files.iter_mut().for_each(|file| relax(&mut file.fields)),
    }
}

fn relax(fields: &mut [FieldDoc]) {
    for field in fields {
        match &mut field.input {
            Input::Group(inner) => {
                let optional = !field.required;
                inner.iter_mut().filter(|_| optional).for_each(|field| field.required = false);
                relax(inner);
            }
            Input::Groups(inner) => relax(inner),
            _ => {}
        }
    }
}

fn named(name: &str, label: &str, files: Vec<FileDoc>) -> CollectionDoc {
    CollectionDoc { name: name.to_owned(), label: label.to_owned(), singular: None, files: Files::Named(files) }
}

/// A collection for every section that pages are written in.
fn sections(content: &Content, written: &dyn Fn(&Page) -> bool, form: &[FieldDoc]) -> Vec<CollectionDoc> {
    let top = content.folder.path();
    let audience = top.rsplit('/').next().unwrap_or_default();
    let index_pages = content.sections.iter().map(|section| &content.pages[section.page]).filter(|page| written(page));
    let folders = index_pages.filter_map(|page| Some((page, folder_of(page)?))).filter(|(_, folder)| *folder != top);
    folders
        .map(|(page, folder)| {
            let inside = folder[top.len()..].trim_matches('/');
            let kind = page.syntax.front.section.as_ref().and_then(|section| section.kind.as_deref());
            CollectionDoc {
                name: format!("{audience}-{}", inside.replace('/', "-")),
                label: labelled(content, &page.syntax.front.title),
                singular: kind.map(kind_title),
                files: Files::Folder { path: folder.to_owned(), pages: true, fields: of_kind(form, kind) },
            }
        })
        .collect()
}

/// The pages that lie in no section's own folder: the home page, legal pages, pages of a folder without an `index.md`.
fn outside_sections(content: &Content, written: &dyn Fn(&Page) -> bool, form: &[FieldDoc]) -> Vec<FileDoc> {
    let top = content.folder.path();
    let sections: HashSet<&str> = content.pages.iter().filter_map(folder_of).filter(|folder| *folder != top).collect();
    let is_single = |page: &&Page| page.syntax.file.rsplit_once('/').is_some_and(|(folder, _)| !sections.contains(folder));
    let single = content.pages.iter().filter(is_single).filter(|page| written(page));
    single
        .map(|page| FileDoc {
            name: page.syntax.file.trim_end_matches(".md").replace('/', "-"),
            label: labelled(content, &page.syntax.front.title),
            path: page.syntax.file.to_string(),
            fields: of_kind(form, None),
            whole: false,
        })
        .collect()
}

/// The folder of a section's index page.
fn folder_of(page: &Page) -> Option<&str> {
    page.syntax.file.strip_suffix("/index.md")
}

/// Pages of citizens are called by their titles; those of others say whose they are.
fn labelled(content: &Content, title: &str) -> String {
    match content.folder {
        Folder::Public => title.to_owned(),
        Folder::Internal => format!("{title} (iç site)"),
        Folder::Reports => format!("{title} (raporlar)"),
    }
}

/// Keys of pages that the program makes a whole page of. They are left to a text editor: what a form does not know stays in
/// the file as it is.
const LEFT_OUT: &[&str] = &[
    "each",
    "path",
    "formats",
    "section",
    "group",
    "regulation",
    "duties",
    "catalogue",
    "calendar",
    "publications",
    "council",
    "directory",
    "sitemap",
    "services",
    "recipients",
    "tasks",
];

/// Lists that say something when they are empty, which forms leave out of the file: no paper is asked for.
const EMPTY_SAYS: &[&str] = &["belgeler"];

/// Keys that only the pages of sections of one kind have.
const OF_KIND: &[(&str, &str)] = &[("event", "etkinlik"), ("service", "hizmet"), ("release", "rapor")];

/// The fields of the form for pages of a section of `kind`.
fn of_kind(form: &[FieldDoc], kind: Option<&str>) -> Vec<FieldDoc> {
    let fits = |field: &&FieldDoc| OF_KIND.iter().all(|(name, only)| field.name != *name || kind == Some(only));
    form.iter().filter(fits).cloned().collect()
}

/// The form of a page: its front matter and its text.
fn page_fields(units: &BTreeMap<String, String>, words: &Words) -> Vec<FieldDoc> {
    let Some(page) = schema::all().into_iter().find(|file| file.name == "page") else { return Vec::new() };
    let mut form = fields(&schema::described(page.name, page.schema, words), units);
    form.retain(|field| !LEFT_OUT.contains(&field.name.as_str()));
    for field in form.iter_mut().filter(|field| field.name == "summary") {
        field.input = Input::Lines;
    }
    // The text stands below what every page says, and above the settings that few pages need.
    let few = form.iter().position(|field| matches!(field.input, Input::Group(_) | Input::Pairs)).unwrap_or(form.len());
    let text = FieldDoc {
        name: "body".to_owned(),
        label: words.say("key-page-body", &[]),
        hint: words.attribute("key-page-body", "about", &[]),
        required: false,
        input: Input::Prose,
    };
    form.insert(few, text);
    form
}

/// The YAML files: those that stand at one path as one collection, each folder of them as one more.
fn records(units: &BTreeMap<String, String>, words: &Words) -> Vec<CollectionDoc> {
    let mut single = Vec::new();
    let mut collections = Vec::new();
    for file in schema::all().into_iter().filter(|file| file.name != "page") {
        let path = &file.paths[0];
        let schema = schema::described(file.name, file.schema, words);
        let label = schema["title"].as_str().unwrap_or(file.name).to_owned();
        let form = fields(&schema, units);
        match path.strip_suffix("/*.yaml").filter(|folder| !folder.contains('*')) {
            Some(folder) if !form.is_empty() => collections.push(CollectionDoc {
                name: file.name.to_owned(),
                label,
                singular: None,
                files: Files::Folder { path: folder.to_owned(), pages: false, fields: form },
            }),
            None if !path.contains('*') => {
                let whole = form.is_empty();
                let fields = if whole { whole_file(&schema, &label, units).into_iter().collect() } else { form };
                single.push(FileDoc { name: file.name.to_owned(), label, path: path.clone(), fields, whole });
            }
            _ => {}
        }
    }
    collections.insert(0, named("kayitlar", "Kayıtlar ve ayarlar", single));
    collections
}

/// The one field of a file that is a list or a map of keys of its own.
fn whole_file(schema: &Value, label: &str, units: &BTreeMap<String, String>) -> Option<FieldDoc> {
    let input = input(schema, units)?;
    Some(FieldDoc { name: "kayitlar".to_owned(), label: label.to_owned(), hint: None, required: false, input })
}

/// The fields of an object's schema, in its order; those that must be filled in come first.
fn fields(schema: &Value, units: &BTreeMap<String, String>) -> Vec<FieldDoc> {
    let needed: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = schema["properties"].as_object().into_iter().flatten();
    let mut fields: Vec<FieldDoc> = properties
        .filter(|(name, _)| !EMPTY_SAYS.contains(&name.as_str()))
        .filter_map(|(name, schema)| {
            let of_unit = matches!(name.as_str(), "unit" | "birim") && !units.is_empty();
            let units_by_code = || units.iter().map(|(code, name)| (code.clone(), name.clone())).collect();
            Some(FieldDoc {
                name: name.clone(),
                label: schema["title"].as_str().unwrap_or(name).to_owned(),
                hint: schema["description"].as_str().map(str::to_owned),
                required: needed.contains(&name.as_str()),
                input: if of_unit { Input::Choice(units_by_code()) } else { input(schema, units)? },
            })
        })
        .collect();
    fields.sort_by_key(|field| !field.required);
    fields
}

/// How a value of `schema` is filled in. `None` where it may be a scalar or something else: a form that shows the one would
/// lose the other.
fn input(schema: &Value, units: &BTreeMap<String, String>) -> Option<Input> {
    if let Some(forms) = ["anyOf", "oneOf"].iter().find_map(|key| schema[*key].as_array()) {
        let mut forms = forms.iter().filter(|form| form["type"] != "null");
        let only = forms.next().map(|form| input(form, units))?;
        return if forms.next().is_none() { only } else { None };
    }
    if let Some(values) = schema["enum"].as_array() {
        let mut choices: Vec<(String, String)> = Vec::new();
        for word in values.iter().filter_map(Value::as_str) {
            // Another spelling of a word is no other choice.
            if choices.iter().all(|(known, _)| fold(known) != fold(word)) {
                choices.push((word.to_owned(), word.to_owned()));
            }
        }
        return Some(Input::Choice(choices));
    }
    let is =
        |kind: &str| schema["type"] == kind || schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == kind));
    let day = || {
        let examples: Vec<&str> = schema["examples"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        // Where a time may follow, a field of days would lose it.
        examples.first().is_some_and(|first| first.parse::<Date>().is_ok()) && !examples.iter().any(|text| text.contains(':'))
    };
    Some(if is("array") {
        let groups = fields(the_map_in(&schema["items"]), units);
        if groups.is_empty() { Input::List } else { Input::Groups(groups) }
    } else if is("object") {
        let group = fields(schema, units);
        if group.is_empty() { Input::Pairs } else { Input::Group(group) }
    } else if is("string") && day() {
        Input::Day
    } else if is("string") {
        Input::Line
    } else if is("boolean") {
        // A switch is always on or off: where absence means neither, it must stay possible.
        match schema["default"].as_bool() {
            Some(absent) => Input::Switch(absent),
            None => Input::Choice([("true", "Evet"), ("false", "Hayır")].map(|(v, l)| (v.to_owned(), l.to_owned())).to_vec()),
        }
    } else if is("integer") || is("number") {
        Input::Number
    } else {
        Input::Line
    })
}

/// Of the forms that an item may have, the map. An item that is a scalar lacks what a map must have, and so the form shows
/// what is missing and does not save before it is there.
fn the_map_in(item: &Value) -> &Value {
    let forms = item["anyOf"].as_array().into_iter().flatten();
    forms.rev().find(|form| form["properties"].is_object()).unwrap_or(item)
}
