//! The codes of a folder as an app uses them, to generate source code from.

use std::collections::BTreeSet;
use std::fmt;

use code_prompts::{Catalog, CodeEntry, ErrorCode, Localizer, Position, Variable};
use fluent_syntax::ast::Comment;

use super::entry::{Entry, Kind};
use super::notes::Note;
use super::tree::Tree;
use crate::text::plurals::CATEGORIES;

/// What an app uses of a folder: its codes with the arguments that they take, and its actions. It is the same for every
/// programming language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// The codes in the order of `codes.toml`.
    pub codes: Vec<InterfaceCode>,
    /// The ids of the actions, sorted.
    pub actions: BTreeSet<String>,
}

/// A code of an [`Interface`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterfaceCode {
    /// The number.
    pub code: ErrorCode,
    /// The id of its message.
    pub id: String,
    /// Its action.
    pub action: Option<String>,
    /// The arguments that the message takes.
    pub parameters: Vec<Parameter>,
    /// The place of the code in `codes.toml`.
    pub position: Position,
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name without the `$`.
    pub name: String,
    /// The type of its values.
    pub kind: ParameterType,
    /// What the source says about it, in one line.
    pub note: Option<String>,
}

/// The type of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterType {
    /// True or false: it selects one of the variants `[true]` and `[false]`.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A text or a number: there is no note on it, and it selects no variant.
    Unknown,
}

/// Writes it as people say it.
impl fmt::Display for ParameterType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Boolean => "true or false",
            Self::Number => "number",
            Self::Text => "text",
            Self::Unknown => "text or number",
        })
    }
}

impl Interface {
    /// Returns the codes of a catalogue. The source's texts say which variables there are, and the comments in `trees`
    /// which type they have: those of the last overrides come first, and those of the folder last.
    #[must_use]
    pub fn new(catalog: &Catalog, trees: &[Tree<'_>]) -> Self {
        // Without a language of a user, the source locale is the last one that is asked.
        let fallback = catalog.localizer([""; 0]);
        let source = catalog.localizer(fallback.locales().last());
        let code = |entry: &CodeEntry| InterfaceCode {
            code: entry.code(),
            id: entry.id().to_owned(),
            action: entry.action().map(str::to_owned),
            parameters: parameters(&source, entry, trees),
            position: entry.position().clone(),
        };
        Self {
            codes: catalog.codes().map(code).collect(),
            actions: catalog.codes().filter_map(CodeEntry::action).map(str::to_owned).collect(),
        }
    }
}

fn parameters(source: &Localizer, code: &CodeEntry, trees: &[Tree<'_>]) -> Vec<Parameter> {
    let entries = trees.iter().filter_map(|tree| Some((tree, tree.source().find(Kind::Message, code.id())?)));
    let comments: Vec<_> = entries.flat_map(|(tree, entry)| comments(tree, entry)).collect();
    let parameter = |variable: &Variable| {
        let note = comments.iter().find_map(|comment| Note::on(variable.name(), comment));
        let kind = parameter_type(&variable.keys().collect::<Vec<_>>(), note.as_ref().and_then(|note| note.type_name));
        let note = note.map(|note| note.text).filter(|text| !text.is_empty());
        Parameter { name: variable.name().to_owned(), kind, note }
    };
    source.variables(code.code()).map(parameter).collect()
}

/// Returns the comments that may document the variables of a message, the nearest first.
fn comments<'t, 'a>(tree: &'t Tree<'a>, entry: &'t Entry<'a>) -> Vec<&'t Comment<&'a str>> {
    let of_file =
        tree.source().file_comments.iter().filter(|(file, _)| *file == entry.file).map(|(_, comment)| *comment);
    entry.comment.into_iter().chain(entry.group).chain(of_file).collect()
}

/// Returns the type of a variable by the keys of its variants and the type in its note.
pub(super) fn parameter_type(keys: &[&str], documented: Option<&str>) -> ParameterType {
    let is_number = |key: &str| CATEGORIES.contains(&key) || key.parse::<f64>().is_ok();
    let is_selected = !keys.is_empty();
    let all_are = |is_of_type: fn(&str) -> bool| is_selected && keys.iter().all(|key| is_of_type(key));
    // A `bool` is passed as a text, so this comes before `(String)`.
    if all_are(|key| matches!(key, "true" | "false")) {
        return ParameterType::Boolean;
    }
    match documented {
        Some("Number") => ParameterType::Number,
        Some("String") => ParameterType::Text,
        Some("Boolean") => ParameterType::Boolean,
        _ if all_are(is_number) => ParameterType::Number,
        _ if is_selected => ParameterType::Text,
        _ => ParameterType::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::project::Project;

    #[test]
    fn parameter_types_come_from_keys_and_notes() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("en")).unwrap();
        fs::write(dir.path().join("codes.toml"), "source = \"en\"\n[codes]\n7 = \"a\"\n").unwrap();
        let kind_of = |comment: &str, text: &str| {
            fs::write(dir.path().join("en/a.ftl"), format!("{comment}\na = {text}\n")).unwrap();
            let project = Project::read(dir.path(), None).unwrap();
            let nodes = project.parse();
            let tree = project.tree(&nodes).unwrap();
            let catalog = Catalog::from_dir(dir.path()).unwrap();
            let interface = Interface::new(&catalog, &[tree]);
            let [parameter] = &interface.codes[0].parameters[..] else { panic!("{interface:?}") };
            parameter.kind
        };
        let select = |keys: &[&str]| {
            let variants = keys.iter().map(|key| format!("\n    [{key}] A")).collect::<String>();
            format!("{{ $v ->{variants}\n   *[other] B\n }}")
        };
        let number_call = "{ NUMBER($v, type: \"ordinal\") ->\n    [one] A\n   *[other] B\n }";
        let cases = [
            ("", "{ $v }", ParameterType::Unknown),
            ("# $v (Date) - when", "{ $v }", ParameterType::Unknown),
            ("# $v (String) - who", "{ $v }", ParameterType::Text),
            ("# $v (Number) - how many", "{ $v }", ParameterType::Number),
            ("# $v (Boolean) - whether", "{ $v }", ParameterType::Boolean),
            ("## $v (Number) - how many\n", "{ $v }", ParameterType::Number),
            ("### $v (Number) - how many\n", "{ $v }", ParameterType::Number),
            ("", &select(&["true"]), ParameterType::Boolean),
            ("# $v (String) - \"true\" or \"false\"", &select(&["true", "false"]), ParameterType::Boolean),
            ("", &select(&["0", "one"]), ParameterType::Number),
            ("", number_call, ParameterType::Number),
            ("# $v (String) - a word", &select(&["one"]), ParameterType::Text),
            ("", &select(&["front", "back"]), ParameterType::Text),
            ("# $v (Number) - a seat", &select(&["front"]), ParameterType::Number),
        ];
        for (comment, text, expected) in cases {
            assert_eq!(kind_of(comment, text), expected, "{comment} {text}");
        }
    }
}
