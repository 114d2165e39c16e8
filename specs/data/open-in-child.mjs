// A process of its own that opens MNIST: `node open-in-child.mjs <source and env as JSON>`.
import { openDataset } from '../../dist/src/data/open.js'

const { source, env } = JSON.parse(process.argv[2])
const said = []
const dataset = await openDataset('mnist', { source, env, say: (line) => said.push(line) })
console.log(JSON.stringify({ digest: dataset.digest, said }))
