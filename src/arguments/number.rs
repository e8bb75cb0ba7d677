use super::Value;

/// A type of number that an argument can have: every integer and float with up to 64 bits.
///
/// The functions that `prompts constants` writes take it where a message counts, so that a text does not compile there.
///
/// ```
/// use code_prompts::{Localizer, Number, Prompt};
///
/// fn seats_left<'l>(localizer: &'l Localizer, count: impl Number) -> Prompt<'l> {
///     localizer.prompt_with(7, &[("count", count.into())])
/// }
/// # let localizer = code_prompts::Catalog::embedded().localizer(["en"]);
/// seats_left(&localizer, vec![1, 2].len());
/// seats_left(&localizer, 1.5);
/// ```
pub trait Number: Into<Value<'static>> + sealed::Sealed {}

mod sealed {
    pub trait Sealed {}
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(
            impl Number for $number {}
            impl sealed::Sealed for $number {}
        )+
    };
}

numbers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64);
