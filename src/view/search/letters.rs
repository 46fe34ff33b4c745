//! The list of all pages from A to Z: how one finds a page without typing, and without JavaScript.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::turkish::case;
use crate::turkish::collate::Order;
use crate::view::{GroupDoc, ItemDoc, PageDoc};

/// The pages by the first letter of their titles, in the order of the Turkish alphabet; digits and signs come first.
pub(super) fn groups(pages: &[&PageDoc]) -> Vec<GroupDoc> {
    let order = Order::new();
    let mut entries: Vec<(String, &PageDoc)> = pages.iter().map(|p| (letter(&p.title), *p)).collect();
    entries.sort_by(|(a, x), (b, y)| {
        let digits_first = (a == DIGITS).cmp(&(b == DIGITS)).reverse();
        let by_title = || order.compare(&x.title, &y.title).then_with(|| x.url.cmp(&y.url));
        digits_first.then_with(|| order.compare(a, b)).then_with(by_title)
    });
    let mut groups: Vec<GroupDoc> = Vec::new();
    for (letter, page) in entries {
        if groups.last().is_none_or(|g| order.compare(&g.title, &letter) != Ordering::Equal) {
            groups.push(GroupDoc { title: letter, url: None, summary: None, feed: false, items: Vec::new() });
        }
        let item =
            ItemDoc { title: page.title.clone(), url: page.url.clone(), summary: None, date: None, unit: None, kind: None };
        groups.last_mut().expect("one was just put there").items.push(Arc::new(item));
    }
    groups
}

const DIGITS: &str = "0–9";

fn letter(title: &str) -> String {
    let first = title.chars().find(|c| c.is_alphanumeric());
    first.filter(|c| c.is_alphabetic()).map_or(DIGITS.to_owned(), |c| case::upper(&c.to_string()))
}
