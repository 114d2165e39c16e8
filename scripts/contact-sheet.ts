import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { contactSheet } from '../src/data/strokes/contact-sheet.ts'
import { drawStrokes } from '../src/data/strokes/strokes.ts'
import { packageRoot } from '../src/package-root.ts'

/** Writes out/strokes.png: training images above, test images below. */
const rows = 12
const columns = 30
const { width, height, data } = contactSheet(
  drawStrokes({ train: rows * columns, test: rows * columns }),
  rows,
  columns,
)
mkdirSync(join(packageRoot, 'out'), { recursive: true })
const path = join(packageRoot, 'out', 'strokes.png')
writeFileSync(path, encode({ width, height, data, channels: 1, depth: 8 }))
console.log(path)
