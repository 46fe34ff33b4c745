//! A theme: templates, words, assets; the only door to Tera. Not a place for decisions: a template sees one finished page.
//!
//! A template's variables: `page` (a [`PageDoc`]), `content` (its text as HTML), `contents` (links to its headings, when there
//! are enough of them), `needs` (the style sheets that the text asks for), `site` (a [`SiteDoc`]), `alert` (the banner of alerts,
//! which every page of citizens must show), `words` (the theme's `tr.ftl`, `en.ftl` and so on, in the page's language),
//! `linked_data` (what the page tells search engines, as JSON-LD; absent where they are not to list it),
//! `languages` (what each language calls itself, by code), `icon` (its drawings as inline SVG, by name), `colour` (the light
//! colours by name) and `asset` (addresses of the files in `assets/`, by name); `counted(word="…", n=3)` gives a word with a
//! number in it. A theme's own template finds the default theme's, which it stands in place of, under `varsayilan/<name>`: it
//! can extend it and write only the blocks that differ.

mod cause;
mod fields;
mod sources;
mod tokens;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Tera, Value};

use sources::{Sources, compile, complaint};

pub(super) use cause::lacking_field;

use super::alert;
use super::asset::{self, Asset};
use super::html::Needs;
use super::linked;
use super::tongue::{Tongue, counted};
use super::words::Words;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::{self, KEYS, Language, Ways, borrowed};
use crate::parse::theme::{Icon, ThemeFiles};
use crate::view::fields::{DOCUMENTS, Shape};
use crate::view::{LinkDoc, PageDoc, SiteDoc};

/// The templates every theme has: one for each kind of page, and the page that only sends on.
pub const TEMPLATES: [&str; 8] = ["error", "home", "list", "page", "redirect", "search", "section", "terms"];

/// A theme, read and compiled (tema). Shared by all sites and threads.
pub struct Theme {
    tera: Tera,
    sources: Sources,
    tongues: BTreeMap<Language, Tongue>,
    /// The site's languages besides Turkish.
    languages: Vec<Language>,
    assets: Vec<Asset>,
    addresses: BTreeMap<String, String>,
    /// The light colours by name.
    colours: BTreeMap<String, String>,
    /// Whether any template asks for `linked_data`.
    says_linked_data: bool,
    hash: blake3::Hash,
}

impl Theme {
    /// Compiles what was read of a theme, for pages in `languages`. What cannot be compiled is complained about and missing
    /// from the theme.
    pub fn load(diag: &mut Diagnostics, mut files: ThemeFiles, languages: &[Language]) -> Theme {
        let hash = hash(&files);
        let sources = Sources::of(diag, &files);
        let words = std::mem::take(&mut files.words);
        let mut tera = Tera::default();
        tera.register_function("counted", counted(Arc::clone(&words)));
        let compiled = compile(diag, &mut tera, &sources);
        let (assets, addresses) = asset::assets(&files);
        if compiled {
            fields::check(diag, &sources, &known(&files, &words, &addresses));
        }
        let names = |language: &Language| (language.to_string(), words.say(*language, "language_name").text);
        let names: BTreeMap<String, String> = languages.iter().map(names).collect();
        tera.global_context().insert_value("languages", Value::from_serializable(&names));
        let light = |(name, both): (&String, &[String; 2])| (name.clone(), both[0].clone());
        let colours: BTreeMap<String, String> = files.colours.iter().map(light).collect();
        tera.global_context().insert_value("colour", Value::from_serializable(&colours));
        tera.global_context().insert_value("asset", Value::from_serializable(&addresses));
        tera.global_context().insert_value("icon", icons(&files.icons));
        // No words at all is one mistake of the file, said where it was read, and not forty of the theme.
        let turkish = words.book(Language::TURKISH).filter(|_| !words.is_empty());
        let lacks = |key: &&&str| turkish.is_some_and(|book| !book.has(key));
        for key in Words::KEYS.iter().chain(KEYS).filter(lacks) {
            diag.push(Diagnostic::new(Code::MISSING_WORD, Place::file(format!("{}/tr.ftl", files.folder))).with("key", *key));
        }
        let tongues = [&Language::TURKISH].into_iter().chain(languages);
        let tongues = tongues.map(|language| (*language, Tongue::of(&words, *language))).collect();
        let says_linked_data = sources.texts().any(|(_, text)| text.contains("linked_data"));
        Theme { tera, sources, tongues, languages: languages.to_vec(), assets, addresses, colours, says_linked_data, hash }
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

    /// The address of the file `name` of the theme's `assets/`, from the root of the site.
    pub fn address(&self, name: &str) -> Option<&str> {
        self.addresses.get(name).map(String::as_str)
    }

    /// The light colour of this name.
    pub fn colour(&self, name: &str) -> Option<&str> {
        self.colours.get(name).map(String::as_str)
    }

    /// A hash of all the theme's files: pages made with equal hashes of equal documents are equal.
    pub fn hash(&self) -> blake3::Hash {
        self.hash
    }

    /// The theme in the frame of one site.
    pub fn dress(&self, site: &SiteDoc) -> Dressed<'_> {
        let words = alert::BannerWords::of(&self.tongue(site.lang).html);
        let banner = Value::safe_string(&alert::banner(&site.alerts, &words));
        Dressed { theme: self, language: site.lang, site: Value::from_serializable(site), frame: site.clone(), banner }
    }
}

