#!/usr/bin/env bash
# Ruby's YAML, which Jekyll reads its data with, drops decimal commas: `1,5` is 15 and a shop at `-7,1234` is nowhere.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @ruby/3.4-wasm-wasi@2.10.1 @ruby/wasm-wasi@2.10.1 yaml@2.9.1
npm ls --depth 0 | sed -n 's/^.── //p'

cat <<'END'
Psych takes a comma between digits for one that parts thousands, wherever it stands: half a kilo is 5, 12,5 percent are
125, and three months of a season are the number 123. Nothing is said. YAML 1.1 and 1.2 have no such numbers, and npm's
yaml leaves all of these as text. A dot beside the comma, or a unit, keeps the text in Ruby as well.
END

cat >barang.yaml <<'END'
isi_kg: 1,5
setengah: 0,5
kadar_air: 12,5
lintang: -7,1234
bujur: 107,5678
musim: 1,2,3
harga: 12.500,50
berat: 1,5 kg
END
cat >read.mjs <<'END'
import { readFile } from 'node:fs/promises';
import { DefaultRubyVM } from '@ruby/wasm-wasi/dist/node';
import { parse } from 'yaml';
const ruby = await readFile('node_modules/@ruby/3.4-wasm-wasi/dist/ruby+stdlib.wasm');
const { vm } = await DefaultRubyVM(await WebAssembly.compile(ruby));
const text = await readFile('barang.yaml', 'utf8');
console.log(vm.eval(`
  require 'yaml'
  read = YAML.safe_load(${JSON.stringify(text)}).map { |key, value| "#{key}: #{value.inspect}" }
  ["Ruby #{RUBY_VERSION}, Psych #{Psych::VERSION}", *read].join("\\n")
`).toString());
console.log(`yaml: ${Object.values(parse(text)).map((value) => JSON.stringify(value)).join(', ')}`);
END
node --no-warnings read.mjs | tee seen

diff - seen <<'END'
Ruby 3.4.1, Psych 5.2.2
isi_kg: 15
setengah: 5
kadar_air: 125
lintang: -71234
bujur: 1075678
musim: 123
harga: "12.500,50"
berat: "1,5 kg"
yaml: "1,5", "0,5", "12,5", "-7,1234", "107,5678", "1,2,3", "12.500,50", "1,5 kg"
END
