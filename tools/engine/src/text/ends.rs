//! How texts end, and which ends say the same in two languages.

use code_prompts_reader::characters::is_invisible;

/// How a text ends. A set of them is a number with a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Bare = 1,
    Period = 2,
    Exclamation = 4,
    Question = 8,
    Ellipsis = 16,
    Colon = 32,
}

impl End {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bare => "no mark",
            Self::Period => "a period",
            Self::Exclamation => "an exclamation mark",
            Self::Question => "a question mark",
            Self::Ellipsis => "an ellipsis",
            Self::Colon => "a colon",
        }
    }
}

/// The ends of a source's text, one for each way it may be shown.
pub(crate) struct Ends<'s> {
    set: u8,
    texts: Vec<EndingText<'s>>,
}

impl<'s> Ends<'s> {
    /// Gathers the ends of texts, if all are known before they are shown.
    pub(crate) fn of_source(texts: Vec<EndingText<'s>>) -> Option<Self> {
        let mut set = 0;
        for text in &texts {
            set |= text.end()? as u8;
        }
        Some(Self { set, texts })
    }

    fn any(&self, is: impl Fn(&EndingText<'_>) -> bool) -> bool {
        self.texts.iter().any(is)
    }

    fn has(&self, end: End) -> bool {
        self.set & end as u8 != 0
    }

    /// Gives the first of them, for a message.
    pub(crate) fn first(&self) -> End {
        let all = [End::Bare, End::Period, End::Exclamation, End::Question, End::Ellipsis, End::Colon];
        all.into_iter().find(|end| self.has(*end)).unwrap_or(End::Bare)
    }

    /// Finds the first end of a translation's texts that says something else.
    pub(crate) fn first_other<'a>(&self, texts: &[EndingText<'a>], language: &str) -> Option<(&'a str, End)> {
        texts.iter().find_map(|text| {
            let end = self.as_written_in(language, text, text.end()?);
            (!self.has(end) && !self.allows(language, text, end)).then(|| (text.mark(), end))
        })
    }

    /// Reads the marks that look like another one.
    fn as_written_in(&self, language: &str, text: &EndingText<'_>, end: End) -> End {
        match (language, end) {
            // Greek asks with a semicolon, but a list for machines may end with one too.
            ("el", End::Bare) if text.mark().ends_with([';', '\u{37E}']) && !self.any(|text| text.mark() == ";") => {
                End::Question
            }
            // In Armenian a colon looks like a full stop, and the full stop like a colon. Questions and exclamations are
            // marked above the word that they are about.
            ("hy" | "hye" | "hyw", _) if text.all.contains('՞') && self.has(End::Question) => End::Question,
            ("hy" | "hye" | "hyw", _) if text.all.contains('՜') && self.has(End::Exclamation) => End::Exclamation,
            ("hy" | "hye" | "hyw", End::Period) if self.has(End::Colon) => End::Colon,
            ("hy" | "hye" | "hyw", End::Colon) if !self.has(End::Colon) => End::Period,
            // The visarga of Devanagari looks like a colon, and is typed for one.
            (_, End::Bare) if text.mark().ends_with('ः') && self.has(End::Colon) => End::Colon,
            _ => end,
        }
    }

    /// Tells whether an end that the source does not have says no more and no less all the same.
    fn allows(&self, language: &str, text: &EndingText<'_>, end: End) -> bool {
        // These languages end a sentence with nothing, or put the mark elsewhere.
        let has_no_marks = matches!(language, "th" | "lo" | "km" | "my" | "hy" | "hye" | "hyw");
        // How loud a text is, is a matter of taste; Hungarian asks for something with an exclamation mark.
        let is_quieter = self.has(End::Exclamation);
        let is_plea = end == End::Exclamation && language == "hu" && self.has(End::Period);
        // Where the words go in another order, the dots may come before the end.
        let has_dots = || self.has(End::Ellipsis) && (text.all.contains('…') || text.all.contains("..."));
        match end {
            End::Bare => {
                has_no_marks || is_quieter || self.set & (End::Bare as u8 | End::Period as u8) != 0 || has_dots()
            }
            // The last of several sentences has its period, and so has one that is quoted.
            End::Period => {
                let is_sentence = || text.is_closed || text.is_prose() || self.any(|text| text.is_prose());
                is_quieter || has_dots() || self.has(End::Bare) && is_sentence()
            }
            End::Exclamation => is_plea,
            _ => false,
        }
    }
}

