use std::fmt;

use unic_langid::LanguageIdentifier;

use crate::negotiation::{Tag, parse_request};

/// The direction in which a locale is written.
///
/// ```
/// use code_prompts::{Catalog, Direction};
///
/// let prompt = Catalog::embedded().localizer(["ar"]).prompt(1004).into_owned();
/// let html = format!("<p lang=\"{}\" dir=\"{}\">{prompt}</p>", prompt.locale(), prompt.direction());
/// assert!(html.starts_with("<p lang=\"ar\" dir=\"rtl\">"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As in English. Chinese and Japanese too: user interfaces write them in horizontal lines.
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

/// The scripts whose letters are right-to-left in Unicode 17, by their codes in ISO 15924.
const RIGHT_TO_LEFT: &str = "Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero \
                             Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Syre \
                             Syrj Syrn Thaa Yezi";

impl Direction {
    /// Returns the direction of a locale, for example of its name in a list of languages. It is that of the tag's script,
    /// or of the likely script of its language and region ([UTS #35]).
    ///
    /// Accepts the same tags as [`Catalog::localizer`](crate::Catalog::localizer). Unknown and invalid ones are
    /// left-to-right.
    ///
    /// ```
    /// use code_prompts::Direction;
    ///
    /// assert_eq!(Direction::of("az"), Direction::LeftToRight);
    /// assert_eq!(Direction::of("az-Arab"), Direction::RightToLeft);
    /// assert_eq!(Direction::of("az-IR"), Direction::RightToLeft);
    /// ```
    ///
    /// [UTS #35]: https://www.unicode.org/reports/tr35/#Likely_Subtags
    #[must_use]
    pub fn of(tag: &str) -> Self {
        parse_request(tag).map_or(Self::LeftToRight, Self::of_id)
    }

    /// unic-langid's `character_direction` knows few scripts, and asks for the likely one of few languages: by it, `az-IR` and
    /// `en-Hebr` are left-to-right.
    pub(crate) fn of_id(id: LanguageIdentifier) -> Self {
        let is_listed = |script: &str| RIGHT_TO_LEFT.split_ascii_whitespace().any(|listed| listed == script);
        match Tag::new(id).maximized().script {
            Some(script) if is_listed(script.as_str()) => Self::RightToLeft,
            _ => Self::LeftToRight,
        }
    }

    /// Returns the value of HTML's `dir` attribute: `ltr` or `rtl`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// Writes `ltr` or `rtl`.
impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_is_that_of_the_likely_script() {
        let right_to_left = "ar ar-EG he iw he-IL ur fa fa-AF ckb ps sd ug dv nqo rhg syr yi ks ku-Arab pa-PK \
                             pa-Arab az-IR az-Arab uz-AF kk-CN en-Arab en-Hebr ff-Adlm ar_SA.UTF-8 ms-Arab ha-Arab ur-Aran";
        let left_to_right = "en de zh-TW ja th vi pa az uz kk sd-Deva ks-Deva ku ar-Latn he-Latn yi-Latn ff mn-Mong \
                             und tlh x * not-a-valid-tag-at-all";
        for (direction, tags) in [(Direction::RightToLeft, right_to_left), (Direction::LeftToRight, left_to_right)] {
            for tag in tags.split_ascii_whitespace() {
                assert_eq!(Direction::of(tag), direction, "{tag}");
            }
        }
    }
}
