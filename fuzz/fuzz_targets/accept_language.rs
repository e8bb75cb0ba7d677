#![no_main]

properties_fuzz::target!(accept_language);
