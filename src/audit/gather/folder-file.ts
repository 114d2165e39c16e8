import type { Place } from '../finding.ts'

/** An entry of an audited folder. Links are never followed. */
export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly bytes: number
  /** Of a file's bytes; absent for what is no file or too large to read. */
  readonly sha256?: string
  /** Of a link: where it points, and whether that lies outside the folder. */
  readonly target?: string
  readonly leaves?: boolean
  /** Of a file that is text by its name, and small enough. */
  readonly text?: string
  /** Of a Git LFS pointer, which stands for the file: how large that is. The rest is not read. */
  readonly pointsTo?: { readonly bytes: number }
  readonly gif?: GifFacts
  readonly png?: PngFacts
}

/** What was read of a GIF, or why it is none. */
export type GifFacts =
  | {
      readonly state: 'gif'
      /** Those that differ. */
      readonly frames: number
      /** How long each of them stays, in hundredths of a second; none where the file says nothing. */
      readonly delays: readonly number[]
      readonly comments: readonly string[]
    }
  | { readonly state: 'not a gif'; readonly why: string }

/** What was read of a PNG, or why it is none. */
export type PngFacts =
  | { readonly state: 'png'; readonly width: number; readonly height: number }
  | { readonly state: 'not a png'; readonly why: string }

/** The file at a path, which may be written as a link in a README is: with `./` before it. */
export function fileAt(files: readonly FolderFile[], path: string): FolderFile | undefined {
  const plain = path.replace(/^(\.\/)+/, '').replace(/\/+$/, '')
  return files.find((file) => file.path === plain)
}

/** A file and the first line in it that holds `part`; without a line where none does. */
export function placeOf(files: readonly FolderFile[], path: string, part: string): Place {
  const text = fileAt(files, path)?.text ?? ''
  const at = text.indexOf(part)
  return at < 0 ? { path } : { path, line: text.slice(0, at).split('\n').length }
}
