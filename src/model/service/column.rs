//! The columns of the two legal tables, and what each says of a service. The words of the heads, and the text below the table
//! of standards, are those of the regulation's annexes and are not the municipality's to change.

use super::{Basis, Duration, Paper, Service};

/// The text below the table of standards (Ek-2).
pub const STANDARDS_FOOT: &str = "Başvuru esnasında yukarıda belirtilen belgelerin dışında belge istenmesi, eksiksiz belge ile \
    başvuru yapılmasına rağmen hizmetin belirtilen sürede tamamlanmaması veya yukarıdaki tabloda bazı hizmetlerin \
    bulunmadığının tespiti durumunda ilk müracaat yerine ya da ikinci müracaat yerine başvurunuz.";

/// A legal table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The standards of services (Ek-2).
    Standards,
    /// The inventory of services (Ek-1).
    Inventory,
}

impl Table {
    /// Both.
    pub const ALL: [Table; 2] = [Table::Standards, Table::Inventory];

    /// The id under which pages mention it, as they mention a figure.
    pub fn id(self) -> &'static str {
        match self {
            Table::Standards => "hizmet-standartlari",
            Table::Inventory => "hizmet-envanteri",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Table::Standards => "Hizmet standartları tablosu",
            Table::Inventory => "Hizmet envanteri tablosu",
        }
    }

    /// What it rests on.
    pub fn basis(self) -> &'static str {
        match self {
            Table::Standards => {
                "Kamu Hizmetlerinin Sunumunda Uyulacak Usul ve Esaslara İlişkin Yönetmelik (2009/15169 sayılı karar, Resmî \
                 Gazete 31/7/2009, 27035), madde 6 ve Ek-2."
            }
            Table::Inventory => {
                "Kamu Hizmetlerinin Sunumunda Uyulacak Usul ve Esaslara İlişkin Yönetmelik (2009/15169 sayılı karar, Resmî \
                 Gazete 31/7/2009, 27035), madde 5 ve Ek-1."
            }
        }
    }

    /// Its columns, in the order of the annex.
    pub fn columns(self) -> &'static [Column] {
        use Column::*;
        match self {
            Table::Standards => &[Number, Name, Papers, Time],
            Table::Inventory => &[
                Number,
                Institution,
                FilePlan,
                Name,
                Description,
                Basis,
                Who,
                Central,
                Branches,
                Local,
                Others,
                Papers,
                Office,
                Initials,
                InnerLetters,
                OuterLetters,
                LegalTime,
                UsualTime,
                Yearly,
                Online,
            ],
        }
    }

    /// The head of a column.
    pub fn head(self, column: Column) -> &'static str {
        match (self, column) {
            (Table::Standards, Column::Name) => "Vatandaşa sunulan hizmetin adı",
            (_, column) => column.head(),
        }
    }
}

/// A column of a legal table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its head says")]
pub enum Column {
    Number,
    Institution,
    FilePlan,
    Name,
    Description,
    Basis,
    Who,
    Central,
    Branches,
    Local,
    Others,
    Papers,
    Office,
    Initials,
    InnerLetters,
    OuterLetters,
    Time,
    LegalTime,
    UsualTime,
    Yearly,
    Online,
}

