/** What whoever started the program gets: lines, progress, complaints and the exit code. */
@NullMarked
package org.bnsweep.cli.terminal;

import org.jspecify.annotations.NullMarked;
