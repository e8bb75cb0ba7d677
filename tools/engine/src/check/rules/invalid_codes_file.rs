//! An error or an unknown key in `codes.toml`.

use code_prompts::Fault;
use code_prompts::internal::{folder_faults, is_codes_file_fault};

use crate::check::context::Context;
use crate::check::finding::{Finding, Place, list};
use crate::project::codes::Codes;
use crate::text::nearest::nearest;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for unknown in &context.settings.unknown_keys {
        let place = Place::Path(unknown.path.as_str().into(), unknown.line, unknown.column);
        context.push(unknown_key(context, place, &unknown.key, unknown.known));
    }
    let faults = match &context.tree.codes {
        Codes::None => &context.settings.faults,
        Codes::Catalog(catalog) => folder_faults(catalog),
        Codes::Broken(error) => error.faults(),
    };
    for fault in faults.iter().filter(|fault| is_codes_file_fault(fault)) {
        let (line, column) = fault.position().map_or((1, 1), |at| (at.line, at.column));
        let place = Place::Path(fault.path().unwrap_or_default().into(), line, column);
        let finding = match fault {
            Fault::UnknownKey { key, known, .. } => unknown_key(context, place, key, known),
            other => Finding { help: other.help(), ..context.finding(place, other.problem().to_string()) },
        };
        context.push(finding);
    }
}

fn unknown_key(context: &Context<'_, '_>, place: Place, key: &str, known: &[&'static str]) -> Finding {
    let help = match nearest(key, known.iter().copied()) {
        Some(meant) => format!("is `{meant}` meant?"),
        None => format!("the keys here are {}", list(&known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>())),
    };
    context.finding(place, format!("unknown key `{key}`, which is ignored")).help(help)
}
