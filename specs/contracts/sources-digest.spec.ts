import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder } from '../cli/assay.ts'
import { sourcesDigest } from './goldens/sources-digest.ts'

const sources = [
  'src/papers/one/model.ts',
  'src/kernels/exponential.ts',
  'src/kernels/native/kernels.c',
  'src/kernels/native/kernels.h',
  'src/kernels/native/matmul.inc',
  'scripts/build-native.ts',
  'scripts/calls/c.ts',
]

/** A checkout whose sources are these, each of which says its own path and `more`. */
function digestWith(more: Readonly<Record<string, string>>, end = '\n'): string {
  const root = newFolder()
  for (const path of sources) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `${path}${end}${more[path] ?? ''}`)
  }
  return sourcesDigest(root)
}

it.each(sources)('another %s gives another digest, which chooses other seeds', (path) => {
  expect(digestWith({ [path]: 'changed' })).not.toBe(digestWith({}))
})

it('the folder of a checkout and the ends of its lines do not matter', () => {
  expect(digestWith({}, '\r\n')).toBe(digestWith({}))
})
