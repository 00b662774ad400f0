//! Letters that stand where there is no logo and no photo.

/// Up to two letters: of the last two words that begin with a capital, so that `KPS Sagara` is `KS`.
pub fn monogram(label: &str) -> String {
    let initials: Vec<char> =
        label.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).collect();
    match initials.as_slice() {
        [] => "K".to_owned(),
        [only] => only.to_uppercase().collect(),
        [first, .., last] => first.to_uppercase().chain(last.to_uppercase()).collect(),
    }
}

/// The first letter or digit of a name, as a capital; empty if it has none.
pub fn first_letter(name: &str) -> String {
    name.chars().find(|c| c.is_alphanumeric()).map_or_else(String::new, |c| c.to_uppercase().collect())
}
