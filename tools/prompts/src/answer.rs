use code_prompts::{Fault, Prompt};
use serde::Serialize;

/// A prompt as all formats print it. The JSON has these fields, in this order.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    pub(crate) code: i64,
    pub(crate) known: bool,
    pub(crate) id: String,
    pub(crate) requested: Vec<String>,
    pub(crate) locale: String,
    pub(crate) text: String,
    pub(crate) description: String,
    pub(crate) action: Option<ActionAnswer>,
    pub(crate) faults: Vec<String>,
    /// Whether the text belongs to the code, not to `unknown-code`.
    #[serde(skip)]
    pub(crate) is_answered: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct ActionAnswer {
    pub(crate) id: String,
    pub(crate) label: Option<String>,
}

impl Answer {
    pub(crate) fn new(prompt: &Prompt<'_>, requested: &[String]) -> Self {
        Self {
            code: prompt.code().value(),
            known: prompt.is_known(),
            id: prompt.id().to_owned(),
            requested: requested.to_vec(),
            locale: prompt.locale().to_owned(),
            text: prompt.text().to_owned(),
            description: prompt.description().to_owned(),
            action: prompt
                .action()
                .map(|action| ActionAnswer { id: action.id().to_owned(), label: action.label().map(str::to_owned) }),
            faults: prompt.faults().iter().map(fault_text).collect(),
            is_answered: prompt.is_known() && !prompt.faults().iter().any(is_unanswered),
        }
    }

    /// Creates an answer for one case of a message. Missing arguments are no fault there.
    pub(crate) fn of_case(prompt: &Prompt<'_>, requested: &[String]) -> Self {
        let faults = prompt.faults().iter().filter(|fault| !matches!(fault, Fault::MissingArgument { .. }));
        Self { faults: faults.map(fault_text).collect(), ..Self::new(prompt, requested) }
    }
}

fn fault_text(fault: &Fault) -> String {
    format!("{fault:#}")
}

fn is_unanswered(fault: &Fault) -> bool {
    matches!(fault, Fault::UnansweredCode { .. })
}
