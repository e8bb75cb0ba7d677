use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::catalog::offered::missing_offer;
use crate::catalog::{Inner, LazyLocale, read_codes};
use crate::codes::CodeTable;
use crate::folder::{File, Folder, LocaleFiles};
use crate::live::report::{Rejection, ReloadReport, ReloadUnit};
use crate::locale::Locale;
use crate::locale::message::Found;
use crate::{CodeEntry, CodesProblem, Fault, Position};

/// Computes the catalogue after a reload from the current one and the files that were read. Rejects changes with new
/// faults.
///
/// A code table that can't be used, or with which a reader would lose the text of a code, is rejected: the locales then
/// use the current one.
pub(crate) fn merge(current: &Inner, read: &Folder) -> (Inner, ReloadReport) {
    let codes = &current.codes_files;
    if read.codes == *codes {
        let (next, reload, _) = merge_with(current, read, codes, &read_codes(codes).0);
        return (next, reload);
    }
    match with_new_codes(current, read) {
        Ok((next, mut reload)) => {
            reload.applied.insert(0, ReloadUnit::Codes);
            (next, reload)
        }
        Err(faults) => {
            let (next, mut reload, _) = merge_with(current, read, codes, &read_codes(codes).0);
            reload.rejected.insert(0, Rejection { unit: ReloadUnit::Codes, faults });
            (next, reload)
        }
    }
}

fn with_new_codes(current: &Inner, read: &Folder) -> Result<(Inner, ReloadReport), Vec<Fault>> {
    let (table, faults, mut worse) = read_codes(&read.codes);
    worse.extend(new_faults(&read_codes(&current.codes_files).1, &faults));
    worse.retain(|fault| !fault.is_harmless());
    let is_among = |files: &[File], path: &str| files.iter().any(|file| *file.path == *path);
    let is_lost = |path| is_among(&current.codes_files, path) && !is_among(&read.codes, path);
    worse.extend(read.faults.iter().filter(|fault| fault.path().is_some_and(is_lost)).cloned());
    let is_retired = |code| matches!(table.unknown(code), Fault::RetiredCode { .. });
    let is_gone = |entry: &&CodeEntry| table.index_of(entry.code).is_none() && !is_retired(entry.code);
    if worse.is_empty() {
        worse.extend(current.codes.entries.iter().filter(is_gone).map(|entry| {
            let at = Position { file: entry.at.file.clone(), line: 1, column: 1 };
            Fault::InvalidCodes { at, problem: CodesProblem::RemovedCode { code: entry.code } }
        }));
    }
    if !worse.is_empty() {
        return Err(worse);
    }
    let (next, reload, worse) = merge_with(current, read, &read.codes, &table);
    if worse.is_empty() { Ok((next, reload)) } else { Err(worse) }
}

/// Merges with a code table. Returns the faults for which this table must be rejected, too.
fn merge_with(
    current: &Inner,
    read: &Folder,
    codes: &[File],
    table: &Arc<CodeTable>,
) -> (Inner, ReloadReport, Vec<Fault>) {
    let merge = |needed| Merge::new(current, read, codes, table.clone(), needed).finish();
    let (mut next, mut reload, fatal) = merge(Vec::new());
    // A version of a locale without a text that it had is rejected, so only these can cost a reader a text.
    let may_lose = codes != current.codes_files || !reload.removed.is_empty();
    if !fatal.is_empty() || !may_lose {
        return (next, reload, fatal);
    }
    let mut lost = lost_by_readers(current, &next);
    if !lost.is_empty() && !reload.removed.is_empty() {
        let needed = lost.iter().filter_map(|place| Some((*place, next.absent_in_source(*place)?)));
        (next, reload, _) = merge(needed.collect());
        lost = lost_by_readers(current, &next);
    }
    let why = |place: usize| {
        let in_source = next.absent_in_source(place).filter(|_| next.is_answered(place));
        in_source.or_else(|| next.codes.entries.get(place).map(CodeEntry::unanswered))
    };
    let worse = lost.into_iter().filter_map(why).collect();
    (next, reload, worse)
}

