// A process of its own that opens MNIST: `node open-in-child.mjs <source and env as JSON>`. What it says
// goes to stderr at once, and comes back with the result at the end.
import { openDataset } from '../../dist/src/data/open.js'

const { source, env } = JSON.parse(process.argv[2])
const said = []
const say = (line) => {
  said.push(line)
  process.stderr.write(`${line}\n`)
}
const dataset = await openDataset('mnist', { source, env, say })
console.log(JSON.stringify({ digest: dataset.digest, said }))
