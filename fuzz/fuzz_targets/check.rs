#![no_main]

properties_fuzz::target!(check);
