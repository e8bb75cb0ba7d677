/// A variable that a message uses, with the values that its selectors have variants for.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode, Variable};
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// let names: Vec<&str> = localizer.variables(ErrorCode::IM_LOGIN_FAILED).map(Variable::name).collect();
/// assert_eq!(names, ["im-reused"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub(crate) name: String,
    pub(crate) keys: Vec<String>,
    /// The keys of the default variants.
    pub(crate) default_keys: Vec<String>,
    /// Whether it is an argument of a function.
    pub(crate) is_passed: bool,
}

impl Variable {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), keys: Vec::new(), default_keys: Vec::new(), is_passed: false }
    }

    /// Returns the name without the `$`: the name of the argument that sets the variable.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the keys of the variants that are not the default, in the order of the file: `["true"]` for a selector
    /// with the variants `[true]` and `*[false]`. Numbers and plural categories such as `one` are included, as written
    /// in the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }
}

/// Adds variables to a list without duplicates.
pub(crate) fn merge(variables: &mut Vec<Variable>, more: Vec<Variable>) {
    for variable in more {
        match variables.iter_mut().find(|known| known.name == variable.name) {
            None => variables.push(variable),
            Some(known) => {
                known.is_passed |= variable.is_passed;
                add_new(&mut known.keys, variable.keys);
                add_new(&mut known.default_keys, variable.default_keys);
            }
        }
    }
}

fn add_new(keys: &mut Vec<String>, more: Vec<String>) {
    for key in more {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
}
