//! How three invented systems lay out the same requests: headers, words, dates, and whether referrals stand beside each other
//! or below each other. Their profiles are in `data/halk-masasi/profiller`.

use super::people;
use super::record::Record;

/// A system that exports requests (kaynak sistem).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// One row a request, date and time apart, titles above and a sum below; Windows-1254.
    Masa,
    /// One row a request with its referrals beside each other, words as codes, ISO dates; UTF-8.
    Cozum,
    /// One row a referral, month first, units abbreviated; UTF-16 with tabs.
    Cagri,
}

impl System {
    /// All of them.
    pub const ALL: [System; 3] = [System::Masa, System::Cozum, System::Cagri];

    /// Its name on the command line, which is its profile's.
    pub fn name(self) -> &'static str {
        match self {
            System::Masa => "sistem-masa",
            System::Cozum => "sistem-cozum",
            System::Cagri => "sistem-cagri",
        }
    }
}

/// What a column is, as damage sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// The number of the request.
    Key,
    /// A word of a list.
    Word,
    /// A day, with or without its time.
    Day,
    /// A time of day.
    Clock,
    /// A whole number.
    Whole,
    /// Another number.
    Number,
    /// About a citizen.
    Personal,
    /// What a citizen or a clerk wrote.
    Prose,
}

/// Most referrals that stand beside each other.
const BESIDE: usize = 8;

/// The columns of an export (düzen).
pub(super) struct Layout {
    pub(super) system: System,
    pub(super) columns: Vec<(String, Nature)>,
    personal: bool,
}

impl Layout {
    pub(super) fn of(system: System, personal: bool) -> Layout {
        use Nature::{Clock, Day, Key, Number, Whole, Word};
        let mut columns: Vec<(String, Nature)> = match system {
            System::Masa => vec![
                ("Talep No", Key),
                ("Geliş Tarihi", Day),
                ("Geliş Saati", Clock),
                ("Geliş Şekli", Word),
                ("Talep Tipi", Word),
                ("Ana Konu", Word),
                ("Alt Konu", Word),
                ("Mahalle", Word),
                ("İlgili Birim", Word),
                ("Öncelik", Word),
                ("Sonuç Durumu", Word),
                ("Sonuç", Word),
                ("Kapanış Tarihi", Day),
                ("Kapanış Saati", Clock),
                ("Yönlendirilen Kurum", Word),
                ("Kapanma Süresi (Gün)", Number),
                ("Hedef Süre (Gün)", Whole),
                ("Memnuniyet", Whole),
                ("Uzatım Bildirimi", Day),
            ],
            System::Cozum => vec![
                ("Kayıt No", Key),
                ("Kayıt Tarihi", Day),
                ("Kanal Kodu", Word),
                ("Tür Kodu", Word),
                ("Kategori", Word),
                ("Alt Kategori", Word),
                ("Mahalle Adı", Word),
                ("Sorumlu Müdürlük", Word),
                ("Aciliyet", Word),
                ("Aşama", Word),
                ("Sonuç Kodu", Word),
                ("Cevap Tarihi", Day),
                ("Havale Kurumu", Word),
                ("Süre", Number),
                ("Hedef", Whole),
                ("Puan", Whole),
                ("Ek Süre Yazısı", Day),
            ],
            System::Cagri => vec![
                ("Takip No", Key),
                ("Çağrı Zamanı", Day),
                ("Kaynak", Word),
                ("Çağrı Türü", Word),
                ("Konu", Word),
                ("Konu Detayı", Word),
                ("Mahalle", Word),
                ("Birim", Word),
                ("Öncelik", Word),
                ("Çağrı Durumu", Word),
                ("Çağrı Sonucu", Word),
                ("Kapanış Zamanı", Day),
                ("Dış Kurum", Word),
                ("Kapanma Süresi (Gün)", Number),
                ("Hedef Süre (Gün)", Whole),
                ("Memnuniyet", Whole),
                ("Havale Birimi", Word),
                ("Havale Zamanı", Day),
                ("İade/Kapanış Zamanı", Day),
                ("Havale Sonucu", Word),
            ],
        }
        .into_iter()
        .map(|(name, nature)| (name.to_owned(), nature))
        .collect();
        if system == System::Cozum {
            for n in 1..=BESIDE {
                columns.push((format!("Birim {n}"), Word));
                columns.push((format!("Sevk {n}"), Day));
                columns.push((format!("Dönüş {n}"), Day));
                columns.push((format!("Sevk Sonucu {n}"), Word));
            }
        }
        if personal {
            for (place, name) in people::HEADERS.iter().enumerate() {
                columns.push(((*name).to_owned(), if people::is_prose(place) { Nature::Prose } else { Nature::Personal }));
            }
        }
        Layout { system, columns, personal }
    }

