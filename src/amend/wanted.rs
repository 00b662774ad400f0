//! What is wanted of a profile.

use crate::finding::Located;

/// What should stand at a place of a profile. An empty text wants nothing: what is there stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// As a person would type it, `35.000` or `0812 0000 0001`, and where that stands. Where the key holds a list of
    /// texts, all of them: in lines, or parted by commas or semicolons where no item can have one.
    Value(Located<String>),
    /// Keys with their values.
    Map(Vec<(String, Wanted)>),
    /// Items. What the profile has beside them stays, but in lists of texts.
    List(Vec<Wanted>),
    /// Items by their place in the list, from 0; what is beyond the last comes behind it.
    Nth(Vec<(usize, Wanted)>),
}
