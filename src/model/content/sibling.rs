//! Pages in other languages: `su.en.md` stands beside `su.md` and says the same in English, at `/en/…`.
//!
//! A sibling that says nothing of its day, unit, kind or place has those of its original, and it is not published on a day
//! on which its original is not.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Page;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::Language;
use crate::parse::page::PageSyntax;
use crate::parse::site::Site;

/// A page's file with its language.
pub(super) struct Draft {
    pub(super) syntax: Arc<PageSyntax>,
    pub(super) language: Language,
}

/// The language in a file's name, and the file of the original: `a/su.en.md` → `en`, `a/su.md`.
pub fn tagged(file: &str) -> Option<(Language, String)> {
    let stem = file.strip_suffix(".md")?;
    let (original, tag) = stem.rsplit_once('.').filter(|(original, _)| !original.is_empty() && !original.ends_with('/'))?;
    Some((Language::parse(tag)?, format!("{original}.md")))
}

/// Address of the home page in `language`.
pub fn home(site: &Site, language: Language) -> String {
    if language == site.language { "/".to_owned() } else { format!("/{language}/") }
}

/// Tells every page its language; a page in a language the site does not have is left out.
pub(super) fn sorted(diag: &mut Diagnostics, site: &Site, pages: Vec<Arc<PageSyntax>>) -> Vec<Draft> {
    let languages = site.languages();
    if !pages.iter().any(|page| tagged(&page.file).is_some()) {
        return pages.into_iter().map(|syntax| Draft { syntax, language: site.language }).collect();
    }
    let originals: HashMap<Arc<str>, Arc<PageSyntax>> =
        pages.iter().map(|page| (Arc::clone(&page.file), Arc::clone(page))).collect();
    let mut drafts = Vec::with_capacity(pages.len());
    for syntax in pages {
        let Some((language, original)) = tagged(&syntax.file) else {
            drafts.push(Draft { syntax, language: site.language });
            continue;
        };
        if !languages.contains(&language) || language == site.language {
            let known: Vec<String> = languages.iter().map(Language::to_string).collect();
            let complaint = Diagnostic::new(Code::UNKNOWN_LANGUAGE, Place::file(Arc::clone(&syntax.file)));
            diag.push(complaint.with("language", language.to_string()).with("known", known.join(", ")));
            continue;
        }
        let syntax = match originals.get(original.as_str()) {
            Some(original) => Arc::new(syntax.inheriting(&original.front)),
            None => {
                let complaint = Diagnostic::new(Code::SIBLING_WITHOUT_ORIGINAL, Place::file(Arc::clone(&syntax.file)));
                diag.push(complaint.with("original", original));
                syntax
            }
        };
        drafts.push(Draft { syntax, language });
    }
    drafts
}

/// Tells originals and their siblings of each other.
pub(super) fn tie(site: &Site, pages: &mut [Page]) {
    if pages.iter().all(|page| page.language == site.language) {
        return;
    }
    let files: BTreeMap<Arc<str>, usize> = pages.iter().enumerate().map(|(i, p)| (Arc::clone(&p.syntax.file), i)).collect();
    for i in 0..pages.len() {
        let Some((language, original)) = tagged(&pages[i].syntax.file) else { continue };
        if let Some(&original) = files.get(original.as_str()) {
            pages[i].original = Some(original);
            pages[original].siblings.push((language, i));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_stands_between_two_dots() {
        let english = Language::parse("en").expect("it is a tag");
        assert_eq!(tagged("content/public/su.en.md"), Some((english, "content/public/su.md".to_owned())));
        for plain in ["content/public/su.md", "content/public/su.v2.md", "content/public/.en.md", "content/public/en.md"] {
            assert_eq!(tagged(plain), None, "{plain}");
        }
    }
}
