//! A file for each peer. The first is this project; the others are compared with it.

use crate::peer::Peer;

pub mod fluent_zero;
pub mod rust_i18n;

mod fluent_bundle;
mod fluent_static;
mod fluent_templates;
mod fluent_typed;
mod gettext;
mod i18n_embed;
mod maps;
pub mod ours;

/// All peers, in the order of the tables.
pub const ALL: &[&dyn Peer] = &[
    &ours::CodePrompts,
    &fluent_bundle::Bundle,
    &fluent_templates::Templates,
    &i18n_embed::Embed,
    &fluent_typed::Typed,
    &fluent_zero::Zero,
    &fluent_static::Static,
    &rust_i18n::RustI18n,
    &gettext::Gettext,
    &maps::Std,
    &maps::Fx,
];
