//! The punctuation at the end of texts, and which ends mean the same in two languages.

use code_prompts_reader::characters::is_invisible;

/// The end of a text. A set of ends is a number with one bit for each.
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
    /// Returns its number, from 0.
    pub(crate) fn index(self) -> usize {
        (self as u8).trailing_zeros() as usize
    }

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

/// The ends of a source text, one for each variant.
pub(crate) struct Ends<'s> {
    set: u8,
    texts: Vec<EndingText<'s>>,
}

impl<'s> Ends<'s> {
    /// Collects the ends of texts. Returns `None` if one depends on a value.
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

    /// Returns the first of the ends, for a finding.
    pub(crate) fn first(&self) -> End {
        let all = [End::Bare, End::Period, End::Exclamation, End::Question, End::Ellipsis, End::Colon];
        all.into_iter().find(|end| self.has(*end)).unwrap_or(End::Bare)
    }

    /// Finds the first end of a translation's texts that means something else.
    pub(crate) fn first_other<'a>(&self, texts: &[EndingText<'a>], language: &str) -> Option<(&'a str, End)> {
        texts.iter().find_map(|text| {
            let end = self.as_written_in(language, text, text.end()?);
            (!self.has(end) && !self.allows(language, text, end)).then(|| (text.mark(), end))
        })
    }

    /// Returns the end that a mark means in a language where it looks like another one.
    fn as_written_in(&self, language: &str, text: &EndingText<'_>, end: End) -> End {
        match (language, end) {
            // The Greek question mark is a semicolon, but a list in a machine format may end with one too.
            ("el", End::Bare) if text.mark().ends_with([';', '\u{37E}']) && !self.any(|text| text.mark() == ";") => {
                End::Question
            }
            // The Armenian colon looks like a full stop, and the full stop like a colon. Question and exclamation marks
            // are above a word.
            ("hy" | "hye" | "hyw", _) if text.all.contains('՞') && self.has(End::Question) => End::Question,
            ("hy" | "hye" | "hyw", _) if text.all.contains('՜') && self.has(End::Exclamation) => End::Exclamation,
            ("hy" | "hye" | "hyw", End::Period) if self.has(End::Colon) => End::Colon,
            ("hy" | "hye" | "hyw", End::Colon) if !self.has(End::Colon) => End::Period,
            // The visarga of Devanagari looks like a colon, and is typed instead of one.
            (_, End::Bare) if text.mark().ends_with('ः') && self.has(End::Colon) => End::Colon,
            _ => end,
        }
    }

    /// Returns whether an end means the same as one of the source's ends.
    fn allows(&self, language: &str, text: &EndingText<'_>, end: End) -> bool {
        // These languages end a sentence without a mark, or put the mark elsewhere.
        let has_no_marks = matches!(language, "th" | "lo" | "km" | "my" | "hy" | "hye" | "hyw");
        // Exclamation marks are a matter of style. A Hungarian request has one.
        let is_quieter = self.has(End::Exclamation);
        let is_plea = end == End::Exclamation && language == "hu" && self.has(End::Period);
        // In another word order, the dots may come before the end.
        let has_dots = || self.has(End::Ellipsis) && (text.all.contains('…') || text.all.contains("..."));
        match end {
            End::Bare => {
                let has_colon = || self.has(End::Colon) && text.all.contains([':', '：']);
                let may_be_bare = self.set & (End::Bare as u8 | End::Period as u8) != 0;
                has_no_marks || is_quieter || may_be_bare || has_dots() || has_colon()
            }
            // The last of several sentences ends in a period, and so does a quoted sentence.
            End::Period => {
                let is_sentence = || text.is_closed || text.is_prose() || self.any(|text| text.is_prose());
                is_quieter || has_dots() || self.has(End::Bare) && is_sentence()
            }
            // A quoted colon, as the name of the mark.
            End::Colon => text.is_closed && self.has(End::Bare),
            End::Exclamation => is_plea,
            _ => false,
        }
    }
}

