use super::*;

/// Returns the keys in the first column of the table in a section of the documentation.
fn documented(heading: &str) -> Vec<&'static str> {
    let document = include_str!("../../../../../docs/codes-toml.md");
    let section = document.split("\n## ").find(|section| section.starts_with(heading)).unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split('`').next()).collect()
}

fn settings(codes: &str) -> Result<Settings, String> {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("codes.toml"), codes).unwrap();
    let shown = format!("{}/", dir.path().display());
    Settings::read(dir.path()).map_err(|error| error.replace(&shown, ""))
}

#[test]
fn settings_keys_match_documentation() {
    assert_eq!(documented("The table `check`"), KEYS);
    assert_eq!(documented("The table of a locale or a path"), PART_KEYS);
    let value = |key: &&str| match *key {
        "max-length" | "required" => format!("{key} = 1\n"),
        "locale" | "path" => format!("{key} = {{}}\n"),
        "files" => format!("{key} = \"apart\"\n"),
        _ => format!("{key} = []\n"),
    };
    let read = |table: &str, keys: &[&str]| {
        let rows: String = keys.iter().map(value).collect();
        let settings = settings(&format!("[{table}]\n{rows}new = 1\n")).unwrap();
        settings.unknown_keys.into_iter().map(|unknown| unknown.key).collect::<Vec<_>>()
    };
    assert_eq!(read("check", KEYS), ["new"]);
    assert_eq!(read("check.locale.ja-JP", PART_KEYS), ["new"]);
    assert_eq!(read("check.path.\"*/old\"", PART_KEYS), ["new"]);
}

#[test]
fn invalid_value_is_error_with_line() {
    let table = [
        ("check = 1", "this must be a table, such as [check] or [check.locale.ja-JP]"),
        ("check.path = []", "this must be a table, such as [check] or [check.locale.ja-JP]"),
        ("check.deny = \"syntax\"", "this must be a list of rules, such as [\"double-space\"]"),
        ("check.path.de.allow = [\"sintax\"]", "there is no rule `sintax`; is `syntax` meant?"),
        ("records = \"files\"", "`records` must be \"comments\" or \"file\""),
        ("records = true", "`records` must be \"comments\" or \"file\""),
        ("check.required = \"80\"", "`required` must be a percentage from 0 to 100"),
        ("check.path.de.required = 101", "`required` must be a percentage from 0 to 100"),
        ("check.files = \"alone\"", "`files` must be \"together\" or \"apart\""),
        ("check.files = true", "`files` must be \"together\" or \"apart\""),
        ("check.exclude = \"de\"", "`exclude` must be a list of patterns, such as [\"ja-JP-mac\", \"*/old/*.ftl\"]"),
        ("check.exclude = [1]", "a pattern has 1 to 200 bytes, such as \"*/old/*.ftl\""),
        (
            "check.exclude = [\"de[\"]",
            "`de[` is not a pattern for paths, such as \"*/old/*.ftl\": invalid range pattern",
        ),
        (
            "check.path.\"***\".allow = []",
            "`***` is not a pattern for paths, such as \"*/old/*.ftl\": wildcards are either regular `*` or \
             recursive `**`",
        ),
    ];
    let many = format!("check.exclude = [{}]", "\"de\", ".repeat(1001));
    let many = (&*many, "at most 1000 patterns are allowed here");
    for (line, problem) in table.into_iter().chain([many]) {
        let error = settings(&format!("source = \"en\"\n\n{line}\n")).unwrap_err();
        assert_eq!(error, format!("codes.toml:3: {problem}"), "{line}");
    }
}

#[test]
fn severity_of_path_overrides_locale_and_all() {
    let settings = settings(
        "[check]\nwarn = [\"syntax\"]\nallow = [\"empty-text\"]\nrequired = 90\n\
         [check.locale.de]\ndeny = [\"syntax\", \"empty-text\"]\nrequired = 80\n\
         [check.path.\"*/old\"]\nallow = [\"syntax\"]\n\
         [check.path.\"de/old\"]\nwarn = [\"syntax\"]\nrequired = 10\n",
    )
    .unwrap();
    let severity =
        |path, rule, locale| settings.severity_in(&settings.paths_of(path), rule, Severity::Error, Some(locale)).name();
    let table = [
        ("fr/a.ftl", Rule::Syntax, "fr", "warning"),
        ("de/a.ftl", Rule::Syntax, "de", "error"),
        ("fr/old/a.ftl", Rule::Syntax, "fr", "allowed"),
        ("de/old/a.ftl", Rule::Syntax, "de", "warning"),
        ("fr/old/a.ftl", Rule::EmptyText, "fr", "allowed"),
        ("de/old/a.ftl", Rule::EmptyText, "de", "error"),
        ("de/old/a.ftl", Rule::DoubleSpace, "de", "error"),
    ];
    for (path, rule, locale, expected) in table {
        assert_eq!(severity(path, rule, locale), expected, "{path} {rule}");
    }
    let required = [("fr", "fr/a.ftl"), ("de", "de/a.ftl"), ("de", "de/old/a.ftl"), ("fr", "fr/old/a.ftl")];
    let required = required.map(|(locale, path)| settings.required(locale, Some(path)));
    assert_eq!(required, [(None, 90.0), (None, 80.0), (Some(1), 10.0), (None, 90.0)]);
}
