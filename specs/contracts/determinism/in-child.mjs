// Runs the jobs that stand in a file, from the built modules, into a store: a process of its own.
import { readFileSync } from 'node:fs'

const [pool, file, folder, train, test] = process.argv.slice(2)
const load = (path) => import(new URL(`../${path}`, pool).href)
const { drawStrokes } = await load('data/strokes/strokes.js')
const { openStore } = await load('records/store.js')
const { madeFromOf } = await load('run/made-from.js')
const { runJobs } = await load('run/pool.js')

const dataset = drawStrokes({ train: Number(train), test: Number(test) })
await runJobs(JSON.parse(readFileSync(file, 'utf8')), {
  dataset,
  backend: 'wasm',
  workers: 1,
  threads: 1,
  store: openStore(folder),
  madeFrom: madeFromOf(dataset, 'wasm'),
})
