"""Spelling of the documents, by hunspell: Indonesian and British, and a list of words of ours for each in `words/`."""

import re
import subprocess
import unittest

from looking import HERE, ROOT

ENGLISH = ["README.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md"]


def is_indonesian(path):
    """True for the pages in Indonesian; the index of `docs/` is in both languages and belongs to neither."""
    named = ("PANDUAN-", "TERBIT-", "PEMANTAUAN", "DOMAIN-", "bimtek-", "README.id", "REFERENSI-KUNCI", "REFERENSI-TEMUAN")
    return path.name.startswith(named)


def prose(text):
    """The sentences of a page: no code, no addresses, no names of buttons."""
    text = re.sub(r"^( *)```.*?^\1```", "", text, flags=re.S | re.M)
    for pattern in (r"`[^`\n]*`", r"\]\([^)]*\)", r"<[^>]*>", r"https?://\S+", r"\*\*[^*]+\*\*", r"[\w./-]+\.\w{2,5}\b", r"--\w[\w-]*"):
        text = re.sub(pattern, " ", text)
    return text


def unknown(language, pages):
    text = "\n".join(prose(page.read_text()) for page in pages)
    words = HERE / "words" / f"{language[:2]}.txt"
    command = ["hunspell", "-i", "utf-8", "-d", language, "-p", str(words), "-l"]
    done = subprocess.run(command, input=text, text=True, capture_output=True, check=True)
    # `PriceView` names a type.
    return sorted({word for word in done.stdout.split() if re.search(r"[^\W\d_]{2}", word) and not re.search(r"[a-z][A-Z]", word)})


class Spelling(unittest.TestCase):
    def test_indonesian_pages(self):
        pages = [page for page in sorted((ROOT / "docs").glob("*.md")) if is_indonesian(page)]
        self.assertGreater(len(pages), 15)
        self.assertEqual(unknown("id_ID", [*pages, ROOT / "README.id.md"]), [])

    def test_english_pages(self):
        pages = [page for page in sorted((ROOT / "docs").glob("*.md")) if not is_indonesian(page) and page.name != "README.md"]
        self.assertGreater(len(pages), 8)
        self.assertEqual(unknown("en_GB", [*pages, *(ROOT / name for name in ENGLISH)]), [])

    def test_a_slip_is_found(self):
        self.assertIn("kopersi", subprocess.run(["hunspell", "-d", "id_ID", "-l"], input="kopersi", text=True, capture_output=True).stdout)


if __name__ == "__main__":
    unittest.main()
