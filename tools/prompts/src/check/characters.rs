//! The characters of a pattern with their places, for the rules that look at single characters.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::context::Context;
use super::mojibake::{self, is_lead};
use super::tree::{Entry, Part};

/// What a pattern may hold that such a rule minds. All other patterns need no second look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

impl Marks {
    pub(crate) const CONTROL: Self = Self(1);
    pub(crate) const REPLACEMENT: Self = Self(1 << 1);
    pub(crate) const BIDI: Self = Self(1 << 2);
    pub(crate) const INVISIBLE: Self = Self(1 << 3);
    pub(crate) const NORMALIZATION: Self = Self(1 << 4);
    pub(crate) const EDGE_SPACE: Self = Self(1 << 5);
    pub(crate) const DOUBLE_SPACE: Self = Self(1 << 6);
    /// A digit of any script, or the colon of an address.
    pub(crate) const FIGURE: Self = Self(1 << 7);

    /// Looks at the texts and the string literals of a pattern.
    pub(crate) fn of(texts: &[&str], literals: &[&str]) -> Self {
        let mut marks = Self::default();
        texts.iter().for_each(|text| marks.scan(text));
        for literal in literals {
            if literal.contains('\\') {
                let literal: String = written(literal, true).map(|(character, _)| character).collect();
                marks.literal(&literal);
            } else {
                marks.literal(literal);
            }
        }
        marks
    }

    pub(crate) fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    pub(crate) fn add(&mut self, mark: Self) {
        self.0 |= mark.0;
    }

    fn literal(&mut self, literal: &str) {
        // Even an empty one keeps the spaces beside it from being trimmed.
        if literal.is_empty() || literal.starts_with(is_space) || literal.ends_with(is_space) {
            self.add(Self::EDGE_SPACE);
        }
        self.scan(literal);
    }

    fn scan(&mut self, text: &str) {
        let mut before = '\n';
        for character in text.chars() {
            match character {
                '0'..='9' | ':' | '\u{FF10}'..='\u{FF19}' => self.add(Self::FIGURE),
                '!'..='~' | '\n' => {}
                ' ' => {
                    if is_space(before) {
                        self.add(Self::DOUBLE_SPACE);
                    }
                }
                '\0'..='\u{9F}' => self.add(Self::CONTROL),
                // Han, Kana without the combining marks, Hangul and full-width forms.
                '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{3001}'..='\u{3029}' => {}
                '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{3163}' | '\u{FF01}'..='\u{FF9F}' => {}
                _ => self.other(character, before),
            }
            if ('\u{80}'..'\u{3000}').contains(&character) && is_lead(before) && mojibake::is_rest(character) {
                self.add(Self::REPLACEMENT);
            }
            before = character;
        }
    }

    fn other(&mut self, character: char, before: char) {
        if is_space(character) {
            self.add(Self::EDGE_SPACE);
            if is_space(before) {
                self.add(Self::DOUBLE_SPACE);
            }
        }
        if character >= '\u{300}' {
            self.add(Self::NORMALIZATION);
        }
        if character.is_numeric() {
            self.add(Self::FIGURE);
        }
        match character {
            '\u{FFFD}' => self.add(Self::REPLACEMENT),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.add(Self::BIDI),
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' => self.add(Self::INVISIBLE),
            '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{3164}' => self.add(Self::INVISIBLE),
            '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' => self.add(Self::INVISIBLE),
            '\u{E0000}'..='\u{E01EF}' => self.add(Self::INVISIBLE),
            _ => {}
        }
    }
}

/// Tells whether the source of a translation holds the same: then it is so on purpose, or is reported there.
pub(crate) fn is_from_source(context: &Context<'_, '_>, entry: &Entry<'_>, mark: Marks) -> bool {
    let source = context.source();
    let of_source = context.tree.original(entry).filter(|_| source.tag != context.locale.tag);
    of_source.is_some_and(|entry| entry.parts().any(|part| part.facts.marks.has(mark)))
}

/// A space that has a width, of any kind; line ends and tabs are none.
pub(crate) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// A character of a pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) character: char,
    /// Where it stands in the file; an escape as a whole.
    pub(crate) slice: &'a str,
    pub(crate) source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Text,
    /// A string literal, by its number in the pattern.
    Literal(usize),
    /// Something that is known only when the message is shown.
    Placeable,
}

/// The characters of a pattern, or of a variant's, in the order in which they are shown.
#[derive(Debug, Default)]
pub(crate) struct Run<'a> {
    pub(crate) characters: Vec<Placed<'a>>,
    /// Nothing is shown before it.
    pub(crate) is_start: bool,
    /// Nothing is shown after it.
    pub(crate) is_end: bool,
}

/// How many findings a rule reports of a run at most: a file of noise is one defect, not a million.
pub(crate) const MOST: usize = 10;

impl Run<'_> {
    /// The character at an index, or else one that stands for something unknown.
    pub(crate) fn at(&self, index: Option<usize>) -> char {
        index.and_then(|index| self.characters.get(index)).map_or(UNKNOWN, |placed| placed.character)
    }
}

/// Stands for a placeable: no rule minds it.
pub(crate) const UNKNOWN: char = '\u{FFFC}';

/// Calls back for each run of the parts of a locale that have a mark.
pub(crate) fn look<'a>(
    context: &mut Context<'_, 'a>,
    mark: Marks,
    mut check: impl FnMut(&mut Context<'_, 'a>, &Entry<'a>, &Run<'a>),
) {
    let locale = context.locale;
    if !locale.marks.has(mark) {
        return;
    }
    for entry in &locale.entries {
        for part in entry.parts().filter(|part| part.facts.marks.has(mark)) {
            runs(part).iter().for_each(|run| check(context, entry, run));
        }
    }
}

