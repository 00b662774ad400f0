//! The site as far as every cooperative needs it: settings, themes, which cooperatives there are. Made in one go and
//! never changed: a site whose settings change gets another world.

use std::sync::{Arc, OnceLock};

use anyhow::Result;

use super::request::{Request, Selection};
use crate::content;
use crate::finding::{Findings, SourceFile, Span};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::host::{self, Host};
use crate::model::Slug;
use crate::page::{SiteShape, Themes};
use crate::plan::SitePath;
use crate::routes;
use crate::settings::{Manage, Overrides, Settings};
use crate::source::{History, Site, ThemeFolder};
use crate::theme::{Feature, Theme};
use crate::view;

/// The site as far as every cooperative needs it.
pub(crate) struct World {
    pub(crate) site: Site,
    /// `etalase.yaml` as it was typed.
    pub(super) settings_file: Option<Arc<SourceFile>>,
    pub(crate) settings: Settings,
    /// The host that the settings name, or any.
    pub(super) host: &'static Host,
    pub(crate) themes: Themes,
    pub(crate) shape: SiteShape,
    /// Every cooperative of the site.
    pub(super) names: Vec<String>,
    /// Asked for only if a profile does not say when it was brought up to date.
    history: OnceLock<History>,
    /// Everything but content that decides what pages look like.
    pub(crate) fingerprint: Fingerprint,
    /// The same without day and program.
    pub(super) setting: Fingerprint,
}

impl World {
    /// When each cooperative's folder was last changed, by git.
    pub(super) fn history(&self) -> &History {
        self.history.get_or_init(|| self.site.history())
    }

    /// The page that changes profiles, if the site asks for it: from a file nobody can be asked anything.
    pub(super) fn managed(&self) -> Option<&Manage> {
        self.settings.manage.as_ref().filter(|_| !self.host.opens_files)
    }

    /// Where a cooperative's pages begin: empty, or ending in a slash; `None` for a name that is no slug.
    pub(super) fn root_of(&self, name: &str) -> Option<String> {
        Some(self.shape.root_of_slug(&Slug::parse(name)?))
    }

    /// Where a cooperative's summary lies; `None` for a name that is no slug.
    pub(super) fn summary_path(&self, name: &str) -> Option<SitePath> {
        Some(SitePath::new(format!("{}{}", self.root_of(name)?, routes::SUMMARY)))
    }
}

/// Reads what every cooperative needs. `None` if nothing can be built; the findings say why.
pub(crate) fn read_world(site: Site, request: &Request, findings: &mut Findings) -> Result<Option<World>> {
    let settings_file = site.read_settings(findings);
    let typed = content::read_settings(settings_file.as_ref(), request.today, findings);
    let host = host_of(&typed, request, findings);
    let files = [site.read_theme(&typed.theme, findings)?, site.read_theme(&typed.youth_theme, findings)?];
    let Some(themes) = load_themes(&typed, &files, host, findings) else { return Ok(None) };
    if let Some(finding) = view::findings::theme_brand_not_legible(&themes.storefront) {
        findings.push(finding);
    }
    if findings.has_error() {
        return Ok(None);
    }
    let names = site.list_cooperatives(findings)?;
    if names.is_empty() && !site.lists_sites() {
        return Ok(None);
    }
    if let Selection::One(name) = &request.selection
        && !site.has_cooperative(name, &names, findings)
    {
        return Ok(None);
    }
    let shape = SiteShape::of(names.len(), site.has_portal_files());
    let setting = setting_of(request, settings_file.as_deref(), &files, shape);
    let fingerprint = fingerprint_of(request, setting);
    let settings = typed.with(overrides(request, &themes));
    // From a file nobody is counted.
    let analytics = settings.analytics.clone().filter(|_| !host.opens_files);
    let is_tentative = settings.base_url.as_deref().is_some_and(content::is_tentative);
    let settings = Settings { is_tentative, analytics, ..settings };
    let history = OnceLock::new();
    Ok(Some(World {
        site,
        settings_file,
        settings,
        host,
        themes,
        shape,
        names,
        history,
        fingerprint,
        setting,
    }))
}

/// The host that a run asks for, else that of the settings, else any.
fn host_of(typed: &Settings, request: &Request, findings: &mut Findings) -> &'static Host {
    let asked = request.host.as_deref();
    let asked = asked.and_then(|name| host::read_host(Some(name), &Span::path("--host"), findings));
    // The reader of the settings lets no unknown one through.
    asked.or_else(|| host::find_host(typed.host.as_deref()?)).unwrap_or_else(host::any_host)
}

/// What a run and its themes say beside `etalase.yaml`.
fn overrides(request: &Request, themes: &Themes) -> Overrides {
    let Themes { storefront, youth } = themes;
    let brand = storefront.look().brand.as_ref().filter(|_| !storefront.is_zine());
    Overrides {
        base_url: request.base_url.clone(),
        host: request.host.clone(),
        brand_colour: brand.map(|brand| brand.value),
        youth_colours: youth.look().youth_pair().filter(|_| youth.is_zine()),
    }
}

/// Loads the two themes side by side. `None` if one of them cannot render at all.
fn load_themes(
    typed: &Settings,
    files: &[ThemeFolder; 2],
    host: &Host,
    findings: &mut Findings,
) -> Option<Themes> {
    let load = |name: &str, files: &ThemeFolder| {
        let mut findings = Findings::new();
        (Theme::load_with_assets(name, &files.texts, &files.assets, &mut findings), findings)
    };
    let ((storefront, found), (youth, found_too)) =
        rayon::join(|| load(&typed.theme, &files[0]), || load(&typed.youth_theme, &files[1]));
    findings.extend(found);
    findings.extend(found_too);
    let (storefront, youth) = (storefront?, youth?);
    // From a file nothing can be kept for later, and no script may load an index; everything is there anyway.
    let storefront = if host.opens_files {
        storefront.without(Feature::Offline).without(Feature::Search)
    } else {
        storefront
    };
    Some(Themes { storefront, youth })
}

/// Everything but content that decides what pages look like.
fn fingerprint_of(request: &Request, setting: Fingerprint) -> Fingerprint {
    let mut world = Fingerprinter::new();
    world.add(request.program.as_bytes());
    world.add(request.today.to_string().as_bytes());
    world.add(setting.to_string().as_bytes());
    world.finish()
}

/// The same without day and program.
fn setting_of(
    request: &Request,
    settings: Option<&SourceFile>,
    theme_files: &[ThemeFolder],
    shape: SiteShape,
) -> Fingerprint {
    let mut setting = Fingerprinter::new();
    setting.add(settings.map(|file| file.text.as_bytes()).unwrap_or_default());
    setting.add(request.base_url.as_deref().unwrap_or_default().as_bytes());
    setting.add(request.host.as_deref().unwrap_or_default().as_bytes());
    setting.add(&[u8::from(shape == SiteShape::Many)]);
    for files in theme_files {
        setting.add(&(files.texts.len() + files.assets.len()).to_le_bytes());
        let texts = files.texts.iter().map(|(path, text)| (path, text.as_bytes()));
        for (path, bytes) in texts.chain(files.assets.iter().map(|(path, bytes)| (path, &bytes[..]))) {
            setting.add(path.as_bytes());
            setting.add(bytes);
        }
    }
    setting.finish()
}
