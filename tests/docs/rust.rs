//! Just enough of Rust's grammar to find functions, types and the sentences in them. Knows no type and no macro.

/// A piece of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    Word(String),
    /// The text of a literal, with its escapes read.
    Text(String),
    Sign(char),
    /// A line of `///`.
    Doc(String),
}

impl Token {
    pub(crate) fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }

    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// A function or a type: what stands before its braces, and in them.
pub(crate) struct Item {
    /// Its `///` lines, joined.
    pub(crate) doc: String,
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) body: Vec<Token>,
}

pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        at = next_token(&chars, at, &mut tokens);
    }
    tokens
}

/// Reads what begins at a place and returns the place behind it.
fn next_token(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> usize {
    let rest = &chars[at..];
    match rest {
        ['/', '/', ..] => {
            let line: String = rest.iter().take_while(|c| **c != '\n').collect();
            if let Some(doc) = line.strip_prefix("///") {
                tokens.push(Token::Doc(doc.trim().to_owned()));
            }
            at + line.chars().count()
        }
        ['"', ..] => {
            let (text, length) = literal(&rest[1..]);
            tokens.push(Token::Text(text));
            at + 1 + length
        }
        ['r', '#', '"', ..] => {
            let raw: String = rest[3..].iter().collect();
            let end = raw.find("\"#").unwrap_or(raw.len());
            tokens.push(Token::Text(raw[..end].to_owned()));
            at + 3 + raw[..end].chars().count() + 2
        }
        // A character; a lifetime has no second quote so near.
        ['\'', '\\', _, '\'', ..] => at + 4,
        ['\'', _, '\'', ..] => at + 3,
        [first, ..] if first.is_alphanumeric() || *first == '_' => {
            let word: String = rest.iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
            let length = word.chars().count();
            tokens.push(Token::Word(word));
            at + length
        }
        [first, ..] => {
            if !first.is_whitespace() {
                tokens.push(Token::Sign(*first));
            }
            at + 1
        }
        [] => at + 1,
    }
}

/// The text of a literal up to its closing quote, and how many characters that took.
fn literal(chars: &[char]) -> (String, usize) {
    let mut text = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        match (c, chars.get(at + 1)) {
            ('"', _) => return (text, at + 1),
            ('\\', Some('\n')) => at += 1 + chars[at + 1..].iter().take_while(|c| c.is_whitespace()).count(),
            ('\\', Some('n')) => {
                text.push('\n');
                at += 2;
            }
            ('\\', Some('u')) => {
                let code: String = chars[at + 3..].iter().take_while(|c| **c != '}').collect();
                text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                at += 4 + code.len();
            }
            ('\\', Some(&escaped)) => {
                text.push(escaped);
                at += 2;
            }
            _ => {
                text.push(c);
                at += 1;
            }
        }
    }
    (text, at)
}

/// The functions, structs and enums of a file, at any depth of modules and implementations.
pub(crate) fn items(source: &str) -> Vec<Item> {
    let tokens = tokens(source);
    let mut items = Vec::new();
    let mut doc: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let kind = ["fn", "struct", "enum"].into_iter().find(|kind| tokens[at].word() == Some(kind));
        match (&tokens[at], kind, tokens.get(at + 1)) {
            (_, Some(kind), Some(Token::Word(name))) => {
                let open = tokens[at..].iter().position(|token| token.is('{') || token.is(';'));
                let open = at + open.unwrap_or(tokens.len() - at - 1);
                let end = if tokens[open].is('{') { closing(&tokens, open) } else { open };
                let body = tokens[open..end].iter().skip(1).cloned().collect();
                items.push(Item { doc: doc.join(" "), kind, name: name.clone(), body });
                doc.clear();
                at = end;
            }
            (Token::Doc(line), ..) => doc.push(line),
            (Token::Sign('}' | ';'), ..) => doc.clear(),
            _ => {}
        }
        at += 1;
    }
    items
}

/// The place of the bracket that closes the one at a place.
pub(crate) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

/// What stands between commas outside of all brackets.
pub(crate) fn arguments(tokens: &[Token]) -> Vec<&[Token]> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Sign(',') if depth == 0 => {
                found.push(&tokens[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&tokens[start..]);
    found.retain(|argument| !argument.is_empty());
    found
}
