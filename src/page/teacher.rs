//! Pages for teachers, `muda/guru/`, and screens for a projector, `muda/proyektor/`: of a cooperative in its own
//! numbers, and of a portal in examples. What they say is worked out by `view::youth`.

use serde_json::{Value as Json, json};
use tera::Value;

use crate::model::{Cooperative, Language};
use crate::page::document::{Document, Parent};
use crate::routes;
use crate::theme::Texts;
use crate::view::json_ld;
use crate::view::photos::PhotoShelf;
use crate::view::share::ShareView;
use crate::view::youth::around::Around;
use crate::view::youth::lesson::{Ways, teacher_page};
use crate::view::youth::slides::slides_page;

/// Both pages in one language. `home_url` is the address of the language's root, if the site has one.
pub(crate) fn teacher_documents(
    around: &Around,
    cooperative: Option<(&Cooperative, &PhotoShelf)>,
    ways: Ways<'_>,
    share: &ShareView,
    home_url: Option<&str>,
    (language, texts): (Language, &Texts),
) -> [Document; 2] {
    let name = around.label.as_str();
    let parent = Parent { name, path: routes::YOUTH, home_url };
    let document = |kind: &'static str, path: &str, key: &str, view: Value| {
        let title = texts.get(&format!("muda.{key}.title"));
        let description = texts.fill(&format!("muda.{key}.description"), &[("name", name)]);
        let resource = for_teachers(title, &description, parent.url(path).as_deref(), language);
        let mut document = Document::below(parent, (kind, path), title, description, ("youth", view));
        document.share = Some(share.clone());
        document.json_ld.push(resource);
        document
    };
    let of = cooperative.map(|(cooperative, _)| cooperative);
    let lessons = teacher_page(around.clone(), of, ways, language, texts);
    let slides = slides_page(around.clone(), cooperative, ways.kit, language, texts);
    [
        document("youth-guru", routes::TEACHER, "teach", Value::from_serializable(&lessons)),
        document("youth-proyektor", routes::SLIDES, "slides", Value::from_serializable(&slides)),
    ]
}

/// The page for search engines. Source: schema.org, `LearningResource` and `EducationalAudience`.
fn for_teachers(name: &str, description: &str, url: Option<&str>, language: Language) -> Json {
    let mut resource = json_ld::learning_resource(name, description, "lesson plan", url, language);
    resource["audience"] = json!({ "@type": "EducationalAudience", "educationalRole": "teacher" });
    resource
}
