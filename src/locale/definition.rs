//! The variables that a message has. An override that uses others, which no app sets, would show `{$name}` to users.

use code_prompts_reader::names::CODE;

use crate::arguments::ArgumentType;
use crate::fault::RenderProblem;
use crate::ftl::variable::{Variable, merge};

/// The lowest version of a message.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    /// The layer that has it.
    pub(super) layer: usize,
    /// Its variables, those of its attributes too. `None`: they are not known, since it is broken.
    pub(super) variables: Option<Vec<Variable>>,
}

impl Definition {
    /// Merges the versions of a message in a locale and in the source: the variables are those of the lower one, or of
    /// both if they are in one layer.
    pub(super) fn merged(own: Option<Self>, source: Option<Self>) -> Option<Self> {
        let (own, source) = match (own, source) {
            (Some(own), Some(source)) => (own, source),
            (own, source) => return own.or(source),
        };
        if own.layer != source.layer {
            return Some(if own.layer < source.layer { own } else { source });
        }
        let both = own.variables.zip(source.variables).map(|(mut own, source)| {
            merge(&mut own, source);
            own
        });
        Some(Self { layer: own.layer, variables: both })
    }

    /// Returns why a text with these variables can't override the message.
    pub(super) fn misuse(&self, used: &[Variable]) -> Option<RenderProblem> {
        let known = self.variables.as_ref()?;
        used.iter().filter(|used| used.name != CODE).find_map(|used| {
            let Some(same) = known.iter().find(|known| known.name == used.name) else {
                let known = known.iter().map(|known| known.name.as_str().into()).collect();
                return Some(RenderProblem::UnknownVariable { name: used.name.as_str().into(), known });
            };
            let (variable, keys) = (used.name.as_str().into(), same.keys.iter().map(|key| key.as_str().into()));
            loses_variants(used, same).then(|| RenderProblem::LostVariants { variable, keys: keys.collect() })
        })
    }
}

/// Returns whether a selector has variants, and none of them is for a value that the message distinguishes. A number can
/// be selected by other numbers and plural categories.
fn loses_variants(used: &Variable, known: &Variable) -> bool {
    let is_number = |key: &String| ArgumentType::of_key(key) == ArgumentType::Number;
    let is_known = |key: &String| {
        known.keys.contains(key)
            || known.default_keys.contains(key)
            || is_number(key) && known.keys.iter().any(is_number)
    };
    !used.keys.is_empty() && !known.keys.is_empty() && !used.keys.iter().any(is_known)
}
