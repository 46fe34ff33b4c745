//! The cards that pages are announced with elsewhere: which page has one, what it says and where it stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Audience, Body, Document, PageDoc, Public};
use crate::parse::theme::{Icon, ThemeFiles, ThemeSettings};

/// Changes with everything that decides a card's bytes besides its words: see `render::card`.
const RECIPE: &str = "2";

/// The folder of the cards in a tree.
pub const CARDS: &str = "varlik/onizleme";

/// What all cards of a site look like (kartların görünüşü): the head of its pages on a light screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CardLook {
    /// `#rrggbb` of the ground, of the words, of the quiet words, of lines on the ground, of what stands out.
    pub colours: [String; 5],
    /// The drawing beside the municipality's name.
    pub mark: Option<Icon>,
    /// A letter in place of the drawing.
    pub letter: Option<String>,
}

impl CardLook {
    /// The colours by the names of their use in `renkler.yaml`, and what stands for them in a theme that has none.
    const COLOURS: [(&str, &str); 5] = [
        ("ust", "#0c4541"),
        ("ust-yazi", "#ffffff"),
        ("ust-soluk", "#c6ddd6"),
        ("ust-cizgi", "#38716b"),
        ("ust-vurgu", "#f3c871"),
    ];

    /// What the theme gives to cards, with what the municipality says of it.
    pub fn of(theme: &ThemeFiles, settings: &ThemeSettings) -> CardLook {
        let light = |(name, instead): (&str, &str)| theme.colours.get(name).map_or(instead, |[light, _]| light).to_owned();
        let mark = settings.mark.as_ref().map_or("irmak", |mark| mark.value.as_str());
        CardLook {
            colours: Self::COLOURS.map(light),
            mark: theme.icons.get(&format!("arma-{mark}")).cloned(),
            letter: settings.letter.clone(),
        }
    }

    /// All that decides how a card looks, as texts.
    fn parts(&self) -> impl Iterator<Item = &str> {
        let mark = self.mark.iter().flat_map(|mark| [mark.view_box.as_str(), mark.shapes.as_str()]);
        self.colours.iter().map(String::as_str).chain(mark).chain(self.letter.as_deref())
    }
}

/// What a card says (paylaşım görseli).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CardDoc {
    /// What it looks like.
    pub look: Arc<CardLook>,
    /// Whose site it is.
    pub site: String,
    /// The section or kind of the page, where it has one.
    pub section: Option<String>,
    /// The page's title.
    pub title: String,
}

impl CardDoc {
    fn of(page: &PageDoc, site: &str, look: &Arc<CardLook>) -> CardDoc {
        let is_home = page.url == "/";
        let section = page.breadcrumbs.iter().skip(1).next_back().map(|link| link.title.clone());
        CardDoc {
            look: Arc::clone(look),
            site: site.to_owned(),
            section: section
                .or_else(|| page.kind.clone().filter(|_| page.template == "page"))
                .filter(|section| !is_home && *section != page.title),
            title: page.title.clone(),
        }
    }

    /// Where the card stands, from the root of the tree: named by all that decides its bytes.
    fn path(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let words = [RECIPE, &self.site, self.section.as_deref().unwrap_or_default(), &self.title];
        for part in words.into_iter().chain(self.look.parts()) {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        format!("{CARDS}/{}.png", &hasher.finalize().to_hex()[..16])
    }
}

/// Gives every citizens' page that search engines may list its card, and the cards as documents, each once.
pub(super) fn announced<A: Audience>(documents: &mut [Document<A>], site: &str, look: &Arc<CardLook>) -> Vec<Document<A>> {
    if A::NAME != Public::NAME {
        return Vec::new();
    }
    let mut cards: BTreeMap<String, Arc<CardDoc>> = BTreeMap::new();
    for document in documents {
        let Body::Page(page) = &mut document.body else { continue };
        if page.indexed && matches!(page.template, "home" | "section" | "page") {
            let card = CardDoc::of(page, site, look);
            let path = card.path();
            page.card = Some(format!("/{path}"));
            cards.entry(path).or_insert_with(|| Arc::new(card));
        }
    }
    cards.into_iter().map(|(path, card)| Document::new(path, Body::Card(card))).collect()
}
