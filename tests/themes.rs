//! The themes of this repository make every kind of page, as the browser checks and the law ask. Not a look at them:
//! that is `tests/browser`.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

use std::path::Path;

use tellal::pipeline::{self, Memo, Options};
use tellal::source::Memory;

const SITE: &str = "municipality: {name: Örnek Belediyesi, address: Çay Caddesi 1}
title: Örnek Belediyesi
base_url: https://www.ornek.bel.tr
theme: deneme
taxonomies: [tur, etiket]
paging: 1
nav:
  public: [{title: Duyurular, url: /duyurular/}]
  footer: [{title: Duyurular, url: /duyurular/}]
";

const NOTICE: &str = "---
title: Su & <kesinti>
date: 2026-11-20
summary: Sekiz saat.
tags: [su]
redirects: [/eski/]
---

Bkz. [öteki](b.md), [Kanun](https://www.mevzuat.gov.tr/).[^1]

## Sokaklar

| Mahalle | Hane |
|---|---:|
| Çay | 12 |

> [!WARNING]
> Kazı var.

[^1]: Dipnot.
";

/// A small site that has every kind of page, in the theme that lies in `folder`.
fn world(folder: &str) -> Memory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut world = Memory::new()
        .with("site.yaml", SITE)
        .with("content/public/index.md", "---\ntitle: Örnek Belediyesi\n---\n\nHoş geldiniz.\n")
        .with("content/public/404.md", "---\ntitle: Sayfa bulunamadı\n---\n\nAdresi denetleyin.\n")
        .with("content/public/duyurular/index.md", "---\ntitle: Duyurular\nkind: duyuru\nsection: {feed: true}\n---\n")
        .with("content/public/duyurular/a.md", NOTICE)
        .with("content/public/duyurular/b.md", "---\ntitle: Öteki\ndate: 2026-11-19\n---\n\nMetin.\n")
        .with("content/internal/index.md", "---\ntitle: İç sayfalar\n---\n\nMetin.\n");
    for part in ["", "templates", "assets"] {
        for entry in std::fs::read_dir(root.join(part)).expect("the theme has this folder") {
            let path = entry.expect("a theme's folder can be read").path();
            if path.is_file() {
                let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
                let part = if part.is_empty() { String::new() } else { format!("{part}/") };
                world =
                    world.with(&format!("themes/deneme/{part}{name}"), std::fs::read(&path).expect("a theme's file can be read"));
            }
        }
    }
    world
}

/// The pages of the two sites by path, after nothing was complained about.
fn pages(folder: &str) -> Vec<(String, String)> {
    let outcome = pipeline::build(&world(folder), &Memo::default(), &Options::default());
    assert!(outcome.diagnostics.is_empty(), "{folder}: {:#?}", outcome.diagnostics);
    let sites = outcome.sites.expect("nothing was complained about");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("pages are UTF-8");
    let public = sites.public.iter().map(|a| (a.path.to_string(), text(&a.bytes)));
    let internal = sites.internal.iter().map(|a| (format!("internal/{}", a.path), text(&a.bytes)));
    public.chain(internal).filter(|(path, _)| path.ends_with(".html")).collect()
}

#[test]
fn every_theme_makes_every_kind_of_page() {
    for folder in ["themes/varsayilan", "benches/tema-sade"] {
        let pages = pages(folder);
        for path in ["index.html", "404.html", "duyurular/index.html", "duyurular/sayfa/2/index.html", "duyurular/a/index.html"] {
            assert!(
                pages.iter().any(|(p, _)| p == path),
                "{folder} has no {path}: {:?}",
                pages.iter().map(|(p, _)| p).collect::<Vec<_>>()
            );
        }
        for (path, html) in &pages {
            let sends_on = html.contains("http-equiv=\"refresh\"");
            assert!(sends_on || html.matches("<h1").count() == 1, "one first-level heading: {folder}: {path}");
            assert!(html.starts_with("<!doctype html>\n<html lang=\"tr\">"), "{folder}: {path}");
            assert!(!html.contains("<kesinti>"), "a title is text: {folder}: {path}");
        }
    }
}

#[test]
fn the_default_theme_keeps_a_strict_policy_and_never_names_the_tool() {
    for (path, html) in pages("themes/varsayilan") {
        assert!(
            html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self';"),
            "{path}"
        );
        // What is told to programs is no script: no browser runs it.
        let html = html.replace("<script type=\"application/ld+json\">", "");
        assert!(
            !html.contains(" style=") && !html.contains("<style") && !html.contains("<script"),
            "{path}: the policy forbids it"
        );
        assert!(!html.contains("tellal") && !html.contains("Tellal"), "{path}");
        let internal = path.starts_with("internal/");
        assert_eq!(html.contains("İç kullanım"), internal, "staff's pages say so, and only they: {path}");
        assert!(!internal || html.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
    }
}

/// The names of the words in a Fluent file, each with the numbers it takes.
fn words(path: &str) -> Vec<(String, bool)> {
    let text = std::fs::read_to_string(path).expect("the theme has this file");
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains(" =");
    let name = |line: &str| line.split_once(" =").expect("it has been asked").0.to_owned();
    let messages = text.split("\n").filter(begins).map(name);
    messages.map(|name| (text.contains(&format!("\n{name} = {{ $count")), name)).map(|(counts, name)| (name, counts)).collect()
}

#[test]
fn the_default_theme_says_everything_in_every_language() {
    let turkish = words("themes/varsayilan/tr.ftl");
    assert!(turkish.len() > 60, "{turkish:?}");
    for entry in std::fs::read_dir("themes/varsayilan").expect("the theme can be read") {
        let path = entry.expect("and its entries").path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            assert_eq!(words(&path.to_string_lossy()), turkish, "{}: the same words in the same order", path.display());
        }
    }
}

