//! The tables of a HEIF file's `meta` box: which items there are, where their bytes lie, what is said of them and how
//! they belong together. Source: ISO/IEC 14496-12, section 8.11, and 23008-12, section 9.3.

use std::collections::BTreeMap;

use super::super::boxes::{Bytes, Part};
use crate::photo::fault::PhotoFault;
use crate::photo::recipe::PhotoKind;

pub(super) const TRUNCATED: PhotoFault = PhotoFault::Truncated(PhotoKind::Heic);
pub(super) const DAMAGED: PhotoFault = PhotoFault::Damaged(PhotoKind::Heic);

/// Most items, extents, links and properties of a file. A photo of 200 megapixels has about 1,600 tiles.
const MAX_ENTRIES: usize = 16_384;

/// The tables, as they stand in the file.
#[derive(Default)]
pub(super) struct Tables<'a> {
    /// The item that is shown.
    pub(super) primary: u32,
    /// Four letters for each item.
    pub(super) kinds: BTreeMap<u32, [u8; 4]>,
    /// Every property, each with its name.
    properties: Vec<Part<'a>>,
    /// Which properties an item has, by their places in the list.
    has: BTreeMap<u32, Vec<usize>>,
    links: Vec<Link>,
    places: BTreeMap<u32, Vec<Place>>,
    /// Data that lies in the tables.
    idat: &'a [u8],
    file: &'a [u8],
}

/// One item refers to others.
struct Link {
    kind: [u8; 4],
    from: u32,
    to: Vec<u32>,
}

/// A piece of an item's bytes.
#[derive(Clone, Copy)]
struct Place {
    is_in_tables: bool,
    from: u64,
    length: u64,
}

impl<'a> Tables<'a> {
    /// From the content of `meta`.
    pub(super) fn of(file: &'a [u8], meta: &'a [u8]) -> Result<Self, PhotoFault> {
        let mut tables = Self { file, ..Self::default() };
        let mut rest = Bytes(meta);
        rest.version().ok_or(DAMAGED)?;
        while let Some((name, content)) = rest.next_box() {
            let content = Bytes(content);
            let read = match &name {
                b"pitm" => tables.read_primary(content),
                b"iinf" => tables.read_kinds(content),
                b"iref" => tables.read_links(content),
                b"iprp" => tables.read_properties(content),
                b"iloc" => tables.read_places(content),
                b"idat" => {
                    tables.idat = content.0;
                    Some(())
                }
                _ => Some(()),
            };
            read.ok_or(DAMAGED)?;
        }
        Ok(tables)
    }

    fn read_primary(&mut self, mut content: Bytes<'_>) -> Option<()> {
        let (version, _) = content.version()?;
        self.primary = content.id(version > 0)?;
        Some(())
    }

    fn read_kinds(&mut self, mut content: Bytes<'_>) -> Option<()> {
        let (version, _) = content.version()?;
        content.id(version > 0)?;
        while let Some((name, entry)) = content.next_box() {
            if &name != b"infe" || self.kinds.len() >= MAX_ENTRIES {
                return None;
            }
            let mut entry = Bytes(entry);
            let (version, _) = entry.version()?;
            // Older versions name no kind: what they hold is no picture.
            if version >= 2 {
                let id = entry.id(version > 2)?;
                entry.u16()?;
                self.kinds.insert(id, *entry.take(4)?.first_chunk()?);
            }
        }
        Some(())
    }

    fn read_links(&mut self, mut content: Bytes<'_>) -> Option<()> {
        let (version, _) = content.version()?;
        let is_long = version > 0;
        let mut count = 0;
        while let Some((kind, link)) = content.next_box() {
            let mut link = Bytes(link);
            let from = link.id(is_long)?;
            let targets = link.u16()?;
            count += usize::from(targets) + 1;
            if count > MAX_ENTRIES {
                return None;
            }
            let to = (0..targets).map(|_| link.id(is_long)).collect::<Option<_>>()?;
            self.links.push(Link { kind, from, to });
        }
        Some(())
    }

