//! Makes Cargo notice new files in `i18n/`, which `include_dir!` alone does not.

fn main() {
    println!("cargo::rerun-if-changed=i18n");
}