/// Gives the part of a file from one slice of it to another.
pub(crate) fn span<'a>(context: &Context<'_, 'a>, entry: &Entry<'_>, first: &'a str, last: &'a str) -> &'a str {
    let start = context.tree.range(entry.file, first).start;
    let end = context.tree.range(entry.file, last).end;
    context.tree.file(entry.file).readable().get(start..end).unwrap_or(first)
}

fn runs<'a>(part: &Part<'a>) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    gather(part.pattern, true, true, &mut runs);
    runs
}

fn gather<'a>(pattern: &'a Pattern<&'a str>, is_start: bool, is_end: bool, runs: &mut Vec<Run<'a>>) {
    let mut run = Run { characters: Vec::new(), is_start, is_end };
    for (index, element) in pattern.elements.iter().enumerate() {
        match element {
            PatternElement::TextElement { value } => run.add(value, Source::Text),
            PatternElement::Placeable { expression } => {
                let mut expression = expression;
                while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
                    expression = inner;
                }
                if let Expression::Inline(InlineExpression::StringLiteral { value }) = expression {
                    run.add(value, Source::Literal(index));
                    continue;
                }
                if let Expression::Select { variants, .. } = expression {
                    let is_first = is_start && run.characters.is_empty();
                    let mut rest = pattern.elements.iter().skip(index + 1);
                    let is_last = is_end && rest.all(is_nothing);
                    variants.iter().for_each(|variant| gather(&variant.value, is_first, is_last, runs));
                }
                run.characters.push(Placed { character: UNKNOWN, slice: "", source: Source::Placeable });
                literals(expression, runs);
            }
        }
    }
    runs.push(run);
}

/// The literals in arguments are runs by themselves, and have no edges.
fn literals<'a>(expression: &'a Expression<&'a str>, runs: &mut Vec<Run<'a>>) {
    let inline = match expression {
        Expression::Inline(inline) | Expression::Select { selector: inline, .. } => inline,
    };
    let arguments = match inline {
        InlineExpression::StringLiteral { value } => {
            let mut run = Run::default();
            run.add(value, Source::Literal(0));
            runs.push(run);
            return;
        }
        InlineExpression::Placeable { expression } => return literals(expression, runs),
        InlineExpression::FunctionReference { arguments, .. } => arguments,
        InlineExpression::TermReference { arguments: Some(arguments), .. } => arguments,
        _ => return,
    };
    for argument in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
        if let InlineExpression::StringLiteral { value } = argument {
            let mut run = Run::default();
            run.add(value, Source::Literal(0));
            runs.push(run);
        }
    }
}

fn is_nothing(element: &PatternElement<&str>) -> bool {
    let literal = InlineExpression::StringLiteral { value: "" };
    matches!(element, PatternElement::Placeable { expression: Expression::Inline(inline) } if *inline == literal)
}

impl<'a> Run<'a> {
    fn add(&mut self, text: &'a str, source: Source) {
        let characters = written(text, source != Source::Text);
        self.characters.extend(characters.map(|(character, slice)| Placed { character, slice, source }));
    }
}

/// Lists characters with their slices, escapes resolved as the runtime does.
fn written(text: &str, has_escapes: bool) -> impl Iterator<Item = (char, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = match (first, rest.as_bytes().get(1)) {
            ('\\', Some(b'u')) if has_escapes => 6,
            ('\\', Some(b'U')) if has_escapes => 8,
            ('\\', Some(_)) if has_escapes => 2,
            _ => first.len_utf8(),
        };
        let (slice, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        let character = match slice.strip_prefix(['\\']) {
            Some(escape) if has_escapes && length > 2 => {
                let number = escape.get(1..).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                number.and_then(char::from_u32).unwrap_or('\u{FFFD}')
            }
            Some(escape) if has_escapes => escape.chars().next().unwrap_or('\\'),
            _ => first,
        };
        Some((character, slice))
    })
}

/// Names a character as `U+202E right-to-left override`.
pub(crate) fn named(character: char) -> String {
    let number = format!("U+{:04X}", u32::from(character));
    match name(character) {
        "" => number,
        name => format!("{number} {name}"),
    }
}

fn name(character: char) -> &'static str {
    match character {
        '\0' => "null",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\t' => "tab",
        '\u{B}' => "vertical tab",
        '\u{C}' => "form feed",
        '\r' => "carriage return",
        '\u{1B}' => "escape",
        '\u{7F}' => "delete",
        '\u{85}' => "next line",
        '\0'..='\u{1F}' | '\u{80}'..='\u{9F}' => "control character",
        '\u{A0}' => "no-break space",
        '\u{AD}' => "soft hyphen",
        '\u{61C}' => "Arabic letter mark",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "Hangul filler",
        '\u{180E}' => "Mongolian vowel separator",
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "pop directional formatting",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{202F}' => "narrow no-break space",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "pop directional isolate",
        '\u{206A}'..='\u{206F}' => "deprecated format character",
        '\u{3000}' => "ideographic space",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => "variation selector",
        '\u{FEFF}' => "byte order mark",
        '\u{E0000}'..='\u{E007F}' => "tag character",
        ' ' | '\u{2000}'..='\u{200A}' => "space",
        _ => "",
    }
}
