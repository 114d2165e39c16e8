/** Square grey images of one size, row-major, one byte per pixel, one label per image. */
export interface ImageSet {
  readonly count: number
  readonly side: number
  /** count * side * side bytes; 0 is background and 255 is ink. */
  readonly images: Uint8Array
  /** count bytes, 0 to 9. */
  readonly labels: Uint8Array
}

export type DatasetName = 'mnist' | 'strokes'

/** Training and test part. The bytes lie in shared memory, so that workers read one copy. */
export interface Dataset {
  readonly name: DatasetName
  /** sha256 over both parts; part of what a record was made from. */
  readonly digest: string
  readonly train: ImageSet
  readonly test: ImageSet
}
