//! What a machine can fail at, in both languages of messages. It knows no room; `cli` prints it.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// What was attempted, and on what. As text it is English: `cannot read content/kpc/profil.yaml`.
#[derive(Debug)]
pub(crate) enum Failure {
    Read(PathBuf),
    Write(PathBuf),
    Open(PathBuf),
    List(PathBuf),
    Inspect(PathBuf),
    MakeFolder(PathBuf),
    Remove(PathBuf),
    Lock(PathBuf),
    NotAFolder(PathBuf),
    /// A file of the cache, by its name there. It has been removed.
    DamagedInCache(String),
    /// A file of the cache that would have no content, by its name.
    NothingToStore(String),
    /// A rendition or card that pages name and nobody made, by its name.
    NotMade(String),
    OwnFault,
    /// While answering this address of a preview, without its first slash.
    OwnFaultAt(String),
    StartThreads,
    /// The system gave no random numbers.
    DrawLots,
    ReadDrawing,
    EncodeCard,
    /// The rendition that a card is drawn over.
    DamagedOnCard,
    ListenOn(SocketAddr),
    Listen,
    WatchFiles,
    Watch(PathBuf),
    WatchSoMany,
    StartGit,
    FeedGit,
    WaitForGit,
    ParseGitList,
    MakeIndexFolder,
    /// git ran, and said no.
    Git(GitTask),
}

/// What git was asked to do. A `String` is the remote as it may be shown: without a password.
#[derive(Debug)]
pub(crate) enum GitTask {
    MakeRepository,
    LookAtRepository,
    LookAtSources,
    ListRemotes,
    ReadRemote,
    Ask(String),
    Fetch(String),
    Push(String),
    ListBranch,
    ReadBranchFile,
    ReadHistory,
    CountCommits,
    /// The folder whose files are to be hashed.
    Read(PathBuf),
    StoreSite,
    ListSite,
    MakeTree,
    MakeCommit,
}

/// A failure with its cause, which is the error's `source`.
#[derive(Debug)]
struct Failed {
    failure: Failure,
    cause: anyhow::Error,
}

/// Says what failed where a result is an error; the error stays in the chain as its cause.
pub(crate) trait OrFailed<T> {
    /// For what fails at a path: `.or_failed_at(Failure::Read, &path)`.
    fn or_failed_at(self, failure: fn(PathBuf) -> Failure, path: impl AsRef<Path>) -> anyhow::Result<T>;

    /// For anything else.
    fn or_failed(self, failure: Failure) -> anyhow::Result<T>;
}

impl<T, E: Into<anyhow::Error>> OrFailed<T> for Result<T, E> {
    fn or_failed_at(self, failure: fn(PathBuf) -> Failure, path: impl AsRef<Path>) -> anyhow::Result<T> {
        self.map_err(|cause| failure(path.as_ref().to_owned()).because(cause))
    }

    fn or_failed(self, failure: Failure) -> anyhow::Result<T> {
        self.map_err(|cause| failure.because(cause))
    }
}

impl Failure {
    /// As an error with its cause.
    pub(crate) fn because(self, cause: impl Into<anyhow::Error>) -> anyhow::Error {
        anyhow::Error::new(Failed { failure: self, cause: cause.into() })
    }

