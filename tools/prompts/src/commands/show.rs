//! `prompts show`: shows the prompts for some codes.

use std::num::IntErrorKind;

use code_prompts::{Catalog, ErrorCode, Value};

use crate::answer::Answer;
use crate::cli::{ShowArgs, ShowFormat};
use crate::format;
use crate::reader::{localizer, parse};
use crate::report::{Report, Status};

pub(crate) fn show(args: &ShowArgs) -> Result<Report, Report> {
    let (catalog, mut messages) = args.folder.load(&args.overrides.overrides)?;
    messages.extend(args.reader.unmatched(&catalog));
    let codes = args.codes.iter().map(|code| find(&catalog, code)).collect::<Result<Vec<_>, _>>();
    let codes = codes.map_err(|error| Report::failed([error]))?;
    let values: Vec<(&str, Value<'_>)> = args.args.iter().map(|(name, value)| (name.as_str(), parse(value))).collect();
    let readers: Vec<Vec<String>> = if args.all_locales {
        catalog.locales().map(|locale| vec![locale.to_owned()]).collect()
    } else {
        vec![args.reader.requested()]
    };

    let localizers: Vec<_> = readers.iter().map(|requested| (requested, localizer(&catalog, requested))).collect();
    let mut answers = Vec::new();
    for code in &codes {
        for (requested, localizer) in &localizers {
            answers.push(Answer::new(&localizer.prompt_with(*code, &values), requested));
        }
    }
    for (name, _) in &args.args {
        let uses = |code: &ErrorCode| {
            localizers.iter().any(|(_, localizer)| localizer.variables(*code).any(|variable| variable.name() == name))
        };
        if name != "code" && !codes.iter().any(uses) {
            messages.push(format!("warning: none of these messages uses `${name}`"));
        }
    }

    let output = match args.format {
        ShowFormat::Human => format::human::answers(&answers),
        ShowFormat::Json => format::json::answers(&answers),
    };
    let status = if answers.iter().all(|answer| answer.is_answered) { Status::Clean } else { Status::Findings };
    Ok(Report { output, messages, status })
}

/// Finds a code by its number or its message id.
fn find(catalog: &Catalog, code: &str) -> Result<ErrorCode, String> {
    let parsed = code.parse::<ErrorCode>();
    if let Some(code) = parsed.clone().ok().or_else(|| catalog.code_named(code)) {
        return Ok(code);
    }
    if parsed.is_err_and(|error| matches!(error.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow)) {
        return Err(format!("`{code}` is too large for a code"));
    }
    let similarity = |id: &str| strsim::jaro_winkler(id, code);
    let nearest = catalog.codes().map(|entry| entry.id()).max_by(|a, b| similarity(a).total_cmp(&similarity(b)));
    Err(match nearest.filter(|id| similarity(id) > 0.8) {
        Some(id) => format!("`{code}` is neither a number nor the message id of a code; did you mean `{id}`?"),
        None => format!("`{code}` is neither a number nor the message id of a code; `prompts list` lists them"),
    })
}
