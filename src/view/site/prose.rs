//! A page's text for its reader: placeholders filled, links final, figures in their place.

use std::sync::Arc;

use super::Desk;
use super::instance::Instance;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::content::{FigureMention, Link, Show};
use crate::prose::Prose;
use crate::view::{Mention, Shown};

/// The text of one page.
pub(super) fn shown(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>) -> Prose<Shown> {
    let body = &instance.page.body;
    let filled = match instance.row {
        Some(_) => body.map_words(&|text| instance.fill(text)),
        None => body.clone(),
    };
    let raw = &instance.page.syntax.body.links;
    let mut number = 0;
    filled.map_links(|link| {
        let place = || Place::at(Arc::clone(&instance.page.syntax.file), raw[number].line, raw[number].column);
        let shown = show(diag, desk, instance, link, &place);
        number += 1;
        shown
    })
}

fn show(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>, link: &Link, place: &dyn Fn() -> Place) -> Shown {
    match link {
        Link::Here(url) => Shown::Href { url: Arc::clone(url), external: false },
        Link::Elsewhere(url) => Shown::Href { url: Arc::clone(url), external: true },
        Link::PerRow(target) => per_row(diag, desk, instance, target, place),
        Link::Figure(mention) => figure(diag, desk, instance, mention, place),
        // The complaint has been made and nothing will be published.
        Link::Broken => Shown::Href { url: "".into(), external: false },
    }
}

fn per_row(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>, target: &str, place: &dyn Fn() -> Place) -> Shown {
    let target = instance.filled(target);
    let path = target.split_once('#').map_or(target.as_str(), |(path, _)| path);
    if !path.is_empty() && !desk.addresses.contains(path) {
        diag.push(Diagnostic::new(Code::BROKEN_LINK, place()).with("target", target.clone()));
    }
    Shown::Href { url: target.into(), external: false }
}

fn figure(
    diag: &mut Diagnostics,
    desk: &Desk<'_>,
    instance: &Instance<'_>,
    mention: &FigureMention,
    place: &dyn Fn() -> Place,
) -> Shown {
    let slice: Vec<(String, String)> = mention.slice.iter().map(|(c, v)| (c.to_string(), instance.filled(v))).collect();
    let slice: Vec<(&str, &str)> = slice.iter().map(|(c, v)| (c.as_str(), v.as_str())).collect();
    let figures = desk.input.figures;
    let shown = match mention.show {
        Show::Chart => figures.figure(&mention.id, &slice).map(|f| Shown::Figure(Mention::Chart, f)),
        Show::Table => figures.figure(&mention.id, &slice).map(|f| Shown::Figure(Mention::Table, f)),
        Show::Number => {
            figures.number(&mention.id, &slice, mention.column.as_deref()).map(|n| Shown::Number { text: n.text, value: n.value })
        }
    };
    shown.unwrap_or_else(|trouble| {
        diag.push(trouble.complaint(place()));
        Shown::Href { url: "".into(), external: false }
    })
}
