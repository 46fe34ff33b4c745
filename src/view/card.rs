//! The cards that pages are announced with elsewhere: which page has one, what it says and where it stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Audience, Body, Document, PageDoc, Public};

/// Changes with everything that decides a card's bytes besides its words: see `render::card`.
const RECIPE: &str = "1";

/// The folder of the cards in a tree.
const FOLDER: &str = "varlik/onizleme";

/// What a card says (paylaşım görseli).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardDoc {
    /// Whose site it is.
    pub site: String,
    /// The section or kind of the page, where it has one.
    pub section: Option<String>,
    /// The page's title.
    pub title: String,
}

impl CardDoc {
    fn of(page: &PageDoc, site: &str) -> CardDoc {
        let is_home = page.url == "/";
        let section = page.breadcrumbs.iter().skip(1).next_back().map(|link| link.title.clone());
        CardDoc {
            site: site.to_owned(),
            section: section.or_else(|| page.kind.clone()).filter(|section| !is_home && *section != page.title),
            title: page.title.clone(),
        }
    }

    /// Where the card stands, from the root of the tree: named by all that decides its bytes.
    fn path(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for part in [RECIPE, &self.site, self.section.as_deref().unwrap_or_default(), &self.title] {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        format!("{FOLDER}/{}.png", &hasher.finalize().to_hex()[..16])
    }
}

/// Gives every citizens' page that search engines may list its card, and the cards as documents, each once.
pub(super) fn announced<A: Audience>(documents: &mut [Document<A>], site: &str) -> Vec<Document<A>> {
    if A::NAME != Public::NAME {
        return Vec::new();
    }
    let mut cards: BTreeMap<String, Arc<CardDoc>> = BTreeMap::new();
    for document in documents {
        let Body::Page(page) = &mut document.body else { continue };
        if page.indexed && matches!(page.template, "home" | "section" | "page") {
            let card = CardDoc::of(page, site);
            let path = card.path();
            page.card = Some(format!("/{path}"));
            cards.entry(path).or_insert_with(|| Arc::new(card));
        }
    }
    cards.into_iter().map(|(path, card)| Document::new(path, Body::Card(card))).collect()
}
