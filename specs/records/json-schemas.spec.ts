import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditJsonSchemas } from '../../src/audit/json-schemas.ts'
import { packageRoot } from '../../src/package-root.ts'
import { jsonSchemas } from '../../src/records/json-schemas.ts'

describe('the JSON Schemas', () => {
  it('in the repository are those of the code; else run scripts/export-schemas', () => {
    for (const [path, text] of Object.entries({ ...jsonSchemas(), ...auditJsonSchemas() })) {
      expect(readFileSync(join(packageRoot, path), 'utf8') === text, `${path} is stale`).toBe(true)
    }
  })

  it('describe numbers as they stand in the file', () => {
    const record = JSON.parse(jsonSchemas()['golden/schemas/record.schema.json'])
    expect(record.additionalProperties).toBe(false)
    expect(record.required).toContain('provenance')
    const metric = JSON.stringify(record.properties.metrics.additionalProperties)
    for (const word of ['"number"', '"NaN"', '"-0"']) expect(metric).toContain(word)
  })
})
