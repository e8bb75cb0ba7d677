//! `prompts add-locale`: begins a translation.

use code_prompts::reading::current_language;
use unic_langid::LanguageIdentifier;

use crate::cli::AddLocaleArgs;
use crate::commands::changes::carry_out;
use crate::report::Report;
use code_prompts_engine::check::plurals::Plurals;
use code_prompts_engine::edit::change::Changes;
use code_prompts_engine::edit::stub::Stubs;
use code_prompts_engine::edit::template::template;

pub(crate) fn add_locale(args: &AddLocaleArgs) -> Result<Report, Report> {
    let id = parse(&args.locale).map_err(|error| Report::failed([error]))?;
    let project = args.project.read()?;
    let tag = args.locale.as_str();
    project.refuse_source(tag)?;
    if let Some(there) = project.input.locales.iter().find(|locale| locale.name == tag) {
        let path = &there.path;
        return Err(Report::failed([format!(
            "{path}: it is there already; `prompts sync {tag}` brings in what is new"
        )]));
    }
    project.refuse_unreadable(&[&project.source])?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let (source, plurals) = (tree.source(), Plurals::of(&id));
    let stubs = Stubs { source: source.tag, plurals: &plurals };
    let examples = project.fallback_locales(&tree);
    let mut changes = Changes::default();
    for (file, resource) in nodes.iter().enumerate().filter(|(file, _)| source.files.contains(file)) {
        let text = template(&tree, (file, resource), (tag, &stubs), &examples);
        changes.create(project.path(tag, &project.below(source, file)), text);
    }
    let mut messages = Vec::new();
    if !is_known(&id) {
        messages.push(format!("note: no language is known by the tag `{tag}`; is it the right one?"));
    }
    if !args.write.dry_run {
        messages.push(format!(
            "Fill it in as its head says. `prompts todo {tag}` lists what is left, `prompts check --locale {tag}` what is wrong."
        ));
    }
    carry_out(&changes, &args.write, messages)
}

/// Reads a tag, which has to be the one that readers ask for, and must not stand for readers of two scripts.
fn parse(tag: &str) -> Result<LanguageIdentifier, String> {
    let mut id: LanguageIdentifier =
        tag.parse().map_err(|_| format!("`{tag}` is no language tag; write one such as fr-CA"))?;
    if id.language.is_empty() {
        return Err(format!("`{tag}` names no language; write a tag such as fr-CA"));
    }
    if id.language.as_str().len() > 3 {
        let name = id.language.as_str();
        return Err(format!("`{name}` is no code of a language, which has two or three letters; write one such as fr"));
    }
    if id.region.is_some_and(|region| region == "UK") {
        let language = id.language;
        return Err(format!("`UK` is no region, the United Kingdom is `GB`; write `{language}-GB`"));
    }
    let written = id.to_string();
    if let Some(current) = current_language(id.language.as_str()).and_then(|current| current.parse().ok()) {
        id.language = current;
    }
    if id == "zh" {
        return Err(format!("`{tag}` would answer readers of both scripts; write `zh-CN` or `zh-TW`"));
    }
    if id != written.as_str() {
        return Err(format!("`{tag}` has a code that its language no longer has; write `{id}`"));
    }
    if id != tag {
        return Err(format!("`{tag}` is not written as language tags are; write `{id}`"));
    }
    Ok(id)
}

/// Tells whether Unicode knows the language. It knows each by one tag: Dutch is `nl`, and neither `nld` nor `dut`.
fn is_known(id: &LanguageIdentifier) -> bool {
    LanguageIdentifier::from_parts(id.language, None, None, &[]).maximize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_languages_are_told_from_others() {
        for tag in ["nl-BE", "ar", "zh-Hant-HK", "yue-HK", "gsw", "fil-PH", "sr-Latn", "pt-AO"] {
            assert!(is_known(&parse(tag).unwrap()), "{tag}");
        }
        for tag in ["nld", "dut-NL", "xx", "ger-DE"] {
            assert!(!is_known(&parse(tag).unwrap()), "{tag}");
        }
    }

    #[test]
    fn only_canonical_tags_are_taken() {
        for tag in ["fr-CA", "ar", "zh-Hant-HK", "yue-HK"] {
            assert!(parse(tag).is_ok(), "{tag}");
        }
        for (tag, expected) in [
            ("fr_ca", "`fr_ca` is not written as language tags are; write `fr-CA`"),
            ("FR", "`FR` is not written as language tags are; write `fr`"),
            ("zh", "`zh` would answer readers of both scripts; write `zh-CN` or `zh-TW`"),
            ("cmn", "`cmn` would answer readers of both scripts; write `zh-CN` or `zh-TW`"),
            ("iw", "`iw` has a code that its language no longer has; write `he`"),
            ("in-id", "`in-id` has a code that its language no longer has; write `id-ID`"),
            ("ji", "`ji` has a code that its language no longer has; write `yi`"),
            ("und", "`und` names no language; write a tag such as fr-CA"),
            ("und-TW", "`und-TW` names no language; write a tag such as fr-CA"),
            ("french", "`french` is no code of a language, which has two or three letters; write one such as fr"),
            ("french canada", "`french canada` is no language tag; write one such as fr-CA"),
            ("Dutch", "`dutch` is no code of a language, which has two or three letters; write one such as fr"),
            ("en-UK", "`UK` is no region, the United Kingdom is `GB`; write `en-GB`"),
            ("../x", "`../x` is no language tag; write one such as fr-CA"),
        ] {
            assert_eq!(parse(tag).unwrap_err(), expected);
        }
    }
}