/// Returns the codes for which some reader would lose a text, by their places in the new table.
///
/// The source is in every chain, so a code that it answers takes one lookup. Any other code is looked up in two chains for
/// each locale. A reader of several languages has all locales of their chains.
fn lost_by_readers(current: &Inner, next: &Inner) -> Vec<usize> {
    // The source, which is last, has nearly all messages.
    let asked = |catalog: &Inner, tag: &str| catalog.chain([tag]).into_iter().rev().collect::<Vec<_>>();
    let last = asked(next, "");
    let readers = current.locales.iter().map(|locale| &*locale.files.tag).chain([""]);
    let chains: Vec<_> = readers.map(|tag| (asked(current, tag), asked(next, tag))).collect();
    let mut lost = Vec::new();
    for (place, entry) in next.codes.entries.iter().enumerate() {
        let Some(before) = current.codes.index_of(entry.code) else { continue };
        let loses = |(had, has): &(Vec<usize>, Vec<usize>)| {
            current.is_answered_by(had.iter().copied(), before) && !next.is_answered_by(has.iter().copied(), place)
        };
        if !next.is_answered_by(last.iter().copied(), place) && chains.iter().any(loses) {
            lost.push(place);
        }
    }
    lost
}

/// Returns a fault for each code that no locale has a usable message for.
fn unanswered(catalog: &Inner) -> Vec<Fault> {
    let entries = catalog.codes.entries.iter().enumerate();
    entries.filter(|(index, _)| !catalog.is_answered(*index)).map(|(_, entry)| entry.unanswered()).collect()
}

/// The state of a reload.
struct Merge<'a> {
    current: &'a Inner,
    read: &'a Folder,
    codes: &'a [File],
    table: Arc<CodeTable>,
    /// The source as it was read, which overrides are compared with.
    source: Option<Arc<Locale>>,
    /// Whether current locales can be used as they are parsed: the table is the same, and for a locale with overrides,
    /// the source.
    is_same_table: bool,
    is_same_source: bool,
    /// The codes that a reader would lose, by their places in the table, and why. A locale that answers one stays.
    needed: Vec<(usize, Fault)>,
    locales: Vec<(Arc<LocaleFiles>, Option<Arc<Locale>>)>,
    /// The faults of the folder, without those of rejected parts.
    faults: Vec<Fault>,
    /// The old and new faults of the locales that are applied, to report the difference.
    before: Vec<Fault>,
    now: Vec<Fault>,
    reload: ReloadReport,
}

impl<'a> Merge<'a> {
    fn new(
        current: &'a Inner,
        read: &'a Folder,
        codes: &'a [File],
        table: Arc<CodeTable>,
        needed: Vec<(usize, Fault)>,
    ) -> Self {
        let is_same_table = codes == current.codes_files;
        let has_overrides = read.locales.iter().chain(current.locales.iter().map(|locale| &locale.files));
        let named = table.source.as_ref().filter(|_| has_overrides.into_iter().any(|files| files.has_overrides()));
        let source = named.and_then(|named| read.locales.iter().find(|files| files.id == named.id));
        let same = source.and_then(|source| current.locales.iter().position(|locale| locale.files == *source));
        let is_same_source = same.is_some();
        let source = match same.filter(|_| is_same_table) {
            Some(same) => current.locale(same).cloned(),
            None => source.map(|source| Arc::new(Locale::new(source, &table, &read.origin.functions, None))),
        };
        let faults = read.faults.clone();
        let (before, now) = (current.faults.clone(), Vec::new());
        let (locales, reload) = (Vec::new(), ReloadReport::default());
        Self {
            current,
            read,
            codes,
            table,
            source,
            is_same_table,
            is_same_source,
            needed,
            locales,
            faults,
            before,
            now,
            reload,
        }
    }

