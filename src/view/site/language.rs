//! A page among its siblings in other languages, and what the page says in its own language that nobody wrote on it.

use super::instance::Instance;
use super::{Desk, list};
use crate::language::Language;
use crate::model::content::{Page, home};
use crate::view::search::{self, Finders};
use crate::view::{AlternateDoc, LanguageDoc, LinkDoc, PageDoc};

/// The languages of a page at one address.
pub(super) fn of(desk: &Desk<'_>, instance: &Instance<'_>) -> LanguageDoc {
    let (page, site) = (instance.page, desk.input.site);
    let mut alternates = Vec::new();
    let languages = site.languages();
    if instance.row.is_none() && languages.len() > 1 {
        let original = page.original.unwrap_or(instance.index);
        for language in &languages {
            let url = in_language(desk, original, *language).and_then(|page| page.address.fixed());
            alternates.extend(url.map(|url| AlternateDoc { code: language.to_string(), url: url.to_string() }));
        }
        match &alternates[..] {
            [] | [_] => alternates.clear(),
            // Readers of a language that is none of these are sent to the first, which is the original.
            [first, ..] => alternates.push(AlternateDoc { code: "x-default".to_owned(), url: first.url.clone() }),
        }
    }
    let mut doc = without_siblings(desk, page.language);
    for other in &mut doc.others {
        if let Some(same) = alternates.iter().find(|alternate| alternate.code == other.code) {
            other.url.clone_from(&same.url);
        }
    }
    LanguageDoc { alternates, ..doc }
}

/// The languages of a page that nobody wrote: the ways to the other home pages.
pub(super) fn without_siblings(desk: &Desk<'_>, language: Language) -> LanguageDoc {
    let others = desk.homes.iter().filter(|(other, _)| *other != language);
    let others = others.map(|(other, url)| AlternateDoc { code: other.to_string(), url: url.clone() }).collect();
    LanguageDoc { code: language, alternates: Vec::new(), others }
}

/// The languages that have a home page, with its address.
pub(super) fn homes(input: &super::Input<'_>) -> Vec<(Language, String)> {
    let languages = input.site.languages().into_iter();
    let all = languages.map(|language| (language, home(input.site, language)));
    let has = |url: &str| input.content.sections.iter().any(|section| &*section.url == url);
    all.filter(|(_, url)| has(url)).collect()
}

/// The page `original` in `language`.
fn in_language<'v>(desk: &Desk<'v>, original: usize, language: Language) -> Option<&'v Page> {
    let page = desk.page(original);
    let sibling = || page.siblings.iter().find(|(of, _)| *of == language).map(|(_, index)| desk.page(*index));
    if page.language == language { Some(page) } else { sibling() }
}

/// The way to the page `original`, for a page in `language`: to its sibling, or to itself with words that say their language.
pub(super) fn link(desk: &Desk<'_>, original: usize, language: Language) -> LinkDoc {
    let tongue = desk.input.tongue;
    let url = |page: &Page| page.address.fixed().map(|url| url.to_string()).unwrap_or_default();
    match in_language(desk, original, language) {
        Some(page) => LinkDoc { title: page.syntax.front.title.clone(), url: url(page) },
        None => {
            let page = desk.page(original);
            LinkDoc { title: tongue.turkish(language, &page.syntax.front.title), url: url(page) }
        }
    }
}

/// The way to the home page of `language`, or to the first one where it has none.
pub(super) fn to_home(desk: &Desk<'_>, language: Language) -> LinkDoc {
    let url = desk.homes.iter().find(|(of, _)| *of == language).map_or("/", |(_, url)| url);
    LinkDoc { title: desk.input.tongue.say(language, "home"), url: url.to_owned() }
}

/// The pages to find things by, in every language that has pages.
pub(super) fn finders(desk: &Desk<'_>) -> Vec<Finders> {
    let one = |(language, home): &(Language, String)| {
        let base = home.trim_end_matches('/');
        let bare = |template, key, url: &str| -> PageDoc {
            let title = desk.input.tongue.say(*language, key);
            let mut page = list::bare(template, title, format!("{base}{url}"), desk, None);
            page.language = without_siblings(desk, *language);
            page
        };
        let mut letters = bare("terms", "a_to_z_title", search::LETTERS);
        letters.breadcrumbs = vec![to_home(desk, *language)];
        let mut search = bare("search", "search", search::PAGE);
        // Not for search engines, which are kept out, but for whoever is sent its address.
        search.summary = Some(desk.input.tongue.say(*language, "search_summary"));
        Finders { language: *language, search, letters }
    };
    let first = (desk.input.site.language, "/".to_owned());
    let others = desk.homes.iter().filter(|(language, _)| *language != first.0);
    [&first].into_iter().chain(others).map(one).collect()
}
