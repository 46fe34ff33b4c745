//! A theme: templates, words, assets; the only door to Tera. Not a place for decisions: a template sees one finished page.
//!
//! A template's variables: `page` (a [`PageDoc`]), `content` (its text as HTML), `site` (a [`SiteDoc`]),
//! `words` (the theme's `tr.ftl`, `en.ftl` and so on, in the page's language) and `asset` (addresses of the files in
//! `assets/`, by name) and `languages` (what each language calls itself, by code); `counted(word="…", n=3)` gives a word with a number in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera, Value};

use super::tongue::{Tongue, counted};
use super::words::Words;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::{self, Language, borrowed};
use crate::view::{KEYS, PageDoc, SiteDoc};

/// The templates every theme has: one for each kind of page, and the page that only sends on.
pub const TEMPLATES: [&str; 8] = ["error", "home", "list", "page", "redirect", "search", "section", "terms"];

/// A theme, read and compiled (tema). Shared by all sites and threads.
pub struct Theme {
    tera: Tera,
    templates: String,
    tongues: BTreeMap<Language, Tongue>,
    assets: Vec<Asset>,
    hash: blake3::Hash,
}

/// A file of a theme that is published under an address that changes with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path in the site's tree: `varlik/stil.0123456789.css`.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl Theme {
    /// Reads the theme in `folder` (`themes/varsayilan`) from its `files` (paths from the root of the repository) and its
    /// `words`, for pages in `languages`. What cannot be read is complained about and missing from the theme.
    pub fn load(
        diag: &mut Diagnostics,
        folder: &str,
        files: &[(Arc<str>, Arc<[u8]>)],
        words: &Arc<language::Words>,
        languages: &[Language],
    ) -> Theme {
        let templates = format!("{folder}/templates/");
        let mut sources = sources(diag, &templates, files);
        let mut tera = Tera::default();
        tera.register_function("counted", counted(Arc::clone(words)));
        compile(diag, &mut tera, &templates, &mut sources);
        let (assets, addresses) = assets(&format!("{folder}/assets/"), files);
        let names = |language: &Language| (language.to_string(), words.say(*language, "language_name").text);
        let names: BTreeMap<String, String> = languages.iter().map(names).collect();
        tera.global_context().insert_value("languages", Value::from_serializable(&names));
        tera.global_context().insert_value("asset", Value::from_serializable(&addresses));
        // No words at all is one mistake of the file, said where it was read, and not forty of the theme.
        let turkish = words.book(Language::TURKISH).filter(|_| !words.is_empty());
        let lacks = |key: &&&str| turkish.is_some_and(|book| !book.has(key));
        for key in Words::KEYS.iter().chain(KEYS).filter(lacks) {
            diag.push(Diagnostic::new(Code::MISSING_WORD, Place::file(format!("{folder}/tr.ftl"))).with("key", *key));
        }
        let tongues = [&Language::TURKISH].into_iter().chain(languages);
        let tongues = tongues.map(|language| (*language, Tongue::of(words, *language))).collect();
        Theme { tera, templates, tongues, assets, hash: hash(files) }
    }

    /// The words of pages in `language`, for what is written outside templates.
    pub fn words(&self, language: Language) -> &Words {
        &self.tongue(language).html
    }

    /// The words of one of the site's languages; Turkish for any other.
    fn tongue(&self, language: Language) -> &Tongue {
        self.tongues.get(&language).unwrap_or_else(|| &self.tongues[&Language::TURKISH])
    }

    /// The files to publish with every site.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// A hash of all the theme's files: pages made with equal hashes of equal documents are equal.
    pub fn hash(&self) -> blake3::Hash {
        self.hash
    }

    /// The theme in the frame of one site.
    pub fn dress(&self, site: &SiteDoc) -> Dressed<'_> {
        Dressed { theme: self, language: site.lang, site: Value::from_serializable(site) }
    }
}

/// A theme in the frame of one site (giydirilmiş tema).
pub struct Dressed<'t> {
    theme: &'t Theme,
    language: Language,
    site: Value,
}

