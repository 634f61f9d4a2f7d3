/** The commands; wires the rest and maps errors to exit codes. */
@NullMarked
package org.bnsweep.cli;

import org.jspecify.annotations.NullMarked;
