//! Wrong usage in the program's own words: the argument library speaks only English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::session::{Exit, Session};
use crate::diag::Words;

/// Shows help, or what is wrong with the arguments.
pub(super) fn show(error: &clap::Error, words: &Words) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Help is the library's layout of our own words; a closed pipe is no trouble of ours.
            let _ = error.print();
            Exit::Good
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Exit::Usage
        }
        _ => {
            let session = Session::new(Words::new(words.lang()));
            session.complain(&explain(error, words));
            Exit::Usage
        }
    }
}

fn explain(error: &clap::Error, words: &Words) -> String {
    let context = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = argument_name(&context(ContextKind::InvalidArg));
    let (id, args) = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let id = if value.is_empty() { "cli-usage-no-value" } else { "cli-usage-bad-value" };
            (id, vec![("argument", argument), ("value", value), ("valid", context(ContextKind::ValidValue))])
        }
        ErrorKind::UnknownArgument => ("cli-usage-unknown-argument", vec![("argument", argument)]),
        ErrorKind::InvalidSubcommand => ("cli-usage-unknown-command", vec![("command", context(ContextKind::InvalidSubcommand))]),
        ErrorKind::MissingRequiredArgument => ("cli-usage-missing-argument", vec![("argument", argument)]),
        ErrorKind::ArgumentConflict => {
            ("cli-usage-conflict", vec![("argument", argument), ("other", argument_name(&context(ContextKind::PriorArg)))])
        }
        ErrorKind::MissingSubcommand => ("cli-usage-missing-command", vec![]),
        ErrorKind::InvalidUtf8 => ("cli-usage-not-utf8", vec![]),
        _ => ("cli-usage-wrong-count", vec![("argument", argument)]),
    };
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut out = format!("{}: {}\n", words.say("severity-error", &[]), words.say(id, &args));
    let valid = context(ContextKind::ValidValue);
    let suggested: Vec<String> = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .map(context)
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect();
    if !suggested.is_empty() {
        let names: Vec<String> = suggested.iter().map(|s| format!("`{s}`")).collect();
        out.push_str(&hint(words, "cli-usage-suggestion", ("names", &names.join(", "))));
    } else if !valid.is_empty() {
        out.push_str(&hint(words, "cli-usage-valid", ("values", &valid)));
    }
    out.push_str(&hint(words, "cli-usage-help", ("command", "tellal --help")));
    out
}

fn hint(words: &Words, id: &str, arg: (&str, &str)) -> String {
    format!("  = {}: {}\n", words.say("report-hint", &[]), words.say(id, &[arg]))
}

/// `--out` of `--out <DIR>`: the rest is the library's notation.
fn argument_name(argument: &str) -> String {
    argument.split([' ', '=']).next().unwrap_or_default().to_owned()
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
