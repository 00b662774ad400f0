//! Regions by the codes of the Ministry of Home Affairs (Kemendagri), with the names of West Java
//! compiled in. Codes of the statistics office (BPS) differ at district level and are not used.

/// A Kemendagri code: `32.04` (regency or city) or `32.04.15` (district), also `32` (province).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(String);

impl RegionCode {
    /// From `NN`, `NN.NN` or `NN.NN.NN`.
    /// ```
    /// # use etalase::model::RegionCode;
    /// assert!(RegionCode::parse("32.04.15").is_some());
    /// assert!(RegionCode::parse("3204").is_none());
    /// ```
    pub fn parse(typed: &str) -> Option<Self> {
        let parts: Vec<&str> = typed.split('.').collect();
        let digits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        ((1..=3).contains(&parts.len()) && parts.iter().all(digits)).then(|| Self(typed.to_owned()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `32`.
    pub fn province(&self) -> &str {
        &self.0[..2]
    }

    /// `32.04`, if the code goes that deep.
    pub fn regency(&self) -> Option<&str> {
        self.0.get(..5)
    }

    /// True for a code of a district.
    pub fn is_district(&self) -> bool {
        self.0.len() == 8
    }
}

/// A region with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Code.
    pub code: RegionCode,
    /// Name of the regency or city: `Kabupaten Bandung`.
    pub regency: String,
    /// Name of the district, if the code names one: `Pangalengan`.
    pub district: Option<String>,
}
