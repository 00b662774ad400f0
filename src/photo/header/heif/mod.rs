//! The picture that a HEIC or an AVIF shows: its tiles, its size, how it is cut and turned, its colours. What else is
//! in the file (a thumbnail, depth, a gain map, a video, the pictures of an animation) is not looked at. Source:
//! ISO/IEC 23008-12, and for AV1 the AV1 Image File Format, 1.1.0.

mod av1;
mod tables;

use self::tables::{DAMAGED, TRUNCATED, Tables};
use super::boxes::Bytes;
use super::exif::{read_exif, xmp_has_location};
use super::kind::has_brand;
use super::parts::{Header, Metadata};
use crate::photo::fault::PhotoFault;
use crate::photo::recipe::{Orientation, PhotoKind};
use crate::photo::space::Space;

/// Sound, as far as one can see, and of a kind that nobody here reads.
const UNREADABLE: PhotoFault = PhotoFault::Unreadable(PhotoKind::Heic);

/// Names of boxes that stand in a file for themselves; anything else there is a program's or a chat's own.
const OUTER: [&[u8; 4]; 10] =
    [b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"uuid", b"mpvd", b"udta", b"moof"];

/// Columns and rows by which a coded picture of AV1 may be larger than what is shown of it, and one more: encoders fill
/// up blocks.
const LARGEST_BLOCK: u32 = 128;

/// Most items of metadata that are looked at, and the largest, in bytes.
const MAX_METADATA: usize = 32;
const MAX_METADATA_BYTES: usize = 1024 * 1024;

/// The picture as stored; `crop` is cut out of it, and then turned as the header's metadata say.
#[derive(Debug)]
#[cfg_attr(
    not(any(feature = "heic", feature = "avif")),
    expect(dead_code, reason = "only the decoders ask for what is in it")
)]
pub(in crate::photo) struct HeifPicture<'a> {
    pub(in crate::photo) colour: Tiles<'a>,
    /// What shows through, as brightness.
    pub(in crate::photo) alpha: Option<Tiles<'a>>,
    /// True if the colours were multiplied by alpha.
    pub(in crate::photo) is_premultiplied: bool,
    pub(in crate::photo) crop: Crop,
    /// `None`: what the coded picture says counts.
    pub(in crate::photo) space: Option<Space>,
}

/// A part of the stored picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::photo) struct Crop {
    pub(in crate::photo) left: u32,
    pub(in crate::photo) top: u32,
    pub(in crate::photo) width: u32,
    pub(in crate::photo) height: u32,
}

/// Coded pictures of one size, row by row, that make one together. The last of a row or column may hang over.
#[derive(Debug)]
#[cfg_attr(
    not(any(feature = "heic", feature = "avif")),
    expect(dead_code, reason = "only the decoders ask for what is in it")
)]
pub(in crate::photo) struct Tiles<'a> {
    /// HEIC for pictures coded as HEVC, AVIF for AV1.
    pub(in crate::photo) kind: PhotoKind,
    pub(in crate::photo) width: u32,
    pub(in crate::photo) height: u32,
    pub(in crate::photo) columns: u32,
    pub(in crate::photo) tile_width: u32,
    pub(in crate::photo) tile_height: u32,
    pub(in crate::photo) pieces: Vec<Piece<'a>>,
    /// Matrix coefficients and true for full range, where the file says them outside of the coded pictures.
    pub(in crate::photo) coding: Option<(u16, bool)>,
}

/// One coded picture: `hvcC` or `av1C`, and its bytes.
#[derive(Debug)]
#[cfg_attr(not(feature = "heic"), expect(dead_code, reason = "only a decoder asks for what is in it"))]
pub(in crate::photo) struct Piece<'a> {
    pub(in crate::photo) config: &'a [u8],
    pub(in crate::photo) data: Vec<&'a [u8]>,
}

/// `kind` is what the file calls itself, in faults; the one that comes with the header is what it holds.
pub(super) fn read_header(
    kind: PhotoKind,
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<(PhotoKind, Header), PhotoFault> {
    let (HeifPicture { colour, crop, .. }, metadata) =
        read(bytes, check_pixels).map_err(|fault| fault.of_kind(kind))?;
    let Crop { width: width_px, height: height_px, .. } = crop;
    let is_animated = is_sequence(bytes);
    Ok((colour.kind, Header { width_px, height_px, metadata, is_animated, is_cmyk: false }))
}

/// The picture of a file whose header has been read.
#[cfg(any(feature = "heic", feature = "avif"))]
pub(in crate::photo) fn read_picture(bytes: &[u8]) -> Result<HeifPicture<'_>, PhotoFault> {
    read(bytes, |_, _| Ok(())).map(|(picture, _)| picture)
}

