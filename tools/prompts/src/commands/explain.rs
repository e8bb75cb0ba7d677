use unicode_width::UnicodeWidthStr;

use crate::cli::ExplainArgs;
use crate::report::Report;
use code_prompts_engine::check::Rule;

pub(crate) fn explain(args: &ExplainArgs) -> Result<Report, Report> {
    let Some(name) = &args.rule else { return Ok(Report::clean(list())) };
    Ok(Report::clean(Rule::named(name)?.docs().to_owned()))
}

/// Returns all rules, one per line.
fn list() -> String {
    let width = Rule::ALL.iter().map(|rule| rule.name().width()).max().unwrap_or_default();
    let line = |name: &str, severity: &str, finds: &str| format!("{name:<width$}  {severity:<8}  {finds}\n");
    let rules = Rule::ALL.iter().map(|rule| line(rule.name(), rule.severity().name(), &rule.summary()));
    std::iter::once(line("rule", "severity", "finds")).chain(rules).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explain_without_rule_lists_all_rules() {
        let list = list();
        let mut lines = list.lines();
        let header = lines.next().unwrap();
        let (severity, finds) = (header.find("severity").unwrap(), header.find("finds").unwrap());
        assert_eq!(lines.clone().count(), Rule::ALL.len());
        for (line, rule) in lines.zip(Rule::ALL) {
            assert_eq!(line[..severity].trim_end(), rule.name());
            assert_eq!(line[severity..finds].trim_end(), rule.severity().name());
            assert_eq!(line[finds..], rule.summary());
        }
    }

    #[test]
    fn explain_with_rule_prints_its_page() {
        let args = ExplainArgs { rule: Some("missing-message".to_owned()) };
        assert_eq!(explain(&args).unwrap().output, include_str!("../../../engine/rules/missing-message/README.md"));
    }
}
