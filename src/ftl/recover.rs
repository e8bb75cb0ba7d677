use code_prompts_reader::names::NUMBER;
use code_prompts_reader::{BrokenPart, guard, negative_arguments, recover};
use fluent_syntax::parser::parse_runtime;

use crate::fault::{Fault, MessageProblem};
use crate::position::{Insertion, Source};

/// Replaces the parts of a text that can't be parsed by spaces, and reports each as a fault. A part is at most a
/// message or an attribute. All other offsets stay the same.
pub(crate) fn blank_broken_parts(source: &Source<'_>) -> (String, Vec<Fault>) {
    let mut text = guard(source.text()).unwrap_or_else(|| source.text().to_owned());
    let mut faults = Vec::new();
    loop {
        let errors = parse_runtime(text.as_str()).err().map(|(_, errors)| errors).unwrap_or_default();
        let (broken, rest) = recover(&text, &errors);
        faults.extend(broken.iter().map(|part| (part.offset, fault(part, source))));
        match rest {
            Some(rest) => text = rest,
            None => {
                faults.sort_by_key(|(offset, _)| *offset);
                return (text, faults.into_iter().map(|(_, fault)| fault).collect());
            }
        }
    }
}

/// A text in which each negative named argument is a call: `NUMBER(-1)` instead of `-1`, which the parser does not read.
pub(crate) struct Called {
    pub(crate) text: String,
    pub(crate) insertions: Vec<Insertion>,
}

impl Called {
    pub(crate) fn new(original: &str) -> Self {
        let mut called = Self { text: String::with_capacity(original.len()), insertions: Vec::new() };
        let mut rest = 0;
        for number in negative_arguments(original) {
            for (at, inserted) in [(number.start, &*format!("{NUMBER}(")), (number.end, ")")] {
                called.text += original.get(rest..at).unwrap_or_default();
                called.text += inserted;
                rest = at;
                let end = called.text.len();
                called.insertions.push(Insertion { end, total: end - rest });
            }
        }
        called.text += original.get(rest..).unwrap_or_default();
        called
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
