import { config } from 'zod'

// zod tries whether it may compile code, and the page's policy forbids it, loudly. To be imported
// before anything that makes a schema.
config({ jitless: true })