/// A text that is looked at for its end.
pub(crate) struct EndingText<'a> {
    all: &'a str,
    /// Without closing quotes and brackets.
    open: &'a str,
    /// A placeable stands before it.
    is_continued: bool,
    /// A quote or a bracket closes it.
    is_closed: bool,
}

impl<'a> EndingText<'a> {
    /// Takes a text. `is_continued` tells whether a placeable stands before it.
    pub(crate) fn new(all: &'a str, is_continued: bool) -> Self {
        // A character that nobody can see ends nothing.
        let blank = |c: char| c.is_whitespace() || is_invisible(c);
        let trimmed = all.trim_end_matches(blank);
        let open = trimmed.trim_end_matches(|c: char| blank(c) || "\"'“”’»›」』)）]】".contains(c));
        Self { all, open, is_continued, is_closed: open.len() < trimmed.len() }
    }

    /// Gives the mark, or the last character.
    fn mark(&self) -> &'a str {
        let last = self.open.char_indices().next_back().map_or(0, |(at, _)| at);
        self.open.get(last..).unwrap_or_default()
    }

    /// Tells how the text ends, if that is known before it is shown.
    fn end(&self) -> Option<End> {
        let text = self.open;
        let end = match text.chars().next_back()? {
            '…' => End::Ellipsis,
            '.' if text.ends_with("..") => End::Ellipsis,
            '۔' if text.ends_with("۔۔") => End::Ellipsis,
            '.' if self.is_abbreviation() => return None,
            '.' | '。' | '．' | '｡' | '।' | '۔' | '։' | '።' => End::Period,
            '!' | '！' => End::Exclamation,
            '?' | '？' | '؟' => End::Question,
            ':' | '：' => End::Colon,
            _ => End::Bare,
        };
        // Below a placeable's line a mark may belong to what the placeable shows.
        let is_all = self.is_continued && text.trim_start().len() == self.mark().len();
        (!is_all || end == End::Bare).then_some(end)
    }

    /// Tells whether a sentence ends before the text does.
    fn is_prose(&self) -> bool {
        let marks = ['.', '?', '!', '。', '？', '！', '।', '۔', '։'];
        let text = self.open.trim_end_matches(marks);
        let mut ends = text.match_indices(marks).map(|(at, mark)| text.split_at(at + mark.len()));
        ends.any(|(before, after)| {
            let is_sentence = after.starts_with(char::is_whitespace) || before.ends_with(['。', '？', '！']);
            is_sentence && !EndingText::new(before, false).is_abbreviation()
        })
    }

    /// Tells whether the text ends in an abbreviation or an address, whose dot is its own.
    fn is_abbreviation(&self) -> bool {
        let word = self.open.rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = word.strip_suffix('.').unwrap_or(word).trim_start_matches(['(', '（', '"']);
        let known = ["etc", "inc", "ltd", "co", "corp", "approx", "min", "sec", "max", "usw", "bzw", "vs", "др", "пр"];
        // So are the last letters of “cards/min.”.
        let last = word.rsplit('/').next().unwrap_or(word);
        let length = last.chars().count();
        let is_half = last.len() < word.len() && length <= 5;
        // A word of few letters that is the whole text is one, such as “pol.” for inches.
        let is_all = !self.is_continued && self.open.trim_start().trim_end_matches('.') == word;
        known.iter().any(|known| word.eq_ignore_ascii_case(known))
            || word.contains(['.', '@'])
            || word.is_ascii() && word.contains('/')
            || (length == 1 || is_half || is_all && length <= 5)
                && last.chars().all(|c| c.is_alphabetic() && !is_wide(c))
    }
}

fn is_wide(character: char) -> bool {
    character >= '\u{2E80}'
}
