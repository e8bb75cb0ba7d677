//! The classes of defects, and how each is put into a tree.

use super::edits::*;
use super::{CODES, EN, EN_EXTRA, Inject, ZH, ZH_EXTRA};

/// A class of defects: its name, the rule that must find it, and the function that creates it.
pub const CLASSES: &[(&str, &str, Inject)] = &[
    ("a message is deleted", "missing-message", |files, random| {
        delete(files, EN, random);
        None
    }),
    ("a source message is deleted", "missing-source-message", |files, random| {
        delete(files, ZH, random);
        None
    }),
    ("a message's name is misspelt", "obsolete-message", |files, random| {
        edit(files, EN, random, |line| line.replacen(" = ", "x = ", 1))
    }),
    ("a message is left over", "obsolete-message", |files, random| {
        insert(files, EN, random, "left-over = This is left over\n")
    }),
    ("a source message has no code", "unused-message", |files, random| {
        insert(files, EN, random, "no-code = There is no code for this\n");
        insert(files, ZH, random, "no-code = 没有错误码\n")
    }),
    ("a value is missing", "missing-value", |files, random| {
        edit(files, EN, random, |line| format!("{}\n    .extra = x", line.split_once('=').unwrap().0.to_owned() + "="))
    }),
    ("an attribute is missing", "missing-attribute", |files, random| {
        remove_line(files, EN, random, "    .description")
    }),
    ("an attribute is left over", "obsolete-attribute", |files, random| {
        edit(files, EN, random, |line| format!("{line}\n    .tooltip = A tooltip")).map(|line| line + 1)
    }),
    ("a message comes twice", "duplicate-message", |files, random| {
        edit(files, EN, random, |line| format!("{line}\n{line}")).map(|line| line + 1)
    }),
    ("a locale is a folder and a file", "duplicate-message", |files, _| {
        files.insert("en-US.ftl".to_owned(), b"room-not-found = There is no room\n".to_vec());
        Some(1)
    }),
    ("an attribute comes twice", "duplicate-attribute", |files, random| {
        edit(files, EN, random, |line| format!("{line}\n    .tooltip = One\n    .tooltip = Two")).map(|line| line + 2)
    }),
    ("a variant comes twice", "duplicate-variant", |files, _| {
        replace(files, EN_EXTRA, "        [one]", "        [one] One seat is left\n        [one]").map(|line| line + 1)
    }),
    ("a number is a key twice", "duplicate-variant", |files, _| {
        replace(files, EN_EXTRA, "        [one]", "        [1] One is left\n        [01] A seat is left\n        [one]")
            .map(|line| line + 1)
    }),
    ("a brace is not closed", "syntax", |files, random| edit(files, EN, random, |line| format!("{line} {{ $code"))),
    ("an equals sign is missing", "syntax", |files, random| edit(files, EN, random, |line| line.replacen('=', "", 1))),
    ("an equals sign is full-width", "syntax", |files, random| {
        edit(files, EN, random, |line| line.replacen('=', "＝", 1))
    }),
    ("a default variant is missing", "syntax", |files, _| {
        replace(files, EN_EXTRA, "*[other]", " [other]");
        None
    }),
    ("a line is indented with a tab", "syntax", |files, random| {
        edit(files, EN, random, |line| format!("{line}\n\t.tooltip = x")).map(|line| line + 1)
    }),
    ("brackets are nested too deep", "syntax", |files, random| {
        append(files, EN, random, &format!(" {}1{}", "{ ".repeat(51), " }".repeat(51)))
    }),
    ("a file is UTF-16", "invalid-encoding", |files, random| {
        let text = String::from_utf8(files[EN].clone()).unwrap();
        let bytes = if random.usize(..2) == 0 { u16::to_le_bytes } else { u16::to_be_bytes };
        files.insert(EN.to_owned(), text.encode_utf16().flat_map(bytes).collect());
        Some(1)
    }),
    ("a byte is not UTF-8", "invalid-encoding", |files, random| {
        let line = edit(files, EN, random, |line| format!("{line}~~"));
        let bytes = files.get_mut(EN).unwrap();
        let at = bytes.windows(2).position(|pair| pair == b"~~").unwrap();
        bytes.splice(at..at + 2, [0xE9]);
        line
    }),
    ("a byte-order mark", "byte-order-mark", |files, random| {
        let file = [EN, ZH, EN_EXTRA, ZH_EXTRA][random.usize(..4)];
        files.get_mut(file).unwrap().splice(0..0, [0xEF, 0xBB, 0xBF]);
        Some(1)
    }),
    ("one line ends in CRLF", "mixed-line-endings", |files, random| {
        edit(files, EN, random, |line| format!("{line}\r"))
    }),
    ("a reference to no message", "unknown-message", |files, random| append(files, EN, random, " { no-such-message }")),
    ("a reference to no term", "unknown-term", |files, random| append(files, EN, random, " { -no-such-term }")),
    ("a reference to no attribute", "unknown-attribute", |files, random| {
        append(files, EN, random, " { signed-in-elsewhere.nothing }")
    }),
    ("a function that does not exist", "unknown-function", |files, random| {
        append(files, EN, random, " { DATETIME(\"2026\") }")
    }),
    ("an option that does not exist", "unknown-function", |files, random| {
        append(files, EN, random, " { NUMBER(1, minimumFractionDigit: 2) }")
    }),
    ("an option with a value that it does not take", "unknown-function", |files, random| {
        append(files, EN, random, " { NUMBER(1, minimumFractionDigits: \"two\") }")
    }),
    ("a function with two values", "unknown-function", |files, random| append(files, EN, random, " { NUMBER(1, 2) }")),
    ("a cycle of references", "reference-cycle", |files, random| {
        insert(files, EN, random, "-cycle = { -other-cycle }\n-other-cycle = { -cycle }\n");
        None
    }),
    ("a variable that is not in the source", "unknown-variable", |files, random| {
        append(files, EN, random, " { $nmae }")
    }),
    ("a variable's name is misspelt", "unknown-variable", |files, _| {
        replace(files, EN_EXTRA, "{ $name }, welcome", "{ $nmae }, welcome")
    }),
    ("a term is dropped", "missing-reference", |files, random| {
        for (file, brand) in [(ZH, "课堂"), (EN, "Classroom")] {
            insert(files, file, random, &format!("-brand = {brand}\n"));
        }
        let line = append(files, EN, random, "")?;
        in_source(files, line, "：{ -brand }")
    }),
    ("a variable is dropped", "missing-variable", |files, random| match random.usize(..2) {
        0 => replace(files, EN_EXTRA, "{ $name }, welcome", "Welcome"),
        _ => replace(files, EN, " (code { $code })", ""),
    }),
    ("a term is used without its variable", "unknown-variable", |files, random| {
        let file = [EN, ZH][random.usize(..2)];
        insert(files, file, random, "-numbered = { $number }\n");
        append(files, file, random, " { -numbered }")
    }),
    ("a count is selected by and not shown", "missing-variable", |files, _| {
        replace(files, EN_EXTRA, "*[other] { $count } seats", "*[other] Some seats")
    }),
    ("a plural category is missing", "missing-plural", |files, _| {
        replace(files, EN_EXTRA, "        [one] { $count } seat is left\n", "");
        None
    }),
    ("a plural has no variants at all", "missing-plural", |files, _| {
        let text = String::from_utf8(files[EN_EXTRA].clone()).unwrap();
        let start = text.find("    { $count ->").unwrap();
        let end = start + text[start..].find("\n    }").unwrap() + "\n    }".len();
        files
            .insert(EN_EXTRA.to_owned(), text.replace(&text[start..end], "    { $count } seats are left").into_bytes());
        None
    }),
    ("a word is the key of a number", "unreachable-variant", |files, _| {
        replace(files, EN_EXTRA, "       *[other]", "        [plural] Many seats are left\n       *[other]")
    }),
    ("a plural category that is never selected", "unreachable-variant", |files, random| {
        let variant = format!(
            "        [{}] A few seats are left\n       *[other]",
            ["few", "many", "two", "zero"][random.usize(..4)]
        );
        replace(files, EN_EXTRA, "       *[other]", &variant)
    }),
    ("a variant that the source never selects", "unreachable-variant", |files, _| {
        replace(files, EN, "       *[false]", "        [maybe] Perhaps sign in to IM\n       *[false]")
    }),
    ("a variant of the source is missing", "missing-variant", |files, _| {
        replace(files, EN, "        [true] Sign in to IM first\n", "");
        None
    }),
    ("the source text has changed", "stale-translation", |files, random| {
        // The record of the source text is right above.
        let record = edit(files, EN, random, str::to_owned)? - 1;
        let text = String::from_utf8(files[EN].clone()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        assert!(lines[record - 1].starts_with("# zh-CN"), "{}", lines[record - 1]);
        lines[record - 1] = "# zh-CN: 以前的文字";
        files.insert(EN.to_owned(), (lines.join("\n") + "\n").into_bytes());
        Some(record)
    }),
    ("a translation has no record", "unrecorded", |files, random| {
        let line = edit(files, EN, random, str::to_owned)?;
        let text = String::from_utf8(files[EN].clone()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        let records = lines[..line - 1].iter().rev().take_while(|line| line.starts_with("# zh-CN")).count();
        lines.drain(line - 1 - records..line - 1);
        files.insert(EN.to_owned(), (lines.join("\n") + "\n").into_bytes());
        Some(line - records)
    }),
    ("a text is empty", "empty-text", |files, random| {
        edit(files, EN, random, |line| format!("{} = {{ \"\" }}", line.split(" = ").next().unwrap()))
    }),
    ("a text is not translated", "untranslated", |files, random| {
        edit(files, EN, random, |line| format!("{} = 房间的文字没有翻译", line.split(" = ").next().unwrap()))
            .inspect(|_| ())
            .and_then(|line| same_in_source(files, line))
    }),
    ("a sentence of the fallback locale is not translated", "untranslated", |files, random| {
        let (lines, simple) = simple_messages(files, EN);
        let is_long = |index: &usize| {
            let words = lines[*index].split(" = ").nth(1).unwrap().split(' ').skip(1);
            words.filter(|word| word.len() > 3 && word.chars().all(|letter| letter.is_ascii_lowercase())).count() > 2
        };
        let long: Vec<usize> = simple.into_iter().filter(is_long).collect();
        let line = &lines[long[random.usize(..long.len())]];
        files.insert("nl/prompts.ftl".to_owned(), format!("{line}\n").into_bytes());
        Some(1)
    }),
    ("a tag is not closed", "mismatched-markup", |files, random| {
        let line = append(files, EN, random, " <a>here<a>")?;
        in_source(files, line, "<a>这里</a>")
    }),
    ("a tag is lost", "mismatched-markup", |files, random| {
        let line = append(files, EN, random, " here")?;
        let markup =
            ["<a>这里</a>", "<strong>这里</strong>", "<span data-l10n-name=\"x\">这里</span>"][random.usize(..3)];
        in_source(files, line, markup)
    }),
    ("an entity is lost", "mismatched-markup", |files, random| {
        let (entity, character) = [("&lt;", "<"), ("&gt;", ">"), ("&copy;", ""), ("&trade;", "")][random.usize(..4)];
        let line = append(files, EN, random, &format!(" {character}"))?;
        in_source(files, line, &format!(" {entity}"))
    }),
    ("Chinese in English", "wrong-script", |files, random| append(files, EN, random, " 房间已满")),
    ("Chinese in English as an escape", "wrong-script", |files, random| {
        append(files, EN, random, " { \"\\u623F\\u95F4\" }")
    }),
    ("a word of another script", "wrong-script", |files, random| {
        let word = ["комната", "αίθουσα", "غرفة", "חדר", "ห้อง", "कमरा", "방이", "ルーム"][random.usize(..8)];
        let file = [EN, ZH][random.usize(..2)];
        append(files, file, random, &format!(" {word}"))
    }),
    ("a letter that only looks right", "wrong-script", |files, random| {
        let word = ["pаssword", "Сlose", "Ηotel", "rооms and sеats"][random.usize(..4)];
        append(files, EN, random, &format!(" {word}"))
    }),
    ("an English sentence in Chinese", "wrong-script", |files, random| {
        append(files, ZH, random, "，please sign in again and retry")
    }),
    ("a control character", "control-character", |files, random| {
        let text = ["\u{7}", "\u{1B}", "\u{8}", "\u{85}", "\u{7F}"][random.usize(..5)];
        append(files, EN, random, text)
    }),
    ("a replacement character", "replacement-character", |files, random| append(files, EN, random, "\u{FFFD}")),
    ("text that was decoded twice", "replacement-character", |files, random| {
        let text = [" donâ€™t", " cafÃ©", " æˆ¿é—´", " naÃ¯ve"][random.usize(..4)];
        append(files, EN, random, text)
    }),
    ("a bidirectional override", "bidi-control", |files, random| {
        let text = ["\u{202E}abc", "\u{202D}abc", "\u{2066}abc", "abc\u{2069}"][random.usize(..4)];
        append(files, EN, random, text)
    }),
    ("an invisible character", "invisible-character", |files, random| {
        let text = ["a\u{200B}b", "a\u{AD}b", "a\u{2060}b", "a\u{FEFF}b", "a\u{E0041}"][random.usize(..5)];
        append(files, EN, random, text)
    }),
    ("text that is not composed", "not-nfc", |files, random| append(files, EN, random, " cafe\u{301}")),
    ("a space at an end", "edge-whitespace", |files, random| append(files, EN, random, "{ \" \" }")),
    ("two spaces in a row", "double-space", |files, random| {
        edit(files, EN, random, |line| {
            let (id, text) = line.split_once(" = ").unwrap();
            format!("{id} = {}", text.replacen(' ', "  ", 1))
        })
    }),
    ("full-width punctuation in English", "punctuation", |files, random| append(files, EN, random, "，really")),
    ("an ASCII comma in Chinese", "punctuation", |files, random| append(files, ZH, random, ",请重试")),
    ("a Latin comma in Arabic", "punctuation", |files, random| {
        let mark = [",", ";", "?"][random.usize(..3)];
        let text = format!("room-not-found = الغرفة{mark} غير موجودة\n");
        files.insert("ar/prompts.ftl".to_owned(), text.into_bytes());
        Some(1)
    }),
    ("an end mark that is not in the source", "punctuation", |files, random| append(files, EN, random, ".")),
    ("an ASCII mark at the end in Chinese", "punctuation", |files, random| {
        let text = ["，请重试.", "，请重试!", "：座位,", "，要重试吗?"][random.usize(..4)];
        append(files, ZH, random, text)
    }),
    ("a size is changed", "mismatched-number", |files, random| {
        let line = append(files, EN, random, " 8x8")?;
        in_source(files, line, " 16x16")
    }),
    ("a number is lost", "mismatched-number", |files, _| replace(files, EN_EXTRA, "50 people", "15 people")),
    ("a prompt is too long", "too-long", |files, random| {
        let codes = String::from_utf8(files[CODES].clone()).unwrap();
        let line = codes.lines().filter(|line| line.starts_with("10")).nth(random.usize(..10)).unwrap();
        let id = line.split('"').nth(1).unwrap();
        let code = line.split(' ').next().unwrap();
        let limited = format!("{code} = {{ message = \"{id}\", max-length = 3 }}");
        files.insert(CODES.to_owned(), codes.replace(line, &limited).into_bytes());
        None
    }),
    ("a variable is not documented", "undocumented-variable", |files, random| match random.usize(..3) {
        0 => replace(files, ZH_EXTRA, "$count (Number)", "$counts (Number)").and(None),
        1 => replace(files, ZH_EXTRA, "#   $name (String) - the member's name.\n", "#   the member's name\n").and(None),
        _ => replace(files, ZH, "#   $im-reused (String)", "#   $im (String)").and(None),
    }),
    ("an allowance allows nothing", "unused-allow", |files, random| {
        edit(files, EN, random, |line| format!("# allow(double-space): there were two once\n{line}"))
    }),
    ("a folder's name is not canonical", "invalid-locale", |files, random| {
        let name = ["en_US", "en-us", "EN-GB", "zh-hans", "english"][random.usize(..5)];
        files.insert(format!("{name}/prompts.ftl"), b"room-not-found = The room does not exist\n".to_vec());
        None
    }),
    ("a file ends in .FTL", "invalid-locale", |files, random| {
        let path = ["en-US/more.FTL", "ar.FTL", "en-US/below/more.Ftl"][random.usize(..3)];
        files.insert(path.to_owned(), b"room-not-found = The room does not exist\n".to_vec());
        Some(1)
    }),
    ("a locale is missing", "missing-locale", |files, _| {
        files.retain(|path, _| !path.starts_with("en-US/"));
        None
    }),
    ("a code is given twice", "invalid-codes-file", |files, random| {
        let codes = String::from_utf8(files[CODES].clone()).unwrap();
        let lines: Vec<&str> = codes.lines().filter(|line| line.starts_with("10")).collect();
        let line = lines[random.usize(..lines.len())];
        files.insert(CODES.to_owned(), codes.replace(line, &format!("{line}\n{line}")).into_bytes());
        None
    }),
    ("a text that grows without bounds", "unrenderable", |files, random| {
        insert(files, EN, random, &format!("-ten = {}\n", "{ \"x\" }".repeat(10)));
        append(files, EN, random, &" { -ten }".repeat(10))
    }),
    ("a text in place of a number", "unrenderable", |files, random| append(files, EN, random, " { NUMBER(\"many\") }")),
];