/// A text whose end is compared.
pub(crate) struct EndingText<'a> {
    all: &'a str,
    /// The text without closing quotes and brackets.
    open: &'a str,
    /// Whether a placeable precedes it.
    is_continued: bool,
    /// Whether it ends with a quote or a bracket.
    is_closed: bool,
}

impl<'a> EndingText<'a> {
    pub(crate) fn new(all: &'a str, is_continued: bool) -> Self {
        // Invisible characters at the end are ignored.
        let blank = |c: char| c.is_whitespace() || is_invisible(c);
        let trimmed = all.trim_end_matches(blank);
        let close = |c: char| blank(c) || "\"'“”’»›」』)）]】".contains(c);
        let mut open = trimmed.trim_end_matches(close);
        // In “Done!</b>”, the mark is before the tag.
        while let Some(start) = open.strip_suffix('>').and_then(|rest| rest.rfind('<')) {
            open = open.get(..start).unwrap_or_default().trim_end_matches(close);
        }
        Self { all, open, is_continued, is_closed: open.len() < trimmed.len() }
    }

    /// Returns the last character, which may be a mark.
    fn mark(&self) -> &'a str {
        let last = self.open.char_indices().next_back().map_or(0, |(at, _)| at);
        self.open.get(last..).unwrap_or_default()
    }

    /// Returns the end of the text, or `None` if it is not certain.
    pub(crate) fn end(&self) -> Option<End> {
        let text = self.open;
        let end = match text.chars().next_back()? {
            '…' => End::Ellipsis,
            '.' if text.ends_with("..") => End::Ellipsis,
            '۔' if text.ends_with("۔۔") => End::Ellipsis,
            '.' if self.is_abbreviation() => return None,
            '.' | '。' | '．' | '｡' | '।' | '۔' | '։' | '።' => End::Period,
            '!' | '！' => End::Exclamation,
            '?' | '？' | '؟' => End::Question,
            ':' | '：' | '፦' => End::Colon,
            '-' if text.ends_with("፡-") => End::Colon,
            // The sentence goes on in another text.
            ',' | '，' | '、' => return None,
            _ => End::Bare,
        };
        // A mark alone after a placeable may belong to the value of the placeable.
        let is_all = self.is_continued && text.trim_start().len() == self.mark().len();
        (!is_all || end == End::Bare).then_some(end)
    }

    /// Returns whether a sentence ends before the end of the text.
    fn is_prose(&self) -> bool {
        let marks = ['.', '?', '!', '。', '？', '！', '।', '۔', '։'];
        let text = self.open.trim_end_matches(marks);
        let mut ends = text.match_indices(marks).map(|(at, mark)| text.split_at(at + mark.len()));
        ends.any(|(before, after)| {
            let is_sentence = after.starts_with(char::is_whitespace) || before.ends_with(['。', '？', '！']);
            is_sentence && !EndingText::new(before, false).is_abbreviation()
        })
    }

    /// Returns whether the text ends in an abbreviation or an address, so that its dot is not a period.
    fn is_abbreviation(&self) -> bool {
        let word = self.open.rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = word.strip_suffix('.').unwrap_or(word).trim_start_matches(['(', '（', '"']);
        let known = [
            "etc", "inc", "ltd", "co", "corp", "approx", "min", "sec", "max", "usw", "bzw", "vs", "др", "пр", "сек",
            "мин", "сат", "sat", "хв", "год", "sek", "godz", "hod", "pcs", "no", "nr", "ред",
        ];
        // The part after the slash in “cards/min.” is an abbreviation.
        let last = word.rsplit('/').next().unwrap_or(word);
        let length = last.chars().count();
        let is_half = last.len() < word.len() && length <= 5;
        // A short word that is the whole text is an abbreviation, such as “pol.” for inches.
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
