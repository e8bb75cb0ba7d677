//! Words that have one form where their language has two: after 2 as after 5. In the texts, `#` is the number.

/// Prepositions of East Slavic languages before a genitive, in which “для 2 карток” is as “для 5 карток”.
const GENITIVE: [&str; 14] =
    ["без", "біля", "возле", "від", "для", "из", "из-за", "ля", "от", "після", "после", "пасля", "с", "среди"];

/// Prepositions of Czech and Slovak before a case whose plural is the same for 2 as for 5: “před 2 hodinami”.
const INSTRUMENTAL: [&str; 5] = ["mezi", "nad", "před", "pred", "s"];

/// The endings of that case.
const INSTRUMENTAL_ENDINGS: [&str; 5] = ["ami", "emi", "ěmi", "mi", "ama"];

/// The endings of other cases of their plurals, such as “в 2 картках”.
const OBLIQUE: [&str; 8] = ["ах", "ях", "ам", "ям", "ами", "ями", "амі", "ямі"];

/// Returns whether the number and its noun are in a case that has one form for all numbers except one.
pub(crate) fn is_oblique(text: &str, language: &str) -> bool {
    let words: Vec<String> = words(text).collect();
    if matches!(language, "cs" | "sk") {
        return words.windows(3).any(|three| match three {
            [preposition, number, noun] => {
                number == NUMBER
                    && INSTRUMENTAL.contains(&preposition.as_str())
                    && INSTRUMENTAL_ENDINGS.iter().any(|ending| noun.ends_with(ending))
            }
            _ => false,
        });
    }
    if !matches!(language, "be" | "ru" | "uk") {
        return false;
    }
    words.windows(3).enumerate().any(|(at, three)| {
        let [preposition, number, noun] = three else { return false };
        let after = || std::iter::once(noun).chain(words.get(at + 3));
        let is_case = || after().any(|word| OBLIQUE.iter().any(|ending| word.ends_with(ending)));
        let is_preposition = || preposition.chars().count() <= 3 && preposition.chars().all(char::is_alphabetic);
        number == NUMBER && (GENITIVE.contains(&preposition.as_str()) || is_preposition() && is_case())
    })
}

/// Returns whether the form after 2 is that after 5, as that after 1 shows: Serbian “1 minut”, “2 minuta”, “5 minuta”. Only
/// nouns that end in a consonant have it, and other words in the text would change.
pub(crate) fn has_form_of_few(one: &str, other: &str, language: &str) -> bool {
    if !is_serbian(language) {
        return false;
    }
    let is_form = |one: &str, other: &str| {
        let is_consonant = |last: char| last.is_alphabetic() && !"aeiouаеиоу".contains(last);
        one.ends_with(is_consonant) && other.strip_prefix(one).is_some_and(|ending| matches!(ending, "a" | "а"))
    };
    let (one, other): (Vec<String>, Vec<String>) = (words(one).collect(), words(other).collect());
    let mut pairs = one.iter().zip(&other).filter(|(one, other)| one != other);
    one.len() == other.len() && pairs.next().is_some_and(|(one, other)| is_form(one, other)) && pairs.next().is_none()
}

/// Returns whether a noun after the number is the same for all numbers: a Serbian verbal noun in the genitive, as in
/// “od 1 ponavljanja” and “od 5 ponavljanja”.
pub(crate) fn is_verbal_genitive(text: &str, noun: &str, language: &str) -> bool {
    const PREPOSITIONS: [&str; 12] =
        ["od", "do", "iz", "bez", "nakon", "poslije", "posle", "од", "до", "из", "без", "након"];
    let noun = noun.to_lowercase();
    let words: Vec<String> = words(text).collect();
    let is_after = |three: &[String]| match three {
        [preposition, number, word] => {
            PREPOSITIONS.contains(&preposition.as_str()) && number == NUMBER && *word == noun
        }
        _ => false,
    };
    is_serbian(language) && (noun.ends_with("nja") || noun.ends_with("ња")) && words.windows(3).any(is_after)
}

const NUMBER: &str = "#";

fn is_serbian(language: &str) -> bool {
    matches!(language, "bs" | "hr" | "sh" | "sr")
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let is_mark = |c: char| c.is_ascii_punctuation() && c != '#' || matches!(c, '„' | '“' | '”' | '«' | '»' | '…');
    let words = text.split_whitespace().map(move |word| word.trim_matches(is_mark).to_lowercase());
    words.filter(|word| !word.is_empty())
}
