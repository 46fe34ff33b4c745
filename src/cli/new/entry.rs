//! A new entry in a list of a YAML file, put at the end of its list by hand: what people wrote, their comments and their
//! order stay as they are. Not a YAML writer.

/// `file` with `entry` at the end of the list under `key` (of the whole file where that is empty), and the line it begins at.
/// The entry begins with a dash at the edge; it is indented like its neighbours. `None` where the list is written in brackets.
pub(super) fn added(file: &str, key: &str, entry: &str) -> Option<(String, usize)> {
    let mut lines: Vec<&str> = file.lines().collect();
    let (start, end) = if key.is_empty() {
        (0, lines.len())
    } else {
        let head = format!("{key}:");
        let Some(at) = lines.iter().position(|line| line.starts_with(&head)) else {
            // The list is begun.
            let text = format!("{}{head}\n{}", ended(file), indented(entry, 2));
            return Some((text, file.lines().count() + 2));
        };
        let rest = lines[at][head.len()..].trim();
        if !rest.is_empty() && !rest.starts_with('#') {
            return None;
        }
        let is_next = |line: &&str| !line.is_empty() && !line.starts_with([' ', '-', '#']);
        (at + 1, lines[at + 1..].iter().position(is_next).map_or(lines.len(), |next| at + 1 + next))
    };
    if key.is_empty() && lines.iter().any(|line| line.starts_with(['[', '{'])) {
        return None;
    }
    let dash = lines[start..end].iter().find(|line| line.trim_start().starts_with("- "));
    let indent = dash.map_or(if key.is_empty() { 0 } else { 2 }, |line| line.len() - line.trim_start().len());
    // Empty lines and remarks at the edge belong to what comes next.
    let is_loose = |line: &str| line.trim().is_empty() || (line.starts_with('#') && end < lines.len());
    let at = (start..end).rev().find(|&i| !is_loose(lines[i])).map_or(start, |last| last + 1);
    let entry = indented(entry, indent);
    lines.splice(at..at, entry.lines());
    Some((lines.join("\n") + "\n", at + 1))
}

/// The entry as a remark: taking the `# ` away at the edge of each line makes it count.
pub(super) fn commented(entry: &str) -> String {
    entry.lines().map(|line| format!("# {line}\n")).collect()
}

fn indented(entry: &str, by: usize) -> String {
    entry.lines().map(|line| format!("{}{line}\n", " ".repeat(by))).collect()
}

/// The text, the last line of which has its end.
fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_stands_at_the_end_of_its_list_and_all_else_stays() {
        let file = "# Meclis\nkararlar:\n  - no: 1   # ilk\n    konu: A\n\n# Raporlar\nkomisyon_raporlari:\n  - konu: B\n";
        let (text, line) = added(file, "kararlar", "- no: 2\n  konu: C\n").unwrap();
        let expected = "# Meclis\nkararlar:\n  - no: 1   # ilk\n    konu: A\n  - no: 2\n    konu: C\n\n# Raporlar\nkomisyon_raporlari:\n  - konu: B\n";
        assert_eq!((text.as_str(), line), (expected, 5));
        let (text, _) = added(file, "komisyon_raporlari", "- konu: D\n").unwrap();
        assert!(text.ends_with("  - konu: B\n  - konu: D\n"), "{text}");
    }

    #[test]
    fn a_list_that_is_not_there_is_begun_and_one_at_the_edge_stays_there() {
        assert_eq!(added("", "kararlar", "- no: 1\n").unwrap(), ("kararlar:\n  - no: 1\n".to_owned(), 2));
        assert_eq!(
            added("kararlar:\n- no: 1", "kararlar", "- no: 2\n").unwrap(),
            ("kararlar:\n- no: 1\n- no: 2\n".to_owned(), 3)
        );
        assert_eq!(added("- metin: A\n", "", "- metin: B\n").unwrap(), ("- metin: A\n- metin: B\n".to_owned(), 2));
        assert_eq!(added("kararlar: []\n", "kararlar", "- no: 1\n"), None);
    }

    #[test]
    fn an_entry_in_remarks_counts_when_they_are_taken_away() {
        let (text, _) = added("kararlar:\n", "kararlar", &commented("- no: 1\n  konu: A\n")).unwrap();
        assert_eq!(text, "kararlar:\n  # - no: 1\n  #   konu: A\n");
        let plain: serde_json::Value = serde_yaml::from_str(&text.replace("# ", "")).unwrap();
        assert_eq!(plain["kararlar"][0]["konu"], "A");
        // The next one comes after it, also where nothing but remarks stands there.
        let (text, _) = added(&text, "kararlar", &commented("- no: 2\n")).unwrap();
        assert!(text.ends_with("  #   konu: A\n  # - no: 2\n"), "{text}");
    }
}
