//! The tag of a language: its primary subtag (BCP 47), which is enough to tell a page's language from another's.

use serde::{Serialize, Serializer};

/// A language (dil) by its ISO 639 code of two or three letters: `tr`, `en`, `ar`. No regions: a municipality writes one
/// English, not two.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

impl Language {
    /// The language every site has.
    pub const TURKISH: Language = Language(*b"tr\0");

    /// Reads a tag as it is written in names of files and in settings: two or three small letters.
    pub fn parse(text: &str) -> Option<Language> {
        let bytes = text.as_bytes();
        let letters = matches!(bytes.len(), 2 | 3) && bytes.iter().all(u8::is_ascii_lowercase);
        letters.then(|| Language([bytes[0], bytes[1], bytes.get(2).copied().unwrap_or_default()]))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        let letters = self.0.split_last().filter(|(last, _)| **last == 0).map_or(&self.0[..], |(_, first)| first);
        std::str::from_utf8(letters).expect("a tag is made of letters")
    }

    /// True for Turkish.
    pub fn is_turkish(self) -> bool {
        self == Language::TURKISH
    }

    /// True for languages whose usual script runs from right to left.
    pub fn is_right_to_left(self) -> bool {
        matches!(self.as_str(), "ar" | "ckb" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi")
    }
}

impl Default for Language {
    fn default() -> Language {
        Language::TURKISH
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_two_or_three_small_letters() {
        for tag in ["tr", "en", "ckb"] {
            assert_eq!(Language::parse(tag).map(|l| l.to_string()).as_deref(), Some(tag));
        }
        for other in ["", "t", "TR", "en-GB", "turk", "t1", "ğü"] {
            assert_eq!(Language::parse(other), None, "{other}");
        }
        assert_eq!(Language::parse("tr"), Some(Language::TURKISH));
        assert!(Language::parse("ar").is_some_and(Language::is_right_to_left) && !Language::TURKISH.is_right_to_left());
    }
}
