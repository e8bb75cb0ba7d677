//! A file that begins with a byte-order mark.

use super::super::context::Context;
use super::super::finding::{Finding, Place};
use super::super::input::BYTE_ORDER_MARK;

pub(super) const NAME: &str = "byte-order-mark";
pub(super) const DOCS: &str = include_str!("../../../rules/byte-order-mark/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    for file in context.locale.files.clone() {
        if context.tree.file(file).text.starts_with(BYTE_ORDER_MARK) {
            let message = "a byte-order mark begins the file: to many Fluent tools its first message is lost";
            let place = Place::Tree(file, 0..BYTE_ORDER_MARK.len_utf8());
            context.push(Finding::new(place, message).help("save the file as UTF-8 without a byte-order mark"));
        }
    }
}
