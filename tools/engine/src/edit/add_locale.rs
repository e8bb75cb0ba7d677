//! Creates the files of a new locale.

use code_prompts_reader::names::canonicalize_language;
use unic_langid::LanguageIdentifier;

use super::change::Changes;
use super::records::RecordsEdit;
use super::rename::refuse_interrupted;
use super::stub::Stubs;
use super::template::{DRAFT, template};
use crate::error::Error;
use crate::project::open::Project;
use crate::text::plurals::Plurals;

/// The tag of a new locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLocale {
    id: LanguageIdentifier,
    tag: String,
}

impl NewLocale {
    /// Parses a canonical language tag (BCP 47).
    ///
    /// # Errors
    ///
    /// The tag is invalid or not canonical, or is `zh`, which does not say which script. The error suggests a tag.
    pub fn parse(tag: &str) -> Result<Self, Error> {
        Ok(Self { id: parse(tag)?, tag: tag.to_owned() })
    }

    /// Returns whether Unicode's data have the language. They have one code for each: Dutch is `nl`, not `nld` or
    /// `dut`.
    #[must_use]
    pub fn is_known(&self) -> bool {
        LanguageIdentifier::from_parts(self.id.language, None, None, &[]).maximize()
    }

    /// Returns the files of the locale: all groups, notes and source texts, with the messages as comments, so that no
    /// user sees an untranslated text.
    ///
    /// # Errors
    ///
    /// The locale exists already, the settings leave it out, a file of the source has a syntax or encoding error, or a renaming was interrupted.
    pub fn files(&self, project: &Project) -> Result<Changes, Error> {
        let tag = self.tag.as_str();
        project.refuse_source(tag)?;
        if let Some(problem) = project.input.layout.leaves_out(tag) {
            return Err(format!("{tag}: {problem}").into());
        }
        project.refuse_unreadable(&[&project.source])?;
        let nodes = project.parse();
        refuse_interrupted(&project.input, &nodes.0)?;
        let tree = project.tree(&nodes)?;
        let (source, plurals) = (tree.source(), Plurals::of(&self.id));
        let stubs = Stubs { source: source.tag, plurals: &plurals };
        let examples = project.fallback_locales(&tree);
        let mut changes = Changes::new(&project.input);
        for (file, resource) in nodes.0.iter().enumerate().filter(|(file, _)| source.files.contains(file)) {
            let text = template(&tree, (file, resource), (tag, &stubs), &examples);
            changes.create(project.path(tag, &project.below(source, file)), text);
        }
        skip_existing(&mut changes, project, tag)?;
        if let Some(mut records) = RecordsEdit::of(project, tag) {
            records.stored.locale.review.get_or_insert_with(|| DRAFT.to_owned());
            records.finish(&mut changes);
        }
        Ok(changes)
    }
}

/// Skips the files that an interrupted command has created: a locale may be a folder and a file beside it, which appear one
/// after the other. Fails if the locale has other files, or all of them.
fn skip_existing(changes: &mut Changes, project: &Project, tag: &str) -> Result<(), Error> {
    let Some(existing) = project.input.locales.iter().find(|locale| locale.name == tag) else { return Ok(()) };
    let files = project.input.files.get(existing.files.clone()).unwrap_or_default();
    let count = changes.files.len();
    changes.files.retain(|new| !files.iter().any(|file| file.on_disk == new.path && file.text == new.after));
    if changes.is_empty() || changes.files.len() + files.len() != count {
        let path = &existing.path;
        return Err(format!("{path}: it exists already; `prompts sync {tag}` adds the new messages").into());
    }
    Ok(())
}

fn parse(tag: &str) -> Result<LanguageIdentifier, String> {
    let mut id: LanguageIdentifier =
        tag.parse().map_err(|_| format!("`{tag}` is not a language tag; write one such as fr-CA"))?;
    if id.language.is_empty() {
        return Err(format!("`{tag}` has no language; write a tag such as fr-CA"));
    }
    if id.language.as_str().len() > 3 {
        let name = id.language.as_str();
        return Err(format!("`{name}` is not a language code, which has two or three letters; write one such as fr"));
    }
    if id.region.is_some_and(|region| region == "UK") {
        let language = id.language;
        return Err(format!("`UK` is not a region code: the United Kingdom is `GB`; write `{language}-GB`"));
    }
    let written = id.to_string();
    canonicalize_language(&mut id);
    if id == "zh" {
        return Err(format!("`{tag}` does not say which script; write `zh-CN` or `zh-TW`"));
    }
    if id != written.as_str() {
        return Err(format!("`{tag}` has a deprecated language code; write `{id}`"));
    }
    if id != tag {
        return Err(format!("`{tag}` is not a canonical language tag; write `{id}`"));
    }
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tag_of_known_language_is_known() {
        for tag in ["nl-BE", "ar", "zh-Hant-HK", "yue-HK", "gsw", "fil-PH", "sr-Latn", "pt-AO"] {
            assert!(NewLocale::parse(tag).unwrap().is_known(), "{tag}");
        }
        for tag in ["nld", "dut-NL", "xx", "ger-DE"] {
            assert!(!NewLocale::parse(tag).unwrap().is_known(), "{tag}");
        }
    }

    #[test]
    fn tag_must_be_canonical() {
        for tag in ["fr-CA", "ar", "zh-Hant-HK", "yue-HK"] {
            assert!(parse(tag).is_ok(), "{tag}");
        }
        for (tag, expected) in [
            ("fr_ca", "`fr_ca` is not a canonical language tag; write `fr-CA`"),
            ("FR", "`FR` is not a canonical language tag; write `fr`"),
            ("zh", "`zh` does not say which script; write `zh-CN` or `zh-TW`"),
            ("cmn", "`cmn` does not say which script; write `zh-CN` or `zh-TW`"),
            ("iw", "`iw` has a deprecated language code; write `he`"),
            ("in-id", "`in-id` has a deprecated language code; write `id-ID`"),
            ("sh", "`sh` has a deprecated language code; write `sr-Latn`"),
            ("ji", "`ji` has a deprecated language code; write `yi`"),
            ("und", "`und` has no language; write a tag such as fr-CA"),
            ("und-TW", "`und-TW` has no language; write a tag such as fr-CA"),
            ("french", "`french` is not a language code, which has two or three letters; write one such as fr"),
            ("french canada", "`french canada` is not a language tag; write one such as fr-CA"),
            ("Dutch", "`dutch` is not a language code, which has two or three letters; write one such as fr"),
            ("en-UK", "`UK` is not a region code: the United Kingdom is `GB`; write `en-GB`"),
            ("../x", "`../x` is not a language tag; write one such as fr-CA"),
        ] {
            assert_eq!(parse(tag).unwrap_err(), expected);
        }
    }
}
