#!/usr/bin/env bash
# The round trip of PyPI's yq pulls a comment behind an inline product into its braces, where it ends the mapping.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v jq >/dev/null || { echo 'this needs jq' >&2; exit 2; }
python3 -m venv py
py/bin/pip install --quiet --disable-pip-version-check yq==4.4.5 PyYAML==6.0.4
py/bin/pip freeze | grep -E '^(yq|PyYAML)=='

cat <<'END'
`yq -Y` keeps comments, exits 0, and writes the comment behind `{…}` after the first value inside. From there to the end
of the line all is comment: the other keys and the closing brace are lost, and the file cannot be read any more.
END

cat >profil.yaml <<'END'
produk:
  - {nama: Kopi bubuk, harga: 35000} # dari lereng
  - {nama: Teh, harga: 7500}
END
{
  PATH="$PWD/py/bin:$PATH" yq -Y . profil.yaml >written.yaml && echo "exit status 0"
  cat written.yaml
  py/bin/python -c 'import yaml; print("before:", yaml.safe_load(open("profil.yaml"))["produk"][0])'
  py/bin/python - <<'END'
import yaml

try:
    print("after:", yaml.safe_load(open("written.yaml")))
except yaml.YAMLError as error:
    print("after:", type(error).__name__, error.problem)
END
} | tee seen

diff - seen <<'END'
exit status 0
produk:
  - {nama: Kopi bubuk # dari lereng, harga: 35000}
  - {nama: Teh, harga: 7500}
before: {'nama': 'Kopi bubuk', 'harga': 35000}
after: ParserError expected ',' or '}', but got '-'
END
