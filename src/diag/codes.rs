//! The list of codes: one line a code, with its usual severity. Words and explanations are in `catalog/`.
//!
//! A code is public (people search for it, CI greps it): it never changes its meaning and is never used again.

use super::Severity::{self, *};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        /// What is wrong (tanı kodu): a stable identifier with a usual severity.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct Code { id: &'static str, severity: Severity }

        impl Code {
            $($(#[$doc])* pub const $name: Code = Code { id: $id, severity: $severity };)*

            /// Every code, in the order of this file.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];
        }
    };
}

impl Code {
    /// The identifier, as shown in brackets and looked up by `tellal explain`.
    pub fn id(self) -> &'static str {
        self.id
    }

    /// How bad it usually is.
    pub fn severity(self) -> Severity {
        self.severity
    }

    /// The code with this identifier.
    pub fn find(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|c| c.id == id)
    }
}

codes! {
    // files
    /// A file or folder could not be read.
    UNREADABLE_FILE = "unreadable-file", Error;
    /// A text file that should be UTF-8 is not.
    NOT_UTF8 = "not-utf8", Error;
    /// A symbolic link leads out of the repository or in a circle.
    BAD_SYMLINK = "bad-symlink", Error;
    /// A file larger than the limit for its kind.
    FILE_TOO_LARGE = "file-too-large", Error;
    // YAML and front matter
    /// YAML that cannot be read.
    BAD_YAML = "bad-yaml", Error;
    /// A key nobody knows, usually a slip of the pen.
    UNKNOWN_KEY = "unknown-key", Error;
    /// A required key is not there.
    MISSING_KEY = "missing-key", Error;
    /// One key twice in one mapping.
    REPEATED_KEY = "repeated-key", Error;
    /// A value of the wrong type or outside what is allowed.
    BAD_VALUE = "bad-value", Error;
    /// A theme that has no folder.
    UNKNOWN_THEME = "unknown-theme", Error;
    /// A drawing that the theme does not have.
    UNKNOWN_ICON = "unknown-icon", Error;
    /// A text in a colour that cannot be read on its ground.
    LOW_CONTRAST = "low-contrast", Error;
    /// A page without front matter, or one that never ends.
    NO_FRONT_MATTER = "no-front-matter", Error;
    /// An alert of which something was not understood, and that is shown all the same.
    ALERT_UNCLEAR = "alert-unclear", Warning;
    /// The date until which `security.txt` holds good has passed or is near.
    SECURITY_EXPIRES = "security-expires", Warning;
    // pages and links
    /// A page in a language that the site does not have.
    UNKNOWN_LANGUAGE = "unknown-language", Error;
    /// A page in another language beside no page in the site's own.
    SIBLING_WITHOUT_ORIGINAL = "sibling-without-original", Warning;
    /// A page that someone should have looked at again.
    REVIEW_DUE = "review-due", Note;
    /// Two pages want one address.
    DUPLICATE_ADDRESS = "duplicate-address", Error;
    /// A link to a page that is not there.
    BROKEN_LINK = "broken-link", Error;
    /// A link to a heading that is not there.
    BROKEN_ANCHOR = "broken-anchor", Error;
    /// A citizens' page mentions something of the staff's.
    INTERNAL_MENTION = "internal-mention", Error;
    /// An address that would leave the site, or holds characters an address must not.
    BAD_ADDRESS = "bad-address", Error;
    /// An image without a text alternative.
    MISSING_ALT = "missing-alt", Error;
    /// A picture that cannot be read.
    BAD_PICTURE = "bad-picture", Error;
    /// A picture of another kind than its name says.
    PICTURE_ENDING = "picture-ending", Error;
    /// A picture with more pixels than are read.
    PICTURE_TOO_LARGE = "picture-too-large", Error;
    /// A picture whose file ends too early.
    PICTURE_CUT_OFF = "picture-cut-off", Error;
    /// A drawing that does more than draw.
    PICTURE_UNSAFE = "picture-unsafe", Error;
    /// A picture that moves, of which only the first moment is shown.
    PICTURE_MOVES = "picture-moves", Warning;
    /// A picture that no page shows, and that is not published therefore.
    PICTURE_NOT_SHOWN = "picture-not-shown", Warning;
    /// HTML in Markdown that was taken out.
    HTML_REMOVED = "html-removed", Warning;
    /// A first-level heading inside a page, or a level skipped.
    HEADING_LEVEL = "heading-level", Warning;
    /// A reference to a footnote that nobody wrote.
    MISSING_FOOTNOTE = "missing-footnote", Warning;
    /// A footnote that nothing refers to, and that is not shown therefore.
    UNUSED_FOOTNOTE = "unused-footnote", Warning;
    /// A row of a table with more or fewer cells than its header.
    TABLE_ROW = "table-row", Warning;
    /// A block of code that never ends.
    UNCLOSED_FENCE = "unclosed-fence", Warning;
    /// A number on a citizens' page that looks like somebody's identity number.
    PERSONAL_NUMBER = "personal-number", Warning;
    /// A page or file below `content/` that belongs to no site.
    NO_AUDIENCE = "no-audience", Warning;
    /// A link whose text says nothing ("tıklayın").
    VAGUE_LINK = "vague-link", Warning;
    /// A figure nobody declared.
    UNKNOWN_FIGURE = "unknown-figure", Error;
    /// A placeholder that the row cannot fill.
    UNKNOWN_PLACEHOLDER = "unknown-placeholder", Error;
    /// Pages whose section has no index page.
    UNKNOWN_SECTION = "unknown-section", Error;
    /// A unit that the registry does not know.
    UNKNOWN_UNIT = "unknown-unit", Error;
    // services and contacts
    /// A page about a service that the registry does not hold.
    UNKNOWN_SERVICE = "unknown-service", Warning;
    /// Two services of one code.
    DUPLICATE_SERVICE = "duplicate-service", Error;
    /// A page among the services that is about none of the registry.
    SERVICE_UNREGISTERED = "service-unregistered", Warning;
    /// A service without a page, and no section that one could be made in.
    SERVICE_WITHOUT_PAGE = "service-without-page", Warning;
    /// Columns of the legal tables that nobody has filled for a service.
    SERVICE_INCOMPLETE = "service-incomplete", Note;
    /// A length of time that is no number and unit.
    UNCLEAR_DURATION = "unclear-duration", Warning;
    /// A fee that is no amount of money.
    BAD_FEE = "bad-fee", Error;
    /// A telephone or mail box of a person, not of an office.
    PERSONAL_CONTACT = "personal-contact", Error;
    /// An entry of the directory that says no way to reach anyone.
    UNREACHABLE_CONTACT = "unreachable-contact", Warning;
    // disclosure
    /// A withheld number that could be worked out from what is published.
    DISCLOSURE_GAP = "disclosure-gap", Error;
    /// A statistic for citizens that is the value of a single record.
    STATISTIC_OF_ONE = "statistic-of-one", Error;
    /// A column for citizens of which nobody can say what its values are made of.
    COLUMN_NOT_UNDERSTOOD = "column-not-understood", Error;
    /// Pages of rows that citizens must not see.
    PAGES_NOT_MADE = "pages-not-made", Note;
    /// Counts citizens see, whose records nobody can name.
    FIGURE_NOT_FOLLOWED = "figure-not-followed", Note;
    /// Outlines of areas that cannot be read or belong to nothing.
    BAD_GEOMETRY = "bad-geometry", Error;
    /// A record of a release that cannot be read.
    BAD_RELEASE = "bad-release", Error;
    /// Released figures whose records can no longer be found.
    RELEASE_NOT_FOLLOWED = "release-not-followed", Note;
    // reports
    /// A report that could not be set as PDF or workbook.
    REPORT_NOT_RENDERED = "report-not-rendered", Error;
    /// The typesetter's remarks about a report that was set all the same.
    REPORT_LAYOUT = "report-layout", Warning;
    /// Letters of a report for which there is no shape in its fonts.
    REPORT_LETTERS = "report-letters", Warning;
    // regulations
    /// A page that asks for a regulation the repository does not hold.
    UNKNOWN_REGULATION = "unknown-regulation", Error;
    /// A regulation text without the YAML file that says what it is.
    REGULATION_WITHOUT_RECORD = "regulation-without-record", Warning;
    /// A regulation text in which no clause was found.
    REGULATION_WITHOUT_CLAUSES = "regulation-without-clauses", Warning;
    /// A label that does not come after the one before it.
    REGULATION_NUMBERING = "regulation-numbering", Warning;
    /// Words of a regulation that belong to no clause.
    REGULATION_LOOSE_TEXT = "regulation-loose-text", Note;
    /// Damaged letters of a regulation that were read as what they had been.
    REGULATION_REPAIRED = "regulation-repaired", Note;
    /// A label of a regulation that stands twice, so that its clause is named with a number.
    REGULATION_REPEATED = "regulation-repeated", Note;
    /// Page headers and numbers in a regulation that are no words of it.
    REGULATION_PAGES = "regulation-pages", Note;
    /// Damage in a regulation that nobody can mend without the original.
    REGULATION_DAMAGED = "regulation-damaged", Warning;
    /// A regulation cites a clause that it does not have.
    REGULATION_DANGLING = "regulation-dangling", Warning;
    // duties
    /// A clause that the regulation does not have.
    UNKNOWN_CLAUSE = "unknown-clause", Error;
    /// A clause that stands in the duty map twice.
    REPEATED_DUTY = "repeated-duty", Error;
    /// Something of the staff's that the duty map names for citizens.
    INTERNAL_EVIDENCE = "internal-evidence", Error;
    /// A page, figure, dataset or report of the duty map that is not there.
    LOST_EVIDENCE = "lost-evidence", Warning;
    /// Days of a regulation in an order that cannot be.
    REGULATION_DATE_ORDER = "regulation-date-order", Error;
    /// Something a regulation's record says has happened lies in the future.
    REGULATION_FUTURE = "regulation-future", Error;
    /// A decision with a day of coming into force that was not sent to the governor.
    REGULATION_UNSENT = "regulation-unsent", Error;
    /// A final decision that was sent later than the law allows.
    REGULATION_LATE = "regulation-late", Warning;
    /// A decision of the council on a Saturday or Sunday.
    REGULATION_WEEKEND = "regulation-weekend", Note;
    /// A decision of the council on a public holiday.
    REGULATION_HOLIDAY = "regulation-holiday", Note;
    /// A regulation's text and its record tell different days or numbers.
    REGULATION_DISAGREES = "regulation-disagrees", Warning;
    /// A sentence of an amending decision that amends something and was not understood.
    AMENDMENT_UNCLEAR = "amendment-unclear", Error;
    /// An amending decision in which nothing that amends was found.
    AMENDMENT_EMPTY = "amendment-empty", Warning;
    /// An amending decision that is not in force, and so changes nothing yet.
    AMENDMENT_NOT_IN_FORCE = "amendment-not-in-force", Note;
    /// An amendment of a clause that the text does not have.
    AMENDMENT_NO_TARGET = "amendment-no-target", Error;
    /// An amendment of words that the clause does not have.
    AMENDMENT_NO_PHRASE = "amendment-no-phrase", Error;
    /// An amendment of words that stand in the clause several times.
    AMENDMENT_MANY_PHRASES = "amendment-many-phrases", Error;
    /// With an amendment the text would be read differently from what was meant.
    AMENDMENT_MISREAD = "amendment-misread", Error;
    /// A published name of a clause that the text no longer has.
    ANCHOR_VANISHED = "anchor-vanished", Error;
    /// A day on which a regulation was not in force.
    REGULATION_NOT_THEN = "regulation-not-then", Error;
    /// Clauses that the list of published names does not hold yet.
    ANCHOR_UNLISTED = "anchor-unlisted", Note;
    /// A redirection of a clause's name that leads nowhere, or from a clause that is still there.
    ANCHOR_BAD_REDIRECT = "anchor-bad-redirect", Error;
    // council
    /// An agenda announced later than the law allows.
    COUNCIL_AGENDA_LATE = "council-agenda-late", Warning;
    /// An agenda that should have been announced by now.
    COUNCIL_AGENDA_DUE = "council-agenda-due", Note;
    /// A summary of a decision published later than the law allows.
    COUNCIL_SUMMARY_LATE = "council-summary-late", Warning;
    /// A summary of a decision that should have a day of publication by now.
    COUNCIL_SUMMARY_DUE = "council-summary-due", Note;
    /// A decision sent to the governor later than the law allows.
    COUNCIL_SENT_LATE = "council-sent-late", Warning;
    /// A final decision that was not sent to the governor, and so is not in force.
    COUNCIL_UNSENT = "council-unsent", Warning;
    /// A commission's report later than the law allows.
    COUNCIL_REPORT_LATE = "council-report-late", Warning;
    /// A meeting on a Saturday or Sunday.
    COUNCIL_WEEKEND = "council-weekend", Note;
    /// Days of a decision in an order that cannot be.
    COUNCIL_DATE_ORDER = "council-date-order", Error;
    /// A vote that contradicts itself.
    COUNCIL_VOTE = "council-vote", Error;
    /// A member's name beside a vote.
    COUNCIL_NAMED_VOTE = "council-named-vote", Error;
    // releases
    /// A release or a correction before the day it may come out on.
    EARLY_RELEASE = "early-release", Error;
    /// A release that was not out on its day, without a reason.
    LATE_WITHOUT_REASON = "late-without-reason", Error;
    /// A correction whose edition before was not kept.
    MISSING_EDITION = "missing-edition", Error;
    /// A page of a release that the calendar does not know.
    UNKNOWN_RELEASE = "unknown-release", Error;
    /// More main findings than a reader takes in.
    TOO_MANY_FINDINGS = "too-many-findings", Warning;
    /// A release whose day has passed and that has no page.
    LATE_RELEASE = "late-release", Note;
    /// A publication that the law sets a day for, and that is not on the site.
    LATE_PUBLICATION = "late-publication", Note;
    /// An event that ends before it begins.
    EVENT_ENDS_EARLY = "event-ends-early", Error;
    // themes
    /// A template that cannot be read.
    BAD_TEMPLATE = "bad-template", Error;
    /// A template that fails while it makes a page.
    TEMPLATE_ERROR = "template-error", Error;
    /// A template names a field that no document has.
    UNKNOWN_FIELD = "unknown-field", Warning;
    /// A template that every theme must have is not there.
    MISSING_TEMPLATE = "missing-template", Error;
    /// A word that every theme must have is not in its `tr.ftl`.
    MISSING_WORD = "missing-word", Error;
    /// A theme's words that cannot be read.
    BAD_WORDS = "bad-words", Error;
    /// Words of a theme that a language of the site has not.
    UNTRANSLATED_WORDS = "untranslated-words", Warning;
    // finished pages
    /// Text in another language than it is said to be in.
    WRONG_LANGUAGE = "wrong-language", Error;
    /// A page without a title or without one first heading.
    PAGE_WITHOUT_TITLE = "page-without-title", Error;
    /// A heading that skips a level, on a finished page.
    SKIPPED_HEADING = "skipped-heading", Error;
    /// Links that say the same and lead to different places.
    SAME_LINK_WORDS = "same-link-words", Error;
    /// A link or a button without a name.
    NAMELESS_CONTROL = "nameless-control", Error;
    /// A picture or drawing without an alternative, or with one that says nothing.
    GRAPHIC_WITHOUT_ALTERNATIVE = "graphic-without-alternative", Error;
    /// A table without header cells.
    TABLE_WITHOUT_HEADERS = "table-without-headers", Error;
    /// A table without a name.
    TABLE_WITHOUT_CAPTION = "table-without-caption", Error;
    /// A Turkish word in the case of another language.
    WRONG_CASE = "wrong-case", Error;
    /// A sign that the page does not explain.
    UNEXPLAINED_SIGN = "unexplained-sign", Error;
    /// One id twice on a page.
    REPEATED_ID = "repeated-id", Error;
    // data
    /// The first line says `sep=`.
    SEP_LINE = "sep-line", Note;
    /// A row that sums up the others.
    TOTAL_ROW = "total-row", Warning;
    /// A row that says the header once more.
    REPEATED_HEADER = "repeated-header", Warning;
    /// A data file that ends in the middle of a letter.
    FILE_CUT_OFF = "file-cut-off", Error;
    /// A row with more or fewer cells than the header.
    RAGGED_ROW = "ragged-row", Error;
    /// A quotation mark that is never closed.
    UNCLOSED_QUOTE = "unclosed-quote", Error;
    /// A single quotation mark within a cell.
    STRAY_QUOTE = "stray-quote", Warning;
    /// A record longer than any record is.
    RECORD_TOO_LONG = "record-too-long", Error;
    /// A NUL byte in a text file.
    NUL_BYTE = "nul-byte", Error;
    /// A cell in another encoding than its file.
    MIXED_ENCODING = "mixed-encoding", Error;
    /// Letters that show a text was read in the wrong encoding once.
    DAMAGED_TEXT = "damaged-text", Warning;
    /// A data file in which no header row was found.
    NO_HEADER = "no-header", Error;
    /// A workbook that cannot be read, or without the wanted sheet.
    BAD_WORKBOOK = "bad-workbook", Error;
    /// A cell of a workbook that holds an error such as #REF!.
    CELL_ERROR = "cell-error", Error;
    /// Cells of a workbook that share one value, which only the first of them holds.
    MERGED_CELLS = "merged-cells", Warning;
    /// A dataset whose files are not there.
    NO_DATA_FILES = "no-data-files", Warning;
    /// Two datasets with one name.
    DUPLICATE_DATASET = "duplicate-dataset", Error;
    /// A schema that contradicts itself.
    BAD_SCHEMA = "bad-schema", Error;
    /// A primary key made of a secret or a staff column.
    PROTECTED_KEY = "protected-key", Note;
    /// A personal column in a committed file.
    PERSONAL_COLUMN = "personal-column", Error;
    /// A column nobody declared, and therefore taken for personal.
    UNDECLARED_COLUMN = "undeclared-column", Error;
    /// A declared column that a file lacks.
    MISSING_COLUMN = "missing-column", Error;
    /// Two columns of a file for one field.
    DUPLICATE_COLUMN = "duplicate-column", Error;
    /// A required cell without a value.
    EMPTY_CELL = "empty-cell", Error;
    /// A cell that is no number.
    BAD_NUMBER = "bad-number", Error;
    /// A number with two readings: `1.234`.
    AMBIGUOUS_NUMBER = "ambiguous-number", Error;
    /// A cell that is no date.
    BAD_DATE = "bad-date", Error;
    /// A cell that is neither yes nor no.
    BAD_BOOLEAN = "bad-boolean", Error;
    /// A value that its list does not know.
    UNKNOWN_VALUE = "unknown-value", Error;
    /// A value outside its limits or not in its pattern.
    OUT_OF_RANGE = "out-of-range", Error;
    /// A key that stands twice.
    DUPLICATE_KEY = "duplicate-key", Error;
    /// A key that the other dataset does not have.
    BROKEN_REFERENCE = "broken-reference", Error;
    /// A unit or neighbourhood that did not exist on the record's day.
    NOT_VALID_THEN = "not-valid-then", Warning;
    /// More complaints of one kind than are shown.
    MORE_OF_THE_SAME = "more-of-the-same", Error;
    // import
    /// A dataset nobody declared.
    UNKNOWN_DATASET = "unknown-dataset", Error;
    /// A profile that is not there.
    UNKNOWN_PROFILE = "unknown-profile", Error;
    /// An export without a column that every record needs.
    PROFILE_LACKS = "profile-lacks-field", Error;
    /// A profile makes a field of a column that is a citizen's.
    PROFILE_UNCOVERS = "profile-uncovers", Error;
    /// What of an export could not be mapped.
    UNMAPPED = "unmapped", Error;
    /// Days of a workbook whose day and month a spreadsheet has changed about.
    DAYS_SWAPPED = "days-swapped", Error;
    /// Two versions of one record contradict each other.
    IMPORT_CONFLICT = "import-conflict", Warning;
    /// Rows of a month that has a file of its own stand in another file.
    MISPLACED_ROWS = "misplaced-rows", Error;
    // figures
    /// Two figures with one id.
    DUPLICATE_FIGURE = "duplicate-figure", Error;
    /// A figure for citizens touches a column they must never see, or one that needs a disclosure rule.
    FIGURE_TOUCHES_PRIVATE = "figure-touches-private", Error;
    /// A statement that cannot be run.
    BAD_SQL = "bad-sql", Error;
    /// A declaration or a page names a column the figure does not have.
    UNKNOWN_COLUMN = "unknown-column", Error;
    /// A column of a figure for citizens of which nobody said what it is.
    UNDISCLOSED_COLUMN = "undisclosed-column", Error;
    /// A page asks for a part of a figure that is not there.
    NO_SUCH_ROW = "no-such-row", Error;
    /// A page asks for one number and there are several, or none.
    NOT_ONE_NUMBER = "not-one-number", Error;
    /// A citizens' figure chooses its rows by exact counts.
    FIGURE_CHOOSES_ROWS = "figure-chooses-rows", Error;
    /// Records that an estimate could not use.
    ESTIMATE_LEFT_OUT = "estimate-left-out", Warning;
    /// Applicants were told of a longer time that the law does not give them.
    EXTENSION_OF_NO_TIME = "extension-of-no-time", Warning;
    /// Working days of a year without a list of holidays.
    UNKNOWN_HOLIDAYS = "unknown-holidays", Error;
    /// What came, went and stayed does not add up.
    LEDGER_BROKEN = "ledger-broken", Error;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_unique_and_plain() {
        for (i, code) in Code::ALL.iter().enumerate() {
            assert!(code.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", code.id);
            assert!(!Code::ALL[..i].iter().any(|c| c.id == code.id), "`{}` stands twice", code.id);
        }
    }
}
