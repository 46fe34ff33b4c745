//! The municipality as typed facts: content, datasets, registries; links resolved. Nothing here knows how it looks.

pub mod alert;
pub mod calendar;
mod contact;
pub mod content;
pub mod council;
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
mod sections;
pub mod service;
pub mod sources;
pub mod worklist;
mod writer;

/// The words of a kind of page: `duyuru` → `Duyuru`. Kinds nobody knows are shown as written.
pub fn kind_title(kind: &str) -> String {
    let known = KINDS.iter().find(|(name, _)| *name == kind);
    known.map_or_else(|| kind.to_owned(), |(_, title)| (*title).to_owned())
}

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
