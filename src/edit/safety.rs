//! Who may edit: requests of this machine's own pages only, from a browser that was let in, each form once. A browser
//! is let in by the address that the terminal shows, or on a phone by six digits that wear out.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method};

use crate::failure::{Failure, OrFailed as _};
use crate::http;
use crate::locks::lock;

/// Six digits may be tried so often, right or wrong.
const TRIES: u32 = 5;
/// And so long.
const LIFE: Duration = Duration::from_mins(10);
/// Browsers that are let in at once; whoever came first has to come again.
const MOST_SESSIONS: usize = 32;
/// Forms that are remembered as sent.
const MOST_SPENT: usize = 10_000;

/// What makes this run's tokens this run's own.
pub(super) struct Safety {
    pub(super) port: u16,
    key: [u8; 32],
    /// Part of the addresses below which pages of the site are shown: scripts of theirs know it, and no more.
    pub(super) preview: String,
    doors: Mutex<Doors>,
}

#[derive(Default)]
struct Doors {
    sessions: Vec<Session>,
    /// In the address on the terminal.
    link: String,
    phone: Option<PhoneCode>,
    /// Forms that have done their work.
    spent: BTreeSet<String>,
}

struct PhoneCode {
    code: String,
    tries: u32,
    since: Instant,
}

/// A browser that was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Session {
    token: String,
    /// True if it came by six digits.
    pub(super) is_phone: bool,
}

/// What came of six digits.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tried {
    /// They were right. They are worn out now.
    Opened(Session),
    /// They were wrong; so many tries are left.
    Wrong(u32),
    /// There are none that would be right: never made, used, tried too often or too old.
    WornOut,
}

/// What a form's token says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// It belongs to this browser and this form, and was not sent before.
    Fresh,
    /// It was sent before.
    Spent,
    /// It is of another run, browser or form.
    Strange,
}

impl Safety {
    /// For a server on a port.
    pub(super) fn new(port: u16) -> Result<Self> {
        let mut key = [0; 32];
        fill(&mut key)?;
        let doors = Doors { link: random()?, ..Doors::default() };
        Ok(Self { port, key, preview: random()?, doors: Mutex::new(doors) })
    }

    /// True for a request that a browser makes on behalf of one of our own pages, or of a person who typed the address.
    /// A page of another site reaches us by its own name (`Host`), or says where it comes from.
    pub(super) fn is_ours(&self, method: &Method, headers: &HeaderMap) -> bool {
        let Some(host) = text(headers, HOST.as_str()).filter(|host| self.is_own_host(host)) else {
            return false;
        };
        let is_cross_site =
            text(headers, "sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"));
        if matches!(*method, Method::GET | Method::HEAD) {
            // A link somewhere else may lead here, a picture or a script may not; nor may a frame.
            return !is_cross_site || text(headers, "sec-fetch-dest") == Some("document");
        }
        let is_own_page =
            text(headers, ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://")) == Some(host);
        is_own_page && !is_cross_site
    }

    /// True for this machine by its number or as `localhost`, with our port: no name that somebody else can let point
    /// here.
    pub(super) fn is_own_host(&self, host: &str) -> bool {
        let own_port = self.port.to_string();
        let (name, port) = http::parse_host(host);
        port.unwrap_or("80") == own_port && http::is_localhost_or_number(name)
    }

    /// The browser that a request comes from, if it was let in.
    pub(super) fn session(&self, headers: &HeaderMap) -> Option<Session> {
        let name = self.cookie_name();
        let sent = cookie(headers, &name)?;
        let doors = lock(&self.doors);
        doors.sessions.iter().find(|known| is_same(&known.token, sent)).cloned()
    }

    /// The end of the address that lets the next browser in.
    pub(super) fn link(&self) -> String {
        lock(&self.doors).link.clone()
    }

    /// Lets a browser in by the address on the terminal, once: from then on another address does.
    pub(super) fn open_by_link(&self, code: &str) -> Result<Option<Session>> {
        let next = random()?;
        let mut doors = lock(&self.doors);
        if !is_same(&doors.link, code) {
            return Ok(None);
        }
        doors.link = next;
        doors.let_in(false).map(Some)
    }