#[test]
fn a_theme_says_only_what_it_says_differently() {
    let mut world = world("themes/varsayilan").with("themes/deneme/tr.ftl", "skip_link = Atla\n");
    for file in ["tr.ftl", "en.ftl"] {
        let path = format!("themes/varsayilan/{file}");
        world = world.with(&path, std::fs::read(&path).expect("the default theme has this file"));
    }
    let outcome = pipeline::build(&world, &Memo::default(), &Options::default());
    assert!(outcome.diagnostics.is_empty(), "{:#?}", outcome.diagnostics);
    let sites = outcome.sites.expect("nothing was complained about");
    let home = sites.public.iter().find(|file| &*file.path == "index.html").expect("there is a home page");
    let home = String::from_utf8(home.bytes.to_vec()).expect("pages are UTF-8");
    assert!(home.contains(">Atla</a>") && home.contains("Ana menü"), "{home}");
}

/// Pages in English of every kind that the program itself writes on.
const ENGLISH: [(&str, &str); 16] = [
    ("content/public/index.en.md", "---\ntitle: Sample\n---\n\nHello.\n"),
    ("content/public/hizmetler/index.md", "---\ntitle: Hizmetler\nsection: {kind: hizmet}\n---\n"),
    ("content/public/hizmetler/index.en.md", "---\ntitle: Services\n---\n"),
    ("content/public/hizmetler/su.en.md", "---\ntitle: Water\nservice: su\n---\n"),
    ("content/public/hizmetler/su.md", "---\ntitle: Su\nservice: su\n---\n"),
    ("content/public/hizmetler/bos.md", "---\ntitle: Boş\nservice: bos\n---\n"),
    ("content/public/hizmetler/bos.en.md", "---\ntitle: Empty\nservice: bos\n---\n"),
    ("content/public/rehber.md", "---\ntitle: Rehber\ndirectory: true\n---\n"),
    ("content/public/rehber.en.md", "---\ntitle: Directory\ndirectory: true\n---\n"),
    ("content/public/harita.md", "---\ntitle: Harita\nsitemap: true\n---\n"),
    ("content/public/harita.en.md", "---\ntitle: Map\nsitemap: true\n---\n"),
    ("content/public/konser.md", "---\ntitle: Konser\nevent: {start: 2026-12-05 19:00, state: postponed}\n---\n"),
    ("content/public/konser.en.md", "---\ntitle: Concert\nevent: {start: 2026-12-05 19:00, state: postponed}\n---\n"),
    ("content/public/takvim.md", "---\ntitle: Takvim\ncalendar: true\nrelease: {series: aylik}\n---\n"),
    ("content/public/takvim.en.md", "---\ntitle: Calendar\ncalendar: true\nrelease: {series: aylik}\n---\n"),
    (
        "data/hizmetler/su.yaml",
        "birim: su\nhizmetler:\n- {kod: su, ad: Su, kim: Herkes, belgeler: [], ucret: tarife, sure: 3-5 iş günü, \
         kanallar: [sahsen, e-devlet], ilk_muracaat: {birim: su, telefon: 0372 000 00 00, faks: 0372 000 00 00, \
         eposta: su@ornek.bel.tr}, ikinci_muracaat: {makam: Kaymakamlık}, dayanak: [Yönetmelik]}\n- {kod: bos, ad: Boş, ornek: true}\n",
    ),
];

/// What a reader sees of a page in its own language, piece by piece: no tags, and nothing that says it is Turkish.
fn said_in_english(html: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    // The elements that say they are Turkish, and how deep one is in them.
    let mut foreign: Vec<(&str, usize)> = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match foreign.last_mut() {
            Some((own, depth)) if *own == name && tag.starts_with('/') => *depth -= 1,
            Some((own, depth)) if *own == name => *depth += 1,
            _ if tag.contains(" lang=\"tr\"") => foreign.push((name, 1)),
            _ => {}
        }
        foreign.retain(|(_, depth)| *depth > 0);
        if foreign.is_empty() {
            pieces.push(text.trim());
        }
    }
    pieces
}

