//! What can be begun with a command: the kinds that every municipality has, and the sections of this site. A kind is found by
//! whatever people call it. Not what is written then.

use crate::diag::Diagnostics;
use crate::parse::page::{self, Sort};
use crate::source::World;
use crate::turkish;

/// A kind of page or entry (tür).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// Its name.
    pub name: String,
    /// The folder of its pages.
    pub folder: String,
    /// The title of its section.
    pub title: String,
    /// What is written.
    pub form: Form,
}

/// What is written for a kind (biçim).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A page of its day: many of one title come over the years.
    News,
    /// A page that ages: someone has to look at it again after a year.
    Lasting,
    /// Any other page.
    Page,
    /// An entry of the registry of services; its page is made from it.
    Service,
    /// An entry of the council's year.
    Meeting,
    /// An entry of the council's year.
    Decision,
    /// An entry of the council's year.
    Report,
    /// An alert.
    Alert,
}

/// The kinds of every municipality: name, folder, title of the section, form. A site's own section of the kind comes first.
const KINDS: &[(&str, &str, &str, Form)] = &[
    ("duyuru", "content/public/duyurular", "Duyurular", Form::News),
    ("haber", "content/public/haberler", "Haberler", Form::News),
    ("kesinti", "content/public/kesintiler", "Kesintiler", Form::News),
    ("aski", "content/public/aski-ilanlari", "Askı ilanları", Form::News),
    ("vefat", "content/public/vefat-ilanlari", "Vefat ilanları", Form::News),
    ("etkinlik", "content/public/etkinlikler", "Etkinlikler", Form::News),
    ("ihale", "content/public/ihaleler", "İhaleler", Form::News),
    ("hizmet", "content/public/hizmetler", "Hizmetler", Form::Service),
    ("meclis-gundemi", "data/meclis", "Meclis toplantısı", Form::Meeting),
    ("meclis-karari", "data/meclis", "Karar", Form::Decision),
    ("komisyon-raporu", "data/meclis", "Komisyon raporu", Form::Report),
    ("uyari", "data", "Uyarı", Form::Alert),
    ("kurumsal", "content/public/kurumsal", "Kurumsal", Form::Lasting),
    ("mudurluk", "content/public/mudurlukler", "Müdürlükler", Form::Lasting),
    ("mevzuat", "content/public/mevzuat", "Mevzuat", Form::Page),
    ("meclis", "content/public/meclis", "Meclis", Form::Page),
    ("istatistik", "content/public/istatistik", "İstatistik", Form::Page),
    ("rapor", "content/reports", "Raporlar", Form::Page),
    ("acik-veri", "content/public/acik-veri", "Açık veri", Form::Page),
    ("bilgi-edinme", "content/public/bilgi-edinme", "Bilgi edinme", Form::Lasting),
    ("el-kitabi", "content/internal/el-kitabi", "El kitabı", Form::Lasting),
];

/// The kinds of this site, in the order in which they are told.
pub(super) fn all(world: &dyn World) -> Vec<Kind> {
    let known = |&(name, folder, title, form): &(&str, &str, &str, Form)| Kind {
        name: name.to_owned(),
        folder: folder.to_owned(),
        title: title.to_owned(),
        form,
    };
    let mut kinds: Vec<Kind> = KINDS.iter().map(known).collect();
    let mut placed = Vec::new();
    for section in sections(world) {
        let same = kinds.iter_mut().find(|kind| kind.name == section.name);
        match same {
            // The council's and the services' entries go into their registries, wherever their pages are.
            Some(kind) if kind.folder.starts_with("data") => {}
            Some(kind) if !placed.contains(&section.name) => {
                placed.push(section.name);
                (kind.folder, kind.title) = (section.folder, section.title);
            }
            Some(_) => kinds.push(Kind { name: last(&section.folder).to_owned(), ..section }),
            None => {
                placed.push(section.name.clone());
                kinds.push(section);
            }
        }
    }
    kinds
}

