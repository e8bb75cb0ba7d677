//! Begins a translation.

use code_prompts_reader::names::current_language;
use unic_langid::LanguageIdentifier;

use super::change::Changes;
use super::stub::Stubs;
use super::template::template;
use crate::error::Error;
use crate::project::open::Project;
use crate::text::plurals::Plurals;

/// A locale that a project may get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLocale {
    id: LanguageIdentifier,
    tag: String,
}

impl NewLocale {
    /// Reads a tag, which has to be the one that readers ask for, and must not stand for readers of two scripts.
    ///
    /// # Errors
    ///
    /// It is no language tag (BCP 47), not the canonical one, or `zh` alone. The error names the tag to write.
    pub fn parse(tag: &str) -> Result<Self, Error> {
        Ok(Self { id: parse(tag)?, tag: tag.to_owned() })
    }

    /// Returns whether Unicode knows the language. It knows each by one tag: Dutch is `nl`, and neither `nld` nor `dut`.
    #[must_use]
    pub fn is_known(&self) -> bool {
        LanguageIdentifier::from_parts(self.id.language, None, None, &[]).maximize()
    }

    /// Returns the files of the locale: every group, note and source text, with the messages in comments, so that nothing
    /// untranslated is shown to anyone.
    ///
    /// # Errors
    ///
    /// The locale is there already, or the source can't be read in full.
    pub fn files(&self, project: &Project) -> Result<Changes, Error> {
        let tag = self.tag.as_str();
        project.refuse_source(tag)?;
        if let Some(there) = project.input.locales.iter().find(|locale| locale.name == tag) {
            let path = &there.path;
            return Err(format!("{path}: it is there already; `prompts sync {tag}` brings in what is new").into());
        }
        project.refuse_unreadable(&[&project.source])?;
        let nodes = project.parse();
        let tree = project.tree(&nodes)?;
        let (source, plurals) = (tree.source(), Plurals::of(&self.id));
        let stubs = Stubs { source: source.tag, plurals: &plurals };
        let examples = project.fallback_locales(&tree);
        let mut changes = Changes::new(&project.input);
        for (file, resource) in nodes.0.iter().enumerate().filter(|(file, _)| source.files.contains(file)) {
            let text = template(&tree, (file, resource), (tag, &stubs), &examples);
            changes.create(project.path(tag, &project.below(source, file)), text);
        }
        Ok(changes)
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_languages_are_told_from_others() {
        for tag in ["nl-BE", "ar", "zh-Hant-HK", "yue-HK", "gsw", "fil-PH", "sr-Latn", "pt-AO"] {
            assert!(NewLocale::parse(tag).unwrap().is_known(), "{tag}");
        }
        for tag in ["nld", "dut-NL", "xx", "ger-DE"] {
            assert!(!NewLocale::parse(tag).unwrap().is_known(), "{tag}");
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
