//! Sharing links of spreadsheets as the addresses that give their rows.

/// Google's host of spreadsheets.
const GOOGLE: &str = "https://docs.google.com/spreadsheets/d/";

/// The address that gives a shared sheet as CSV. Any other address is one of a file.
///
/// A link ends in `/edit?gid=12#gid=12` or `/edit?usp=sharing`; without a number of a sheet the first is given. What
/// was published to the web has an address of its own, `/d/e/…/pub`.
pub(crate) fn file_address(link: &str) -> String {
    let Some(rest) = link.strip_prefix(GOOGLE) else { return link.to_owned() };
    let sheet = sheet_number(link).unwrap_or("0");
    let id = |rest: &str| rest.split(['/', '?', '#']).next().unwrap_or(rest).to_owned();
    if let Some(published) = rest.strip_prefix("e/") {
        return format!("{GOOGLE}e/{}/pub?output=csv&gid={sheet}&single=true", id(published));
    }
    format!("{GOOGLE}{}/export?format=csv&gid={sheet}", id(rest))
}

/// The number behind `gid=`.
fn sheet_number(link: &str) -> Option<&str> {
    let (_, behind) = link.rsplit_once("gid=")?;
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    (end > 0).then(|| &behind[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sharing_link_leads_to_the_rows_of_its_sheet() {
        for (link, address) in [
            (
                "https://docs.google.com/spreadsheets/d/ID/edit?usp=sharing",
                "https://docs.google.com/spreadsheets/d/ID/export?format=csv&gid=0",
            ),
            (
                "https://docs.google.com/spreadsheets/d/ID/edit?gid=12#gid=12",
                "https://docs.google.com/spreadsheets/d/ID/export?format=csv&gid=12",
            ),
            (
                "https://docs.google.com/spreadsheets/d/ID",
                "https://docs.google.com/spreadsheets/d/ID/export?format=csv&gid=0",
            ),
            (
                "https://docs.google.com/spreadsheets/d/e/PUB/pubhtml?gid=3&single=true",
                "https://docs.google.com/spreadsheets/d/e/PUB/pub?output=csv&gid=3&single=true",
            ),
            ("https://contoh.id/harga.xlsx", "https://contoh.id/harga.xlsx"),
        ] {
            assert_eq!(file_address(link), address);
        }
    }
}
