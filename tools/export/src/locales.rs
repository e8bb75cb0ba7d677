//! The names of locales on other platforms.

use unic_langid::LanguageIdentifier;

/// Returns Apple's names of some locales: without a region that the language implies, and with the script of Chinese, as
/// Xcode names them. A locale with a variant has none. Two that would have one name keep their tags.
pub(crate) fn apple<'a>(tags: &[&'a str]) -> Vec<(&'a str, Option<String>)> {
    let named: Vec<(&str, Option<String>)> = tags.iter().map(|tag| (*tag, apple_name(tag))).collect();
    let is_shared = |name: &Option<String>| named.iter().filter(|(_, other)| other == name).count() > 1;
    let unique = |(tag, name): &(&'a str, Option<String>)| {
        let name = if is_shared(name) && name.is_some() { Some((*tag).to_owned()) } else { name.clone() };
        (*tag, name)
    };
    named.iter().map(unique).collect()
}

fn apple_name(tag: &str) -> Option<String> {
    let mut id: LanguageIdentifier = tag.parse().ok()?;
    if id.variants().len() > 0 {
        return None;
    }
    if id.language == "zh" {
        id.maximize();
        let mut short = id.clone();
        short.region = None;
        let mut likely = short.clone();
        likely.maximize();
        return Some(if likely.region == id.region { short.to_string() } else { id.to_string() });
    }
    let mut short = id.clone();
    short.region = None;
    let (mut likely, mut full) = (short.clone(), id.clone());
    likely.maximize();
    full.maximize();
    Some(if likely == full { short.to_string() } else { id.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apple_names_are_those_of_xcode() {
        let tags = [
            "ar",
            "ca-valencia",
            "de-DE",
            "en-GB",
            "en-US",
            "es-419",
            "pt-BR",
            "pt-PT",
            "sr-Latn",
            "zh-CN",
            "zh-HK",
            "zh-TW",
        ];
        let names: Vec<String> = apple(&tags).into_iter().map(|(_, name)| name.unwrap_or_default()).collect();
        assert_eq!(names.join(" "), "ar  de en-GB en es-419 pt pt-PT sr-Latn zh-Hans zh-Hant-HK zh-Hant");
        assert_eq!(apple(&["en", "en-US"]), [("en", Some("en".to_owned())), ("en-US", Some("en-US".to_owned()))]);
    }
}