    /// The failure that a link of an error's chain is, with a cause or without; `None` for words of a library.
    pub(crate) fn of<'a>(link: &'a (dyn Error + 'static)) -> Option<&'a Self> {
        link.downcast_ref().or_else(|| Some(&link.downcast_ref::<Failed>()?.failure))
    }

    /// `Display` writes the same in English.
    pub(crate) fn in_indonesian(&self) -> String {
        let [indonesian, _] = self.words();
        indonesian
    }

    /// In Indonesian and in English.
    fn words(&self) -> [String; 2] {
        match self {
            Self::Read(path) => both("tidak dapat membaca ", "cannot read ", path.display()),
            Self::Write(path) => both("tidak dapat menulis ", "cannot write ", path.display()),
            Self::Open(path) => both("tidak dapat membuka ", "cannot open ", path.display()),
            Self::List(path) => both("tidak dapat melihat isi ", "cannot list ", path.display()),
            Self::Inspect(path) => both("tidak dapat melihat ", "cannot look at ", path.display()),
            Self::MakeFolder(path) => both("tidak dapat membuat ", "cannot make ", path.display()),
            Self::Remove(path) => both("tidak dapat menghapus ", "cannot remove ", path.display()),
            Self::Lock(path) => both("tidak dapat mengunci ", "cannot lock ", path.display()),
            Self::NotAFolder(path) => {
                ["bukan folder", "is not a folder"].map(|words| format!("{} {words}", path.display()))
            }
            Self::DamagedInCache(name) => [
                format!("{name} rusak dan sudah dihapus: bangun lagi"),
                format!("{name} was damaged and has been removed: build again"),
            ],
            Self::NothingToStore(name) => both("tidak ada isi untuk ", "there is nothing to store as ", name),
            Self::NotMade(name) => {
                [format!("gambar {name} belum dibuat"), format!("the picture {name} was not made")]
            }
            Self::OwnFault => both("kesalahan di dalam etalase sendiri", "a fault of etalase itself", ""),
            Self::OwnFaultAt(address) => {
                both("kesalahan di dalam etalase sendiri, di /", "a fault of etalase itself, at /", address)
            }
            Self::StartThreads => both("tidak dapat memulai thread", "cannot start threads", ""),
            Self::DrawLots => {
                both("sistem tidak memberi angka acak", "the system gives no random numbers", "")
            }
            Self::ReadDrawing => {
                both("tidak dapat membaca gambar sebuah kartu", "cannot read the drawing of a card", "")
            }
            Self::EncodeCard => both("tidak dapat menyimpan sebuah kartu", "cannot encode a card", ""),
            Self::DamagedOnCard => both("foto sebuah kartu rusak", "the photo of a card is damaged", ""),
            Self::ListenOn(address) => both("tidak dapat membuka alamat ", "cannot listen on ", address),
            Self::Listen => both("tidak dapat membuka alamat", "cannot listen", ""),
            Self::WatchFiles => both("tidak dapat mengamati berkas", "cannot watch files", ""),
            Self::Watch(path) => both("tidak dapat mengamati ", "cannot watch ", path.display()),
            Self::WatchSoMany => both(
                "sistem ini tidak sanggup mengamati folder sebanyak itu",
                "the system cannot watch so many folders",
                "",
            ),
            Self::StartGit => both("tidak dapat menjalankan git", "cannot start git", ""),
            Self::FeedGit => both("tidak dapat berhubungan dengan git", "cannot speak to git", ""),
            Self::WaitForGit => both("tidak dapat menunggu git", "cannot wait for git", ""),
            Self::ParseGitList => both(
                "tidak dapat memahami daftar berkas dari git",
                "cannot understand git's list of files",
                "",
            ),
            Self::MakeIndexFolder => both(
                "tidak dapat membuat folder sementara untuk indeks",
                "cannot make a temporary folder for the index",
                "",
            ),
            Self::Git(task) => {
                let [indonesian, english] = task.words();
                [format!("git tidak dapat {indonesian}"), format!("git could not {english}")]
            }
        }
    }
}

impl GitTask {
    /// In Indonesian and in English.
    fn words(&self) -> [String; 2] {
        match self {
            Self::MakeRepository => {
                both("membuat repositori di `.etalase`", "make a repository in the state folder", "")
            }
            Self::LookAtRepository => both("membaca repositori", "look at the repository", ""),
            Self::LookAtSources => both("memeriksa sumber situs", "look at the sources", ""),
            Self::ListRemotes => both("membaca daftar tujuan", "list the remotes", ""),
            Self::ReadRemote => both("membaca alamat tujuan", "read a remote", ""),
            Self::Ask(remote) => both("bertanya kepada ", "ask ", remote),
            Self::Fetch(remote) => both("mengambil dari ", "fetch from ", remote),
            Self::Push(remote) => both("mengirim ke ", "push to ", remote),
            Self::ListBranch => both("membaca isi cabang", "list the branch", ""),
            Self::ReadBranchFile => both("membaca berkas di cabang", "read a file of the branch", ""),
            Self::ReadHistory => both("membaca riwayat cabang", "read the branch's history", ""),
            Self::CountCommits => both("menghitung komit", "count the commits", ""),
            Self::Read(folder) => both("membaca ", "read ", folder.display()),
            Self::StoreSite => both("menyimpan isi situs", "store the site", ""),
            Self::ListSite => both("membaca daftar isi situs", "list the site", ""),
            Self::MakeTree => both("menyusun isi situs", "make a tree of the site", ""),
            Self::MakeCommit => both("membuat komit", "make the commit", ""),
        }
    }
}

/// The same object behind words in Indonesian and in English.
fn both(indonesian: &str, english: &str, object: impl Display) -> [String; 2] {
    [format!("{indonesian}{object}"), format!("{english}{object}")]
}

impl Display for Failure {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let [_, english] = self.words();
        out.write_str(&english)
    }
}

