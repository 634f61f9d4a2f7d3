/** Where files are: paths and URIs as users write them, and the file systems behind them. */
@NullMarked
package org.bnsweep.files;

import org.jspecify.annotations.NullMarked;
