//! `tellal explain` (acikla): what a code means and how to mend it; without a code, all codes.

use super::session::{Exit, Session};
use crate::diag::Code;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The code in brackets of a diagnostic.
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Prints an explanation, or the list of codes.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let Some(id) = args.code.as_deref() else {
        session.print(&list(session))?;
        return Ok(Exit::Good);
    };
    // People copy the brackets along.
    let id = id.trim_matches(['[', ']']);
    let Some(code) = Code::find(id) else {
        let nearest =
            Code::ALL.iter().map(|c| c.id()).max_by(|a, b| strsim::jaro_winkler(a, id).total_cmp(&strsim::jaro_winkler(b, id)));
        session.complain(&format!(
            "{}: {}\n",
            session.words.say("severity-error", &[]),
            session.words.say("cli-unknown-code", &[("code", id)])
        ));
        if let Some(nearest) = nearest {
            let hint = session.words.say("cli-usage-suggestion", &[("names", &format!("`{nearest}`"))]);
            session.complain(&format!("  = {}: {hint}\n", session.words.say("report-hint", &[])));
        }
        return Ok(Exit::Usage);
    };
    let words = &session.words;
    let explanation = words.explanation(code).expect("a test keeps an explanation for every code");
    session.print(&format!("{}[{}]\n\n{explanation}\n", words.severity(code.severity()), code.id()))?;
    Ok(Exit::Good)
}

fn list(session: &Session) -> String {
    let width = Code::ALL.iter().map(|c| c.id().len()).max().unwrap_or(0);
    Code::ALL
        .iter()
        .map(|code| {
            let explanation = session.words.explanation(*code).unwrap_or_default();
            let first = explanation.replace('\n', " ");
            let first = first.split_once(". ").map_or(first.as_str(), |(sentence, _)| sentence).trim_end_matches('.');
            format!("{:width$}  {first}\n", code.id())
        })
        .collect()
}
