// Works in Node and in a page: it uses neither Buffer nor a function that only browsers have.

/**
 * A number of arguments that is safe in one call. A multiple of three, so that the encoded pieces
 * can be joined.
 */
const piece = 3 * 8192

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += piece)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(from, from + piece))))
  return parts.join('')
}

/** Throws where the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
