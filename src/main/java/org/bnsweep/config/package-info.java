/** YAML to validated records; the only home of defaults. */
@NullMarked
package org.bnsweep.config;

import org.jspecify.annotations.NullMarked;
