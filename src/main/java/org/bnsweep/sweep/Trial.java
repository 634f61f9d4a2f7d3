package org.bnsweep.sweep;

import java.io.Serializable;
import org.bnsweep.settings.Hyperparameters;

/**
 * One pair to train.
 *
 * @param id 32 hexadecimal digits, a hash of all that determines the numbers: {@code
 *     hyperparameters}, epochs, data checksum and numerics version
 */
public record Trial(String id, Hyperparameters hyperparameters) implements Serializable {}