    /// The rows of a request; `person` decides whose it is.
    pub(super) fn rows(&self, record: &Record, person: u64) -> Vec<Vec<String>> {
        let own = |header: &str| self.own(header, record.cell(header));
        let mut start: Vec<String> = Vec::new();
        let request = [
            "Başvuru No",
            "Başvuru Tarihi",
            "Başvuru Şekli",
            "Başvuru Türü",
            "Konu",
            "Alt Konu",
            "Mahalle",
            "Sorumlu Birim",
            "Öncelik",
            "Durum",
            "Sonuç",
            "Sonuç Tarihi",
            "Yönlendirilen Kurum",
            "Kapanma Süresi (Gün)",
            "Hedef Süre (Gün)",
            "Memnuniyet",
            "Uzatım Bildirimi",
        ];
        // This one does not say whether the time of an information request was extended.
        let told = |header: &&str| self.system != System::Cagri || *header != "Uzatım Bildirimi";
        for header in request.into_iter().filter(told) {
            let cell = own(header);
            match (self.system, header) {
                (System::Masa, "Başvuru Tarihi" | "Sonuç Tarihi") => {
                    let (day, clock) = cell.split_once(' ').unwrap_or((&cell, ""));
                    start.extend([day.to_owned(), clock.to_owned()]);
                }
                _ => start.push(cell),
            }
        }
        let referral = |cells: &Vec<String>| -> Vec<String> {
            let [_turn, unit, sent, returned, result] = &cells[..] else { return vec![String::new(); 4] };
            let own = |header, cell: &String| self.own(header, cell);
            vec![own("Sorumlu Birim", unit), own("Tarih", sent), own("Tarih", returned), result.clone()]
        };
        let mut rows = match self.system {
            System::Masa => vec![start],
            System::Cozum => {
                let mut beside: Vec<String> = record.referrals.iter().take(BESIDE).flat_map(referral).collect();
                beside.resize(BESIDE * 4, String::new());
                vec![[start, beside].concat()]
            }
            System::Cagri if record.referrals.is_empty() => vec![[start, vec![String::new(); 4]].concat()],
            System::Cagri => record.referrals.iter().map(|cells| [start.clone(), referral(cells)].concat()).collect(),
        };
        if self.personal {
            rows.iter_mut().for_each(|row| row.extend(people::cells(person)));
        }
        rows
    }

    /// A clean cell in the system's own words.
    fn own(&self, header: &str, cell: &str) -> String {
        let is_day = matches!(header, "Başvuru Tarihi" | "Sonuç Tarihi" | "Uzatım Bildirimi" | "Tarih");
        let words: &[(&str, &str)] = match (self.system, header) {
            (System::Masa, "Durum") => &[
                ("Yeni", "Kayıt Alındı"),
                ("Birimde", "Havale Edildi"),
                ("İşlemde", "Devam Ediyor"),
                ("Programa alındı", "Programa Alındı"),
                ("Sonuçlandı", "Tamamlandı"),
                ("Yetki dışı", "Kurum Dışı"),
                ("İade", "Yanlış Birim"),
            ],
            (System::Cozum, "Başvuru Şekli") => &[
                ("Telefon", "TEL"),
                ("WhatsApp", "WAP"),
                ("Web", "WEB"),
                ("Mobil uygulama", "MOB"),
                ("E-posta", "EPO"),
                ("Sosyal medya", "SOS"),
                ("CİMER", "CIM"),
                ("Dilekçe", "DIL"),
                ("Şahsen", "YUZ"),
                ("Muhtar", "MUH"),
                ("Gezici ekip", "GEZ"),
                ("Başkana doğrudan", "BSK"),
            ],
            (System::Cozum, "Başvuru Türü") => &[
                ("Talep", "İstek"),
                ("Şikâyet", "Şikayet"),
                ("Bilgi istemi", "Bilgi Edinme"),
                ("Öneri", "Öneri"),
                ("İhbar", "İhbar"),
                ("Teşekkür", "Memnuniyet"),
            ],
            (System::Cozum, "Durum") => {
                &[("Sonuçlandı", "Kapalı"), ("Yeni", "Açık"), ("Birimde", "Sevk Edildi"), ("İşlemde", "Beklemede")]
            }
            (System::Cagri, "Durum") => &[("Sonuçlandı", "Çözüldü"), ("Yetki dışı", "Yönlendirildi")],
            _ => &[],
        };
        if let Some((_, own)) = words.iter().find(|(clean, _)| *clean == cell) {
            return (*own).to_owned();
        }
        match self.system {
            System::Cozum if is_day => iso(cell),
            System::Cagri if is_day => american(cell),
            System::Cozum if header == "Kapanma Süresi (Gün)" => cell.replace(',', "."),
            System::Cagri if header == "Sorumlu Birim" => cell.replace(" İşleri", " İşl.").replace("Müdürlüğü", "Md."),
            System::Cagri if header == "Mahalle" && !cell.is_empty() => format!("{cell} Mah."),
            _ => cell.to_owned(),
        }
    }
}

/// Day, month, year and time of `dd.mm.yyyy HH:MM`.
pub(super) fn parts(cell: &str) -> Option<(&str, &str, &str, &str)> {
    let (day, time) = cell.split_once(' ').unwrap_or((cell, ""));
    let mut parts = day.split('.');
    Some((parts.next()?, parts.next()?, parts.next()?, time))
}

fn iso(cell: &str) -> String {
    let with_time = |time: &str| if time.is_empty() { String::new() } else { format!(" {time}:00") };
    parts(cell).map_or_else(String::new, |(day, month, year, time)| format!("{year}-{month}-{day}{}", with_time(time)))
}

/// `3/26/2014 9:18 PM`
fn american(cell: &str) -> String {
    let Some((day, month, year, time)) = parts(cell) else { return String::new() };
    let (hour, minute) = time.split_once(':').unwrap_or(("0", "00"));
    let hour: u32 = hour.parse().unwrap_or(0);
    let (half, hour) = (if hour < 12 { "AM" } else { "PM" }, if hour.is_multiple_of(12) { 12 } else { hour % 12 });
    let short = |part: &str| part.trim_start_matches('0').to_owned();
    format!("{}/{}/{year} {hour}:{minute} {half}", short(month), short(day))
}
