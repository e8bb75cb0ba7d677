use self::pair::Pair;
use crate::Value;

/// An argument of a prompt: a pair of a name, such as `&str` or `String`, and a [`Value`], or a reference to such a pair.
///
/// So a list of arguments is an array, a `Vec`, a slice, a map or any other iterator.
///
/// ```
/// use std::collections::HashMap;
/// use code_prompts::{Catalog, ErrorCode, Value};
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// let text = |prompt: code_prompts::Prompt<'_>| prompt.into_text().into_owned();
/// let array = [("im-reused", true.into()), ("attempts", 3.into())];
/// let map = HashMap::from([("im-reused".to_owned(), true)]);
/// let from_map = map.iter().map(|(name, value)| (name, Value::from(*value)));
///
/// assert_eq!(text(localizer.prompt_with(ErrorCode::IM_LOGIN_FAILED, &array)), "Sign in to IM first");
/// assert_eq!(text(localizer.prompt_with(ErrorCode::IM_LOGIN_FAILED, array)), "Sign in to IM first");
/// assert_eq!(text(localizer.prompt_with(ErrorCode::IM_LOGIN_FAILED, from_map)), "Sign in to IM first");
/// ```
pub trait Argument: Pair {}

impl<A: Pair> Argument for A {}

mod pair {
    use crate::Value;

    /// Seals the trait above.
    pub trait Pair {
        fn pair(&self) -> (&str, &Value<'_>);
    }

    impl<K: AsRef<str>> Pair for (K, Value<'_>) {
        fn pair(&self) -> (&str, &Value<'_>) {
            (self.0.as_ref(), &self.1)
        }
    }

    impl<K: AsRef<str>> Pair for &(K, Value<'_>) {
        fn pair(&self) -> (&str, &Value<'_>) {
            (self.0.as_ref(), &self.1)
        }
    }
}

/// The arguments that a prompt is given.
pub(crate) trait Given {
    /// Returns the last argument of a name.
    fn get(&self, name: &str) -> Option<&Value<'_>>;

    /// Returns all arguments in order.
    fn pairs(&self) -> Vec<(&str, &Value<'_>)>;
}

/// None.
impl Given for () {
    fn get(&self, _: &str) -> Option<&Value<'_>> {
        None
    }

    fn pairs(&self) -> Vec<(&str, &Value<'_>)> {
        Vec::new()
    }
}

/// The number of arguments that need no allocation. Messages rarely have more.
const FEW: usize = 4;

/// A list of arguments.
pub(crate) struct List<A> {
    few: [Option<A>; FEW],
    more: Vec<A>,
}

impl<A> List<A> {
    pub(crate) fn collect(args: impl IntoIterator<Item = A>) -> Self {
        let mut args = args.into_iter();
        let mut list = Self { few: [const { None }; FEW], more: Vec::new() };
        for place in &mut list.few {
            *place = args.next();
            if place.is_none() {
                return list;
            }
        }
        list.more.extend(args);
        list
    }
}

impl<A: Argument> Given for List<A> {
    fn get(&self, name: &str) -> Option<&Value<'_>> {
        let is_named = |(other, _): &(&str, &Value<'_>)| *other == name;
        // Two searches, since one over a chain of both takes longer.
        let in_more = self.more.iter().rev().map(Pair::pair).find(is_named);
        let found = in_more.or_else(|| self.few.iter().rev().flatten().map(Pair::pair).find(is_named));
        found.map(|(_, value)| value)
    }

    fn pairs(&self) -> Vec<(&str, &Value<'_>)> {
        self.few.iter().flatten().chain(&self.more).map(Pair::pair).collect()
    }
}
