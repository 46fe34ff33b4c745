//! What an import did, as a few calm lines: read, dropped, repaired, merged, written. Complaints are diagnostics, not here.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diag::{Lang, Words};
use crate::model::import::{CanonicalFile, Drop, FileReport, Merged};
use crate::turkish::{date, number as turkish};

const LABELS: [&str; 8] = [
    "import-label-profile",
    "import-label-read",
    "import-label-dropped",
    "import-label-repaired",
    "import-label-refused",
    "import-label-merged",
    "import-label-written",
    "import-label-planned",
];

/// More files of a folder than this become one line.
const MOST_FILES: usize = 8;

/// A block of lines for each file.
pub(super) fn of(words: &Words, reports: &[FileReport]) -> String {
    reports.iter().map(|report| block(words, report)).collect()
}

fn block(words: &Words, report: &FileReport) -> String {
    let mut out = format!("{}\n", report.file);
    let mut line = |label: &str, text: String| {
        if !text.is_empty() {
            out += &labelled(words, label, &text);
        }
    };
    line("import-label-profile", profile(words, report));
    line("import-label-read", read(words, report));
    line("import-label-dropped", dropped(words, report));
    let repairs = report.repairs.iter().map(|(kind, n)| say(words, &format!("import-repaired-{kind}"), n));
    line("import-label-repaired", repairs.collect::<Vec<_>>().join(", "));
    let refused = if report.refused > 0 { say(words, "import-rows", report.refused) } else { String::new() };
    line("import-label-refused", refused);
    for (dataset, merged) in &report.merged {
        line("import-label-merged", format!("{dataset}: {}", merged_words(words, merged)));
    }
    out
}

fn profile(words: &Words, report: &FileReport) -> String {
    let (columns, matched) = (report.columns.to_string(), report.matched.to_string());
    let id = if report.profile.is_empty() { "import-profile-schema" } else { "import-profile-named" };
    let args = [("name", &*report.profile), ("columns", &columns), ("matched", &matched)];
    let said = words.say(id, &args);
    report.encoding.map_or(said.clone(), |encoding| format!("{said}; {encoding}"))
}

fn read(words: &Words, report: &FileReport) -> String {
    let mut parts = vec![say(words, "import-rows", report.rows)];
    for (id, n) in [("import-totals", report.totals), ("import-footers", report.footers)] {
        parts.extend((n > 0).then(|| say(words, id, n)));
    }
    parts.extend(report.as_of.map(|day| words.say("import-as-of", &[("day", &date::short(day))])));
    parts.join("; ")
}

fn dropped(words: &Words, report: &FileReport) -> String {
    let mut by_reason: BTreeMap<Drop, Vec<&str>> = BTreeMap::new();
    for (header, why) in &report.dropped {
        by_reason.entry(*why).or_default().push(header);
    }
    let reason = |why: Drop| match why {
        Drop::Personal => "import-dropped-personal",
        Drop::FreeText => "import-dropped-freetext",
        Drop::Unknown => "import-dropped-unknown",
        Drop::Ignored => "import-dropped-ignored",
    };
    let parts = by_reason.iter().map(|(why, headers)| format!("{} ({})", headers.join(", "), words.say(reason(*why), &[])));
    parts.collect::<Vec<_>>().join("; ")
}

fn merged_words(words: &Words, merged: &Merged) -> String {
    let counts = [
        ("import-merged-new", merged.new),
        ("import-merged-same", merged.same),
        ("import-merged-updated", merged.updated),
        ("import-merged-kept", merged.kept),
        ("import-merged-repeated", merged.repeated),
    ];
    let said = counts.iter().filter(|(id, n)| *n > 0 || *id == "import-merged-new");
    said.map(|(id, n)| say(words, id, *n)).collect::<Vec<_>>().join(", ")
}

/// A line for each file that was written, or will be.
pub(super) fn files(words: &Words, label: &str, files: &[CanonicalFile<'_>], changed: &[bool]) -> String {
    if !changed.contains(&true) {
        return format!("{}\n", words.say("import-nothing-new", &[]));
    }
    let mut by_folder: IndexMap<&str, Vec<(&CanonicalFile<'_>, bool)>> = IndexMap::new();
    for (file, changed) in files.iter().zip(changed) {
        by_folder.entry(&file.folder).or_default().push((file, *changed));
    }
    let mut out = String::new();
    for (folder, files) in by_folder {
        if files.len() <= MOST_FILES {
            for (file, changed) in files {
                let path = format!("{folder}{}", file.name);
                let id = if changed { "import-written" } else { "import-unchanged" };
                out += &labelled(words, label, &words.say(id, &[("path", &path), ("n", &number(words, file.lines))]));
            }
            continue;
        }
        let changed: Vec<_> = files.iter().filter(|(_, changed)| *changed).map(|(file, _)| file).collect();
        let (Some(first), Some(last)) = (changed.first(), changed.last()) else { continue };
        let (count, rows) = (changed.len().to_string(), number(words, changed.iter().map(|file| file.lines).sum()));
        let args = [("count", &*count), ("folder", folder), ("first", &first.name), ("last", &last.name), ("n", &rows)];
        out += &labelled(words, label, &words.say("import-written-many", &args));
    }
    out
}

fn labelled(words: &Words, label: &str, text: &str) -> String {
    let width = LABELS.iter().map(|id| words.say(id, &[]).chars().count()).max().unwrap_or(0);
    format!("  {:width$}  {text}\n", words.say(label, &[]))
}

fn say(words: &Words, id: &str, n: u64) -> String {
    words.say(id, &[("n", &number(words, n))])
}

/// A count as the language writes it.
pub(super) fn number(words: &Words, n: u64) -> String {
    let text = turkish::integer(i64::try_from(n).unwrap_or(i64::MAX));
    match words.lang() {
        Lang::Tr => text,
        Lang::En => text.replace('.', ","),
    }
}
