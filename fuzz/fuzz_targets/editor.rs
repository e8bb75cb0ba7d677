#![no_main]

properties_fuzz::target!(editor);
