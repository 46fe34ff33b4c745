//! New entries of registries: what the council said, a service, an alert. What nobody knows yet stands beside them as
//! remarks, in the order of the law.

use std::fmt::Write;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;

use super::entry::{added, commented};
use super::kind::Form;
use super::quoted;
use crate::diag::Diagnostics;
use crate::model::{alert, council, registry, service};
use crate::parse;
use crate::publish::Trouble;
use crate::source::World;
use crate::turkish::{self, date};

/// A file with a new entry (kayıt).
pub(super) struct Record {
    /// The file.
    pub path: String,
    /// What stands in it now.
    pub text: String,
    /// The line of the entry.
    pub line: usize,
    /// The message that says what comes next.
    pub next: &'static str,
}

/// An entry of the council's year: a remark until someone has filled it in, because what is written there is published.
pub(super) fn of_council(world: &dyn World, form: Form, title: &str, today: Date) -> Result<Record, Trouble> {
    let (day, subject) = match date::parse(title) {
        Ok(moment) => (moment.date(), "…".to_owned()),
        Err(_) => (today, quoted(title)),
    };
    let path = format!("{}/{}.yaml", council::FOLDER, day.year());
    let old = text_of(world, &path);
    let (key, entry) = match form {
        Form::Meeting => ("toplantilar", meeting(day, &subject)),
        Form::Report => ("komisyon_raporlari", report(day, &subject)),
        _ => ("kararlar", decision(next_number(world, &old, day.year()), day, &subject)),
    };
    put(path, &old, key, &commented(&entry), "cli-new-next-entry")
}

fn meeting(day: Date, subject: &str) -> String {
    format!(
        "- tarih: {day}
  saat: …   # \"14:00\"
  tur: olagan   # olagan | olaganustu
  birlesim: …
  oturum: …
  yer: …
  ilan: …   # gündemin halka duyurulduğu gün: toplantıdan en az 3 gün önce (5393/21)
  gundem:
    - Önceki toplantının tutanağının okunması
    - {subject}
"
    )
}

fn decision(number: u32, day: Date, subject: &str) -> String {
    format!(
        "- no: {number}
  tarih: {day}
  birlesim: …
  oturum: …
  konu: {subject}
  ozet: …   # ne kararlaştırıldı, bir iki cümle
  sonuc: …   # kabul | ret | havale | geri-cekildi
  oy: {{sekil: …}}   # {{sekil: oybirligi}} ya da {{sekil: oycoklugu, kabul: 9, ret: 4, cekimser: 1}}
  kesinlesme: …   # kararın kesinleştiği gün
  mulki_amir: {{tarih: …, sayi: …}}   # kesinleşmeden sonra en geç 7 gün içinde (5393/23)
  yayim: …   # özetin duyurulduğu gün: kesinleşmeden sonra en geç 7 gün içinde (5393/23)
"
    )
}

fn report(day: Date, subject: &str) -> String {
    format!(
        "- komisyon: …
  imar: false   # imar komisyonuysa true
  konu: {subject}
  ozet: …
  havale: …   # komisyona havale edildiği gün
  tarih: {day}
  yayim: …
"
    )
}

/// The number after the greatest one of the year, those in remarks among them.
fn next_number(world: &dyn World, file: &str, year: i16) -> u32 {
    let mut quiet = Diagnostics::new();
    let registries = registry::load(&mut quiet, world);
    let known = council::load(&mut quiet, world, &registries);
    let written =
        known.decisions.iter().filter(|decision| decision.date.year() == year).map(|decision| decision.number.to_string());
    let remarks = file.lines().filter_map(|line| line.trim().strip_prefix("# - no:")).map(|number| number.trim().to_owned());
    written.chain(remarks).filter_map(|number| number.parse::<u32>().ok()).max().map_or(1, |last| last + 1)
}

