//! The cheap questions before a clause's words are read: does any piece of a word that citations need stand in it, and can
//! a citation begin with this word? All pieces are looked for in one pass. A yes may be wrong, a no is not.

/// Stands for any byte in the pieces below.
const ANY: u8 = 0;

/// Four bytes of each: sayılı, numaralı, nolu, madde, fıkra, bent, kanun, yasa, yönetmelik, gazete, md., tebliğ, yönerge, genelge,
/// tüzük, nizamname, esaslar.
const PIECES: [&[u8; 4]; 32] = [
    b"say\xC4",
    b"sayi",
    b"Say\xC4",
    b"Sayi",
    b"adde",
    b"ADDE",
    b"f\xC4\xB1k",
    b"F\xC4\xB1k",
    b"bent",
    b"bend",
    b"anun",
    b"yasa",
    b"Yasa",
    b"netm",
    b"umar",
    b"nolu",
    b"Nolu",
    b"o.lu",
    b"\0'lu",
    b"\0\x99lu",
    b"zete",
    b"\0md.",
    b"\0md)",
    b"\0md ",
    b"\0md,",
    b"\0 md",
    b"ebli",
    b"nerg",
    b"nelg",
    b"\xBCz\xC3\xBC",
    b"zamn",
    b"sasl",
];

/// How the words begin with which a citation can: numbers in words, kinds of clauses and acts, `aynı`, `anılan`; folded by
/// [`small`]. Short words, digits and words with marks in them are asked about apart.
const BEGINNINGS: [&[u8; 4]; 32] = [
    b"biri",
    b"ikin",
    b"\xE4\xB0k\0",
    b"\xE3\xBC\xE3\xA7",
    b"d\xE3\xB6r",
    b"be\xE5\xBE",
    b"be\xE5\xBF",
    b"alt\xE4",
    b"alti",
    b"yed\0",
    b"sek\0",
    b"doku",
    b"yirm",
    b"ge\xE3\xA7",
    b"muv\0",
    b"m\xE3\xBCk",
    b"madd",
    b"mezk",
    b"ayn\xE4",
    b"ayni",
    b"an\xE4\xB1",
    b"anay",
    b"kanu",
    b"y\xE3\xB6n",
    b"t\xE3\xBCz",
    b"tebl",
    b"gene",
    b"yasa",
    b"niz\0",
    b"\xE4\xB0\xE3\xA7",
    b"esas",
    b"resm",
];

/// Words of two or three letters with which a citation can begin; two letters that are the same name a point.
const SHORT: [&str; 7] = ["bu", "on", "ek", "bir", "son", "md", "mad"];

/// For each byte, the pieces that have it in first, second, third and fourth place, as bits.
type Places = [[u32; 256]; 4];

static IN_WORDS: Places = places(&PIECES);
static AT_BEGINNINGS: Places = places(&BEGINNINGS);

const fn places(pieces: &[&[u8; 4]]) -> Places {
    let mut places = [[0; 256]; 4];
    let mut piece = 0;
    while piece < pieces.len() {
        let mut at = 0;
        while at < 4 {
            let mut byte = 0;
            while byte < 256 {
                let wanted = pieces[piece][at];
                if wanted == ANY || wanted as usize == byte {
                    places[at][byte] |= 1 << piece;
                }
                byte += 1;
            }
            at += 1;
        }
        piece += 1;
    }
    places
}

const fn has(places: &Places, [a, b, c, d]: [u8; 4]) -> bool {
    places[0][a as usize] & places[1][b as usize] & places[2][c as usize] & places[3][d as usize] != 0
}

/// False where a text surely cites nothing.
pub(super) fn may_cite(text: &str) -> bool {
    text.as_bytes().windows(4).any(|w| has(&IN_WORDS, [w[0], w[1], w[2], w[3]]))
}

/// The byte of a small letter for that of a great one; the letters of Turkish that have two bytes keep apart from others.
const fn small(byte: u8) -> u8 {
    byte | 0x20
}

/// False where surely no citation begins with a word.
pub(super) fn may_begin(word: &str) -> bool {
    let opened = match word.as_bytes().first() {
        Some(b'(' | b'"' | 0xE2) => word.trim_start_matches(['(', '“', '"']),
        _ => word,
    };
    match opened.as_bytes() {
        [] => false,
        // `ve` and `ile` are the words that stand there most.
        [a, b] | [a, b, _] if opened.bytes().all(|b| b.is_ascii_alphabetic()) => {
            a == b || SHORT.iter().any(|short| opened.eq_ignore_ascii_case(short))
        }
        [a, b, c, d, rest @ ..] if a.is_ascii_alphabetic() || matches!(a, 0xC3..=0xC5) => {
            let last = rest.last().unwrap_or(d);
            // `onbirinci`; `son)”`, `ç),`; `Ek:17/10/2019-7188/36`, `(Ek:17/10/2019-`.
            let special = small(*a) == b'o' && small(*b) == b'n'
                || !d.is_ascii_alphabetic() && *d < 0x80
                || rest.len() < 2 && !last.is_ascii_alphabetic()
                || last.is_ascii_digit()
                || opened.len() < word.len() && opened.contains('/');
            special || has(&AT_BEGINNINGS, [small(*a), small(*b), small(*c), small(*d)])
        }
        // A dash, a percent sign.
        bytes => bytes.iter().any(|b| b.is_ascii_alphanumeric() || matches!(b, 0xC3..=0xC5)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_citations_need_is_seen() {
        let cited = "5393 sayılı|5393 Sayılı|maddesi|MADDE 2|fıkrası|(b) bendi|bentleri|Kanunu|kanuna|Yasası|yasanın|Anayasanın|yönetmeliği\
                     |5 numaralı karar|5 nolu|5 No.lu|5 No’lu|5 no'lu|Resmî Gazete|202/6 md.|202/6 md)|202/6md ile|202/6 md|Tebliği|Yönergesi|Genelgesi|Tüzüğü|İçtüzük|Nizamnamesi|Esaslar";
        for word in cited.split('|') {
            assert!(may_cite(word), "{word}");
        }
        let first = "birinci|İkinci|üçüncü|Dördüncü|beşinci|BEŞİNCİ|altıncı|YEDİNCİ|sekizinci|SEKİZİNCİ|İKİNCİ|dokuzuncu|onbirinci|Onuncu|yirminci|geçici|Geçici1\
                     |Ek:17/10/2019-7188/36|muvakkat|mükerrer|MADDE|maddesi|son|bu|aynı|anılan|Anayasanın|mezkûr|kanunu|KANUNU\
                     |yönetmeliği|YÖNETMELİĞİ|Tüzüğü|tebliği|Genelgesi|yasa|Nizamnamesi|İçtüzük|Esaslar|Resmî|ç),|(aa)|“son)”|“Kanun|(Ek:17/10/2019-7188/36|5393";
        for word in first.split('|') {
            assert!(may_begin(word), "{word}");
        }
        assert!(!may_begin("ve") && !may_begin("ile") && may_begin("Bu") && may_begin("aa") && may_begin("EK"));
        assert!(!may_begin("belediye") && !may_begin("Personel") && !may_begin("çalışma") && !may_begin("Şartlar"));
        assert!(!may_begin("–") && !may_begin("%") && !may_begin("(Değişik:") && !may_begin("“Belediye") && !may_begin("Türk"));
        assert!(!may_cite("Müdürlük bu işleri özenle yürütür.") && !may_cite("") && !may_cite("ma"));
    }
}
