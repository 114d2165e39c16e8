// What the addon knows of the kernels: a table of functions for each instruction set and dtype.
#ifndef ASSAY_KERNELS_H
#define ASSAY_KERNELS_H

/** Runs one kernel; its operands lie in `box` as float64, arrays as byte offsets into `memory`. */
typedef void (*Kernel)(char *memory, const double *box);

// Written by the build from src/numerics/table: EACH_KERNEL(DO) is DO(name) for each, in their order.
#include "table.h"

#define KERNEL_NUMBER(kernel) kernel_##kernel,
enum { EACH_KERNEL(KERNEL_NUMBER) KERNEL_COUNT };

typedef struct {
  const char *name;
  Kernel f32[KERNEL_COUNT];
  Kernel f64[KERNEL_COUNT];
  /** Multiplies and adds in registers alone, this many rounds; returns the operations done. */
  double (*peak)(double rounds);
  /** Gives back this thread's working area. */
  void (*end)(void);
} InstructionSet;

#if defined(__x86_64__)
extern const InstructionSet assay_sse2;
extern const InstructionSet assay_avx2;
extern const InstructionSet assay_avx512;
#else
extern const InstructionSet assay_neon;
#endif

#endif
