package org.bnsweep.data;

import java.io.Serializable;

/**
 * Which samples a run uses.
 *
 * @param source {@code embedded}, or a folder, or a URI of one that Hadoop can open
 * @param trainSize the first so many training samples, 1 and up
 * @param testSize the first so many test samples; 0 for none
 */
public record DataSettings(String source, int trainSize, int testSize) implements Serializable {}
