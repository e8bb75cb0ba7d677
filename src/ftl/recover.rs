use std::sync::Arc;

use code_prompts_reader::{BrokenPart, guard, recover};
use fluent_syntax::parser::parse_runtime;

use crate::fault::{Fault, MessageProblem};
use crate::position::Source;

/// Replaces the parts of a text that can't be parsed by spaces, and reports each as a fault. A part is at most a
/// message or an attribute. All other offsets stay the same.
pub(crate) fn blank_broken_parts(file: &Arc<str>, text: &str) -> (String, Vec<Fault>) {
    let mut text = guard(text).unwrap_or_else(|| text.to_owned());
    let mut faults = Vec::new();
    loop {
        let errors = parse_runtime(text.as_str()).err().map(|(_, errors)| errors).unwrap_or_default();
        let source = Source::new(file, &text);
        let (broken, rest) = recover(&text, &errors);
        faults.extend(broken.iter().map(|part| (part.offset, fault(part, &source))));
        match rest {
            Some(rest) => text = rest,
            None => {
                faults.sort_by_key(|(offset, _)| *offset);
                return (text, faults.into_iter().map(|(_, fault)| fault).collect());
            }
        }
    }
}

fn fault(part: &BrokenPart, source: &Source<'_>) -> Fault {
    let at = source.position(part.offset);
    let first_line = source.position(part.span.start).line;
    let problem = part.problem.clone();
    match &part.name {
        Some(name) => {
            let problem = MessageProblem::Syntax { problem, first_line };
            Fault::BrokenMessage { at, id: name.as_str().into(), problem }
        }
        None => Fault::BrokenEntry { at, first_line, problem },
    }
}