impl Dressed<'_> {
    /// The language of the frame.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The whole page in UTF-8: `content` is its prose as HTML.
    pub fn page(&self, page: &PageDoc, content: &str) -> Result<Vec<u8>, Diagnostic> {
        let mut context = Context::new();
        context.insert("page", page);
        // Marked safe here, so that the text is copied once and never looked at again.
        context.insert_value("content", Value::safe_string(content));
        self.render(page.template, context, &page.url, content.len())
    }

    /// The page that only sends on to `url`.
    pub fn redirect(&self, url: &str) -> Result<Vec<u8>, Diagnostic> {
        let mut context = Context::new();
        context.insert("url", url);
        self.render("redirect", context, url, 0)
    }

    fn render(&self, template: &str, mut context: Context, url: &str, content: usize) -> Result<Vec<u8>, Diagnostic> {
        const FRAME: usize = 12 * 1024;
        let name = format!("{template}.html");
        context.insert_value("site", self.site.clone());
        let tongue = self.theme.tongue(self.language);
        context.insert_value("words", tongue.values.clone());
        let mut out = Vec::with_capacity(content + FRAME);
        match self.theme.tera.render_to(&name, &context, &mut out) {
            Ok(()) if !self.language.is_turkish() => {
                let html = String::from_utf8(out).expect("templates and pages are UTF-8");
                Ok(borrowed::settle(&html).into_bytes())
            }
            Ok(()) => Ok(out),
            Err(error) => Err(complaint(Code::TEMPLATE_ERROR, &self.theme.templates, &name, &error).with("page", url.to_owned())),
        }
    }
}

/// The templates' texts by name, as Tera knows them: the path below `templates/`.
fn sources<'f>(diag: &mut Diagnostics, folder: &str, files: &'f [(Arc<str>, Arc<[u8]>)]) -> Vec<(&'f str, &'f str)> {
    let mut sources = Vec::new();
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix(folder).filter(|name| name.ends_with(".html")) else { continue };
        match std::str::from_utf8(bytes) {
            Ok(text) => sources.push((name, text)),
            Err(_) => diag.push(Diagnostic::new(Code::NOT_UTF8, Place::file(Arc::clone(path)))),
        }
    }
    // A theme without any file has been complained about as a whole.
    for name in TEMPLATES.into_iter().filter(|_| !files.is_empty()) {
        let file = format!("{name}.html");
        if !sources.iter().any(|(known, _)| *known == file) {
            diag.push(Diagnostic::new(Code::MISSING_TEMPLATE, Place::file(format!("{folder}{file}"))).with("template", name));
        }
    }
    sources
}

/// Compiles all templates together. Tera stops at the first that cannot be parsed; taking that one out and trying again
/// finds the others, so that an author sees all slips at once.
fn compile(diag: &mut Diagnostics, tera: &mut Tera, folder: &str, sources: &mut Vec<(&str, &str)>) {
    let mut slips = 0;
    while let Err(error) = tera.add_raw_templates(sources.iter().copied()) {
        match error.kind() {
            ErrorKind::SyntaxError(report) => {
                slips += 1;
                diag.push(complaint(Code::BAD_TEMPLATE, folder, report.filename(), &error));
                sources.retain(|(name, _)| *name != report.filename());
            }
            // What is left may only lack a template that was taken out.
            _ if slips > 0 => return,
            _ => {
                diag.extend(complaints(folder, &error));
                return;
            }
        }
    }
}

fn assets(folder: &str, files: &[(Arc<str>, Arc<[u8]>)]) -> (Vec<Asset>, BTreeMap<String, String>) {
    let mut assets = Vec::new();
    let mut addresses = BTreeMap::new();
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix(folder) else { continue };
        let digest = blake3::hash(bytes).to_hex();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let path = format!("varlik/{stem}.{}.{extension}", &digest[..10]);
        addresses.insert(name.to_owned(), format!("/{path}"));
        assets.push(Asset { path, bytes: Arc::clone(bytes) });
    }
    (assets, addresses)
}

