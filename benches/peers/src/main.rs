//! Prints tables of the peers, and with `--write` puts them into `benches/README.md`.

use std::path::Path;
use std::process::{Command, ExitCode};

use peers::measures::{self, Figures, Lookup, Once};
use peers::peers::ALL;
use peers::report::{Section, write};
use peers::tables::{self, Column};
use peers::{environment, tables::figures};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
const USAGE: &str = "usage: cargo run --release --manifest-path benches/peers/Cargo.toml [-- --write]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let [flag, index] = arguments[..]
        && let Some(once) = Once::of(flag)
    {
        once.in_this_process(index.parse().expect("it is a number"));
        return ExitCode::SUCCESS;
    }
    let is_written = match arguments[..] {
        [] => false,
        ["--write"] => true,
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    if cfg!(debug_assertions) {
        eprintln!("this build is not optimized; add --release");
        return ExitCode::from(2);
    }
    match sections().and_then(|sections| {
        for section in &sections {
            println!("## {}\n\n{}", section.name, section.content);
        }
        if is_written { write(Path::new(PAGE), &sections) } else { Ok(()) }
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

fn sections() -> Result<Vec<Section>, String> {
    let say = |what: &str| eprintln!("{what} …");
    let machine = environment::machine();
    say("counting allocations, in a separate program");
    let counted = Counted::run()?;
    let timed = |lookup: Lookup, title: &str| {
        say(title);
        Column::compared(title, lookup.time())
    };
    let allocations = |key: &str| Column::plain("allocations", counted.figures(key));

    let prompts = [
        timed(Lookup::Plain, "plain prompt, ns"),
        allocations("Plain"),
        timed(Lookup::Absent, "no such locale, ns"),
        allocations("Absent"),
        timed(Lookup::Incomplete, "locale lacks it, ns"),
        allocations("Incomplete"),
        timed(Lookup::Many, "10,000 codes, ns"),
        allocations("Many"),
    ];
    let arguments = [
        timed(Lookup::Login, "-4 by its argument, ns"),
        allocations("Login"),
        timed(Lookup::Unknown, "unknown code, ns"),
        allocations("Unknown"),
    ];
    say("first prompts");
    let start = [
        Column::compared("first prompt of a process, µs", Once::First.microseconds()),
        Column::compared("again, µs", measures::first_again()),
        Column::plain("heap then, KiB", counted.figures("first")),
    ];
    say("10,000 messages");
    let load = [
        Column::compared("a locale of 10,000, ms", measures::divided(Once::Load.microseconds(), 1_000.0)),
        Column::compared("memory beyond the texts, bytes a message", counted.figures("load")),
    ];
    let ours = |figures: Figures| figures[0].as_ref().copied().unwrap_or(f64::NAN);
    let with_codes = format!(
        "code-prompts with its table of 10,000 codes, from the folder on disk: {:.1} ms, {:.0} bytes a message beyond the \
         texts.\n",
        ours(Once::LoadWithCodes.microseconds()) / 1_000.0,
        ours(counted.figures("load with codes")),
    );
    say("threads");
    let threads = [Column::plain("two threads over one, ×", measures::threads())];
    say("answers");
    // A panic of a peer is a wrong answer in the table, and is not printed.
    std::panic::set_hook(Box::new(|_| ()));
    let (answers, wrong) = tables::answers();
    let compared: Vec<&Column> = prompts.iter().chain(&arguments).chain(&start).chain(&load).collect();

    Ok(vec![
        Section { name: "machine", content: machine },
        Section { name: "peers", content: environment::peers() },
        Section { name: "prompts", content: figures(&prompts) },
        Section { name: "arguments", content: figures(&arguments) },
        Section { name: "start", content: figures(&start) },
        Section { name: "load", content: format!("{}\n{with_codes}", figures(&load)) },
        Section { name: "threads", content: figures(&threads) },
        Section { name: "answers", content: answers },
        Section { name: "wrong", content: wrong },
        Section { name: "faster", content: tables::faster(&compared) },
    ])
}

/// The output of the program `allocations`, by line: key, number of the peer, figure.
struct Counted(Vec<(String, usize, f64)>);

impl Counted {
    fn run() -> Result<Self, String> {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let arguments = ["run", "--release", "--locked", "--quiet", "--bin", "allocations", "--manifest-path"];
        let mut command = Command::new(cargo);
        let output = command.args(arguments).arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).output();
        let output = output.map_err(|error| format!("cargo does not start: {error}"))?;
        if !output.status.success() {
            return Err(format!("allocations: {}", String::from_utf8_lossy(&output.stderr)));
        }
        let line = |line: &str| {
            let mut fields = line.split('\t');
            Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
        };
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let lines: Option<Vec<_>> = text.lines().map(line).collect();
        lines.map(Self).ok_or_else(|| format!("allocations: can't be read: {text}"))
    }

    fn figures(&self, key: &str) -> Figures {
        let find = |index| self.0.iter().find(|(name, peer, _)| name == key && *peer == index);
        (0..ALL.len()).map(|index| find(index).map(|(_, _, figure)| *figure).ok_or("".into())).collect()
    }
}