/// A service of `unit`: its page and its row in the legal tables are made from it.
pub(super) fn of_service(world: &dyn World, unit: &str, title: &str) -> Result<Record, Trouble> {
    let code = turkish::slug(title);
    let mut quiet = Diagnostics::new();
    let files = world.list(&mut quiet, service::FOLDER);
    let is_its = |line: &str| {
        let kod = line.trim().trim_start_matches("- ").strip_prefix("kod:").and_then(|rest| rest.split('#').next());
        kod.is_some_and(|kod| kod.trim() == code)
    };
    if let Some(file) = files.iter().find(|file| text_of(world, &file.path).lines().any(is_its)) {
        return Err(Trouble::refused("cli-new-service-exists", Path::new(&*file.path)));
    }
    let path = format!("{}/{unit}.yaml", service::FOLDER);
    let old = text_of(world, &path);
    let file = if old.trim().is_empty() { format!("birim: {unit}\n") } else { old };
    put(path, &file, "hizmetler", &service_entry(&code, title), "cli-new-next-service")
}

/// The columns of the legal tables, in their order.
fn service_entry(code: &str, title: &str) -> String {
    const COLUMNS: [(&str, &str); 12] = [
        ("tanim: …", "bir cümle"),
        ("kim: …", "kimler başvurabilir"),
        ("belgeler: [Dilekçe]", "istenen belgeler; istenmiyorsa []"),
        ("ucret: ücretsiz", "ücretsiz | tarife | 1.250,00 TL"),
        ("sure: 15 iş günü", "en geç ne kadar sürede biter"),
        ("mevzuat_suresi: 30 gün", "kanunda yazan süre"),
        ("kanallar: [sahsen, dilekce]", "sahsen, dilekce, posta, telefon, eposta, kep, internet, e-devlet, cimer, halk-masasi"),
        ("dayanak: [{kanun: 5393, madde: 15}]", "hangi kanunun hangi maddesi"),
        ("ilk_muracaat: {birim: …}", "yalnız birimin müracaat yerinden başkaysa"),
        ("ikinci_muracaat: {birim: …}", "yalnız birimin müracaat yerinden başkaysa"),
        ("dosya_plani: …", "standart dosya planı kodu"),
        ("yillik_islem: 1250", "yılda kaç işlem yapıldığı"),
    ];
    let mut entry = format!("- kod: {code}   # sayfanın adresi olur, hiç değişmez\n  ad: {}\n", quoted(title));
    for (like, what) in COLUMNS {
        writeln!(entry, "  # {like}   # {what}").expect("a string can be written to");
    }
    entry
}

/// An alert: it is shown from today until the end of tomorrow.
pub(super) fn of_alert(world: &dyn World, title: &str, today: Date) -> Result<Record, Trouble> {
    let entry = format!(
        "- duzey: uyari   # acil | uyari | bilgi\n  metin: {}\n  # baglanti: /duyurular/…/   # ayrıntının bulunduğu sayfa\n  \
         baslangic: {today}\n  bitis: {}\n",
        quoted(title),
        today.saturating_add(1.day())
    );
    put(alert::FILE.to_owned(), &text_of(world, alert::FILE), "", &entry, "cli-new-next-alert")
}

fn put(path: String, old: &str, key: &str, entry: &str, next: &'static str) -> Result<Record, Trouble> {
    match added(old, key, entry) {
        Some((text, line)) => Ok(Record { path, text, line, next }),
        None => Err(Trouble::refused("cli-new-in-brackets", Path::new(&path))),
    }
}

