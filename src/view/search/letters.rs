//! The list of all pages from A to Z: how one finds a page without typing, and without JavaScript.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::turkish::case;
use crate::turkish::collate::Order;
use crate::view::{GroupDoc, ItemDoc, PageDoc};

/// The pages by the first letter of their titles and of the words they are looked for by, in the order of the Turkish alphabet; digits and signs come first.
pub(super) fn groups(pages: &[&PageDoc]) -> Vec<GroupDoc> {
    let order = Order::new();
    let mut entries: Vec<(String, ItemDoc)> = pages.iter().flat_map(|page| entries(page)).collect();
    entries.sort_by(|(a, x), (b, y)| {
        let digits_first = (a == DIGITS).cmp(&(b == DIGITS)).reverse();
        let by_title = || order.compare(&x.title, &y.title).then_with(|| x.url.cmp(&y.url));
        digits_first.then_with(|| order.compare(a, b)).then_with(by_title)
    });
    let mut groups: Vec<GroupDoc> = Vec::new();
    for (letter, item) in entries {
        if groups.last().is_none_or(|g| order.compare(&g.title, &letter) != Ordering::Equal) {
            groups.push(GroupDoc { title: letter, url: None, summary: None, feed: false, items: Vec::new() });
        }
        groups.last_mut().expect("one was just put there").items.push(Arc::new(item));
    }
    groups
}

/// A page under its title, and under each word it is looked for by, which says what the page is called.
fn entries(page: &PageDoc) -> Vec<(String, ItemDoc)> {
    let item = |title: &str, summary: Option<String>| {
        let item = ItemDoc { title: title.to_owned(), url: page.url.clone(), summary, date: None, unit: None, kind: None };
        (letter(title), item)
    };
    if page.finding.no_letter {
        return Vec::new();
    }
    let words = page.finding.keywords.iter().map(|word| item(&case::capitalize(word), Some(page.title.clone())));
    [item(&page.title, None)].into_iter().chain(words).collect()
}

const DIGITS: &str = "0–9";

fn letter(title: &str) -> String {
    let first = title.chars().find(|c| c.is_alphanumeric());
    first.filter(|c| c.is_alphabetic()).map_or(DIGITS.to_owned(), |c| case::upper(&c.to_string()))
}