/// Over names and bytes with their lengths, so that no two themes can be written alike.
fn hash(files: &[(Arc<str>, Arc<[u8]>)]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in files {
        hasher.update(&(path.len() as u64).to_le_bytes()).update(path.as_bytes());
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    hasher.finalize()
}

/// One complaint about a template, at the place the error names, or at `template` where it names none.
fn complaint(code: Code, folder: &str, template: &str, error: &tera::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let place = Place::at(format!("{folder}{}", report.filename()), span.start_line as u32, span.start_col as u32 + 1);
            Diagnostic::new(code, place).with("cause", report.message().to_owned())
        }
        ErrorKind::MissingParent { current, .. } => {
            Diagnostic::new(code, Place::file(format!("{folder}{current}"))).with("cause", error.to_string())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            Diagnostic::new(code, Place::file(format!("{folder}{tpl}"))).with("cause", error.to_string())
        }
        _ => Diagnostic::new(code, Place::file(format!("{folder}{template}"))).with("cause", error.to_string()),
    }
}

/// The complaints in an error about how templates fit together: Tera gives these only as text, a report a paragraph,
/// each with a line `--> file:line:column`.
fn complaints(folder: &str, error: &tera::Error) -> Vec<Diagnostic> {
    let ErrorKind::Msg(reports) = error.kind() else { return vec![complaint(Code::BAD_TEMPLATE, folder, "", error)] };
    reports.split("\n\n").map(|report| placed(folder, report)).collect()
}

