// Loaded when a buyer asks for a payment code with the sum of the basket. Two functions: the text of a merchant's
// static code with an amount in it, and a text as a QR code, level M, up to version 20.
// Sources: EMVCo QR Code Specification, merchant-presented mode, 1.1; ISO/IEC 18004.
{
  const check = (text) => {
    let crc = 0xffff;
    for (const letter of text) {
      crc ^= letter.charCodeAt(0) << 8;
      for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
    }
    return crc.toString(16).toUpperCase().padStart(4, '0');
  };
  const field = (id, value) => id + String(value.length).padStart(2, '0') + value;
  // Letters that each stand for a byte of UTF-8.
  const bytesOf = (text) => String.fromCharCode(...new TextEncoder().encode(text));
  const fieldsOf = (text) => {
    const fields = [];
    for (let at = 0; at < text.length;) {
      const end = at + 4 + +text.slice(at + 2, at + 4);
      fields.push([text.slice(at, at + 2), text.slice(at + 4, end)]);
      at = end;
    }
    return fields.at(-1)?.join('').length === 6 && fields.at(-1)[0] === '63' ? fields : null;
  };

  // For one payment (01 is 12), with the amount (54) in whole rupiah; all else as the acquirer issued it, whose lengths
  // count characters or bytes. The bytes of the text, one letter each.
  self.qrisText = (text, amount) => {
    const inCharacters = fieldsOf(text);
    const fields = inCharacters ?? fieldsOf(bytesOf(text));
    const rest = fields.filter(([id]) => !['00', '01', '54', '63'].includes(id));
    const place = rest.findIndex(([id]) => id > '54' && id < '63');
    rest.splice(place < 0 ? rest.length : place, 0, ['54', String(amount)]);
    const all = [['00', '01'], ['01', '12'], ...rest].map(([id, value]) => field(id, value)).join('') + '6304';
    const bytes = inCharacters ? bytesOf(all) : all;
    return bytes + check(bytes);
  };

  // Check codewords of a block, and blocks, of versions 1 to 20.
  const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
  const MASKS = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
    (x, y) => ((x / 3 | 0) + (y / 2 | 0)) % 2, (x, y) => x * y % 2 + x * y % 3,
    (x, y) => (x * y % 2 + x * y % 3) % 2, (x, y) => ((x + y) % 2 + x * y % 3) % 2,
  ];

  const times = (a, b) => {
    let product = 0;
    for (let bit = 7; bit >= 0; bit--) product = product << 1 ^ (product >> 7) * 0x11d ^ (b >> bit & 1) * a;
    return product;
  };
  const divisorOf = (degree) => {
    const divisor = Array(degree).fill(0);
    divisor[degree - 1] = 1;
    for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
      for (let j = 0; j < degree; j++) divisor[j] = times(divisor[j], root) ^ (divisor[j + 1] ?? 0);
    }
    return divisor;
  };
  const remainder = (data, divisor) => {
    const rest = divisor.map(() => 0);
    for (const byte of data) {
      const factor = byte ^ rest.shift();
      rest.push(0);
      divisor.forEach((value, i) => { rest[i] ^= times(value, factor); });
    }
    return rest;
  };
  const centresOf = (version) => {
    if (version === 1) return [];
    const count = (version / 7 | 0) + 2;
    const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    return [6, ...Array.from({ length: count - 1 }, (_, i) => version * 4 + 10 - i * step).reverse()];
  };
  const roomOf = (version) => {
    const count = (version / 7 | 0) + 2;
    const used = version > 1 ? (25 * count - 10) * count - 55 + (version > 6 ? 36 : 0) : 0;
    return ((16 * version + 128) * version + 64 - used) >> 3;
  };

  // Data in blocks with their checks, woven into each other; null if it is too long.
  const codewords = (text) => {
    for (let version = 1; version <= 20; version++) {
      const checks = CHECKS[version - 1];
      const blocks = BLOCKS[version - 1];
      const room = roomOf(version);
      const space = room - checks * blocks;
      const wide = version > 9;
      if (text.length + (wide ? 3 : 2) > space) continue;
      const bits = [];
      const put = (value, length) => { for (let i = length - 1; i >= 0; i--) bits.push(value >> i & 1); };
      put(4, 4);
      put(text.length, wide ? 16 : 8);
      for (const letter of text) put(letter.charCodeAt(0), 8);
      put(0, 4);
      const data = Array.from({ length: bits.length >> 3 }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
      for (let pad = 0xec; data.length < space; pad ^= 0xec ^ 0x11) data.push(pad);
      const divisor = divisorOf(checks);
      const short = Math.floor(space / blocks);
      const parts = [];
      for (let i = 0, at = 0; i < blocks; i++) {
        const length = short + (i >= blocks - space % blocks ? 1 : 0);
        parts.push(data.slice(at, at += length));
      }
      const woven = [];
      for (let i = 0; i <= short; i++) for (const part of parts) if (i < part.length) woven.push(part[i]);
      const tails = parts.map((part) => remainder(part, divisor));
      for (let i = 0; i < checks; i++) for (const tail of tails) woven.push(tail[i]);
      return [version, woven];
    }
    return null;
  };

  // How hard a pattern is to read: runs, squares, what looks like a finder, and too much of one colour.
  const penalty = (grid) => {
    const size = grid.length;
    let points = 0;
    let dark = 0;
    const turned = grid.map((_, x) => grid.map((row) => row[x]));
    for (const line of [...grid, ...turned]) {
      const text = line.join('');
      for (const run of text.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
      for (const finder of ['10111010000', '00001011101']) points += 40 * (text.split(new RegExp('(?=' + finder + ')')).length - 1);
    }
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        dark += grid[y][x];
        if (y && x && grid[y][x] === grid[y - 1][x] && grid[y][x] === grid[y][x - 1] && grid[y][x] === grid[y - 1][x - 1]) points += 3;
      }
    }
    return points + 10 * Math.floor(Math.abs(dark * 20 / (size * size) - 10));
  };

  const gridOf = (version, words, mask) => {
    const size = version * 4 + 17;
    const grid = Array.from({ length: size }, () => Array(size).fill(null));
    const set = (x, y, dark) => { if (grid[y]?.[x] !== undefined) grid[y][x] = dark ? 1 : 0; };
    for (let i = 0; i < size; i++) {
      set(6, i, i % 2 === 0);
      set(i, 6, i % 2 === 0);
    }
    const ring = (x, y, reach, isDark) => {
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    };
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4, (far) => far !== 2 && far !== 4);
    const centres = centresOf(version);
    const last = centres.length - 1;
    centres.forEach((x, i) => centres.forEach((y, j) => {
      if (!(i === 0 && j === 0 || i === 0 && j === last || i === last && j === 0)) ring(x, y, 2, (far) => far !== 1);
    }));
    const tail = (value, length, divisor) => {
      let rest = value;
      for (let i = 0; i < length; i++) rest = rest << 1 ^ (rest >> length - 1) * divisor;
      return value << length | rest;
    };
    const format = tail(mask, 10, 0x537) ^ 0x5412;
    for (let i = 0; i < 15; i++) {
      const dark = format >> i & 1;
      set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, dark);
      set(i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
    }
    set(8, size - 8, 1);
    const mark = version > 6 ? tail(version, 12, 0x1f25) : 0;
    for (let i = 0; version > 6 && i < 18; i++) {
      set(size - 11 + i % 3, i / 3 | 0, mark >> i & 1);
      set(i / 3 | 0, size - 11 + i % 3, mark >> i & 1);
    }
    let bit = 0;
    for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
      const isUp = (right > 6 ? size - 1 - right : size - 2 - right) % 4 === 0;
      for (let step = 0; step < size; step++) {
        const y = isUp ? size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (grid[y][x] !== null) continue;
          const dark = words[bit >> 3] >> 7 - (bit & 7) & 1;
          set(x, y, dark ^ (MASKS[mask](x, y) === 0));
          bit++;
        }
      }
    }
    return grid;
  };

  // Rows of 0 and 1; null for a text that is too long.
  self.qrGrid = (text) => {
    const found = codewords(text);
    if (!found) return null;
    const grids = MASKS.map((_, mask) => gridOf(...found, mask));
    const points = grids.map(penalty);
    return grids[points.indexOf(Math.min(...points))];
  };
}
// Draws the code of a text: a light ground with four fields around the code, and the dark fields.
self.qrDraw = (picture, text) => {
  const grid = self.qrGrid(text);
  const side = grid.length + 8;
  picture.setAttribute('viewBox', '0 0 ' + side + ' ' + side);
  picture.querySelector('.pay__ground').setAttribute('d', 'M0 0h' + side + 'v' + side + 'H0z');
  picture.querySelector('.pay__dark').setAttribute('d', grid.map((row, y) => row.map((dark, x) => dark ? 'M' + (x + 4) + ' ' + (y + 4) + 'h1v1h-1z' : '').join('')).join(''));
};
