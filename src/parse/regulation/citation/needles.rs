//! The cheap questions before a clause's words are read: does any piece of a word that citations need stand in it, and can
//! a citation begin with this word? All pieces are looked for in one pass. A yes may be wrong, a no is not.

/// Three bytes of each: sayılı, madde, fıkra, bent, kanun, yasa, yönetmelik, karar, gazete, md., tebliğ, yönerge, genelge,
/// tüzük, nizamname, esaslar, KHK.
const PIECES: [&[u8; 3]; 23] = [
    b"say",
    b"Say",
    b"dde",
    b"DDE",
    b"f\xC4\xB1",
    b"ben",
    b"anu",
    b"yas",
    b"Yas",
    b"tme",
    b"rar",
    b"zet",
    b"md.",
    b"md)",
    b"md ",
    b"md,",
    b" md",
    b"ebl",
    b"erg",
    b"elg",
    b"z\xC3\xBC",
    b"zam",
    b"sla",
];

/// How the words begin with which a citation can: numbers in words, kinds of clauses and acts, `bu`, `aynı`; folded by
/// [`small`]. Shorter words, digits and marks always can.
const BEGINNINGS: [&[u8; 3]; 31] = [
    b"bir",
    b"iki",
    b"\xE4\xB0k",
    b"\xE3\xBC\xE3",
    b"d\xE3\xB6",
    b"be\xE5",
    b"alt",
    b"yed",
    b"sek",
    b"dok",
    b"onu",
    b"yir",
    b"ge\xE3",
    b"muv",
    b"m\xE3\xBC",
    b"mad",
    b"son",
    b"ayn",
    b"an\xE4",
    b"ana",
    b"mez",
    b"kan",
    b"y\xE3\xB6",
    b"t\xE3\xBC",
    b"teb",
    b"gen",
    b"yas",
    b"niz",
    b"\xE4\xB0\xE3",
    b"esa",
    b"res",
];

/// For each byte, the pieces that have it in first, second and third place, as bits.
type Places = [[u32; 256]; 3];

static IN_WORDS: Places = places(&PIECES);
static AT_BEGINNINGS: Places = places(&BEGINNINGS);

const fn places(pieces: &[&[u8; 3]]) -> Places {
    let mut places = [[0; 256]; 3];
    let mut piece = 0;
    while piece < pieces.len() {
        let mut at = 0;
        while at < 3 {
            places[at][pieces[piece][at] as usize] |= 1 << piece;
            at += 1;
        }
        piece += 1;
    }
    places
}

const fn has([first, second, third]: &Places, a: u8, b: u8, c: u8) -> bool {
    first[a as usize] & second[b as usize] & third[c as usize] != 0
}

/// False where a text surely cites nothing.
pub(super) fn may_cite(text: &str) -> bool {
    text.as_bytes().windows(3).any(|w| has(&IN_WORDS, w[0], w[1], w[2]))
}

/// The byte of a small letter for that of a great one; the letters of Turkish that have two bytes keep apart from others.
const fn small(byte: u8) -> u8 {
    byte | 0x20
}

/// False where surely no citation begins with a word.
pub(super) fn may_begin(word: &str) -> bool {
    let bytes = word.as_bytes();
    let ([a, b, c, _, ..], Some(last)) = (bytes, bytes.last()) else { return true };
    let letter = a.is_ascii_alphabetic() || matches!(a, 0xC3..=0xC5);
    // `onbirinci`; `ç),`; `Ek:17/10/2019-7188/36`.
    let special =
        small(*a) == b'o' && small(*b) == b'n' || bytes.len() < 6 && !last.is_ascii_alphabetic() || last.is_ascii_digit();
    !letter || special || has(&AT_BEGINNINGS, small(*a), small(*b), small(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_citations_need_is_seen() {
        let cited = "5393 sayılı|5393 Sayılı|maddesi|MADDE 2|fıkrası|(b) bendi|bentleri|Kanunu|kanuna|Yasası|yasanın|Anayasanın|yönetmeliği\
                     |karar|Kararname|Resmî Gazete|202/6 md.|202/6 md)|202/6md ile|202/6 md|Tebliği|Yönergesi|Genelgesi|Tüzüğü|İçtüzük|Nizamnamesi|Esaslar";
        for word in cited.split('|') {
            assert!(may_cite(word), "{word}");
        }
        let first = "birinci|İkinci|üçüncü|Dördüncü|beşinci|altıncı|YEDİNCİ|sekizinci|dokuzuncu|onbirinci|Onuncu|yirminci|geçici|Geçici1\
                     |Ek:17/10/2019-7188/36|muvakkat|mükerrer|MADDE|maddesi|son|bu|aynı|anılan|Anayasanın|mezkûr|kanunu|KANUNU\
                     |yönetmeliği|YÖNETMELİĞİ|Tüzüğü|tebliği|Genelgesi|yasa|Nizamnamesi|İçtüzük|Esaslar|Resmî|ç),|(aa)|“Belediye|5393";
        for word in first.split('|') {
            assert!(may_begin(word), "{word}");
        }
        assert!(!may_begin("belediye") && !may_begin("Personel") && !may_begin("çalışma") && !may_begin("Şartlar"));
        assert!(!may_cite("Müdürlük bu işleri özenle yürütür.") && !may_cite("") && !may_cite("ma"));
    }
}