    fn read_properties(&mut self, mut content: Bytes<'a>) -> Option<()> {
        while let Some((name, content)) = content.next_box() {
            let mut content = Bytes(content);
            match &name {
                b"ipco" => {
                    while let Some(property) = content.next_box() {
                        self.properties.push(property);
                    }
                }
                b"ipma" => self.read_owners(content)?,
                _ => {}
            }
            if self.properties.len() > MAX_ENTRIES {
                return None;
            }
        }
        Some(())
    }

    fn read_owners(&mut self, mut content: Bytes<'_>) -> Option<()> {
        let (version, flags) = content.version()?;
        for _ in 0..content.u32()? {
            let id = content.id(version > 0)?;
            let count = content.u8()?;
            let has = self.has.entry(id).or_default();
            for _ in 0..count {
                // The highest bit tells that a reader must know the property; 0 is none.
                let number = if flags & 1 == 1 {
                    usize::from(content.u16()? & 0x7FFF)
                } else {
                    usize::from(content.u8()? & 0x7F)
                };
                has.extend(number.checked_sub(1));
            }
            if self.has.len() > MAX_ENTRIES || self.has[&id].len() > usize::from(u8::MAX) {
                return None;
            }
        }
        Some(())
    }

    fn read_places(&mut self, mut content: Bytes<'_>) -> Option<()> {
        let (version, _) = content.version()?;
        let sizes = content.u16()?.to_be_bytes();
        let (offset_bytes, length_bytes) = (sizes[0] >> 4, sizes[0] & 15);
        let (base_bytes, index_bytes) = (sizes[1] >> 4, if version > 0 { sizes[1] & 15 } else { 0 });
        let mut extents = 0;
        for _ in 0..content.id(version > 1)? {
            let id = content.id(version > 1)?;
            let method = if version > 0 { content.u16()? & 15 } else { 0 };
            content.u16()?;
            let base = content.number(base_bytes)?;
            let count = content.u16()?;
            extents += usize::from(count) + 1;
            if extents > MAX_ENTRIES {
                return None;
            }
            let mut places = Vec::new();
            for _ in 0..count {
                content.number(index_bytes)?;
                let from = base.checked_add(content.number(offset_bytes)?)?;
                let length = content.number(length_bytes)?;
                places.push(Place { is_in_tables: method == 1, from, length });
            }
            // Items made of other items are not read.
            if method < 2 {
                self.places.insert(id, places);
            }
        }
        Some(())
    }

    /// The pieces of an item's bytes, in order. A file that ends before them is cut off.
    pub(super) fn data(&self, id: u32) -> Result<Vec<&'a [u8]>, PhotoFault> {
        let places = self.places.get(&id).ok_or(DAMAGED)?;
        let slice = |place: &Place| {
            let whole = if place.is_in_tables { self.idat } else { self.file };
            let from = usize::try_from(place.from).ok()?;
            let rest = whole.get(from..)?;
            // A length of 0 is all that follows.
            if place.length == 0 { Some(rest) } else { rest.get(..usize::try_from(place.length).ok()?) }
        };
        places.iter().map(|place| slice(place).ok_or(TRUNCATED)).collect()
    }

    /// The properties of an item, in the order in which they count.
    pub(super) fn properties(&self, id: u32) -> impl Iterator<Item = Part<'a>> {
        self.has.get(&id).into_iter().flatten().filter_map(|&index| self.properties.get(index).copied())
    }

    /// The content of an item's first property of that name.
    pub(super) fn property(&self, id: u32, wanted: [u8; 4]) -> Option<&'a [u8]> {
        self.properties(id).find(|(name, _)| *name == wanted).map(|(_, content)| content)
    }

    /// What an item refers to in that way.
    pub(super) fn targets(&self, from: u32, kind: [u8; 4]) -> &[u32] {
        let link = self.links.iter().find(|link| link.from == from && link.kind == kind);
        link.map_or(&[], |link| &link.to)
    }

    /// What refers to an item in that way.
    pub(super) fn sources(&self, to: u32, kind: [u8; 4]) -> impl Iterator<Item = u32> {
        self.links.iter().filter(move |link| link.kind == kind && link.to.contains(&to)).map(|link| link.from)
    }
}
