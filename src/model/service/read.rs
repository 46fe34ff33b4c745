//! `data/hizmetler/*.yaml` → services. Every mistake is said at its line; an entry that makes no sense is left out, a value that
//! makes none is as if it were not there.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Appeal, Basis, Channel, ChannelKind, Duration, FOLDER, Fee, Link, Paper, Service, Services, Table, fee};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::contact;
use crate::model::registry::{Registries, Unit, Validity};
use crate::model::regulation::Regulations;
use crate::parse;
use crate::parse::shape::{Object, Shape};
use crate::parse::tree::{self, Keys, Tree};
use crate::source::World;
use crate::turkish::slug;

/// What is written once for the whole municipality.
pub const SHARED: &str = "data/hizmetler/kurum.yaml";

/// How addresses are written.
const LINK: &str = "/formlar/dilekce.pdf | https://www.turkiye.gov.tr/…";

/// What services may name.
struct Known<'k> {
    registries: &'k Registries,
    regulations: &'k Regulations,
}

/// Reads all services. No folder, no services.
pub fn load(diag: &mut Diagnostics, world: &dyn World, registries: &Registries, regulations: &Regulations) -> Services {
    let known = Known { registries, regulations };
    let mut services = Services::default();
    let mut files: Vec<Arc<str>> = world.list(diag, FOLDER).into_iter().map(|entry| entry.path).collect();
    files.retain(|file| file.ends_with(".yaml"));
    // What the units share is read first.
    files.sort_by_key(|file| (!file.ends_with(SHARED), Arc::clone(file)));
    for file in &files {
        let Ok(bytes) = world.read(file) else { continue };
        let Some(text) = parse::utf8(diag, file, &bytes) else { continue };
        let Some(tree) = tree::read(diag, file, text) else { continue };
        Reader { file, known: &known }.file(diag, &tree, &mut services);
    }
    let order = |unit: &str| registries.units.iter().position(|known| *known.code == *unit);
    services.all.sort_by_key(|service| order(&service.unit));
    drop_repeated(diag, &mut services.all);
    for service in &services.all {
        complain_about_gaps(diag, service);
    }
    services
}

/// What the file of a unit's services may hold.
pub fn shape() -> Shape {
    shape_of(&Shape::SAMPLE.into())
}

/// What the file of all services may hold.
pub fn shape_of_shared() -> Shape {
    shape_of(&SHARED.into())
}

fn shape_of(file: &Arc<str>) -> Shape {
    // A service without a unit is read no further.
    let code: Arc<str> = Shape::SAMPLE.into();
    let validity = Validity { from: None, to: None };
    let unit =
        Unit { short_name: Arc::clone(&code), name: Arc::clone(&code), code, validity, parent: None, source: None, sample: true };
    let registries = Registries { units: vec![unit], ..Registries::default() };
    let known = Known { registries: &registries, regulations: &Regulations::default() };
    Shape::of(|diag, _, tree| Reader { file, known: &known }.file(diag, tree, &mut Services::default()))
}

struct Reader<'r> {
    file: &'r Arc<str>,
    known: &'r Known<'r>,
}

/// What the services of one file share.
struct Shared {
    unit: Option<(Arc<str>, String)>,
    first: Option<Appeal>,
    second: Option<Appeal>,
}

