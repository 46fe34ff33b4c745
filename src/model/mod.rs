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

/// The kinds of pages a municipal site has (domain glossary), with their words.
const KINDS: &[(&str, &str)] = &[
    ("duyuru", "Duyuru"),
    ("kesinti", "Kesinti"),
    ("aski", "Askı ilanı"),
    ("vefat", "Vefat ilanı"),
    ("rehber", "Kent rehberi"),
    ("haber", "Haber"),
    ("etkinlik", "Etkinlik"),
    ("hizmet", "Hizmet"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_word_in_the_theme_in_both_languages() {
        let (turkish, english) = (include_str!("../../themes/varsayilan/tr.ftl"), include_str!("../../themes/varsayilan/en.ftl"));
        for (name, title) in KINDS {
            assert!(turkish.contains(&format!("\nkind_{name} = {title}\n")), "tr.ftl: {name}");
            assert!(english.contains(&format!("\nkind_{name} = ")), "en.ftl: {name}");
        }
    }
}
