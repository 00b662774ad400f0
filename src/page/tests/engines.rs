//! What a shop tells search engines about its parts.

use serde_json::{Value, json};

use super::*;

/// A page's data for search engines.
fn data(html: &str) -> Value {
    let text = html.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    serde_json::from_str(text.expect("the page has data for search engines")).expect("it is JSON")
}

#[test]
fn a_grocery_tells_what_its_cooperative_has() {
    let mut cooperative = cooperative();
    cooperative.outlets[0].kind = "sembako".to_owned();
    cooperative.outlets[0].phone = None;
    cooperative.coordinates = Some((-7.1, 108.4));
    let shop = |cooperative: &Cooperative| {
        data(&page(&plan_of(cooperative, &settings(), SiteShape::One), "index.html"))["@graph"][0].clone()
    };
    let whole = shop(&cooperative);
    let grocery = &whole["department"][0];
    assert_eq!(grocery["@type"], "GroceryStore");
    for known in ["telephone", "geo", "image", "priceRange", "address"] {
        assert!(!whole[known].is_null(), "the cooperative has {known}");
        assert_eq!(grocery[known], whole[known], "{known}");
    }
    assert_eq!(grocery["url"], json!(format!("{}#gerai-1", whole["url"].as_str().expect("an address"))));
    cooperative.coordinates = None;
    assert!(shop(&cooperative)["department"][0]["geo"].is_null(), "nothing is invented");
    cooperative.outlets[0].kind = "apotek".to_owned();
    let pharmacy = shop(&cooperative)["department"][0].clone();
    assert_eq!(pharmacy["@type"], "Pharmacy");
    assert!(pharmacy["priceRange"].is_null(), "the cooperative's goods are not the pharmacy's");
}
