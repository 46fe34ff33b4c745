//! Whether a text tells how a member voted. A decision is the council's; who voted how is not published on this site.
//! A guess by form: it knows no names, only how Turkish minutes write them beside a vote.

use crate::parse::tree::{Node, Tree};
use crate::turkish::case;

/// Words of a vote; one of them must stand in the sentence.
const VOTES: &[&str] = &["oyu", "oyuyla", "oylarıyla", "oy", "ret", "kabul", "çekimser", "evet", "hayır", "muhalif", "muhalefet"];
/// Words that are followed by a member's name.
const BEFORE: &[&str] = &["üye", "üyesi", "üyeleri", "üyelerden", "üyelerinden", "sayın"];
/// Last words of institutions, which look like names and are none.
const INSTITUTIONS: &[&str] = &[
    "belediyesi",
    "belediye",
    "meclisi",
    "meclis",
    "komisyonu",
    "müdürlüğü",
    "kaymakamlığı",
    "bakanlığı",
    "kanunu",
    "kanun",
    "yönetmeliği",
    "yönetmelik",
    "planı",
    "mahallesi",
    "caddesi",
    "sokağı",
    "sokak",
    "başkanı",
    "başkanlığı",
    "encümeni",
    "kurulu",
    "birliği",
    "derneği",
    "vakfı",
    "odası",
    "partisi",
    "grubu",
    "bütçesi",
    "tarifesi",
];

/// Abbreviations that can be read as a surname.
const ABBREVIATIONS: &[&str] = &[
    "AFAD", "ASKİ", "BOTAŞ", "DASK", "DEDAŞ", "DSİ", "EKAP", "EPDK", "GSM", "ILO", "İETT", "İLBANK", "KOBİ", "KOSGEB", "MEB",
    "PTT", "SGK", "TEDAŞ", "TEİAŞ", "TOKİ", "TÜİK", "TÜRKSAT", "UNESCO", "UNICEF", "YEDAŞ", "BEDAŞ",
];

/// True for a text in which a member's name stands beside a vote: `Üye Ali VELİ ret oyu kullandı`.
pub(super) fn tells_a_members_vote(text: &str) -> bool {
    text.split_inclusive(['.', ';', '\n']).any(|sentence| {
        let words: Vec<&str> = sentence.split_whitespace().map(bare).filter(|w| !w.is_empty()).collect();
        let votes = words.iter().any(|w| VOTES.contains(&case::lower(w).as_str()));
        votes && (0..words.len()).any(|at| is_name(&words, at))
    })
}

/// True for a list of members in place of a count.
pub(super) fn is_a_list_of_members(key: &Tree, value: &Tree) -> bool {
    let name = key.scalar().unwrap_or_default();
    let about_votes = ["kabul", "ret", "cekimser", "edenler", "verenler", "uyeler", "isimler"].iter().any(|w| name.contains(w));
    let names = matches!(value.node, Node::List(_)) || value.scalar().is_some_and(|text| text.split_whitespace().count() > 1);
    about_votes && names
}

/// Two words at `at` that are written as a person's name: `Ali VELİ`, or `Ali Veli` after `üye` or `Sayın`.
fn is_name(words: &[&str], at: usize) -> bool {
    let (Some(first), Some(last)) = (words.get(at), words.get(at + 1)) else { return false };
    if !is_capitalised(first) || INSTITUTIONS.contains(&case::lower(last).as_str()) {
        return false;
    }
    let introduced = at > 0 && BEFORE.contains(&case::lower(words[at - 1]).as_str());
    is_in_capitals(last) || (introduced && is_capitalised(last))
}

/// A word without what is around it and without its suffix: `“Veli’nin` → `Veli`.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split(['\'', '’']).next().unwrap_or(word)
}

/// `Veli`: a capital and then small letters.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 1 && letters.all(char::is_lowercase)
}

/// `VELİ`: capitals only, three at least and a vowel among them, and no abbreviation that everyone uses.
fn is_in_capitals(word: &str) -> bool {
    let vowel = |c| "AEIİOÖUÜ".contains(c);
    word.chars().count() >= 3 && word.chars().all(char::is_uppercase) && word.chars().any(vowel) && !ABBREVIATIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_beside_a_vote_is_seen() {
        for text in [
            "Üye Ali Veli’nin ret oyuyla, oyçokluğuyla kabul edildi.",
            "Ayşe DENEME ret oyu kullandı.",
            "Kabul edildi; muhalif kalan: Ali DENEME.",
            "Meclis üyelerinden Ali Veli ve Ayşe Deneme çekimser kaldı.",
            "Sayın Ali Veli ret oyu verdi.",
        ] {
            assert!(tells_a_members_vote(text), "{text}");
        }
    }

    #[test]
    fn institutions_counts_and_subjects_are_not_names() {
        for text in [
            "12 kabul, 3 ret oyuyla oyçokluğuyla kabul edildi.",
            "Bilgi İşlem Müdürlüğü İç Hizmet Yönetmeliğinin kabulüne oybirliğiyle karar verildi.",
            "Zonguldak Belediyesi ile ortak hizmet projesi kabul edildi.",
            "Atatürk Caddesi üzerindeki parsel için imar planı değişikliğinin kabulü.",
            "Meclis üyesi adı yazılmadan ret kararı alındı.",
            "Yeni Mahalle KDV bedeli kabul edildi.",
            "Çaycuma TOKİ konutlarının yolu kabul edildi.",
            "Üye Ali Veli yerine yedek üye göreve başladı.",
        ] {
            assert!(!tells_a_members_vote(text), "{text}");
        }
    }
}
