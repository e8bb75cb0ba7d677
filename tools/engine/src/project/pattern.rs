//! Patterns for paths below the folder of locales: `ja-JP-mac`, `*/old/*.ftl`, `de/**/menu.ftl`.
//!
//! The crate `glob`, which is maintained with Rust itself and has no dependencies, matches the names. The folders are matched
//! here: with several `**` in a pattern, that crate can take many seconds for one path.

use std::path::Path;

use glob::Pattern;

/// The maximum length of a pattern in bytes.
const MAX_LENGTH: usize = 200;

/// A pattern for files and folders.
#[derive(Clone, Debug)]
pub(crate) struct PathPattern {
    /// The pattern as it was written.
    pub(crate) text: String,
    /// The line and the column in `codes.toml`. `None`: it is from the command line.
    pub(crate) at: Option<(usize, usize)>,
    /// The patterns for names between the slashes. `None`: any number of folders.
    names: Vec<Option<Pattern>>,
}

impl PathPattern {
    /// Parses a pattern.
    pub(crate) fn parse(text: &str, at: Option<(usize, usize)>) -> Result<Self, String> {
        if text.is_empty() || text.len() > MAX_LENGTH {
            return Err(format!("a pattern has 1 to {MAX_LENGTH} bytes, such as \"*/old/*.ftl\""));
        }
        let names = text.trim_end_matches('/').split('/');
        let names = names.map(|name| if name == "**" { Ok(None) } else { Pattern::new(name).map(Some) });
        match names.collect() {
            Ok(names) => Ok(Self { text: text.to_owned(), at, names }),
            Err(error) => Err(format!("`{text}` is not a pattern for paths, such as \"*/old/*.ftl\": {}", error.msg)),
        }
    }

    /// Returns whether it matches a path below the folder of locales, a folder above that path, or the locale.
    pub(crate) fn matches(&self, path: &str) -> bool {
        // A locale may be the file `ja.ftl`.
        let locale = path.strip_suffix(".ftl").filter(|stem| !stem.contains('/'));
        locale.is_some_and(|locale| self.matches_above(locale)) || self.matches_above(path)
    }

    /// Returns whether it matches a path or a folder above it.
    fn matches_above(&self, path: &str) -> bool {
        // The numbers of names in the pattern that can match the path so far.
        let mut matched = self.skip(vec![0]);
        for name in path.split('/') {
            let mut next = Vec::new();
            for &index in &matched {
                match self.names.get(index) {
                    Some(None) => next.push(index),
                    Some(Some(pattern)) if pattern.matches(name) => next.push(index + 1),
                    _ => {}
                }
            }
            matched = self.skip(next);
            if matched.contains(&self.names.len()) {
                return true;
            }
        }
        false
    }

    /// Adds what matches if a `**` stands for no folder.
    fn skip(&self, mut matched: Vec<usize>) -> Vec<usize> {
        let mut at = 0;
        while let Some(index) = matched.get(at).copied() {
            if self.names.get(index).is_some_and(Option::is_none) {
                matched.push(index + 1);
            }
            at += 1;
        }
        matched.sort_unstable();
        matched.dedup();
        matched
    }
}

/// Returns a path below a folder with slashes, as patterns match it.
pub(crate) fn below(dir: &Path, path: &Path) -> String {
    let below = path.strip_prefix(dir).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn pattern_matches_file_folder_or_locale() {
        let table = [
            ("ja-JP-mac", "ja-JP-mac/a.ftl", true),
            ("ja-JP-mac", "ja-JP-mac.ftl", true),
            ("ja-JP-mac", "ja-JP-mac/b/a.ftl", true),
            ("ja-JP", "ja-JP-mac/a.ftl", false),
            ("old", "de/old/a.ftl", false),
            ("*/old", "de/old/a.ftl", true),
            ("*/old", "de/new/old/a.ftl", false),
            ("**/old", "de/new/old/a.ftl", true),
            ("*/old/*.ftl", "de/old/a.ftl", true),
            ("*/old/*.ftl", "de/old/b/a.ftl", false),
            ("*/old/**/*.ftl", "de/old/a.ftl", true),
            ("de/a.ftl", "de/a.ftl", true),
            ("de/a", "de/a.ftl", false),
            ("a.ftl", "de/a.ftl", false),
            ("sr-*", "sr-Latn/a.ftl", true),
            ("[dn]e", "ne/a.ftl", true),
            ("DE", "de/a.ftl", false),
            ("./de", "de/a.ftl", false),
            ("de/", "de/a.ftl", true),
            ("de/**", "de/a.ftl", true),
            ("**", "de/a.ftl", true),
            ("de/**/**/a.ftl", "de/b/c/a.ftl", true),
            ("**/a.ftl", "a.ftl", true),
        ];
        for (pattern, path, expected) in table {
            assert_eq!(PathPattern::parse(pattern, None).unwrap().matches(path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn invalid_pattern_is_error() {
        for pattern in ["", "a[", "a***", "***/b", "a**", &"a".repeat(201)] {
            assert!(PathPattern::parse(pattern, None).is_err(), "{pattern}");
        }
    }

    #[test]
    fn matching_takes_little_time() {
        let path = "aaaaaaaaaaaaaaaa/".repeat(250) + "a.ftl";
        for pattern in ["**/*a/".repeat(28) + "b", "*a".repeat(90) + "b", "**/*a*a*a*a*/".repeat(14) + "b"] {
            let start = Instant::now();
            assert!(!PathPattern::parse(&pattern, None).unwrap().matches(&path));
            assert!(start.elapsed() < Duration::from_secs(2), "{pattern}: {:?}", start.elapsed());
        }
    }
}
