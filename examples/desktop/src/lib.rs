//! A window for support staff: type the code that a customer reports, and see what the customer reads, in any language.

mod languages;
mod view;

use std::collections::{BTreeMap, HashSet};

use code_prompts::{Catalog, Direction, ErrorCode, Fault, Localizer, Prompt};

/// The state of the window.
pub struct Viewer {
    catalog: Catalog,
    /// The chosen language: switching it is one assignment.
    localizer: Localizer,
    input: String,
    /// The arguments, by the names of the variables.
    arguments: BTreeMap<String, String>,
    /// Each fault is logged once, although a prompt is asked for at each change.
    logged: HashSet<Fault>,
}

/// What the user does.
#[derive(Clone, Debug)]
pub enum Message {
    /// Chooses a language, by the tag of its locale.
    Language(String),
    /// Types a code, or anything else.
    Input(String),
    /// Sets a variable of the message, by its name and value.
    Argument(String, String),
}

impl Viewer {
    /// Creates the window's state, in the first of these languages that the catalogue has.
    pub fn new<L: AsRef<str>>(languages: impl IntoIterator<Item = L>) -> Self {
        let catalog = Catalog::embedded();
        let localizer = catalog.localizer(languages);
        let logged = catalog.faults().into_iter().inspect(log).collect();
        Self { catalog, localizer, input: String::new(), arguments: BTreeMap::new(), logged }
    }

    /// Changes the state. The view follows.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::Language(tag) => self.localizer = self.catalog.localizer([tag]),
            Message::Input(input) => self.input = input,
            Message::Argument(name, value) => {
                self.arguments.insert(name, value);
            }
        }
        let faults = self.code().map(|code| self.prompt(code).faults().to_vec());
        for fault in faults.unwrap_or_default() {
            if self.logged.insert(fault.clone()) {
                log(&fault);
            }
        }
    }

    /// Returns the code in the input field, if there is a number in it.
    fn code(&self) -> Option<ErrorCode> {
        self.input.trim().parse().ok()
    }

    fn prompt(&self, code: ErrorCode) -> Prompt<'_> {
        self.localizer.prompt_with(code, self.arguments.iter().map(|(name, value)| (name.as_str(), value.into())))
    }

    /// Returns the tag of the chosen locale.
    fn language(&self) -> &str {
        self.localizer.locales().next().unwrap_or_default()
    }

    /// Returns the writing direction of the window.
    pub fn direction(&self) -> Direction {
        Direction::of(self.language())
    }
}

fn log(fault: &Fault) {
    eprintln!("{fault:#}");
}
