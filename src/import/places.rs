//! Names of regencies and districts in sheets as the codes that profiles want.

use crate::finding::Located;
use crate::model::code_of;

pub(super) use crate::model::Unplaced;

/// A name of a place that gives no code, and why.
pub(super) type Lost = (Located<String>, Unplaced);

/// A code at the place of the name that it came from; `None` where no name is given.
pub(super) fn placed(
    regency: Option<&Located<String>>,
    district: Option<&Located<String>>,
) -> Option<Result<Located<String>, Lost>> {
    let named = district.or(regency)?;
    let code = code_of(regency.map(|name| name.value.as_str()), district.map(|name| name.value.as_str()));
    Some(
        code.map(|code| Located::new(code.to_owned(), named.span.clone()))
            .map_err(|why| (named.clone(), why)),
    )
}
