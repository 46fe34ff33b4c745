//! The municipality as typed facts: content, datasets, registries; links resolved. Nothing here knows how it looks.

pub mod alert;
pub mod calendar;
mod contact;
pub mod content;
pub mod council;
pub mod data;
pub mod dataset;
pub mod diary;
pub mod directory;
pub mod duty;
pub mod event;
pub mod figure;
pub mod import;
pub mod publication;
pub mod registry;
pub mod regulation;
pub mod release;
pub mod schema;
mod sections;
pub mod service;
pub mod sources;
pub mod town;
pub mod worklist;
mod writer;

/// The words of a kind of page: `duyuru` → `Duyuru`. Kinds nobody knows are shown as written.
pub fn kind_title(kind: &str) -> String {
    let known = KINDS.iter().find(|(name, _)| *name == kind);
    known.map_or_else(|| kind.to_owned(), |(_, title)| (*title).to_owned())
}

/// The English words of a kind of page; `None` for kinds that have none.
pub fn kind_title_in_english(kind: &str) -> Option<&'static str> {
    ENGLISH_KINDS.iter().find(|(name, _)| *name == kind).map(|(_, title)| *title)
}

/// The kinds that pages in English have.
const ENGLISH_KINDS: &[(&str, &str)] = &[
    ("duyuru", "Announcement"),
    ("haber", "News"),
    ("hizmet", "Service"),
    ("kurumsal", "About the municipality"),
    ("mudurluk", "Directorate"),
    ("mevzuat", "Legislation"),
    ("meclis", "Municipal council"),
    ("ihale", "Tender"),
    ("istatistik", "Statistics"),
    ("rapor", "Report"),
    ("acik-veri", "Open data"),
    ("bilgi-edinme", "Right to information"),
    ("kvkk", "Protection of personal data"),
    ("erisilebilirlik", "Accessibility"),
    ("iletisim", "Contact"),
];

/// The kinds of pages a municipal site has (domain glossary), with their words.
const KINDS: &[(&str, &str)] = &[
    ("duyuru", "Duyuru"),
    ("kesinti", "Kesinti"),
    ("aski", "Askı ilanı"),
    ("rehber", "Kent rehberi"),
    ("haber", "Haber"),
    ("etkinlik", "Etkinlik"),
    ("hizmet", "Hizmet"),
    ("rehber", "Rehber"),
    ("mahalle", "Mahalle"),
    ("kurumsal", "Kurumsal"),
    ("mudurluk", "Müdürlük"),
    ("mevzuat", "Mevzuat"),
    ("meclis", "Meclis"),
    ("meclis-gundemi", "Meclis gündemi"),
    ("meclis-karari", "Meclis kararı"),
    ("komisyon-raporu", "Komisyon raporu"),
    ("ihale", "İhale"),
    ("istatistik", "İstatistik"),
    ("rapor", "Rapor"),
    ("acik-veri", "Açık veri"),
    ("bilgi-edinme", "Bilgi edinme"),
    ("kvkk", "Kişisel verilerin korunması"),
    ("erisilebilirlik", "Erişilebilirlik"),
    ("iletisim", "İletişim"),
    ("el-kitabi", "El kitabı"),
];
