// What was changed and not sent yet: on this phone only, until it is sent or discarded. Photos are too large for the
// place of the rest.
const draftKey = (folder) => `${PLACE}draft ${folder}`;

const photoStore = () => new Promise((resolve, reject) => {
  const open = indexedDB.open(PLACE.trim(), 1);
  open.onupgradeneeded = () => open.result.createObjectStore('photos');
  open.onsuccess = () => resolve(open.result);
  open.onerror = () => reject(open.error);
});
const withPhotos = async (mode, use) => {
  const base = await photoStore();
  try {
    return await new Promise((resolve, reject) => {
      const request = use(base.transaction('photos', mode).objectStore('photos'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    base.close();
  }
};

const drafts = {
  /** `{ base: { text, version }, edits: [[path, value]], removed: [path], photos: [path] }`, or null. */
  read(folder) {
    try { return JSON.parse(store.get(draftKey(folder))); } catch { return null; }
  },
  write(folder, draft) {
    if (!draft.edits.length && !draft.removed.length) return this.drop(folder);
    return store.set(draftKey(folder), JSON.stringify(draft));
  },
  drop(folder) {
    const photos = this.read(folder)?.photos ?? [];
    store.drop(draftKey(folder));
    for (const path of photos) withPhotos('readwrite', (all) => all.delete(path)).catch(() => {});
  },
  keepPhoto: (path, content) => withPhotos('readwrite', (all) => all.put(content, path)),
  photo: (path) => withPhotos('readonly', (all) => all.get(path)),
};
