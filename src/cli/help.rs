//! Puts the catalogues' words into the command line, so that help is Turkish or English and never both.
//!
//! Message names follow from the commands: `cli-build` says what `build` does, `cli-build-out` or else
//! `cli-arg-out` what `--out` does, `cli-value-dir` what stands for `DIR`. The test below finds a missing one.

use clap::{Arg, Command, CommandFactory};

use crate::diag::Words;

/// The command line with its words.
pub(super) fn command(words: &Words) -> Command {
    let root = super::Cli::command();
    let names: Vec<String> = root.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let root = names.iter().fold(root, |root, name| root.mut_subcommand(name, |sub| subcommand(sub, words)));
    let list = commands(&root, words);
    let template = format!(
        "{{about}}\n\n{}: tellal <{}>\n\n{}:\n{list}\n{}:\n{{options}}\n",
        words.say("cli-usage", &[]),
        words.say("cli-usage-command", &[]),
        words.say("cli-heading-commands", &[]),
        words.say("cli-heading-options", &[]),
    );
    with_words(root, "cli", words).help_template(template)
}

fn subcommand(command: Command, words: &Words) -> Command {
    let id = format!("cli-{}", command.get_name());
    let command = with_words(command, &id, words);
    let usage = usage(&command, words);
    let heading = |id: &str| words.say(id, &[]);
    let positionals = match command.get_positionals().next() {
        Some(_) => format!("{}:\n{{positionals}}\n\n", heading("cli-heading-arguments")),
        None => String::new(),
    };
    let template = format!(
        "{{about}}\n\n{}: {usage}\n\n{positionals}{}:\n{{options}}\n",
        heading("cli-usage"),
        heading("cli-heading-options")
    );
    command.help_template(template)
}

/// `tellal new [SEÇENEKLER] <TÜR> <BAŞLIK>...`
pub(super) fn usage(command: &Command, words: &Words) -> String {
    let mut usage = format!("tellal {} [{}]", command.get_name(), words.say("cli-usage-options", &[]));
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(<[_]>::first).map_or_else(String::new, ToString::to_string);
        let many = if argument.get_num_args().is_some_and(|n| n.max_values() > 1) { "..." } else { "" };
        usage.push_str(&if argument.is_required_set() { format!(" <{name}>{many}") } else { format!(" [{name}]{many}") });
    }
    usage
}

fn with_words(command: Command, id: &str, words: &Words) -> Command {
    let about = words.say(id, &[]);
    command.about(about).mut_args(|argument| argument_with_words(argument, id, words))
}

fn argument_with_words(argument: Arg, command: &str, words: &Words) -> Arg {
    let names = argument_messages(&argument, command);
    let help = names.iter().map(|id| (id, words.say(id, &[]))).find(|(id, text)| *id != text).map(|(_, text)| text);
    let argument = argument.help(help.unwrap_or_default()).hide_possible_values(true).hide_default_value(true);
    match value_message(&argument) {
        // The library keeps such names for as long as the program runs, and so may we.
        Some(id) => argument.value_name(&*words.say(&id, &[]).leak()),
        None => argument,
    }
}

/// The messages that may say what an argument does, the best one first.
fn argument_messages(argument: &Arg, command: &str) -> [String; 2] {
    [format!("{command}-{}", argument.get_id()).replace('_', "-"), format!("cli-arg-{}", argument.get_id()).replace('_', "-")]
}

/// The message for what stands in place of the value.
fn value_message(argument: &Arg) -> Option<String> {
    let name = argument.get_value_names()?.first()?;
    argument.get_action().takes_values().then(|| format!("cli-value-{}", name.to_ascii_lowercase().replace('_', "-")))
}

/// The list of commands with their other names, which the library can only show in English brackets.
fn commands(root: &Command, words: &Words) -> String {
    let rows: Vec<(String, String)> = root
        .get_subcommands()
        .map(|c| {
            let names: Vec<&str> = std::iter::once(c.get_name()).chain(c.get_all_aliases()).collect();
            (names.join(", "), words.say(&format!("cli-{}", c.get_name()), &[]))
        })
        .collect();
    let width = rows.iter().map(|(names, _)| names.chars().count()).max().unwrap_or(0);
    rows.iter().map(|(names, text)| format!("  {names:width$}  {text}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    #[test]
    fn every_command_argument_and_value_has_words_in_both_languages() {
        let mut missing = Vec::new();
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let known = |id: &String| words.say(id, &[]) != *id;
            let root = super::super::Cli::command();
            for (command, id) in std::iter::once((&root, "cli".to_owned()))
                .chain(root.get_subcommands().map(|c| (c, format!("cli-{}", c.get_name()))))
            {
                if !known(&id) {
                    missing.push(format!("{lang:?} {id}"));
                }
                for argument in command.get_arguments() {
                    if !argument_messages(argument, &id).iter().any(known) {
                        missing.push(format!("{lang:?} {id} {}", argument.get_id()));
                    }
                    missing.extend(value_message(argument).filter(|v| !known(v)).map(|v| format!("{lang:?} {v}")));
                }
            }
        }
        assert!(missing.is_empty(), "the catalogues lack:\n{}", missing.join("\n"));
    }

    #[test]
    fn the_command_line_is_consistent() {
        for lang in Lang::ALL {
            command(&Words::new(lang)).debug_assert();
        }
    }
}
