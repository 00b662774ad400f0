//! The place of a tile in the whole picture.

use super::row::{Coding, Planes, Sample};
use crate::photo::fault::PhotoFault;
use crate::photo::header::Tiles;
use crate::photo::picture::Layout;
use crate::photo::recipe::PhotoKind;

// Whatever the kind: the one of the file is put in at the end.
pub(super) const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Heic);
pub(super) const UNREADABLE: PhotoFault = PhotoFault::Unreadable(PhotoKind::Heic);

/// Where the pixels of a tile belong.
pub(super) struct Slot<'a> {
    pub(super) tiles: &'a Tiles<'a>,
    /// The rows of the whole picture that the tile is a part of.
    pub(super) rows: &'a mut [u8],
    /// The first column, and how many are shown.
    pub(super) left: usize,
    pub(super) shown: usize,
}

impl Slot<'_> {
    /// Writes a decoded picture, which is at least as large as a tile.
    pub(super) fn fill<S: Sample>(&mut self, planes: &Planes<'_, S>) -> Result<(), PhotoFault> {
        let tiles = self.tiles;
        let is_whole = planes.rows[0].len() >= tiles.tile_height as usize
            && planes.rows[0].first().is_some_and(|row| row.len() >= tiles.tile_width as usize);
        if !is_whole {
            return Err(DAMAGED);
        }
        let channels = Layout::Rgb.channels();
        let mut coding = Coding::of(planes, tiles.coding).ok_or(UNREADABLE)?;
        let inside = self.left * channels..(self.left + self.shown) * channels;
        for (y, row) in self.rows.chunks_exact_mut(tiles.width as usize * channels).enumerate() {
            coding.write(planes, y, &mut row[inside.clone()]);
        }
        Ok(())
    }
}
