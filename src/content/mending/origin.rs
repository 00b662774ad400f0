//! Where a line of a mended text stood in the text as it was typed.

/// The line it comes from, and how far its columns have moved.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// Index of the line as typed.
    line: usize,
    /// From this column of the mended line on, add this to get the column as typed.
    shifts: Vec<(usize, isize)>,
}

impl Origin {
    /// A line that is as it was typed.
    pub(super) fn same(line: usize) -> Self {
        Self { line, shifts: Vec::new() }
    }

    /// Line and column as typed, both from 0, for a column of the mended line.
    pub(super) fn place(&self, column: usize) -> (usize, usize) {
        let shift: isize = self.shifts.iter().filter(|(from, _)| *from <= column).map(|(_, by)| by).sum();
        (self.line, column.saturating_add_signed(shift))
    }

    /// Columns from `from` to `to` have become `length` columns.
    pub(super) fn replace(&mut self, from: usize, to: usize, length: usize) {
        let by = (to - from).cast_signed() - length.cast_signed();
        for (at, _) in self.shifts.iter_mut().filter(|(at, _)| *at >= to) {
            *at = at.saturating_add_signed(-by);
        }
        self.shifts.push((from + length, by));
    }

    /// The rest of the line, from a column on, on a line of its own behind some spaces.
    pub(super) fn split(&self, column: usize, spaces: usize) -> Self {
        let (line, typed) = self.place(column);
        Self { line, shifts: vec![(0, typed.cast_signed() - spaces.cast_signed())] }
    }
}