    /// New digits for a phone; those of before are void.
    pub(super) fn new_phone_code(&self, now: Instant) -> Result<String> {
        let mut bytes = [0; 8];
        fill(&mut bytes)?;
        let code = format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000);
        lock(&self.doors).phone = Some(PhoneCode { code: code.clone(), tries: 0, since: now });
        Ok(code)
    }

    /// Lets a phone in by its digits.
    pub(super) fn open_by_phone(&self, typed: &str, now: Instant) -> Result<Tried> {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let mut doors = lock(&self.doors);
        let Some(phone) = doors
            .phone
            .as_mut()
            .filter(|phone| now.duration_since(phone.since) < LIFE && phone.tries < TRIES)
        else {
            doors.phone = None;
            return Ok(Tried::WornOut);
        };
        phone.tries += 1;
        if is_same(&phone.code, &digits) {
            doors.phone = None;
            return doors.let_in(true).map(Tried::Opened);
        }
        let left = TRIES - phone.tries;
        Ok(if left == 0 { Tried::WornOut } else { Tried::Wrong(left) })
    }

    /// The header that gives a browser its token.
    pub(super) fn cookie(&self, session: &Session) -> String {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie_name(), session.token)
    }

    /// Cookies know no port: two sites that are edited at once would share one.
    fn cookie_name(&self) -> String {
        format!("etalase-{}", self.port)
    }

    /// A token for one form at an address, good for one browser and for one change.
    pub(super) fn form_token(&self, session: &Session, form: &str) -> Result<String> {
        let number = random()?;
        let proof = self.proof(session, form, &number);
        Ok(format!("{number}.{proof}"))
    }

    /// What a form's token says.
    pub(super) fn look_at(&self, session: &Session, form: &str, token: &str) -> Token {
        let Some((number, proof)) = token.split_once('.') else { return Token::Strange };
        if !is_same(&self.proof(session, form, number), proof) {
            return Token::Strange;
        }
        if lock(&self.doors).spent.contains(number) { Token::Spent } else { Token::Fresh }
    }

    /// Remembers that a form has done its work.
    pub(super) fn spend(&self, token: &str) {
        let mut doors = lock(&self.doors);
        if doors.spent.len() >= MOST_SPENT {
            doors.spent.clear();
        }
        doors.spent.extend(token.split('.').next().map(str::to_owned));
    }

    fn proof(&self, session: &Session, form: &str, number: &str) -> String {
        let said = format!("{}\n{form}\n{number}", session.token);
        blake3::keyed_hash(&self.key, said.as_bytes()).to_hex()[..32].to_owned()
    }
}

impl Doors {
    fn let_in(&mut self, is_phone: bool) -> Result<Session> {
        let session = Session { token: random()?, is_phone };
        if self.sessions.len() == MOST_SESSIONS {
            self.sessions.remove(0);
        }
        self.sessions.push(session.clone());
        Ok(session)
    }
}

/// True for the same text, in a time that says nothing about where two differ.
fn is_same(one: &str, other: &str) -> bool {
    blake3::hash(one.as_bytes()) == blake3::hash(other.as_bytes())
}

/// What nobody can guess, as text.
fn random() -> Result<String> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}

fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(anyhow::Error::from).or_failed(Failure::DrawLots)
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// The value of a cookie.
pub(super) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|header| header.to_str().ok());
    all.flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let value = |text: &str| axum::http::HeaderValue::from_str(text).expect("a header");
        pairs.iter().map(|(name, text)| (name.parse().expect("a name"), value(text))).collect()
    }

    fn safety() -> Safety {
        Safety::new(4100).expect("the machine draws lots")
    }

    #[test]
    fn a_page_of_another_site_is_refused_by_its_host_its_origin_and_what_browsers_say() {
        let safety = safety();
        let is_ours =
            |method: &Method, pairs: &[(&'static str, &str)]| safety.is_ours(method, &headers(pairs));
        for host in ["127.0.0.1:4100", "localhost:4100", "LOCALHOST.:4100", "[::1]:4100", "192.168.1.7:4100"]
        {
            assert!(is_ours(&Method::GET, &[("host", host)]), "{host}");
        }
        for host in ["jahat.example:4100", "127.0.0.1:4101", "127.0.0.1", "localhost.jahat.example:4100", ""]
        {
            assert!(!is_ours(&Method::GET, &[("host", host)]), "{host}");
        }
        assert!(!is_ours(&Method::GET, &[]));
        let host = ("host", "127.0.0.1:4100");
        assert!(is_ours(&Method::POST, &[host, ("origin", "http://127.0.0.1:4100")]));
        for strange in ["http://jahat.example", "null", "http://127.0.0.1:4101", "https://127.0.0.1:4100"] {
            assert!(!is_ours(&Method::POST, &[host, ("origin", strange)]), "{strange}");
        }
        assert!(!is_ours(&Method::POST, &[host]));
        let crossing = [host, ("origin", "http://127.0.0.1:4100"), ("sec-fetch-site", "cross-site")];
        assert!(!is_ours(&Method::POST, &crossing));
        assert!(!is_ours(
            &Method::GET,
            &[host, ("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "image")]
        ));
        assert!(is_ours(
            &Method::GET,
            &[host, ("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "document")]
        ));
    }

    #[test]
    fn the_address_on_the_terminal_lets_in_once() {
        let safety = safety();
        let link = safety.link();
        assert_eq!(safety.open_by_link("x").expect("tried"), None);
        let session = safety.open_by_link(&link).expect("tried").expect("let in");
        assert_eq!(safety.open_by_link(&link).expect("tried"), None);
        let cookie = safety.cookie(&session);
        assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
        let sent = cookie.split(';').next().expect("a pair");
        assert_eq!(safety.session(&headers(&[("cookie", &format!("a=b; {sent}"))])), Some(session));
        assert_eq!(safety.session(&headers(&[("cookie", "etalase-4100=x")])), None);
    }

    #[test]
    fn digits_wear_out_by_use_by_tries_and_by_time() {
        let safety = safety();
        let now = Instant::now();
        assert_eq!(safety.open_by_phone("123456", now).expect("tried"), Tried::WornOut);
        let code = safety.new_phone_code(now).expect("digits");
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert!(matches!(safety.open_by_phone(&spaced, now).expect("tried"), Tried::Opened(_)));
        assert_eq!(safety.open_by_phone(&code, now).expect("tried"), Tried::WornOut);

        let code = safety.new_phone_code(now).expect("digits");
        for left in [4, 3, 2, 1] {
            assert_eq!(safety.open_by_phone("x", now).expect("tried"), Tried::Wrong(left));
        }
        assert_eq!(safety.open_by_phone("x", now).expect("tried"), Tried::WornOut);
        assert_eq!(safety.open_by_phone(&code, now).expect("tried"), Tried::WornOut);

        let code = safety.new_phone_code(now).expect("digits");
        assert_eq!(safety.open_by_phone(&code, now + LIFE).expect("tried"), Tried::WornOut);
    }

    #[test]
    fn a_token_is_good_for_one_form_of_one_browser_once() {
        let safety = safety();
        let let_in = || safety.open_by_link(&safety.link()).expect("tried").expect("let in");
        let (one, other) = (let_in(), let_in());
        let token = safety.form_token(&one, "/k/kpc/harga").expect("a token");
        assert_eq!(safety.look_at(&one, "/k/kpc/harga", &token), Token::Fresh);
        assert_eq!(safety.look_at(&other, "/k/kpc/harga", &token), Token::Strange);
        assert_eq!(safety.look_at(&one, "/k/tani/harga", &token), Token::Strange);
        safety.spend(&token);
        assert_eq!(safety.look_at(&one, "/k/kpc/harga", &token), Token::Spent);
        assert_eq!(safety.look_at(&one, "/k/kpc/harga", "x"), Token::Strange);
    }
}
