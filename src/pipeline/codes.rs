//! The code in a photo, read before the profile that names the photo is understood.

use anyhow::Result;

use super::world::World;
use crate::source::{Folder, Photo};
use crate::{content, photo};

/// The folder, with what the codes say in the photo that its profile gives as its payment code.
pub(super) fn with_codes(mut folder: Folder, world: &World) -> Result<Folder> {
    let Some(path) = content::code_photo(&folder, &world.settings) else { return Ok(folder) };
    if let Some(Photo::Sound(facts)) = folder.photos.get(&path) {
        let bytes = world.site.read_photo(&folder.name, &path)?;
        let codes = photo::read_codes(&bytes, facts, &world.settings.limits);
        folder.codes.insert(path, codes);
    }
    Ok(folder)
}
