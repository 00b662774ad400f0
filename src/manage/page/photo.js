// Photos are drawn anew before they leave the phone: turned as they were taken, at most 3000 pixels wide or high, and
// without anything that stood beside the pixels, such as the place.
const MOST_PX = 3000;

/** `{ content, kb }`: a JPEG in base64. */
const shrink = async (file) => {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new Fault('photoBad');
  }
  const scale = Math.min(1, MOST_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const pen = canvas.getContext('2d');
  // What was transparent becomes paper, not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.88); });
  canvas.width = 0;
  if (!blob) throw new Fault('photoBad');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { content: toBase64(bytes), kb: Math.ceil(bytes.length / 1024) };
};

/** A name for a photo in its folder that no other one has. */
const photoName = (hint) => {
  const word = hint.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'foto';
  return `foto/${word}-${Date.now().toString(36)}.jpg`;
};
