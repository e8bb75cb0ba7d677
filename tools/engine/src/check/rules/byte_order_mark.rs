//! A file that begins with a byte-order mark.

use crate::check::context::Context;
use crate::check::finding::Place;
use code_prompts_reader::characters::BYTE_ORDER_MARK;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for file in context.locale.files.clone() {
        if context.tree.file(file).text.starts_with(BYTE_ORDER_MARK) {
            let message = "the file begins with a byte-order mark: many Fluent tools lose its first message";
            let place = Place::Tree(file, 0..BYTE_ORDER_MARK.len_utf8());
            let finding = context.finding(place, message).help("save the file as UTF-8 without a byte-order mark");
            context.push(finding).delete("the byte-order mark");
        }
    }
}
