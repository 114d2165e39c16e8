import { config } from 'zod'

// By default zod tests whether it may compile code. The policy of the page forbids it, and some
// browsers log that as an error. Import this module before any module that makes a schema.
config({ jitless: true })
