//! The names of languages, each in the language itself: so that those find theirs who can't read the others.

const NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("de-DE", "Deutsch"),
    ("en-US", "English"),
    ("es-ES", "Español"),
    ("fr-FR", "Français"),
    ("id-ID", "Bahasa Indonesia"),
    ("ja-JP", "日本語"),
    ("ko-KR", "한국어"),
    ("pt-BR", "Português (Brasil)"),
    ("ru-RU", "Русский"),
    ("th-TH", "ไทย"),
    ("vi-VN", "Tiếng Việt"),
    ("zh-CN", "简体中文"),
    ("zh-TW", "繁體中文"),
];

/// Returns the name of a locale's language, or the tag if it is not known here.
pub fn name(tag: &str) -> &str {
    NAMES.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, name)| name)
}