fn placed(folder: &str, report: &str) -> Diagnostic {
    let mut lines = report.lines();
    let cause = lines.next().unwrap_or_default().trim_start_matches("error: ");
    let place = lines.find_map(|line| {
        let (file, position) = line.trim_start().strip_prefix("--> ")?.split_once(':')?;
        let (line, column) = position.split_once(':')?;
        Some(Place::at(format!("{folder}{file}"), line.parse().ok()?, column.parse().ok()?))
    });
    let place = place.unwrap_or_else(|| Place::file(folder.trim_end_matches('/').to_owned()));
    Diagnostic::new(Code::BAD_TEMPLATE, place).with("cause", cause.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Prose;
    use crate::view::{LanguageDoc, LinkDoc};

    const FOLDER: &str = "themes/deneme";

    fn turkish(text: &str) -> Arc<language::Words> {
        let (book, faults) = language::Book::read(Language::TURKISH, &[text]);
        assert_eq!(faults, []);
        Arc::new(language::Words::new(BTreeMap::from([(Language::TURKISH, book)])))
    }

    /// A theme whose templates are all `base`, but for those given.
    fn load(given: &[(&str, &str)]) -> (Theme, Vec<String>) {
        let mut files: BTreeMap<String, String> =
            TEMPLATES.iter().map(|t| (format!("templates/{t}.html"), "{{ content }}".to_owned())).collect();
        files.extend(given.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
        files.retain(|_, text| text != "-");
        let files: Vec<_> =
            files.iter().map(|(path, text)| (format!("{FOLDER}/{path}").into(), Arc::from(text.as_bytes()))).collect();
        let text: String = Words::KEYS.iter().chain(KEYS).map(|key| format!("{key} = söz {key}\n")).collect();
        let mut diag = Diagnostics::new();
        let theme = Theme::load(&mut diag, FOLDER, &files, &turkish(&text), &[]);
        let said = diag.iter().map(|d| format!("{} {}:{}:{}", d.code.id(), d.place.file, d.place.line, d.place.column)).collect();
        (theme, said)
    }

    fn site() -> SiteDoc {
        let nav = vec![LinkDoc { title: "Duyurular".into(), url: "/duyurular/".into() }];
        SiteDoc {
            name: "Örnek".into(),
            motto: None,
            audience: "public",
            lang: Language::TURKISH,
            base_url: "https://www.ornek.bel.tr".into(),
            nav,
            home: "/".into(),
            search: None,
            letters: None,
            footer: vec![],
            contact: vec![],
        }
    }

    fn page() -> PageDoc {
        PageDoc {
            template: "page",
            title: "Su & <kesinti>".into(),
            summary: None,
            url: "/su/".into(),
            language: LanguageDoc::default(),
            audience: "public",
            kind: None,
            breadcrumbs: vec![],
            date: None,
            updated: None,
            unit: None,
            sources: vec![],
            tags: vec![],
            toc: vec![],
            list: None,
            groups: vec![],
            downloads: vec![],
            regulation: false,
            data: None,
            feed: None,
            synthetic: false,
            indexed: true,
            nav_active: None,
            prose: Prose::default(),
        }
    }

    #[test]
    fn a_page_has_its_content_as_it_is_and_everything_else_escaped() {
        let template =
            "<title>{{ page.title }} – {{ site.name }}</title>{{ words.footnotes }} {{ asset[\"a/stil.css\"] }} {{ content }}";
        let (theme, said) =
            load(&[("templates/page.html", template), ("templates/redirect.html", "{{ url }}"), ("assets/a/stil.css", "p{}")]);
        assert_eq!(said, [""; 0]);
        let asset = &theme.assets()[0];
        assert!(
            asset.path.starts_with("varlik/a/stil.") && asset.path.len() == "varlik/a/stil.0123456789.css".len(),
            "{}",
            asset.path
        );
        assert_eq!(
            theme.dress(&site()).page(&page(), "<p>Metin</p>").unwrap(),
            format!("<title>Su &amp; &lt;kesinti&gt; – Örnek</title>söz footnotes /{} <p>Metin</p>", asset.path).into_bytes()
        );
        assert_eq!(theme.dress(&site()).redirect("/yeni/?a=\"").unwrap(), b"/yeni/?a=&quot;");
    }

    #[test]
    fn all_slips_of_the_pen_are_found_at_once_each_at_its_place() {
        let (_, said) = load(&[
            ("templates/page.html", "a\nb {{ page. }}"),
            ("templates/list.html", "{% if x %}"),
            ("templates/home.html", "{% extends \"list.html\" %}"),
        ]);
        assert_eq!(
            said,
            ["bad-template themes/deneme/templates/list.html:1:11", "bad-template themes/deneme/templates/page.html:2:12"]
        );
    }

    #[test]
    fn templates_that_do_not_fit_together_are_found_when_the_theme_is_read() {
        assert_eq!(
            load(&[("templates/page.html", "ş {{ page.title | baskisi }}")]).1,
            ["bad-template themes/deneme/templates/page.html:1:19"]
        );
        assert_eq!(
            load(&[("templates/page.html", "{% extends \"yok.html\" %}")]).1,
            ["bad-template themes/deneme/templates/page.html:0:0"]
        );
        assert_eq!(
            load(&[
                ("templates/page.html", "{% extends \"list.html\" %}"),
                ("templates/list.html", "{% extends \"page.html\" %}")
            ])
            .1
            .len(),
            1
        );
        assert_eq!(load(&[("templates/terms.html", "-")]).1, ["missing-template themes/deneme/templates/terms.html:0:0"]);
    }

    #[test]
    fn a_template_that_fails_says_where_and_for_which_page() {
        let (theme, _) = load(&[("templates/page.html", "{{ content }}\n  {{ page.baslik }}")]);
        let complaint = theme.dress(&site()).page(&page(), "").unwrap_err();
        assert_eq!((complaint.code, complaint.place.file.as_ref()), (Code::TEMPLATE_ERROR, "themes/deneme/templates/page.html"));
        assert_eq!((complaint.place.line, complaint.place.column), (2, 11));
        assert!(complaint.args.contains(&("page", "/su/".to_owned())), "{complaint:?}");
    }

    #[test]
    fn a_missing_word_is_complained_about_where_it_belongs() {
        let mut diag = Diagnostics::new();
        Theme::load(&mut diag, FOLDER, &[], &turkish("alert_note = Bilgi\n"), &[]);
        let words: Vec<_> = diag.iter().filter(|d| d.code == Code::MISSING_WORD).collect();
        assert_eq!(words.len(), Words::KEYS.len() + KEYS.len() - 1);
        assert!(words.iter().all(|d| d.place.file.as_ref() == "themes/deneme/tr.ftl"));
    }

    #[test]
    fn the_hash_knows_names_from_bytes() {
        let hash_of =
            |files: &[(&str, &str)]| hash(&files.iter().map(|(p, b)| ((*p).into(), Arc::from(b.as_bytes()))).collect::<Vec<_>>());
        assert_eq!(hash_of(&[("a", "bc")]), hash_of(&[("a", "bc")]));
        assert_ne!(hash_of(&[("a", "bc")]), hash_of(&[("ab", "c")]));
        assert_ne!(hash_of(&[("a", "b"), ("c", "d")]), hash_of(&[("a", "bcd")]));
    }
}