impl Reader<'_> {
    fn place(&self, tree: &Tree) -> Place {
        Place::at(Arc::clone(self.file), tree.line, tree.column)
    }

    fn file(&self, diag: &mut Diagnostics, tree: &Tree, services: &mut Services) {
        let Some(mut keys) = Keys::of(diag, self.file, tree, "{birim: …, hizmetler: […]}") else { return };
        let unit = self.unit(diag, &mut keys);
        let first = self.appeal(diag, &mut keys, "ilk_muracaat");
        let second = self.appeal(diag, &mut keys, "ikinci_muracaat");
        if self.file.ends_with(SHARED) {
            services.institution = keys.text(diag, "kurum_kodu");
            services.first.clone_from(&first);
            services.second.clone_from(&second);
        }
        let shared =
            Shared { unit, first: first.or_else(|| services.first.clone()), second: second.or_else(|| services.second.clone()) };
        for item in keys.list(diag, "hizmetler") {
            let Some(mut keys) = Keys::of(diag, self.file, item, "{kod: …, ad: …}") else { continue };
            if let Some(service) = self.service(diag, &mut keys, &shared) {
                services.all.push(service);
                keys.finish(diag);
            }
        }
        keys.finish(diag);
    }

    fn service(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>, shared: &Shared) -> Option<Service> {
        let code = self.code(diag, keys);
        let name = keys.required(diag, "ad");
        let own = self.unit(diag, keys);
        let Some((unit, unit_name)) = own.or_else(|| shared.unit.clone()) else {
            if keys.get("birim").is_none() {
                diag.push(Diagnostic::new(Code::MISSING_KEY, keys.place()).with("key", "birim"));
            }
            return None;
        };
        let channels = self.channels(diag, keys);
        let electronic = keys.stated(diag, "elektronik");
        let on_a_website = channels.iter().any(|c| matches!(c.kind, ChannelKind::Web | ChannelKind::EDevlet));
        Some(Service {
            description: keys.text(diag, "tanim"),
            who: keys.text(diag, "kim"),
            papers: self.papers(diag, keys),
            fee: self.fee(diag, keys),
            time: self.duration(diag, keys, "sure"),
            legal_time: self.duration(diag, keys, "mevzuat_suresi"),
            usual_time: self.duration(diag, keys, "ortalama_sure"),
            online: electronic.or(on_a_website.then_some(true)),
            channels,
            basis: keys.list_with(diag, "dayanak", Shape::Text).iter().filter_map(|item| self.basis(diag, item)).collect(),
            first: self.appeal(diag, keys, "ilk_muracaat").or_else(|| shared.first.clone()),
            second: self.appeal(diag, keys, "ikinci_muracaat").or_else(|| shared.second.clone()),
            file_plan: keys.text(diag, "dosya_plani"),
            office: keys.text(diag, "ilk_basvuru"),
            central: keys.text(diag, "merkezi_idare"),
            branches: keys.text(diag, "tasra"),
            others: keys.text(diag, "diger"),
            initials: keys.text(diag, "paraf"),
            inner_letters: keys.text(diag, "ic_yazisma"),
            outer_letters: keys.text(diag, "dis_yazisma"),
            yearly: keys.parsed(diag, "yillik_islem", "1250", |text| text.replace('.', "").parse().ok()),
            sample: keys.flag(diag, "ornek"),
            place: keys.place(),
            url: None,
            code: code?,
            name: name?,
            unit,
            unit_name,
        })
    }

    /// The code, which becomes an address.
    fn code(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Arc<str>> {
        let code = keys.required(diag, "kod")?;
        if slug(&code) == code {
            return Some(code.into());
        }
        let tree = keys.get("kod")?;
        keys.bad(diag, "kod", tree, "su-arizasi")
    }

    /// The unit under `birim` with its name.
    fn unit(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<(Arc<str>, String)> {
        let tree = keys.get("birim")?;
        let wanted = keys.text(diag, "birim")?;
        let units = &self.known.registries.units;
        if let Some(unit) = units.iter().find(|unit| *unit.code == *wanted) {
            return Some((Arc::clone(&unit.code), unit.name.to_string()));
        }
        let complaint = Diagnostic::new(Code::UNKNOWN_UNIT, self.place(tree).field("birim")).with("value", wanted.clone());
        diag.push(match parse::nearest(&wanted, units.iter().map(|unit| &*unit.code)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
        None
    }

    /// The papers; an empty list means that none is asked for.
    fn papers(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Vec<Paper>> {
        keys.get("belgeler")?;
        let mut papers = Vec::new();
        for item in keys.list_with(diag, "belgeler", Shape::Text) {
            if let Some(name) = item.scalar() {
                papers.push(Paper { name: name.to_owned(), form: None });
                continue;
            }
            let Some(mut keys) = Keys::of(diag, self.file, item, "{ad: …, form: /formlar/…}") else { continue };
            let name = keys.required(diag, "ad");
            let form = self.link(diag, &mut keys, "form");
            keys.finish(diag);
            papers.extend(name.map(|name| Paper { name, form }));
        }
        Some(papers)
    }

    /// An address under `key`.
    fn link(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Link> {
        let tree = keys.get_as(key, Shape::Form { pattern: "^(/|https://)", like: LINK })?;
        let url = keys.text(diag, key)?;
        if url.starts_with('/') || url.starts_with("https://") {
            return Some(Link { url, place: self.place(tree).field(key) });
        }
        keys.bad(diag, key, tree, LINK)
    }

    fn fee(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Fee> {
        let amounts = Shape::List(Box::new(Shape::Map(Object::default())));
        let tree = keys.get_as("ucret", Shape::Either(vec![Shape::Written("ücretsiz | tarife | 1.250,00 TL"), amounts]))?;
        let complain = |diag: &mut Diagnostics, tree: &Tree| {
            let shown = tree.scalar().unwrap_or("{…}").to_owned();
            diag.push(Diagnostic::new(Code::BAD_FEE, self.place(tree).field("ucret")).with("value", shown));
        };
        if let Some(text) = tree.scalar() {
            let fee = Fee::read(text);
            if fee.is_none() {
                complain(diag, tree);
            }
            return fee;
        }
        let mut amounts = Vec::new();
        for item in keys.list(diag, "ucret") {
            let Some(mut keys) = Keys::of(diag, self.file, item, "{ad: …, tutar: 1.250,00 TL}") else { continue };
            let what = keys.required(diag, "ad");
            keys.required(diag, "tutar");
            if let Some(tree) = keys.get_as("tutar", Shape::Form { pattern: "^ *₺|(₺|TL) *$", like: "1.250,00 TL" }) {
                match tree.scalar().and_then(fee::kurus) {
                    Some(kurus) => amounts.push(fee::Amount { what, kurus }),
                    None => complain(diag, tree),
                }
            }
            keys.finish(diag);
        }
        (!amounts.is_empty()).then_some(Fee::Amounts(amounts))
    }

    fn duration(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Duration> {
        let tree = keys.get_as(key, Shape::Written("15 iş günü | 15-30 gün | 10 dakika | Anında"))?;
        let duration = Duration::read(&keys.text(diag, key)?);
        if duration.meaning.is_none() {
            let complaint = Diagnostic::new(Code::UNCLEAR_DURATION, self.place(tree).field(key));
            diag.push(complaint.with("value", duration.words.clone()));
        }
        Some(duration)
    }

    fn channels(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Vec<Channel> {
        let mut channels = Vec::new();
        let ways = || Shape::Choice(ChannelKind::ALL.map(|(_, name, _)| name).to_vec());
        for item in keys.list_with(diag, "kanallar", ways()) {
            if item.scalar().is_some() {
                channels.extend(self.channel_kind(diag, item).map(|kind| Channel { kind, link: None, words: None, note: None }));
                continue;
            }
            let Some(mut keys) = Keys::of(diag, self.file, item, "{kanal: internet, adres: https://…}") else { continue };
            keys.required(diag, "kanal");
            let kind = keys.get_as("kanal", ways()).and_then(|tree| self.channel_kind(diag, tree));
            let note = keys.text(diag, "not");
            let address = kind.map(|kind| self.address(diag, &mut keys, kind));
            keys.finish(diag);
            if let (Some(kind), Some((link, words))) = (kind, address) {
                channels.push(Channel { kind, link, words, note });
            }
        }
        channels
    }

    /// Where a way leads, and how that is read.
    fn address(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>, kind: ChannelKind) -> (Option<Link>, Option<String>) {
        let like = Shape::Written("0372 615 10 55 | birim@ornek.bel.tr | https://www.turkiye.gov.tr/…");
        let Some(tree) = keys.get_as("adres", like) else { return (None, None) };
        let to = |url: String| Some(Link { url, place: self.place(tree).field("adres") });
        match kind {
            ChannelKind::Phone => match contact::phone(diag, keys, self.file, "adres") {
                Some(phone) => (to(format!("tel:{}", phone.number)), Some(phone.words)),
                None => (None, None),
            },
            ChannelKind::Email | ChannelKind::Kep => match contact::email(diag, keys, self.file, "adres", "") {
                Some(email) => (to(format!("mailto:{email}")), Some(email)),
                None => (None, None),
            },
            ChannelKind::InPerson | ChannelKind::Petition | ChannelKind::Post => (None, keys.text(diag, "adres")),
            ChannelKind::Web | ChannelKind::EDevlet | ChannelKind::Cimer | ChannelKind::Desk => {
                (self.link(diag, keys, "adres"), None)
            }
        }
    }

    fn channel_kind(&self, diag: &mut Diagnostics, tree: &Tree) -> Option<ChannelKind> {
        let wanted = tree.scalar().unwrap_or_default();
        let found = ChannelKind::ALL.iter().find(|(_, name, _)| *name == wanted).map(|(kind, ..)| *kind);
        if found.is_none() {
            let known = ChannelKind::ALL.map(|(_, name, _)| name).join(" | ");
            let complaint = Diagnostic::new(Code::BAD_VALUE, self.place(tree).field("kanal")).with("key", "kanal");
            diag.push(complaint.with("value", wanted.to_owned()).with("expected", known));
        }
        found
    }

    /// `{kanun: 5393, madde: 15, bent: a}`, or a name in words.
    fn basis(&self, diag: &mut Diagnostics, item: &Tree) -> Option<Basis> {
        if let Some(words) = item.scalar() {
            return Some(Basis { words: words.to_owned(), url: None });
        }
        let mut keys = Keys::of(diag, self.file, item, "{kanun: 5393, madde: 15, bent: a}")?;
        keys.required(diag, "kanun");
        let number: Option<u32> = keys.parsed(diag, "kanun", "5393", |text| text.parse().ok());
        let (article, point) = (keys.text(diag, "madde"), keys.text(diag, "bent"));
        keys.finish(diag);
        let law = self.known.regulations.laws.get(&number?);
        let title = law.map_or("Kanun", |law| &law.title);
        let point = point.map_or(String::new(), |point| format!("/{point}"));
        let article = article.map_or(String::new(), |article| format!(", madde {article}{point}"));
        Some(Basis { words: format!("{} sayılı {title}{article}", number?), url: law.map(|law| law.url.clone()) })
    }

    fn appeal(&self, diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Appeal> {
        let mut keys = keys.sub(diag, key)?;
        let unit = self.unit(diag, &mut keys).map(|(_, name)| name);
        let office = keys.text(diag, "makam").or(unit);
        if office.is_none() && keys.get("birim").is_none() {
            diag.push(Diagnostic::new(Code::MISSING_KEY, keys.place()).with("key", "makam"));
        }
        let office = office.unwrap_or_default();
        let appeal = Appeal {
            person: keys.text(diag, "isim"),
            title: keys.text(diag, "unvan"),
            address: keys.text(diag, "adres"),
            phone: contact::phone(diag, &mut keys, self.file, "telefon"),
            fax: contact::phone(diag, &mut keys, self.file, "faks"),
            email: contact::email(diag, &mut keys, self.file, "eposta", &office),
            office,
        };
        keys.finish(diag);
        (!appeal.office.is_empty()).then_some(appeal)
    }
}

/// Complains about every service whose code another one has, and leaves it out.
fn drop_repeated(diag: &mut Diagnostics, services: &mut Vec<Service>) {
    let mut first: BTreeMap<Arc<str>, Place> = BTreeMap::new();
    services.retain(|service| match first.get(&service.code) {
        Some(other) => {
            let complaint = Diagnostic::new(Code::DUPLICATE_SERVICE, service.place.clone().field("kod"));
            let other = format!("{}:{}", other.file, other.line);
            diag.push(complaint.with("code", service.code.to_string()).with("other", other));
            false
        }
        None => {
            first.insert(Arc::clone(&service.code), service.place.clone());
            true
        }
    });
}

/// One note a service, with all the legal columns that nobody has filled yet.
fn complain_about_gaps(diag: &mut Diagnostics, service: &Service) {
    if service.sample {
        return;
    }
    let mut missing: Vec<&str> = Vec::new();
    for column in Table::ALL.iter().flat_map(|table| table.columns()) {
        let key = column.key().filter(|key| !missing.contains(key) && super::cell(service, *column).is_none());
        missing.extend(key);
    }
    missing.extend(service.fee.is_none().then_some("ucret"));
    missing.extend(service.first.is_none().then_some("ilk_muracaat"));
    missing.extend(service.second.is_none().then_some("ikinci_muracaat"));
    if !missing.is_empty() {
        let complaint = Diagnostic::new(Code::SERVICE_INCOMPLETE, service.place.clone());
        diag.push(complaint.with("code", service.code.to_string()).with("keys", missing.join(", ")));
    }
}