fn read(
    bytes: &[u8],
    check_pixels: impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<(HeifPicture<'_>, Metadata), PhotoFault> {
    let tables = Tables::of(bytes, meta_of(bytes)?)?;
    let primary = tables.primary;
    let colour = read_tiles(&tables, primary, &check_pixels)?;
    let is_alpha = |id: &u32| tables.property(*id, *b"auxC").is_some_and(names_alpha);
    let alpha = tables.sources(primary, *b"auxl").find(is_alpha);
    let alpha = alpha.map(|id| read_tiles(&tables, id, &check_pixels)).transpose()?;
    let shape = |tiles: &Tiles<'_>| (tiles.kind, tiles.width, tiles.height);
    if alpha.as_ref().is_some_and(|alpha| shape(alpha) != shape(&colour)) {
        return Err(UNREADABLE);
    }
    let is_premultiplied = !tables.targets(primary, *b"prem").is_empty();
    check_bytes(bytes, [Some(&colour), alpha.as_ref()])?;
    std::iter::once(&colour).chain(&alpha).try_for_each(check_streams)?;
    let (crop, orientation) = read_turns(&tables, primary, &colour)?;
    // What EXIF says of the orientation is a copy of what the file itself says: it does not count.
    let metadata = Metadata { orientation, has_location: has_location(&tables), video_bytes: 0 };
    let space = read_space(&tables, primary);
    Ok((HeifPicture { colour, alpha, is_premultiplied, crop, space }, metadata))
}

/// The content of `meta`. A box that ends behind the end of the file tells that the rest is missing. An animation may
/// be without: then no picture of it stands for all.
fn meta_of(bytes: &[u8]) -> Result<&[u8], PhotoFault> {
    let (mut meta, mut without) = (None, TRUNCATED);
    let mut rest = Bytes(bytes);
    loop {
        let before = rest.0;
        match rest.next_box() {
            Some((name, content)) if &name == b"meta" => meta = meta.or(Some(content)),
            Some((name, _)) if &name == b"moov" => without = UNREADABLE,
            Some(_) => {}
            None if before.get(4..8).is_some_and(|name| OUTER.iter().any(|outer| name == *outer)) => {
                return Err(TRUNCATED);
            }
            None => break,
        }
    }
    meta.ok_or(without)
}

/// True for an animation: its brand says so, and its pictures are those of a video.
fn is_sequence(bytes: &[u8]) -> bool {
    let mut rest = Bytes(bytes);
    has_brand(bytes, &[b"avis", b"msf1", b"hevc"])
        && std::iter::from_fn(|| rest.next_box()).any(|(name, _)| &name == b"moov")
}

fn names_alpha(aux: &[u8]) -> bool {
    [&b"urn:mpeg:hevc:2015:auxid:1\0"[..], b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"]
        .iter()
        .any(|name| aux.get(4..).is_some_and(|aux| aux.starts_with(name)))
}

fn read_tiles<'a>(
    tables: &Tables<'a>,
    id: u32,
    check_pixels: &impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Tiles<'a>, PhotoFault> {
    let name = tables.kinds.get(&id).ok_or(DAMAGED)?;
    if name == b"grid" {
        return read_grid(tables, id, check_pixels);
    }
    let kind = coded_as(*name).ok_or(UNREADABLE)?;
    let (width, height) = size_of(tables, id)?;
    check_pixels(width.into(), height.into())?;
    let pieces = vec![read_piece(tables, id, kind)?];
    let coding = coding_of(tables, id);
    Ok(Tiles { kind, width, height, columns: 1, tile_width: width, tile_height: height, pieces, coding })
}

/// How an item of that name is coded, if it is a picture by itself.
fn coded_as(name: [u8; 4]) -> Option<PhotoKind> {
    match &name {
        b"hvc1" => Some(PhotoKind::Heic),
        b"av01" => Some(PhotoKind::Avif),
        _ => None,
    }
}

fn read_grid<'a>(
    tables: &Tables<'a>,
    id: u32,
    check_pixels: &impl Fn(u64, u64) -> Result<(), PhotoFault>,
) -> Result<Tiles<'a>, PhotoFault> {
    let grid = tables.data(id)?.concat();
    let ((rows, columns), (width, height)) = read_geometry(Bytes(&grid)).ok_or(DAMAGED)?;
    check_pixels(width.into(), height.into())?;
    let targets = tables.targets(id, *b"dimg");
    let first = *targets.first().ok_or(DAMAGED)?;
    let (tile_width, tile_height) = size_of(tables, first)?;
    // No tile lies outside of the picture: else a small one could stand for any number of tiles.
    let fits = |side: u32, tile: u32, count: u32| {
        let (side, tile, count) = (u64::from(side), u64::from(tile), u64::from(count));
        tile > 0 && tile * count >= side && tile * (count - 1) < side
    };
    check_pixels(tile_width.into(), tile_height.into())?;
    if targets.len() as u64 != u64::from(rows) * u64::from(columns)
        || !fits(width, tile_width, columns)
        || !fits(height, tile_height, rows)
    {
        return Err(DAMAGED);
    }
    let kind_of = |tile: &u32| tables.kinds.get(tile).and_then(|&name| coded_as(name));
    let kind = kind_of(&first).ok_or(UNREADABLE)?;
    let mut pieces = Vec::new();
    for &tile in targets {
        let is_plain =
            kind_of(&tile) == Some(kind) && !tables.properties(tile).any(|(name, _)| is_turn(name));
        if !is_plain {
            return Err(UNREADABLE);
        }
        if size_of(tables, tile)? != (tile_width, tile_height) {
            return Err(DAMAGED);
        }
        pieces.push(read_piece(tables, tile, kind)?);
    }
    let coding = coding_of(tables, first).or_else(|| coding_of(tables, id));
    Ok(Tiles { kind, width, height, columns, tile_width, tile_height, pieces, coding })
}