    /// Returns the catalogue, the report, and the faults for which the code table can't be used.
    fn finish(mut self) -> (Inner, ReloadReport, Vec<Fault>) {
        for files in &self.read.locales {
            match self.current.locales.iter().find(|locale| locale.files.id == files.id) {
                Some(old) => self.changed(files, old),
                None => self.added(files),
            }
        }
        let read: HashSet<_> = self.read.locales.iter().map(|files| &files.id).collect();
        for old in self.current.locales.iter().filter(|locale| !read.contains(&locale.files.id)) {
            self.removed(old);
        }
        self.locales.sort_by(|(a, _), (b, _)| a.tag.cmp(&b.tag));
        let (locales, parsed): (_, Vec<_>) = self.locales.into_iter().unzip();
        let (origin, codes) = (self.read.origin.clone(), self.codes.to_vec());
        let (next, fatal) = Inner::new(Folder { origin, codes, locales, faults: self.faults });
        for (locale, parsed) in next.locales.iter().zip(parsed) {
            if let Some(parsed) = parsed {
                locale.parsed.get_or_init(|| parsed);
            }
        }

        self.now.extend_from_slice(&next.faults);
        let mut reload = self.reload;
        reload.rejected.sort_by_cached_key(|rejection| rejection.unit.to_string());
        reload.faults = new_faults(&self.before, &self.now);
        if reload.is_changed() || self.codes != self.current.codes_files {
            reload.faults.extend(new_faults(&unanswered(self.current), &unanswered(&next)));
        }
        (next, reload, fatal)
    }

    /// Applies a new locale, if it has no faults.
    fn added(&mut self, files: &Arc<LocaleFiles>) {
        let locale = self.parse(files);
        let mut worse = faults_in(&self.read.faults, self.read, &files.id);
        worse.extend(locale.trial_faults());
        worse.retain(|fault| !fault.is_harmless());
        if worse.is_empty() {
            worse = truncated(None, files);
        }
        let unit = ReloadUnit::Locale(locale.tag.clone());
        if worse.is_empty() {
            self.apply(unit, files, locale);
        } else {
            self.faults.retain(|fault| !worse.contains(fault));
            self.reload.reject(unit, worse);
        }
    }

    /// Applies a new version of a locale, if it has no new faults.
    fn changed(&mut self, files: &Arc<LocaleFiles>, old: &LazyLocale) {
        let unread_before = faults_in(&self.current.faults, self.read, &files.id);
        let unread = faults_in(&self.read.faults, self.read, &files.id);
        if files == &old.files && new_faults(&unread_before, &unread).is_empty() {
            let parsed = old.parsed.get().map(|_| self.parsed(old));
            return self.locales.push((old.files.clone(), parsed));
        }
        let (before, now) = (self.parsed(old), self.parse(files));
        let faults_before = [unread_before, before.trial_faults()].concat();
        let mut worse = new_faults(&faults_before, &[unread, now.trial_faults()].concat());
        worse.retain(|fault| !fault.is_harmless());
        for fault in lost(&before, &now) {
            if !worse.contains(fault) {
                worse.push(fault.clone());
            }
        }
        if worse.is_empty() {
            worse = truncated(Some(&old.files), files);
        }
        if worse.is_empty() {
            self.before.extend_from_slice(&before.others().faults);
            self.apply(ReloadUnit::Locale(now.tag.clone()), files, now);
        } else {
            self.keep(old, worse);
        }
    }