/// What stands in a file; nothing where there is none.
fn text_of(world: &dyn World, path: &str) -> String {
    let bytes = world.read(path).unwrap_or_default();
    parse::utf8(&mut Diagnostics::new(), &path.into(), &bytes).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;
    use jiff::civil::date;

    /// The text without the `# ` before its lines, and with something in the place of every `…`.
    fn opened(text: &str) -> String {
        let lines =
            text.lines().map(|line| if line.trim().starts_with("# ") { line.replacen("# ", "", 1) } else { line.to_owned() });
        let known = [("birlesim: …", "birlesim: 1"), ("oturum: …", "oturum: 1"), ("saat: …", "saat: \"14:00\"")];
        let known =
            known.into_iter().chain([("sonuc: …", "sonuc: kabul"), ("sekil: …", "sekil: oybirligi"), ("…", "2026-11-23")]);
        known.fold(lines.map(|line| line + "\n").collect(), |text: String, (unknown, known)| text.replace(unknown, known))
    }

    const TODAY: Date = date(2026, 11, 23);

    #[test]
    fn a_decision_has_the_next_number_and_is_a_remark_until_it_is_filled_in() {
        let kararlar = "kararlar:\n  - {no: 41, tarih: 2026-11-02, konu: A}\n";
        let world = Memory::new().with("data/meclis/2026.yaml", kararlar);
        let first = of_council(&world, Form::Decision, "Parka ad: \"Çay\"", TODAY).unwrap();
        assert!(first.text.starts_with(&format!("{kararlar}  # - no: 42\n  #   tarih: 2026-11-23\n")), "{}", first.text);
        let world = Memory::new().with("data/meclis/2026.yaml", first.text.as_str());
        let second = of_council(&world, Form::Decision, "B", TODAY).unwrap();
        assert!(second.text.contains("  # - no: 43\n"), "{}", second.text);

        let plain = Memory::new().with("data/meclis/2026.yaml", opened(&second.text));
        let mut diag = Diagnostics::new();
        let council = council::load(&mut diag, &plain, &registry::load(&mut Diagnostics::new(), &plain));
        assert!(!diag.has_errors(), "{diag:?}");
        let subjects: Vec<&str> = council.decisions.iter().map(|decision| &*decision.subject).collect();
        assert_eq!(subjects, ["A", "Parka ad: \"Çay\"", "B"]);
    }

    #[test]
    fn a_meeting_may_be_named_by_its_day_and_every_entry_can_be_read() {
        for (form, title, year) in
            [(Form::Meeting, "4 Ocak 2027", 2027), (Form::Meeting, "Su", 2026), (Form::Report, "İmar", 2026)]
        {
            let record = of_council(&Memory::new(), form, title, TODAY).unwrap();
            assert_eq!(record.path, format!("data/meclis/{year}.yaml"));
            let plain = Memory::new().with(&record.path, opened(&record.text));
            let mut diag = Diagnostics::new();
            let council = council::load(&mut diag, &plain, &registry::load(&mut Diagnostics::new(), &plain));
            assert!(!diag.has_errors() && council.meetings.len() + council.reports.len() == 1, "{title}: {diag:?}");
        }
    }

    #[test]
    fn every_remark_of_a_service_is_a_key_that_services_have() {
        let record = of_service(&Memory::new(), "zabita", "Pazar yeri başvurusu").unwrap();
        assert!(record.text.starts_with("birim: zabita\nhizmetler:\n  - kod: pazar-yeri-basvurusu"), "{}", record.text);
        let open = opened(&record.text.replace("{birim: …}", "{birim: zabita}"));
        let world =
            Memory::new().with("data/birimler/birimler.yaml", "- {kod: zabita, ad: Zabıta Müdürlüğü}\n").with(&record.path, open);
        let mut diag = Diagnostics::new();
        let registries = registry::load(&mut diag, &world);
        let regulations = crate::model::regulation::load(&mut diag, &world, &registries);
        let services = service::load(&mut diag, &world, &registries, &regulations);
        assert!(!diag.has_errors() && services.all.len() == 1, "{diag:?}");
        let again = Memory::new().with(&record.path, record.text);
        assert_eq!(of_service(&again, "fen-isleri", "Pazar yeri başvurusu").err().map(|e| e.id), Some("cli-new-service-exists"));
    }

    #[test]
    fn an_alert_is_shown_at_once() {
        let record = of_alert(&Memory::new(), "Irmak taşıyor: kıyıya yaklaşmayın", TODAY).unwrap();
        let mut diag = Diagnostics::new();
        let alerts = alert::load(&mut diag, &Memory::new().on(TODAY).with(alert::FILE, record.text));
        assert!(diag.is_empty() && alerts.len() == 1 && alerts[0].is_shown_on(TODAY), "{diag:?}");
    }
}
