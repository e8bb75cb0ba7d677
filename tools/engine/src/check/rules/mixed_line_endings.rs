//! CRLF and LF in one file.

use crate::check::context::Context;
use crate::check::finding::Place;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for index in context.locale.files.clone() {
        let text = &context.tree.file(index).text;
        // Most files have no carriage return.
        if !text.contains('\r') {
            continue;
        }
        let lines = || text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        let all = lines().count();
        let crlf = lines().filter(|line| line.ends_with("\r\n")).count();
        if crlf == 0 || crlf == all {
            continue;
        }
        let begins_with_crlf = lines().next().is_some_and(|line| line.ends_with("\r\n"));
        let is_crlf_usual = crlf * 2 > all || crlf * 2 == all && begins_with_crlf;
        let mut start = 0;
        for line in lines() {
            if line.ends_with("\r\n") != is_crlf_usual {
                let (this, usual, many) = if is_crlf_usual { ("LF", "CRLF", crlf) } else { ("CRLF", "LF", all - crlf) };
                let message = format!("this line ends in {this} and {many} of {all} lines end in {usual}");
                let place = Place::Tree(index, start..start + line.trim_end_matches(['\r', '\n']).len());
                context.push(context.finding(place, message).help(format!("save the file with {usual} in every line")));
                break;
            }
            start += line.len();
        }
    }
}