/// A theme in the frame of one site (giydirilmiş tema).
pub struct Dressed<'t> {
    theme: &'t Theme,
    pub(super) language: Language,
    site: Value,
    frame: SiteDoc,
    banner: Value,
}

impl Dressed<'_> {
    /// The whole page in UTF-8: `content` is its prose as HTML, `contents` the way to its headings, and `needs` what the
    /// prose asks for.
    pub fn page(&self, page: &PageDoc, content: &str, contents: &[LinkDoc], needs: Needs) -> Result<Vec<u8>, Diagnostic> {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert("contents", contents);
        context.insert("needs", &needs.sheets());
        // Marked safe here, so that the text is copied once and never looked at again.
        context.insert_value("content", Value::safe_string(content));
        let tongue = self.theme.tongue(self.language);
        // A theme that does not ask for it does not pay for it.
        let linked = self.theme.says_linked_data.then(|| linked::block(page, &self.frame, &tongue.html)).flatten();
        if let Some(linked) = linked {
            context.insert_value("linked_data", Value::safe_string(&linked));
        }
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
        context.insert_value("alert", self.banner.clone());
        let tongue = self.theme.tongue(self.language);
        context.insert_value("words", tongue.values.clone());
        let mut out = Vec::with_capacity(content + FRAME);
        match self.theme.tera.render_to(&name, &context, &mut out) {
            Ok(()) if !self.language.is_turkish() => {
                let html = String::from_utf8(out).expect("templates and pages are UTF-8");
                let ways = Ways { home: &self.frame.home, known: &self.theme.languages, words: &tongue.html.in_turkish };
                Ok(borrowed::settle(&ways.marked(&html)).into_bytes())
            }
            Ok(()) => Ok(out),
            Err(error) => Err(complaint(Code::TEMPLATE_ERROR, &self.theme.sources, &name, &error).with("page", url.to_owned())),
        }
    }
}

/// What templates may name: the documents, and what a theme has of its own.
fn known(files: &ThemeFiles, words: &language::Words, addresses: &BTreeMap<String, String>) -> BTreeMap<&'static str, Shape> {
    let turkish = words.book(Language::TURKISH).into_iter().flat_map(|book| book.keys());
    // No words at all have been complained about as a whole.
    let said = if words.is_empty() { Shape::Any } else { Shape::words(turkish.chain(["lang"])) };
    let own = [
        ("content", Shape::Plain),
        ("alert", Shape::Plain),
        ("linked_data", Shape::Plain),
        ("url", Shape::Plain),
        ("needs", Shape::List(Box::new(Shape::Plain))),
        ("languages", Shape::Any),
        ("words", said),
        ("asset", Shape::words(addresses.keys().map(String::as_str))),
        ("colour", Shape::words(files.colours.keys().map(String::as_str))),
        ("icon", Shape::words(files.icons.keys().map(String::as_str))),
    ];
    DOCUMENTS.iter().cloned().chain(own).collect()
}

