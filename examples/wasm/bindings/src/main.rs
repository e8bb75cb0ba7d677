//! Builds the example for WebAssembly into `pkg/`, with the JavaScript that loads it in Node.
//!
//! This is what `wasm-bindgen --target nodejs` does, without a command of the same version as the library to be installed.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("the folder of the example is gone")?;
    let target = folder.join("target");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder).args(["build", "--release", "--locked", "--target", "wasm32-unknown-unknown"]);
    if !cargo.arg("--target-dir").arg(&target).status()?.success() {
        return Err("the build failed; does `rustup target add wasm32-unknown-unknown` help?".into());
    }
    Bindgen::new()
        .input_path(target.join("wasm32-unknown-unknown/release/wasm_example.wasm"))
        .out_name("prompts")
        .nodejs(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder.join("pkg"))?;
    Ok(())
}
