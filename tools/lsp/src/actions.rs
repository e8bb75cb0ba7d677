//! What can be done about a finding: its fix, its remedy, and a comment that allows it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use code_prompts_engine::check::{Finding, Outcome, Place, Rule};
use code_prompts_engine::edit::{Accepted, Changes, accept, accept_one, allow, copy, delete};
use code_prompts_engine::project::Project;
use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, Position, TextEdit, WorkspaceEdit,
};

use crate::diagnostics::Diagnostics;
use crate::edits::{FileEdit, edit_of_files, workspace_edit};
use crate::open::path;
use crate::position::{Lines, byte, newline};
use crate::syntax::name_at;
use crate::workspace::{Answer, Workspace};

/// The maximum number of findings that actions are offered for at once.
const MAX_FINDINGS: usize = 20;

/// The maximum number of remedies, each of which reads the folder several times.
const MAX_REMEDIES: usize = 2;

pub(crate) fn code_actions(workspace: &Workspace, params: CodeActionParams) -> Answer<Option<Vec<CodeActionResponse>>> {
    let is_quickfix = |kind: &CodeActionKind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty);
    let is_wanted = params.context.only.as_ref().is_none_or(|only| only.iter().any(is_quickfix));
    let Some(path) = path(&params.text_document.uri).filter(|_| is_wanted) else { return Ok(None) };
    let Some(folder) = workspace.folder(&path) else { return Ok(None) };
    let unsaved = workspace.unsaved(&folder);
    let fresh;
    let outcome = match workspace.latest(&folder) {
        Some(outcome) => outcome,
        None => {
            // The client was told of a folder that can't be read.
            let Ok(checked) = folder.check(unsaved.clone()) else { return Ok(None) };
            fresh = checked;
            &fresh
        }
    };
    let own = |finding: &&Finding| Path::new(&*outcome.locate(&finding.place).file) == path;
    let of_file: Vec<&Finding> = outcome.findings.iter().filter(own).collect();
    // What is about a message is offered anywhere in it, and what belongs at the end of the file in its last line.
    let text = workspace.open.get(&path).map(|open| open.text.as_str()).unwrap_or_default();
    let message = name_at(text, byte(text, params.range.start));
    let last = text.trim_end().split('\n').count();
    let line = |position: Position| (position.line as usize + 1).min(last);
    let (first_line, last_line) = (line(params.range.start), line(params.range.end));
    let is_near = |finding: &&&Finding| {
        let at = outcome.locate(&finding.place);
        let is_of_message = message.is_some() && finding.id == message;
        is_of_message || at.line.min(last) <= last_line && first_line <= at.end_line.min(last)
    };
    let near: Vec<&Finding> = of_file.iter().filter(is_near).take(MAX_FINDINGS).copied().collect();
    if near.is_empty() {
        return Ok(Some(Vec::new()));
    }
    // A folder that commands for translators can't read still has fixes.
    let source = folder.source(&unsaved);
    let project = Project::with_unsaved(&folder.dir, source.as_deref(), unsaved).ok();
    let offer = Offer { workspace, outcome, project: project.as_ref(), path };
    let mut actions = Vec::new();
    let mut remedies = 0;
    for finding in &near {
        actions.extend(offer.fix(finding));
        if remedies < MAX_REMEDIES {
            let remedy = offer.remedy(finding);
            remedies += usize::from(remedy.is_some());
            actions.extend(remedy);
        }
    }
    let mut rules: Vec<Rule> = Vec::new();
    for finding in &near {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
            actions.extend(offer.fix_all(finding, &of_file));
            actions.extend(offer.copy_all(finding, &of_file));
        }
    }
    actions.extend(near.iter().filter_map(|finding| offer.allowance(finding)));
    let mut titles = BTreeSet::new();
    actions.retain(|action| titles.insert(action.title.clone()));
    Ok(Some(actions.into_iter().map(CodeActionResponse::CodeAction).collect()))
}

struct Offer<'s> {
    workspace: &'s Workspace,
    outcome: &'s Outcome,
    project: Option<&'s Project>,
    /// The file.
    path: PathBuf,
}

