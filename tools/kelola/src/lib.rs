//! What the page `kelola/` asks of a profile, for browsers: the same rooms that check and amend profiles on a machine,
//! compiled to WebAssembly. One question, JSON in UTF-8, has one answer; nothing is kept between two of them. `build`
//! beside this file makes `src/manage/engine.wasm.gz` of it.

#[path = "../../../src/amend/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
mod amend;
mod answer;
#[path = "../../../src/content/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
mod content;
#[path = "../../../src/finding/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
mod finding;
#[path = "../../../src/manage/forms.rs"]
#[allow(dead_code, reason = "a browser needs a part of the room")]
mod forms;
#[path = "../../../src/host/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
mod host;
#[path = "../../../src/keys/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
mod keys;
mod markdown;
#[path = "../../../src/model/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
mod model;
mod photo;
#[path = "../../../src/routes.rs"]
#[allow(dead_code, reason = "a browser needs a part of the room")]
mod routes;
/// A file with a folder of its own beside it, which only the folder around both finds.
#[path = "../../../src"]
mod rooms {
    #[allow(dead_code, unused_imports, reason = "a browser needs a part of the room")]
    pub(crate) mod settings;
}
use rooms::settings;
mod source;

/// Bytes of the length that stands before an answer.
const LENGTH_BYTES: usize = 4;

/// Room for a question of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn make_room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Answers the question at a place that `make_room` gave, and takes it back. At the place of the answer stand four
/// bytes of its length, the lowest first, then its text; `take_back` wants both.
///
/// # Safety
/// `at` and `length` are those of one call of `make_room`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ask(at: *mut u8, length: usize) -> *mut u8 {
    // SAFETY: the caller says so.
    let question = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, length)) };
    let answer = answer::to(&question);
    let mut bytes = Vec::with_capacity(LENGTH_BYTES + answer.len());
    bytes.extend(u32::try_from(answer.len()).unwrap_or_default().to_le_bytes());
    bytes.extend(answer.as_bytes());
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

/// Takes back the room of an answer, whose text has so many bytes.
///
/// # Safety
/// `at` is what `ask` gave, and `length` what stands there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn take_back(at: *mut u8, length: usize) {
    // SAFETY: the caller says so.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, LENGTH_BYTES + length)) });
}
