//! What can be done about a finding: its fix, its remedy, and a comment that allows it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use code_prompts_engine::Error;
use code_prompts_engine::check::{Finding, Outcome, Place, Rule};
use code_prompts_engine::edit::{Changes, allow, delete};
use code_prompts_engine::project::Project;
use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, Position, TextEdit, WorkspaceEdit,
};

use crate::diagnostics::Diagnostics;
use crate::edits::{FileEdit, edit_of_files, workspace_edit};
use crate::folder::Folder;
use crate::open::path;
use crate::position::{Lines, byte, newline};
use crate::remedy::Remedy;
use crate::syntax::name_at;
use crate::workspace::{Answer, Workspace};

/// The maximum number of findings that actions are offered for at once.
const MAX_FINDINGS: usize = 20;

/// The maximum number of remedies for a client that wants their changes at once: each reads the folder several times.
const MAX_REMEDIES: usize = 2;

pub(crate) fn code_actions(workspace: &Workspace, params: CodeActionParams) -> Answer<Option<Vec<CodeActionResponse>>> {
    let is_quickfix = |kind: &CodeActionKind| matches!(kind, CodeActionKind::QuickFix | CodeActionKind::Empty);
    let is_wanted = params.context.only.as_ref().is_none_or(|only| only.iter().any(is_quickfix));
    let Some(path) = path(&params.text_document.uri).filter(|_| is_wanted) else { return Ok(None) };
    let Some(folder) = workspace.folder(&path) else { return Ok(None) };
    let fresh;
    let outcome = match workspace.latest(&folder) {
        Some(outcome) => outcome,
        None => {
            // The client was told of a folder that can't be read.
            let Ok(checked) = folder.check(workspace.unsaved(&folder)) else { return Ok(None) };
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
    let project = read_project(workspace, &folder).ok();
    let offer = Offer { workspace, outcome, project: project.as_ref(), path };
    let mut actions: Vec<CodeAction> = near.iter().filter_map(|finding| offer.fix(finding)).collect();
    let most = if workspace.client.resolves_edits { MAX_FINDINGS } else { MAX_REMEDIES };
    actions.extend(near.iter().filter_map(|finding| offer.remedy(finding)).take(most));
    let mut rules: Vec<Rule> = Vec::new();
    for finding in &near {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
            let same: Vec<&Finding> = of_file.iter().filter(|it| it.rule == finding.rule).copied().collect();
            actions.extend(offer.fix_all(finding.rule, &same));
            actions.extend(offer.remedy_of_all(finding.rule, &same));
        }
    }
    actions.extend(near.iter().filter_map(|finding| offer.deletion(finding)));
    actions.extend(near.iter().filter_map(|finding| offer.allowance(finding)));
    let mut titles = BTreeSet::new();
    actions.retain(|action| titles.insert(action.title.clone()));
    Ok(Some(actions.into_iter().map(CodeActionResponse::CodeAction).collect()))
}

/// Adds the changes to an action that somebody has chosen.
pub(crate) fn resolve(workspace: &Workspace, action: CodeAction) -> Answer<CodeAction> {
    let remedy: Option<Remedy> = action.data.clone().and_then(|data| serde_json::from_value(data).ok());
    let Some(remedy) = remedy.filter(|_| action.edit.is_none()) else { return Ok(action) };
    let folder = workspace.folder(&remedy.path).ok_or_else(|| Error::from("its file is in no folder".to_owned()))?;
    let changes = remedy.changes(&read_project(workspace, &folder)?)?;
    let edit = workspace_edit(workspace, &changes);
    let edit = edit.ok_or_else(|| Error::from("this creates a file, which the editor can't".to_owned()))?;
    Ok(CodeAction { edit: Some(edit), ..action })
}

fn read_project(workspace: &Workspace, folder: &Folder) -> Answer<Project> {
    let unsaved = workspace.unsaved(folder);
    let source = folder.source(&unsaved);
    Project::with_unsaved(&folder.dir, source.as_deref(), unsaved)
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
        Some(CodeAction { is_preferred: Some(true), ..self.action(&fix.title, Some(finding), Some(edit)) })
    }

    /// Returns what a command for translators does about a finding.
    fn remedy(&self, finding: &Finding) -> Option<CodeAction> {
        let (title, remedy) = Remedy::of(self.outcome, &self.path, finding)?;
        let is_preferred = remedy.is_safe().then_some(true);
        Some(CodeAction { is_preferred, ..self.remedied(&title, Some(finding), &remedy)? })
    }

    /// Returns what a command for translators does about all findings of a rule in the file.
    fn remedy_of_all(&self, rule: Rule, same: &[&Finding]) -> Option<CodeAction> {
        let (title, remedy) = Remedy::of_all(self.outcome, &self.path, rule, same)?;
        self.remedied(&title, None, &remedy)
    }

    /// Returns an action with its changes, or without, if the client asks for them later.
    fn remedied(&self, title: &str, finding: Option<&Finding>, remedy: &Remedy) -> Option<CodeAction> {
        if self.workspace.client.resolves_edits {
            let data = serde_json::to_value(remedy).ok()?;
            return Some(CodeAction { data: Some(data), ..self.action(title, finding, None) });
        }
        self.changing(title, finding, &remedy.changes(self.project?).ok()?)
    }

    /// Returns the fix of all findings of a rule in the file.
    fn fix_all(&self, rule: Rule, same: &[&Finding]) -> Option<CodeAction> {
        let fixed: Vec<&Finding> = same.iter().filter(|it| it.fix.is_some()).copied().collect();
        let title = format!("Fix all {} `{rule}` in this file", fixed.len());
        if fixed.len() > 1 { Some(self.action(&title, None, Some(self.edit(&fixed)?))) } else { None }
    }

    /// Returns the deletion of a message that nobody sees.
    fn deletion(&self, finding: &Finding) -> Option<CodeAction> {
        let is_deletable = matches!(finding.rule, Rule::ObsoleteMessage | Rule::DuplicateMessage | Rule::UnusedMessage);
        let (Place::Tree(_, range), Some(id), true) = (&finding.place, &finding.id, is_deletable) else { return None };
        let changes = delete(self.project?, &self.path, range.start);
        self.changing(&format!("Delete `{id}`"), Some(finding), &changes)
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
        Some(self.action(title, finding, Some(edit)))
    }

    fn action(&self, title: &str, finding: Option<&Finding>, edit: Option<WorkspaceEdit>) -> CodeAction {
        CodeAction {
            title: title.to_owned(),
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: finding.map(|finding| vec![Diagnostics::new(self.outcome, &self.workspace.open).of(finding)]),
            is_preferred: None,
            disabled: None,
            edit,
            command: None,
            data: None,
            tags: None,
        }
    }
}
