use code_prompts::{ErrorCode, Localizer};

/// The arguments of one case, a name and a value each. A variable that is not among them takes the default.
pub(crate) type Case = Vec<(String, String)>;

/// Past this, a variable keeps its default: nobody reads so many texts of one message.
const MAX_CASES: usize = 256;

/// Lists arguments that make a code's message say everything that it can say, in the order of its variants. Without
/// selectors, it is one empty case.
pub(crate) fn cases(localizer: &Localizer, code: ErrorCode) -> Vec<Case> {
    let mut cases = vec![Case::new()];
    for variable in localizer.variables(code) {
        if cases.len() * (variable.keys().count() + 1) > MAX_CASES {
            continue;
        }
        let mut more = Vec::new();
        for key in variable.keys() {
            for case in &cases {
                let argument = (variable.name().to_owned(), key.to_owned());
                more.push(case.iter().cloned().chain([argument]).collect());
            }
        }
        more.append(&mut cases);
        cases = more;
    }
    cases
}
