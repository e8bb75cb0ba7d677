//! What has changed between two registries, for users and for apps.

use crate::registry::{CodeState, Registry, RegistryCode};
use crate::rules::rules;

rules! {
    /// A rule of a comparison: a kind of change. Those that break apps come first.
    ChangeRule {
        /// A number has another message with another source text: it means something else.
        ChangedCode "changed-code";
        /// A retired number is in use again, for another message.
        ReusedCode "reused-code";
        /// A code is gone, and not retired.
        RemovedCode "removed-code";
        /// A message no longer has an argument.
        RemovedArgument "removed-argument";
        /// A message has an argument that apps do not pass yet.
        AddedArgument "added-argument";
        /// An argument has another type.
        ChangedArgument "changed-argument";
        /// A code has another action, or none, or its first one.
        ChangedAction "changed-action";
        /// A locale is gone.
        RemovedLocale "removed-locale";
        /// A code is new.
        AddedCode "added-code";
        /// A code is retired.
        RetiredCode "retired-code";
        /// A retired code is in use again, for the same message.
        RestoredCode "restored-code";
        /// A code has another message id, and the same source text.
        RenamedCode "renamed-code";
        /// A code has another source text, and the same message id.
        ChangedText "changed-text";
        /// A translation is another one.
        ChangedTranslation "changed-translation";
        /// The category, the help page or another fact about a code is another one.
        ChangedFact "changed-fact";
        /// A locale is new.
        AddedLocale "added-locale";
    }
}

impl ChangeRule {
    /// Returns whether such a change breaks apps or misleads users.
    #[must_use]
    pub fn is_breaking(self) -> bool {
        match self {
            Self::ChangedCode
            | Self::ReusedCode
            | Self::RemovedCode
            | Self::RemovedArgument
            | Self::AddedArgument
            | Self::ChangedArgument
            | Self::ChangedAction
            | Self::RemovedLocale => true,
            Self::AddedCode
            | Self::RetiredCode
            | Self::RestoredCode
            | Self::RenamedCode
            | Self::ChangedText
            | Self::ChangedTranslation
            | Self::ChangedFact
            | Self::AddedLocale => false,
        }
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The rule.
    pub rule: ChangeRule,
    /// The code, unless it is about a locale.
    pub code: Option<i64>,
    /// The id of its message, now or before it was removed.
    pub id: Option<String>,
    /// The locales that it is about, if it is about some.
    pub locales: Vec<String>,
    /// What it was and is: ids, texts, types or actions.
    pub values: Option<(String, String)>,
    /// One sentence about it.
    pub message: String,
}

/// Compares two registries. Returns the changes: locales first, then codes in order.
#[must_use]
pub fn diff(old: &Registry, new: &Registry) -> Vec<Change> {
    let mut changes = Vec::new();
    let names = |registry: &Registry| registry.locales.iter().map(|it| it.locale.clone()).collect::<Vec<_>>();
    let (before, after) = (names(old), names(new));
    for (rule, from, to, what) in
        [(ChangeRule::RemovedLocale, &before, &after, "is gone"), (ChangeRule::AddedLocale, &after, &before, "is new")]
    {
        let only = from.iter().filter(|tag| !to.contains(tag));
        changes.extend(only.map(|tag| Change {
            rule,
            code: None,
            id: None,
            locales: vec![tag.clone()],
            values: None,
            message: format!("the locale {tag} {what}"),
        }));
    }
    let mut codes: Vec<i64> = old.codes.iter().chain(&new.codes).map(|code| code.code).collect();
    codes.sort_unstable();
    codes.dedup();
    for code in codes {
        match (old.code(code), new.code(code)) {
            (Some(before), None) => {
                let message = format!("{code} `{}` is gone; move it to [retired]", before.id);
                changes.push(change(ChangeRule::RemovedCode, before, None, message));
            }
            (None, Some(after)) if after.state == CodeState::Active => {
                changes.push(change(ChangeRule::AddedCode, after, None, format!("{code} `{}` is new", after.id)));
            }
            (Some(before), Some(after)) => {
                Pair { before, after, source: (&old.source, &new.source) }.compare(&mut changes)
            }
            _ => {}
        }
    }
    changes
}

fn change(rule: ChangeRule, code: &RegistryCode, values: Option<(&str, &str)>, message: String) -> Change {
    let values = values.map(|(before, after)| (before.to_owned(), after.to_owned()));
    Change { rule, code: Some(code.code), id: Some(code.id.clone()), locales: Vec::new(), values, message }
}

/// A code in both registries, with the tag of each source locale.
struct Pair<'r> {
    before: &'r RegistryCode,
    after: &'r RegistryCode,
    source: (&'r str, &'r str),
}

