//! The notes of consolidated texts (işlem notları): `(Değişik: 30/7/2003-4964/9 md.)`, `(Ek fıkra: …)`, `(Mülga: …)`.
//! What a text tells of its own past; not what a repository's decisions do to it.

use jiff::civil::Date;

use super::tree::RegulationText;
use super::words;
use crate::turkish;

/// A note in the words of a clause (işlem notu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The clause it stands in.
    pub from: Box<str>,
    /// Where it stands in that clause's text, in bytes, brackets included.
    pub at: (usize, usize),
    /// What was done.
    pub kind: NoteKind,
    /// What of the clause is meant, as written: `birinci fıkra`, `ibare`; empty for the whole.
    pub part: Box<str>,
    /// The day of the act; `None` where the note does not say it in a form that can be read.
    pub date: Option<Date>,
    /// The act as written: `4964/9 md.`, `RG-30790`.
    pub act: Box<str>,
}

/// What was done to a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Değişik.
    Changed,
    /// Ek.
    Added,
    /// Mülga.
    Repealed,
    /// İptal, by a court.
    Annulled,
}

impl NoteKind {
    /// The machine name.
    pub fn as_str(self) -> &'static str {
        match self {
            NoteKind::Changed => "changed",
            NoteKind::Added => "added",
            NoteKind::Repealed => "repealed",
            NoteKind::Annulled => "annulled",
        }
    }
}

/// The notes of a text, in reading order.
pub fn notes(text: &RegulationText) -> Vec<Note> {
    let mut notes = Vec::new();
    text.each(&mut |node| {
        for (start, _) in node.text.match_indices('(') {
            notes.extend(note(&node.text, start).map(|(at, kind, part, date, act)| Note {
                from: node.id.clone(),
                at,
                kind,
                part,
                date,
                act,
            }));
        }
    });
    notes
}

type Parts = ((usize, usize), NoteKind, Box<str>, Option<Date>, Box<str>);

/// The note whose bracket opens at `start`.
fn note(text: &str, start: usize) -> Option<Parts> {
    const KINDS: [(&str, NoteKind); 5] = [
        ("Değişik", NoteKind::Changed),
        ("Yeniden düzenleme", NoteKind::Changed),
        ("Ek", NoteKind::Added),
        ("Mülga", NoteKind::Repealed),
        ("İptal", NoteKind::Annulled),
    ];
    let inside = &text[start + 1..];
    let (word, kind) = KINDS.iter().find(|(word, _)| inside.starts_with(word))?;
    let after = &inside[word.len()..];
    // The note ends at its own bracket; a point may be named in brackets within.
    let mut depth = 1;
    let end = after.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    });
    let (end, _) = end?;
    let (part, act) = after[..end].split_once(':')?;
    // `Ekonomi: …` is no note, and a note names what it means in few words.
    if !part.is_empty() && !part.starts_with([' ', '/']) || part.split(' ').count() > 8 {
        return None;
    }
    let act = act.trim();
    let official = act.strip_prefix("RG").map_or(act, |rest| rest.trim_start_matches(['.', '-', ' ']));
    let written = official.split(['-', ' ']).next().unwrap_or_default();
    let date = turkish::date::parse(written).ok().map(turkish::date::Moment::date);
    // A note that names no day and no court is a remark in brackets.
    if date.is_none() && !words::of(act).iter().any(|w| words::begins(w.text, "mahkeme") || words::begins(w.text, "sayili")) {
        return None;
    }
    let rest = if date.is_some() { official[written.len()..].trim_start_matches(['-', ' ']) } else { act };
    let at = (start, start + 1 + word.len() + end + 1);
    Some((at, *kind, part.trim().into(), date, rest.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::parse::regulation::parse;

    #[test]
    fn notes_as_official_texts_write_them() {
        let source = "MADDE 1- (1) (Değişik: 30/7/2003-4964/9 md.) Bir.\n\
                      (2) (Ek cümle:RG-31/5/2019-30790) İki. (Mülga ikinci cümle: 24/7/2026-7590/3 md.)\n\
                      (3) (İptal: Anayasa Mahkemesinin 4/2/2010 tarihli ve E.: 2008/27, K.: 2010/9 sayılı Kararı ile.)\n\
                      (4) (Ekonomi: bütçe) ve (Ek liste: yoktur) bir şey değildir.\n";
        let text = parse(&mut Diagnostics::new(), &"m.txt".into(), source);
        let told: Vec<String> = notes(&text)
            .iter()
            .map(|n| {
                let date = n.date.map(|d| d.to_string()).unwrap_or_default();
                format!("{} {} [{}] {date} {}", n.from, n.kind.as_str(), n.part, n.act)
            })
            .collect();
        assert_eq!(
            told,
            [
                "madde-1-f1 changed [] 2003-07-30 4964/9 md.",
                "madde-1-f2 added [cümle] 2019-05-31 30790",
                "madde-1-f2 repealed [ikinci cümle] 2026-07-24 7590/3 md.",
                "madde-1-f3 annulled []  Anayasa Mahkemesinin 4/2/2010 tarihli ve E.: 2008/27, K.: 2010/9 sayılı Kararı ile.",
            ]
        );
    }
}
