//! A diary as an iCalendar file (RFC 5545). Hours are those of Türkiye with their zone beside them; no clock: the stamp of
//! an entry is the day its data was last changed, so that the same data gives the same bytes.

use jiff::civil::Date;

use crate::view::{DiaryDoc, DiaryEntry, DiaryTime};

/// Octets of a line, its end not counted (RFC 5545 §3.1).
const LINE: usize = 75;
/// Türkiye has had one time all year since 8 September 2016 (Bakanlar Kurulu Kararı 2016/9154).
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Istanbul\r\nBEGIN:STANDARD\r\nDTSTART:20160908T000000\r\n\
                    TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nTZNAME:+03\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The file as text.
pub(super) fn write(diary: &DiaryDoc) -> String {
    let mut out = String::with_capacity(512 + 400 * diary.entries.len());
    property(&mut out, "BEGIN", "VCALENDAR");
    property(&mut out, "VERSION", "2.0");
    property(&mut out, "PRODID", "-//tellal//tellal//TR");
    property(&mut out, "CALSCALE", "GREGORIAN");
    property(&mut out, "METHOD", "PUBLISH");
    text(&mut out, "X-WR-CALNAME", &diary.title);
    property(&mut out, "X-WR-TIMEZONE", "Europe/Istanbul");
    if diary.entries.iter().any(|entry| matches!(entry.start, DiaryTime::Hour(_))) {
        out.push_str(ZONE);
    }
    for entry in &diary.entries {
        event(&mut out, entry);
    }
    property(&mut out, "END", "VCALENDAR");
    out
}

fn event(out: &mut String, entry: &DiaryEntry) {
    property(out, "BEGIN", "VEVENT");
    text(out, "UID", &entry.uid);
    property(out, "DTSTAMP", &format!("{}T000000Z", day(entry.stamp)));
    time(out, "DTSTART", entry.start);
    if let Some(end) = entry.end {
        time(out, "DTEND", end);
    }
    text(out, "SUMMARY", &entry.title);
    for (name, value) in [("DESCRIPTION", &entry.about), ("LOCATION", &entry.venue)] {
        if let Some(value) = value {
            text(out, name, value);
        }
    }
    if let Some(url) = &entry.url {
        // A URI is no text and is not escaped (§3.3.13).
        property(out, "URL", url);
    }
    property(out, "STATUS", if entry.cancelled { "CANCELLED" } else { "CONFIRMED" });
    if matches!(entry.start, DiaryTime::Day(_)) {
        // A day on which something is due takes nobody's time.
        property(out, "TRANSP", "TRANSPARENT");
    }
    property(out, "END", "VEVENT");
}

fn time(out: &mut String, name: &str, at: DiaryTime) {
    match at {
        DiaryTime::Day(date) => property(out, &format!("{name};VALUE=DATE"), &day(date)),
        DiaryTime::Hour(at) => {
            let value = format!("{}T{:02}{:02}{:02}", day(at.date()), at.hour(), at.minute(), at.second());
            property(out, &format!("{name};TZID=Europe/Istanbul"), &value);
        }
    }
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A property whose value is text: what means something in a value is escaped (§3.3.11).
fn text(out: &mut String, name: &str, value: &str) {
    let mut escaped = String::with_capacity(value.len());
    let mut letters = value.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\r' => {
                letters.next_if_eq(&'\n');
                escaped.push_str("\\n");
            }
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            // Other controls are not allowed in any value (§3.1).
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    property(out, name, &escaped);
}

/// A line, folded where it is longer than [`LINE`] octets, never within a letter.
fn property(out: &mut String, name: &str, value: &str) {
    let line = format!("{name}:{value}");
    let mut rest = line.as_str();
    let mut room = LINE;
    while rest.len() > room {
        let cut = rest.floor_char_boundary(room);
        out.push_str(&rest[..cut]);
        out.push_str("\r\n ");
        rest = &rest[cut..];
        // The space that a folded line begins with counts.
        room = LINE - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn entry(title: &str, about: &str) -> DiaryEntry {
        DiaryEntry {
            uid: "etkinlik-1@ornek.bel.tr".to_owned(),
            stamp: date(2026, 11, 22),
            start: DiaryTime::Hour(date(2026, 12, 5).at(19, 0, 0, 0)),
            end: Some(DiaryTime::Hour(date(2026, 12, 5).at(21, 30, 0, 0))),
            title: title.to_owned(),
            about: Some(about.to_owned()),
            venue: Some("Meydan".to_owned()),
            url: Some("https://ornek.bel.tr/etkinlikler/konser/".to_owned()),
            cancelled: false,
        }
    }

    fn file(title: &str, about: &str) -> String {
        write(&DiaryDoc { title: "Etkinlikler".to_owned(), entries: vec![entry(title, about)] })
    }

    /// What a reader makes of the file: lines unfolded, then a text unescaped (RFC 5545 §3.1, §3.3.11).
    fn read(file: &str, name: &str) -> String {
        let unfolded = file.replace("\r\n ", "");
        let prefix = format!("{name}:");
        let value = unfolded.split("\r\n").find_map(|line| line.strip_prefix(&prefix)).unwrap_or_default();
        let mut out = String::new();
        let mut letters = value.chars();
        while let Some(c) = letters.next() {
            match c {
                '\\' => match letters.next() {
                    Some('n' | 'N') => out.push('\n'),
                    Some(c) => out.push(c),
                    None => {}
                },
                c => out.push(c),
            }
        }
        out
    }

    #[test]
    fn an_event_is_written_with_its_hours_and_their_zone() {
        let file = file("Konser; açık hava", "Gelin,\ngörün");
        assert!(file.contains("DTSTART;TZID=Europe/Istanbul:20261205T190000\r\n"), "{file}");
        assert!(file.contains("SUMMARY:Konser\\; açık hava\r\nDESCRIPTION:Gelin\\,\\ngörün\r\n"), "{file}");
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
        assert!(file.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Istanbul\r\n"), "{file}");
    }

    #[test]
    fn a_whole_day_ends_on_the_day_after_and_needs_no_zone() {
        let day = date(2026, 12, 31);
        let whole =
            DiaryEntry { start: DiaryTime::Day(day), end: day.tomorrow().ok().map(DiaryTime::Day), ..entry("Son gün", "") };
        let file = write(&DiaryDoc { title: "Ödevler".to_owned(), entries: vec![whole] });
        assert!(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{file}");
        assert!(!file.contains("VTIMEZONE"), "{file}");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_lines_that_are_short_enough(
            title in "[ -~ğışöçüİĞŞ€😀\\\\,;:\n]{0,200}",
            about in "\\PC{0,300}",
        ) {
            let file = file(&title, &about);
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LINE, "{} octets: {line}", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            prop_assert_eq!(read(&file, "SUMMARY"), title);
            prop_assert_eq!(read(&file, "DESCRIPTION"), about);
        }
    }
}