impl Pair<'_> {
    fn compare(&self, changes: &mut Vec<Change>) {
        let (before, after) = (self.before, self.after);
        let (code, id) = (after.code, &after.id);
        let mut add =
            |rule, values: Option<(&str, &str)>, message: String| changes.push(change(rule, after, values, message));
        match (before.state, after.state) {
            (CodeState::Active, CodeState::Active) => {}
            (CodeState::Active, CodeState::Retired) => {
                return add(ChangeRule::RetiredCode, None, format!("{code} `{id}` is retired"));
            }
            (CodeState::Retired, CodeState::Active) if before.id == *id => {
                return add(ChangeRule::RestoredCode, None, format!("{code} `{id}` is in use again"));
            }
            (CodeState::Retired, CodeState::Active) => {
                let message = format!(
                    "{code} was retired with the message `{}`, and has `{id}` now; use another number",
                    before.id
                );
                return add(ChangeRule::ReusedCode, Some((&before.id, id)), message);
            }
            (CodeState::Retired, CodeState::Retired) => return,
        }
        let texts = (text(before, self.source.0), text(after, self.source.1));
        let is_same_text = texts.0 == texts.1;
        let ids = Some((before.id.as_str(), id.as_str()));
        match (before.id == *id, is_same_text) {
            (true, true) => {}
            (true, false) => {
                let message = format!("{code} `{id}` has another source text");
                add(ChangeRule::ChangedText, Some((&texts.0, &texts.1)), message);
            }
            (false, true) => {
                add(ChangeRule::RenamedCode, ids, format!("{code} `{}` is called `{id}`", before.id));
            }
            (false, false) => {
                let message = format!(
                    "{code} had the message `{}`, and has `{id}` with another text now; use another number",
                    before.id
                );
                return add(ChangeRule::ChangedCode, ids, message);
            }
        }
        self.compare_interface(&mut add);
        self.compare_facts(&mut add);
        self.compare_translations(changes);
    }

    /// Compares what apps pass and do.
    fn compare_interface(&self, add: &mut impl FnMut(ChangeRule, Option<(&str, &str)>, String)) {
        let (before, after) = (self.before, self.after);
        let shown = format!("{} `{}`", after.code, after.id);
        for old in &before.arguments {
            match after.arguments.iter().find(|new| new.name == old.name) {
                None => {
                    add(ChangeRule::RemovedArgument, None, format!("{shown} no longer has the argument `{}`", old.name))
                }
                Some(new) if new.kind != old.kind => {
                    let message = format!(
                        "{shown}: the argument `{}` was of the type {}, and is {}",
                        old.name, old.kind, new.kind
                    );
                    add(ChangeRule::ChangedArgument, Some((&old.kind, &new.kind)), message);
                }
                Some(_) => {}
            }
        }
        for new in after.arguments.iter().filter(|new| !before.arguments.iter().any(|old| old.name == new.name)) {
            let message = format!("{shown} has the argument `{}`, which apps do not pass yet", new.name);
            add(ChangeRule::AddedArgument, None, message);
        }
        if before.action != after.action {
            let [old, new] = [&before.action, &after.action].map(|action| action.as_deref().unwrap_or("none"));
            let message = format!("{shown}: the action was {old}, and is {new}");
            add(ChangeRule::ChangedAction, Some((old, new)), message);
        }
    }

    fn compare_facts(&self, add: &mut impl FnMut(ChangeRule, Option<(&str, &str)>, String)) {
        let facts = |code: &RegistryCode| {
            let number = code.max_length.map(|length| length.to_string());
            let retryable = code.retryable.map(|retryable| retryable.to_string());
            let texts = [("category", &code.category), ("help", &code.help), ("since", &code.since)];
            let texts = texts.map(|(name, text)| (name, text.clone()));
            texts.into_iter().chain([("retryable", retryable), ("max-length", number)])
        };
        for ((name, old), (_, new)) in facts(self.before).zip(facts(self.after)) {
            if old != new {
                let [old, new] = [&old, &new].map(|fact| fact.as_deref().unwrap_or("none"));
                let message = format!("{} `{}`: {name} was {old}, and is {new}", self.after.code, self.after.id);
                add(ChangeRule::ChangedFact, Some((old, new)), message);
            }
        }
    }

    /// Compares the translations that both registries have. One change has all locales.
    fn compare_translations(&self, changes: &mut Vec<Change>) {
        let is_changed = |tag: &str| {
            let (old, new) = (self.before.texts.get(tag), self.after.texts.get(tag));
            matches!((old, new), (Some(old), Some(new)) if (&old.shown, &old.variants) != (&new.shown, &new.variants))
        };
        let tags = self.after.texts.keys().filter(|tag| **tag != self.source.1 && is_changed(tag));
        let locales: Vec<String> = tags.cloned().collect();
        if !locales.is_empty() {
            let message = format!("{} `{}` has another text in {}", self.after.code, self.after.id, locales.join(", "));
            changes.push(Change { locales, ..change(ChangeRule::ChangedTranslation, self.after, None, message) });
        }
    }
}

/// Returns the texts of a code in a locale, with its variants, for the comparison.
fn text(code: &RegistryCode, locale: &str) -> String {
    let Some(text) = code.texts.get(locale) else { return String::new() };
    let variants = text.variants.iter().map(|variant| &variant.shown.text);
    let mut all: Vec<&str> = variants.chain([&text.shown.text]).map(String::as_str).collect();
    all.dedup();
    all.join(" | ")
}
