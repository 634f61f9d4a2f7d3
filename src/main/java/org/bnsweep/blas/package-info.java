/**
 * The native libraries of this process: loaded once, with the BLAS kernel that suits the processor,
 * and how they compute.
 */
@NullMarked
package org.bnsweep.blas;

import org.jspecify.annotations.NullMarked;