    /// Removes a locale that was deleted. The source, the fallbacks, offered locales, locales whose folder can't be read
    /// and locales with a text that a reader would lose are kept.
    fn removed(&mut self, old: &LazyLocale) {
        let mut worse = faults_in(&self.read.faults, self.read, &old.files.id);
        if worse.is_empty() {
            let named = self.table.fallback.iter().chain(&self.table.source).find(|named| named.id == old.files.id);
            worse.extend(
                named.map(|named| Fault::MissingLocale { at: named.at.clone(), locale: old.files.tag.clone() }),
            );
        }
        if worse.is_empty() {
            worse.extend(missing_offer(&old.files, &self.read.origin, &self.read.locales));
        }
        if worse.is_empty() && !self.needed.is_empty() {
            let parsed = self.parsed(old);
            let kept = self.needed.iter().filter(|(place, _)| parsed.is_usable(*place));
            worse.extend(kept.map(|(_, fault)| fault.clone()));
        }
        if worse.is_empty() {
            self.reload.removed.push(old.files.tag.clone());
        } else {
            self.keep(old, worse);
        }
    }

    fn apply(&mut self, unit: ReloadUnit, files: &Arc<LocaleFiles>, locale: Locale) {
        self.now.extend_from_slice(&locale.others().faults);
        self.locales.push((files.clone(), Some(Arc::new(locale))));
        self.reload.applied.push(unit);
    }

    fn keep(&mut self, old: &LazyLocale, worse: Vec<Fault>) {
        let id = &old.files.id;
        self.faults.retain(|fault| !is_in(fault, self.read, id));
        self.faults.extend(faults_in(&self.current.faults, self.read, id));
        self.locales.push((old.files.clone(), Some(self.parsed(old))));
        self.reload.reject(ReloadUnit::Locale(old.files.tag.clone()), worse);
    }

    /// Returns a current locale, parsed with the table and the source in use.
    fn parsed(&self, old: &LazyLocale) -> Arc<Locale> {
        let parse = || Arc::new(self.parse(&old.files));
        let is_same = self.is_same_table && (self.is_same_source || !old.files.has_overrides());
        if is_same { old.parsed.get_or_init(parse).clone() } else { parse() }
    }

    fn parse(&self, files: &Arc<LocaleFiles>) -> Locale {
        let source = self.source.as_ref().filter(|source| files.has_overrides() && source.tag != files.tag);
        Locale::new(files, &self.table, &self.read.origin.functions, source.cloned())
    }
}

/// Returns the faults that are new, without those that only moved to another line.
fn new_faults(before: &[Fault], now: &[Fault]) -> Vec<Fault> {
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    for fault in before {
        *known.entry(fault.identity()).or_default() += 1;
    }
    let mut new = Vec::new();
    for fault in now {
        match known.get_mut(&fault.identity()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => new.push(fault.clone()),
        }
    }
    new
}

/// Returns a fault for each message that was usable and no longer is.
fn lost<'l>(before: &'l Locale, now: &'l Locale) -> impl Iterator<Item = &'l Fault> {
    before.messages().zip(now.messages()).filter_map(|found| match found {
        (Found::Absent(_), _) => None,
        (_, Found::Absent(fault)) => Some(fault),
        _ => None,
    })
}

/// Returns a fault for each file that is new or has changed and does not end with a line break. A text that is cut short
/// in its last line is still valid, so no other check detects it.
fn truncated(before: Option<&LocaleFiles>, now: &LocaleFiles) -> Vec<Fault> {
    let is_unchanged = |file: &File| before.is_some_and(|before| before.files().any(|before| before == file));
    let cut = now.files().filter(|file| !file.bytes.ends_with(b"\n") && !is_unchanged(file));
    cut.map(|file| Fault::Truncated { path: file.path.clone() }).collect()
}

/// Returns the faults of files and folders in a locale's folder.
fn faults_in(faults: &[Fault], folder: &Folder, locale: &LanguageIdentifier) -> Vec<Fault> {
    faults.iter().filter(|fault| is_in(fault, folder, locale)).cloned().collect()
}

fn is_in(fault: &Fault, folder: &Folder, locale: &LanguageIdentifier) -> bool {
    let Fault::Unreadable { path, .. } = fault else { return false };
    let mut folders = folder.origin.paths().map(|path| path.join(locale.to_string()).display().to_string());
    folders.any(|folder| Path::new(path.as_ref()).starts_with(folder))
}