impl Offer<'_> {
    /// Returns the fix of a finding.
    fn fix(&self, finding: &Finding) -> Option<CodeAction> {
        let (fix, edit) = (finding.fix.as_ref()?, self.edit(&[finding])?);
        Some(self.action(&fix.title, Some(finding), edit, true))
    }

    /// Returns what a command for translators does about a finding.
    fn remedy(&self, finding: &Finding) -> Option<CodeAction> {
        let (title, changes) = remedy(self.project?, &self.path, finding)?;
        let action = self.changing(&title, Some(finding), &changes)?;
        // Whether a text fits is for somebody to decide.
        let is_preferred = finding.rule != Rule::StaleTranslation && finding.fix.is_none();
        Some(CodeAction { is_preferred: is_preferred.then_some(true), ..action })
    }

    /// Returns the fix of all findings in the file of the rule of one.
    fn fix_all(&self, finding: &Finding, of_file: &[&Finding]) -> Option<CodeAction> {
        let is_same = |it: &&&Finding| it.rule == finding.rule && it.fix.is_some();
        let all: Vec<&Finding> = of_file.iter().filter(is_same).copied().collect();
        let title = format!("Fix all {} `{}` in this file", all.len(), finding.rule);
        if all.len() > 1 { Some(self.action(&title, None, self.edit(&all)?, false)) } else { None }
    }

    /// Returns a copy of everything that is missing in the file.
    fn copy_all(&self, finding: &Finding, of_file: &[&Finding]) -> Option<CodeAction> {
        let (project, locale) = (self.project?, finding.locale.as_deref()?);
        let same = of_file.iter().filter(|it| it.rule == finding.rule);
        let names: Vec<String> = same.filter_map(|it| it.id.clone()).collect();
        let (count, source) = (names.len(), project.source());
        let title = match finding.rule {
            _ if count < 2 => return None,
            Rule::MissingMessage => format!("Copy all {count} missing messages from {source}"),
            Rule::MissingAttribute => format!("Copy the missing attributes of {count} messages from {source}"),
            _ => return None,
        };
        self.changing(&title, None, &copy(project, locale, &names).ok()?)
    }

    /// Returns a comment that allows the finding. A reason must be written behind it.
    fn allowance(&self, finding: &Finding) -> Option<CodeAction> {
        let (Place::Tree(_, range), project, rule) = (&finding.place, self.project?, finding.rule) else { return None };
        // Nothing allows these.
        if matches!(rule, Rule::Syntax | Rule::InvalidEncoding | Rule::UnusedAllow | Rule::UnusedBaseline) {
            return None;
        }
        let above = allow(project, &self.path, Some(range.start), rule);
        let (title, changes) = match finding.id.as_ref().filter(|_| !above.is_empty()) {
            Some(id) => (format!("Allow `{rule}` for `{id}` (then write the reason)"), above),
            None => {
                let in_file = allow(project, &self.path, None, rule);
                (format!("Allow `{rule}` in this file (then write the reason)"), in_file)
            }
        };
        self.changing(&title, Some(finding), &changes)
    }

    /// Returns the edits of findings in the file. Of two that overlap, the first is used.
    fn edit(&self, findings: &[&Finding]) -> Option<WorkspaceEdit> {
        let (text, _) = self.outcome.text_at(&findings.first()?.place)?;
        let (lines, newline) = (Lines::new(text), newline(text));
        let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
        let mut replaced: Vec<_> = fixes.flat_map(|fix| &fix.edits).collect();
        replaced.sort_by_key(|(range, _)| (range.start, range.end));
        let mut end = 0;
        replaced.retain(|(range, _)| {
            range.start >= end && {
                end = range.end;
                true
            }
        });
        let edit = |(range, with): &(Range<usize>, String)| TextEdit {
            range: lines.range(range),
            new_text: with.replace('\n', newline),
        };
        let edits = replaced.into_iter().map(edit).collect();
        Some(edit_of_files(self.workspace, vec![FileEdit { path: &self.path, is_new: false, edits }]))
    }

    fn changing(&self, title: &str, finding: Option<&Finding>, changes: &Changes) -> Option<CodeAction> {
        let edit = workspace_edit(self.workspace, changes).filter(|_| !changes.is_empty())?;
        Some(self.action(title, finding, edit, false))
    }

    fn action(&self, title: &str, finding: Option<&Finding>, edit: WorkspaceEdit, is_preferred: bool) -> CodeAction {
        CodeAction {
            title: title.to_owned(),
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: finding.map(|finding| vec![Diagnostics::new(self.outcome, &self.workspace.open).of(finding)]),
            is_preferred: is_preferred.then_some(true),
            disabled: None,
            edit: Some(edit),
            command: None,
            data: None,
            tags: None,
        }
    }
}

/// Returns what a command for translators does about a finding in a file, with a title for it.
fn remedy(project: &Project, path: &Path, finding: &Finding) -> Option<(String, Changes)> {
    let id = finding.id.as_ref();
    let locale = finding.locale.as_deref()?;
    match finding.rule {
        Rule::MissingMessage | Rule::MissingAttribute => {
            let id = id?;
            let changes = copy(project, locale, std::slice::from_ref(id)).ok()?;
            let what = if finding.rule == Rule::MissingMessage { "" } else { "the attributes of " };
            Some((format!("Copy {what}`{id}` from {}, to translate it", project.source()), changes))
        }
        Rule::StaleTranslation => {
            let id = id?;
            let changes = accept_one(project, locale, id).ok()?;
            Some((format!("Accept `{id}`: its text fits the new source text"), changes))
        }
        Rule::Unrecorded => {
            let accepted = accept(project, Some(locale), Accepted::Unrecorded).ok()?;
            Some((format!("Record that all texts of {locale} fit their source texts"), accepted.changes))
        }
        Rule::ObsoleteMessage | Rule::DuplicateMessage | Rule::UnusedMessage => {
            let Place::Tree(_, range) = &finding.place else { return None };
            Some((format!("Delete `{}`", id?), delete(project, path, range.start)))
        }
        _ => None,
    }
}
