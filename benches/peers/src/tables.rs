//! Writes figures as Markdown.

use crate::answers::{Answer, asked, questions};
use crate::measures::Figures;
use crate::peers::ALL;

/// A column of a table: a figure for every peer.
pub struct Column {
    pub title: String,
    pub figures: Figures,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Less is better. The ratio to ours is shown.
    Compared,
    /// Shown without a ratio.
    Plain,
}

impl Column {
    pub fn compared(title: impl Into<String>, figures: Figures) -> Self {
        Self { title: title.into(), figures, kind: Kind::Compared }
    }

    pub fn plain(title: impl Into<String>, figures: Figures) -> Self {
        Self { title: title.into(), figures, kind: Kind::Plain }
    }

    fn cell(&self, index: usize) -> String {
        match (&self.figures[index], self.kind, self.ratio(index)) {
            (Err(words), _, _) if words.is_empty() => "—".to_owned(),
            (Err(words), _, _) => words.to_string(),
            (Ok(figure), Kind::Compared, Some(ratio)) if index > 0 => format!("{} (×{})", short(*figure), short(ratio)),
            (Ok(figure), _, _) => short(*figure),
        }
    }

    /// Returns the ratio of a peer's figure to ours.
    fn ratio(&self, index: usize) -> Option<f64> {
        match (&self.figures[0], &self.figures[index]) {
            (Ok(ours), Ok(theirs)) if *ours > 0.0 => Some(theirs / ours),
            _ => None,
        }
    }
}

/// Formats a figure: the smaller it is, the more decimals it has.
fn short(figure: f64) -> String {
    match figure.abs() {
        0.0 => "0".to_owned(),
        size if size < 0.095 => format!("{figure:.3}"),
        size if size < 0.995 => format!("{figure:.2}"),
        size if size < 9.95 => format!("{figure:.1}"),
        _ => format!("{figure:.0}"),
    }
}

/// Writes a table with a line for each peer that has a figure.
#[must_use]
pub fn figures(columns: &[Column]) -> String {
    let mut table = header(columns.iter().map(|column| &*column.title), "---:");
    for (index, peer) in ALL.iter().enumerate() {
        if columns.iter().any(|column| !matches!(&column.figures[index], Err(words) if words.is_empty())) {
            let cells: Vec<String> = columns.iter().map(|column| column.cell(index)).collect();
            table.push_str(&format!("| {} | {} |\n", peer.name(), cells.join(" | ")));
        }
    }
    table
}

/// Returns a list of the figures in which a peer is better than this library by more than 5 %.
#[must_use]
pub fn faster(columns: &[&Column]) -> String {
    const MAX_RATIO: f64 = 0.95;
    let mut list = String::new();
    for column in columns.iter().filter(|column| column.kind == Kind::Compared) {
        let faster: Vec<String> = (1..ALL.len())
            .filter_map(|index| Some((index, column.ratio(index).filter(|ratio| *ratio < MAX_RATIO)?)))
            .map(|(index, ratio)| format!("{} (×{})", ALL[index].name(), short(ratio)))
            .collect();
        if !faster.is_empty() {
            list.push_str(&format!("- {}: {}\n", column.title, faster.join(", ")));
        }
    }
    if list.is_empty() { "None is.\n".to_owned() } else { list }
}

/// Writes a table of which answers are right, and a table of the wrong answers.
#[must_use]
pub fn answers() -> (String, String) {
    let questions = questions();
    let mut table = header(questions.iter().map(|question| question.title), ":---:");
    let mut wrong = header(["asked for", "answer", "expected"].into_iter(), "---");
    for peer in asked() {
        let mut cells = Vec::new();
        for question in &questions {
            let line = |answer: &str| {
                format!("| {} | {} | {} | {} |\n", peer.name(), question.title, answer, question.expected)
            };
            match question.ask(peer) {
                Answer::Right => cells.push("right"),
                Answer::Wrong(text) => {
                    cells.push("**wrong**");
                    wrong.push_str(&line(&format!("`{text}`")));
                }
                Answer::None(words) => {
                    cells.push("—");
                    wrong.push_str(&line(&words));
                }
            }
        }
        table.push_str(&format!("| {} | {} |\n", peer.name(), cells.join(" | ")));
    }
    (table, wrong)
}

fn header<'a>(titles: impl Iterator<Item = &'a str>, alignment: &str) -> String {
    let titles: Vec<&str> = titles.collect();
    let line = vec![alignment; titles.len()];
    format!("| | {} |\n| --- | {} |\n", titles.join(" | "), line.join(" | "))
}
