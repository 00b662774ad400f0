//! The forms of CI files: a site built whole or in parts, with a cache that machines share or without, by a host's CI
//! or by an engine that runs jobs. Texts with marks; `scaffold` fills in the rest.

use super::row::{CiFile, Host};

/// How CI builds a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CiForm {
    /// In parts, on machines of their own.
    pub in_parts: bool,
    /// With a cache that machines share.
    pub shares: bool,
}

/// An engine that runs jobs and is no host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// An array of jobs, then one that waits for it.
    Slurm,
    /// An Indexed Job, then one that puts the parts together.
    Kubernetes,
}

/// Engines by the names that people type.
pub const ENGINES: [(&str, Engine); 2] = [("slurm", Engine::Slurm), ("kubernetes", Engine::Kubernetes)];

/// Where each service's form has a build that may be in parts, and how many it runs at most. Sources:
/// <https://docs.github.com/en/actions/reference/limits> and <https://docs.gitlab.com/ci/yaml/#parallel>.
const BUILDS: [(&str, u32); 2] = [("@AKSI_BANGUN@", 256), ("@PIPA_BANGUN@", 200)];

/// How many parts a host's CI can build; `None` if it cannot.
pub fn most_parts(host: &Host) -> Option<u32> {
    let has = |mark: &str| host.ci_files.iter().any(|file| file.template.contains(mark));
    BUILDS.iter().find(|(mark, _)| has(mark)).map(|(_, most)| *most)
}

/// What stands at the marks of a form, in the order in which they are filled in: some have marks of their own.
pub fn ci_marks(form: CiForm) -> [(&'static str, &'static str); 15] {
    let CiForm { in_parts, shares } = form;
    let by = |parts, whole| if in_parts { parts } else { whole };
    let key = |text| if shares { text } else { "" };
    let photos = if shares { "" } else { include_str!("ci/github-bagian-foto.yml") };
    [
        (
            "@AKSI_TUGAS@",
            by(include_str!("ci/github-bagian-tugas.yml"), include_str!("ci/github-utuh-tugas.yml")),
        ),
        ("@AKSI_FOTO@", by("", include_str!("ci/github-utuh-foto.yml"))),
        ("@AKSI_BANGUN@", by(include_str!("ci/github-bagian.yml"), include_str!("ci/github-utuh.yml"))),
        ("@AKSI_FOTO_BAGIAN@", photos),
        ("@AKSI_KUNCI@", key(include_str!("ci/github-kunci.yml"))),
        (
            "@AKSI_PROGRAM@",
            "etalase-${{ runner.os }}-${{ runner.arch }}-${{ env.ETALASE_VERSI }}@PROGRAM_LAIN@",
        ),
        ("@PIPA_TAHAP@", by("periksa, bagian, terbit", "periksa, terbit")),
        (
            "@PIPA_FOTO@",
            by(include_str!("ci/gitlab-bagian-foto.yml"), include_str!("ci/gitlab-utuh-foto.yml")),
        ),
        ("@PIPA_KUNCI@", key(include_str!("ci/gitlab-kunci.yml"))),
        (
            "@PIPA_PROGRAM@",
            by(
                "    # Program yang sama untuk semua bagian.\n    paths: [@FOLDER@temuan.json, .program/bin/]\n",
                "    paths: [@FOLDER@temuan.json]\n",
            ),
        ),
        ("@PIPA_BAGIAN@", by(include_str!("ci/gitlab-bagian.yml"), "")),
        ("@PIPA_BANGUN@", by(include_str!("ci/gitlab-bagian-portal.yml"), "    - etalase build\n")),
        ("@KAYU_KUNCI@", key(include_str!("ci/woodpecker-kunci.yml"))),
        ("@KUBE_KUNCI@", key(include_str!("ci/antrean-kubernetes-kunci.yaml"))),
        // A program that is compiled needs what releases have, and is another one.
        ("@FITUR@", key(" --features s3")),
    ]
}

const SLURM: &[CiFile] = &[in_site("antrean/slurm.sh", include_str!("ci/antrean-slurm.sh"))];

const KUBERNETES: &[CiFile] = &[
    in_site("antrean/kubernetes.sh", include_str!("ci/antrean-kubernetes.sh")),
    in_site("antrean/kubernetes-bagian.yaml", include_str!("ci/antrean-kubernetes-bagian.yaml")),
    in_site("antrean/kubernetes-portal.yaml", include_str!("ci/antrean-kubernetes-portal.yaml")),
];

/// The files by which an engine builds a site in parts.
pub fn engine_files(engine: Engine) -> &'static [CiFile] {
    match engine {
        Engine::Slurm => SLURM,
        Engine::Kubernetes => KUBERNETES,
    }
}

const fn in_site(path: &'static str, template: &'static str) -> CiFile {
    CiFile { path, is_in_site: true, template }
}
