// The engine: what reads and amends profiles on a machine, compiled for browsers. It comes after the first screen, as a
// file that is compressed already; a host may have unpacked it on the way.
let exported;

const unpacked = async (bytes) => {
  const start = new Uint8Array(bytes, 0, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

const loadEngine = () => {
  exported ??= (async () => {
    const answer = await fetch(SITE.engine);
    if (!answer.ok) throw new Fault('unreachable', '', location.host);
    const bytes = await answer.arrayBuffer();
    if (typeof DecompressionStream === 'undefined') throw new Fault('old_browser');
    const { instance } = await WebAssembly.instantiate(await unpacked(bytes), {});
    return instance.exports;
  })();
  // A line that broke is no reason never to try again.
  exported.catch(() => { exported = undefined; });
  return exported;
};

/** Asks the engine. A fault in it ends it: the next question has a fresh one. */
const ask = async (question) => {
  const { memory, make_room: makeRoom, ask: answerAt, take_back: takeBack } = await loadEngine();
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(question));
    const room = makeRoom(bytes.length);
    new Uint8Array(memory.buffer, room, bytes.length).set(bytes);
    const at = answerAt(room, bytes.length);
    const length = new DataView(memory.buffer).getUint32(at, true);
    const text = new TextDecoder().decode(new Uint8Array(memory.buffer, at + 4, length));
    takeBack(at, length);
    return JSON.parse(text);
  } catch (error) {
    exported = undefined;
    throw new Fault('broken', String(error));
  }
};

/** The answer that tells them, on its way while the host is asked for the profile; nobody may wait for it. */
const askPrices = (folder) => {
  const answer = fetch(SITE.prices.replace('{folder}', encodeURIComponent(folder)), { cache: 'no-cache' });
  answer.catch(() => {});
  return answer;
};
/** The prices of a profile as the last build saw them, if it still has that text: they are shown without the engine. */
const knownPrices = async (answer, text) => {
  try {
    const { sha256, values } = await (await answer).json();
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return sha256 === toBase64(new Uint8Array(hash)) ? values : null;
  } catch {
    return null;
  }
};

const aboutProfile = (folder, text) => ({ folder, text, today: today(), lang: lang === 'en' ? 'en' : 'id' });
let known;
const forms = async () => { known ??= (await ask({ do: 'forms' })).sections; return known; };
const readProfile = (folder, text) => ask({ do: 'read', ...aboutProfile(folder, text) });
const editProfile = (folder, text, values, removed) => ask({ do: 'edit', ...aboutProfile(folder, text), values, removed });
