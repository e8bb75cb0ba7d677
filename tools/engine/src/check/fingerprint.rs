//! Fingerprints, by which a later check recognizes a finding.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rustc_hash::FxHashMap;

use super::finding::Finding;
use crate::text::hash::hash;

/// Identifies a finding. It stays the same when lines are added, when the message moves to another file of its locale, and
/// wherever the folder of the locales is.
///
/// The `Display` is a hash of the rule, the locale, the message id and the text of the finding, and a number that tells
/// findings apart which are equal in all of these. A finding without a message id has the path of its file below the
/// folder instead, and the numbers in its text, which may be counts, are left out. One that stands for several places,
/// such as all missing attributes of a message, has neither its text nor the place of the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    hash: u64,
    number: usize,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}:{}", self.hash, self.number)
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (hash, number) = text.split_once(':').ok_or(())?;
        let fingerprint =
            Self { hash: u64::from_str_radix(hash, 16).map_err(drop)?, number: number.parse().map_err(drop)? };
        // Only as it is written: no signs, capitals or fewer digits.
        if fingerprint.to_string() == text { Ok(fingerprint) } else { Err(()) }
    }
}

/// Sets the fingerprints of all findings of a check, which are sorted. `path` returns the path of a finding's file.
pub(super) fn assign(findings: &mut [Finding], path: impl Fn(&Finding) -> String) {
    let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
    for finding in findings {
        let hash = hash(identity(finding, &path).iter().map(|part| &**part));
        let number = seen.entry(hash).and_modify(|number| *number += 1).or_insert(1);
        finding.fingerprint = Fingerprint { hash, number: *number };
    }
}

/// What findings of two checks have in common if they are the same.
pub(super) type Identity<'f> = [Cow<'f, str>; 5];

/// Returns what makes a finding the same in another check. `path` returns the path of its file.
pub(super) fn identity<'f>(finding: &'f Finding, path: impl Fn(&Finding) -> String) -> Identity<'f> {
    let message = finding.message.as_str();
    let [about, file, text]: [Cow<'f, str>; 3] = match (&finding.subject, &finding.id) {
        (Some(subject), _) => [subject.into(), "".into(), "".into()],
        (None, Some(id)) => [id.into(), "".into(), message.into()],
        (None, None) => ["".into(), path(finding).into(), without_numbers(message).into()],
    };
    [finding.rule.name().into(), finding.locale.as_deref().unwrap_or_default().into(), about, file, text]
}

fn without_numbers(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Place;
    use crate::rule::Rule;

    fn finding(id: Option<&str>, line: usize, message: &str) -> Finding {
        let place = Place::Path("a.ftl".into(), line, 1);
        Finding { id: id.map(str::to_owned), ..Finding::new(Rule::MissingMessage, place, message) }
    }

    fn fingerprints(mut findings: Vec<Finding>, path: &str) -> Vec<String> {
        assign(&mut findings, |_| path.to_owned());
        findings.iter().map(|finding| finding.fingerprint.to_string()).collect()
    }

    /// A release must not change these, since they are in the baselines of other projects.
    #[test]
    fn fingerprints_are_stable() {
        let found = fingerprints(vec![finding(Some("a"), 1, "it is bad"), finding(None, 1, "it is bad")], "de/a.ftl");
        assert_eq!(found, ["945630cd2a2ff138:1", "5e344fff884794c0:1"]);
    }

    #[test]
    fn equal_findings_are_numbered() {
        let found = |findings: Vec<Finding>| fingerprints(findings, "de/a.ftl");
        let both = found(vec![finding(Some("a"), 1, "bad"), finding(Some("a"), 9, "bad")]);
        assert_eq!(both[0].split(':').next(), both[1].split(':').next());
        assert!(both[0].ends_with(":1") && both[1].ends_with(":2"), "{both:?}");
        assert_eq!(found(vec![finding(Some("a"), 9, "bad")]), both[..1]);
    }

    #[test]
    fn fingerprint_depends_on_id_or_file_and_text() {
        let one = |id, message, path| fingerprints(vec![finding(id, 1, message)], path).remove(0);
        let (id, file) = (Some("a"), None);
        assert_eq!(one(id, "bad", "de/a.ftl"), one(id, "bad", "de/b.ftl"));
        assert_ne!(one(file, "bad", "de/a.ftl"), one(file, "bad", "de/b.ftl"));
        assert_ne!(one(id, "bad", "de/a.ftl"), one(Some("b"), "bad", "de/a.ftl"));
        assert_ne!(one(id, "`$x` is", "de/a.ftl"), one(id, "`$y` is", "de/a.ftl"));
        assert_ne!(one(id, "not 16", "de/a.ftl"), one(id, "not 17", "de/a.ftl"));
        assert_eq!(one(file, "491 texts", "de/a.ftl"), one(file, "12 texts", "de/a.ftl"));
    }

    #[test]
    fn fingerprint_is_read_as_it_is_written() {
        let fingerprint = Fingerprint { hash: 0xFF, number: 12 };
        assert_eq!("00000000000000ff:12".parse(), Ok(fingerprint));
        for damaged in ["", ":", "ff:1", "00000000000000FF:1", "00000000000000ff", "00000000000000ff:", "x:1"] {
            assert_eq!(damaged.parse::<Fingerprint>(), Err(()), "{damaged}");
        }
        assert_eq!("+0000000000000ff:1".parse::<Fingerprint>(), Err(()));
    }
}