/// Rows and columns of a grid, width and height of the picture.
fn read_geometry(mut grid: Bytes<'_>) -> Option<((u32, u32), (u32, u32))> {
    let (_, flags) = (grid.u8()?, grid.u8()?);
    let (rows, columns) = (u32::from(grid.u8()?) + 1, u32::from(grid.u8()?) + 1);
    let is_long = flags & 1 == 1;
    Some(((rows, columns), (grid.id(is_long)?, grid.id(is_long)?)))
}

/// What `ispe` says.
fn size_of(tables: &Tables<'_>, id: u32) -> Result<(u32, u32), PhotoFault> {
    let mut size = Bytes(tables.property(id, *b"ispe").ok_or(DAMAGED)?);
    let read = |size: &mut Bytes<'_>| {
        size.version()?;
        Some((size.u32()?, size.u32()?))
    };
    read(&mut size).ok_or(DAMAGED)
}

fn read_piece<'a>(tables: &Tables<'a>, id: u32, kind: PhotoKind) -> Result<Piece<'a>, PhotoFault> {
    let config = if kind == PhotoKind::Avif { *b"av1C" } else { *b"hvcC" };
    if shows_one_layer(tables, id) {
        return Err(UNREADABLE);
    }
    Ok(Piece { config: tables.property(id, config).ok_or(DAMAGED)?, data: tables.data(id)? })
}

/// True if an AV1 picture of several layers is to be shown by another than the last. Source: AV1 Image File Format,
/// 2.3.2, and ISO/IEC 23008-12, 6.5.11.
fn shows_one_layer(tables: &Tables<'_>, id: u32) -> bool {
    let is_layer = |layer: &[u8]| layer != [0xFF; 2];
    let is_point = |point: &[u8]| point != [0];
    tables.property(id, *b"lsel").is_some_and(is_layer) || tables.property(id, *b"a1op").is_some_and(is_point)
}

/// Refuses tables that name the same bytes again and again: they would be decoded as often.
fn check_bytes(bytes: &[u8], tiles: [Option<&Tiles<'_>>; 2]) -> Result<(), PhotoFault> {
    let pieces = tiles.into_iter().flatten().flat_map(|tiles| &tiles.pieces);
    let named: usize =
        pieces.flat_map(|piece| &piece.data).map(|data| data.len()).fold(0, usize::saturating_add);
    if named > bytes.len().saturating_mul(2) { Err(DAMAGED) } else { Ok(()) }
}

/// Refuses coded pictures of AV1 that are smaller than the tables say, or larger by more than their largest block.
fn check_streams(tiles: &Tiles<'_>) -> Result<(), PhotoFault> {
    if tiles.kind != PhotoKind::Avif {
        return Ok(());
    }
    let fits = |said: u32, tile: u32| (tile..tile.saturating_add(LARGEST_BLOCK)).contains(&said);
    let is_sound = |piece: &Piece<'_>| {
        av1::size_of(&piece.data.concat())
            .is_some_and(|(width, height)| fits(width, tiles.tile_width) && fits(height, tiles.tile_height))
    };
    if tiles.pieces.iter().all(is_sound) { Ok(()) } else { Err(DAMAGED) }
}

fn is_turn(name: [u8; 4]) -> bool {
    matches!(&name, b"clap" | b"irot" | b"imir")
}

