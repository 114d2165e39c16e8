/** float32 is the dtype of every result; float64 serves gradient checks and `--set dtype=f64`. */
export type Dtype = 'f32' | 'f64'

/** A run of numbers of the backend's dtype, living in the backend's memory. */
export type Real = Float32Array | Float64Array
