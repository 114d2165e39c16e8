// All kernels for one instruction set, compiled once for each with SET its name and VECTOR_BYTES its
// width. The same operations in the same order as src/numerics/reference; products and sums are rounded
// one by one (-ffp-contract=off), so every set gives the same bits.

#include "kernels.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define JOIN_AGAIN(a, b) a##_##b
#define JOIN(a, b) JOIN_AGAIN(a, b)

// No element of an output depends on another: an output may be an input, element for element.
#if defined(__clang__)
#define ELEMENTWISE _Pragma("clang loop vectorize(assume_safety)")
#else
#define ELEMENTWISE _Pragma("GCC ivdep")
#endif

// One broadcast for two products: as operands of both it would be loaded twice.
#if defined(__AVX512F__)
#define IN_REGISTER(x) __asm__("" : "+v"(x))
#elif defined(__x86_64__)
#define IN_REGISTER(x) __asm__("" : "+x"(x))
#else
#define IN_REGISTER(x) ((void)0)
#endif

#define SMALLER(a, b) ((a) < (b) ? (a) : (b))
#define LARGER(a, b) ((a) > (b) ? (a) : (b))

#include "scratch.inc"

#define real float
#define integer int32_t
#define F32 1
#define NAME(kernel) JOIN(kernel, f32)
#include "families.inc"
#undef real
#undef integer
#undef F32
#undef NAME

#define real double
#define integer int64_t
#define F32 0
#define NAME(kernel) JOIN(kernel, f64)
#include "families.inc"
#undef real
#undef integer
#undef F32
#undef NAME

#include "peak.inc"

#define F32_CALL(kernel) call_##kernel##_f32,
#define F64_CALL(kernel) call_##kernel##_f64,

#define TEXT_AGAIN(word) #word
#define TEXT(word) TEXT_AGAIN(word)

const InstructionSet JOIN(assay, SET) = {
    TEXT(SET), {EACH_KERNEL(F32_CALL)}, {EACH_KERNEL(F64_CALL)}, peak, end_scratch};
