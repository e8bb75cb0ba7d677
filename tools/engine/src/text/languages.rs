//! Languages that share many sentences.

use unic_langid::LanguageIdentifier;

/// Languages that are so close that whole sentences are often the same, or that have two codes.
const CLOSE: &str = "en sco|nb nn no da sv|sr hr bs sh cnr me|cs sk|pt gl|es ast an ca|oc ca|id ms in|fil tl|nl af li|be ru uk|bg mk|\
    de nds gsw lb bar|it lij fur vec sc scn lmo|fr frp|he iw|fa prs tg|hi ur|az tr tk crh|ro mo|hsb dsb|cak quc";

/// Returns whether two locales have the same language or close ones.
pub(crate) fn are_close(one: &LanguageIdentifier, other: &LanguageIdentifier) -> bool {
    let (one, other) = (one.language.as_str(), other.language.as_str());
    one == other
        || CLOSE.split('|').any(|group| {
            let has = |language: &str| group.split(' ').any(|of| of == language);
            has(one) && has(other)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_languages_are_known() {
        for (one, other, expected) in [
            ("en-GB", "en-US", true),
            ("nb-NO", "da", true),
            ("sr", "hr-HR", true),
            ("nl", "de", false),
            ("ja", "zh-CN", false),
        ] {
            assert_eq!(are_close(&one.parse().unwrap(), &other.parse().unwrap()), expected, "{one} {other}");
        }
    }
}
