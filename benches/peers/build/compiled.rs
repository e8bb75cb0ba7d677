//! Generates code for peers that compile the texts, with their own generators or macros.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use fluent_static_codegen::MessageBundleBuilder;
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};
use fluent_zero_build::{FluentZeroBuilder, MissingTranslations};

use crate::{Outcome, write};

/// Its generator always writes the same file, so the file is moved after each run.
pub fn fluent_zero(out: &Path) -> Outcome {
    for (folder, file) in [("locales", "fluent_zero.rs"), ("many", "fluent_zero_many.rs")] {
        FluentZeroBuilder::new(out.join(folder)).missing_translations(MissingTranslations::Allow).try_generate()?;
        fs::rename(out.join("static_cache.rs"), out.join(file))?;
    }
    Ok(())
}

/// Its accessors are functions, so a code chooses one by a `match`. It gets the locales without gaps, and then two of
/// which one has a gap, to find out how it treats a missing message. (It prints a cargo warning for that one.)
pub fn fluent_typed(out: &Path, project: &Path, codes: &[(i64, String)]) -> Outcome {
    let generate = |locales: &Path, name: &str| -> Outcome<String> {
        let file = out.join(name).with_extension("rs");
        let options = BuildOptions::default()
            .with_locales_folder(&locales.to_string_lossy())
            .with_output_file_path(&file.to_string_lossy())
            .with_ftl_output(FtlOutputOptions::single_file(&out.join(name).with_extension("ftl").to_string_lossy()))
            .with_default_language("en-US")
            .with_lint_level(LintLevel::Off)
            .without_format();
        try_build_from_locales_folder(options)?;
        Ok(fs::read_to_string(file)?)
    };
    generate(project, "fluent_typed")?;
    let two = out.join("fluent_typed_gaps");
    for locale in ["en-US", "de-DE"] {
        let file = Path::new(locale).join("prompts.ftl");
        write(&two.join(&file), fs::read(out.join("locales").join(file))?)?;
    }
    let gaps = match generate(&two, "fluent_typed_gaps") {
        Ok(code) if code.contains("fn msg_room_not_found") => String::new(),
        Ok(_) => "its generator drops a message that a locale lacks, for every language".to_owned(),
        Err(error) => format!("its generator refuses: {error}"),
    };
    write(&out.join("fluent_typed_gaps.txt"), gaps)?;
    let by_code = by_code(codes, "L10nLanguage", "String", |accessor| format!("messages.msg_{accessor}()"))?;
    write(&out.join("fluent_typed_by_code.rs"), by_code)
}

/// As [`fluent_typed`].
pub fn fluent_static(out: &Path, project: &Path, codes: &[(i64, String)]) -> Outcome {
    let generate = |locales: &Path| -> Outcome<_> {
        let mut names: Vec<_> = fs::read_dir(locales)?.collect::<Result<_, _>>()?;
        names.sort_by_key(fs::DirEntry::file_name);
        let mut builder = MessageBundleBuilder::new("StaticPrompts");
        for entry in names.iter().filter(|entry| entry.path().is_dir()) {
            let name = entry.file_name().to_string_lossy().into_owned();
            builder.add_resource(&name, entry.path().join("prompts.ftl"))?;
        }
        builder.set_default_language("en-US")?;
        Ok(builder.build()?)
    };
    generate(project)?.write_to_file(out.join("fluent_static.rs"))?;
    let gaps = match generate(&out.join("locales")) {
        Ok(_) => String::new(),
        Err(_) => "its generator refuses a locale that lacks a message".to_owned(),
    };
    write(&out.join("fluent_static_gaps.txt"), gaps)?;
    let by_code = by_code(codes, "StaticPrompts", "Message", |accessor| format!("messages.{accessor}()"))?;
    write(&out.join("fluent_static_by_code.rs"), by_code)
}

/// Writes a function that returns the text of each code with a plain message.
fn by_code(
    codes: &[(i64, String)],
    messages: &str,
    text: &str,
    call: impl Fn(&str) -> String,
) -> Result<String, std::fmt::Error> {
    let mut code = format!("fn by_code(messages: &{messages}, code: i64) -> Option<{text}> {{\n    match code {{\n");
    for (number, id) in codes.iter().filter(|(_, id)| id != "im-login-failed") {
        writeln!(code, "        {number} => Some({}),", call(&id.replace('-', "_")))?;
    }
    code.push_str("        _ => None,\n    }\n}\n");
    Ok(code)
}

/// Some macros need a folder as a literal. It is written here, since it depends on the machine.
pub fn embedded(out: &Path) -> Outcome {
    let locales = out.join("locales");
    let json = out.join("rust-i18n");
    write(
        &out.join("fluent_templates.rs"),
        format!(
            "fluent_templates::static_loader! {{\n    static LOCALES = {{\n        locales: {locales:?},\n        \
             fallback_language: \"en-US\",\n    }};\n}}\n"
        ),
    )?;
    write(&out.join("rust_i18n.rs"), format!("rust_i18n::i18n!({json:?}, fallback = \"en-US\");\n"))?;
    write(
        &out.join("i18n_embed.rs"),
        format!("#[derive(rust_embed::RustEmbed)]\n#[folder = {locales:?}]\nstruct Embedded;\n"),
    )?;
    let mut files = String::from("static FILES: &[(&str, &[u8])] = &[\n");
    for entry in fs::read_dir(out.join("gettext"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        writeln!(files, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    write(&out.join("gettext.rs"), files + "];\n")
}