impl Column {
    /// Its machine name.
    pub fn name(self) -> &'static str {
        match self {
            Column::Number => "sira_no",
            Column::Institution => "kurum_kodu",
            Column::FilePlan => "standart_dosya_plani_kodu",
            Column::Name => "hizmet",
            Column::Description => "tanim",
            Column::Basis => "dayanak",
            Column::Who => "yararlananlar",
            Column::Central => "merkezi_idare",
            Column::Branches => "tasra_birimleri",
            Column::Local => "mahalli_idare",
            Column::Others => "diger",
            Column::Papers => "belgeler",
            Column::Office => "ilk_basvuru_makami",
            Column::Initials => "paraf_listesi",
            Column::InnerLetters => "ic_yazismalar",
            Column::OuterLetters => "dis_yazismalar",
            Column::Time => "tamamlanma_suresi",
            Column::LegalTime => "mevzuatta_belirtilen_sure",
            Column::UsualTime => "ortalama_sure",
            Column::Yearly => "yillik_islem_sayisi",
            Column::Online => "elektronik",
        }
    }

    fn head(self) -> &'static str {
        match self {
            Column::Number => "Sıra no",
            Column::Institution => "Kurum kodu",
            Column::FilePlan => "Standart dosya planı kodu",
            Column::Name => "Hizmetin adı",
            Column::Description => "Hizmetin tanımı",
            Column::Basis => "Hizmetin dayanağı mevzuatın adı ve madde numarası",
            Column::Who => "Hizmetten yararlananlar",
            Column::Central => "Hizmeti sunmakla görevli/yetkili kurumların/birimlerin adı: merkezî idare",
            Column::Branches => "Hizmeti sunmakla görevli/yetkili kurumların/birimlerin adı: taşra birimleri",
            Column::Local => "Hizmeti sunmakla görevli/yetkili kurumların/birimlerin adı: mahallî idare",
            Column::Others => "Hizmeti sunmakla görevli/yetkili kurumların/birimlerin adı: diğer (özel sektör vb.)",
            Column::Papers => "Başvuruda istenen belgeler",
            Column::Office => "İlk başvuru makamı",
            Column::Initials => "Hizmetin sunum sürecinde: paraf listesi",
            Column::InnerLetters => "Hizmetin sunum sürecinde: gereken iç yazışmalar",
            Column::OuterLetters => "Hizmetin sunum sürecinde: gereken dış yazışmalar",
            Column::Time => "Hizmetin tamamlanma süresi (en geç)",
            Column::LegalTime => "Mevzuatta belirtilen hizmetin tamamlanma süresi",
            Column::UsualTime => "Hizmetin ortalama tamamlanma süresi",
            Column::Yearly => "Yıllık işlem sayısı",
            Column::Online => "Hizmetin elektronik olarak sunulup sunulmadığı",
        }
    }

    /// The key of the registry that fills it, where every service owes it: some columns are empty for most services and say
    /// nothing by it, others are not for an editor to fill.
    pub(super) fn key(self) -> Option<&'static str> {
        Some(match self {
            Column::FilePlan => "dosya_plani",
            Column::Description => "tanim",
            Column::Basis => "dayanak",
            Column::Who => "kim",
            Column::Papers => "belgeler",
            Column::Office => "ilk_basvuru",
            Column::Initials => "paraf",
            Column::Time => "sure",
            Column::UsualTime => "ortalama_sure",
            Column::Yearly => "yillik_islem",
            Column::Online => "elektronik",
            _ => return None,
        })
    }
}

/// What a column says of a service, one entry a line; `None` where nobody has said it yet. The number is the row's, and
/// the institution's is not of the service.
pub fn cell(service: &Service, column: Column) -> Option<Vec<String>> {
    let one = |text: &Option<String>| text.clone().map(|text| vec![text]);
    let time = |time: &Option<Duration>| time.as_ref().map(|time| vec![time.words.clone()]);
    match column {
        Column::Number | Column::Institution => None,
        Column::FilePlan => one(&service.file_plan),
        Column::Name => Some(vec![match service.sample {
            true => format!("{} (örnek)", service.name),
            false => service.name.clone(),
        }]),
        Column::Description => one(&service.description),
        Column::Basis if service.basis.is_empty() => None,
        Column::Basis => Some(numbered(service.basis.iter().map(|Basis { words, .. }| words.as_str()))),
        Column::Who => one(&service.who),
        Column::Central => one(&service.central),
        Column::Branches => one(&service.branches),
        Column::Local => Some(vec![service.unit_name.clone()]),
        Column::Others => one(&service.others),
        Column::Papers => service.papers.as_deref().map(papers),
        Column::Office => one(&service.office),
        Column::Initials => one(&service.initials),
        Column::InnerLetters => one(&service.inner_letters),
        Column::OuterLetters => one(&service.outer_letters),
        Column::Time => time(&service.time),
        Column::LegalTime => time(&service.legal_time),
        Column::UsualTime => time(&service.usual_time),
        Column::Yearly => service.yearly.map(|n| vec![n.to_string()]),
        Column::Online => service.online.map(|online| vec![if online { "Sunuluyor" } else { "Sunulmuyor" }.to_owned()]),
    }
}

fn papers(papers: &[Paper]) -> Vec<String> {
    match papers {
        [] => vec!["Belge istenmez".to_owned()],
        papers => numbered(papers.iter().map(|paper| paper.name.as_str())),
    }
}

/// `1. Dilekçe`, each on its line; one entry needs no number.
fn numbered<'e>(entries: impl ExactSizeIterator<Item = &'e str>) -> Vec<String> {
    let alone = entries.len() == 1;
    entries.zip(1..).map(|(entry, n)| if alone { entry.to_owned() } else { format!("{n}. {entry}") }).collect()
}
