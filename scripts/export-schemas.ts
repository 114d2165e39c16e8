// Writes the JSON Schemas of records, goldens, audits and the bench's history; with --check, only
// reports whether they are up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { historyJsonSchema, historySchemaPath } from '../bench/record/history-line.ts'
import { auditJsonSchemas } from '../src/audit/json-schemas.ts'
import { packageRoot } from '../src/package-root.ts'
import { jsonSchemas } from '../src/records/json-schemas.ts'

const check = process.argv.includes('--check')

const schemas = {
  ...jsonSchemas(),
  ...auditJsonSchemas(),
  [historySchemaPath]: historyJsonSchema(),
}

for (const [path, text] of Object.entries(schemas)) {
  const file = join(packageRoot, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  if (check) {
    console.error(`${path} is stale. Run: npm run build && node dist/scripts/export-schemas.js`)
    process.exitCode = 1
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    console.log(`wrote ${path}`)
  }
}
