//! `prompts completions`: a shell's script, which calls the command, and the values that the command then returns.

use std::env;
use std::path::PathBuf;

use clap::{Arg, Command, CommandFactory, ValueHint};
use clap_complete::Shell;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};

use crate::cli::{Cli, FolderArgs};
use crate::report::Report;
use code_prompts_engine::check::Rule;
use code_prompts_export::diff::ChangeRule;
use code_prompts_export::export::LossRule;
use code_prompts_reader::walk::{self, LocaleFolder};

/// The variable by which a shell asks for completions.
const VARIABLE: &str = "PROMPTS_COMPLETE";

pub(crate) fn completions(shell: Shell) -> Result<Report, Report> {
    let shells = Shells::builtins();
    let shell = shell.to_string();
    let completer = shells.completer(&shell).ok_or_else(|| Report::failed([format!("{shell} has no completions")]))?;
    let mut script = Vec::new();
    let written = completer.write_registration(VARIABLE, "prompts", "prompts", "prompts", &mut script);
    written.map_err(|error| Report::failed([error]))?;
    Ok(Report::clean(String::from_utf8_lossy(&script).into_owned()))
}

/// Returns what answers a shell that asks for completions. It prints them.
#[must_use]
pub fn completion() -> CompleteEnv<'static, fn() -> Command> {
    CompleteEnv::with_factory(command as fn() -> Command).var(VARIABLE)
}

/// Returns the command line with the values of its arguments.
fn command() -> Command {
    Cli::command().mut_subcommands(|command| match command.get_name() {
        // Its locale is a new one.
        "add-locale" => command,
        _ => command.mut_args(with_values),
    })
}

/// Adds the values to an argument, by the name of its value.
fn with_values(arg: Arg) -> Arg {
    let name = arg.get_value_names().and_then(<[_]>::first).map(ToString::to_string);
    match &*name.unwrap_or_else(|| arg.get_id().as_str().to_uppercase()) {
        "LOCALE" | "LOCALES" => arg.add(ArgValueCandidates::new(locales)),
        "RULE" | "RULES" => arg.add(ArgValueCandidates::new(rules)),
        "LOSSES" => arg.add(ArgValueCandidates::new(|| names(LossRule::ALL))),
        "CHANGES" => arg.add(ArgValueCandidates::new(|| names(ChangeRule::ALL))),
        "CODE" => arg.add(ArgValueCandidates::new(|| codes().into_iter().chain(ids()).collect())),
        "ID" | "OLD" => arg.add(ArgValueCandidates::new(ids)),
        "DIR" => arg.value_hint(ValueHint::DirPath),
        "FILE" => arg.value_hint(ValueHint::FilePath),
        _ => arg,
    }
}

fn rules() -> Vec<CompletionCandidate> {
    Rule::ALL.iter().map(|rule| candidate(rule.name(), &rule.summary())).collect()
}

fn names(rules: &[impl ToString]) -> Vec<CompletionCandidate> {
    rules.iter().map(|rule| CompletionCandidate::new(rule.to_string())).collect()
}

/// Returns the locales of the folder, also of one without codes.
fn locales() -> Vec<CompletionCandidate> {
    let on_disk =
        folder().dir_or_nearest().ok().flatten().and_then(|dir| LocaleFolder::walk(&walk::Entry::on_disk(&dir)).ok());
    match on_disk {
        Some(folder) => folder.locales.iter().map(|locale| CompletionCandidate::new(&*locale.name)).collect(),
        None => {
            let catalog = folder().load(&[]);
            catalog.iter().flat_map(|(catalog, _)| catalog.locales().map(CompletionCandidate::new)).collect()
        }
    }
}

fn codes() -> Vec<CompletionCandidate> {
    let catalog = folder().load(&[]);
    let codes = catalog.iter().flat_map(|(catalog, _)| catalog.codes());
    codes.map(|entry| candidate(&entry.code().to_string(), entry.id())).collect()
}

fn ids() -> Vec<CompletionCandidate> {
    let catalog = folder().load(&[]);
    let codes = catalog.iter().flat_map(|(catalog, _)| catalog.codes());
    codes.map(|entry| candidate(entry.id(), &entry.code().to_string())).collect()
}

fn candidate(value: &str, help: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help(Some(help.to_owned().into()))
}

/// Returns the folder of the command line that is being completed.
fn folder() -> FolderArgs {
    let mut arguments = env::args_os().skip_while(|argument| argument != "--dir");
    FolderArgs { dir: arguments.nth(1).map(PathBuf::from), follow_links: false }
}