/// The sections of the site, as kinds.
fn sections(world: &dyn World) -> Vec<Kind> {
    let mut quiet = Diagnostics::new();
    let files = ["content/public", "content/internal"].map(|folder| world.list(&mut quiet, folder));
    let indexes = files.into_iter().flatten().filter(|file| file.path.ends_with("/index.md"));
    let sections = indexes.filter_map(|file| {
        let page = page::parse(&mut Diagnostics::new(), &file.path, &world.read(&file.path).ok()?)?;
        let section = page.front.section?;
        let folder = file.path.strip_suffix("/index.md")?.to_owned();
        let form = if section.feed && section.sort == Sort::Date { Form::News } else { Form::Page };
        Some(Kind { name: section.kind.unwrap_or_else(|| last(&folder).to_owned()), folder, title: page.front.title, form })
    });
    sections.collect()
}

/// The kind that `word` names: by its name, its folder or its title, in the singular or the plural, with Turkish letters or
/// without.
pub(super) fn find<'k>(kinds: &'k [Kind], word: &str) -> Option<&'k Kind> {
    let wanted = turkish::slug(word);
    let named = |kind: &&Kind| names(kind).contains(&wanted);
    let alike = |kind: &&Kind| names(kind).iter().any(|name| stem(name) == stem(&wanted));
    kinds.iter().find(named).or_else(|| kinds.iter().find(alike))
}

/// What a kind is called.
pub(super) fn names(kind: &Kind) -> Vec<String> {
    let mut names = vec![kind.name.clone(), turkish::slug(&kind.title)];
    if !kind.folder.starts_with("data") {
        names.push(last(&kind.folder).to_owned());
    }
    if kind.form == Form::Meeting {
        names.extend(["gundem", "toplanti"].map(str::to_owned));
    }
    names
}

/// The word without the ending of its plural or its possessive: `askı ilanları` and `askı ilanı` meet.
fn stem(word: &str) -> &str {
    ["lari", "leri", "lar", "ler", "si", "i"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn last(folder: &str) -> &str {
    folder.rsplit('/').next().unwrap_or(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind_title;
    use crate::source::Memory;

    #[test]
    fn every_kind_of_page_is_one_that_pages_know() {
        for (name, folder, _, _) in KINDS.iter().filter(|kind| kind.1.starts_with("content/")) {
            assert_ne!(kind_title(name), *name, "the model has no words for `{name}` ({folder})");
        }
    }

    #[test]
    fn a_kind_is_found_by_whatever_people_call_it() {
        let kinds = all(&Memory::new());
        let found = |word: &str| find(&kinds, word).map(|kind| &*kind.name);
        for word in ["kesinti", "Kesintiler", "KESİNTİ"] {
            assert_eq!(found(word), Some("kesinti"), "{word}");
        }
        for word in ["aski", "askı", "askı ilanı", "Askı ilanları", "aski-ilanlari"] {
            assert_eq!(found(word), Some("aski"), "{word}");
        }
        for (word, name) in [
            ("vefat", "vefat"),
            ("müdürlük", "mudurluk"),
            ("ihaleler", "ihale"),
            ("meclis kararı", "meclis-karari"),
            ("karar", "meclis-karari"),
            ("gündem", "meclis-gundemi"),
            ("toplantı", "meclis-gundemi"),
            ("meclis", "meclis"),
            ("uyarı", "uyari"),
            ("bilgi edinme", "bilgi-edinme"),
        ] {
            assert_eq!(found(word), Some(name), "{word}");
        }
        assert_eq!(found("duyru"), None, "a slip of the pen is asked about");
    }

    #[test]
    fn the_sections_of_the_site_are_kinds_and_say_where_the_known_ones_are() {
        let world = Memory::new()
            .with("content/public/su/index.md", "---\ntitle: Su kesintileri\nsection: {kind: kesinti, feed: true}\n---\n")
            .with("content/public/muzeler/index.md", "---\ntitle: Müzelerimiz\nsection: {}\n---\n")
            .with("content/public/meclis/kararlar/index.md", "---\ntitle: Kararlar\nsection: {kind: meclis-karari}\n---\n");
        let kinds = all(&world);
        let found = |word: &str| find(&kinds, word).map(|kind| (&*kind.name, &*kind.folder, kind.form));
        assert_eq!(found("kesinti"), Some(("kesinti", "content/public/su", Form::News)));
        assert_eq!(found("su kesintisi"), Some(("kesinti", "content/public/su", Form::News)));
        assert_eq!(found("müze"), Some(("muzeler", "content/public/muzeler", Form::Page)));
        assert_eq!(found("karar"), Some(("meclis-karari", "data/meclis", Form::Decision)));
    }
}
