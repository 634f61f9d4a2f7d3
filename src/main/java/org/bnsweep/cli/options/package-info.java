/** What several commands take as options, and how their values are read. */
@NullMarked
package org.bnsweep.cli.options;

import org.jspecify.annotations.NullMarked;
