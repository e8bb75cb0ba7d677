//! Lookup with arguments: the library's texts equal those of Fluent's resolver, byte for byte.

use code_prompts::{Catalog, Fault, Localizer, Prompt};
use fastrand::Rng;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern};
use unic_langid::LanguageIdentifier;

use crate::arguments::{self, Argument};
use crate::fluent::{self, TOKENS};
use crate::folder::Folder;
use crate::loading::is_visible;
use crate::meaning::parse;
use crate::{Target, one_of};

pub(crate) static TARGET: Target = Target { name: "lookup", verify, generate, line, tokens: TOKENS };

const LOCALES: &[&str] = &["en-US", "zh-CN", "ru", "ar"];

fn generate(rng: &mut Rng) -> String {
    let arguments: String = (0..rng.usize(..5)).map(|_| arguments::line(rng)).collect();
    format!("=== arguments ===\n{arguments}=== {}/a.ftl ===\n{}", one_of(rng, LOCALES), fluent::entries(rng))
}

fn line(rng: &mut Rng) -> String {
    if rng.u8(..4) == 0 { arguments::line(rng) } else { fluent::entry(rng) }
}

/// The input has arguments in the file `arguments`, and the messages of one locale in `LOCALE/a.ftl`.
fn verify(input: &[u8]) {
    let folder = Folder::of(input);
    let arguments = arguments::read(folder.files.get("arguments").map_or(b"", Vec::as_slice));
    let Some((locale, bytes)) =
        LOCALES.iter().find_map(|locale| Some((*locale, folder.files.get(&format!("{locale}/a.ftl"))?)))
    else {
        return;
    };
    let text = String::from_utf8_lossy(bytes);
    // The library may read more of a broken file than Fluent's parser does.
    let Some(resource) = parse(&text) else { return };
    let mut messages: Vec<(&str, bool)> = Vec::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let has_action = message.attributes.iter().any(|attribute| attribute.id.name == "action");
            if message.id.name != "unknown-code" && messages.iter().all(|(id, _)| *id != message.id.name) {
                messages.push((message.id.name, has_action));
            }
        }
    }
    let mut codes = format!("source = \"{locale}\"\n[codes]\n");
    for (code, (id, has_action)) in messages.iter().enumerate() {
        let action = if *has_action { ", action = \"retry\"" } else { "" };
        codes += &format!("{code} = {{ message = \"{id}\"{action} }}\n");
    }
    let mut folder = Folder::default();
    folder.add("codes.toml", codes.as_bytes());
    folder.add(&format!("{locale}/a.ftl"), text.as_bytes());
    let disk = folder.write();
    let catalog = Catalog::from_dir(disk.path()).unwrap();

    let localizer = catalog.localizer([locale]);
    let bare = localizer.clone().without_isolation_marks();
    let bundles = [true, false].map(|isolating| bundle(locale, &text, isolating));
    let given: Vec<_> = arguments.iter().map(Argument::to_pair).collect();
    let unknown = i64::try_from(messages.len()).unwrap();
    for code in 0..=unknown {
        let id = messages.get(usize::try_from(code).unwrap()).map_or("unknown-code", |(id, _)| id);
        // An unknown code has no argument except itself.
        let (given, arguments) = if code == unknown { (&[][..], &[][..]) } else { (&given[..], &arguments[..]) };
        let [marked, plain] = [(&localizer, &bundles[0]), (&bare, &bundles[1])].map(|(localizer, bundle)| {
            let prompt = localizer.prompt_with(code, given);
            assert!(is_visible(prompt.text()), "{prompt:?}");
            if is_answered(&prompt) {
                assert_same(localizer, &prompt, bundle, &Asked { code, id, arguments, text: &text });
            }
            prompt.text().to_owned()
        });
        assert_eq!(without_marks(&marked), without_marks(&plain), "{id}");
    }
}

