//! The cheap question before a clause's words are read: does any piece of a word that citations need stand in it? All
//! pieces are looked for in one pass. A yes may be wrong, a no is not.

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

/// For each byte, the pieces that have it in first, second and third place, as bits.
static PLACES: [[u32; 256]; 3] = places();

const fn places() -> [[u32; 256]; 3] {
    let mut places = [[0; 256]; 3];
    let mut piece = 0;
    while piece < PIECES.len() {
        let mut at = 0;
        while at < 3 {
            places[at][PIECES[piece][at] as usize] |= 1 << piece;
            at += 1;
        }
        piece += 1;
    }
    places
}

/// False where a text surely cites nothing.
pub(super) fn may_cite(text: &str) -> bool {
    let [first, second, third] = &PLACES;
    text.as_bytes().windows(3).any(|w| first[w[0] as usize] & second[w[1] as usize] & third[w[2] as usize] != 0)
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
        assert!(!may_cite("Müdürlük bu işleri özenle yürütür.") && !may_cite("") && !may_cite("ma"));
    }
}
