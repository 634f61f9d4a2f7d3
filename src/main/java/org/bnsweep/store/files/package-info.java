/**
 * The run folder as a file system has it: files that appear complete, the lock of the one that
 * writes, and what goes wrong with both.
 */
@NullMarked
package org.bnsweep.store.files;

import org.jspecify.annotations.NullMarked;