/// The part that is shown, and how it is turned then: in the order in which the file says it.
fn read_turns(tables: &Tables<'_>, id: u32, tiles: &Tiles<'_>) -> Result<(Crop, Orientation), PhotoFault> {
    let (width, height) = (tiles.width, tiles.height);
    let mut crop = Crop { left: 0, top: 0, width, height };
    let mut orientation = Orientation::Upright;
    for (name, content) in tables.properties(id).filter(|(name, _)| is_turn(*name)) {
        let angle = content.first().copied().ok_or(DAMAGED)?;
        let turn = match (&name, angle & 3) {
            (b"clap", _) if orientation != Orientation::Upright => return Err(UNREADABLE),
            (b"clap", _) => {
                crop = read_crop(Bytes(content), tiles).ok_or(DAMAGED)?;
                continue;
            }
            (b"irot", 0) => continue,
            (b"irot", 1) => Orientation::QuarterAnticlockwise,
            (b"irot", 2) => Orientation::HalfTurn,
            (b"irot", _) => Orientation::QuarterClockwise,
            (_, 0 | 2) => Orientation::Flipped,
            (_, _) => Orientation::Mirrored,
        };
        orientation = orientation.then(turn);
    }
    Ok((crop, orientation))
}

/// A clean aperture: width and height, then how far its middle is from that of the picture, each as a fraction.
fn read_crop(mut clap: Bytes<'_>, tiles: &Tiles<'_>) -> Option<Crop> {
    let mut side = |of: u32| {
        let (length, divisor) = (clap.u32()?, clap.u32()?);
        (length > 0 && divisor > 0).then(|| (f64::from(length) / f64::from(divisor)).min(f64::from(of)))
    };
    let (width, height) = (side(tiles.width)?, side(tiles.height)?);
    let mut start = |of: u32, length: f64| {
        let (offset, divisor) = (clap.u32()?.cast_signed(), clap.u32()?);
        let room = f64::from(of) - length;
        (divisor > 0).then(|| (room / 2.0 + f64::from(offset) / f64::from(divisor)).clamp(0.0, room))
    };
    let (left, top) = (start(tiles.width, width)?, start(tiles.height, height)?);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside of the picture")]
    let whole = |length: f64| length.round() as u32;
    let (left, top) = (whole(left).min(tiles.width - 1), whole(top).min(tiles.height - 1));
    Some(Crop {
        left,
        top,
        width: whole(width).clamp(1, tiles.width - left),
        height: whole(height).clamp(1, tiles.height - top),
    })
}

/// Matrix coefficients and range of the item's `nclx`.
fn coding_of(tables: &Tables<'_>, id: u32) -> Option<(u16, bool)> {
    nclx_of(tables, id).map(|(_, _, matrix, is_full)| (matrix, is_full))
}

fn nclx_of(tables: &Tables<'_>, id: u32) -> Option<(u16, u16, u16, bool)> {
    let nclx = tables
        .properties(id)
        .find_map(|(name, content)| content.strip_prefix(b"nclx").filter(|_| &name == b"colr"))?;
    let mut nclx = Bytes(nclx);
    Some((nclx.u16()?, nclx.u16()?, nclx.u16()?, nclx.u8()? & 0x80 != 0))
}

/// A profile, else code points: of the picture, else of its first tile.
fn read_space(tables: &Tables<'_>, primary: u32) -> Option<Space> {
    let items: Vec<u32> =
        std::iter::once(primary).chain(tables.targets(primary, *b"dimg").first().copied()).collect();
    let profile = items.iter().flat_map(|&id| tables.properties(id)).find_map(|(name, content)| {
        let profile = content.strip_prefix(b"prof").or_else(|| content.strip_prefix(b"rICC"));
        profile.filter(|_| &name == b"colr")
    });
    if let Some(profile) = profile {
        return Some(Space::Profile(profile.to_vec()));
    }
    let (primaries, transfer, ..) = items.iter().find_map(|&id| nclx_of(tables, id))?;
    let code = |code: u16| u8::try_from(code).unwrap_or(2);
    Some(Space::Coded { primaries: code(primaries), transfer: code(transfer) })
}

/// True if EXIF or XMP names a place. Of a file with more of them than any program writes, the first are looked at.
fn has_location(tables: &Tables<'_>) -> bool {
    let items = tables.kinds.iter().filter(|(_, kind)| matches!(*kind, b"Exif" | b"mime"));
    items.take(MAX_METADATA).any(|(&id, kind)| {
        let pieces = tables.data(id).unwrap_or_default();
        if pieces.iter().map(|piece| piece.len()).sum::<usize>() > MAX_METADATA_BYTES {
            return false;
        }
        let data = pieces.concat();
        if kind == b"mime" {
            return xmp_has_location(&data);
        }
        // Where TIFF begins, counted from behind that number.
        let mut exif = Bytes(&data);
        let start = exif.u32().and_then(|skipped| usize::try_from(skipped).ok());
        start.and_then(|start| exif.0.get(start..)).is_some_and(|exif| read_exif(exif).has_location)
    })
}
