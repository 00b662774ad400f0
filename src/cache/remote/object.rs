//! One parcel as the bytes of one object: `etalase-objek-1`, a BLAKE3 of all that follows, and then a head that tells
//! what the bytes behind it are. An object that was cut, altered or put under another name is no object.

use serde::{Deserialize, Serialize};

use crate::cache::shared::{Made, Parcel};
use crate::photo::PhotoLook;

/// The first bytes; other ones mean that another version wrote it.
const FORM: &[u8] = b"etalase-objek-1\n";

/// Bytes of a BLAKE3.
const HASH: usize = 32;

/// Bytes of the head's length.
const LENGTH: usize = 4;

#[derive(Serialize, Deserialize, PartialEq)]
struct Head {
    name: String,
    originals: Vec<Original>,
}

#[derive(Serialize, Deserialize, PartialEq)]
struct Original {
    source: String,
    look: Option<PhotoLook>,
    /// Name and size of each file.
    files: Vec<(String, usize)>,
}

/// The name of a parcel's object: `3f/3fa8…`, which follows from everything that decides its bytes.
pub(super) fn name_of(parcel: &Parcel) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&part.len().to_le_bytes());
        hasher.update(part);
    };
    add(FORM);
    add(parcel.made_by.as_bytes());
    for wanted in &parcel.wanted {
        add(wanted.source.bytes());
        add(&wanted.files.len().to_le_bytes());
        wanted.files.iter().for_each(|file| add(file.as_bytes()));
    }
    let name = hasher.finalize().to_hex();
    format!("{}/{name}", &name[..2])
}

/// The object of that name.
pub(super) fn pack(name: &str, made: &[Made]) -> Vec<u8> {
    let original = |made: &Made| Original {
        source: made.source.to_string(),
        look: made.look.clone(),
        files: made.files.iter().map(|(file, bytes)| (file.clone(), bytes.len())).collect(),
    };
    let head = Head { name: name.to_owned(), originals: made.iter().map(original).collect() };
    let head = serde_json::to_vec(&head).expect("text and numbers");
    let files = || made.iter().flat_map(|made| &made.files);
    let bodies: usize = files().map(|(_, bytes)| bytes.len()).sum();
    let mut object = Vec::with_capacity(FORM.len() + HASH + LENGTH + head.len() + bodies);
    object.extend_from_slice(FORM);
    object.extend_from_slice(&[0; HASH]);
    let length = u32::try_from(head.len()).expect("a head is short");
    object.extend_from_slice(&length.to_le_bytes());
    object.extend_from_slice(&head);
    files().for_each(|(_, bytes)| object.extend_from_slice(bytes));
    let hash = blake3::hash(&object[FORM.len() + HASH..]);
    object[FORM.len()..FORM.len() + HASH].copy_from_slice(hash.as_bytes());
    object
}

/// What an object of that name holds; `None` unless it is whole, and of exactly what is wanted.
pub(super) fn unpack(name: &str, parcel: &Parcel, object: &[u8]) -> Option<Vec<Made>> {
    let (hash, rest) = object.strip_prefix(FORM)?.split_at_checked(HASH)?;
    if blake3::hash(rest).as_bytes() != hash {
        return None;
    }
    let (length, rest) = rest.split_at_checked(LENGTH)?;
    let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
    let (head, mut bodies) = rest.split_at_checked(length)?;
    let head: Head = serde_json::from_slice(head).ok()?;
    if head.name != name || head.originals.len() != parcel.wanted.len() {
        return None;
    }
    let mut all = Vec::with_capacity(parcel.wanted.len());
    for (wanted, original) in parcel.wanted.iter().zip(head.originals) {
        let is_sound = original.look.as_ref().is_none_or(PhotoLook::is_sound);
        if original.source != wanted.source.to_string() || !is_sound {
            return None;
        }
        let names: Vec<&String> = original.files.iter().map(|(file, _)| file).collect();
        if !names.iter().copied().eq(&wanted.files) {
            return None;
        }
        let mut files = Vec::with_capacity(original.files.len());
        for (file, size) in original.files {
            let (body, others) = bodies.split_at_checked(size).filter(|_| size > 0)?;
            files.push((file, body.to_vec()));
            bodies = others;
        }
        all.push(Made { source: wanted.source, look: original.look, files });
    }
    bodies.is_empty().then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::shared::Wanted;
    use crate::photo::SourceHash;

    fn parcel(files: &[&str]) -> Parcel {
        let files = files.iter().map(|file| (*file).to_owned()).collect();
        Parcel { made_by: "", wanted: vec![Wanted { source: SourceHash::of(b"a"), files }] }
    }

    fn made(parcel: &Parcel, colour: &str) -> Vec<Made> {
        let look = PhotoLook { colour: colour.to_owned(), blur: String::new(), is_opaque: true };
        let files = parcel.wanted[0].files.iter().map(|file| (file.clone(), file.as_bytes().to_vec()));
        vec![Made { source: parcel.wanted[0].source, look: Some(look), files: files.collect() }]
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let parcel = parcel(&["a.jpg", "b.webp"]);
        let (name, made) = (name_of(&parcel), made(&parcel, "#112233"));
        assert_eq!(unpack(&name, &parcel, &pack(&name, &made)), Some(made));
    }

    #[test]
    fn any_byte_that_differs_and_any_that_is_missing_is_found() {
        let parcel = parcel(&["a.jpg", "b.webp"]);
        let name = name_of(&parcel);
        let object = pack(&name, &made(&parcel, "#112233"));
        for at in 0..object.len() {
            let mut altered = object.clone();
            altered[at] ^= 1;
            assert_eq!(unpack(&name, &parcel, &altered), None, "byte {at}");
            assert_eq!(unpack(&name, &parcel, &object[..at]), None, "cut at {at}");
        }
        assert_eq!(unpack(&name, &parcel, &[object, vec![0]].concat()), None);
    }

    #[test]
    fn an_object_under_another_name_or_of_other_pictures_is_none() {
        let (one, other) = (parcel(&["a.jpg"]), parcel(&["b.jpg"]));
        let (name, name_of_other) = (name_of(&one), name_of(&other));
        assert_ne!(name, name_of_other);
        let object = pack(&name, &made(&one, "#112233"));
        assert_eq!(unpack(&name_of_other, &other, &object), None);
        assert_eq!(unpack(&name, &other, &object), None);
        let by_another = Parcel { made_by: "etalase 9", ..one.clone() };
        assert_ne!(name_of(&by_another), name);
    }

    #[test]
    fn a_look_that_would_be_more_than_a_colour_is_refused() {
        let parcel = parcel(&["a.jpg"]);
        let name = name_of(&parcel);
        let object = pack(&name, &made(&parcel, "red;background:url(//contoh.id)"));
        assert_eq!(unpack(&name, &parcel, &object), None);
    }
}
