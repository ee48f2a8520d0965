// The worker that computes the SHA-256 of a file, piece by piece. WebCrypto would need the whole
// file in memory.

import { createSHA256 } from "hash-wasm";

const PIECE = 4 * 1024 * 1024;
const ready = createSHA256();

onmessage = async ({ data: file }) => {
  try {
    const hasher = (await ready).init();
    for (let at = 0; at < file.size; at += PIECE) {
      const piece = await file.slice(at, at + PIECE).arrayBuffer();
      hasher.update(new Uint8Array(piece));
      postMessage({ done: at + piece.byteLength });
    }
    postMessage({ hash: hasher.digest("hex") });
  } catch (error) {
    // a file that was moved or changed since it was chosen, or a card that was taken out
    postMessage({ failed: error.name });
  }
};