/// Returns whether the prompt is of the code's own message.
fn is_answered(prompt: &Prompt<'_>) -> bool {
    prompt.locale() != "und" && !prompt.faults().iter().any(|fault| matches!(fault, Fault::UnansweredCode { .. }))
}

struct Asked<'a> {
    code: i64,
    id: &'a str,
    arguments: &'a [Argument],
    text: &'a str,
}

/// Asserts that a prompt equals the resolver's result for its message.
fn assert_same(localizer: &Localizer, prompt: &Prompt<'_>, bundle: &FluentBundle<FluentResource>, asked: &Asked<'_>) {
    let context = format!("{asked:?}: {localizer:?}: {prompt:?}", asked = (asked.code, asked.id, asked.arguments));
    let message = bundle.get_message(asked.id).unwrap_or_else(|| panic!("{context}: there is no such message"));
    let mut args = FluentArgs::new();
    args.set("code", asked.code.to_string());
    asked.arguments.iter().for_each(|argument| argument.set(&mut args));
    let mut errors = Vec::new();
    let mut format = |pattern: &Pattern<&str>| bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    let text = format(message.value().unwrap());
    // The resolver may panic at an attribute that the library reports as broken.
    let is_broken = |name: &str| {
        let of = format!("{}.{name}", asked.id);
        prompt.faults().iter().any(|fault| matches!(fault, Fault::BrokenMessage { id, .. } if **id == *of))
    };
    let mut attribute = |name| {
        let attribute = message.get_attribute(name).filter(|_| !is_broken(name));
        attribute.map(|attribute| format(attribute.value()))
    };
    let (description, label) = (attribute("description"), attribute("action"));
    let names = message.attributes().map(|attribute| attribute.id());
    let all: Vec<(&str, String)> = names.filter_map(|name| Some((name, attribute(name)?))).collect();
    // For a missing argument the library shows its name, Fluent's runtime that of the function.
    if !errors.is_empty() && asked.text.contains("NUMBER") {
        return;
    }
    // Where Fluent's runtime shows the function's name, the library shows the text that it was given.
    if all.iter().map(|(_, text)| text).chain([&text]).any(|text| text.contains("NUMBER()")) {
        return;
    }
    assert_eq!(prompt.text(), text, "{context}");
    let is_shown = |text: &Option<String>| text.as_deref().is_some_and(is_visible);
    if errors.is_empty() {
        let is_missing = |fault: &Fault| matches!(fault, Fault::MissingArgument { .. });
        // The argument of `NUMBER()` is required even if another variant is selected.
        assert!(asked.text.contains("NUMBER") || !prompt.faults().iter().any(is_missing), "{context}");
        if is_shown(&description) {
            assert_eq!(Some(prompt.description()), description.as_deref(), "{context}");
        }
        for (name, text) in all.iter().filter(|(_, text)| is_visible(text)) {
            assert_eq!(prompt.attribute(name), Some(text.as_str()), "{context}");
        }
        let shown = prompt.action().and_then(|action| action.label());
        let is_wanted = asked.id != "unknown-code" && is_shown(&label);
        assert!(!is_wanted || shown == label.as_deref(), "{context}");
    } else {
        assert!(!prompt.faults().is_empty(), "{context}: {errors:?}");
    }
}

fn bundle(locale: &str, text: &str, isolating: bool) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.parse::<LanguageIdentifier>().unwrap()]);
    bundle.set_use_isolating(isolating);
    bundle.add_function("NUMBER", number).unwrap();
    // The first of two messages with one name is used here too.
    let text = text.trim_start_matches('\u{FEFF}').to_owned();
    drop(bundle.add_resource(FluentResource::try_new(text).unwrap()));
    bundle
}

/// Fluent's `NUMBER()`, without a decimal point that no digits follow.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(mut number)) = positional.first().cloned() else { return FluentValue::Error };
    number.options.merge(named);
    if number.options.minimum_fraction_digits == Some(0) {
        number.options.minimum_fraction_digits = None;
    }
    FluentValue::Number(number)
}

fn without_marks(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
