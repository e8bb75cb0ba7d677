//! What kind a fault is, for a reload and for the tools. Each match names every fault, so that a new one is decided here.

use std::borrow::Cow;
use std::mem::{Discriminant, discriminant};
use std::path::Path;

use super::Fault;
use crate::Position;

impl Fault {
    /// Returns whether nothing is lost: a file with no other faults is used in full.
    pub(crate) fn is_harmless(&self) -> bool {
        match self {
            Self::UnknownKey { .. } | Self::ByteOrderMark { .. } => true,
            Self::UnknownCode { .. }
            | Self::RetiredCode { .. }
            | Self::MissingArgument { .. }
            | Self::InvalidArgument { .. }
            | Self::MissingMessage { .. }
            | Self::BlankMessage { .. }
            | Self::MissingAction { .. }
            | Self::BrokenMessage { .. }
            | Self::BrokenOverride { .. }
            | Self::IgnoredOption { .. }
            | Self::UnknownMessage { .. }
            | Self::BrokenEntry { .. }
            | Self::DuplicateMessage { .. }
            | Self::UnansweredCode { .. }
            | Self::MissingLocale { .. }
            | Self::UnknownLocale { .. }
            | Self::InvalidFunction { .. }
            | Self::InvalidLocale { .. }
            | Self::InvalidCodes { .. }
            | Self::Unreadable { .. }
            | Self::Truncated { .. }
            | Self::InvalidEncoding { .. } => false,
        }
    }

    /// Returns the parts of a fault that do not change when lines move, so that a reload can recognize old faults.
    pub(crate) fn identity(&self) -> (Discriminant<Self>, Cow<'_, str>) {
        let subject = match self {
            Self::UnknownCode { code } | Self::RetiredCode { code, .. } => code.to_string().into(),
            Self::MissingArgument { id, .. }
            | Self::InvalidArgument { id, .. }
            | Self::MissingMessage { id, .. }
            | Self::BlankMessage { id, .. }
            | Self::MissingAction { id, .. }
            | Self::BrokenMessage { id, .. }
            | Self::BrokenOverride { id, .. }
            | Self::IgnoredOption { id, .. }
            | Self::UnknownMessage { id, .. }
            | Self::DuplicateMessage { id, .. }
            | Self::UnansweredCode { id, .. } => Cow::from(&**id),
            Self::BrokenEntry { at, .. } | Self::InvalidEncoding { at } => Cow::from(&*at.file),
            Self::MissingLocale { locale, .. } | Self::UnknownLocale { locale, .. } => Cow::from(&**locale),
            Self::InvalidFunction { name } => Cow::from(&**name),
            Self::InvalidCodes { problem, .. } => problem.to_string().into(),
            Self::UnknownKey { key, .. } => Cow::from(&**key),
            Self::InvalidLocale { path, .. }
            | Self::Unreadable { path, .. }
            | Self::Truncated { path }
            | Self::ByteOrderMark { path } => Cow::from(&**path),
        };
        (discriminant(self), subject)
    }
}

/// Returns whether a fault is in the `codes.toml` file itself, and not in the locales or messages that it names.
#[must_use]
pub fn is_codes_file_fault(fault: &Fault) -> bool {
    match fault {
        Fault::InvalidCodes { .. } | Fault::UnknownKey { .. } => true,
        Fault::Unreadable { path, .. }
        | Fault::Truncated { path }
        | Fault::ByteOrderMark { path }
        | Fault::InvalidEncoding { at: Position { file: path, .. } } => {
            Path::new(&**path).file_name().is_some_and(|name| name == "codes.toml")
        }
        Fault::UnknownCode { .. }
        | Fault::RetiredCode { .. }
        | Fault::MissingArgument { .. }
        | Fault::InvalidArgument { .. }
        | Fault::MissingMessage { .. }
        | Fault::BlankMessage { .. }
        | Fault::MissingAction { .. }
        | Fault::BrokenMessage { .. }
        | Fault::BrokenOverride { .. }
        | Fault::IgnoredOption { .. }
        | Fault::UnknownMessage { .. }
        | Fault::BrokenEntry { .. }
        | Fault::DuplicateMessage { .. }
        | Fault::UnansweredCode { .. }
        | Fault::MissingLocale { .. }
        | Fault::UnknownLocale { .. }
        | Fault::InvalidLocale { .. }
        | Fault::InvalidFunction { .. } => false,
    }
}
