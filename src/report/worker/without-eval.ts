import { config } from 'zod'

// zod tries whether it may compile code. The page's policy forbids it, which some browsers log as an
// error. To be imported before anything that makes a schema.
config({ jitless: true })
