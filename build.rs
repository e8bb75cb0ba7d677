//! Says when to compile the embedded folder anew: cargo alone does not notice a new file in it.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
