/** Charts, tables and the page; reads a run folder and nothing else. */
@NullMarked
package org.bnsweep.report;

import org.jspecify.annotations.NullMarked;
