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

/// A code this much like a mistyped one is suggested.
const LIKE: f64 = 0.75;

/// Prints an explanation, or the list of codes.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    let Some(id) = args.code.as_deref() else {
        session.print(&list(session))?;
        return Ok(Exit::Good);
    };
    // People copy the brackets along.
    let id = id.trim_matches(['[', ']']);
    let Some(code) = Code::find(id) else {
        let like = |code: &str| strsim::jaro_winkler(code, id);
        let nearest =
            Code::ALL.iter().map(|c| c.id()).max_by(|a, b| like(a).total_cmp(&like(b))).filter(|code| like(code) > LIKE);
        session.complain(&format!(
            "{}: {}\n",
            session.words.say("severity-error", &[]),
            session.words.say("cli-unknown-code", &[("code", id)])
        ));
        let hint = match nearest {
            Some(nearest) => session.words.say("cli-usage-suggestion", &[("names", &format!("`{nearest}`"))]),
            None => session.words.attribute("cli-unknown-code", "hint", &[]).unwrap_or_default(),
        };
        session.complain(&format!("  = {}: {hint}\n", session.words.say("report-hint", &[])));
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
