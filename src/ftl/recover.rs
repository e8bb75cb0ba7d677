use std::sync::Arc;

use code_prompts_reader::{Unread, guard, recover};
use fluent_syntax::parser::parse_runtime;

use crate::fault::{Fault, MessageProblem};
use crate::position::Source;

/// Takes out of a text what the parser can't read or can't bear, with every line and every byte where it was. Each such
/// part becomes a fault, and is no more than a message or an attribute.
pub(crate) fn mend(file: &Arc<str>, text: &str) -> (String, Vec<Fault>) {
    let mut text = guard(text).unwrap_or_else(|| text.to_owned());
    let mut faults = Vec::new();
    loop {
        let errors = parse_runtime(text.as_str()).err().map(|(_, errors)| errors).unwrap_or_default();
        let source = Source::new(file, &text);
        let (unread, rest) = recover(&text, &errors);
        faults.extend(unread.iter().map(|unread| (unread.offset, fault(unread, &source))));
        match rest {
            Some(rest) => text = rest,
            None => {
                faults.sort_by_key(|(offset, _)| *offset);
                return (text, faults.into_iter().map(|(_, fault)| fault).collect());
            }
        }
    }
}

fn fault(unread: &Unread, source: &Source<'_>) -> Fault {
    let at = source.position(unread.offset);
    let first_line = source.position(unread.part.start).line;
    let problem = unread.problem.clone();
    match &unread.name {
        Some(name) => {
            let problem = MessageProblem::Syntax { problem, first_line };
            Fault::BrokenMessage { at, id: name.as_str().into(), problem }
        }
        None => Fault::BrokenEntry { at, first_line, problem },
    }
}
