//! What every command shares: the words, the way to say them, and the exit codes.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use crate::diag::{Diagnostics, Format, Lang, Severity, Summary, Words, notes, report};
use crate::publish::Trouble;
use crate::source::{SITE_FILE, World};

/// How a command ends (çıkış kodu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// 0: everything is good.
    Good,
    /// 1: the input has errors, all of them shown.
    Errors,
    /// 2: the command was used wrongly.
    Usage,
    /// 3: the outside failed: disk, network.
    Outside,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Good => 0,
            Exit::Errors => 1,
            Exit::Usage => 2,
            Exit::Outside => 3,
        })
    }
}

/// The words of one run and where they go (oturum).
pub(super) struct Session {
    /// Messages in the language of this run.
    pub words: Words,
}

impl Session {
    /// A session in the language of `words`.
    pub fn new(words: Words) -> Session {
        Session { words }
    }

    /// Writes `text` to standard output. A reader that went away (`tellal … | head`) is no trouble of ours.
    pub fn print(&self, text: &str) -> anyhow::Result<()> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(e.into()),
            _ => Ok(()),
        }
    }

    /// Writes `text` to standard error. There is nobody to tell that standard error is closed.
    pub fn complain(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// The message `id`, as a line.
    pub fn line(&self, id: &str, args: &[(&str, &str)]) -> String {
        format!("{}\n", self.words.say(id, args))
    }

    /// All diagnostics as text for people, with a blank line below; empty when there are none.
    pub fn diagnostics(&self, diagnostics: &Diagnostics, world: &dyn World, colour: bool) -> String {
        let format = if colour { Format::Colour } else { Format::Text };
        let text = report(diagnostics, &self.words, format, &|file, line| source_line(world, file, line));
        if text.is_empty() { text } else { text + "\n" }
    }

    /// The same for who builds: what is wrong in full, and of the rest a line each, so that the last line stays in sight.
    pub fn diagnostics_in_brief(&self, diagnostics: &Diagnostics, world: &dyn World, colour: bool) -> String {
        let (notes, mut serious) = (notes(diagnostics, &self.words), Diagnostics::new());
        serious.extend(diagnostics.iter().filter(|d| d.severity() != Severity::Note).cloned());
        let serious = self.diagnostics(&serious, world, colour);
        if notes.is_empty() { serious } else { format!("{serious}{notes}  = {}\n", self.line("cli-notes-in-full", &[])) }
    }

    /// `3 hata, 1 uyarı`; empty when there is nothing to count.
    pub fn counts(&self, diagnostics: &Diagnostics) -> String {
        let summary = Summary::of(diagnostics);
        let count = |id: &str, n: usize| (n > 0).then(|| self.words.say(id, &[("n", &n.to_string())]));
        let counts = [
            count("cli-count-errors", summary.errors),
            count("cli-count-warnings", summary.warnings),
            count("cli-count-notes", summary.notes),
        ];
        counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Refuses a folder without a site file, where every command would only stumble.
    pub fn require_site(&self, root: &Path) -> Result<(), Trouble> {
        if root.join(SITE_FILE).exists() { Ok(()) } else { Err(Trouble::refused("cli-no-site", root)) }
    }

    /// Says why a command could not go on.
    pub fn trouble(&self, error: &anyhow::Error) -> Exit {
        let hata = self.words.say("severity-error", &[]);
        let Some(trouble) = error.downcast_ref::<Trouble>() else {
            self.complain(&format!("{hata}: {error:#}\n"));
            return Exit::Outside;
        };
        let cause = trouble.cause.map(|id| self.words.say(id, &[]));
        let args: Vec<(&str, &str)> = trouble
            .args
            .iter()
            .map(|(name, value)| (*name, if *name == "cause" { cause.as_deref().unwrap_or(value) } else { value }))
            .collect();
        self.complain(&format!("{hata}: {}\n", self.words.say(trouble.id, &args)));
        if let Some(hint) = self.words.attribute(trouble.id, "hint", &args) {
            self.complain(&format!("  = {}: {hint}\n", self.words.say("report-hint", &[])));
        }
        if trouble.refused { Exit::Usage } else { Exit::Outside }
    }
}

/// True when colours are welcome on standard error: <https://no-color.org>.
pub(super) fn colour_on_stderr() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// True when colours are welcome on standard output.
pub(super) fn colour_on_stdout() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

/// Line `number` (from 1) of a file of the world, where it is text.
pub(super) fn source_line(world: &dyn World, file: &str, number: u32) -> Option<String> {
    let bytes = world.read(file).ok()?;
    let line = bytes.split(|b| *b == b'\n').nth(number as usize - 1)?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    std::str::from_utf8(line).ok().map(str::to_owned)
}

/// Seconds since `start` with one decimal, as the language writes it.
pub(super) fn seconds(start: Instant, session: &Session) -> String {
    let text = format!("{:.1}", start.elapsed().as_secs_f64());
    match session.words.lang() {
        Lang::Tr => text.replace('.', ","),
        Lang::En => text,
    }
}
