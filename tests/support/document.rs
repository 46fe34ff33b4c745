//! A specification in Markdown: headings are cases, fenced blocks are files and expectations. Not a Markdown reader:
//! it knows headings and fences, and where each stands, so that what came out can be written in their place.
//!
//! A fence's info string is the path of an input file, with words about its bytes, or names an expectation:
//!
//! ````text
//! ```content/public/a.md            a file of the tiny world, as it stands
//! ```data/x/2026.csv latin5         in Windows-1254; also `bom`, `crlf`, `hex`, `open` (no line end), `repeat=N`
//! ```settings                       `today: 2026-12-01`, `drafts`, `base-url: …`, `quiet: code` of a warning not wanted
//! ```diagnostics                    what `tellal check` shows; without this block nothing may be complained about
//! ```dist/public/a/index.html       what is built: of a page only its <main>; with `whole` all of it
//! ```dist/public/a.xml holds        lines that must stand in it; with `lacks` that must not
//! ```outline data/mevzuat/a.txt     what is understood of a regulation text, a clause a line, and its complaints
//! ```absent                         paths that must not be built, one a line
//! ````
//!
//! Files above a document's first case belong to all its cases.

use std::path::{Path, PathBuf};

/// Where the finished pages of a case lie that are looked at, and not built.
pub const PAGES: &str = "pages/";

/// A file of cases (belirtim).
pub struct Document {
    /// Where it lies.
    pub path: PathBuf,
    /// Its lines.
    pub lines: Vec<String>,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// One heading with the blocks below it.
pub struct Case {
    /// The heading, a sentence.
    pub title: String,
    /// Its blocks, those of the whole document first.
    pub blocks: Vec<Block>,
    /// Where a new block would be written: a line index.
    pub end: usize,
}

/// One fenced block.
#[derive(Clone)]
pub struct Block {
    /// The first word of the info string.
    pub name: String,
    /// The other words.
    pub words: Vec<String>,
    /// What stands between the fences, with a line end.
    pub text: String,
    /// The lines between the fences: indices into the document's lines.
    pub from: usize,
    /// One past the last of them.
    pub to: usize,
}

impl Document {
    /// Reads `text`, which lies at `path`.
    pub fn parse(path: &Path, text: &str) -> Document {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut shared = Vec::new();
        let mut cases: Vec<Case> = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            let line = &lines[at];
            if let Some(title) = line.strip_prefix("## ") {
                cases.push(Case { title: title.trim().to_owned(), blocks: shared.clone(), end: at + 1 });
            } else if let Some(info) = line.strip_prefix("```") {
                let more = info.len() - info.trim_start_matches('`').len();
                let close = "`".repeat(3 + more);
                let to = (at + 1..lines.len())
                    .find(|i| lines[*i] == close)
                    .unwrap_or_else(|| panic!("{}:{}: the block never ends", path.display(), at + 1));
                let mut words = info[more..].split_whitespace().map(str::to_owned);
                let name = words.next().unwrap_or_else(|| panic!("{}:{}: a block without a name", path.display(), at + 1));
                let text = lines[at + 1..to].iter().map(|l| format!("{l}\n")).collect();
                let block = Block { name, words: words.collect(), text, from: at + 1, to };
                match cases.last_mut() {
                    Some(case) => {
                        case.blocks.push(block);
                        case.end = to + 1;
                    }
                    None => shared.push(block),
                }
                at = to;
            }
            at += 1;
        }
        Document { path: path.to_owned(), lines, cases }
    }
}

impl Block {
    /// True for a file of the tiny world.
    pub fn is_input(&self) -> bool {
        self.name == "site.yaml" || ["content/", "data/", "themes/", PAGES].iter().any(|folder| self.name.starts_with(folder))
    }

    /// The bytes of an input file, as its words ask.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = self.text.clone();
        let mut bytes = None;
        let mut bom = false;
        for word in &self.words {
            match (word.as_str(), word.split_once('=')) {
                ("crlf", _) => text = text.replace('\n', "\r\n"),
                ("open", _) => text.truncate(text.trim_end_matches(['\r', '\n']).len()),
                ("bom", _) => bom = true,
                ("latin5", _) => {
                    let (encoded, _, lost) = encoding_rs::WINDOWS_1254.encode(&text);
                    assert!(!lost, "{}: not all of it can be written in Windows-1254", self.name);
                    bytes = Some(encoded.into_owned());
                }
                ("hex", _) => bytes = Some(hex(&text)),
                (_, Some(("repeat", times))) => text = text.trim_end().repeat(times.parse().expect("a number of times")) + "\n",
                _ => panic!("{}: nobody knows the word `{word}`", self.name),
            }
        }
        let bytes = bytes.unwrap_or_else(|| text.into_bytes());
        if bom { [b"\xef\xbb\xbf", bytes.as_slice()].concat() } else { bytes }
    }
}

/// Pairs of hexadecimal digits, and words in double quotes as they are: `"ab" 00 "c" 0a`.
fn hex(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (number, part) in text.split('"').enumerate() {
        if number % 2 == 1 {
            bytes.extend_from_slice(part.as_bytes());
        } else {
            bytes.extend(part.split_whitespace().map(|pair| u8::from_str_radix(pair, 16).expect("two hexadecimal digits")));
        }
    }
    bytes
}

#[test]
fn a_heading_is_a_case_and_a_fence_a_file() {
    let text = "# A\n\n```site.yaml\ntitle: x\n```\n\n## It works\n\n````content/a.md bom crlf\n```\nx\n```\n````\n\n## It fails\n\n```diagnostics\n```\n";
    let document = Document::parse(Path::new("a.md"), text);
    let titles: Vec<&str> = document.cases.iter().map(|c| c.title.as_str()).collect();
    assert_eq!(titles, ["It works", "It fails"]);
    let names: Vec<&str> = document.cases[0].blocks.iter().map(|b| b.name.as_str()).collect();
    assert_eq!(names, ["site.yaml", "content/a.md"]);
    assert_eq!(document.cases[0].blocks[1].bytes(), b"\xef\xbb\xbf```\r\nx\r\n```\r\n");
    assert_eq!(document.cases[1].blocks[1].text, "");
    assert_eq!(hex("\"a b\" 00 ff\n\"\n\""), b"a b\x00\xff\n");
}
