/** Public data sets from mirrors that need not be trusted. */
@NullMarked
package org.bnsweep.data.fetch;

import org.jspecify.annotations.NullMarked;
