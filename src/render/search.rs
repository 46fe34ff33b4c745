//! The files of a search index as text: a browser reads them with a few lines of JavaScript, and they compress well.
//!
//! A file of words has a line for each key: the key, then, after tabs, either `>` and the root meant, or the forms. A form is
//! written without the letters it shares with the key (`mudurluk`, `+ler`), then a space and its postings: the distance to
//! the page before and the strength. Numbers are digits to base 32 in the characters from `0` (48), the highest of 64
//! characters marking that more digits follow; a strength is one character.

use serde_json::{Value, json};

use crate::view::search::{Posting, RootDoc, SearchEntry, SearchFile, SearchMap};

/// The bytes of a file of the index.
pub fn write(file: &SearchFile) -> String {
    match file {
        SearchFile::Map(map) => write_map(map),
        SearchFile::Words(roots) => roots.iter().map(write_root).collect(),
        SearchFile::Entries(entries) => write_entries(entries),
        SearchFile::Facets(facets) => facets.iter().flatten().map(|n| number(u32::from(*n))).collect(),
    }
}

fn write_map(map: &SearchMap) -> String {
    let [sections, units, years] = &map.facets;
    json!({
        "folder": map.folder, "pages": map.pages, "entries": map.entries_a_file, "words": map.words,
        "sections": sections, "units": units, "years": years, "ignored": map.ignored,
    })
    .to_string()
}

fn write_entries(entries: &[SearchEntry]) -> String {
    let all: Vec<_> = entries.iter().map(write_entry).collect();
    json!(all).to_string()
}

/// The language stands at the end where it is not Turkish.
fn write_entry(entry: &SearchEntry) -> Value {
    let SearchEntry { url, title, summary, section, date, language } = entry;
    match language.is_turkish() {
        true => json!([url, title, summary, section, date]),
        false => json!([url, title, summary, section, date, language]),
    }
}

fn write_root(root: &RootDoc) -> String {
    let mut line = root.key.clone();
    if let Some(see) = &root.see {
        line.push_str("\t>");
        line.push_str(see);
    }
    for (form, postings) in &root.forms {
        line.push('\t');
        match form.strip_prefix(root.key.as_str()) {
            Some(rest) => {
                line.push('+');
                line.push_str(rest);
            }
            None => line.push_str(form),
        }
        // Forms and keys may hold spaces only as phrases, and a phrase's form is its key.
        line.push(' ');
        line.push_str(&write_postings(postings));
    }
    line.push('\n');
    line
}

fn write_postings(postings: &[Posting]) -> String {
    let mut before = 0;
    let mut out = String::with_capacity(postings.len() * 2);
    for posting in postings {
        out.push_str(&number(posting.page - before));
        out.push(character(u32::from(posting.strength)));
        before = posting.page;
    }
    out
}

fn number(mut n: u32) -> String {
    let mut out = String::with_capacity(2);
    loop {
        let digit = n & 31;
        n >>= 5;
        out.push(character(if n > 0 { digit | 32 } else { digit }));
        if n == 0 {
            return out;
        }
    }
}

fn character(n: u32) -> char {
    char::from_u32(48 + n).expect("at most 111 is a letter")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_a_root_its_forms_and_where_they_are() {
        let at = |page, strength| Posting { page, strength };
        let roots = vec![
            RootDoc { key: "kaydi".into(), see: Some("kayit".into()), forms: vec![] },
            RootDoc {
                key: "kayit".into(),
                see: None,
                forms: vec![("kaydi".into(), vec![at(0, 1)]), ("kayitlar".into(), vec![at(2, 63), at(40, 9), at(41, 9)])],
            },
        ];
        assert_eq!(write(&SearchFile::Words(roots)), "kaydi\t>kayit\nkayit\tkaydi 01\t+lar 2oV1919\n");
    }

    #[test]
    fn numbers_have_as_many_digits_as_they_need() {
        assert_eq!([0, 31, 32, 1023, 1024].map(number).join(" "), "0 O P1 oO PP1");
    }
}
