//! The language of a response.

use std::thread;

use crate::support::Server;

const TEXTS: [(&str, &str); 3] =
    [("zh-TW", "房間不存在"), ("zh-CN", "房间不存在"), ("en-US", "The room does not exist")];

#[test]
fn language_is_chosen_by_accept_language_header() {
    let line = |languages: &str| format!("Accept-Language: {languages}").into_bytes();
    let many = "x-y;q=0.5,".repeat(1_400);
    let long = "a".repeat(14_000);
    let cases: &[(&[&[u8]], &str)] = &[
        (&[b"Accept-Language: zh-HK"], "zh-TW"),
        (&[b"Accept-Language: zh-SG"], "zh-CN"),
        (&[b"Accept-Language: en-AU"], "en-US"),
        (&[b"Accept-Language: en;q=0.8, zh-HK;q=0.9"], "zh-TW"),
        (&[b"ACCEPT-LANGUAGE:zh-hant"], "zh-TW"),
        // No available language.
        (&[], "en-US"),
        (&[b"Accept-Language:"], "en-US"),
        (&[b"Accept-Language: *"], "en-US"),
        (&[b"Accept-Language: tlh, *;q=0.5"], "en-US"),
        (&[b"Accept-Language: ,;q=,;;-,<script>"], "en-US"),
        // Unwanted languages are used if there is no other.
        (&[b"Accept-Language: zh;q=0"], "en-US"),
        (&[b"Accept-Language: en;q=0, zh;q=0.1"], "zh-CN"),
        (&[b"Accept-Language: en;q=0"], "en-US"),
        // Several lines are one list.
        (&[b"Accept-Language: tlh", b"Accept-Language: zh-HK"], "zh-TW"),
        (&[b"Accept-Language: zh;q=0.5", b"Accept-Language: en"], "en-US"),
        // Bytes that are not UTF-8, or UTF-8 that is not a tag.
        (&[b"Accept-Language: \xff\xfe, zh-HK"], "zh-TW"),
        (&[b"Accept-Language: \xff"], "en-US"),
        (&[&line("中文, zh-HK")], "zh-TW"),
        // Only the beginning of a long header is read.
        (&[&line(&format!("{many}zh-HK"))], "en-US"),
        (&[&line(&format!("zh-HK,{many}"))], "zh-TW"),
        (&[&line(&format!("zh-HK,{long}"))], "zh-TW"),
        (&[&line(&long)], "en-US"),
        (&[&line(&format!("{}x,zhabcdef", "tlh,".repeat(249)))], "en-US"),
        (&[&line(&many), b"Accept-Language: zh-HK"], "en-US"),
    ];
    let server = Server::start();
    for (lines, locale) in cases {
        let answer = server.ask("GET /rooms/2", lines, "");
        let shown = lines.iter().map(|line| String::from_utf8_lossy(line)).collect::<Vec<_>>();
        let (_, text) = TEXTS.iter().find(|(of, _)| of == locale).unwrap();
        assert_eq!((answer.status, answer.header("Content-Language")), (404, *locale), "{shown:.60?}");
        assert_eq!(answer.member("detail"), *text, "{shown:.60?}");
        assert_eq!(answer.header("Vary"), "accept-language", "{shown:.60?}");
    }
}

#[test]
fn language_of_concurrent_requests_is_independent() {
    let server = Server::start();
    thread::scope(|scope| {
        for (language, text) in TEXTS {
            let server = &server;
            scope.spawn(move || {
                for _ in 0..50 {
                    assert_eq!(server.get("/rooms/2", language).member("detail"), text);
                }
            });
        }
    });
}
