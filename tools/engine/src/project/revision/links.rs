//! Symbolic links in a commit, resolved within the folder: nothing outside of it is read.

/// Adds the files that links show. As on disk, a link to a file is one file, and a link to a folder counts only next to
/// `codes.toml`, where it is a locale. A link that leads out of the folder, or to another link, is left out.
pub(super) fn add_targets(files: &mut Vec<(String, Vec<u8>)>, links: impl Iterator<Item = (String, Vec<u8>)>) {
    let mut shown = Vec::new();
    for (link, target) in links {
        let Some(target) = std::str::from_utf8(&target).ok().and_then(|target| resolve(&link, target)) else {
            continue;
        };
        for (path, text) in files.iter() {
            match path.strip_prefix(&*target) {
                Some("") => shown.push((link.clone(), text.clone())),
                Some(below) if below.starts_with('/') && !link.contains('/') => {
                    shown.push((format!("{link}{below}"), text.clone()));
                }
                _ => {}
            }
        }
    }
    files.append(&mut shown);
}

/// Returns the path that a link leads to, relative to the folder.
fn resolve(link: &str, target: &str) -> Option<String> {
    let mut path: Vec<&str> = link.split('/').collect();
    path.pop();
    if target.starts_with('/') {
        return None;
    }
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(path.pop()?),
            name => path.push(name),
        }
    }
    (!path.is_empty()).then(|| path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_resolved_within_folder() {
        for (link, target, expected) in [
            ("en-GB", "en", Some("en")),
            ("en-GB", "./en/", Some("en")),
            ("en-GB/a.ftl", "../en/a.ftl", Some("en/a.ftl")),
            ("en-GB/a.ftl", "b.ftl", Some("en-GB/b.ftl")),
            ("en-GB", "../en", None),
            ("en-GB", "/en", None),
            ("en-GB", ".", None),
        ] {
            assert_eq!(resolve(link, target).as_deref(), expected, "{link} {target}");
        }
    }

    #[test]
    fn links_show_files_once() {
        let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
        let mut files = vec![file("en/a.ftl", "a"), file("en/b/c.ftl", "c"), file("english.ftl", "e")];
        let links = [
            file("en-GB", "en"),
            file("en-US.ftl", "en/a.ftl"),
            file("fr/loop", "../en"),
            file("de", "nothing"),
            file("it", "it"),
        ];
        add_targets(&mut files, links.into_iter());
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["en/a.ftl", "en/b/c.ftl", "english.ftl", "en-GB/a.ftl", "en-GB/b/c.ftl", "en-US.ftl"]);
    }
}
