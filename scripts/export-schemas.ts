// Writes the JSON Schemas of records, goldens and audits; with --check, only says whether they are current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { auditJsonSchemas } from '../src/audit/json-schemas.ts'
import { packageRoot } from '../src/package-root.ts'
import { jsonSchemas } from '../src/records/json-schemas.ts'

const check = process.argv.includes('--check')

for (const [path, text] of Object.entries({ ...jsonSchemas(), ...auditJsonSchemas() })) {
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