/// The drawings as inline SVG. Beside words they say nothing of their own, so that nobody has them read out.
fn icons(icons: &BTreeMap<String, Icon>) -> Value {
    let mut values = tera::Map::new();
    for (name, Icon { view_box, shapes }) in icons {
        // Where no style sheet is read, a drawing without a size would fill the screen.
        let (class, size) = if name.starts_with("arma-") { ("arma", 44) } else { ("simge", 24) };
        let size = format!("width=\"{size}\" height=\"{size}\"");
        let svg = format!(
            "<svg class=\"{class}\" {size} viewBox=\"{view_box}\" aria-hidden=\"true\" focusable=\"false\">{shapes}</svg>"
        );
        values.insert(name.clone().into(), Value::safe_string(&svg));
    }
    Value::from(values)
}

/// Over names and bytes with their lengths, so that no two themes can be written alike.
fn hash(theme: &ThemeFiles) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for (name, file) in theme.files.iter().chain(&theme.replaced) {
        hasher.update(&(name.len() as u64).to_le_bytes()).update(name.as_bytes());
        hasher.update(&(file.bytes.len() as u64).to_le_bytes()).update(&file.bytes);
    }
    hasher.update(theme.style.as_bytes());
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::theme::ThemeFile;
    use crate::prose::Prose;
    use crate::view::{FindingDoc, LanguageDoc, LinkDoc, OrganisationDoc, WordmarkDoc};

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
        let mut theme = theme(&files);
        let text: String = Words::KEYS.iter().chain(KEYS).map(|key| format!("{key} = söz {key}\n")).collect();
        theme.words = turkish(&text);
        let mut diag = Diagnostics::new();
        let theme = Theme::load(&mut diag, theme, &[]);
        let said = diag.iter().map(|d| format!("{} {}:{}:{}", d.code.id(), d.place.file, d.place.line, d.place.column)).collect();
        (theme, said)
    }

    fn theme(files: &BTreeMap<String, String>) -> ThemeFiles {
        let file = |(inside, text): (&String, &String)| {
            let file = ThemeFile { path: format!("{FOLDER}/{inside}").into(), bytes: Arc::from(text.as_bytes()) };
            (inside.clone(), file)
        };
        ThemeFiles { folder: FOLDER.to_owned(), files: files.iter().map(file).collect(), ..ThemeFiles::default() }
    }

    fn site() -> SiteDoc {
        let nav = vec![LinkDoc { title: "Duyurular".into(), url: "/duyurular/".into() }];
        SiteDoc {
            name: "Örnek".into(),
            wordmark: WordmarkDoc::of("Örnek"),
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
            organisation: OrganisationDoc::default(),
            alerts: vec![],
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
            contents: None,
            list: None,
            groups: vec![],
            tasks: vec![],
            latest: vec![],
            upcoming: vec![],
            downloads: vec![],
            regulation: false,
            event: None,
            diary: None,
            data: None,
            service: None,
            feed: None,
            synthetic: false,
            card: None,
            schema: None,
            indexed: true,
            finding: FindingDoc::default(),
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
            theme.dress(&site()).page(&page(), "<p>Metin</p>", &[], Needs::default()).unwrap(),
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
        let complaint = theme.dress(&site()).page(&page(), "", &[], Needs::default()).unwrap_err();
        assert_eq!((complaint.code, complaint.place.file.as_ref()), (Code::TEMPLATE_ERROR, "themes/deneme/templates/page.html"));
        assert_eq!((complaint.place.line, complaint.place.column), (2, 11));
        assert!(complaint.args.contains(&("page", "/su/".to_owned())), "{complaint:?}");
    }

    #[test]
    fn a_missing_word_is_complained_about_where_it_belongs() {
        let mut diag = Diagnostics::new();
        Theme::load(&mut diag, ThemeFiles { words: turkish("alert_note = Bilgi\n"), ..theme(&BTreeMap::new()) }, &[]);
        let words: Vec<_> = diag.iter().filter(|d| d.code == Code::MISSING_WORD).collect();
        assert_eq!(words.len(), Words::KEYS.len() + KEYS.len() - 1);
        assert!(words.iter().all(|d| d.place.file.as_ref() == "themes/deneme/tr.ftl"));
    }

    #[test]
    fn the_hash_knows_names_from_bytes() {
        let hash_of = |files: &[(&str, &str)]| {
            hash(&theme(&files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()))
        };
        assert_eq!(hash_of(&[("a", "bc")]), hash_of(&[("a", "bc")]));
        assert_ne!(hash_of(&[("a", "bc")]), hash_of(&[("ab", "c")]));
        assert_ne!(hash_of(&[("a", "b"), ("c", "d")]), hash_of(&[("a", "bcd")]));
    }
}