impl Error for Failure {}

impl Display for Failed {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.failure.fmt(out)
    }
}

impl Error for Failed {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.cause.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind of failure: a `match` that lacks one does not compile.
    fn every_failure() -> Vec<Failure> {
        std::iter::successors(Some(Failure::Read("a".into())), after).collect()
    }

    fn after(failure: &Failure) -> Option<Failure> {
        let path = PathBuf::from("a");
        Some(match failure {
            Failure::Read(_) => Failure::Write(path),
            Failure::Write(_) => Failure::Open(path),
            Failure::Open(_) => Failure::List(path),
            Failure::List(_) => Failure::Inspect(path),
            Failure::Inspect(_) => Failure::MakeFolder(path),
            Failure::MakeFolder(_) => Failure::Remove(path),
            Failure::Remove(_) => Failure::Lock(path),
            Failure::Lock(_) => Failure::NotAFolder(path),
            Failure::NotAFolder(_) => Failure::DamagedInCache("a".to_owned()),
            Failure::DamagedInCache(_) => Failure::NothingToStore("a".to_owned()),
            Failure::NothingToStore(_) => Failure::NotMade("a".to_owned()),
            Failure::NotMade(_) => Failure::OwnFault,
            Failure::OwnFault => Failure::OwnFaultAt("a".to_owned()),
            Failure::OwnFaultAt(_) => Failure::StartThreads,
            Failure::StartThreads => Failure::DrawLots,
            Failure::DrawLots => Failure::ReadDrawing,
            Failure::ReadDrawing => Failure::EncodeCard,
            Failure::EncodeCard => Failure::DamagedOnCard,
            Failure::DamagedOnCard => Failure::ListenOn(([127, 0, 0, 1], 80).into()),
            Failure::ListenOn(_) => Failure::Listen,
            Failure::Listen => Failure::WatchFiles,
            Failure::WatchFiles => Failure::Watch(path),
            Failure::Watch(_) => Failure::WatchSoMany,
            Failure::WatchSoMany => Failure::StartGit,
            Failure::StartGit => Failure::FeedGit,
            Failure::FeedGit => Failure::WaitForGit,
            Failure::WaitForGit => Failure::ParseGitList,
            Failure::ParseGitList => Failure::MakeIndexFolder,
            Failure::MakeIndexFolder => Failure::Git(GitTask::MakeRepository),
            Failure::Git(task) => Failure::Git(after_task(task)?),
        })
    }

    fn after_task(task: &GitTask) -> Option<GitTask> {
        Some(match task {
            GitTask::MakeRepository => GitTask::LookAtRepository,
            GitTask::LookAtRepository => GitTask::LookAtSources,
            GitTask::LookAtSources => GitTask::ListRemotes,
            GitTask::ListRemotes => GitTask::ReadRemote,
            GitTask::ReadRemote => GitTask::Ask("a".to_owned()),
            GitTask::Ask(_) => GitTask::Fetch("a".to_owned()),
            GitTask::Fetch(_) => GitTask::Push("a".to_owned()),
            GitTask::Push(_) => GitTask::ListBranch,
            GitTask::ListBranch => GitTask::ReadBranchFile,
            GitTask::ReadBranchFile => GitTask::ReadHistory,
            GitTask::ReadHistory => GitTask::CountCommits,
            GitTask::CountCommits => GitTask::Read("a".into()),
            GitTask::Read(_) => GitTask::StoreSite,
            GitTask::StoreSite => GitTask::ListSite,
            GitTask::ListSite => GitTask::MakeTree,
            GitTask::MakeTree => GitTask::MakeCommit,
            GitTask::MakeCommit => return None,
        })
    }

