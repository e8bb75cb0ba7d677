//! Opens the window, in the language of the system.

use desktop_example::Viewer;

fn main() -> iced::Result {
    iced::application(|| Viewer::new(sys_locale::get_locales()), Viewer::update, Viewer::view)
        .title("Error codes")
        .run()
}