#[test]
fn no_turkish_word_of_the_theme_stands_on_a_page_in_english() {
    let mut world = world("themes/varsayilan")
        .with("site.yaml", SITE.replace("theme: deneme", "languages: [tr, en]\nsearch: true"))
        .with("data/birimler/birimler.yaml", "- {kod: su, ad: Su Müdürlüğü}\n")
        .with("data/telefonlar.yaml", "- {is: Su arızası, grup: Su, birim: su, telefon: 0372 000 00 00, ornek: true}\n")
        .with(
            "data/yayin-takvimi.yaml",
            "- {kod: aylik, ad: Aylık, yayinlar: [{donem: 2026-05, tarih: 2026-06-15}, {donem: 2099-06, tarih: 2099-07-15}]}\n",
        );
    for (path, text) in ENGLISH {
        world = world.with(path, text);
    }
    for entry in
        std::fs::read_dir("themes/varsayilan/templates").unwrap().chain(std::fs::read_dir("themes/varsayilan/assets").unwrap())
    {
        let path = entry.unwrap().path();
        world = world.with(&path.to_string_lossy(), std::fs::read(&path).unwrap());
    }
    for file in ["tr.ftl", "en.ftl", "simgeler.svg", "renkler.yaml"] {
        let path = format!("themes/varsayilan/{file}");
        world = world.with(&path, std::fs::read(&path).unwrap());
    }
    let outcome = pipeline::build(&world, &Memo::default(), &Options::default());
    let sites = outcome.sites.unwrap_or_else(|| {
        panic!(
            "{:?}",
            outcome.diagnostics.iter().map(|d| (d.code.id(), d.place.file.to_string(), d.place.line)).collect::<Vec<_>>()
        )
    });
    let read = |path: &str| std::fs::read_to_string(path).unwrap();
    let (turkish, english) = (read("themes/varsayilan/tr.ftl"), read("themes/varsayilan/en.ftl"));
    // What begins a word, as far as it waits for nothing.
    let begins = |line: &str| Some(line.split_once(" = ")?.1.split('{').next()?.trim().trim_end_matches(':').to_owned());
    let foreign: Vec<String> = turkish
        .lines()
        .filter(|line| !english.contains(*line))
        .filter_map(begins)
        .filter(|word| word.chars().count() > 2 && word != "Türkçe")
        .collect();
    assert!(foreign.len() > 150, "{}", foreign.len());
    let mut pages = 0;
    for page in sites.public.iter().filter(|file| file.path.starts_with("en/") && file.path.ends_with(".html")) {
        pages += 1;
        let html = String::from_utf8(page.bytes.to_vec()).unwrap();
        let main = html.split("<main").nth(1).unwrap_or_default();
        for piece in said_in_english(main) {
            let found = foreign
                .iter()
                .find(|word| piece == **word || piece.starts_with(&format!("{word} ")) || piece.starts_with(&format!("{word}:")));
            assert!(found.is_none(), "{}: {piece}", page.path);
        }
    }
    assert!(pages >= 9, "{pages}");
    let page = |path: &str| String::from_utf8(sites.public.get(path).expect(path).bytes.to_vec()).unwrap();
    assert!(page("en/konser/index.html").contains("Saturday, 5 December 2026, 19:00"));
    assert!(page("en/hizmetler/su/index.html").contains("3–5 working days at the latest."));
    assert!(page("en/takvim/index.html").contains("Next release: June 2099, 15 July 2099."));
}

/// Every colour that a style sheet writes in is one whose contrast the theme has measured.
#[test]
fn every_colour_of_text_is_measured_against_a_ground() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/varsayilan");
    let colours = std::fs::read_to_string(folder.join("renkler.yaml")).unwrap();
    let measured: Vec<&str> = colours.lines().filter(|line| line.contains("yazi: [")).collect();
    let measured = measured.join(" ");
    let mut texts = 0;
    for entry in std::fs::read_dir(folder.join("assets")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "css") {
            continue;
        }
        let sheet = std::fs::read_to_string(&path).unwrap();
        for property in [" color: var(--", ";color: var(--", "{color: var(--"] {
            for name in sheet.split(property).skip(1).filter_map(|rest| rest.split_once(')').map(|(name, _)| name)) {
                texts += 1;
                let named = measured.split(|c: char| !(c.is_ascii_lowercase() || c == '-')).any(|known| known == name);
                assert!(named, "{}: no ground is measured for `{name}`", path.display());
            }
        }
    }
    assert!(texts > 20, "only {texts} texts were found");
}

/// An old telephone loads this before it shows anything.
#[test]
fn an_ordinary_page_loads_at_most_ten_kilobytes_of_style() {
    let outcome = pipeline::build(&world("themes/varsayilan"), &Memo::default(), &Options::default());
    let sites = outcome.sites.expect("nothing was complained about");
    let page = sites.public.get("duyurular/b/index.html").expect("it is there");
    let html = String::from_utf8_lossy(&page.bytes);
    let sheets = html.split("<link rel=\"stylesheet\" href=\"/").skip(1).filter_map(|rest| rest.split_once('"'));
    let bytes: usize = sheets.map(|(path, _)| sites.public.get(path).expect("the sheet is published").bytes.len()).sum();
    assert!(bytes > 0 && bytes <= 10_000, "{bytes} bytes");
}
