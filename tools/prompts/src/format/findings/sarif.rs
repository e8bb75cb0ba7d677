use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{Shown, counted};
use crate::format::json::print as print_json;
use code_prompts_engine::check::{Finding, Located, Outcome, Rule};

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    runs: [Run<'a>; 1],
    version: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    column_kind: &'a str,
    invocations: Value,
    #[serde(serialize_with = "results")]
    results: Results<'a>,
    tool: Value,
}

struct Results<'a> {
    outcome: &'a Outcome,
    shown: Vec<&'a Finding>,
}

/// How many results GitHub reads.
const LIMIT: usize = 25_000;

/// Prints one run of SARIF 2.1.0, with at most as many results as GitHub reads, errors first.
pub(crate) fn print(outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let driver = json!({
        "name": "prompts",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": Rule::ALL.iter().map(rule).collect::<Vec<_>>(),
    });
    let Shown { findings: shown, left_out } = Shown::of(outcome, Some(LIMIT));
    let run = Run {
        column_kind: "unicodeCodePoints",
        invocations: json!([invocation(outcome, left_out)]),
        results: Results { outcome, shown },
        tool: json!({ "driver": driver }),
    };
    let log = Log { schema: "https://json.schemastore.org/sarif-2.1.0.json", runs: [run], version: "2.1.0" };
    print_json(&log, out)
}

/// Writes each result as it is made: together, they can take much more memory than the files.
fn results<S: Serializer>(results: &Results<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(results.shown.iter().map(|finding| result(results.outcome, finding)))
}

/// Says what is not among the results.
fn invocation(outcome: &Outcome, left_out: usize) -> Value {
    let mut notes = Vec::new();
    if left_out > 0 {
        let count = counted(left_out, "finding");
        notes.push(format!("{count} left out: GitHub reads at most {LIMIT} results"));
    }
    if let Some(baseline) = &outcome.baseline {
        notes.push(format!("{} in the baseline", counted(baseline.known, "finding")));
    }
    let notes: Vec<Value> = notes.iter().map(|text| json!({"level": "note", "message": {"text": text}})).collect();
    json!({"executionSuccessful": true, "toolExecutionNotifications": notes})
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name(),
        "shortDescription": {"text": rule.summary()},
        "fullDescription": {"text": rule.why()},
        "help": {"text": rule.docs(), "markdown": rule.docs()},
        "defaultConfiguration": {"level": rule.severity().name()},
    })
}

fn result(outcome: &Outcome, finding: &Finding) -> Value {
    let at = outcome.locate(&finding.place);
    let text = match &finding.help {
        Some(help) => format!("{}\nhelp: {help}", finding.message),
        None => finding.message.clone(),
    };
    let mut result = Map::new();
    result.insert("ruleId".to_owned(), finding.rule.name().into());
    let index = Rule::ALL.iter().position(|rule| *rule == finding.rule);
    result.insert("ruleIndex".to_owned(), index.into());
    result.insert("level".to_owned(), finding.severity.name().into());
    result.insert("message".to_owned(), json!({ "text": text }));
    result.insert("locations".to_owned(), json!([location(&at)]));
    if let Some((place, message)) = &finding.related {
        let mut related = location(&outcome.locate(place));
        related["message"] = json!({ "text": message });
        result.insert("relatedLocations".to_owned(), json!([related]));
    }
    let fingerprint = finding.fingerprint.to_string();
    result.insert("partialFingerprints".to_owned(), json!({ "promptsFinding/v1": fingerprint }));
    Value::Object(result)
}

fn location(at: &Located) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&at.file)},
        "region": {
            "startLine": at.line,
            "startColumn": at.column,
            "endLine": at.end_line,
            "endColumn": at.end_column,
        },
    }})
}

/// Converts a path to a URI reference. An absolute path becomes a `file:` URI.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut uri = String::new();
    let is_drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    if is_drive {
        uri.push_str("file:///");
    } else if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sarif_uri_escapes_path() {
        assert_eq!(uri("../locales/zh-CN/房 1%.ftl"), "../locales/zh-CN/%E6%88%BF%201%25.ftl");
        assert_eq!(uri("/a b"), "file:///a%20b");
        assert_eq!(uri("a:b#c?d"), "a%3Ab%23c%3Fd");
    }
}
