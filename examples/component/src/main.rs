//! Prints the prompt for a printer's code, in the language of the system.

use std::env;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let code: i64 = env::args().nth(1).ok_or("usage: component-example CODE")?.parse()?;
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
