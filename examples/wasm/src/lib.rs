//! Error codes for JavaScript: a localizer whose prompts are plain objects.

use code_prompts::{Catalog, Fault, Localizer, Prompt, Value};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::{JsCast, JsError, JsValue, wasm_bindgen};

/// The largest integer up to which JavaScript's numbers have no gaps.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
export interface Prompt {
    /** What the user reads. Never blank. */
    text: string;
    /** For the developer. The text if the message has no description. */
    description: string;
    /** What the app does next, the same in every language, and the label of a button for it. */
    action: { id: string; label: string | null } | null;
    /** The locale of the texts, for a `lang` attribute. */
    locale: string;
    /** For a `dir` attribute. */
    dir: 'ltr' | 'rtl';
    /** Problems with texts or arguments, for a log. */
    faults: string[];
}
";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Prompt")]
    pub type PromptObject;
    #[wasm_bindgen(typescript_type = "Record<string, string | number | boolean>")]
    pub type Arguments;
}

/// The prompts for one user.
#[wasm_bindgen]
pub struct Prompts(Localizer);

#[wasm_bindgen]
impl Prompts {
    /// Creates the prompts for a user with these languages, such as `navigator.languages`, the preferred one first.
    #[wasm_bindgen(constructor)]
    pub fn new(languages: Vec<String>) -> Self {
        Self(Catalog::embedded().localizer(languages))
    }

    /// Returns the prompt for a code, with arguments for the variables of its message.
    ///
    /// Throws an `Error` if the code is not a safe integer, or an argument is not a string, a number or a boolean.
    pub fn prompt(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] code: &JsValue,
        args: Option<Arguments>,
    ) -> Result<PromptObject, JsError> {
        let arguments = args.as_deref().map(values).transpose()?.unwrap_or_default();
        object(&self.0.prompt_with(integer(code)?, arguments)).map_err(|_| JsError::new("the result can't be made"))
    }
}

/// Converts a code.
fn integer(code: &JsValue) -> Result<i64, JsError> {
    match code.as_f64() {
        Some(number) if number.fract() == 0.0 && number.abs() <= MAX_SAFE_INTEGER => Ok(number as i64),
        _ => Err(JsError::new(&format!("a code is a safe integer, not {code:?}"))),
    }
}

/// Converts the properties of an object.
fn values(arguments: &JsValue) -> Result<Vec<(String, Value<'static>)>, JsError> {
    if !arguments.is_object() {
        return Err(JsError::new(&format!("the arguments are an object, not {arguments:?}")));
    }
    let value = |pair: JsValue| {
        let pair: Array = pair.into();
        let name = pair.get(0).as_string().unwrap_or_default();
        let value = pair.get(1);
        let converted = match (value.as_string(), value.as_f64(), value.as_bool()) {
            (Some(text), _, _) => text.into(),
            (_, Some(number), _) => number.into(),
            (_, _, Some(truth)) => truth.into(),
            _ => return Err(JsError::new(&format!("{name} is a string, a number or a boolean, not {value:?}"))),
        };
        Ok((name, converted))
    };
    Object::entries(arguments.unchecked_ref()).iter().map(value).collect()
}

/// Returns a prompt as a plain object, which can be cloned, sent to a worker, and written as JSON.
fn object(prompt: &Prompt<'_>) -> Result<PromptObject, JsValue> {
    let action = match prompt.action() {
        Some(action) => {
            let label = action.label().map_or(JsValue::NULL, JsValue::from);
            with_properties(&[("id", action.id().into()), ("label", label)])?
        }
        None => JsValue::NULL,
    };
    let fault = |fault: &Fault| JsValue::from(format!("{fault:#}"));
    let object = with_properties(&[
        ("text", prompt.text().into()),
        ("description", prompt.description().into()),
        ("action", action),
        ("locale", prompt.locale().into()),
        ("dir", prompt.direction().as_str().into()),
        ("faults", prompt.faults().iter().map(fault).collect::<Array>().into()),
    ])?;
    Ok(object.unchecked_into())
}

fn with_properties(properties: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in properties {
        Reflect::set(&object, &JsValue::from(*name), value)?;
    }
    Ok(object.into())
}
