/**
 * What is kept of a finished trial, where its numbers come from, and what makes two runs the same.
 */
@NullMarked
package org.bnsweep.store.trial;

import org.jspecify.annotations.NullMarked;
