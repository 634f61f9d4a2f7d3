/** A run in this process: trained, served, ended and told about. */
@NullMarked
package org.bnsweep.cli.run;

import org.jspecify.annotations.NullMarked;
