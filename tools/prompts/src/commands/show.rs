use std::env;

use code_prompts::{Catalog, ErrorCode, Localizer, Value};

use crate::answer::Answer;
use crate::cli::{ReaderArgs, ShowArgs, ShowFormat};
use crate::format;
use crate::report::{Report, Status};

pub(crate) fn show(args: &ShowArgs) -> Result<Report, Report> {
    let (catalog, mut messages) = args.folder.load()?;
    messages.extend(args.reader.unanswered(&catalog));
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

impl ReaderArgs {
    /// Lists what the reader reads: what the command line says, or else what the system is set to.
    pub(crate) fn requested(&self) -> Vec<String> {
        if self.locale.is_empty() { system_locales() } else { self.locale.clone() }
    }

    /// Says which of the languages on the command line no locale answers.
    pub(crate) fn unanswered(&self, catalog: &Catalog) -> Vec<String> {
        let missing = self.locale.iter().filter(|requested| catalog.locales_for(requested).next().is_none());
        let there_are = catalog.locales().collect::<Vec<_>>().join(", ");
        missing.map(|requested| format!("note: no locale here answers `{requested}`; there are {there_are}")).collect()
    }
}

/// Asks the system for the user's languages. Where POSIX's variables say `C`, there are none, whatever else is set.
fn system_locales() -> Vec<String> {
    let posix = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    match posix.into_iter().find(|value| !value.is_empty()) {
        Some(value) if matches!(value.split('.').next(), Some("C" | "POSIX")) => Vec::new(),
        _ => sys_locale::get_locales().collect(),
    }
}

/// Sees the catalogue as a reader does, for a terminal.
pub(crate) fn localizer(catalog: &Catalog, requested: &[String]) -> Localizer {
    catalog.localizer(requested).without_isolation_marks()
}

/// A number where a text looks like one, so that it chooses plurals.
pub(crate) fn parse(value: &str) -> Value<'_> {
    let whole = value.parse::<i64>().ok().filter(|whole| whole.to_string() == value).map(Value::from);
    let number = || value.parse::<f64>().ok().filter(|number| number.to_string() == value).map(Value::from);
    whole.or_else(number).unwrap_or_else(|| value.into())
}

/// Finds a code by its number or by the id of its message.
fn find(catalog: &Catalog, code: &str) -> Result<ErrorCode, String> {
    if let Some(code) = code.parse().ok().or_else(|| catalog.code_named(code)) {
        return Ok(code);
    }
    if code.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("`{code}` is too large for a code"));
    }
    let similarity = |id: &str| strsim::jaro_winkler(id, code);
    let nearest = catalog.codes().map(|entry| entry.id()).max_by(|a, b| similarity(a).total_cmp(&similarity(b)));
    Err(match nearest.filter(|id| similarity(id) > 0.8) {
        Some(id) => format!("`{code}` is neither a number nor the id of a code's message; did you mean `{id}`?"),
        None => format!("`{code}` is neither a number nor the id of a code's message; `prompts list` has them all"),
    })
}
