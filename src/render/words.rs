//! The words the HTML writers need from a theme's `tr.ftl` and its siblings. Not the words of templates, which take any they like,
//! and not those of messages, which are in `diag/catalog`.

use std::collections::BTreeMap;

use super::escape::escaped;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        /// Words of the theme for what the program writes itself, already escaped for HTML (sözler).
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Words { $($(#[$doc])* pub $name: String,)* }

        impl Words {
            /// The keys that the Turkish words of every theme have.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($name)),*];

            /// Takes the words from a theme's strings; a missing one is its key (the caller complains: see [`Words::KEYS`]).
            pub fn from_strings(strings: &BTreeMap<String, String>) -> Words {
                let word = |key: &str| escaped(strings.get(key).map_or(key, String::as_str));
                Words { $($name: word(stringify!($name)),)* }
            }
        }
    };
}

words! {
    /// Title of a note: "Bilgi".
    alert_note;
    /// Title of a tip: "Öneri".
    alert_tip;
    /// Title of an important note: "Önemli".
    alert_important;
    /// Title of a warning: "Uyarı".
    alert_warning;
    /// Title of a caution: "Dikkat".
    alert_caution;
    /// Name of the link beside a heading, before the heading's words.
    heading_link;
    /// Heading above the footnotes.
    footnotes;
    /// Name of a reference to a footnote, before its number.
    footnote;
    /// Name of the way back from a footnote, before its number.
    footnote_back;
    /// Name of the region of alerts.
    banner;
    /// An alert's level, before what it says: "Acil duyuru".
    banner_emergency;
    /// The same: "Uyarı".
    banner_warning;
    /// The same: "Bilgi".
    banner_notice;
    /// The words of an alert's link.
    banner_details;
    /// The same where it is a telephone number.
    banner_call;
    /// Said of a link to a page in Turkish, on pages in other languages.
    in_turkish;
    /// Said before words that only the newer version has.
    inserted;
    /// Said before words that only the older version has.
    deleted;
    /// Name of a ticked box.
    task_done;
    /// Name of an empty box.
    task_open;
    /// Name of a table that has no other, before its number.
    table;
    /// What opens the table behind a chart.
    show_numbers;
    /// What opens the note on a figure.
    about_figure;
    /// Label: how the numbers are made.
    method;
    /// Label: which time they cover.
    period;
    /// Label: how many records stand behind them.
    records;
    /// Label: what was done so that nobody can be recognised.
    disclosure;
    /// Label: the files they come from.
    source_files;
    /// Label: the meaning of signs in a table.
    signs;
    /// Link to a figure's CSV.
    download_data;
    /// Badge of made-up data: "örnek veri".
    synthetic_badge;
}
