//! `tellal audit` (incele): looks at finished pages, ours or anyone's, and writes nothing.

use std::path::PathBuf;
use std::sync::Arc;
use std::{fs, io};

use jiff::civil::Date;

use super::check::ReportFormat;
use super::progress::Progress;
use super::session::{Exit, Session, source_line};
use crate::audit::{self, LINTS};
use crate::diag::{Code, Diagnostics, report};
use crate::publish::Trouble;
use crate::source::{Disk, World};

/// Arguments of `audit`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of a finished site.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The table of criteria that the results are written into.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// How the findings are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ReportFormat,
}

/// Shows what is found on the pages below the folder.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    if !args.folder.is_dir() {
        return Err(Trouble::refused("cli-audit-no-folder", &args.folder).into());
    }
    let progress = Progress::start(session.words.say("cli-auditing", &[]));
    let world = Disk::new(&args.folder);
    let mut diagnostics = Diagnostics::new();
    let entries = world.list(&mut diagnostics, "");
    let mut pages: Vec<(Arc<str>, Arc<[u8]>)> = Vec::new();
    for entry in entries.into_iter().filter(|entry| entry.path.ends_with(".html")) {
        pages.push((Arc::clone(&entry.path), world.read(&entry.path)?));
    }
    let number = audit::tree(&mut diagnostics, &pages);
    diagnostics.sort();
    drop(progress);
    if let Some(file) = &args.report {
        let trouble = |e: io::Error| Trouble::outside("publish-cannot-write", file, &e);
        let table = fs::read_to_string(file).map_err(trouble)?;
        fs::write(file, with_results(&table, &diagnostics, world.today())?).map_err(trouble)?;
    }

    let format = args.format.of_report();
    session.print(&report(&diagnostics, &session.words, format, &|file, line| source_line(&world, file, line)))?;
    if matches!(args.format, ReportFormat::Text) {
        let (counts, pages) = (session.counts(&diagnostics), number.to_string());
        let line = match counts.is_empty() {
            true => session.line("cli-audited-good", &[("pages", &pages)]),
            false => session.line("cli-audited", &[("pages", &pages), ("counts", &counts)]),
        };
        session.complain(&line);
    }
    Ok(if diagnostics.has_errors() { Exit::Errors } else { Exit::Good })
}

/// The table of criteria with what was found of each that a lint watches over: the rows of the check `inceleme`.
fn with_results(table: &str, diagnostics: &Diagnostics, today: Date) -> anyhow::Result<String> {
    let (criterion, check, result, day) = (1, 4, 5, 6);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in reader.records() {
        let mut cells: Vec<String> = record?.iter().map(str::to_owned).collect();
        if cells.len() > day && cells[check] == "inceleme" {
            let lints = LINTS.iter().filter(|lint| lint.criteria.contains(&&*cells[criterion]));
            let codes: Vec<Code> = lints.map(|lint| lint.code).collect();
            let found = diagnostics.iter().filter(|finding| codes.contains(&finding.code)).count();
            cells[result] = if found == 0 { "bulgu yok".to_owned() } else { format!("{found} bulgu") };
            cells[day] = today.to_string();
        }
        writer.write_record(&cells)?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, Place};

    #[test]
    fn results_are_written_into_the_rows_of_this_check_alone() {
        let table = "Sıra,Ölçüt,Ölçütün adı,Düzey,Denetim,Sonuç,Tarih\n1,1.1.1,Görsel,A,inceleme,denetlenmedi,\n\
                     2,2.4.4,\"Bağlantı, amacı\",A,inceleme,denetlenmedi,\n3,2.4.4,Bağlantı,A,elle,denetlenmedi,\n";
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(Diagnostic::new(Code::VAGUE_LINK, Place::file("a.html")));
        let written = with_results(table, &diagnostics, Date::constant(2026, 11, 22)).expect("the table can be read");
        assert_eq!(
            written,
            "Sıra,Ölçüt,Ölçütün adı,Düzey,Denetim,Sonuç,Tarih\n1,1.1.1,Görsel,A,inceleme,bulgu yok,2026-11-22\n\
             2,2.4.4,\"Bağlantı, amacı\",A,inceleme,1 bulgu,2026-11-22\n3,2.4.4,Bağlantı,A,elle,denetlenmedi,\n"
        );
    }
}
