//! Orientation and location out of EXIF and XMP. Metadata often lies or is broken: whatever cannot be read
//! counts as absent, and never stops a photo.

use std::panic::catch_unwind;

use exif::{In, Reader, Tag};

use super::parts::Metadata;
use crate::photo::recipe::Orientation;

/// More EXIF than this is not read: a segment of a JPEG holds at most 64 KiB.
const MAX_BYTES: usize = 1024 * 1024;

/// Tags that tell where a photo was taken, or what it shows.
const PLACES: [Tag; 5] = [
    Tag::GPSLatitude,
    Tag::GPSLongitude,
    Tag::GPSDestLatitude,
    Tag::GPSDestLongitude,
    Tag::GPSAreaInformation,
];

/// From EXIF as it stands in a file, with or without the leading `Exif`, 0, 0.
pub(super) fn read_exif(bytes: &[u8]) -> Metadata {
    let tiff = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
    if tiff.len() > MAX_BYTES {
        return Metadata::default();
    }
    // A panic in the parser costs the metadata only.
    catch_unwind(|| read_tiff(tiff)).ok().flatten().unwrap_or_default()
}

fn read_tiff(tiff: &[u8]) -> Option<Metadata> {
    let parsed = Reader::new().continue_on_error(true).read_raw(tiff.to_vec());
    let exif = parsed.or_else(|error| error.distill_partial_result(|_| ())).ok()?;
    let orientation = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    // Height, direction and the version of the tags, which many cameras always write, tell no place.
    let has_location = exif.fields().any(|field| PLACES.contains(&field.tag));
    Some(Metadata {
        orientation: orientation.map_or_else(Orientation::default, Orientation::from_tag),
        has_location,
        video_bytes: 0,
    })
}

/// True if XMP names a place.
pub(super) fn xmp_has_location(xmp: &[u8]) -> bool {
    [&b"GPSLatitude"[..], b"GPSLongitude"].iter().any(|name| memchr::memmem::find(xmp, name).is_some())
}
