use code_prompts_reader::names::NUMBER;
use code_prompts_reader::{Unread, guard, negative_arguments, recover};
use fluent_syntax::parser::parse_runtime;

use crate::fault::{Fault, MessageProblem};
use crate::position::{Insertion, Source};

/// Takes out of a text what the parser can't read or can't bear, with every line and every byte where it was. Each such
/// part becomes a fault, and is no more than a message or an attribute.
pub(crate) fn mend(source: &Source<'_>) -> (String, Vec<Fault>) {
    let mut text = guard(source.text()).unwrap_or_else(|| source.text().to_owned());
    let mut faults = Vec::new();
    loop {
        let errors = parse_runtime(text.as_str()).err().map(|(_, errors)| errors).unwrap_or_default();
        let (unread, rest) = recover(&text, &errors);
        faults.extend(unread.iter().map(|unread| (unread.offset, fault(unread, source))));
        match rest {
            Some(rest) => text = rest,
            None => {
                faults.sort_by_key(|(offset, _)| *offset);
                return (text, faults.into_iter().map(|(_, fault)| fault).collect());
            }
        }
    }
}

/// A text with `NUMBER(-1)` for each `-1` that an argument with a name is set to, since the parser does not read that.
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
