//! The lists of rooms that people read: in `src/lib.rs` and in `docs/ARCHITECTURE.md`.

use super::table::Room;

/// Rooms that a list misses or has out of order, and doors that it does not mark.
pub(crate) fn list_faults(list: &str, text: &str, rooms: &[Room], doors: &[&str]) -> Vec<String> {
    let rows: Vec<(&str, &str)> = text.lines().filter_map(name_and_mark).collect();
    let expected = rooms.iter().map(|room| room.name).filter(|name| *name != "main");
    let mut faults = Vec::new();
    if !rows.iter().map(|(name, _)| *name).eq(expected) {
        faults.push(format!("{list}: the rooms stand otherwise than in the table"));
    }
    let unmarked = rows.iter().filter(|(name, mark)| doors.contains(name) && !mark.contains("door"));
    faults.extend(unmarked.map(|(name, _)| format!("{list}: `{name}` is a door, and not marked as one")));
    faults
}

/// `source` and what stands behind it, of a row that opens with a room's name.
fn name_and_mark(line: &str) -> Option<(&str, &str)> {
    let cell = line.strip_prefix("//! ").unwrap_or(line).strip_prefix("| `")?;
    cell.split_once(" |")?.0.split_once('`')
}
