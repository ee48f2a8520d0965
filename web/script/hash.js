// The worker that computes the SHA-256 of a file, piece by piece. WebCrypto would need the whole
// file in memory.

/*! with hash-wasm, © Dani Biró, MIT licence */

import { createSHA256 } from "hash-wasm";

const PIECE = 1024 * 1024;
const ready = createSHA256();

onmessage = async ({ data: file }) => {
  try {
    const hasher = (await ready).init();
    let done = 0;
    for await (const piece of pieces(file)) {
      hasher.update(piece);
      postMessage({ done: (done += piece.length) });
    }
    postMessage({ hash: hasher.digest("hex") });
  } catch (error) {
    // a file that was moved or changed since it was chosen, or a card that was taken out
    postMessage({ failed: error.name });
  }
};

// Into one buffer again and again where the browser can, so that there is nothing to collect.
async function* pieces(file) {
  const reader = byteReader(file);
  if (!reader) {
    for (let at = 0; at < file.size; at += PIECE) {
      yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    }
    return;
  }
  let buffer = new ArrayBuffer(PIECE);
  for (;;) {
    const { value, done } = await reader.read(new Uint8Array(buffer));
    if (done) return;
    yield value;
    buffer = value.buffer;
  }
}

function byteReader(file) {
  try {
    return file.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
}
