//! Front matter of which one part cannot be read: the rest is read all the same, so that one run complains about everything
//! in a page, and pages that link to it are not told that it is missing.

use std::sync::Arc;

use super::FrontMatter;
use crate::diag::{Code, Diagnostics};
use crate::parse::yaml;

/// Without these a page is another page: nothing good comes of guessing on.
const STRUCTURE: [&str; 9] = ["each", "path", "section", "regulation", "service", "services", "council", "event", "directory"];

/// So many parts of one front matter are complained about.
const MOST: usize = 20;

/// Reads the front matter, part by part where it must be; `None` where too little is left to tell what the page is.
pub(super) fn read(diag: &mut Diagnostics, file: &Arc<str>, text: &str) -> Option<FrontMatter> {
    let mut complaints = Diagnostics::new();
    let whole = yaml::read(&mut complaints, file, text, 2);
    let mut lines: Vec<&str> = text.lines().collect();
    let mut front = whole;
    let mut untitled = false;
    for _ in 0..MOST {
        let Some(complaint) = complaints.iter().next().cloned() else { break };
        complaints = Diagnostics::new();
        let titled = |lines: &[&str]| lines.iter().any(|line| line.starts_with("title:"));
        let lacks_title = complaint.code == Code::MISSING_KEY && !titled(&lines);
        let wrong = complaint.place.line.checked_sub(2).map(|line| line as usize);
        diag.push(complaint);
        if lacks_title {
            untitled = true;
        } else {
            let part = part_around(&lines, wrong?)?;
            let key = lines[part.start].split(':').next().unwrap_or_default();
            if STRUCTURE.contains(&key) {
                return None;
            }
            lines[part].fill("");
            untitled |= !titled(&lines);
        }
        let name = if untitled { format!("title: {:?}\n", stem(file)) } else { String::new() };
        front = yaml::read(&mut complaints, file, &format!("{}\n{name}", lines.join("\n")), 2);
    }
    front
}

/// The lines of the topmost key that holds the line `wrong`.
fn part_around(lines: &[&str], wrong: usize) -> Option<std::ops::Range<usize>> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') && line.contains(':');
    let start = (0..=wrong.min(lines.len().checked_sub(1)?)).rev().find(|at| begins(&lines[*at]))?;
    let end = (start + 1..lines.len()).find(|at| begins(&lines[*at])).unwrap_or(lines.len());
    Some(start..end)
}

/// The file's name: a page must be called something until its editor says what.
fn stem(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file).trim_end_matches(".md")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_of(text: &str) -> (Option<FrontMatter>, Vec<String>) {
        let mut diag = Diagnostics::new();
        let front = read(&mut diag, &"content/public/su.md".into(), text);
        (front, diag.iter().map(|d| format!("{} {}", d.place.line, d.code.id())).collect())
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once_and_the_rest_is_kept() {
        let (front, told) = read_of("title: Su\ndate: 31.02.2026\nsummary: Bir\nupdated: dün\ndraft: belki\nunit: fen\n");
        let front = front.expect("the page is still a page");
        assert_eq!((front.title.as_str(), front.summary.as_deref(), front.date), ("Su", Some("Bir"), None));
        assert_eq!(told, ["3 bad-value", "5 bad-value", "6 bad-value"]);
    }

    #[test]
    fn a_page_without_a_title_is_called_by_its_file() {
        let (front, told) = read_of("date: 2026-11-22\n");
        assert_eq!((front.expect("it has a name").title.as_str(), told), ("su", vec!["2 missing-key".to_owned()]));
    }

    #[test]
    fn what_a_page_is_is_not_guessed() {
        assert!(read_of("title: Su\neach: [\n").0.is_none());
        assert!(read_of("title: Su\nevent: {start: dün}\n").0.is_none());
    }
}