    #[test]
    fn every_failure_has_words_in_both_languages() {
        let said: Vec<String> = every_failure()
            .iter()
            .map(|failure| format!("{} | {failure}", failure.in_indonesian()))
            .collect();
        assert_eq!(said, SAID.lines().collect::<Vec<_>>());
    }

    #[test]
    fn a_failure_is_found_with_a_cause_and_without() {
        let error = anyhow::Error::new(Failure::OwnFault);
        assert_eq!(error.chain().filter_map(Failure::of).count(), 1);
        let write = Failure::Write("b".into()).because(Failure::Read("a".into()).because(std::fmt::Error));
        let said: Vec<String> = write.chain().filter_map(Failure::of).map(Failure::in_indonesian).collect();
        assert_eq!(said, ["tidak dapat menulis b", "tidak dapat membaca a"]);
        assert_eq!(write.to_string(), "cannot write b");
    }

    const SAID: &str = "\
tidak dapat membaca a | cannot read a
tidak dapat menulis a | cannot write a
tidak dapat membuka a | cannot open a
tidak dapat melihat isi a | cannot list a
tidak dapat melihat a | cannot look at a
tidak dapat membuat a | cannot make a
tidak dapat menghapus a | cannot remove a
tidak dapat mengunci a | cannot lock a
a bukan folder | a is not a folder
a rusak dan sudah dihapus: bangun lagi | a was damaged and has been removed: build again
tidak ada isi untuk a | there is nothing to store as a
gambar a belum dibuat | the picture a was not made
kesalahan di dalam etalase sendiri | a fault of etalase itself
kesalahan di dalam etalase sendiri, di /a | a fault of etalase itself, at /a
tidak dapat memulai thread | cannot start threads
sistem tidak memberi angka acak | the system gives no random numbers
tidak dapat membaca gambar sebuah kartu | cannot read the drawing of a card
tidak dapat menyimpan sebuah kartu | cannot encode a card
foto sebuah kartu rusak | the photo of a card is damaged
tidak dapat membuka alamat 127.0.0.1:80 | cannot listen on 127.0.0.1:80
tidak dapat membuka alamat | cannot listen
tidak dapat mengamati berkas | cannot watch files
tidak dapat mengamati a | cannot watch a
sistem ini tidak sanggup mengamati folder sebanyak itu | the system cannot watch so many folders
tidak dapat menjalankan git | cannot start git
tidak dapat berhubungan dengan git | cannot speak to git
tidak dapat menunggu git | cannot wait for git
tidak dapat memahami daftar berkas dari git | cannot understand git's list of files
tidak dapat membuat folder sementara untuk indeks | cannot make a temporary folder for the index
git tidak dapat membuat repositori di `.etalase` | git could not make a repository in the state folder
git tidak dapat membaca repositori | git could not look at the repository
git tidak dapat memeriksa sumber situs | git could not look at the sources
git tidak dapat membaca daftar tujuan | git could not list the remotes
git tidak dapat membaca alamat tujuan | git could not read a remote
git tidak dapat bertanya kepada a | git could not ask a
git tidak dapat mengambil dari a | git could not fetch from a
git tidak dapat mengirim ke a | git could not push to a
git tidak dapat membaca isi cabang | git could not list the branch
git tidak dapat membaca berkas di cabang | git could not read a file of the branch
git tidak dapat membaca riwayat cabang | git could not read the branch's history
git tidak dapat menghitung komit | git could not count the commits
git tidak dapat membaca a | git could not read a
git tidak dapat menyimpan isi situs | git could not store the site
git tidak dapat membaca daftar isi situs | git could not list the site
git tidak dapat menyusun isi situs | git could not make a tree of the site
git tidak dapat membuat komit | git could not make the commit
";
}
