/**
 * Where samples are: folders and files, local, on any file system of Hadoop, or inside the program.
 */
@NullMarked
package org.bnsweep.data.file;

import org.jspecify.annotations.NullMarked;
