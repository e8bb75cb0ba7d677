//! Prints the prompt for a printer's code, in the language of the system.

use std::env;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let code = env::args().nth(1).and_then(|code| code.parse::<i64>().ok()).ok_or("usage: component-example NUMBER")?;
    let catalog = component_example::catalog()?;
    let localizer = catalog.localizer(sys_locale::get_locales()).without_isolation_marks();
    let prompt = localizer.prompt_with(code, [("tray", "Tray 2".into()), ("count", 2.into())]);
    println!("{}", prompt.text());
    if let Some(label) = prompt.action().and_then(|action| action.label()) {
        println!("[{label}]");
    }
    for fault in catalog.faults().iter().chain(prompt.faults()) {
        eprintln!("{fault:#}");
    }
    Ok(())
}
